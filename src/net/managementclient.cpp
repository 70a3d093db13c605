// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "net/managementclient.h"

#include "core/connectionjson.h"
#include "core/organizationjson.h"
#include "net/parsedreply.h"
#include "net/ratepacer.h"

namespace Vestibule {

ManagementClient::ManagementClient(QNetworkAccessManager &manager, TenantAccess access,
                                   Options options)
    : m_manager(manager)
    , m_access(std::move(access))
    , m_options(std::move(options))
    , m_connectionsPacer(std::make_shared<RatePacer>())
    , m_organizationsPacer(std::make_shared<RatePacer>())
{
}

ManagementClient::~ManagementClient() = default;

void ManagementClient::shareBudget(const ManagementClient &other)
{
    m_connectionsPacer = other.m_connectionsPacer;
    m_organizationsPacer = other.m_organizationsPacer;
}

ReplyPtr<ConnectionPage> ManagementClient::fetchPage(const PageRequest &request)
{
    const auto parse = [request, endpoint = m_options.endpoint](
                           const QByteArray &body,
                           const QDateTime &readAt) -> Result<ConnectionPage> {
        const auto result = parseConnectionPage(body, request, endpoint);
        if (!result)
            return result;
        ConnectionPage page = *result;
        page.readAt = readAt;
        return page;
    };
    std::unique_ptr<HttpGet, ReplyDeleter> get(new HttpGet(
        m_manager, connectionsRequest(m_access, request, m_options.endpoint, m_options.request),
        m_options.retry, m_connectionsPacer));
    return ReplyPtr<ConnectionPage>(new ParsedReply<ConnectionPage>(std::move(get), parse));
}

std::optional<RateBudget> ManagementClient::budget() const
{
    return m_connectionsPacer->budget();
}

ReplyPtr<OrganizationPage> ManagementClient::fetchOrganizations(const QString &checkpoint)
{
    const auto parse = [](const QByteArray &body, const QDateTime & /*readAt*/) {
        return parseOrganizationPage(body);
    };
    std::unique_ptr<HttpGet, ReplyDeleter> get(
        new HttpGet(m_manager, organizationsRequest(m_access, checkpoint, m_options.request),
                    m_options.retry, m_organizationsPacer));
    return ReplyPtr<OrganizationPage>(new ParsedReply<OrganizationPage>(std::move(get), parse));
}

} // namespace Vestibule
