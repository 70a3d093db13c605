// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/detail/fieldview.h"

#include "core/shortened.h"
#include "models/columntext.h"
#include "models/connectiontext.h"
#include "models/displaytext.h"
#include "widgets/controls/accessladder.h"
#include "widgets/controls/labels.h"
#include "widgets/controls/symbolicon.h"

#include <QEvent>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QLabel>
#include <QStringList>
#include <QVBoxLayout>

#include <algorithm>
#include <initializer_list>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr qsizetype LongestValue = 200; //!< characters; a longer value is shortened
constexpr int ValueMargin = 4; //!< pixels that a label needs besides its text, at most

template <typename Label = QLabel>
Label *makeLabel(QWidget *parent)
{
    auto *label = new Label(parent);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setMinimumWidth(1); // a long word of the tenant must not push the values out of view
    return label;
}

QFont bold(QFont font)
{
    font.setBold(true);
    return font;
}

QString stepText(CellMeaning level)
{
    switch (level) {
    case CellMeaning::AccessNone:
        return FieldView::tr("no access");
    case CellMeaning::AccessReadOnly:
        return FieldView::tr("can view");
    case CellMeaning::AccessLimited:
        return FieldView::tr("can view some settings, enable it and show its button");
    case CellMeaning::AccessFull:
        return FieldView::tr("can manage everything the organization owns");
    default:
        Q_UNREACHABLE();
    }
}

//! What the organization's own administrators may do at each access level, in HTML, with the
//! current one in bold. Source: Auth0's documentation of the My Organization API.
QString stepsToolTip(CellMeaning current)
{
    QString rows;
    for (const CellMeaning level : {CellMeaning::AccessNone, CellMeaning::AccessReadOnly,
                                    CellMeaning::AccessLimited, CellMeaning::AccessFull}) {
        const QString step = FieldView::tr("%1: %2", "an access level, and what it allows")
                                 .arg(accessWord(level), stepText(level))
                                 .toHtmlEscaped();
        const bool isCurrent = level == current;
        rows += (isCurrent ? "<br><b>"_L1 : "<br>"_L1) + step
            + (isCurrent ? "</b>"_L1 : QLatin1StringView());
    }
    return "<qt>"_L1 + FieldView::tr("The organization's administrators:").toHtmlEscaped() + rows
        + "</qt>"_L1;
}

//! QLabel measures its text again at each call, even if nothing changes.
void setWrapped(QLabel &label, bool isWrapped)
{
    if (label.wordWrap() != isWrapped)
        label.setWordWrap(isWrapped);
}

int longestWord(const QString &text, const QFontMetrics &metrics)
{
    int longest = 0;
    for (const QString &word : text.split(u' '))
        longest = std::max(longest, metrics.horizontalAdvance(word));
    return longest;
}

} // namespace

FieldView::FieldView(ConnectionField field, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_rows(new QVBoxLayout(this))
    , m_head(new QHBoxLayout)
    , m_title(makeLabel(this))
    , m_icon(new IconLabel(this))
    , m_value(makeLabel(this))
    , m_sentence(makeLabel<MutedLabel>(this))
{
    setObjectName(apiName(field));
    m_title->setObjectName(u"title"_s);
    m_title->setText(fieldTitle(field));
    m_title->setToolTip(literalToolTip(columnDescription(field)));
    m_title->setFont(bold(font()));
    m_value->setObjectName(u"value"_s);
    m_value->setFont(bold(font()));
    m_value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_sentence->setObjectName(u"sentence"_s);
    m_sentence->setWordWrap(true);
    if (fieldInfo(field).kind == FieldKind::AccessLevel)
        m_ladder = new AccessLadder(this);

    m_head->setSpacing(6);
    m_head->addWidget(m_title, 1);
    if (m_ladder)
        m_head->addWidget(m_ladder);
    m_head->addWidget(m_icon);
    m_head->addWidget(m_value);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(2);
    m_rows->addLayout(m_head);
    m_rows->addWidget(m_sentence);
}

void FieldView::showFieldOf(const OrganizationConnection &connection)
{
    m_word = valueWord(connection, m_field);
    showMeaning(cellMeaning(connection, m_field));
    m_sentence->setText(fieldSentence(connection, m_field));
    m_sentence->show();
    setAccessibleName(spokenField(connection, m_field));
    setAccessibleDescription(m_sentence->text());
}

void FieldView::showFieldOf(const QList<OrganizationConnection> &connections)
{
    m_word = commonValue(connections, m_field);
    m_word.replace(" ("_L1, u"\u00A0("_s); // a line never ends between a value and its number
    CellMeaning meaning = cellMeaning(connections.constFirst(), m_field);
    for (const OrganizationConnection &connection : connections) {
        if (cellMeaning(connection, m_field) != meaning)
            meaning = CellMeaning::Text; // no picture can show several
    }
    showMeaning(meaning);
    m_sentence->hide();
    setAccessibleName(tr("%1: %2", "a field and the values of several connections")
                          .arg(fieldTitle(m_field), m_word));
    setAccessibleDescription({});
}

void FieldView::showMeaning(CellMeaning meaning)
{
    if (m_ladder) {
        m_ladder->setVisible(isAccessLevel(meaning));
        m_ladder->setLevel(meaning);
    }
    const QIcon icon = meaningIcon(meaning, m_field);
    m_icon->setIcon(icon);
    m_icon->setVisible(!icon.isNull() && !m_ladder); // the ladder says the same
    if (m_field
        == ConnectionField::OrganizationAccessLevel) // no other level's rights are documented
        setToolTip(stepsToolTip(meaning));
    placeValue();
}

void FieldView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeValue();
}

void FieldView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        placeValue();
}

//! Puts the value beside the title if both fit on one line, otherwise below it; always at the right
//! edge. A label breaks lines only between words, so a single word
//! that is wider than the pane is elided.
void FieldView::placeValue()
{
    const QString text = shortened(m_word, LongestValue);
    const QFontMetrics metrics = m_value->fontMetrics();
    const auto widthOf = [&metrics](const QString &words) {
        return metrics.horizontalAdvance(words) + ValueMargin;
    };
    int besideTitle = width() - m_head->spacing();
    for (const QWidget *widget : std::initializer_list<const QWidget *>{m_ladder, m_icon}) {
        if (widget && !widget->isHidden())
            besideTitle -= widget->sizeHint().width() + m_head->spacing();
    }
    const int forTitle = besideTitle - widthOf(text);
    const QFontMetrics titleMetrics = m_title->fontMetrics();
    const bool isLaidOut = testAttribute(Qt::WA_Resized);
    const int title = titleMetrics.horizontalAdvance(m_title->text()) + ValueMargin;
    const bool isBelow = isLaidOut && title > forTitle;
    const bool isTitleBroken = isLaidOut && title > width();
    if (isBelow != m_isBelow) {
        m_isBelow = isBelow;
        if (isBelow) {
            m_head->removeWidget(m_value);
            m_rows->insertWidget(1, m_value);
        } else {
            m_rows->removeWidget(m_value);
            m_head->addWidget(m_value);
        }
    }
    const bool isWordTooWide = isBelow && longestWord(text, metrics) + ValueMargin > width();
    setWrapped(*m_title, isTitleBroken);
    setWrapped(*m_value, isBelow && !isWordTooWide && widthOf(text) > width());
    QSizePolicy policy = m_value->sizePolicy(); // a copy keeps that the height follows the width
    policy.setHorizontalPolicy(isBelow ? QSizePolicy::Preferred : QSizePolicy::Fixed);
    m_value->setSizePolicy(policy);
    m_value->setText(isWordTooWide ? metrics.elidedText(text, Qt::ElideRight, width() - ValueMargin)
                                   : text);
    m_value->setToolTip(m_value->text() == m_word ? QString() : literalToolTip(m_word));
}

} // namespace Vestibule
