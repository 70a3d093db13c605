// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "demo/organization.h"

namespace Vestibule::Demo {

//! An invented organization, the same for the same number; numbers are from 0. Names and ids are
//! unique. Many names are alike, and some are in other scripts, as those of real customers are.
Organization generateOrganization(int number);

} // namespace Vestibule::Demo
