// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/apierror.h"
#include "core/connectionpage.h"
#include "session/subject.h"
#include "widgets/controls/statepage.h"
#include "widgets/table/filterbar.h"

#include <QDeadlineTimer>
#include <QString>
#include <QTimer>
#include <QWidget>

#include <optional>

class QShortcut;
class QStackedLayout;

namespace Vestibule {

class BusyLine;
class ConnectionBrowser;
class ConnectionTableView;
class HintList;
class ListingSearch;
class MessageBanner;
class PrivacyMode;
class SearchBar;

//! The table with its progress line, its banner and its hints, and the page that replaces the table
//! when there are no rows. While rows are looked for, it offers to look at all pages.
class TablePane final : public QWidget {
    Q_OBJECT

public:
    //! All of it outlives the pane.
    struct Sources {
        ConnectionBrowser &browser;
        const Subject &subject;
        const PrivacyMode &privacy;
    };

    //! A button for a failure that trying again does not mend; there is none without a text.
    struct Remedy {
        QString text{};
        std::function<void()> action{};
    };

    explicit TablePane(const Sources &sources, QWidget *parent = nullptr);
    ~TablePane() override;

    [[nodiscard]] ConnectionTableView &table() { return *m_table; }
    [[nodiscard]] MessageBanner &banner() { return *m_banner; }
    //! Replaces the table while there is nothing to browse, for example because the token is
    //! missing. Without a notice, the browser's state decides.
    void setNotice(const std::optional<StatePage::Content> &notice);
    //! What stands in the middle while no rows are shown because reading failed or waits. With
    //! rows, it is of no use: the banner says it then.
    void setFailure(const std::optional<StatePage::Content> &failure);
    //! What is offered when looking in all pages fails.
    void setRemedies(const std::function<Remedy(const ApiError &)> &remedies);
    //! Whether rows of the tenant are shown, or are looked for in all pages. Find and the filters
    //! may hide all that are there.
    [[nodiscard]] bool hasRows() const;
    //! The name of the organization, as the window shows it.
    void setOrganizationTitle(const QString &title);
    //! The listing is only a part of the organization's connections, as a saved view may be. It
    //! gets no hints about the whole.
    void setPartial(bool isPartial);
    //! Shows only the rows that contain the text; an empty text shows all.
    void setFindText(const QString &text);
    //! Says that only this page is sorted.
    void showSortHint(bool isShown);
    //! All rows of the page are shown again.
    void clearFilters();
    //! The keyboard goes to the rows, or to what can be done where there are none.
    void focusContent();

Q_SIGNALS:
    void clearFindRequested();
    void showAllRequested();
    //! None of the selected rows came back with a refresh. Emitted before the browser's
    //! stateChanged().
    void selectionLost();
    //! hasRows() has changed although the state of the browser has not.
    void hasRowsChanged();
    //! What finding looks at.
    void findScopeChanged(Vestibule::FilterBar::Scope scope);

private:
    void updateState();
    void showState();
    [[nodiscard]] StatePage::Content failureContent();
    void showInStack(QWidget *page);
    void showBelowFields(bool isShown);
    void checkSelection();
    void showProgress(bool isLoading);
    [[nodiscard]] StatePage::Content emptyContent(const ConnectionPage &page);
    //! How many rows match and what can be done, also when there are none.
    [[nodiscard]] StatePage::Content searchContent(int matches);
    [[nodiscard]] QString searchOffer() const;
    [[nodiscard]] QString readingText() const;
    [[nodiscard]] QString failureText() const;
    void showWait(std::chrono::milliseconds delay, const ApiError &cause);
    void leaveSearch();

    Sources m_sources;
    ConnectionBrowser &m_browser;
    BusyLine *m_progress;
    QTimer m_progressDelay; //!< until the progress line is shown
    QDeadlineTimer m_progressEnd; //!< the line is not hidden before this time
    QTimer m_progressEndTimer;
    MessageBanner *m_banner;
    ConnectionTableView *m_table;
    StatePage *m_statePage;
    StatePage *m_belowFields; //!< in place of rows while the fields that filter columns stay
    QStackedLayout *m_stack;
    HintList *m_hints; //!< about the listing as a whole
    std::optional<StatePage::Content> m_notice;
    std::optional<StatePage::Content> m_failure;
    QString m_organizationTitle;
    std::function<Remedy(const ApiError &)> m_remedies;
    bool m_hadRows = false; //!< hasRows() of what is on screen
    bool m_isPartial = false;
    bool m_isSortHintShown = false;
    std::optional<PageRequest> m_shown; //!< the request of the rows on screen
    ListingSearch *m_search;
    SearchBar *m_searchBar;
    StatePage::Content m_searchContent; //!< of the search bar
    QShortcut *m_leaveSearch;
    ApiError m_waitCause; //!< of the search, while m_waitEnd is in the future
    QDeadlineTimer m_waitEnd{0};
    QTimer m_countdown;
};

} // namespace Vestibule
