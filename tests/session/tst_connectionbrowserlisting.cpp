// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/browserfixture.h"

#include <limits>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! Another page size, another filter, and the same listing anew.
class TestConnectionBrowserListing final : public QObject, private BrowserFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { beginAnew(); }
    void pageSizeKeepsTheFirstRow_data();
    void pageSizeKeepsTheFirstRow();
    void pageSizeForgetsThePagesBefore();
    void samePageSizeCostsNoRequest();
    void largestIndexIsSurvived();
    void filterGoesBackToTheFirstPage();
    void sameFilterCostsNoRequest();
    void reloadRenewsEveryPage();
};

void TestConnectionBrowserListing::pageSizeKeepsTheFirstRow_data()
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

void TestConnectionBrowserListing::pageSizeKeepsTheFirstRow()
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

void TestConnectionBrowserListing::pageSizeForgetsThePagesBefore()
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

void TestConnectionBrowserListing::samePageSizeCostsNoRequest()
{
    open(237);
    m_browser->setPageSize(50);
    QCOMPARE(m_browser->state(), State::Loaded);
    QCOMPARE(m_source->requests().size(), 1);
}

void TestConnectionBrowserListing::largestIndexIsSurvived()
{
    const int largest = std::numeric_limits<int>::max();
    open(0, false, {.organizationId = u"org_1"_s, .index = largest, .size = 100});
    m_browser->setPageSize(99);
    QVERIFY(m_browser->request().index >= 0);
    m_browser->setPageSize(1);
    QVERIFY(m_browser->request().index >= 0);
}

void TestConnectionBrowserListing::filterGoesBackToTheFirstPage()
{
    open(237);
    m_browser->goToPage(3);
    QVERIFY(isLoaded());
    for (const std::optional<bool> filter :
         {std::optional(true), std::optional(false), std::optional<bool>()}) {
        m_browser->setEnabledFilter(filter);
        QCOMPARE(m_browser->state(), State::Loading);
        QVERIFY(!m_browser->next() && !m_browser->last()); // nobody knows the other listing yet
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

void TestConnectionBrowserListing::sameFilterCostsNoRequest()
{
    open(237);
    m_browser->goToPage(3);
    QVERIFY(isLoaded());
    m_browser->setEnabledFilter({});
    QCOMPARE(index(), 3);
    QCOMPARE(m_source->requests().size(), 2);
}

void TestConnectionBrowserListing::reloadRenewsEveryPage()
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

QTEST_GUILESS_MAIN(TestConnectionBrowserListing)
#include "tst_connectionbrowserlisting.moc"
