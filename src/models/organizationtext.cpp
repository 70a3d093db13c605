// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/organizationtext.h"

#include "models/displaytext.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace Vestibule {

QString organizationText(const Organization &organization)
{
    QStringList parts{organization.displayName, organization.name, organization.id};
    parts.removeAll(QString());
    parts.removeDuplicates();
    return displaySafe(parts.join(u"  ·  "_s));
}

QString organizationTitle(const Organization &organization)
{
    const QString &title = !organization.displayName.isEmpty() ? organization.displayName
        : !organization.name.isEmpty()                         ? organization.name
                                                               : organization.id;
    return displaySafe(title);
}

} // namespace Vestibule
