// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "net/applicationsignin.h"

#include "net/httpget.h"

#include <QLoggingCategory>

#include <algorithm>
#include <utility>

namespace Vestibule {

namespace {

Q_LOGGING_CATEGORY(signInLog, "vestibule.net", QtWarningMsg)

std::chrono::milliseconds monotonicTime()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now().time_since_epoch());
}

//! How long before its end a token is replaced: a tenth of its life, at most five minutes.
std::chrono::milliseconds reserve(std::chrono::milliseconds lifetime)
{
    return std::min(lifetime / 10, ApplicationSignIn::LongestReserve);
}

} // namespace

//! A request's wait for the exchange; it ends at once if there is a good token.
class ApplicationSignIn::Waiting final : public Reply<AccessToken> {
public:
    explicit Waiting(ApplicationSignIn &signIn)
        : m_signIn(&signIn)
    {
    }
    ~Waiting() override { leave(); }

    void end(Result<AccessToken> result)
    {
        m_signIn = nullptr;
        finish(std::move(result));
    }

private:
    void leave()
    {
        if (auto *signIn = std::exchange(m_signIn, nullptr))
            signIn->leave(this);
    }
    void abortWork() override { leave(); }

    ApplicationSignIn *m_signIn; //!< null after the end; its destructor ends all
};

ApplicationSignIn::ApplicationSignIn(QNetworkAccessManager &manager, TenantDomain domain,
                                     ClientCredentials application, RequestOptions request,
                                     const RetryPolicy &retry, Clock clock)
    : m_manager(&manager)
    , m_domain(std::move(domain))
    , m_application(std::move(application))
    , m_retry(retry)
    , m_clock(clock ? std::move(clock) : Clock(&monotonicTime))
{
    setRequestOptions(request);
}

ApplicationSignIn::~ApplicationSignIn()
{
    finishAll(HttpTransfer::shutDownError());
}

void ApplicationSignIn::setRequestOptions(const RequestOptions &options)
{
    m_request = options;
    m_request.priority = QNetworkRequest::HighPriority; // other requests wait for it
}

ReplyPtr<AccessToken> ApplicationSignIn::fetchToken()
{
    auto *waiting = new Waiting(*this);
    ReplyPtr<AccessToken> reply(waiting);
    if (!m_post && isGood(m_token)) {
        waiting->end(m_token);
        return reply;
    }
    m_waiting.push_back(waiting);
    if (!m_post)
        startExchange();
    if (m_post) { // not without a manager
        connect(m_post.get(), &ReplyBase::retryScheduled, waiting, &ReplyBase::retryScheduled);
    }
    return reply;
}

ReplyPtr<AccessToken> ApplicationSignIn::replaceToken(const AccessToken &refused)
{
    if (refused == m_token)
        m_goodUntil = m_clock();
    return fetchToken();
}

bool ApplicationSignIn::isGood(const AccessToken &token) const
{
    return !token.isEmpty() && token == m_token && m_clock() < m_goodUntil;
}

void ApplicationSignIn::startExchange()
{
    if (!m_manager)
        return finishAll(HttpTransfer::shutDownError());
    m_post.reset(
        new HttpTokenPost(*m_manager, tokenRequest(m_domain, m_application, m_request), m_retry));
    connect(m_post.get(), &ReplyBase::finished, this, &ApplicationSignIn::finishExchange);
}

void ApplicationSignIn::finishExchange()
{
    const auto post = std::move(m_post);
    if (!post->result())
        return finishAll(post->result().error());
    const Result<TokenAnswer> answer = parseTokenAnswer(*post->result());
    if (!answer) {
        ApiError error = answer.error();
        error.request = HttpTransfer::describe(post->request());
        return finishAll(error);
    }
    const std::chrono::milliseconds lifetime = answer->lifetime;
    qCDebug(signInLog, "signed in for %lld s, %d requests waited", qint64(answer->lifetime.count()),
            int(m_waiting.size()));
    m_token = answer->token;
    m_goodUntil = m_clock() + lifetime - reserve(lifetime);
    finishAll(m_token);
    Q_EMIT tokenChanged();
}

void ApplicationSignIn::finishAll(const Result<AccessToken> &result)
{
    for (Waiting *waiting : std::exchange(m_waiting, {}))
        waiting->end(result);
}

void ApplicationSignIn::leave(Waiting *waiting)
{
    std::erase(m_waiting, waiting);
    if (m_waiting.empty())
        m_post.reset();
}

} // namespace Vestibule
