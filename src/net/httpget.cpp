// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "net/httpget.h"

#include "net/httperror.h"
#include "net/proxychoice.h"

#include <QBuffer>
#include <QLocale>
#include <QLoggingCategory>
#include <QMetaEnum>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRandomGenerator>
#include <QSslError>
#include <QUrlQuery>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

Q_LOGGING_CATEGORY(netLog, "vestibule.net", QtWarningMsg)

//! In bytes. Without a limit Qt's own thread would read whatever a server sends, far more than this
//! class accepts.
constexpr qint64 ReadBufferSize = 256 * 1024;

SecretBytes tokenOf(const QNetworkRequest &request)
{
    const QByteArray header = request.rawHeader("Authorization");
    return SecretBytes(QByteArrayView(header).sliced(header.indexOf(' ') + 1));
}

//! The body of a POST, for as long as Qt may read it; overwritten after that.
class SecretBody final : public QBuffer {
public:
    explicit SecretBody(const SecretBytes &body)
    {
        setData(body.bytes().toByteArray());
        open(QIODevice::ReadOnly);
    }
    SecretBody(const SecretBody &) = delete;
    SecretBody &operator=(const SecretBody &) = delete;
    ~SecretBody() override
    {
        close();
        SecretBytes::wipe(buffer());
    }
};

//! Monotonic time.
RatePacer::Moment now()
{
    return std::chrono::duration_cast<RatePacer::Moment>(
        std::chrono::steady_clock::now().time_since_epoch());
}

//! A request for the log, which people attach to bug reports: only path segments and query values
//! that are known to be harmless. Ids and checkpoints would name an organization.
QString logText(const QNetworkRequest &request)
{
    static const QStringList knownSegments{u""_s,
                                           u"api"_s,
                                           u"v2"_s,
                                           u"organizations"_s,
                                           u"connections"_s,
                                           u"enabled_connections"_s,
                                           u"oauth"_s,
                                           u"token"_s};
    static const QStringList knownValues{u"page"_s,           u"per_page"_s,   u"take"_s,
                                         u"include_totals"_s, u"is_enabled"_s, u"fields"_s,
                                         u"include_fields"_s};
    const QStringList path = request.url().path(QUrl::FullyEncoded).split(u'/');
    QStringList segments;
    for (qsizetype i = 0; i < path.size(); ++i) {
        const bool isId = i > 0 && path.at(i - 1) == "organizations"_L1;
        segments += !isId && knownSegments.contains(path.at(i)) ? path.at(i) : u"{id}"_s;
    }
    QStringList query;
    for (const auto &[name, value] : QUrlQuery(request.url()).queryItems())
        query += name + u'=' + (knownValues.contains(name) ? value : u"{}"_s);
    return query.isEmpty() ? segments.join(u'/') : segments.join(u'/') + u'?' + query.join(u'&');
}

constexpr char RenewalsProperty[] = "vestibuleRenewals"; //!< of a manager, see renewConnections()

int renewals(const QNetworkAccessManager &manager)
{
    return manager.property(RenewalsProperty).toInt();
}

//! See HttpExchange::now. Parsing a date takes longer than reading all other headers.
QDateTime serverTime(const QNetworkReply &reply)
{
    if (!reply.hasRawHeader("Retry-After") && !reply.hasRawHeader("x-ratelimit-reset"))
        return {};
    const QDateTime time = httpDate(reply.rawHeader("Date"));
    return time.isValid() ? time : QDateTime::currentDateTimeUtc();
}

//! Whether Qt would continue to use a connection that must not be used.
//!
//! After a preliminary answer, it takes the final one for that of the next request. When a request
//! could not be sent in time, because a proxy has hung up or a host does not answer the TLS
//! handshake, it lets all further requests to the host wait for the same connection. Another
//! request may be using a connection that works, and would have to wait for its own time-out.
bool leavesConnectionUnusable(const HttpExchange &ended, const QNetworkAccessManager &manager)
{
    if (ended.status >= 100 && ended.status < 200)
        return true;
    if (ended.isSent || ended.networkError != QNetworkReply::OperationCanceledError)
        return false;
    const auto replies = manager.findChildren<QNetworkReply *>();
    return std::all_of(replies.cbegin(), replies.cend(),
                       [](const QNetworkReply *reply) { return reply->isFinished(); });
}

} // namespace

HttpTransfer::HttpTransfer(QNetworkAccessManager &manager, const QNetworkRequest &request,
                           const std::optional<TokenRequest> &post, const RetryPolicy &policy,
                           std::shared_ptr<RatePacer> pacer, Requester requester,
                           std::function<bool()> isTokenGood)
    : m_manager(&manager)
    , m_request(request)
    , m_post(post)
    , m_policy(policy)
    , m_pacer(std::move(pacer))
    , m_requester(requester)
    , m_isTokenGood(std::move(isTokenGood))
{
    m_retryTimer.setSingleShot(true);
    m_retryTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_retryTimer, &QTimer::timeout, this, &HttpTransfer::sendWhenAllowed);
    sendWhenAllowed();
}

HttpTransfer::~HttpTransfer()
{
    releaseReply();
}

//! Asks the pacer again after each wait: other requests that waited as well may have used up what
//! the tenant added to the budget.
void HttpTransfer::sendWhenAllowed()
{
    endWaitForBudget();
    if (m_pacer && !m_turn)
        m_turn.emplace(*m_pacer, m_requester, [this] { shortenWaitForBudget(); });
    const auto delay = m_turn ? m_turn->delay(now()) : std::chrono::milliseconds(0);
    if (delay.count() > 0)
        return waitForBudget(delay);
    if (m_isTokenGood && !m_isTokenGood()) {
        m_turn.reset(); // others need not wait until this reply is deleted
        return finish(
            ApiError{.kind = ApiError::Kind::Unauthorized, .request = describe(m_request)});
    }
    send();
}

//! Without abort(), the pending requests would never be answered. It is called later, because the
//! requests' owners must not be notified from inside this call.
void HttpTransfer::renewConnections(QNetworkAccessManager &manager)
{
    manager.clearConnectionCache();
    manager.setProperty(RenewalsProperty, renewals(manager) + 1);
    for (QNetworkReply *reply : manager.findChildren<QNetworkReply *>()) {
        if (!reply->isFinished())
            QMetaObject::invokeMethod(reply, &QNetworkReply::abort, Qt::QueuedConnection);
    }
}

QString HttpTransfer::describe(const QNetworkRequest &request)
{
    return request.url().toString(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::FullyEncoded);
}

//! May run in the constructor, before callers connect, so the signal is emitted from the event
//! loop.
void HttpTransfer::waitForBudget(std::chrono::milliseconds delay)
{
    const ApiError cause{
        .kind = ApiError::Kind::RateLimited, .retryAfter = delay, .request = describe(m_request)};
    const bool isSweep = m_requester == Requester::Sweep;
    if (!isSweep && m_history.waited + delay > m_policy.maximumWait) {
        m_turn.reset();
        return finish(cause);
    }
    m_waitingSince = now();
    m_retryTimer.start(delay);
    qCDebug(netLog, "%s %s: waiting %lld ms for the budget", method(),
            qUtf8Printable(logText(m_request)), qint64(delay.count()));
    constexpr std::chrono::milliseconds Noticeable{1000};
    const RatePacer::Moment end = *m_waitingSince + delay;
    if (isSweep || std::chrono::abs(end - m_announcedEnd) < Noticeable)
        return;
    m_announcedEnd = end;
    const auto announce = [this, delay, cause] { Q_EMIT retryScheduled(0, delay, cause); };
    QMetaObject::invokeMethod(this, announce, Qt::QueuedConnection);
}

void HttpTransfer::endWaitForBudget()
{
    if (!m_waitingSince)
        return;
    if (m_requester != Requester::Sweep)
        m_history.waited += now() - *m_waitingSince;
    m_waitingSince.reset();
}

void HttpTransfer::shortenWaitForBudget()
{
    if (!m_waitingSince)
        return;
    const auto delay = m_turn->delay(now());
    if (delay < m_retryTimer.remainingTimeAsDuration())
        m_retryTimer.start(delay);
}

void HttpTransfer::send()
{
    if (!m_manager)
        return finishWithoutManager();
    const ProxyChoice *choice = ProxyChoice::of(*m_manager);
    if (choice && choice->needsLookup(m_request.url()))
        return lookUpProxy(*choice);
    ++m_history.tries;
    m_body.clear();
    m_tlsProblems.clear();
    m_isSent = false;
    m_isProxied = usesProxy();
    m_connections = renewals(*m_manager);
    if (m_pacer) {
        m_turn.reset();
        m_sent = m_pacer->requestSent(m_requester, now());
    }
    m_tryTimer.start();
    if (m_post) {
        auto body = std::make_unique<SecretBody>(m_post->body());
        m_reply = m_manager->post(m_post->request(), body.get());
        body.release()->setParent(m_reply);
    } else {
        m_reply = m_manager->get(m_request);
    }
    m_reply->setReadBufferSize(ReadBufferSize);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpTransfer::readAvailable);
    connect(m_reply, &QNetworkReply::requestSent, this, [this] { m_isSent = true; });
    connect(m_reply, &QNetworkReply::finished, this, &HttpTransfer::finishTry);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        for (const QSslError &error : errors)
            m_tlsProblems.append(tlsProblemText(error));
        m_tlsProblems.removeDuplicates();
    });
    // Only the manager's destructor deletes a reply that is still ours; there is no other signal.
    connect(m_reply, &QObject::destroyed, this, &HttpTransfer::finishWithoutManager);
}

void HttpTransfer::lookUpProxy(const ProxyChoice &choice)
{
    const std::chrono::milliseconds timeout(m_request.transferTimeout());
    m_tryTimer.start();
    m_proxyLookup.reset(new ProxyLookup(choice, m_request.url(), timeout));
    connect(m_proxyLookup.get(), &ReplyBase::finished, this, [this] {
        const auto lookup = std::move(m_proxyLookup);
        qCDebug(netLog, "proxy lookup: %s, %lld ms", lookup->result() ? "answered" : "no answer",
                m_tryTimer.elapsed());
        if (lookup->result())
            return send();
        ApiError error = lookup->result().error();
        error.request = describe(m_request);
        finish(std::move(error));
    });
}

void HttpTransfer::finishWithoutManager()
{
    ApiError error = shutDownError();
    error.request = describe(m_request);
    finish(std::move(error));
}

ApiError HttpTransfer::shutDownError()
{
    return {.kind = ApiError::Kind::Offline, .detail = tr("the network access was shut down")};
}

void HttpTransfer::readAvailable()
{
    if (!m_reply->isOpen()) // a time-out has closed it
        return;
    const qint64 available = m_reply->bytesAvailable();
    const auto announced = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    if (announced <= MaximumBodySize && m_body.size() + available <= MaximumBodySize) {
        // readAll() would allocate 32 KiB for any answer.
        if (available > 0)
            m_body.append(m_reply->read(available));
        return;
    }
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    logTry(", too large");
    releaseReply();
    failOrRetry({
        .kind = ApiError::Kind::BadPayload,
        .httpStatus = status,
        .detail = tr("more than %1 was sent").arg(QLocale().formattedDataSize(MaximumBodySize, 0)),
    });
}

void HttpTransfer::finishTry()
{
    readAvailable();
    if (!m_reply) // readAvailable() found it too large
        return;
    logTry();
    if (m_reply->error() == QNetworkReply::OperationCanceledError
        && m_connections != renewals(*m_manager)) {
        releaseReply();
        --m_history.tries; // the tenant did not cause this, so it does not count as a try
        m_body.clear();
        return sendWhenAllowed();
    }
    const HttpExchange ended = exchange();
    const std::optional<ApiError> error = apiError(ended);
    releaseReply(ended);
    if (leavesConnectionUnusable(ended, *m_manager))
        renewConnections(*m_manager);
    if (error)
        failOrRetry(*error);
    else
        finish(std::exchange(m_body, {}));
}

void HttpTransfer::failOrRetry(ApiError error)
{
    error.request = describe(m_request);
    const double jitter = QRandomGenerator::global()->generateDouble();
    const auto delay = retryDelay(error, m_history, m_policy, jitter);
    if (!delay)
        return finish(std::move(error));
    if (error.asksToWait())
        m_history.waited += *delay;
    if (m_pacer && error.kind == ApiError::Kind::RateLimited)
        m_pacer->refused(*delay, now());
    m_retryTimer.start(*delay);
    qCDebug(netLog, "%s %s: try %d failed, the next one in %lld ms", method(),
            qUtf8Printable(logText(m_request)), m_history.tries, qint64(delay->count()));
    Q_EMIT retryScheduled(m_history.tries, *delay, error);
}

void HttpTransfer::logTry(const char *outcome) const
{
    if (!netLog().isDebugEnabled())
        return;
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const auto error = m_reply->error();
    const bool hasOtherError = error != QNetworkReply::NoError && status < 400;
    const auto codes = QMetaEnum::fromType<QNetworkReply::NetworkError>();
    qCDebug(netLog, "%s %s: status %d%s%s, %lld ms, %lld bytes%s", method(),
            qUtf8Printable(logText(m_request)), status, hasOtherError ? " " : "",
            hasOtherError ? codes.valueToKey(error) : "", m_tryTimer.elapsed(),
            qint64(m_body.size()), outcome);
}

void HttpTransfer::releaseReply()
{
    if (m_reply)
        releaseReply(exchange());
}

//! Deleting the reply ends its transfer. Do not call abort(): if a failure is already queued, Qt
//! would warn about a second one.
void HttpTransfer::releaseReply(const HttpExchange &ended)
{
    m_reply->disconnect(this);
    if (m_pacer) {
        const bool isSuccess = ended.status >= 200 && ended.status < 300;
        m_pacer->requestEnded(m_sent, {.isSuccess = isSuccess, .budget = rateBudget(ended)}, now());
    }
    m_reply->deleteLater();
    m_reply = nullptr;
}

void HttpTransfer::abortWork()
{
    if (m_reply)
        logTry(", cancelled");
    m_retryTimer.stop();
    m_waitingSince.reset();
    m_turn.reset();
    m_proxyLookup.reset();
    releaseReply();
    m_body.clear();
}

const char *HttpTransfer::method() const
{
    return m_post ? "POST" : "GET";
}

bool HttpTransfer::usesProxy() const
{
    ProxyChoice *choice = ProxyChoice::of(*m_manager);
    if (!choice)
        return false;
    const QList<QNetworkProxy> proxies = choice->queryProxy(QNetworkProxyQuery(m_request.url()));
    return !proxies.isEmpty() && proxies.constFirst().type() != QNetworkProxy::NoProxy
        && proxies.constFirst().type() != QNetworkProxy::DefaultProxy;
}

HttpExchange HttpTransfer::exchange() const
{
    return {
        .status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
        .networkError = m_reply->error(),
        .isProxied = m_isProxied,
        .isSent = m_isSent,
        .networkErrorText =
            m_tlsProblems.isEmpty() ? m_reply->errorString() : m_tlsProblems.join("; "_L1),
        .body = m_body,
        .contentType = m_reply->rawHeader("Content-Type"),
        .location = m_reply->rawHeader("Location"),
        .retryAfter = m_reply->rawHeader("Retry-After"),
        .rateLimit = m_reply->rawHeader("x-ratelimit-limit"),
        .rateLimitRemaining = m_reply->rawHeader("x-ratelimit-remaining"),
        .rateLimitReset = m_reply->rawHeader("x-ratelimit-reset"),
        .now = serverTime(*m_reply),
        .secret = m_post ? m_post->secret() : tokenOf(m_request),
        .isSignIn = m_post.has_value(),
    };
}

} // namespace Vestibule
