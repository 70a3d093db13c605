// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/accesstoken.h"
#include "core/connectionpage.h"
#include "core/tenantdomain.h"

#include <QNetworkRequest>

#include <chrono>

namespace Vestibule {

//! The one place where the program's requests are made: always to \a domain's origin, with the
//! token in the Authorization header and nowhere else, and with redirects confined to the same
//! origin. By itself Qt would carry the header to another host. \a timeout is the longest silence.
[[nodiscard]] QNetworkRequest connectionsRequest(const TenantDomain &domain,
                                                 const AccessToken &token, const PageRequest &page,
                                                 std::chrono::milliseconds timeout);

} // namespace Vestibule
