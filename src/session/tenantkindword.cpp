// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/tenantkindword.h"

#include <QCoreApplication>

namespace Vestibule {

namespace {

struct TenantKindWord {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::TenantKind)
};

} // namespace

QString tenantKindWord(TenantKind kind)
{
    switch (kind) {
    case TenantKind::Production:
        return TenantKindWord::tr("Production", "kind of tenant");
    case TenantKind::Staging:
        return TenantKindWord::tr("Staging", "kind of tenant");
    case TenantKind::Development:
        return TenantKindWord::tr("Development", "kind of tenant");
    }
    Q_UNREACHABLE();
}

} // namespace Vestibule
