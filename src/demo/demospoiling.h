// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "demo/demoanswer.h"
#include "demo/demofault.h"
#include "demo/demoorganization.h"
#include "demo/demoroute.h"

#include <nlohmann/json.hpp>

namespace Vestibule {

//! A connection that sorts behind all others; number is from 1.
DemoConnection demoGrownConnection(int number);

//! Puts the last row of the page before over the first row of the page that begins at start.
template <typename Row>
void moveDemoRow(QList<Row> &rows, qint64 start)
{
    if (start > 0 && start < rows.size())
        rows[start] = rows.at(start - 1);
}

//! Applies the faults that change rows and totals to a page with its rows under the route's key.
void spoilDemoPage(nlohmann::ordered_json &page, DemoRoute::Kind kind, const DemoFaults &faults);

//! Applies the faults that change the bytes of a good body.
void spoilDemoBody(DemoAnswer &answer, const DemoFaults &faults);

//! Applies the faults that change how the answer travels.
void spoilDemoDelivery(DemoAnswer &answer, const DemoFaults &faults);

} // namespace Vestibule
