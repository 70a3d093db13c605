// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/tenantaccess.h"
#include "store/secretstore.h"
#include "store/settings.h"

#include <QByteArray>
#include <QHash>
#include <QObject>

#include <optional>
#include <vector>

namespace Vestibule {

//! A token as the secret store keeps it: together with the domain that it is for. Editing the
//! domain in the settings file, by mistake or on purpose, does not send the token elsewhere.

//! The access is complete. The caller wipes the result.
[[nodiscard]] QByteArray keptToken(const TenantAccess &access);
//! The token in what was kept; absent when it is for another domain, or is not a token.
[[nodiscard]] std::optional<AccessToken> tokenFromKept(const QByteArray &kept,
                                                       const TenantDomain &domain);

//! Stores profiles in the settings and their tokens in the secret store. Removing a profile removes
//! its token.
class ProfileStore final : public QObject {
    Q_OBJECT

public:
    //! Both outlive this object.
    ProfileStore(Settings &settings, SecretStore &secrets, QObject *parent = nullptr);
    ~ProfileStore() override;

    //! Replaces all profiles, and removes the tokens of those that are gone.
    void setProfiles(const QList<Profile> &profiles);
    //! The access is complete; its token replaces the stored one.
    void keepToken(const QString &profileId, const TenantAccess &access);

Q_SIGNALS:
    //! A token could not be stored or removed; everything else was done.
    void failed(const Vestibule::SecretError &error);

private:
    void await(SecretChangePtr reply);

    Settings &m_settings;
    SecretStore &m_secrets;
    std::vector<SecretChangePtr> m_replies; //!< not finished yet
};

} // namespace Vestibule
