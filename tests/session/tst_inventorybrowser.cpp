// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/inventorybrowser.h"

#include "support/fakeinventorysource.h"

#include <QHash>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

using SourceReply = FakeInventorySource::FakeReply<InventorySourcePtr>;

//! A browser whose files are sources by name; any other name is no inventory.
struct Bench {
    Bench()
    {
        for (const QString &name : {u"one"_s, u"other"_s}) {
            const auto source = std::make_shared<FakeInventorySource>();
            source->summary.tenant = name;
            source->rows = 4;
            sources.insert(name, source);
        }
    }

    QHash<QString, std::shared_ptr<FakeInventorySource>> sources;
    InventoryBrowser browser{[this](const QString &path) {
        auto *reply = new SourceReply;
        if (sources.contains(path))
            reply->end(InventorySourcePtr(sources.value(path)));
        else
            reply->end(
                InventoryProblem{.kind = InventoryProblem::Kind::NotAnInventory, .path = path});
        return InventorySource::InventoryReply<InventorySourcePtr>(reply);
    }};
};

} // namespace

class TestInventoryBrowser final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opensAFile();
    void anotherFileReplacesIt();
    void aFileThatFailsKeepsTheOldOne();
    void cancelKeepsTheOldOne();
    void closes();
    void summaryIsReadAgain();
};

void TestInventoryBrowser::opensAFile()
{
    Bench bench;
    QCOMPARE(bench.browser.state(), InventoryBrowser::State::Closed);
    const QSignalSpy changed(&bench.browser, &InventoryBrowser::inventoryChanged);
    bench.browser.open(u"one"_s);
    QCOMPARE(bench.browser.state(), InventoryBrowser::State::Opening);
    QTRY_COMPARE(bench.browser.state(), InventoryBrowser::State::Open);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(bench.browser.summary().tenant, u"one"_s);
    InventoryListing &links = bench.browser.listing(InventoryList::Links);
    links.show();
    QTRY_COMPARE(links.model().rowCount(), 4);
}

void TestInventoryBrowser::anotherFileReplacesIt()
{
    Bench bench;
    bench.browser.open(u"one"_s);
    QTRY_VERIFY(bench.browser.isOpen());
    bench.browser.open(u"other"_s);
    QCOMPARE(bench.browser.summary().tenant, u"one"_s); // until the other one is there
    QTRY_COMPARE(bench.browser.summary().tenant, u"other"_s);
    QCOMPARE(bench.browser.path(), u"other"_s);
}

void TestInventoryBrowser::aFileThatFailsKeepsTheOldOne()
{
    Bench bench;
    bench.browser.open(u"one"_s);
    QTRY_VERIFY(bench.browser.isOpen());
    bench.browser.open(u"letter.txt"_s);
    QTRY_COMPARE(bench.browser.state(), InventoryBrowser::State::Failed);
    QCOMPARE(bench.browser.problem()->kind, InventoryProblem::Kind::NotAnInventory);
    QVERIFY(bench.browser.isOpen());
    QCOMPARE(bench.browser.summary().tenant, u"one"_s);
    QCOMPARE(bench.browser.path(), u"one"_s);
    QCOMPARE(bench.browser.wantedPath(), u"one"_s);
}

void TestInventoryBrowser::cancelKeepsTheOldOne()
{
    Bench bench;
    bench.browser.open(u"one"_s);
    QTRY_VERIFY(bench.browser.isOpen());
    bench.browser.open(u"other"_s);
    QCOMPARE(bench.browser.path(), u"one"_s);
    QCOMPARE(bench.browser.wantedPath(), u"other"_s);
    bench.browser.cancel();
    QCOMPARE(bench.browser.state(), InventoryBrowser::State::Open);
    QCOMPARE(bench.browser.path(), u"one"_s);
    QTest::qWait(10);
    QCOMPARE(bench.browser.summary().tenant, u"one"_s);
}

void TestInventoryBrowser::closes()
{
    Bench bench;
    bench.browser.open(u"one"_s);
    QTRY_VERIFY(bench.browser.isOpen());
    bench.browser.listing(InventoryList::Links).show();
    QTRY_COMPARE(bench.browser.listing(InventoryList::Links).model().rowCount(), 4);
    bench.browser.close();
    QCOMPARE(bench.browser.state(), InventoryBrowser::State::Closed);
    QCOMPARE(bench.browser.listing(InventoryList::Links).model().rowCount(), 0);
    QVERIFY(bench.browser.path().isEmpty());
}

void TestInventoryBrowser::summaryIsReadAgain()
{
    Bench bench;
    bench.browser.open(u"one"_s);
    QTRY_VERIFY(bench.browser.isOpen());
    bench.sources[u"one"_s]->summary.links = 9;
    const QSignalSpy changed(&bench.browser, &InventoryBrowser::changed);
    bench.browser.refreshSummary();
    QTRY_COMPARE(bench.browser.summary().links, 9);
    QCOMPARE(changed.size(), 1);
    bench.browser.refreshSummary();
    QTest::qWait(10);
    QCOMPARE(changed.size(), 1); // nothing is new
    bench.browser.refreshSummary();
    bench.sources[u"one"_s]->summary.links = 11; // after the request that is under way
    bench.browser.refreshSummary();
    QTRY_COMPARE(bench.browser.summary().links, 11);
}

QTEST_GUILESS_MAIN(TestInventoryBrowser)

#include "tst_inventorybrowser.moc"
