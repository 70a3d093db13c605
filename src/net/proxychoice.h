// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/networksettings.h"
#include "core/reply.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QList>
#include <QMutex>
#include <QNetworkProxy>
#include <QNetworkProxyFactory>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <variant>

class QNetworkAccessManager;

namespace Vestibule {

//! The system's proxies for a request. May take seconds, because a configuration script is fetched
//! and run. Called from other threads.
using SystemProxies = std::function<QList<QNetworkProxy>(const QNetworkProxyQuery &query)>;

//! Chooses the proxy for a host, as the settings say. Loopback is always reached without a proxy,
//! and so is a host that the environment variable no_proxy names, unless the proxy is a manual one.
//!
//! QNetworkAccessManager calls queryProxy() on the user's thread, so that must not ask the system:
//! a ProxyLookup does so before.
class ProxyChoice final : public QNetworkProxyFactory {
public:
    //! What the system answered; shared with lookups that outlive this object. Thread-safe.
    class Answers;

    ProxyChoice(NetworkSettings::ProxyMode mode, const QNetworkProxy &manual, SystemProxies system);
    ProxyChoice(const ProxyChoice &) = delete;
    ProxyChoice &operator=(const ProxyChoice &) = delete;
    ~ProxyChoice() override;

    //! The choice that a manager uses and owns; null when it has none.
    [[nodiscard]] static ProxyChoice *of(const QNetworkAccessManager &manager);

    //! Whether queryProxy() needs a ProxyLookup before it can answer for this URL. An answer is
    //! valid for half a minute, because laptops move from one network to another.
    [[nodiscard]] bool needsLookup(const QUrl &url) const;
    //! For ProxyLookup.
    [[nodiscard]] std::shared_ptr<Answers> answers() const { return m_answers; }

    //! Returns at once; no proxy when the system has not answered yet.
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override;

private:
    [[nodiscard]] bool isDirect(const QString &host) const;

    NetworkSettings::ProxyMode m_mode;
    QNetworkProxy m_manual;
    std::shared_ptr<Answers> m_answers;
};

class ProxyChoice::Answers final {
public:
    explicit Answers(SystemProxies system);

    //! Asks the system, and keeps its answer.
    void lookUp(const QUrl &url);
    [[nodiscard]] bool isFresh(const QUrl &url) const;
    //! The last answer, fresh or not.
    [[nodiscard]] QList<QNetworkProxy> proxies(const QUrl &url) const;

private:
    struct Answer {
        QList<QNetworkProxy> proxies{};
        QDeadlineTimer freshUntil{};
    };

    SystemProxies m_system;
    mutable QMutex m_mutex;
    QHash<QString, Answer> m_answers; //!< by origin; guarded by the mutex
};

//! Asks the system for the proxy of a URL, in a separate thread.
//!
//! Fails (Proxy) when the system does not answer in time. The system cannot be interrupted: a
//! lookup that was cancelled or came too late still ends, and its answer is kept for the next
//! request.
class ProxyLookup final : public Reply<std::monostate> {
    Q_OBJECT

public:
    //! The answer goes to the choice, which may be destroyed before. With a timeout of 0 the lookup
    //! takes as long as the system does.
    ProxyLookup(const ProxyChoice &choice, const QUrl &url, std::chrono::milliseconds timeout);
    ~ProxyLookup() override;

private:
    void abortWork() override;

    ReplyPtr<std::monostate> m_answer;
    QTimer m_timeout;
};

} // namespace Vestibule
