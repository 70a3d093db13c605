// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/export/exportfiledialog.h"

#include "store/settings.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

struct ExportFileDialog {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::ExportFileDialog)
};

QString titleOf(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Csv:
        return ExportFileDialog::tr("Export to CSV");
    case ExportFormat::Json:
        return ExportFileDialog::tr("Export to JSON");
    case ExportFormat::Ndjson:
        return ExportFileDialog::tr("Export to NDJSON");
    }
    Q_UNREACHABLE();
}

QString filterOf(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Csv:
        return ExportFileDialog::tr("CSV files (*.csv)");
    case ExportFormat::Json:
        return ExportFileDialog::tr("JSON files (*.json)");
    case ExportFormat::Ndjson:
        return ExportFileDialog::tr("NDJSON files (*.ndjson)");
    }
    Q_UNREACHABLE();
}

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
    auto *dialog =
        new QFileDialog(parent, titleOf(format), exportFolder(settings), filterOf(format));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffixOf(format));
    dialog->selectFile(name);
    dialog->open();
    return dialog;
}

QString datedFileName(const QString &name, const QDate &day, const QString &suffix)
{
    constexpr qsizetype LongestName = 60; // a file's name may have 255 bytes, a path on Windows 260
    static const QRegularExpression accents(u"\\p{M}"_s);
    static const QRegularExpression others(u"[^a-z0-9_]+"_s);
    QString slug = name.normalized(QString::NormalizationForm_KD).toLower();
    slug.remove(accents).replace(others, u"-"_s);
    slug.truncate(LongestName);
    while (slug.startsWith(u'-'))
        slug.remove(0, 1);
    while (slug.endsWith(u'-'))
        slug.chop(1);
    return (slug.isEmpty() ? u"vestibule"_s : slug) + u'-' + day.toString(Qt::ISODate) + u'.'
        + suffix;
}

void openExportedFile(const QString &path)
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(path));
}

void openFolderOfFile(const QString &path)
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
}

QString suffixOf(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Csv:
        return u"csv"_s;
    case ExportFormat::Json:
        return u"json"_s;
    case ExportFormat::Ndjson:
        return u"ndjson"_s;
    }
    Q_UNREACHABLE();
}

QString realNamesText()
{
    return ExportFileDialog::tr("Privacy mode masks the window; the file contains the real names.");
}

} // namespace Vestibule
