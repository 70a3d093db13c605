// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "formats/wholefile.h"

#ifdef Q_OS_UNIX
#include <QFileInfo>
#include <QRandomGenerator>

#include <algorithm>
#include <array>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

#include <cerrno>

namespace Vestibule {

//! Write everything or fail; a short count would hide the error.
qint64 WholeFile::writeData(const char *data, qint64 size)
{
    for (qint64 done = 0; done < size;) {
        const qint64 more = WholeFileBase::writeData(data + done, size - done);
        if (more <= 0)
            return -1;
        done += more;
    }
    return size;
}

#ifdef Q_OS_UNIX

namespace {

#ifdef O_PATH
constexpr int FolderMode = O_PATH | O_DIRECTORY | O_CLOEXEC; // reading it may not be allowed
#else
constexpr int FolderMode = O_RDONLY | O_DIRECTORY | O_CLOEXEC;
#endif
constexpr int MostLinks = 40; //!< that Linux follows
constexpr int MostTries = 100; //!< to find a name that no file has

//! Also the journal that SQLite keeps beside a file while it writes it. False, and errno, if that
//! fails.
bool removeNamed(int folder, const QByteArray &name)
{
    ::unlinkat(folder, QByteArray(name + "-journal").constData(), 0);
    return ::unlinkat(folder, name.constData(), 0) == 0 || errno == ENOENT;
}

//! The temporary files of this process that have a name. exit() removes them, because Qt calls it
//! in the middle of everything when the display server dies.
class NamedFiles final {
public:
    //! Never destroyed: a thread may still use it at the end.
    static NamedFiles &all()
    {
        static NamedFiles &files = *new NamedFiles;
        return files;
    }

    void add(int folder, const QByteArray &name)
    {
        const std::scoped_lock lock(m_mutex);
        m_files.emplace_back(folder, name);
    }
    void remove(int folder, const QByteArray &name)
    {
        const std::scoped_lock lock(m_mutex);
        std::erase(m_files, std::pair(folder, name));
    }

private:
    NamedFiles()
    {
        std::atexit([] {
            const std::scoped_lock lock(all().m_mutex);
            for (const auto &[folder, name] : all().m_files)
                removeNamed(folder, name);
        });
    }

    std::mutex m_mutex;
    std::vector<std::pair<int, QByteArray>> m_files;
};

//! With a slash at its end.
QByteArray folderOf(const QByteArray &path)
{
    const qsizetype end = path.lastIndexOf('/') + 1;
    return end == 0 ? QByteArray("./") : path.first(end);
}

//! The path after all links are followed, whether there is a file or not. If that fails, it is
//! empty and errno is set. In bytes, because a link may contain a name that is not UTF-8.
QByteArray followLinks(QByteArray path)
{
    for (int links = 0; links < MostLinks; ++links) {
        struct stat status = {};
        if (::lstat(path.constData(), &status) != 0)
            return errno == ENOENT ? path : QByteArray();
        if (!S_ISLNK(status.st_mode))
            return path;
        std::array<char, PATH_MAX> link{};
        const ssize_t size = ::readlink(path.constData(), link.data(), link.size());
        if (size < 0)
            return {};
        const QByteArray target(link.data(), size);
        path = target.startsWith('/') ? target : QByteArray(folderOf(path) + target);
    }
    errno = ELOOP;
    return {};
}

//! Network shares report some errors only when a file is written to disk or closed. A copy of the
//! descriptor is closed, because the file itself may still need a name.
bool isOnDisk(int descriptor)
{
    int result = 0;
    do
        result = ::fsync(descriptor);
    while (result != 0 && errno == EINTR);
    if (result != 0 && errno != EINVAL) // EINVAL: this file system has no such function
        return false;
    const int copy = ::fcntl(descriptor, F_DUPFD_CLOEXEC, 0);
    return copy >= 0 && ::close(copy) == 0;
}

bool writeAll(int descriptor, const char *data, qsizetype size)
{
    for (qsizetype done = 0; done < size;) {
        const ssize_t more = ::write(descriptor, data + done, static_cast<size_t>(size - done));
        if (more < 0 && errno != EINTR)
            return false;
        done += std::max<ssize_t>(more, 0);
    }
    return true;
}

//! Gives the unnamed file this name, unless there is one with that name.
bool linkUnnamed(int descriptor, int folder, const QByteArray &name)
{
    const QByteArray unnamed = "/proc/self/fd/" + QByteArray::number(descriptor);
    return ::linkat(AT_FDCWD, unnamed.constData(), folder, name.constData(), AT_SYMLINK_FOLLOW)
        == 0;
}

QByteArray randomName()
{
    return ".vestibule-"
        + QByteArray::number(QRandomGenerator::system()->generate64(), 16).rightJustified(16, '0');
}

} // namespace

WholeFile::WholeFile(const QString &path)
    : QFile(path)
{
}

WholeFile::~WholeFile()
{
    discard();
    if (m_folder >= 0)
        ::close(m_folder);
}

bool WholeFile::openToWrite()
{
    return openFile(false);
}

bool WholeFile::openNamed()
{
    return openFile(true);
}

QString WholeFile::temporaryPath() const
{
    const QByteArray path = m_folderPath + m_temporary;
    const QString decoded = decodeName(path);
    return encodeName(decoded) == path ? QFileInfo(decoded).absoluteFilePath() : QString();
}

bool WholeFile::openFile(bool isNamed)
{
    m_path = followLinks(encodeName(fileName()));
    if (m_path.isEmpty())
        return fail(errno);
    struct stat old = {};
    m_exists = ::lstat(m_path.constData(), &old) == 0;
    if (m_path.endsWith('/') || (m_exists && S_ISDIR(old.st_mode)))
        return fail(EISDIR);
    if (m_exists && ::access(m_path.constData(), W_OK) != 0) {
        if (errno != EACCES)
            return fail(errno);
        setErrorString(tr("the file that is there is read-only"));
        return false;
    }
    m_mode = m_exists ? old.st_mode & 0777U : 0666U;
    m_folderPath = folderOf(m_path);
    m_folder = ::open(m_folderPath.constData(), FolderMode);
    if (m_folder < 0)
        return fail(errno);
    int descriptor = isNamed ? -1 : createUnnamed();
    if (descriptor < 0)
        descriptor = createNamed();
    if (descriptor < 0)
        return fail(errno);
    return QFile::open(descriptor, QIODevice::WriteOnly | QIODevice::Unbuffered,
                       QFileDevice::AutoCloseHandle);
}

bool WholeFile::commit()
{
    struct stat folder = {}; // may have been moved away
    const bool isInPlace =
        ::stat(m_folderPath.constData(), &folder) == 0 && isOnDisk(handle()) && putInPlace();
    const int error = errno;
    QFile::close();
    if (!isInPlace) {
        discard();
        return fail(error);
    }
    // Without this, a power failure may bring the old file back. Too late to report an error.
    const int open = ::openat(m_folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (open >= 0) {
        ::fsync(open);
        ::close(open);
    }
    return true;
}

//! Negative where the system or the file system cannot do that. CIFS, NFS, FAT and FUSE report
//! different errors for that, so any of them means: use a named file.
int WholeFile::createUnnamed() const
{
#ifdef O_TMPFILE
    const int descriptor = ::openat(m_folder, ".", O_TMPFILE | O_RDWR | O_CLOEXEC, m_mode);
    if (descriptor >= 0 && m_exists)
        ::fchmod(descriptor, m_mode); // the umask may have taken bits away
    return descriptor;
#else
    return -1;
#endif
}

//! Negative, and errno, if that fails.
int WholeFile::createNamed()
{
    for (int tries = 0; tries < MostTries; ++tries) {
        const QByteArray name = randomName();
        const int descriptor =
            ::openat(m_folder, name.constData(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, m_mode);
        if (descriptor < 0 && errno == EEXIST)
            continue;
        if (descriptor < 0)
            return -1;
        NamedFiles::all().add(m_folder, name);
        m_temporary = name;
        // Fails on file systems without modes; the file never has more than the old one.
        if (m_exists)
            ::fchmod(descriptor, m_mode);
        return descriptor;
    }
    return -1;
}

//! If it fails, errno says why.
bool WholeFile::putInPlace()
{
    const bool isUnnamed = m_temporary.isEmpty();
    if (isUnnamed && linkUnnamed(handle(), AT_FDCWD, m_path))
        return true; // there was no file
    if (isUnnamed && !giveName() && !copyToNamed())
        return false;
    if (::renameat(m_folder, m_temporary.constData(), AT_FDCWD, m_path.constData()) != 0)
        return false;
    NamedFiles::all().remove(m_folder, std::exchange(m_temporary, {}));
    return true;
}

bool WholeFile::giveName()
{
    for (int tries = 0; tries < MostTries; ++tries) {
        const QByteArray name = randomName();
        if (linkUnnamed(handle(), m_folder, name)) {
            NamedFiles::all().add(m_folder, name);
            m_temporary = name;
            return true;
        }
        if (errno != EEXIST)
            return false;
    }
    return false;
}

//! For systems that do not allow to name a file later, for example without /proc.
bool WholeFile::copyToNamed()
{
    const int copy = createNamed();
    if (copy < 0)
        return false;
    QByteArray part(1 << 16, Qt::Uninitialized);
    off_t done = 0;
    ssize_t size = 0;
    do {
        size = ::pread(handle(), part.data(), static_cast<size_t>(part.size()), done);
        done += size;
    } while (size > 0 && writeAll(copy, part.constData(), size));
    const bool isCopied = size == 0 && isOnDisk(copy);
    const int error = errno;
    ::close(copy);
    errno = error;
    return isCopied;
}

//! Does nothing once the file is in its place. If the folder has become read-only, the destructor
//! tries again.
void WholeFile::discard()
{
    if (m_temporary.isEmpty() || !removeNamed(m_folder, m_temporary))
        return;
    NamedFiles::all().remove(m_folder, std::exchange(m_temporary, {}));
}

//! Always false.
bool WholeFile::fail(int error)
{
    setErrorString(qt_error_string(error));
    return false;
}

#else

WholeFile::WholeFile(const QString &path)
    : QSaveFile(path)
{
}

WholeFile::~WholeFile() = default;

//! Unbuffered, because QSaveFile::commit() ignores a failure to write its buffer: on a full disk, a
//! truncated file would replace the old one.
bool WholeFile::openToWrite()
{
    return QSaveFile::open(QIODevice::WriteOnly | QIODevice::Unbuffered);
}

bool WholeFile::commit()
{
    errno = 0;
    if (QSaveFile::commit())
        return true;
    if (error() == QFileDevice::UnspecifiedError && errno != 0)
        setErrorString(qt_error_string(errno)); // Qt does not always report why it cannot rename
    return false;
}

#endif

} // namespace Vestibule
