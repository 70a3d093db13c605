// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/browserfixture.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using Kind = Vestibule::ListingMismatch::Kind;

//! Pages that do not add up, and another source for the same tenant.
class TestConnectionBrowserMismatch final : public QObject, private BrowserFixture {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void pagesThatAddUpSayNothing();
    void aRowOnTwoPagesIsTold();
    void aRowTwiceOnOnePageIsTold();
    void aShortPageIsTold();
    void anotherTotalIsTold();
    void aRefreshForgetsWhatDidNotAddUp();
    void anotherSourceKeepsALoadedPage();
    void anotherSourceAsksAgainForWhatFailed();
    void anotherSourceIsAskedForWhatIsOnItsWay();

private:
    //! Opens 237 rows and then the second page, after \a change.
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
    [[nodiscard]] ListingMismatch told(qsizetype at = 0) const
    {
        return m_mismatches->at(at).constFirst().value<ListingMismatch>();
    }

    std::unique_ptr<QSignalSpy> m_mismatches;
};

void TestConnectionBrowserMismatch::init()
{
    beginAnew();
    m_mismatches =
        std::make_unique<QSignalSpy>(m_browser.get(), &ConnectionBrowser::listingChanged);
}

void TestConnectionBrowserMismatch::pagesThatAddUpSayNothing()
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

void TestConnectionBrowserMismatch::aRowOnTwoPagesIsTold()
{
    openSecond([](ConnectionPage &page) { page.items.first() = fakeRow(49); });
    QCOMPARE(m_mismatches->size(), 1);
    QVERIFY(told().kind == Kind::RowRepeated);
    QCOMPARE(m_browser->model()->rowCount(), 50); // it is shown all the same
    m_browser->previousPage();
    m_browser->nextPage(); // both are known
    QCOMPARE(m_browser->state(), State::Loaded);
    QCOMPARE(m_mismatches->size(), 1);
}

void TestConnectionBrowserMismatch::aRowTwiceOnOnePageIsTold()
{
    openSecond([](ConnectionPage &page) { page.items.last() = page.items.constFirst(); });
    QCOMPARE(m_mismatches->size(), 1);
    QVERIFY(told().kind == Kind::RowRepeated);
}

void TestConnectionBrowserMismatch::aShortPageIsTold()
{
    openSecond([](ConnectionPage &page) { page.items.removeLast(); });
    QCOMPARE(m_mismatches->size(), 1);
    QVERIFY(told() == ListingMismatch({.kind = Kind::RowsMissing, .expected = 50, .got = 49}));
}

void TestConnectionBrowserMismatch::anotherTotalIsTold()
{
    openSecond([](ConnectionPage &page) { page.total = 240; });
    QCOMPARE(m_mismatches->size(), 1);
    QVERIFY(told() == ListingMismatch({.kind = Kind::TotalChanged, .expected = 237, .got = 240}));
    m_browser->previousPage();
    QCOMPARE(m_browser->state(), State::Loading); // what was read before is not shown any more
}

void TestConnectionBrowserMismatch::aRefreshForgetsWhatDidNotAddUp()
{
    openSecond([](ConnectionPage &page) { page.items.first() = fakeRow(49); });
    m_source->serve(237);
    m_browser->reload();
    QVERIFY(isLoaded());
    m_browser->previousPage();
    QVERIFY(isLoaded());
    QCOMPARE(m_mismatches->size(), 1);
}

void TestConnectionBrowserMismatch::anotherSourceKeepsALoadedPage()
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

void TestConnectionBrowserMismatch::anotherSourceAsksAgainForWhatFailed()
{
    open(237);
    m_source->answerAll([](const PageRequest &) -> FakeSource::Answer {
        return ApiError{.kind = ApiError::Kind::Unauthorized};
    });
    m_browser->goToPage(3);
    QVERIFY(isIn(State::Failed));
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

void TestConnectionBrowserMismatch::anotherSourceIsAskedForWhatIsOnItsWay()
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

QTEST_GUILESS_MAIN(TestConnectionBrowserMismatch)
#include "tst_connectionbrowsermismatch.moc"
