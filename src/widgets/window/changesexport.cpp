// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/changesexport.h"

#include "export/driftexport.h"
#include "export/exporttext.h"
#include "models/displaytext.h"
#include "session/driftbrowser.h"
#include "session/privacymode.h"
#include "store/settings.h"
#include "widgets/controls/busydialog.h"
#include "widgets/export/exportfiledialog.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QPointer>
#include <QProgressDialog>

#include <variant>

using namespace Qt::StringLiterals;

namespace Vestibule {

ChangesExport::ChangesExport(const Sources &sources, QObject *parent)
    : QObject(parent)
    , m_sources(sources)
{
}

ChangesExport::~ChangesExport() = default;

//! The suffix decides the format, as everywhere.
void ChangesExport::ask(const QString &name)
{
    if (!m_sources.drift.drift())
        return;
    auto *dialog = new QFileDialog(m_sources.widget.window(), tr("Export the differences"),
                                   QDir(exportFolder(m_sources.settings)).filePath(name),
                                   tr("CSV, for spreadsheets (*.csv)") + ";;"_L1
                                       + tr("JSON, for programs (*.json)") + ";;"_L1
                                       + tr("Text (*.txt)") + ";;"_L1 + tr("All files (*)"));
    dialog->setObjectName(u"exportChangesDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        const bool isJson = filter.contains("*.json"_L1);
        dialog->setDefaultSuffix(isJson                            ? u"json"_s
                                     : filter.contains("*.txt"_L1) ? u"txt"_s
                                                                   : u"csv"_s);
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_sources.settings.setExportFolder(QFileInfo(path).absolutePath());
        write(path);
    });
    dialog->open();
}

void ChangesExport::write(const QString &path)
{
    const DriftPtr drift = m_sources.drift.drift();
    if (!drift || m_export) // it was closed while the dialog was open
        return;
    const QString suffix = QFileInfo(path).suffix().toLower();
    const DriftFormat format = suffix == "json"_L1 ? DriftFormat::Json
        : suffix == "txt"_L1                       ? DriftFormat::Text
                                                   : DriftFormat::Csv;
    const CsvDialect csv = m_sources.settings.exportChoices().csv;
    m_export = std::make_unique<DriftExport>(
        DriftExport::Request{.layout = {.format = format, .csv = csv}, .path = path});
    const QString file = displaySafe(m_sources.privacy.name(QFileInfo(path).fileName()));
    if (!m_export->open()) {
        const auto &error = std::get<WriteError>(m_export->outcome());
        Q_EMIT failed(outcomeText(InventoryExport::Outcome(error), file));
        return m_export.reset();
    }
    const QPointer progress = openBusyDialog(
        tr("Export the differences"), tr("Writing the differences…"), m_sources.widget.window());
    connect(progress, &QProgressDialog::canceled, this, [this, progress] {
        if (m_export && m_export->cancel())
            m_export.reset();
        progress->close();
    });
    connect(m_export.get(), &DriftExport::finished, this, [this, progress, file, path] {
        if (progress) // the user may have closed it
            progress->close();
        const DriftExport::Outcome outcome = m_export->outcome();
        m_export.release()->deleteLater(); // it is emitting
        if (const auto *error = std::get_if<WriteError>(&outcome))
            return void(Q_EMIT failed(outcomeText(InventoryExport::Outcome(*error), file)));
        QString text =
            tr("%Ln difference(s) written to %1.", nullptr, int(std::get<qsizetype>(outcome)))
                .arg(file);
        if (m_sources.privacy.isOn())
            text += u' ' + realNamesText();
        Q_EMIT saved({.sentence = text, .path = path});
    });
    const DriftRowsPtr &rows = m_sources.drift.rows();
    m_export->write(drift, rows && !rows->order.filter.isEmpty() ? rows : DriftRowsPtr());
}

} // namespace Vestibule
