// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/drift.h"

#include <QString>

#include <memory>

namespace Vestibule::Samples {

//! Eight differences: of acme a link with two changed fields and one that was added, of zeta the
//! same connection and a removed one, one organization that is gone, one that is not comparable,
//! and a connection with another name.
inline DriftPtr eightDifferences(bool byName = false)
{
    using namespace Qt::StringLiterals;
    const auto flag = [](bool isOn) {
        return DriftValue{DriftValue::Kind::Flag, isOn ? u"true"_s : u"false"_s};
    };
    const auto text = [](const QString &value) {
        return DriftValue{DriftValue::Kind::Text, value};
    };
    const auto drift = std::make_shared<Drift>();
    drift->oldInventory = {
        .tenant = u"acme.eu.auth0.com"_s, .counts = {.read = 4}, .isPopulationFrozen = true};
    drift->newInventory = drift->oldInventory;
    drift->options = {.byName = byName};
    drift->counts = {.same = 1204, .added = 1, .removed = 2, .changed = 4, .notComparable = 1};
    drift->changes = {
        {.kind = DriftKind::Changed,
         .connectionId = u"con_1"_s,
         .connectionName = u"okta"_s,
         .field = u"connection_name"_s,
         .before = text(u"okta"_s),
         .after = text(u"okta-2"_s)},
        {.kind = DriftKind::Changed,
         .organizationId = u"org_1"_s,
         .organizationName = u"acme"_s,
         .connectionId = u"con_1"_s,
         .connectionName = u"okta"_s,
         .field = u"is_enabled"_s,
         .before = flag(false),
         .after = flag(true)},
        {.kind = DriftKind::Changed,
         .organizationId = u"org_1"_s,
         .organizationName = u"acme"_s,
         .connectionId = u"con_1"_s,
         .connectionName = u"okta"_s,
         .field = u"organization_access_level"_s,
         .before = {DriftValue::Kind::Null, {}},
         .after = text(u"full"_s)},
        {.kind = DriftKind::Added,
         .organizationId = u"org_1"_s,
         .organizationName = u"acme"_s,
         .connectionId = u"con_2"_s,
         .connectionName = u"google"_s},
        {.kind = DriftKind::Removed, .organizationId = u"org_2"_s, .organizationName = u"beta"_s},
        {.kind = DriftKind::NotComparable,
         .organizationId = u"org_3"_s,
         .organizationName = u"gamma"_s},
        {.kind = DriftKind::Changed,
         .organizationId = u"org_4"_s,
         .organizationName = u"zeta"_s,
         .connectionId = u"con_1"_s,
         .connectionName = u"okta"_s,
         .field = u"is_enabled"_s,
         .before = {},
         .after = flag(false)},
        {.kind = DriftKind::Removed,
         .organizationId = u"org_4"_s,
         .organizationName = u"zeta"_s,
         .connectionId = u"con_3"_s,
         .connectionName = u"adfs"_s},
    };
    return drift;
}

} // namespace Vestibule::Samples
