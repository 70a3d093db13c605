// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QDirIterator>
#include <QFile>

//! Whether the system has ended every thread of a QNetworkAccessManager and of a demo tenant;
//! always true where there is no /proc.
//!
//! OpenSSL keeps random generators for each thread and frees them when the system ends the thread,
//! which is after QThread::wait() has returned. A process that exits in between leaks them, and the
//! leak check reports that.
[[nodiscard]] inline bool networkThreadsAreGone()
{
    QDirIterator names(QStringLiteral("/proc/self/task"), {QStringLiteral("comm")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (names.hasNext()) {
        QFile name(names.next());
        if (!name.open(QIODevice::ReadOnly))
            continue;
        const QByteArray thread = name.readAll(); // the first 15 characters
        if (thread.startsWith("QNetworkAccessM") || thread.startsWith("demo tenant"))
            return false;
    }
    return true;
}
