// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/apierror.h"

#include <QString>

#include <chrono>
#include <optional>

namespace Vestibule {

//! What the window says of a failure besides errorText().

//! The cause in a few words, as the title over errorText(): "Token refused".
[[nodiscard]] QString failureTitle(const ApiError &error);

//! What a report to the tenant's support needs: the request, the status, the error code and the
//! tenant's own message, a line each. Contains ids; plain text, safe to show.
[[nodiscard]] QString failureDetails(const ApiError &error);

//! What a failure says about the access in use, for the status bar: "Token refused by the tenant".
//! Absent when it says nothing about it.
[[nodiscard]] std::optional<QString> refusedAccessText(const ApiError &error);

//! A request that is repeated; see ReplyBase::retryScheduled().
struct Retry {
    ApiError cause{};
    int tries = 0; //!< so far; 0 when it only waits for the rate limit
    std::chrono::seconds silence{}; //!< for which there was no response, if that is the cause
};

//! Why a request is repeated, when, and how often it was tried: "No response in 5 s. Retrying in 1
//! s (2 of 2)." With nothing left it is being repeated now.
[[nodiscard]] QString retryText(const Retry &retry, std::chrono::seconds left);

} // namespace Vestibule
