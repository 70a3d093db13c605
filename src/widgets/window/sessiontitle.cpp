// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/sessiontitle.h"

#include "models/organizationwords.h"
#include "session/tenanttext.h"

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

QString tenantPart(const TenantSession &session)
{
    return tenantTitle({.domain = session.access().domain.text(),
                        .profile = session.profile(),
                        .isDemo = session.isDemo(),
                        .isSaved = session.savedView() != nullptr},
                       session.privacy());
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
