// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/detail/accessladder.h"

#include "widgets/controls/theming.h"

#include <QPainter>

namespace Vestibule {

namespace {

constexpr int Steps = 4;
constexpr int StepWidth = 14;
constexpr int Gap = 3;
constexpr int LowestStep = 5;
constexpr int Rise = 3; //!< by which each step is higher than the one before

} // namespace

AccessLadder::AccessLadder(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void AccessLadder::setLevel(CellMeaning level)
{
    const int step = int(level) - int(CellMeaning::AccessNone) + 1;
    m_filledSteps = step >= 1 && step <= Steps ? step : 0;
    update();
}

QSize AccessLadder::sizeHint() const
{
    return {Steps * StepWidth + (Steps - 1) * Gap, LowestStep + (Steps - 1) * Rise};
}

void AccessLadder::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    QColor empty = mutedTextColor(palette());
    empty.setAlphaF(0.25F);
    for (int step = 0; step < Steps; ++step) {
        const int barHeight = LowestStep + step * Rise;
        const QRect bar(step * (StepWidth + Gap), sizeHint().height() - barHeight, StepWidth,
                        barHeight);
        painter.setBrush(step < m_filledSteps ? palette().color(QPalette::Highlight) : empty);
        painter.drawRoundedRect(bar, 1.5, 1.5);
    }
}

} // namespace Vestibule
