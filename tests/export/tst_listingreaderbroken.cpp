// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "export/listingreader.h"
#include "support/fakesource.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using Kind = Vestibule::ListingMismatch::Kind;
using Extent = Vestibule::ListingReader::Extent;

namespace {

const PageRequest First{.organizationId = u"org_1"_s};

//! Rows of a page of \a request, made for a listing that is \a total rows long but says \a said.
ConnectionPage pageSaying(const PageRequest &request, qsizetype total,
                          std::optional<qsizetype> said)
{
    ConnectionPage page = fakePage(request, total, false);
    page.total = said;
    return page;
}

} // namespace

//! Pages that do not add up: a partial listing is never called whole.
class TestListingReaderBroken final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void brokenListingIsNeverWhole_data();
    void brokenListingIsNeverWhole();
    void listingThatHasSettledIsWhole();
    void pageBehindTheEndIsNotReadAgain();
};

void TestListingReaderBroken::brokenListingIsNeverWhole_data()
{
    using Maker = std::function<ConnectionPage(const PageRequest &)>;
    QTest::addColumn<Maker>("maker");
    QTest::addColumn<Extent>("extent");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("expected");
    QTest::addColumn<int>("got");
    const auto row = [](const char *name, Kind kind, int expected, int got, const Maker &maker,
                        Extent extent = Extent::AllPages) {
        QTest::newRow(name) << maker << extent << int(kind) << expected << got;
    };
    row("a row more with every page", Kind::TotalChanged, 120, 121,
        [](const PageRequest &page) { return fakePage(page, 120 + page.index); });
    row("a row fewer with every page", Kind::TotalChanged, 120, 119,
        [](const PageRequest &page) { return fakePage(page, 120 - page.index); });
    row("shrunk to nothing", Kind::TotalChanged, 120, 0,
        [](const PageRequest &page) { return fakePage(page, page.index ? 0 : 120); });
    row("every page lacks a row", Kind::RowsMissing, 120, 117, [](const PageRequest &page) {
        ConnectionPage made = fakePage(page, 120);
        made.items.removeLast();
        return made;
    });
    row("empty though counted", Kind::RowsMissing, 120, 0,
        [](const PageRequest &page) { return pageSaying(page, 0, 120); });
    row(
        "the last page lacks a row, alone", Kind::RowsMissing, 50, 49,
        [](const PageRequest &page) { return pageSaying(page, 49, 50); }, Extent::OnePage);
    row("total on the first page alone", Kind::RowsMissing, 120, 60, [](const PageRequest &page) {
        return page.index ? pageSaying(page, 60, {}) : pageSaying(page, 120, 120);
    });
    row("total on the last page alone", Kind::RowsMissing, 120, 110, [](const PageRequest &page) {
        return page.index < 2 ? pageSaying(page, 120, {}) : pageSaying(page, 110, 120);
    });
    row("the same row twice on a page", Kind::RowRepeated, 0, 1, [](const PageRequest &page) {
        ConnectionPage made = fakePage(page, 120);
        made.items[1] = made.items[0];
        return made;
    });
    row("the same page again", Kind::RowRepeated, 0, 50, [](const PageRequest &page) {
        ConnectionPage made = fakePage(page.at(0), 120);
        made.request = page;
        return made;
    });
}

void TestListingReaderBroken::brokenListingIsNeverWhole()
{
    QFETCH(std::function<ConnectionPage(const PageRequest &)>, maker);
    QFETCH(Extent, extent);
    QFETCH(int, kind);
    QFETCH(int, expected);
    QFETCH(int, got);
    const auto source = std::make_shared<FakeSource>();
    source->answerAll(maker);
    ListingReader reader(source, First, extent);
    QSignalSpy finished(&reader, &ListingReader::finished);
    QSignalSpy restarted(&reader, &ListingReader::restarted);
    reader.start();
    QVERIFY(finished.wait());
    QCOMPARE(finished.size(), 1);
    const auto outcome = finished.at(0).at(0).value<ListingReader::Outcome>();
    QVERIFY(std::holds_alternative<ListingMismatch>(outcome));
    const auto &mismatch = std::get<ListingMismatch>(outcome);
    QCOMPARE(int(mismatch.kind), kind);
    QCOMPARE(mismatch.expected, expected);
    QCOMPARE(mismatch.got, got);
    QVERIFY(source->requests().size() <= 6); // read twice, and no more
    QCOMPARE(restarted.size(), 1);
    QCOMPARE(source->indexes().count(0), 2);
}

void TestListingReaderBroken::listingThatHasSettledIsWhole()
{
    const auto source = std::make_shared<FakeSource>();
    source->answerAll([&source](const PageRequest &page) {
        return fakePage(page, source->requests().size() == 1 ? 119 : 120);
    });
    ListingReader reader(source, First, Extent::AllPages);
    QSignalSpy finished(&reader, &ListingReader::finished);
    QSignalSpy restarted(&reader, &ListingReader::restarted);
    reader.start();
    QVERIFY(finished.wait());
    const auto outcome = finished.at(0).at(0).value<ListingReader::Outcome>();
    QVERIFY(std::holds_alternative<std::monostate>(outcome));
    QCOMPARE(restarted.size(), 1);
    QCOMPARE(source->indexes(), QList<int>({0, 1, 2, 0, 1, 2}));
    QCOMPARE(reader.rowsRead(), 120);
}

void TestListingReaderBroken::pageBehindTheEndIsNotReadAgain()
{
    const auto source = std::make_shared<FakeSource>();
    source->serve(120);
    ListingReader reader(source, First.at(3), Extent::OnePage);
    QSignalSpy finished(&reader, &ListingReader::finished);
    reader.start();
    QVERIFY(finished.wait());
    QCOMPARE(source->indexes(), QList<int>({3}));
}

QTEST_GUILESS_MAIN(TestListingReaderBroken)
#include "tst_listingreaderbroken.moc"
