// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/tenantsession.h"
#include "widgets/controls/statepage.h"

#include <QDeadlineTimer>
#include <QTimer>
#include <QWidget>

#include <optional>

class QProgressBar;
class QStackedLayout;

namespace Vestibule {

class ConnectionTableView;
class HintList;
class MessageBanner;

//! The table with everything that can stand over it or in its place: progress, banner, and the
//! pages for "nothing there".
class TablePane final : public QWidget {
    Q_OBJECT

public:
    //! \a session outlives the pane.
    explicit TablePane(TenantSession &session, QWidget *parent = nullptr);
    ~TablePane() override;

    [[nodiscard]] ConnectionTableView &table() { return *m_table; }
    [[nodiscard]] MessageBanner &banner() { return *m_banner; }
    //! What stands in the table's place while there is nothing to browse, such as a missing token.
    //! Its button asks by noticeAction(). Absent: the browser decides.
    void setNotice(const std::optional<StatePage::Content> &notice);
    //! The quick find; empty finds everything.
    void setFindText(const QString &text);

Q_SIGNALS:
    void noticeAction();
    void clearFindRequested();
    //! What a person may want to do about the state on screen.
    void showAllRequested();
    void lastPageRequested();
    void refreshRequested();
    //! A refresh came without what was selected; told before the browser tells of its state.
    void selectionLost();
    //! How many rows of the page match the quick find.
    void matchesChanged(int matches, int rows);

private:
    //! What the button of the page without rows does.
    enum class Action { None, Notice, ShowAll, LastPage, Refresh, ClearFind };

    void updateState();
    void showInStack(QWidget *page);
    void lookForSelection();
    void showProgress(bool isLoading);
    void perform(Action action);
    [[nodiscard]] StatePage::Content emptyContent(const ConnectionPage &page);

    TenantSession &m_session;
    ConnectionBrowser &m_browser;
    QProgressBar *m_progress;
    QTimer m_progressTimer;
    QDeadlineTimer m_progressEnd; //!< not before it
    QTimer m_progressEndTimer;
    MessageBanner *m_banner;
    ConnectionTableView *m_table;
    StatePage *m_statePage;
    QStackedLayout *m_stack;
    HintList *m_hints; //!< on the listing as a whole
    std::optional<StatePage::Content> m_notice;
    Action m_action = Action::None;
    std::optional<PageRequest> m_shown; //!< what the rows on screen came for
};

} // namespace Vestibule
