// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "demo/organization.h"
#include "demo/query.h"
#include "demo/route.h"

#include <nlohmann/json.hpp>

namespace Vestibule::Demo {

//! One connection as the endpoint writes it: the recorded key order, is_signup_enabled only for
//! databases, organization_connection_name only when set. The older endpoint knows fewer keys and
//! has them in another order.
nlohmann::ordered_json row(const Connection &connection,
                           Route::Kind kind = Route::Kind::Connections);

//! The page that query asks for, as an object with totals. What is sent without include_totals is
//! its array alone. The older endpoint lists what is enabled, counts its own rows in limit, and
//! starts at 0 when it has none.
nlohmann::ordered_json listingPage(const QList<Connection> &sorted, const Query &query,
                                   Route::Kind kind = Route::Kind::Connections);

} // namespace Vestibule::Demo
