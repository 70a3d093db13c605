// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/inventorylisting.h"

#include "models/findingtext.h"
#include "support/fakeinventorysource.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

struct Bench {
    std::shared_ptr<FakeInventorySource> source = std::make_shared<FakeInventorySource>();
    InventoryListing listing{InventoryList::Links};
};

const InventoryFilter Okta{.strategy = u"okta"_s};

} // namespace

class TestInventoryListing final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsNothingUntilItIsShown();
    void rowsStayWhileOthersAreSorted();
    void rowsAreThereWithTheirList();
    void readsAgainWhatIsBeingRead();
    void cancelKeepsWhatWasThere();
    void onlyTheLatestFilterCounts();
    void failureKeepsRowsAndFilter();
    void anotherSourceKeepsTheFilter();
    void countsFacets();
    void sortsByTheWordsOnScreen();
    void rulesAreFirstInTheirOwnOrder();
};

void TestInventoryListing::readsNothingUntilItIsShown()
{
    Bench bench;
    bench.source->rows = 7;
    bench.listing.setSource(bench.source);
    QTest::qWait(10);
    QVERIFY(bench.source->queries.isEmpty());
    bench.listing.show();
    QVERIFY(bench.listing.isSorting());
    QTRY_COMPARE(bench.listing.model().rowCount(), 7);
    bench.listing.show();
    QCOMPARE(bench.source->queries.size(), 1);
    QCOMPARE(bench.source->queries.at(0), InventoryListing::firstQuery(InventoryList::Links));
}

void TestInventoryListing::rowsStayWhileOthersAreSorted()
{
    Bench bench;
    bench.source->rows = 7;
    bench.listing.setSource(bench.source);
    bench.listing.show();
    QTRY_COMPARE(bench.listing.model().rowCount(), 7);
    bench.source->answersByItself = false;
    bench.source->rows = 3;
    bench.listing.setFilter(Okta);
    QTest::qWait(10);
    QCOMPARE(bench.listing.model().rowCount(), 7);
    QVERIFY(bench.listing.shownQuery()->filter.isEmpty());
    QVERIFY(bench.source->endOpening());
    QTRY_COMPARE(bench.listing.model().rowCount(), 3);
    QCOMPARE(bench.listing.shownQuery()->filter, Okta);
    QCOMPARE(bench.source->openViews, 1); // the old one is closed
}

//! A list that is read again and again during a sweep must not flicker.
void TestInventoryListing::rowsAreThereWithTheirList()
{
    Bench bench;
    bench.source->rows = 7;
    bench.listing.setSource(bench.source);
    int resets = 0;
    connect(&bench.listing.model(), &QAbstractItemModel::modelReset, this, [&] {
        ++resets;
        QVERIFY(bench.listing.model().rowCount() == 0 || bench.listing.model().rowAt(0));
    });
    bench.listing.show();
    QTRY_COMPARE(bench.listing.model().rowCount(), 7);
    bench.listing.refresh();
    QVERIFY(bench.listing.isSorting());
    QTRY_VERIFY(!bench.listing.isSorting());
    QCOMPARE(resets, 2);
    // Cancelled after the view was opened, and before its first rows came: that view is closed.
    bench.source->answersFetches = false;
    bench.listing.refresh();
    QTRY_COMPARE(bench.source->fetched.size(), 3);
    bench.listing.cancel();
    QVERIFY(!bench.listing.isSorting());
    QTest::qWait(10);
    QCOMPARE(resets, 2);
    QCOMPARE(bench.source->openViews, 1);
}

//! A sweep may end while the list is read for the first time.
void TestInventoryListing::readsAgainWhatIsBeingRead()
{
    Bench bench;
    bench.source->rows = 7;
    bench.listing.setSource(bench.source);
    bench.listing.refreshIfShown();
    QVERIFY(bench.source->queries.isEmpty());
    bench.source->answersByItself = false;
    bench.listing.show();
    bench.source->rows = 9;
    bench.listing.refreshIfShown();
    QVERIFY(bench.source->endOpening());
    QTRY_COMPARE(bench.listing.model().rowCount(), 9);
    QCOMPARE(bench.source->queries.size(), 2);
    bench.source->answersByItself = true;
    bench.source->rows = 11;
    bench.listing.refreshIfShown();
    QTRY_COMPARE(bench.listing.model().rowCount(), 11);
}

void TestInventoryListing::cancelKeepsWhatWasThere()
{
    Bench bench;
    bench.source->rows = 7;
    bench.listing.setSource(bench.source);
    bench.listing.show();
    QTRY_COMPARE(bench.listing.model().rowCount(), 7);
    bench.source->answersByItself = false;
    bench.listing.setFilter(Okta);
    bench.listing.cancel();
    QVERIFY(!bench.listing.isSorting());
    QVERIFY(bench.listing.query().filter.isEmpty());
    QCOMPARE(bench.listing.model().rowCount(), 7);
}

void TestInventoryListing::onlyTheLatestFilterCounts()
{
    Bench bench;
    bench.source->rows = 7;
    bench.listing.setSource(bench.source);
    bench.listing.show();
    bench.source->rows = 1;
    bench.listing.setFilter({.strategy = u"samlp"_s});
    bench.source->rows = 2;
    bench.listing.setFilter(Okta);
    QTRY_VERIFY(!bench.listing.isSorting());
    QCOMPARE(bench.listing.shownQuery()->filter, Okta);
    QCOMPARE(bench.listing.model().rowCount(), 2);
}

void TestInventoryListing::failureKeepsRowsAndFilter()
{
    Bench bench;
    bench.source->rows = 7;
    bench.listing.setSource(bench.source);
    bench.listing.show();
    QTRY_COMPARE(bench.listing.model().rowCount(), 7);
    bench.source->problem = InventoryProblem{.kind = InventoryProblem::Kind::Removed};
    bench.listing.setFilter(Okta);
    QTRY_VERIFY(bench.listing.problem().has_value());
    QCOMPARE(bench.listing.model().rowCount(), 7);
    QVERIFY(bench.listing.query().filter.isEmpty());
    bench.source->problem.reset();
    bench.listing.refresh();
    QTRY_VERIFY(!bench.listing.problem().has_value());
}

void TestInventoryListing::anotherSourceKeepsTheFilter()
{
    Bench bench;
    bench.source->rows = 7;
    bench.listing.setFilter(Okta);
    bench.listing.setSource(bench.source);
    bench.listing.show();
    QTRY_COMPARE(bench.listing.model().rowCount(), 7);
    const auto other = std::make_shared<FakeInventorySource>();
    other->rows = 2;
    bench.listing.setSource(other);
    QCOMPARE(bench.listing.model().rowCount(), 0);
    bench.listing.show();
    QTRY_COMPARE(bench.listing.model().rowCount(), 2);
    QCOMPARE(other->queries.at(0).filter, Okta);
    bench.listing.setSource({});
    QCOMPARE(bench.listing.model().rowCount(), 0);
    QVERIFY(!bench.listing.shownQuery());
}

void TestInventoryListing::countsFacets()
{
    Bench bench;
    bench.source->rows = 7;
    bench.source->allFacets = {
        {.kind = InventoryFacet::Kind::Strategy, .chosen = Okta, .word = u"okta"_s, .rows = 7}};
    bench.listing.setSource(bench.source);
    bench.listing.show();
    QTRY_COMPARE(bench.listing.facets(), bench.source->allFacets);
}

//! The source cannot know them: they are those of the language.
void TestInventoryListing::sortsByTheWordsOnScreen()
{
    Bench bench;
    bench.listing.setSource(bench.source);
    bench.listing.show();
    bench.listing.setOrder(InventoryColumn::Strategy, false);
    QCOMPARE(bench.source->queries.constLast().strategyWords.value(u"email"_s), u"Email"_s);
    QVERIFY(bench.source->queries.constLast().rulesByTitle.isEmpty());
    bench.listing.setOrder(InventoryColumn::ConnectionName, false);
    QVERIFY(bench.source->queries.constLast().strategyWords.isEmpty());

    InventoryListing rules(InventoryList::Rules);
    rules.setSource(bench.source);
    rules.show();
    rules.setOrder(InventoryColumn::Rule, false);
    const QList<FindingRule> sorted = bench.source->queries.constLast().rulesByTitle;
    QCOMPARE(sorted.size(), findingRules().size());
    for (qsizetype i = 1; i < sorted.size(); ++i)
        QVERIFY2(
            findingTitle(sorted.at(i - 1)).compare(findingTitle(sorted.at(i)), Qt::CaseInsensitive)
                < 0,
            qPrintable(findingTitle(sorted.at(i))));
}

//! Which is that of their severity: the column whose head has the arrow.
void TestInventoryListing::rulesAreFirstInTheirOwnOrder()
{
    const InventoryQuery first = InventoryListing::firstQuery(InventoryList::Rules);
    QCOMPARE(first.sortedBy, InventoryColumn::Severity);
    QVERIFY(!first.isDescending);
    QVERIFY(std::ranges::is_sorted(findingRules(), {}, &FindingRuleInfo::severity));
}

QTEST_GUILESS_MAIN(TestInventoryListing)

#include "tst_inventorylisting.moc"
