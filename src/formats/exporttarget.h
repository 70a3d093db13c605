// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <memory>

class QIODevice;

namespace Vestibule {

//! Where an export goes. Nothing of it is there for others to see before commit().
class ExportTarget {
public:
    ExportTarget() = default;
    ExportTarget(const ExportTarget &) = delete;
    ExportTarget &operator=(const ExportTarget &) = delete;
    virtual ~ExportTarget() = default;

    //! Owned by the target; open for writing after open().
    [[nodiscard]] virtual QIODevice &device() = 0;
    [[nodiscard]] virtual bool open() = 0;
    //! Drops what was written so far; writing begins anew.
    [[nodiscard]] virtual bool restart() = 0;
    //! Makes the whole of it visible at once. Without it, everything written is dropped. It may
    //! take long, and be called on another thread than the rest.
    [[nodiscard]] virtual bool commit() = 0;
    //! Why open(), commit() or the device failed, in the system's words.
    [[nodiscard]] virtual QString errorString() = 0;
    //! A path for people, with the system's separators; empty for standard output.
    [[nodiscard]] virtual QString name() const = 0;
};

//! A file that appears whole or not at all; one that exists stays as it is until then, and what
//! another program has open of it stays so for that program. A device or a pipe, such as /dev/null,
//! and what a shell has opened, such as /dev/stdout, is written at commit() and never replaced; a
//! pipe that nobody reads cannot be opened.
[[nodiscard]] std::unique_ptr<ExportTarget> makeFileTarget(const QString &path);

//! Standard output, which is written at commit(). A reader that has gone away is not an error.
[[nodiscard]] std::unique_ptr<ExportTarget> makeStandardOutputTarget();

} // namespace Vestibule
