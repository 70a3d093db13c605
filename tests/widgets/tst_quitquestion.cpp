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

//! The end of the program, while exports run.
class QuitQuestionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init() { failOnUnexpectedWarnings(); }

    void withoutAnExportNothingIsAsked();
    void whileAnExportRunsItIsAsked_data();
    void whileAnExportRunsItIsAsked();
    void askedTwiceThereIsOneQuestion();
    void stopAndQuitLeavesNoFileAndEndsTheProgram();
    void severalExportsAreCounted();
    void theQuestionFollowsTheExport();
    void theQuestionGoesWithTheExportAndNothingQuits();
    void whatIsBeingSavedIsWaitedFor();
    void whatCouldNotBeSavedIsSeen();
    void whatHasEndedIsNoReasonToStay();
    void closingTheLastExportEndsNothing();

private:
    static void start(DemoDesk &desk, const QString &path, const char *extent = "allPagesButton")
    {
        desk.action("exportAction")->trigger();
        auto *dialog = desk.lastDialog<ExportDialog>();
        child<QRadioButton>(dialog, extent)->click();
        dialog->exportTo(path);
    }
    //! With 100 of 237 rows read.
    static bool holdUp(DemoDesk &desk)
    {
        desk.tenant().setFaults({u"expires-between-pages"_s});
        start(desk, desk.file(u"all.csv"_s));
        return QTest::qWaitFor(
            [&desk] { return desk.exportWindow().job().state() == ExportJob::State::HeldUp; });
    }
    //! Whether the program ends by itself; \a deed is done while it runs. The signal that tells of
    //! the last window comes only then.
    static bool endsWith(const std::function<void()> &deed, std::chrono::milliseconds patience)
    {
        constexpr int Impatience = 1;
        QTimer::singleShot(patience, qApp, [] { QCoreApplication::exit(Impatience); });
        QMetaObject::invokeMethod(qApp, deed, Qt::QueuedConnection);
        return QApplication::exec() == 0;
    }
    //! The one on screen; null when nothing is asked.
    static StopQuestion *question(DemoDesk &desk)
    {
        for (auto *each : desk.window().findChildren<StopQuestion *>()) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }
};

void QuitQuestionTest::withoutAnExportNothingIsAsked()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(desk.window().close());
    QVERIFY(!desk.window().isVisible());
}

void QuitQuestionTest::whileAnExportRunsItIsAsked_data()
{
    QTest::addColumn<bool>("byMenu");
    QTest::newRow("File > Quit") << true;
    QTest::newRow("the window's X") << false;
}

void QuitQuestionTest::whileAnExportRunsItIsAsked()
{
    QFETCH(const bool, byMenu);
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(holdUp(desk));
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
    const auto *goOn = child<QPushButton>(asked, "goOnExportingButton");
    QCOMPARE(goOn->text(), u"&Go on exporting"_s);
    QVERIFY(goOn->isDefault());
    QTest::keyClick(asked, Qt::Key_Escape);
    QVERIFY(!question(desk));
    QVERIFY(desk.window().isVisible());
    QVERIFY(desk.exportWindow().job().canCancel());
}

void QuitQuestionTest::askedTwiceThereIsOneQuestion()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(holdUp(desk));
    desk.window().close();
    desk.window().close();
    QCOMPARE(desk.window().findChildren<StopQuestion *>().size(), 1);
}

void QuitQuestionTest::stopAndQuitLeavesNoFileAndEndsTheProgram()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(holdUp(desk));
    QVERIFY(!endsWith([&desk] { desk.window().close(); }, 50ms));
    QVERIFY(endsWith([&desk] { child<QPushButton>(question(desk), "stopButton")->click(); }, 5s));
    QVERIFY(!desk.window().isVisible());
    QVERIFY(desk.exports().windows().isEmpty());
    QCOMPARE(desk.files(), QStringList());
}

void QuitQuestionTest::severalExportsAreCounted()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(holdUp(desk));
    desk.tenant().setFaults({u"hang"_s});
    start(desk, desk.file(u"b.csv"_s));
    desk.window().close();
    QCOMPARE(question(desk)->text(), u"2 exports are running."_s);
    QCOMPARE(child<QPushButton>(question(desk), "stopButton")->text(),
             u"&Stop the exports and quit"_s);
    desk.exportWindow().job().cancel(); // one is left to be asked about
    QCOMPARE(question(desk)->text(), u"An export is running: 100 of 237 rows read."_s);
    QCOMPARE(child<QPushButton>(question(desk), "stopButton")->text(),
             u"&Stop the export and quit"_s);
    child<QPushButton>(question(desk), "stopButton")->click();
    QVERIFY(!desk.window().isVisible());
    QCOMPARE(desk.files(), QStringList());
}

void QuitQuestionTest::theQuestionFollowsTheExport()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    desk.tenant().setFaults({u"hang"_s});
    start(desk, desk.file(u"all.csv"_s));
    desk.window().close();
    QCOMPARE(question(desk)->text(), u"An export is running: 0 rows read."_s);
    desk.exportWindow().job().cancel();
    QVERIFY(!question(desk));
    QVERIFY(holdUp(desk));
    desk.window().close();
    QCOMPARE(question(desk)->text(), u"An export is running: 100 of 237 rows read."_s);
}

void QuitQuestionTest::theQuestionGoesWithTheExportAndNothingQuits()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(holdUp(desk));
    desk.window().close();
    QVERIFY(question(desk));
    desk.tenant().setFaults({});
    desk.exportWindow().job().goOn();
    QVERIFY(desk.exportEnds());
    QVERIFY(!question(desk));
    QTest::qWait(10);
    QVERIFY(desk.window().isVisible());
    QVERIFY(desk.exportWindow().isVisible());
    QCOMPARE(desk.files(), QStringList{u"all.csv"_s});
}

void QuitQuestionTest::whatIsBeingSavedIsWaitedFor()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    const auto quitWhileItIsSaved = [&desk] {
        start(desk, desk.file(u"page.csv"_s), "thisPageButton"); // all rows are there already
        QCOMPARE(desk.exportWindow().job().state(), ExportJob::State::Saving);
        QVERIFY(!desk.window().close());
        QVERIFY(!question(desk)); // it is too late to stop it
        QVERIFY(desk.window().isVisible());
    };
    QVERIFY(endsWith(quitWhileItIsSaved, 5s));
    QVERIFY(!desk.window().isVisible());
    QCOMPARE(desk.files(), QStringList{u"page.csv"_s});
    QVERIFY(desk.exports().windows().isEmpty());
}

void QuitQuestionTest::whatCouldNotBeSavedIsSeen()
{
    const QString full = u"/dev/full"_s; // takes nothing, and says so only at the end
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
    QVERIFY(desk.window().close()); // the second time it has been seen
}

void QuitQuestionTest::whatHasEndedIsNoReasonToStay()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    start(desk, desk.file(u"all.csv"_s));
    QVERIFY(desk.exportEnds());
    QVERIFY(desk.exportWindow().isVisible());
    QVERIFY(endsWith([&desk] { desk.window().close(); }, 5s));
    QVERIFY(desk.exports().windows().isEmpty());
}

void QuitQuestionTest::closingTheLastExportEndsNothing()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    start(desk, desk.file(u"all.csv"_s));
    QVERIFY(desk.exportEnds());
    QVERIFY(!endsWith([&desk] { desk.exportWindow().close(); }, 50ms));
    QVERIFY(desk.window().isVisible());
}

QTEST_MAIN(QuitQuestionTest)
#include "tst_quitquestion.moc"
