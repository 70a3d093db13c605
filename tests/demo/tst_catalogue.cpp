// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/catalogue.h"

#include "demo/generator.h"

#include <QHash>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <functional>
#include <optional>
#include <set>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestCatalogue final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hasTheSizesThatPagingNeeds();
    void showcaseHasEveryCategoryAndAccessLevel();
    void worldwideHasManyScripts();
    void optionsChangeTheNumbers();
    void isTheSameEachTime();
    void everyListingIsSorted();
    void manyOrganizationsAreMadeAtOnce();
    void generatedNamesAreVariedAndAlike();
    void connectionsAreSharedAsInLife();
    void builtInTenantHasEveryFinding_data();
    void builtInTenantHasEveryFinding();
};

void TestCatalogue::hasTheSizesThatPagingNeeds()
{
    Demo::Catalogue catalogue;
    QList<qsizetype> sizes;
    for (qsizetype index = 0; index < catalogue.organizations().size(); ++index)
        sizes.append(catalogue.connections(index).size());
    QCOMPARE(sizes, QList<qsizetype>({10, 237, 0, 11, 50}));
    QCOMPARE(catalogue.organizations().first().displayName, u"Acme Corp"_s);
    QCOMPARE(catalogue.organizations().first().id, u"org_tND54yIDkRM8yuSM"_s);
}

void TestCatalogue::showcaseHasEveryCategoryAndAccessLevel()
{
    QSet<QString> strategies;
    QSet<QString> levels;
    std::set<std::optional<QString>> memberLevels; // not sent and null as well
    QSet<bool> enabled;
    QSet<bool> named;
    Demo::Catalogue catalogue;
    const QList<Demo::Connection> connections = catalogue.connections(0);
    for (const Demo::Connection &connection : connections) {
        strategies.insert(connection.strategy);
        levels.insert(connection.accessLevel);
        memberLevels.insert(connection.memberAccessLevel);
        enabled.insert(connection.enabled);
        named.insert(connection.organizationConnectionName.has_value());
    }
    QCOMPARE(strategies.size(), 10);
    // Database, enterprise, social, passwordless, custom.
    QVERIFY(
        strategies.contains({u"auth0"_s, u"okta"_s, u"google-oauth2"_s, u"email"_s, u"custom"_s}));
    QCOMPARE(levels, QSet<QString>({u"none"_s, u"readonly"_s, u"limited"_s, u"full"_s}));
    QCOMPARE(memberLevels,
             (std::set<std::optional<QString>>{std::nullopt, QString(), u"none"_s, u"readonly"_s,
                                               u"limited"_s, u"full"_s}));
    QCOMPARE(enabled.size(), 2);
    QCOMPARE(named.size(), 2);
}

void TestCatalogue::worldwideHasManyScripts()
{
    QSet<QChar::Script> scripts;
    Demo::Catalogue catalogue;
    const QList<Demo::Connection> connections = catalogue.connections(3);
    for (const Demo::Connection &connection : connections) {
        for (const QChar character : connection.name) {
            scripts.insert(character.script());
        }
    }
    QVERIFY(scripts.contains({QChar::Script_Han, QChar::Script_Greek, QChar::Script_Arabic,
                              QChar::Script_Hebrew, QChar::Script_Cyrillic, QChar::Script_Hangul,
                              QChar::Script_Devanagari, QChar::Script_Latin}));
}

void TestCatalogue::optionsChangeTheNumbers()
{
    Demo::Options options;
    options.organizations = 1;
    options.connections = 0;
    Demo::Catalogue small(options);
    QCOMPARE(small.organizations().size(), 1);
    QVERIFY(small.connections(0).isEmpty());
    options.organizations = 20;
    options.connections = 1000;
    Demo::Catalogue large(options);
    QCOMPARE(large.organizations().size(), 20);
    QCOMPARE(large.connections(0).size(), 1000);
    QCOMPARE(large.indexOf(large.organizations().at(19).id), 19);
    QVERIFY(!large.indexOf(u"org_none"_s));
    QCOMPARE(large.idOf(u"acme-corp"_s), large.organizations().first().id);
    QCOMPARE(large.idOf(large.organizations().at(19).id), large.organizations().at(19).id);
    QVERIFY(!large.idOf(u"none"_s));
}

void TestCatalogue::isTheSameEachTime()
{
    Demo::Options options;
    options.organizations = 30;
    Demo::Catalogue first(options);
    Demo::Catalogue second(options);
    QCOMPARE(first.organizations(), second.organizations());
    for (qsizetype i = 29; i >= 0; --i) // the order in which they are made does not matter
        std::ignore = second.connections(i);
    for (qsizetype i = 0; i < 30; ++i)
        QCOMPARE(first.connections(i), second.connections(i));
}

void TestCatalogue::everyListingIsSorted()
{
    Demo::Options options;
    options.organizations = 20;
    Demo::Catalogue catalogue(options);
    for (qsizetype i = 0; i < 20; ++i) {
        const QList<Demo::Connection> connections = catalogue.connections(i);
        QVERIFY(i == 2 || i > 13 || !connections.isEmpty());
        QVERIFY(std::is_sorted(connections.begin(), connections.end(),
                               [](const Demo::Connection &left, const Demo::Connection &right) {
                                   return left.id.toLower() < right.id.toLower();
                               }));
    }
}

void TestCatalogue::manyOrganizationsAreMadeAtOnce()
{
    Demo::Options options;
    options.organizations = 10'000;
    const Demo::Catalogue catalogue(options);
    static const QRegularExpression valid(u"^[a-z0-9]([a-z0-9-_]*[a-z0-9])?$"_s);
    QSet<QString> ids;
    QSet<QString> names;
    QSet<QString> displayNames;
    for (const Demo::Organization &each : catalogue.organizations()) {
        ids.insert(each.id);
        names.insert(each.name);
        displayNames.insert(each.displayName);
        QVERIFY2(valid.match(each.name).hasMatch(), qUtf8Printable(each.name));
        QVERIFY2(each.name.size() <= 50, qUtf8Printable(each.name));
    }
    QCOMPARE(ids.size(), 10'000);
    QCOMPARE(names.size(), 10'000);
    QCOMPARE(displayNames.size(), 10'000);
}

void TestCatalogue::generatedNamesAreVariedAndAlike()
{
    Demo::Options options;
    options.organizations = 60;
    QSet<QChar::Script> scripts;
    int alike = 0;
    const Demo::Catalogue catalogue(options); // owns what the loop reads
    for (const Demo::Organization &each : catalogue.organizations()) {
        alike += each.displayName.contains(u"Northwind"_s);
        for (const QChar character : each.displayName)
            scripts.insert(character.script());
    }
    QVERIFY(alike >= 3);
    QVERIFY(scripts.contains({QChar::Script_Han, QChar::Script_Greek, QChar::Script_Arabic,
                              QChar::Script_Hebrew, QChar::Script_Cyrillic, QChar::Script_Hangul,
                              QChar::Script_Devanagari}));
}

//! Of 10,000 organizations: the connections of each, and in how many organizations each is.
void TestCatalogue::connectionsAreSharedAsInLife()
{
    const Demo::Catalogue catalogue({.organizations = 10'000});
    QHash<QString, int> organizations; // of a connection's id
    QHash<QString, QString> names; // the other way round
    QMap<qsizetype, int> sizes;
    int links = 0;
    for (qsizetype index = 14; index < catalogue.organizations().size(); ++index) {
        const QList<Demo::Connection> connections = catalogue.connections(index);
        ++sizes[connections.size()];
        QSet<QString> own;
        for (const Demo::Connection &connection : connections) {
            own.insert(connection.id);
            ++organizations[connection.id];
            QCOMPARE(names.value(connection.name, connection.id), connection.id);
            names.insert(connection.name, connection.id);
            ++links;
        }
        QCOMPARE(own.size(), connections.size());
    }
    QCOMPARE(sizes.firstKey(), 0);
    QCOMPARE(sizes.lastKey(), 10);
    QVERIFY2(links > 30'000 && links < 50'000, qPrintable(QString::number(links)));
    QMap<QString, int> kinds;
    for (const int count : std::as_const(organizations)) {
        ++kinds[count == 1 ? u"one"_s : count <= 9 ? u"a few"_s : u"many"_s];
    }
    QCOMPARE(kinds.value(u"many"_s), 4);
    QVERIFY(organizations.value(Demo::tenantConnectionId(u"google-oauth2"_s)) > 1000);
    QVERIFY(kinds.value(u"a few"_s) > 300);
    QVERIFY(kinds.value(u"one"_s) > 10 * kinds.value(u"a few"_s));
}

namespace {

using Rule = std::function<bool(const QList<Demo::Connection> &)>;

bool isEnterprise(const Demo::Connection &connection)
{
    static const QStringList strategies{u"ad"_s,   u"adfs"_s,         u"google-apps"_s, u"oidc"_s,
                                        u"okta"_s, u"pingfederate"_s, u"samlp"_s,       u"waad"_s};
    return strategies.contains(connection.strategy);
}

Rule anyOf(bool (*rule)(const Demo::Connection &))
{
    return [rule](const QList<Demo::Connection> &rows) {
        return std::any_of(rows.cbegin(), rows.cend(), rule);
    };
}

} // namespace

void TestCatalogue::builtInTenantHasEveryFinding_data()
{
    QTest::addColumn<bool>("isOfConnection"); // otherwise of an organization
    QTest::addColumn<Rule>("rule"); // over its rows
    using Row = Demo::Connection;
    using Rows = QList<Row>;
    QTest::newRow("shared-membership") << true << Rule([](const Rows &rows) {
        return std::count_if(
                   rows.cbegin(), rows.cend(),
                   [](const Row &row) { return row.enabled && row.assignMembershipOnLogin; })
            > 1;
    });
    QTest::newRow("shared-full-access") << true << Rule([](const Rows &rows) {
        return rows.size() > 1 && std::any_of(rows.cbegin(), rows.cend(), [](const Row &row) {
                   return row.accessLevel == u"full" || row.accessLevel == u"limited";
               });
    });
    QTest::newRow("none-enabled") << false << Rule([](const Rows &rows) {
        return !rows.isEmpty()
            && std::none_of(rows.cbegin(), rows.cend(), [](const Row &row) { return row.enabled; });
    });
    QTest::newRow("all-hidden") << false << Rule([](const Rows &rows) {
        return std::any_of(rows.cbegin(), rows.cend(), [](const Row &row) { return row.enabled; })
            && std::all_of(rows.cbegin(), rows.cend(), [](const Row &row) {
                   return !row.enabled || (isEnterprise(row) && !row.showAsButton);
               });
    });
    QTest::newRow("social-membership") << false << anyOf([](const Row &row) {
        return row.enabled && row.assignMembershipOnLogin && row.strategy == u"google-oauth2";
    });
    QTest::newRow("signup-without-membership")
        << false
        << anyOf([](const Row &row) { return row.signupEnabled && !row.assignMembershipOnLogin; });
    QTest::newRow("level-without-name") << false << anyOf([](const Row &row) {
        return row.accessLevel != u"none" && !row.organizationConnectionName;
    });
    QTest::newRow("dormant-flags") << false << anyOf([](const Row &row) {
        return !row.enabled && (row.signupEnabled || row.assignMembershipOnLogin);
    });
    QTest::newRow("nearly-full") << false << Rule([](const Rows &rows) {
        return rows.size() == 9 || rows.size() == 10;
    });
    QTest::newRow("no-connections")
        << false << Rule([](const Rows &rows) { return rows.isEmpty(); });
    QTest::newRow("shared-directory") << true << Rule([](const Rows &rows) {
        return rows.size() > 1 && (isEnterprise(rows.first()) || rows.first().strategy == u"auth0");
    });
    QTest::newRow("levels-differ") << true << Rule([](const Rows &rows) {
        return std::any_of(rows.cbegin(), rows.cend(), [&rows](const Row &row) {
            return row.accessLevel != rows.first().accessLevel;
        });
    });
    QTest::newRow("unknown-field") << false << anyOf([](const Row &row) {
        return !QStringList{u"none"_s, u"readonly"_s, u"limited"_s, u"full"_s}.contains(
            row.accessLevel);
    });
}

void TestCatalogue::builtInTenantHasEveryFinding()
{
    QFETCH(bool, isOfConnection);
    QFETCH(Rule, rule);
    const Demo::Catalogue catalogue({.organizations = Demo::BuiltInOrganizations});
    QHash<QString, QList<Demo::Connection>> groups;
    for (qsizetype index = 0; index < catalogue.organizations().size(); ++index) {
        const QString organization = catalogue.organizations().at(index).id;
        if (!isOfConnection)
            groups.insert(organization, {});
        for (const Demo::Connection &connection : catalogue.connections(index))
            groups[isOfConnection ? connection.id : organization].append(connection);
    }
    const auto found = std::count_if(groups.cbegin(), groups.cend(), rule);
    QVERIFY(found > 0);
    QVERIFY2(found < groups.size() / 2, "a finding that nearly all have says nothing");
}

QTEST_APPLESS_MAIN(TestCatalogue)
#include "tst_catalogue.moc"
