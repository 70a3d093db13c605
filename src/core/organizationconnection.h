// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/rowtext.h"

#include <QString>

#include <optional>

namespace Vestibule {

//! One connection of an organization, as `GET /api/v2/organizations/{id}/connections` lists it.
//!
//! Not named "Connection": Qt readers think of connect(). A member that the tenant did not send, or
//! sent as null, is not false: it is absent. fieldPresence() tells the two apart.
struct OrganizationConnection {
    //! The only field that the API requires: `con_` and 16 letters or digits; never empty here.
    QString connectionId{};
    //! What the organization's own administrators see; absent when it was never set.
    std::optional<QString> organizationConnectionName{};
    //! `connection.name` and `connection.strategy`; the nested object is optional in practice.
    std::optional<QString> name{};
    std::optional<QString> strategy{};
    std::optional<bool> isEnabled{};
    std::optional<bool> assignMembershipOnLogin{};
    //! Has a meaning for enterprise connections only.
    std::optional<bool> showAsButton{};
    //! Has a meaning for database connections only; tenants were seen to send it for those only.
    std::optional<bool> isSignupEnabled{};
    //! `none`, `readonly`, `limited`, `full`; an open enumeration, so an unknown word stays as it
    //! came.
    std::optional<QString> organizationAccessLevel{};
    //! The row exactly as it came: fields that this version does not know survive here.
    RowText json{};

    bool operator==(const OrganizationConnection &) const = default;
};

} // namespace Vestibule
