// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "demo/demoanswer.h"

namespace Vestibule {

//! "Mon, 23 Nov 2026 08:49:37 GMT".
QByteArray demoHttpDate(qint64 secondsSince1970);

//! Appends those that every answer of the API has.
void addDemoStandardHeaders(DemoAnswer &answer);

} // namespace Vestibule
