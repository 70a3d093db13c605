// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/savedviewsteps.h"

#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QMimeData>
#include <QPointer>
#include <QProgressDialog>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! Opening a saved view, and everything that marks it as one in the window.
class TestSavedViewChooser final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(installEnglish());
        QCoreApplication::setApplicationVersion(u"1.2.3"_s); // written into the files
    }
    void init() { failOnUnexpectedWarnings(); }
    void tableIsTheSameWithoutATenant();
    void filterPagesAndFindWork();
    void savedViewIsMarkedPermanently();
    void savedViewCannotBeTakenForTheTenant();
    void exportOfASavedViewIsTheSameFile();
    void exportOfASavedViewSaysThatItIsNotLive();
    void filteredViewKeepsItsFilter();
    void partialViewIsMarkedAsPartial();
    void privacyModeMasksASavedView();
    void showLiveOpensTheTenant();
    void showLiveOpensTheLatestProfile();
    void closingItLeadsBackToThePage();
    void closingItLeadsBackToTheWelcomePage();
    void isShownFromAPlaceOfTheTenant();

    void unreadableFileKeepsTheRows();
    void unreadableFileIsReportedOnTheWelcomePage();
    void droppedFileOpens();
    void droppedFileStaysWhereItIs();
    void onlyOneLocalFileIsAccepted();
    void actionOpensAFileDialog();
    void longReadShowsProgressAndCanBeCancelled();

private:
    static QByteArray content(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static bool takes(DemoDesk &desk, const QMimeData &data)
    {
        QDragEnterEvent entering({9, 9}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        entering.ignore();
        QCoreApplication::sendEvent(&desk.window(), &entering);
        return entering.isAccepted();
    }
};

void TestSavedViewChooser::tableIsTheSameWithoutATenant()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    const QStringList live = desk.ids();
    const QString path = saveView(desk, u"many.json"_s);
    QVERIFY(!path.isEmpty());
    desk.tenant().clearRequests();
    DemoDesk other;
    QVERIFY(openView(other, path));
    QCOMPARE(other.ids(), live);
    QCOMPARE(labelText(&other.window(), "rangeLabel"), u"1–50 of 237"_s);
    other.select(3);
    QCOMPARE(labelText(&other.window(), "idLabel"), live.at(3));
    QCOMPARE(other.takeRequestCount(), 0);
    QCOMPARE(desk.takeRequestCount(), 0);
}

void TestSavedViewChooser::filterPagesAndFindWork()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(desk.trigger("showDisabledAction"));
    const QStringList disabled = desk.ids();
    QVERIFY(desk.trigger("showAllAction"));
    QVERIFY(desk.trigger("lastPageAction"));
    const QStringList last = desk.ids();
    QVERIFY(openView(desk, saveView(desk, u"many.json"_s)));
    desk.tenant().clearRequests();
    QVERIFY(desk.trigger("lastPageAction"));
    QCOMPARE(desk.ids(), last);
    QVERIFY(desk.trigger("showDisabledAction"));
    QCOMPARE(desk.ids(), disabled);
    child<QLineEdit>(&desk.window(), "findField")->setText(disabled.at(2));
    QCOMPARE(desk.ids(), QStringList{disabled.at(2)});
    QCOMPARE(desk.takeRequestCount(), 0);
}

void TestSavedViewChooser::savedViewIsMarkedPermanently()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QCOMPARE(savedViewBar(desk), QString());
    QVERIFY(openView(desk, saveView(desk, u"many.json"_s)));
    for (const char *step : {"nextPageAction", "showEnabledAction", "showAllAction"}) {
        QVERIFY(desk.trigger(step));
        QVERIFY(
            savedViewBar(desk).startsWith("Saved copy: read from "_L1 + desk.tenant().domain()));
        QVERIFY(savedViewBar(desk).endsWith("It contains all 237 connections."_L1));
    }
    QVERIFY(!child(child(&desk.window(), "savedViewBar"), "closeButton")->isVisible());
    QVERIFY(desk.window().windowTitle().contains("(saved copy)"_L1));
    QCOMPARE(labelText(&desk.window(), "kindLabel"), u"SAVED COPY"_s);
    QVERIFY(desk.open(DemoDesk::Ten));
    QCOMPARE(savedViewBar(desk), QString());
    QVERIFY(!desk.window().windowTitle().contains("saved"_L1));
}

void TestSavedViewChooser::savedViewCannotBeTakenForTheTenant()
{
    DemoDesk desk;
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    QVERIFY(openView(desk, saveView(desk, u"ten.json"_s)));
    for (const char *live : {"refreshAction", "organizationAction", "tokenAction"})
        QVERIFY2(!desk.action(live)->isEnabled(), live);
    QVERIFY(!child(&desk.window(), "organizationField")->isEnabled());
    QVERIFY(!child(&desk.window(), "tokenStatus")->isVisible());
    QVERIFY(!child(&desk.window(), "budgetStatus")->isVisible());
}

void TestSavedViewChooser::exportOfASavedViewIsTheSameFile()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    const QString first = saveView(desk, u"first.json"_s);
    QVERIFY(openView(desk, first));
    const QString second = saveView(desk, u"second.json"_s);
    QVERIFY(!content(first).isEmpty());
    QCOMPARE(content(second), content(first));
}

void TestSavedViewChooser::exportOfASavedViewSaysThatItIsNotLive()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    QVERIFY(openView(desk, saveView(desk, u"first.json"_s)));
    QVERIFY(!saveView(desk, u"second.json"_s).isEmpty());
    const QString tenant = desk.tenant().domain() + " (saved copy)"_L1;
    QTRY_COMPARE(labelText(desk.exports().windows().constLast(), "tenantLabel"), tenant);
}

void TestSavedViewChooser::filteredViewKeepsItsFilter()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(desk.trigger("showDisabledAction"));
    const QStringList disabled = desk.ids();
    QVERIFY(openView(desk, saveView(desk, u"disabled.json"_s)));
    QCOMPARE(desk.ids(), disabled);
    QVERIFY(desk.action("showDisabledAction")->isChecked());
    QVERIFY(!desk.action("showAllAction")->isEnabled());
    QVERIFY(!desk.action("showEnabledAction")->isEnabled());
    QCOMPARE(labelText(&desk.window(), "filterHint"), u"The saved view contains no others."_s);
    QVERIFY(savedViewBar(desk).contains("disabled connections, and no others."_L1));
}

void TestSavedViewChooser::partialViewIsMarkedAsPartial()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(desk.trigger("nextPageAction"));
    const QString page = saveView(desk, u"page.json"_s, "thisPageButton");
    QVERIFY(openView(desk, page));
    QCOMPARE(labelText(&desk.window(), "rangeLabel"), u"50 connections"_s);
    QVERIFY(savedViewBar(desk).endsWith("It contains only page 2: 50 of 237 connections."_L1));
    QVERIFY(!child(&desk.window(), "listingHintList")->isVisible());
    const QString again = saveView(desk, u"again.json"_s);
    QCOMPARE(content(again), content(page));
    QVERIFY(content(again).contains("\"extent\": \"one_page\""));
    QVERIFY(content(again).contains("\"total\": 237"));
}

void TestSavedViewChooser::privacyModeMasksASavedView()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const QString path = saveView(desk, u"ten.json"_s);
    desk.session().privacy().setOn(true);
    QVERIFY(openView(desk, path));
    QVERIFY(!savedViewBar(desk).isEmpty());
    for (const QString &shown : {savedViewBar(desk), desk.window().windowTitle()})
        QVERIFY2(!shown.contains(desk.tenant().domain()), qPrintable(shown));
    desk.session().privacy().setOn(false);
    QVERIFY(savedViewBar(desk).contains(desk.tenant().domain()));
}

void TestSavedViewChooser::showLiveOpensTheTenant()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    const QString path = saveView(desk, u"many.json"_s);
    QVERIFY(openView(desk, path));
    auto *button = child<QPushButton>(child(&desk.window(), "savedViewBar"), "actionButton");
    QVERIFY(!button->isVisible()); // this tenant is not in the settings
    desk.saveProfile(DemoDesk::Ten);
    QVERIFY(openView(desk, path));
    QVERIFY(button->isVisible());
    button->click();
    QVERIFY(!savedViewOf(desk.session().subject()));
    QCOMPARE(profileOf(desk.session().subject())->organizationId, desk.id(DemoDesk::Many));
}

void TestSavedViewChooser::showLiveOpensTheLatestProfile()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const QString path = saveView(desk, u"ten.json"_s);
    const Profile first = desk.saveProfile(DemoDesk::Ten);
    Profile second = first;
    second.id = u"second"_s;
    desk.settings().setProfiles({first, second}); // both for the same domain
    desk.settings().setCurrentProfileId(second.id);
    QVERIFY(openView(desk, path));
    child<QPushButton>(child(&desk.window(), "savedViewBar"), "actionButton")->click();
    QCOMPARE(profileOf(desk.session().subject())->id, second.id);
}

void TestSavedViewChooser::closingItLeadsBackToThePage()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const QString path = saveView(desk, u"ten.json"_s);
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(desk.trigger("nextPageAction"));
    const QStringList rows = desk.ids();
    QVERIFY(!desk.action("closeFileAction")->isEnabled());
    desk.window().activateWindow(); // after the dialog
    QVERIFY(QTest::qWaitForWindowActive(&desk.window()));
    for (const bool withKey : {true, false}) {
        QVERIFY(openView(desk, path));
        QVERIFY(desk.ids() != rows);
        QVERIFY(desk.action("closeFileAction")->isEnabled());
        auto *close = child<QPushButton>(child(&desk.window(), "savedViewBar"), "otherButton");
        QVERIFY(close->isVisible());
        close->setFocus();
        if (withKey)
            QTest::keyClick(&desk.window(), Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
        else
            close->click();
        QVERIFY(desk.settle());
        QVERIFY(isDemo(desk.session().subject()));
        QCOMPARE(desk.ids(), rows);
        QCOMPARE(desk.window().focusWidget(), &desk.table());
        QVERIFY(!desk.action("closeFileAction")->isEnabled());
    }
}

void TestSavedViewChooser::closingItLeadsBackToTheWelcomePage()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const QString path = saveView(desk, u"ten.json"_s);
    desk.session().close();
    QVERIFY(openView(desk, path));
    QVERIFY(desk.table().isVisible());
    QVERIFY(desk.trigger("closeFileAction"));
    const QWidget *welcome = child(&desk.window(), "WelcomePage");
    QVERIFY(welcome->isVisible());
    QVERIFY(welcome->isAncestorOf(desk.window().focusWidget()));
}

void TestSavedViewChooser::isShownFromAPlaceOfTheTenant()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const QString path = saveView(desk, u"ten.json"_s);
    const QStringList rows = desk.ids();
    desk.action("placeOverviewAction")->trigger();
    QVERIFY(!desk.table().isVisible());
    QVERIFY(openView(desk, path));
    QVERIFY(desk.table().isVisible());
    QCOMPARE(desk.ids(), rows);
}

void TestSavedViewChooser::unreadableFileKeepsTheRows()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const QStringList rows = desk.ids();
    QVERIFY(openView(desk, desk.file(u"none.json"_s)));
    QCOMPARE(desk.ids(), rows);
    QCOMPARE(desk.bannerText(), u"none.json cannot be read: There is no such file."_s);
    QVERIFY(desk.action("refreshAction")->isEnabled());
}

void TestSavedViewChooser::unreadableFileIsReportedOnTheWelcomePage()
{
    DemoDesk desk;
    QVERIFY(openView(desk, desk.file(u"none.json"_s)));
    QVERIFY(child(&desk.window(), "problemLabel")->isVisible());
    QVERIFY(labelText(&desk.window(), "problemLabel").startsWith("none.json "_L1));
}

void TestSavedViewChooser::droppedFileOpens()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const QString path = saveView(desk, u"ten.json"_s);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QVERIFY(takes(desk, data));
    QDropEvent dropping(QPointF(9, 9), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&desk.window(), &dropping);
    QTRY_VERIFY(savedViewOf(desk.session().subject()));
}

//! A source that would rather move the file is told that it was copied, and keeps it.
void TestSavedViewChooser::droppedFileStaysWhereItIs()
{
    DemoDesk desk;
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(desk.file(u"any.json"_s))});
    QDragEnterEvent entering({9, 9}, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton,
                             Qt::NoModifier);
    entering.setDropAction(Qt::MoveAction);
    entering.ignore();
    QCoreApplication::sendEvent(&desk.window(), &entering);
    QVERIFY(entering.isAccepted());
    QCOMPARE(entering.dropAction(), Qt::CopyAction);
    QDragEnterEvent moving({9, 9}, Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    moving.ignore();
    QCoreApplication::sendEvent(&desk.window(), &moving);
    QVERIFY(!moving.isAccepted());
}

void TestSavedViewChooser::onlyOneLocalFileIsAccepted()
{
    DemoDesk desk;
    QMimeData data;
    data.setUrls({QUrl(u"https://evil.example/view.json"_s)});
    QVERIFY(!takes(desk, data));
}

void TestSavedViewChooser::actionOpensAFileDialog()
{
    DemoDesk desk;
    desk.action("openAction")->trigger();
    const auto *dialog = child<QFileDialog>(&desk.window(), "openSavedViewDialog");
    QCOMPARE(dialog->acceptMode(), QFileDialog::AcceptOpen);
    QVERIFY(dialog->isVisible());
}

void TestSavedViewChooser::longReadShowsProgressAndCanBeCancelled()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const QString path = saveView(desk, u"ten.json"_s);
    SavedViewOpener &opener = desk.session().savedViews();
    desk.window().openFile(path);
    const QPointer<QProgressDialog> progress = desk.window().findChild<QProgressDialog *>();
    QVERIFY(progress);
    QVERIFY(!progress->isVisible()); // a quick read shows no dialog
    opener.blockSignals(true); // as if reading took long
    QTRY_VERIFY_WITH_TIMEOUT(progress->isVisible(), 2000);
    opener.blockSignals(false);
    desk.window().openFile(path);
    progress->findChild<QPushButton *>()->click();
    QVERIFY(!opener.isReading());
    QTRY_VERIFY(!progress);
}

QTEST_MAIN(TestSavedViewChooser)
#include "tst_savedviewchooser.moc"
