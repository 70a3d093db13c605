// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/organization.h"
#include "core/organizationconnection.h"

#include <QByteArrayView>
#include <QString>

namespace Vestibule {

//! What other people must not read over a shared screen: names, ids, and the tenant's domain. Every
//! mask is of one length, so that nothing can be told from it. To mask a mask changes nothing.

//! An empty name stays empty: that it is missing is no secret.
[[nodiscard]] QString maskedName(const QString &name);
//! `con_` and `org_` stay.
[[nodiscard]] QString maskedId(const QString &id);
//! URLs, hosts and ids within a sentence; the words around them stay, and so do names: nothing
//! tells them from words.
[[nodiscard]] QString maskedText(const QString &text);
//! Every string value but those of `strategy` and `organization_access_level`; names of members,
//! numbers and blanks stay as they are. \a json is text that QJsonDocument has accepted.
[[nodiscard]] QByteArray maskedJson(QByteArrayView json);
//! Strategy, flags and access level stay.
[[nodiscard]] OrganizationConnection masked(const OrganizationConnection &connection);
[[nodiscard]] Organization masked(const Organization &organization);

} // namespace Vestibule
