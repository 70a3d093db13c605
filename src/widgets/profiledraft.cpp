// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/profiledraft.h"

#include "app/problemtext.h"
#include "core/organizationid.h"

namespace Vestibule {

TenantDomain ProfileDraft::domain() const
{
    const auto result = TenantDomain::fromText(profile.domain);
    return result ? *result : TenantDomain();
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
    result.organizationId = profile.organizationId.trimmed();
    result.name = profile.name.trimmed();
    if (result.name.isEmpty())
        result.name = result.domain;
    return result;
}

QString ProfileDraft::problem() const
{
    const auto result = TenantDomain::fromText(profile.domain);
    if (!result)
        return problemText(result.error());
    const QString id = profile.organizationId.trimmed();
    const auto idProblem = organizationIdProblem(id);
    if (!id.isEmpty() && idProblem)
        return problemText(*idProblem);
    return tokenProblem ? problemText(*tokenProblem) : QString();
}

} // namespace Vestibule
