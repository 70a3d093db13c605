// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "cli/endsignal.h"

#include <QSignalSpy>
#include <QTest>

#include <csignal>

#include <sys/wait.h>
#include <unistd.h>

using namespace Vestibule;

namespace {

using Handler = void (*)(int);

Handler handlerOf(int signal)
{
    struct sigaction action = {};
    ::sigaction(signal, nullptr, &action);
    return action.sa_handler;
}

} // namespace

class TestEndSignal final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        for (const int signal : {SIGINT, SIGTERM, SIGHUP})
            std::signal(signal, SIG_DFL);
    }
    void signalIsReported_data();
    void signalIsReported();
    void nextSignalIsIgnoredForASecond();
    void laterSignalEndsTheProgram();
    void ignoredSignalStaysIgnored();
    void firstSignalAfterTheObjectIsIgnored();
};

void TestEndSignal::signalIsReported_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGHUP") << SIGHUP;
}

void TestEndSignal::signalIsReported()
{
    QFETCH(int, signal);
    const EndSignal endSignal;
    const QSignalSpy received(&endSignal, &EndSignal::received);
    QCOMPARE(std::raise(signal), 0);
    QCOMPARE(received.size(), 0); // only from the event loop
    QTRY_COMPARE(received.size(), 1);
    QCOMPARE(received.constFirst().constFirst().toInt(), signal);
}

//! A terminal that closes sends SIGHUP twice, and systemd SIGTERM and SIGHUP.
void TestEndSignal::nextSignalIsIgnoredForASecond()
{
    const EndSignal endSignal;
    const QSignalSpy received(&endSignal, &EndSignal::received);
    for (const int signal : {SIGTERM, SIGTERM, SIGHUP, SIGINT})
        QCOMPARE(std::raise(signal), 0);
    QTRY_COMPARE(received.size(), 1);
    QCOMPARE(received.constFirst().constFirst().toInt(), SIGTERM);
    QTest::qWait(50);
    QCOMPARE(received.size(), 1);
}

void TestEndSignal::laterSignalEndsTheProgram()
{
    const pid_t child = ::fork();
    if (child == 0) {
        const EndSignal endSignal;
        std::raise(SIGTERM);
        ::usleep(1'100'000);
        std::raise(SIGINT);
        ::_exit(0);
    }
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(WIFSIGNALED(status));
    QCOMPARE(WTERMSIG(status), SIGINT);
}

//! nohup ignores SIGHUP, and a shell without job control ignores SIGINT for commands that end with
//! &.
void TestEndSignal::ignoredSignalStaysIgnored()
{
    std::signal(SIGHUP, SIG_IGN);
    {
        const EndSignal endSignal;
        const QSignalSpy received(&endSignal, &EndSignal::received);
        QVERIFY(handlerOf(SIGHUP) == SIG_IGN);
        QCOMPARE(std::raise(SIGHUP), 0);
        QCOMPARE(std::raise(SIGTERM), 0);
        QVERIFY(handlerOf(SIGHUP) == SIG_IGN);
        QTRY_COMPARE(received.size(), 1);
        QCOMPARE(received.constFirst().constFirst().toInt(), SIGTERM);
    }
    QVERIFY(handlerOf(SIGHUP) == SIG_IGN);
}

void TestEndSignal::firstSignalAfterTheObjectIsIgnored()
{
    {
        const EndSignal endSignal;
    }
    QVERIFY(handlerOf(SIGTERM) != SIG_DFL);
    QCOMPARE(std::raise(SIGTERM), 0);
}

QTEST_GUILESS_MAIN(TestEndSignal)
#include "tst_endsignal.moc"
