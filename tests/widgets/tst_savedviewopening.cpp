// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/savedviewsteps.h"

#include <QDropEvent>
#include <QFileDialog>
#include <QMimeData>
#include <QPointer>
#include <QProgressDialog>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! The ways to open a saved view, and what is said when a file is none.
class SavedViewOpeningTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(installEnglish());
        QCoreApplication::setApplicationVersion(u"1.2.3"_s); // a file tells which one wrote it
    }
    void init() { failOnUnexpectedWarnings(); }

    void aFileThatIsNoneLeavesTheRows();
    void aFileThatIsNoneIsToldOnTheWelcomePage();
    void aDroppedFileOpens();
    void whatIsNoLocalFileIsNotTaken();
    void theActionAsksForAFile();
    void whatTakesLongIsSeenAndCanBeGivenUp();

private:
    static bool takes(DemoDesk &desk, const QMimeData &data)
    {
        QDragEnterEvent entering({9, 9}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        entering.ignore();
        QCoreApplication::sendEvent(&desk.window(), &entering);
        return entering.isAccepted();
    }
};

void SavedViewOpeningTest::aFileThatIsNoneLeavesTheRows()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const QStringList rows = desk.ids();
    QVERIFY(openView(desk, desk.file(u"none.json"_s)));
    QCOMPARE(desk.ids(), rows);
    QCOMPARE(desk.bannerText(), u"none.json cannot be read: There is no such file."_s);
    QVERIFY(desk.action("refreshAction")->isEnabled());
}

void SavedViewOpeningTest::aFileThatIsNoneIsToldOnTheWelcomePage()
{
    DemoDesk desk;
    QVERIFY(openView(desk, desk.file(u"none.json"_s)));
    QVERIFY(child(&desk.window(), "problemLabel")->isVisible());
    QVERIFY(labelText(&desk.window(), "problemLabel").startsWith("none.json "_L1));
}

void SavedViewOpeningTest::aDroppedFileOpens()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const QString path = saveView(desk, u"ten.json"_s);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QVERIFY(takes(desk, data));
    QDropEvent dropping(QPointF(9, 9), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&desk.window(), &dropping);
    QTRY_VERIFY(desk.session().savedView());
}

void SavedViewOpeningTest::whatIsNoLocalFileIsNotTaken()
{
    DemoDesk desk;
    QMimeData data;
    data.setUrls({QUrl(u"https://evil.example/view.json"_s)});
    QVERIFY(!takes(desk, data));
}

void SavedViewOpeningTest::theActionAsksForAFile()
{
    DemoDesk desk;
    desk.action("openSavedViewAction")->trigger();
    const auto *dialog = child<QFileDialog>(&desk.window(), "openSavedViewDialog");
    QCOMPARE(dialog->acceptMode(), QFileDialog::AcceptOpen);
    QVERIFY(dialog->isVisible());
}

void SavedViewOpeningTest::whatTakesLongIsSeenAndCanBeGivenUp()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const QString path = saveView(desk, u"ten.json"_s);
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

QTEST_MAIN(SavedViewOpeningTest)
#include "tst_savedviewopening.moc"
