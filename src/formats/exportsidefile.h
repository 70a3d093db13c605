// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "formats/connectionencoder.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace Vestibule {

//! What stands beside an exported file: where its rows come from, how it is spelt (CSV alone), and
//! what it was when it was written, so that an auditor can tell whether it still is.
struct ExportSideFile {
    ExportProvenance provenance{};
    ExportLayout layout{};
    ExportCount count{};
    QDateTime readAt{}; //!< when the last row was read
    QString fileName{}; //!< without its folder
    qint64 size = 0; //!< in bytes
    QByteArray sha256{}; //!< of the whole file; the 32 bytes themselves

    //! As JSON, UTF-8.
    [[nodiscard]] QByteArray toJson() const;
};

//! Beside `acme.csv` it is `acme.csv.meta.json`.
[[nodiscard]] QString sideFilePath(const QString &path);

} // namespace Vestibule
