// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/autorefresh.h"
#include "support/sessionfixture.h"

#include <QTest>

#include <chrono>

using namespace std::chrono_literals;

class TestAutoRefresh final : public QObject, private SessionFixture {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        reset();
        m_session->openTenant(accessTo(Acme), {.organizationId = u"org_1"_s});
    }
    void cleanup() { m_refresh.reset(); }

    void neverUnlessItIsChosen();
    void pageIsReadAgainWhenItIsDue();
    void theChoiceIsRemembered();
    void refreshingByHandStartsTheTimeAnew();
    void nothingIsAskedWhileAnotherRequestRuns();
    void aRefusalStopsItUntilARequestSucceeds();
    void aTenantThatFailsIsAskedAgain();
    void whatIsHeldIsReadAfterwards();
    void whatWasNotHeldIsNotDue();
    void aSavedViewIsNotReadAgain();

private:
    FakeSource &source() { return m_sourceFactory.source(); }
    qsizetype requests() { return source().requests().size(); }
    //! With a minute of so many milliseconds.
    AutoRefresh &make(int minutes, std::chrono::milliseconds minute)
    {
        m_settings->setRefreshMinutes(minutes);
        m_refresh =
            std::make_unique<AutoRefresh>(*m_settings, m_session->subject(), m_session->browser());
        m_refresh->setUnit(minute);
        return *m_refresh;
    }

    std::unique_ptr<AutoRefresh> m_refresh;
};

void TestAutoRefresh::neverUnlessItIsChosen()
{
    AutoRefresh &refresh = make(0, 1ms);
    QVERIFY(source().answer(3));
    QTest::qWait(20);
    QCOMPARE(requests(), 1);
    QVERIFY(!refresh.isLatestReading());
}

void TestAutoRefresh::pageIsReadAgainWhenItIsDue()
{
    AutoRefresh &refresh = make(1, 10ms);
    QVERIFY(source().answer(3));
    QTRY_COMPARE(requests(), 2);
    QCOMPARE(source().requests().at(1), source().requests().at(0));
    QVERIFY(refresh.isLatestReading());
    QVERIFY(source().answer(4));
    QTRY_COMPARE(m_session->browser().model()->rowCount(), 4);
    QTRY_COMPARE(requests(), 3);
    QVERIFY(source().answer(4));
}

void TestAutoRefresh::theChoiceIsRemembered()
{
    AutoRefresh &refresh = make(0, 1min);
    QSignalSpy changed(&refresh, &AutoRefresh::minutesChanged);
    refresh.setMinutes(5);
    refresh.setMinutes(5);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_settings->refreshMinutes(), 5);
    QCOMPARE(AutoRefresh(*m_settings, m_session->subject(), m_session->browser()).minutes(), 5);
}

void TestAutoRefresh::refreshingByHandStartsTheTimeAnew()
{
    AutoRefresh &refresh = make(1, 1s);
    QVERIFY(source().answer(3));
    QTest::qWait(600);
    m_session->browser().reload();
    QCOMPARE(requests(), 2);
    QVERIFY(!refresh.isLatestReading());
    QVERIFY(source().answer(3));
    QTest::qWait(600); // 1,200 ms after the first answer
    QCOMPARE(requests(), 2);
    QTRY_COMPARE(requests(), 3);
    QVERIFY(refresh.isLatestReading());
}

void TestAutoRefresh::nothingIsAskedWhileAnotherRequestRuns()
{
    make(1, 5ms); // the first page is being read
    QTest::qWait(50);
    QCOMPARE(requests(), 1);
    QVERIFY(source().answer(3));
    QTRY_COMPARE(requests(), 2);
}

void TestAutoRefresh::aRefusalStopsItUntilARequestSucceeds()
{
    make(1, 5ms);
    QVERIFY(source().answer(3));
    QTRY_COMPARE(requests(), 2);
    QVERIFY(source().fail(ApiError::Kind::Unauthorized));
    QTest::qWait(50);
    QCOMPARE(requests(), 2);
    m_session->browser().reload();
    QVERIFY(source().answer(3));
    QTRY_COMPARE(requests(), 4);
}

void TestAutoRefresh::aTenantThatFailsIsAskedAgain()
{
    make(1, 5ms);
    QVERIFY(source().answer(3));
    QTRY_COMPARE(requests(), 2);
    QVERIFY(source().fail(ApiError::Kind::Server));
    QTRY_COMPARE(requests(), 3);
}

void TestAutoRefresh::whatIsHeldIsReadAfterwards()
{
    AutoRefresh &refresh = make(1, 5ms);
    refresh.setHeld(true);
    QVERIFY(source().answer(3));
    QTest::qWait(50);
    QCOMPARE(requests(), 1);
    refresh.setHeld(false);
    QTRY_COMPARE(requests(), 2);
}

//! The window tells at every change of the browser that nothing is held, also before this object
//! has heard of the answer.
void TestAutoRefresh::whatWasNotHeldIsNotDue()
{
    ConnectionBrowser &browser = m_session->browser();
    connect(&browser, &ConnectionBrowser::stateChanged, this, [this] {
        if (m_refresh)
            m_refresh->setHeld(false);
    });
    make(1, 50ms); // the first page is being read
    QTest::qWait(100);
    qsizetype whenAnswered = 0;
    connect(&browser, &ConnectionBrowser::stateChanged, m_refresh.get(),
            [this, &whenAnswered](State state) {
                if (state == State::Loaded && whenAnswered == 0)
                    whenAnswered = requests();
            });
    QVERIFY(source().answer(3));
    QTRY_VERIFY(whenAnswered > 0);
    QCOMPARE(whenAnswered, 1);
    QTRY_COMPARE(requests(), 2);
    browser.disconnect(this);
}

void TestAutoRefresh::aSavedViewIsNotReadAgain()
{
    make(1, 5ms);
    QVERIFY(source().answer(3));
    auto view = std::make_shared<SavedView>();
    view->connections = {fakeRow(0)};
    view->provenance.organizationId = u"org_1"_s;
    m_session->openSavedView(view);
    const QSignalSpy read(&m_session->browser(), &ConnectionBrowser::pageChanged);
    QTRY_COMPARE(m_session->browser().state(), State::Loaded);
    const qsizetype before = read.size();
    QTest::qWait(50);
    QCOMPARE(read.size(), before);
}

QTEST_GUILESS_MAIN(TestAutoRefresh)
#include "tst_autorefresh.moc"
