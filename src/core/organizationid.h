// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <optional>

namespace Vestibule {

//! The longest id that the API takes (its OpenAPI document), in characters: code points, not
//! QChars.
inline constexpr int MaximumOrganizationIdLength = 50;

enum class OrganizationIdProblem {
    Empty,
    TooLong, //!< over MaximumOrganizationIdLength
    //! A blank, a control sign, half a surrogate pair, or "." and "..", which a URL would swallow.
    NotAnId,
};

//! Why \a id cannot be asked for; absent when it can. Nothing more is refused than must be: ids
//! look like `org_` and 16 letters or digits today, but the API promises their length alone.
[[nodiscard]] std::optional<OrganizationIdProblem> organizationIdProblem(const QString &id);

} // namespace Vestibule
