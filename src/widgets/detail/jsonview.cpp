// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/detail/jsonview.h"

#include "core/json.h"
#include "widgets/controls/fontscale.h"
#include "widgets/controls/theming.h"

#include <QByteArray>
#include <QEvent>
#include <QGuiApplication>
#include <QLineEdit>
#include <QList>
#include <QPalette>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSyntaxHighlighter>
#include <QTextBlock>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr qsizetype MaximumHighlightedLine = 10'000; //!< characters; a longer line stays plain
constexpr qsizetype MaximumMarks = 500; //!< each is painted; more would not help

//! Member names are muted; numbers, true, false and null are bold.
class JsonHighlighter final : public QSyntaxHighlighter {
public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

protected:
    void highlightBlock(const QString &text) override
    {
        if (text.size() > MaximumHighlightedLine)
            return;
        static const QRegularExpression token(
            uR"(("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d[\d.eE+-]*|\btrue\b|\bfalse\b|\bnull\b))"_s);
        QTextCharFormat name;
        name.setForeground(mutedTextColor(QGuiApplication::palette()));
        QTextCharFormat literal;
        literal.setFontWeight(QFont::Bold);
        for (auto tokens = token.globalMatch(text); tokens.hasNext();) {
            const QRegularExpressionMatch match = tokens.next();
            if (match.hasCaptured(2))
                setFormat(int(match.capturedStart(1)), int(match.capturedLength(1)), name);
            else if (match.hasCaptured(3))
                setFormat(int(match.capturedStart(3)), int(match.capturedLength(3)), literal);
        }
    }
};

} // namespace

JsonView::JsonView(QWidget *parent)
    : QWidget(parent)
    , m_findField(new QLineEdit(this))
    , m_text(new QPlainTextEdit(this))
    , m_highlighter(new JsonHighlighter(m_text->document()))
{
    m_findField->setObjectName(u"jsonFindField"_s);
    m_findField->setPlaceholderText(tr("Find in the JSON…"));
    m_findField->setAccessibleName(tr("Find in the JSON"));
    m_findField->setClearButtonEnabled(true);
    m_text->setObjectName(u"jsonTab"_s);
    m_text->setAccessibleName(tr("The row as the tenant sent it, as JSON"));
    m_text->setPlaceholderText(tr("Select one connection to see its JSON."));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByKeyboard | Qt::TextSelectableByMouse);
    m_text->setFont(monospacedFont(font()));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 10, 8, 0);
    layout->addWidget(m_findField);
    layout->addWidget(m_text);
    connect(m_findField, &QLineEdit::textChanged, this, &JsonView::findFirst);
    connect(m_findField, &QLineEdit::returnPressed, this, &JsonView::findNext);
}

void JsonView::setJson(const QByteArray &json)
{
    m_text->setPlainText(QString::fromUtf8(indented(json)));
    findFirst();
}

void JsonView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_highlighter->rehighlight();
}

void JsonView::findFirst()
{
    markMatches();
    m_text->moveCursor(QTextCursor::Start);
    if (!wantedText().isEmpty())
        m_text->find(wantedText());
}

void JsonView::findNext()
{
    if (wantedText().isEmpty() || m_text->find(wantedText()))
        return;
    m_text->moveCursor(QTextCursor::Start);
    m_text->find(wantedText());
}

//! The text to find. The JSON is as the tenant sent it, so invisible characters count.
QString JsonView::wantedText() const
{
    return m_findField->text().trimmed();
}

void JsonView::markMatches()
{
    QList<QTextEdit::ExtraSelection> marks;
    const QString wanted = wantedText();
    QTextCursor found(m_text->document());
    while (!wanted.isEmpty() && marks.size() < MaximumMarks) {
        found = m_text->document()->find(wanted, found);
        if (found.isNull())
            break;
        QTextEdit::ExtraSelection mark;
        mark.cursor = found;
        mark.format.setBackground(m_text->palette().highlight());
        mark.format.setForeground(m_text->palette().highlightedText());
        marks.append(mark);
    }
    m_text->setExtraSelections(marks);
}

} // namespace Vestibule
