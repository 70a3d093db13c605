// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/request.h"

using namespace Qt::StringLiterals;

namespace Vestibule::Demo {

Route routeOf(const Request &request)
{
    const QList<QByteArray> parts = request.target.split('?').first().split('/');
    if (request.method == "POST" && request.target == TokenTarget)
        return {Route::Kind::Token};
    const bool isApi = request.method == "GET" && parts.size() >= 4 && parts.at(0).isEmpty()
        && parts.at(1) == "api" && parts.at(2) == "v2";
    if (isApi && parts.size() == 4 && parts.at(3) == "connections")
        return {Route::Kind::Catalogue};
    const bool isBelow = isApi && parts.at(3) == "organizations";
    if (isBelow && parts.size() == 4)
        return {Route::Kind::Organizations};
    if (!isBelow || parts.size() != 6 || parts.at(4).isEmpty())
        return {};
    const QString id = QString::fromUtf8(QByteArray::fromPercentEncoding(parts.at(4)));
    if (parts.at(5) == "connections")
        return {Route::Kind::Connections, id};
    if (parts.at(5) == "enabled_connections")
        return {Route::Kind::EnabledConnections, id};
    return {};
}

QStringList scopes(Route::Kind kind)
{
    switch (kind) {
    case Route::Kind::Organizations:
        return {u"read:organizations"_s, u"read:organizations_summary"_s};
    case Route::Kind::Catalogue:
        return {u"read:connections"_s};
    case Route::Kind::None:
    case Route::Kind::Connections:
    case Route::Kind::EnabledConnections:
    case Route::Kind::Token:
        break;
    }
    return {u"read:organization_connections"_s};
}

QString rowsKey(Route::Kind kind)
{
    switch (kind) {
    case Route::Kind::Organizations:
        return u"organizations"_s;
    case Route::Kind::EnabledConnections:
        return u"enabled_connections"_s;
    case Route::Kind::None:
    case Route::Kind::Connections:
    case Route::Kind::Catalogue:
    case Route::Kind::Token:
        break;
    }
    return u"connections"_s;
}

} // namespace Vestibule::Demo
