// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/figurebuttons.h"

#include "models/displaytext.h"
#include "widgets/controls/fontscale.h"
#include "widgets/controls/theming.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>
#include <QStyle>
#include <QStyleOption>

#include <algorithm>
#include <cmath>

namespace Vestibule {

namespace {

constexpr int FigureGap = 10;
constexpr int LeastBar = 40; // what is left of the chart when the window is narrow
constexpr int BarPart = 10; // of a bar's height in 16 parts; the rest is air
constexpr int AllToBeginning = -1000;
constexpr int AllToEnd = 1000;

} // namespace

FigureButton::FigureButton(QWidget *parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
}

FigureButton::~FigureButton() = default;

void FigureButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return click();
    QAbstractButton::keyPressEvent(event);
}

//! The keyboard may lead to a figure that is scrolled out of sight.
void FigureButton::focusInEvent(QFocusEvent *event)
{
    QAbstractButton::focusInEvent(event);
    if (event->reason() == Qt::MouseFocusReason)
        return;
    for (QWidget *each = parentWidget(); each; each = each->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(each))
            area->ensureWidgetVisible(this);
    }
}

void FigureButton::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void FigureButton::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

QColor FigureButton::textColor() const
{
    QPalette colors = palette();
    colors.setCurrentColorGroup(isActiveWindow() ? QPalette::Active : QPalette::Inactive);
    return isEnabled() ? colors.color(QPalette::WindowText) : mutedTextColor(colors);
}

void FigureButton::paintState(QPainter &painter) const
{
    const QRectF place = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    if (isEnabled() && (underMouse() || isDown())) {
        QColor shade = palette().color(QPalette::Active, QPalette::WindowText);
        shade.setAlphaF(isDown() ? 0.16F : 0.08F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(shade);
        painter.drawRoundedRect(place, 4, 4);
    }
    if (hasFocus()) {
        QStyleOptionFocusRect ring;
        ring.initFrom(this);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &ring, &painter, this);
    }
}

NumberTile::NumberTile(QWidget *parent)
    : FigureButton(parent)
{
}

void NumberTile::setNumber(const QString &number, const QString &caption, const QString &spoken)
{
    setAccessibleName(spoken);
    if (number == m_number && caption == m_caption)
        return;
    m_number = number;
    m_caption = caption;
    updateGeometry();
    update();
}

QFont NumberTile::numberFont() const
{
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.8);
    large.setWeight(QFont::DemiBold);
    return large;
}

QSize NumberTile::sizeHint() const
{
    const QFontMetrics large(numberFont());
    const int width =
        std::max(large.horizontalAdvance(m_number), fontMetrics().horizontalAdvance(m_caption));
    return {width + 2 * Padding + FigureGap, large.height() + fontMetrics().height() + 2 * Padding};
}

QSize NumberTile::minimumSizeHint() const
{
    return {QFontMetrics(numberFont()).horizontalAdvance(m_number) + 2 * Padding,
            sizeHint().height()};
}

void NumberTile::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(isHighContrast(palette()) ? frameColor(palette())
                                             : palette().color(QPalette::Active, QPalette::Mid));
    painter.setBrush(palette().color(QPalette::Active, QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    paintState(painter);
    const QRect place = rect().adjusted(Padding, Padding, -Padding, -Padding);
    painter.setFont(numberFont());
    painter.setPen(textColor());
    painter.drawText(place, Qt::AlignLeft | Qt::AlignTop, m_number);
    painter.setFont(font());
    painter.setPen(mutedTextColor(palette()));
    painter.drawText(place, Qt::AlignLeft | Qt::AlignBottom,
                     fontMetrics().elidedText(m_caption, Qt::ElideRight, place.width()));
}

BarButton::BarButton(QWidget *parent)
    : FigureButton(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void BarButton::setBar(const Bar &bar)
{
    if (bar == m_bar)
        return;
    if (bar.isLabelAbove != m_bar.isLabelAbove)
        updateGeometry();
    m_bar = bar;
    setAccessibleName(bar.spoken);
    setToolTip(literalToolTip(bar.spoken));
    setEnabled(bar.leadsToRows);
    update();
}

void BarButton::setWidths(int label, int number)
{
    if (label == m_labelWidth && number == m_numberWidth)
        return;
    m_labelWidth = label;
    m_numberWidth = number;
    updateGeometry();
    update();
}

QSize BarButton::sizeHint() const
{
    constexpr int FirstBar = 160;
    const int label = m_bar.isLabelAbove ? 0 : m_labelWidth + FigureGap;
    return {label + m_numberWidth + scaledToFont({FirstBar, 1}).width() + 2 * Padding + FigureGap,
            m_bar.isLabelAbove
                ? fontMetrics().height() + gapBelowLabel() + barHeight() + 2 * marginOfLines()
                : fontMetrics().height() + 6};
}

int BarButton::barHeight() const
{
    const int line = fontMetrics().height() + 6;
    return std::max(4, line * BarPart / (m_bar.isLabelAbove ? 24 : 16));
}

int BarButton::gapBelowLabel() const
{
    return std::max(4, fontMetrics().height() / 4);
}

//! Above and below a label with its bar: a label is nearer to its own bar than to the one above.
int BarButton::marginOfLines() const
{
    return std::max(6, fontMetrics().height() * 2 / 5);
}

QSize BarButton::minimumSizeHint() const
{
    constexpr int ShortestLabel = 60; // the rest is cut off
    const int shortest = std::min(m_labelWidth, scaledToFont({ShortestLabel, 1}).width());
    const int label = m_bar.isLabelAbove ? 0 : shortest + FigureGap;
    return {label + m_numberWidth + LeastBar + 2 * Padding + FigureGap, sizeHint().height()};
}

void BarButton::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up:
        return void(Q_EMIT stepped(-1));
    case Qt::Key_Down:
        return void(Q_EMIT stepped(1));
    case Qt::Key_Home:
        return void(Q_EMIT stepped(AllToBeginning));
    case Qt::Key_End:
        return void(Q_EMIT stepped(AllToEnd));
    default:
        FigureButton::keyPressEvent(event);
    }
}

void BarButton::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintState(painter);
    QRect inner = rect().adjusted(Padding, 0, -Padding, 0);
    const int room = m_bar.isLabelAbove ? inner.width()
                                        : inner.width() - m_numberWidth - LeastBar - 2 * FigureGap;
    QRect label = inner;
    label.setWidth(std::clamp(m_labelWidth, 0, std::max(room, 0)));
    if (m_bar.isLabelAbove) {
        label = QRect(inner.left(), marginOfLines(), label.width(), fontMetrics().height());
        inner =
            QRect(inner.left(), label.bottom() + 1 + gapBelowLabel(), inner.width(), barHeight());
    } else {
        inner.setLeft(inner.left() + label.width() + FigureGap);
    }
    painter.setPen(textColor());
    painter.drawText(mirrored(label), Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(m_bar.label, Qt::ElideRight, label.width()));
    painter.drawText(mirrored(inner), Qt::AlignRight | Qt::AlignVCenter | Qt::TextDontClip,
                     m_bar.number);
    inner.setRight(inner.right() - m_numberWidth - FigureGap);
    paintBar(painter, mirrored(inner));
}

QRect BarButton::mirrored(const QRect &place) const
{
    return QStyle::visualRect(layoutDirection(), rect(), place);
}

//! In the middle of the place, and as long as its share of the place's width.
void BarButton::paintBar(QPainter &painter, const QRect &place) const
{
    const int height = barHeight();
    const qreal top = place.top() + std::ceil((place.height() - height) / 2.0);
    const QRectF track(place.left(), top, place.width(), height);
    QColor shade = palette().color(QPalette::Active, QPalette::WindowText);
    shade.setAlphaF(0.07F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(shade);
    painter.drawRoundedRect(track, 2, 2);
    if (isHighContrast(palette())) { // where a shade does not say how long the whole is
        painter.setPen(frameColor(palette()));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(track.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
        painter.setPen(Qt::NoPen);
    }
    if (m_bar.share <= 0)
        return;
    QRectF bar = track;
    bar.setWidth(std::max(2.0, track.width() * std::min(m_bar.share, 1.0)));
    if (isRightToLeft())
        bar.moveRight(track.right());
    painter.setBrush(palette().color(QPalette::Active, QPalette::Highlight));
    painter.drawRoundedRect(bar, 2, 2);
}

} // namespace Vestibule
