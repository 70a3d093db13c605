// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "net/httpget.h"
#include "net/managementrequest.h"

#include <QNetworkAccessManager>
#include <QSignalSpy>
#include <QTest>

//! What the tests of HttpGet share: a request as the program makes it, and short delays.
namespace HttpGetTesting {

using namespace Vestibule;
using namespace std::chrono_literals;

inline constexpr std::chrono::milliseconds NoTimeout{20'000};

inline AccessToken token(const QString &text = QStringLiteral("eyJhbGci.eyJpc3Mi.c2lnbmVk"))
{
    return *AccessToken::fromText(text);
}

inline QNetworkRequest requestTo(const TenantDomain &domain,
                                 std::chrono::milliseconds timeout = NoTimeout,
                                 const AccessToken &secret = token())
{
    const PageRequest page{.organizationId = QStringLiteral("org_1")};
    return connectionsRequest({.domain = domain, .token = secret}, page,
                              ConnectionEndpoint::Connections, {.timeout = timeout});
}

//! Never tries twice.
inline RetryPolicy once()
{
    return {.serverTries = 1, .timeoutTries = 1, .firstDelay = 1ms, .maximumWait = 0ms};
}

inline RetryPolicy quick()
{
    return {.firstDelay = 1ms, .maximumDelay = 4ms, .maximumWait = 5s};
}

inline ReplyPtr<QByteArray> get(QNetworkAccessManager &manager, const QNetworkRequest &request,
                                const RetryPolicy &policy = once())
{
    return ReplyPtr<QByteArray>(new HttpGet(manager, request, policy));
}

inline bool waitForFinished(const ReplyPtr<QByteArray> &reply)
{
    QSignalSpy finished(reply.get(), &ReplyBase::finished);
    return finished.wait(10'000);
}

} // namespace HttpGetTesting
