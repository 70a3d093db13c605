// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/accesstoken.h"
#include "core/connectionsource.h"
#include "core/tenantdomain.h"
#include "net/retrypolicy.h"

#include <chrono>

class QNetworkAccessManager;

namespace Vestibule {

//! The connections of a tenant's organizations, read from the Management API over HTTP.
class ManagementClient final : public ConnectionSource {
public:
    struct Options {
        std::chrono::milliseconds timeout{30'000}; //!< the longest silence within one request
        RetryPolicy retry{};
    };

    //! \a manager outlives this object. Neither \a domain nor \a token is empty.
    ManagementClient(QNetworkAccessManager &manager, TenantDomain domain, AccessToken token,
                     Options options);

    [[nodiscard]] ReplyPtr<ConnectionPage> fetchPage(const PageRequest &request) override;

private:
    QNetworkAccessManager &m_manager;
    TenantDomain m_domain;
    AccessToken m_token;
    Options m_options;
};

} // namespace Vestibule
