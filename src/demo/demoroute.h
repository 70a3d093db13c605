// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "demo/demoanswer.h"

#include <QStringList>

namespace Vestibule {

//! Which of the tenant's listings a request is for.
struct DemoRoute {
    enum class Kind { None, Organizations, Connections, EnabledConnections };

    Kind kind = Kind::None;
    QString organizationId{}; //!< decoded; empty for the organizations themselves
};

DemoRoute demoRouteOf(const DemoCall &call);

//! Any of these is enough for a route.
QStringList demoScopes(DemoRoute::Kind kind);

//! The key under which a listing with totals has its rows.
QString demoRowsKey(DemoRoute::Kind kind);

} // namespace Vestibule
