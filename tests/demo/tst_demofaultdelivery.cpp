// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/tenant.h"

#include "democlient.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! Each fault that changes how an answer travels does what its line says.
class tst_DemoFaultDelivery final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_tenant.start()); }
    void init();
    void truncatedEndsEarly();
    void stallSendsHalfAndWaits();
    void hangAnswersNothing();
    void dropClosesWithoutAWord();
    void tooLargeGoesOnUntilTheEnd();
    void gzipBombIsAnArchiveBombToQt();
    void slowTakesItsTime();

private:
    Demo::Tenant m_tenant;
};

void tst_DemoFaultDelivery::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_tenant.setFaults({});
    m_tenant.clearRequests();
}

void tst_DemoFaultDelivery::truncatedEndsEarly()
{
    m_tenant.setFaults({u"truncated"_s});
    DemoClient client(m_tenant);
    const RawAnswer answer = client.list("include_totals=true");
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.closed);
    QVERIFY(!answer.complete);
    QCOMPARE(answer.body.size(), answer.headers.value("content-length").toLongLong() / 2);
}

void tst_DemoFaultDelivery::stallSendsHalfAndWaits()
{
    m_tenant.setFaults({u"stall-in-body"_s});
    const RawAnswer answer = DemoClient(m_tenant).list("include_totals=true", 0, 300);
    QCOMPARE(answer.status, 200);
    QVERIFY(!answer.closed);
    QCOMPARE(answer.body.size(), answer.headers.value("content-length").toLongLong() / 2);
}

void tst_DemoFaultDelivery::hangAnswersNothing()
{
    m_tenant.setFaults({u"hang"_s});
    const RawAnswer answer = DemoClient(m_tenant).list("", 0, 300);
    QCOMPARE(answer.status, 0);
    QVERIFY(!answer.closed);
    QCOMPARE(m_tenant.requests().size(), 1);
}

void tst_DemoFaultDelivery::dropClosesWithoutAWord()
{
    m_tenant.setFaults({u"drop"_s});
    const RawAnswer answer = DemoClient(m_tenant).list("");
    QCOMPARE(answer.status, 0);
    QVERIFY(answer.closed);
}

void tst_DemoFaultDelivery::tooLargeGoesOnUntilTheEnd()
{
    m_tenant.setFaults({u"too-large"_s});
    DemoClient client(m_tenant);
    const RawAnswer first = client.list("", 0, 200);
    QCOMPARE(first.status, 200);
    QCOMPARE(first.headers.value("transfer-encoding"), "chunked");
    QVERIFY(first.body.size() > 16 * 1024 * 1024);
    QVERIFY(first.body.size() < 70 * 1024 * 1024);
    QVERIFY(first.body.endsWith("\r\n0\r\n\r\n"));
    QVERIFY(first.body.contains("{\"connections\":[{\"connection_id\":\"con_0"));
}

void tst_DemoFaultDelivery::gzipBombIsAnArchiveBombToQt()
{
    m_tenant.setFaults({u"gzip-bomb"_s});
    DemoClient client(m_tenant);
    const RawAnswer answer = client.list("", 0, 10'000);
    QCOMPARE(answer.headers.value("content-encoding"), "gzip");
    QVERIFY(answer.body.size() < 200'000);

    QNetworkAccessManager manager;
    QNetworkRequest request(
        QUrl(u"http://"_s + m_tenant.domain() + QString::fromLatin1(client.target(0))));
    const std::unique_ptr<QNetworkReply> reply(manager.get(request));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    QVERIFY(finished.wait(10'000));
    // Qt's own protection: "Decompression failed".
    QCOMPARE(reply->error(), QNetworkReply::UnknownContentError);
    QVERIFY(reply->readAll().size() < 20'000'000);
}

void tst_DemoFaultDelivery::slowTakesItsTime()
{
    m_tenant.setFaults({u"slow"_s});
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(DemoClient(m_tenant).list("").status, 200);
    QVERIFY(timer.elapsed() >= 800);
}

QTEST_GUILESS_MAIN(tst_DemoFaultDelivery)
#include "tst_demofaultdelivery.moc"
