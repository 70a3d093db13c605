// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFile>
#include <QString>

#include <cstdio>

#include <unistd.h>

//! Collects standard error for its lifetime.
class StandardError final {
public:
    explicit StandardError(const QString &path)
        : m_file(path)
    {
        if (!m_file.open(QIODevice::ReadWrite | QIODevice::Truncate))
            qFatal("no file for standard error");
        std::fflush(stderr);
        m_saved = dup(STDERR_FILENO);
        dup2(m_file.handle(), STDERR_FILENO);
    }
    ~StandardError()
    {
        std::fflush(stderr);
        dup2(m_saved, STDERR_FILENO);
        close(m_saved);
    }
    Q_DISABLE_COPY_MOVE(StandardError)

    [[nodiscard]] QString text()
    {
        std::fflush(stderr);
        m_file.seek(0);
        return QString::fromUtf8(m_file.readAll());
    }

private:
    QFile m_file;
    int m_saved = -1;
};
