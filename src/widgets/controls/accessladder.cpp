// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/accessladder.h"

#include "widgets/controls/theming.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPalette>

#include <algorithm>
#include <cmath>

namespace Vestibule {

namespace {

// In pixels beside a text of 9 points.
constexpr int Bars = 4;
constexpr int BarWidth = 5;
constexpr int Gap = 2;
constexpr int FirstHeight = 4;
constexpr int Rise = 3; //!< by which each bar is higher than the one before
constexpr QSize DesignSize(Bars *BarWidth + (Bars - 1) * Gap, FirstHeight + (Bars - 1) * Rise);
constexpr qreal DesignText = 16; //!< the height of that text

int filledBars(CellMeaning level)
{
    const int bar = int(level) - int(CellMeaning::AccessNone) + 1;
    return bar >= 1 && bar <= Bars ? bar : 0;
}

} // namespace

QSize accessLadderSize(const QFontMetrics &text)
{
    const qreal scale = std::max(1.0, text.height() / DesignText);
    return {int(std::lround(DesignSize.width() * scale)),
            int(std::lround(DesignSize.height() * scale))};
}

void drawAccessLadder(QPainter &painter, const QRect &place, CellMeaning level,
                      const QPalette &palette)
{
    constexpr qreal Corner = 1;
    const QColor filled = palette.color(QPalette::Highlight);
    QColor empty = mutedTextColor(palette);
    empty.setAlphaF(0.28F);
    const int filledCount = filledBars(level);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.translate(place.topLeft());
    painter.scale(qreal(place.width()) / DesignSize.width(),
                  qreal(place.height()) / DesignSize.height());
    for (int bar = 0; bar < Bars; ++bar) {
        const int height = FirstHeight + bar * Rise;
        painter.setBrush(bar < filledCount ? filled : empty);
        painter.drawRoundedRect(
            QRect(bar * (BarWidth + Gap), DesignSize.height() - height, BarWidth, height), Corner,
            Corner);
    }
    painter.restore();
}

AccessLadder::AccessLadder(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void AccessLadder::setLevel(CellMeaning level)
{
    m_level = level;
    update();
}

QSize AccessLadder::sizeHint() const
{
    return accessLadderSize(fontMetrics());
}

void AccessLadder::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    drawAccessLadder(painter, rect(), m_level, palette());
}

} // namespace Vestibule
