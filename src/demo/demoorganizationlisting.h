// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "demo/demofault.h"
#include "demo/demoorganization.h"
#include "demo/demoorganizationquery.h"

#include <nlohmann/json.hpp>
#include <optional>

namespace Vestibule {

class DemoCatalogue;

//! One organization as the API writes it.
nlohmann::ordered_json demoOrganizationRow(const DemoOrganization &organization);

//! The page that query asks for: with next when it is a checkpoint page and not the last, with
//! start, limit and total when it is not a checkpoint page. Nothing when from is no checkpoint of
//! this tenant. Of the faults, those apply that change which rows are where.
std::optional<nlohmann::ordered_json> demoOrganizationPage(const DemoCatalogue &catalogue,
                                                           const DemoOrganizationQuery &query,
                                                           const DemoFaults &faults = {});

} // namespace Vestibule
