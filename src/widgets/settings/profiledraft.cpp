// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/settings/profiledraft.h"

#include "core/managementurl.h"
#include "core/organization.h"
#include "core/pastedaccess.h"
#include "core/pastedtext.h"
#include "session/errortext.h"
#include "session/profilestore.h"

#include <QCoreApplication>

namespace Vestibule {

namespace {

struct ProfileDraftText {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::ProfileDraft)
};

//! In normal form: of a custom domain the one that was entered, as an address or as a domain.
QString audienceOf(const ProfileDraft &draft)
{
    const auto canonical = TenantDomain::fromText(draft.profile.audience);
    return draft.needsAudience() && canonical ? managementAudience(*canonical) : QString();
}

QString secretHint(const ProfileDraft &draft, const FallbackSecretStore &secrets)
{
    if (!draft.typedSecret.isEmpty()) {
        return secrets.problem()
            ? ProfileDraftText::tr(
                "New client secret, kept for this session only (no keyring available).")
            : ProfileDraftText::tr(
                "New client secret, to be saved in the keyring, never in a file.");
    }
    if (draft.mayBeKept())
        return ProfileDraftText::tr("A client secret may be saved; the keyring is checked only "
                                    "when needed. Leave the field empty to keep it.");
    if (!draft.access().signsIn())
        return ProfileDraftText::tr(
            "No client secret saved. The application needs the scopes "
            "read:organization_connections and read:organizations_summary, and no others.");
    return !secrets.problem()
        ? ProfileDraftText::tr(
            "A client secret is saved in the keyring. Leave the field empty to keep it.")
        : ProfileDraftText::tr(
            "A client secret is kept for this session only. Leave the field empty to keep it.");
}

} // namespace

bool ProfileDraft::isEmpty() const
{
    return title().isEmpty() && lineOfText(profile.organizationId).isEmpty()
        && lineOfText(profile.clientId).isEmpty() && lineOfText(profile.audience).isEmpty()
        && !typedToken && !tokenProblem && typedSecret.isEmpty();
}

TenantDomain ProfileDraft::domain() const
{
    const auto result = TenantDomain::fromText(profile.domain);
    return result ? *result : TenantDomain();
}

QString ProfileDraft::title() const
{
    const QString name = lineOfText(profile.name);
    return name.isEmpty() ? lineOfText(profile.domain) : name;
}

TenantAccess ProfileDraft::access() const
{
    TenantAccess access{.domain = domain()};
    const bool isKept = access.domain == kept.domain;
    if (!isApplication()) {
        if (typedToken)
            access.token = *typedToken;
        else if (isKept && !tokenProblem)
            access.token = kept.token;
        return access;
    }
    access.application = {.clientId = lineOfText(profile.clientId),
                          .secret = typedSecret,
                          .audience = audienceOf(*this)};
    if (typedSecret.isEmpty() && isKept && access.application.clientId == kept.application.clientId)
        access.application.secret = kept.application.secret;
    return access;
}

bool ProfileDraft::needsAudience() const
{
    const TenantDomain own = domain();
    return isApplication() && !own.isEmpty() && !isCanonicalDomain(own);
}

bool ProfileDraft::mayBeKept() const
{
    if (!unread || hasNewSecret())
        return false;
    const auto keptFor = TenantDomain::fromText(unread->domain);
    return keptFor && *keptFor == domain() && usesSameSecret(*unread, finished());
}

bool ProfileDraft::hasNewSecret() const
{
    return isApplication() ? !typedSecret.isEmpty() : typedToken.has_value();
}

Profile ProfileDraft::finished() const
{
    Profile result = profile;
    result.domain = domain().text();
    const auto id = organizationIdFromText(profile.organizationId);
    result.organizationId = id ? *id : QString();
    result.name = lineOfText(profile.name);
    if (result.name.isEmpty())
        result.name = result.domain;
    result.clientId = isApplication() ? lineOfText(profile.clientId) : QString();
    result.audience = isApplication() ? audienceOf(*this) : QString();
    return result;
}

QString ProfileDraft::problem() const
{
    const auto result = TenantDomain::fromText(profile.domain);
    if (!result)
        return problemText(result.error());
    const auto id = organizationIdFromText(profile.organizationId);
    if (!id && id.error() != OrganizationIdProblem::Empty)
        return problemText(id.error());
    if (!isApplication())
        return tokenProblem ? problemText(*tokenProblem) : QString();
    if (lineOfText(profile.clientId).isEmpty())
        return ProfileDraftText::tr("Enter the client ID of the application.");
    if (needsAudience() && audienceOf(*this).isEmpty())
        return ProfileDraftText::tr(
            "With a custom domain, also enter the tenant's Auth0 domain as the audience.");
    return {};
}

QString audienceProblem(const QString &text)
{
    const auto domain = TenantDomain::fromText(text);
    return domain || lineOfText(text).isEmpty() ? QString() : problemText(domain.error());
}

QString tokenHint(const ProfileDraft &draft, const FallbackSecretStore &secrets)
{
    if (draft.isApplication())
        return secretHint(draft, secrets);
    if (draft.typedToken) {
        return secrets.problem()
            ? ProfileDraftText::tr("New token, kept for this session only (no keyring available).")
            : ProfileDraftText::tr("New token, to be saved in the keyring, never in a file.");
    }
    if (draft.mayBeKept())
        return ProfileDraftText::tr("A token may be saved; the keyring is checked only when "
                                    "needed. Leave the field empty to keep it.");
    if (draft.access().token.isEmpty())
        return ProfileDraftText::tr("No token saved. Paste one with the scope "
                                    "read:organization_connections; it needs no other.");
    return !secrets.problem()
        ? ProfileDraftText::tr("A token is saved in the keyring. Leave the field empty to keep it.")
        : ProfileDraftText::tr(
            "A token is kept for this session only. Leave the field empty to keep it.");
}

} // namespace Vestibule
