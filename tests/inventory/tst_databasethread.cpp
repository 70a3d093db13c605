// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "inventory/databasethread.h"
#include "support/folderfixture.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <atomic>
#include <chrono>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using Kind = InventoryProblem::Kind;

namespace {

template <typename T>
using TaskResult = Result<T, InventoryProblem>;
using IntReply = ReplyPtr<int, InventoryProblem>;

const QString Endless = u"WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n "
                        "WHERE i < 1000000000) SELECT count(*) FROM n"_s;

//! A task that begins to count, and says how it ended.
struct EndlessTask {
    QSemaphore began{};
    QSemaphore ended{};
    std::atomic_bool wasCancelled = false;

    static auto make(const std::shared_ptr<EndlessTask> &task)
    {
        return [task](Database &database) -> TaskResult<int> {
            task->began.release();
            (void)database.value(Endless);
            task->wasCancelled = database.problem() && database.problem()->kind == Kind::Cancelled;
            task->ended.release();
            return 0;
        };
    }
};

} // namespace

class TestDatabaseThread final : public QObject, private FolderFixture {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        QVERIFY(makeFolder());
    }
    void cleanup() { QVERIFY(DatabaseThread::waitForEnded(std::chrono::seconds(10))); }

    void tasksRunInOrderInOneThread();
    void problemOfADatabaseIsTheReplys();
    void problemOfATaskIsTheReplys();
    void problemDoesNotReachTheNextTask();
    void everyTaskHasTheProblemOfOpening();
    void droppedTaskDoesNotRun();
    void droppedTaskIsInterrupted();
    void nextTaskRunsAfterAnInterruptedOne();
    void endInterruptsAndCancels();
    void endDoesNotWait();
    void closeComesAfterAllTasks();
    void closedDatabaseLeavesNothingBeside();

private:
    [[nodiscard]] std::unique_ptr<DatabaseThread> makeThread() const
    {
        return std::make_unique<DatabaseThread>(path(u"a.db"_s), Database::Mode::Write);
    }
};

void TestDatabaseThread::tasksRunInOrderInOneThread()
{
    const auto thread = makeThread();
    std::vector<IntReply> replies;
    std::vector<int> finished;
    std::vector<QThread *> threads(20);
    for (int i = 0; i < 20; ++i) {
        replies.push_back(thread->run([i, &threads](Database &database) -> TaskResult<int> {
            threads.at(std::size_t(i)) = QThread::currentThread();
            if (i == 0)
                database.exec(u"CREATE TABLE t(a)"_s);
            Statement(database, u"INSERT INTO t VALUES (?)"_s).bind(i).run();
            return database.result(database.value(u"SELECT count(*) FROM t"_s).toInt());
        }));
        connect(replies.back().get(), &ReplyBase::finished, this,
                [&, reply = replies.back().get()] { finished.push_back(*reply->result()); });
    }
    QTRY_COMPARE(finished.size(), 20U);
    for (int i = 0; i < 20; ++i)
        QCOMPARE(finished.at(std::size_t(i)), i + 1);
    QVERIFY(threads.front() != QThread::currentThread());
    QVERIFY(std::ranges::all_of(threads, [&](QThread *other) { return other == threads.front(); }));
}

void TestDatabaseThread::problemOfADatabaseIsTheReplys()
{
    const auto thread = makeThread();
    const auto reply = thread->run([](Database &database) -> TaskResult<int> {
        database.exec(u"nonsense"_s);
        return 1;
    });
    QVERIFY(QSignalSpy(reply.get(), &ReplyBase::finished).wait());
    QCOMPARE(reply->result().error().kind, Kind::Damaged);
}

void TestDatabaseThread::problemOfATaskIsTheReplys()
{
    const auto thread = makeThread();
    const auto reply = thread->run([](Database &) -> TaskResult<int> {
        return InventoryProblem{Kind::OtherTenant, u"acme"_s};
    });
    QVERIFY(QSignalSpy(reply.get(), &ReplyBase::finished).wait());
    QCOMPARE(reply->result().error(), (InventoryProblem{Kind::OtherTenant, u"acme"_s}));
}

void TestDatabaseThread::problemDoesNotReachTheNextTask()
{
    const auto thread = makeThread();
    const auto first = thread->run([](Database &database) -> TaskResult<int> {
        database.exec(u"nonsense"_s);
        return 1;
    });
    const auto second = thread->run([](Database &database) -> TaskResult<int> {
        return database.result(database.value(u"SELECT 2"_s).toInt());
    });
    QVERIFY(QSignalSpy(second.get(), &ReplyBase::finished).wait());
    QVERIFY(!first->result());
    QCOMPARE(*second->result(), 2);
}

void TestDatabaseThread::everyTaskHasTheProblemOfOpening()
{
    DatabaseThread thread(path(u"missing/a.db"_s), Database::Mode::Read);
    std::atomic_int runs = 0;
    for (int i = 0; i < 3; ++i) {
        const auto reply = thread.run([&](Database &) -> TaskResult<int> { return ++runs; });
        QVERIFY(QSignalSpy(reply.get(), &ReplyBase::finished).wait());
        QCOMPARE(reply->result().error().kind, Kind::Removed);
        QCOMPARE(reply->result().error().path, path(u"missing/a.db"_s));
    }
    QCOMPARE(runs, 0);
}

void TestDatabaseThread::droppedTaskDoesNotRun()
{
    const auto thread = makeThread();
    const auto endless = std::make_shared<EndlessTask>();
    auto first = thread->run(EndlessTask::make(endless));
    std::atomic_bool hasRun = false;
    auto second = thread->run([&](Database &) -> TaskResult<int> {
        hasRun = true;
        return 1;
    });
    const auto third = thread->run([](Database &) -> TaskResult<int> { return 3; });
    endless->began.acquire();
    second.reset();
    first.reset();
    QVERIFY(QSignalSpy(third.get(), &ReplyBase::finished).wait());
    QVERIFY(!hasRun);
}

void TestDatabaseThread::droppedTaskIsInterrupted()
{
    const auto thread = makeThread();
    const auto endless = std::make_shared<EndlessTask>();
    auto reply = thread->run(EndlessTask::make(endless));
    endless->began.acquire();
    QTest::qWait(20);
    reply.reset();
    QVERIFY(endless->ended.tryAcquire(1, 2000));
    QVERIFY(endless->wasCancelled);
}

//! At any moment: also just before the statement begins, which is not a moment to interrupt.
void TestDatabaseThread::nextTaskRunsAfterAnInterruptedOne()
{
    const auto thread = makeThread();
    for (int round = 0; round < 200; ++round) {
        const auto endless = std::make_shared<EndlessTask>();
        auto first = thread->run(EndlessTask::make(endless));
        endless->began.acquire();
        QElapsedTimer elapsed;
        elapsed.start();
        while (elapsed.nsecsElapsed() < round * 2000) {}
        first.reset();
        const auto second = thread->run([](Database &database) -> TaskResult<int> {
            return database.result(database.value(u"SELECT 2"_s).toInt());
        });
        QVERIFY(QSignalSpy(second.get(), &ReplyBase::finished).wait(3000));
        QCOMPARE(*second->result(), 2);
    }
}

void TestDatabaseThread::endInterruptsAndCancels()
{
    auto thread = makeThread();
    const auto endless = std::make_shared<EndlessTask>();
    const auto first = thread->run(EndlessTask::make(endless));
    const auto second = thread->run([](Database &) -> TaskResult<int> { return 2; });
    endless->began.acquire();
    thread.reset();
    QSignalSpy finished(second.get(), &ReplyBase::finished);
    QVERIFY(finished.wait());
    QCOMPARE(first->result().error().kind, Kind::Cancelled);
    QCOMPARE(second->result().error().kind, Kind::Cancelled);
}

void TestDatabaseThread::endDoesNotWait()
{
    auto thread = makeThread();
    QSemaphore began;
    QSemaphore gate;
    const auto reply = thread->run([&](Database &) -> TaskResult<int> {
        began.release();
        gate.acquire(); // as a file system that hangs
        return 1;
    });
    began.acquire();
    thread.reset();
    QSignalSpy finished(reply.get(), &ReplyBase::finished);
    QVERIFY(!DatabaseThread::waitForEnded(std::chrono::milliseconds(20)));
    gate.release();
    QVERIFY(finished.wait());
    QCOMPARE(*reply->result(), 1);
    QVERIFY(DatabaseThread::waitForEnded(std::chrono::seconds(10)));
}

void TestDatabaseThread::closeComesAfterAllTasks()
{
    const auto thread = makeThread();
    const auto task = thread->run([](Database &database) -> TaskResult<int> {
        return database.result(database.value(u"SELECT 1"_s).toInt());
    });
    const auto closed = thread->close();
    const auto late = thread->run([](Database &) -> TaskResult<int> { return 2; });
    QVERIFY(QSignalSpy(late.get(), &ReplyBase::finished).wait());
    QCOMPARE(*task->result(), 1);
    QVERIFY(closed->result());
    QCOMPARE(late->result().error().kind, Kind::Cancelled);
}

void TestDatabaseThread::closedDatabaseLeavesNothingBeside()
{
    const auto thread = makeThread();
    const auto task = thread->run([](Database &database) -> TaskResult<int> {
        database.exec(u"PRAGMA journal_mode = WAL"_s);
        database.exec(u"CREATE TABLE t(a)"_s);
        return 1;
    });
    QVERIFY(QSignalSpy(task.get(), &ReplyBase::finished).wait());
    QVERIFY(files().size() > 1);
    const auto closed = thread->close();
    QVERIFY(QSignalSpy(closed.get(), &ReplyBase::finished).wait());
    QCOMPARE(files(), QStringList{u"a.db"_s});
}

QTEST_GUILESS_MAIN(TestDatabaseThread)
#include "tst_databasethread.moc"
