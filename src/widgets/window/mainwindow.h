// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/organizationhistory.h"
#include "session/tenantsession.h"
#include "widgets/window/windowactions.h"

#include <QMainWindow>

class QSplitter;
class QStackedWidget;

namespace Vestibule {

class BrowserMessages;
class ColumnMenu;
class NetworkKeeper;
class OrganizationChooser;
class TenantMenu;
class ConnectionDetailPane;
class CopyMenu;
class ExportWindows;
class FilterBar;
class PagerBar;
class SavedViewBar;
class SavedViewChooser;
class QuitQuestion;
class SourceBar;
class TablePane;
class WelcomePage;
class WindowDialogs;
class WindowLayout;

//! The window: puts the panes together and wires their wishes to the session.
class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    //! All of them outlive the window.
    MainWindow(TenantSession &session, NetworkKeeper &network, ExportWindows &exports);
    ~MainWindow() override;

    //! Opens the demo tenant; its first organization when \a first names none.
    void openDemo(const PageRequest &first);
    //! Shows the saved view in the file \a path; says so when it cannot.
    void openSavedView(const QString &path);
    //! Makes room for another window: hides without the question that closing may ask, and keeps
    //! its layout.
    void giveWay();

Q_SIGNALS:
    //! The settings name another language, which this window does not learn any more.
    void languageChanged();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void layOut();
    void connectActions();
    void connectPanes();

    void actOnNotice();

    void showProblem(const QString &sentence);
    void showSession();
    void showNames();
    void showPrivacy();
    void showState();
    void showPage();
    void showSelection();

    TenantSession &m_session;
    NetworkKeeper &m_network;
    OrganizationHistory m_history;
    WindowActions m_actions;
    QStackedWidget *m_stack;
    WelcomePage *m_welcome;
    SourceBar *m_sourceBar;
    SavedViewBar *m_savedViewBar;
    FilterBar *m_filterBar;
    TablePane *m_tablePane;
    ConnectionDetailPane *m_details; //!< before the pager: Tab goes through the panes in this order
    PagerBar *m_pager;
    CopyMenu *m_copyMenu;
    QSplitter *m_splitter;
    BrowserMessages *m_messages;
    TenantMenu *m_tenantMenu;
    OrganizationChooser *m_organizations;
    WindowDialogs *m_dialogs;
    SavedViewChooser *m_savedViews;
    ColumnMenu *m_columns;
    WindowLayout *m_layout;
    QuitQuestion *m_quitQuestion;
    bool m_isNewListing = true; //!< the next page is the first one of another organization
};

} // namespace Vestibule
