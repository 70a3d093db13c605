// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/demodesk.h"
#include "widgets/exportdialog.h"
#include "widgets/tokendialog.h"

#include <QDialogButtonBox>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class ExportDialogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init() { failOnUnexpectedWarnings(); }

    void choicesNameTheirNumbers();
    void allPagesComeInTheFewestRequests();
    void filterIsKeptAndNamed();
    void thisPageCostsNoRequest();
    void anEmptyResultWritesTheHeader();
    void progressAndCancelAreThereWhileItRuns();
    void cancelLeavesNothingAndTheOldFile();
    void closingTheWindowOfTheDialogCancelsFirst();
    void anUnwritablePathIsTold();
    void aFailureWritesNothing_data();
    void aFailureWritesNothing();
    void afterAFailureItCanBeTriedAgain();
    void destroyedWhileRunningLeavesNoFile();
    void theFolderIsRemembered();
    void whatHoldsItUpOnTheWayLosesNothing();
    void cancelWhileHeldUpLeavesNothing();
    void whatIsBeingSavedIsNotCalledCancelled();

private:
    static QString result(const ExportDialog &dialog) { return labelText(&dialog, "resultLabel"); }
    static bool isDone(const ExportDialog &dialog)
    {
        return QTest::qWaitFor([&dialog] {
            return !child<QProgressBar>(&dialog, "progressBar")->isVisibleTo(&dialog);
        });
    }
    static QList<QByteArray> lines(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll().split('\n') : QList<QByteArray>();
    }
};

void ExportDialogTest::choicesNameTheirNumbers()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    const ExportDialog dialog(desk.session());
    QCOMPARE(child<QRadioButton>(&dialog, "allPagesButton")->text(), u"&All pages (237 rows)"_s);
    QCOMPARE(child<QRadioButton>(&dialog, "thisPageButton")->text(), u"&This page (50 rows)"_s);
    QVERIFY(child<QRadioButton>(&dialog, "allPagesButton")->isChecked());
    QCOMPARE(labelText(&dialog, "whatLabel"),
             u"%1 of %2, all connections."_s.arg(desk.id(DemoDesk::Many), desk.tenant().domain()));
}

void ExportDialogTest::allPagesComeInTheFewestRequests()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(desk.trigger("nextPageAction")); // all pages are all pages, wherever one is
    desk.tenant().clearRequests();
    ExportDialog dialog(desk.session());
    const QString path = desk.file(u"all.csv"_s);
    dialog.exportTo(path);
    QVERIFY(isDone(dialog));
    QCOMPARE(result(dialog), u"237 of 237 connections written to %1."_s.arg(path));
    QCOMPARE(desk.takeQueries(),
             (QStringList{u"page=0&per_page=100&include_totals=true"_s,
                          u"page=1&per_page=100&include_totals=true"_s,
                          u"page=2&per_page=100&include_totals=true"_s}));
    const QList<QByteArray> written = lines(path);
    QCOMPARE(written.size(), 1 + 237 + 1); // the header, and what is behind the last line's end
    QVERIFY(written.constFirst().contains("connection_name,"));
    QCOMPARE(desk.files(), QStringList{u"all.csv"_s});
    const auto *buttons = child<QDialogButtonBox>(&dialog, "buttons");
    QVERIFY(!buttons->button(QDialogButtonBox::Save));
    QVERIFY(buttons->button(QDialogButtonBox::Close));
    QCOMPARE(buttons->buttons().size(), 2); // the other one shows it in its folder
}

void ExportDialogTest::filterIsKeptAndNamed()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(desk.trigger("showDisabledAction"));
    const qsizetype total = *desk.browser().page()->total;
    child<QLineEdit>(&desk.window(), "findField")->setText(u"okta"_s);
    desk.tenant().clearRequests();
    ExportDialog dialog(desk.session());
    QVERIFY(labelText(&dialog, "whatLabel").contains("disabled connections only"_L1));
    dialog.exportTo(desk.file(u"disabled.csv"_s));
    QVERIFY(isDone(dialog));
    QVERIFY(result(dialog).startsWith(u"%1 of %1 connections written"_s.arg(total)));
    QCOMPARE(desk.takeQueries(),
             QStringList{u"page=0&per_page=100&include_totals=true&is_enabled=false"_s});
    QCOMPARE(lines(desk.file(u"disabled.csv"_s)).size(), total + 2);
}

void ExportDialogTest::thisPageCostsNoRequest()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(desk.trigger("lastPageAction"));
    desk.tenant().clearRequests();
    ExportDialog dialog(desk.session());
    child<QRadioButton>(&dialog, "thisPageButton")->click();
    dialog.exportTo(desk.file(u"page.csv"_s));
    QVERIFY(isDone(dialog));
    QCOMPARE(desk.takeRequestCount(), 0);
    QCOMPARE(lines(desk.file(u"page.csv"_s)).size(), 37 + 2);
    QVERIFY2(result(dialog).startsWith("37 of 237 connections written to "_L1),
             qPrintable(result(dialog)));
}

void ExportDialogTest::anEmptyResultWritesTheHeader()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::None));
    ExportDialog dialog(desk.session());
    QCOMPARE(child<QRadioButton>(&dialog, "allPagesButton")->text(), u"&All pages (0 rows)"_s);
    dialog.exportTo(desk.file(u"none.csv"_s));
    QVERIFY(isDone(dialog));
    QVERIFY(result(dialog).startsWith("0 of 0 connections written to "_L1));
    QCOMPARE(lines(desk.file(u"none.csv"_s)).size(), 2);
}

void ExportDialogTest::progressAndCancelAreThereWhileItRuns()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    ExportDialog dialog(desk.session());
    dialog.show();
    const auto *bar = child<QProgressBar>(&dialog, "progressBar");
    const auto *buttons = child<QDialogButtonBox>(&dialog, "buttons");
    QVERIFY(!bar->isVisible());
    desk.tenant().setFaults({u"hang"_s});
    dialog.exportTo(desk.file(u"all.csv"_s));
    QVERIFY(bar->isVisible());
    QVERIFY(!buttons->button(QDialogButtonBox::Save)->isEnabled());
    QVERIFY(buttons->button(QDialogButtonBox::Cancel)->isEnabled());
    QVERIFY(!child(&dialog, "allPagesButton")->isEnabled());
    QVERIFY(!child(&dialog, "thisPageButton")->isEnabled());
}

void ExportDialogTest::cancelLeavesNothingAndTheOldFile()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    const QString path = desk.file(u"old.csv"_s);
    QFile old(path);
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("as it was") > 0);
    old.close();
    ExportDialog dialog(desk.session());
    dialog.show();
    desk.tenant().setFaults({u"hang"_s});
    desk.tenant().clearRequests();
    dialog.exportTo(path);
    QTRY_COMPARE(desk.tenant().requests().size(), 1);
    child<QDialogButtonBox>(&dialog, "buttons")->button(QDialogButtonBox::Cancel)->click();
    QVERIFY(dialog.isVisible()); // it says what became of it
    QCOMPARE(result(dialog), u"The export was cancelled. Nothing was written."_s);
    QCOMPARE(lines(path), QList<QByteArray>{"as it was"});
    QCOMPARE(desk.files(), QStringList{u"old.csv"_s});
    child<QDialogButtonBox>(&dialog, "buttons")->button(QDialogButtonBox::Cancel)->click();
    QVERIFY(!dialog.isVisible());
}

void ExportDialogTest::closingTheWindowOfTheDialogCancelsFirst()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    ExportDialog dialog(desk.session());
    dialog.show();
    desk.tenant().setFaults({u"hang"_s});
    dialog.exportTo(desk.file(u"all.csv"_s));
    dialog.close();
    QCOMPARE(result(dialog), u"The export was cancelled. Nothing was written."_s);
    dialog.close();
    QVERIFY(!dialog.isVisible());
    QCOMPARE(desk.files(), QStringList());
}

void ExportDialogTest::anUnwritablePathIsTold()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    ExportDialog dialog(desk.session());
    const QString path = desk.file(u"no/such/folder/all.csv"_s);
    dialog.exportTo(path);
    QVERIFY(isDone(dialog));
    QVERIFY2(result(dialog).startsWith(path + " could not be written: "_L1),
             qPrintable(result(dialog)));
    QVERIFY(child<QDialogButtonBox>(&dialog, "buttons")
                ->button(QDialogButtonBox::Save)
                ->isEnabled()); // elsewhere, perhaps
}

void ExportDialogTest::aFailureWritesNothing_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("the list grows") << u"growing"_s << u"Nothing was written: the list changed"_s;
    QTest::newRow("rows are missing") << u"short-page"_s << u"Nothing was written: only"_s;
    QTest::newRow("a row comes twice")
        << u"duplicate-row"_s << u"a connection came twice. Export again."_s;
    QTest::newRow("cut off") << u"truncated"_s << u"Nothing was written. "_s;
}

void ExportDialogTest::aFailureWritesNothing()
{
    QFETCH(const QString, fault);
    QFETCH(const QString, sentence);
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    ExportDialog dialog(desk.session());
    desk.tenant().setFaults({fault});
    dialog.exportTo(desk.file(u"all.csv"_s));
    QVERIFY(isDone(dialog));
    QVERIFY2(result(dialog).contains(sentence), qPrintable(result(dialog)));
    QCOMPARE(desk.files(), QStringList());
}

void ExportDialogTest::afterAFailureItCanBeTriedAgain()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    ExportDialog dialog(desk.session());
    desk.tenant().setFaults({u"error-500"_s});
    dialog.exportTo(desk.file(u"all.csv"_s));
    QVERIFY(isDone(dialog));
    desk.tenant().setFaults({});
    dialog.exportTo(desk.file(u"all.csv"_s));
    QVERIFY(isDone(dialog));
    QVERIFY(result(dialog).startsWith("237 of 237 connections written to "_L1));
}

void ExportDialogTest::destroyedWhileRunningLeavesNoFile()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    auto dialog = std::make_unique<ExportDialog>(desk.session());
    desk.tenant().setFaults({u"hang"_s});
    desk.tenant().clearRequests();
    dialog->exportTo(desk.file(u"all.csv"_s));
    QTRY_COMPARE(desk.tenant().requests().size(), 1);
    dialog.reset();
    QCOMPARE(desk.files(), QStringList());
    desk.tenant().stop();
    QCoreApplication::processEvents();
}

void ExportDialogTest::theFolderIsRemembered()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    ExportDialog dialog(desk.session());
    dialog.exportTo(desk.file(u"all.csv"_s));
    QVERIFY(isDone(dialog));
    QCOMPARE(desk.settings().exportFolder(), QFileInfo(desk.file(u"all.csv"_s)).absolutePath());
}

void ExportDialogTest::whatHoldsItUpOnTheWayLosesNothing()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    ExportDialog dialog(desk.session());
    dialog.show();
    desk.tenant().setFaults({u"expires-between-pages"_s});
    const QString path = desk.file(u"all.csv"_s);
    dialog.exportTo(path);
    auto *goOn = child<QPushButton>(&dialog, "goOnButton");
    QTRY_VERIFY(goOn->isVisible());
    QVERIFY2(result(dialog).endsWith("What was read so far is kept (100 rows)."_L1),
             qPrintable(result(dialog)));
    QCOMPARE(desk.files(), QStringList());
    desk.tenant().setFaults({});
    desk.tenant().clearRequests();
    QVERIFY(!child(&dialog, "form")->isEnabled());
    desk.session().replaceToken(desk.session().access().token); // as the dialog for it does
    goOn->click();
    if (auto *token = dialog.findChild<TokenDialog *>())
        token->accept();
    QVERIFY(isDone(dialog));
    QCOMPARE(result(dialog), u"237 of 237 connections written to %1."_s.arg(path));
    QCOMPARE(lines(path).size(), 1 + 237 + 1);
    QVERIFY(!desk.takeQueries().contains(u"page=0&per_page=100&include_totals=true"_s));
}

void ExportDialogTest::cancelWhileHeldUpLeavesNothing()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    ExportDialog dialog(desk.session());
    dialog.show();
    desk.tenant().setFaults({u"expires-between-pages"_s});
    dialog.exportTo(desk.file(u"all.csv"_s));
    auto *goOn = child<QPushButton>(&dialog, "goOnButton");
    QTRY_VERIFY(goOn->isVisible());
    child<QDialogButtonBox>(&dialog, "buttons")->button(QDialogButtonBox::Cancel)->click();
    QVERIFY(!goOn->isVisible());
    QCOMPARE(result(dialog), u"The export was cancelled. Nothing was written."_s);
    QCOMPARE(desk.files(), QStringList());
    QVERIFY(child(&dialog, "form")->isEnabled());
}

void ExportDialogTest::whatIsBeingSavedIsNotCalledCancelled()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    ExportDialog dialog(desk.session());
    dialog.show();
    child<QRadioButton>(&dialog, "thisPageButton")->click();
    dialog.exportTo(desk.file(u"page.csv"_s)); // all rows are there already
    dialog.reject();
    QVERIFY(dialog.isVisible());
    QVERIFY(isDone(dialog));
    QVERIFY2(result(dialog).startsWith("50 of 237 connections written to "_L1),
             qPrintable(result(dialog)));
    dialog.reject();
    QVERIFY(!dialog.isVisible());
}

QTEST_MAIN(ExportDialogTest)
#include "tst_exportdialog.moc"
