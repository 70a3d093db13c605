// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/clientcredentials.h"
#include "core/signin.h"
#include "core/tenantdomain.h"
#include "core/tokenanswer.h"
#include "net/managementrequest.h"
#include "net/retrypolicy.h"

#include <QNetworkAccessManager>
#include <QPointer>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace Vestibule {

class HttpTokenPost;

//! Signs an application in with its client ID and secret (OAuth 2.0, client credentials): one POST
//! to the tenant's token endpoint for all requests that wait.
//!
//! A failed exchange fails all that wait for it; the next request tries again. When the last of
//! them is cancelled, the exchange is, too.
class ApplicationSignIn final : public SignIn {
    Q_OBJECT

public:
    //! Monotonic time, since any fixed moment.
    using Clock = std::function<std::chrono::milliseconds()>;

    //! The longest time before the end of its life at which a token is replaced.
    static constexpr std::chrono::milliseconds LongestReserve{std::chrono::minutes{5}};

    //! The manager outlives this object, but not necessarily its replies. The application is
    //! complete.
    ApplicationSignIn(QNetworkAccessManager &manager, TenantDomain domain,
                      ClientCredentials application, RequestOptions request,
                      const RetryPolicy &retry, Clock clock = {});
    ~ApplicationSignIn() override; //!< fails all that wait

    [[nodiscard]] AccessToken token() const override { return m_token; }
    [[nodiscard]] bool isGood(const AccessToken &token) const override;
    [[nodiscard]] ReplyPtr<AccessToken> fetchToken() override;
    //! If the refused token has been replaced already, this gives the new one without an exchange.
    //! The tenant may give the same token again; then it refuses the next request as well.
    [[nodiscard]] ReplyPtr<AccessToken> replaceToken(const AccessToken &refused) override;

    [[nodiscard]] bool isFor(const TenantDomain &domain, const ClientCredentials &application) const
    {
        return m_domain == domain && m_application == application;
    }
    //! For exchanges that begin later.
    void setRequestOptions(const RequestOptions &options);

private:
    class Waiting;

    void startExchange();
    void finishExchange();
    void finishAll(const Result<AccessToken> &result);
    void leave(Waiting *waiting);

    QPointer<QNetworkAccessManager> m_manager;
    TenantDomain m_domain;
    ClientCredentials m_application;
    RequestOptions m_request;
    RetryPolicy m_retry;
    Clock m_clock;
    AccessToken m_token;
    //! By the clock. From then on, the next request replaces the token.
    std::chrono::milliseconds m_goodUntil{};
    std::unique_ptr<HttpTokenPost, ReplyDeleter> m_post; //!< while requests wait
    std::vector<Waiting *> m_waiting; //!< in the order in which they came
};

} // namespace Vestibule
