// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/inventorysaver.h"

#include "export/exporttext.h"
#include "export/inventoryreport.h"
#include "inventory/inventoryfile.h"
#include "models/displaytext.h"
#include "session/inventorybrowser.h"
#include "session/inventorytext.h"
#include "session/tenantinventory.h"
#include "session/tenantsession.h"
#include "widgets/controls/busydialog.h"
#include "widgets/export/exportfiledialog.h"
#include "widgets/window/tenantcomparison.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QPointer>
#include <QProgressDialog>

#include <utility>

using namespace Qt::StringLiterals;

namespace Vestibule {

InventorySaver::InventorySaver(const Sources &sources, QObject *parent)
    : QObject(parent)
    , m_sources(sources)
{
}

InventorySaver::~InventorySaver() = default;

QString InventorySaver::suggestedName(const QString &suffix) const
{
    const InventorySummary &summary = m_sources.session.inventory().summary();
    const PrivacyMode &privacy = m_sources.session.privacy();
    const QString name =
        privacy.isOn() ? u"tenant"_s : inventoryTenantText(summary.tenant, privacy);
    return datedFileName(name, summary.ended.toLocalTime().date(), suffix);
}

QFileDialog *InventorySaver::askForFile(const QString &title, const QString &suffix,
                                        const QString &filters)
{
    const Settings &settings = m_sources.session.settings();
    auto *dialog = new QFileDialog(m_sources.widget.window(), title,
                                   QDir(exportFolder(settings)).filePath(suggestedName(suffix)),
                                   filters + ";;"_L1 + tr("All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_sources.session.settings().setExportFolder(QFileInfo(path).absolutePath());
    });
    dialog->open();
    return dialog;
}

QString InventorySaver::shownName(const QString &path) const
{
    return displaySafe(m_sources.session.privacy().name(QFileInfo(path).fileName()));
}

void InventorySaver::saveInventory()
{
    const bool isMasked = m_sources.session.privacy().isOn();
    auto *dialog = askForFile(isMasked ? tr("Save the inventory (contains the real names)")
                                       : tr("Save the inventory"),
                              u"vestibule"_s, tr("Inventories (*.vestibule)"));
    dialog->setObjectName(u"saveInventoryDialog"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &InventorySaver::writeInventory);
}

void InventorySaver::writeInventory(const QString &path)
{
    const InventoryBrowser &browser = m_sources.session.inventory();
    if (!browser.isOpen() || m_saving) // it was closed while the dialog was open
        return;
    m_saving = sealInventory(browser.path(), path);
    QProgressDialog *progress = openBusyDialog(
        tr("Save the inventory"), tr("Writing the inventory…"), m_sources.widget.window());
    connect(progress, &QProgressDialog::canceled, this, [this] { m_saving.reset(); });
    connect(m_saving.get(), &ReplyBase::finished, this, [this, progress, path] {
        const auto saving = std::move(m_saving);
        progress->close();
        if (!saving->result())
            return void(Q_EMIT failed(inventoryProblemText(saving->result().error())));
        QString text = tr("The inventory was saved as %1.").arg(shownName(path));
        if (m_sources.session.privacy().isOn())
            text += u' ' + realNamesText();
        // This program is the one that opens it.
        Q_EMIT saved({.sentence = text, .path = path, .isOpenable = false});
    });
}

void InventorySaver::saveReport()
{
    const bool isMasked = m_sources.session.privacy().isOn();
    auto *dialog =
        askForFile(isMasked ? tr("Save a report (contains the real names)") : tr("Save a report"),
                   u"html"_s, tr("Web pages (*.html)"));
    dialog->setObjectName(u"saveReportDialog"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &InventorySaver::writeReport);
}

void InventorySaver::writeReport(const QString &path)
{
    TenantSession &session = m_sources.session;
    const InventoryBrowser &browser = session.inventory();
    if (!browser.isOpen() || m_report) // it was closed while the dialog was open
        return;
    m_report = std::make_unique<InventoryReport>(
        browser.source(),
        InventoryReport::Request{.inventory = browser.path(),
                                 .namesFile = isKeptByUser(browser.path(), session.subject()),
                                 .path = path,
                                 .comparison = m_sources.comparison.forReport()});
    const QPointer progress =
        openBusyDialog(tr("Save a report"), tr("Writing the report…"), m_sources.widget.window());
    connect(progress, &QProgressDialog::canceled, this, [this] {
        if (m_report)
            m_report->cancel();
    });
    connect(m_report.get(), &InventoryReport::changed, this, [this, progress, path] {
        if (m_report->isRunning())
            return;
        if (progress) // the user may have closed it
            progress->close();
        const QString file = shownName(path);
        if (m_report->state() == InventoryReport::State::Failed)
            Q_EMIT failed(reportOutcomeText(m_report->outcome(), {}, file));
        else if (m_report->state() == InventoryReport::State::Written)
            Q_EMIT saved({.sentence = reportText(file, m_report->summary()),
                          .path = path,
                          .isWarning = !m_report->summary().isComplete()});
        m_report.release()->deleteLater(); // it is emitting
    });
    m_report->start();
}

QString InventorySaver::reportText(const QString &file, const InventorySummary &summary) const
{
    QStringList notes;
    if (!summary.isComplete())
        notes.append(incompleteText(summary));
    if (m_sources.session.privacy().isOn())
        notes.append(realNamesText());
    return notes.isEmpty()
        ? tr("The report was saved as %1.").arg(file)
        : tr("The report was saved as %1. %2", "a file, a sentence").arg(file, notes.join(u' '));
}

} // namespace Vestibule
