// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/thinprogressbar.h"

#include "widgets/controls/theming.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace Vestibule {

namespace {

constexpr double QuietLine = 0.12; // of the text's colour

} // namespace

ThinProgressBar::ThinProgressBar(QWidget *parent)
    : QProgressBar(parent)
    , m_motion(*new BusyMotion(this))
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
FilledPart ThinProgressBar::filledPart() const
{
    if (m_motion.isMoving())
        return m_motion.part();
    if (maximum() <= minimum())
        return {0, 1};
    const double done = double(value() - minimum()) / (double(maximum()) - minimum());
    return {0, std::clamp(done, 0.0, 1.0)}; // no value yet is one less than the least
}

void ThinProgressBar::paintEvent(QPaintEvent * /*event*/)
{
    m_motion.start();
    QPainter painter(this);
    QPalette colors = palette();
    colors.setCurrentColorGroup(QPalette::Active); // it says the same in an inactive window
    if (isHighContrast(colors)) // as thin as a frame, which is no part of the filled one
        painter.fillRect(QRect(0, height() / 2, width(), 1), frameColor(colors));
    else
        painter.fillRect(
            rect(),
            mixed(colors.color(QPalette::WindowText), colors.color(QPalette::Window), QuietLine));
    const FilledPart part = filledPart();
    const int begin = qRound(part.begin * width());
    const QRect filled(begin, 0, qRound(part.end * width()) - begin, height());
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), filled),
                     colors.color(QPalette::Highlight));
}

} // namespace Vestibule
