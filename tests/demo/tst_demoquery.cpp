// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/query.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class tst_DemoQuery final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatIsGood_data();
    void readsWhatIsGood();
    void refusesInTheWordsOfTheApi_data();
    void refusesInTheWordsOfTheApi();
};

void tst_DemoQuery::readsWhatIsGood_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Demo::Query>("query");

    QTest::newRow("defaults") << QByteArray() << Demo::Query{0, 50, false, {}};
    QTest::newRow("all four") << QByteArray(
        "page=2&per_page=25&include_totals=true&is_enabled=false")
                              << Demo::Query{2, 25, true, false};
    QTest::newRow("edges") << QByteArray("page=0&per_page=100&is_enabled=true")
                           << Demo::Query{0, 100, false, true};
    QTest::newRow("one row") << QByteArray("per_page=1") << Demo::Query{0, 1, false, {}};
    QTest::newRow("percent-encoded name")
        << QByteArray("per%5Fpage=7") << Demo::Query{0, 7, false, {}};
    QTest::newRow("empty pairs") << QByteArray("&&page=1&") << Demo::Query{1, 50, false, {}};
    QTest::newRow("a page beyond all numbers") << QByteArray("page=99999999999999999999999")
                                               << Demo::Query{1'000'000'000'000'000, 50, false, {}};
}

void tst_DemoQuery::readsWhatIsGood()
{
    QFETCH(QByteArray, text);
    const Demo::ParsedQuery parsed = Demo::parseQuery(text);
    QCOMPARE(parsed.error, QString());
    QTEST(parsed.query, "query");
}

void tst_DemoQuery::refusesInTheWordsOfTheApi_data()
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

void tst_DemoQuery::refusesInTheWordsOfTheApi()
{
    QFETCH(QByteArray, text);
    QTEST(Demo::parseQuery(text).error, "error");
}

QTEST_APPLESS_MAIN(tst_DemoQuery)
#include "tst_demoquery.moc"
