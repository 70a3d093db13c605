// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>

#include <memory>

class QIODevice;

namespace Vestibule {

//! Where output is written, whole or not at all: nothing is visible before commit().
class ExportTarget {
public:
    ExportTarget() = default;
    ExportTarget(const ExportTarget &) = delete;
    ExportTarget &operator=(const ExportTarget &) = delete;
    virtual ~ExportTarget() = default;

    //! Open for writing after open().
    [[nodiscard]] virtual QIODevice &device() = 0;
    [[nodiscard]] virtual bool open() = 0;
    //! Discards everything written so far, to start again.
    [[nodiscard]] virtual bool restart() = 0;
    //! Makes everything visible at once; without it, the destructor discards everything. May take
    //! long, and may be called in another thread than the other functions. If it fails, a file that
    //! was there before is as it was.
    [[nodiscard]] virtual bool commit() = 0;
    //! The system's error after open(), commit() or the device failed.
    [[nodiscard]] virtual QString errorString() = 0;
    //! The path with the system's separators; empty for standard output.
    [[nodiscard]] virtual QString name() const = 0;
};

//! True for what commit() writes piece by piece: standard output (an empty path), devices, pipes
//! (/dev/null) and open descriptors (/dev/stdout).
[[nodiscard]] bool isStream(const QString &path);

//! A file that commit() replaces in one step; programs that have the old file open keep it. A
//! stream is written at commit() and never replaced; if that fails, a part may have been written.
//! Opening a pipe without a reader fails.
[[nodiscard]] std::unique_ptr<ExportTarget> makeFileTarget(const QString &path);

//! Standard output, written at commit(). It is no error if its reader has closed the pipe.
[[nodiscard]] std::unique_ptr<ExportTarget> makeStandardOutputTarget();

//! The file with this path; standard output for an empty one.
[[nodiscard]] std::unique_ptr<ExportTarget> makeTarget(const QString &path);

//! Opens the target, writes all bytes to it and commits.
[[nodiscard]] bool writeOnce(ExportTarget &target, const QByteArray &bytes);

} // namespace Vestibule
