// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/settings/profiledraft.h"

#include "core/organization.h"
#include "core/pastedtext.h"
#include "session/errortext.h"

#include <QCoreApplication>

namespace Vestibule {

namespace {

struct ProfileDraftText {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::ProfileDraft)
};

} // namespace

bool ProfileDraft::isEmpty() const
{
    return title().isEmpty() && lineOfText(profile.organizationId).isEmpty() && !typedToken
        && !tokenProblem;
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
    if (typedToken)
        access.token = *typedToken;
    else if (keptToken && !tokenProblem && access.domain == keptFor)
        access.token = *keptToken;
    return access;
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
    return tokenProblem ? problemText(*tokenProblem) : QString();
}

QString tokenHint(const ProfileDraft &draft, const FallbackSecretStore &secrets)
{
    if (draft.typedToken) {
        return secrets.problem()
            ? ProfileDraftText::tr("A new token, kept for this session only (no keyring found).")
            : ProfileDraftText::tr("A new token, to be kept in the keyring and never in a file.");
    }
    if (!draft.isKeptRead)
        return ProfileDraftText::tr("Asking the keyring...");
    if (draft.access().token.isEmpty())
        return ProfileDraftText::tr(
            "None is kept. It needs the scope read:organization_connections and nothing more.");
    return !secrets.problem()
        ? ProfileDraftText::tr(
            "A token is kept in the keyring. Leave the field empty to go on with it.")
        : ProfileDraftText::tr(
            "A token is kept for this session only. Leave the field empty to go on with it.");
}

} // namespace Vestibule
