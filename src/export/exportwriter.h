// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "formats/connectionencoder.h"
#include "formats/exporttarget.h"
#include "formats/provenance.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QDateTime>
#include <QString>

#include <memory>
#include <optional>

namespace Vestibule {

//! A target could not be written.
struct WriteError {
    QString name{}; //!< the target's; empty for standard output
    QString reason{}; //!< the system's error message
    QString written{}; //!< the target that has the rows, when only its side file failed

    bool operator==(const WriteError &) const = default;
};

//! Why the last call on this target failed.
[[nodiscard]] WriteError writeErrorOf(ExportTarget &target);

//! Writes the rows of one export to its target, and their description to a side file. Without
//! commit() nothing is left of either.
class ExportWriter final {
public:
    struct Options {
        ExportLayout layout{};
        ExportProvenance provenance{};
        QString path{}; //!< empty: standard output
        bool withSideFile = false; //!< not for standard output
    };

    explicit ExportWriter(const Options &options);
    ~ExportWriter();

    //! Opens the targets and writes what comes before the rows. If this or another function
    //! returns false, error() says why, and the object can only be destroyed.
    [[nodiscard]] bool open();
    [[nodiscard]] bool write(const QList<OrganizationConnection> &rows);
    //! Drops all rows that were written, and starts again.
    [[nodiscard]] bool restart();
    //! Writes what comes after the rows, and the side file. `readAt` is when the last row was read.
    [[nodiscard]] bool finish(const ExportCount &count, const QDateTime &readAt);
    //! After finish(): makes the files visible, first the rows and then the side file. If only the
    //! side file fails, the rows stay and WriteError::written names them. It may take long, and may
    //! be called on another thread than the other functions.
    [[nodiscard]] bool commit();

    [[nodiscard]] const WriteError &error() const { return m_error; }

private:
    [[nodiscard]] bool put(const QByteArray &bytes);
    [[nodiscard]] bool putSideFile(const ExportCount &count, const QDateTime &readAt);
    bool fail(ExportTarget &target);

    Options m_options;
    std::unique_ptr<ExportTarget> m_target;
    std::unique_ptr<ExportTarget> m_sideTarget; //!< null without a side file
    std::unique_ptr<ConnectionEncoder> m_encoder;
    QCryptographicHash m_hash{QCryptographicHash::Sha256}; //!< only used for the side file
    qint64 m_size = 0; //!< bytes written
    WriteError m_error;
};

} // namespace Vestibule
