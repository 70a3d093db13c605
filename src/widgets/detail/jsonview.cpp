// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/detail/jsonview.h"

#include "core/json.h"
#include "widgets/controls/copybutton.h"
#include "widgets/controls/fontscale.h"
#include "widgets/controls/passingnote.h"
#include "widgets/controls/scrollpage.h"
#include "widgets/controls/theming.h"

#include <QByteArray>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QList>
#include <QPalette>
#include <QRegularExpression>
#include <QSyntaxHighlighter>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextEdit>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr qsizetype MaximumHighlightedLine = 10'000; //!< characters; a longer line stays plain
constexpr qsizetype MaximumMarks = 500; //!< each is painted; more would not help

double luminance(const QColor &color)
{
    const auto linear = [](double share) {
        return share <= 0.03928 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF());
}

double contrastOf(const QColor &one, const QColor &other)
{
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

//! The colour, moved towards that of the text until it has a contrast of 4.5 to 1 (WCAG 2.1, AA): a
//! platform's link colour may be too dark or too light for its own background.
QColor readable(const QColor &color, const QPalette &palette)
{
    constexpr double LeastContrast = 4.5;
    constexpr int Steps = 10;
    const QColor base = palette.color(QPalette::Base);
    const QColor text = palette.color(QPalette::Text);
    for (int step = 0; step < Steps; ++step) {
        const QColor moved = mixed(text, color, qreal(step) / Steps);
        if (contrastOf(moved, base) >= LeastContrast)
            return moved;
    }
    return text;
}

//! Member names have the colour of links, punctuation is muted; numbers, true, false and null are
//! bold, which strings are not.
class JsonHighlighter final : public QSyntaxHighlighter {
public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

protected:
    void highlightBlock(const QString &text) override
    {
        if (text.size() > MaximumHighlightedLine)
            return;
        static const QRegularExpression token(
            uR"(("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d[\d.eE+-]*|\btrue\b|\bfalse\b|\bnull\b)|[][{},])"_s);
        const QPalette palette = QGuiApplication::palette();
        QTextCharFormat name;
        name.setForeground(readable(palette.color(QPalette::Link), palette));
        QTextCharFormat literal;
        literal.setFontWeight(QFont::Bold);
        QTextCharFormat punctuation;
        punctuation.setForeground(readable(mutedTextColor(palette), palette));
        for (auto tokens = token.globalMatch(text); tokens.hasNext();) {
            const QRegularExpressionMatch match = tokens.next();
            const auto mark = [&](int group, const QTextCharFormat &format) {
                setFormat(int(match.capturedStart(group)), int(match.capturedLength(group)),
                          format);
            };
            if (match.hasCaptured(2)) {
                mark(1, name);
                mark(2, punctuation);
            } else if (match.hasCaptured(3)) {
                mark(3, literal);
            } else if (!match.hasCaptured(1)) {
                mark(0, punctuation);
            }
        }
    }
};

} // namespace

JsonView::JsonView(QWidget *parent)
    : QWidget(parent)
    , m_findField(new QLineEdit(this))
    , m_copy(new CopyButton(this))
    , m_text(new QTextEdit(this))
    , m_highlighter(new JsonHighlighter(m_text->document()))
{
    m_findField->setObjectName(u"jsonFindField"_s);
    m_findField->setPlaceholderText(tr("Find in the JSON…"));
    m_findField->setAccessibleName(tr("Find in the JSON"));
    m_findField->setClearButtonEnabled(true);
    m_copy->setObjectName(u"copyJsonButton"_s);
    m_copy->setText(tr("Copy"));
    m_copy->setAccessibleName(tr("Copy the JSON"));
    m_text->setObjectName(u"jsonTab"_s);
    m_text->setAccessibleName(tr("The row as the tenant sent it, as JSON"));
    m_text->setPlaceholderText(tr("Select one connection to see its JSON."));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setAcceptRichText(false);
    m_text->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByKeyboard | Qt::TextSelectableByMouse);
    m_text->setFont(monospacedFont(font()));
    m_text->document()->setDocumentMargin(0);
    m_text->viewport()->setAutoFillBackground(false);
    reserveScrollBar(*m_text);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(0, 0, 12, 0);
    bar->setSpacing(8);
    bar->addWidget(m_findField, 1);
    bar->addWidget(m_copy);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(bar);
    layout->addWidget(m_text);
    connect(m_findField, &QLineEdit::textChanged, this, &JsonView::findFirst);
    connect(m_findField, &QLineEdit::returnPressed, this, &JsonView::findNext);
    connect(m_copy, &CopyButton::clicked, this, &JsonView::copy);
    setJson({});
}

void JsonView::setJson(const QByteArray &json)
{
    m_json = QString::fromUtf8(indented(json));
    m_text->setPlainText(m_json);
    m_copy->setEnabled(!json.isEmpty());
    if (constexpr qsizetype Longest = 100'000; json.size() <= Longest) // more would take too long
        layOutLines();
    findFirst();
}

//! Where there is no room for some lines, the text has all of it.
void JsonView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    constexpr int Gaps = 20; // in pixels, around the row above the text
    constexpr int Lines = 2;
    const int least =
        m_copy->sizeHint().height() + Gaps + Lines * m_text->fontMetrics().lineSpacing();
    m_findField->setVisible(height() >= least);
    m_copy->setVisible(height() >= least);
}

//! The lines of a monospaced font are close together, which makes nested JSON hard to follow. What
//! is broken goes on further to the right than the line began.
void JsonView::layOutLines()
{
    constexpr int Percent = 125;
    constexpr qsizetype Hanging = 4;
    const int space = m_text->fontMetrics().horizontalAdvance(u' ');
    QTextCursor cursor(m_text->document());
    cursor.beginEditBlock();
    for (QTextBlock line = m_text->document()->begin(); line.isValid(); line = line.next()) {
        const QString text = line.text();
        qsizetype indent = 0;
        while (indent < text.size() && text.at(indent) == u' ')
            ++indent;
        const int hanging = int(std::min<qsizetype>(indent, 12) + Hanging) * space;
        QTextBlockFormat format;
        format.setLineHeight(Percent, QTextBlockFormat::ProportionalHeight);
        format.setLeftMargin(hanging);
        format.setTextIndent(-hanging);
        cursor.setPosition(line.position());
        cursor.mergeBlockFormat(format);
    }
    cursor.endEditBlock();
}

void JsonView::copy()
{
    copyToClipboard(m_json, *this, tr("JSON copied"));
    m_copy->showCopied();
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
