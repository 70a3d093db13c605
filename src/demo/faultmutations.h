// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "demo/answer.h"
#include "demo/fault.h"
#include "demo/organization.h"
#include "demo/request.h"

#include <QList>

#include <nlohmann/json_fwd.hpp>

namespace Vestibule::Demo {

//! The connection that the fault "growing" adds; number counts from 1. It sorts after all others.
Connection grownConnection(int number);

//! Replaces the first row of the page that begins at start by the last row of the page before.
template <typename Row>
void moveRow(QList<Row> &rows, qint64 start)
{
    if (start > 0 && start < rows.size())
        rows[start] = rows.at(start - 1);
}

//! Applies the faults that change rows and totals to a page that has its rows under the route's
//! key.
void mutatePage(nlohmann::ordered_json &page, Route::Kind kind, const Faults &faults);

//! Applies the faults that change what the token endpoint gives to an application.
void mutateToken(nlohmann::ordered_json &answer, const Faults &faults);

//! Applies the faults that change the bytes of a good body.
void mutateBody(Answer &answer, const Faults &faults);

//! Applies the faults that change when and how far the answer is sent.
void mutateDelivery(Answer &answer, const Faults &faults);

} // namespace Vestibule::Demo
