// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDirIterator>
#include <QFile>

//! Whether every thread that a QNetworkAccessManager had is gone from the system, too; where /proc
//! does not tell, always.
//!
//! OpenSSL keeps random generators for each thread, and frees them when the system ends it: that is
//! after QThread::wait() has returned. A process that ends in between leaves them behind, which the
//! leak check reports.
[[nodiscard]] inline bool networkThreadsAreGone()
{
    QDirIterator names(QStringLiteral("/proc/self/task"), {QStringLiteral("comm")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (names.hasNext()) {
        QFile name(names.next());
        if (name.open(QIODevice::ReadOnly) && name.readAll().startsWith("QNetworkAccessM"))
            return false; // the system knows the first 15 characters
    }
    return true;
}
