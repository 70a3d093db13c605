// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "cli/endsignal.h"

#include <QSocketNotifier>

#ifdef Q_OS_UNIX
#include <array>
#include <cerrno>
#include <csignal>
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
std::array<bool, EndSignals.size()> isHandled{};

void restoreDefaults()
{
    for (std::size_t i = 0; i < EndSignals.size(); ++i) {
        if (isHandled.at(i))
            std::signal(EndSignals.at(i), SIG_DFL);
    }
}

//! Runs in the middle of anything, so it only passes the number to the event loop.
extern "C" void forwardEndSignal(int number)
{
    const int error = errno;
    restoreDefaults();
    const auto byte = static_cast<char>(number);
    static_cast<void>(::write(pipeEnds.at(1), &byte, 1) == 1); // the pipe is empty
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
    for (std::size_t i = 0; i < EndSignals.size(); ++i) {
        struct sigaction before = {};
        ::sigaction(EndSignals.at(i), nullptr, &before);
        isHandled.at(i) = before.sa_handler != SIG_IGN;
        if (isHandled.at(i))
            ::sigaction(EndSignals.at(i), &action, nullptr);
    }
}

EndSignal::~EndSignal()
{
    m_notifier.reset(); // the handler stays
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
