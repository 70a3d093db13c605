// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "demo/demoorganization.h"

namespace Vestibule {

//! An invented organization, the same for the same number; numbers are from 0. Names and ids are
//! unique. Many names are alike, and some are in other scripts, as those of real customers are.
DemoOrganization generateDemoOrganization(int number);

} // namespace Vestibule
