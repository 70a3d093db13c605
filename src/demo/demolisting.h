// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "demo/demoorganization.h"
#include "demo/demoquery.h"

#include <nlohmann/json.hpp>

namespace Vestibule {

//! One connection as the endpoint writes it: the recorded key order, is_signup_enabled only for
//! databases, organization_connection_name only when set.
nlohmann::ordered_json demoRow(const DemoConnection &connection);

//! The page that query asks for, as an object with totals. What is sent without include_totals is
//! its array alone.
nlohmann::ordered_json demoPage(const QList<DemoConnection> &sorted, const DemoQuery &query);

} // namespace Vestibule
