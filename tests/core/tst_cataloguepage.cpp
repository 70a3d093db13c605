// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/cataloguepage.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

QByteArray rows(int count)
{
    QByteArrayList rows;
    for (int i = 0; i < count; ++i)
        rows.append(R"({"id":"con_)" + QByteArray::number(i) + R"("})");
    return '[' + rows.join(',') + ']';
}

} // namespace

class TestCataloguePage final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyThreeFieldsAreKept();
    void whereItGoesOn_data();
    void whereItGoesOn();
    void whatIsNoList_data();
    void whatIsNoList();
};

void TestCataloguePage::onlyThreeFieldsAreKept()
{
    const auto page = parseCataloguePage(R"({"connections":[
        {"id":"con_1","name":"acme-okta","strategy":"okta","display_name":"Acme",
         "options":{"client_secret":"hush"},"enabled_clients":["c"]},
        {"id":"con_2","name":null},
        {"id":"con_3","name":"","strategy":"new-one"}],"next":"abc","future":{}})");
    QVERIFY(page.has_value());
    QCOMPARE(
        page->items,
        QList<TenantConnection>({{.id = u"con_1"_s, .name = u"acme-okta"_s, .strategy = u"okta"_s},
                                 {.id = u"con_2"_s},
                                 {.id = u"con_3"_s, .name = u""_s, .strategy = u"new-one"_s}}));
    QCOMPARE(page->next, u"abc"_s);
    QVERIFY(!page->isCutOff);
}

void TestCataloguePage::whereItGoesOn_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("next");
    QTest::addColumn<bool>("isCutOff");
    QTest::newRow("last page") << R"({"connections":[]})"_ba << 0 << QString() << false;
    QTest::newRow("full page") << R"({"connections":)" + rows(100) + R"(,"next":"x"})" << 100
                               << u"x"_s << false;
    QTest::newRow("empty page in the middle")
        << R"({"connections":[],"next":"y"})"_ba << 0 << u"y"_s << false;
    QTest::newRow("short array") << rows(49) << 49 << QString() << false;
    QTest::newRow("array as long as a page") << rows(50) << 50 << QString() << true;
    QTest::newRow("array of another length") << rows(237) << 237 << QString() << true;
    QTest::newRow("total says more")
        << R"({"connections":[{"id":"a"}],"start":0,"limit":1,"total":2})"_ba << 1 << QString()
        << true;
    QTest::newRow("total is reached")
        << R"({"connections":[{"id":"a"}],"start":0,"limit":50,"total":1.0})"_ba << 1 << QString()
        << false;
}

void TestCataloguePage::whereItGoesOn()
{
    QFETCH(QByteArray, body);
    const auto page = parseCataloguePage(body);
    QVERIFY(page.has_value());
    QTEST(int(page->items.size()), "count");
    QTEST(page->next, "next");
    QTEST(page->isCutOff, "isCutOff");
}

void TestCataloguePage::whatIsNoList_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("detail");
    QTest::newRow("another key") << R"({"organizations":[]})"_ba
                                 << u"the list of connections is missing"_s;
    QTest::newRow("no array") << R"({"connections":{}})"_ba
                              << u"the list of connections is missing"_s;
    QTest::newRow("no id") << R"({"connections":[{"id":"a"},{"name":"b"}]})"_ba
                           << u"connection 2 has no ID"_s;
    QTest::newRow("empty id") << R"({"connections":[{"id":""}]})"_ba << u"connection 1 has no ID"_s;
    QTest::newRow("row is no object")
        << R"({"connections":["con_1"]})"_ba << u"connection 1 has no ID"_s;
    QTest::newRow("name is a number") << R"({"connections":[{"id":"a","name":1}]})"_ba
                                      << u"the name or strategy of connection 1 is not text"_s;
    QTest::newRow("strategy is an object") << R"({"connections":[{"id":"a","strategy":{}}]})"_ba
                                           << u"the name or strategy of connection 1 is not text"_s;
    QTest::newRow("more than were requested") << R"({"connections":)" + rows(101)
            + R"(,"next":"x"})" << u"more connections came than were requested"_s;
}

void TestCataloguePage::whatIsNoList()
{
    QFETCH(QByteArray, body);
    const auto page = parseCataloguePage(body);
    QVERIFY(!page.has_value());
    QCOMPARE(page.error().kind, ApiError::Kind::BadPayload);
    QTEST(page.error().detail, "detail");
    QVERIFY(!parseCataloguePage("not JSON").has_value());
}

QTEST_APPLESS_MAIN(TestCataloguePage)
#include "tst_cataloguepage.moc"
