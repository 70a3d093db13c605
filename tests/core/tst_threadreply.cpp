// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/threadreply.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QPointer>
#include <QProcess>
#include <QRegularExpression>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

#ifdef __GLIBC__
#include <pthread.h>
#endif

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

constexpr auto HangingChild = "VESTIBULE_TEST_HANGING_CHILD";

//! What a test and its work in another thread share.
struct Gate {
    QSemaphore entered{}; //!< released when the work begins
    QSemaphore exit{}; //!< the work ends when it acquires this
    std::atomic_int finished = 0; //!< how often the work ended
    std::atomic_bool sawCancel = false;
};

//! Work that waits for the test, and records whether it was cancelled meanwhile.
auto gatedWork(const std::shared_ptr<Gate> &gate, int value = 1)
{
    return [gate, value](const std::atomic_bool &isCancelled) -> Result<int> {
        gate->entered.release();
        gate->exit.acquire();
        gate->sawCancel = isCancelled.load();
        ++gate->finished;
        return value;
    };
}

//! Records the thread that destroys it. That takes a while, so that a result which does not wait
//! for it comes before.
struct Witness {
    explicit Witness(std::atomic<QThread *> &destroyedIn)
        : m_destroyedIn(destroyedIn)
    {
    }
    Witness(const Witness &) = delete;
    Witness &operator=(const Witness &) = delete;
    ~Witness()
    {
        QThread::msleep(50);
        m_destroyedIn = QThread::currentThread();
    }

private:
    std::atomic<QThread *> &m_destroyedIn;
};

void deliver()
{
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

} // namespace

class TestThreadReply final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void valueIsHandedOver();
    void errorIsHandedOver();
    void ownTypesOfValueAndErrorAreHandedOver();
    void functionRunsInAnotherThread();
    void functionMayHoldWhatCannotBeCopied();
    void finishedComesFromTheEventLoop();
    void finishedComesOnce();
    void capturedDataIsDestroyedInTheThreadBeforeFinished();
    void cancelAtOnceStillRunsTheFunction();
    void cancelWhileTheFunctionRunsIsSilent();
    void cancelAfterTheFunctionEndedIsSilent();
    void cancelAfterFinishedIsHarmless();
    void functionSeesThatItsReplyIsCancelled_data();
    void functionSeesThatItsReplyIsCancelled();
    void functionOfALiveReplySeesNoCancel();
    void resultAfterCancelIsDestroyedInTheThread();
    void droppingInsideItsOwnSignalIsSafe();
    void replacingInsideItsOwnSignalIsSafe();
    void reassigningCancelsTheLast();
    void droppingAtAnyMomentIsSafe();
    void manyAtATimeAllFinish();
    void workThatHangsDelaysNoOther();
    void startingIsQuick();
    void systemWithoutAnotherThreadStillAnswers();
    void programEndsWhileWorkHangs();
};

void TestThreadReply::valueIsHandedOver()
{
    ThreadReply<QString> reply([]() -> Result<QString> { return u"read"_s; });
    QSignalSpy finished(&reply, &ReplyBase::finished);
    QVERIFY(finished.wait());
    QCOMPARE(reply.result().value(), u"read"_s);
}

void TestThreadReply::errorIsHandedOver()
{
    ThreadReply<QString> reply(
        []() -> Result<QString> { return ApiError{.kind = ApiError::Kind::Timeout}; });
    QSignalSpy finished(&reply, &ReplyBase::finished);
    QVERIFY(finished.wait());
    QVERIFY(!reply.result());
    QCOMPARE(reply.result().error().kind, ApiError::Kind::Timeout);
}

void TestThreadReply::ownTypesOfValueAndErrorAreHandedOver()
{
    using Outcome = Result<int, QString>;
    ThreadReply<int, QString> good([]() -> Outcome { return 7; });
    ThreadReply<int, QString> bad([]() -> Outcome { return u"disk full"_s; });
    QSignalSpy goodFinished(&good, &ReplyBase::finished);
    QSignalSpy badFinished(&bad, &ReplyBase::finished);
    QTRY_VERIFY(goodFinished.size() == 1 && badFinished.size() == 1);
    QCOMPARE(good.result().value(), 7);
    QCOMPARE(bad.result().error(), u"disk full"_s);
}

void TestThreadReply::functionRunsInAnotherThread()
{
    std::atomic<QThread *> worker = nullptr;
    QThread *signalled = nullptr;
    ThreadReply<int> reply([&]() -> Result<int> {
        worker = QThread::currentThread();
        return 1;
    });
    connect(&reply, &ReplyBase::finished, this, [&] { signalled = QThread::currentThread(); });
    QTRY_VERIFY(signalled);
    QVERIFY(worker && worker != QThread::currentThread());
    QCOMPARE(signalled, QThread::currentThread());
}

void TestThreadReply::functionMayHoldWhatCannotBeCopied()
{
    ThreadReply<int> reply(
        [number = std::make_unique<int>(5)]() -> Result<int> { return std::exchange(*number, 0); });
    QSignalSpy finished(&reply, &ReplyBase::finished);
    QVERIFY(finished.wait());
    QCOMPARE(reply.result().value(), 5);
}

void TestThreadReply::finishedComesFromTheEventLoop()
{
    const auto gate = std::make_shared<Gate>();
    gate->exit.release();
    ThreadReply<int> reply(gatedWork(gate));
    QSignalSpy finished(&reply, &ReplyBase::finished);
    while (gate->finished == 0)
        QThread::yieldCurrentThread();
    QThread::msleep(20); // the result is there, and no event loop has run
    QCOMPARE(finished.size(), 0);
    QVERIFY(finished.wait());
}

void TestThreadReply::finishedComesOnce()
{
    ThreadReply<int> reply([]() -> Result<int> { return 1; });
    QSignalSpy finished(&reply, &ReplyBase::finished);
    QVERIFY(finished.wait());
    QVERIFY(!finished.wait(50));
    QCOMPARE(finished.size(), 1);
}

void TestThreadReply::capturedDataIsDestroyedInTheThreadBeforeFinished()
{
    std::atomic<QThread *> destroyedIn = nullptr;
    QThread *inHandler = nullptr;
    auto witness = std::make_shared<Witness>(destroyedIn);
    ThreadReply<int> reply([witness = std::move(witness)]() -> Result<int> { return 1; });
    connect(&reply, &ReplyBase::finished, this, [&] { inHandler = destroyedIn; });
    QSignalSpy finished(&reply, &ReplyBase::finished);
    QVERIFY(finished.wait());
    QVERIFY(inHandler && inHandler != QThread::currentThread());
}

void TestThreadReply::cancelAtOnceStillRunsTheFunction()
{
    const auto gate = std::make_shared<Gate>();
    gate->exit.release();
    ThreadReply<int> reply(gatedWork(gate));
    QSignalSpy finished(&reply, &ReplyBase::finished);
    reply.cancel();
    QTRY_COMPARE(gate->finished, 1); // a file that is being written must be written whole
    QVERIFY(!finished.wait(20));
}

void TestThreadReply::cancelWhileTheFunctionRunsIsSilent()
{
    const auto gate = std::make_shared<Gate>();
    ThreadReply<int> reply(gatedWork(gate));
    QSignalSpy finished(&reply, &ReplyBase::finished);
    gate->entered.acquire();
    reply.cancel();
    gate->exit.release();
    QTRY_COMPARE(gate->finished, 1);
    QVERIFY(!finished.wait(20));
}

void TestThreadReply::cancelAfterTheFunctionEndedIsSilent()
{
    const auto gate = std::make_shared<Gate>();
    gate->exit.release();
    ThreadReply<int> reply(gatedWork(gate));
    QSignalSpy finished(&reply, &ReplyBase::finished);
    while (gate->finished == 0)
        QThread::yieldCurrentThread();
    QThread::msleep(20);
    reply.cancel(); // its result waits in the event loop
    QVERIFY(!finished.wait(20));
}

void TestThreadReply::cancelAfterFinishedIsHarmless()
{
    ThreadReply<int> reply([]() -> Result<int> { return 3; });
    QSignalSpy finished(&reply, &ReplyBase::finished);
    QVERIFY(finished.wait());
    reply.cancel();
    deliver();
    QCOMPARE(finished.size(), 1);
    QCOMPARE(reply.result().value(), 3);
}

void TestThreadReply::functionSeesThatItsReplyIsCancelled_data()
{
    QTest::addColumn<QString>("end");
    QTest::newRow("cancelled") << u"cancel"_s;
    QTest::newRow("dropped") << u"drop"_s;
    QTest::newRow("destroyed") << u"destroy"_s;
}

void TestThreadReply::functionSeesThatItsReplyIsCancelled()
{
    QFETCH(QString, end);
    const auto gate = std::make_shared<Gate>();
    ReplyPtr<int> reply(new ThreadReply<int>(gatedWork(gate)));
    gate->entered.acquire();
    if (end == "cancel"_L1)
        reply->cancel();
    else if (end == "drop"_L1)
        reply.reset();
    else
        delete reply.release();
    gate->exit.release();
    QTRY_COMPARE(gate->finished, 1);
    QVERIFY(gate->sawCancel);
    deliver();
}

void TestThreadReply::functionOfALiveReplySeesNoCancel()
{
    const auto gate = std::make_shared<Gate>();
    ThreadReply<int> reply(gatedWork(gate));
    QSignalSpy finished(&reply, &ReplyBase::finished);
    gate->exit.release();
    QVERIFY(finished.wait());
    QVERIFY(!gate->sawCancel);
}

void TestThreadReply::resultAfterCancelIsDestroyedInTheThread()
{
    std::atomic<QThread *> destroyedIn = nullptr;
    const auto gate = std::make_shared<Gate>();
    using Value = std::shared_ptr<Witness>;
    {
        ThreadReply<Value> reply([gate, &destroyedIn]() -> Result<Value> {
            gate->exit.acquire();
            return std::make_shared<Witness>(destroyedIn);
        });
    }
    gate->exit.release();
    QTRY_VERIFY(destroyedIn);
    QVERIFY(destroyedIn != QThread::currentThread());
}

void TestThreadReply::droppingInsideItsOwnSignalIsSafe()
{
    ReplyPtr<int> reply(new ThreadReply<int>([]() -> Result<int> { return 5; }));
    const QPointer<ReplyBase> watched(reply.get());
    int received = 0;
    connect(reply.get(), &ReplyBase::finished, this, [&] {
        const auto taken = std::move(reply);
        received = taken->result().value();
    });
    QTRY_COMPARE(received, 5);
    QVERIFY(!reply);
    deliver();
    QVERIFY(!watched);
}

void TestThreadReply::replacingInsideItsOwnSignalIsSafe()
{
    ReplyPtr<int> reply;
    int finished = 0;
    const std::function<void()> start = [&] {
        reply.reset(new ThreadReply<int>([]() -> Result<int> { return 1; }));
        connect(reply.get(), &ReplyBase::finished, this, [&] {
            if (++finished < 50)
                start();
        });
    };
    start();
    QTRY_COMPARE(finished, 50);
}

void TestThreadReply::reassigningCancelsTheLast()
{
    const auto gate = std::make_shared<Gate>();
    ReplyPtr<int> reply(new ThreadReply<int>(gatedWork(gate, 1)));
    int finished = 0;
    connect(reply.get(), &ReplyBase::finished, this, [&] { ++finished; });
    gate->entered.acquire();
    reply.reset(new ThreadReply<int>([]() -> Result<int> { return 2; }));
    QSignalSpy second(reply.get(), &ReplyBase::finished);
    gate->exit.release();
    QVERIFY(second.wait());
    QTRY_COMPARE(gate->finished, 1);
    deliver();
    QCOMPARE(finished, 0);
    QCOMPARE(reply->result().value(), 2);
}

//! The function ends before the reply is dropped, after it, and at the same time.
void TestThreadReply::droppingAtAnyMomentIsSafe()
{
    constexpr int Rounds = 500;
    const auto ended = std::make_shared<std::atomic_int>(0);
    int finished = 0;
    for (int round = 0; round < Rounds; ++round) {
        ReplyPtr<QByteArray> reply(new ThreadReply<QByteArray>([ended]() -> Result<QByteArray> {
            ++*ended;
            return QByteArray(1000, 'x');
        }));
        connect(reply.get(), &ReplyBase::finished, this, [&] { ++finished; });
        QElapsedTimer elapsed;
        elapsed.start();
        while (elapsed.nsecsElapsed() < round * 400) {}
        if (round % 3 == 0)
            QCoreApplication::processEvents();
        reply.reset();
    }
    QTRY_COMPARE(*ended, Rounds);
    deliver();
    QVERIFY(finished <= Rounds / 3 + 1);
}

void TestThreadReply::manyAtATimeAllFinish()
{
    constexpr int Count = 100;
    std::vector<ReplyPtr<int>> replies;
    int sum = 0;
    for (int index = 0; index < Count; ++index) {
        auto &reply =
            replies.emplace_back(new ThreadReply<int>([index]() -> Result<int> { return index; }));
        connect(reply.get(), &ReplyBase::finished, this,
                [&sum, reply = reply.get()] { sum += reply->result().value() + 1; });
    }
    QTRY_COMPARE(sum, Count * (Count + 1) / 2);
}

void TestThreadReply::workThatHangsDelaysNoOther()
{
    const auto gate = std::make_shared<Gate>();
    std::vector<ReplyPtr<int>> hanging;
    constexpr int Count = 40; // more than any pool has threads
    for (int index = 0; index < Count; ++index)
        hanging.emplace_back(new ThreadReply<int>(gatedWork(gate)));
    ThreadReply<int> reply([]() -> Result<int> { return 1; });
    QSignalSpy finished(&reply, &ReplyBase::finished);
    QVERIFY(finished.wait());
    gate->exit.release(Count);
    QTRY_COMPARE(gate->finished, Count);
}

void TestThreadReply::startingIsQuick()
{
    constexpr int Rounds = 200;
    QElapsedTimer elapsed;
    elapsed.start();
    for (int round = 0; round < Rounds; ++round) {
        ThreadReply<int> reply([]() -> Result<int> { return 1; });
        QSignalSpy finished(&reply, &ReplyBase::finished);
        QVERIFY(finished.wait());
    }
    const double each = double(elapsed.nsecsElapsed()) / 1000 / Rounds;
    qInfo("%.0f microseconds each, there and back", each);
    QVERIFY(each < 5000); // far from what is measured, so that a busy machine passes
}

void TestThreadReply::systemWithoutAnotherThreadStillAnswers()
{
#ifdef __GLIBC__
    pthread_attr_t usual;
    pthread_attr_t impossible;
    QCOMPARE(pthread_getattr_default_np(&usual), 0);
    QCOMPARE(pthread_attr_init(&impossible), 0);
    QCOMPARE(pthread_attr_setstacksize(&impossible, size_t(1) << 60), 0); // no memory has room
    QCOMPARE(pthread_setattr_default_np(&impossible), 0);
    ThreadReply<QThread *> reply([]() -> Result<QThread *> { return QThread::currentThread(); });
    QCOMPARE(pthread_setattr_default_np(&usual), 0);
    pthread_attr_destroy(&impossible);
    pthread_attr_destroy(&usual);
    QSignalSpy finished(&reply, &ReplyBase::finished);
    QCOMPARE(finished.size(), 0);
    QVERIFY(finished.wait());
    QCOMPARE(reply.result().value(), QThread::currentThread());
#else
    QSKIP("only glibc can be kept from starting a thread");
#endif
}

//! Runs this program again, with this one test, whose child starts work that never ends.
void TestThreadReply::programEndsWhileWorkHangs()
{
    if (qEnvironmentVariableIsSet(HangingChild)) {
        const auto gate = std::make_shared<Gate>();
        const ReplyPtr<int> reply(new ThreadReply<int>(gatedWork(gate)));
        gate->entered.acquire();
        return;
    }
    QProcess child;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QLatin1StringView(HangingChild), u"1"_s);
    child.setProcessEnvironment(environment);
    child.start(QCoreApplication::applicationFilePath(), {u"programEndsWhileWorkHangs"_s});
    QVERIFY(child.waitForFinished());
    QCOMPARE(child.exitStatus(), QProcess::NormalExit);
    QVERIFY2(child.exitCode() == 0, child.readAllStandardOutput().constData());
}

QTEST_GUILESS_MAIN(TestThreadReply)
#include "tst_threadreply.moc"
