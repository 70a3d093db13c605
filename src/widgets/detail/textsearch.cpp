// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/detail/textsearch.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextBlock>

namespace Vestibule {

namespace {

constexpr qsizetype MostMarks = 500; //!< more than anybody looks at; each is painted

} // namespace

TextSearch::TextSearch(QLineEdit &field, QPlainTextEdit &text, QObject *parent)
    : QObject(parent)
    , m_field(field)
    , m_text(text)
{
    connect(&field, &QLineEdit::textChanged, this, &TextSearch::update);
    connect(&field, &QLineEdit::returnPressed, this, &TextSearch::goToNext);
}

void TextSearch::update()
{
    markAll();
    m_text.moveCursor(QTextCursor::Start);
    if (!m_field.text().isEmpty())
        m_text.find(m_field.text());
}

void TextSearch::markAll()
{
    QList<QTextEdit::ExtraSelection> marks;
    const QString wanted = m_field.text();
    QTextCursor found(m_text.document());
    while (!wanted.isEmpty() && marks.size() < MostMarks) {
        found = m_text.document()->find(wanted, found);
        if (found.isNull())
            break;
        QTextEdit::ExtraSelection mark;
        mark.cursor = found;
        mark.format.setBackground(m_text.palette().highlight());
        mark.format.setForeground(m_text.palette().highlightedText());
        marks.append(mark);
    }
    m_text.setExtraSelections(marks);
}

void TextSearch::goToNext()
{
    if (m_field.text().isEmpty() || m_text.find(m_field.text()))
        return;
    m_text.moveCursor(QTextCursor::Start);
    m_text.find(m_field.text());
}

} // namespace Vestibule
