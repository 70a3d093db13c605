// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/tenantdomain.h"
#include "core/tokenreview.h"

#include <QList>
#include <QString>

namespace Vestibule {

//! What the review of a token found, as texts. All of it is advice, because only the tenant
//! decides.

//! One finding about a token.
struct TokenNote {
    enum class Severity { Information, Good, Warning };
    Severity severity = Severity::Information;
    QString text{}; //!< a sentence
    bool isOfScopes = false; //!< says what they allow, which a test of the access can say better

    bool operator==(const TokenNote &) const = default;
};

//! Reasons against using the token with this domain, the worst first; empty when there are none.
[[nodiscard]] QList<TokenNote> tokenWarnings(const TokenReview &review, const TenantDomain &domain);
//! Everything the user should know before using the token, the warnings first.
[[nodiscard]] QList<TokenNote> tokenNotes(const TokenReview &review, const TenantDomain &domain);
//! "Token expires in 21 h", "Token expiry unknown", or the worst warning: "Token expired",
//! "Token for another tenant?", "Token lacks a scope". In place of the time left, a token
//! that an application gets "renews itself".
[[nodiscard]] QString tokenStatusText(const TokenReview &review, bool renewsItself = false);

} // namespace Vestibule
