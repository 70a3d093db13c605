// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/export/exportfiledialog.h"

#include "store/settings.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

struct ExportFileDialog {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::ExportFileDialog)
};

} // namespace

QString exportFolder(const Settings &settings)
{
    const QString saved = settings.exportFolder();
    return QFileInfo(saved).isDir()
        ? saved
        : QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

QFileDialog *openExportFileDialog(const Settings &settings, ExportFormat format,
                                  const QString &name, QWidget *parent)
{
    const bool isCsv = format == ExportFormat::Csv;
    auto *dialog = new QFileDialog(parent,
                                   isCsv ? ExportFileDialog::tr("Export to CSV")
                                         : ExportFileDialog::tr("Export to JSON"),
                                   exportFolder(settings),
                                   isCsv ? ExportFileDialog::tr("CSV files (*.csv)")
                                         : ExportFileDialog::tr("JSON files (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(isCsv ? u"csv"_s : u"json"_s);
    dialog->selectFile(name);
    dialog->open();
    return dialog;
}

QString datedFileName(QString name, const QDate &day, const QString &suffix)
{
    static const QRegularExpression unsafe(u"[^A-Za-z0-9._-]"_s);
    return name.replace(unsafe, u"_"_s) + u'-' + day.toString(Qt::ISODate) + u'.' + suffix;
}

QString realNamesText()
{
    return ExportFileDialog::tr("Privacy mode masks the window; the file contains the real names.");
}

} // namespace Vestibule
