// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "demo/fault.h"
#include "demo/organization.h"
#include "demo/query.h"
#include "demo/request.h"

#include <QList>

#include <nlohmann/json_fwd.hpp>
#include <optional>

namespace Vestibule::Demo {

class Catalogue;

//! One connection as the endpoint writes it: the recorded key order, is_signup_enabled only for
//! databases, organization_connection_name only when set. The older endpoint has fewer keys, in
//! another order.
nlohmann::ordered_json connectionRow(const Connection &connection,
                                     Route::Kind kind = Route::Kind::Connections);

//! The page that the query asks for, as an object with totals; without include_totals the API sends
//! its array alone. The older endpoint lists enabled connections only, counts the rows of the page
//! in limit, and starts an empty page at 0.
nlohmann::ordered_json connectionPage(const QList<Connection> &sorted, const ConnectionQuery &query,
                                      Route::Kind kind = Route::Kind::Connections);

//! One organization as the API writes it.
nlohmann::ordered_json organizationRow(const Organization &organization);

//! The page that the query asks for: a checkpoint page has next unless it is the last one, any
//! other has start, limit and total. Nothing when from is not a checkpoint of this tenant. Applies
//! those faults that change which rows are where.
std::optional<nlohmann::ordered_json> organizationPage(const Catalogue &catalogue,
                                                       const OrganizationQuery &query,
                                                       const Faults &faults = {});

//! The page of the tenant's connections that the query asks for, with next unless it is the last
//! one. Nothing when from is not a checkpoint. All fields are few here, without the options.
std::optional<nlohmann::ordered_json> cataloguePage(const QList<Connection> &sorted,
                                                    const CatalogueQuery &query,
                                                    const Faults &faults = {});

} // namespace Vestibule::Demo
