// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "formats/connectioncsv.h"

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

QString flagText(std::optional<bool> flag)
{
    if (!flag)
        return {};
    return *flag ? u"true"_s : u"false"_s;
}

} // namespace

QStringList csvHeader()
{
    return csvHeader({AllConnectionFields.begin(), AllConnectionFields.end()});
}

QStringList csvHeader(const QList<ConnectionField> &fields)
{
    QStringList header;
    for (const ConnectionField field : fields)
        header.append(apiName(field));
    return header;
}

QStringList csvCells(const OrganizationConnection &connection)
{
    QStringList cells;
    for (const ConnectionField field : AllConnectionFields)
        cells.append(csvCell(connection, field));
    return cells;
}

//! Not through fieldValue(): a QVariant for each cell of a large listing takes its time.
QString csvCell(const OrganizationConnection &connection, ConnectionField field)
{
    switch (field) {
    case ConnectionField::Name:
        return connection.name.value_or(QString());
    case ConnectionField::OrganizationConnectionName:
        return connection.organizationConnectionName.value_or(QString());
    case ConnectionField::Strategy:
        return connection.strategy.value_or(QString());
    case ConnectionField::IsEnabled:
        return flagText(connection.isEnabled);
    case ConnectionField::OrganizationAccessLevel:
        return connection.organizationAccessLevel.value_or(QString());
    case ConnectionField::AssignMembershipOnLogin:
        return flagText(connection.assignMembershipOnLogin);
    case ConnectionField::ShowAsButton:
        return flagText(connection.showAsButton);
    case ConnectionField::IsSignupEnabled:
        return flagText(connection.isSignupEnabled);
    case ConnectionField::ConnectionId:
        return connection.connectionId;
    }
    Q_UNREACHABLE();
}

} // namespace Vestibule
