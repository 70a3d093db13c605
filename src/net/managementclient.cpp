// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "net/managementclient.h"

#include "core/connectionjson.h"
#include "core/organization.h"
#include "core/threadreply.h"
#include "net/httpget.h"
#include "net/ratepacer.h"

#include <QDateTime>
#include <QNetworkAccessManager>
#include <QPointer>

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
        error.request = HttpTransfer::describe(get->request());
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

//! Takes a token from the sign-in, and then reads. If the tenant answers 401, whatever its reason,
//! it tries once more with another token.
template <typename T>
class SignedInReply final : public Reply<T> {
public:
    //! Null when the network access is gone.
    using Reader = std::function<ReplyPtr<T>(const AccessToken &)>;

    SignedInReply(SignInPtr signIn, Reader read)
        : m_signIn(std::move(signIn))
        , m_read(std::move(read))
    {
        waitFor(m_signIn->fetchToken());
    }

private:
    void waitFor(ReplyPtr<AccessToken> token)
    {
        m_tokenReply = std::move(token);
        this->connect(m_tokenReply.get(), &ReplyBase::retryScheduled, this,
                      &ReplyBase::retryScheduled);
        this->connect(m_tokenReply.get(), &ReplyBase::finished, this, [this] { startReading(); });
    }

    void startReading()
    {
        const auto token = std::move(m_tokenReply);
        if (!token->result())
            return this->finish(token->result().error());
        m_token = *token->result();
        m_reading = m_read(m_token);
        if (!m_reading)
            return this->finish(HttpTransfer::shutDownError());
        this->connect(m_reading.get(), &ReplyBase::retryScheduled, this,
                      &ReplyBase::retryScheduled);
        this->connect(m_reading.get(), &ReplyBase::finished, this, [this] { finishReading(); });
    }

    void finishReading()
    {
        const auto reading = std::move(m_reading);
        const bool isUnauthorized =
            !reading->result() && reading->result().error().kind == ApiError::Kind::Unauthorized;
        const int status = isUnauthorized ? reading->result().error().httpStatus : 0;
        if (isUnauthorized && status == 0) // the token expired before the request was sent
            return waitFor(m_signIn->fetchToken());
        if (status == 401 && !std::exchange(m_hasReplaced, true))
            return waitFor(m_signIn->replaceToken(m_token));
        this->finish(reading->result());
    }

    void abortWork() override
    {
        m_tokenReply.reset();
        m_reading.reset();
    }

    SignInPtr m_signIn;
    Reader m_read;
    AccessToken m_token; //!< of the request
    bool m_hasReplaced = false;
    ReplyPtr<AccessToken> m_tokenReply;
    ReplyPtr<T> m_reading;
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
                                   Options options, std::shared_ptr<TenantPacer> pacer,
                                   SignInPtr signIn)
    : m_manager(manager)
    , m_access(std::move(access))
    , m_options(std::move(options))
    , m_pacer(pacer ? std::move(pacer) : std::make_shared<TenantPacer>())
    , m_signIn(std::move(signIn))
{
    m_options.request.priority = priorityOf(m_options.requester);
}

ManagementClient::~ManagementClient() = default;

template <typename T, typename RequestMaker, typename Parser>
ReplyPtr<T> ManagementClient::fetch(RatePacer &ratePacer, RequestMaker makeRequest, Parser parse)
{
    const std::shared_ptr<RatePacer> pacer(m_pacer, &ratePacer);
    const auto read = [manager = QPointer(&m_manager), retry = m_options.retry,
                       requester = m_options.requester, pacer,
                       parse](const QNetworkRequest &request,
                              std::function<bool()> isTokenGood = {}) -> ReplyPtr<T> {
        if (!manager)
            return {};
        std::unique_ptr<HttpGet, ReplyDeleter> get(
            new HttpGet(*manager, request, retry, pacer, requester, std::move(isTokenGood)));
        return ReplyPtr<T>(new ParsedReply<T>(std::move(get), parse));
    };
    if (!m_access.signsIn())
        return read(makeRequest(m_access));
    const auto readWith = [read, makeRequest, domain = m_access.domain,
                           signIn = m_signIn](const AccessToken &token) {
        return read(makeRequest({.domain = domain, .token = token}),
                    [signIn, token] { return signIn->isGood(token); });
    };
    return ReplyPtr<T>(new SignedInReply<T>(m_signIn, readWith));
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
    const auto makeRequest = [request, endpoint = m_options.endpoint,
                              options = m_options.request](const TenantAccess &access) {
        return connectionsRequest(access, request, endpoint, options);
    };
    return fetch<ConnectionPage>(m_pacer->connections, makeRequest, parse);
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
    const auto makeRequest = [checkpoint, options = m_options.request](const TenantAccess &access) {
        return organizationsRequest(access, checkpoint, options);
    };
    return fetch<OrganizationPage>(m_pacer->organizations, makeRequest, parse);
}

ReplyPtr<CataloguePage> ManagementClient::fetchCatalogue(const QString &checkpoint)
{
    const auto parse = [](const QByteArray &body, const QDateTime & /*readAt*/) {
        return parseCataloguePage(body);
    };
    const auto makeRequest = [checkpoint, options = m_options.request](const TenantAccess &access) {
        return catalogueRequest(access, checkpoint, options);
    };
    return fetch<CataloguePage>(m_pacer->catalogue, makeRequest, parse);
}

} // namespace Vestibule
