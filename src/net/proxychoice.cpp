// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "net/proxychoice.h"

#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Vestibule {

namespace {

constexpr auto AnswerLifetime = 30s;

bool isLoopback(const QString &host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

//! All that a proxy may depend on here: a tenant is one origin.
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
    const QList<QNetworkProxy> proxies = m_system(QNetworkProxyQuery(url)); // not under the lock
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

} // namespace Vestibule
