// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace Vestibule {

enum class Theme { System, Light, Dark, HighContrast };

//! How the program looks and speaks.
struct Appearance {
    Theme theme = Theme::System;
    QString language{}; //!< "en" or "fr"; empty: the system's

    bool operator==(const Appearance &) const = default;
};

} // namespace Vestibule
