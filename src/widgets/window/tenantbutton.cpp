// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/tenantbutton.h"

#include "widgets/controls/fontscale.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QStyle>
#include <QStyleOption>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr int ButtonGap = 9; //!< between name, badge and arrow
constexpr int ButtonArrowSize = 10;
constexpr int LeastNameLetters = 10; //!< of the name
constexpr int WidthOfWholeName = 230; //!< at the designed font; a shorter button is never cut
constexpr int BadgePadding = 6; //!< left and right of the word

//! A word on a coloured background with round corners. Clicks go to the button below it.
class Badge final : public QLabel {
public:
    explicit Badge(QWidget *parent)
        : QLabel(parent)
    {
        setObjectName(u"kindLabel"_s);
        setTextFormat(Qt::PlainText);
        setAlignment(Qt::AlignCenter);
        setForegroundRole(QPalette::WindowText); // and not those of the button
        setBackgroundRole(QPalette::Window);
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setContentsMargins(BadgePadding, 1, BadgePadding, 1);
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette().color(QPalette::Window));
        painter.drawRoundedRect(rect(), 4, 4);
        painter.end();
        QLabel::paintEvent(event);
    }
};

} // namespace

TenantButton::TenantButton(QWidget *parent)
    : FramedButton(parent)
    , m_badge(new Badge(this))
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setKind({}, {});
}

void TenantButton::setKind(const QString &word, const QColor &color)
{
    QPalette colors;
    if (color.isValid()) {
        colors.setColor(QPalette::Window, color);
        colors.setColor(QPalette::WindowText, Qt::white);
    }
    QFont small = font();
    small.setBold(true);
    small.setPointSizeF(small.pointSizeF() * 0.85);
    m_badge->setFont(small);
    m_badge->setPalette(colors);
    m_badge->setText(word);
    m_badge->setVisible(!word.isEmpty());
    updateGeometry();
    placeBadge();
    update();
}

int TenantButton::badgeWidth() const
{
    return m_badge->isHidden() ? 0 : m_badge->sizeHint().width() + ButtonGap;
}

int TenantButton::nameWidth() const
{
    QFont bold = font();
    bold.setBold(true);
    return QFontMetrics(bold).horizontalAdvance(plainText()) + 1; // for fractions
}

QSize TenantButton::sizeHint() const
{
    return {Padding + IconSide + IconGap + nameWidth() + ButtonGap + badgeWidth() + ButtonArrowSize
                + Padding,
            barHeight(fontMetrics())};
}

QSize TenantButton::minimumSizeHint() const
{
    const QSize whole = sizeHint();
    const int letters = LeastNameLetters * fontMetrics().averageCharWidth();
    const int cut = whole.width() - nameWidth() + std::min(nameWidth(), letters);
    const int never = scaledToFont({WidthOfWholeName, 1}).width();
    return {std::clamp(never, cut, whole.width()), whole.height()};
}

void TenantButton::placeBadge()
{
    const QSize size = m_badge->sizeHint();
    const int right = width() - Padding - ButtonArrowSize - ButtonGap;
    m_badge->setGeometry(mirrored(
        QRect(right - size.width(), (height() - size.height()) / 2, size.width(), size.height())));
}

void TenantButton::resizeEvent(QResizeEvent *event)
{
    FramedButton::resizeEvent(event);
    placeBadge();
}

void TenantButton::changeEvent(QEvent *event)
{
    FramedButton::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange
        || event->type() == QEvent::LayoutDirectionChange)
        setKind(m_badge->text(),
                m_badge->text().isEmpty() ? QColor() : m_badge->palette().color(QPalette::Window));
}

//! The style draws the button; icon, name and arrow share one line with the badge.
void TenantButton::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    paintFrame(painter);
    paintIcon(painter, Padding);
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(palette().color(QPalette::Active, QPalette::ButtonText));
    const int left = Padding + IconSide + IconGap;
    const int right = width() - Padding - ButtonArrowSize - ButtonGap - badgeWidth();
    painter.drawText(
        mirrored(QRect(left, 0, right - left, height())), Qt::AlignLeft | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(plainText(), Qt::ElideMiddle, std::max(0, right - left)));
    QStyleOption arrow;
    arrow.initFrom(this);
    arrow.rect =
        mirrored(QRect(width() - Padding - ButtonArrowSize, (height() - ButtonArrowSize) / 2,
                       ButtonArrowSize, ButtonArrowSize));
    style()->drawPrimitive(QStyle::PE_IndicatorArrowDown, &arrow, &painter, this);
}

} // namespace Vestibule
