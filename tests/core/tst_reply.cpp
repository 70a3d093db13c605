// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/reply.h"

#include <QCoreApplication>
#include <QEvent>
#include <QPointer>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using namespace std::chrono_literals;

namespace {

//! A reply that finishes when the test says so.
class ManualReply final : public Reply<int> {
public:
    using Reply::finish;
    using Reply::Reply;

    int aborted = 0;
    bool finishesWhenAborted = false;

private:
    void abortWork() override
    {
        ++aborted;
        if (finishesWhenAborted)
            finish(-1);
    }
};

void deliver()
{
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

} // namespace

class TestReply final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void finishedComesFromTheEventLoop();
    void finishedComesOnce();
    void theFirstResultCounts();
    void aFailureIsAResult();
    void cancelBeforeFinishIsSilent();
    void cancelAfterFinishIsSilent();
    void cancelAfterFinishedIsHarmless();
    void workIsAbortedOnce();
    void finishInsideAbortIsSilent();
    void cancelSilencesRetries();
    void droppingCancels();
    void reassigningCancelsTheLast();
    void droppingInsideItsOwnSignalIsSafe();
    void droppingInsideTheRetrySignalIsSafe();
    void replacingInsideItsOwnSignalIsSafe();
    void anEmptyPointerMayBeDropped();
};

void TestReply::finishedComesFromTheEventLoop()
{
    ManualReply reply;
    QSignalSpy finished(&reply, &ReplyBase::finished);
    reply.finish(7);
    QCOMPARE(finished.size(), 0);
    deliver();
    QCOMPARE(finished.size(), 1);
    QCOMPARE(reply.result().value(), 7);
}

void TestReply::finishedComesOnce()
{
    ManualReply reply;
    QSignalSpy finished(&reply, &ReplyBase::finished);
    reply.finish(1);
    reply.finish(2);
    deliver();
    reply.finish(3);
    deliver();
    QCOMPARE(finished.size(), 1);
}

void TestReply::theFirstResultCounts()
{
    ManualReply reply;
    reply.finish(1);
    reply.finish(2);
    deliver();
    reply.finish(3);
    QCOMPARE(reply.result().value(), 1);
}

void TestReply::aFailureIsAResult()
{
    ManualReply reply;
    QSignalSpy finished(&reply, &ReplyBase::finished);
    reply.finish(ApiError{.kind = ApiError::Kind::Timeout});
    deliver();
    QCOMPARE(finished.size(), 1);
    QVERIFY(!reply.result());
    QVERIFY(reply.result().error().kind == ApiError::Kind::Timeout);
}

void TestReply::cancelBeforeFinishIsSilent()
{
    ManualReply reply;
    QSignalSpy finished(&reply, &ReplyBase::finished);
    reply.cancel();
    QCOMPARE(reply.aborted, 1);
    reply.finish(1);
    deliver();
    QCOMPARE(finished.size(), 0);
}

void TestReply::cancelAfterFinishIsSilent()
{
    ManualReply reply;
    QSignalSpy finished(&reply, &ReplyBase::finished);
    reply.finish(1);
    reply.cancel();
    deliver();
    QCOMPARE(finished.size(), 0);
    QCOMPARE(reply.aborted, 0); // nothing is left to stop
}

void TestReply::cancelAfterFinishedIsHarmless()
{
    ManualReply reply;
    QSignalSpy finished(&reply, &ReplyBase::finished);
    reply.finish(1);
    deliver();
    reply.cancel();
    deliver();
    QCOMPARE(finished.size(), 1);
    QCOMPARE(reply.result().value(), 1);
    QCOMPARE(reply.aborted, 0);
}

void TestReply::workIsAbortedOnce()
{
    ManualReply reply;
    reply.cancel();
    reply.cancel();
    QCOMPARE(reply.aborted, 1);
}

void TestReply::finishInsideAbortIsSilent()
{
    ManualReply reply;
    QSignalSpy finished(&reply, &ReplyBase::finished);
    reply.finishesWhenAborted = true;
    reply.cancel();
    deliver();
    QCOMPARE(finished.size(), 0);
}

void TestReply::cancelSilencesRetries()
{
    ManualReply reply;
    QSignalSpy retries(&reply, &ReplyBase::retryScheduled);
    Q_EMIT reply.retryScheduled(1, 10ms, {});
    QCOMPARE(retries.size(), 1);
    reply.cancel();
    Q_EMIT reply.retryScheduled(2, 10ms, {});
    QCOMPARE(retries.size(), 1);
}

void TestReply::droppingCancels()
{
    ReplyPtr<int> reply(new ManualReply);
    const QPointer<ManualReply> watched(static_cast<ManualReply *>(reply.get()));
    int finished = 0;
    connect(reply.get(), &ReplyBase::finished, this, [&] { ++finished; });
    watched->finish(1);
    reply.reset();
    QVERIFY(watched); // the event loop deletes it
    deliver();
    QVERIFY(!watched);
    QCOMPARE(finished, 0);
}

void TestReply::reassigningCancelsTheLast()
{
    ReplyPtr<int> reply(new ManualReply);
    const QPointer<ManualReply> first(static_cast<ManualReply *>(reply.get()));
    reply.reset(new ManualReply);
    QCOMPARE(first->aborted, 1);
    QCOMPARE(static_cast<ManualReply *>(reply.get())->aborted, 0);
    deliver();
    QVERIFY(!first);
}

void TestReply::droppingInsideItsOwnSignalIsSafe()
{
    ReplyPtr<int> reply(new ManualReply);
    const QPointer<ManualReply> watched(static_cast<ManualReply *>(reply.get()));
    int received = 0;
    connect(reply.get(), &ReplyBase::finished, this, [&] {
        const auto taken = std::move(reply);
        received = taken->result().value();
    });
    watched->finish(5);
    deliver();
    QCOMPARE(received, 5);
    QVERIFY(!reply);
    deliver();
    QVERIFY(!watched);
}

void TestReply::droppingInsideTheRetrySignalIsSafe()
{
    ReplyPtr<int> reply(new ManualReply);
    const QPointer<ManualReply> watched(static_cast<ManualReply *>(reply.get()));
    connect(reply.get(), &ReplyBase::retryScheduled, this, [&] { reply.reset(); });
    Q_EMIT watched->retryScheduled(1, 10ms, {});
    QVERIFY(watched);
    QCOMPARE(watched->aborted, 1);
    deliver();
    QVERIFY(!watched);
}

void TestReply::replacingInsideItsOwnSignalIsSafe()
{
    ReplyPtr<int> reply(new ManualReply);
    const QPointer<ManualReply> first(static_cast<ManualReply *>(reply.get()));
    int finished = 0;
    connect(reply.get(), &ReplyBase::finished, this, [&] {
        ++finished;
        reply.reset(new ManualReply);
    });
    first->finish(1);
    deliver();
    QCOMPARE(finished, 1);
    deliver();
    QVERIFY(!first);
    QVERIFY(reply);
}

void TestReply::anEmptyPointerMayBeDropped()
{
    ReplyDeleter()(nullptr);
    ReplyPtr<int> reply;
    reply.reset();
    QVERIFY(!reply);
}

QTEST_GUILESS_MAIN(TestReply)
#include "tst_reply.moc"
