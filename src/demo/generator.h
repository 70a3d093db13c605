// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "demo/organization.h"

namespace Vestibule::Demo {

//! An id as Auth0 gives them, `con_` or `org_` and 16 letters and digits; the same for the same
//! text, on every machine.
QString id(const QString &prefix, const QString &text);

//! count invented connections, the same for the same seed; the first n of a longer list are the
//! list of n. Names are unique. In no particular order.
QList<Connection> generateConnections(const QString &seed, int count);

//! The endpoint's order: by connection id, without regard to case.
void sortConnections(QList<Connection> &connections);

} // namespace Vestibule::Demo
