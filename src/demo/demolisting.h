// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "demo/demoorganization.h"
#include "demo/demoquery.h"
#include "demo/demoroute.h"

#include <nlohmann/json.hpp>

namespace Vestibule {

//! One connection as the endpoint writes it: the recorded key order, is_signup_enabled only for
//! databases, organization_connection_name only when set. The older endpoint knows fewer keys and
//! has them in another order.
nlohmann::ordered_json demoRow(const DemoConnection &connection,
                               DemoRoute::Kind kind = DemoRoute::Kind::Connections);

//! The page that query asks for, as an object with totals. What is sent without include_totals is
//! its array alone. The older endpoint lists what is enabled, counts its own rows in limit, and
//! starts at 0 when it has none.
nlohmann::ordered_json demoPage(const QList<DemoConnection> &sorted, const DemoQuery &query,
                                DemoRoute::Kind kind = DemoRoute::Kind::Connections);

} // namespace Vestibule
