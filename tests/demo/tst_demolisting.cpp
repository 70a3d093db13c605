// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/listing.h"

#include "demo/generator.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

Demo::Connection database()
{
    Demo::Connection connection;
    connection.id = u"con_Evpbs7vILMWmWd6y"_s;
    connection.name = u"Acceptance-Test-Connection-testaccdatasourceorganization"_s;
    connection.strategy = u"auth0"_s;
    connection.accessLevel = u"none"_s;
    return connection;
}

QList<Demo::Connection> sorted(int count)
{
    QList<Demo::Connection> connections = Demo::generateConnections(u"seed"_s, count);
    Demo::sortConnections(connections);
    return connections;
}

} // namespace

class tst_DemoListing final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pageIsTheRecordedOneToTheByte();
    void rowOfAnotherStrategyHasNoSignup();
    void rowShowsANameThatIsSet();
    void slicesExactly_data();
    void slicesExactly();
    void filterCountsWhatItKeeps_data();
    void filterCountsWhatItKeeps();
};

void tst_DemoListing::pageIsTheRecordedOneToTheByte()
{
    const auto page = Demo::listingPage({database()}, {0, 50, true, true});
    QCOMPARE(
        QByteArray::fromStdString(page.dump()),
        R"({"connections":[{"connection_id":"con_Evpbs7vILMWmWd6y","is_signup_enabled":false,"assign_membership_on_login":false,"show_as_button":true,"is_enabled":true,"organization_access_level":"none","connection":{"name":"Acceptance-Test-Connection-testaccdatasourceorganization","strategy":"auth0"}}],"start":0,"limit":50,"total":1})");
    QCOMPARE(QByteArray::fromStdString(Demo::listingPage({}, {0, 50, true, {}}).dump()),
             R"({"connections":[],"start":0,"limit":50,"total":0})");
    QCOMPARE(QByteArray::fromStdString(Demo::listingPage({database()}, {1, 50, true, true}).dump()),
             R"({"connections":[],"start":50,"limit":50,"total":1})");
}

void tst_DemoListing::rowOfAnotherStrategyHasNoSignup()
{
    Demo::Connection connection = database();
    connection.strategy = u"okta"_s;
    QVERIFY(!Demo::row(connection).contains("is_signup_enabled"));
    QVERIFY(Demo::row(connection).contains("show_as_button"));
    QVERIFY(!Demo::row(connection).contains("organization_connection_name"));
}

void tst_DemoListing::rowShowsANameThatIsSet()
{
    Demo::Connection connection = database();
    connection.organizationConnectionName = u"東京"_s;
    QCOMPARE(Demo::row(connection)["organization_connection_name"].get<std::string>(), "東京");
}

void tst_DemoListing::slicesExactly_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<qint64>("page");
    QTest::addColumn<int>("perPage");
    QTest::addColumn<int>("rows");
    QTest::newRow("nothing") << 0 << qint64(0) << 50 << 0;
    QTest::newRow("one") << 1 << qint64(0) << 50 << 1;
    QTest::newRow("exactly full") << 50 << qint64(0) << 50 << 50;
    QTest::newRow("after exactly full") << 50 << qint64(1) << 50 << 0;
    QTest::newRow("full last") << 100 << qint64(1) << 50 << 50;
    QTest::newRow("one left over") << 101 << qint64(2) << 50 << 1;
    QTest::newRow("one by one") << 237 << qint64(236) << 1 << 1;
    QTest::newRow("far beyond") << 237 << qint64(1'000'000'000'000'000) << 100 << 0;
}

void tst_DemoListing::slicesExactly()
{
    QFETCH(int, count);
    QFETCH(qint64, page);
    QFETCH(int, perPage);
    QFETCH(int, rows);
    const QList<Demo::Connection> all = sorted(count);
    const auto json = Demo::listingPage(all, {page, perPage, true, {}});
    QCOMPARE(int(json["connections"].size()), rows);
    QCOMPARE(json["start"].get<qint64>(), page * perPage);
    QCOMPARE(json["limit"].get<int>(), perPage);
    QCOMPARE(json["total"].get<int>(), count);
    for (int i = 0; i < rows; ++i) {
        QCOMPARE(QString::fromStdString(json["connections"][size_t(i)]["connection_id"]),
                 all.at(page * perPage + i).id);
    }
}

void tst_DemoListing::filterCountsWhatItKeeps_data()
{
    QTest::addColumn<bool>("enabled");
    QTest::newRow("enabled") << true;
    QTest::newRow("disabled") << false;
}

void tst_DemoListing::filterCountsWhatItKeeps()
{
    QFETCH(bool, enabled);
    const QList<Demo::Connection> all = sorted(237);
    const auto kept =
        std::count_if(all.begin(), all.end(),
                      [enabled](const Demo::Connection &each) { return each.enabled == enabled; });
    int seen = 0;
    for (int page = 0; page < 5; ++page) {
        const auto json = Demo::listingPage(all, {page, 50, true, enabled});
        QCOMPARE(json["total"].get<qsizetype>(), kept);
        for (const auto &row : json["connections"]) {
            QCOMPARE(row["is_enabled"].get<bool>(), enabled);
            ++seen;
        }
    }
    QCOMPARE(seen, kept);
}

QTEST_APPLESS_MAIN(tst_DemoListing)
#include "tst_demolisting.moc"
