// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "formats/exporttarget.h"

#include "formats/wholefile.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <cerrno>
#include <csignal>
#include <optional>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

struct TargetText {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::TargetText)
};

class FileTarget final : public ExportTarget {
public:
    explicit FileTarget(const QString &path)
        : m_path(path)
        , m_file(path)
    {
    }

    QIODevice &device() override { return m_file; }
    bool open() override { return m_file.openToWrite(); }
    bool restart() override { return m_file.seek(0) && m_file.resize(0); }
    bool commit() override { return m_file.commit(); }
    QString errorString() override { return m_file.errorString(); }
    QString name() const override { return QDir::toNativeSeparators(m_path); }

private:
    QString m_path;
    WholeFile m_file; // QFile forgets its name when it opens a descriptor
};

bool empty(QBuffer &rows)
{
    rows.buffer().clear();
    return rows.seek(0);
}

//! A closed reader is not an error.
bool writeWhole(QFile &output, const QByteArray &rows)
{
#ifdef SIGPIPE
    std::signal(SIGPIPE, SIG_IGN); // `| head` ends early: let write() fail with EPIPE
#endif
    errno = 0;
    qint64 done = 0;
    while (done < rows.size()) {
        const qint64 more = output.write(rows.constData() + done, rows.size() - done);
        if (more <= 0)
            return errno == EPIPE;
        done += more;
    }
    return output.flush() || errno == EPIPE;
}

//! A device, a pipe or an open descriptor. These must not be replaced by a file, which root could
//! do.
class DeviceTarget final : public ExportTarget {
public:
    explicit DeviceTarget(const QString &path)
        : m_path(path)
    {
    }

    QIODevice &device() override { return m_rows; }
    bool open() override { return m_rows.open(QIODevice::WriteOnly) && openDevice(); }
    bool restart() override { return empty(m_rows); }
    bool commit() override { return writeWhole(m_file, m_rows.data()); }
    QString errorString() override { return m_reason.isEmpty() ? m_file.errorString() : m_reason; }
    QString name() const override { return QDir::toNativeSeparators(m_path); }

private:
    [[nodiscard]] bool openDevice();

    QString m_path;
    QFile m_file;
    QBuffer m_rows;
    QString m_reason; //!< why it could not be opened; empty if m_file knows
};

//! The descriptor that a path such as /dev/fd/3 names.
std::optional<int> openedDescriptor(const QString &path)
{
#ifdef Q_OS_UNIX
    if (path == "/dev/stdout"_L1)
        return STDOUT_FILENO;
    static const QRegularExpression name(u"^/(?:dev|proc/self)/fd/(\\d{1,6})$"_s);
    if (const QRegularExpressionMatch match = name.match(path); match.hasMatch())
        return match.captured(1).toInt();
#else
    Q_UNUSED(path)
#endif
    return {};
}

#ifdef Q_OS_UNIX

//! A standard stream that was closed at the start is open for reading alone.
bool isWritable(int descriptor)
{
    const int mode = ::fcntl(descriptor, F_GETFL);
    if (mode >= 0 && (mode & O_ACCMODE) == O_RDONLY)
        errno = EBADF;
    return mode >= 0 && (mode & O_ACCMODE) != O_RDONLY;
}

//! Opens without blocking, because opening a pipe waits for a reader, perhaps for ever; writing
//! then blocks. Duplicates an open descriptor, because opening it again would start from the
//! beginning.
bool DeviceTarget::openDevice()
{
    const QByteArray path = QFile::encodeName(m_path);
    const std::optional<int> opened = openedDescriptor(m_path);
    int descriptor = -1;
    if (!opened)
        descriptor = ::open(path.constData(), O_WRONLY | O_NONBLOCK | O_CLOEXEC);
    else if (isWritable(*opened))
        descriptor = ::fcntl(*opened, F_DUPFD_CLOEXEC, 0);
    if (descriptor < 0) {
        const int error = errno;
        struct stat status = {};
        const bool isPipe = ::stat(path.constData(), &status) == 0 && S_ISFIFO(status.st_mode);
        m_reason = error == ENXIO && isPipe
            ? TargetText::tr("it is a pipe, and no program reads from it")
            : qt_error_string(error);
        return false;
    }
    if (!opened)
        ::fcntl(descriptor, F_SETFL, ::fcntl(descriptor, F_GETFL) & ~O_NONBLOCK);
    return m_file.open(descriptor, QIODevice::WriteOnly, QFileDevice::AutoCloseHandle);
}

#else

bool DeviceTarget::openDevice()
{
    m_file.setFileName(m_path);
    return m_file.open(QIODevice::WriteOnly | QIODevice::ExistingOnly);
}

#endif

//! Not through stdout, which has a buffer: exit() would wait for a reader once more.
class StandardOutputTarget final : public ExportTarget {
public:
    QIODevice &device() override { return m_rows; }
    bool open() override { return m_rows.open(QIODevice::WriteOnly); }
    bool restart() override { return empty(m_rows); }
    bool commit() override
    {
        constexpr int StandardOutput = 1;
        return m_output.open(StandardOutput, QIODevice::WriteOnly | QIODevice::Unbuffered)
            && writeWhole(m_output, m_rows.data());
    }
    QString errorString() override { return m_output.errorString(); }
    QString name() const override { return {}; }

private:
    QFile m_output;
    QBuffer m_rows;
};

} // namespace

bool isStream(const QString &path)
{
    if (path.isEmpty() || openedDescriptor(path))
        return true;
    const QFileInfo existing(path);
    return existing.exists() && !existing.isFile() && !existing.isDir();
}

std::unique_ptr<ExportTarget> makeFileTarget(const QString &path)
{
    if (isStream(path))
        return std::make_unique<DeviceTarget>(path);
    return std::make_unique<FileTarget>(path);
}

std::unique_ptr<ExportTarget> makeStandardOutputTarget()
{
    return std::make_unique<StandardOutputTarget>();
}

std::unique_ptr<ExportTarget> makeTarget(const QString &path)
{
    return path.isEmpty() ? makeStandardOutputTarget() : makeFileTarget(path);
}

bool writeOnce(ExportTarget &target, const QByteArray &bytes)
{
    return target.open() && target.device().write(bytes) == bytes.size() && target.commit();
}

} // namespace Vestibule
