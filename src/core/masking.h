// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/organization.h"
#include "core/organizationconnection.h"

#include <QByteArrayView>
#include <QString>

namespace Vestibule {

// Hides what others must not read on a shared screen: names, ids and the tenant's domain. All masks
// have the same length, because a name's own length would give something away. Masking twice
// changes nothing. So that people can talk about a row, connections and organizations have a number
// instead of a name: the same for the same id until the program ends, in the order in which they
// were first shown, and in all windows. The numbers belong to the program and not to an object:
// rows are masked in models, texts and drawings of four rooms, which would all have to get it.

//! An empty name stays empty.
[[nodiscard]] QString maskedName(const QString &name);
//! "Connection 12" for this id; without an id as maskedName(). An empty name stays empty. From any
//! thread.
[[nodiscard]] QString maskedConnectionName(const QString &name, const QString &id);
//! "Organization 3", in the same way.
[[nodiscard]] QString maskedOrganizationName(const QString &name, const QString &id);
//! Keeps the prefixes `con_` and `org_`.
[[nodiscard]] QString maskedId(const QString &id);
//! Masks the URLs, hosts and ids in a sentence, but not names, which cannot be recognized there.
[[nodiscard]] QString maskedText(const QString &text);
//! Masks every string value of a row except strategies and access levels; keeps keys, numbers and
//! whitespace. The text must be JSON that QJsonDocument has accepted.
[[nodiscard]] QByteArray maskedJson(QByteArrayView json);
//! Keeps strategy, flags and access levels.
[[nodiscard]] OrganizationConnection masked(const OrganizationConnection &connection);
[[nodiscard]] Organization masked(const Organization &organization);

} // namespace Vestibule
