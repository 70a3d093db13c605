// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "demo/answer.h"
#include "demo/fault.h"
#include "demo/request.h"

#include <QByteArray>

#include <optional>

namespace Vestibule::Demo {

//! The query parameter by which redirect-same-origin recognizes its own redirect.
inline constexpr char RedirectMark[] = "redirected=1";

//! What a fault needs to know about a request and the tenant.
struct FaultContext {
    Route::Kind kind = Route::Kind::None;
    QByteArray target{}; //!< as it came: not decoded, with its query
    quint16 port = 0;
    bool secure = false; //!< whether the tenant serves https
    qint64 seconds = 0; //!< current time, since 1970
};

//! The answer of the first fault, in the order of faultNames(), that replaces the endpoint's own
//! answer; nothing when no fault does.
std::optional<Answer> faultAnswer(const Faults &faults, const FaultContext &context);

//! The answer of the first fault that plays only once; removes that fault.
std::optional<Answer> takeOnceFaultAnswer(Faults &faults, const FaultContext &context);

} // namespace Vestibule::Demo
