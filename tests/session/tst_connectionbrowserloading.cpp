// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/connectionbrowser.h"
#include "support/fakesource.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using namespace std::chrono_literals;
using State = Vestibule::ConnectionBrowser::State;
using Kind = Vestibule::ApiError::Kind;

namespace {

const PageRequest First{.organizationId = u"org_1"_s};

} // namespace

//! When an answer does not come, or is not waited for.
class TestConnectionBrowserLoading final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void firstFailureHasNoPage();
    void failureKeepsTheRows();
    void retryAsksForWhatFailed();
    void retryOfAReloadRenews();
    void retryWithoutAFailureReloads();
    void cachedPageEndsAFailure();
    void cancelWithAPageShowsItAgain();
    void cancelWithoutAPage();
    void cancelOfNothing();
    void retriesAreTold();

private:
    void openAt(qsizetype total, int index = 0);
    [[nodiscard]] bool reaches(State state);

    std::shared_ptr<FakeSource> m_source;
    std::unique_ptr<ConnectionBrowser> m_browser;
};

void TestConnectionBrowserLoading::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_source = std::make_shared<FakeSource>();
    m_browser = std::make_unique<ConnectionBrowser>();
}

bool TestConnectionBrowserLoading::reaches(State state)
{
    return QTest::qWaitFor([&] { return m_browser->state() == state; });
}

void TestConnectionBrowserLoading::openAt(qsizetype total, int index)
{
    m_browser->open(m_source, First.at(index));
    QVERIFY(m_source->answer(total));
    QVERIFY(reaches(State::Loaded));
}

void TestConnectionBrowserLoading::firstFailureHasNoPage()
{
    m_browser->open(m_source, First);
    QVERIFY(m_source->fail(Kind::Forbidden));
    QVERIFY(reaches(State::Failed));
    QCOMPARE(m_browser->error()->kind, Kind::Forbidden);
    QVERIFY(!m_browser->page());
    QCOMPARE(m_browser->request(), First);
    QVERIFY(!m_browser->next());
}

void TestConnectionBrowserLoading::failureKeepsTheRows()
{
    openAt(237);
    m_browser->goToPage(3);
    QCOMPARE(m_browser->request().index, 3);
    QSignalSpy pages(m_browser.get(), &ConnectionBrowser::pageChanged);
    QVERIFY(m_source->fail());
    QVERIFY(reaches(State::Failed));
    QCOMPARE(m_browser->request().index, 0); // as on screen
    QCOMPARE(m_browser->page()->request.index, 0);
    QCOMPARE(m_browser->model()->rowCount(), 50);
    QCOMPARE(pages.size(), 0);
    QCOMPARE(m_browser->next()->index, 1);
}

void TestConnectionBrowserLoading::retryAsksForWhatFailed()
{
    openAt(237);
    m_browser->goToPage(3);
    QVERIFY(m_source->fail());
    QVERIFY(reaches(State::Failed));
    m_browser->retry();
    QCOMPARE(m_browser->state(), State::Loading);
    QVERIFY(!m_browser->error());
    QVERIFY(m_source->answer(237));
    QVERIFY(reaches(State::Loaded));
    QCOMPARE(m_browser->page()->request.index, 3);
    QCOMPARE(m_source->indexes(), QList<int>({0, 3, 3}));
}

void TestConnectionBrowserLoading::retryOfAReloadRenews()
{
    openAt(237);
    m_browser->nextPage();
    QVERIFY(m_source->answer(237));
    QVERIFY(reaches(State::Loaded));
    m_browser->reload();
    QVERIFY(m_source->fail());
    QVERIFY(reaches(State::Failed));
    m_browser->retry();
    QVERIFY(m_source->answer(237));
    QVERIFY(reaches(State::Loaded));
    m_browser->previousPage();
    QCOMPARE(m_browser->state(), State::Loading); // what was read before is not shown any more
}

void TestConnectionBrowserLoading::retryWithoutAFailureReloads()
{
    openAt(237);
    m_browser->nextPage();
    QVERIFY(m_source->answer(237));
    QVERIFY(reaches(State::Loaded));
    m_browser->retry();
    QCOMPARE(m_browser->state(), State::Loading);
    QCOMPARE(m_source->indexes(), QList<int>({0, 1, 1}));
    m_browser->cancel();
    m_browser->goToPage(4);
    m_browser->cancel();
    m_browser->retry(); // nothing failed: page 1 is on screen
    QCOMPARE(m_source->indexes(), QList<int>({0, 1, 1, 4, 1}));
}

void TestConnectionBrowserLoading::cachedPageEndsAFailure()
{
    openAt(237);
    m_browser->nextPage();
    QVERIFY(m_source->answer(237));
    QVERIFY(reaches(State::Loaded));
    m_browser->nextPage();
    QVERIFY(m_source->fail());
    QVERIFY(reaches(State::Failed));
    m_browser->previousPage();
    QCOMPARE(m_browser->state(), State::Loaded);
    QVERIFY(!m_browser->error());
    QCOMPARE(m_browser->page()->request.index, 0);
}

void TestConnectionBrowserLoading::cancelWithAPageShowsItAgain()
{
    openAt(237);
    m_browser->goToPage(3);
    m_browser->cancel();
    QCOMPARE(m_browser->state(), State::Loaded);
    QCOMPARE(m_browser->request().index, 0);
    QCOMPARE(m_source->pending(), 0);
    QVERIFY(!m_source->answer(237));
    m_browser->nextPage();
    QCOMPARE(m_source->indexes(), QList<int>({0, 3, 1}));
}

void TestConnectionBrowserLoading::cancelWithoutAPage()
{
    m_browser->open(m_source, First.at(2));
    QVERIFY(m_source->answer(237)); // answered, but not yet heard of
    m_browser->cancel();
    QCOMPARE(m_browser->state(), State::Cancelled);
    QTest::qWait(5);
    QCOMPARE(m_browser->state(), State::Cancelled);
    QVERIFY(!m_browser->page());
    m_browser->reload();
    QVERIFY(m_source->answer(237));
    QVERIFY(reaches(State::Loaded));
    QCOMPARE(m_browser->page()->request.index, 2);
}

void TestConnectionBrowserLoading::cancelOfNothing()
{
    openAt(237);
    QSignalSpy states(m_browser.get(), &ConnectionBrowser::stateChanged);
    m_browser->cancel();
    QCOMPARE(states.size(), 0);
}

void TestConnectionBrowserLoading::retriesAreTold()
{
    m_browser->open(m_source, First);
    QSignalSpy retry(m_browser.get(), &ConnectionBrowser::retryScheduled);
    QVERIFY(m_source->scheduleRetry(1, 12s, {.kind = Kind::RateLimited}));
    QCOMPARE(retry.size(), 1);
    QVERIFY(retry.at(0).at(1).value<std::chrono::milliseconds>() == 12s);
    QCOMPARE(m_browser->state(), State::Loading);
}

QTEST_GUILESS_MAIN(TestConnectionBrowserLoading)
#include "tst_connectionbrowserloading.moc"
