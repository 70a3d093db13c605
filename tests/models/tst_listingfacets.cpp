// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/listingfacets.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

OrganizationConnection row(const QString &id, const QString &strategy, bool isEnabled,
                           const QString &level)
{
    return {.connectionId = id,
            .organizationConnectionName = id,
            .strategy = strategy,
            .isEnabled = isEnabled,
            .organizationAccessLevel = level};
}

//! An enterprise connection is disabled and keeps membership: that is to check.
QList<OrganizationConnection> someRows()
{
    QList<OrganizationConnection> rows{
        row(u"a"_s, u"okta"_s, true, u"full"_s), row(u"b"_s, u"okta"_s, false, u"none"_s),
        row(u"c"_s, u"github"_s, true, u"none"_s), row(u"d"_s, u"auth0"_s, true, u"readonly"_s)};
    rows[1].assignMembershipOnLogin = true;
    return rows;
}

//! "Enabled 3*, Disabled 1": the star is for what is chosen; a line for each heading.
QString shown(const QList<OrganizationConnection> &rows, const ListingFilter &filter = {},
              const std::optional<bool> &isEnabled = {},
              ConnectionEndpoint endpoint = ConnectionEndpoint::Connections,
              const IsRowFound &isFound = {})
{
    QString heading;
    QStringList lines;
    for (const ListingFacet &facet : listingFacets(rows, filter, isEnabled, endpoint, isFound)) {
        const QString title = listingFacetTitle(facet.kind, false);
        const QString text = facet.text
            + (facet.rows ? u' ' + QString::number(*facet.rows) : QString())
            + (facet.isChosen ? u"*"_s : QString());
        if (title != heading)
            lines.append(title + u": "_s + text);
        else
            lines.last() += u", "_s + text;
        heading = title;
    }
    return lines.join(u'\n');
}

QString keyOf(const QString &text)
{
    for (const ListingFacet &facet :
         listingFacets(someRows(), {}, {}, ConnectionEndpoint::Connections)) {
        if (facet.text == text)
            return facet.key;
    }
    qFatal("no facet has the text %s", qPrintable(text));
}

ListingFilter chosen(const QStringList &texts)
{
    ListingFilter filter;
    for (const QString &text : texts)
        filter.toggle(keyOf(text));
    return filter;
}

QString accepted(const ListingFilter &filter)
{
    QString ids;
    for (const OrganizationConnection &each : someRows())
        ids += filter.accepts(each) ? each.connectionId : QString();
    return ids;
}

} // namespace

class TestListingFacets final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rowsAreCounted();
    void valuesOfOneKindAddUpAndKindsNarrow();
    void numbersFollowTheOtherKinds();
    void numbersFollowFind();
    void eachRowIsLookedThroughOnce();
    void choosingTwiceTakesBack();
    void whatTheTenantLeftOutIsNotCounted();
    void valuesOfAllRowsAreLeftOut();
    void olderListHasNeitherFlagsNorLevels();
    void levelsComeInTheirOrder();
    void nullIsNotWhatIsMissing();
    void onlyFrequentStrategiesAreListed();
    void strategiesOfOneRowEachAreLeftOut();
    void wordsOfTheTenantStayApart();
    void partSaysSo();
};

void TestListingFacets::rowsAreCounted()
{
    QCOMPARE(shown(someRows()),
             u"This organization: Enabled 3, Disabled 1, To check 1\n"
             "Category: Database 1, Enterprise 2, Social 1\n"
             "Access level: None 2, Read-only 1, Full 1\n"
             "Strategy: Database 1, GitHub 1, Okta Workforce 2"_s);
    QCOMPARE(shown({}), u"This organization: Enabled 0, Disabled 0"_s);
}

void TestListingFacets::valuesOfOneKindAddUpAndKindsNarrow()
{
    QCOMPARE(accepted({}), u"abcd"_s);
    QCOMPARE(accepted(chosen({u"Enterprise"_s})), u"ab"_s);
    QCOMPARE(accepted(chosen({u"Enterprise"_s, u"Social"_s})), u"abc"_s);
    QCOMPARE(accepted(chosen({u"Enterprise"_s, u"Social"_s, u"None"_s})), u"bc"_s);
    QCOMPARE(accepted(chosen({u"Enterprise"_s, u"Social"_s, u"None"_s, u"To check"_s})), u"b"_s);
    QCOMPARE(accepted(chosen({u"Social"_s, u"Full"_s})), QString());
}

void TestListingFacets::numbersFollowTheOtherKinds()
{
    QCOMPARE(shown(someRows(), chosen({u"Enterprise"_s})),
             u"This organization: Enabled 1, Disabled 1, To check 1\n"
             "Category: Database 1, Enterprise 2*, Social 1\n"
             "Access level: None 1, Read-only 0, Full 1\n"
             "Strategy: Database 0, GitHub 0, Okta Workforce 2"_s);
}

//! All facets stay, so that the list does not jump while someone types.
void TestListingFacets::numbersFollowFind()
{
    const auto isFound = [](const OrganizationConnection &found) {
        return found.connectionId == u"a"_s || found.connectionId == u"c"_s;
    };
    QCOMPARE(
        shown(someRows(), chosen({u"Enterprise"_s}), {}, ConnectionEndpoint::Connections, isFound),
        u"This organization: Enabled 1, Disabled 0, To check 0\n"
        "Category: Database 0, Enterprise 1*, Social 1\n"
        "Access level: None 0, Read-only 0, Full 1\n"
        "Strategy: Database 0, GitHub 0, Okta Workforce 1"_s);
}

//! At each keystroke in Find, and each row has many texts.
void TestListingFacets::eachRowIsLookedThroughOnce()
{
    const QList<OrganizationConnection> rows = someRows();
    qsizetype calls = 0;
    const auto isFound = [&calls](const OrganizationConnection & /*row*/) {
        ++calls;
        return true;
    };
    QCOMPARE(shown(rows, {}, {}, ConnectionEndpoint::Connections, isFound), shown(rows));
    QCOMPARE(calls, rows.size());
}

void TestListingFacets::choosingTwiceTakesBack()
{
    ListingFilter filter = chosen({u"Enterprise"_s});
    QVERIFY(!filter.isEmpty());
    filter.toggle(keyOf(u"Enterprise"_s));
    QVERIFY(filter.isEmpty());
    QCOMPARE(filter, ListingFilter());
}

void TestListingFacets::whatTheTenantLeftOutIsNotCounted()
{
    QList<OrganizationConnection> rows = someRows();
    rows.removeAt(1); // the disabled one
    QCOMPARE(shown(rows, {}, true).section(u'\n', 0, 0),
             u"This organization: Enabled 3*, Disabled"_s);
}

void TestListingFacets::valuesOfAllRowsAreLeftOut()
{
    const QList<OrganizationConnection> same{row(u"a"_s, u"okta"_s, true, u"none"_s),
                                             row(u"b"_s, u"okta"_s, true, u"none"_s)};
    QCOMPARE(shown(same), u"This organization: Enabled 2, Disabled 0"_s);
    // What was chosen on another page stays, to be taken back.
    QCOMPARE(shown(same, chosen({u"Okta Workforce"_s})),
             u"This organization: Enabled 2, Disabled 0\nStrategy: Okta Workforce 2*"_s);
}

void TestListingFacets::olderListHasNeitherFlagsNorLevels()
{
    QCOMPARE(shown(someRows(), {}, {}, ConnectionEndpoint::EnabledConnections),
             u"This organization: To check 1\n"
             "Category: Database 1, Enterprise 2, Social 1\n"
             "Strategy: Database 1, GitHub 1, Okta Workforce 2"_s);
}

void TestListingFacets::levelsComeInTheirOrder()
{
    QList<OrganizationConnection> rows;
    for (const QString &level : {u"newlevel"_s, u"full"_s, u"none"_s, u"limited"_s, u"readonly"_s})
        rows.append(row(level, u"okta"_s, true, level));
    rows.append({.connectionId = u"x"_s, .strategy = u"okta"_s, .isEnabled = true});
    const QString line = shown(rows).section(u'\n', -1);
    QVERIFY2(
        line.startsWith("Access level: None 1, Read-only 1, Limited 1, Full 1, newlevel 1,"_L1),
        qPrintable(line));
}

//! The details distinguish the two. A word of the tenant is neither of them.
void TestListingFacets::nullIsNotWhatIsMissing()
{
    const OrganizationConnection isNull{.connectionId = u"a"_s,
                                        .strategy = u"okta"_s,
                                        .isEnabled = true,
                                        .json = R"({"organization_access_level":null})"_ba};
    const OrganizationConnection isMissing{.connectionId = u"b"_s,
                                           .strategy = u"okta"_s,
                                           .isEnabled = true,
                                           .json = R"({"connection_id":"b"})"_ba};
    const OrganizationConnection isWord = row(u"c"_s, u"okta"_s, true, u"null word"_s);
    const OrganizationConnection isFull = row(u"d"_s, u"okta"_s, true, u"full"_s);
    const OrganizationConnection isEmpty = row(u"e"_s, u"okta"_s, true, QString());
    const QList<OrganizationConnection> rows{isMissing, isNull, isNull, isWord, isFull};
    QCOMPARE(shown(rows).section(u'\n', -1),
             u"Access level: Full 1, null word 1, null 2, Not sent 1"_s);
    ListingFilter filter;
    for (const ListingFacet &facet : listingFacets(rows, {}, {}, ConnectionEndpoint::Connections)) {
        if (facet.kind == ListingFacetKind::Access && facet.text == u"null"_s)
            filter.toggle(facet.key);
    }
    QVERIFY(filter.accepts(isNull));
    for (const OrganizationConnection &other :
         {isMissing, isWord, isFull, isEmpty, row(u"f"_s, u"okta"_s, true, u"null"_s)})
        QVERIFY2(!filter.accepts(other), qPrintable(other.connectionId));
}

void TestListingFacets::onlyFrequentStrategiesAreListed()
{
    QList<OrganizationConnection> rows;
    for (int i = 0; i < 20; ++i) {
        const QString strategy = u"strategy%1"_s.arg(i, 2, 10, QChar(u'0'));
        rows.append(row(u"a%1"_s.arg(i), strategy, true, u"none"_s));
        if (i >= 15)
            rows.append(row(u"b%1"_s.arg(i), strategy, true, u"none"_s));
    }
    qsizetype frequent = 0;
    qsizetype all = 0;
    for (const ListingFacet &facet : listingFacets(rows, {}, {}, ConnectionEndpoint::Connections)) {
        all += facet.kind == ListingFacetKind::Strategy ? 1 : 0;
        frequent += facet.kind == ListingFacetKind::Strategy && facet.rows == 2 ? 1 : 0;
    }
    QCOMPARE(all, 12);
    QCOMPARE(frequent, 5);
}

void TestListingFacets::strategiesOfOneRowEachAreLeftOut()
{
    const QList<OrganizationConnection> rows{row(u"a"_s, u"okta"_s, true, u"none"_s),
                                             row(u"b"_s, u"adfs"_s, true, u"none"_s)};
    QCOMPARE(shown(rows), u"This organization: Enabled 2, Disabled 0"_s);
}

//! A level of the tenant may look like a key of another kind.
void TestListingFacets::wordsOfTheTenantStayApart()
{
    ListingFilter filter;
    const OrganizationConnection odd = row(u"a"_s, u"okta"_s, true, u"listing-check:"_s);
    for (const ListingFacet &facet : listingFacets({odd, row(u"b"_s, u"okta"_s, true, u"none"_s)},
                                                   {}, {}, ConnectionEndpoint::Connections)) {
        if (facet.kind == ListingFacetKind::Access && facet.text.contains(u"check"_s))
            filter.toggle(facet.key);
    }
    QVERIFY(!filter.isEmpty());
    QVERIFY(filter.accepts(odd));
    QVERIFY(!filter.accepts(row(u"b"_s, u"okta"_s, true, u"none"_s)));
}

void TestListingFacets::partSaysSo()
{
    QCOMPARE(listingFacetTitle(ListingFacetKind::Enabled, true), u"On this page"_s);
    QCOMPARE(listingFacetTitle(ListingFacetKind::ToCheck, true), u"On this page"_s);
    QCOMPARE(listingFacetTitle(ListingFacetKind::Category, true), u"Category"_s);
}

QTEST_APPLESS_MAIN(TestListingFacets)
#include "tst_listingfacets.moc"
