// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "formats/connectionencoder.h"

namespace Vestibule {

//! What a person chose for an export, and will most likely choose for the next one.
struct ExportChoices {
    ExportFormat format = ExportFormat::Csv; //!< CSV or JSON
    bool onlyVisibleColumns = false; //!< false: all
    CsvDialect csv{};
    bool hasTranslatedHeader = false; //!< false: the API's names
    bool withSideFile = false;

    bool operator==(const ExportChoices &) const = default;
};

} // namespace Vestibule
