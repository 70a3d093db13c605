// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/wholetenant.h"

#include "inventory/keptinventories.h"
#include "inventory/sweep.h"
#include "models/displaytext.h"
#include "models/inventorytext.h"
#include "session/inventorybrowser.h"
#include "session/inventorytext.h"
#include "session/organizationdirectory.h"
#include "session/sweepmanager.h"
#include "session/sweeptext.h"
#include "session/tenantinventory.h"
#include "session/tenantsession.h"
#include "session/tenanttext.h"
#include "widgets/controls/messagebanner.h"
#include "widgets/controls/symbolicon.h"
#include "widgets/settings/tokendialog.h"
#include "widgets/tenant/changespage.h"
#include "widgets/tenant/inventorytableview.h"
#include "widgets/tenant/keptinventoriesdialog.h"
#include "widgets/tenant/tenantpage.h"
#include "widgets/window/windowactions.h"

#include <QDateTime>
#include <QFileInfo>
#include <QStackedWidget>
#include <QTimer>

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Vestibule {

namespace {

constexpr auto SummaryPause = 1s;

struct PlaceInfo {
    Place place = Place::Organization;
    QLatin1StringView key; //!< in the side list and in the settings
    std::optional<InventoryList> list{}; //!< absent for a place that is no list
};

constexpr std::array Places{
    PlaceInfo{Place::Organization, "organization"_L1},
    PlaceInfo{Place::Overview, "overview"_L1},
    PlaceInfo{Place::Connections, "connections"_L1, InventoryList::Connections},
    PlaceInfo{Place::Organizations, "organizations"_L1, InventoryList::Organizations},
    PlaceInfo{Place::Links, "links"_L1, InventoryList::Links},
    PlaceInfo{Place::Findings, "findings"_L1, InventoryList::Rules},
    PlaceInfo{Place::Changes, "changes"_L1},
};

std::optional<InventoryList> listOf(Place place)
{
    return Places.at(std::size_t(place)).list;
}

Place placeOf(InventoryList list)
{
    return std::ranges::find(Places, std::optional(list), &PlaceInfo::list)->place;
}

//! What the sweep's action says while the window shows the tenant's own inventory.
QString sweepAgainText(bool isFinished)
{
    return isFinished ? WholeTenant::tr("S&weep again") : WholeTenant::tr("Continue s&weep");
}

QString titleOf(const PlaceInfo &info)
{
    switch (info.place) {
    case Place::Organization:
        return WholeTenant::tr("Organization");
    case Place::Overview:
        return WholeTenant::tr("Overview");
    case Place::Changes:
        return WholeTenant::tr("Changes", "between two inventories");
    case Place::Connections:
    case Place::Organizations:
    case Place::Links:
    case Place::Findings:
        return listTitle(*info.list);
    }
    Q_UNREACHABLE();
}

} // namespace

WholeTenant::WholeTenant(const Sources &sources, QObject *parent)
    : QObject(parent)
    , m_sources(sources)
    , m_comparison(sources.session, sources.pages)
    , m_changesExport({.drift = m_comparison.browser(),
                       .settings = sources.session.settings(),
                       .privacy = sources.session.privacy(),
                       .widget = sources.pages})
    , m_saver({.session = sources.session, .comparison = m_comparison, .widget = sources.pages})
    , m_muting(sources.session.inventory(), sources.pages)
    , m_share(DefaultSweepShare)
{
    const WindowActions &actions = sources.actions;
    const auto connectPlace = [this](const QAction *action, Place place) {
        connect(action, &QAction::triggered, this, [this, place] { show(place); });
    };
    connectPlace(actions.placeOrganization, Place::Organization);
    connectPlace(actions.placeOverview, Place::Overview);
    connectPlace(actions.placeConnections, Place::Connections);
    connectPlace(actions.placeOrganizations, Place::Organizations);
    connectPlace(actions.placeLinks, Place::Links);
    connectPlace(actions.placeFindings, Place::Findings);
    connectPlace(actions.placeChanges, Place::Changes);
    connect(actions.compare, &QAction::triggered, &m_comparison, &TenantComparison::ask);
    connect(&m_comparison, &TenantComparison::chosen, this, [this] {
        show(Place::Changes);
        m_page->focusContent();
    });
    connect(&m_comparison.browser(), &DriftBrowser::changed, this, [this] {
        updateSideList();
        Q_EMIT changed();
    });
    connect(&m_saver, &InventorySaver::saved, this, &WholeTenant::tellSaved);
    connect(&m_saver, &InventorySaver::failed, this, &WholeTenant::failed);
    connect(&m_muting, &FindingMuting::done, this, &WholeTenant::offerUndo);
    connect(&m_muting, &FindingMuting::failed, this, &WholeTenant::showProblem);
    connect(&m_changesExport, &ChangesExport::saved, this, &WholeTenant::tellSaved);
    connect(&m_changesExport, &ChangesExport::failed, this, &WholeTenant::failed);
    connect(actions.ownInventory, &QAction::triggered, this, &WholeTenant::leaveFile);
    connect(actions.inventoryBefore, &QAction::triggered, this, &WholeTenant::openBefore);
    connect(actions.keptInventories, &QAction::triggered, this, &WholeTenant::showKept);
    connect(actions.pauseSweep, &QAction::triggered, this, &WholeTenant::pauseOrResume);
    connect(actions.stopSweep, &QAction::triggered, this, &WholeTenant::stopSweep);
    connect(actions.retryFailed, &QAction::triggered, this, &WholeTenant::retryFailed);
    connect(&sources.sweeps, &SweepManager::changed, this, &WholeTenant::updateSweep);
    connect(&sources.session.directory(), &OrganizationDirectory::changed, this, [this] {
        if (m_page && !m_sources.session.inventory().isOpen())
            updatePage(); // which says how many organizations there are
    });
    connect(&sources.sweeps, &SweepManager::ended, this,
            [this](const Sweep *sweep) { takeEnd(*sweep); });
    m_summaryPause.setSingleShot(true);
    m_summaryPause.setInterval(SummaryPause);
    connect(&m_summaryPause, &QTimer::timeout, this, [this] {
        if (const Sweep *running = sweep(); running && m_sources.session.inventory().isOpen()
            && running->summary().counts != m_sources.session.inventory().summary().counts)
            updateSweep(); // of what came during the pause
    });
    connect(&sources.sideList, &SideList::chosen, this, &WholeTenant::choose);
    connect(&sources.session.inventory(), &InventoryBrowser::inventoryChanged, this, [this] {
        const InventoryBrowser &browser = m_sources.session.inventory();
        // Its button would do something to an inventory that is not shown.
        if ((m_bannerAction == BannerAction::UndoMuting && browser.path() != m_muting.path())
            || (m_bannerAction == BannerAction::RetryFailed && isFile(browser.path())))
            hideBanner();
        if (isKeptByUser(browser.path(), m_sources.session.subject()))
            Q_EMIT fileOpened(browser.path());
        updateComparison();
    });
    connect(&sources.session.inventory(), &InventoryBrowser::changed, this, [this] {
        if (m_comparison.isOld() && !m_comparison.browser().isComparing() && !sweep())
            updateComparison(); // the summary came after the end of the sweep
        updatePage();
        updateActions();
        updateSideList();
        Q_EMIT changed();
    });
    updateSideList();
}

WholeTenant::~WholeTenant() = default;

//! InventorySummary::tenant of the subject; empty for a subject that is no tenant.
QString WholeTenant::inventoryTenant() const
{
    return inventoryTenantOf(m_sources.session.subject());
}

void WholeTenant::show(Place place)
{
    m_returnPlaces.clear();
    enter(place);
}

void WholeTenant::enter(Place place)
{
    m_place = place;
    if (place == Place::Organization) {
        m_sources.session.inventory().overview().hide();
        m_sources.pages.setCurrentIndex(0);
    } else {
        makePage();
        openOwnInventory();
        if (const auto list = listOf(place))
            m_page->showList(*list);
        else if (place == Place::Overview)
            m_page->showOverview();
        else
            m_page->showChanges();
        compareWithBefore();
        m_sources.pages.setCurrentWidget(m_page);
    }
    updatePage();
    updateSweep();
    Q_EMIT placeChanged();
}

bool WholeTenant::goBack()
{
    if (m_returnPlaces.isEmpty())
        return false;
    enter(m_returnPlaces.takeLast());
    m_page->focusContent();
    return true;
}

void WholeTenant::makePage()
{
    if (m_page)
        return;
    m_tenant = inventoryTenant();
    const WindowActions &actions = m_sources.actions;
    m_page = new TenantPage({.browser = m_sources.session.inventory(),
                             .drift = m_comparison.browser(),
                             .privacy = m_sources.session.privacy(),
                             .actions = {.sweep = actions.sweep,
                                         .pause = actions.pauseSweep,
                                         .stop = actions.stopSweep,
                                         .compare = actions.compare,
                                         .save = actions.saveInventory,
                                         .open = actions.open}},
                            &m_sources.pages);
    m_sources.pages.addWidget(m_page);
    m_page->bar().setSweepTexts({sweepAgainText(true), sweepAgainText(false)});
    m_page->setDetailsShown(actions.detailPane->isChecked());
    connect(actions.detailPane, &QAction::toggled, m_page, &TenantPage::setDetailsShown);
    connect(m_page, &TenantPage::facetsChanged, this, &WholeTenant::updateSideList);
    connect(&m_page->banner(), &MessageBanner::actionTriggered, this, [this] {
        switch (m_bannerAction) {
        case BannerAction::Resume:
            return runBannerAction();
        case BannerAction::RetryFailed:
            return retryFailed();
        case BannerAction::OpenBefore:
            return openBefore();
        case BannerAction::UndoMuting:
            return m_muting.undo();
        case BannerAction::None:
            return;
        }
    });
    connect(&m_page->bar(), &InventoryBar::shareChosen, this, [this](int percent) {
        m_share = percent;
        if (Sweep *running = sweep())
            running->setShare(percent);
    });
    connect(m_page, &TenantPage::listRequested, this, [this](InventoryList list) {
        const Place place = placeOf(list);
        if (place != m_place)
            m_returnPlaces.append(m_place);
        enter(place);
        m_page->focusContent();
    });
    connect(m_page, &TenantPage::muteRequested, &m_muting, &FindingMuting::ask);
    connect(m_page, &TenantPage::unmuteRequested, &m_muting, &FindingMuting::unmute);
    connect(m_page, &TenantPage::catalogueRequested, this, &WholeTenant::readCatalogue);
    connect(m_page, &TenantPage::liveRequested, this, [this](const Organization &organization) {
        const QList<Place> from = m_returnPlaces + QList{m_place};
        Q_EMIT liveRequested(organization);
        if (m_place == Place::Organization) { // it could be opened
            m_returnPlaces = from;
            Q_EMIT placeChanged();
        }
    });
}

void WholeTenant::choose(const QString &key)
{
    for (const PlaceInfo &info : Places) {
        if (key == info.key)
            return show(info.place);
    }
    if (isOrganizationShown())
        Q_EMIT organizationEntryChosen(key);
    else if (m_page)
        m_page->chooseFacet(key);
}

void WholeTenant::setOrganizationEntries(const QList<SideList::Entry> &entries)
{
    m_organizationEntries = entries;
    updateSideList();
}

void WholeTenant::openFile(const QString &path)
{
    makePage();
    if (!isFileOpen())
        m_placeBeforeFile = m_place;
    m_sources.session.inventory().open(path);
    const bool keepsPlace = m_place == Place::Overview || listOf(m_place);
    show(keepsPlace ? m_place : Place::Links);
}

void WholeTenant::openBefore()
{
    if (m_bannerAction == BannerAction::OpenBefore)
        hideBanner();
    openFile(inventoryBefore(workingInventory(inventoryTenant())));
}

void WholeTenant::showKept()
{
    auto *dialog =
        new KeptInventoriesDialog(workingInventory(inventoryTenant()), m_sources.session.settings(),
                                  m_sources.pages.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &KeptInventoriesDialog::openRequested, this, &WholeTenant::openFile);
    connect(dialog, &KeptInventoriesDialog::removed, this, [this](const QString &path) {
        if (m_sources.session.inventory().wantedPath() == path)
            leaveFile();
    });
    connect(dialog, &QDialog::finished, this, &WholeTenant::updateActions); // some may be gone
    dialog->open();
}

void WholeTenant::showProblem(const QString &sentence)
{
    // As over the organization, where the same may be said.
    showBanner({.severity = MessageBanner::Severity::Warning, .text = sentence});
}

bool WholeTenant::isFile(const QString &path) const
{
    return isInventoryFile(path, m_sources.session.subject());
}

bool WholeTenant::isFileOpen() const
{
    return isFile(m_sources.session.inventory().wantedPath());
}

QString WholeTenant::openFileName() const
{
    const InventoryBrowser &browser = m_sources.session.inventory();
    if (browser.path() == inventoryBefore(workingInventory(browser.summary().tenant)))
        return tr("Before the last sweep");
    if (isKeptInventory(browser.path()))
        return tr("Kept inventory");
    return displaySafe(m_sources.session.privacy().name(QFileInfo(browser.path()).fileName()));
}

//! Opens the working inventory of the subject's tenant, if it has one, unless a file is open.
void WholeTenant::openOwnInventory()
{
    InventoryBrowser &browser = m_sources.session.inventory();
    const QString tenant = inventoryTenant();
    if (tenant.isEmpty() || !browser.wantedPath().isEmpty())
        return;
    const QString path = workingInventory(tenant);
    if (QFileInfo::exists(path))
        browser.open(path);
    else
        browser.close();
}

void WholeTenant::leaveFile()
{
    m_sources.session.inventory().close();
    show(isOrganizationShown() ? Place::Links : m_place);
}

void WholeTenant::closeFile()
{
    m_sources.session.inventory().close();
    openOwnInventory();
    show(inventoryTenant().isEmpty() ? Place::Organization : m_placeBeforeFile);
}

void WholeTenant::updateSubject()
{
    if (!m_page)
        return;
    if (const QString before = std::exchange(m_tenant, inventoryTenant()); before != m_tenant) {
        // The banner and the tenant's own inventory are those of the tenant before.
        hideBanner();
        m_returnPlaces.clear();
        InventoryBrowser &browser = m_sources.session.inventory();
        if (!before.isEmpty() && browser.wantedPath() == workingInventory(before))
            browser.close();
    }
    if (!isOrganizationShown())
        openOwnInventory();
    updatePage();
    updateSweep();
}

void WholeTenant::updatePrivacy()
{
    if (m_page) {
        m_page->updatePrivacy();
        m_page->banner().closeNaming();
    }
    updatePage();
}

void WholeTenant::updatePage()
{
    if (!m_page)
        return;
    const InventoryBrowser &browser = m_sources.session.inventory();
    QStringList names;
    if (browser.isOpen() && browser.summary().tenant != inventoryTenant())
        names.append(inventoryTenantText(browser.summary().tenant, m_sources.session.privacy()));
    if (isFile(browser.path()))
        names.append(openFileName());
    m_page->setTenant(names.join(u" · "_s));
    m_page->setNotice(notice());
    m_page->changes().setNotice(changesNotice());
}

StatePage::Content WholeTenant::notice() const
{
    if (inventoryTenant().isEmpty())
        return {.iconName = u"tenant"_s,
                .text = tr("No tenant and no inventory is open."),
                .actionText = m_sources.actions.open->text(),
                .action = [this] { m_sources.actions.open->trigger(); }};
    const QString name = tenantTitle(m_sources.session.subject(), m_sources.session.privacy());
    const QString text =
        tr("%1 has not been swept yet. A sweep reads the connections of every organization, one "
           "request each, and leaves part of the rate limit to other clients.")
            .arg(name);
    const QString expected = expectation();
    return {.iconName = u"organization"_s,
            .text = expected.isEmpty() ? text : text + u' ' + expected,
            .actionText = m_sources.actions.sweep->text(),
            .action = [this] { m_sources.actions.sweep->trigger(); }};
}

//! In the place of changes, while nothing is compared.
StatePage::Content WholeTenant::changesNotice() const
{
    const InventoryBrowser &browser = m_sources.session.inventory();
    const bool isOwn = browser.isOpen() && !isFile(browser.path());
    const bool hasBefore = isOwn && !inventoryBefore(browser.path()).isEmpty();
    StatePage::Content content{.iconName = u"compare"_s,
                               .text = tr("Nothing has been compared yet."),
                               .actionText = m_sources.actions.compare->text(),
                               .action = [this] { m_sources.actions.compare->trigger(); }};
    if (isOwn && !hasBefore) // which a sweep that is running does not change
        content.text = tr("This is the first inventory of the tenant. The next sweep keeps it, and "
                          "this place shows what has changed since.");
    else if (sweep() && isOwn)
        content.text = tr("When the sweep has ended, this place shows what has changed since the "
                          "inventory before it.");
    return content;
}

bool WholeTenant::areRowsShown() const
{
    if (m_place == Place::Changes)
        return drift().drift() && !drift().drift()->changes.isEmpty();
    return listOf(m_place).has_value();
}

bool WholeTenant::isListShown() const
{
    return listOf(m_place).has_value();
}

QString WholeTenant::expectation() const
{
    if (!m_sources.sweeps.canStart(m_sources.session))
        return {};
    const InventoryBrowser &browser = m_sources.session.inventory();
    const OrganizationDirectory &directory = m_sources.session.directory();
    const InventorySummary &summary = browser.summary();
    qsizetype organizations = 0;
    if (browser.isOpen() && !isFile(browser.path()) && summary.isPopulationFrozen)
        organizations =
            summary.counts.waiting > 0 ? summary.counts.waiting : summary.counts.listed();
    else if (directory.state() == OrganizationDirectory::State::Complete)
        organizations = directory.organizations().size();
    if (organizations == 0)
        return {};
    return expectedSweepText(
        organizations, m_sources.sweeps.expectedTime(m_sources.session, organizations, m_share),
        m_share);
}

//! Drops what was compared when it is old, and compares again what the place of changes shows.
void WholeTenant::updateComparison()
{
    m_comparison.dropOld();
    compareWithBefore();
}

void WholeTenant::compareWithBefore()
{
    if (m_place == Place::Changes && !sweep())
        m_comparison.compareWithBefore();
}

void WholeTenant::exportChanges()
{
    m_changesExport.ask(m_saver.suggestedName(u"csv"_s));
}

//! The row, and the button that was pressed, may be gone: the keyboard goes on in the rows. Without
//! a page nothing can be muted.
void WholeTenant::offerUndo(const QString &sentence)
{
    if (m_page->isVisible())
        m_page->focusContent();
    if (m_isCauseShown)
        return; // the sweep needs an answer
    showBanner({.severity = MessageBanner::Severity::Information,
                .text = sentence,
                .actionText = tr("Undo")},
               BannerAction::UndoMuting);
}

//! Where the user looks. Without one of the tenant's places there may be no page: a window that
//! replaces another one finds an inventory that is open already.
void WholeTenant::tellSaved(const SavedFile &file)
{
    if (isOrganizationShown())
        return void(Q_EMIT saved(file));
    if (m_isCauseShown && !file.isWarning)
        return; // the sweep needs an answer
    showBanner(savedMessage(file));
}

void WholeTenant::showBanner(const MessageBanner::Message &message, BannerAction action)
{
    m_isCauseShown = false;
    m_bannerAction = action;
    m_page->banner().showMessage(message);
}

void WholeTenant::hideBanner()
{
    m_isCauseShown = false;
    m_bannerAction = BannerAction::None;
    m_page->banner().hide();
}

Sweep *WholeTenant::sweep() const
{
    Sweep *found = m_sources.sweeps.find(inventoryTenant());
    return found && found->isRunning() ? found : nullptr;
}

QString WholeTenant::otherSweepText() const
{
    for (const Sweep *each : m_sources.sweeps.running()) {
        const bool isOnScreen =
            each->request().tenant == inventoryTenant() && !isOrganizationShown() && !isFileOpen();
        if (!isOnScreen)
            return tr("Sweep of %1: %2", "tenant, organizations read")
                .arg(inventoryTenantText(each->request().tenant, m_sources.session.privacy()),
                     countsText(each->summary().counts));
    }
    return {};
}

void WholeTenant::startSweep()
{
    start(false);
}

void WholeTenant::retryFailed()
{
    start(true);
}

void WholeTenant::readCatalogue()
{
    hideBanner();
    m_sources.sweeps.start(m_sources.session, {.catalogue = true, .share = m_share});
}

//! Goes on with an inventory that has organizations to read, and otherwise begins a new one: a
//! finished inventory tells how the tenant was.
void WholeTenant::start(bool retriesFailed)
{
    if (isFileOpen()) {
        leaveFile();
        return; // first to what the sweep would go on with or replace
    }
    const InventoryBrowser &browser = m_sources.session.inventory();
    const InventorySummary &summary = browser.summary();
    const bool isFinished =
        browser.isOpen() && summary.isPopulationFrozen && summary.counts.waiting == 0;
    if (isOrganizationShown())
        show(Place::Links);
    hideBanner();
    const bool anew = isFinished && !retriesFailed;
    const bool isKept = anew && m_sources.session.settings().inventoriesToKeep() > 0;
    const QString before =
        isKept ? periodTextBeside(summary, {.began = QDateTime::currentDateTimeUtc()}) : QString();
    // The next inventory tells as much as this one.
    const bool catalogue = browser.isOpen() && summary.hasCatalogue();
    m_sources.sweeps.start(
        m_sources.session,
        {.retryFailed = retriesFailed, .anew = anew, .catalogue = catalogue, .share = m_share});
    m_page->focusContent(); // the button of the sweep is not there any more
    if (before.isEmpty() || !sweep())
        return;
    showBanner({.severity = MessageBanner::Severity::Information,
                .text = tr("The inventory of %1 is kept.").arg(before),
                .actionText = tr("Open it")},
               BannerAction::OpenBefore);
}

void WholeTenant::pauseOrResume()
{
    Sweep *running = sweep();
    if (!running)
        return;
    if (running->state() == Sweep::State::Paused)
        runBannerAction();
    else
        running->pause();
}

void WholeTenant::stopSweep()
{
    if (Sweep *running = sweep())
        running->stop();
}

//! Does what a paused sweep needs in order to go on.
void WholeTenant::runBannerAction()
{
    Sweep *running = sweep();
    if (!running || running->state() != Sweep::State::Paused)
        return;
    switch (m_sources.sweeps.resumeNeeds(m_sources.session, *running)) {
    case SweepManager::ResumeNeeds::Nothing:
        return m_sources.sweeps.resume(m_sources.session, *running);
    case SweepManager::ResumeNeeds::Token:
    case SweepManager::ResumeNeeds::OpenTenant:
        return void(Q_EMIT tokenRequested());
    case SweepManager::ResumeNeeds::OlderList:
        return m_sources.sweeps.resumeWithOlderList(m_sources.session, *running);
    }
}

void WholeTenant::updateSweep()
{
    const Sweep *running = sweep();
    InventoryBrowser &browser = m_sources.session.inventory();
    if (running && m_page) {
        const QString path = running->request().path;
        const bool isMade = running->state() != Sweep::State::Opening;
        if (isMade && m_openedSweep != running && !isFileOpen() && !isOrganizationShown()) {
            m_openedSweep = running; // the sweep may have emptied the file
            browser.open(path);
        } else if (isMade && !m_summaryPause.isActive() && browser.wantedPath() == path) {
            m_summaryPause.start();
            browser.refreshSummary();
        }
        showCause(*running);
    }
    if (m_page)
        m_page->showSweep(isFileOpen() ? nullptr : running);
    updateActions();
    updateSideList();
    Q_EMIT changed();
}

//! Says why the sweep is paused, with the one thing that helps.
void WholeTenant::showCause(const Sweep &sweep)
{
    const QString text = sweep.state() == Sweep::State::Paused
        ? sweepCauseText(sweep, m_sources.sweeps.domainOf(sweep).text(),
                         m_sources.session.privacy())
        : QString();
    if (text.isEmpty()) {
        if (m_isCauseShown)
            hideBanner();
        return;
    }
    if (m_isCauseShown)
        return;
    const auto action = [this, needs = m_sources.sweeps.resumeNeeds(m_sources.session, sweep)] {
        switch (needs) {
        case SweepManager::ResumeNeeds::Nothing:
            return tr("Continue");
        case SweepManager::ResumeNeeds::Token:
            return isReadByApplication(m_sources.session) ? tr("Client secret…")
                                                          : tr("Enter a token…");
        case SweepManager::ResumeNeeds::OpenTenant:
            return QString();
        case SweepManager::ResumeNeeds::OlderList:
            return tr("Read the older list");
        }
        Q_UNREACHABLE();
    };
    showBanner({.severity = MessageBanner::Severity::Error,
                .text = text,
                .actionText = action(),
                .isLasting = true},
               BannerAction::Resume);
    m_isCauseShown = true;
}

//! The file has all that the sweep has read: shows it, and says what is missing.
void WholeTenant::takeEnd(const Sweep &sweep)
{
    InventoryBrowser &browser = m_sources.session.inventory();
    m_openedSweep = nullptr;
    if (!m_page || sweep.request().tenant != inventoryTenant())
        return;
    if (m_isCauseShown)
        hideBanner();
    const QString cause =
        sweepCauseText(sweep, m_sources.sweeps.domainOf(sweep).text(), m_sources.session.privacy());
    const qsizetype failed = sweep.summary().counts.failed;
    const auto &catalogueError = sweep.catalogueError();
    const QString catalogueProblem = catalogueError
        ? catalogueProblemText(*catalogueError,
                               m_sources.session.privacy().failure(
                                   *catalogueError, m_sources.sweeps.domainOf(sweep).text()))
        : QString();
    if (!cause.isEmpty())
        showBanner({.severity = MessageBanner::Severity::Error, .text = cause});
    else if (failed > 0) {
        const QString unread = tr("%Ln organization(s) could not be read.", nullptr, int(failed));
        showBanner({.severity = MessageBanner::Severity::Warning,
                    .text = catalogueProblem.isEmpty() ? unread : unread + u' ' + catalogueProblem,
                    .actionText = failed == 1 ? tr("Retry it") : tr("Retry them")},
                   BannerAction::RetryFailed);
    } else if (!catalogueProblem.isEmpty()) {
        showBanner({.severity = MessageBanner::Severity::Warning, .text = catalogueProblem});
    }
    m_page->showSweep(nullptr);
    if (browser.wantedPath() == sweep.request().path) {
        browser.refreshSummary();
        for (const InventoryList list : InventoryBrowser::Lists)
            browser.listing(list).refreshIfShown();
    }
    updateComparison();
    updateActions();
}

void WholeTenant::updateActions()
{
    const WindowActions &actions = m_sources.actions;
    const InventoryBrowser &browser = m_sources.session.inventory();
    const InventorySummary &summary = browser.summary();
    const QString tenant = inventoryTenant();
    const bool leadsBack = isFileOpen() && !tenant.isEmpty();
    const bool isOwn = browser.isOpen() && !isFile(browser.path());
    const bool isFinished = summary.isPopulationFrozen && summary.counts.waiting == 0;
    actions.sweep->setText(leadsBack    ? tr("To this tenant's inventor&y")
                               : !isOwn ? tr("S&weep tenant")
                                        : sweepAgainText(isFinished));
    actions.sweep->setToolTip(expectation());
    actions.ownInventory->setEnabled(leadsBack);
    const QString before =
        !tenant.isEmpty() ? inventoryBefore(workingInventory(tenant)) : QString();
    actions.keptInventories->setEnabled(!tenant.isEmpty());
    actions.inventoryBefore->setEnabled(!before.isEmpty() && browser.path() != before
                                        && QFileInfo::exists(before));
    const Sweep *running = sweep();
    actions.sweep->setVisible(!running); // beside Pause and Stop, it would only be grey
    const bool isPaused = running && running->state() == Sweep::State::Paused;
    actions.pauseSweep->setText(isPaused ? tr("Continue swee&p") : tr("&Pause sweep"));
    actions.pauseSweep->setIconText(isPaused ? tr("Continue") : tr("Pause"));
    actions.pauseSweep->setIcon(symbolIcon(isPaused ? u"continue"_s : u"pause"_s));
    // The key that has begun the sweep also continues it. The menu shows the first one.
    QList<QKeySequence> keys{Qt::SHIFT | Qt::Key_F6};
    if (isPaused)
        keys.prepend(actions.sweep->shortcut());
    actions.pauseSweep->setShortcuts(keys);
    actions.stopSweep->setIconText(tr("Stop"));
    if (m_page) {
        m_page->setCatalogueOffered(isOwn && summary.isComplete() && !summary.coversGivenOnly
                                    && m_sources.sweeps.canStart(m_sources.session));
    }
}

void WholeTenant::updateSideList()
{
    const InventoryBrowser &browser = m_sources.session.inventory();
    QList<SideList::Entry> entries{{.text = tr("Places")}};
    for (const PlaceInfo &info : Places) {
        if (info.place == Place::Overview)
            entries.append({.text = tr("Whole tenant")});
        std::optional<qsizetype> count;
        if (info.list && info.list != InventoryList::Rules && browser.isOpen())
            count = rowsOf(*info.list, browser.summary());
        else if (info.place == Place::Changes && drift().drift())
            count = drift().drift()->changes.size();
        entries.append({.key = info.key,
                        .text = titleOf(info),
                        .count = count,
                        .isChosen = info.place == m_place,
                        .isPlace = true});
    }
    if (isOrganizationShown())
        entries += m_organizationEntries;
    else if (m_page)
        entries += m_page->facetEntries();
    m_sources.sideList.setEntries(entries);
}

} // namespace Vestibule
