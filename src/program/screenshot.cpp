// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "program/screenshot.h"

#include "cli/terminal.h"
#include "export/exporttext.h"
#include "formats/exporttarget.h"
#include "session/errortext.h"
#include "session/inventorybrowser.h"
#include "session/inventorytext.h"
#include "session/savedviewtext.h"

#include <QBuffer>
#include <QPixmap>
#include <QWidget>

#include <memory>
#include <utility>

namespace Vestibule {

namespace {

//! As a quality for QPixmap::save(): zlib's first level. For a window it takes two thirds of the
//! time of the default level, and the file is smaller.
constexpr int FastCompression = 80;

} // namespace

Screenshot::Screenshot(QWidget &window, TenantSession &session, const QString &path,
                       QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_session(session)
    , m_path(path)
{
}

void Screenshot::start()
{
    connect(&m_session.browser(), &ConnectionBrowser::stateChanged, this,
            &Screenshot::saveWhenSettled);
    connect(&m_session, &TenantSession::changed, this, &Screenshot::saveWhenSettled);
    connect(&m_session.directory(), &OrganizationDirectory::changed, this,
            &Screenshot::saveWhenSettled);
    connect(&m_session.savedViews(), &SavedViewOpener::changed, this, &Screenshot::saveWhenSettled);
    InventoryBrowser &inventory = m_session.inventory();
    connect(&inventory, &InventoryBrowser::changed, this, &Screenshot::saveWhenSettled);
    InventoryListing &links = inventory.listing(InventoryList::Links);
    connect(&links, &InventoryListing::changed, this, &Screenshot::saveWhenSettled);
    connect(&links.model(), &InventoryModel::rowsRead, this, &Screenshot::saveWhenSettled);
    saveWhenSettled();
}

void Screenshot::saveWhenSettled()
{
    if (m_session.browser().state() == ConnectionBrowser::State::Loading
        || m_session.stage() == TenantSession::Stage::ReadingToken
        || m_session.directory().isLookingUp() // the header shows the name
        || m_session.savedViews().isReading() || isInventoryUnderWay()
        || std::exchange(m_isSaving, true))
        return;
    // Queued after the updates that the panes have queued for the same change.
    QMetaObject::invokeMethod(this, &Screenshot::save, Qt::QueuedConnection);
}

//! An inventory is being checked or sorted, or its first rows or facets are still to come.
bool Screenshot::isInventoryUnderWay() const
{
    InventoryBrowser &inventory = m_session.inventory();
    if (inventory.state() == InventoryBrowser::State::Opening)
        return true;
    const InventoryListing &links = inventory.listing(InventoryList::Links);
    if (!inventory.isOpen() || links.problem())
        return false;
    return !links.shownQuery() || links.isSorting() || links.isCounting()
        || (links.model().rowCount() > 0 && !links.model().rowAt(0));
}

void Screenshot::save()
{
    // Into memory first: on a full disk, QPixmap::save() would only report "unknown error".
    QBuffer picture;
    picture.open(QIODevice::WriteOnly);
    m_window.grab().save(&picture, "PNG", FastCompression);
    const std::unique_ptr<ExportTarget> file = makeFileTarget(m_path);
    if (!writeOnce(*file, picture.data())) {
        printError(outcomeText(writeErrorOf(*file), {}, file->name()));
        return Q_EMIT finished(ExitStatus::NotWritten);
    }
    if (const auto &problem = m_session.savedViews().problem()) {
        printError(savedViewProblemText(*problem, m_session.savedViews().path()));
        return Q_EMIT finished(exitStatus(*problem));
    }
    if (const auto &problem = m_session.inventory().problem()) {
        printError(inventoryProblemText(*problem));
        return Q_EMIT finished(exitStatus(*problem));
    }
    if (const auto &error = m_session.browser().error()) {
        printError(errorText(*error, m_session.access().domain.text()));
        return Q_EMIT finished(exitStatus(*error));
    }
    Q_EMIT finished(ExitStatus::Done);
}

} // namespace Vestibule
