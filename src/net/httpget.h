// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/reply.h"
#include "core/requester.h"
#include "net/managementrequest.h"
#include "net/ratepacer.h"
#include "net/retrypolicy.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QNetworkRequest>
#include <QPointer>
#include <QStringList>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

class QNetworkAccessManager;
class QNetworkReply;

namespace Vestibule {

class ProxyChoice;
class ProxyLookup;
struct HttpExchange;

//! One request with its retries: the only owner of a QNetworkReply in the program.
//!
//! The result is the body of a complete answer with status 2xx, or the error of the last try. (Qt
//! does not always report that a chunked answer was cut off, so the parser must notice.) It fails
//! without another try as RateLimited when the pacer's waits are longer than the policy allows (a
//! sweep waits as long as it must, and does not announce it: waiting is what it mostly does), as
//! Proxy when the system does not name a proxy in time, and as Offline when the manager is
//! destroyed.
//!
//! Logs each try as `vestibule.net`: path without ids, status, time, size and waits; never the
//! host, the token, an id or the body.
class HttpTransfer : public Reply<QByteArray> {
    Q_OBJECT

public:
    //! In bytes, after decompression. A page of 100 rows has about 30 KiB; a server that sends more
    //! than this is broken or hostile.
    static constexpr qsizetype MaximumBodySize = 16 * 1024 * 1024;

    ~HttpTransfer() override;

    [[nodiscard]] const QNetworkRequest &request() const { return m_request; }
    //! Ends the manager's connections. Its pending requests are sent again, on new ones.
    static void renewConnections(QNetworkAccessManager &manager);
    //! Path and query of a request, to name it in messages: without host and headers.
    [[nodiscard]] static QString describe(const QNetworkRequest &request);
    //! The error of a request that cannot be sent because its manager is gone.
    [[nodiscard]] static ApiError shutDownError();

protected:
    //! Starts as soon as the pacer allows; at once when the pacer is null. The manager may be
    //! destroyed before this object. With a body, it is a POST.
    HttpTransfer(QNetworkAccessManager &manager, const QNetworkRequest &request,
                 const std::optional<TokenRequest> &post, const RetryPolicy &policy,
                 std::shared_ptr<RatePacer> pacer, Requester requester,
                 std::function<bool()> isTokenGood = {});

private:
    void sendWhenAllowed();
    void send();
    void lookUpProxy(const ProxyChoice &choice);
    void readAvailable();
    void finishTry();
    void failOrRetry(ApiError error);
    void waitForBudget(std::chrono::milliseconds delay);
    void endWaitForBudget();
    void shortenWaitForBudget();
    void finishWithoutManager();
    void logTry(const char *outcome = "") const;
    void releaseReply();
    void releaseReply(const HttpExchange &ended);
    void abortWork() override;
    [[nodiscard]] const char *method() const;
    [[nodiscard]] bool usesProxy() const;
    [[nodiscard]] HttpExchange exchange() const;

    QPointer<QNetworkAccessManager> m_manager;
    QNetworkRequest m_request;
    std::optional<TokenRequest> m_post; //!< absent: GET
    RetryPolicy m_policy;
    std::shared_ptr<RatePacer> m_pacer;
    Requester m_requester;
    std::function<bool()> m_isTokenGood; //!< null: always
    std::optional<RatePacer::Turn> m_turn; //!< until the request is sent
    RatePacer::Sent m_sent;
    std::optional<RatePacer::Moment> m_waitingSince; //!< for the budget
    RatePacer::Moment m_announcedEnd{}; //!< of a wait for the budget
    RetryHistory m_history;
    std::unique_ptr<ProxyLookup, ReplyDeleter> m_proxyLookup;
    QPointer<QNetworkReply> m_reply; //!< the manager's destructor deletes its replies
    QTimer m_retryTimer;
    QElapsedTimer m_tryTimer; //!< since the last request or proxy lookup began
    QByteArray m_body;
    QStringList m_tlsProblems;
    bool m_isSent = false; //!< the whole request of this try
    bool m_isProxied = false; //!< this try
    int m_connections = 0; //!< how often the connections had been renewed before this try
};

//! One GET with its retries. See HttpTransfer.
class HttpGet final : public HttpTransfer {
    Q_OBJECT

public:
    //! Starts as soon as the pacer allows; at once when the pacer is null. The manager may be
    //! destroyed before this object. Waiting may take longer than the token lives: if
    //! `isTokenGood` says no before a try, the request is not sent, and fails as Unauthorized with
    //! httpStatus 0.
    HttpGet(QNetworkAccessManager &manager, const QNetworkRequest &request,
            const RetryPolicy &policy, std::shared_ptr<RatePacer> pacer = {},
            Requester requester = Requester::Person, std::function<bool()> isTokenGood = {})
        : HttpTransfer(manager, request, {}, policy, std::move(pacer), requester,
                       std::move(isTokenGood))
    {
    }
};

//! The program's only POST, with its retries: asking for a second token does no harm. See
//! HttpTransfer.
class HttpTokenPost final : public HttpTransfer {
    Q_OBJECT

public:
    //! Starts at once. The manager may be destroyed before this object.
    HttpTokenPost(QNetworkAccessManager &manager, const TokenRequest &request,
                  const RetryPolicy &policy)
        : HttpTransfer(manager, request.request(), request, policy, {}, Requester::Person)
    {
    }
};

} // namespace Vestibule
