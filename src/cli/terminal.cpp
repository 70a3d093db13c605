// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "cli/terminal.h"

#include "models/displaytext.h"

#include <QtGlobal>

#include <cstdio>
#include <utility>

#ifdef Q_OS_UNIX
#include <array>
#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>
#endif

namespace Vestibule {

namespace {

constexpr char EraseLine[] = "\r\x1b[K"; //!< ECMA-48, "erase in line"

bool isTerminal()
{
#ifdef Q_OS_UNIX
    return isatty(STDERR_FILENO) == 1;
#else
    return false;
#endif
}

} // namespace

void prepareStandardStreams()
{
#ifdef Q_OS_UNIX
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    constexpr std::array UselessModes{
        std::pair(STDIN_FILENO, O_WRONLY),
        std::pair(STDOUT_FILENO, O_RDONLY),
        std::pair(STDERR_FILENO, O_RDONLY),
    };
    for (const auto &[stream, mode] : UselessModes) {
        if (::fcntl(stream, F_GETFD) < 0 && errno == EBADF)
            ::open("/dev/null", mode); // gets the lowest number that is free, which is this one
    }
#endif
}

void printError(const QString &sentence)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(displaySafe(sentence)));
}

ProgressLine::ProgressLine()
    : m_isTerminal(isTerminal())
{
}

ProgressLine::~ProgressLine()
{
    clear();
}

void ProgressLine::show(const QString &text)
{
    if (!m_isTerminal)
        return;
    std::fprintf(stderr, "%s%s", EraseLine, qUtf8Printable(displaySafe(text)));
    std::fflush(stderr);
    m_isShown = true;
}

void ProgressLine::clear()
{
    if (std::exchange(m_isShown, false))
        std::fprintf(stderr, "%s", EraseLine);
}

} // namespace Vestibule
