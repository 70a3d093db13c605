// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/mainwindow.h"

#include "models/connectionfiltermodel.h"
#include "models/visibletext.h"
#include "widgets/aboutbox.h"
#include "widgets/browsermessages.h"
#include "widgets/connectiondetailpane.h"
#include "widgets/connectiontableview.h"
#include "widgets/exportdialog.h"
#include "widgets/filterbar.h"
#include "widgets/keysdialog.h"
#include "widgets/pagerbar.h"
#include "widgets/settingsdialog.h"
#include "widgets/sourcebar.h"
#include "widgets/symbolicon.h"
#include "widgets/tablepane.h"
#include "widgets/welcomepage.h"

#include <QCloseEvent>
#include <QCoreApplication>
#include <QFrame>
#include <QHeaderView>
#include <QLabel>
#include <QMenuBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr QSize FirstSize{1180, 760};
constexpr int FirstDetailWidth = 320;

} // namespace

MainWindow::MainWindow(TenantSession &session, QWidget *parent)
    : QMainWindow(parent)
    , m_session(session)
    , m_actions(this)
    , m_stack(new QStackedWidget(this))
    , m_welcome(new WelcomePage(this))
    , m_sourceBar(new SourceBar(this))
    , m_filterBar(new FilterBar(this))
    , m_tablePane(new TablePane(session.browser(), this))
    , m_details(new ConnectionDetailPane(this))
    , m_pager(new PagerBar(this))
    , m_splitter(new QSplitter(this))
    , m_messages(new BrowserMessages(session, m_tablePane->banner(), this))
{
    setObjectName(u"mainWindow"_s);
    layOut();
    connectActions();
    connectPanes();
    restoreLayout();
    showSession();
    showState();
}

//! A field that loses the focus while the window goes tells of what was typed in it: nobody is
//! there any more to show what would come of it.
MainWindow::~MainWindow()
{
    for (QObject *pane : {static_cast<QObject *>(m_sourceBar), static_cast<QObject *>(m_filterBar),
                          static_cast<QObject *>(m_tablePane), static_cast<QObject *>(m_pager)})
        pane->disconnect();
}

void MainWindow::layOut()
{
    m_actions.addMenus(*menuBar());
    m_sourceBar->setActions({.settings = m_actions.settings,
                             .refresh = m_actions.refresh,
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
    m_splitter->setSizes({FirstSize.width() - FirstDetailWidth, FirstDetailWidth});

    auto *browsing = new QWidget(this);
    auto *layout = new QVBoxLayout(browsing);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_sourceBar);
    layout->addWidget(m_filterBar);
    layout->addWidget(m_splitter, 1);
    layout->addWidget(m_pager);
    m_stack->addWidget(m_welcome);
    m_stack->addWidget(browsing);
    setCentralWidget(m_stack);

    auto *promise = new QLabel(tr("Read-only: Vestibule cannot change anything"), this);
    promise->setContentsMargins(8, 0, 8, 0);
    statusBar()->addWidget(promise);
}

void MainWindow::connectActions()
{
    ConnectionBrowser *browser = &m_session.browser();
    connect(m_actions.settings, &QAction::triggered, this, &MainWindow::openSettings);
    connect(m_actions.demo, &QAction::triggered, this,
            [this] { openDemo({.size = m_session.settings().rowsPerPage()}); });
    connect(m_actions.exportRows, &QAction::triggered, this, &MainWindow::openExport);
    connect(m_actions.quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions.refresh, &QAction::triggered, browser, &ConnectionBrowser::reload);
    connect(m_actions.cancel, &QAction::triggered, browser, &ConnectionBrowser::cancel);
    connect(m_actions.find, &QAction::triggered, m_filterBar, &FilterBar::focusFind);
    connect(m_actions.showAll, &QAction::triggered, browser,
            [browser] { browser->setEnabledFilter({}); });
    connect(m_actions.showEnabled, &QAction::triggered, browser,
            [browser] { browser->setEnabledFilter(true); });
    connect(m_actions.showDisabled, &QAction::triggered, browser,
            [browser] { browser->setEnabledFilter(false); });
    connect(m_actions.firstPage, &QAction::triggered, browser, &ConnectionBrowser::firstPage);
    connect(m_actions.previousPage, &QAction::triggered, browser, &ConnectionBrowser::previousPage);
    connect(m_actions.nextPage, &QAction::triggered, browser, &ConnectionBrowser::nextPage);
    connect(m_actions.lastPage, &QAction::triggered, browser, &ConnectionBrowser::lastPage);
    connect(m_actions.goToPage, &QAction::triggered, m_pager, &PagerBar::focusPageField);
    connect(m_actions.detailPane, &QAction::toggled, m_details, &QWidget::setVisible);
    connect(m_actions.organization, &QAction::triggered, m_sourceBar,
            &SourceBar::focusOrganizationField);
    connect(m_actions.copyId, &QAction::triggered, m_details, &ConnectionDetailPane::copyId);
    connect(m_actions.keys, &QAction::triggered, this, &MainWindow::openKeys);
    connect(m_actions.about, &QAction::triggered, this, &MainWindow::openAbout);
}

void MainWindow::connectPanes()
{
    ConnectionBrowser *browser = &m_session.browser();
    connect(&m_session, &TenantSession::changed, this, &MainWindow::showSession);
    connect(browser, &ConnectionBrowser::stateChanged, this, &MainWindow::showState);
    connect(browser, &ConnectionBrowser::pageChanged, this, &MainWindow::showPage);
    connect(m_welcome, &WelcomePage::connectRequested, this, &MainWindow::openSettings);
    connect(m_welcome, &WelcomePage::demoRequested, this,
            [this] { openDemo({.size = m_session.settings().rowsPerPage()}); });
    connect(m_sourceBar, &SourceBar::organizationRequested, &m_session,
            &TenantSession::openOrganization);
    connect(m_sourceBar, &SourceBar::organizationRefused, m_messages, &BrowserMessages::inform);
    connect(m_filterBar, &FilterBar::findTextChanged, m_tablePane, &TablePane::setFindText);
    connect(m_tablePane, &TablePane::matchesChanged, m_filterBar, &FilterBar::showMatches);
    connect(m_tablePane, &TablePane::clearFindRequested, m_filterBar, &FilterBar::clearFind);
    connect(m_tablePane, &TablePane::showAllRequested, m_actions.showAll, &QAction::trigger);
    connect(m_tablePane, &TablePane::lastPageRequested, browser, &ConnectionBrowser::lastPage);
    connect(m_tablePane, &TablePane::refreshRequested, browser, &ConnectionBrowser::retry);
    connect(&m_tablePane->table(), &ConnectionTableView::connectionsSelected, this,
            &MainWindow::showSelection);
    connect(m_tablePane->table().horizontalHeader(), &QHeaderView::sortIndicatorChanged, this,
            &MainWindow::showState);
    connect(m_pager, &PagerBar::pageRequested, browser, &ConnectionBrowser::goToPage);
    connect(m_pager, &PagerBar::rowsPerPageRequested, browser, &ConnectionBrowser::setPageSize);
    connect(m_pager, &PagerBar::rowsPerPageRequested, this,
            [this](int rows) { m_session.settings().setRowsPerPage(rows); });
    connect(m_messages, &BrowserMessages::settingsRequested, this, &MainWindow::openSettings);
}

void MainWindow::restoreLayout()
{
    const Settings &settings = m_session.settings();
    resize(FirstSize);
    restoreGeometry(settings.layout(u"window"_s));
    m_splitter->restoreState(settings.layout(u"splitter"_s));
    m_tablePane->table().restoreLayout(settings.layout(u"table"_s));
    m_actions.detailPane->setChecked(settings.layout(u"detailPane"_s) != "hidden");
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    Settings &settings = m_session.settings();
    settings.setLayout(u"window"_s, saveGeometry());
    settings.setLayout(u"splitter"_s, m_splitter->saveState());
    settings.setLayout(u"table"_s, m_tablePane->table().saveLayout());
    settings.setLayout(u"detailPane"_s, m_actions.detailPane->isChecked() ? "shown" : "hidden");
    QMainWindow::closeEvent(event);
}

void MainWindow::openDemo(const PageRequest &first)
{
    if (m_session.openDemo(first))
        return;
    const QString problem = tr("The demo tenant could not be started on this computer.");
    m_welcome->showProblem(problem);
    m_messages->inform(problem);
}

void MainWindow::openSettings()
{
    auto *dialog = new SettingsDialog(m_session, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const SettingsDialog::Choice choice = dialog->choice();
        Settings &settings = m_session.settings();
        settings.setTenantDomain(choice.access.domain.text());
        settings.setOrganizationId(choice.organizationId);
        settings.setRowsPerPage(choice.rowsPerPage);
        m_session.openTenant(choice.access,
                             {.organizationId = choice.organizationId, .size = choice.rowsPerPage});
    });
    dialog->open();
}

void MainWindow::openExport()
{
    if (!m_session.browser().page())
        return;
    auto *dialog = new ExportDialog(m_session, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::openKeys()
{
    auto *dialog = new KeysDialog(m_actions.all(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::openAbout()
{
    openAboutBox(this);
}

void MainWindow::showSession()
{
    m_isNewListing = true;
    m_filterBar->clearFind();
    const QString id = m_session.browser().request().organizationId;
    const QString host = m_session.access().domain.text();
    m_sourceBar->update(m_session, id);
    if (host.isEmpty())
        return setWindowTitle(u"Vestibule"_s);
    const QString tenant = m_session.isDemo() ? tr("Demo tenant") : host;
    setWindowTitle(u"%1 – %2 – Vestibule"_s.arg(visibleText(id), tenant));
}

void MainWindow::showState()
{
    const ConnectionBrowser &browser = m_session.browser();
    const bool isBrowsing = browser.state() != ConnectionBrowser::State::NotConfigured;
    const bool isLoading = browser.state() == ConnectionBrowser::State::Loading;
    m_stack->setCurrentIndex(isBrowsing ? 1 : 0);
    m_pager->update(browser);
    m_actions.setBrowsing(isBrowsing);
    m_actions.cancel->setEnabled(isLoading);
    m_actions.exportRows->setEnabled(browser.page().has_value());
    m_sourceBar->showLoading(isLoading);
    showFilter(browser.request());

    const bool isSorted = m_tablePane->table().filterModel().sortColumn() >= 0;
    const bool hasOtherPages = browser.next() || browser.previous();
    m_filterBar->showSortHint(isSorted && hasOtherPages);
}

void MainWindow::showPage()
{
    m_sourceBar->update(m_session, m_session.browser().request().organizationId);
    if (!m_isNewListing || m_session.browser().model()->rowCount() == 0)
        return;
    m_isNewListing = false;
    m_tablePane->table().fitColumns();
}

//! The filter says what is on screen, also after a failure has left the old rows there.
void MainWindow::showFilter(const PageRequest &request)
{
    QAction *filter = !request.isEnabled ? m_actions.showAll
        : *request.isEnabled             ? m_actions.showEnabled
                                         : m_actions.showDisabled;
    filter->setChecked(true);
}

void MainWindow::showSelection()
{
    m_details->show(m_tablePane->table().selectedConnections());
    m_actions.copyId->setEnabled(!m_details->shownId().isEmpty());
}

} // namespace Vestibule
