// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/displaytext.h"
#include "support/demodesk.h"
#include "widgets/export/exportdialog.h"
#include "widgets/table/connectiontableview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPlainTextEdit>
#include <QRadioButton>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! The file and its preview follow the choices in the form.
class TestExportForm : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init() { failOnUnexpectedWarnings(); }

    void selectedRowsAreOffered();
    void withoutASelectionThereIsNothingToChoose();
    void aSinglePageIsNoChoice();
    void fieldsStayWhereTheyAreWithAnotherFormat();
    void findIsExplained();
    void visibleColumnsInTheirOrder();
    void dialectsReachTheFile();
    void jsonLeavesNothingOut();
    void ndjsonIsARowOnEachLine();
    void theDialogKeepsItsHeight();
    void fieldsHaveOneWidthAndLabelsTheLineOfTheirButton();
    void theSideFileIsBesideTheFile();
    void thePreviewIsTheFilesBeginning();
    void thePreviewFollowsTheChoices();
    void previewIsSafeToDisplay_data();
    void previewIsSafeToDisplay();
    void privacyHidesThePreview();
    void choicesAreRemembered();

private:
    static ExportDialog *openDialog(DemoDesk &desk)
    {
        desk.action("exportAction")->trigger();
        return desk.lastDialog<ExportDialog>();
    }
    static QByteArray exported(DemoDesk &desk, ExportDialog &dialog, const QString &name)
    {
        dialog.exportTo(desk.file(name));
        const bool isDone = desk.exportEnds();
        QFile file(desk.file(name));
        return isDone && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static QString preview(const ExportDialog &dialog)
    {
        return child<QPlainTextEdit>(&dialog, "preview")->toPlainText();
    }
    static void choose(const ExportDialog &dialog, const char *field, int index)
    {
        child<QComboBox>(&dialog, field)->setCurrentIndex(index);
    }
};

void TestExportForm::selectedRowsAreOffered()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    auto *table = desk.window().findChild<ConnectionTableView *>();
    table->selectRow(1);
    table->selectionModel()->select(table->model()->index(3, 0),
                                    QItemSelectionModel::Select | QItemSelectionModel::Rows);
    const auto rows = table->selectedConnections();
    QCOMPARE(rows.size(), 2);
    ExportDialog *dialog = openDialog(desk);
    auto *button = child<QRadioButton>(dialog, "selectedButton");
    QCOMPARE(button->text(), u"S&elected rows (2)"_s);
    button->click();
    desk.tenant().clearRequests();
    const QByteArray csv = exported(desk, *dialog, u"two.csv"_s);
    QCOMPARE(csv.count("\r\n"), 3);
    for (const OrganizationConnection &row : rows)
        QVERIFY(csv.contains(row.connectionId.toUtf8()));
    QCOMPARE(desk.takeRequestCount(), 0);
    QVERIFY(labelText(&desk.exportWindow(), "resultLabel")
                .startsWith("Done. Rows written: 2 of 10."_L1));
}

void TestExportForm::withoutASelectionThereIsNothingToChoose()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const ExportDialog dialog(desk.session(), desk.exports());
    QVERIFY(!child(&dialog, "selectedButton")->isEnabled());
    QVERIFY(child<QRadioButton>(&dialog, "allPagesButton")->isChecked());
}

void TestExportForm::aSinglePageIsNoChoice()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const ExportDialog *dialog = openDialog(desk);
    QVERIFY(child(dialog, "thisPageButton")->isHidden());
    QCOMPARE(child<QRadioButton>(dialog, "allPagesButton")->text(), u"&All rows (10)"_s);
    desk.lastDialog<ExportDialog>()->reject();
    QVERIFY(desk.open(DemoDesk::Many));
    dialog = openDialog(desk);
    QVERIFY(!child(dialog, "thisPageButton")->isHidden());
}

void TestExportForm::fieldsStayWhereTheyAreWithAnotherFormat()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    const ExportDialog *dialog = openDialog(desk);
    const auto left = [dialog](const char *name) {
        return child(dialog, name)->mapTo(dialog, QPoint()).x();
    };
    choose(*dialog, "formatField", 0);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    const int field = left("formatField");
    const int button = left("allPagesButton");
    choose(*dialog, "formatField", 1); // which needs no separator, whose label is the longest
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    QVERIFY(!child(dialog, "separatorField")->isVisible());
    QCOMPARE(left("formatField"), field);
    QCOMPARE(left("allPagesButton"), button);
}

void TestExportForm::findIsExplained()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    QVERIFY(child(openDialog(desk), "findLabel")->isHidden());
    desk.lastDialog<ExportDialog>()->reject();
    child<QLineEdit>(&desk.window(), "findField")->setText(u"okta"_s);
    const int found = desk.window().findChild<ConnectionTableView *>()->model()->rowCount();
    QVERIFY(found > 0 && found < 10);
    QVERIFY2(
        labelText(openDialog(desk), "findLabel")
            .startsWith(
                u"Find shows %1 of 10 rows of this page, but the export ignores it."_s.arg(found)),
        qPrintable(labelText(desk.lastDialog<ExportDialog>(), "findLabel")));
}

void TestExportForm::visibleColumnsInTheirOrder()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    auto *table = desk.window().findChild<ConnectionTableView *>();
    for (const ConnectionField field : AllConnectionFields)
        table->setColumnShown(field, field == ConnectionField::IsEnabled);
    table->horizontalHeader()->moveSection(
        table->horizontalHeader()->visualIndex(int(ConnectionField::IsEnabled)), 0);
    ExportDialog *dialog = openDialog(desk);
    child<QRadioButton>(dialog, "visibleColumnsButton")->click();
    const QByteArray csv = exported(desk, *dialog, u"a.csv"_s);
    QVERIFY2(csv.startsWith("is_enabled,connection_name\r\n"), csv.constData());
}

void TestExportForm::dialectsReachTheFile()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    ExportDialog dialog(desk.session(), desk.exports());
    choose(dialog, "separatorField", 1);
    choose(dialog, "headerField", 1);
    child<QCheckBox>(&dialog, "byteOrderMarkField")->click();
    const QByteArray csv = exported(desk, dialog, u"a.csv"_s);
    QVERIFY2(csv.startsWith("\xEF\xBB\xBFName;"), csv.constData());
    QVERIFY(!csv.contains("connection_name"));
}

void TestExportForm::jsonLeavesNothingOut()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    ExportDialog dialog(desk.session(), desk.exports());
    dialog.show();
    choose(dialog, "formatField", 1);
    for (const char *name : {"columnsChoice", "separatorField", "headerField", "byteOrderMarkField",
                             "guardField", "sideFileField"})
        QVERIFY2(child(&dialog, name)->isHidden(), name);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    QVERIFY(child(&dialog, "jsonLabel")->isVisible() && child(&dialog, "jsonLabel")->height() > 8);
    const QJsonObject json = QJsonDocument::fromJson(exported(desk, dialog, u"a.json"_s)).object();
    QCOMPARE(json.value("connections"_L1).toArray().size(), 10);
    QCOMPARE(json.value("organization"_L1).toString(), desk.id(DemoDesk::Ten));
    QVERIFY(!json.value("organization_name"_L1).toString().isEmpty());
    QCOMPARE(json.value("extent"_L1), QJsonValue(u"all_pages"_s));
}

void TestExportForm::ndjsonIsARowOnEachLine()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    ExportDialog dialog(desk.session(), desk.exports());
    choose(dialog, "formatField", 2);
    QVERIFY(child(&dialog, "columnsChoice")->isHidden());
    QVERIFY(preview(dialog).startsWith(u'{'));
    child<QCheckBox>(&dialog, "sideFileField")->click();
    const QList<QByteArray> rows = exported(desk, dialog, u"a.ndjson"_s).split('\n');
    QCOMPARE(rows.size(), 10 + 1); // and nothing after the last line break
    for (const QByteArray &row : rows.first(10))
        QVERIFY2(QJsonDocument::fromJson(row).object().contains("connection_id"_L1),
                 row.constData());
    QCOMPARE(desk.files(), QStringList({u"a.ndjson"_s, u"a.ndjson.meta.json"_s}));
    const ExportDialog next(desk.session(), desk.exports());
    QCOMPARE(child<QComboBox>(&next, "formatField")->currentIndex(), 2); // as after CSV and JSON
}

void TestExportForm::theDialogKeepsItsHeight()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const auto *dialog = openDialog(desk);
    for (int pass = 0; pass < 5; ++pass) // until the form has its height
        QCoreApplication::processEvents();
    const QSize size = dialog->size();
    const QPoint buttons = child(dialog, "buttons")->pos();
    for (const int format : {1, 2, 0}) {
        choose(*dialog, "formatField", format);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QCOMPARE(dialog->size(), size);
        QCOMPARE(child(dialog, "buttons")->pos(), buttons);
    }
}

void TestExportForm::fieldsHaveOneWidthAndLabelsTheLineOfTheirButton()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const auto *dialog = openDialog(desk);
    QCOMPARE(child(dialog, "separatorField")->width(), child(dialog, "formatField")->width());
    QCOMPARE(child(dialog, "headerField")->width(), child(dialog, "formatField")->width());
    const auto middle = [dialog](const char *name) {
        const auto *widget = child(dialog, name);
        return widget->mapTo(dialog, widget->rect().center()).y();
    };
    QVERIFY(qAbs(middle("rowsLabel") - middle("selectedButton")) <= 2);
    QVERIFY(qAbs(middle("columnsLabel") - middle("allColumnsButton")) <= 2);
}

void TestExportForm::theSideFileIsBesideTheFile()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    ExportDialog dialog(desk.session(), desk.exports());
    child<QCheckBox>(&dialog, "sideFileField")->click();
    QVERIFY(!exported(desk, dialog, u"a.csv"_s).isEmpty());
    QCOMPARE(desk.files(), QStringList({u"a.csv"_s, u"a.csv.meta.json"_s}));
}

void TestExportForm::thePreviewIsTheFilesBeginning()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    ExportDialog dialog(desk.session(), desk.exports());
    const QString shown = preview(dialog);
    QCOMPARE(shown.count(u'\n'), 3); // the header and three rows
    const QString csv = QString::fromUtf8(exported(desk, dialog, u"a.csv"_s)).remove(u'\r');
    QVERIFY2(csv.startsWith(shown), qPrintable(shown));
}

void TestExportForm::thePreviewFollowsTheChoices()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const ExportDialog dialog(desk.session(), desk.exports());
    QVERIFY(preview(dialog).startsWith("connection_name,"_L1));
    choose(dialog, "separatorField", 1);
    QVERIFY(preview(dialog).startsWith("connection_name;"_L1));
    choose(dialog, "headerField", 1);
    QVERIFY(preview(dialog).startsWith("Name;"_L1));
    choose(dialog, "formatField", 1);
    QVERIFY(preview(dialog).startsWith(u'{'));
}

void TestExportForm::previewIsSafeToDisplay_data()
{
    QTest::addColumn<int>("separator");
    QTest::newRow("comma") << 0;
    QTest::newRow("semicolon") << 1;
    QTest::newRow("tab") << 2;
}

void TestExportForm::previewIsSafeToDisplay()
{
    QFETCH(const int, separator);
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten, {u"hostile-names"_s}));
    const auto hasBell = [&](int row) {
        return desk.table()
            .model()
            ->index(row, 0)
            .data(Qt::AccessibleTextRole)
            .toString()
            .contains(QChar(0x2407));
    };
    int row = 0;
    while (row < 10 && !hasBell(row))
        ++row;
    QVERIFY(row < 10);
    desk.table().selectRow(row);
    const auto *dialog = openDialog(desk);
    child<QRadioButton>(dialog, "selectedButton")->click();
    choose(*dialog, "separatorField", separator);
    const QString shown = preview(*dialog);
    QVERIFY(shown.contains(u"bell\u2407 escape"_s));
    QCOMPARE(shown.contains(u'\t'), separator == 2);
    for (const QChar c : shown) {
        QVERIFY2(c == u'\n' || c == u'\t' || displaySafe(c) == c,
                 qPrintable(QString::number(c.unicode(), 16)));
    }
}

void TestExportForm::privacyHidesThePreview()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.session().privacy().setOn(true);
    const ExportDialog dialog(desk.session(), desk.exports());
    QCOMPARE(preview(dialog), QString());
    QVERIFY(child(&dialog, "preview")->isHidden());
}

void TestExportForm::choicesAreRemembered()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    {
        ExportDialog dialog(desk.session(), desk.exports());
        choose(dialog, "separatorField", 2);
        child<QCheckBox>(&dialog, "guardField")->click();
        QVERIFY(!exported(desk, dialog, u"a.csv"_s).isEmpty());
    }
    const ExportChoices expected{
        .csv = {.separator = u'\t', .guard = CsvDialect::FormulaGuard::Off}};
    QVERIFY(desk.settings().exportChoices() == expected);
    const ExportDialog again(desk.session(), desk.exports());
    QCOMPARE(child<QComboBox>(&again, "separatorField")->currentIndex(), 2);
    QVERIFY(!child<QCheckBox>(&again, "guardField")->isChecked());
}

QTEST_MAIN(TestExportForm)
#include "tst_exportform.moc"
