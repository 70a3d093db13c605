// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "demo/demoanswer.h"
#include "demo/demofault.h"
#include "demo/demoorganization.h"

#include <nlohmann/json.hpp>

namespace Vestibule {

//! The query parameter by which redirect-same-origin knows its own redirect.
inline constexpr char DemoRedirectMark[] = "redirected=1";

//! The answer of the first fault that replaces the endpoint's own answer altogether; nothing when
//! there is none. nowSeconds is since 1970.
std::optional<DemoAnswer> demoReplacement(const DemoFaults &faults, const DemoCall &call,
                                          quint16 port, qint64 nowSeconds);

//! The 429 of rate-limit and rate-limit-once.
DemoAnswer demoTooManyRequests(qint64 nowSeconds, bool withRetryAfter);

//! A connection that sorts behind all others; number is from 1.
DemoConnection demoGrownConnection(int number);

//! Applies the faults that change rows and totals to a page with totals.
void spoilDemoPage(nlohmann::ordered_json &page, const DemoFaults &faults);

//! Applies the faults that change how the answer travels.
void spoilDemoDelivery(DemoAnswer &answer, const DemoFaults &faults);

} // namespace Vestibule
