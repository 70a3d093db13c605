// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/catalogue.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>
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
    for (const Demo::Connection &connection : std::as_const(catalogue.connections(0))) {
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
    for (const Demo::Connection &connection : std::as_const(catalogue.connections(3))) {
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
        const QList<Demo::Connection> &connections = catalogue.connections(i);
        QVERIFY(i == 2 || !connections.isEmpty());
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

QTEST_APPLESS_MAIN(TestCatalogue)
#include "tst_catalogue.moc"
