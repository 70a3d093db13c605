// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/apierror.h"
#include "export/connectionexport.h"
#include "formats/savedview.h"

namespace Vestibule {

//! What the program's end tells a script; the numbers are part of the command line's promise.
enum class ExitStatus {
    Done = 0,
    Usage = 2, //!< also a saved view or a keyring that cannot be read
    Refused = 3, //!< by the tenant: 401, 403, malformed token
    NotFound = 4, //!< or rejected: 400, 404 and other 4xx, a page behind the last one
    NoAnswer = 5, //!< unreachable, proxy, TLS, time-out, 5xx
    RateLimited = 6,
    NotUnderstood = 7, //!< or not complete
    NotWritten = 8,
};

[[nodiscard]] ExitStatus exitStatus(const ApiError &error);
[[nodiscard]] ExitStatus exitStatus(const ConnectionExport::Outcome &outcome);
[[nodiscard]] ExitStatus exitStatus(const SavedViewProblem &problem);

} // namespace Vestibule
