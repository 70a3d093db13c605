// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace Vestibule::Demo {

//! How an organization's login page looks.
struct Branding {
    QString logo{}; //!< the name of a picture
    QString primaryColor{}; //!< "#rrggbb"
    QString pageBackground{};

    bool operator==(const Branding &) const = default;
};

//! One organization of the demo tenant.
struct Organization {
    QString id{};
    QString name{};
    QString displayName{};
    std::optional<Branding> branding{}; //!< absent: the key is left out

    bool operator==(const Organization &) const = default;
};

//! One connection of an organization.
struct Connection {
    QString id{};
    QString name{};
    QString strategy{};
    std::optional<QString> organizationConnectionName{}; //!< absent: the key is left out
    QString accessLevel{};
    //! Absent: the key is left out. A null string: sent as null.
    std::optional<QString> memberAccessLevel{};
    bool enabled = true;
    bool assignMembershipOnLogin = false;
    bool showAsButton = true;
    bool signupEnabled = false; //!< sent for the strategy auth0 only

    bool operator==(const Connection &) const = default;
};

} // namespace Vestibule::Demo
