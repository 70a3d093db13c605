// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionsource.h"
#include "core/tenantaccess.h"
#include "formats/connectionencoder.h"
#include "session/subject.h"

#include <QString>

#include <chrono>
#include <optional>

namespace Vestibule {

//! What to export, from where, and to where: all that an export needs to run, and to run again
//! later, when the session may show something else.
struct ExportRequest {
    Subject subject{}; //!< whose rows are exported
    TenantAccess access{}; //!< to the subject's tenant; a saved view needs no token
    //! Not null; it uses `access`. The window shares the source of its table, and with it the
    //! pacing for the tenant's rate limit.
    ConnectionSourcePtr source{};

    ExportExtent extent = ExportExtent::AllPages;
    //! The page for OnePage; for AllPages the first page to read, whose index is 0. The listing is
    //! that of its organization and filter.
    PageRequest page{};
    QString organizationName{}; //!< for people; empty when it is not known
    //! Rows that were read before, in place of those from the source: a page on screen, or the
    //! rows that are selected there.
    std::optional<ConnectionPage> rows{};

    ExportLayout layout{};
    QString path{}; //!< empty: standard output
    bool withSideFile = false; //!< writes an ExportSideFile beside the file
    //! Longest total wait for the rate limit; absent: no maximum.
    std::optional<std::chrono::milliseconds> maximumWait{};

    //! What the file says about where its rows come from.
    [[nodiscard]] ExportProvenance provenance() const;
};

} // namespace Vestibule
