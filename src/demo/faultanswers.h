// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "demo/answer.h"
#include "demo/fault.h"
#include "demo/route.h"

#include <optional>

namespace Vestibule::Demo {

//! The query parameter by which redirect-same-origin knows its own redirect.
inline constexpr char RedirectMark[] = "redirected=1";

//! What a fault needs to know of a request and of the tenant.
struct Situation {
    Route::Kind kind = Route::Kind::None;
    QByteArray target{}; //!< as it came: undecoded, with its query
    quint16 port = 0;
    bool secure = false; //!< the tenant serves https
    qint64 seconds = 0; //!< now, since 1970
};

//! The answer of the first fault, in the order of faultNames(), that replaces the endpoint's
//! own answer altogether; nothing when there is none.
std::optional<Answer> replacement(const Faults &faults, const Situation &now);

//! The answer of the first fault that comes once, which is then removed from faults.
std::optional<Answer> oneTimeAnswer(Faults &faults, qint64 nowSeconds);

} // namespace Vestibule::Demo
