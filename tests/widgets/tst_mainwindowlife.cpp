// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/demodesk.h"
#include "widgets/export/exportdialog.h"

#include <QHeaderView>
#include <QPushButton>
#include <QSpinBox>
#include <QSplitter>
#include <QStackedWidget>
#include <QTcpServer>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class MainWindowLifeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init() { failOnUnexpectedWarnings(); }

    void welcomeLeadsToTheDemoTenant();
    void welcomeLeadsToTheSettings();
    void aDemoTenantThatCannotStartIsTold();
    void theWelcomeComesBackWithoutAnOldProblem_data();
    void theWelcomeComesBackWithoutAnOldProblem();
    void closingWhileLoadingIsQuiet();
    void closingWithATypedPageIsQuiet();
    void closingDuringAnExportLeavesNoFile();
    void layoutIsRemembered();
    void aBrokenLayoutIsPassedOver();
};

void MainWindowLifeTest::welcomeLeadsToTheDemoTenant()
{
    DemoDesk desk;
    const auto *welcome = child(&desk.window(), "WelcomePage");
    QVERIFY(welcome->isVisible());
    QCOMPARE(desk.takeRequestCount(), 0);
    child<QPushButton>(welcome, "demoButton")->click();
    QVERIFY(desk.settle());
    QVERIFY(!welcome->isVisible());
    QCOMPARE(desk.ids().size(), 10);
    QCOMPARE(labelText(&desk.window(), "kindLabel"), u"DEMO TENANT"_s);
    QCOMPARE(desk.takeRequestCount(), 1);
}

void MainWindowLifeTest::welcomeLeadsToTheSettings()
{
    DemoDesk desk;
    child<QPushButton>(&desk.window(), "connectButton")->click();
    QVERIFY(child<QDialog>(&desk.window(), "SettingsDialog")->isVisible());
}

void MainWindowLifeTest::aDemoTenantThatCannotStartIsTold()
{
    DemoDesk desk;
    desk.tenant().stop(); // it would be started again
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost, desk.tenant().port()));
    child<QPushButton>(&desk.window(), "demoButton")->click();
    QStringList shown;
    for (const QLabel *label : desk.window().findChildren<QLabel *>()) {
        if (label->isVisible())
            shown.append(label->text());
    }
    QVERIFY(shown.contains(u"The demo tenant could not be started on this computer."_s));
}

void MainWindowLifeTest::theWelcomeComesBackWithoutAnOldProblem_data()
{
    QTest::addColumn<bool>("wasWelcome"); // when it was said
    QTest::newRow("said on the welcome page") << true;
    QTest::newRow("said among rows") << false;
}

void MainWindowLifeTest::theWelcomeComesBackWithoutAnOldProblem()
{
    QFETCH(const bool, wasWelcome);
    DemoDesk desk;
    const auto *welcome = child(&desk.window(), "WelcomePage");
    if (!wasWelcome)
        QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    desk.window().openSavedView(desk.file(u"gone.json"_s));
    const auto *problem = child<QLabel>(welcome, "problemLabel");
    QTRY_VERIFY(problem->text().contains("gone.json"_L1));
    QCOMPARE(problem->isVisible(), wasWelcome);
    if (wasWelcome)
        QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    desk.session().closeProfile();
    QVERIFY(welcome->isVisible());
    QVERIFY(!problem->isVisible());
}

void MainWindowLifeTest::closingWhileLoadingIsQuiet()
{
    DemoDesk desk;
    desk.tenant().setFaults({u"hang"_s});
    desk.window().openDemo({});
    QTRY_COMPARE(desk.tenant().requests().size(), 1);
    desk.window().close();
    desk.destroyWindow();
    desk.tenant().stop(); // the answer, a failure, comes without a window
    QVERIFY(desk.settle());
    QCOMPARE(desk.browser().state(), ConnectionBrowser::State::Failed);
}

void MainWindowLifeTest::closingWithATypedPageIsQuiet()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(QTest::qWaitForWindowActive(&desk.window()));
    auto *field = child<QSpinBox>(&desk.window(), "pageField");
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, u"3"_s);
    desk.destroyWindow();
    QVERIFY(desk.settle());
}

void MainWindowLifeTest::closingDuringAnExportLeavesNoFile()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(desk.trigger("exportAction"));
    desk.tenant().setFaults({u"hang"_s});
    desk.tenant().clearRequests();
    desk.window().findChild<ExportDialog *>()->exportTo(desk.file(u"all.csv"_s));
    QTRY_COMPARE(desk.tenant().requests().size(), 1);
    desk.window().close();
    QVERIFY(desk.window().isVisible());
    child<QPushButton>(&desk.window(), "stopButton")->click();
    QVERIFY(!desk.window().isVisible());
    QCOMPARE(desk.files(), QStringList());
    desk.destroyWindow();
    QCOMPARE(desk.files(), QStringList());
}

void MainWindowLifeTest::layoutIsRemembered()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.window().resize(820, 520);
    QCoreApplication::processEvents();
    desk.window().findChild<QSplitter *>()->setSizes({500, 260});
    const auto sizes = [&desk] { return desk.window().findChild<QSplitter *>()->sizes(); };
    const QList<int> before = sizes();
    desk.table().setColumnWidth(2, 77);
    desk.table().horizontalHeader()->moveSection(0, 1);
    desk.action("detailPaneAction")->setChecked(false);
    desk.window().close();
    desk.destroyWindow();

    QVERIFY(desk.open(DemoDesk::Ten));
    QCOMPARE(desk.window().size(), QSize(820, 520));
    QCOMPARE(desk.table().columnWidth(2), 77);
    QCOMPARE(desk.table().horizontalHeader()->visualIndex(0), 1);
    QVERIFY(!desk.action("detailPaneAction")->isChecked());
    QVERIFY(!child(&desk.window(), "ConnectionDetailPane")->isVisible());
    desk.action("detailPaneAction")->setChecked(true);
    QCoreApplication::processEvents();
    QCOMPARE(sizes(), before);
}

void MainWindowLifeTest::aBrokenLayoutIsPassedOver()
{
    DemoDesk desk;
    for (const QString &part : {u"window"_s, u"splitter"_s, u"table"_s, u"detailPane"_s})
        desk.settings().setLayout(part, "no layout at all");
    QVERIFY(desk.open(DemoDesk::Ten));
    QCOMPARE(desk.window().size(), QSize(1180, 760));
    QVERIFY(child(&desk.window(), "ConnectionDetailPane")->isVisible());
    for (int column = 0; column < desk.table().model()->columnCount(); ++column)
        QVERIFY(desk.table().columnWidth(column) > 10);
}

QTEST_MAIN(MainWindowLifeTest)
#include "tst_mainwindowlife.moc"
