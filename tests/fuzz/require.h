// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <cstdio>
#include <cstdlib>

namespace Vestibule::Fuzz {

//! Ends the process if a rule is broken, so that libFuzzer keeps the input. Unlike assert() it
//! works in every build.
inline void require(bool holds, const char *rule)
{
    if (holds)
        return;
    std::fprintf(stderr, "broken rule: %s\n", rule);
    std::abort();
}

} // namespace Vestibule::Fuzz
