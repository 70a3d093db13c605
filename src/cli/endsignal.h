// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

#include <memory>

class QSocketNotifier;

namespace Vestibule {

//! SIGINT, SIGTERM and SIGHUP, for a program that has to tidy up before it ends. One that was
//! ignored at the start stays ignored, because nohup and shells ask for that. One that comes a
//! second or more after the first ends the program at once; earlier ones are ignored, because a
//! terminal that closes, and systemd, send two signals one after the other. Does nothing on
//! Windows.
//!
//! When the object is gone, a first signal is ignored: the program has done its work, and its exit
//! status must say so.
class EndSignal final : public QObject {
    Q_OBJECT

public:
    //! From now on these signals no longer end the program. There may be only one such object.
    explicit EndSignal(QObject *parent = nullptr);
    ~EndSignal() override;

Q_SIGNALS:
    //! From the event loop; with the signal's number.
    void received(int number);

private:
    std::unique_ptr<QSocketNotifier> m_notifier; //!< null on Windows, and when there is no pipe
};

} // namespace Vestibule
