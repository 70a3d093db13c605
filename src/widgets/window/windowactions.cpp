// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/windowactions.h"

#include "session/organizationhistory.h"
#include "session/tenantsession.h"
#include "widgets/controls/symbolicon.h"

#include <QMenu>
#include <QMenuBar>

using namespace Qt::StringLiterals;

namespace Vestibule {

WindowActions::WindowActions(QObject *parent)
    : QObject(parent)
    , settings(make(u"settings"_s, tr("&Settings..."), u"settings"_s, Qt::CTRL | Qt::Key_Comma))
    , tenant(make(u"tenant"_s, tr("Switch the &tenant..."), u"tenant"_s, Qt::CTRL | Qt::Key_T))
    , token(make(u"token"_s, tr("Enter a to&ken..."), u"token"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_K))
    , demo(make(u"demo"_s, tr("Explore the &demo tenant"), u"demo"_s, Qt::CTRL | Qt::Key_D))
    , openSavedView(make(u"openSavedView"_s, tr("&Open a saved view..."), u"open-folder"_s,
                         QKeySequence::Open))
    , exportRows(make(u"export"_s, tr("&Export..."), u"export"_s, Qt::CTRL | Qt::Key_E))
    , quit(make(u"quit"_s, tr("&Quit"), u"quit"_s, Qt::CTRL | Qt::Key_Q))
    , refresh(make(u"refresh"_s, tr("&Refresh"), u"refresh"_s, Qt::Key_F5))
    , cancel(make(u"cancel"_s, tr("&Cancel"), u"cancel"_s, Qt::Key_Escape))
    , find(make(u"find"_s, tr("&Find on this page"), u"search"_s, QKeySequence::Find))
    , showAll(make(u"showAll"_s, tr("&All", "connections"), {}, Qt::CTRL | Qt::Key_1))
    , showEnabled(make(u"showEnabled"_s, tr("&Enabled", "connections"), {}, Qt::CTRL | Qt::Key_2))
    , showDisabled(
          make(u"showDisabled"_s, tr("&Disabled", "connections"), {}, Qt::CTRL | Qt::Key_3))
    , firstPage(make(u"firstPage"_s, tr("F&irst page"), u"first"_s, Qt::ALT | Qt::Key_Home))
    , previousPage(
          make(u"previousPage"_s, tr("&Previous page"), u"previous"_s, Qt::ALT | Qt::Key_Left))
    , nextPage(make(u"nextPage"_s, tr("&Next page"), u"next"_s, Qt::ALT | Qt::Key_Right))
    , lastPage(make(u"lastPage"_s, tr("&Last page"), u"last"_s, Qt::ALT | Qt::Key_End))
    , goToPage(make(u"goToPage"_s, tr("&Go to page..."), u"go-to-page"_s, Qt::CTRL | Qt::Key_G))
    , detailPane(make(u"detailPane"_s, tr("Detail &pane"), u"detail-pane"_s, Qt::Key_F9))
    , privacy(make(u"privacy"_s, tr("Privacy &mode: mask names"), u"privacy"_s,
                   Qt::CTRL | Qt::SHIFT | Qt::Key_P))
    , organization(make(u"organization"_s, tr("Choose the &organization"), u"organization"_s,
                        Qt::CTRL | Qt::Key_K))
    , back(make(u"back"_s, tr("&Back to the organization before"), u"back"_s,
                Qt::ALT | Qt::Key_PageUp))
    , forward(make(u"forward"_s, tr("&Forward to the next organization"), u"forward"_s,
                   Qt::ALT | Qt::Key_PageDown))
    , copyId(make(u"copyId"_s, tr("&Copy the connection ID"), u"copy"_s,
                  Qt::CTRL | Qt::SHIFT | Qt::Key_C))
    , keys(make(u"keys"_s, tr("&Keys"), u"keyboard"_s, Qt::Key_F1))
    , about(make(u"about"_s, tr("&About Vestibule"), u"about"_s, Qt::SHIFT | Qt::Key_F1))
    , m_filters(this)
{
    quit->setMenuRole(QAction::QuitRole);
    settings->setMenuRole(QAction::PreferencesRole);
    about->setMenuRole(QAction::AboutRole);
    for (QAction *filter : {showAll, showEnabled, showDisabled}) {
        filter->setCheckable(true);
        m_filters.addAction(filter);
    }
    showAll->setChecked(true);
    detailPane->setCheckable(true);
    detailPane->setChecked(true);
    privacy->setCheckable(true);
}

QAction *WindowActions::make(const QString &name, const QString &text, const QString &iconName,
                             const QKeySequence &key)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name + "Action"_L1);
    if (!iconName.isEmpty())
        action->setIcon(symbolIcon(iconName));
    action->setShortcut(key);
    return action;
}

void WindowActions::addMenus(QMenuBar &menuBar, const Menus &menus) const
{
    QMenu *file = menuBar.addMenu(tr("&File"));
    file->addActions({tenant, token, settings, demo});
    file->addSeparator();
    file->addActions({openSavedView, exportRows});
    file->addSeparator();
    file->addAction(quit);

    QMenu *view = menuBar.addMenu(tr("&View"));
    view->addActions({refresh, cancel, find});
    view->addSeparator();
    view->addActions({showAll, showEnabled, showDisabled});
    view->addSeparator();
    view->addActions({firstPage, previousPage, nextPage, lastPage, goToPage});
    view->addSeparator();
    view->addMenu(&menus.columns);
    view->addAction(detailPane);
    view->addSeparator();
    view->addAction(privacy);

    QMenu *connection = menuBar.addMenu(tr("&Connection"));
    connection->addActions({organization, back, forward});
    connection->addSeparator();
    connection->addAction(copyId);
    connection->addMenu(&menus.copy);

    QMenu *help = menuBar.addMenu(tr("&Help"));
    help->addActions({keys, about});
}

void WindowActions::drive(ConnectionBrowser &browser, OrganizationHistory &history)
{
    OrganizationHistory *way = &history;
    const auto showWays = [this, way] {
        back->setEnabled(way->canGoBack());
        forward->setEnabled(way->canGoForward());
    };
    connect(back, &QAction::triggered, way, &OrganizationHistory::back);
    connect(forward, &QAction::triggered, way, &OrganizationHistory::forward);
    connect(way, &OrganizationHistory::changed, this, showWays);
    showWays();

    ConnectionBrowser *driven = &browser;
    connect(refresh, &QAction::triggered, driven, &ConnectionBrowser::reload);
    connect(cancel, &QAction::triggered, driven, &ConnectionBrowser::cancel);
    connect(firstPage, &QAction::triggered, driven, &ConnectionBrowser::firstPage);
    connect(previousPage, &QAction::triggered, driven, &ConnectionBrowser::previousPage);
    connect(nextPage, &QAction::triggered, driven, &ConnectionBrowser::nextPage);
    connect(lastPage, &QAction::triggered, driven, &ConnectionBrowser::lastPage);
    const auto filter = [driven](QAction *action, std::optional<bool> isEnabled) {
        connect(action, &QAction::triggered, driven,
                [driven, isEnabled] { driven->setEnabledFilter(isEnabled); });
    };
    filter(showAll, {});
    filter(showEnabled, true);
    filter(showDisabled, false);
}

QList<QAction *> WindowActions::all() const
{
    return {settings,     tenant,   token,    demo,     openSavedView, exportRows,   quit,
            refresh,      cancel,   find,     showAll,  showEnabled,   showDisabled, firstPage,
            previousPage, nextPage, lastPage, goToPage, detailPane,    privacy,      organization,
            back,         forward,  copyId,   keys,     about};
}

void WindowActions::follow(TenantSession &session)
{
    const ConnectionBrowser &browser = session.browser();
    const bool isBrowsing = browser.state() != ConnectionBrowser::State::NotConfigured;
    for (QAction *action : {find, goToPage, detailPane})
        action->setEnabled(isBrowsing);
    if (!isBrowsing) {
        for (QAction *action : {firstPage, previousPage, nextPage, lastPage, copyId})
            action->setEnabled(false);
    }
    const bool isSaved = session.savedView() != nullptr;
    refresh->setEnabled(isBrowsing && !isSaved); // it will never be another one
    cancel->setEnabled(browser.state() == ConnectionBrowser::State::Loading);
    exportRows->setEnabled(browser.page().has_value());
    // With a tenant that lacks its token, more than ever.
    tenant->setEnabled(session.stage() != TenantSession::Stage::Nothing);
    token->setEnabled(!session.isDemo() && !isSaved && !session.access().domain.isEmpty());
    organization->setEnabled(session.access().isComplete());
    followFilter(session);
}

//! It says what is on screen, also after a failure has left the old rows there.
void WindowActions::followFilter(TenantSession &session)
{
    const std::optional<bool> isEnabled = session.browser().request().isEnabled;
    QAction *holds = !isEnabled ? showAll : *isEnabled ? showEnabled : showDisabled;
    holds->setChecked(true);
    const bool isBrowsing = session.browser().state() != ConnectionBrowser::State::NotConfigured;
    const bool isFree = filterProblem(session).isEmpty();
    for (QAction *filter : {showAll, showEnabled, showDisabled})
        filter->setEnabled(isBrowsing && (isFree || filter == holds));
}

QString filterProblem(const TenantSession &session)
{
    if (session.endpoint() == ConnectionEndpoint::EnabledConnections)
        return WindowActions::tr(
            "The older list has the enabled connections alone, and no filter.");
    if (session.savedView() && session.savedView()->provenance.isEnabled)
        return WindowActions::tr("The saved view holds no others.");
    return {};
}

} // namespace Vestibule
