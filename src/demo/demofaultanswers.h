// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "demo/demoanswer.h"
#include "demo/demofault.h"
#include "demo/demoroute.h"

#include <optional>

namespace Vestibule {

//! The query parameter by which redirect-same-origin knows its own redirect.
inline constexpr char DemoRedirectMark[] = "redirected=1";

//! What a fault needs to know of a request and of the tenant.
struct DemoSituation {
    DemoRoute::Kind kind = DemoRoute::Kind::None;
    QByteArray target{}; //!< as it came: undecoded, with its query
    quint16 port = 0;
    bool secure = false; //!< the tenant serves https
    qint64 seconds = 0; //!< now, since 1970
};

//! The answer of the first fault, in the order of demoFaultNames(), that replaces the endpoint's
//! own answer altogether; nothing when there is none.
std::optional<DemoAnswer> demoReplacement(const DemoFaults &faults, const DemoSituation &now);

//! The answer of the first fault that comes once, which is then removed from faults.
std::optional<DemoAnswer> demoOnce(DemoFaults &faults, qint64 nowSeconds);

} // namespace Vestibule
