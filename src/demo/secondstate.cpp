// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/secondstate.h"

#include "demo/catalogue.h"
#include "demo/generator.h"

#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace Vestibule::Demo {

namespace {

QVariant null()
{
    return QVariant::fromValue(nullptr);
}

//! As the endpoint sends it: absent, null or a text.
QVariant sent(const std::optional<QString> &text)
{
    if (!text)
        return {};
    return text->isNull() ? null() : QVariant(*text);
}

class SecondState final {
public:
    explicit SecondState(Catalogue &catalogue)
        : m_catalogue(catalogue)
    {
    }

    QList<Change> make()
    {
        changeByHand();
        renameConnection(u"brightwater-okta"_s, u"brightwater-workforce"_s);
        replaceOrganization(u"ironwood-labs"_s, u"juniper-clinics"_s, u"Juniper Clinics"_s);
        renameOrganization(u"glenrock-utilities"_s, u"Glenrock Energy"_s);
        changeGenerated();
        return m_changes;
    }

private:
    using Edit = std::function<void(Connection &)>;

    [[nodiscard]] std::optional<qsizetype> indexOf(const QString &name) const
    {
        const auto id = m_catalogue.idOf(name);
        return id ? m_catalogue.indexOf(*id) : std::nullopt;
    }

    void changeByHand()
    {
        const QString acme = u"acme-corp"_s;
        edit(acme, u"acme-okta"_s, [](Connection &each) { each.enabled = false; });
        edit(acme, u"acme-entra-id"_s, [](Connection &each) {
            each.accessLevel = u"full"_s;
            each.memberAccessLevel = QString();
        });
        edit(acme, u"acme-adfs-2016"_s, [](Connection &each) { each.memberAccessLevel.reset(); });
        edit(acme, u"github"_s,
             [](Connection &each) { each.organizationConnectionName = u"GitHub"_s; });
        remove(acme, u"contractors-saml"_s);
        Connection ping;
        ping.id = makeId(u"con_"_s, u"acme-corp/acme-ping"_s);
        ping.name = u"acme-ping"_s;
        ping.strategy = u"pingfederate"_s;
        ping.accessLevel = u"none"_s;
        add(acme, ping);
        edit(u"dunmore-partners"_s, u"dunmore-entra"_s,
             [](Connection &each) { each.showAsButton = true; });
        edit(u"fairhaven-trials"_s, u"Username-Password-Authentication"_s, [](Connection &each) {
            each.assignMembershipOnLogin = true;
            each.signupEnabled = false;
        });
    }

    //! One of twenty, in four ways.
    void changeGenerated()
    {
        constexpr qsizetype Distance = 20;
        const auto &organizations = m_catalogue.organizations();
        for (qsizetype i = m_catalogue.generatedFrom(); i < organizations.size(); ++i) {
            if (i % Distance != Distance / 2)
                continue;
            const QString &name = organizations.at(i).name;
            const QList<Connection> connections = m_catalogue.connections(i);
            if (connections.isEmpty() || i / Distance % 4 == 0) {
                Connection added;
                added.name = u"added-"_s + QString::number(i);
                added.id = tenantConnectionId(added.name);
                added.strategy = u"samlp"_s;
                added.accessLevel = u"none"_s;
                add(name, added);
            } else if (i / Distance % 4 == 1) {
                remove(name, connections.first().name);
            } else if (i / Distance % 4 == 2) {
                edit(name, connections.first().name,
                     [](Connection &each) { each.enabled = !each.enabled; });
            } else {
                edit(name, connections.last().name, [](Connection &each) {
                    each.assignMembershipOnLogin = !each.assignMembershipOnLogin;
                    each.accessLevel = each.accessLevel == "full"_L1 ? u"none"_s : u"full"_s;
                });
            }
        }
    }

    void edit(const QString &organization, const QString &connection, const Edit &edit)
    {
        const auto index = indexOf(organization);
        if (!index)
            return;
        QList<Connection> connections = m_catalogue.connections(*index);
        const auto found = std::ranges::find(connections, connection, &Connection::name);
        if (found == connections.end())
            return;
        const Connection before = *found;
        edit(*found);
        const auto compare = [&](const QString &field, const QVariant &old, const QVariant &fresh) {
            if (old == fresh)
                return;
            Change change = changeOf(u"changed"_s, *index, before);
            change.field = field;
            change.before = old;
            change.after = fresh;
            m_changes.append(change);
        };
        compare(u"is_enabled"_s, before.enabled, found->enabled);
        compare(u"assign_membership_on_login"_s, before.assignMembershipOnLogin,
                found->assignMembershipOnLogin);
        compare(u"show_as_button"_s, before.showAsButton, found->showAsButton);
        compare(u"is_signup_enabled"_s, before.signupEnabled, found->signupEnabled);
        compare(u"organization_access_level"_s, before.accessLevel, found->accessLevel);
        compare(u"organization_member_access_level"_s, sent(before.memberAccessLevel),
                sent(found->memberAccessLevel));
        compare(u"organization_connection_name"_s, sent(before.organizationConnectionName),
                sent(found->organizationConnectionName));
        m_catalogue.setConnections(*index, connections);
    }

    void remove(const QString &organization, const QString &connection)
    {
        const auto index = indexOf(organization);
        if (!index)
            return;
        QList<Connection> connections = m_catalogue.connections(*index);
        const auto found = std::ranges::find(connections, connection, &Connection::name);
        if (found == connections.end())
            return;
        m_changes.append(changeOf(u"removed"_s, *index, *found));
        connections.erase(found);
        m_catalogue.setConnections(*index, connections);
    }

    void add(const QString &organization, const Connection &connection)
    {
        const auto index = indexOf(organization);
        if (!index)
            return;
        QList<Connection> connections = m_catalogue.connections(*index);
        connections.append(connection);
        sortConnections(connections);
        m_catalogue.setConnections(*index, connections);
        m_changes.append(changeOf(u"added"_s, *index, connection));
    }

    //! In each of the organizations made by hand that have it.
    void renameConnection(const QString &before, const QString &after)
    {
        const QString id = tenantConnectionId(before);
        bool isThere = false;
        for (qsizetype i = 0; i < m_catalogue.generatedFrom(); ++i) {
            QList<Connection> connections = m_catalogue.connections(i);
            const auto found = std::ranges::find(connections, id, &Connection::id);
            if (found == connections.end())
                continue;
            isThere = true;
            found->name = after;
            m_catalogue.setConnections(i, connections);
        }
        if (isThere) {
            m_changes.append({.kind = u"changed"_s,
                              .connectionId = id,
                              .connectionName = before,
                              .field = u"connection_name"_s,
                              .before = before,
                              .after = after});
        }
    }

    //! The new one has the connections of the old one.
    void replaceOrganization(const QString &before, const QString &name, const QString &displayName)
    {
        const auto index = indexOf(before);
        if (!index)
            return;
        const Organization old = m_catalogue.organizations().at(*index);
        const Organization fresh{makeId(u"org_"_s, name), name, displayName, {}};
        m_catalogue.replace(*index, fresh);
        m_changes.append(
            {.kind = u"removed"_s, .organizationId = old.id, .organizationName = old.name});
        m_changes.append(
            {.kind = u"added"_s, .organizationId = fresh.id, .organizationName = fresh.name});
    }

    void renameOrganization(const QString &name, const QString &displayName)
    {
        const auto index = indexOf(name);
        if (!index)
            return;
        Organization organization = m_catalogue.organizations().at(*index);
        m_changes.append({.kind = u"changed"_s,
                          .organizationId = organization.id,
                          .organizationName = organization.name,
                          .field = u"organization_display_name"_s,
                          .before = organization.displayName,
                          .after = displayName});
        organization.displayName = displayName;
        m_catalogue.replace(*index, organization);
    }

    [[nodiscard]] Change changeOf(const QString &kind, qsizetype index,
                                  const Connection &connection) const
    {
        const Organization &organization = m_catalogue.organizations().at(index);
        return {.kind = kind,
                .organizationId = organization.id,
                .organizationName = organization.name,
                .connectionId = connection.id,
                .connectionName = connection.name};
    }

    Catalogue &m_catalogue;
    QList<Change> m_changes{};
};

nlohmann::ordered_json toJson(const Change &change)
{
    nlohmann::ordered_json json;
    for (const auto &[key, text] :
         {std::pair("kind", change.kind), std::pair("organization_id", change.organizationId),
          std::pair("organization_name", change.organizationName),
          std::pair("connection_id", change.connectionId),
          std::pair("connection_name", change.connectionName), std::pair("field", change.field)}) {
        if (!text.isEmpty())
            json[key] = text.toStdString();
    }
    for (const auto &[key, value] :
         {std::pair("before", change.before), std::pair("after", change.after)}) {
        if (value == null())
            json[key] = nullptr;
        else if (value.typeId() == QMetaType::Bool)
            json[key] = value.toBool();
        else if (value.isValid())
            json[key] = value.toString().toStdString();
    }
    return json;
}

} // namespace

QList<Change> changeToSecondState(Catalogue &catalogue)
{
    return SecondState(catalogue).make();
}

QByteArray toJsonLines(const QList<Change> &changes)
{
    QByteArray lines;
    for (const Change &change : changes)
        lines += QByteArray::fromStdString(toJson(change).dump()) + '\n';
    return lines;
}

} // namespace Vestibule::Demo
