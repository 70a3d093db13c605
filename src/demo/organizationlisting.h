// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "demo/fault.h"
#include "demo/organization.h"
#include "demo/organizationquery.h"

#include <nlohmann/json.hpp>
#include <optional>

namespace Vestibule::Demo {

class Catalogue;

//! One organization as the API writes it.
nlohmann::ordered_json organizationRow(const Organization &organization);

//! The page that query asks for: with next when it is a checkpoint page and not the last, with
//! start, limit and total when it is not a checkpoint page. Nothing when from is no checkpoint of
//! this tenant. Of the faults, those apply that change which rows are where.
std::optional<nlohmann::ordered_json> organizationListingPage(const Catalogue &catalogue,
                                                              const OrganizationQuery &query,
                                                              const Faults &faults = {});

} // namespace Vestibule::Demo
