// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/linklistmodel.h"

#include "models/cellrole.h"
#include "models/inventorymodel.h"
#include "support/fakeinventorysource.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

using NamedBy = LinkListModel::NamedBy;

struct Bench {
    explicit Bench(const QList<InventoryLink> &links, NamedBy namedBy = NamedBy::Organization)
        : list(model, namedBy)
    {
        QList<InventoryRow> rows;
        for (const InventoryLink &link : links)
            rows.append(link);
        model.setView(source, {.number = 1, .rows = rows.size()}, rows);
        source->openViews = 1;
    }

    std::shared_ptr<FakeInventorySource> source = std::make_shared<FakeInventorySource>();
    InventoryModel model{InventoryList::Links};
    LinkListModel list;
};

InventoryLink acmeOkta()
{
    return {.organization = {.id = u"org_1"_s, .name = u"acme"_s, .displayName = u"Acme Corp"_s},
            .connection = {.connectionId = u"con_1"_s,
                           .name = u"acme-okta"_s,
                           .strategy = u"okta"_s,
                           .isEnabled = true,
                           .assignMembershipOnLogin = true,
                           .organizationAccessLevel = u"full"_s}};
}

} // namespace

class TestLinkListModel final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void obeysTheRulesOfModels();
    void anEntryIsNamedByItsOtherEnd();
    void anEntrySaysWhatItsCellsSay_data();
    void anEntrySaysWhatItsCellsSay();
    void screenReadersHearTheWholeEntry();
    void copiesHaveTheRealNames();
    void entriesFillInWhenTheyAreRead();
};

void TestLinkListModel::obeysTheRulesOfModels()
{
    Bench bench({});
    const QAbstractItemModelTester tester(&bench.list,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    bench.model.setView(bench.source, {.number = 2, .rows = 250});
    bench.source->rows = 250;
    QCOMPARE(bench.list.rowCount(), 250);
    QVERIFY(QTest::qWaitFor([&] { return bench.list.entryAt(249).has_value(); }));
    bench.model.clear();
    QCOMPARE(bench.list.rowCount(), 0);
}

void TestLinkListModel::anEntryIsNamedByItsOtherEnd()
{
    const Bench organizations({acmeOkta()});
    QCOMPARE(organizations.list.entryAt(0)->name, u"Acme Corp"_s);
    QCOMPARE(organizations.list.index(0).data().toString(), u"Acme Corp"_s);
    const Bench connections({acmeOkta()}, NamedBy::Connection);
    QCOMPARE(connections.list.entryAt(0)->name, u"acme-okta"_s);
    QCOMPARE(connections.list.columns().constFirst(), InventoryColumn::ConnectionName);
}

void TestLinkListModel::anEntrySaysWhatItsCellsSay_data()
{
    QTest::addColumn<std::optional<bool>>("isEnabled");
    QTest::addColumn<std::optional<bool>>("isAutomatic");
    QTest::addColumn<QString>("state");
    QTest::addColumn<CellMeaning>("enabled");
    using Flag = std::optional<bool>;
    QTest::newRow("enabled, automatic")
        << Flag(true) << Flag(true) << u"Enabled · automatic"_s << CellMeaning::Yes;
    QTest::newRow("disabled, invited")
        << Flag(false) << Flag(false) << u"Disabled · by invitation"_s << CellMeaning::No;
    QTest::newRow("not sent") << Flag() << Flag() << u"Enabled: no value · membership: no value"_s
                              << CellMeaning::NotSent;
}

void TestLinkListModel::anEntrySaysWhatItsCellsSay()
{
    QFETCH(const std::optional<bool>, isEnabled);
    QFETCH(const std::optional<bool>, isAutomatic);
    QFETCH(const QString, state);
    QFETCH(const CellMeaning, enabled);
    InventoryLink link = acmeOkta();
    link.connection.isEnabled = isEnabled;
    link.connection.assignMembershipOnLogin = isAutomatic;
    const Bench bench({link});
    QCOMPARE(bench.list.entryAt(0)->state, state);
    QCOMPARE(bench.list.entryAt(0)->enabled, enabled);
    QCOMPARE(bench.list.entryAt(0)->level, u"Full"_s);
    QCOMPARE(bench.list.entryAt(0)->levelMeaning, CellMeaning::AccessFull);
}

void TestLinkListModel::screenReadersHearTheWholeEntry()
{
    const Bench bench({acmeOkta()});
    const QString spoken = bench.list.index(0).data(Qt::AccessibleTextRole).toString();
    const QStringList parts{u"Acme Corp"_s, u"Full"_s, u"Enabled: Yes"_s, u"Automatic"_s};
    for (const QString &part : parts)
        QVERIFY2(spoken.contains(part), qPrintable(spoken));
    const QString toolTip = bench.list.index(0).data(Qt::ToolTipRole).toString();
    QVERIFY2(toolTip.contains(u"Acme Corp"_s), qPrintable(toolTip));
}

void TestLinkListModel::copiesHaveTheRealNames()
{
    Bench bench({acmeOkta()});
    bench.model.setMasked(true);
    QVERIFY(!bench.list.entryAt(0)->name.contains(u"Acme"_s));
    QVERIFY(!bench.list.index(0).data(Qt::AccessibleTextRole).toString().contains(u"Acme"_s));
    QVERIFY(!bench.list.index(0).data(Qt::ToolTipRole).toString().contains(u"Acme"_s));
    QCOMPARE(bench.list.copiedText(0), u"Acme Corp\tFull\tYes\tAutomatic"_s);
}

void TestLinkListModel::entriesFillInWhenTheyAreRead()
{
    Bench bench({});
    bench.source->rows = 250;
    bench.model.setView(bench.source, {.number = 2, .rows = 250});
    QVERIFY(!bench.list.entryAt(205));
    QCOMPARE(bench.list.index(205).data().toString(), u"…"_s);
    QCOMPARE(bench.list.index(205).data(Qt::AccessibleTextRole).toString(), u"…"_s);
    QCOMPARE(bench.list.copiedText(205), QString());
    const QSignalSpy changed(&bench.list, &QAbstractItemModel::dataChanged);
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 200);
    QCOMPARE(bench.list.entryAt(205)->name, u"Organization 0000205"_s);
}

QTEST_GUILESS_MAIN(TestLinkListModel)
#include "tst_linklistmodel.moc"
