// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>

namespace Vestibule::Demo {

//! What can go wrong with the demo tenant's endpoints; fault.cpp describes each.
enum class Fault {
    Error500,
    Error502Html,
    Error503,
    RateLimit,
    RateLimitOnce,
    ExpiredToken,
    WrongScope,
    ExpiresBetweenPages,
    UnknownOrganizationEmpty,
    NotJson,
    CaptivePortal,
    EmptyBody,
    Truncated,
    TooLarge,
    GzipBomb,
    DeepNesting,
    Hang,
    StallInBody,
    Drop,
    Slow,
    RedirectOtherHost,
    RedirectSameOrigin,
    WrongShape,
    NoTotals,
    FractionalTotal,
    Growing,
    ShortPage,
    DuplicateRow,
    MissingId,
    MissingConnection,
    NullValues,
    UnknownValues,
    HostileNames,
    NoEndpoint,
    WrongAudience,
    BadSignature,
    MissingAuthentication,
    MalformedToken,
    RejectedQuery,
    Entitlement,
    NoOrganizationScope,
    Error504,
    Error524Html,
    RateLimitNonsense,
    RateLimitPast,
    RateLimitLong,
    RateLimitDate,
    RedirectOtherPort,
    RedirectOtherScheme,
    RedirectLoop,
    NotUtf8,
    Bom,
    TrailingGarbage,
    Moving,
    Shrinking,
    RepeatsNext,
    ExpiresOnce,
    Error403Html,
    Error403Text,
    Error503Once,
    SignInRefused,
    SignInNotAuthorized,
    SignInNotAllowed,
    SignInUnknownAudience,
    SignInBadRequest,
    SignInInvalidClient,
    SignInEcho,
    SignInNoEndpoint,
    SignInRateLimit,
    SignInRateLimitOnce,
    SignInNoToken,
    SignInBadToken,
    SignInTokenType,
    SignInNoLifetime,
    SignInTextLifetime,
    SignInZeroLifetime,
    SignInEndlessLifetime,
    SignInWrongAudience,
    SignInExpiredToken,
    SignInNoScope,
    SignInUnsupportedGrant,
    SignInNoReason,
    SignInHostileReason,
    SignInErrorAs200,
    SignInNullToken,
    SignInLowerCaseType,
    SignInFractionalLifetime,
    SignInScopeList,
};

using Faults = QSet<Fault>;

inline size_t qHash(Fault fault, size_t seed = 0)
{
    return ::qHash(int(fault), seed);
}

QStringList faultNames();
//! One line in English without a full stop; empty for an unknown name.
QString faultDescription(const QString &name);
//! Whether it concerns the token endpoint alone.
bool isOfSignIn(Fault fault);
std::optional<Fault> faultFromName(const QString &name);

} // namespace Vestibule::Demo
