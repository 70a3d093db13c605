// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "demo/answer.h"

namespace Vestibule::Demo {

//! "Mon, 23 Nov 2026 08:49:37 GMT".
QByteArray httpDate(qint64 secondsSince1970);

//! Appends those that every answer of the API has.
void addStandardHeaders(Answer &answer);

} // namespace Vestibule::Demo
