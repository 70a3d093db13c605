// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/tenantinventory.h"

#include "inventory/keptinventories.h"
#include "inventory/sweep.h"

#include <variant>

using namespace Qt::StringLiterals;

namespace Vestibule {

QString inventoryTenantOf(const Subject &subject)
{
    return std::visit(Overloaded{[](const NoSubject &) { return QString(); },
                                 [](const DemoSubject &) { return u"demo"_s; },
                                 [](const TenantSubject &tenant) { return tenant.domain.text(); },
                                 [](const SavedViewSubject &) { return QString(); }},
                      subject);
}

bool isInventoryFile(const QString &path, const Subject &subject)
{
    return !path.isEmpty() && path != workingInventory(inventoryTenantOf(subject));
}

bool isKeptByUser(const QString &path, const Subject &subject)
{
    return isInventoryFile(path, subject) && !isKeptInventory(path);
}

} // namespace Vestibule
