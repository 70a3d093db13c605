// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/tenantcomparison.h"

#include "inventory/keptinventories.h"
#include "inventory/sweep.h"
#include "session/inventorybrowser.h"
#include "session/tenantinventory.h"
#include "session/tenantsession.h"
#include "widgets/export/exportfiledialog.h"
#include "widgets/tenant/comparedialog.h"

#include <QDateTime>
#include <QFileDialog>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Vestibule {

TenantComparison::TenantComparison(TenantSession &session, QWidget &widget, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_widget(widget)
{
}

std::optional<InventoryReport::Comparison> TenantComparison::forReport() const
{
    const DriftPtr &drift = m_drift.drift();
    if (!drift || drift->newInventory != m_session.inventory().summary())
        return {};
    return InventoryReport::Comparison{.path = m_drift.oldPath(),
                                       .namesFile =
                                           isKeptByUser(m_drift.oldPath(), m_session.subject()),
                                       .options = drift->options,
                                       .drift = drift};
}

void TenantComparison::ask()
{
    const InventoryBrowser &browser = m_session.inventory();
    if (!browser.isOpen())
        return;
    auto *dialog = new CompareDialog(
        {.workingPath = workingInventory(browser.summary().tenant), .openPath = browser.path()},
        m_widget.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CompareDialog::inventoryChosen, this, &TenantComparison::compareWith);
    connect(dialog, &CompareDialog::fileRequested, this, &TenantComparison::askForFile);
    dialog->open();
}

//! Beside the file that is open, if the user keeps it.
void TenantComparison::askForFile()
{
    const QString &open = m_session.inventory().path();
    const QString folder = isKeptByUser(open, m_session.subject())
        ? QFileInfo(open).absolutePath()
        : exportFolder(m_session.settings());
    auto *dialog = new QFileDialog(m_widget.window(), tr("Compare with"), folder,
                                   tr("Inventories (*.vestibule)") + ";;"_L1 + tr("All files (*)"));
    dialog->setObjectName(u"comparedFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &TenantComparison::compareWith);
    dialog->open();
}

//! The working inventory has the latest sweep, and was written when that ended; a kept one says
//! when that was. Of other files, nothing is known before they are read.
bool TenantComparison::isNewer(const QString &path) const
{
    const InventorySummary &open = m_session.inventory().summary();
    const QString working = workingInventory(open.tenant);
    if (path == working) {
        const QDateTime written = QFileInfo(path).lastModified();
        const QDateTime logged = QFileInfo(path + "-wal"_L1).lastModified(); // SQLite's log
        return std::max(written, logged) > open.ended;
    }
    const QList<KeptInventory> all = keptInventories(working);
    const auto kept = std::ranges::find(all, path, &KeptInventory::path);
    return kept != all.end() && kept->ended > open.ended;
}

//! The file is the old one, unless it is known to be newer than the inventory that is open.
void TenantComparison::compareWith(const QString &path)
{
    const InventoryBrowser &browser = m_session.inventory();
    if (!browser.isOpen()) // it was closed while a dialog was open
        return;
    if (isNewer(path))
        m_drift.compare(browser.path(), path);
    else
        m_drift.compare(path, browser.path());
    Q_EMIT chosen();
}

void TenantComparison::compareWithBefore()
{
    const InventoryBrowser &browser = m_session.inventory();
    const bool isCompared = m_drift.drift() || m_drift.problem() || m_drift.isComparing();
    if (isCompared || !browser.isOpen() || isInventoryFile(browser.path(), m_session.subject()))
        return;
    if (const QString before = inventoryBefore(browser.path()); !before.isEmpty())
        m_drift.compare(before, browser.path());
}

bool TenantComparison::isOld() const
{
    const InventoryBrowser &browser = m_session.inventory();
    const DriftPtr &drift = m_drift.drift();
    return drift
        && (!browser.isOpen()
            || (drift->newInventory != browser.summary()
                && drift->oldInventory != browser.summary()));
}

void TenantComparison::dropOld()
{
    if (isOld() || !m_drift.drift())
        m_drift.close();
}

} // namespace Vestibule
