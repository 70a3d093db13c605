// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/inventorymodel.h"

#include "models/cellrole.h"
#include "models/connectiontext.h"
#include "models/findingtext.h"
#include "models/inventorytext.h"
#include "support/fakeinventorysource.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

constexpr qsizetype Million = 1'000'000;

struct Bench {
    explicit Bench(qsizetype rows)
    {
        source->rows = rows;
        model.setView(source, {.number = 1, .rows = rows});
        source->openViews = 1;
    }

    [[nodiscard]] QString text(int row, InventoryColumn column, int role = Qt::DisplayRole) const
    {
        const int section = int(columnsOf(InventoryList::Links).indexOf(column));
        return model.index(row, section).data(role).toString();
    }
    //! Asks for a row and waits until it is there.
    [[nodiscard]] bool read(int row)
    {
        return QTest::qWaitFor([&] { return model.rowAt(row) != nullptr; });
    }

    std::shared_ptr<FakeInventorySource> source = std::make_shared<FakeInventorySource>();
    InventoryModel model{InventoryList::Links};
};

} // namespace

class TestInventoryModel final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void obeysTheRulesOfModels();
    void rowsFillInWhenTheyAreRead();
    void aJumpReadsOnlyWhatIsSeen();
    void keepsOnlyRowsThatWereLookedAt();
    void anotherViewDropsWhatIsUnderWay();
    void closesItsViews();
    void failureIsReported();
    void masksNames();
    void connectionsAndOrganizationsNameTheirFindings_data();
    void connectionsAndOrganizationsNameTheirFindings();
    void numbersHaveBars();
    void cellsSayWhatTheyAre();
    void dashesAreReadAloud_data();
    void dashesAreReadAloud();
    void manyCategoriesAreCounted_data();
    void manyCategoriesAreCounted();
    void namesHaveTheirHints();
    void headersHaveTitles_data();
    void headersHaveTitles();
};

void TestInventoryModel::obeysTheRulesOfModels()
{
    Bench bench(250);
    const QAbstractItemModelTester tester(&bench.model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(bench.read(0));
    QVERIFY(bench.read(249));
    bench.model.clear();
    QCOMPARE(bench.model.rowCount(), 0);
}

void TestInventoryModel::rowsFillInWhenTheyAreRead()
{
    Bench bench(250);
    QCOMPARE(bench.model.rowCount(), 250);
    QCOMPARE(bench.text(205, InventoryColumn::ConnectionName), u"…"_s);
    const QSignalSpy read(&bench.model, &InventoryModel::rowsRead);
    const QSignalSpy changed(&bench.model, &QAbstractItemModel::dataChanged);
    QTRY_COMPARE(read.size(), 1);
    QCOMPARE(read.at(0).at(0).toInt(), 200);
    QCOMPARE(read.at(0).at(1).toInt(), 249); // the view has no more
    QCOMPARE(changed.size(), 1);
    QCOMPARE(bench.text(205, InventoryColumn::ConnectionName), u"connection-0000205"_s);
    QCOMPARE(bench.source->fetched, QList<qsizetype>{200});
}

void TestInventoryModel::aJumpReadsOnlyWhatIsSeen()
{
    Bench bench(Million);
    for (int row = 0; row < 900'000; row += 50) // a thumb that is dragged over everything
        QCOMPARE(bench.text(row, InventoryColumn::ConnectionName), u"…"_s);
    QVERIFY(bench.read(900'000 - 50));
    QVERIFY2(bench.source->fetched.size() <= 5,
             qPrintable(QString::number(bench.source->fetched.size())));
}

void TestInventoryModel::keepsOnlyRowsThatWereLookedAt()
{
    Bench bench(Million);
    for (int row = 0; row < 200 * InventoryModel::RowsPerRequest;
         row += InventoryModel::RowsPerRequest)
        QVERIFY(bench.read(row));
    QCOMPARE(bench.source->fetched.size(), 200);
    QVERIFY(bench.model.rowAt(199 * InventoryModel::RowsPerRequest));
    QVERIFY(!bench.model.rowAt(0)); // it went first
    QVERIFY(bench.read(0));
    QCOMPARE(bench.source->fetched.size(), 201);
}

void TestInventoryModel::anotherViewDropsWhatIsUnderWay()
{
    Bench bench(250);
    QVERIFY(!bench.model.rowAt(0));
    QCoreApplication::processEvents(); // the request is under way, its answer waits
    const QSignalSpy read(&bench.model, &InventoryModel::rowsRead);
    bench.model.setView(bench.source, {.number = 2, .rows = 3});
    QTest::qWait(20);
    QCOMPARE(read.size(), 0);
    QCOMPARE(bench.model.rowCount(), 3);
}

void TestInventoryModel::closesItsViews()
{
    const auto source = std::make_shared<FakeInventorySource>();
    source->openViews = 2;
    {
        InventoryModel model(InventoryList::Links);
        model.setView(source, {.number = 1, .rows = 5});
        model.setView(source, {.number = 2, .rows = 5});
        QCOMPARE(source->openViews, 1);
    }
    QCOMPARE(source->openViews, 0);
}

void TestInventoryModel::failureIsReported()
{
    Bench bench(250);
    QVERIFY(bench.read(0));
    bench.source->problem = InventoryProblem{.kind = InventoryProblem::Kind::Removed};
    const QSignalSpy failed(&bench.model, &InventoryModel::failed);
    QVERIFY(!bench.model.rowAt(200));
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(bench.model.rowAt(0)); // stays
}

void TestInventoryModel::masksNames()
{
    Bench bench(5);
    QVERIFY(bench.read(0));
    bench.model.setMasked(true);
    for (const InventoryColumn column :
         {InventoryColumn::ConnectionName, InventoryColumn::OrganizationDisplayName,
          InventoryColumn::OrganizationName, InventoryColumn::ConnectionId,
          InventoryColumn::OrganizationId}) {
        for (const int role :
             {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole)})
            QVERIFY2(!bench.text(0, column, role).contains("0000000"_L1),
                     qPrintable(bench.text(0, column, role)));
        QVERIFY(bench.text(0, column, TextRole).contains("0000000"_L1)); // for copies
    }
    QCOMPARE(bench.text(0, InventoryColumn::Strategy), u"Okta Workforce"_s);
}

void TestInventoryModel::namesHaveTheirHints()
{
    Bench bench(2);
    const auto name = int(columnsOf(InventoryList::Links).indexOf(InventoryColumn::ConnectionName));
    QCOMPARE(bench.model.index(0, name).data(HintsRole), QVariant(QStringList()));
    QVERIFY(!bench.model.index(0, name + 1).data(HintsRole).isValid()); // there is no dot
    InventoryLink link{.connection = {.connectionId = u"con_1"_s,
                                      .name = u"dormant"_s,
                                      .strategy = u"okta"_s,
                                      .isEnabled = false,
                                      .assignMembershipOnLogin = true}};
    // A muted rule does not come back as a hint.
    QVERIFY(!hintSentences(link.connection).isEmpty());
    bench.model.setView(bench.source, {.number = 2, .rows = 1}, {link});
    QCOMPARE(bench.model.index(0, name).data(HintsRole), QVariant(QStringList()));
    link.findings = {FindingRule::SharedMembership, FindingRule::DormantFlags};
    // Which count for other kinds of connections only, and are no rules.
    link.connection.isSignupEnabled = true;
    link.connection.strategy = u"google-oauth2"_s;
    link.connection.showAsButton = false;
    bench.model.setView(bench.source, {.number = 3, .rows = 1}, {link});
    const QModelIndex cell = bench.model.index(0, name);
    const QStringList ownSentences = hintSentencesOfNoRule(link.connection);
    QCOMPARE(ownSentences.size(), 2);
    QCOMPARE(cell.data(HintsRole).toStringList(),
             (QStringList{findingTitle(FindingRule::SharedMembership),
                          findingTitle(FindingRule::DormantFlags)}
              + ownSentences));
    QVERIFY(cell.data(Qt::ToolTipRole).toString().contains(u"dormant"_s));
    QVERIFY(cell.data(Qt::ToolTipRole).toString().contains(u"<br"_s)
            || cell.data(Qt::ToolTipRole).toString().contains(u'\n'));
    QVERIFY(cell.data(Qt::ToolTipRole).toString().contains(u"<br>Needs attention:<br>"_s));
    QCOMPARE(cell.data(Qt::AccessibleTextRole).toString(),
             u"Name: dormant. Needs attention: Membership through a shared connection. "
             "Disabled, with sign-up or membership on. "_s
                 + ownSentences.join(u' '));
    link.connection.isSignupEnabled = false;
    link.connection.showAsButton = true;
    link.findings = {};
    bench.model.setView(bench.source, {.number = 4, .rows = 1}, {link});
    QVERIFY(bench.model.index(0, name).data(HintsRole).toStringList().isEmpty());
    QVERIFY(
        !bench.model.index(0, name).data(Qt::AccessibleTextRole).toString().contains(u"Needs"_s));
}

void TestInventoryModel::connectionsAndOrganizationsNameTheirFindings_data()
{
    QTest::addColumn<InventoryList>("list");
    QTest::addColumn<InventoryColumn>("column");
    QTest::newRow("connections") << InventoryList::Connections << InventoryColumn::ConnectionName;
    QTest::newRow("organizations")
        << InventoryList::Organizations << InventoryColumn::OrganizationDisplayName;
}

void TestInventoryModel::connectionsAndOrganizationsNameTheirFindings()
{
    QFETCH(const InventoryList, list);
    QFETCH(const InventoryColumn, column);
    const QList<FindingRule> rules{FindingRule::SocialMembership, FindingRule::LevelsDiffer};
    const auto row = [list](const QList<FindingRule> &findings) -> InventoryRow {
        if (list == InventoryList::Connections)
            return ConnectionUse{.id = u"con_1"_s, .name = u"acme"_s, .findings = findings};
        return InventoryOrganization{.organization = {.id = u"org_1"_s, .name = u"acme"_s},
                                     .findings = findings};
    };
    const auto source = std::make_shared<FakeInventorySource>();
    source->openViews = 1;
    source->answersFetches = false;
    InventoryModel model(list);
    model.setView(source, {.number = 1, .rows = 250}, {row(rules), row({})});
    const auto section = int(columnsOf(list).indexOf(column));
    const QModelIndex found = model.index(0, section);
    QCOMPARE(found.data(HintsRole).toStringList(),
             (QStringList{u"Membership for any social account"_s, u"Access levels differ"_s}));
    const QString title = columnTitle(list, column);
    QCOMPARE(found.data(Qt::ToolTipRole).toString(),
             u"<qt>acme<br>Needs attention:<br>Membership for any social account<br>"
             "Access levels differ</qt>"_s);
    QCOMPARE(found.data(Qt::AccessibleTextRole).toString(),
             title
                 + u": acme. Needs attention: Membership for any social account. "
                   "Access levels differ"_s);
    const QModelIndex quiet = model.index(1, section);
    QCOMPARE(quiet.data(HintsRole), QVariant(QStringList())); // the names line up
    QCOMPARE(quiet.data(Qt::ToolTipRole).toString(), u"<qt>acme</qt>"_s);
    QCOMPARE(quiet.data(Qt::AccessibleTextRole).toString(), title + u": acme"_s);
    QCOMPARE(model.index(200, section).data(HintsRole), QVariant(QStringList())); // not read yet
    for (int other = 0; other < model.columnCount(); ++other)
        QCOMPARE(model.index(0, other).data(HintsRole).isValid(), other == section);
}

void TestInventoryModel::numbersHaveBars()
{
    const auto source = std::make_shared<FakeInventorySource>();
    source->openViews = 2;
    source->answersFetches = false;
    InventoryModel connections(InventoryList::Connections);
    connections.setView(source, {.number = 1, .rows = 250, .most = 40},
                        {ConnectionUse{.id = u"con_1"_s, .organizations = 10}});
    const auto bars = [](const InventoryModel &model, int row) {
        QList<CountBar> found;
        for (int section = 0; section < model.columnCount(); ++section) {
            const QVariant bar = model.index(row, section).data(BarRole);
            if (!bar.isValid())
                continue;
            if (model.headerData(section, Qt::Horizontal, BarRole).toBool())
                found.append(bar.value<CountBar>());
        }
        return found;
    };
    QCOMPARE(bars(connections, 0), (QList<CountBar>{{.count = 10, .most = 40}}));
    QCOMPARE(bars(connections, 0).constFirst().share(), 0.25);
    QCOMPARE(bars(connections, 200), (QList<CountBar>{{.count = 0, .most = 40}})); // not read yet
    InventoryModel organizations(InventoryList::Organizations);
    organizations.setView(
        source, {.number = 2, .rows = 2, .most = 8},
        {InventoryOrganization{.state = OrganizationState::Read, .connections = 4},
         InventoryOrganization{.state = OrganizationState::Failed, .connections = 4}});
    QCOMPARE(bars(organizations, 0), (QList<CountBar>{{.count = 4, .most = 8}}));
    QCOMPARE(bars(organizations, 1), (QList<CountBar>{{.count = 0, .most = 8}})); // a dash
    QCOMPARE(CountBar().share(), 0.0);
}

void TestInventoryModel::dashesAreReadAloud_data()
{
    QTest::addColumn<OrganizationState>("state");
    QTest::addColumn<QString>("spoken");
    QTest::addRow("read") << OrganizationState::Read << u"Categories: none"_s;
    QTest::addRow("not yet") << OrganizationState::Waiting << u"Categories: Not read yet"_s;
    QTest::addRow("failed") << OrganizationState::Failed << u"Categories: Failed"_s;
}

//! As what they mean, and they are paler than a value; what is not known is not none.
void TestInventoryModel::dashesAreReadAloud()
{
    QFETCH(const OrganizationState, state);
    QFETCH(const QString, spoken);
    const auto source = std::make_shared<FakeInventorySource>();
    source->openViews = 1;
    InventoryModel model(InventoryList::Organizations);
    model.setView(source, {.number = 1, .rows = 1}, {InventoryOrganization{.state = state}});
    const auto section =
        int(columnsOf(InventoryList::Organizations).indexOf(InventoryColumn::Categories));
    const QModelIndex cell = model.index(0, section);
    QCOMPARE(cell.data().toString(), u"–"_s);
    QCOMPARE(cell.data(Qt::AccessibleTextRole).toString(), spoken);
    QCOMPARE(cell.data(MeaningRole).value<CellMeaning>(), CellMeaning::NotSent);
}

void TestInventoryModel::manyCategoriesAreCounted_data()
{
    using enum StrategyCategory;
    QTest::addColumn<QList<StrategyCategory>>("categories");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("whole");
    QTest::addRow("none") << QList<StrategyCategory>{} << u"–"_s << u"–"_s;
    QTest::addRow("one") << QList{Social} << u"Social"_s << u"Social"_s;
    QTest::addRow("two") << QList{Database, Custom} << u"Database, Custom"_s
                         << u"Database, Custom"_s;
    QTest::addRow("three") << QList{Database, Enterprise, Social} << u"Database, Enterprise +1"_s
                           << u"Database, Enterprise, Social"_s;
    QTest::addRow("all") << QList{Database, Enterprise, Social, Passwordless, Custom, Unknown}
                         << u"Database, Enterprise +4"_s
                         << u"Database, Enterprise, Social, Passwordless, Custom, "
                            "Unknown category"_s;
}

//! All of them have no room in a table; none of them is cut there.
void TestInventoryModel::manyCategoriesAreCounted()
{
    QFETCH(const QList<StrategyCategory>, categories);
    QFETCH(const QString, shown);
    QFETCH(const QString, whole);
    const auto source = std::make_shared<FakeInventorySource>();
    source->openViews = 1;
    InventoryModel model(InventoryList::Organizations);
    model.setView(
        source, {.number = 1, .rows = 1},
        {InventoryOrganization{.state = OrganizationState::Read, .categories = categories}});
    const auto section =
        int(columnsOf(InventoryList::Organizations).indexOf(InventoryColumn::Categories));
    const QModelIndex cell = model.index(0, section);
    QCOMPARE(cell.data().toString(), shown);
    QCOMPARE(cell.data(TextRole).toString(), whole);
    QCOMPARE(cell.data(Qt::ToolTipRole).toString(), u"<qt>"_s + whole + u"</qt>"_s);
    QCOMPARE(cell.data(Qt::AccessibleTextRole).toString(),
             u"Categories: "_s + (categories.isEmpty() ? u"none"_s : whole));
}

void TestInventoryModel::cellsSayWhatTheyAre()
{
    Bench bench(5);
    QVERIFY(bench.read(0));
    const auto data = [&](int row, InventoryColumn column, int role) {
        const int section = int(columnsOf(InventoryList::Links).indexOf(column));
        return bench.model.index(row, section).data(role);
    };
    QCOMPARE(data(0, InventoryColumn::IsEnabled, MeaningRole).value<CellMeaning>(),
             CellMeaning::Yes);
    QCOMPARE(data(1, InventoryColumn::IsEnabled, MeaningRole).value<CellMeaning>(),
             CellMeaning::No);
    QCOMPARE(data(0, InventoryColumn::ShowAsButton, MeaningRole).value<CellMeaning>(),
             CellMeaning::NotSent);
    QCOMPARE(bench.text(0, InventoryColumn::IsEnabled, Qt::AccessibleTextRole), u"Enabled: Yes"_s);
    QVERIFY(data(0, InventoryColumn::ConnectionId, IdRole).toBool());
    QVERIFY(!data(0, InventoryColumn::ConnectionName, IdRole).toBool());
}

void TestInventoryModel::headersHaveTitles_data()
{
    QTest::addColumn<InventoryList>("list");
    QTest::newRow("links") << InventoryList::Links;
    QTest::newRow("connections") << InventoryList::Connections;
    QTest::newRow("organizations") << InventoryList::Organizations;
}

void TestInventoryModel::headersHaveTitles()
{
    QFETCH(const InventoryList, list);
    const InventoryModel model(list);
    QStringList titles;
    for (int section = 0; section < model.columnCount(); ++section) {
        titles.append(model.headerData(section, Qt::Horizontal, Qt::DisplayRole).toString());
        QVERIFY(!model.headerData(section, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
    }
    QVERIFY(!titles.contains(QString()));
    QCOMPARE(QSet<QString>(titles.begin(), titles.end()).size(), titles.size());
}

QTEST_GUILESS_MAIN(TestInventoryModel)

#include "tst_inventorymodel.moc"
