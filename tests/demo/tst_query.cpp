// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/query.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! Both queries are refused in the words of the API.
class TestQuery final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAConnectionQuery_data();
    void readsAConnectionQuery();
    void refusesAConnectionQuery_data();
    void refusesAConnectionQuery();
    void readsAnOrganizationQuery();
    void refusesAnOrganizationQuery_data();
    void refusesAnOrganizationQuery();
    void checkpointsReachBeyondTheLimitOfOffsets();
};

void TestQuery::readsAConnectionQuery_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Demo::ConnectionQuery>("query");

    QTest::newRow("defaults") << QByteArray() << Demo::ConnectionQuery{0, 50, false, {}};
    QTest::newRow("all four") << QByteArray(
        "page=2&per_page=25&include_totals=true&is_enabled=false")
                              << Demo::ConnectionQuery{2, 25, true, false};
    QTest::newRow("edges") << QByteArray("page=0&per_page=100&is_enabled=true")
                           << Demo::ConnectionQuery{0, 100, false, true};
    QTest::newRow("one row") << QByteArray("per_page=1") << Demo::ConnectionQuery{0, 1, false, {}};
    QTest::newRow("percent-encoded name")
        << QByteArray("per%5Fpage=7") << Demo::ConnectionQuery{0, 7, false, {}};
    QTest::newRow("empty pairs") << QByteArray("&&page=1&")
                                 << Demo::ConnectionQuery{1, 50, false, {}};
    QTest::newRow("a page beyond all numbers")
        << QByteArray("page=99999999999999999999999")
        << Demo::ConnectionQuery{1'000'000'000'000'000, 50, false, {}};
}

void TestQuery::readsAConnectionQuery()
{
    QFETCH(QByteArray, text);
    const Demo::ParsedConnectionQuery parsed = Demo::parseConnectionQuery(text);
    QCOMPARE(parsed.error, QString());
    QTEST(parsed.query, "query");
}

void TestQuery::refusesAConnectionQuery_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("error");

    const QString on = u"Query validation error: '%1' on property %2."_s;
    const QString page = u"page (Page index of the results to return. First page is 0)"_s;
    const QString perPage = u"per_page (Number of results per page. Defaults to 50)"_s;
    const QString enabled = u"is_enabled (Filter connections by enabled status)"_s;
    const QString totals =
        u"include_totals (Return results inside an object that contains the total result count "
        u"(true) or as a direct array of results (false, default))"_s;

    QTest::newRow("too many") << QByteArray("per_page=1000")
                              << on.arg(u"Value 1000 is greater than maximum 100"_s, perPage);
    QTest::newRow("one too many") << QByteArray("per_page=101")
                                  << on.arg(u"Value 101 is greater than maximum 100"_s, perPage);
    QTest::newRow("none") << QByteArray("per_page=0")
                          << on.arg(u"Value 0 is less than minimum 1"_s, perPage);
    QTest::newRow("before the first")
        << QByteArray("page=-1") << on.arg(u"Value -1 is less than minimum 0"_s, page);
    QTest::newRow("word") << QByteArray("page=abc")
                          << on.arg(u"Expected type integer but found type string"_s, page);
    QTest::newRow("nothing") << QByteArray("page=")
                             << on.arg(u"Expected type integer but found type string"_s, page);
    QTest::newRow("fraction") << QByteArray("page=1.5")
                              << on.arg(u"Expected type integer but found type number"_s, page);
    QTest::newRow("twice") << QByteArray("page=1&page=1")
                           << on.arg(u"Expected type integer but found type array"_s, page);
    QTest::newRow("not a boolean")
        << QByteArray("is_enabled=1")
        << on.arg(u"Expected type boolean but found type string"_s, enabled);
    QTest::newRow("capitals") << QByteArray("include_totals=TRUE")
                              << on.arg(u"Expected type boolean but found type string"_s, totals);
    QTest::newRow("unknown") << QByteArray("foo=1&page=-1&b%C3%A4r")
                             << u"Query validation error: 'Additional properties not allowed: "
                                u"foo,bär'."_s;
}

void TestQuery::refusesAConnectionQuery()
{
    QFETCH(QByteArray, text);
    QTEST(Demo::parseConnectionQuery(text).error, "error");
}

void TestQuery::readsAnOrganizationQuery()
{
    QCOMPARE(Demo::parseOrganizationQuery({}).query, Demo::OrganizationQuery());
    const Demo::OrganizationQuery query =
        Demo::parseOrganizationQuery("take=7&from=abc&sort=display_name%3A-1").query;
    QCOMPARE(query.take, 7);
    QCOMPARE(query.from, u"abc"_s);
    QCOMPARE(query.sortKey, u"display_name"_s);
    QVERIFY(query.descending);
    QVERIFY(query.isCheckpoint());
    QVERIFY(Demo::parseOrganizationQuery("page=9&per_page=100").error.isEmpty());
}

void TestQuery::refusesAnOrganizationQuery_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("part");
    QTest::addColumn<QString>("code");
    const QString query = u"invalid_query_string"_s;
    QTest::newRow("take 0") << QByteArray("take=0") << u"'Value 0 is less than minimum 1'"_s
                            << query;
    QTest::newRow("take 101") << QByteArray("take=101")
                              << u"'Value 101 is greater than maximum 100' on property take"_s
                              << query;
    QTest::newRow("page") << QByteArray("page=1001")
                          << u"'Value 1001 is greater than maximum 1000' on property page"_s
                          << query;
    QTest::newRow("sort key") << QByteArray("sort=id:1") << u"on property sort"_s << query;
    QTest::newRow("sort order") << QByteArray("sort=name:2") << u"on property sort"_s << query;
    QTest::newRow("sort length") << QByteArray("sort=display_name:-01")
                                 << u"'String is too long (16 chars), maximum 15'"_s << query;
    QTest::newRow("unknown") << QByteArray("is_enabled=true")
                             << u"'Additional properties not allowed: is_enabled'."_s << query;
    QTest::newRow("beyond") << QByteArray("page=10&per_page=100")
                            << u"Requesting page 10 exceeds the allowed maximum of 1000 records. "
                               u"To fetch results beyond 1000, use the checkpoint pagination "
                               u"method."_s
                            << u"invalid_paging"_s;
}

void TestQuery::refusesAnOrganizationQuery()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, part);
    const Demo::ParsedOrganizationQuery parsed = Demo::parseOrganizationQuery(text);
    QVERIFY2(parsed.error.contains(part), qUtf8Printable(parsed.error));
    QTEST(parsed.errorCode, "code");
}

void TestQuery::checkpointsReachBeyondTheLimitOfOffsets()
{
    QVERIFY(Demo::parseOrganizationQuery("take=50&page=1000").error.isEmpty());
    QVERIFY(!Demo::parseOrganizationQuery("page=1000").error.isEmpty());
}

QTEST_APPLESS_MAIN(TestQuery)
#include "tst_query.moc"
