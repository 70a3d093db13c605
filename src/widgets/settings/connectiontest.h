// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/tenantgateway.h"

#include <QObject>

namespace Vestibule {

class PrivacyMode;

//! One real request with an access that is not in use yet, and what came back in a sentence.
class ConnectionTest final : public QObject {
    Q_OBJECT

public:
    //! Both outlive this object.
    ConnectionTest(TenantGateway &gateway, const PrivacyMode &privacy, QObject *parent = nullptr);
    ~ConnectionTest() override;

    //! Asks for one connection of the organization, or for the organizations when there is no id.
    //! \a access is complete.
    void start(const TenantAccess &access, const QString &organizationId);
    void cancel(); //!< no signal follows
    [[nodiscard]] bool isRunning() const { return m_connections || m_organizations; }

Q_SIGNALS:
    //! What is going on, or how it ended.
    void said(const QString &sentence);
    void finished();

private:
    void watch(ReplyBase &reply);
    void tellConnections();
    void tellOrganizations();
    void finish(const QString &sentence);

    TenantGateway &m_gateway;
    const PrivacyMode &m_privacy;
    QString m_host;
    ConnectionSourcePtr m_connectionSource;
    OrganizationSourcePtr m_organizationSource;
    ReplyPtr<ConnectionPage> m_connections;
    ReplyPtr<OrganizationPage> m_organizations;
};

} // namespace Vestibule
