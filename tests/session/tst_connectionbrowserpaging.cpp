// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/browserfixture.h"

#include <QSignalSpy>

#include <limits>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! Turning pages of a listing that does not change.
class TestConnectionBrowserPaging final : public QObject, private BrowserFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { beginAnew(); }
    void edgesOfEveryListing_data();
    void edgesOfEveryListing();
    void aPageTurnIsOneRequest();
    void goingBackCostsNoRequest();
    void nothingBehindTheEndIsAskedFor();
    void goToPageIsClamped_data();
    void goToPageIsClamped();
    void rowsFollowThePage();
    void withoutATotalAFullPageHasANext();
    void withoutATotalNothingIsClamped();
};

void TestConnectionBrowserPaging::edgesOfEveryListing_data()
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

void TestConnectionBrowserPaging::edgesOfEveryListing()
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

void TestConnectionBrowserPaging::aPageTurnIsOneRequest()
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

void TestConnectionBrowserPaging::goingBackCostsNoRequest()
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

void TestConnectionBrowserPaging::nothingBehindTheEndIsAskedFor()
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

void TestConnectionBrowserPaging::goToPageIsClamped_data()
{
    QTest::addColumn<int>("asked");
    QTest::addColumn<int>("shown");
    QTest::addColumn<bool>("isSaid");
    QTest::newRow("within") << 1 << 1 << false;
    QTest::newRow("the last") << 2 << 2 << false;
    QTest::newRow("one behind") << 3 << 2 << true;
    QTest::newRow("far behind") << 1'000'000 << 2 << true;
    QTest::newRow("before the first") << -1 << 0 << false;
    QTest::newRow("far before") << std::numeric_limits<int>::min() << 0 << false;
}

void TestConnectionBrowserPaging::goToPageIsClamped()
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

void TestConnectionBrowserPaging::rowsFollowThePage()
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

void TestConnectionBrowserPaging::withoutATotalAFullPageHasANext()
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

void TestConnectionBrowserPaging::withoutATotalNothingIsClamped()
{
    open(100, false);
    QSignalSpy clamped(m_browser.get(), &ConnectionBrowser::pageClamped);
    m_browser->goToPage(9);
    QVERIFY(isLoaded());
    QVERIFY(m_browser->page()->isBeyondEnd());
    QCOMPARE(clamped.size(), 0);
}

QTEST_GUILESS_MAIN(TestConnectionBrowserPaging)
#include "tst_connectionbrowserpaging.moc"
