// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/connectionpage.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

constexpr int None = -1;

ConnectionPage page(int rows, int index, int size, int total = None)
{
    ConnectionPage result{.request = {.organizationId = u"org_1"_s, .index = index, .size = size}};
    result.items.resize(rows);
    if (total != None)
        result.total = total;
    return result;
}

int indexOf(const std::optional<PageRequest> &request)
{
    return request ? request->index : None;
}

} // namespace

class TestConnectionPage final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void boundsAreThoseOfTheApi();
    void atChangesTheIndexOnly();
    void neighboursWithTotal_data();
    void neighboursWithTotal();
    void neighboursWithoutTotal_data();
    void neighboursWithoutTotal();
    void neighboursAreOfTheSameListing();
    void followingNextReadsEveryRowOnce_data();
    void followingNextReadsEveryRowOnce();
    void missingRows_data();
    void missingRows();
    void aFarPageDoesNotOverflow();
};

void TestConnectionPage::boundsAreThoseOfTheApi()
{
    QCOMPARE(PageRequest::MinimumSize, 1);
    QCOMPARE(PageRequest::MaximumSize, 100);
    QCOMPARE(PageRequest{}.size, 50);
    QCOMPARE(PageRequest{}.index, 0);
    QVERIFY(!PageRequest{}.isEnabled);
}

void TestConnectionPage::atChangesTheIndexOnly()
{
    const PageRequest first{.organizationId = u"org_1"_s, .size = 25, .isEnabled = true};
    PageRequest expected = first;
    expected.index = 4;
    QVERIFY(first.at(4) == expected);
    QVERIFY(first.at(4).at(0) == first);
}

void TestConnectionPage::neighboursWithTotal_data()
{
    QTest::addColumn<int>("total");
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("index");
    QTest::addColumn<int>("pages");
    QTest::addColumn<int>("next");
    QTest::addColumn<int>("previous");
    QTest::addColumn<bool>("isBeyond");
    const auto add = [](int total, int size, int at, int pages, int next, int previous,
                        bool isBeyond = false) {
        QTest::addRow("%d rows by %d, page %d", total, size, at)
            << total << size << at << pages << next << previous << isBeyond;
    };
    add(0, 50, 0, 1, None, None);
    add(0, 1, 0, 1, None, None);
    add(0, 50, 1, 1, None, 0, true);
    add(0, 50, 9, 1, None, 0, true);
    add(1, 50, 0, 1, None, None);
    add(1, 50, 1, 1, None, 0, true);
    add(1, 1, 0, 1, None, None);
    add(1, 1, 1, 1, None, 0, true);
    add(2, 1, 0, 2, 1, None);
    add(2, 1, 1, 2, None, 0);
    add(49, 50, 0, 1, None, None);
    add(50, 50, 0, 1, None, None);
    add(50, 50, 1, 1, None, 0, true);
    add(51, 50, 0, 2, 1, None);
    add(51, 50, 1, 2, None, 0);
    add(51, 50, 2, 2, None, 1, true);
    add(99, 50, 1, 2, None, 0);
    add(100, 50, 0, 2, 1, None);
    add(100, 50, 1, 2, None, 0);
    add(100, 50, 2, 2, None, 1, true);
    add(100, 100, 0, 1, None, None);
    add(100, 100, 1, 1, None, 0, true);
    add(101, 100, 0, 2, 1, None);
    add(132, 1, 0, 132, 1, None);
    add(132, 1, 130, 132, 131, 129);
    add(132, 1, 131, 132, None, 130);
    add(132, 1, 132, 132, None, 131, true);
    add(132, 50, 0, 3, 1, None);
    add(132, 50, 1, 3, 2, 0);
    add(132, 50, 2, 3, None, 1);
    add(132, 50, 3, 3, None, 2, true);
    add(132, 50, 40, 3, None, 2, true);
    add(132, 100, 1, 2, None, 0);
}

void TestConnectionPage::neighboursWithTotal()
{
    QFETCH(int, total);
    QFETCH(int, size);
    QFETCH(int, index);
    QFETCH(int, pages);
    QFETCH(int, next);
    QFETCH(int, previous);
    QFETCH(bool, isBeyond);
    // With a total the number of rows does not matter: a short page may be in the middle.
    for (const int rows : {0, std::clamp(total - index * size, 0, size)}) {
        const ConnectionPage read = page(rows, index, size, total);
        QCOMPARE(read.offset(), qsizetype(index) * size);
        QCOMPARE(read.pageCount(), std::optional(pages));
        QCOMPARE(indexOf(read.next()), next);
        QCOMPARE(indexOf(read.previous()), previous);
        QCOMPARE(read.isWholeListing(), next < 0 && previous < 0);
        QCOMPARE(indexOf(read.last()), pages - 1);
        QCOMPARE(read.isBeyondEnd(), isBeyond);
    }
}

void TestConnectionPage::neighboursWithoutTotal_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("index");
    QTest::addColumn<int>("next");
    QTest::addColumn<int>("previous");
    QTest::addColumn<bool>("isBeyond");
    QTest::addColumn<bool>("isConfirmed");
    const auto add = [](const char *name, int rows, int size, int index, int next, int nextIfUnsure,
                        int previous, bool isBeyond = false) {
        QTest::newRow(name) << rows << size << index << next << previous << isBeyond << true;
        QTest::addRow("%s, size not confirmed", name)
            << rows << size << index << nextIfUnsure << previous << isBeyond << false;
    };
    add("no rows", 0, 50, 0, None, None, None);
    add("one row", 1, 50, 0, None, 1, None);
    add("nearly full", 49, 50, 0, None, 1, None);
    add("full", 50, 50, 0, 1, 1, None);
    add("full, in the middle", 50, 50, 2, 3, 3, 1);
    add("short, in the middle", 32, 50, 2, None, 3, 1);
    add("after a full last page", 0, 50, 2, None, None, 1, true);
    add("far after", 0, 50, 9, None, None, 8, true);
    add("single rows", 1, 1, 7, 8, 8, 6);
    add("largest, full", 100, 100, 0, 1, 1, None);
    add("largest, nearly full", 99, 100, 0, None, 1, None);
}

void TestConnectionPage::neighboursWithoutTotal()
{
    QFETCH(int, rows);
    QFETCH(int, size);
    QFETCH(int, index);
    QFETCH(int, next);
    QFETCH(int, previous);
    QFETCH(bool, isBeyond);
    QFETCH(bool, isConfirmed);
    ConnectionPage read = page(rows, index, size);
    read.isSizeConfirmed = isConfirmed;
    QCOMPARE(indexOf(read.next()), next);
    QCOMPARE(indexOf(read.previous()), previous);
    QCOMPARE(read.isWholeListing(), next < 0 && previous < 0);
    QCOMPARE(read.isBeyondEnd(), isBeyond);
    QVERIFY(!read.pageCount());
    QVERIFY(!read.last());
    QCOMPARE(read.missingRows(), 0);
}

void TestConnectionPage::neighboursAreOfTheSameListing()
{
    ConnectionPage read = page(20, 1, 20, 100);
    read.request.isEnabled = false;
    QVERIFY(read.next() == read.request.at(2));
    QVERIFY(read.previous() == read.request.at(0));
    QVERIFY(read.last() == read.request.at(4));
}

void TestConnectionPage::followingNextReadsEveryRowOnce_data()
{
    QTest::addColumn<int>("total");
    QTest::addColumn<int>("size");
    for (const int total : {0, 1, 49, 50, 51, 99, 100, 101, 132, 237}) {
        for (const int size : {1, 49, 50, 51, 100})
            QTest::addRow("%d by %d", total, size) << total << size;
    }
}

void TestConnectionPage::followingNextReadsEveryRowOnce()
{
    QFETCH(int, total);
    QFETCH(int, size);
    std::optional<PageRequest> request = PageRequest{.size = size};
    qsizetype met = 0;
    int pages = 0;
    while (request) {
        const int rows = std::clamp(total - request->index * size, 0, size);
        const ConnectionPage read = page(rows, request->index, size, total);
        QCOMPARE(read.offset(), met);
        QVERIFY(!read.isBeyondEnd());
        QCOMPARE(read.missingRows(), 0);
        QVERIFY(pages == 0 || rows > 0); // no request for a page that does not exist
        met += rows;
        ++pages;
        request = read.next();
        QVERIFY(!request
                || indexOf(page(size, request->index, size, total).previous()) == pages - 1);
    }
    QCOMPARE(met, total);
    QCOMPARE(pages, std::max(1, (total + size - 1) / size));
}

void TestConnectionPage::missingRows_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("index");
    QTest::addColumn<int>("total");
    QTest::addColumn<int>("missing");
    QTest::newRow("none") << 50 << 0 << 132 << 0;
    QTest::newRow("one of a full page") << 49 << 0 << 132 << 1;
    QTest::newRow("all of a full page") << 0 << 1 << 132 << 50;
    QTest::newRow("none of the last page") << 32 << 2 << 132 << 0;
    QTest::newRow("two of the last page") << 30 << 2 << 132 << 2;
    QTest::newRow("beyond the end") << 0 << 3 << 132 << 0;
    QTest::newRow("far beyond the end") << 0 << 99 << 132 << 0;
    QTest::newRow("more than promised") << 40 << 2 << 132 << 0;
    QTest::newRow("nothing promised") << 0 << 0 << 0 << 0;
}

void TestConnectionPage::missingRows()
{
    QFETCH(int, rows);
    QFETCH(int, index);
    QFETCH(int, total);
    QFETCH(int, missing);
    QCOMPARE(page(rows, index, 50, total).missingRows(), missing);
}

void TestConnectionPage::aFarPageDoesNotOverflow()
{
    constexpr int farthest = std::numeric_limits<int>::max();
    const ConnectionPage read = page(0, farthest, 100, 132);
    QCOMPARE(read.offset(), qsizetype(farthest) * 100);
    QVERIFY(read.isBeyondEnd());
    QVERIFY(!read.next());
    QCOMPARE(indexOf(read.previous()), 1);
    QCOMPARE(read.missingRows(), 0);
}

QTEST_APPLESS_MAIN(TestConnectionPage)
#include "tst_connectionpage.moc"
