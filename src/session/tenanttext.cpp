// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/tenanttext.h"

#include "models/displaytext.h"
#include "models/organizationtext.h"
#include "session/privacymode.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

struct TenantText {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::TenantText)
};

} // namespace

QString tenantKindText(TenantKind kind)
{
    switch (kind) {
    case TenantKind::Production:
        return TenantText::tr("Production", "kind of tenant");
    case TenantKind::Staging:
        return TenantText::tr("Staging", "kind of tenant");
    case TenantKind::Development:
        return TenantText::tr("Development", "kind of tenant");
    }
    Q_UNREACHABLE();
}

QString tenantName(const Subject &subject, const PrivacyMode &privacy)
{
    if (isDemo(subject))
        return TenantText::tr("Demo tenant"); // its address says nothing, and is another each time
    const Profile *profile = profileOf(subject);
    return displaySafe(privacy.name(profile ? profile->name : domainOf(subject).text()));
}

QString tenantTitle(const Subject &subject, const PrivacyMode &privacy)
{
    const QString name = tenantName(subject, privacy);
    return std::visit(Overloaded{[](const NoSubject &) { return QString(); },
                                 [&](const DemoSubject &) { return name; },
                                 [&](const TenantSubject &tenant) {
                                     return tenant.profile
                                         ? TenantText::tr("%1 (%2)", "tenant (kind)")
                                               .arg(name, tenantKindText(tenant.profile->kind))
                                         : name;
                                 },
                                 [&](const SavedViewSubject &) {
                                     return TenantText::tr("%1 (saved copy)", "tenant").arg(name);
                                 }},
                      subject);
}

QString windowTitleText(const Subject &subject, const Organization &organization,
                        const PrivacyMode &privacy)
{
    QStringList parts{organization.id.isEmpty()
                          ? QString()
                          : organizationTitle(privacy.organization(organization)),
                      tenantTitle(subject, privacy), u"Vestibule"_s};
    parts.removeAll(QString());
    return parts.join(u" – "_s);
}

} // namespace Vestibule
