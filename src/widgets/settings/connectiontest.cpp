// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/settings/connectiontest.h"

#include "session/errortext.h"
#include "session/privacymode.h"

namespace Vestibule {

ConnectionTest::ConnectionTest(TenantGateway &gateway, const PrivacyMode &privacy, QObject *parent)
    : QObject(parent)
    , m_gateway(gateway)
    , m_privacy(privacy)
{
}

ConnectionTest::~ConnectionTest() = default;

void ConnectionTest::start(const TenantAccess &access, const QString &organizationId)
{
    cancel();
    m_host = access.domain.text();
    if (organizationId.isEmpty()) {
        m_organizationSource = m_gateway.organizations(access);
        m_organizations = m_organizationSource->fetchOrganizations({});
        connect(m_organizations.get(), &ReplyBase::finished, this,
                &ConnectionTest::tellOrganizations);
        watch(*m_organizations);
    } else {
        m_connectionSource = m_gateway.connections(access, ConnectionEndpoint::Connections);
        m_connections =
            m_connectionSource->fetchPage({.organizationId = organizationId, .size = 1});
        connect(m_connections.get(), &ReplyBase::finished, this, &ConnectionTest::tellConnections);
        watch(*m_connections);
    }
    Q_EMIT said(tr("Asking %1...").arg(m_privacy.name(m_host)));
}

void ConnectionTest::cancel()
{
    m_connections.reset();
    m_organizations.reset();
}

void ConnectionTest::watch(ReplyBase &reply)
{
    connect(&reply, &ReplyBase::retryScheduled, this,
            [this](int, std::chrono::milliseconds delay, const ApiError &cause) {
                Q_EMIT said(waitText(cause, std::chrono::ceil<std::chrono::seconds>(delay)));
            });
}

void ConnectionTest::tellConnections()
{
    const auto reply = std::move(m_connections);
    const auto &result = reply->result();
    if (!result)
        return finish(m_privacy.failure(result.error(), m_host));
    finish(result->total ? tr("%1 answers: the organization has %n connection(s).", nullptr,
                              int(*result->total))
                               .arg(m_privacy.name(m_host))
                         : tr("%1 answers.").arg(m_privacy.name(m_host)));
}

void ConnectionTest::tellOrganizations()
{
    const auto reply = std::move(m_organizations);
    finish(reply->result()
               ? tr("%1 answers, and lists its organizations.").arg(m_privacy.name(m_host))
               : m_privacy.failure(reply->result().error(), m_host));
}

void ConnectionTest::finish(const QString &sentence)
{
    Q_EMIT said(sentence);
    Q_EMIT finished();
}

} // namespace Vestibule
