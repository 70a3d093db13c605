// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace Vestibule {

//! How an organization's login page looks.
struct DemoBranding {
    QString logo{}; //!< the name of a picture
    QString primaryColor{}; //!< "#rrggbb"
    QString pageBackground{};

    bool operator==(const DemoBranding &) const = default;
};

//! One organization of the demo tenant.
struct DemoOrganization {
    QString id{};
    QString name{};
    QString displayName{};
    std::optional<DemoBranding> branding{}; //!< absent: the key is left out

    bool operator==(const DemoOrganization &) const = default;
};

//! One connection of an organization, as the demo tenant keeps it.
struct DemoConnection {
    QString id{};
    QString name{};
    QString strategy{};
    std::optional<QString> organizationConnectionName{}; //!< absent: the key is left out
    QString accessLevel{};
    bool enabled = true;
    bool assignMembershipOnLogin = false;
    bool showAsButton = true;
    bool signupEnabled = false; //!< only sent for the strategy auth0

    bool operator==(const DemoConnection &) const = default;
};

} // namespace Vestibule
