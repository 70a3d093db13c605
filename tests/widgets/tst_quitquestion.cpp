// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/demodesk.h"
#include "widgets/controls/stopquestion.h"
#include "widgets/export/exportdialog.h"

#include <QPushButton>
#include <QRadioButton>
#include <QTimer>

#include <functional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Vestibule;

class TestQuitQuestion final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init() { failOnUnexpectedWarnings(); }

    void withoutAnExportThereIsNoQuestion();
    void runningExportOpensTheQuestion_data();
    void runningExportOpensTheQuestion();
    void closingTwiceOpensOneQuestion();
    void stopAndQuitLeavesNoFileAndCloses();
    void severalExportsAreCounted();
    void aSweepIsNoExport();
    void questionShowsTheProgress();
    void questionClosesWithTheExportAndTheWindowStays();
    void waitsForAnExportThatIsBeingSaved();
    void windowStaysWhenSavingFails();
    void finishedExportDoesNotDelayClosing();
    void closingTheLastExportKeepsTheWindow();

private:
    static void start(DemoDesk &desk, const QString &path, const char *extent = "allPagesButton")
    {
        desk.action("exportAction")->trigger();
        auto *dialog = desk.lastDialog<ExportDialog>();
        child<QRadioButton>(dialog, extent)->click();
        dialog->exportTo(path);
    }
    //! Starts an export, which pauses with 100 of 237 rows read.
    static bool pauseExport(DemoDesk &desk)
    {
        desk.tenant().setFaults({u"expires-between-pages"_s});
        start(desk, desk.file(u"all.csv"_s));
        return QTest::qWaitFor(
            [&desk] { return desk.exportWindow().job().state() == ExportJob::State::Paused; });
    }
    //! Whether the program quits when the function is called while its event loop runs. The signal
    //! about the last window is emitted only then.
    static bool quitsAfter(const std::function<void()> &action, std::chrono::milliseconds patience)
    {
        constexpr int TimedOut = 1;
        QTimer::singleShot(patience, qApp, [] { QCoreApplication::exit(TimedOut); });
        QMetaObject::invokeMethod(qApp, action, Qt::QueuedConnection);
        return QApplication::exec() == 0;
    }
    //! The question on screen; null when there is none.
    static StopQuestion *question(DemoDesk &desk)
    {
        for (auto *each : desk.window().findChildren<StopQuestion *>()) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }
};

void TestQuitQuestion::withoutAnExportThereIsNoQuestion()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(desk.window().close());
    QVERIFY(!desk.window().isVisible());
}

void TestQuitQuestion::runningExportOpensTheQuestion_data()
{
    QTest::addColumn<bool>("byMenu");
    QTest::newRow("File > Quit") << true;
    QTest::newRow("the window's X") << false;
}

void TestQuitQuestion::runningExportOpensTheQuestion()
{
    QFETCH(const bool, byMenu);
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(pauseExport(desk));
    if (byMenu)
        desk.action("quitAction")->trigger();
    else
        QVERIFY(!desk.window().close());
    QVERIFY(desk.window().isVisible());
    StopQuestion *asked = question(desk);
    QVERIFY(asked);
    QCOMPARE(asked->text(), u"An export is running: 100 of 237 rows read."_s);
    QCOMPARE(asked->informativeText(), u"Nothing has been written yet."_s);
    QCOMPARE(asked->textFormat(), Qt::PlainText);
    QCOMPARE(asked->windowModality(), Qt::WindowModal);
    QCOMPARE(asked->buttons().size(), 2);
    QCOMPARE(child<QPushButton>(asked, "stopButton")->text(), u"&Stop the export and quit"_s);
    const auto *continueButton = child<QPushButton>(asked, "goOnButton");
    QCOMPARE(continueButton->text(), u"&Keep exporting"_s);
    QVERIFY(continueButton->isDefault());
    QTest::keyClick(asked, Qt::Key_Escape);
    QVERIFY(!question(desk));
    QVERIFY(desk.window().isVisible());
    QVERIFY(desk.exportWindow().job().canCancel());
}

void TestQuitQuestion::closingTwiceOpensOneQuestion()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(pauseExport(desk));
    desk.window().close();
    desk.window().close();
    QCOMPARE(desk.window().findChildren<StopQuestion *>().size(), 1);
}

void TestQuitQuestion::stopAndQuitLeavesNoFileAndCloses()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(pauseExport(desk));
    QVERIFY(!quitsAfter([&desk] { desk.window().close(); }, 50ms));
    QVERIFY(quitsAfter([&desk] { child<QPushButton>(question(desk), "stopButton")->click(); }, 5s));
    QVERIFY(!desk.window().isVisible());
    QVERIFY(desk.exports().windows().isEmpty());
    QCOMPARE(desk.files(), QStringList());
}

void TestQuitQuestion::severalExportsAreCounted()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(pauseExport(desk));
    desk.tenant().setFaults({u"hang"_s});
    start(desk, desk.file(u"b.csv"_s));
    desk.window().close();
    QCOMPARE(question(desk)->text(), u"2 exports are running."_s);
    QCOMPARE(child<QPushButton>(question(desk), "stopButton")->text(),
             u"&Stop the exports and quit"_s);
    desk.exportWindow().job().cancel(); // one remains
    QCOMPARE(question(desk)->text(), u"An export is running: 100 of 237 rows read."_s);
    QCOMPARE(child<QPushButton>(question(desk), "stopButton")->text(),
             u"&Stop the export and quit"_s);
    child<QPushButton>(question(desk), "stopButton")->click();
    QVERIFY(!desk.window().isVisible());
    QCOMPARE(desk.files(), QStringList());
}

void TestQuitQuestion::aSweepIsNoExport()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(pauseExport(desk));
    desk.tenant().setFaults({u"hang"_s});
    QVERIFY(desk.sweeps().start(desk.session(), {}));
    desk.window().close();
    const StopQuestion *asked = question(desk);
    QVERIFY(asked);
    QVERIFY2(asked->text().startsWith("A sweep is running: "_L1)
                 && asked->text().endsWith(" 1 export is running."_L1),
             qPrintable(asked->text()));
    QCOMPARE(asked->informativeText(), QString()); // what the sweep has read is kept
    QCOMPARE(child<QPushButton>(asked, "goOnButton")->text(), u"&Continue"_s);
    desk.exportWindow().job().cancel();
    QVERIFY2(asked->text().startsWith("A sweep is running: "_L1), qPrintable(asked->text()));
    QCOMPARE(child<QPushButton>(asked, "goOnButton")->text(), u"&Keep sweeping"_s);
}

void TestQuitQuestion::questionShowsTheProgress()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    desk.tenant().setFaults({u"hang"_s});
    start(desk, desk.file(u"all.csv"_s));
    desk.window().close();
    QCOMPARE(question(desk)->text(), u"An export is running: 0 rows read."_s);
    desk.exportWindow().job().cancel();
    QVERIFY(!question(desk));
    QVERIFY(pauseExport(desk));
    desk.window().close();
    QCOMPARE(question(desk)->text(), u"An export is running: 100 of 237 rows read."_s);
}

void TestQuitQuestion::questionClosesWithTheExportAndTheWindowStays()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(pauseExport(desk));
    desk.window().close();
    QVERIFY(question(desk));
    desk.tenant().setFaults({});
    desk.exportWindow().job().resume();
    QVERIFY(desk.exportEnds());
    QVERIFY(!question(desk));
    QTest::qWait(10);
    QVERIFY(desk.window().isVisible());
    QVERIFY(desk.exportWindow().isVisible());
    QCOMPARE(desk.files(), QStringList{u"all.csv"_s});
}

void TestQuitQuestion::waitsForAnExportThatIsBeingSaved()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    const auto quitWhileItIsSaved = [&desk] {
        start(desk, desk.file(u"page.csv"_s), "thisPageButton"); // needs no request
        QCOMPARE(desk.exportWindow().job().state(), ExportJob::State::Saving);
        QVERIFY(!desk.window().close());
        QVERIFY(!question(desk)); // it cannot be stopped any more
        QVERIFY(desk.window().isVisible());
    };
    QVERIFY(quitsAfter(quitWhileItIsSaved, 5s));
    QVERIFY(!desk.window().isVisible());
    QCOMPARE(desk.files(), QStringList{u"page.csv"_s});
    QVERIFY(desk.exports().windows().isEmpty());
}

void TestQuitQuestion::windowStaysWhenSavingFails()
{
    const QString full = u"/dev/full"_s; // fails only when the file is closed
    if (!QFileInfo::exists(full))
        QSKIP("this system has no such device");
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    start(desk, full, "thisPageButton");
    QVERIFY(!desk.window().close());
    QVERIFY(desk.exportEnds());
    QTest::qWait(10);
    QVERIFY(desk.window().isVisible());
    QVERIFY(labelText(&desk.exportWindow(), "resultLabel").contains("could not be written"_L1));
    QVERIFY(desk.window().close()); // the user has seen the failure
}

void TestQuitQuestion::finishedExportDoesNotDelayClosing()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    start(desk, desk.file(u"all.csv"_s));
    QVERIFY(desk.exportEnds());
    QVERIFY(desk.exportWindow().isVisible());
    QVERIFY(quitsAfter([&desk] { desk.window().close(); }, 5s));
    QVERIFY(desk.exports().windows().isEmpty());
}

void TestQuitQuestion::closingTheLastExportKeepsTheWindow()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    start(desk, desk.file(u"all.csv"_s));
    QVERIFY(desk.exportEnds());
    QVERIFY(!quitsAfter([&desk] { desk.exportWindow().close(); }, 50ms));
    QVERIFY(desk.window().isVisible());
}

QTEST_MAIN(TestQuitQuestion)
#include "tst_quitquestion.moc"
