// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/request.h"

using namespace Qt::StringLiterals;

namespace Vestibule::Demo {

Route routeOf(const Request &request)
{
    const QList<QByteArray> parts = request.target.split('?').first().split('/');
    const bool isBelow = request.method == "GET" && parts.size() >= 4 && parts.at(0).isEmpty()
        && parts.at(1) == "api" && parts.at(2) == "v2" && parts.at(3) == "organizations";
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
    return kind == Route::Kind::Organizations
        ? QStringList{u"read:organizations"_s, u"read:organizations_summary"_s}
        : QStringList{u"read:organization_connections"_s};
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
        break;
    }
    return u"connections"_s;
}

} // namespace Vestibule::Demo
