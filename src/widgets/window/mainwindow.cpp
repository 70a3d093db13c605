// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/mainwindow.h"

#include "models/connectionfiltermodel.h"
#include "session/networkkeeper.h"
#include "widgets/detail/connectiondetailpane.h"
#include "widgets/table/columnmenu.h"
#include "widgets/table/connectiontableview.h"
#include "widgets/table/copymenu.h"
#include "widgets/table/filterbar.h"
#include "widgets/table/pagerbar.h"
#include "widgets/table/tablepane.h"
#include "widgets/window/browsermessages.h"
#include "widgets/window/organizationchooser.h"
#include "widgets/window/quitquestion.h"
#include "widgets/window/savedviewbar.h"
#include "widgets/window/savedviewchooser.h"
#include "widgets/window/sessionstatus.h"
#include "widgets/window/sessiontitle.h"
#include "widgets/window/sourcebar.h"
#include "widgets/window/stagenotice.h"
#include "widgets/window/tenantmenu.h"
#include "widgets/window/welcomepage.h"
#include "widgets/window/windowdialogs.h"
#include "widgets/window/windowlayout.h"

#include <QCloseEvent>
#include <QHeaderView>
#include <QMenuBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Vestibule {

MainWindow::MainWindow(TenantSession &session, NetworkKeeper &network, ExportWindows &exports)
    : m_session(session)
    , m_network(network)
    , m_history(session)
    , m_actions(this)
    , m_stack(new QStackedWidget(this))
    , m_welcome(new WelcomePage(this))
    , m_sourceBar(new SourceBar(this))
    , m_savedViewBar(new SavedViewBar(session, this))
    , m_filterBar(new FilterBar(this))
    , m_tablePane(new TablePane(session, this))
    , m_details(new ConnectionDetailPane(this))
    , m_pager(new PagerBar(this))
    , m_copyMenu(new CopyMenu(session, m_tablePane->table(), this))
    , m_splitter(new QSplitter(this))
    , m_messages(new BrowserMessages(session, network, m_tablePane->banner(), this))
    , m_tenantMenu(new TenantMenu(session, m_actions.demo, m_actions.settings, this))
    , m_organizations(new OrganizationChooser(session, m_sourceBar->organizationField(), this))
    , m_dialogs(new WindowDialogs(session, network, exports, this))
    , m_savedViews(new SavedViewChooser(session, *this))
    , m_columns(new ColumnMenu(m_tablePane->table(), this))
    , m_layout(new WindowLayout(session,
                                {.window = *this,
                                 .splitter = *m_splitter,
                                 .table = m_tablePane->table(),
                                 .detailPane = *m_actions.detailPane},
                                this))
    , m_quitQuestion(new QuitQuestion(exports, *this))
{
    setObjectName(u"mainWindow"_s);
    layOut();
    connectActions();
    connectPanes();
    m_layout->start();
    showPrivacy();
    showSession();
    showPage();
}

//! A field that loses the focus while the window goes tells of what was typed in it: nobody is
//! there any more to show what would come of it.
MainWindow::~MainWindow()
{
    for (QWidget *pane : QWidgetList{m_sourceBar, m_filterBar, m_tablePane, m_pager})
        pane->disconnect();
}

void MainWindow::layOut()
{
    m_actions.addMenus(*menuBar(), {.columns = *m_columns, .copy = *m_copyMenu});
    m_sourceBar->setTenantMenu(m_tenantMenu);
    m_sourceBar->setActions({.refresh = m_actions.refresh,
                             .cancel = m_actions.cancel,
                             .exportRows = m_actions.exportRows});
    m_filterBar->setFilters({.all = m_actions.showAll,
                             .enabled = m_actions.showEnabled,
                             .disabled = m_actions.showDisabled});
    m_pager->setSteps({.first = m_actions.firstPage,
                       .previous = m_actions.previousPage,
                       .next = m_actions.nextPage,
                       .last = m_actions.lastPage});
    m_splitter->addWidget(m_tablePane);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setCollapsible(0, false);

    auto *browsing = new QWidget(this);
    auto *layout = new QVBoxLayout(browsing);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_sourceBar);
    layout->addWidget(m_savedViewBar);
    layout->addWidget(m_filterBar);
    layout->addWidget(m_splitter, 1);
    layout->addWidget(m_pager);
    m_stack->addWidget(m_welcome);
    m_stack->addWidget(browsing);
    setCentralWidget(m_stack);

    auto *status = new SessionStatus(m_session, this);
    connect(status, &SessionStatus::tokenRequested, m_actions.token, &QAction::trigger);
    connect(status, &SessionStatus::privacyEndRequested, m_actions.privacy, &QAction::trigger);
    statusBar()->addWidget(status);
}

void MainWindow::connectActions()
{
    m_actions.drive(m_session.browser(), m_history);
    m_dialogs->openFor({.actions = m_actions,
                        .welcome = *m_welcome,
                        .messages = *m_messages,
                        .table = m_tablePane->table()});
    connect(m_dialogs, &WindowDialogs::languageChanged, this, &MainWindow::languageChanged);
    connect(m_dialogs, &WindowDialogs::layoutResetRequested, m_layout, &WindowLayout::reset);
    connect(m_actions.keys, &QAction::triggered, this,
            [this] { m_dialogs->openKeys(m_actions.all() + m_copyMenu->actions()); });
    connect(m_actions.tenant, &QAction::triggered, m_sourceBar, &SourceBar::openTenantMenu);
    connect(m_actions.demo, &QAction::triggered, this,
            [this] { openDemo({.size = m_session.settings().rowsPerPage()}); });
    connect(m_actions.openSavedView, &QAction::triggered, m_savedViews,
            &SavedViewChooser::chooseFile);
    connect(m_savedViews, &SavedViewChooser::failed, this, &MainWindow::showProblem);
    connect(m_actions.privacy, &QAction::toggled, &m_session.privacy(), &PrivacyMode::setOn);
    connect(&m_session.privacy(), &PrivacyMode::changed, this, &MainWindow::showPrivacy);
    connect(m_actions.quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions.find, &QAction::triggered, m_filterBar, &FilterBar::focusFind);
    connect(m_actions.goToPage, &QAction::triggered, m_pager, &PagerBar::focusPageField);
    connect(m_actions.detailPane, &QAction::toggled, m_details, &QWidget::setVisible);
    connect(m_actions.organization, &QAction::triggered, m_organizations,
            &OrganizationChooser::open);
    connect(m_actions.copyId, &QAction::triggered, m_details, &ConnectionDetailPane::copyId);
}

void MainWindow::connectPanes()
{
    ConnectionBrowser *browser = &m_session.browser();
    connect(&m_session, &TenantSession::changed, this, &MainWindow::showSession);
    connect(browser, &ConnectionBrowser::stateChanged, this, &MainWindow::showState);
    connect(browser, &ConnectionBrowser::pageChanged, this, &MainWindow::showPage);
    connect(m_welcome, &WelcomePage::demoRequested, m_actions.demo, &QAction::trigger);
    connect(m_sourceBar, &SourceBar::organizationsRequested, m_organizations,
            &OrganizationChooser::open);
    connect(&m_network, &NetworkKeeper::ready, &m_session, &TenantSession::reconnect);
    connect(m_tablePane, &TablePane::noticeAction, this, &MainWindow::actOnNotice);
    connect(m_filterBar, &FilterBar::findTextChanged, m_tablePane, &TablePane::setFindText);
    connect(m_filterBar, &FilterBar::findLeft, &m_tablePane->table(),
            qOverload<>(&QWidget::setFocus));
    connect(m_tablePane, &TablePane::matchesChanged, m_filterBar, &FilterBar::showMatches);
    connect(m_tablePane, &TablePane::clearFindRequested, m_filterBar, &FilterBar::clearFind);
    connect(m_tablePane, &TablePane::showAllRequested, m_actions.showAll, &QAction::trigger);
    connect(m_tablePane, &TablePane::lastPageRequested, browser, &ConnectionBrowser::lastPage);
    connect(m_tablePane, &TablePane::selectionLost, m_messages,
            &BrowserMessages::showLostSelection);
    connect(m_tablePane, &TablePane::refreshRequested, browser, &ConnectionBrowser::retry);
    connect(&m_tablePane->table(), &ConnectionTableView::connectionsSelected, this,
            &MainWindow::showSelection);
    connect(m_tablePane->table().horizontalHeader(), &QHeaderView::sortIndicatorChanged, this,
            &MainWindow::showState);
    connect(m_pager, &PagerBar::pageRequested, browser, &ConnectionBrowser::goToPage);
    connect(m_pager, &PagerBar::rowsPerPageRequested, &m_session, &TenantSession::setPageSize);
    connect(m_messages, &BrowserMessages::organizationsRequested, m_organizations,
            &OrganizationChooser::open);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_quitQuestion->mayClose())
        return event->ignore();
    m_layout->save();
    QMainWindow::closeEvent(event);
}

void MainWindow::giveWay()
{
    m_layout->save();
    hide();
}

void MainWindow::openDemo(const PageRequest &first)
{
    if (!m_session.openDemo(first))
        showProblem(tr("The demo tenant could not be started on this computer."));
}

void MainWindow::openSavedView(const QString &path)
{
    m_savedViews->open(path);
}

//! Wherever the person is: on the welcome page or among rows, which stay.
void MainWindow::showProblem(const QString &sentence)
{
    m_welcome->showProblem(sentence);
    m_messages->warn(sentence);
}

//! The button of the page that stands in the table's place.
void MainWindow::actOnNotice()
{
    switch (m_session.stage()) {
    case TenantSession::Stage::ReadingToken:
        return m_session.cancelReadingToken();
    case TenantSession::Stage::NeedsToken:
        return m_session.access().domain.isEmpty() ? m_dialogs->openSettings()
                                                   : m_dialogs->openToken();
    case TenantSession::Stage::NeedsOrganization:
        return m_organizations->open();
    case TenantSession::Stage::Nothing:
    case TenantSession::Stage::Browsing:
        return;
    }
}

void MainWindow::showSession()
{
    m_isNewListing = true;
    m_welcome->showProblem({}); // it was of another time
    m_filterBar->clearFind();
    m_filterBar->showFilterHint(filterProblem(m_session));
    showNames();
    showState();
}

//! Of tenant and organization, wherever they stand.
void MainWindow::showNames()
{
    const bool isBrowsing = m_session.stage() == TenantSession::Stage::Browsing;
    const QString id = isBrowsing ? m_session.browser().request().organizationId : QString();
    m_tablePane->setNotice(stageNotice(m_session));
    m_sourceBar->follow(m_session, id);
    setWindowTitle(sessionTitle(m_session, id));
}

void MainWindow::showPrivacy()
{
    m_actions.privacy->setChecked(m_session.privacy().isOn());
    m_details->setMasked(m_session.privacy().isOn());
    showNames();
    showSelection();
}

void MainWindow::showState()
{
    const ConnectionBrowser &browser = m_session.browser();
    m_stack->setCurrentIndex(m_session.stage() == TenantSession::Stage::Nothing ? 0 : 1);
    m_pager->follow(browser);
    m_actions.follow(m_session);
    m_columns->menuAction()->setEnabled(browser.state() != ConnectionBrowser::State::NotConfigured);
    m_sourceBar->showLoading(browser.state() == ConnectionBrowser::State::Loading);

    const bool isSorted = m_tablePane->table().filterModel().sortColumn() >= 0;
    const bool hasOtherPages = browser.next() || browser.previous();
    m_filterBar->showSortHint(isSorted && hasOtherPages);
}

void MainWindow::showPage()
{
    m_sourceBar->follow(m_session, m_session.browser().request().organizationId);
    if (!m_isNewListing || m_session.browser().model()->rowCount() == 0)
        return;
    m_isNewListing = false;
    m_tablePane->table().fitColumns();
    // Who has come here by a button or the chooser goes on among the rows, without a mouse, too.
    const QWidget *focus = focusWidget();
    if (!focus || !focus->isVisible() || m_sourceBar->isAncestorOf(focus))
        m_tablePane->table().setFocus();
}

void MainWindow::showSelection()
{
    m_details->showConnections(m_tablePane->table().selectedConnections());
    m_actions.copyId->setEnabled(!m_details->shownId().isEmpty());
}

} // namespace Vestibule
