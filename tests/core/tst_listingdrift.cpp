// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/listingdrift.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! That its rules are those of inventories is tested for random listings in
//! tst_inventorycomparison; here is what only listings have, and what people rely on.
class TestListingDrift final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingChanged();
    void whatIsOnlyInOneWasAddedOrRemoved();
    void absentNullAndFalseAreThreeValues();
    void unknownMembersAreComparedByTheirValues();
    void newNameIsAChangeInTheOrganization();
    void partDoesNotSayWhatItLacks();
    void olderListHasNoDisabledOnes();
    void repeatedConnectionIsNotComparable();
    void summariesSayWhenAndHowMuchWasRead();
    void nameOfTheOrganizationMayBeInOneAlone();
};

namespace {

const QDateTime Friday(QDate(2026, 11, 27), QTime(17, 0), Qt::UTC);

OrganizationConnection row(const QString &id, const QByteArray &otherMembers = {})
{
    const QByteArray json = R"({"connection_id":")"_ba + id.toUtf8() + '"' + otherMembers + '}';
    return {.connectionId = id,
            .name = "name of "_L1 + id,
            .strategy = u"okta"_s,
            .isEnabled = true,
            .json = json};
}

ComparedListing listing(const QList<OrganizationConnection> &connections)
{
    return {.tenant = u"acme.eu.auth0.com"_s,
            .organization = {.id = u"org_1"_s, .name = u"acme"_s},
            .readAt = Friday,
            .connections = connections};
}

DriftChange change(DriftKind kind, const QString &id, const QString &field = {},
                   const DriftValue &before = {}, const DriftValue &after = {})
{
    return {.kind = kind,
            .organizationId = u"org_1"_s,
            .organizationName = u"acme"_s,
            .connectionId = id,
            .connectionName = "name of "_L1 + id,
            .field = field,
            .before = before,
            .after = after};
}

const DriftValue Null{.kind = DriftValue::Kind::Null};
const DriftValue Off{.kind = DriftValue::Kind::Flag, .text = u"false"_s};

DriftValue text(const QString &value)
{
    return {.kind = DriftValue::Kind::Text, .text = value};
}

} // namespace

void TestListingDrift::nothingChanged()
{
    const DriftPtr drift =
        listingDrift(listing({row(u"a"_s), row(u"b"_s)}), listing({row(u"b"_s), row(u"a"_s)}));
    QVERIFY(drift->changes.isEmpty());
    QCOMPARE(drift->counts, DriftCounts{.same = 2});
    QVERIFY(drift->isOfListings);
    QVERIFY(drift->isComplete());
}

void TestListingDrift::whatIsOnlyInOneWasAddedOrRemoved()
{
    const DriftPtr drift = listingDrift(listing({row(u"b"_s), row(u"c"_s), row(u"a"_s)}),
                                        listing({row(u"d"_s), row(u"b"_s)}));
    const QList<DriftChange> expected{change(DriftKind::Removed, u"a"_s),
                                      change(DriftKind::Removed, u"c"_s),
                                      change(DriftKind::Added, u"d"_s)};
    QCOMPARE(drift->changes, expected);
    QCOMPARE(drift->counts, (DriftCounts{.same = 1, .added = 1, .removed = 2}));
}

void TestListingDrift::absentNullAndFalseAreThreeValues()
{
    OrganizationConnection off = row(u"a"_s);
    off.showAsButton = false;
    const QList<std::pair<OrganizationConnection, DriftValue>> values{
        {row(u"a"_s), {}}, {row(u"a"_s, R"(,"show_as_button":null)"), Null}, {off, Off}};
    for (const auto &[inOld, before] : values) {
        for (const auto &[inNew, after] : values) {
            const DriftPtr drift = listingDrift(listing({inOld}), listing({inNew}));
            if (before == after) {
                QVERIFY(drift->changes.isEmpty());
                QCOMPARE(drift->counts, DriftCounts{.same = 1});
                continue;
            }
            const QList<DriftChange> expected{
                change(DriftKind::Changed, u"a"_s, u"show_as_button"_s, before, after)};
            QCOMPARE(drift->changes, expected);
            QCOMPARE(drift->counts, DriftCounts{.changed = 1});
        }
    }
}

void TestListingDrift::unknownMembersAreComparedByTheirValues()
{
    const OrganizationConnection before =
        row(u"a"_s, R"(,"new":{"x":1,"y":[]},"gone":null,"connection":{"new":false})");
    const OrganizationConnection spelled =
        row(u"a"_s, R"(, "gone":null, "connection":{"new":false},"new" : {"y":[ ],"x":1.0})");
    QCOMPARE(listingDrift(listing({before}), listing({spelled}))->counts, DriftCounts{.same = 1});

    const OrganizationConnection after =
        row(u"a"_s, ",\"new\":{\"x\": 1,\n\"y\":[2]},\"connection\":{\"new\":\"false\"}");
    const QList<DriftChange> expected{
        change(DriftKind::Changed, u"a"_s, u"connection.new"_s, Off, text(u"false"_s)),
        change(DriftKind::Changed, u"a"_s, u"gone"_s, Null, {}),
        change(DriftKind::Changed, u"a"_s, u"new"_s,
               {.kind = DriftValue::Kind::Json, .text = uR"({"x":1,"y":[]})"_s},
               {.kind = DriftValue::Kind::Json, .text = uR"({"x": 1,"y":[2]})"_s})};
    QCOMPARE(listingDrift(listing({before}), listing({after}))->changes, expected);
}

void TestListingDrift::newNameIsAChangeInTheOrganization()
{
    OrganizationConnection renamed = row(u"a"_s);
    renamed.name = u"another"_s;
    renamed.strategy = u"samlp"_s;
    const DriftPtr drift = listingDrift(listing({row(u"a"_s)}), listing({renamed}));
    const QList<DriftChange> expected{change(DriftKind::Changed, u"a"_s, u"connection_name"_s,
                                             text(u"name of a"_s), text(u"another"_s)),
                                      change(DriftKind::Changed, u"a"_s, u"connection_strategy"_s,
                                             text(u"okta"_s), text(u"samlp"_s))};
    QCOMPARE(drift->changes, expected);
    QCOMPARE(drift->counts, DriftCounts{.changed = 2});
    // What the old one does not know is the new one's.
    OrganizationConnection nameless = row(u"a"_s);
    nameless.name.reset();
    const DriftPtr named = listingDrift(listing({nameless}), listing({renamed}));
    QCOMPARE(named->changes.constFirst().connectionName, u"another"_s);
}

void TestListingDrift::partDoesNotSayWhatItLacks()
{
    ComparedListing part = listing({row(u"a"_s)});
    part.isPart = true;
    OrganizationConnection off = row(u"a"_s);
    off.isEnabled = false;
    const ComparedListing whole = listing({off, row(u"b"_s)});
    const DriftValue on{.kind = DriftValue::Kind::Flag, .text = u"true"_s};
    const DriftPtr fromPart = listingDrift(part, whole);
    const QList<DriftChange> expected{change(DriftKind::Changed, u"a"_s, u"is_enabled"_s, on, Off),
                                      change(DriftKind::NotComparable, u"b"_s)};
    QCOMPARE(fromPart->changes, expected);
    QCOMPARE(fromPart->counts, (DriftCounts{.changed = 1, .notComparable = 1}));
    const DriftPtr toPart = listingDrift(whole, part);
    QCOMPARE(toPart->counts, (DriftCounts{.changed = 1, .notComparable = 1}));
    // What only the part has is certain.
    QCOMPARE(listingDrift(part, listing({}))->counts, DriftCounts{.removed = 1});
    // The same rows are not the same listing.
    const DriftPtr same = listingDrift(part, listing({row(u"a"_s)}));
    QCOMPARE(same->counts, DriftCounts{.same = 1});
    QVERIFY(!same->isComplete());
}

void TestListingDrift::olderListHasNoDisabledOnes()
{
    OrganizationConnection bare = row(u"a"_s);
    bare.isEnabled.reset();
    OrganizationConnection full = row(u"a"_s, R"(,"unknown":1)");
    full.organizationAccessLevel = u"full"_s;
    full.organizationConnectionName = u"Staff"_s;
    OrganizationConnection off = row(u"b"_s);
    off.isEnabled = false;
    ComparedListing older = listing({bare});
    older.endpoint = ConnectionEndpoint::EnabledConnections;
    const DriftPtr drift = listingDrift(older, listing({full, off, row(u"c"_s)}));
    QCOMPARE(drift->changes, QList<DriftChange>{change(DriftKind::NotComparable, u"c"_s)});
    QCOMPARE(drift->counts, (DriftCounts{.same = 1, .notComparable = 1}));
    QVERIFY(!drift->isComplete());

    full.isEnabled = false;
    full.showAsButton = false;
    const QList<DriftChange> expected{
        change(DriftKind::Changed, u"a"_s, u"is_enabled"_s, {}, Off),
        change(DriftKind::Changed, u"a"_s, u"show_as_button"_s, {}, Off)};
    QCOMPARE(listingDrift(older, listing({full}))->changes, expected);
    QCOMPARE(listingDrift(older, listing({}))->counts, DriftCounts{.removed = 1});
}

void TestListingDrift::repeatedConnectionIsNotComparable()
{
    const DriftPtr drift =
        listingDrift(listing({row(u"a"_s), row(u"a"_s)}), listing({row(u"a"_s), row(u"b"_s)}));
    const QList<DriftChange> expected{change(DriftKind::NotComparable, u"a"_s),
                                      change(DriftKind::Added, u"b"_s)};
    QCOMPARE(drift->changes, expected);
}

void TestListingDrift::summariesSayWhenAndHowMuchWasRead()
{
    ComparedListing part = listing({row(u"a"_s)});
    part.isPart = true;
    part.readAt = Friday.toOffsetFromUtc(3600);
    part.programVersion = u"1.2.3"_s;
    ComparedListing empty = listing({});
    empty.readAt = {};
    const DriftPtr drift = listingDrift(part, empty);
    QCOMPARE(drift->oldInventory,
             (InventorySummary{.tenant = u"acme.eu.auth0.com"_s,
                               .programVersion = u"1.2.3"_s,
                               .began = Friday,
                               .ended = Friday,
                               .counts = {.read = 1},
                               .links = 1,
                               .connections = 1}));
    QCOMPARE(drift->oldInventory.began.timeSpec(), Qt::UTC);
    QVERIFY(!drift->oldInventory.isComplete());
    QVERIFY(drift->newInventory.isComplete());
    QVERIFY(!drift->newInventory.began.isValid());
}

void TestListingDrift::nameOfTheOrganizationMayBeInOneAlone()
{
    ComparedListing nameless = listing({row(u"a"_s)});
    nameless.organization.name.clear();
    QCOMPARE(listingDrift(nameless, listing({}))->changes,
             QList<DriftChange>{change(DriftKind::Removed, u"a"_s)});
}

QTEST_GUILESS_MAIN(TestListingDrift)
#include "tst_listingdrift.moc"
