// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/tenanttext.h"

#include "models/visibletext.h"
#include "session/privacymode.h"
#include "session/tenantkindword.h"

#include <QCoreApplication>

namespace Vestibule {

namespace {

struct TenantText {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::TenantText)
};

} // namespace

QString tenantName(const NamedTenant &tenant, const PrivacyMode &privacy)
{
    return visibleText(privacy.name(tenant.profile ? tenant.profile->name : tenant.domain));
}

QString tenantTitle(const NamedTenant &tenant, const PrivacyMode &privacy)
{
    if (tenant.isDemo)
        return TenantText::tr("Demo tenant");
    if (tenant.isSaved) {
        return TenantText::tr("%1 (saved, not live)", "tenant")
            .arg(visibleText(privacy.name(tenant.domain)));
    }
    if (!tenant.profile)
        return tenantName(tenant, privacy);
    return TenantText::tr("%1 (%2)", "tenant (kind)")
        .arg(tenantName(tenant, privacy), tenantKindWord(tenant.profile->kind));
}

} // namespace Vestibule
