// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>

namespace Vestibule {

//! One organization of a tenant, as far as it takes to find it.
struct Organization {
    QString id{}; //!< never empty
    QString name{}; //!< the API's short name; may be empty
    QString displayName{}; //!< what its people call it; may be empty

    bool operator==(const Organization &) const = default;
};

//! A part of a tenant's organizations, and where the next part begins.
struct OrganizationPage {
    QList<Organization> items{};
    //! Opaque, for the next request; empty after the last part. Tenants forget it after 24 hours.
    QString next{};

    bool operator==(const OrganizationPage &) const = default;
};

} // namespace Vestibule
