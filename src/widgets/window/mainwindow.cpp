// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/mainwindow.h"

#include "models/connectionfiltermodel.h"
#include "models/displaytext.h"
#include "models/organizationtext.h"
#include "session/autorefresh.h"
#include "session/errortext.h"
#include "session/inventorybrowser.h"
#include "session/inventorytext.h"
#include "session/networkcontroller.h"
#include "session/tenantinventory.h"
#include "session/tenanttext.h"
#include "widgets/controls/detailsplitter.h"
#include "widgets/controls/passingnote.h"
#include "widgets/controls/sidelist.h"
#include "widgets/controls/symbolicon.h"
#include "widgets/detail/connectiondetailpane.h"
#include "widgets/export/exportwindow.h"
#include "widgets/settings/tokendialog.h"
#include "widgets/table/columnmenu.h"
#include "widgets/table/connectiontableview.h"
#include "widgets/table/copymenu.h"
#include "widgets/table/filterbar.h"
#include "widgets/table/pagerbar.h"
#include "widgets/table/sortmenu.h"
#include "widgets/table/tablepane.h"
#include "widgets/tenant/inventorytableview.h"
#include "widgets/tenant/tenantpage.h"
#include "widgets/window/browsermessages.h"
#include "widgets/window/commandpalette.h"
#include "widgets/window/comparedviewchooser.h"
#include "widgets/window/exportstatus.h"
#include "widgets/window/menubarfocus.h"
#include "widgets/window/organizationchooser.h"
#include "widgets/window/organizationdetails.h"
#include "widgets/window/organizationfacets.h"
#include "widgets/window/organizationreportsaver.h"
#include "widgets/window/quitquestion.h"
#include "widgets/window/recentmenu.h"
#include "widgets/window/recentorganizationsmenu.h"
#include "widgets/window/refreshmenu.h"
#include "widgets/window/savedviewbar.h"
#include "widgets/window/savedviewchooser.h"
#include "widgets/window/sessionstatus.h"
#include "widgets/window/shortcutpriority.h"
#include "widgets/window/sourcebar.h"
#include "widgets/window/webconsole.h"
#include "widgets/window/welcomepage.h"
#include "widgets/window/wholetenant.h"
#include "widgets/window/windowdialogs.h"
#include "widgets/window/windowlayout.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCloseEvent>
#include <QDebug>
#include <QFileInfo>
#include <QHeaderView>
#include <QMenuBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Vestibule {

MainWindow::MainWindow(const Sources &sources)
    : m_session(sources.session)
    , m_network(sources.network)
    , m_sweeps(sources.sweeps)
    , m_history(sources.session)
    , m_actions(m_session.browser(), m_history, this)
    , m_stack(new QStackedWidget(this))
    , m_welcome(new WelcomePage(this))
    , m_filterBar(new FilterBar({.all = m_actions.showAll,
                                 .enabled = m_actions.showEnabled,
                                 .disabled = m_actions.showDisabled},
                                this))
    , m_sourceBar(new SourceBar({.subject = m_session.subject(),
                                 .settings = m_session.settings(),
                                 .privacy = m_session.privacy(),
                                 .actions = m_actions},
                                *m_filterBar, this))
    , m_sideList(new SideList(this))
    , m_pages(new QStackedWidget(this))
    , m_savedViewBar(new SavedViewBar({.subject = m_session.subject(),
                                       .settings = m_session.settings(),
                                       .privacy = m_session.privacy()},
                                      this))
    , m_tablePane(new TablePane({.browser = m_session.browser(),
                                 .subject = m_session.subject(),
                                 .privacy = m_session.privacy()},
                                this))
    , m_pager(new PagerBar({.first = m_actions.firstPage,
                            .previous = m_actions.previousPage,
                            .next = m_actions.nextPage,
                            .last = m_actions.lastPage},
                           this))
    , m_details(new ConnectionDetailPane(this))
    , m_autoRefresh(
          new AutoRefresh(m_session.settings(), m_session.subject(), m_session.browser(), this))
    , m_status(new SessionStatus({.subject = m_session.subject(),
                                  .token = m_session.tokenWatch(),
                                  .privacy = m_session.privacy(),
                                  .browser = m_session.browser(),
                                  .refresh = *m_autoRefresh},
                                 this))
    , m_note(new PassingNote(this))
    , m_sweepStatus(new QToolButton(this))
    , m_exportStatus(new ExportStatus(sources.exports, m_session.privacy(), this))
    , m_copyMenu(new CopyMenu(m_tablePane->table(), this))
    , m_splitter(new DetailSplitter(this))
    , m_sideSplitter(new LineSplitter(this))
    , m_messages(new BrowserMessages({.subject = m_session.subject(),
                                      .browser = m_session.browser(),
                                      .token = m_session.tokenWatch(),
                                      .privacy = m_session.privacy(),
                                      .pane = *m_tablePane},
                                     this))
    , m_organizations(new OrganizationChooser({.subject = m_session.subject(),
                                               .directory = m_session.directory(),
                                               .privacy = m_session.privacy(),
                                               .field = m_sourceBar->organizationField()},
                                              this))
    , m_reportSaver(new OrganizationReportSaver(m_session, *this))
    , m_dialogs(new WindowDialogs({.session = m_session,
                                   .network = m_network,
                                   .exports = sources.exports,
                                   .table = m_tablePane->table()},
                                  this))
    , m_savedViews(new SavedViewChooser(m_session.savedViews(), m_session.settings(),
                                        m_session.privacy(), *this))
    , m_comparedViews(new ComparedViewChooser(m_session, *this))
    , m_wholeTenant(new WholeTenant({.session = m_session,
                                     .sweeps = sources.sweeps,
                                     .actions = m_actions,
                                     .sideList = *m_sideList,
                                     .pages = *m_pages},
                                    this))
    , m_facets(new OrganizationFacets({.browser = m_session.browser(),
                                       .rows = m_tablePane->table().filterModel(),
                                       .actions = m_actions},
                                      this))
    , m_organizationDetails(new OrganizationDetails({.session = m_session,
                                                     .pane = *m_details,
                                                     .table = *m_tablePane,
                                                     .facets = *m_facets,
                                                     .actions = m_actions},
                                                    this))
    , m_recentFiles(new RecentMenu(m_session.settings(), m_session.privacy(), this))
    , m_recentOrganizations(new RecentOrganizationsMenu(m_session, m_history, this))
    , m_webConsole(new WebConsole({.session = m_session,
                                   .actions = m_actions,
                                   .table = m_tablePane->table(),
                                   .openLink = sources.openLink},
                                  this))
    , m_palette(new CommandPalette({.session = m_session,
                                    .history = m_history,
                                    .menus = *menuBar(),
                                    .opener = *m_actions.palette},
                                   this))
    , m_refreshMenu(new RefreshMenu(*m_autoRefresh, this))
    , m_sorting(new SortMenu([this] { return tableOnScreen(); }, this))
    , m_columns(new ColumnMenu(m_tablePane->table(), *m_actions.columnFilters, this))
    , m_listColumns(new QMenu(m_columns->title(), this))
    , m_layout(new WindowLayout(m_session.settings(), m_session.subject(),
                                {.window = *this,
                                 .splitter = *m_splitter,
                                 .sideSplitter = *m_sideSplitter,
                                 .table = m_tablePane->table(),
                                 .detailPane = *m_actions.detailPane,
                                 .sideList = *m_actions.sideList},
                                this))
    , m_quitQuestion(new QuitQuestion(sources.exports, sources.sweeps, *this))
{
    connect(&sources.exports, &ExportManager::quitRequested, m_actions.quit, &QAction::trigger);
    setObjectName(u"mainWindow"_s);
    layOut();
    connectActions();
    connectPanes();
    connectMessages();
    m_layout->start();
    showPrivacy();
    showSession();
    showPage();
    m_facets->update(); // the rows of an open session were there before
    if (m_session.settings().hasFailed())
        showUnsavedSettings();
}

//! A field that loses the focus during destruction would report its text to the half-destroyed
//! window.
MainWindow::~MainWindow()
{
    for (QWidget *pane : QWidgetList{m_sourceBar, m_filterBar, m_tablePane, m_pager})
        pane->disconnect();
}

void MainWindow::layOut()
{
    m_actions.addMenus(*menuBar(),
                       {.recentFiles = *m_recentFiles,
                        .refreshing = *m_refreshMenu,
                        .sorting = *m_sorting,
                        .columns = *m_columns,
                        .listColumns = *m_listColumns,
                        .recentOrganizations = *m_recentOrganizations,
                        .copy = m_copyMenu->plain(),
                        .copyAs = m_copyMenu->others()});
    m_splitter->setObjectName(u"detailSplitter"_s);
    m_splitter->setPanes(*m_tablePane, *m_pager, *m_details);

    auto *organization = new QWidget(this);
    auto *organizationLayout = new QVBoxLayout(organization);
    organizationLayout->setContentsMargins(0, 0, 0, 0);
    organizationLayout->setSpacing(0);
    organizationLayout->addWidget(m_savedViewBar);
    organizationLayout->addWidget(m_splitter, 1);
    m_pages->addWidget(organization);
    m_sideSplitter->setObjectName(u"sideSplitter"_s);
    m_sideSplitter->addWidget(m_sideList);
    m_sideSplitter->addWidget(m_pages);
    m_sideSplitter->setStretchFactor(0, 0);
    m_sideSplitter->setStretchFactor(1, 1);
    m_sideSplitter->setCollapsible(1, false);

    auto *browsing = new QWidget(this);
    auto *layout = new QVBoxLayout(browsing);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_sourceBar);
    layout->addWidget(m_sideSplitter, 1);
    m_stack->addWidget(m_welcome);
    m_stack->addWidget(browsing);
    setCentralWidget(m_stack);
    statusBar()->addWidget(m_status);
    statusBar()->addWidget(m_note, 1);
    m_sweepStatus->setObjectName(u"sweepStatus"_s);
    m_sweepStatus->setAutoRaise(true);
    m_sweepStatus->setIcon(symbolIcon(u"sweep"_s));
    m_sweepStatus->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_sweepStatus->setFocusPolicy(Qt::StrongFocus);
    constexpr int LeastStatus = 16; // in characters; in a narrow window the text is shortened
    m_sweepStatus->setMinimumWidth(m_sweepStatus->sizeHint().width()
                                   + LeastStatus * m_sweepStatus->fontMetrics().averageCharWidth());
    statusBar()->addPermanentWidget(m_sweepStatus);
    m_sweepStatus->hide();
    const bool isExportShown = !m_exportStatus->isHidden();
    statusBar()->addPermanentWidget(m_exportStatus);
    m_exportStatus->setVisible(isExportShown); // the status bar shows what it gets
}

void MainWindow::connectActions()
{
    connect(m_actions.settings, &QAction::triggered, m_dialogs, &WindowDialogs::openSettings);
    connect(m_actions.connectTenant, &QAction::triggered, m_dialogs, &WindowDialogs::openConnect);
    connect(m_actions.token, &QAction::triggered, m_dialogs, &WindowDialogs::openToken);
    connect(m_actions.exportRows, &QAction::triggered, this, [this] {
        if (m_wholeTenant->isOrganizationShown())
            m_dialogs->openExport();
        else if (m_wholeTenant->place() == Place::Changes)
            m_wholeTenant->exportChanges();
        else
            m_dialogs->openInventoryExport(m_wholeTenant->page()->list());
    });
    connect(m_actions.about, &QAction::triggered, m_dialogs, &WindowDialogs::openAbout);
    connect(m_actions.keys, &QAction::triggered, this,
            [this] { m_dialogs->openKeys(menuActions(*menuBar())); });
    connect(m_actions.accessGuide, &QAction::triggered, m_dialogs, &WindowDialogs::openAccessGuide);
    m_actions.selectAll->setShortcutContext(
        Qt::WidgetShortcut); // so that text fields select their own text
    m_tablePane->table().addAction(m_actions.selectAll);
    connect(m_actions.selectAll, &QAction::triggered, this, &MainWindow::selectAll);
    QList<QAction *> inMenus;
    for (const MenuAction &entry : menuActions(*menuBar()))
        inMenus.append(entry.action);
    new ShortcutPriority(*this, inMenus);
    new MenuBarFocus(*menuBar());
    connect(m_actions.tenant, &QAction::triggered, m_sourceBar, &SourceBar::openTenantMenu);
    connect(m_actions.demo, &QAction::triggered, this,
            [this] { openDemo({.size = m_session.settings().rowsPerPage()}); });
    connect(m_actions.open, &QAction::triggered, m_savedViews, &SavedViewChooser::chooseFile);
    connect(m_actions.closeFile, &QAction::triggered, this, &MainWindow::closeFile);
    connect(m_actions.compareView, &QAction::triggered, m_comparedViews,
            &ComparedViewChooser::chooseFile);
    connect(m_actions.saveInventory, &QAction::triggered, &m_wholeTenant->saver(),
            &InventorySaver::saveInventory);
    connect(m_actions.report, &QAction::triggered, this, [this] {
        if (m_wholeTenant->isOrganizationShown())
            m_reportSaver->save();
        else
            m_wholeTenant->saver().saveReport();
    });
    connect(m_actions.sweep, &QAction::triggered, m_wholeTenant, &WholeTenant::startSweep);
    connect(m_actions.privacy, &QAction::toggled, &m_session.privacy(), &PrivacyMode::setOn);
    connect(m_actions.back, &QAction::triggered, this, [this] {
        if (!m_wholeTenant->goBack())
            m_history.back();
    });
    connect(m_actions.newWindow, &QAction::triggered, this, &MainWindow::newWindowRequested);
    connect(m_actions.closeWindow, &QAction::triggered, this, &QWidget::close);
    connect(m_actions.quit, &QAction::triggered, this, &MainWindow::quitRequested);
    connect(m_actions.find, &QAction::triggered, this, [this] {
        if (m_wholeTenant->isOrganizationShown())
            m_filterBar->focusFind();
        else
            m_wholeTenant->page()->focusFind();
    });
    m_listColumns->setObjectName(u"listColumnMenu"_s);
    connect(m_listColumns, &QMenu::aboutToShow, this, [this] {
        m_listColumns->clear();
        if (m_wholeTenant->isListShown())
            m_wholeTenant->page()->table().addColumns(*m_listColumns);
    });
    connect(m_sorting, &SortMenu::orderChosen, this, &MainWindow::sortRows);
    connect(m_actions.goToPage, &QAction::triggered, m_pager, &PagerBar::focusPageField);
    connect(m_actions.detailPane, &QAction::toggled, this,
            [this](bool isShown) { showPart(*m_details, isShown); });
    connect(m_actions.pageOverview, &QAction::triggered, m_organizationDetails,
            &OrganizationDetails::showOverview);
    connect(m_actions.columnFilters, &QAction::toggled, &m_tablePane->table(),
            &ConnectionTableView::setColumnFiltersShown);
    connect(m_actions.sideList, &QAction::toggled, this,
            [this](bool isShown) { showPart(*m_sideList, isShown); });
    connect(m_actions.palette, &QAction::triggered, m_palette, &CommandPalette::open);
    connect(m_actions.organization, &QAction::triggered, this, &MainWindow::chooseOrganization);
    connect(m_actions.copyId, &QAction::triggered, m_details, &ConnectionDetailPane::copyId);
    connect(m_copyMenu, &CopyMenu::otherRowsRequested, this,
            [this] { m_wholeTenant->page()->copyRows(); });
    connect(m_copyMenu, &CopyMenu::otherCellRequested, this,
            [this] { m_wholeTenant->page()->copyCell(); });
}

void MainWindow::connectPanes()
{
    ConnectionBrowser *browser = &m_session.browser();
    ConnectionTableView *table = &m_tablePane->table();
    connect(&m_session, &TenantSession::changed, this, &MainWindow::showSession);
    connect(&m_session.directory(), &OrganizationDirectory::nameFound, this,
            &MainWindow::showNames);
    connect(&m_session.privacy(), &PrivacyMode::changed, this, &MainWindow::showPrivacy);
    // Not to the session itself, which may have another window later.
    connect(&m_network, &NetworkController::ready, this, [this] { m_session.reconnect(); });
    connect(browser, &ConnectionBrowser::stateChanged, this, &MainWindow::showState);
    connect(browser, &ConnectionBrowser::pageChanged, this, &MainWindow::showPage);
    connect(m_welcome, &WelcomePage::connectRequested, m_dialogs, &WindowDialogs::openConnect);
    connect(m_welcome, &WelcomePage::demoRequested, m_actions.demo, &QAction::trigger);
    connect(m_sourceBar, &SourceBar::profileChosen, this, &MainWindow::openProfile);
    connect(m_sourceBar, &SourceBar::organizationsRequested, this, &MainWindow::chooseOrganization);
    connect(m_organizations, &OrganizationChooser::closed, &m_session.directory(),
            &OrganizationDirectory::pause);
    connect(m_organizations, &OrganizationChooser::organizationChosen, this,
            &MainWindow::openOrganization);
    connect(m_recentOrganizations, &RecentOrganizationsMenu::organizationChosen, this,
            &MainWindow::openOrganization);
    connect(m_palette, &CommandPalette::organizationChosen, this, &MainWindow::openOrganization);
    connect(m_palette, &CommandPalette::profileChosen, this, &MainWindow::openProfile);
    connect(m_savedViewBar, &SavedViewBar::liveRequested, this, &MainWindow::openProfile);
    connect(m_savedViewBar, &SavedViewBar::closeRequested, this, &MainWindow::closeFile);
    connect(m_savedViews, &SavedViewChooser::failed, this, &MainWindow::showProblem);
    connect(m_savedViews, &SavedViewChooser::fileChosen, this, &MainWindow::openFile);
    connect(m_recentFiles, &RecentMenu::fileChosen, this, &MainWindow::openFile);
    const auto remember = [this](const QString &path) {
        m_session.settings().addRecentFile(QFileInfo(path).absoluteFilePath());
    };
    connect(&m_session.savedViews(), &SavedViewOpener::opened, this, [this, remember] {
        remember(m_session.savedViews().path());
        if (!m_wholeTenant->isOrganizationShown()) // where it would not be seen
            m_wholeTenant->show(Place::Organization);
    });
    connect(m_wholeTenant, &WholeTenant::fileOpened, this, remember);
    connect(&m_session.savedViews(), &SavedViewOpener::inventoryFound, m_wholeTenant,
            &WholeTenant::openFile);
    connect(m_wholeTenant, &WholeTenant::placeChanged, this, &MainWindow::showPlace);
    connect(m_wholeTenant, &WholeTenant::changed, this, &MainWindow::showState);
    connect(m_wholeTenant, &WholeTenant::organizationEntryChosen, m_facets,
            &OrganizationFacets::choose);
    connect(m_facets, &OrganizationFacets::changed, this,
            [this] { m_wholeTenant->setOrganizationEntries(m_facets->entries()); });
    connect(m_facets, &OrganizationFacets::filterChanged, this,
            [this] { m_tablePane->setFindText(m_tablePane->table().filterModel().findText()); });
    connect(m_wholeTenant, &WholeTenant::failed, this, &MainWindow::showProblem);
    connect(m_wholeTenant, &WholeTenant::saved, m_messages, &BrowserMessages::tellSaved);
    connect(m_comparedViews, &ComparedViewChooser::failed, this, &MainWindow::showProblem);
    connect(m_wholeTenant, &WholeTenant::tokenRequested, m_dialogs, &WindowDialogs::openToken);
    connect(m_wholeTenant, &WholeTenant::liveRequested, this, &MainWindow::showLive);
    connect(m_reportSaver, &OrganizationReportSaver::failed, this, &MainWindow::showProblem);
    connect(m_reportSaver, &OrganizationReportSaver::saved, m_messages,
            &BrowserMessages::tellSaved);
    connect(m_filterBar, &FilterBar::findTextChanged, m_tablePane, &TablePane::setFindText);
    connect(m_filterBar, &FilterBar::findLeft, m_tablePane, &TablePane::focusContent);
    connect(m_tablePane, &TablePane::findScopeChanged, this, [this](FilterBar::Scope scope) {
        m_filterBar->showScope(scope);
        m_autoRefresh->setHeld(scope == FilterBar::Scope::AllPages);
        // There is no page to turn while the rows of all pages are shown.
        m_pager->setHidden(scope == FilterBar::Scope::AllPages);
    });
    connect(m_tablePane, &TablePane::clearFindRequested, m_filterBar, &FilterBar::clearFind);
    connect(m_tablePane, &TablePane::clearFindRequested, m_facets, &OrganizationFacets::clear);
    connect(m_tablePane, &TablePane::showAllRequested, m_actions.showAll, &QAction::trigger);
    connect(m_tablePane, &TablePane::selectionLost, m_messages,
            &BrowserMessages::showLostSelection);
    connect(table, &ConnectionTableView::connectionsSelected, this, &MainWindow::showSelection);
    connect(table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this,
            &MainWindow::showState);
    connect(m_pager, &PagerBar::left, m_tablePane, &TablePane::focusContent);
    connect(m_pager, &PagerBar::pageRequested, browser, &ConnectionBrowser::goToPage);
    connect(m_pager, &PagerBar::rowsPerPageRequested, &m_session, &TenantSession::setPageSize);
    connect(m_sweepStatus, &QToolButton::clicked, m_actions.placeOrganizations, &QAction::trigger);
    connect(m_status, &SessionStatus::tokenRequested, m_actions.token, &QAction::trigger);
    connect(m_status, &SessionStatus::privacyEndRequested, m_actions.privacy, &QAction::trigger);
    connect(m_status, &SessionStatus::connectionsEndpointRequested, this,
            [this] { m_session.useEndpoint(ConnectionEndpoint::Connections); });
    connect(m_dialogs, &WindowDialogs::quitRequested, m_actions.quit, &QAction::trigger);
    connect(m_comparedViews, &ComparedViewChooser::quitRequested, m_actions.quit,
            &QAction::trigger);
    connect(m_dialogs, &WindowDialogs::languageChanged, this, &MainWindow::languageChanged);
    connect(m_dialogs, &WindowDialogs::layoutResetRequested, m_layout, &WindowLayout::reset);
    connect(m_dialogs, &WindowDialogs::sweepRequested, m_actions.sweep, &QAction::trigger);
    connect(m_dialogs, &WindowDialogs::organizationsRequested, this,
            &MainWindow::showOrganizations);
}

void MainWindow::connectMessages()
{
    using Loss = BrowserMessages::Loss;
    connect(m_messages, &BrowserMessages::refreshed, this, &MainWindow::showRefresh);
    connect(m_messages, &BrowserMessages::tenantSettingsRequested, m_dialogs,
            &WindowDialogs::openSettings);
    connect(m_messages, &BrowserMessages::networkSettingsRequested, m_dialogs,
            &WindowDialogs::openNetworkSettings);
    connect(m_messages, &BrowserMessages::tokenRequested, m_dialogs, &WindowDialogs::openToken);
    connect(m_messages, &BrowserMessages::renewalRequested, &m_session, &TenantSession::renewToken);
    connect(m_messages, &BrowserMessages::organizationsRequested, this,
            &MainWindow::chooseOrganization);
    connect(m_messages, &BrowserMessages::olderListRequested, this,
            [this] { m_session.useEndpoint(ConnectionEndpoint::EnabledConnections); });
    connect(&m_session.profileStore(), &ProfileStore::failed, this,
            [this](const SecretError &error) { showLoss(Loss::Token, secretErrorText(error)); });
    connect(&m_session.secrets(), &FallbackSecretStore::stateChanged, this, [this] {
        if (!m_session.secrets().isPersistent())
            return;
        const QString before = m_messages->losses();
        m_messages->endLoss(Loss::Token); // the keyring gets what it did not take
        if (m_messages->losses() != before)
            m_welcome->showProblem(m_messages->losses());
    });
    connect(&m_session.settings(), &Settings::saveFailed, this, &MainWindow::showUnsavedSettings);
    connect(&m_session.settings(), &Settings::saveRecovered, this, [this] {
        m_messages->endLoss(Loss::Settings);
        m_welcome->showProblem(m_messages->losses());
    });
    connect(&m_network, &NetworkController::failed, this,
            [this] { showLoss(Loss::ProxyPassword, proxyPasswordErrorText()); });
    connect(&m_network, &NetworkController::ready, this, [this] {
        if (const auto problem = m_network.certificateProblem())
            m_messages->warn(problemText(*problem));
    });
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_quitQuestion->mayClose())
        return event->ignore();
    saveOrWarn();
    QMainWindow::closeEvent(event);
    if (event->isAccepted())
        Q_EMIT closed();
}

void MainWindow::setLast(bool isLast)
{
    m_quitQuestion->setLast(isLast);
}

void MainWindow::hideForReplacement()
{
    saveOrWarn();
    hide();
}

//! The last write of this window, after which no message is seen any more.
void MainWindow::saveOrWarn()
{
    m_layout->save();
    Settings &settings = m_session.settings();
    const bool wasKnown = settings.hasFailed();
    if (!settings.save() && !wasKnown)
        qWarning().noquote() << unsavedSettingsText(settings.fileName());
}

void MainWindow::openDemo(const PageRequest &first)
{
    if (!m_session.openDemo(first))
        showProblem(tr("The demo tenant could not be started on this computer."));
}

void MainWindow::openProfile(const Profile &profile)
{
    m_session.openProfile(profile);
}

void MainWindow::openFile(const QString &path)
{
    m_savedViews->open(path);
}

//! Closes the file on screen, and shows what was there before.
void MainWindow::closeFile()
{
    if (!m_wholeTenant->isOrganizationShown() && m_wholeTenant->isFileOpen())
        m_wholeTenant->closeFile();
    else
        m_session.closeSavedView();
}

void MainWindow::chooseOrganization()
{
    m_session.readOrganizations();
    m_organizations->open();
}

void MainWindow::openOrganization(const QString &id)
{
    if (id != m_session.browser().request().organizationId)
        m_session.openOrganization(id);
    if (!m_wholeTenant->isOrganizationShown())
        m_wholeTenant->show(Place::Organization);
    m_isOrganizationChosen = true;
    showState();
}

//! The rows of the place that is shown.
void MainWindow::selectAll()
{
    for (auto *view : m_pages->currentWidget()->findChildren<QAbstractItemView *>()) {
        if (view->isVisible() && view->selectionMode() == QAbstractItemView::ExtendedSelection)
            return view->selectAll();
    }
}

const QTableView *MainWindow::tableOnScreen() const
{
    if (m_wholeTenant->isListShown())
        return &m_wholeTenant->page()->table();
    const auto &page = m_session.browser().page();
    const bool hasRows = page && !page->items.isEmpty();
    return m_wholeTenant->isOrganizationShown() && hasRows ? &m_tablePane->table() : nullptr;
}

void MainWindow::sortRows(int section, Qt::SortOrder order)
{
    if (m_wholeTenant->isListShown())
        m_wholeTenant->page()->table().setOrder(section, order);
    else
        m_tablePane->table().sortByColumn(section, order);
}

//! Of a tenant that was just connected; one of them may be on screen already.
void MainWindow::showOrganizations()
{
    m_wholeTenant->show(Place::Organization);
    if (m_session.stage() == TenantSession::Stage::NeedsOrganization)
        chooseOrganization();
}

//! Shows the sentence where the user looks: over the lists of the tenant, or on the welcome page
//! and above the table, of which only one is visible.
void MainWindow::showProblem(const QString &sentence)
{
    if (!m_wholeTenant->isOrganizationShown())
        return m_wholeTenant->showProblem(sentence);
    m_welcome->showProblem(sentence);
    m_messages->warn(sentence);
}

void MainWindow::showLoss(BrowserMessages::Loss loss, const QString &sentence)
{
    m_messages->showLoss(loss, sentence);
    if (!m_wholeTenant->isOrganizationShown())
        m_wholeTenant->showProblem(sentence);
    m_welcome->showProblem(m_messages->losses());
}

//! What a person has asked for is said in passing; what has changed by itself stays until they have
//! seen it.
void MainWindow::showRefresh(const RefreshNote &note)
{
    if (!m_autoRefresh->isLatestReading())
        return m_note->say(note.sentence, PassingNote::LongTime);
    if (!note.hasChanges)
        return;
    m_messages->inform(note.sentence);
    QApplication::alert(this);
}

void MainWindow::showUnsavedSettings()
{
    showLoss(BrowserMessages::Loss::Settings, unsavedSettingsText(m_session.settings().fileName()));
}

//! What replaces the table while the session cannot browse yet.
std::optional<StatePage::Content> MainWindow::stageNotice()
{
    switch (m_session.stage()) {
    case TenantSession::Stage::Nothing:
    case TenantSession::Stage::Browsing:
        return {};
    case TenantSession::Stage::ReadingToken:
        return StatePage::Content{.iconName = u"wait"_s,
                                  .text = tr("Checking the keyring…"),
                                  .actionText = tr("Cancel"),
                                  .action = [this] { m_session.cancelReadingToken(); }};
    case TenantSession::Stage::NeedsToken:
        return tokenNotice();
    case TenantSession::Stage::NeedsOrganization:
        return StatePage::Content{.iconName = u"organization"_s,
                                  .text = tr("Choose an organization by name or ID."),
                                  .actionText = tr("Choose an organization…"),
                                  .action = [this] { chooseOrganization(); }};
    }
    Q_UNREACHABLE();
}

StatePage::Content MainWindow::tokenNotice()
{
    const QString name = tenantName(m_session.subject(), m_session.privacy());
    if (!canEnterToken(m_session.subject())) {
        return {.iconName = u"tenant"_s,
                .text = tr("The domain of %1 cannot be used.").arg(name),
                .actionText = tr("Settings…"),
                .action = [this] { m_dialogs->openSettings(); }};
    }
    const auto &error = m_session.secretError();
    if (error && error->mayPass()) {
        return {.iconName = u"token"_s,
                .text = secretErrorText(*error),
                .actionText = tr("Retry"),
                .action = [this] { m_session.readSecret(); }};
    }
    const bool isApplication = isReadByApplication(m_session);
    const QString missing = isApplication ? tr("No client secret is saved for %1.").arg(name)
                                          : tr("No token is saved for %1.").arg(name);
    return {.iconName = u"token"_s,
            .text = error ? secretErrorText(*error) : missing,
            .actionText = isApplication ? tr("Enter the client secret…") : tr("Enter a token…"),
            .action = [this] { m_dialogs->openToken(); }};
}

void MainWindow::showSession()
{
    m_isNewListing = true;
    m_tablePane->table().beginListing();
    m_welcome->showProblem({}); // it was about the previous subject
    m_tablePane->clearFilters();
    m_facets->clear();
    m_filterBar->showFilterHint(m_session.filterProblem());
    m_savedViewBar->showSubject();
    m_layout->showSubject();
    m_wholeTenant->updateSubject();
    showNames();
    showState();
    if (!hasFocusInContent())
        focusContent();
}

void MainWindow::showPlace()
{
    orderStatusBar();
    m_sourceBar->setOrganizationShown(m_wholeTenant->isOrganizationShown());
    showTitle();
    showState();
    focusContent();
}

//! Tab comes to it last, also when the page of the whole tenant is made after it.
void MainWindow::orderStatusBar()
{
    const auto takesTab = [](const QWidget *widget) {
        return (widget->focusPolicy() & Qt::TabFocus) != 0;
    };
    QWidgetList parts;
    for (QWidget *each = nextInFocusChain(); each != this; each = each->nextInFocusChain()) {
        if (takesTab(each) && statusBar()->isAncestorOf(each))
            parts.append(each);
    }
    for (QWidget *part : std::as_const(parts)) {
        QWidget *last = previousInFocusChain();
        while (last != part && !takesTab(last))
            last = last->previousInFocusChain();
        if (last != part)
            setTabOrder(last, part);
    }
}

//! The keyboard goes to the rows, or to the one thing to do while there are none.
void MainWindow::focusContent()
{
    if (m_stack->currentWidget() == m_welcome)
        return;
    if (m_wholeTenant->isOrganizationShown())
        m_tablePane->focusContent();
    else
        m_wholeTenant->page()->focusContent();
}

//! The keyboard does not stay in a part that is hidden.
void MainWindow::showPart(QWidget &part, bool isShown)
{
    const QWidget *focus = focusWidget();
    const bool hadFocus = focus && (focus == &part || part.isAncestorOf(focus));
    part.setVisible(isShown);
    if (hadFocus && !isShown)
        focusContent();
}

//! False in the header, where another organization was chosen, and in the status bar, where Qt
//! moves the focus when the button in place of the rows goes. The Find field counts as content.
bool MainWindow::hasFocusInContent() const
{
    const QWidget *focus = focusWidget();
    return focus && focus->isVisible() && !statusBar()->isAncestorOf(focus)
        && (!m_sourceBar->isAncestorOf(focus) || m_filterBar->isAncestorOf(focus));
}

//! Opens an organization of the inventory in its tenant, which may not be the one that is open.
void MainWindow::showLive(const Organization &organization)
{
    const QString tenant = m_session.inventory().summary().tenant;
    if (tenant == inventoryTenantOf(m_session.subject())) {
        m_session.openOrganization(organization.id);
    } else if (tenant == inventoryTenantOf(DemoSubject())) {
        openDemo({.organizationId = organization.id, .size = m_session.settings().rowsPerPage()});
    } else {
        const QList<Profile> profiles = m_session.settings().profiles();
        const auto profile = std::ranges::find_if(profiles, [&tenant](const Profile &each) {
            const auto domain = TenantDomain::fromText(each.domain);
            return domain && domain->text() == tenant;
        });
        if (profile == profiles.end())
            return showProblem(tr("Connect %1 to view its organizations.")
                                   .arg(inventoryTenantText(tenant, m_session.privacy())));
        Profile opened = *profile;
        opened.organizationId = organization.id;
        m_session.openProfile(opened);
    }
    m_wholeTenant->show(Place::Organization);
}

//! Updates everything that names the tenant or the organization.
void MainWindow::showNames()
{
    const SavedViewPtr view = savedViewOf(m_session.subject());
    m_tablePane->setNotice(stageNotice());
    m_tablePane->setPartial(view && view->isPart());
    m_pager->setPartial(view && view->isPart());
    showOrganization(m_session.organizationId());
    showTitle();
}

//! Says the same as the header: an organization is only named in its own place.
void MainWindow::showTitle()
{
    const bool isOrganizationShown = m_wholeTenant->isOrganizationShown();
    const QString id = isOrganizationShown ? m_session.organizationId() : QString();
    const QString title = windowTitleText(
        m_session.subject(), m_session.directory().organization(id), m_session.privacy());
    setWindowTitle(isOrganizationShown ? title : SourceBar::tr("Whole tenant") + u" – "_s + title);
}

void MainWindow::showOrganization(const QString &id)
{
    const Organization organization = m_session.directory().organization(id);
    m_sourceBar->showSubject(organization);
    m_tablePane->setOrganizationTitle(
        organizationTitle(m_session.privacy().organization(organization)));
    m_organizationDetails->updatePage();
}

void MainWindow::showPrivacy()
{
    m_actions.privacy->setChecked(m_session.privacy().isOn());
    m_organizationDetails->updatePrivacy();
    m_wholeTenant->updatePrivacy();
    showNames();
    showSelection();
}

void MainWindow::showState()
{
    const ConnectionBrowser &browser = m_session.browser();
    const bool isLoading = browser.state() == ConnectionBrowser::State::Loading;
    const bool isOrganizationShown = m_wholeTenant->isOrganizationShown();
    const bool isWelcome =
        m_session.stage() == TenantSession::Stage::Nothing && isOrganizationShown;
    m_stack->setCurrentIndex(isWelcome ? 0 : 1);
    m_pager->updateFrom(browser);
    m_actions.update({.subject = m_session.subject(),
                      .browser = browser,
                      .inventory = m_session.inventory(),
                      .sweep = m_wholeTenant->sweep(),
                      .isInventoryOfFile = m_wholeTenant->isFileOpen(),
                      .hasToken = m_session.access().isComplete(),
                      .isReadByApplication = isReadByApplication(m_session),
                      .canReturn = m_wholeTenant->canGoBack(),
                      .isOrganizationShown = isOrganizationShown,
                      .areRowsShown = m_wholeTenant->areRowsShown(),
                      .canFilter = m_session.filterProblem().isEmpty()});
    m_columns->menuAction()->setEnabled(browser.state() != ConnectionBrowser::State::NotConfigured
                                        && m_wholeTenant->isOrganizationShown());
    m_columns->menuAction()->setVisible(!m_wholeTenant->isListShown());
    m_listColumns->menuAction()->setVisible(m_wholeTenant->isListShown());
    m_sorting->menuAction()->setEnabled(tableOnScreen() != nullptr);
    const bool areOtherRowsShown = m_wholeTenant->areRowsShown() && m_session.inventory().isOpen();
    m_copyMenu->setRows(isOrganizationShown     ? CopyMenu::Rows::OfTable
                            : areOtherRowsShown ? CopyMenu::Rows::OfOther
                                                : CopyMenu::Rows::None);
    m_copyMenu->setListing(browser.page()
                               ? std::optional(ListingAddress{.domain = m_session.access().domain,
                                                              .request = browser.request(),
                                                              .endpoint = m_session.endpoint()})
                               : std::nullopt);
    const QString sweepText = m_wholeTenant->otherSweepText();
    m_sweepStatus->setText(sweepText);
    m_sweepStatus->setToolTip(literalToolTip(sweepText));
    m_sweepStatus->setVisible(!sweepText.isEmpty());
    m_webConsole->update(isOrganizationShown);
    m_sourceBar->showLoading(isLoading);

    const bool isSorted = m_tablePane->table().filterModel().sortColumn() >= 0;
    const bool hasOtherPages = browser.next() || browser.previous();
    m_tablePane->showSortHint(isSorted && hasOtherPages);
    // Wherever the focus was when the organization was chosen: the keyboard works on its rows.
    if (!isLoading && std::exchange(m_isOrganizationChosen, false))
        focusContent();
}

void MainWindow::showPage()
{
    showOrganization(m_session.organizationId());
    if (!m_isNewListing || m_session.browser().model()->rowCount() == 0)
        return;
    m_isNewListing = false;
    if (!hasFocusInContent())
        focusContent();
}

void MainWindow::showSelection()
{
    m_organizationDetails->updateSelection();
    m_webConsole->update(m_wholeTenant->isOrganizationShown());
}

} // namespace Vestibule
