// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/organizationconnection.h"

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! An enterprise connection with all fields that apply to it.
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

//! The same as a database connection, with sign-up.
inline OrganizationConnection database()
{
    OrganizationConnection connection = okta();
    connection.name = u"users"_s;
    connection.strategy = u"auth0"_s;
    connection.isSignupEnabled = true;
    return connection;
}

//! The connection after a change.
template <typename Change>
OrganizationConnection changed(OrganizationConnection connection, Change change)
{
    change(connection);
    return connection;
}
