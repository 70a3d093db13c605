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

//! With what a person has chosen to read a tenant.
enum class AccessKind {
    Token, //!< that is entered, and again when it has expired
    Application, //!< a client ID and a secret, for which the tenant gives tokens
};

//! A tenant that a person has added in the settings. Its token, or the application's secret, is not
//! part of this: SecretStore keeps it under the id, together with the domain that it is for.
struct Profile {
    //! Opaque; made once, never changed and never reused. Does not begin with a dot, see
    //! SecretStore.
    QString id{};
    QString name{}; //!< given by the person
    TenantKind kind = TenantKind::Production; //!< the safe mistake where no kind is known
    QString domain{}; //!< as TenantDomain::text() writes it; any text if the file was edited
    QString organizationId{}; //!< the organization to open with; may be empty
    AccessKind access = AccessKind::Token;
    QString clientId{}; //!< of the application; may be empty for a token
    QString audience{}; //!< see ClientCredentials; empty: that of the domain

    bool operator==(const Profile &) const = default;
};

//! The profile to use for a domain alone, since several profiles may have the same one: the profile
//! with currentId if it is for this domain, otherwise the first one that is.
[[nodiscard]] std::optional<Profile> profileFor(const TenantDomain &domain,
                                                const QList<Profile> &profiles,
                                                const QString &currentId);

} // namespace Vestibule
