// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "app/exporttarget.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
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
    bool commit() override { return m_file.commit(); }
    QString errorString() override { return m_file.errorString(); }
    QString name() const override { return QDir::toNativeSeparators(m_file.fileName()); }

private:
    QSaveFile m_file;
};

class StandardOutputTarget final : public ExportTarget {
public:
    QIODevice &device() override { return m_rows; }
    bool open() override { return m_rows.open(QIODevice::WriteOnly); }
    bool commit() override
    {
#ifdef SIGPIPE
        std::signal(SIGPIPE, SIG_IGN); // `| head` ends early: write() says EPIPE instead
#endif
        QFile output;
        const QByteArray &rows = m_rows.data();
        errno = 0;
        const bool isWritten
            = output.open(stdout, QIODevice::WriteOnly) && output.write(rows) == rows.size()
            && output.flush();
        m_error = output.errorString();
        return isWritten || errno == EPIPE;
    }
    QString errorString() override { return m_error; }
    QString name() const override { return {}; }

private:
    QBuffer m_rows;
    QString m_error;
};

} // namespace

std::unique_ptr<ExportTarget> makeFileTarget(const QString &path)
{
    return std::make_unique<FileTarget>(path);
}

std::unique_ptr<ExportTarget> makeStandardOutputTarget()
{
    return std::make_unique<StandardOutputTarget>();
}

} // namespace Vestibule
