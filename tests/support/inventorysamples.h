// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionfield.h"
#include "core/folding.h"
#include "core/inventory.h"
#include "inventory/database.h"
#include "inventory/inventorykeys.h"
#include "inventory/schema.h"

#include <QDateTime>
#include <QHash>
#include <QString>

#include <optional>
#include <utility>

namespace Vestibule::Samples {

//! The moment when every organization of a sample was read.
inline const QDateTime InventoryReadAt(QDate(2026, 11, 29), QTime(14, 3, 20), Qt::UTC);

//! A time as in an inventory.
inline QString inventoryTime(const QDateTime &time)
{
    return time.toString(Qt::ISODateWithMs);
}

//! Writes an inventory through plain SQL, in one transaction.
class InventoryBuilder final {
public:
    explicit InventoryBuilder(const QString &path,
                              const QString &tenant = QStringLiteral("acme.eu.auth0.com"))
        : m_database(path, Database::Mode::Write)
    {
        exec(QStringLiteral("PRAGMA application_id = %1").arg(InventoryApplicationId));
        exec(QStringLiteral("PRAGMA user_version = %1").arg(InventoryVersion));
        exec(QStringLiteral("PRAGMA synchronous = OFF")); // quick; a sample need not survive
        exec(QStringLiteral("BEGIN IMMEDIATE"));
        for (const QString &statement : inventorySchema())
            exec(statement);
        set(InventoryKeys::Tenant, tenant);
        set(InventoryKeys::Endpoint, InventoryKeys::Connections);
        set(InventoryKeys::ProgramVersion, QStringLiteral("1.0.0"));
        set(InventoryKeys::Frozen, inventoryTime(InventoryReadAt));
        m_organization.emplace(m_database,
                               QStringLiteral("INSERT INTO organization(ord, id, name, "
                                              "display_name, folded, listed_at, state, read_at) "
                                              "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"));
        m_connection.emplace(m_database,
                             QStringLiteral("INSERT INTO connection VALUES (?, ?, ?, ?, ?)"));
        m_link.emplace(m_database,
                       QStringLiteral("INSERT INTO link VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
        m_raw.emplace(m_database, QStringLiteral("INSERT INTO link_raw VALUES (?, ?, ?)"));
    }

    void set(QLatin1StringView key, const QString &value)
    {
        Statement(m_database, QStringLiteral("INSERT OR REPLACE INTO inventory VALUES (?, ?)"))
            .bind(QString(key), value)
            .run();
    }
    //! Any other statement.
    void exec(const QString &sql) { m_database.exec(sql); }

    //! Its number, from 1.
    qint64 addOrganization(const Organization &organization,
                           OrganizationState state = OrganizationState::Read,
                           const QDateTime &readAt = InventoryReadAt)
    {
        const bool hasTime = state != OrganizationState::Waiting;
        m_organization
            ->bind(++m_organizations, organization.id, organization.name, organization.displayName,
                   searchText({organization.name, organization.displayName, organization.id}),
                   inventoryTime(InventoryReadAt), QString(stateWord(state)),
                   hasTime ? std::optional(inventoryTime(readAt)) : std::nullopt)
            .run();
        return m_organizations;
    }

    //! A member that is null in the row's JSON is written as null; otherwise it was not sent. The
    //! connection is added if its id is new.
    void addLink(qint64 organization, const OrganizationConnection &row)
    {
        qint64 &key = m_keys[row.connectionId];
        if (key == 0) {
            key = m_keys.size();
            m_connection
                ->bind(key, row.connectionId, text(row, ConnectionField::Name),
                       text(row, ConnectionField::Strategy),
                       searchText({row.name.value_or(QString()), row.connectionId}))
                .run();
        }
        using enum ConnectionField;
        m_link
            ->bind(organization, key, flag(row, IsEnabled), flag(row, AssignMembershipOnLogin),
                   flag(row, ShowAsButton), flag(row, IsSignupEnabled),
                   text(row, OrganizationAccessLevel), text(row, OrganizationMemberAccessLevel),
                   text(row, ConnectionField::OrganizationConnectionName), std::optional<QString>())
            .run();
        if (const QByteArray json = row.json.bytes(); !json.isEmpty())
            m_raw->bind(organization, key, QString::fromUtf8(json)).run();
    }

    //! Call it once, at the end. Absent if all went well.
    [[nodiscard]] std::optional<InventoryProblem> finish()
    {
        exec(QStringLiteral("COMMIT"));
        return m_database.takeProblem();
    }

private:
    static QLatin1StringView stateWord(OrganizationState state)
    {
        switch (state) {
        case OrganizationState::Waiting:
            return InventoryKeys::Waiting;
        case OrganizationState::Read:
            return InventoryKeys::Read;
        case OrganizationState::Failed:
            return InventoryKeys::Failed;
        case OrganizationState::Gone:
            return InventoryKeys::Gone;
        }
        Q_UNREACHABLE();
    }
    static bool isNull(const OrganizationConnection &row, ConnectionField field)
    {
        return !row.json.bytes().isEmpty() && fieldPresence(row, field) == FieldPresence::Null;
    }
    //! An empty byte array is null.
    static QVariant text(const OrganizationConnection &row, ConnectionField field)
    {
        const QVariant value = fieldValue(row, field);
        if (value.isValid())
            return value;
        return isNull(row, field) ? QVariant(QByteArray("")) : QVariant();
    }
    static std::optional<qint64> flag(const OrganizationConnection &row, ConnectionField field)
    {
        const QVariant value = fieldValue(row, field);
        if (value.isValid())
            return value.toBool() ? 1 : 0;
        return isNull(row, field) ? std::optional<qint64>(-1) : std::nullopt;
    }

    Database m_database; // outlives its statements
    std::optional<Statement> m_organization;
    std::optional<Statement> m_connection;
    std::optional<Statement> m_link;
    std::optional<Statement> m_raw;
    QHash<QString, qint64> m_keys;
    qint64 m_organizations = 0;
};

} // namespace Vestibule::Samples
