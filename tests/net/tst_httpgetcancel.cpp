// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "httpgettesting.h"
#include "rawserver.h"

#include <QPointer>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace HttpGetTesting;
using Kind = Vestibule::ApiError::Kind;

namespace {

//! Where a request stands when it is given up.
enum class Moment { AtOnce, Connected, InTheHead, InTheBody, WaitingToRetry, Answered };

const QByteArray Halves = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc";

} // namespace
Q_DECLARE_METATYPE(Moment)

//! Who gives a request up hears nothing more of it, and neither does the server.
class TestHttpGetCancel final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void cancelEndsTheWork_data() { moments(); }
    void cancelEndsTheWork();
    void droppingEndsTheWork_data() { moments(); }
    void droppingEndsTheWork();
    void dropInsideOwnSignal();
    void dropInsideRetrySignal();
    void cancelTwice();
    void resultStaysAfterALateCancel();
    void finishedComesFromTheEventLoop();
    void managerDiesWhileAReplyIsUnderWay();
    void managerDiesWhileARetryIsWaited();
    void managerOutlivedByACancelledReply();
    void cancelWhileTheTransferFails();

private:
    static void moments();
    //! Makes the server's answers for \a moment, and waits until it has come.
    static RawServer::Answer answerFor(Moment moment);
    static bool reach(Moment moment, const RawServer &server, ReplyBase &reply);
};

void TestHttpGetCancel::moments()
{
    QTest::addColumn<Moment>("moment");
    QTest::newRow("at once") << Moment::AtOnce;
    QTest::newRow("when the request has arrived") << Moment::Connected;
    QTest::newRow("within the head") << Moment::InTheHead;
    QTest::newRow("within the body") << Moment::InTheBody;
    QTest::newRow("while a retry is waited for") << Moment::WaitingToRetry;
    QTest::newRow("when it has been answered") << Moment::Answered;
}

RawServer::Answer TestHttpGetCancel::answerFor(Moment moment)
{
    switch (moment) {
    case Moment::AtOnce:
    case Moment::Connected:
        return RawServer::sending({});
    case Moment::InTheHead:
        return RawServer::sending("HTTP/1.1 200 OK\r\nContent-L");
    case Moment::InTheBody:
        return RawServer::sending(Halves);
    case Moment::WaitingToRetry:
        return RawServer::sending(RawServer::http("429 Slow", "{}", "Retry-After: 1\r\n"));
    case Moment::Answered:
        return RawServer::sending(RawServer::http("200 OK", "{}"));
    }
    Q_UNREACHABLE();
}

bool TestHttpGetCancel::reach(Moment moment, const RawServer &server, ReplyBase &reply)
{
    QSignalSpy finished(&reply, &ReplyBase::finished);
    QSignalSpy retry(&reply, &ReplyBase::retryScheduled);
    switch (moment) {
    case Moment::AtOnce:
        return true;
    case Moment::Connected:
    case Moment::InTheHead:
    case Moment::InTheBody:
        if (!QTest::qWaitFor([&] { return server.heads().size() == 1; }))
            return false;
        QCoreApplication::processEvents();
        return finished.isEmpty();
    case Moment::WaitingToRetry:
        return retry.wait();
    case Moment::Answered:
        return finished.wait();
    }
    Q_UNREACHABLE();
}

void TestHttpGetCancel::cancelEndsTheWork()
{
    QFETCH(Moment, moment);
    RawServer server(answerFor(moment));
    QNetworkAccessManager manager;
    const auto reply = get(manager, requestTo(server.domain()), quick());
    QVERIFY(reach(moment, server, *reply));
    const qsizetype requests = server.heads().size();
    QSignalSpy finished(reply.get(), &ReplyBase::finished);
    QSignalSpy retry(reply.get(), &ReplyBase::retryScheduled);
    reply->cancel();
    const bool isUnderWay =
        moment == Moment::Connected || moment == Moment::InTheHead || moment == Moment::InTheBody;
    if (isUnderWay)
        QTRY_COMPARE(server.closedConnections(), 1);
    QTest::qWait(moment == Moment::WaitingToRetry ? 1100 : 20); // the wait that was promised
    QCOMPARE(finished.size(), 0);
    QCOMPARE(retry.size(), 0);
    if (moment != Moment::AtOnce) // then it may have left already: Qt sends from another thread
        QCOMPARE(server.heads().size(), requests);
}

void TestHttpGetCancel::droppingEndsTheWork()
{
    QFETCH(Moment, moment);
    RawServer server(answerFor(moment));
    QNetworkAccessManager manager;
    auto reply = get(manager, requestTo(server.domain()), quick());
    QVERIFY(reach(moment, server, *reply));
    const qsizetype requests = server.heads().size();
    const QPointer<ReplyBase> watched = reply.get();
    QSignalSpy finished(reply.get(), &ReplyBase::finished);
    reply.reset();
    QTRY_VERIFY(!watched);
    const bool isUnderWay =
        moment == Moment::Connected || moment == Moment::InTheHead || moment == Moment::InTheBody;
    if (isUnderWay)
        QTRY_COMPARE(server.closedConnections(), 1);
    QCOMPARE(finished.size(), 0);
    if (moment != Moment::AtOnce) // then it may have left already: Qt sends from another thread
        QCOMPARE(server.heads().size(), requests);
    QVERIFY(manager.findChildren<QNetworkReply *>().isEmpty());
}

void TestHttpGetCancel::dropInsideOwnSignal()
{
    RawServer server(RawServer::sending(RawServer::http("200 OK", "{}")));
    QNetworkAccessManager manager;
    auto reply = get(manager, requestTo(server.domain()));
    bool isDropped = false;
    connect(reply.get(), &ReplyBase::finished, this, [&] {
        reply.reset();
        isDropped = true;
    });
    QTRY_VERIFY(isDropped);
}

void TestHttpGetCancel::dropInsideRetrySignal()
{
    RawServer server(RawServer::sending(RawServer::http("500 Oops", "{}")));
    QNetworkAccessManager manager;
    auto reply = get(manager, requestTo(server.domain()), quick());
    const QPointer<ReplyBase> watched = reply.get();
    connect(reply.get(), &ReplyBase::retryScheduled, this, [&] { reply.reset(); });
    QTRY_VERIFY(!watched);
    QCOMPARE(server.heads().size(), 1);
}

void TestHttpGetCancel::cancelTwice()
{
    RawServer server(RawServer::sending({}));
    QNetworkAccessManager manager;
    const auto reply = get(manager, requestTo(server.domain()));
    reply->cancel();
    reply->cancel();
    QVERIFY(manager.findChildren<QNetworkReply *>().size() <= 1);
}

void TestHttpGetCancel::resultStaysAfterALateCancel()
{
    RawServer server(RawServer::sending(RawServer::http("200 OK", "abc")));
    QNetworkAccessManager manager;
    const auto reply = get(manager, requestTo(server.domain()));
    QVERIFY(waitForFinished(reply));
    reply->cancel();
    QCOMPARE(*reply->result(), QByteArray("abc"));
}

void TestHttpGetCancel::finishedComesFromTheEventLoop()
{
    RawServer server(RawServer::sending(RawServer::http("200 OK", "abc")));
    QNetworkAccessManager manager;
    const auto reply = get(manager, requestTo(server.domain()));
    QSignalSpy finished(reply.get(), &ReplyBase::finished); // would have missed an earlier one
    QTRY_COMPARE(finished.size(), 1);
    QTest::qWait(20);
    QCOMPARE(finished.size(), 1);
}

void TestHttpGetCancel::managerDiesWhileAReplyIsUnderWay()
{
    for (const QByteArray &wire : {QByteArray(), Halves}) {
        RawServer server(RawServer::sending(wire));
        auto manager = std::make_unique<QNetworkAccessManager>();
        const auto reply = get(*manager, requestTo(server.domain()), quick());
        QSignalSpy finished(reply.get(), &ReplyBase::finished);
        QTRY_COMPARE(server.heads().size(), 1);
        QCoreApplication::processEvents();
        manager.reset();
        QCOMPARE(finished.size(), 0);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(reply->result().error().kind, Kind::Offline);
        QTRY_COMPARE(server.closedConnections(), 1);
    }
}

void TestHttpGetCancel::managerDiesWhileARetryIsWaited()
{
    RawServer server(RawServer::sending(RawServer::http("500 Oops", "{}")));
    auto manager = std::make_unique<QNetworkAccessManager>();
    const auto reply = get(*manager, requestTo(server.domain()), quick());
    QSignalSpy retry(reply.get(), &ReplyBase::retryScheduled);
    QVERIFY(retry.wait());
    manager.reset();
    QVERIFY(waitForFinished(reply));
    QCOMPARE(reply->result().error().kind, Kind::Offline);
    QCOMPARE(server.heads().size(), 1);
}

void TestHttpGetCancel::managerOutlivedByACancelledReply()
{
    RawServer server(RawServer::sending({}));
    auto manager = std::make_unique<QNetworkAccessManager>();
    auto reply = get(*manager, requestTo(server.domain()));
    QSignalSpy finished(reply.get(), &ReplyBase::finished);
    QTRY_COMPARE(server.heads().size(), 1);
    reply->cancel();
    manager.reset();
    QTest::qWait(20);
    QCOMPARE(finished.size(), 0);
    reply.reset();
}

//! Qt tells of a failure before the reply has finished, and warns of a second failure.
void TestHttpGetCancel::cancelWhileTheTransferFails()
{
    RawServer server(RawServer::sending(RawServer::http("401 Unauthorized", "{}")));
    QNetworkAccessManager manager;
    auto reply = get(manager, requestTo(server.domain()));
    auto *transfer = manager.findChild<QNetworkReply *>();
    QVERIFY(transfer);
    bool isCancelled = false;
    connect(transfer, &QNetworkReply::errorOccurred, this, [&] {
        reply.reset();
        isCancelled = true;
    });
    QTRY_VERIFY(isCancelled);
    QTest::qWait(20);
}

QTEST_GUILESS_MAIN(TestHttpGetCancel)
#include "tst_httpgetcancel.moc"
