// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/apierror.h"
#include "core/masking.h"
#include "session/tokentext.h"

#include <QObject>

namespace Vestibule {

class Settings;

//! For a screen that other people see: while it is on, the window masks names, ids and domains. It
//! is on until it is switched off, also after a restart. What leaves the window (copies, files,
//! requests) is the real thing.
class PrivacyMode final : public QObject {
    Q_OBJECT

public:
    //! \a settings outlives this object.
    explicit PrivacyMode(Settings &settings);

    [[nodiscard]] bool isOn() const;
    void setOn(bool isOn);

    //! As the window shows them: masked while it is on, and themselves while it is not.
    [[nodiscard]] QString name(const QString &name) const;
    [[nodiscard]] QString id(const QString &id) const;
    [[nodiscard]] Organization organization(const Organization &organization) const;
    [[nodiscard]] OrganizationConnection connection(const OrganizationConnection &connection) const;
    //! errorText(), but without the tenant's own words, which may name anything.
    [[nodiscard]] QString failure(const ApiError &error, const QString &host) const;
    //! tokenNotes(), but with issuer and audience masked.
    [[nodiscard]] QList<TokenNote> notes(const TokenReview &review,
                                         const TenantDomain &domain) const;

Q_SIGNALS:
    void changed();

private:
    Settings &m_settings;
};

} // namespace Vestibule
