// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionendpoint.h"
#include "core/connectionpage.h"
#include "core/result.h"

namespace Vestibule {

//! Reads the answer of \a endpoint to \a request: the object with totals or the bare array.
//!
//! Strict about the envelope and about types, lenient about what a row holds: fields may be absent,
//! null or unknown. What breaks the API's promise (a row without connection_id, a flag that is
//! neither true nor false, more rows than were asked for) fails as BadPayload with the place in
//! `detail`; a table is never silently shorter than the answer. Fewer rows than the total promises
//! are no failure: see ConnectionPage::missingRows(). readAt, and the error's `request`, are left
//! to the caller. Runs in any thread.
[[nodiscard]] Result<ConnectionPage> parseConnectionPage(
    const QByteArray &body, const PageRequest &request,
    ConnectionEndpoint endpoint = ConnectionEndpoint::Connections);

} // namespace Vestibule
