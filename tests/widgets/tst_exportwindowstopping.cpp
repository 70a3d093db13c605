// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/exportsteps.h"
#include "widgets/controls/stopquestion.h"

#include <QRadioButton>

//! How an export that runs in a window is stopped, what does not stop it, and what it leaves.
class ExportWindowStoppingTest : public QObject, private ExportSteps {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init() { failOnUnexpectedWarnings(); }

    void cancelLeavesNothingAndTheOldFile();
    void enterStopsNothing();
    void closingItWhileItRunsAsks_data();
    void closingItWhileItRunsAsks();
    void theQuestionGoesWithTheExport();
    void whatIsBeingSavedIsNotCalledCancelled();
    void destroyedWhileRunningLeavesNoFile();
};

void ExportWindowStoppingTest::cancelLeavesNothingAndTheOldFile()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    const QString path = desk.file(u"old.csv"_s);
    QFile old(path);
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("as it was") > 0);
    old.close();
    desk.tenant().setFaults({u"hang"_s});
    desk.tenant().clearRequests();
    start(desk, u"old.csv"_s);
    QTRY_COMPARE(desk.tenant().requests().size(), 1);
    const QPointer<ExportWindow> window = &desk.exportWindow();
    button(desk, QDialogButtonBox::Cancel)->click();
    QVERIFY(window->isVisible()); // it says what became of it
    QVERIFY(!window->findChild<StopQuestion *>());
    QCOMPARE(result(desk), u"The export was cancelled. Nothing was written."_s);
    QCOMPARE(buttons(desk), (QStringList{u"Close"_s, u"Try &again"_s}));
    QVERIFY(!child(window, "progressBar")->isVisible());
    QCOMPARE(lines(path), QList<QByteArray>{"as it was"});
    QCOMPARE(desk.files(), QStringList{u"old.csv"_s});
    button(desk, QDialogButtonBox::Close)->click();
    QTRY_VERIFY(!window);
    QVERIFY(desk.exports().windows().isEmpty());
}

//! It opens under the hands of who has just pressed Enter in the file dialog.
void ExportWindowStoppingTest::enterStopsNothing()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    desk.tenant().setFaults({u"hang"_s});
    start(desk);
    ExportWindow &window = desk.exportWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Space})
        QTest::keyClick(window.focusWidget() ? window.focusWidget() : &window, key);
    QCOMPARE(window.job().state(), ExportJob::State::Reading);
    button(desk, QDialogButtonBox::Cancel)->click();
    button(desk, "goOnButton")->click(); // the button under the focus goes
    QTest::keyClick(window.focusWidget() ? window.focusWidget() : &window, Qt::Key_Return);
    QCOMPARE(window.job().state(), ExportJob::State::Reading);
}

void ExportWindowStoppingTest::closingItWhileItRunsAsks_data()
{
    QTest::addColumn<bool>("byKey");
    QTest::addColumn<bool>("isHeldUp");
    QTest::newRow("by its X") << false << false;
    QTest::newRow("by Escape") << true << false;
    QTest::newRow("by its X while it is held up") << false << true;
}

void ExportWindowStoppingTest::closingItWhileItRunsAsks()
{
    QFETCH(const bool, byKey);
    QFETCH(const bool, isHeldUp);
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    if (isHeldUp) {
        QVERIFY(holdUp(desk));
    } else {
        desk.tenant().setFaults({u"hang"_s});
        start(desk);
    }
    const QPointer<ExportWindow> window = &desk.exportWindow();
    const auto close = [&] {
        if (byKey)
            QTest::keyClick(window, Qt::Key_Escape);
        else
            window->close();
    };
    close();
    QPointer<StopQuestion> question = window->findChild<StopQuestion *>();
    QVERIFY(question && question->isVisible());
    QCOMPARE(question->text(),
             isHeldUp ? u"An export is running: 100 of 237 rows read."_s
                      : u"An export is running: 0 rows read."_s);
    QCOMPARE(question->informativeText(), u"Nothing has been written yet."_s);
    QVERIFY(child<QPushButton>(question, "goOnExportingButton")->isDefault());
    QTest::keyClick(question, Qt::Key_Escape); // goes on
    QVERIFY(window->isVisible());
    QVERIFY(window->job().canCancel());
    close();
    QTRY_COMPARE(window->findChildren<StopQuestion *>().size(), 1);
    child<QPushButton>(window->findChild<StopQuestion *>(), "stopButton")->click();
    QTRY_VERIFY(!window);
    QCOMPARE(desk.files(), QStringList());
}

void ExportWindowStoppingTest::theQuestionGoesWithTheExport()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(holdUp(desk));
    desk.exportWindow().close();
    const QPointer<StopQuestion> question = desk.exportWindow().findChild<StopQuestion *>();
    QVERIFY(question && question->isVisible());
    desk.tenant().setFaults({});
    desk.exportWindow().job().goOn();
    QVERIFY(desk.exportEnds());
    QTRY_VERIFY(!question);
    QVERIFY(desk.exportWindow().isVisible());
    QVERIFY(result(desk).startsWith("237 of 237 connections written to "_L1));
}

void ExportWindowStoppingTest::whatIsBeingSavedIsNotCalledCancelled()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    ExportDialog dialog(desk.session(), desk.exports());
    child<QRadioButton>(&dialog, "thisPageButton")->click();
    dialog.exportTo(desk.file(u"page.csv"_s)); // all rows are there already
    ExportWindow &window = desk.exportWindow();
    QCOMPARE(result(desk), u"Saving..."_s);
    QVERIFY(!button(desk, QDialogButtonBox::Cancel)->isEnabled());
    window.close();
    QVERIFY(window.isVisible());
    QVERIFY(!window.findChild<StopQuestion *>()); // there is nothing to ask
    QVERIFY(desk.exportEnds());
    QVERIFY2(result(desk).startsWith("50 of 237 connections written to "_L1),
             qPrintable(result(desk)));
    QCOMPARE(labelText(&window, "rowsLabel"), u"All connections · page 1"_s);
    window.reject();
    QVERIFY(!window.isVisible());
}

void ExportWindowStoppingTest::destroyedWhileRunningLeavesNoFile()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    auto exports = std::make_unique<ExportWindows>(desk.session());
    ExportDialog dialog(desk.session(), *exports);
    desk.tenant().setFaults({u"hang"_s});
    desk.tenant().clearRequests();
    dialog.exportTo(desk.file(u"all.csv"_s));
    QTRY_COMPARE(desk.tenant().requests().size(), 1);
    exports.reset();
    QCOMPARE(desk.files(), QStringList());
    desk.tenant().stop();
    QCoreApplication::processEvents();
}

QTEST_MAIN(ExportWindowStoppingTest)
#include "tst_exportwindowstopping.moc"
