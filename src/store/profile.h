// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace Vestibule {

//! How much harm a mistake in a tenant does.
enum class TenantKind { Production, Staging, Development };

//! A tenant as a person knows it. Its token is a secret and not in here: SecretStore keeps that
//! under the id, with the domain it is for (app/profiletoken).
struct Profile {
    QString id{}; //!< made once, never changed, never reused; opaque, and without a dot before it
    QString name{}; //!< the person's word for it
    //! Production unless somebody said otherwise: taking a trial tenant for a real one costs a
    //! look too many, the opposite costs more.
    TenantKind kind = TenantKind::Production;
    QString domain{}; //!< as TenantDomain::text() writes it; anything if the file was edited
    QString organizationId{}; //!< to open with; may be empty

    bool operator==(const Profile &) const = default;
};

} // namespace Vestibule
