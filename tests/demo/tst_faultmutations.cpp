// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/tenant.h"

#include "democlient.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! Each fault that changes a good answer does what its description says.
class TestFaultMutations final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_tenant.start()); }
    void init();
    void mutatesRows_data();
    void mutatesRows();
    void mutatesTheEnvelope();
    void growsByOneWithEveryRequest();
    void expiresBetweenPages();
    void unknownOrganizationIsEmpty();
    void severalFaultsWorkTogether();
    void shrinksByOneWithEveryRequest();
    void movesRowsBetweenPages();
    void mutatesTheBytes_data();
    void mutatesTheBytes();
    void mutatesOrganizationsToo_data();
    void mutatesOrganizationsToo();
    void repeatsNextForEver();
    void truncatedEndsEarly();
    void stallSendsHalfAndWaits();
    void slowTakesItsTime();

private:
    QJsonArray rows(const QString &fault, const QByteArray &query = "include_totals=true");

    Demo::Tenant m_tenant;
};

QJsonArray TestFaultMutations::rows(const QString &fault, const QByteArray &query)
{
    m_tenant.setFaults({fault});
    return DemoClient(m_tenant).list(query).object().value("connections"_L1).toArray();
}

void TestFaultMutations::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_tenant.setFaults({});
}

void TestFaultMutations::mutatesRows_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<std::function<bool(QJsonArray)>>("isMutated");
    using Check = std::function<bool(QJsonArray)>;
    QTest::newRow("missing id") << u"missing-id"_s << Check([](const QJsonArray &rows) {
        return rows.size() == 10 && !rows.at(5).toObject().contains("connection_id"_L1)
            && rows.at(4).toObject().contains("connection_id"_L1);
    });
    QTest::newRow("null") << u"null-values"_s << Check([](const QJsonArray &rows) {
        const QJsonObject row = rows.at(0).toObject();
        return row.value("is_enabled"_L1).isNull()
            && row.value("organization_access_level"_L1).isNull()
            && row.value("organization_connection_name"_L1).isNull()
            && rows.at(1).toObject().value("is_enabled"_L1).isBool();
    });
    QTest::newRow("unknown") << u"unknown-values"_s << Check([](const QJsonArray &rows) {
        const QJsonObject row = rows.at(0).toObject();
        return row.value("organization_access_level"_L1) == "superuser"_L1
            && row.value("organization_member_access_level"_L1) == "guest"_L1
            && row.value("connection"_L1).toObject().value("strategy"_L1) == "quantum-id"_L1
            && row.value("provisioning"_L1).isObject();
    });
    QTest::newRow("missing connection")
        << u"missing-connection"_s << Check([](const QJsonArray &rows) {
               return !rows.at(0).toObject().contains("connection"_L1)
                   && rows.at(1).toObject().contains("connection"_L1);
           });
    QTest::newRow("short") << u"short-page"_s
                           << Check([](const QJsonArray &rows) { return rows.size() == 9; });
    QTest::newRow("duplicate") << u"duplicate-row"_s << Check([](const QJsonArray &rows) {
        return rows.size() == 10 && rows.at(0) == rows.at(1) && rows.at(1) != rows.at(2);
    });
    QTest::newRow("hostile") << u"hostile-names"_s << Check([](const QJsonArray &rows) {
        QString all;
        for (const QJsonValue &row : rows) {
            all += row.toObject().value("connection"_L1).toObject().value("name"_L1).toString();
        }
        return all.contains("<img src=x"_L1) && all.contains(QChar(0x202e))
            && all.contains("=HYPERLINK("_L1) && all.contains("@SUM"_L1) && all.contains(QChar(0))
            && all.size() > 4000;
    });
}

void TestFaultMutations::mutatesRows()
{
    QFETCH(QString, fault);
    using Check = std::function<bool(QJsonArray)>;
    QFETCH(Check, isMutated);
    QVERIFY2(!isMutated(rows(u"growing"_s)), "without the fault");
    QVERIFY(isMutated(rows(fault)));
}

void TestFaultMutations::mutatesTheEnvelope()
{
    DemoClient client(m_tenant);
    m_tenant.setFaults({u"wrong-shape"_s});
    for (const QByteArray query : {"include_totals=true", "include_totals=false"}) {
        const QJsonObject wrong = client.list(query).object();
        QVERIFY(!wrong.isEmpty());
        QVERIFY(!wrong.contains("connections"_L1));
    }
    m_tenant.setFaults({u"no-totals"_s});
    QCOMPARE(client.list("include_totals=true").array().size(), 10);
    m_tenant.setFaults({u"fractional-total"_s});
    QVERIFY(client.list("include_totals=true").body.endsWith("\"total\":10.0}"));
}

void TestFaultMutations::growsByOneWithEveryRequest()
{
    m_tenant.setFaults({u"growing"_s});
    DemoClient client(m_tenant);
    for (int i = 0; i < 3; ++i) {
        const QJsonObject page = client.list("include_totals=true").object();
        QCOMPARE(page.value("total"_L1).toInt(), 10 + i);
        QCOMPARE(page.value("connections"_L1).toArray().size(), 10 + i);
    }
}

void TestFaultMutations::expiresBetweenPages()
{
    m_tenant.setFaults({u"expires-between-pages"_s});
    DemoClient client(m_tenant);
    QCOMPARE(client.list("page=0", 1).status, 200);
    QCOMPARE(client.list("page=1", 1).status, 401);
}

void TestFaultMutations::unknownOrganizationIsEmpty()
{
    m_tenant.setFaults({u"unknown-organization-empty"_s});
    const RawAnswer answer =
        DemoClient(m_tenant).get("/api/v2/organizations/org_none/connections",
                                 "Authorization: Bearer " + m_tenant.accessToken());
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, "[]");
}

void TestFaultMutations::severalFaultsWorkTogether()
{
    m_tenant.setFaults({u"short-page"_s, u"fractional-total"_s, u"rate-limit-once"_s});
    DemoClient client(m_tenant);
    QCOMPARE(client.list("include_totals=true").status, 429);
    const RawAnswer answer = client.list("include_totals=true");
    QVERIFY(answer.body.endsWith("\"total\":10.0}"));
    QCOMPARE(answer.object().value("connections"_L1).toArray().size(), 9);
}

void TestFaultMutations::shrinksByOneWithEveryRequest()
{
    m_tenant.setFaults({u"shrinking"_s});
    DemoClient client(m_tenant);
    for (int i = 0; i < 12; ++i) {
        const QJsonObject page = client.list("include_totals=true").object();
        QCOMPARE(page.value("total"_L1).toInt(), qMax(0, 10 - i));
    }
}

void TestFaultMutations::movesRowsBetweenPages()
{
    DemoClient client(m_tenant);
    const QJsonArray all = client.list("per_page=10").array();
    m_tenant.setFaults({u"moving"_s});
    const QJsonObject first = client.list("per_page=4&include_totals=true").object();
    const QJsonObject second = client.list("per_page=4&include_totals=true&page=1").object();
    QCOMPARE(first.value("total"_L1).toInt(), 10);
    QCOMPARE(second.value("total"_L1).toInt(), 10);
    const QJsonArray rows = second.value("connections"_L1).toArray();
    QCOMPARE(rows.size(), 4);
    QCOMPARE(rows.at(0), first.value("connections"_L1).toArray().at(3));
    QCOMPARE(rows.at(1), all.at(5)); // the row between them is missing
}

void TestFaultMutations::mutatesTheBytes_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("not utf-8") << u"not-utf8"_s << QByteArray("\"name\":\"caf\xe9 ");
    QTest::newRow("bom") << u"bom"_s << QByteArray("\xef\xbb\xbf[{");
    QTest::newRow("garbage") << u"trailing-garbage"_s
                             << QByteArray("}]\n-- served by proxy 7 --\n");
}

void TestFaultMutations::mutatesTheBytes()
{
    QFETCH(QString, fault);
    QFETCH(QByteArray, bytes);
    DemoClient client(m_tenant);
    const QByteArray header = "Authorization: Bearer " + m_tenant.accessToken();
    QVERIFY(!client.list("").body.contains(bytes));
    m_tenant.setFaults({fault});
    for (const QByteArray &target : {client.target(0), QByteArray("/api/v2/organizations")}) {
        const RawAnswer answer = client.get(target, header);
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.complete);
        QVERIFY2(answer.body.contains(bytes), answer.body.left(200).constData());
    }
}

void TestFaultMutations::mutatesOrganizationsToo_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("null") << u"null-values"_s << QByteArray("\"display_name\":null");
    QTest::newRow("hostile") << u"hostile-names"_s << QByteArray("\"name\":\"<img src=x");
    QTest::newRow("shape") << u"wrong-shape"_s << QByteArray("{\"rows\":[");
    QTest::newRow("unknown") << u"unknown-values"_s << QByteArray("\"weight\":0.25");
    QTest::newRow("total") << u"fractional-total"_s << QByteArray("\"total\":5.0}");
    QTest::newRow("no id") << u"missing-id"_s << QByteArray("},{\"name\":\"");
}

void TestFaultMutations::mutatesOrganizationsToo()
{
    QFETCH(QString, fault);
    QFETCH(QByteArray, bytes);
    DemoClient client(m_tenant);
    const QByteArray target = "/api/v2/organizations?include_totals=true";
    const QByteArray header = "Authorization: Bearer " + m_tenant.accessToken();
    QVERIFY(!client.get(target, header).body.contains(bytes));
    m_tenant.setFaults({fault});
    const QByteArray body = client.get(target, header).body;
    QVERIFY2(body.contains(bytes), body.constData());
}

void TestFaultMutations::repeatsNextForEver()
{
    m_tenant.setFaults({u"repeats-next"_s});
    DemoClient client(m_tenant);
    const QByteArray header = "Authorization: Bearer " + m_tenant.accessToken();
    QByteArray target = "/api/v2/organizations?take=2";
    QSet<QString> seen;
    for (int i = 0; i < 5; ++i) {
        const QString next = client.get(target, header).object().value("next"_L1).toString();
        QVERIFY(!next.isEmpty());
        seen.insert(next);
        target = "/api/v2/organizations?take=2&from=" + next.toLatin1();
    }
    QCOMPARE(seen.size(), 1);
}

void TestFaultMutations::truncatedEndsEarly()
{
    m_tenant.setFaults({u"truncated"_s});
    DemoClient client(m_tenant);
    const RawAnswer answer = client.list("include_totals=true");
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.closed);
    QVERIFY(!answer.complete);
    QCOMPARE(answer.body.size(), answer.headers.value("content-length").toLongLong() / 2);
}

void TestFaultMutations::stallSendsHalfAndWaits()
{
    m_tenant.setFaults({u"stall-in-body"_s});
    const RawAnswer answer = DemoClient(m_tenant).list("include_totals=true", 0, 300);
    QCOMPARE(answer.status, 200);
    QVERIFY(!answer.closed);
    QCOMPARE(answer.body.size(), answer.headers.value("content-length").toLongLong() / 2);
}

void TestFaultMutations::slowTakesItsTime()
{
    m_tenant.setFaults({u"slow"_s});
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(DemoClient(m_tenant).list("").status, 200);
    QVERIFY(timer.elapsed() >= 800);
}

QTEST_GUILESS_MAIN(TestFaultMutations)
#include "tst_faultmutations.moc"
