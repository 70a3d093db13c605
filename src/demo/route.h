// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "demo/answer.h"

#include <QStringList>

namespace Vestibule::Demo {

//! Which of the tenant's listings a request is for.
struct Route {
    enum class Kind { None, Organizations, Connections, EnabledConnections };

    Kind kind = Kind::None;
    QString organizationId{}; //!< decoded; empty for the organizations themselves
};

Route routeOf(const Call &call);

//! Any of these is enough for a route.
QStringList scopes(Route::Kind kind);

//! The key under which a listing with totals has its rows.
QString rowsKey(Route::Kind kind);

} // namespace Vestibule::Demo
