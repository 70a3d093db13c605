// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/listingcheck.h"

#include "support/fakesource.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using Kind = Vestibule::ListingMismatch::Kind;

namespace {

const PageRequest First{.organizationId = u"org_1"_s};

ConnectionPage pageOf(const QStringList &ids)
{
    ConnectionPage page{.request = First};
    for (const QString &id : ids)
        page.items.append({.connectionId = id});
    return page;
}

} // namespace

//! More cases are in the tests of ConnectionBrowser and ListingReader, which use it.
class TestListingCheck final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void pagesThatAddUp();
    void anotherTotalIsReported();
    void aPageWithoutATotalContradictsNothing();
    void idsAreComparedExactly();
    void aRepeatedRowIsReportedForItsPageAlone();
    void missingRowsOfAPageAndOfTheListing();
    void itCanBeUsedForAnotherListing();
};

void TestListingCheck::pagesThatAddUp()
{
    ListingCheck check;
    for (int index = 0; index < 3; ++index)
        QVERIFY(!check.add(fakePage(First.at(index), 120)));
    QCOMPARE(check.rows(), 120);
    QCOMPARE(check.total(), std::optional<qsizetype>(120));
    QVERIFY(!check.missingRows());
}

void TestListingCheck::anotherTotalIsReported()
{
    ListingCheck check;
    QVERIFY(!check.add(fakePage(First, 120)));
    QVERIFY(check.add(fakePage(First.at(1), 121))
            == ListingMismatch({.kind = Kind::TotalChanged, .expected = 120, .got = 121}));
}

void TestListingCheck::aPageWithoutATotalContradictsNothing()
{
    ListingCheck check;
    QVERIFY(!check.add(fakePage(First, 120, false)));
    QVERIFY(!check.total());
    QVERIFY(!check.missingRows());
    QVERIFY(!check.add(fakePage(First.at(1), 120)));
    QVERIFY(!check.add(fakePage(First.at(2), 120, false)));
    QCOMPARE(check.total(), std::optional<qsizetype>(120));
    QVERIFY(!check.missingRows());
}

void TestListingCheck::idsAreComparedExactly()
{
    ListingCheck check;
    QVERIFY(!check.add(pageOf({u"ab"_s, u"c"_s, u"a"_s, u"bc"_s, u"AB"_s, u"é"_s, u"e"_s, {}})));
    QCOMPARE(check.rows(), 8);
    QVERIFY(check.add(pageOf({u"abc"_s, u"é"_s})));
    QCOMPARE(check.rows(), 9);
}

void TestListingCheck::aRepeatedRowIsReportedForItsPageAlone()
{
    ListingCheck check;
    QVERIFY(check.add(pageOf({u"a"_s, u"a"_s, u"b"_s}))
            == ListingMismatch({.kind = Kind::RowRepeated, .expected = 0, .got = 1}));
    QVERIFY(!check.add(pageOf({u"c"_s})));
    QVERIFY(check.add(pageOf({u"b"_s}))); // it was remembered all the same
}

void TestListingCheck::missingRowsOfAPageAndOfTheListing()
{
    ConnectionPage shortPage = fakePage(First, 120);
    shortPage.items.removeLast();
    QVERIFY(ListingCheck::missingRows(shortPage)
            == ListingMismatch({.kind = Kind::RowsMissing, .expected = 50, .got = 49}));
    QVERIFY(!ListingCheck::missingRows(fakePage(First.at(2), 120)));
    ListingCheck check;
    check.add(shortPage);
    QVERIFY(check.missingRows()
            == ListingMismatch({.kind = Kind::RowsMissing, .expected = 120, .got = 49}));
}

void TestListingCheck::itCanBeUsedForAnotherListing()
{
    ListingCheck check;
    check.add(fakePage(First, 120));
    check = {};
    QCOMPARE(check.rows(), 0);
    QVERIFY(!check.total());
    QVERIFY(!check.add(fakePage(First, 80)));
}

QTEST_GUILESS_MAIN(TestListingCheck)
#include "tst_listingcheck.moc"
