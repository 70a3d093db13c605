// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/tenantaccess.h"
#include "store/secretstore.h"
#include "store/settings.h"

#include <QByteArray>
#include <QObject>

#include <optional>
#include <vector>

namespace Vestibule {

//! A profile's secret as the secret store keeps it: together with the domain that it is for.
//! Editing the domain in the settings file, by mistake or on purpose, does not send the secret
//! elsewhere.

//! The token, or the application's secret, which then is bound to the client ID as well. The access
//! is complete. The caller wipes the result.
[[nodiscard]] QByteArray keptSecret(const TenantAccess &access);
//! The token in what was kept; absent when it is for another domain, or is not a token.
[[nodiscard]] std::optional<AccessToken> tokenFromKept(const QByteArray &kept,
                                                       const TenantDomain &domain);
//! The secret of the application with this client ID in what was kept; absent when it is for
//! another domain or client ID, or is a token.
[[nodiscard]] std::optional<SecretBytes> clientSecretFromKept(const QByteArray &kept,
                                                              const TenantDomain &domain,
                                                              const QString &clientId);
//! The access to this domain that the profile has chosen, with what was kept for it; absent when
//! that is for something else.
[[nodiscard]] std::optional<TenantAccess> accessFromKept(const QByteArray &kept,
                                                         const TenantDomain &domain,
                                                         const Profile &profile);

//! The profile with this access in place of its own: an application's client ID and audience, or
//! none for a token. The access is complete.
[[nodiscard]] Profile withAccess(Profile profile, const TenantAccess &access);

//! Whether what was kept for the profile before it was changed can still be used.
[[nodiscard]] bool usesSameSecret(const Profile &before, const Profile &after);

//! Stores profiles in the settings and their secrets in the secret store. Removing a profile
//! removes its secret.
class ProfileStore final : public QObject {
    Q_OBJECT

public:
    //! Both outlive this object.
    ProfileStore(Settings &settings, SecretStore &secrets, QObject *parent = nullptr);
    ~ProfileStore() override;

    //! Replaces all profiles. Removes the secrets of those that are gone, and of those that now
    //! have a token in place of an application, the reverse, or another application.
    void setProfiles(const QList<Profile> &profiles);
    //! The access is complete; its token, or its application's secret, replaces the stored one.
    void keepSecret(const QString &profileId, const TenantAccess &access);

Q_SIGNALS:
    //! A secret could not be stored or removed; everything else was done.
    void failed(const Vestibule::SecretError &error);

private:
    void await(SecretChangePtr reply);

    Settings &m_settings;
    SecretStore &m_secrets;
    std::vector<SecretChangePtr> m_replies; //!< not finished yet
};

} // namespace Vestibule
