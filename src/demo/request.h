// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace Vestibule::Demo {

//! What the endpoint needs to know of a request.
struct Request {
    QByteArray method{};
    QByteArray target{}; //!< as it came: not decoded, with its query
    std::optional<QByteArray> authorization{}; //!< absent when the header was not sent
    QByteArray contentType{};
    QByteArray body{}; //!< empty for GET and HEAD
};

//! Which of the tenant's listings a request is for, or its token endpoint.
struct Route {
    enum class Kind {
        None,
        Organizations,
        Connections, //!< of an organization
        EnabledConnections,
        Catalogue, //!< the tenant's connections
        Token, //!< where an application signs in
    };

    Kind kind = Kind::None;
    QString organizationId{}; //!< decoded; empty for the lists of the tenant
};

//! The address of the token endpoint; also its name where faults are set.
inline constexpr char TokenTarget[] = "/oauth/token";

Route routeOf(const Request &request);

//! Any one of these scopes is enough for a route.
QStringList scopes(Route::Kind kind);

//! The key under which a listing with totals has its rows.
QString rowsKey(Route::Kind kind);

} // namespace Vestibule::Demo
