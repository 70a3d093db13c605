// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/tenantdomain.h"

#include <QList>
#include <QString>

#include <optional>

namespace Vestibule {

//! How much harm a mistake in a tenant does.
enum class TenantKind { Production, Staging, Development };

//! A tenant that a person has added in the settings. Its token is a secret and not part of this:
//! SecretStore keeps it under the id, together with the domain that it is for.
struct Profile {
    //! Opaque; made once, never changed and never reused. Does not begin with a dot, see
    //! SecretStore.
    QString id{};
    QString name{}; //!< given by the person
    TenantKind kind = TenantKind::Production; //!< the safe mistake where no kind is known
    QString domain{}; //!< as TenantDomain::text() writes it; any text if the file was edited
    QString organizationId{}; //!< the organization to open with; may be empty

    bool operator==(const Profile &) const = default;
};

//! The profile to use for a domain alone, since several profiles may have the same one: the profile
//! with currentId if it is for this domain, otherwise the first one that is.
[[nodiscard]] std::optional<Profile> profileFor(const TenantDomain &domain,
                                                const QList<Profile> &profiles,
                                                const QString &currentId);

} // namespace Vestibule
