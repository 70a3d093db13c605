// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "net/proxychoice.h"

#include "core/threadreply.h"

#include <QHostAddress>
#include <QMutexLocker>
#include <QNetworkAccessManager>
#include <QRegularExpression>

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

QString withoutDots(QString name)
{
    if (name.startsWith(u'.'))
        name.remove(0, 1);
    if (name.endsWith(u'.'))
        name.chop(1);
    return name;
}

QString withoutBrackets(const QString &address)
{
    return address.startsWith(u'[') && address.endsWith(u']')
        ? address.sliced(1, address.size() - 2)
        : address;
}

//! Whether no_proxy, or NO_PROXY when it is not set, names the host, as curl reads it: hosts and
//! domains with all that is below them, with or without a dot before them, addresses and networks
//! such as 10.0.0.0/8, or `*` for all; here also within a list, and before a domain. The system
//! does not understand all of that: libproxy, which Qt asks on Linux, knows no `*` for all, and
//! takes a capital for another letter.
bool isInNoProxy(const QString &host)
{
    static const QRegularExpression separators(u"[,\\s]+"_s);
    const QString list =
        qEnvironmentVariable(qEnvironmentVariableIsEmpty("no_proxy") ? "NO_PROXY" : "no_proxy")
            .toLower();
    const QString name = withoutDots(host.toLower());
    const QHostAddress address(host);
    for (const QString &entry : list.split(separators, Qt::SkipEmptyParts)) {
        if (entry == "*"_L1)
            return true;
        if (address.isNull()) {
            const QString domain = withoutDots(entry.startsWith("*."_L1) ? entry.sliced(2) : entry);
            if (name == domain || name.endsWith(u'.' + domain))
                return true;
        } else if (entry.contains(u'/') ? address.isInSubnet(QHostAddress::parseSubnet(entry))
                                        : address == QHostAddress(withoutBrackets(entry))) {
            return true;
        }
    }
    return false;
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
    return m_mode == NetworkSettings::ProxyMode::System && !isDirect(url.host())
        && !m_answers->isFresh(url);
}

bool ProxyChoice::isDirect(const QString &host) const
{
    return isLoopback(host) || (m_mode == NetworkSettings::ProxyMode::System && isInNoProxy(host));
}

QList<QNetworkProxy> ProxyChoice::queryProxy(const QNetworkProxyQuery &query)
{
    const QList<QNetworkProxy> direct = {QNetworkProxy(QNetworkProxy::NoProxy)};
    // Qt's default for loopback is no proxy either. But where it is told NoProxy, it reads what
    // comes without TLS unbuffered, and the head of an answer with a system call for each byte:
    // half of the time that a request to the demo tenant takes.
    if (isLoopback(query.peerHostName()))
        return {QNetworkProxy(QNetworkProxy::DefaultProxy)};
    if (isDirect(query.peerHostName()))
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
