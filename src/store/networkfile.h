// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/networksettings.h"

class QSettings;

namespace Vestibule {

//! The network's part of the settings file. A value that is missing, of another type or out of its
//! range falls back to the default, and leaves the others alone.
[[nodiscard]] NetworkSettings readNetwork(const QSettings &file);

//! Writes \a network as it is; a value out of its range is not read back.
void writeNetwork(QSettings &file, const NetworkSettings &network);

} // namespace Vestibule
