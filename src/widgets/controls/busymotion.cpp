// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/busymotion.h"

#include <QProgressBar>
#include <QStyle>
#include <QTimerEvent>

#include <algorithm>
#include <cmath>

namespace Vestibule {

namespace {

constexpr int FrameTime = 33; // milliseconds
constexpr int RoundTime = 1500; // milliseconds, from one end of the bar to the other
constexpr double MovingPart = 0.4; // of the bar

} // namespace

BusyMotion::BusyMotion(QProgressBar *bar)
    : QObject(bar)
    , m_bar(*bar)
{
}

bool BusyMotion::isBusy(const QProgressBar &bar)
{
    return bar.minimum() == 0 && bar.maximum() == 0;
}

void BusyMotion::start()
{
    if (isMoving() && !m_timer.isActive()) {
        m_since.start();
        m_timer.start(FrameTime, this);
    }
}

bool BusyMotion::isMoving() const
{
    return isBusy(m_bar)
        && m_bar.style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, &m_bar) > 0;
}

FilledPart BusyMotion::part() const
{
    // From outside to outside, but at first where it is seen.
    constexpr double First = MovingPart / (1 + MovingPart);
    const double rounds = (m_since.isValid() ? double(m_since.elapsed()) / RoundTime : 0) + First;
    const double way = rounds - std::floor(rounds);
    const double begin = way * (1 + MovingPart) - MovingPart;
    return {std::max(begin, 0.0), std::min(begin + MovingPart, 1.0)};
}

void BusyMotion::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId())
        return QObject::timerEvent(event);
    if (isMoving() && m_bar.isVisible())
        return m_bar.update();
    m_timer.stop();
}

} // namespace Vestibule
