// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/tenantdomain.h"
#include "core/tokenreview.h"

#include <QList>
#include <QString>

namespace Vestibule {

//! What the local token reader finds, in words. The tenant has the last word: all of it is advice.

//! One finding about a token.
struct TokenNote {
    enum class Severity { Information, Warning };
    Severity severity = Severity::Information;
    QString text{}; //!< a sentence

    bool operator==(const TokenNote &) const = default;
};

//! What speaks against using the token with \a domain, the worst first; empty when nothing does.
[[nodiscard]] QList<TokenNote> tokenWarnings(const TokenReview &review, const TenantDomain &domain);
//! Everything worth knowing before the token is used, the warnings first.
[[nodiscard]] QList<TokenNote> tokenNotes(const TokenReview &review, const TenantDomain &domain);
//! "Token: 21 h left", "Token: its end is not known", or the worst that speaks against it: "Token:
//! expired", "Token: for another tenant?", "Token: a scope is missing".
[[nodiscard]] QString tokenStatusText(const TokenReview &review);

} // namespace Vestibule
