// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "net/managementclient.h"

#include "core/connectionjson.h"
#include "core/organization.h"
#include "core/threadreply.h"
#include "net/httpget.h"
#include "net/ratepacer.h"

#include <QDateTime>

#include <functional>
#include <utility>

namespace Vestibule {

namespace {

//! Parses the body of a GET. A body near the size limit takes a quarter of a second, so that is
//! done in another thread; a usual one takes less time than starting the thread.
template <typename T>
class ParsedReply final : public Reply<T> {
public:
    //! May run in another thread. The time is when the last byte arrived.
    using Parser = std::function<Result<T>(const QByteArray &body, const QDateTime &readAt)>;

    ParsedReply(std::unique_ptr<HttpGet, ReplyDeleter> get, Parser parse)
        : m_get(std::move(get))
        , m_parse(std::move(parse))
    {
        this->connect(m_get.get(), &ReplyBase::retryScheduled, this, &ReplyBase::retryScheduled);
        this->connect(m_get.get(), &ReplyBase::finished, this, [this] { startParsing(); });
    }

private:
    void startParsing()
    {
        if (!m_get->result())
            return this->finish(m_get->result().error());
        const QByteArray &body = *m_get->result();
        const QDateTime readAt = QDateTime::currentDateTimeUtc(); // local time takes system calls
        constexpr qsizetype UsualSize = 64 * 1024;
        if (body.size() <= UsualSize)
            return finishParsed(m_parse(body, readAt));
        const auto parse = [parse = std::move(m_parse), body, readAt] {
            return parse(body, readAt);
        };
        m_parsing.reset(new ThreadReply<T>(parse));
        this->connect(m_parsing.get(), &ReplyBase::finished, this, [this] {
            const auto parsing = std::move(m_parsing);
            finishParsed(parsing->result());
        });
    }

    void finishParsed(Result<T> parsed)
    {
        const auto get = std::move(m_get);
        if (parsed)
            return this->finish(std::move(parsed));
        ApiError error = parsed.error();
        error.request = HttpGet::describe(get->request());
        this->finish(std::move(error));
    }

    void abortWork() override
    {
        m_get.reset();
        m_parsing.reset();
    }

    std::unique_ptr<HttpGet, ReplyDeleter> m_get;
    Parser m_parse;
    ReplyPtr<T> m_parsing;
};

QNetworkRequest::Priority priorityOf(Requester requester)
{
    switch (requester) {
    case Requester::Person:
        return QNetworkRequest::HighPriority;
    case Requester::Export:
        return QNetworkRequest::NormalPriority;
    case Requester::Sweep:
        return QNetworkRequest::LowPriority;
    }
    Q_UNREACHABLE();
}

} // namespace

ManagementClient::ManagementClient(QNetworkAccessManager &manager, TenantAccess access,
                                   Options options, std::shared_ptr<TenantPacer> pacer)
    : m_manager(manager)
    , m_access(std::move(access))
    , m_options(std::move(options))
    , m_pacer(pacer ? std::move(pacer) : std::make_shared<TenantPacer>())
{
    m_options.request.priority = priorityOf(m_options.requester);
}

ManagementClient::~ManagementClient() = default;

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
        m_options.retry, std::shared_ptr<RatePacer>(m_pacer, &m_pacer->connections),
        m_options.requester));
    return ReplyPtr<ConnectionPage>(new ParsedReply<ConnectionPage>(std::move(get), parse));
}

std::optional<RateBudget> ManagementClient::budget() const
{
    return m_pacer->connections.budget();
}

void ManagementClient::setShare(int percent)
{
    m_pacer->connections.setShare(percent);
    m_pacer->organizations.setShare(percent);
    m_pacer->catalogue.setShare(percent);
}

std::optional<double> ManagementClient::requestsPerSecond() const
{
    return m_pacer->connections.sweepRate();
}

ReplyPtr<OrganizationPage> ManagementClient::fetchOrganizations(const QString &checkpoint)
{
    const auto parse = [](const QByteArray &body, const QDateTime & /*readAt*/) {
        return parseOrganizationPage(body);
    };
    std::unique_ptr<HttpGet, ReplyDeleter> get(new HttpGet(
        m_manager, organizationsRequest(m_access, checkpoint, m_options.request), m_options.retry,
        std::shared_ptr<RatePacer>(m_pacer, &m_pacer->organizations), m_options.requester));
    return ReplyPtr<OrganizationPage>(new ParsedReply<OrganizationPage>(std::move(get), parse));
}

ReplyPtr<CataloguePage> ManagementClient::fetchCatalogue(const QString &checkpoint)
{
    const auto parse = [](const QByteArray &body, const QDateTime & /*readAt*/) {
        return parseCataloguePage(body);
    };
    std::unique_ptr<HttpGet, ReplyDeleter> get(new HttpGet(
        m_manager, catalogueRequest(m_access, checkpoint, m_options.request), m_options.retry,
        std::shared_ptr<RatePacer>(m_pacer, &m_pacer->catalogue), m_options.requester));
    return ReplyPtr<CataloguePage>(new ParsedReply<CataloguePage>(std::move(get), parse));
}

} // namespace Vestibule
