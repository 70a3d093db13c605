// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/segmentbutton.h"

#include "widgets/controls/framedbutton.h"
#include "widgets/controls/theming.h"

#include <QPainter>
#include <QPainterPath>

namespace Vestibule {

namespace {

constexpr int SegmentPadding = 11; //!< left and right of the text
constexpr int SegmentRadius = 4;

} // namespace

SegmentButton::SegmentButton(QWidget *parent)
    : QToolButton(parent)
{
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setAttribute(Qt::WA_Hover);
}

void SegmentButton::setPosition(Position position)
{
    m_position = position;
    update();
}

QSize SegmentButton::sizeHint() const
{
    QFont bold = font();
    bold.setBold(true); // as when it is checked, so that no button moves then
    return {QFontMetrics(bold).horizontalAdvance(text()) + 2 * SegmentPadding,
            FramedButton::barHeight(fontMetrics())};
}

QSize SegmentButton::minimumSizeHint() const
{
    return sizeHint();
}

//! The checked one has a tint, bold text and an edge of the accent colour: more than colour alone.
void SegmentButton::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPalette colors = palette();
    const QColor accent = colors.color(QPalette::Highlight);
    const QColor base = colors.color(QPalette::Button);
    const QColor ink = colors.color(QPalette::ButtonText);
    const bool isHovered = isEnabled() && underMouse();
    // On the tint, the pale words of a disabled button could not be seen.
    QColor fill = isChecked() && isEnabled() ? mixed(accent, base, 0.22)
        : isHovered                          ? mixed(ink, base, 0.08)
                                             : base;
    if (isDown())
        fill = mixed(accent, base, 0.35);

    // The clip cuts off the corners that a neighbour covers; each edge between two is drawn once.
    // As seen from the left.
    const bool isFirst = m_position == (isRightToLeft() ? Position::Last : Position::First);
    const bool isLast = m_position == (isRightToLeft() ? Position::First : Position::Last);
    const QRectF frame = QRectF(rect()).adjusted(isFirst ? 0.5 : -SegmentRadius - 0.5, 0.5,
                                                 isLast ? -0.5 : SegmentRadius + 0.5, -0.5);
    painter.setPen(QPen(frameColor(colors), 1));
    painter.setBrush(fill);
    painter.drawRoundedRect(frame, SegmentRadius, SegmentRadius);
    if (!isLast)
        painter.drawLine(QPointF(width() - 0.5, 1), QPointF(width() - 0.5, height() - 1));
    if (isChecked())
        painter.fillRect(
            QRectF(isFirst ? SegmentRadius : 0, height() - 2,
                   width() - (isFirst ? SegmentRadius : 0) - (isLast ? SegmentRadius : 0), 2),
            isEnabled() ? accent : ink);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(accent, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -2), 3, 3);
    }
    QFont font = this->font();
    font.setBold(isChecked());
    painter.setFont(font);
    painter.setPen(isEnabled() ? ink : mutedTextColor(colors));
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextHideMnemonic, text());
}

} // namespace Vestibule
