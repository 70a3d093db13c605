// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/apierror.h"
#include "core/masking.h"
#include "session/tokentext.h"

#include <QObject>

namespace Vestibule {

class Settings;

//! While it is on, the window masks names, ids and domains, because other people see the screen.
//! The settings remember it. Copies, files and requests contain the real values.
class PrivacyMode final : public QObject {
    Q_OBJECT

public:
    //! The settings outlive this object.
    explicit PrivacyMode(Settings &settings);

    [[nodiscard]] bool isOn() const;
    void setOn(bool isOn);

    //! The values as the window shows them: masked while it is on, otherwise unchanged.
    [[nodiscard]] QString name(const QString &name) const;
    [[nodiscard]] QString id(const QString &id) const;
    [[nodiscard]] Organization organization(const Organization &organization) const;
    [[nodiscard]] OrganizationConnection connection(const OrganizationConnection &connection) const;
    //! errorText() without the request's path; while it is on, also without the tenant's own
    //! message, which may contain names, and with hosts and ids masked.
    [[nodiscard]] QString failure(const ApiError &error, const QString &host) const;
    //! tokenNotes(); while it is on, with issuer and audience masked.
    [[nodiscard]] QList<TokenNote> notes(const TokenReview &review,
                                         const TenantDomain &domain) const;

Q_SIGNALS:
    //! isOn() has changed.
    void changed();

private:
    Settings &m_settings;
};

} // namespace Vestibule
