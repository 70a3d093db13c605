// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/demodata.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class tst_DemoData final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hasTheSizesThatPagingNeeds();
    void showcaseHasEveryCategoryAndAccessLevel();
    void worldwideSpeaksManyScripts();
    void optionsChangeTheNumbers();
    void isTheSameEachTime();
    void everyListingIsSorted();
};

void tst_DemoData::hasTheSizesThatPagingNeeds()
{
    const QList<DemoListing> listings = makeDemoListings({});
    QList<qsizetype> sizes;
    for (const DemoListing &listing : listings) {
        sizes.append(listing.connections.size());
    }
    QCOMPARE(sizes, QList<qsizetype>({10, 237, 0, 11, 50}));
    QCOMPARE(listings.first().organization.displayName, u"Acme Corp"_s);
}

void tst_DemoData::showcaseHasEveryCategoryAndAccessLevel()
{
    QSet<QString> strategies;
    QSet<QString> levels;
    QSet<bool> enabled;
    QSet<bool> named;
    const QList<DemoListing> listings = makeDemoListings({});
    for (const DemoConnection &connection : listings.first().connections) {
        strategies.insert(connection.strategy);
        levels.insert(connection.accessLevel);
        enabled.insert(connection.enabled);
        named.insert(connection.organizationConnectionName.has_value());
    }
    QCOMPARE(strategies.size(), 10);
    // Database, enterprise, social, passwordless, custom.
    QVERIFY(
        strategies.contains({u"auth0"_s, u"okta"_s, u"google-oauth2"_s, u"email"_s, u"custom"_s}));
    QCOMPARE(levels, QSet<QString>({u"none"_s, u"readonly"_s, u"limited"_s, u"full"_s}));
    QCOMPARE(enabled.size(), 2);
    QCOMPARE(named.size(), 2);
}

void tst_DemoData::worldwideSpeaksManyScripts()
{
    QSet<QChar::Script> scripts;
    const QList<DemoListing> listings = makeDemoListings({});
    for (const DemoConnection &connection : listings.at(3).connections) {
        for (const QChar character : connection.name) {
            scripts.insert(character.script());
        }
    }
    QVERIFY(scripts.contains({QChar::Script_Han, QChar::Script_Greek, QChar::Script_Arabic,
                              QChar::Script_Hebrew, QChar::Script_Cyrillic, QChar::Script_Hangul,
                              QChar::Script_Devanagari, QChar::Script_Latin}));
}

void tst_DemoData::optionsChangeTheNumbers()
{
    DemoOptions options;
    options.organizations = 1;
    options.connections = 0;
    QCOMPARE(makeDemoListings(options).size(), 1);
    QVERIFY(makeDemoListings(options).first().connections.isEmpty());
    options.organizations = 20;
    options.connections = 1000;
    const QList<DemoListing> listings = makeDemoListings(options);
    QCOMPARE(listings.size(), 20);
    QCOMPARE(listings.first().connections.size(), 1000);
    static const QRegularExpression valid(u"^[a-z0-9]([a-z0-9-_]*[a-z0-9])?$"_s);
    QSet<QString> ids;
    for (const DemoListing &listing : listings) {
        ids.insert(listing.organization.id);
        QVERIFY(valid.match(listing.organization.name).hasMatch());
    }
    QCOMPARE(ids.size(), 20);
}

void tst_DemoData::isTheSameEachTime()
{
    const QList<DemoListing> first = makeDemoListings({});
    const QList<DemoListing> second = makeDemoListings({});
    for (qsizetype i = 0; i < first.size(); ++i) {
        QCOMPARE(first.at(i).organization, second.at(i).organization);
        QCOMPARE(first.at(i).connections, second.at(i).connections);
    }
}

void tst_DemoData::everyListingIsSorted()
{
    for (const DemoListing &listing : makeDemoListings({})) {
        QVERIFY(std::is_sorted(listing.connections.begin(), listing.connections.end(),
                               [](const DemoConnection &left, const DemoConnection &right) {
                                   return left.id.toLower() < right.id.toLower();
                               }));
    }
}

QTEST_APPLESS_MAIN(tst_DemoData)
#include "tst_demodata.moc"
