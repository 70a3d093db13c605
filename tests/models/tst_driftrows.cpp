// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/driftrows.h"

#include "support/driftsamples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

const std::atomic_bool NotCancelled = false;

DriftRowsPtr arranged(const DriftOrder &order, bool byName = false)
{
    return arrangeDrift(Samples::eightDifferences(byName), order, NotCancelled);
}

//! The rows of each group.
QList<QList<int>> groupsOf(const DriftRows &rows)
{
    QList<QList<int>> groups;
    for (std::size_t i = 0; i < rows.groups.size(); ++i) {
        const auto group = rows.group(i);
        groups.emplaceBack(group.begin(), group.end());
    }
    return groups;
}

} // namespace

class TestDriftRows final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void groupsByOrganization();
    void groupsAreInTheOrderOfWhatIsShown();
    void groupsByConnection();
    void groupsByNameWhenPairedByName();
    void filters_data();
    void filters();
    void countsEachValueBesideTheRestOfTheFilter();
    void cancelled();
    void empty();
};

void TestDriftRows::groupsByOrganization()
{
    const auto rows = arranged({});
    QCOMPARE(groupsOf(*rows), (QList<QList<int>>{{0}, {1, 2, 3}, {4}, {5}, {6, 7}}));
    QCOMPARE(rows->change(rows->group(1).front()).organizationName, u"acme"_s);
}

//! Short names begin otherwise than the names for people. Both are found.
void TestDriftRows::groupsAreInTheOrderOfWhatIsShown()
{
    const auto change = [](const QString &id, const QString &name, const QString &displayName) {
        return DriftChange{
            .organizationId = id, .organizationName = name, .organizationDisplayName = displayName};
    };
    auto drift = std::make_shared<Drift>();
    drift->changes = {change({}, {}, {}), change(u"org_1"_s, u"aaa"_s, u"Zeta"_s),
                      change(u"org_2"_s, u"bbb"_s, u"beta"_s), change(u"org_3"_s, u"Gamma"_s, {}),
                      change(u"org_0"_s, {}, {})};
    const auto rows = arrangeDrift(drift, {}, NotCancelled);
    QCOMPARE(groupsOf(*rows), (QList<QList<int>>{{0}, {2}, {3}, {4}, {1}}));
    for (const QString &text : {u"aaa"_s, u"zeta"_s}) {
        const auto found = arrangeDrift(drift, {.filter = {.findText = text}}, NotCancelled);
        QCOMPARE(groupsOf(*found), (QList<QList<int>>{{1}}));
    }
}

//! Those that concern no connection come first, then the connections by name.
void TestDriftRows::groupsByConnection()
{
    const auto rows = arranged({.grouping = DriftGrouping::Connection});
    QCOMPARE(groupsOf(*rows), (QList<QList<int>>{{4, 5}, {7}, {3}, {0, 1, 2, 6}}));
}

//! Two tenants have different ids for the same organization.
void TestDriftRows::groupsByNameWhenPairedByName()
{
    auto drift = std::make_shared<Drift>(*Samples::eightDifferences(true));
    drift->changes[3].organizationId = u"org_of_the_other_tenant"_s;
    const auto byName = arrangeDrift(drift, {}, NotCancelled);
    QCOMPARE(groupsOf(*byName), (QList<QList<int>>{{0}, {1, 2, 3}, {4}, {5}, {6, 7}}));
    drift->options.byName = false;
    const auto byId = arrangeDrift(drift, {}, NotCancelled);
    QCOMPARE(groupsOf(*byId), (QList<QList<int>>{{0}, {1, 2}, {3}, {4}, {5}, {6, 7}}));
}

void TestDriftRows::filters_data()
{
    QTest::addColumn<DriftFilter>("filter");
    QTest::addColumn<QList<int>>("rows");
    QTest::newRow("kind") << DriftFilter{.kind = DriftKind::Removed} << QList<int>{4, 7};
    QTest::newRow("field") << DriftFilter{.field = u"is_enabled"_s} << QList<int>{1, 6};
    QTest::newRow("kind and field")
        << DriftFilter{.kind = DriftKind::Added, .field = u"is_enabled"_s} << QList<int>{};
    QTest::newRow("organization's name") << DriftFilter{.findText = u"ZET"_s} << QList<int>{6, 7};
    QTest::newRow("organization's id") << DriftFilter{.findText = u"org_2"_s} << QList<int>{4};
    QTest::newRow("connection's name")
        << DriftFilter{.findText = u"Okta"_s} << QList<int>{0, 1, 2, 6};
    QTest::newRow("connection's id") << DriftFilter{.findText = u"con_3"_s} << QList<int>{7};
    QTest::newRow("text and kind")
        << DriftFilter{.kind = DriftKind::Added, .findText = u"acme"_s} << QList<int>{3};
}

void TestDriftRows::filters()
{
    QFETCH(DriftFilter, filter);
    QFETCH(QList<int>, rows);
    const auto found = arranged({.filter = filter});
    QCOMPARE(QList<int>(found->rows.begin(), found->rows.end()), rows);
    QVERIFY(!filter.isEmpty());
}

void TestDriftRows::countsEachValueBesideTheRestOfTheFilter()
{
    const auto all = arranged({});
    const QList<std::pair<DriftKind, qsizetype>> kinds{{DriftKind::Added, 1},
                                                       {DriftKind::Removed, 2},
                                                       {DriftKind::Changed, 4},
                                                       {DriftKind::NotComparable, 1}};
    const QList<std::pair<QString, qsizetype>> fields{
        {u"is_enabled"_s, 2}, {u"connection_name"_s, 1}, {u"organization_access_level"_s, 1}};
    QCOMPARE(all->kinds, kinds);
    QCOMPARE(all->fields, fields);
    const auto changed = arranged({.filter = {.kind = DriftKind::Changed}});
    QCOMPARE(changed->kinds, kinds); // another kind can still be chosen
    const auto enabled = arranged({.filter = {.field = u"is_enabled"_s}});
    QCOMPARE(enabled->kinds, (QList<std::pair<DriftKind, qsizetype>>{{DriftKind::Changed, 2}}));
    QCOMPARE(enabled->fields, fields);
    const auto zeta = arranged({.filter = {.findText = u"zeta"_s}});
    QCOMPARE(zeta->fields, (QList<std::pair<QString, qsizetype>>{{u"is_enabled"_s, 1}}));
}

void TestDriftRows::cancelled()
{
    const std::atomic_bool isCancelled = true;
    QVERIFY(!arrangeDrift(Samples::eightDifferences(), {}, isCancelled));
}

void TestDriftRows::empty()
{
    const auto rows = arrangeDrift(std::make_shared<Drift>(), {}, NotCancelled);
    QVERIFY(rows->rows.empty() && rows->groups.empty() && rows->kinds.isEmpty());
}

QTEST_APPLESS_MAIN(TestDriftRows)
#include "tst_driftrows.moc"
