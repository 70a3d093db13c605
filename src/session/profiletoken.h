// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/tenantaccess.h"

#include <QByteArray>

#include <optional>

namespace Vestibule {

//! A token as a secret store keeps it: together with the domain that it is for. Who changes the
//! domain in the settings' file, by hand or by malice, finds no token for it.

//! \a access is complete. The caller wipes what it gets.
[[nodiscard]] QByteArray keptToken(const TenantAccess &access);
//! The token in \a kept; absent when it is for another domain, or is none at all.
[[nodiscard]] std::optional<AccessToken> tokenFromKept(const QByteArray &kept,
                                                       const TenantDomain &domain);

} // namespace Vestibule
