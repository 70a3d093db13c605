// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/demodesk.h"
#include "widgets/exportdialog.h"

#include <QComboBox>
#include <QDropEvent>
#include <QFileDialog>
#include <QMimeData>
#include <QPointer>
#include <QProgressDialog>
#include <QPushButton>
#include <QRadioButton>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! What was exported to JSON opens again in the window, and is never taken for what is live.
class SavedViewsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(installEnglish());
        QCoreApplication::setApplicationVersion(u"1.2.3"_s); // a file tells which one wrote it
    }
    void init() { failOnUnexpectedWarnings(); }

    void theSameTableWithoutATenant();
    void filterPagesAndFindWork();
    void itIsMarkedAllTheTime();
    void itCannotBeTakenForTheTenant();
    void anExportOfItIsTheSameFile();
    void anExportOfItSaysThatItIsNotLive();
    void aFilteredViewKeepsItsFilter();
    void aPartIsCalledOneAndStaysOne();
    void privacyModeMasksIt();
    void aFileThatIsNoneLeavesTheRows();
    void aFileThatIsNoneIsToldOnTheWelcomePage();
    void aDroppedFileOpens();
    void whatIsNoLocalFileIsNotTaken();
    void theActionAsksForAFile();
    void whatTakesLongIsSeenAndCanBeGivenUp();
    void showLiveLeadsToTheTenant();

private:
    //! Exports as a person would; \a what is the button of the rows.
    static QString save(DemoDesk &desk, const QString &name, const char *what = "allPagesButton")
    {
        ExportDialog dialog(desk.session(), desk.exports());
        child<QRadioButton>(&dialog, what)->click();
        child<QComboBox>(&dialog, "formatField")->setCurrentIndex(1); // JSON
        const QString path = desk.file(name);
        dialog.exportTo(path);
        const bool isDone = QTest::qWaitFor([&path] { return QFileInfo::exists(path); });
        return isDone ? path : QString();
    }
    static bool open(DemoDesk &desk, const QString &path)
    {
        desk.window().openSavedView(path);
        return QTest::qWaitFor([&desk] { return !desk.session().savedViews().isReading(); })
            && desk.settle();
    }
    static QString bar(DemoDesk &desk)
    {
        const QWidget *found = child(&desk.window(), "savedViewBar");
        return found->isVisible() ? labelText(found, "textLabel") : QString();
    }
    static bool takes(DemoDesk &desk, const QMimeData &data)
    {
        QDragEnterEvent entering({9, 9}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        entering.ignore();
        QCoreApplication::sendEvent(&desk.window(), &entering);
        return entering.isAccepted();
    }
    static QByteArray content(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

void SavedViewsTest::theSameTableWithoutATenant()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    const QStringList live = desk.ids();
    const QString path = save(desk, u"many.json"_s);
    QVERIFY(!path.isEmpty());
    desk.tenant().clearRequests();
    DemoDesk other;
    QVERIFY(open(other, path));
    QCOMPARE(other.ids(), live);
    QCOMPARE(labelText(&other.window(), "rangeLabel"), u"1-50 of 237"_s);
    other.select(3);
    QCOMPARE(labelText(&other.window(), "idLabel"), live.at(3));
    QCOMPARE(other.takeRequestCount(), 0);
    QCOMPARE(desk.takeRequestCount(), 0);
}

void SavedViewsTest::filterPagesAndFindWork()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(desk.trigger("showDisabledAction"));
    const QStringList disabled = desk.ids();
    QVERIFY(desk.trigger("showAllAction"));
    QVERIFY(desk.trigger("lastPageAction"));
    const QStringList last = desk.ids();
    QVERIFY(open(desk, save(desk, u"many.json"_s)));
    desk.tenant().clearRequests();
    QVERIFY(desk.trigger("lastPageAction"));
    QCOMPARE(desk.ids(), last);
    QVERIFY(desk.trigger("showDisabledAction"));
    QCOMPARE(desk.ids(), disabled);
    child<QLineEdit>(&desk.window(), "findField")->setText(disabled.at(2));
    QCOMPARE(desk.ids(), QStringList{disabled.at(2)});
    QCOMPARE(desk.takeRequestCount(), 0);
}

void SavedViewsTest::itIsMarkedAllTheTime()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QCOMPARE(bar(desk), QString());
    QVERIFY(open(desk, save(desk, u"many.json"_s)));
    for (const char *step : {"nextPageAction", "showEnabledAction", "showAllAction"}) {
        QVERIFY(desk.trigger(step));
        QVERIFY(bar(desk).startsWith("Saved, not live: read from "_L1 + desk.tenant().domain()));
        QVERIFY(bar(desk).endsWith("It holds all 237 connections."_L1));
    }
    QVERIFY(!child(child(&desk.window(), "savedViewBar"), "closeButton")->isVisible());
    QVERIFY(desk.window().windowTitle().contains("(saved, not live)"_L1));
    QCOMPARE(labelText(&desk.window(), "kindLabel"), u"SAVED, NOT LIVE"_s);
    QVERIFY(desk.open(DemoDesk::Ten));
    QCOMPARE(bar(desk), QString());
    QVERIFY(!desk.window().windowTitle().contains("saved"_L1));
}

void SavedViewsTest::itCannotBeTakenForTheTenant()
{
    DemoDesk desk;
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    QVERIFY(open(desk, save(desk, u"ten.json"_s)));
    for (const char *live : {"refreshAction", "organizationAction", "tokenAction"})
        QVERIFY2(!desk.action(live)->isEnabled(), live);
    QVERIFY(!child(&desk.window(), "organizationField")->isEnabled());
    QVERIFY(!child(&desk.window(), "tokenStatus")->isVisible());
    QVERIFY(!child(&desk.window(), "budgetStatus")->isVisible());
}

void SavedViewsTest::anExportOfItIsTheSameFile()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    const QString first = save(desk, u"first.json"_s);
    QVERIFY(open(desk, first));
    const QString second = save(desk, u"second.json"_s);
    QVERIFY(!content(first).isEmpty());
    QCOMPARE(content(second), content(first));
}

void SavedViewsTest::anExportOfItSaysThatItIsNotLive()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    QVERIFY(open(desk, save(desk, u"first.json"_s)));
    QVERIFY(!save(desk, u"second.json"_s).isEmpty());
    const QString tenant = desk.tenant().domain() + " (saved, not live)"_L1;
    QTRY_COMPARE(labelText(desk.exports().windows().constLast(), "tenantLabel"), tenant);
}

void SavedViewsTest::aFilteredViewKeepsItsFilter()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(desk.trigger("showDisabledAction"));
    const QStringList disabled = desk.ids();
    QVERIFY(open(desk, save(desk, u"disabled.json"_s)));
    QCOMPARE(desk.ids(), disabled);
    QVERIFY(desk.action("showDisabledAction")->isChecked());
    QVERIFY(!desk.action("showAllAction")->isEnabled());
    QVERIFY(!desk.action("showEnabledAction")->isEnabled());
    QCOMPARE(labelText(&desk.window(), "filterHint"), u"The saved view holds no others."_s);
    QVERIFY(bar(desk).contains("disabled connections, and no others."_L1));
}

void SavedViewsTest::aPartIsCalledOneAndStaysOne()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(desk.trigger("nextPageAction"));
    const QString page = save(desk, u"page.json"_s, "thisPageButton");
    QVERIFY(open(desk, page));
    QCOMPARE(labelText(&desk.window(), "rangeLabel"), u"1-50 of 50"_s);
    QVERIFY(bar(desk).endsWith("It holds page 2 alone: 50 of 237 connections."_L1));
    QVERIFY(!child(&desk.window(), "listingHintList")->isVisible());
    const QString again = save(desk, u"again.json"_s);
    QCOMPARE(content(again), content(page));
    QVERIFY(content(again).contains("\"extent\": \"one_page\""));
    QVERIFY(content(again).contains("\"total\": 237"));
}

void SavedViewsTest::privacyModeMasksIt()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const QString path = save(desk, u"ten.json"_s);
    desk.session().privacy().setOn(true);
    QVERIFY(open(desk, path));
    QVERIFY(!bar(desk).isEmpty());
    for (const QString &shown : {bar(desk), desk.window().windowTitle()})
        QVERIFY2(!shown.contains(desk.tenant().domain()), qPrintable(shown));
    desk.session().privacy().setOn(false);
    QVERIFY(bar(desk).contains(desk.tenant().domain()));
}

void SavedViewsTest::aFileThatIsNoneLeavesTheRows()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const QStringList rows = desk.ids();
    QVERIFY(open(desk, desk.file(u"none.json"_s)));
    QCOMPARE(desk.ids(), rows);
    QCOMPARE(desk.bannerText(), u"none.json cannot be read: There is no such file."_s);
    QVERIFY(desk.action("refreshAction")->isEnabled());
}

void SavedViewsTest::aFileThatIsNoneIsToldOnTheWelcomePage()
{
    DemoDesk desk;
    QVERIFY(open(desk, desk.file(u"none.json"_s)));
    QVERIFY(child(&desk.window(), "problemLabel")->isVisible());
    QVERIFY(labelText(&desk.window(), "problemLabel").startsWith("none.json "_L1));
}

void SavedViewsTest::aDroppedFileOpens()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const QString path = save(desk, u"ten.json"_s);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QVERIFY(takes(desk, data));
    QDropEvent dropping(QPointF(9, 9), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&desk.window(), &dropping);
    QTRY_VERIFY(desk.session().savedView());
}

void SavedViewsTest::whatIsNoLocalFileIsNotTaken()
{
    DemoDesk desk;
    QMimeData data;
    data.setUrls({QUrl(u"https://evil.example/view.json"_s)});
    QVERIFY(!takes(desk, data));
}

void SavedViewsTest::theActionAsksForAFile()
{
    DemoDesk desk;
    desk.action("openSavedViewAction")->trigger();
    const auto *dialog = child<QFileDialog>(&desk.window(), "openSavedViewDialog");
    QCOMPARE(dialog->acceptMode(), QFileDialog::AcceptOpen);
    QVERIFY(dialog->isVisible());
}

void SavedViewsTest::whatTakesLongIsSeenAndCanBeGivenUp()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const QString path = save(desk, u"ten.json"_s);
    SavedViewOpener &opener = desk.session().savedViews();
    desk.window().openSavedView(path);
    const QPointer<QProgressDialog> progress = desk.window().findChild<QProgressDialog *>();
    QVERIFY(progress);
    QVERIFY(!progress->isVisible()); // what is quick does not flicker
    opener.blockSignals(true); // nobody hears that it is done: as if it took long
    QTRY_VERIFY_WITH_TIMEOUT(progress->isVisible(), 2000);
    opener.blockSignals(false);
    desk.window().openSavedView(path);
    progress->findChild<QPushButton *>()->click();
    QVERIFY(!opener.isReading());
    QTRY_VERIFY(!progress);
}

void SavedViewsTest::showLiveLeadsToTheTenant()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    const QString path = save(desk, u"many.json"_s);
    QVERIFY(open(desk, path));
    auto *button = child<QPushButton>(child(&desk.window(), "savedViewBar"), "actionButton");
    QVERIFY(!button->isVisible()); // nobody has set up this tenant
    desk.saveProfile(DemoDesk::Ten);
    QVERIFY(open(desk, path));
    QVERIFY(button->isVisible());
    button->click();
    QVERIFY(!desk.session().savedView());
    QCOMPARE(desk.session().profile()->organizationId, desk.id(DemoDesk::Many));
}

QTEST_MAIN(SavedViewsTest)
#include "tst_savedviews.moc"
