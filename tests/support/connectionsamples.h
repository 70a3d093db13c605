// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/organizationconnection.h"

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! An enterprise connection with everything in it.
inline OrganizationConnection okta()
{
    return {.connectionId = u"con_0123456789abcdef"_s,
            .organizationConnectionName = u"Acme workforce"_s,
            .name = u"acme-okta"_s,
            .strategy = u"okta"_s,
            .isEnabled = true,
            .assignMembershipOnLogin = true,
            .showAsButton = true,
            .organizationAccessLevel = u"limited"_s,
            .json = R"({"connection_id":"con_0123456789abcdef"})"_ba};
}

//! The same of the other kind: what counts for databases only counts for it.
inline OrganizationConnection database()
{
    OrganizationConnection connection = okta();
    connection.name = u"users"_s;
    connection.strategy = u"auth0"_s;
    connection.isSignupEnabled = true;
    return connection;
}

//! \a connection after \a change was made to it.
template <typename Change>
OrganizationConnection changed(OrganizationConnection connection, Change change)
{
    change(connection);
    return connection;
}
