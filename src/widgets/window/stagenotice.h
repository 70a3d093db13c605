// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/tenantsession.h"
#include "widgets/controls/statepage.h"

#include <optional>

namespace Vestibule {

//! What a person reads while \a session cannot browse yet; absent when it can, or when there is no
//! tenant at all.
[[nodiscard]] std::optional<StatePage::Content> stageNotice(const TenantSession &session);

} // namespace Vestibule
