// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "demo/demooptions.h"
#include "demo/demoorganization.h"

namespace Vestibule {

//! The invented organizations of the demo tenant, the same at each start.
QList<DemoListing> makeDemoListings(const DemoOptions &options);

} // namespace Vestibule
