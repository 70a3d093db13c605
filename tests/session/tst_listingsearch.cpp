// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/listingsearch.h"

#include "support/fakesource.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using namespace std::chrono_literals;
using State = ListingSearch::State;
using Kind = ListingMismatch::Kind;

class TestListingSearch final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void onePageNeedsNoSearch();
    void readsOnlyThePagesThatAreNotKept();
    void readsOnePageAfterAnother();
    void keepsWhatItHasRead();
    void allKeptPagesCostNoRequest();
    void withoutATotalOnlyTheEndTells();
    void everyPageHasTheServersFilter();
    void endBringsThePageBack();
    void endWhileReadingCancels();
    void anotherPageEndsIt();
    void anotherListingEndsIt();
    void loadingEndsTheReading();
    void failureIsNoResult();
    void nextTryGoesOnWhereItStopped();
    void pagesThatDoNotAddUpAreNoResult_data();
    void pagesThatDoNotAddUpAreNoResult();
    void nextTryAfterAChangeReadsAllAnew();
    void failedReloadEndsIt();
    void listingWithoutAnEndIsNoResult();
    void retriesAreReported();

private:
    void open(qsizetype total, bool withTotal = true, int index = 0, int size = 50)
    {
        m_search.reset();
        m_browser = std::make_unique<ConnectionBrowser>();
        m_source = std::make_shared<FakeSource>();
        m_search = std::make_unique<ListingSearch>(*m_browser);
        m_browser->open(m_source, {.organizationId = u"org_1"_s, .index = index, .size = size});
        QVERIFY(m_source->answer(total, withTotal));
        QTRY_COMPARE(m_browser->state(), ConnectionBrowser::State::Loaded);
    }
    [[nodiscard]] int rows() const { return m_browser->model()->rowCount(); }

    std::shared_ptr<FakeSource> m_source;
    std::unique_ptr<ConnectionBrowser> m_browser;
    std::unique_ptr<ListingSearch> m_search;
};

void TestListingSearch::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
}

void TestListingSearch::onePageNeedsNoSearch()
{
    open(50);
    QVERIFY(!m_search->isPossible());
    m_search->start();
    QCOMPARE(m_search->state(), State::Off);
    QCOMPARE(m_source->requests().size(), 1);
    open(51);
    QVERIFY(m_search->isPossible());
}

void TestListingSearch::readsOnlyThePagesThatAreNotKept()
{
    open(237, true, 2);
    m_browser->nextPage();
    QVERIFY(!m_search->isPossible()); // something else is being read
    QVERIFY(m_source->answer(237));
    QTRY_COMPARE(m_browser->state(), ConnectionBrowser::State::Loaded);
    QCOMPARE(m_search->pageCount(), 5);
    QCOMPARE(m_search->requestsNeeded(), 3);

    m_source->serve(237);
    m_search->start();
    QTRY_COMPARE(m_search->state(), State::Complete);
    QCOMPARE(m_source->indexes(), (QList<int>{2, 3, 0, 1, 4}));
    QCOMPARE(m_search->pagesRead(), 5);
    QCOMPARE(rows(), 237);
    for (int row = 0; row < 237; ++row)
        QCOMPARE(m_browser->model()->connectionAt(row).connectionId, fakeId(row));
    QCOMPARE(m_browser->page()->request.index, 3); // the page stays what it was
}

void TestListingSearch::readsOnePageAfterAnother()
{
    open(237);
    QSignalSpy changes(m_search.get(), &ListingSearch::changed);
    m_search->start();
    for (int page = 1; page < 5; ++page) {
        QTRY_COMPARE(m_search->pagesRead(), page);
        QCOMPARE(m_search->state(), State::Reading);
        QCOMPARE(m_source->pending(), 1);
        QCOMPARE(rows(), 50); // a part is not shown as if it were all
        changes.clear();
        QVERIFY(m_source->answer(237));
        QTRY_VERIFY(!changes.isEmpty());
    }
    QCOMPARE(m_search->state(), State::Complete);
}

void TestListingSearch::keepsWhatItHasRead()
{
    open(237);
    m_source->serve(237);
    m_search->start();
    QTRY_COMPARE(m_search->state(), State::Complete);
    m_browser->lastPage();
    QCOMPARE(m_browser->state(), ConnectionBrowser::State::Loaded);
    QCOMPARE(rows(), 37);
    QCOMPARE(m_source->requests().size(), 5);
}

void TestListingSearch::allKeptPagesCostNoRequest()
{
    open(100);
    m_source->serve(100);
    m_browser->nextPage();
    QTRY_COMPARE(m_browser->state(), ConnectionBrowser::State::Loaded);
    QCOMPARE(m_search->requestsNeeded(), 0);
    m_search->start();
    QCOMPARE(m_search->state(), State::Complete);
    QCOMPARE(rows(), 100);
    QCOMPARE(m_source->requests().size(), 2);
}

void TestListingSearch::withoutATotalOnlyTheEndTells()
{
    open(120, false);
    QVERIFY(m_search->isPossible());
    QVERIFY(!m_search->pageCount());
    QVERIFY(!m_search->requestsNeeded());
    m_source->serve(120, false);
    m_search->start();
    QTRY_COMPARE(m_search->state(), State::Complete);
    QCOMPARE(rows(), 120);
    QCOMPARE(m_source->indexes(), (QList<int>{0, 1, 2, 3})); // an empty page is the end
}

void TestListingSearch::everyPageHasTheServersFilter()
{
    open(120);
    m_source->serve(120);
    m_browser->setEnabledFilter(false);
    QTRY_COMPARE(m_browser->state(), ConnectionBrowser::State::Loaded);
    m_search->start();
    QTRY_COMPARE(m_search->state(), State::Complete);
    QCOMPARE(m_source->requests().size(), 4);
    for (const PageRequest &request : m_source->requests().sliced(1))
        QCOMPARE(request.isEnabled, std::optional(false));
}

void TestListingSearch::endBringsThePageBack()
{
    open(120, true, 1);
    m_source->serve(120);
    m_search->start();
    QTRY_COMPARE(m_search->state(), State::Complete);
    m_search->end();
    QCOMPARE(m_search->state(), State::Off);
    QCOMPARE(rows(), 50);
    QCOMPARE(m_browser->model()->connectionAt(0).connectionId, fakeId(50));
}

void TestListingSearch::endWhileReadingCancels()
{
    open(120);
    m_search->start();
    m_search->end();
    QCOMPARE(m_search->state(), State::Off);
    QCOMPARE(m_source->cancelled(), 1);
    QCOMPARE(rows(), 50);
    QVERIFY(m_search->isPossible());
}

void TestListingSearch::anotherPageEndsIt()
{
    open(120);
    m_source->serve(120);
    m_search->start();
    QTRY_COMPARE(m_search->state(), State::Complete);
    m_browser->nextPage();
    QCOMPARE(m_search->state(), State::Off);
    QCOMPARE(rows(), 50);
    QCOMPARE(m_browser->model()->connectionAt(0).connectionId, fakeId(50));
}

void TestListingSearch::anotherListingEndsIt()
{
    open(120);
    m_source->serve(120);
    m_search->start();
    QTRY_COMPARE(m_search->state(), State::Complete);
    m_browser->open(std::make_shared<FakeSource>(), {.organizationId = u"org_2"_s});
    QCOMPARE(m_search->state(), State::Off);
    QCOMPARE(rows(), 0);
}

void TestListingSearch::loadingEndsTheReading()
{
    open(120);
    m_search->start();
    QCOMPARE(m_source->pending(), 1);
    m_browser->reload();
    QCOMPARE(m_search->state(), State::Off);
    QCOMPARE(m_source->cancelled(), 1);
    QCOMPARE(m_source->pending(), 1); // the reload
}

void TestListingSearch::failureIsNoResult()
{
    open(237);
    m_search->start();
    QVERIFY(m_source->answer(237));
    QTRY_COMPARE(m_search->pagesRead(), 2);
    QVERIFY(m_source->fail(ApiError::Kind::Forbidden));
    QTRY_COMPARE(m_search->state(), State::Failed);
    QVERIFY(m_search->problem());
    QCOMPARE(std::get<ApiError>(*m_search->problem()).kind, ApiError::Kind::Forbidden);
    QCOMPARE(m_search->pagesRead(), 2);
    QCOMPARE(rows(), 50);
    QCOMPARE(m_browser->state(), ConnectionBrowser::State::Loaded);
}

void TestListingSearch::nextTryGoesOnWhereItStopped()
{
    open(237);
    m_search->start();
    QVERIFY(m_source->answer(237));
    QTRY_COMPARE(m_search->pagesRead(), 2);
    QVERIFY(m_source->fail());
    QTRY_COMPARE(m_search->state(), State::Failed);
    QCOMPARE(m_search->requestsNeeded(), 3);

    const auto other = std::make_shared<FakeSource>(); // with a new token
    other->serve(237);
    m_browser->replaceSource(other);
    m_search->start();
    QVERIFY(!m_search->problem());
    QTRY_COMPARE(m_search->state(), State::Complete);
    QCOMPARE(other->indexes(), (QList<int>{2, 3, 4}));
    QCOMPARE(rows(), 237);
}

void TestListingSearch::pagesThatDoNotAddUpAreNoResult_data()
{
    QTest::addColumn<qsizetype>("total");
    QTest::addColumn<qsizetype>("firstRow");
    QTest::addColumn<int>("size");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("another total") << qsizetype(99) << qsizetype(50) << 50 << Kind::TotalChanged;
    QTest::newRow("a row twice") << qsizetype(100) << qsizetype(49) << 50 << Kind::RowRepeated;
    QTest::newRow("a row missing") << qsizetype(100) << qsizetype(51) << 50 << Kind::RowsMissing;
    QTest::newRow("smaller pages")
        << qsizetype(100) << qsizetype(50) << 25 << Kind::PageSizeChanged;
}

void TestListingSearch::pagesThatDoNotAddUpAreNoResult()
{
    QFETCH(const qsizetype, total);
    QFETCH(const qsizetype, firstRow);
    QFETCH(const int, size);
    open(100);
    m_source->answerAll([=](PageRequest request) {
        request.size = size;
        ConnectionPage page{.request = request, .total = total};
        for (qsizetype row = firstRow; row < 100; ++row)
            page.items.append(fakeRow(row));
        return page;
    });
    m_search->start();
    QTRY_COMPARE(m_search->state(), State::Failed);
    QVERIFY(m_search->problem());
    QTEST(std::get<ListingMismatch>(*m_search->problem()).kind, "kind");
    QCOMPARE(rows(), 50);
}

void TestListingSearch::nextTryAfterAChangeReadsAllAnew()
{
    open(100);
    m_source->serve(120);
    m_search->start();
    QTRY_COMPARE(m_search->state(), State::Failed);
    m_search->start();
    QCOMPARE(m_search->state(), State::Reading);
    QTRY_COMPARE(m_search->state(), State::Complete);
    QCOMPARE(rows(), 120);
    QCOMPARE(m_source->indexes(), (QList<int>{0, 1, 0, 1, 2}));
}

void TestListingSearch::failedReloadEndsIt()
{
    open(100);
    m_source->serve(120);
    m_search->start();
    QTRY_COMPARE(m_search->state(), State::Failed);
    m_source->answerAll([](const PageRequest &) { return ApiError(); });
    m_search->start();
    QTRY_COMPARE(m_search->state(), State::Off); // the browser says why
    QCOMPARE(m_browser->state(), ConnectionBrowser::State::Failed);
}

void TestListingSearch::listingWithoutAnEndIsNoResult()
{
    open(ListingSearch::MaximumRowsWithoutTotal + 1000, false, 0, 100);
    m_source->serve(ListingSearch::MaximumRowsWithoutTotal + 1000, false);
    m_search->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_search->state(), State::Failed, 60'000);
    QCOMPARE(std::get<ListingMismatch>(*m_search->problem()).kind, Kind::DoesNotEnd);
}

void TestListingSearch::retriesAreReported()
{
    open(100);
    m_search->start();
    QSignalSpy retries(m_search.get(), &ListingSearch::retryScheduled);
    QVERIFY(m_source->scheduleRetry(1, 12s, {.kind = ApiError::Kind::RateLimited}));
    QCOMPARE(retries.size(), 1);
    QCOMPARE(retries.constFirst().at(1).value<std::chrono::milliseconds>(), 12s);
    QCOMPARE(m_search->state(), State::Reading);
}

QTEST_GUILESS_MAIN(TestListingSearch)

#include "tst_listingsearch.moc"
