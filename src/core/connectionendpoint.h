// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

namespace Vestibule {

//! Where a tenant lists the connections of an organization.
enum class ConnectionEndpoint {
    Connections, //!< `/connections`: every field, and a filter
    //! `/enabled_connections`, the older one: enabled connections alone, without is_enabled,
    //! organization_access_level and organization_connection_name, and without a filter.
    EnabledConnections,
};

} // namespace Vestibule
