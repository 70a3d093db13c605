// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/organizationhistory.h"
#include "session/tenantsession.h"
#include "widgets/controls/statepage.h"
#include "widgets/window/browsermessages.h"
#include "widgets/window/windowactions.h"

#include <QMainWindow>

#include <functional>
#include <optional>

class QMenu;
class QSplitter;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace Vestibule {

class AutoRefresh;
class ColumnMenu;
class CommandPalette;
class ComparedViewChooser;
class ConnectionDetailPane;
class CopyMenu;
class DetailSplitter;
class ExportManager;
class ExportStatus;
class FilterBar;
class NetworkController;
class OrganizationChooser;
class OrganizationDetails;
class OrganizationFacets;
class OrganizationReportSaver;
class PagerBar;
class PassingNote;
class RecentMenu;
class RefreshMenu;
class RecentOrganizationsMenu;
class QuitQuestion;
class SavedViewBar;
class SavedViewChooser;
class SessionStatus;
class SortMenu;
class SourceBar;
class SweepManager;
class SideList;
class TablePane;
class WebConsole;
class WelcomePage;
class WholeTenant;
class WindowDialogs;
class WindowLayout;

//! The main window: composes the panes and connects them to the session.
class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    //! All of them outlive the window.
    struct Sources {
        TenantSession &session;
        NetworkController &network;
        ExportManager &exports;
        SweepManager &sweeps;
        std::function<void(const QUrl &)> openLink{}; //!< see WebConsole
    };

    explicit MainWindow(const Sources &sources);
    ~MainWindow() override;

    //! Opens the demo tenant; its first organization when the request names none.
    void openDemo(const PageRequest &first);
    //! Opens the saved view or the inventory in this file; shows a message when that fails.
    void openFile(const QString &path);
    //! Another window replaces this one, or the program ends: saves the layout and hides, without
    //! the question that closing may ask.
    void hideForReplacement();
    //! Whether closing this window ends the program; it does at first.
    void setLast(bool isLast);

Q_SIGNALS:
    void newWindowRequested();
    void quitRequested();
    //! The window is hidden and does not come back.
    void closed();
    //! The settings name another language. This window keeps its own.
    void languageChanged();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void layOut();
    void connectActions();
    void connectPanes();
    void connectMessages();

    [[nodiscard]] std::optional<StatePage::Content> stageNotice();
    [[nodiscard]] StatePage::Content tokenNotice();
    void openProfile(const Profile &profile);
    void closeFile();
    void chooseOrganization();
    void openOrganization(const QString &id);
    void selectAll();
    //! Null while the rows of no table are on screen.
    [[nodiscard]] const QTableView *tableOnScreen() const;
    void sortRows(int section, Qt::SortOrder order);
    void showOrganizations();
    void showProblem(const QString &sentence);
    void showLoss(BrowserMessages::Loss loss, const QString &sentence);
    void showRefresh(const RefreshNote &note);
    void showUnsavedSettings();
    void saveOrWarn();
    void showSession();
    void showNames();
    void showTitle();
    void showOrganization(const QString &id);
    void showPrivacy();
    void showState();
    void showPage();
    void showSelection();
    void showPlace();
    void orderStatusBar();
    void focusContent();
    void showPart(QWidget &part, bool isShown);
    [[nodiscard]] bool hasFocusInContent() const;
    void showLive(const Organization &organization);

    TenantSession &m_session;
    NetworkController &m_network;
    SweepManager &m_sweeps;
    OrganizationHistory m_history;
    WindowActions m_actions;
    QStackedWidget *m_stack; //!< the welcome page, or the source bar and what is below it
    WelcomePage *m_welcome;
    FilterBar *m_filterBar;
    SourceBar *m_sourceBar; //!< has the filter bar
    SideList *m_sideList;
    QStackedWidget *m_pages; //!< beside the side list: the organization, and the whole tenant
    SavedViewBar *m_savedViewBar;
    TablePane *m_tablePane;
    PagerBar *m_pager; //!< before the details: Tab goes through the panes in this order
    ConnectionDetailPane *m_details;
    AutoRefresh *m_autoRefresh;
    SessionStatus *m_status;
    PassingNote *m_note;
    QToolButton *m_sweepStatus; //!< a sweep that no place on screen shows
    ExportStatus *m_exportStatus;
    CopyMenu *m_copyMenu;
    DetailSplitter *m_splitter; //!< table and details of the organization
    QSplitter *m_sideSplitter; //!< side list and pages
    BrowserMessages *m_messages;
    OrganizationChooser *m_organizations;
    OrganizationReportSaver *m_reportSaver;
    WindowDialogs *m_dialogs;
    SavedViewChooser *m_savedViews;
    ComparedViewChooser *m_comparedViews;
    WholeTenant *m_wholeTenant;
    OrganizationFacets *m_facets;
    OrganizationDetails *m_organizationDetails; //!< fills m_details
    RecentMenu *m_recentFiles;
    RecentOrganizationsMenu *m_recentOrganizations;
    WebConsole *m_webConsole;
    CommandPalette *m_palette;
    RefreshMenu *m_refreshMenu;
    SortMenu *m_sorting;
    ColumnMenu *m_columns;
    QMenu *m_listColumns; //!< of the list of the whole tenant that is on screen
    WindowLayout *m_layout;
    QuitQuestion *m_quitQuestion;
    bool m_isOrganizationChosen = false; //!< the focus goes to its rows when they are there
    bool m_isNewListing = true; //!< the next page is the first one of another listing
};

} // namespace Vestibule
