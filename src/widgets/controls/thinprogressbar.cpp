// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/thinprogressbar.h"

#include "widgets/controls/theming.h"

#include <QPainter>
#include <QStyle>
#include <QTimerEvent>

#include <algorithm>

namespace Vestibule {

namespace {

constexpr int FrameTime = 33; // milliseconds
constexpr int RoundTime = 1500; // milliseconds, from one end of the line to the other
constexpr double MovingPart = 0.4; // of the line
constexpr double QuietLine = 0.12; // of the text's colour

} // namespace

ThinProgressBar::ThinProgressBar(QWidget *parent)
    : QProgressBar(parent)
{
    setTextVisible(false);
    setFixedHeight(Thickness);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

ThinProgressBar::~ThinProgressBar() = default;

QSize ThinProgressBar::sizeHint() const
{
    return {120, Thickness};
}

QSize ThinProgressBar::minimumSizeHint() const
{
    return {40, Thickness};
}

//! Without animations, which the system may have switched off, the whole line is filled.
bool ThinProgressBar::isMoving() const
{
    return minimum() == 0 && maximum() == 0
        && style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0;
}

ThinProgressBar::Part ThinProgressBar::filledPart() const
{
    if (isMoving()) {
        const double way = double(m_movingSince.elapsed() % RoundTime) / RoundTime;
        const double begin = way * (1 + MovingPart) - MovingPart; // from outside to outside
        return {std::max(begin, 0.0), std::min(begin + MovingPart, 1.0)};
    }
    if (maximum() <= minimum())
        return {0, 1};
    const double done = double(value() - minimum()) / (double(maximum()) - minimum());
    return {0, std::clamp(done, 0.0, 1.0)}; // no value yet is one less than the least
}

void ThinProgressBar::paintEvent(QPaintEvent * /*event*/)
{
    if (isMoving() && !m_timer.isActive()) {
        m_movingSince.start();
        m_timer.start(FrameTime, this);
    }
    QPainter painter(this);
    QPalette colors = palette();
    colors.setCurrentColorGroup(QPalette::Active); // it says the same in an inactive window
    if (isHighContrast(colors)) // as thin as a frame, which is no part of the filled one
        painter.fillRect(QRect(0, height() / 2, width(), 1), frameColor(colors));
    else
        painter.fillRect(
            rect(),
            mixed(colors.color(QPalette::WindowText), colors.color(QPalette::Window), QuietLine));
    const Part part = filledPart();
    const int begin = qRound(part.begin * width());
    const QRect filled(begin, 0, qRound(part.end * width()) - begin, height());
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), filled),
                     colors.color(QPalette::Highlight));
}

void ThinProgressBar::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId())
        return QProgressBar::timerEvent(event);
    if (isMoving() && isVisible())
        return update();
    m_timer.stop();
}

} // namespace Vestibule
