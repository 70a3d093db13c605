// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/tenant/findingbox.h"

#include "models/displaytext.h"
#include "models/findingtext.h"
#include "widgets/controls/figurebuttons.h"
#include "widgets/controls/labels.h"
#include "widgets/controls/symbolicon.h"
#include "widgets/controls/theming.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr int FindingPadding = 10;
constexpr int SignMargin = 4; // left and right of the dot in its icon

constexpr int OuterGap = 4; // above and below the frame
constexpr QColor Amber(0xf0, 0xa0, 0x00);

QColor tintOf(const QPalette &palette, qreal share)
{
    return mixed(Amber, palette.color(QPalette::Active, QPalette::Base), share);
}

QColor boxColor(const QPalette &palette)
{
    return isHighContrast(palette) ? palette.color(QPalette::Active, QPalette::Base)
                                   : tintOf(palette, 0.13);
}

//! Quieter than that of a control, but in high contrast it must be visible.
QColor boxFrameColor(const QPalette &palette)
{
    return isHighContrast(palette) ? frameColor(palette) : tintOf(palette, 0.5);
}

IconLabel *findingSign(QWidget *parent)
{
    auto *sign = new IconLabel(parent);
    sign->setIcon(symbolIcon(u"finding"_s));
    return sign;
}

//! A few words that lead somewhere, in the colour of links. They break where there is no room.
class RuleLink final : public FigureButton {
public:
    static constexpr int Side = SignMargin; //!< left and right of the words, for the focus

    RuleLink(const QString &shown, QWidget *parent)
        : FigureButton(parent)
    {
        setText(shown);
        setCursor(Qt::PointingHandCursor);
        QSizePolicy policy(QSizePolicy::Maximum, QSizePolicy::Minimum);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
    }

    QSize sizeHint() const override
    {
        const int width = fontMetrics().horizontalAdvance(text()) + 2 * Side + 2;
        return {width, heightForWidth(width)};
    }
    QSize minimumSizeHint() const override
    {
        return {std::min(sizeHint().width(), fontMetrics().averageCharWidth() * 10),
                heightForWidth(sizeHint().width())};
    }
    int heightForWidth(int width) const override
    {
        constexpr int LeastTarget = 24; // WCAG 2.2, 2.5.8
        const QRect room(0, 0, width - 2 * Side, QWIDGETSIZE_MAX);
        return std::max(LeastTarget,
                        fontMetrics().boundingRect(room, Qt::TextWordWrap, text()).height() + 4);
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        paintState(painter);
        QFont font = this->font();
        font.setUnderline(underMouse());
        painter.setFont(font);
        painter.setPen(palette().color(QPalette::Active, QPalette::Link));
        const QRect place = rect().adjusted(Side, 0, -Side, 0);
        painter.drawText(
            place,
            int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter)
                | Qt::TextWordWrap,
            text());
    }
};

} // namespace

FindingBox::FindingBox(QWidget *parent)
    : QFrame(parent)
    , m_lines(new QVBoxLayout(this))
{
    setObjectName(u"findingBox"_s);
    setAccessibleName(tr("Needs attention"));
    // Dots, texts and the words of links begin at the same place.
    constexpr int Sides = FindingPadding - SignMargin;
    m_lines->setContentsMargins(Sides, FindingPadding + OuterGap, Sides, FindingPadding + OuterGap);
    m_lines->setSpacing(2);
    applyColors();
    hide();
}

FindingBox::~FindingBox() = default;

void FindingBox::setTabComesFrom(QWidget &before)
{
    m_before = &before;
}

void FindingBox::setFindings(const QList<FindingRule> &rules,
                             const std::optional<FindingRule> &first)
{
    QList<FindingRule> sorted = rules;
    std::ranges::stable_sort(sorted, {}, [&first](FindingRule rule) {
        return std::pair(rule != first, std::pair(findingRule(rule).severity, rule));
    });
    if (sorted == m_rules)
        return;
    m_rules = sorted;
    qDeleteAll(findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    QStringList spoken;
    for (const FindingRule rule : std::as_const(m_rules)) {
        if (spoken.isEmpty())
            addFirst(rule);
        else
            addOther(rule);
        spoken.append(findingHeadline(rule));
    }
    QWidget *before = m_before; // without it, what is made later would come last
    for (auto *link : findChildren<FigureButton *>()) {
        if (before)
            setTabOrder(before, link);
        before = link;
    }
    setAccessibleDescription(spoken.join(u'\n'));
    setVisible(!m_rules.isEmpty());
}

//! Later, because what is shown then may have other findings, without this link.
void FindingBox::request(const QAbstractButton &link, FindingRule rule)
{
    connect(
        &link, &QAbstractButton::clicked, this, [this, rule] { Q_EMIT ruleRequested(rule); },
        Qt::QueuedConnection);
}

void FindingBox::addFirst(FindingRule rule)
{
    auto *head = new QWidget(this);
    auto *line = new QHBoxLayout(head);
    line->setContentsMargins(0, 0, SignMargin, 0);
    line->setSpacing(RuleLink::Side);
    line->addWidget(findingSign(head), 0, Qt::AlignTop);
    auto *title = new QLabel(head);
    title->setObjectName(u"findingTitle"_s);
    QFont bold = font();
    bold.setBold(true);
    title->setFont(bold);
    title->setText(findingHeadline(rule));
    line->addWidget(title, 1);
    m_lines->addWidget(head);
    auto *sentence = new QLabel(this);
    sentence->setObjectName(u"findingSentence"_s);
    sentence->setText(findingSentence(rule));
    sentence->setContentsMargins(SignMargin, 0, SignMargin, 0);
    m_lines->addWidget(sentence);
    for (QLabel *label : {title, sentence}) {
        wrapPlainText(*label);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    auto *why = new RuleLink(tr("Why ›", "something was found"), this);
    why->setObjectName(u"whyButton"_s);
    why->setAccessibleName(tr("Why: %1", "the title of a finding").arg(findingTitle(rule)));
    why->setToolTip(tr("Show the rule among the findings"));
    request(*why, rule);
    m_lines->addWidget(why, 0, Qt::AlignLeft);
}

void FindingBox::addOther(FindingRule rule)
{
    auto *head = new QWidget(this);
    auto *line = new QHBoxLayout(head);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(0);
    line->addWidget(findingSign(head), 0, Qt::AlignVCenter);
    auto *link = new RuleLink(findingHeadline(rule) + u"\u00a0›"_s, head);
    link->setObjectName(u"otherFindingButton"_s);
    link->setAccessibleName(findingHeadline(rule));
    link->setToolTip(literalToolTip(findingSentence(rule)));
    request(*link, rule);
    line->addWidget(link);
    line->addStretch();
    m_lines->addWidget(head);
}

void FindingBox::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColors();
}

//! The palette gets the tint, too, so that checks of contrast measure against it.
void FindingBox::applyColors()
{
    QPalette colors;
    colors.setColor(QPalette::Window, boxColor(colors));
    if (palette().color(QPalette::Window) != colors.color(QPalette::Window))
        setPalette(colors);
}

void FindingBox::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(boxFrameColor(palette()));
    painter.setBrush(boxColor(palette()));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, OuterGap + 0.5, -0.5, -OuterGap - 0.5), 4,
                            4);
}

} // namespace Vestibule
