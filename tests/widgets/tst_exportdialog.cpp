// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/demodesk.h"
#include "widgets/export/exportdialog.h"
#include "widgets/export/exportfiledialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScopeGuard>
#include <QScrollArea>
#include <QScrollBar>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! The dialog, from its choices to the file.
class TestExportDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init() { failOnUnexpectedWarnings(); }

    void choicesNameTheirNumbers();
    void nothingIsScrolledWhereThereIsRoom_data();
    void nothingIsScrolledWhereThereIsRoom();
    void itIsLargerWithALargeFont();
    void itClosesAsSoonAsThereIsAFile();
    void cancelExportsNothing();
    void allPagesComeInTheFewestRequests();
    void filterIsKeptAndNamed();
    void thisPageCostsNoRequest();
    void anEmptyResultWritesTheHeader();
    void aFailureWritesNothing_data();
    void aFailureWritesNothing();
    void theFolderIsRemembered();
    void theFileHasTheNameOfTheOrganizationAndTheDay();
    void inPrivacyModeItWarnsOverTheButtons();

private:
    static QString result(DemoDesk &desk) { return labelText(&desk.exportWindow(), "resultLabel"); }
    static QList<QByteArray> lines(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll().split('\n') : QList<QByteArray>();
    }
};

void TestExportDialog::choicesNameTheirNumbers()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    const ExportDialog dialog(desk.session(), desk.exports());
    QCOMPARE(child<QRadioButton>(&dialog, "allPagesButton")->text(), u"&All pages (237 rows)"_s);
    QCOMPARE(child<QRadioButton>(&dialog, "thisPageButton")->text(), u"&This page (50 rows)"_s);
    QVERIFY(child<QRadioButton>(&dialog, "allPagesButton")->isChecked());
    QCOMPARE(dialog.focusWidget(), child(&dialog, "allPagesButton"));
    const QString name = desk.tenant().organizations().at(DemoDesk::Many).displayName;
    QCOMPARE(labelText(&dialog, "whatLabel"), name + u" – Demo tenant"_s);
    QVERIFY(child(&dialog, "filterLabel")->isHidden());
}

void TestExportDialog::itIsLargerWithALargeFont()
{
    const QFont usual = QApplication::font();
    const auto restore = qScopeGuard([&usual] { QApplication::setFont(usual); });
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    const ExportDialog before(desk.session(), desk.exports());
    QFont large = usual;
    large.setPointSizeF(1.5 * usual.pointSizeF());
    QApplication::setFont(large);
    ExportDialog dialog(desk.session(), desk.exports());
    QCOMPARE_GE(dialog.width(), before.width() * 14 / 10);
    dialog.show();
    const int width = dialog.width();
    dialog.resize(dialog.minimumSizeHint());
    dialog.layout()->update(); // as any change of its contents does
    QTRY_COMPARE(dialog.width(), width);
}

void TestExportDialog::itClosesAsSoonAsThereIsAFile()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(desk.trigger("exportAction"));
    auto *dialog = desk.lastDialog<ExportDialog>();
    QVERIFY(dialog->isModal());
    desk.tenant().setFaults({u"hang"_s});
    dialog->exportTo(desk.file(u"all.csv"_s));
    QVERIFY(!dialog->isVisible());
    const ExportWindow &window = desk.exportWindow();
    QVERIFY(window.isVisible());
    QVERIFY(!window.isModal());
    QVERIFY(!window.parentWidget());
    QVERIFY(!window.testAttribute(Qt::WA_QuitOnClose));
}

void TestExportDialog::cancelExportsNothing()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    desk.tenant().clearRequests();
    ExportDialog dialog(desk.session(), desk.exports());
    dialog.show();
    child<QDialogButtonBox>(&dialog, "buttons")->button(QDialogButtonBox::Cancel)->click();
    QVERIFY(!dialog.isVisible());
    QVERIFY(desk.exports().windows().isEmpty());
    QCOMPARE(desk.takeRequestCount(), 0);
}

void TestExportDialog::allPagesComeInTheFewestRequests()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(desk.trigger("nextPageAction")); // the export includes the pages before it, too
    desk.tenant().clearRequests();
    ExportDialog dialog(desk.session(), desk.exports());
    const QString path = desk.file(u"all.csv"_s);
    dialog.exportTo(path);
    QVERIFY(desk.exportEnds());
    QCOMPARE(result(desk), u"Done. Rows written: 237 of 237."_s);
    QStringList queries = desk.takeQueries();
    queries.sort(); // simultaneous requests arrive in any order
    QCOMPARE(queries,
             (QStringList{u"page=0&per_page=100&include_totals=true"_s,
                          u"page=1&per_page=100&include_totals=true"_s,
                          u"page=2&per_page=100&include_totals=true"_s}));
    const QList<QByteArray> written = lines(path);
    QCOMPARE(written.size(),
             1 + 237 + 1); // the header, and the empty piece after the last line break
    QVERIFY(written.constFirst().contains("connection_name,"));
    QCOMPARE(desk.files(), QStringList{u"all.csv"_s});
}

void TestExportDialog::filterIsKeptAndNamed()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(desk.trigger("showDisabledAction"));
    const qsizetype total = *desk.browser().page()->total;
    child<QLineEdit>(&desk.window(), "findField")->setText(u"okta"_s);
    desk.tenant().clearRequests();
    ExportDialog dialog(desk.session(), desk.exports());
    QCOMPARE(labelText(&dialog, "filterLabel"), u"Disabled connections only"_s);
    dialog.exportTo(desk.file(u"disabled.csv"_s));
    QVERIFY(desk.exportEnds());
    QVERIFY(result(desk).startsWith(u"Done. Rows written: %1 of %1."_s.arg(total)));
    QCOMPARE(desk.takeQueries(),
             QStringList{u"page=0&per_page=100&include_totals=true&is_enabled=false"_s});
    QCOMPARE(lines(desk.file(u"disabled.csv"_s)).size(), total + 2);
}

void TestExportDialog::thisPageCostsNoRequest()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(desk.trigger("lastPageAction"));
    desk.tenant().clearRequests();
    ExportDialog dialog(desk.session(), desk.exports());
    child<QRadioButton>(&dialog, "thisPageButton")->click();
    dialog.exportTo(desk.file(u"page.csv"_s));
    QVERIFY(desk.exportEnds());
    QCOMPARE(desk.takeRequestCount(), 0);
    QCOMPARE(lines(desk.file(u"page.csv"_s)).size(), 37 + 2);
    QVERIFY2(result(desk).startsWith("Done. Rows written: 37 of 237."_L1),
             qPrintable(result(desk)));
}

void TestExportDialog::anEmptyResultWritesTheHeader()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::None));
    ExportDialog dialog(desk.session(), desk.exports());
    QCOMPARE(child<QRadioButton>(&dialog, "allPagesButton")->text(), u"&All rows (0)"_s);
    dialog.exportTo(desk.file(u"none.csv"_s));
    QVERIFY(desk.exportEnds());
    QVERIFY(result(desk).startsWith("Done. Rows written: 0 of 0."_L1));
    QCOMPARE(lines(desk.file(u"none.csv"_s)).size(), 2);
}

void TestExportDialog::aFailureWritesNothing_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("the list grows") << u"growing"_s << u"Nothing was written: the list changed"_s;
    QTest::newRow("rows are missing") << u"short-page"_s << u"Nothing was written: only"_s;
    QTest::newRow("a row comes twice")
        << u"duplicate-row"_s << u"a connection was listed twice. Export again."_s;
    QTest::newRow("cut off") << u"truncated"_s << u"Nothing was written. "_s;
}

void TestExportDialog::aFailureWritesNothing()
{
    QFETCH(const QString, fault);
    QFETCH(const QString, sentence);
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    ExportDialog dialog(desk.session(), desk.exports());
    desk.tenant().setFaults({fault});
    dialog.exportTo(desk.file(u"all.csv"_s));
    QVERIFY(desk.exportEnds());
    QVERIFY2(result(desk).contains(sentence), qPrintable(result(desk)));
    QCOMPARE(desk.files(), QStringList());
}

void TestExportDialog::theFolderIsRemembered()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    ExportDialog dialog(desk.session(), desk.exports());
    dialog.exportTo(desk.file(u"all.csv"_s));
    QVERIFY(desk.exportEnds());
    QCOMPARE(desk.settings().exportFolder(), QFileInfo(desk.file(u"all.csv"_s)).absolutePath());
}

//! Which every file system accepts, and which says in a folder what is in it.
void TestExportDialog::theFileHasTheNameOfTheOrganizationAndTheDay()
{
    const QDate day(2026, 11, 29);
    QCOMPARE(datedFileName(u"Acme Corp."_s, day, u"csv"_s), u"acme-corp-2026-11-29.csv"_s);
    QCOMPARE(datedFileName(u"Société Générale / Zürich"_s, day, u"csv"_s),
             u"societe-generale-zurich-2026-11-29.csv"_s);
    QCOMPARE(datedFileName(u"../..\\con: \u202E*?"_s, day, u"csv"_s), u"con-2026-11-29.csv"_s);
    QCOMPARE(datedFileName(u"北京"_s, day, u"csv"_s), u"vestibule-2026-11-29.csv"_s);
    QCOMPARE(datedFileName(u"a"_s.repeated(4000), day, u"csv"_s).size(),
             60 + u"-2026-11-29.csv"_s.size());

    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    ExportDialog dialog(desk.session(), desk.exports());
    for (const bool isMasked : {false, true}) {
        desk.session().privacy().setOn(isMasked);
        child<QDialogButtonBox>(&dialog, "buttons")->button(QDialogButtonBox::Save)->click();
        auto *chooser = dialog.findChild<QFileDialog *>();
        QVERIFY(chooser);
        const QString name =
            isMasked ? u"organization"_s : desk.tenant().organizations().at(DemoDesk::Ten).name;
        QCOMPARE(QFileInfo(chooser->selectedFiles().constFirst()).fileName(),
                 datedFileName(name + "-connections"_L1, QDate::currentDate(), u"csv"_s));
        delete chooser;
    }
}

void TestExportDialog::inPrivacyModeItWarnsOverTheButtons()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    for (const bool isMasked : {false, true}) {
        desk.session().privacy().setOn(isMasked);
        ExportDialog dialog(desk.session(), desk.exports());
        dialog.show();
        QCOMPARE(child(&dialog, "warningRow")->isVisible(), isMasked);
        const auto *warning = child<QLabel>(&dialog, "warningLabel");
        if (!isMasked)
            continue;
        QVERIFY(warning->text().contains("real names"_L1));
        QVERIFY(warning->height() >= warning->heightForWidth(warning->width())); // nothing is cut
        QVERIFY(!child(&dialog, "preview")->isVisible());
    }
}

void TestExportDialog::nothingIsScrolledWhereThereIsRoom_data()
{
    QTest::addColumn<QString>("find");
    QTest::newRow("all rows") << QString();
    QTest::newRow("found rows") << u"okta"_s;
}

void TestExportDialog::nothingIsScrolledWhereThereIsRoom()
{
    QFETCH(const QString, find);
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    child<QLineEdit>(&desk.window(), "findField")->setText(find);
    desk.action("exportAction")->trigger();
    auto *dialog = desk.lastDialog<ExportDialog>();
    const auto *area = child<QScrollArea>(dialog, "formScroll");
    auto *format = child<QComboBox>(dialog, "formatField");
    for (const int each : {0, 1, 2, 0}) { // from JSON back to CSV, which has most options
        format->setCurrentIndex(each);
        for (int pass = 0; pass < 5; ++pass) // each changed height may change the next one
            QCoreApplication::processEvents();
        QCOMPARE(area->verticalScrollBar()->maximum(), 0);
        const auto *preview = child<QPlainTextEdit>(dialog, "preview");
        QCOMPARE_GE(preview->height(), preview->minimumHeight());
    }
}

QTEST_MAIN(TestExportDialog)
#include "tst_exportdialog.moc"
