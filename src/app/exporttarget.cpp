// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "app/exporttarget.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>
#include <csignal>
#include <cstdio>

namespace Vestibule {

namespace {

class FileTarget final : public ExportTarget {
public:
    explicit FileTarget(const QString &path)
        : m_file(path)
    {
    }

    QIODevice &device() override { return m_file; }
    bool open() override { return m_file.open(QIODevice::WriteOnly); }
    bool restart() override { return m_file.seek(0) && m_file.resize(0); }
    bool commit() override { return m_file.commit(); }
    QString errorString() override { return m_file.errorString(); }
    QString name() const override { return QDir::toNativeSeparators(m_file.fileName()); }

private:
    QSaveFile m_file;
};

bool empty(QBuffer &rows)
{
    rows.buffer().clear();
    return rows.seek(0);
}

//! Writes \a rows at once. A reader that has gone away is not an error.
bool writeWhole(QFile &output, const QByteArray &rows)
{
#ifdef SIGPIPE
    std::signal(SIGPIPE, SIG_IGN); // `| head` ends early: write() says EPIPE instead
#endif
    errno = 0;
    const bool isWritten = output.write(rows) == rows.size() && output.flush();
    return isWritten || errno == EPIPE;
}

//! A device or a pipe: there is nothing to put in its place, and a root user could do just that.
class DeviceTarget final : public ExportTarget {
public:
    explicit DeviceTarget(const QString &path)
        : m_file(path)
    {
    }

    QIODevice &device() override { return m_rows; }
    bool open() override
    {
        return m_rows.open(QIODevice::WriteOnly)
            && m_file.open(QIODevice::WriteOnly | QIODevice::ExistingOnly);
    }
    bool restart() override { return empty(m_rows); }
    bool commit() override { return writeWhole(m_file, m_rows.data()); }
    QString errorString() override { return m_file.errorString(); }
    QString name() const override { return QDir::toNativeSeparators(m_file.fileName()); }

private:
    QFile m_file;
    QBuffer m_rows;
};

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
    if (existing.exists() && !existing.isFile() && !existing.isDir())
        return std::make_unique<DeviceTarget>(path);
    return std::make_unique<FileTarget>(path);
}

std::unique_ptr<ExportTarget> makeStandardOutputTarget()
{
    return std::make_unique<StandardOutputTarget>();
}

} // namespace Vestibule
