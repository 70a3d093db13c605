// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "net/proxychoice.h"

#include "core/threadreply.h"

#include <QHostAddress>
#include <QMutexLocker>
#include <QNetworkAccessManager>

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Vestibule {

namespace {

constexpr auto AnswerLifetime = 30s;

bool isLoopback(const QString &host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

//! The key of an answer: a tenant is one origin, and a proxy does not depend on the path.
QString originOf(const QUrl &url)
{
    return url.toString(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery
                        | QUrl::RemoveFragment);
}

} // namespace

ProxyChoice::Answers::Answers(SystemProxies system)
    : m_system(std::move(system))
{
}

void ProxyChoice::Answers::lookUp(const QUrl &url)
{
    const QList<QNetworkProxy> proxies =
        m_system(QNetworkProxyQuery(url)); // slow: not under the lock
    const QMutexLocker lock(&m_mutex);
    m_answers.insert(originOf(url), {proxies, QDeadlineTimer(AnswerLifetime)});
}

bool ProxyChoice::Answers::isFresh(const QUrl &url) const
{
    const QMutexLocker lock(&m_mutex);
    const auto answer = m_answers.constFind(originOf(url));
    return answer != m_answers.cend() && !answer->freshUntil.hasExpired();
}

QList<QNetworkProxy> ProxyChoice::Answers::proxies(const QUrl &url) const
{
    const QMutexLocker lock(&m_mutex);
    return m_answers.value(originOf(url)).proxies;
}

ProxyChoice::ProxyChoice(NetworkSettings::ProxyMode mode, const QNetworkProxy &manual,
                         SystemProxies system)
    : m_mode(mode)
    , m_manual(manual)
    , m_answers(std::make_shared<Answers>(std::move(system)))
{
}

ProxyChoice::~ProxyChoice() = default;

ProxyChoice *ProxyChoice::of(const QNetworkAccessManager &manager)
{
    return dynamic_cast<ProxyChoice *>(manager.proxyFactory());
}

bool ProxyChoice::needsLookup(const QUrl &url) const
{
    return m_mode == NetworkSettings::ProxyMode::System && !isLoopback(url.host())
        && !m_answers->isFresh(url);
}

QList<QNetworkProxy> ProxyChoice::queryProxy(const QNetworkProxyQuery &query)
{
    const QList<QNetworkProxy> direct = {QNetworkProxy(QNetworkProxy::NoProxy)};
    if (isLoopback(query.peerHostName()))
        return direct;
    switch (m_mode) {
    case NetworkSettings::ProxyMode::System: {
        const QList<QNetworkProxy> proxies = m_answers->proxies(query.url());
        return proxies.isEmpty() ? direct : proxies;
    }
    case NetworkSettings::ProxyMode::None:
        return direct;
    case NetworkSettings::ProxyMode::Manual:
        return {m_manual};
    }
    Q_UNREACHABLE();
}

ProxyLookup::ProxyLookup(const ProxyChoice &choice, const QUrl &url,
                         std::chrono::milliseconds timeout)
{
    const auto lookUp = [answers = choice.answers(), url]() -> Result<std::monostate> {
        answers->lookUp(url);
        return std::monostate();
    };
    m_answer.reset(new ThreadReply<std::monostate>(lookUp));
    connect(m_answer.get(), &ReplyBase::finished, this, [this] {
        m_timeout.stop();
        const auto answer = std::move(m_answer);
        finish(answer->result());
    });
    m_timeout.setSingleShot(true);
    connect(&m_timeout, &QTimer::timeout, this, [this] {
        m_answer.reset();
        finish(ApiError{.kind = ApiError::Kind::Proxy,
                        .detail = tr("the system did not say in time which proxy to use")});
    });
    if (timeout.count() > 0)
        m_timeout.start(timeout);
}

ProxyLookup::~ProxyLookup() = default;

void ProxyLookup::abortWork()
{
    m_timeout.stop();
    m_answer.reset();
}

} // namespace Vestibule
