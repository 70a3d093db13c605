// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/driftmodel.h"

#include "models/cellrole.h"
#include "support/driftsamples.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

const std::atomic_bool NotCancelled = false;

//! The cells of a row, from left to right.
QStringList cells(const DriftModel &model, int row, const QModelIndex &parent = {})
{
    QStringList texts;
    for (int column = 0; column < model.columnCount(); ++column)
        texts.append(model.index(row, column, parent).data().toString());
    return texts;
}

} // namespace

class TestDriftModel final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void showsGroupsAndTheirDifferences();
    void groupsByConnection();
    void findsARowAgain();
    void masksNamesAndKeepsTheRest();
    void hostileNamesAreText();
    void anOrganizationHasItsDisplayName();
    void unknownFieldsAreShown();
    void absentAndNullAreNoValues();
    void hasNothingWithoutRows();

private:
    static void show(DriftModel &model, const DriftPtr &drift, const DriftOrder &order = {})
    {
        model.setRows(arrangeDrift(drift, order, NotCancelled));
    }
};

void TestDriftModel::showsGroupsAndTheirDifferences()
{
    DriftModel model;
    const QAbstractItemModelTester tester(&model);
    show(model, Samples::eightDifferences());
    QCOMPARE(model.rowCount(), 5);
    QCOMPARE(cells(model, 0),
             (QStringList{u"All organizations"_s, u"1 difference(s)"_s, {}, {}, {}}));
    QCOMPARE(cells(model, 0, model.index(0, 0)),
             (QStringList{u"okta"_s, u"Changed"_s, u"Name"_s, u"okta"_s, u"okta-2"_s}));
    const QModelIndex acme = model.index(1, 0);
    QCOMPARE(cells(model, 1).first(2), (QStringList{u"acme"_s, u"3 difference(s)"_s}));
    QCOMPARE(model.rowCount(acme), 3);
    QCOMPARE(cells(model, 0, acme),
             (QStringList{u"okta"_s, u"Changed"_s, u"Enabled"_s, u"No"_s, u"Yes"_s}));
    QCOMPARE(cells(model, 1, acme).last(2), (QStringList{u"null"_s, u"Full"_s}));
    QCOMPARE(cells(model, 2, acme), (QStringList{u"google"_s, u"Added"_s, {}, {}, {}}));
    QCOMPARE(cells(model, 0, model.index(2, 0)).first(2),
             (QStringList{u"The organization itself"_s, u"Removed"_s}));
    QCOMPARE(cells(model, 0, model.index(3, 0)).at(1), u"Not comparable"_s);
    QCOMPARE(cells(model, 0, model.index(4, 0)).last(2), (QStringList{u"not sent"_s, u"No"_s}));
}

void TestDriftModel::groupsByConnection()
{
    DriftModel model;
    const QAbstractItemModelTester tester(&model);
    show(model, Samples::eightDifferences(), {.grouping = DriftGrouping::Connection});
    QCOMPARE(cells(model, 0).first(), u"The organizations themselves"_s);
    QCOMPARE(cells(model, 0, model.index(0, 0)).first(), u"beta"_s);
    QCOMPARE(cells(model, 3).first(), u"okta"_s);
    QCOMPARE(cells(model, 0, model.index(3, 0)).first(), u"All organizations"_s);
    QCOMPARE(model.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(),
             u"Connection, organization"_s);
}

void TestDriftModel::findsARowAgain()
{
    DriftModel model;
    for (const auto grouping : {DriftGrouping::Organization, DriftGrouping::Connection}) {
        show(model, Samples::eightDifferences(), {.grouping = grouping});
        for (DriftRows::Row row = 0; row < 8; ++row) {
            const QModelIndex index = model.indexOf(row);
            QVERIFY(index.isValid() && !model.isGroup(index));
            QCOMPARE(model.rowAt(index), row);
            QCOMPARE(*model.changeAt(index), Samples::eightDifferences()->changes.at(row));
        }
    }
    show(model, Samples::eightDifferences(), {.filter = {.kind = DriftKind::Added}});
    QVERIFY(model.indexOf(3).isValid());
    QVERIFY(!model.indexOf(2).isValid());
}

void TestDriftModel::masksNamesAndKeepsTheRest()
{
    DriftModel model;
    const QAbstractItemModelTester tester(&model);
    show(model, Samples::eightDifferences());
    QSignalSpy cellsChanged(&model, &QAbstractItemModel::dataChanged);
    model.setMasked(true);
    QString all;
    for (int group = 0; group < model.rowCount(); ++group) {
        all += cells(model, group).join(u'\n');
        for (int row = 0; row < model.rowCount(model.index(group, 0)); ++row)
            all += cells(model, row, model.index(group, 0)).join(u'\n');
    }
    for (const QString &name : {u"acme"_s, u"okta"_s, u"google"_s, u"zeta"_s, u"okta-2"_s})
        QVERIFY2(!all.contains(name), qPrintable(all));
    // What is copied has the real names.
    QCOMPARE(model.index(1, 0).data(TextRole).toString(), u"acme"_s);
    const QModelIndex renamed = model.index(0, 0, model.index(0, 0));
    QCOMPARE(renamed.data(TextRole).toString(), u"okta"_s);
    QCOMPARE(renamed.siblingAtColumn(int(DriftColumn::After)).data(TextRole).toString(),
             u"okta-2"_s);
    QVERIFY(all.contains("Full"_L1) && all.contains("Yes"_L1) && all.contains("Enabled"_L1));
    QCOMPARE(cellsChanged.size(), 0); // one for each group would take a view seconds
    model.setMasked(false);
    QCOMPARE(cells(model, 1).first(), u"acme"_s);
}

void TestDriftModel::hostileNamesAreText()
{
    auto drift = std::make_shared<Drift>();
    drift->changes = {{.kind = DriftKind::Changed,
                       .organizationId = u"org_1"_s,
                       .organizationName = u"<b>x</b>\n\u202e"_s,
                       .connectionId = u"con_1"_s,
                       .field = u"<i>field</i>"_s,
                       .before = {DriftValue::Kind::Text, QString(100'000, u'a')},
                       .after = {DriftValue::Kind::Text, {}}}};
    DriftModel model;
    show(model, drift);
    QCOMPARE(cells(model, 0).first(), u"<b>x</b>\u240a[U+202E]"_s);
    QVERIFY(model.index(0, 0).data(Qt::ToolTipRole).toString().contains("&lt;b&gt;"_L1));
    const QStringList row = cells(model, 0, model.index(0, 0));
    QCOMPARE(row.first(), u"con_1"_s); // without a name
    QVERIFY(row.at(3).size() < 1100);
    QCOMPARE(row.at(4), u"empty"_s);
}

//! As in all other lists; the short name where there is none.
void TestDriftModel::anOrganizationHasItsDisplayName()
{
    auto drift = std::make_shared<Drift>();
    const DriftChange change{.kind = DriftKind::Removed,
                             .organizationId = u"org_1"_s,
                             .organizationName = u"acme"_s,
                             .organizationDisplayName = u"Acme Corp"_s,
                             .connectionId = u"con_1"_s};
    DriftChange unnamed = change;
    unnamed.organizationId = u"org_2"_s;
    unnamed.organizationName = u"acme-two"_s;
    unnamed.organizationDisplayName.clear();
    drift->changes = {change, unnamed};
    DriftModel model;
    show(model, drift);
    QCOMPARE(cells(model, 0).first(), u"Acme Corp"_s);
    QCOMPARE(cells(model, 1).first(), u"acme-two"_s);
    model.setMasked(true);
    for (const int group : {0, 1})
        QVERIFY(!cells(model, group).first().contains(u"acme"_s, Qt::CaseInsensitive));
}

void TestDriftModel::unknownFieldsAreShown()
{
    auto drift = std::make_shared<Drift>();
    drift->changes = {{.kind = DriftKind::Changed,
                       .organizationId = u"org_1"_s,
                       .connectionId = u"con_1"_s,
                       .field = u"new_field"_s,
                       .before = {DriftValue::Kind::Json, u"[1,2]"_s},
                       .after = {DriftValue::Kind::Flag, u"true"_s}}};
    DriftModel model;
    show(model, drift);
    QCOMPARE(cells(model, 0, model.index(0, 0)).last(3),
             (QStringList{u"new_field"_s, u"[1,2]"_s, u"Yes"_s}));
}

//! The tree writes them in grey, because they are not values that the tenant sent.
void TestDriftModel::absentAndNullAreNoValues()
{
    DriftModel model;
    show(model, Samples::eightDifferences());
    const auto meaning = [](const QModelIndex &row, DriftColumn column) {
        return row.siblingAtColumn(int(column)).data(MeaningRole).value<CellMeaning>();
    };
    const QModelIndex acme = model.index(1, 0);
    const QModelIndex fromNull = model.index(1, 0, acme);
    QCOMPARE(meaning(fromNull, DriftColumn::Before), CellMeaning::NotSent);
    QCOMPARE(meaning(fromNull, DriftColumn::After), CellMeaning::Text);
    const QModelIndex fromAbsent = model.index(0, 0, model.index(4, 0));
    QCOMPARE(meaning(fromAbsent, DriftColumn::Before), CellMeaning::NotSent);
    QCOMPARE(meaning(fromAbsent, DriftColumn::After), CellMeaning::Text);
    QCOMPARE(meaning(fromNull, DriftColumn::Field), CellMeaning::Text);
    // Neither has values at all.
    QCOMPARE(meaning(model.index(2, 0, acme), DriftColumn::Before), CellMeaning::Text);
    QCOMPARE(meaning(acme, DriftColumn::Before), CellMeaning::Text);
}

void TestDriftModel::hasNothingWithoutRows()
{
    DriftModel model;
    const QAbstractItemModelTester tester(&model);
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!model.indexOf(0).isValid());
    QVERIFY(!model.changeAt({}));
    show(model, Samples::eightDifferences());
    model.setRows({});
    QCOMPARE(model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(TestDriftModel)
#include "tst_driftmodel.moc"
