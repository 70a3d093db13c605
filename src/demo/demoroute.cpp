// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/demoroute.h"

using namespace Qt::StringLiterals;

namespace Vestibule {

DemoRoute demoRouteOf(const DemoCall &call)
{
    const QList<QByteArray> parts = call.target.split('?').first().split('/');
    const bool isBelow = call.method == "GET" && parts.size() >= 4 && parts.at(0).isEmpty()
        && parts.at(1) == "api" && parts.at(2) == "v2" && parts.at(3) == "organizations";
    if (isBelow && parts.size() == 4)
        return {DemoRoute::Kind::Organizations};
    if (!isBelow || parts.size() != 6 || parts.at(4).isEmpty())
        return {};
    const QString id = QString::fromUtf8(QByteArray::fromPercentEncoding(parts.at(4)));
    if (parts.at(5) == "connections")
        return {DemoRoute::Kind::Connections, id};
    if (parts.at(5) == "enabled_connections")
        return {DemoRoute::Kind::EnabledConnections, id};
    return {};
}

QStringList demoScopes(DemoRoute::Kind kind)
{
    return kind == DemoRoute::Kind::Organizations
        ? QStringList{u"read:organizations"_s, u"read:organizations_summary"_s}
        : QStringList{u"read:organization_connections"_s};
}

QString demoRowsKey(DemoRoute::Kind kind)
{
    switch (kind) {
    case DemoRoute::Kind::Organizations:
        return u"organizations"_s;
    case DemoRoute::Kind::EnabledConnections:
        return u"enabled_connections"_s;
    case DemoRoute::Kind::None:
    case DemoRoute::Kind::Connections:
        break;
    }
    return u"connections"_s;
}

} // namespace Vestibule
