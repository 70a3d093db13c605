// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/sessiontitle.h"

#include "app/tenantkindword.h"
#include "models/organizationchoicemodel.h"
#include "models/visibletext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

struct SessionTitle {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::SessionTitle)
};

QString tenantPart(const TenantSession &session)
{
    if (session.isDemo())
        return SessionTitle::tr("Demo tenant");
    if (session.savedView())
        return SessionTitle::tr("%1 (saved, not live)", "tenant")
            .arg(session.privacy().name(session.access().domain.text()));
    if (!session.profile())
        return session.privacy().name(session.access().domain.text());
    return SessionTitle::tr("%1 (%2)", "tenant (kind)")
        .arg(visibleText(session.privacy().name(session.profile()->name)),
             tenantKindWord(session.profile()->kind));
}

} // namespace

QString sessionTitle(const TenantSession &session, const QString &organizationId)
{
    QStringList parts;
    if (!organizationId.isEmpty())
        parts.append(organizationTitle(
            session.privacy().organization(session.organization(organizationId))));
    parts.append(tenantPart(session));
    parts.append(u"Vestibule"_s);
    parts.removeAll(QString());
    return parts.join(u" – "_s);
}

} // namespace Vestibule
