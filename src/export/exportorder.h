// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionsource.h"
#include "core/tenantaccess.h"
#include "formats/connectionencoder.h"
#include "formats/savedview.h"
#include "store/profile.h"

#include <QString>

#include <optional>

namespace Vestibule {

//! What a person has asked to be exported: all that it takes to do it, and to do it once more,
//! whatever the session looks at by then.
struct ExportOrder {
    TenantAccess access{}; //!< to the tenant whose rows they are
    std::optional<Profile> profile{}; //!< the tenant's, for its name and its kind
    bool isDemo = false;
    //! Read with access; what is on screen shares it, and so the care for the tenant's rate limit.
    ConnectionSourcePtr source{};
    SavedViewPtr savedView{}; //!< what the source reads; null when that is the tenant
    ConnectionPage page{}; //!< its rows are what is written
    bool allPages = false; //!< all rows of its listing are
    ExportLayout layout{};
    ExportProvenance provenance{};
    QString path{};
    bool withSideFile = false;
};

} // namespace Vestibule
