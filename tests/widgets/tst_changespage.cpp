// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/tenant/changespage.h"

#include "models/cellrole.h"
#include "program/translations.h"
#include "session/driftbrowser.h"
#include "session/privacymode.h"
#include "store/settings.h"
#include "support/inventoryfolder.h"
#include "support/inventorysamples.h"
#include "support/windowtesting.h"
#include "widgets/controls/theming.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

#include <cstdlib>
#include <memory>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestChangesPage final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void saysThatNothingIsCompared();
    void showsBothInventoriesAndTheirDifferences();
    void filtersByKindAndField();
    void findsNames();
    void groupsByConnectionAndKeepsTheSelection();
    void bothInventoriesCanBeToldApart();
    void detailsShowBothValues();
    void aTitleInTheDetailsDoesNotBreak();
    void valuesInTheDetailsStayWhereTheyAre();
    void valuesHaveTheRoomThatNothingElseNeeds();
    void aSmallWindowShowsBothValues_data();
    void aSmallWindowShowsBothValues();
    void rowsBeginWhereTheTextsAboveBegin_data();
    void rowsBeginWhereTheTextsAboveBegin();
    void aGroupIsCounted();
    void theKeyboardStaysInThePlace();
    void keysToTheEndsSelect();
    void leadsToTheOrganization();
    void copiesAsAnExport();
    void saysThatBothAreTheSame();
    void comparesTwoTenantsByNames();
    void comparesByNamesBesideTheLastResult();
    void aProblemKeepsTheLastResult();
    void privacyModeMasks();
    void menuOfARowCopies();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    InventoryFolder m_folder;
};

namespace {

//! Old, new and other: new has one organization more, one link less, and two flags of org_1 differ.
void build(const QString &path, const QString &tenant, bool isNew)
{
    Samples::InventoryBuilder builder(path, tenant);
    for (int i = 1; i <= (isNew ? 4 : 3); ++i) {
        const qint64 owner =
            builder.addOrganization({u"org_%1"_s.arg(i), u"name%1"_s.arg(i), u"Name %1"_s.arg(i)});
        builder.addLink(
            owner,
            {.connectionId = u"con_1"_s,
             .name = u"okta"_s,
             .isEnabled = i > 1 || isNew,
             .isSignupEnabled = i == 1 && isNew ? std::optional<bool>() : std::optional(false)});
        if (i != 2 || !isNew)
            builder.addLink(owner, {.connectionId = u"con_2"_s, .name = u"google"_s});
    }
    QVERIFY(!builder.finish());
}

struct Bench {
    Bench()
        : settings(folder.filePath(u"settings.ini"_s))
        , privacy(settings)
    {
        page.resize(1000, 600);
        page.show();
    }

    [[nodiscard]] bool compare(const QString &from, const QString &to)
    {
        drift.compare(from, to);
        return settle();
    }
    [[nodiscard]] bool settle()
    {
        return QTest::qWaitFor([this] { return !drift.isComparing() && !drift.isArranging(); });
    }
    [[nodiscard]] QString label(const char *name) { return labelText(&page, name); }
    [[nodiscard]] QTreeView &tree() { return *child<QTreeView>(&page, "changesTree"); }
    [[nodiscard]] QString cell(int group, int row, DriftColumn column)
    {
        const QModelIndex parent = tree().model()->index(group, 0);
        return tree().model()->index(row, int(column), parent).data().toString();
    }
    [[nodiscard]] QString state()
    {
        auto *statePage = child(&page, "changesStatePage");
        return statePage->isVisible() ? labelText(statePage, "textLabel") : QString();
    }
    [[nodiscard]] bool choose(const QString &text)
    {
        for (const SideList::Entry &entry : page.facetEntries()) {
            if (entry.text != text || entry.key.isEmpty())
                continue;
            page.chooseFacet(entry.key);
            return settle();
        }
        return false;
    }

    QTemporaryDir folder;
    Settings settings;
    PrivacyMode privacy;
    DriftBrowser drift;
    QAction compareAction{u"Compare with…"_s};
    ChangesPage page{{.drift = drift, .privacy = privacy, .compare = &compareAction}};
};

} // namespace

void TestChangesPage::initTestCase()
{
    QVERIFY(installEnglish());
    failOnUnexpectedWarnings();
    build(path(u"old"_s), u"acme.eu.auth0.com"_s, false);
    build(path(u"new"_s), u"acme.eu.auth0.com"_s, true);
    build(path(u"other"_s), u"staging.eu.auth0.com"_s, true);
}

void TestChangesPage::saysThatNothingIsCompared()
{
    Bench bench;
    QCOMPARE(bench.state(), u"Nothing has been compared yet."_s);
    QSignalSpy asked(&bench.compareAction, &QAction::triggered);
    child<QAbstractButton>(child(&bench.page, "changesStatePage"), "actionButton")->click();
    QCOMPARE(asked.size(), 1);
    bench.page.setNotice(StatePage::Content{.text = u"Another sentence."_s});
    QCOMPARE(bench.state(), u"Another sentence."_s);
    QVERIFY(bench.page.facetEntries().isEmpty());
}

void TestChangesPage::showsBothInventoriesAndTheirDifferences()
{
    Bench bench;
    QVERIFY(bench.compare(path(u"old"_s), path(u"new"_s)));
    QVERIFY(bench.tree().isVisible());
    QVERIFY2(bench.label("oldInventoryLabel").startsWith(u"Old: acme.eu.auth0.com"_s),
             qPrintable(bench.label("oldInventoryLabel")));
    QVERIFY(bench.label("changesNotes").startsWith("1 added, 1 removed, 2 values changed; "_L1));
    QCOMPARE(bench.tree().model()->rowCount(), 3);
    QCOMPARE(bench.cell(0, 0, DriftColumn::Field), u"Enabled"_s);
    QCOMPARE(bench.cell(0, 0, DriftColumn::Before), u"No"_s);
    QCOMPARE(bench.cell(0, 0, DriftColumn::After), u"Yes"_s);
    QCOMPARE(bench.cell(0, 1, DriftColumn::After), u"not sent"_s);
    QCOMPARE(bench.cell(1, 0, DriftColumn::Name), u"google"_s);
    QCOMPARE(bench.cell(1, 0, DriftColumn::Kind), u"Removed"_s);
    QVERIFY(bench.tree().isExpanded(bench.tree().model()->index(0, 0)));
}

void TestChangesPage::filtersByKindAndField()
{
    Bench bench;
    QVERIFY(bench.compare(path(u"old"_s), path(u"new"_s)));
    QSignalSpy changed(&bench.page, &ChangesPage::facetsChanged);
    QVERIFY(bench.choose(u"Removed"_s));
    QVERIFY(!changed.isEmpty());
    QCOMPARE(bench.tree().model()->rowCount(), 1);
    QCOMPARE(bench.label("changesMatches"), u"1 of 4 differences"_s);
    QVERIFY(bench.choose(u"Removed"_s)); // taken back
    QCOMPARE(bench.tree().model()->rowCount(), 3);
    QVERIFY(bench.choose(u"Enabled"_s));
    QCOMPARE(bench.tree().model()->rowCount(), 1);
    QCOMPARE(bench.cell(0, 0, DriftColumn::Field), u"Enabled"_s);
}

void TestChangesPage::findsNames()
{
    Bench bench;
    QVERIFY(bench.compare(path(u"old"_s), path(u"new"_s)));
    bench.page.activateWindow();
    bench.page.focusFind();
    auto *field = child<QLineEdit>(&bench.page, "changesFindField");
    QTest::keyClicks(field, u"NAME4"_s);
    QTRY_COMPARE(bench.drift.order().filter.findText, u"NAME4"_s);
    QVERIFY(bench.settle());
    QCOMPARE(bench.tree().model()->rowCount(), 1);
    field->setText(u"no such thing"_s);
    QTRY_COMPARE(bench.state(), u"Nothing matches the filter."_s);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(child(&bench.page, "changesStatePage")->isAncestorOf(QApplication::focusWidget()));
    bench.page.focusFind();
    QTest::keyClick(field, Qt::Key_Escape);
    QTRY_VERIFY(bench.tree().isVisible());
    QCOMPARE(QApplication::focusWidget(), &bench.tree());
    field->setText(u"no such thing"_s);
    QTRY_COMPARE(bench.state(), u"Nothing matches the filter."_s);
    child<QAbstractButton>(child(&bench.page, "changesStatePage"), "actionButton")->click();
    QVERIFY(bench.settle());
    QCOMPARE(bench.tree().model()->rowCount(), 3);
    QVERIFY(field->text().isEmpty());
}

void TestChangesPage::groupsByConnectionAndKeepsTheSelection()
{
    Bench bench;
    QVERIFY(bench.compare(path(u"old"_s), path(u"new"_s)));
    const QModelIndex removed =
        bench.tree().model()->index(0, 0, bench.tree().model()->index(1, 0));
    bench.tree().setCurrentIndex(removed);
    QCOMPARE(bench.label("changeSubtitle"), u"google"_s);
    auto *grouping = child<QComboBox>(&bench.page, "changesGroupingField");
    grouping->setCurrentIndex(1);
    Q_EMIT grouping->activated(1);
    QVERIFY(bench.settle());
    QCOMPARE(bench.tree().model()->index(1, 0).data().toString(), u"google"_s);
    QCOMPARE(bench.label("changeSubtitle"), u"google"_s);
    QCOMPARE(bench.tree().currentIndex().data().toString(), u"Name 2"_s);
}

void TestChangesPage::detailsShowBothValues()
{
    Bench bench;
    QVERIFY(bench.compare(path(u"old"_s), path(u"new"_s)));
    bench.tree().setCurrentIndex(
        bench.tree().model()->index(1, 0, bench.tree().model()->index(0, 0)));
    QStringList texts;
    for (const QLabel *label : child(&bench.page, "changeDetails")->findChildren<QLabel *>()) {
        if (label->isVisible())
            texts.append(label->text());
    }
    for (const QString &text : {u"Name 1"_s, u"okta"_s, u"Before"_s, u"After"_s, u"Enabled"_s,
                                u"Organization Signup"_s, u"not sent"_s})
        QVERIFY2(texts.contains(text), qPrintable(texts.join(u'|')));
    QVERIFY(texts.contains(u"Both inventories have this connection, with different values."_s));
}

//! Both are of the same minute.
void TestChangesPage::bothInventoriesCanBeToldApart()
{
    Bench bench;
    auto drift = std::make_shared<Drift>();
    drift->oldInventory = {.tenant = u"acme.eu.auth0.com"_s,
                           .began = QDateTime(QDate(2025, 11, 29), QTime(0, 49, 7), Qt::UTC)};
    drift->newInventory = drift->oldInventory;
    drift->newInventory.began = drift->newInventory.began.addSecs(12);
    bench.drift.show(drift);
    QVERIFY(bench.settle());
    QVERIFY2(bench.label("oldInventoryLabel").contains(":49:07"_L1),
             qPrintable(bench.label("oldInventoryLabel")));
    QVERIFY2(bench.label("newInventoryLabel").contains(":49:19"_L1),
             qPrintable(bench.label("newInventoryLabel")));
}

void TestChangesPage::aTitleInTheDetailsDoesNotBreak()
{
    Bench bench;
    auto drift = std::make_shared<Drift>();
    const auto change = [](const QString &field, const QString &before, DriftValue::Kind after) {
        return DriftChange{.organizationId = u"org_1"_s,
                           .connectionId = u"con_1"_s,
                           .field = field,
                           .before = {DriftValue::Kind::Text, before},
                           .after = {.kind = after}};
    };
    drift->changes = {
        change(u"organization_access_level"_s, u"readonly"_s, DriftValue::Kind::Null),
        change(u"organization_member_access_level"_s, u"limited"_s, DriftValue::Kind::Absent)};
    bench.drift.show(drift);
    QVERIFY(bench.settle());
    bench.tree().setCurrentIndex(
        bench.tree().model()->index(0, 0, bench.tree().model()->index(0, 0)));
    QTRY_COMPARE(child(&bench.page, "changeDetails")->width(), 300);
    QCoreApplication::processEvents();
    const auto cell = [&bench](const QString &text) -> const QLabel * {
        for (const QLabel *label : child(&bench.page, "changeDetails")->findChildren<QLabel *>()) {
            if (label->text() == text && label->isVisible())
                return label;
        }
        return nullptr;
    };
    for (const QString &text : {u"Access level"_s, u"Member access"_s, u"Read-only"_s}) {
        QVERIFY2(cell(text), qPrintable(text));
        QVERIFY2(cell(text)->width() >= cell(text)->fontMetrics().horizontalAdvance(text),
                 qPrintable(text));
    }
    // What is no value of the tenant's looks as in the table.
    const QColor muted = mutedTextColor(bench.page.palette());
    QVERIFY(cell(u"Read-only"_s)->palette().color(QPalette::WindowText) != muted);
    for (const QString &text : {u"null"_s, u"not sent"_s})
        QCOMPARE(cell(text)->palette().color(QPalette::WindowText), muted);
}

void TestChangesPage::valuesInTheDetailsStayWhereTheyAre()
{
    Bench bench;
    auto drift = std::make_shared<Drift>();
    for (const QString &field : {u"is_enabled"_s, u"organization_member_access_level"_s,
                                 u"assign_membership_on_login"_s, u"strategy"_s}) {
        drift->changes.append({.organizationId = u"org_1"_s,
                               .connectionId = u"con_"_s + field,
                               .field = field,
                               .before = {DriftValue::Kind::Text, QString(field.size(), u'x')}});
    }
    bench.drift.show(drift);
    QVERIFY(bench.settle());
    QSet<int> places;
    for (int row = 0; row < drift->changes.size(); ++row) {
        bench.tree().setCurrentIndex(
            bench.tree().model()->index(row, 0, bench.tree().model()->index(0, 0)));
        QCoreApplication::processEvents();
        const QWidget *details = child(&bench.page, "changeDetails");
        for (const QLabel *label : details->findChildren<QLabel *>()) {
            if (label->text() == u"Before"_s)
                places.insert(label->mapTo(details, QPoint()).x());
        }
    }
    QCOMPARE(places.size(), 1);
}

//! The field is no longer than the longest one that differs.
void TestChangesPage::valuesHaveTheRoomThatNothingElseNeeds()
{
    Bench bench;
    auto drift = std::make_shared<Drift>();
    drift->changes = {
        {.organizationId = u"org_1"_s, .connectionId = u"con_1"_s, .field = u"is_enabled"_s}};
    bench.drift.show(drift);
    QVERIFY(bench.settle());
    QCoreApplication::processEvents();
    const QTreeView &tree = bench.tree();
    const int field = tree.columnWidth(int(DriftColumn::Field));
    const int value = tree.columnWidth(int(DriftColumn::Before));
    QVERIFY2(field < tree.columnWidth(int(DriftColumn::Kind)), qPrintable(QString::number(field)));
    QVERIFY2(value > 150, qPrintable(QString::number(value)));
    QVERIFY(std::abs(tree.columnWidth(int(DriftColumn::After)) - value) <= 2);
    auto longer = std::make_shared<Drift>(*drift);
    longer->changes.first().field = u"assign_membership_on_login"_s;
    bench.drift.show(longer);
    QVERIFY(bench.settle());
    QTRY_VERIFY(tree.columnWidth(int(DriftColumn::Field)) > field + 50);
    longer = std::make_shared<Drift>(*drift);
    longer->changes.first().field = QString(500, u'x'); // of the tenant
    bench.drift.show(longer);
    QVERIFY(bench.settle());
    QTRY_VERIFY(tree.columnWidth(int(DriftColumn::Field)) < tree.viewport()->width() / 3);
}

void TestChangesPage::aSmallWindowShowsBothValues_data()
{
    QTest::addColumn<QString>("language");
    QTest::addRow("en") << u"en"_s;
    QTest::addRow("fr") << u"fr"_s;
}

//! The buttons break where they would take room from the rows.
void TestChangesPage::aSmallWindowShowsBothValues()
{
    QFETCH(const QString, language);
    const Translations translations(language);
    applyTheme(Theme::Light); // for its paddings
    Bench bench;
    QVERIFY(bench.compare(path(u"old"_s), path(u"new"_s)));
    bench.tree().setCurrentIndex(
        bench.tree().model()->index(0, 0, bench.tree().model()->index(0, 0)));
    QVERIFY(child(&bench.page, "changeLinksButton")->isVisible());
    QTRY_COMPARE(child(&bench.page, "changeDetails")->width(), 300);
    for (const DriftColumn column : {DriftColumn::Before, DriftColumn::After}) {
        QVERIFY(!bench.tree().isColumnHidden(int(column)));
        QVERIFY(bench.tree().columnWidth(int(column)) > 50);
    }
    QCOMPARE(bench.tree().header()->length(), bench.tree().viewport()->width());
    for (int width = 1000; width > 700; width -= 5) { // the values go before the head is cut
        bench.page.resize(width, 600);
        QCoreApplication::processEvents();
        constexpr int Padding = 6; // before the first head
        QVERIFY2(bench.tree().columnWidth(0) >= bench.tree().header()->sectionSizeHint(0) + Padding,
                 qPrintable(QString::number(width)));
    }
}

void TestChangesPage::rowsBeginWhereTheTextsAboveBegin_data()
{
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::addRow("left to right") << Qt::LeftToRight;
    QTest::addRow("right to left") << Qt::RightToLeft;
}

//! The title of the first column, and the arrow of a group.
void TestChangesPage::rowsBeginWhereTheTextsAboveBegin()
{
    QFETCH(const Qt::LayoutDirection, direction);
    applyTheme(Theme::Light); // for its paddings
    Bench bench;
    bench.page.setLayoutDirection(direction);
    QVERIFY(bench.compare(path(u"old"_s), path(u"new"_s)));
    QCoreApplication::processEvents();
    // The first column of pixels, from where a line begins, that is not all ground.
    const auto firstInk = [direction](QWidget &widget, const QRect &place) {
        const QImage picture =
            widget.grab(place).toImage().mirrored(direction == Qt::RightToLeft, false);
        for (int x = 5; x < picture.width(); ++x) { // behind the line of what is selected
            for (int y = 4; y + 4 < picture.height(); ++y) {
                if (picture.pixel(x, y) != picture.pixel(5, 4))
                    return x;
            }
        }
        return -1;
    };
    if (direction == Qt::LeftToRight) { // a Latin title stands at its left in both
        QHeaderView &header = *bench.tree().header();
        const int head = firstInk(*header.viewport(), header.viewport()->rect());
        QVERIFY2(head >= 12 && head <= 14, qPrintable(QString::number(head)));
    }
    QRect row = bench.tree().visualRect(bench.tree().model()->index(1, 0));
    row.setLeft(0);
    row.setRight(bench.tree().viewport()->width() - 1);
    const int arrow = firstInk(*bench.tree().viewport(), row);
    QVERIFY2(arrow >= 11 && arrow <= 14, qPrintable(QString::number(arrow)));
}

void TestChangesPage::aGroupIsCounted()
{
    Bench bench;
    QVERIFY(bench.compare(path(u"old"_s), path(u"new"_s)));
    bench.tree().setCurrentIndex(bench.tree().model()->index(0, 0));
    QCOMPARE(bench.label("changeTitle"), u"Name 1"_s);
    QCOMPARE(bench.label("changeSubtitle"), u"2 differences"_s);
    QVERIFY(child(&bench.page, "changeLiveButton")->isVisible());
    QTRY_VERIFY(child(&bench.page, "changeLiveButton")->y() < 150); // close below its title
    bench.drift.setOrder({.grouping = DriftGrouping::Connection});
    QVERIFY(bench.settle());
    const int last = bench.tree().model()->rowCount() - 1;
    bench.tree().setCurrentIndex(bench.tree().model()->index(last, 0));
    QCOMPARE(bench.label("changeTitle"), u"okta"_s);
    QVERIFY(!child(&bench.page, "changeLiveButton")->isVisible()); // of which organization?
}

//! From the button that cancels the comparison to the differences.
void TestChangesPage::theKeyboardStaysInThePlace()
{
    Bench bench;
    bench.page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&bench.page));
    bench.page.focusContent();
    QVERIFY(child(&bench.page, "changesStatePage")->isAncestorOf(QApplication::focusWidget()));
    QVERIFY(bench.compare(path(u"old"_s), path(u"new"_s)));
    QCOMPARE(QApplication::focusWidget(), &bench.tree());
}

void TestChangesPage::keysToTheEndsSelect()
{
    Bench bench;
    QVERIFY(bench.compare(path(u"old"_s), path(u"new"_s)));
    QTreeView &tree = bench.tree();
    const auto selected = [&tree] { return tree.selectionModel()->selectedRows(); };
    tree.setCurrentIndex(tree.model()->index(0, 0));
    QTest::keyClick(&tree, Qt::Key_End, Qt::ControlModifier);
    const QModelIndex last = tree.currentIndex();
    QVERIFY(!tree.indexBelow(last).isValid());
    QVERIFY(last != tree.model()->index(0, 0));
    QCOMPARE(selected(), QModelIndexList{last.siblingAtColumn(0)});
    QTest::keyClick(&tree, Qt::Key_Home, Qt::ControlModifier);
    QCOMPARE(selected(), QModelIndexList{tree.model()->index(0, 0)});
    QTest::keyRelease(&tree, Qt::Key_Control); // for the tests that follow
}

void TestChangesPage::leadsToTheOrganization()
{
    Bench bench;
    QVERIFY(bench.compare(path(u"old"_s), path(u"new"_s)));
    QSignalSpy live(&bench.page, &ChangesPage::liveRequested);
    QSignalSpy links(&bench.page, &ChangesPage::linksRequested);
    const QModelIndex change = bench.tree().model()->index(0, 0, bench.tree().model()->index(0, 0));
    bench.tree().setCurrentIndex(change);
    child<QAbstractButton>(&bench.page, "changeLiveButton")->click();
    child<QAbstractButton>(&bench.page, "changeLinksButton")->click();
    Q_EMIT bench.tree().activated(change);
    QCOMPARE(live.size(), 2);
    QCOMPARE(live.constFirst().constFirst().value<Organization>().id, u"org_1"_s);
    QCOMPARE(links.constFirst().constFirst().value<Organization>().id, u"org_1"_s);
    // An organization that is gone cannot be opened.
    bench.drift.swap();
    QVERIFY(bench.settle());
    const QModelIndex gone = bench.tree().model()->index(0, 0, bench.tree().model()->index(2, 0));
    bench.tree().setCurrentIndex(gone);
    QCOMPARE(bench.cell(2, 0, DriftColumn::Kind), u"Removed"_s);
    QVERIFY(!child(&bench.page, "changeLiveButton")->isVisible());
    Q_EMIT bench.tree().activated(gone);
    QCOMPARE(live.size(), 2);
}

void TestChangesPage::copiesAsAnExport()
{
    Bench bench;
    QVERIFY(bench.compare(path(u"old"_s), path(u"new"_s)));
    bench.tree().setCurrentIndex(bench.tree().model()->index(0, 0)); // a group is all in it
    QTest::keyClick(&bench.tree(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(
        QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts),
        (QStringList{u"kind\torganization_id\torganization_name\tconnection_id\tconnection_name"
                     u"\tfield\tbefore\tafter\r"_s,
                     u"changed\torg_1\tname1\tcon_1\tokta\tis_enabled\tfalse\ttrue\r"_s,
                     u"changed\torg_1\tname1\tcon_1\tokta\tis_signup_enabled\tfalse\t\r"_s}));
}

void TestChangesPage::saysThatBothAreTheSame()
{
    Bench bench;
    QVERIFY(bench.compare(path(u"old"_s), path(u"old"_s)));
    QCOMPARE(bench.state(), u"Both inventories are the same."_s);
    QVERIFY(bench.page.facetEntries().isEmpty());
    QVERIFY(!child(&bench.page, "changesFindField")->isVisible());
}

void TestChangesPage::comparesTwoTenantsByNames()
{
    Bench bench;
    QVERIFY(bench.compare(path(u"old"_s), path(u"other"_s)));
    QVERIFY2(bench.state().contains(u"staging.eu.auth0.com"_s), qPrintable(bench.state()));
    QVERIFY(!bench.state().contains("--by-name"_L1));
    child<QAbstractButton>(child(&bench.page, "changesStatePage"), "actionButton")->click();
    QVERIFY(bench.settle());
    QCOMPARE(bench.tree().model()->rowCount(), 3);
    bench.tree().setCurrentIndex(
        bench.tree().model()->index(0, 0, bench.tree().model()->index(0, 0)));
    QVERIFY(!child(&bench.page, "changeLiveButton")->isVisible()); // of which tenant?
}

//! The window compares with the sweep before by itself, so that there usually is a result.
void TestChangesPage::comparesByNamesBesideTheLastResult()
{
    Bench bench;
    QVERIFY(bench.compare(path(u"old"_s), path(u"new"_s)));
    auto *byNames = child<QAbstractButton>(&bench.page, "compareByNamesButton");
    QVERIFY(!byNames->isVisible());
    QVERIFY(bench.compare(path(u"old"_s), path(u"other"_s)));
    QVERIFY2(bench.label("changesNotes").contains(u"staging.eu.auth0.com"_s),
             qPrintable(bench.label("changesNotes")));
    QVERIFY(byNames->isVisible());
    byNames->click();
    QVERIFY(!byNames->isVisible());
    QVERIFY(bench.settle());
    QVERIFY(bench.label("newInventoryLabel").contains(u"staging.eu.auth0.com"_s));
    QVERIFY(bench.drift.drift()->options.byName);
}

void TestChangesPage::aProblemKeepsTheLastResult()
{
    Bench bench;
    QVERIFY(bench.compare(path(u"old"_s), path(u"new"_s)));
    QVERIFY(bench.compare(path(u"none"_s), path(u"new"_s)));
    QVERIFY(bench.tree().isVisible());
    QCOMPARE(bench.tree().model()->rowCount(), 3);
    QVERIFY2(bench.label("changesNotes").contains(u"none"_s),
             qPrintable(bench.label("changesNotes")));
}

void TestChangesPage::privacyModeMasks()
{
    Bench bench;
    QVERIFY(bench.compare(path(u"old"_s), path(u"new"_s)));
    bench.privacy.setOn(true);
    bench.page.updatePrivacy();
    for (const QLabel *label : bench.page.findChildren<QLabel *>()) {
        QVERIFY2(!label->text().contains(u"Name 1"_s) && !label->text().contains(u"okta"_s)
                     && !label->text().contains(u"acme"_s),
                 qPrintable(label->text()));
    }
    QVERIFY(bench.cell(0, 0, DriftColumn::Name) != u"okta"_s);
    // Copies contain the real names.
    const QModelIndex group = bench.tree().model()->index(0, int(DriftColumn::Name));
    bench.tree().setCurrentIndex(bench.tree().model()->index(0, int(DriftColumn::Name), group));
    bench.page.copyCell();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"okta"_s);
}

void TestChangesPage::menuOfARowCopies()
{
    Bench bench;
    QVERIFY(bench.compare(path(u"old"_s), path(u"new"_s)));
    QTreeView &tree = bench.tree();
    const QModelIndex group = tree.model()->index(0, int(DriftColumn::Name));
    const QModelIndex row = tree.model()->index(0, int(DriftColumn::Name), group);
    tree.expand(group);
    tree.setCurrentIndex(row);
    const auto open = [&tree](QContextMenuEvent::Reason reason, const QPoint &place) {
        QContextMenuEvent asked(reason, place, tree.viewport()->mapToGlobal(place));
        QCoreApplication::sendEvent(tree.viewport(), &asked);
        return tree.findChild<QMenu *>(u"changesMenu"_s);
    };
    QPointer<QMenu> menu = open(QContextMenuEvent::Keyboard, {});
    QVERIFY(menu);
    QCOMPARE(menu->actions().size(), 2);
    menu->actions().at(0)->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), row.data(TextRole).toString());
    menu->actions().at(1)->trigger();
    const QString rows = QGuiApplication::clipboard()->text();
    bench.page.copyRows();
    QVERIFY(rows.contains(u"okta"_s));
    QCOMPARE(rows, QGuiApplication::clipboard()->text());
    menu->close();
    QTRY_VERIFY(!menu);
    menu = open(QContextMenuEvent::Mouse, tree.visualRect(row).center());
    QVERIFY(menu);
    menu->close();
    QTRY_VERIFY(!menu);
    QVERIFY(!open(QContextMenuEvent::Mouse, {5, tree.viewport()->height() - 1})); // below the rows
}

QTEST_MAIN(TestChangesPage)
#include "tst_changespage.moc"
