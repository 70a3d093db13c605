// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/demodesk.h"
#include "widgets/controls/stopquestion.h"
#include "widgets/export/exportdialog.h"
#include "widgets/settings/settingsdialog.h"

#include <QAccessible>
#include <QScrollArea>
#include <QTabWidget>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! What a screen reader gets.
class TestAccessibility final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init() { failOnUnexpectedWarnings(); }

    void everyControlOfTheWindowHasANameAndARole();
    void everyControlOfTheWholeTenantHasANameAndARole();
    void everyControlOfTheDialogsHasANameAndARole();
    void everyControlOnTheWayToATenantHasANameAndARole();
    void cellsNameFieldAndValue();
    void headersNameTheirFields();
    void detailsNameFieldAndValue();
    void bannerAnnouncesItsMessage();
    void filterAnnouncesTheCurrentOne();
    void tenantAndRangeAnnounceTheirText();
    void enterClicksTheFocusedButton();

private:
    //! Controls that Tab reaches and that have no name, or no role of a control.
    static QString nameless(const QWidget &window)
    {
        QStringList found;
        for (QWidget *widget : window.findChildren<QWidget *>()) {
            const bool isPart = widget->focusProxy()
                || qobject_cast<QAbstractItemView *>(widget->parent())
                || widget->objectName().startsWith("qt_spinbox"_L1);
            if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus) || isPart)
                continue;
            const QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(widget);
            const QAccessible::Role role = heard ? heard->role() : QAccessible::NoRole;
            const bool isArea = qobject_cast<QScrollArea *>(widget); // Qt gives it no role
            const bool hasRole =
                role != QAccessible::NoRole && (role != QAccessible::Client || isArea);
            if (!heard || heard->text(QAccessible::Name).isEmpty() || !hasRole)
                found.append(QString::fromLatin1(widget->metaObject()->className()) + ' '_L1
                             + widget->objectName());
        }
        return found.join(u',');
    }
};

void TestAccessibility::everyControlOfTheWindowHasANameAndARole()
{
    DemoDesk desk;
    QCOMPARE(nameless(desk.window()), QString());
    QVERIFY(desk.open(DemoDesk::Many));
    QCOMPARE(nameless(desk.window()), QString());
    for (const int tab : {1, 2, 0}) {
        child<QTabWidget>(&desk.window(), "tabs")->setCurrentIndex(tab);
        QCOMPARE(nameless(desk.window()), QString());
    }
    child<QLineEdit>(&desk.window(), "findField")->setText(u"no such thing"_s);
    QCOMPARE(nameless(desk.window()), QString());
    desk.tenant().setFaults({u"error-503"_s});
    QVERIFY(desk.trigger("refreshAction"));
    QCOMPARE(nameless(desk.window()), QString());
}

void TestAccessibility::everyControlOfTheWholeTenantHasANameAndARole()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.action("placeLinksAction")->trigger();
    QCOMPARE(nameless(desk.window()), QString());
    desk.action("sweepAction")->trigger();
    QCOMPARE(nameless(desk.window()), QString());
    InventoryBrowser &inventory = desk.session().inventory();
    QTRY_VERIFY_WITH_TIMEOUT(inventory.summary().isListedAgain, 20'000);
    for (const char *place : {"placeOverviewAction", "placeLinksAction", "placeConnectionsAction",
                              "placeChangesAction", "placeOrganizationsAction"}) {
        desk.action(place)->trigger();
        QTest::qWait(200);
        QVERIFY2(nameless(desk.window()).isEmpty(), qPrintable(nameless(desk.window())));
    }
    auto *heard = QAccessible::queryAccessibleInterface(child(&desk.window(), "sideList"));
    QCOMPARE(heard->text(QAccessible::Name), u"Places and filters"_s);
    QStringList entries;
    for (int entry = 0; entry < heard->childCount(); ++entry)
        entries.append(heard->child(entry)->text(QAccessible::Name));
    const QString organizations = QString::number(inventory.summary().counts.listed());
    QVERIFY2(entries.contains("Organizations, "_L1 + organizations + ", chosen"_L1),
             qPrintable(entries.join(u'\n')));
}

void TestAccessibility::everyControlOfTheDialogsHasANameAndARole()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    SettingsDialog settings(desk.session(), desk.network());
    settings.show();
    QCOMPARE(nameless(settings), QString());
    const auto *token =
        QAccessible::queryAccessibleInterface(child<QLineEdit>(&settings, "tokenField"));
    QCOMPARE(token->text(QAccessible::Name), u"API token"_s);
    QVERIFY(token->state().passwordEdit);
    ExportDialog dialog(desk.session(), desk.exports());
    dialog.show();
    QCOMPARE(nameless(dialog), QString());
    desk.tenant().setFaults({u"expires-between-pages"_s});
    dialog.exportTo(desk.file(u"all.csv"_s));
    QCOMPARE(nameless(desk.exportWindow()), QString());
    QTRY_VERIFY(child(&desk.exportWindow(), "resumeButton")->isVisible());
    QCOMPARE(nameless(desk.exportWindow()), QString());
    desk.exportWindow().close(); // opens a question
    QCOMPARE(nameless(*desk.exportWindow().findChild<StopQuestion *>()), QString());
    desk.exportWindow().job().cancel();
    QCOMPARE(nameless(desk.exportWindow()), QString());
}

void TestAccessibility::everyControlOnTheWayToATenantHasANameAndARole()
{
    DemoDesk desk;
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    desk.action("organizationAction")->trigger();
    QCOMPARE(nameless(desk.chooser()), QString());
    QTest::keyClick(&desk.chooser(), Qt::Key_Escape);
    QCOMPARE(nameless(desk.openTokenDialog()), QString());
    desk.action("connectTenantAction")->trigger();
    auto *connecting = child<QDialog>(&desk.window(), "connectWindow");
    child<QAbstractButton>(connecting, "guideButton")->click();
    QCOMPARE(nameless(*connecting), QString());
    SettingsDialog settings(desk.session(), desk.network());
    settings.showPage(SettingsDialog::Page::Network);
    settings.show();
    QCOMPARE(nameless(settings), QString());
}

void TestAccessibility::cellsNameFieldAndValue()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    auto *heard = QAccessible::queryAccessibleInterface(&desk.table());
    QCOMPARE(heard->text(QAccessible::Name), u"Connections"_s);
    auto *table = heard->tableInterface();
    QVERIFY(table);
    QCOMPARE(table->rowCount(), 10);
    const QStringList words = desk.column(ConnectionField::IsEnabled);
    for (int row = 0; row < 10; ++row) {
        QCOMPARE(table->cellAt(row, int(ConnectionField::IsEnabled))->text(QAccessible::Name),
                 "Enabled: "_L1 + words.at(row));
    }
    const qsizetype signUp = desk.column(ConnectionField::IsSignupEnabled).indexOf(u"n/a"_s);
    QCOMPARE(
        table->cellAt(int(signUp), int(ConnectionField::IsSignupEnabled))->text(QAccessible::Name),
        u"Organization Signup: not applicable: for database connections only"_s);
}

void TestAccessibility::headersNameTheirFields()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    auto *table = QAccessible::queryAccessibleInterface(&desk.table())->tableInterface();
    QCOMPARE(table->columnDescription(0), u"Name"_s);
    QCOMPARE(table->columnDescription(int(ConnectionField::IsEnabled)), u"Enabled"_s);
}

void TestAccessibility::detailsNameFieldAndValue()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const QString value = desk.column(ConnectionField::IsEnabled).constFirst();
    const auto *field = QAccessible::queryAccessibleInterface(child(&desk.window(), "is_enabled"));
    QCOMPARE(field->text(QAccessible::Name), "Enabled: "_L1 + value);
    QVERIFY(!field->text(QAccessible::Description).isEmpty());
}

void TestAccessibility::bannerAnnouncesItsMessage()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten, {u"expired-token"_s}));
    const auto *heard = QAccessible::queryAccessibleInterface(desk.banner());
    QCOMPARE(heard->text(QAccessible::Name), desk.bannerText());
}

void TestAccessibility::filterAnnouncesTheCurrentOne()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(desk.trigger("showEnabledAction"));
    const auto isChecked = [&desk](const char *name) {
        const auto state =
            QAccessible::queryAccessibleInterface(child(&desk.window(), name))->state();
        return state.checkable && state.checked;
    };
    QVERIFY(!isChecked("allButton"));
    QVERIFY(isChecked("enabledButton"));
    QVERIFY(!isChecked("disabledButton"));
}

void TestAccessibility::tenantAndRangeAnnounceTheirText()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    const auto heard = [&desk](const char *name) {
        return QAccessible::queryAccessibleInterface(child(&desk.window(), name))
            ->text(QAccessible::Name);
    };
    QVERIFY2(heard("tenantButton").startsWith("Demo tenant"_L1), // its address says nothing
             qPrintable(heard("tenantButton")));
    QCOMPARE(heard("rangeLabel"), u"Rows on screen: 1–50 of 237"_s);
}

void TestAccessibility::enterClicksTheFocusedButton()
{
    DemoDesk desk;
    const auto enterOn = [&desk](const QWidget *parent, const char *button) {
        auto *pressed = child<QAbstractButton>(parent, button);
        pressed->setFocus();
        QTest::keyClick(pressed, Qt::Key_Return);
        return desk.settle();
    };
    QVERIFY(enterOn(&desk.window(), "demoButton"));
    QVERIFY(isDemo(desk.session().subject()));
    QVERIFY(desk.table().hasFocus()); // the keyboard works in the table
    desk.action("findAction")->trigger();
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(child<QLineEdit>(&desk.window(), "findField")
                ->hasFocus()); // the focus does not move while the user types
    QVERIFY(desk.open(DemoDesk::None));
    QVERIFY(desk.trigger("showEnabledAction"));
    QVERIFY(enterOn(desk.statePage(), "actionButton"));
    QVERIFY(!desk.browser().request().isEnabled); // "Show all"
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.table().setFocus();
    child<QLineEdit>(&desk.window(), "findField")->setText(u"no such thing"_s);
    QVERIFY(child(desk.statePage(), "actionButton")->hasFocus());
    QVERIFY(enterOn(desk.statePage(), "actionButton")); // "Clear"
    QVERIFY(desk.table().hasFocus());
    desk.tenant().setFaults({u"error-503"_s});
    QVERIFY(desk.trigger("refreshAction"));
    desk.tenant().setFaults({});
    QVERIFY(enterOn(desk.banner(), "actionButton"));
    QCOMPARE(desk.bannerText(), QString());
}

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
