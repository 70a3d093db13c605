// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "cli/endsignal.h"

#include <QSocketNotifier>

#ifdef Q_OS_UNIX
#include <array>
#include <cerrno>
#include <csignal>
#include <ctime>
#include <utility>

#include <fcntl.h>
#include <unistd.h>
#endif

namespace Vestibule {

#ifdef Q_OS_UNIX

namespace {

constexpr std::array EndSignals{SIGINT, SIGTERM, SIGHUP};

// A signal handler can only use globals.
std::array<int, 2> pipeEnds{-1, -1}; //!< for reading, for writing
timespec firstSignalAt{}; //!< monotonic time; 0 before the first signal

bool isSecondAfter(const timespec &first, const timespec &now)
{
    return now.tv_sec - first.tv_sec > 1
        || (now.tv_sec - first.tv_sec == 1 && now.tv_nsec >= first.tv_nsec);
}

//! May interrupt any code, so it only calls functions that are async-signal-safe.
extern "C" void forwardEndSignal(int number)
{
    const int error = errno;
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    if (firstSignalAt.tv_sec == 0 && firstSignalAt.tv_nsec == 0) {
        firstSignalAt = now;
        const auto byte = static_cast<char>(number);
        static_cast<void>(::write(pipeEnds.at(1), &byte, 1) == 1); // the pipe is empty
    } else if (isSecondAfter(firstSignalAt, now)) {
        std::signal(number, SIG_DFL);
        std::raise(number); // takes effect when this handler returns
    }
    errno = error;
}

} // namespace

EndSignal::EndSignal(QObject *parent)
    : QObject(parent)
{
    if (::pipe(pipeEnds.data()) != 0)
        return;
    for (const int end : pipeEnds)
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
    m_notifier = std::make_unique<QSocketNotifier>(pipeEnds.at(0), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        char number = 0;
        if (::read(pipeEnds.at(0), &number, 1) == 1)
            Q_EMIT received(number);
    });
    struct sigaction action = {};
    action.sa_handler = forwardEndSignal;
    action.sa_flags = SA_RESTART;
    for (const int each : EndSignals)
        sigaddset(&action.sa_mask, each);
    firstSignalAt = {};
    for (const int each : EndSignals) {
        struct sigaction before = {};
        ::sigaction(each, nullptr, &before);
        if (before.sa_handler != SIG_IGN)
            ::sigaction(each, &action, nullptr);
    }
}

EndSignal::~EndSignal()
{
    m_notifier.reset(); // the signal handler stays installed: see the header
    for (int &end : pipeEnds) {
        if (const int open = std::exchange(end, -1); open >= 0)
            ::close(open);
    }
}

#else

EndSignal::EndSignal(QObject *parent)
    : QObject(parent)
{
}

EndSignal::~EndSignal() = default;

#endif

} // namespace Vestibule
