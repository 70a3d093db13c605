// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/organizationjson.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class tst_OrganizationJson final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
};

void tst_OrganizationJson::reads_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<OrganizationPage>("expected");
    const Organization acme{.id = u"org_1"_s, .name = u"acme"_s, .displayName = u"Acme Öl"_s};
    const Organization bare{.id = u"org_2"_s};
    const QByteArray part = R"({"organizations":[
        {"id":"org_1","name":"acme","display_name":"Acme Öl","metadata":{}},{"id":"org_2"}],
        "next":"abc"})";
    QTest::newRow("a part") << part << OrganizationPage{.items = {acme, bare}, .next = u"abc"_s};
    QTest::newRow("the last part")
        << R"({"organizations":[{"id":"org_2"}]})"_ba << OrganizationPage{.items = {bare}};
    QTest::newRow("none") << R"({"organizations":[],"next":null})"_ba << OrganizationPage{};
    QTest::newRow("a bare array") << R"([{"id":"org_2","name":null}])"_ba
                                  << OrganizationPage{.items = {bare}};
}

void tst_OrganizationJson::reads()
{
    QFETCH(QByteArray, body);
    QFETCH(OrganizationPage, expected);
    const auto page = parseOrganizationPage(body);
    QVERIFY(page);
    QCOMPARE(*page, expected);
}

void tst_OrganizationJson::refuses_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("detail");
    const QString noList = u"the answer has no list of organizations"_s;
    const QString noId = u"organization 2 has no id"_s;
    QTest::newRow("empty") << QByteArray() << u"the answer is empty"_s;
    QTest::newRow("another object") << R"({"connections":[]})"_ba << noList;
    QTest::newRow("no list") << R"({"organizations":{"id":"org_1"}})"_ba << noList;
    QTest::newRow("no id") << R"([{"id":"org_1"},{"name":"acme"}])"_ba << noId;
    QTest::newRow("an empty id") << R"({"organizations":[{"id":"org_1"},{"id":""}]})"_ba << noId;
    QTest::newRow("not even an object") << R"([{"id":"org_1"},"org_2"])"_ba << noId;
}

void tst_OrganizationJson::refuses()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, detail);
    const auto page = parseOrganizationPage(body);
    QVERIFY(!page);
    QCOMPARE(page.error().kind, ApiError::Kind::BadPayload);
    QCOMPARE(page.error().detail, detail);
}

QTEST_APPLESS_MAIN(tst_OrganizationJson)
#include "tst_organizationjson.moc"
