// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/settings/accesscheck.h"

#include "core/requester.h"
#include "models/displaytext.h"
#include "session/errortext.h"
#include "session/privacymode.h"
#include "session/sourcefactory.h"

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace Vestibule {

AccessCheck::AccessCheck(SourceFactory &sourceFactory, const PrivacyMode &privacy, QObject *parent)
    : QObject(parent)
    , m_sourceFactory(sourceFactory)
    , m_privacy(privacy)
{
}

AccessCheck::~AccessCheck() = default;

void AccessCheck::start(const TenantAccess &access, const QString &organizationId)
{
    cancel();
    m_access = access;
    m_organizationId = organizationId;
    m_organizationSource = m_sourceFactory.organizations(access);
    m_organizations = m_organizationSource->fetchOrganizations({});
    connect(m_organizations.get(), &ReplyBase::finished, this, &AccessCheck::takeOrganizations);
    watch(*m_organizations);
}

void AccessCheck::cancel()
{
    m_organizations.reset();
    m_connections.reset();
    m_access = {};
    m_outcome = Outcome::Unknown;
    m_findings.clear();
    m_error.reset();
    m_progress.clear();
}

void AccessCheck::watch(ReplyBase &reply)
{
    connect(&reply, &ReplyBase::retryScheduled, this,
            [this](int, std::chrono::milliseconds delay, const ApiError &cause) {
                m_progress = waitText(cause, std::chrono::ceil<std::chrono::seconds>(delay));
                Q_EMIT changed();
            });
    m_progress = tr("Connecting to %1…").arg(m_privacy.name(m_access.domain.text()));
    Q_EMIT changed();
}

void AccessCheck::takeOrganizations()
{
    const auto reply = std::move(m_organizations);
    const auto &result = reply->result();
    if (!result) {
        const bool isRefused = takeRefusal(
            result.error(),
            tr("It cannot list the organizations. You can open them by ID; choosing them by name "
               "and sweeping the tenant need the scope read:organizations_summary."));
        if (!isRefused)
            return endBadly(result.error());
        return m_organizationId.isEmpty() ? end(Outcome::Incomplete)
                                          : readConnections(m_organizationId);
    }
    if (m_access.signsIn())
        add(true, tr("The application signs in."));
    if (result->items.isEmpty() && m_organizationId.isEmpty()) {
        add(true, tr("It can list the organizations: there are none."));
        return end(Outcome::Good);
    }
    add(true, tr("It can list the organizations."));
    readConnections(m_organizationId.isEmpty() ? result->items.constFirst().id : m_organizationId);
}

void AccessCheck::readConnections(const QString &organizationId)
{
    m_connectionSource =
        m_sourceFactory.connections(m_access, ConnectionEndpoint::Connections, Requester::Person);
    m_connections = m_connectionSource->fetchPage({.organizationId = organizationId, .size = 1});
    connect(m_connections.get(), &ReplyBase::finished, this, &AccessCheck::takeConnections);
    watch(*m_connections);
}

void AccessCheck::takeConnections()
{
    const auto reply = std::move(m_connections);
    if (reply->result()) {
        add(true, tr("It can read the connections of an organization."));
    } else {
        const ApiError &error = reply->result().error();
        const bool isRefused = takeRefusal(error,
                                           tr("It cannot read the connections of an organization: "
                                              "it needs the scope read:organization_connections."));
        if (!isRefused && error.kind != ApiError::Kind::NotFound)
            return endBadly(error);
    }
    const bool isGood =
        std::ranges::all_of(m_findings, [](const Finding &finding) { return finding.isGood; });
    end(isGood ? Outcome::Good : Outcome::Incomplete);
}

bool AccessCheck::takeRefusal(const ApiError &error, const QString &sentence)
{
    const bool isRefused =
        error.kind == ApiError::Kind::Forbidden && !missingScopes(error).isEmpty();
    add(false, isRefused ? sentence : m_privacy.failure(error, m_access.domain.text()));
    return isRefused;
}

void AccessCheck::add(bool isGood, const QString &text)
{
    m_findings.append({.isGood = isGood, .text = displaySafe(text)});
}

void AccessCheck::endBadly(const ApiError &error)
{
    m_error = error;
    end(Outcome::Bad);
}

void AccessCheck::end(Outcome outcome)
{
    m_progress.clear();
    m_outcome = outcome;
    Q_EMIT changed();
    Q_EMIT finished();
}

} // namespace Vestibule
