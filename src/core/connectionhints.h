// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionpage.h"

#include <QList>

namespace Vestibule {

//! An organization cannot have more. Source: Auth0's entity limits, the same for every plan.
inline constexpr int MaximumConnections = 10;

//! What deserves a second look in one connection, by documented rules alone; never a score. What
//! the tenant did not send raises no hint.
enum class ConnectionHint {
    SignupWithoutMembership, //!< the API accepts sign-up only with membership on login
    SignupWithMembership, //!< whoever makes an account in the database is a member at once
    SocialMembership, //!< whoever has an account at a social provider is a member at once
    //! The API asks for organization_connection_name before any level but `none`.
    AccessWithoutName,
    DisabledKeepsFlags, //!< sign-up or membership on login, set on what is disabled
    SignupWithoutMeaning, //!< set, but it counts for database connections only
    ButtonWithoutMeaning, //!< taken away, but it counts for enterprise connections only
};

[[nodiscard]] QList<ConnectionHint> connectionHints(const OrganizationConnection &connection);

//! What deserves a second look in all connections of an organization together.
enum class ListingHint {
    NoneEnabled, //!< every row says that it is disabled
    //! Auth0 shows an error in place of the login page then; see "Enable organization connections"
    //! in its documentation.
    AllEnabledHidden,
    NearLimit, //!< nine or ten of MaximumConnections
};

//! Empty unless \a page is the whole listing of an organization, without a filter, and has rows
//! that say whether they are enabled: the older endpoint leaves out what is disabled.
[[nodiscard]] QList<ListingHint> listingHints(const ConnectionPage &page);

} // namespace Vestibule
