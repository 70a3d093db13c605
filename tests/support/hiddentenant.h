// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "demo/tenant.h"
#include "net/managementclient.h"
#include "net/networkaccess.h"
#include "support/testcertificate.h"

#include <QTemporaryDir>

#include <chrono>
#include <memory>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using namespace std::chrono_literals;

//! A demo tenant with a certificate of an authority of its own, under a name that nobody but a
//! proxy finds; a test class inherits it.
class HiddenTenant {
protected:
    inline static const QString Host = u"tenant.example.test"_s; // reserved

    //! False when it cannot listen.
    [[nodiscard]] bool startTenant()
    {
        m_authority = std::make_unique<TestAuthority>(m_folder.path());
        const TestCertificate certificate = m_authority->issue({.hosts = {Host, u"127.0.0.1"_s}});
        m_tenant = std::make_unique<Demo::Tenant>(
            Demo::Options{.certificateFile = certificate.certificateFile,
                          .privateKeyFile = certificate.privateKeyFile});
        return m_tenant->start();
    }
    [[nodiscard]] ManagementClient client(NetworkAccess &network,
                                          std::chrono::milliseconds timeout = 5s,
                                          const QString &host = Host) const
    {
        return {network.manager(),
                {.domain = *TenantDomain::fromText(host),
                 .token = *AccessToken::fromText(QString::fromLatin1(m_tenant->accessToken()))},
                {.request = {.timeout = timeout, .tls = network.tls()},
                 .retry = {.serverTries = 1, .timeoutTries = 1}}};
    }
    [[nodiscard]] PageRequest firstPage() const
    {
        return {.organizationId = m_tenant->organizations().constFirst().id};
    }

    QTemporaryDir m_folder;
    std::unique_ptr<TestAuthority> m_authority;
    std::unique_ptr<Demo::Tenant> m_tenant;
};
