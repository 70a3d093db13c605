// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/catalogue.h"

#include "demo/generator.h"
#include "demo/secondstate.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Vestibule::Demo {

namespace {

//! A row of the two hand-made listings.
struct Draft {
    QString name;
    QString strategy;
    std::optional<QString> label; //!< organization_connection_name
    QString level;
    bool enabled;
    bool assign;
    bool button;
    bool signup = false;
    std::optional<QString> memberLevel{}; //!< as Connection::memberAccessLevel
};

//! An organization with its connections, in any order.
struct Listing {
    Organization organization{};
    QList<Connection> connections{};
};

Listing listing(const QString &name, const QString &displayName)
{
    return {{makeId(u"org_"_s, name), name, displayName, {}}, {}};
}

Listing generated(const QString &name, const QString &displayName, int count)
{
    Listing result = listing(name, displayName);
    result.connections = generateConnections(name, count);
    return result;
}

Listing written(const QString &name, const QString &displayName, const QList<Draft> &drafts)
{
    Listing result = listing(name, displayName);
    for (const Draft &draft : drafts) {
        Connection connection;
        connection.id = makeId(u"con_"_s, name + u'/' + draft.name);
        connection.name = draft.name;
        connection.strategy = draft.strategy;
        connection.organizationConnectionName = draft.label;
        connection.accessLevel = draft.level;
        connection.enabled = draft.enabled;
        connection.assignMembershipOnLogin = draft.assign;
        connection.showAsButton = draft.button;
        connection.signupEnabled = draft.signup;
        connection.memberAccessLevel = draft.memberLevel;
        result.connections.append(connection);
    }
    return result;
}

//! Ten connections with every category, every access level and realistic flags.
Listing showcase()
{
    return written(
        u"acme-corp"_s, u"Acme Corp"_s,
        {
            {u"Username-Password-Authentication"_s,
             u"auth0"_s,
             {},
             u"none"_s,
             true,
             true,
             true,
             true},
            {u"acme-okta"_s, u"okta"_s, u"Acme workforce"_s, u"full"_s, true, true, true, false,
             u"limited"_s},
            {u"acme-entra-id"_s, u"waad"_s, u"Acme Entra ID"_s, u"limited"_s, true, true, true,
             false, u"readonly"_s},
            {u"acme-adfs-2016"_s, u"adfs"_s, u"Acme AD FS (before Entra)"_s, u"readonly"_s, false,
             true, false, false, QString()},
            {u"contractors-saml"_s, u"samlp"_s, u"Contractors"_s, u"readonly"_s, true, false, false,
             false, u"none"_s},
            {u"acme-google-workspace"_s,
             u"google-apps"_s,
             {},
             u"none"_s,
             true,
             true,
             true,
             false,
             u"full"_s},
            {u"google-oauth2"_s, u"google-oauth2"_s, {}, u"none"_s, true, false, true},
            {u"github"_s, u"github"_s, {}, u"none"_s, false, false, true},
            {u"email"_s, u"email"_s, u"A code by e-mail"_s, u"none"_s, true, false, true},
            {u"legacy-crm"_s, u"custom"_s, {}, u"none"_s, false, true, false},
        });
}

//! Names in several scripts and directions. The connection names break the API's rule (letters,
//! digits and hyphens) on purpose, because a browser must show whatever comes.
Listing worldwide()
{
    return written(
        u"wayfarer-worldwide"_s, u"Wayfarer Worldwide"_s,
        {
            {u"東京支店"_s, u"okta"_s, u"東京支店の従業員"_s, u"full"_s, true, true, true},
            {u"Αθήνα"_s, u"samlp"_s, u"Γραφείο Αθήνας"_s, u"readonly"_s, true, true, true},
            {u"Łódź"_s, u"waad"_s, u"Łódź – pracownicy"_s, u"limited"_s, true, false, true},
            {u"مكتب-القاهرة"_s, u"oidc"_s, u"مكتب القاهرة"_s, u"full"_s, true, true, true},
            {u"תל-אביב"_s, u"okta"_s, u"משרד תל אביב"_s, u"none"_s, false, true, true},
            {u"Zürich"_s, u"adfs"_s, u"Zürich, Geschäftsstelle"_s, u"readonly"_s, true, true,
             false},
            {u"Санкт-Петербург"_s, u"ad"_s, u"Офис в Санкт-Петербурге"_s, u"none"_s, false, false,
             true},
            {u"서울"_s, u"google-apps"_s, u"서울 사무소"_s, u"limited"_s, true, true, true},
            {u"मुंबई"_s, u"samlp"_s, u"मुंबई कार्यालय"_s, u"none"_s, true, false, true},
            {u"Orléans"_s, u"auth0"_s, u"Équipe d’Orléans"_s, u"none"_s, true, true, true, true},
            {u"rocket-🚀-labs"_s, u"custom"_s, u"🚀 Labs 👩🏽‍🚀"_s, u"none"_s, true,
             false, true},
        });
}

Connection shared(const QString &name, const QString &strategy)
{
    Connection connection;
    connection.id = tenantConnectionId(name);
    connection.name = name;
    connection.strategy = strategy;
    connection.accessLevel = u"none"_s;
    return connection;
}

//! One that a group of companies has in two of its organizations, with different rights.
Listing ofGroup(const QString &name, const QString &displayName, const QString &level)
{
    Listing result = listing(name, displayName);
    Connection connection = shared(u"brightwater-okta"_s, u"okta"_s);
    connection.organizationConnectionName = u"Brightwater workforce"_s;
    connection.accessLevel = level;
    connection.assignMembershipOnLogin = true;
    result.connections = {connection};
    return result;
}

//! What an identity engineer looks for in a whole tenant: each has something that deserves a look.
QList<Listing> makeRemarkable()
{
    Listing archive = written(
        u"calloway-archive"_s, u"Calloway Archive"_s,
        {{u"calloway-saml"_s, u"samlp"_s, u"Calloway staff"_s, u"readonly"_s, false, true, true},
         {u"calloway-users"_s, u"auth0"_s, {}, u"none"_s, false, true, true, true}});

    Listing hidden = written(
        u"dunmore-partners"_s, u"Dunmore Partners"_s,
        {{u"dunmore-entra"_s, u"waad"_s, u"Dunmore staff"_s, u"limited"_s, true, true, false},
         {u"dunmore-adfs"_s, u"adfs"_s, u"Dunmore sites"_s, u"none"_s, true, false, false}});

    Listing community = listing(u"eastgate-community"_s, u"Eastgate Community"_s);
    Connection google = shared(u"google-oauth2"_s, u"google-oauth2"_s);
    google.assignMembershipOnLogin = true;
    Connection passwords = shared(u"Username-Password-Authentication"_s, u"auth0"_s);
    passwords.assignMembershipOnLogin = true;
    passwords.signupEnabled = true;
    community.connections = {google, passwords, shared(u"email"_s, u"email"_s)};

    Listing trials = listing(u"fairhaven-trials"_s, u"Fairhaven Trials"_s);
    passwords.assignMembershipOnLogin = false; // the API accepts sign-up with membership only
    trials.connections = {passwords};

    Listing unnamed =
        written(u"glenrock-utilities"_s, u"Glenrock Utilities"_s,
                {{u"glenrock-saml"_s, u"samlp"_s, {}, u"limited"_s, true, true, true}});

    // Of a later version of the API.
    Listing unknown =
        written(u"ironwood-labs"_s, u"Ironwood Labs"_s,
                {{u"ironwood-oidc"_s, u"oidc"_s, u"Ironwood"_s, u"delegated"_s, true, true, true}});

    return {ofGroup(u"brightwater-north"_s, u"Brightwater North"_s, u"full"_s),
            ofGroup(u"brightwater-south"_s, u"Brightwater South"_s, u"readonly"_s),
            archive,
            hidden,
            community,
            trials,
            unnamed,
            generated(u"highmoor-logistics"_s, u"Highmoor Logistics"_s, 9),
            unknown};
}

QList<Listing> makeByHand()
{
    QList<Listing> listings{
        showcase(),
        generated(u"globex-partners"_s, u"Globex Partners"_s, 237),
        listing(u"initech-onboarding"_s, u"Initech (onboarding)"_s),
        worldwide(),
        generated(u"umbrella-fifty"_s, u"Umbrella Fifty"_s, 50),
    };
    listings[0].organization.branding = Branding{u"acme"_s, u"#c62828"_s, u"#fafafa"_s};
    listings[3].organization.branding = Branding{u"wayfarer"_s, u"#00695c"_s, u"#ffffff"_s};
    return listings + makeRemarkable();
}

} // namespace

Catalogue::Catalogue(const Options &options)
{
    QList<Listing> byHand = makeByHand();
    byHand.resize(qBound(qsizetype(1), qsizetype(options.organizations), byHand.size()));
    if (options.connections) {
        Listing &first = byHand.first();
        first.connections = generateConnections(first.organization.name, *options.connections);
    }
    m_organizations.reserve(options.organizations);
    m_indexes.reserve(options.organizations);
    for (Listing &each : byHand) {
        sortConnections(each.connections);
        m_connections.insert(m_organizations.size(), each.connections);
        add(each.organization);
    }
    m_byHand = byHand.size();
    for (int number = 0; m_organizations.size() < options.organizations; ++number)
        add(generateOrganization(number));
    if (options.state == 2)
        changeToSecondState(*this);
}

void Catalogue::add(Organization organization)
{
    m_indexes.insert(organization.id, m_organizations.size());
    m_organizations.append(std::move(organization));
}

std::optional<qsizetype> Catalogue::indexOf(const QString &organizationId) const
{
    const auto found = m_indexes.constFind(organizationId);
    return found == m_indexes.constEnd() ? std::nullopt : std::optional(*found);
}

std::optional<QString> Catalogue::idOf(const QString &idOrName) const
{
    if (indexOf(idOrName))
        return idOrName;
    const auto found = std::find_if(
        m_organizations.cbegin(), m_organizations.cend(),
        [&idOrName](const Organization &organization) { return organization.name == idOrName; });
    return found == m_organizations.cend() ? std::nullopt : std::optional(found->id);
}

QList<Connection> Catalogue::connections(qsizetype index) const
{
    const auto found = m_connections.constFind(index);
    return found != m_connections.constEnd()
        ? *found
        : drawConnections(m_organizations.at(index).name, int(index - m_byHand));
}

void Catalogue::setConnections(qsizetype index, const QList<Connection> &connections)
{
    m_connections.insert(index, connections);
    m_tenantConnections.clear();
}

const QList<Connection> &Catalogue::tenantConnections()
{
    if (!m_tenantConnections.isEmpty())
        return m_tenantConnections;
    // What is left behind in every tenant: a pilot, a customer that has gone, a test.
    QList<Connection> all{shared(u"okta-pilot-2023"_s, u"okta"_s),
                          shared(u"vandelay-adfs"_s, u"adfs"_s),
                          shared(u"import-test"_s, u"auth0"_s)};
    QSet<QString> ids;
    for (qsizetype index = 0; index < m_organizations.size(); ++index) {
        for (const Connection &connection : connections(index)) {
            if (ids.contains(connection.id))
                continue;
            ids.insert(connection.id);
            all.append(connection);
        }
    }
    sortConnections(all);
    m_tenantConnections = all;
    return m_tenantConnections;
}

void Catalogue::replace(qsizetype index, const Organization &organization)
{
    m_indexes.remove(m_organizations.at(index).id);
    m_indexes.insert(organization.id, index);
    m_organizations[index] = organization;
}

} // namespace Vestibule::Demo
