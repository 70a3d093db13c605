// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/settings/tokennotesview.h"

#include "widgets/controls/iconlabel.h"
#include "widgets/controls/symbolicon.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr int LinesInView = 7;
constexpr int LeastLinesInView = 2; //!< where room is scarce, this is what can be scrolled

QWidget *makeRow(const TokenNote &note, QWidget *parent)
{
    const bool isWarning = note.severity == TokenNote::Severity::Warning;
    auto *row = new QWidget(parent);
    auto *icon = new IconLabel(row);
    icon->setIcon(symbolIcon(isWarning ? u"warning"_s : u"information"_s));
    icon->setAccessibleName(isWarning ? TokenNotesView::tr("Warning")
                                      : TokenNotesView::tr("Information"));
    auto *text = new QLabel(note.text, row);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(icon, 0, Qt::AlignTop);
    layout->addWidget(text, 1);
    return row;
}

} // namespace

TokenNotesView::TokenNotesView(QWidget *parent)
    : QScrollArea(parent)
{
    auto *content = new QWidget(this);
    m_rows = new QVBoxLayout(content);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(4);
    m_rows->addStretch(1);
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    viewport()->setAutoFillBackground(false); // whatever lies under it shines through
    content->setAutoFillBackground(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("About the token"));
}

void TokenNotesView::showNotes(const QList<TokenNote> &notes)
{
    while (m_rows->count() > 1) { // the stretch stays
        QLayoutItem *item = m_rows->takeAt(0);
        delete item->widget();
        delete item;
    }
    m_lines.clear();
    for (const TokenNote &note : notes) {
        m_rows->insertWidget(m_rows->count() - 1, makeRow(note, widget()));
        m_lines.append(note.text);
    }
    setAccessibleDescription(text());
}

QString TokenNotesView::text() const
{
    return m_lines.join(u'\n');
}

QSize TokenNotesView::sizeHint() const
{
    return {QScrollArea::sizeHint().width(), LinesInView * (fontMetrics().lineSpacing() + 6)};
}

QSize TokenNotesView::minimumSizeHint() const
{
    return {QScrollArea::minimumSizeHint().width(),
            LeastLinesInView * (fontMetrics().lineSpacing() + 6)};
}

} // namespace Vestibule
