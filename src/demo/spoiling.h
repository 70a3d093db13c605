// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "demo/answer.h"
#include "demo/fault.h"
#include "demo/organization.h"
#include "demo/route.h"

#include <nlohmann/json.hpp>

namespace Vestibule::Demo {

//! A connection that sorts behind all others; number is from 1.
Connection grownConnection(int number);

//! Puts the last row of the page before over the first row of the page that begins at start.
template <typename Row>
void moveRow(QList<Row> &rows, qint64 start)
{
    if (start > 0 && start < rows.size())
        rows[start] = rows.at(start - 1);
}

//! Applies the faults that change rows and totals to a page with its rows under the route's key.
void spoilPage(nlohmann::ordered_json &page, Route::Kind kind, const Faults &faults);

//! Applies the faults that change the bytes of a good body.
void spoilBody(Answer &answer, const Faults &faults);

//! Applies the faults that change how the answer travels.
void spoilDelivery(Answer &answer, const Faults &faults);

} // namespace Vestibule::Demo
