// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/tokentext.h"

#include "core/shortened.h"
#include "models/displaytext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

struct TokenText {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::TokenText)
};

//! A token may have hundreds of scopes, so only the first ones are listed.
QString listed(const QStringList &scopes)
{
    constexpr qsizetype Most = 4;
    constexpr qsizetype Longest = 200;
    const QString first = displaySafe(shortened(scopes.mid(0, Most).join(", "_L1), Longest));
    const qsizetype others = scopes.size() - Most;
    return others <= 0 ? first : TokenText::tr("%1 and %n more", nullptr, int(others)).arg(first);
}

//! Claims come from outside and may have any length and any characters.
QString claimText(const QString &claim)
{
    constexpr qsizetype Longest = 100;
    return displaySafe(shortened(claim, Longest));
}

QString problemSentence(TokenClaims::Problem problem)
{
    switch (problem) {
    case TokenClaims::Problem::Opaque:
        return TokenText::tr("This is not the usual kind of token (a JWT): only the tenant can "
                             "check whether it is valid.");
    case TokenClaims::Problem::Encrypted:
        return TokenText::tr(
            "This token is encrypted: only the tenant can check whether it is valid.");
    case TokenClaims::Problem::Broken:
        return TokenText::tr("This token cannot be read: it is damaged or incomplete.");
    }
    Q_UNREACHABLE();
}

QString moment(const QDateTime &utc)
{
    return readTimeText(utc, {}); // always with its day: it is seldom today
}

QStringList timeWarnings(const TokenReview &review)
{
    QStringList all;
    if (review.isExpired)
        all += TokenText::tr("The token expired on %1. Get a new one.")
                   .arg(moment(*review.claims.expiresAt));
    if (review.isNotYetValid)
        all += TokenText::tr("The token is not valid before %1. Is this computer's clock right?")
                   .arg(moment(*review.claims.notBefore));
    return all;
}

QStringList targetWarnings(const TokenReview &review, const TenantDomain &domain)
{
    QStringList all;
    if (!review.isForManagementApi && !review.claims.audiences.isEmpty()) {
        all += TokenText::tr("The token is not for a Management API but for %1.")
                   .arg(claimText(review.claims.audiences.constFirst()));
    } else if (review.audienceDiffers) {
        all += TokenText::tr("The token is for another tenant: %1.")
                   .arg(claimText(review.claims.audiences.constFirst()));
    }
    if (review.issuerDiffers)
        all += TokenText::tr("The token was issued by %1, not by %2.")
                   .arg(claimText(review.claims.issuer), domain.text());
    return all;
}

QStringList scopeWarnings(const TokenReview &review)
{
    QStringList all;
    if (!review.missingScopes.isEmpty())
        all += TokenText::tr("The token lacks the scope %1.").arg(listed(review.missingScopes));
    if (!review.writingScopes.isEmpty())
        all += TokenText::tr("The token also allows changes (%1). Vestibule makes none, but a "
                             "read-only token is safer.")
                   .arg(listed(review.writingScopes));
    return all;
}

//! What is as it should be, and what is neither good nor bad.
QList<TokenNote> information(const TokenReview &review)
{
    using Severity = TokenNote::Severity;
    const TokenClaims &claims = review.claims;
    QList<TokenNote> all;
    const auto add = [&all](Severity severity, const QString &text, bool isOfScopes = false) {
        all.append({.severity = severity, .text = text, .isOfScopes = isOfScopes});
    };
    if (!claims.issuer.isEmpty() && !review.issuerDiffers)
        add(Severity::Good, TokenText::tr("Issued by %1.").arg(claimText(claims.issuer)));
    if (review.timeLeft && !review.isExpired)
        add(Severity::Good,
            TokenText::tr("Valid until %1 (%2 left).")
                .arg(moment(*claims.expiresAt), durationText(*review.timeLeft)));
    if (!review.neededScopes.isEmpty())
        add(Severity::Good, TokenText::tr("It has the scope %1.").arg(listed(review.neededScopes)),
            true);
    if (review.canListOrganizations)
        add(Severity::Good,
            TokenText::tr("It can list organizations, so you can choose them by name."), true);
    else
        add(Severity::Information,
            TokenText::tr("With the scope %1, you could choose organizations by name.")
                .arg(OrganizationListScopes.back()));
    if (!review.surplusScopes.isEmpty())
        add(Severity::Information,
            TokenText::tr("It allows reading more than Vestibule needs: %1.")
                .arg(listed(review.surplusScopes)));
    return all;
}

} // namespace

QList<TokenNote> tokenWarnings(const TokenReview &review, const TenantDomain &domain)
{
    QList<TokenNote> notes;
    const auto add = [&notes](const QStringList &sentences) {
        for (const QString &sentence : sentences)
            notes.append({.severity = TokenNote::Severity::Warning, .text = sentence});
    };
    if (review.problem) {
        add({problemSentence(*review.problem)});
        return notes;
    }
    add(timeWarnings(review));
    add(targetWarnings(review, domain));
    add(scopeWarnings(review));
    return notes;
}

QList<TokenNote> tokenNotes(const TokenReview &review, const TenantDomain &domain)
{
    QList<TokenNote> notes = tokenWarnings(review, domain);
    if (review.problem)
        return notes;
    return notes + information(review);
}

QString tokenStatusText(const TokenReview &review, bool renewsItself)
{
    if (review.isExpired && !renewsItself)
        return TokenText::tr("Token expired");
    if (review.issuerDiffers || review.audienceDiffers)
        return TokenText::tr("Token for another tenant?");
    if (!review.problem && !review.missingScopes.isEmpty())
        return TokenText::tr("Token lacks a scope");
    if (renewsItself)
        return TokenText::tr("Token renews itself");
    if (review.timeLeft)
        return TokenText::tr("Token expires in %1", "21 h").arg(durationText(*review.timeLeft));
    return TokenText::tr("Token expiry unknown");
}

} // namespace Vestibule
