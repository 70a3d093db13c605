// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "studio.h"

#include "core/connectionfield.h"
#include "widgets/controls/sidelist.h"
#include "widgets/detail/connectiondetailpane.h"
#include "widgets/detail/loginpromptview.h"
#include "widgets/export/inventoryexportdialog.h"
#include "widgets/settings/tokendialog.h"
#include "widgets/table/columnmenu.h"
#include "widgets/table/connectiontableview.h"
#include "widgets/table/copymenu.h"
#include "widgets/tenant/comparedialog.h"
#include "widgets/tenant/inventorytableview.h"
#include "widgets/tenant/keptinventoriesdialog.h"
#include "widgets/tenant/mutedialog.h"
#include "widgets/tenant/tenantpage.h"
#include "widgets/window/commandpalette.h"
#include "widgets/window/organizationchooser.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QMenuBar>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace Vestibule {

void Studio::run(Theme theme, const QSize &size)
{
    m_settings.setAppearance({.theme = theme}); // a cancelled dialog restores this one
    m_window = std::make_unique<MainWindow>(MainWindow::Sources{
        .session = m_session, .network = m_network, .exports = m_exports, .sweeps = m_sweeps});
    m_window->show();
    m_size = size.isEmpty() ? m_window->size() : size;
    m_window->setGeometry(QRect(size.isEmpty() ? m_window->pos() : QPoint(), m_size));
    save(u"welcome"_s);
    saveTable();
    saveFailures();
    saveWholeTenant();
    saveStages();
    saveSettings();
    saveDialogs();
}

//! The details follow what was found a moment after the last key.
void Studio::settleDetails()
{
    const auto *table = m_window->findChild<ConnectionTableView *>();
    // The details of the tenant have a pane of this class, too.
    const auto *beside = m_window->findChild<QWidget *>(u"detailSplitter"_s);
    const auto *details = beside->findChild<ConnectionDetailPane *>();
    Q_UNUSED(QTest::qWaitFor(
        [table, details] {
            const QList<OrganizationConnection> selected = table->selectedConnections();
            return details->shownId()
                == (selected.size() == 1 ? selected.constFirst().connectionId : QString());
        },
        1000))
}

void Studio::settleUnanswered()
{
    const auto *button = m_window->findChild<QToolButton *>(u"refreshButton"_s);
    const auto *cancel = m_window->findChild<QAction *>(u"cancelAction"_s);
    Q_UNUSED(QTest::qWaitFor([button, cancel] { return button->defaultAction() == cancel; }))
}

void Studio::saveTable()
{
    open(0);
    save(u"loaded"_s);
    m_window->findChild<QTabWidget *>(u"tabs"_s)->setCurrentIndex(1);
    save(u"json"_s);
    auto *jsonFind = m_window->findChild<QLineEdit *>(u"jsonFindField"_s);
    jsonFind->setText(u"connection"_s);
    save(u"json-found"_s);
    jsonFind->clear();
    m_window->findChild<QTabWidget *>(u"tabs"_s)->setCurrentIndex(0);
    m_window->findChild<ConnectionTableView *>()->selectAll();
    save(u"several-selected"_s);
    trigger("privacyAction");
    m_window->findChild<ConnectionTableView *>()->selectRow(2);
    save(u"privacy"_s);
    m_window->findChild<QTabWidget *>(u"tabs"_s)->setCurrentIndex(1);
    save(u"privacy-json"_s);
    m_window->findChild<QTabWidget *>(u"tabs"_s)->setCurrentIndex(0);
    trigger("privacyAction");
    open(1);
    trigger("nextPageAction");
    m_window->findChild<ConnectionTableView *>()->sortByColumn(3, Qt::AscendingOrder);
    save(u"page-2-sorted"_s);
    auto *find = m_window->findChild<QLineEdit *>(u"findField"_s);
    find->setText(u"okta"_s);
    save(u"found"_s);
    find->setText(u"no such thing"_s);
    save(u"not-found"_s);
    auto *search = m_window->findChild<QWidget *>(u"StatePage"_s)
                       ->findChild<QAbstractButton *>(u"actionButton"_s);
    m_demo.setFaults({u"error-503"_s});
    search->click();
    QTest::qWait(300);
    save(u"search-failed"_s);
    find->setText(u"okta"_s);
    save(u"search-failed-over-rows"_s);
    m_demo.setFaults({});
    m_window->findChild<QAbstractButton *>(u"searchButton"_s)->click();
    QTest::qWait(300);
    save(u"searched"_s);
    find->setText(u"no such thing"_s);
    save(u"searched-in-vain"_s);
    find->clear();
    trigger("columnFiltersAction");
    auto *strategies =
        m_window->findChild<QLineEdit *>(u"columnFilter%1"_s.arg(int(ConnectionField::Strategy)));
    strategies->setText(u"okta"_s);
    save(u"column-filters"_s);
    strategies->setText(u"no such thing"_s);
    save(u"column-filters-in-vain"_s);
    trigger("columnFiltersAction");
    trigger("showDisabledAction");
    save(u"disabled"_s);
    open(2);
    save(u"empty"_s);
    trigger("showEnabledAction");
    save(u"none-enabled"_s);
    open(3);
    save(u"scripts"_s);
    open(0);
    m_demo.setFaults({u"unknown-values"_s});
    trigger("refreshAction");
    save(u"changed"_s);
    open(0);
    saveMenus();
    open(0, {u"hostile-names"_s});
    save(u"hostile"_s);
    open(0, {u"unknown-values"_s});
    save(u"unknown"_s);
    open(0, {u"null-values"_s});
    save(u"nulls"_s);
    saveListingOverviews();
    saveLoginPrompts();
}

void Studio::saveListingOverviews()
{
    const auto *page = m_window->findChild<QScrollArea *>(u"hintScroll"_s);
    open(0);
    trigger("pageOverviewAction");
    save(u"page-overview"_s);
    trigger("showDisabledAction");
    save(u"page-overview-disabled"_s);
    trigger("privacyAction");
    open(1);
    save(u"page-overview-of-many"_s);
    open(4);
    save(u"page-overview-of-fifty"_s);
    m_window->resize(m_size.width(), 600); // it is whole in a higher one
    QCoreApplication::processEvents();
    page->verticalScrollBar()->setValue(page->verticalScrollBar()->maximum());
    save(u"page-overview-end"_s);
    m_window->resize(m_size);
    trigger("privacyAction");
    for (const char *fault : {"hostile-names", "unknown-values", "null-values"}) {
        open(0, {QString::fromLatin1(fault)});
        save("page-overview-"_L1 + QLatin1StringView(fault));
    }
    open(0);
    m_window->findChild<ConnectionTableView *>()->selectRow(0);
}

void Studio::saveLoginPrompts()
{
    auto *tabs = m_window->findChild<QTabWidget *>(u"tabs"_s);
    auto *table = m_window->findChild<ConnectionTableView *>();
    open(0);
    tabs->setCurrentIndex(2);
    save(u"login-prompt"_s);
    table->selectAll();
    save(u"login-prompt-several"_s);
    auto *drawing = m_window->findChild<LoginPromptView *>();
    drawing->setFocus();
    drawing->scrollToBottom();
    save(u"login-prompt-end"_s);
    trigger("privacyAction");
    drawing->scrollToTop();
    save(u"login-prompt-privacy"_s);
    trigger("privacyAction");
    trigger("showDisabledAction");
    save(u"login-prompt-disabled"_s);
    open(1);
    save(u"login-prompt-part"_s);
    open(2);
    save(u"login-prompt-empty"_s);
    open(3);
    save(u"login-prompt-scripts"_s);
    for (const char *fault : {"hostile-names", "unknown-values", "null-values"}) {
        open(0, {QString::fromLatin1(fault)});
        save("login-prompt-"_L1 + QLatin1StringView(fault));
        drawing->scrollToBottom();
        save("login-prompt-end-"_L1 + QLatin1StringView(fault));
    }
    open(0);
    m_window->resize(1000, 600);
    save(u"login-prompt-small"_s);
    m_window->resize(m_size);
    tabs->setCurrentIndex(0);
}

void Studio::saveMenus()
{
    const auto shown = [this](QMenu *menu, const QString &name) {
        menu->popup(m_window->mapToGlobal(QPoint(200, 200)));
        save(name, menu);
        menu->hide();
    };
    for (QAction *action : m_window->menuBar()->actions())
        shown(action->menu(), "menu-"_L1 + QString(action->text()).remove(u'&').toLower());
    shown(m_window->findChild<ColumnMenu *>(), u"columns-menu"_s);
    shown(m_window->findChild<CopyMenu *>(), u"copy-menu"_s);
    auto *palette = m_window->findChild<CommandPalette *>();
    trigger("paletteAction");
    save(u"palette"_s, palette);
    palette->findChild<QLineEdit *>()->setText(u"or"_s);
    save(u"palette-typed"_s, palette);
    palette->findChild<QLineEdit *>()->setText(u"zzz"_s);
    save(u"palette-nothing"_s, palette);
    palette->hide();
}

//! Waits until the inventory is there, sorted, and its first rows are on screen.
void Studio::settleInventory()
{
    InventoryBrowser &inventory = m_session.inventory();
    const auto *page = m_window->findChild<TenantPage *>();
    Q_UNUSED(QTest::qWaitFor(
        [&] {
            const InventoryListing &listing = inventory.listing(page->list());
            return m_sweeps.running().isEmpty() && !inventory.overview().isReading()
                && inventory.state() != InventoryBrowser::State::Opening && !listing.isSorting()
                && !listing.isCounting()
                && (listing.model().rowCount() == 0 || listing.model().rowAt(0));
        },
        10'000))
    QTest::qWait(100);
}

void Studio::saveWholeTenant()
{
    open(0);
    const auto trigger = [this](const char *action) {
        m_window->findChild<QAction *>(QLatin1StringView(action))->trigger();
        settleInventory();
    };
    trigger("placeConnectionsAction");
    save(u"tenant-not-swept"_s);
    trigger("sweepAction");
    trigger("placeOverviewAction");
    save(u"tenant-overview"_s);
    trigger("placeConnectionsAction");
    save(u"tenant-connections"_s);
    auto *page = m_window->findChild<TenantPage *>();
    page->table().selectRow(2);
    settleInventory();
    save(u"tenant-connection-selected"_s);
    trigger("placeOrganizationsAction");
    save(u"tenant-organizations"_s);
    auto *tabs = m_window->findChild<QTabWidget *>(u"organizationTabs"_s);
    tabs->setCurrentIndex(1);
    settleInventory();
    save(u"tenant-organization-login-prompt"_s);
    tabs->setCurrentIndex(0);
    trigger("placeLinksAction");
    save(u"tenant-links"_s);
    tabs = page->findChild<QTabWidget *>(u"tabs"_s);
    tabs->setCurrentIndex(2);
    settleInventory();
    save(u"tenant-link-login-prompt"_s);
    tabs->setCurrentIndex(0);
    auto *sideList = m_window->findChild<SideList *>();
    sideList->scrollToBottom();
    save(u"tenant-links-findings-at-the-side"_s);
    sideList->scrollToTop();
    page->listing().setFilter({.isSignupEnabled = FlagChoice::Yes});
    settleInventory();
    save(u"tenant-links-filtered"_s);
    page->listing().setFilter({.findText = u"no such thing"_s});
    settleInventory();
    save(u"tenant-nothing-found"_s);
    page->listing().setFilter({});
    settleInventory();
    trigger("placeFindingsAction");
    save(u"tenant-findings"_s);
    page->showFindings(FindingRule::DormantFlags, false);
    settleInventory();
    save(u"tenant-finding-links"_s);
    m_window->findChild<QAbstractButton *>(u"muteButton"_s)->click();
    auto *mute = m_window->findChild<MuteDialog *>();
    mute->findChild<QLineEdit *>(u"muteReason"_s)->setText(u"Both are of one company"_s);
    save(u"mute-dialog"_s, mute);
    mute->accept();
    QTest::qWait(200);
    settleInventory();
    save(u"tenant-finding-muted"_s);
    trigger("placeFindingsAction");
    save(u"tenant-findings-with-muted"_s);
    page->table().selectRow(int(FindingRule::Unused));
    settleInventory();
    save(u"tenant-findings-unused"_s);
    page->table().selectRow(int(FindingRule::DormantFlags));
    settleInventory();
    save(u"tenant-findings-selected"_s);
    trigger("placeChangesAction");
    save(u"tenant-changes-none"_s);
    m_demo.changeToSecondState();
    for (int sweeps = 0; sweeps < 2; ++sweeps) {
        trigger("sweepAction");
        QTest::qWait(500); // what has changed is compared by itself
        save(sweeps == 0 ? u"tenant-changes"_s : u"tenant-changes-same"_s);
        if (sweeps == 0)
            saveChanges();
    }
    m_window->findChild<QAction *>(u"compareAction"_s)->trigger();
    auto *compare = m_window->findChild<CompareDialog *>();
    save(u"compare-dialog"_s, compare);
    compare->reject();
    trigger("keptInventoriesAction");
    auto *kept = m_window->findChild<KeptInventoriesDialog *>();
    save(u"kept-inventories"_s, kept);
    kept->reject();
    trigger("placeLinksAction");
    page->listing().setFilter({});
    settleInventory();
    m_window->findChild<QAction *>(u"exportAction"_s)->trigger();
    auto *dialog = m_window->findChild<InventoryExportDialog *>();
    save(u"tenant-export"_s, dialog);
    dialog->exportTo(m_temporary.filePath(u"links.csv"_s));
    Q_UNUSED(QTest::qWaitFor([dialog] { return !dialog->job()->isRunning(); }))
    save(u"tenant-exported"_s, dialog);
    dialog->close();
    trigger("privacyAction");
    save(u"tenant-privacy"_s);
    trigger("privacyAction");
    m_window->resize(1000, 600);
    QTest::qWait(50);
    save(u"tenant-small"_s);
    trigger("placeOverviewAction");
    save(u"tenant-overview-small"_s);
    trigger("placeLinksAction");
    m_window->resize(m_size);
    m_window->findChild<QAction *>(u"placeOrganizationAction"_s)->trigger();
}

//! What has changed since the sweep before.
void Studio::saveChanges()
{
    auto *tree = m_window->findChild<QTreeView *>(u"changesTree"_s);
    const QAbstractItemModel &model = *tree->model();
    for (int group = 0; group < model.rowCount(); ++group) {
        if (model.rowCount(model.index(group, 0)) > 1) {
            tree->setCurrentIndex(model.index(1, 0, model.index(group, 0)));
            break;
        }
    }
    save(u"tenant-changes-selected"_s);
    trigger("privacyAction");
    save(u"tenant-changes-privacy"_s);
    trigger("privacyAction");
    auto *grouping = m_window->findChild<QComboBox *>(u"changesGroupingField"_s);
    grouping->setCurrentIndex(1);
    Q_EMIT grouping->activated(1);
    QTest::qWait(100);
    save(u"tenant-changes-by-connection"_s);
    m_window->resize(1000, 600);
    QTest::qWait(50);
    save(u"tenant-changes-small"_s);
    m_window->resize(m_size);
}

void Studio::saveFailures()
{
    openUnanswered(u"hang"_s);
    save(u"loading-first"_s);
    open(0);
    m_demo.setFaults({u"error-503"_s});
    trigger("refreshAction");
    save(u"failed-later"_s);
    const auto *banner = m_window->findChild<QWidget *>(u"MessageBanner"_s);
    banner->findChild<QToolButton *>(u"detailsButton"_s)->click();
    banner->findChild<QToolButton *>(u"copyDetailsButton"_s)->click();
    save(u"failed-details"_s);
    m_demo.setFaults({});
    trigger("refreshAction");
    save(u"refreshed"_s);
    open(0, {u"expired-token"_s});
    save(u"failed-first"_s);
    open(0, {u"not-json"_s});
    save(u"not-understood"_s);
    m_window->findChild<QWidget *>(u"StatePage"_s)
        ->findChild<QToolButton *>(u"detailsButton"_s)
        ->click();
    save(u"not-understood-details"_s);
    m_demo.setFaults({});
    m_session.openTenant({*TenantDomain::fromText(m_demo.domain()),
                          *AccessToken::fromText(QString::fromLatin1(m_demo.accessToken()))},
                         {.organizationId = m_demo.organizations().at(0).id});
    settle();
    m_demo.setFaults({u"wrong-scope"_s});
    trigger("refreshAction");
    save(u"refused-later"_s);
    m_session.openOrganization(m_demo.organizations().at(1).id);
    settle();
    save(u"refused-first"_s);
    open(0, {u"error-403-html"_s});
    save(u"web-page"_s);
    open(1);
    trigger("lastPageAction");
    m_demo.setConnectionCount(m_demo.organizations().at(1).id, 60);
    trigger("refreshAction");
    save(u"beyond-end"_s);
    open(1);
    m_demo.setConnectionCount(m_demo.organizations().at(1).id, 61);
    trigger("nextPageAction");
    save(u"list-changed"_s);
    m_demo.setFaults({u"hang"_s});
    m_window->findChild<QAction *>(u"refreshAction"_s)->trigger();
    settleUnanswered();
    save(u"loading-later"_s);
    trigger("cancelAction");
    openUnanswered(u"rate-limit"_s);
    save(u"rate-limit"_s);
    trigger("cancelAction");
    open(0);
}

Profile Studio::makeProfile(const QString &name, TenantKind kind, int organization)
{
    return {.id = name,
            .name = name,
            .kind = kind,
            .domain = m_demo.domain(),
            .organizationId = m_demo.organizations().value(organization).id};
}

void Studio::saveStages()
{
    m_settings.setProfiles({makeProfile(u"acme-prod"_s, TenantKind::Production, 0),
                            makeProfile(u"acme-staging"_s, TenantKind::Staging, 1),
                            makeProfile(u"acme-dev"_s, TenantKind::Development, -1)});
    const QList<Profile> profiles = m_settings.profiles();
    m_demo.setFaults({});
    const auto token = [this](std::chrono::seconds lifetime) {
        return *AccessToken::fromText(QString::fromLatin1(
            m_demo.makeToken({.lifetime = lifetime,
                              .scope = u"read:organization_connections read:organizations "
                                       "delete:users"_s})));
    };
    m_settings.clearRecentOrganizations(m_demo.domain()); // the latest would be opened
    m_session.openProfile(profiles.at(2), token(std::chrono::minutes(7)));
    save(u"no-organization"_s);
    m_session.openProfile(profiles.at(0));
    settle();
    save(u"no-token"_s);
    m_session.replaceToken(token(std::chrono::hours(21)));
    settle();
    save(u"production"_s);
    m_session.openProfile(profiles.at(2), token(std::chrono::minutes(7)));
    trigger("organizationAction");
    QTest::qWait(300);
    save(u"organizations"_s, m_window->findChild<OrganizationChooser *>());
    m_window->findChild<OrganizationChooser *>()->hide();
    m_session.openOrganization(m_demo.organizations().at(1).id);
    settle();
    save(u"token-ends-soon"_s);
    m_demo.setFaults({u"no-endpoint"_s});
    trigger("refreshAction");
    save(u"no-endpoint"_s);
    m_session.useEndpoint(ConnectionEndpoint::EnabledConnections);
    settle();
    save(u"older-list"_s);
    m_demo.setFaults({});
    m_session.openProfile(profiles.at(0), token(std::chrono::hours(21)));
    settle();
    auto *menu = m_window->findChild<QMenu *>(u"tenantMenu"_s);
    menu->popup(QPoint(40, 40));
    save(u"tenant-menu"_s, menu);
    menu->hide();
    trigger("tokenAction");
    auto *dialog = m_window->findChild<TokenDialog *>();
    dialog->findChild<QLineEdit *>(u"tokenField"_s)
        ->setText(QString::fromLatin1(m_demo.makeToken(
            {.lifetime = std::chrono::hours(-2), .scope = u"read:users update:users"_s})));
    save(u"token-dialog"_s, dialog);
    dialog->reject();
    QTest::qWait(20);
}

} // namespace Vestibule
