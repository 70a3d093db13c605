// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "../net/rawserver.h"
#include "net/managementclient.h"

#include <QNetworkAccessManager>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using namespace std::chrono_literals;

namespace {

const QByteArray Body =
    R"({"connections":[{"connection_id":"con_1","is_enabled":true,"connection":{"name":"a"}},)"
    R"({"connection_id":"con_2","is_enabled":false}],"start":0,"limit":50,"total":2})";

QByteArray withLength()
{
    return RawServer::http("200 OK", Body, "Content-Type: application/json\r\n");
}

//! In chunks of 16 bytes, as a tenant sends.
QByteArray inChunks()
{
    QByteArray answer =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
    for (qsizetype at = 0; at < Body.size(); at += 16) {
        const QByteArray chunk = Body.mid(at, 16);
        answer += QByteArray::number(chunk.size(), 16) + "\r\n" + chunk + "\r\n";
    }
    return answer + "0\r\n\r\n";
}

} // namespace

//! Answers that end, or are wrong, at every byte.
class TestByteFaults final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void cutAnywhereIsAnErrorOrTheWholePage_data();
    void cutAnywhereIsAnErrorOrTheWholePage();
    void oneWrongByteAnywhereIsNoCrash();

private:
    [[nodiscard]] Result<ConnectionPage> read(const QByteArray &bytes);
};

Result<ConnectionPage> TestByteFaults::read(const QByteArray &bytes)
{
    RawServer server(RawServer::closingAfter(bytes));
    QNetworkAccessManager manager;
    ManagementClient client(
        manager, {.domain = server.domain(), .token = *AccessToken::fromText(u"a.b.c"_s)},
        {.request = {.timeout = 2s},
         .retry = {.serverTries = 1, .timeoutTries = 1, .closedTries = 1}});
    const auto reply = client.fetchPage({.organizationId = u"org_1"_s});
    QSignalSpy finished(reply.get(), &ReplyBase::finished);
    if (!finished.wait(10'000))
        qFatal("no finished() after a broken answer");
    return reply->result();
}

void TestByteFaults::cutAnywhereIsAnErrorOrTheWholePage_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("with its length") << withLength();
    QTest::newRow("in chunks") << inChunks();
}

void TestByteFaults::cutAnywhereIsAnErrorOrTheWholePage()
{
    QFETCH(QByteArray, answer);
    const auto whole = read(answer);
    QVERIFY(whole.has_value());
    QCOMPARE(whole->items.size(), 2);
    int pages = 0;
    for (qsizetype length = 0; length < answer.size(); ++length) {
        const auto result = read(answer.first(length));
        if (!result)
            continue;
        ++pages;
        QVERIFY2(result->items == whole->items, qPrintable(QString::number(length)));
    }
    QVERIFY2(pages <= 8, "only the last bytes, after the JSON, may be missing");
}

void TestByteFaults::oneWrongByteAnywhereIsNoCrash()
{
    const QByteArray answer = withLength();
    for (qsizetype at = 0; at < answer.size(); ++at) {
        QByteArray wrong = answer;
        wrong[at] = char(wrong.at(at) ^ 0x15);
        const auto result = read(wrong);
        QVERIFY(!result || result->items.size() <= 2);
    }
}

QTEST_GUILESS_MAIN(TestByteFaults)
#include "tst_bytefaults.moc"
