// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

// System calls that fail as they do on other file systems. Linked into a test, or loaded into a
// program with LD_PRELOAD, these functions replace those of the C library. The environment variable
// VESTIBULE_FILE_FAULTS says what fails, with which errno: "tmpfile=95 linkat=2 fsync=5 close=5".
// "slowsync=300" makes fsync() take 300 milliseconds; with "saysync=1" it prints a line before.

#include <cerrno>
#include <chrono>
#include <cstdarg>
#include <cstdlib>
#include <cstring>
#include <thread>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

//! Sets errno to the number that follows the name, such as "fsync="; false without the name.
bool fails(const char *name)
{
    const char *faults = std::getenv("VESTIBULE_FILE_FAULTS");
    const char *fault = faults ? std::strstr(faults, name) : nullptr;
    if (!fault)
        return false;
    errno = std::atoi(fault + std::strlen(name));
    return true;
}

int openFile(int folder, const char *path, int flags, mode_t mode)
{
    if ((flags & O_TMPFILE) == O_TMPFILE && fails("tmpfile="))
        return -1;
    return static_cast<int>(::syscall(SYS_openat, folder, path, flags, mode));
}

mode_t modeOf(int flags, va_list arguments)
{
    const bool hasMode = (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE;
    return hasMode ? va_arg(arguments, mode_t) : 0;
}

bool isWrittenFile(int descriptor)
{
    struct stat status = {};
    return ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode)
        && (::fcntl(descriptor, F_GETFL) & O_ACCMODE) != O_RDONLY;
}

} // namespace

#define VESTIBULE_OPEN(name)                                                                       \
    int name(const char *path, int flags, ...)                                                     \
    {                                                                                              \
        va_list arguments;                                                                         \
        va_start(arguments, flags);                                                                \
        const mode_t mode = modeOf(flags, arguments);                                              \
        va_end(arguments);                                                                         \
        return openFile(AT_FDCWD, path, flags, mode);                                              \
    }
#define VESTIBULE_OPENAT(name)                                                                     \
    int name(int folder, const char *path, int flags, ...)                                         \
    {                                                                                              \
        va_list arguments;                                                                         \
        va_start(arguments, flags);                                                                \
        const mode_t mode = modeOf(flags, arguments);                                              \
        va_end(arguments);                                                                         \
        return openFile(folder, path, flags, mode);                                                \
    }

extern "C" {

VESTIBULE_OPEN(open)
VESTIBULE_OPEN(open64)
VESTIBULE_OPENAT(openat)
VESTIBULE_OPENAT(openat64)

int linkat(int oldFolder, const char *oldPath, int folder, const char *path, int flags) noexcept
{
    if (fails("linkat="))
        return -1;
    return static_cast<int>(::syscall(SYS_linkat, oldFolder, oldPath, folder, path, flags));
}

int fsync(int descriptor)
{
    struct stat status = {};
    if (::fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode))
        ::setenv("VESTIBULE_SYNCED_FOLDER", "1", 1); // for a test in the same process
    else if (fails("saysync=") && ::write(STDERR_FILENO, "fsync\n", 6) != 6)
        return -1;
    if (!S_ISDIR(status.st_mode) && fails("slowsync="))
        std::this_thread::sleep_for(std::chrono::milliseconds(errno)); // a signal does not end it
    if (!S_ISDIR(status.st_mode) && fails("fsync="))
        return -1;
    return static_cast<int>(::syscall(SYS_fsync, descriptor));
}

int close(int descriptor)
{
    const bool isWritten = isWrittenFile(descriptor);
    const auto result = static_cast<int>(::syscall(SYS_close, descriptor));
    return isWritten && fails("close=") ? -1 : result;
}

} // extern "C"
