// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/apierror.h"
#include "core/drift.h"
#include "core/inventory.h"
#include "export/exportjob.h"
#include "formats/savedview.h"

namespace Vestibule {

//! The program's exit status. Scripts rely on the numbers: they never change.
enum class ExitStatus {
    Done = 0,
    Found = 1, //!< looked, and found findings or a difference
    Usage = 2, //!< also a saved view or a keyring that cannot be read
    Refused = 3, //!< by the tenant: 401, 403, malformed token
    NotFound = 4, //!< or rejected: 400, 404 and other 4xx, a page after the last one
    NoAnswer = 5, //!< unreachable, proxy, TLS, time-out, 5xx, a web page in the tenant's place
    RateLimited = 6,
    NotUnderstood = 7, //!< or not complete
    NotWritten = 8,
};

[[nodiscard]] ExitStatus exitStatus(const ApiError &error);
[[nodiscard]] ExitStatus exitStatus(const ExportJob::Outcome &outcome);
[[nodiscard]] ExitStatus exitStatus(const SavedViewProblem &problem);
[[nodiscard]] ExitStatus exitStatus(const InventoryProblem &problem);
//! NotUnderstood if not everything could be compared, whatever was found.
[[nodiscard]] ExitStatus exitStatus(const Drift &drift);
//! For a program that a signal ended: 128 and the signal's number, as shells report it.
[[nodiscard]] ExitStatus endedBySignal(int number);

} // namespace Vestibule
