// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "cli/endsignal.h"

#include <QSignalSpy>
#include <QTest>

#include <csignal>

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
    for (const int next : {SIGINT, SIGTERM, SIGHUP})
        QVERIFY(handlerOf(next) == SIG_DFL); // it ends the program at once
    QTRY_COMPARE(received.size(), 1);
    QCOMPARE(received.constFirst().constFirst().toInt(), signal);
}

//! nohup ignores SIGHUP, and a shell without job control ignores SIGINT for what runs behind &.
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
    QVERIFY(handlerOf(SIGTERM) == SIG_DFL); // for the second one
}

QTEST_GUILESS_MAIN(TestEndSignal)
#include "tst_endsignal.moc"
