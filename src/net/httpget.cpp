// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "net/httpget.h"

#include "net/httperror.h"
#include "net/proxylookup.h"
#include "net/ratepacer.h"
#include "net/transfererror.h"

#include <QLocale>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRandomGenerator>
#include <QSslError>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

//! Bytes. Without it Qt's own thread reads on, far beyond what is taken here, as long as a server
//! sends.
constexpr qint64 ReadBufferSize = 256 * 1024;

QByteArray tokenOf(const QNetworkRequest &request)
{
    const QByteArray header = request.rawHeader("Authorization");
    return header.sliced(header.indexOf(' ') + 1);
}

//! Of a clock that nobody sets.
RatePacer::Moment now()
{
    return std::chrono::duration_cast<RatePacer::Moment>(
        std::chrono::steady_clock::now().time_since_epoch());
}

QDateTime serverTime(const QNetworkReply &reply)
{
    const QDateTime time = httpDate(reply.rawHeader("Date"));
    return time.isValid() ? time : QDateTime::currentDateTimeUtc();
}

} // namespace

HttpGet::HttpGet(QNetworkAccessManager &manager, const QNetworkRequest &request,
                 const RetryPolicy &policy, std::shared_ptr<RatePacer> pacer)
    : m_manager(&manager)
    , m_request(request)
    , m_policy(policy)
    , m_pacer(std::move(pacer))
{
    m_retryTimer.setSingleShot(true);
    m_retryTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_retryTimer, &QTimer::timeout, this, &HttpGet::sendWhenAllowed);
    sendWhenAllowed();
}

HttpGet::~HttpGet()
{
    releaseReply();
}

//! Asked anew behind each wait: others that waited with this one may have used up what was added.
void HttpGet::sendWhenAllowed()
{
    const auto delay = m_pacer ? m_pacer->delay(now()) : std::chrono::milliseconds(0);
    if (delay.count() > 0)
        waitForBudget(delay);
    else
        send();
}

QString HttpGet::describe(const QNetworkRequest &request)
{
    return request.url().toString(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::FullyEncoded);
}

//! Nobody listens yet: what is said about the wait is said from the event loop.
void HttpGet::waitForBudget(std::chrono::milliseconds delay)
{
    const ApiError cause{
        .kind = ApiError::Kind::RateLimited, .retryAfter = delay, .request = describe(m_request)};
    if (m_history.waited + delay > m_policy.maximumWait)
        return finish(cause);
    m_history.waited += delay;
    m_retryTimer.start(delay);
    const auto tell = [this, delay, cause] { Q_EMIT retryScheduled(0, delay, cause); };
    QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
}

void HttpGet::send()
{
    if (!m_manager)
        return finishWithoutManager();
    const ProxyChoice *choice = ProxyChoice::of(*m_manager);
    if (choice && choice->needsLookup(m_request.url()))
        return lookUpProxy(*choice);
    ++m_history.tries;
    m_body.clear();
    m_tlsProblems.clear();
    if (m_pacer)
        m_pacer->requestSent(now());
    m_reply = m_manager->get(m_request);
    m_reply->setReadBufferSize(ReadBufferSize);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpGet::readAvailable);
    connect(m_reply, &QNetworkReply::finished, this, &HttpGet::finishTry);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        for (const QSslError &error : errors)
            m_tlsProblems.append(tlsProblemText(error));
        m_tlsProblems.removeDuplicates();
    });
    // Only a dying manager deletes a reply that is still ours, and no other signal tells of it.
    connect(m_reply, &QObject::destroyed, this, &HttpGet::finishWithoutManager);
}

void HttpGet::lookUpProxy(const ProxyChoice &choice)
{
    const std::chrono::milliseconds timeout(m_request.transferTimeout());
    m_proxyLookup.reset(new ProxyLookup(choice, m_request.url(), timeout));
    connect(m_proxyLookup.get(), &ReplyBase::finished, this, [this] {
        const auto lookup = std::move(m_proxyLookup);
        if (lookup->result())
            return send();
        ApiError error = lookup->result().error();
        error.request = describe(m_request);
        finish(std::move(error));
    });
}

void HttpGet::finishWithoutManager()
{
    finish(ApiError{
        .kind = ApiError::Kind::Offline,
        .detail = tr("the network access was shut down"),
        .request = describe(m_request),
    });
}

void HttpGet::readAvailable()
{
    if (!m_reply->isOpen()) // a time-out has closed it
        return;
    const auto announced = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    if (announced <= MaximumBodySize
        && m_body.size() + m_reply->bytesAvailable() <= MaximumBodySize)
        return void(m_body.append(m_reply->readAll()));
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    releaseReply();
    failOrRetry({
        .kind = ApiError::Kind::BadPayload,
        .httpStatus = status,
        .detail =
            tr("the answer is larger than %1").arg(QLocale().formattedDataSize(MaximumBodySize, 0)),
    });
}

void HttpGet::finishTry()
{
    readAvailable();
    if (!m_reply) // too large after all
        return;
    const std::optional<ApiError> error = apiError(exchange());
    releaseReply();
    if (error)
        failOrRetry(*error);
    else
        finish(std::exchange(m_body, {}));
}

void HttpGet::failOrRetry(ApiError error)
{
    error.request = describe(m_request);
    const double jitter = QRandomGenerator::global()->generateDouble();
    const auto delay = retryDelay(error, m_history, m_policy, jitter);
    if (!delay)
        return finish(std::move(error));
    if (error.kind == ApiError::Kind::RateLimited)
        m_history.waited += *delay;
    m_retryTimer.start(*delay);
    Q_EMIT retryScheduled(m_history.tries, *delay, error);
}

//! The reply ends its transfer when it is deleted. Not by abort(): a failure that is on its way to
//! it already would be its second one, of which Qt warns.
void HttpGet::releaseReply()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    if (m_pacer)
        m_pacer->requestEnded(rateBudget(exchange()), now());
    m_reply->deleteLater();
    m_reply = nullptr;
}

void HttpGet::abortWork()
{
    m_retryTimer.stop();
    m_proxyLookup.reset();
    releaseReply();
    m_body.clear();
}

bool HttpGet::isProxied() const
{
    ProxyChoice *choice = m_manager ? ProxyChoice::of(*m_manager) : nullptr;
    if (!choice || m_reply->error() == QNetworkReply::NoError)
        return false;
    const QList<QNetworkProxy> proxies = choice->queryProxy(QNetworkProxyQuery(m_request.url()));
    return !proxies.isEmpty() && proxies.constFirst().type() != QNetworkProxy::NoProxy
        && proxies.constFirst().type() != QNetworkProxy::DefaultProxy;
}

HttpExchange HttpGet::exchange() const
{
    return {
        .status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
        .networkError = m_reply->error(),
        .isProxied = isProxied(),
        .networkErrorText =
            m_tlsProblems.isEmpty() ? m_reply->errorString() : m_tlsProblems.join("; "_L1),
        .body = m_body,
        .location = m_reply->rawHeader("Location"),
        .retryAfter = m_reply->rawHeader("Retry-After"),
        .rateLimit = m_reply->rawHeader("x-ratelimit-limit"),
        .rateLimitRemaining = m_reply->rawHeader("x-ratelimit-remaining"),
        .rateLimitReset = m_reply->rawHeader("x-ratelimit-reset"),
        .now = serverTime(*m_reply),
        .secret = tokenOf(m_request),
    };
}

} // namespace Vestibule
