// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionpage.h"

#include <QList>

namespace Vestibule {

//! What deserves a second look in one connection, by documented rules only and without a score. The
//! rules that are findings as well are those of core/finding.h. A field that the tenant did not
//! send raises no hint.
enum class ConnectionHint {
    SignupWithoutMembership, //!< the API accepts sign-up only with membership on login
    SignupWithMembership, //!< everyone who signs up to the database becomes a member at once
    SocialMembership, //!< everyone with an account at the social provider becomes a member
    //! The API requires organization_connection_name for every level but `none`.
    AccessWithoutName,
    DisabledKeepsFlags, //!< disabled, with sign-up or membership on login still set
    SignupWithoutMeaning, //!< set, although it counts for database connections only
    ButtonWithoutMeaning, //!< hidden, although that counts for enterprise connections only
};

[[nodiscard]] QList<ConnectionHint> connectionHints(const OrganizationConnection &connection);

//! What deserves a second look in an organization's connections as a whole.
enum class ListingHint {
    NoneEnabled, //!< every row is disabled
    //! Every enabled connection is an enterprise one without a button: Auth0 shows an error instead
    //! of the login page (see "Enable organization connections" in its documentation).
    AllEnabledHidden,
    NearLimit, //!< FindingRule::NearlyFull
};

//! Empty unless the page is an organization's whole listing without a filter, with rows that say
//! whether they are enabled: the older endpoint leaves out disabled connections.
[[nodiscard]] QList<ListingHint> listingHints(const ConnectionPage &page);

} // namespace Vestibule
