// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QObject>

class QProgressBar;

namespace Vestibule {

//! The part of a progress bar that is filled, from 0 to 1, as read from left to right.
struct FilledPart {
    double begin = 0;
    double end = 0;
};

//! Moves what is filled of a progress bar along while its range is 0 to 0, unless the system has
//! switched animations off. It belongs to the bar, which asks it each time it is painted.
class BusyMotion final : public QObject {
    Q_OBJECT

public:
    explicit BusyMotion(QProgressBar *bar);

    [[nodiscard]] static bool isBusy(const QProgressBar &bar);
    //! Starts the motion if the bar is busy; it ends by itself.
    void start();
    [[nodiscard]] bool isMoving() const;
    //! While it moves.
    [[nodiscard]] FilledPart part() const;

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    QProgressBar &m_bar;
    QBasicTimer m_timer;
    QElapsedTimer m_since;
};

} // namespace Vestibule
