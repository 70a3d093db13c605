// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/tenantaccess.h"
#include "store/secretstore.h"
#include "store/settings.h"

#include <QHash>
#include <QObject>

#include <vector>

namespace Vestibule {

//! Keeps profiles in the settings and their tokens in the secret store, so that neither outlives
//! the other.
class ProfileKeeper final : public QObject {
    Q_OBJECT

public:
    //! Both outlive this object.
    ProfileKeeper(Settings &settings, SecretStore &secrets, QObject *parent = nullptr);
    ~ProfileKeeper() override;

    //! Makes \a profiles all there are; the tokens of those that are gone go, too.
    void setProfiles(const QList<Profile> &profiles);
    //! \a access is complete; its token takes the place of the one before.
    void keepToken(const QString &profileId, const TenantAccess &access);

Q_SIGNALS:
    //! A token could not be kept, or not be removed; everything else was done.
    void failed(const Vestibule::SecretError &error);

private:
    void await(SecretChangePtr reply);

    Settings &m_settings;
    SecretStore &m_secrets;
    std::vector<SecretChangePtr> m_replies; //!< under way
};

} // namespace Vestibule
