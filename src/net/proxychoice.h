// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/networksettings.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QMutex>
#include <QNetworkProxy>
#include <QNetworkProxyFactory>
#include <QUrl>

#include <functional>
#include <memory>

class QNetworkAccessManager;

namespace Vestibule {

//! Which proxies lead to an address, as the system has it. May take seconds: a configuration script
//! is fetched and run. Called from other threads.
using SystemProxies = std::function<QList<QNetworkProxy>(const QNetworkProxyQuery &query)>;

//! Which proxy leads to a host. This computer itself is reached without any.
//!
//! QNetworkAccessManager asks on the user's thread, so nothing is looked up then: a ProxyLookup
//! does it before.
class ProxyChoice final : public QNetworkProxyFactory {
public:
    //! What the system said, shared with lookups that outlive this object; safe in any thread.
    class Answers;

    ProxyChoice(NetworkSettings::ProxyMode mode, const QNetworkProxy &manual, SystemProxies system);
    ProxyChoice(const ProxyChoice &) = delete;
    ProxyChoice &operator=(const ProxyChoice &) = delete;
    ~ProxyChoice() override;

    //! The choice that \a manager goes by and owns; null when it has none.
    [[nodiscard]] static ProxyChoice *of(const QNetworkAccessManager &manager);

    //! Whether the system must be asked before queryProxy() can answer for \a url. An answer is
    //! good for half a minute: people carry their computers from one network to another.
    [[nodiscard]] bool needsLookup(const QUrl &url) const;
    //! For ProxyLookup.
    [[nodiscard]] std::shared_ptr<Answers> answers() const { return m_answers; }

    //! At once. Without an answer of the system: no proxy.
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override;

private:
    NetworkSettings::ProxyMode m_mode;
    QNetworkProxy m_manual;
    std::shared_ptr<Answers> m_answers;
};

class ProxyChoice::Answers final {
public:
    explicit Answers(SystemProxies system);

    //! Asks the system, and keeps what it says.
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

} // namespace Vestibule
