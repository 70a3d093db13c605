// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "formats/exporttarget.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSaveFile>

#include <cerrno>
#include <csignal>
#include <cstdio>
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

//! Unbuffered, because QSaveFile::commit() ignores a failure to write its buffer: on a full disk, a
//! truncated file would replace the old one.
class WholeFile final : public QSaveFile {
public:
    using QSaveFile::QSaveFile;

    bool openToWrite() { return QSaveFile::open(QIODevice::WriteOnly | QIODevice::Unbuffered); }

protected:
    //! Write everything or fail; a short count would hide the error.
    qint64 writeData(const char *data, qint64 size) override
    {
        for (qint64 done = 0; done < size;) {
            const qint64 more = QSaveFile::writeData(data + done, size - done);
            if (more <= 0)
                return -1;
            done += more;
        }
        return size;
    }
};

class FileTarget final : public ExportTarget {
public:
    explicit FileTarget(const QString &path)
        : m_file(path)
    {
    }

    QIODevice &device() override { return m_file; }
    bool open() override { return m_file.openToWrite(); }
    bool restart() override { return m_file.seek(0) && m_file.resize(0); }
    bool commit() override
    {
        errno = 0;
        if (m_file.commit())
            return true;
        if (m_file.error() == QFileDevice::UnspecifiedError && errno != 0)
            m_reason = qt_error_string(errno); // Qt does not always report why it cannot rename
        return false;
    }
    QString errorString() override { return m_reason.isEmpty() ? m_file.errorString() : m_reason; }
    QString name() const override { return QDir::toNativeSeparators(m_file.fileName()); }

private:
    WholeFile m_file;
    QString m_reason;
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

//! Opens without blocking, because opening a pipe waits for a reader, perhaps for ever; writing
//! then blocks. Duplicates an open descriptor, because opening it again would start from the
//! beginning.
bool DeviceTarget::openDevice()
{
    const QByteArray path = QFile::encodeName(m_path);
    const std::optional<int> opened = openedDescriptor(m_path);
    const int descriptor = opened ? ::fcntl(*opened, F_DUPFD_CLOEXEC, 0)
                                  : ::open(path.constData(), O_WRONLY | O_NONBLOCK | O_CLOEXEC);
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

class StandardOutputTarget final : public ExportTarget {
public:
    QIODevice &device() override { return m_rows; }
    bool open() override { return m_rows.open(QIODevice::WriteOnly); }
    bool restart() override { return empty(m_rows); }
    bool commit() override
    {
        return m_output.open(stdout, QIODevice::WriteOnly) && writeWhole(m_output, m_rows.data());
    }
    QString errorString() override { return m_output.errorString(); }
    QString name() const override { return {}; }

private:
    QFile m_output;
    QBuffer m_rows;
};

} // namespace

std::unique_ptr<ExportTarget> makeFileTarget(const QString &path)
{
    const QFileInfo existing(path);
    const bool isDevice = existing.exists() && !existing.isFile() && !existing.isDir();
    if (isDevice || openedDescriptor(path))
        return std::make_unique<DeviceTarget>(path);
    return std::make_unique<FileTarget>(path);
}

std::unique_ptr<ExportTarget> makeStandardOutputTarget()
{
    return std::make_unique<StandardOutputTarget>();
}

} // namespace Vestibule
