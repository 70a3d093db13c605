// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/organizationquery.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class tst_DemoOrganizationQuery final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatIsGood();
    void refusesInTheWordsOfTheApi_data();
    void refusesInTheWordsOfTheApi();
    void checkpointsReachBeyondTheLimitOfOffsets();
};

void tst_DemoOrganizationQuery::readsWhatIsGood()
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

void tst_DemoOrganizationQuery::refusesInTheWordsOfTheApi_data()
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

void tst_DemoOrganizationQuery::refusesInTheWordsOfTheApi()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, part);
    const Demo::ParsedOrganizationQuery parsed = Demo::parseOrganizationQuery(text);
    QVERIFY2(parsed.error.contains(part), qUtf8Printable(parsed.error));
    QTEST(parsed.errorCode, "code");
}

void tst_DemoOrganizationQuery::checkpointsReachBeyondTheLimitOfOffsets()
{
    QVERIFY(Demo::parseOrganizationQuery("take=50&page=1000").error.isEmpty());
    QVERIFY(!Demo::parseOrganizationQuery("page=1000").error.isEmpty());
}

QTEST_APPLESS_MAIN(tst_DemoOrganizationQuery)
#include "tst_demoorganizationquery.moc"
