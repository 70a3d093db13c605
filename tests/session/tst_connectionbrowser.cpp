// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/connectionbrowser.h"

#include "support/fakesource.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using namespace std::chrono_literals;
using State = ConnectionBrowser::State;
using Kind = ListingMismatch::Kind;

namespace {

const PageRequest First{.organizationId = u"org_1"_s};

} // namespace

class TestConnectionBrowser final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nothingIsConfiguredAtFirst();
    void rapidNextMakesOneRequestAPage();
    void samePageAgainWhileLoadingCostsNoRequest();
    void reloadWhileLoadingStaysOneAnswer();
    void openWhileLoading();
    void openWithItsOwnRequest();
    void closeWhileLoading();
    void destroyedWhileLoading();
    void lateAnswerOfTheSourceBeforeIsNotShown();
    void pageIsSetBeforeTheSignals();

    void edgesOfEveryListing_data();
    void edgesOfEveryListing();
    void aPageTurnIsOneRequest();
    void goingBackCostsNoRequest();
    void noPageAfterTheEndIsRequested();
    void goToPageIsClamped_data();
    void goToPageIsClamped();
    void rowsFollowThePage();
    void withoutATotalAFullPageHasANext();
    void withoutATotalNothingIsClamped();

    void pageSizeKeepsTheFirstRow_data();
    void pageSizeKeepsTheFirstRow();
    void pageSizeForgetsThePagesBefore();
    void samePageSizeCostsNoRequest();
    void largestIndexDoesNotOverflow();
    void filterStartsAtTheFirstPage();
    void sameFilterCostsNoRequest();
    void reloadRenewsEveryPage();

    void firstFailureHasNoPage();
    void failureKeepsTheRows();
    void retryRepeatsTheFailedRequest();
    void retryOfAReloadRenews();
    void retryWithoutAFailureReloads();
    void cachedPageEndsAFailure();
    void cancelWithAPageShowsItAgain();
    void cancelWithoutAPage();
    void cancelOfNothing();
    void retriesAreReported();

    void otherTotalIsReportedAndForgetsThePages_data();
    void otherTotalIsReportedAndForgetsThePages();
    void sameTotalIsNotReported();
    void reloadMayBringAnyTotal();
    void anotherListingMayHaveAnyTotal();
    void shrunkListingLeavesThePageAfterItsEnd();
    void totalThatIsNoLongerSentIsNotAChange();

    void pagesThatAddUpAreNotReported();
    void repeatedRowOnTwoPagesIsReported();
    void repeatedRowOnOnePageIsReported();
    void shortPageIsReported();
    void otherTotalIsReported();
    void theTenantsLimitBecomesThePageSize();
    void reloadForgetsTheMismatch();
    void otherSourceKeepsALoadedPage();
    void otherSourceRepeatsAFailedRequest();
    void otherSourceRepeatsARunningRequest();

private:
    //! Opens a listing that the test answers page by page, at the page with this index.
    void openAt(qsizetype total, int index = 0)
    {
        m_browser->open(m_source, First.at(index));
        QVERIFY(m_source->answer(total));
        QVERIFY(isLoaded());
    }
    //! Opens a listing whose pages are all answered, and waits for its first page.
    void open(qsizetype total, bool withTotal = true, const PageRequest &first = First)
    {
        m_source->serve(total, withTotal);
        m_browser->open(m_source, first);
        QCOMPARE(m_browser->state(), State::Loading);
        QVERIFY(isLoaded());
    }
    //! Reads the first two pages of 237 rows.
    void openTwoPages()
    {
        m_browser->open(m_source, First);
        answer(237);
        m_browser->nextPage();
        answer(237);
    }
    //! Opens 237 rows and then the second page with a change.
    void openSecond(const std::function<void(ConnectionPage &)> &change)
    {
        open(237);
        m_source->answerAll([change](const PageRequest &request) -> FakeSource::Answer {
            ConnectionPage page = fakePage(request, 237, true);
            change(page);
            return page;
        });
        m_browser->nextPage();
        QVERIFY(isLoaded());
        QCOMPARE(index(), 1);
    }
    void answer(qsizetype total, bool withTotal = true)
    {
        QVERIFY(m_source->answer(total, withTotal));
        QVERIFY(isLoaded());
    }
    [[nodiscard]] bool reaches(State state)
    {
        return QTest::qWaitFor([&] { return m_browser->state() == state; });
    }
    [[nodiscard]] bool isLoaded() { return reaches(State::Loaded); }
    //! Of the page on screen.
    [[nodiscard]] int index() const { return m_browser->page()->request.index; }
    [[nodiscard]] ListingMismatch mismatch(qsizetype at = 0) const
    {
        return m_mismatches->at(at).constFirst().value<ListingMismatch>();
    }

    std::shared_ptr<FakeSource> m_source;
    std::unique_ptr<ConnectionBrowser> m_browser;
    std::unique_ptr<QSignalSpy> m_mismatches;
};

void TestConnectionBrowser::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_source = std::make_shared<FakeSource>();
    m_browser = std::make_unique<ConnectionBrowser>();
    m_mismatches =
        std::make_unique<QSignalSpy>(m_browser.get(), &ConnectionBrowser::listingChanged);
}

void TestConnectionBrowser::nothingIsConfiguredAtFirst()
{
    QCOMPARE(m_browser->state(), State::NotConfigured);
    QVERIFY(!m_browser->page() && !m_browser->source() && !m_browser->error());
    m_browser->reload();
    m_browser->retry();
    m_browser->nextPage();
    m_browser->goToPage(3);
    m_browser->setPageSize(7);
    m_browser->setEnabledFilter(true);
    m_browser->cancel();
    QCOMPARE(m_browser->state(), State::NotConfigured);
}

void TestConnectionBrowser::rapidNextMakesOneRequestAPage()
{
    openAt(237);
    for (int i = 0; i < 10; ++i)
        m_browser->nextPage();
    QCOMPARE(m_browser->request().index, 4);
    QCOMPARE(m_source->indexes(), QList<int>({0, 1, 2, 3, 4}));
    QCOMPARE(m_source->pending(), 1);
    QCOMPARE(m_source->cancelled(), 3);
    QVERIFY(m_source->answer(237));
    QVERIFY(reaches(State::Loaded));
    QCOMPARE(m_browser->page()->request.index, 4);
    QCOMPARE(m_browser->model()->rowCount(), 37);
}

void TestConnectionBrowser::samePageAgainWhileLoadingCostsNoRequest()
{
    openAt(237);
    m_browser->lastPage();
    m_browser->lastPage();
    m_browser->goToPage(4);
    m_browser->goToPage(1000);
    QCOMPARE(m_source->indexes(), QList<int>({0, 4}));
    QCOMPARE(m_source->cancelled(), 0);
    QVERIFY(m_source->answer(237));
    QVERIFY(reaches(State::Loaded));
    QCOMPARE(m_browser->page()->request.index, 4);
}

void TestConnectionBrowser::reloadWhileLoadingStaysOneAnswer()
{
    openAt(237);
    m_browser->nextPage();
    m_browser->reload();
    QCOMPARE(m_source->pending(), 1);
    QSignalSpy pages(m_browser.get(), &ConnectionBrowser::pageChanged);
    QVERIFY(m_source->answer(237));
    QVERIFY(reaches(State::Loaded));
    QCOMPARE(m_browser->page()->request.index, 1);
    QCOMPARE(pages.size(), 1);
    m_browser->previousPage();
    QCOMPARE(m_browser->state(), State::Loading); // the reload forgot the first page
}

void TestConnectionBrowser::openWhileLoading()
{
    m_browser->open(m_source, First);
    m_browser->open(m_source, {.organizationId = u"org_2"_s, .index = 1, .size = 10});
    QCOMPARE(m_source->pending(), 1);
    QVERIFY(m_source->answer(25));
    QVERIFY(reaches(State::Loaded));
    QCOMPARE(m_browser->page()->request.organizationId, u"org_2"_s);
    QCOMPARE(m_browser->model()->rowCount(), 10);
}

void TestConnectionBrowser::openWithItsOwnRequest()
{
    openAt(237, 2);
    const auto other = std::make_shared<FakeSource>();
    m_browser->open(other, m_browser->page()->request); // which open() forgets
    QCOMPARE(other->requests(), {First.at(2)});
    QCOMPARE(m_browser->request(), First.at(2));
}

void TestConnectionBrowser::closeWhileLoading()
{
    openAt(237);
    m_browser->nextPage();
    m_browser->close();
    QCOMPARE(m_browser->state(), State::NotConfigured);
    QCOMPARE(m_source->pending(), 0);
    QVERIFY(!m_browser->page() && !m_browser->source());
    QCOMPARE(m_browser->model()->rowCount(), 0);
    QCOMPARE(m_source.use_count(), 1);
}

void TestConnectionBrowser::destroyedWhileLoading()
{
    m_browser->open(m_source, First);
    m_browser.reset();
    QCOMPARE(m_source->pending(), 0);
}

void TestConnectionBrowser::lateAnswerOfTheSourceBeforeIsNotShown()
{
    const auto other = std::make_shared<FakeSource>();
    m_browser->open(m_source, First);
    QVERIFY(m_source->answer(237));
    m_browser->open(other, {.organizationId = u"org_2"_s});
    QTest::qWait(5);
    QCOMPARE(m_browser->state(), State::Loading);
    QVERIFY(!m_browser->page());
    QVERIFY(other->answer(1));
    QVERIFY(reaches(State::Loaded));
    QCOMPARE(m_browser->page()->request.organizationId, u"org_2"_s);
}

void TestConnectionBrowser::pageIsSetBeforeTheSignals()
{
    openAt(237);
    bool isConsistent = false;
    connect(m_browser.get(), &ConnectionBrowser::pageChanged, this, [&] {
        isConsistent = m_browser->state() == State::Loaded && m_browser->request().index == 1
            && m_browser->model()->connectionAt(0).connectionId == fakeId(50);
    });
    m_browser->nextPage();
    QVERIFY(m_source->answer(237));
    QVERIFY(reaches(State::Loaded));
    QVERIFY(isConsistent);
}

void TestConnectionBrowser::edgesOfEveryListing_data()
{
    QTest::addColumn<int>("total");
    QTest::addColumn<int>("lastIndex");
    QTest::addColumn<int>("lastRows");
    QTest::newRow("empty") << 0 << 0 << 0;
    QTest::newRow("one row") << 1 << 0 << 1;
    QTest::newRow("one short of a page") << 49 << 0 << 49;
    QTest::newRow("exactly a page") << 50 << 0 << 50;
    QTest::newRow("one more") << 51 << 1 << 1;
    QTest::newRow("exactly two pages") << 100 << 1 << 50;
    QTest::newRow("five pages") << 237 << 4 << 37;
}

void TestConnectionBrowser::edgesOfEveryListing()
{
    QFETCH(int, total);
    QFETCH(int, lastIndex);
    QFETCH(int, lastRows);
    open(total);
    QVERIFY(!m_browser->previous());
    QCOMPARE(m_browser->next().has_value(), lastIndex > 0);
    QCOMPARE(m_browser->last()->index, lastIndex);
    m_browser->lastPage();
    QVERIFY(isLoaded());
    QCOMPARE(index(), lastIndex);
    QCOMPARE(m_browser->model()->rowCount(), lastRows);
    QVERIFY(!m_browser->next());
    m_browser->nextPage(); // does nothing
    QCOMPARE(m_browser->state(), State::Loaded);
    QCOMPARE(m_source->requests().size(), lastIndex > 0 ? 2 : 1);
    m_browser->firstPage();
    QCOMPARE(index(), 0);
    QCOMPARE(m_source->requests().size(), lastIndex > 0 ? 2 : 1);
}

void TestConnectionBrowser::aPageTurnIsOneRequest()
{
    open(237);
    QSignalSpy pages(m_browser.get(), &ConnectionBrowser::pageChanged);
    for (int expected = 1; expected < 5; ++expected) {
        m_browser->nextPage();
        QCOMPARE(m_browser->state(), State::Loading);
        QCOMPARE(m_browser->request(), First.at(expected));
        QVERIFY(isLoaded());
        QCOMPARE(index(), expected);
        QCOMPARE(m_browser->previous()->index, expected - 1);
    }
    QCOMPARE(m_source->indexes(), QList<int>({0, 1, 2, 3, 4}));
    QCOMPARE(pages.size(), 4);
}

void TestConnectionBrowser::goingBackCostsNoRequest()
{
    open(237);
    for (int i = 0; i < 4; ++i) {
        m_browser->nextPage();
        QVERIFY(isLoaded());
    }
    QSignalSpy states(m_browser.get(), &ConnectionBrowser::stateChanged);
    for (int expected = 3; expected >= 0; --expected) {
        m_browser->previousPage();
        QCOMPARE(m_browser->state(), State::Loaded); // at once
        QCOMPARE(index(), expected);
        QCOMPARE(m_browser->model()->connectionAt(0).connectionId, fakeId(expected * 50));
    }
    m_browser->lastPage();
    m_browser->goToPage(2);
    m_browser->nextPage();
    QCOMPARE(index(), 3);
    QCOMPARE(m_source->requests().size(), 5);
    for (const auto &change : states)
        QCOMPARE(change.at(0).value<State>(), State::Loaded);
}

void TestConnectionBrowser::noPageAfterTheEndIsRequested()
{
    open(120);
    m_browser->lastPage();
    QVERIFY(isLoaded());
    m_browser->nextPage();
    m_browser->goToPage(3);
    m_browser->goToPage(std::numeric_limits<int>::max());
    QCOMPARE(m_browser->state(), State::Loaded);
    QCOMPARE(m_source->indexes(), QList<int>({0, 2}));
}

void TestConnectionBrowser::goToPageIsClamped_data()
{
    QTest::addColumn<int>("asked");
    QTest::addColumn<int>("shown");
    QTest::addColumn<bool>("isSaid");
    QTest::newRow("within") << 1 << 1 << false;
    QTest::newRow("the last") << 2 << 2 << false;
    QTest::newRow("one after the end") << 3 << 2 << true;
    QTest::newRow("far after the end") << 1'000'000 << 2 << true;
    QTest::newRow("before the first") << -1 << 0 << false;
    QTest::newRow("far before") << std::numeric_limits<int>::min() << 0 << false;
}

void TestConnectionBrowser::goToPageIsClamped()
{
    QFETCH(int, asked);
    QFETCH(int, shown);
    QFETCH(bool, isSaid);
    open(120);
    QSignalSpy clamped(m_browser.get(), &ConnectionBrowser::pageClamped);
    m_browser->goToPage(asked);
    QVERIFY(isLoaded());
    QCOMPARE(index(), shown);
    QCOMPARE(clamped.size(), isSaid ? 1 : 0);
    if (isSaid)
        QCOMPARE(clamped.at(0), QVariantList({asked, 2}));
}

void TestConnectionBrowser::rowsFollowThePage()
{
    open(120);
    QCOMPARE(m_browser->model()->rowCount(), 50);
    m_browser->lastPage();
    QCOMPARE(m_browser->model()->rowCount(), 50); // the old rows stay meanwhile
    QCOMPARE(m_browser->page()->request.index, 0);
    QVERIFY(isLoaded());
    QCOMPARE(m_browser->model()->rowCount(), 20);
    QCOMPARE(m_browser->model()->connections(), m_browser->page()->items);
}

void TestConnectionBrowser::withoutATotalAFullPageHasANext()
{
    open(100, false);
    QVERIFY(m_browser->next().has_value());
    QVERIFY(!m_browser->last());
    m_browser->lastPage(); // unknown: does nothing
    QCOMPARE(m_source->requests().size(), 1);
    m_browser->nextPage();
    QVERIFY(isLoaded());
    QVERIFY(m_browser->next().has_value()); // full, so there may be another one
    m_browser->nextPage();
    QVERIFY(isLoaded());
    QVERIFY(m_browser->page()->isBeyondEnd());
    QVERIFY(!m_browser->next());
    m_browser->previousPage();
    QCOMPARE(index(), 1);
    QCOMPARE(m_source->indexes(), QList<int>({0, 1, 2}));
}

void TestConnectionBrowser::withoutATotalNothingIsClamped()
{
    open(100, false);
    QSignalSpy clamped(m_browser.get(), &ConnectionBrowser::pageClamped);
    m_browser->goToPage(9);
    QVERIFY(isLoaded());
    QVERIFY(m_browser->page()->isBeyondEnd());
    QCOMPARE(clamped.size(), 0);
}

void TestConnectionBrowser::pageSizeKeepsTheFirstRow_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("expected");
    QTest::newRow("first page") << 0 << 10 << 0;
    QTest::newRow("smaller") << 2 << 10 << 10;
    QTest::newRow("larger") << 3 << 100 << 1;
    QTest::newRow("does not divide") << 3 << 70 << 2;
    QTest::newRow("one row a page") << 2 << 1 << 100;
}

void TestConnectionBrowser::pageSizeKeepsTheFirstRow()
{
    QFETCH(int, index);
    QFETCH(int, size);
    QFETCH(int, expected);
    open(237, true, First.at(index));
    const QString firstRow = m_browser->page()->items.constFirst().connectionId;
    m_browser->setPageSize(size);
    QVERIFY(isLoaded());
    QCOMPARE(m_browser->request().size, size);
    QCOMPARE(m_browser->request().index, expected);
    QVERIFY(std::ranges::any_of(m_browser->page()->items, [&](const OrganizationConnection &row) {
        return row.connectionId == firstRow;
    }));
    QCOMPARE(m_source->requests().size(), 2);
}

void TestConnectionBrowser::pageSizeForgetsThePagesBefore()
{
    open(237);
    m_browser->setPageSize(100);
    QVERIFY(isLoaded());
    m_browser->setPageSize(50);
    QVERIFY(isLoaded());
    m_browser->nextPage();
    QVERIFY(isLoaded());
    QCOMPARE(m_browser->model()->connectionAt(0).connectionId, fakeId(50));
    QCOMPARE(m_source->requests().size(), 4);
}

void TestConnectionBrowser::samePageSizeCostsNoRequest()
{
    open(237);
    m_browser->setPageSize(50);
    QCOMPARE(m_browser->state(), State::Loaded);
    QCOMPARE(m_source->requests().size(), 1);
}

void TestConnectionBrowser::largestIndexDoesNotOverflow()
{
    const int largest = std::numeric_limits<int>::max();
    open(0, false, {.organizationId = u"org_1"_s, .index = largest, .size = 100});
    m_browser->setPageSize(99);
    QVERIFY(m_browser->request().index >= 0);
    m_browser->setPageSize(1);
    QVERIFY(m_browser->request().index >= 0);
}

void TestConnectionBrowser::filterStartsAtTheFirstPage()
{
    open(237);
    m_browser->goToPage(3);
    QVERIFY(isLoaded());
    for (const std::optional<bool> filter :
         {std::optional(true), std::optional(false), std::optional<bool>()}) {
        m_browser->setEnabledFilter(filter);
        QCOMPARE(m_browser->state(), State::Loading);
        QVERIFY(!m_browser->next() && !m_browser->last()); // not known for the other listing yet
        QVERIFY(isLoaded());
        PageRequest expected = First;
        expected.isEnabled = filter;
        QCOMPARE(m_browser->page()->request, expected);
        QCOMPARE(m_source->requests().constLast(), expected);
        m_browser->nextPage();
        QVERIFY(isLoaded());
        QCOMPARE(m_source->requests().constLast(), expected.at(1));
    }
}

void TestConnectionBrowser::sameFilterCostsNoRequest()
{
    open(237);
    m_browser->goToPage(3);
    QVERIFY(isLoaded());
    m_browser->setEnabledFilter({});
    QCOMPARE(index(), 3);
    QCOMPARE(m_source->requests().size(), 2);
}

void TestConnectionBrowser::reloadRenewsEveryPage()
{
    open(237);
    m_browser->nextPage();
    QVERIFY(isLoaded());
    m_browser->reload();
    QCOMPARE(m_browser->state(), State::Loading);
    QVERIFY(isLoaded());
    m_browser->previousPage(); // was read before the reload
    QCOMPARE(m_browser->state(), State::Loading);
    QVERIFY(isLoaded());
    QCOMPARE(m_source->indexes(), QList<int>({0, 1, 1, 0}));
}

void TestConnectionBrowser::firstFailureHasNoPage()
{
    m_browser->open(m_source, First);
    QVERIFY(m_source->fail(ApiError::Kind::Forbidden));
    QVERIFY(reaches(State::Failed));
    QCOMPARE(m_browser->error()->kind, ApiError::Kind::Forbidden);
    QVERIFY(!m_browser->page());
    QCOMPARE(m_browser->request(), First);
    QVERIFY(!m_browser->next());
}

void TestConnectionBrowser::failureKeepsTheRows()
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

void TestConnectionBrowser::retryRepeatsTheFailedRequest()
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

void TestConnectionBrowser::retryOfAReloadRenews()
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

void TestConnectionBrowser::retryWithoutAFailureReloads()
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

void TestConnectionBrowser::cachedPageEndsAFailure()
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

void TestConnectionBrowser::cancelWithAPageShowsItAgain()
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

void TestConnectionBrowser::cancelWithoutAPage()
{
    m_browser->open(m_source, First.at(2));
    QVERIFY(m_source->answer(237)); // finished() is not delivered yet
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

void TestConnectionBrowser::cancelOfNothing()
{
    openAt(237);
    QSignalSpy states(m_browser.get(), &ConnectionBrowser::stateChanged);
    m_browser->cancel();
    QCOMPARE(states.size(), 0);
}

void TestConnectionBrowser::retriesAreReported()
{
    m_browser->open(m_source, First);
    QSignalSpy retry(m_browser.get(), &ConnectionBrowser::retryScheduled);
    QVERIFY(m_source->scheduleRetry(1, 12s, {.kind = ApiError::Kind::RateLimited}));
    QCOMPARE(retry.size(), 1);
    QVERIFY(retry.at(0).at(1).value<std::chrono::milliseconds>() == 12s);
    QCOMPARE(m_browser->state(), State::Loading);
}

void TestConnectionBrowser::otherTotalIsReportedAndForgetsThePages_data()
{
    QTest::addColumn<int>("now");
    QTest::newRow("one more") << 238;
    QTest::newRow("one fewer") << 236;
    QTest::newRow("many more") << 100'000;
}

void TestConnectionBrowser::otherTotalIsReportedAndForgetsThePages()
{
    QFETCH(int, now);
    openTwoPages();
    m_browser->nextPage();
    answer(now);
    QCOMPARE(m_mismatches->size(), 1);
    QCOMPARE(m_mismatches->at(0).at(0).value<ListingMismatch>(),
             (ListingMismatch{
                 .kind = ListingMismatch::Kind::TotalChanged, .expected = 237, .got = now}));
    QCOMPARE(m_browser->page()->total, std::optional<qsizetype>(now));
    m_browser->previousPage();
    QCOMPARE(m_browser->state(), State::Loading);
    answer(now);
    QCOMPARE(m_mismatches->size(), 1); // once
    m_browser->nextPage();
    QCOMPARE(m_browser->state(), State::Loaded); // read since
    QCOMPARE(m_source->indexes(), QList<int>({0, 1, 2, 1}));
}

void TestConnectionBrowser::sameTotalIsNotReported()
{
    openTwoPages();
    m_browser->nextPage();
    answer(237);
    QCOMPARE(m_mismatches->size(), 0);
}

void TestConnectionBrowser::reloadMayBringAnyTotal()
{
    openTwoPages();
    m_browser->reload();
    answer(90);
    QCOMPARE(m_mismatches->size(), 0);
    QCOMPARE(m_browser->page()->total, std::optional<qsizetype>(90));
    m_browser->previousPage();
    QCOMPARE(m_browser->state(), State::Loading);
}

void TestConnectionBrowser::anotherListingMayHaveAnyTotal()
{
    openTwoPages();
    m_browser->setEnabledFilter(true);
    answer(20);
    m_browser->setEnabledFilter(false);
    answer(217);
    QCOMPARE(m_mismatches->size(), 0);
}

void TestConnectionBrowser::shrunkListingLeavesThePageAfterItsEnd()
{
    openTwoPages();
    m_browser->lastPage();
    answer(60);
    QVERIFY(m_browser->page()->isBeyondEnd());
    QCOMPARE(m_browser->model()->rowCount(), 0);
    QCOMPARE(m_mismatches->size(), 1);
    QVERIFY(!m_browser->next());
    QCOMPARE(m_browser->last()->index, 1);
    QCOMPARE(m_browser->previous()->index, 1); // the last one that exists
    m_browser->lastPage();
    answer(60);
    QCOMPARE(m_browser->model()->rowCount(), 10);
    QCOMPARE(m_mismatches->size(), 1);
}

void TestConnectionBrowser::totalThatIsNoLongerSentIsNotAChange()
{
    openTwoPages();
    m_browser->nextPage();
    answer(237, false);
    QCOMPARE(m_mismatches->size(), 0);
    QVERIFY(!m_browser->last());
    QVERIFY(m_browser->next().has_value());
    m_browser->previousPage();
    QCOMPARE(m_browser->page()->request.index, 1);
}

void TestConnectionBrowser::pagesThatAddUpAreNotReported()
{
    open(237);
    m_browser->lastPage();
    QVERIFY(isLoaded());
    m_browser->previousPage();
    QVERIFY(isLoaded());
    m_browser->reload();
    QVERIFY(isLoaded());
    QVERIFY(m_mismatches->isEmpty());
}

void TestConnectionBrowser::repeatedRowOnTwoPagesIsReported()
{
    openSecond([](ConnectionPage &page) { page.items.first() = fakeRow(49); });
    QCOMPARE(m_mismatches->size(), 1);
    QVERIFY(mismatch().kind == Kind::RowRepeated);
    QCOMPARE(m_browser->model()->rowCount(), 50); // it is shown all the same
    m_browser->previousPage();
    m_browser->nextPage(); // both are known
    QCOMPARE(m_browser->state(), State::Loaded);
    QCOMPARE(m_mismatches->size(), 1);
}

void TestConnectionBrowser::repeatedRowOnOnePageIsReported()
{
    openSecond([](ConnectionPage &page) { page.items.last() = page.items.constFirst(); });
    QCOMPARE(m_mismatches->size(), 1);
    QVERIFY(mismatch().kind == Kind::RowRepeated);
}

void TestConnectionBrowser::shortPageIsReported()
{
    openSecond([](ConnectionPage &page) { page.items.removeLast(); });
    QCOMPARE(m_mismatches->size(), 1);
    QVERIFY(mismatch() == ListingMismatch({.kind = Kind::RowsMissing, .expected = 50, .got = 49}));
}

void TestConnectionBrowser::otherTotalIsReported()
{
    openSecond([](ConnectionPage &page) { page.total = 240; });
    QCOMPARE(m_mismatches->size(), 1);
    QVERIFY(mismatch()
            == ListingMismatch({.kind = Kind::TotalChanged, .expected = 237, .got = 240}));
    m_browser->previousPage();
    QCOMPARE(m_browser->state(), State::Loading); // what was read before is not shown any more
}

void TestConnectionBrowser::theTenantsLimitBecomesThePageSize()
{
    m_source->answerAll([](PageRequest request) {
        request.size = std::min(request.size, 20);
        return fakePage(request, 237);
    });
    m_browser->open(m_source, {.organizationId = u"org_1"_s, .size = 100});
    QVERIFY(isLoaded());
    QCOMPARE(m_browser->request().size, 20);
    QVERIFY(mismatch()
            == ListingMismatch({.kind = Kind::PageSizeChanged, .expected = 100, .got = 20}));
    m_browser->nextPage();
    QVERIFY(isLoaded());
    QCOMPARE(m_source->requests().constLast().size, 20);
    QCOMPARE(m_browser->page()->offset(), 20);
    QCOMPARE(m_browser->last()->index, 11);
    QCOMPARE(m_mismatches->size(), 1); // said once
}

void TestConnectionBrowser::reloadForgetsTheMismatch()
{
    openSecond([](ConnectionPage &page) { page.items.first() = fakeRow(49); });
    m_source->serve(237);
    m_browser->reload();
    QVERIFY(isLoaded());
    m_browser->previousPage();
    QVERIFY(isLoaded());
    QCOMPARE(m_mismatches->size(), 1);
}

void TestConnectionBrowser::otherSourceKeepsALoadedPage()
{
    open(237);
    const auto other = std::make_shared<FakeSource>();
    QSignalSpy pages(m_browser.get(), &ConnectionBrowser::pageChanged);
    m_browser->replaceSource(other);
    QCOMPARE(m_browser->state(), State::Loaded);
    QVERIFY(pages.isEmpty());
    QVERIFY(other->requests().isEmpty());
    QCOMPARE(m_browser->model()->rowCount(), 50);
    other->serve(237);
    m_browser->nextPage();
    QVERIFY(isLoaded());
    QCOMPARE(other->indexes(), QList<int>{1});
    QCOMPARE(m_source->indexes(), QList<int>{0});
}

void TestConnectionBrowser::otherSourceRepeatsAFailedRequest()
{
    open(237);
    m_source->answerAll([](const PageRequest &) -> FakeSource::Answer {
        return ApiError{.kind = ApiError::Kind::Unauthorized};
    });
    m_browser->goToPage(3);
    QVERIFY(reaches(State::Failed));
    const auto other = std::make_shared<FakeSource>();
    other->serve(237);
    m_browser->replaceSource(other);
    QCOMPARE(m_browser->state(), State::Loading);
    QVERIFY(!m_browser->error());
    QCOMPARE(m_browser->model()->rowCount(), 50); // what was on screen stays
    QVERIFY(isLoaded());
    QCOMPARE(index(), 3);
    QCOMPARE(other->indexes(), QList<int>{3});
}

void TestConnectionBrowser::otherSourceRepeatsARunningRequest()
{
    m_browser->open(m_source, First);
    const auto other = std::make_shared<FakeSource>();
    m_browser->replaceSource(other);
    QCOMPARE(m_source->pending(), 0);
    QCOMPARE(m_source->cancelled(), 1);
    QCOMPARE(m_browser->state(), State::Loading);
    QCOMPARE(other->indexes(), QList<int>{0});
    QVERIFY(other->answer(10));
    QVERIFY(isLoaded());
    QCOMPARE(m_browser->model()->rowCount(), 10);
}

QTEST_GUILESS_MAIN(TestConnectionBrowser)
#include "tst_connectionbrowser.moc"
