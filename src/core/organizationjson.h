// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/organization.h"
#include "core/result.h"

namespace Vestibule {

//! Organizations asked for at once: the most that the API gives.
inline constexpr int OrganizationsPerRequest = 100;

//! Reads an answer of `GET /organizations` asked for by checkpoint (`take`, `from`): an object
//! with `organizations` and, unless it is the last one, `next`. A bare array is read, too.
//!
//! Fails as BadPayload when it is something else, or when an organization has no id.
[[nodiscard]] Result<OrganizationPage> parseOrganizationPage(const QByteArray &body);

} // namespace Vestibule
