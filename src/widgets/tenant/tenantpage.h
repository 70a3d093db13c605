// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/inventory.h"
#include "core/inventorysource.h"
#include "widgets/controls/sidelist.h"
#include "widgets/controls/statepage.h"
#include "widgets/tenant/inventorybar.h"

#include <QHash>
#include <QList>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <optional>

class QHBoxLayout;
class QLabel;
class QStackedWidget;
class QToolButton;

namespace Vestibule {

class ChangesPage;
class DetailSplitter;
class DriftBrowser;
class FindField;
class InventoryBrowser;
class InventoryDetails;
class InventoryListing;
class InventoryTableView;
class MessageBanner;
class OverviewPage;
class PrivacyMode;
class ThinProgressBar;

//! The places of the whole tenant: the inventory's bar, one of its lists, and the details of what
//! is selected in it.
class TenantPage final : public QWidget {
    Q_OBJECT

public:
    //! All of them outlive the page.
    struct Sources {
        InventoryBrowser &browser;
        DriftBrowser &drift;
        const PrivacyMode &privacy;
        InventoryBar::Actions actions;
    };

    explicit TenantPage(const Sources &sources, QWidget *parent = nullptr);
    ~TenantPage() override;

    void showList(InventoryList list);
    void showOverview();
    void showChanges();
    [[nodiscard]] bool isOverviewShown() const { return m_view == View::Overview; }
    [[nodiscard]] bool areChangesShown() const { return m_view == View::Changes; }
    //! The list that is shown, or was shown before the overview or the changes.
    [[nodiscard]] InventoryList list() const { return m_list; }
    [[nodiscard]] InventoryListing &listing();
    [[nodiscard]] InventoryTableView &table();
    //! What replaces the lists while no inventory is open; absent: a sentence that none is.
    void setNotice(const std::optional<StatePage::Content> &notice);
    //! The tenant of the inventory for people; empty when the window shows it already.
    void setTenant(const QString &name);
    //! Null: none is running.
    void showSweep(const Sweep *sweep);
    [[nodiscard]] ChangesPage &changes() { return *m_changes; }
    [[nodiscard]] MessageBanner &banner() { return *m_banner; }
    [[nodiscard]] InventoryBar &bar() { return *m_bar; }

    //! The facets of the list, for the side list and chooseFacet().
    [[nodiscard]] const QList<SideList::Entry> &facetEntries() const { return m_facetEntries; }
    void chooseFacet(const QString &key);
    //! Shows the links of a connection in the list of links.
    void showLinksOf(const QString &connection, const std::optional<QString> &name);
    //! Shows what a rule has found, in the list of its subjects.
    void showFindings(FindingRule rule, bool withMuted);

    //! See InventoryDetails.
    void setCatalogueOffered(bool isOffered);
    void setDetailsShown(bool isShown);
    //! What is selected in the list or the changes, whichever is shown.
    void copyRows();
    void copyCell();
    void focusFind();
    //! The keyboard goes to what the page is there for: the rows, or the numbers of the overview as
    //! soon as they are counted, and until then to the one thing that can be done.
    void focusContent();
    void updatePrivacy();

Q_SIGNALS:
    void facetsChanged();
    //! A row that shows an organization was opened.
    void liveRequested(const Vestibule::Organization &organization);
    //! Another list is to be shown, with the filter that it has now.
    void listRequested(Vestibule::InventoryList list);
    //! One of these is to be muted: the selected finding, or wider ones.
    void muteRequested(const QList<Vestibule::FindingKey> &choices);
    void unmuteRequested(const Vestibule::FindingMute &mute);
    //! See InventoryDetails.
    void catalogueRequested();

private:
    enum class View { List, Overview, Changes };

    void layOut();
    void makeTables();
    void updateState();
    void updateContent();
    void updateOverview();
    void updateChanges();
    void hideListParts();
    void showInStack(QWidget *page);
    void focusPage();
    void takeAwaitedFocus();
    void showProblem();
    void updateFilter();
    void updateFooter();
    [[nodiscard]] const InventorySummary &summary() const;
    void updateFacets();
    [[nodiscard]] QList<SideList::Entry> makeFacetEntries() const;
    void updateNewRows();
    void updateNewFindings();
    [[nodiscard]] qsizetype sweepProgress() const;
    void showSelection();
    void openRow(const InventoryRow &row);
    void readMutes();
    //! The finding that the selected row is, in a list that is filtered by a rule.
    [[nodiscard]] std::optional<FindingKey> selectedFinding();
    void updateMute();
    [[nodiscard]] StatePage::Content notice();
    //! Absent when an inventory is open.
    [[nodiscard]] std::optional<StatePage::Content> closedNotice();

    Sources m_sources;
    InventoryList m_list = InventoryList::Links;
    View m_view = View::List;
    //! The rows take the keyboard when they come, unless somebody has moved it on by then.
    bool m_isFocusAwaited = false;
    QPointer<QWidget> m_focusBefore; //!< since when it is awaited
    QString m_tenant;
    std::optional<StatePage::Content> m_notice;
    InventoryBar *m_bar;
    MessageBanner *m_banner;
    FindField *m_find;
    QToolButton *m_connectionFilter;
    QToolButton *m_organizationFilter;
    QToolButton *m_clear;
    QLabel *m_matches;
    ThinProgressBar *m_progress;
    QTimer m_progressDelay;
    QTimer m_refreshPause; //!< until rows that a sweep has read are taken again
    DetailSplitter *m_splitter;
    QStackedWidget *m_stack;
    StatePage *m_statePage;
    QHash<InventoryList, InventoryTableView *> m_tables;
    OverviewPage *m_overview;
    ChangesPage *m_changes;
    InventoryDetails *m_details;
    QWidget *m_footerRow;
    QLabel *m_footer;
    bool m_areDetailsShown = true;
    QList<SideList::Entry> m_facetEntries;
    std::optional<InventoryList> m_facetsList; //!< the list that they are of; absent: of none
    std::optional<InventoryProblem> m_shownProblem;
    InventorySource::InventoryReply<QList<FindingMute>> m_readingMutes;
    QList<FindingMute> m_mutes;
    std::optional<InventorySummary> m_sweepSummary; //!< of the running sweep
    QHash<InventoryList, qsizetype> m_sweptAtRefresh; //!< sweepProgress() when a list was refreshed
    struct {
        QString id{};
        std::optional<QString> name{};
    } m_filterConnection; //!< the connection whose links were opened last; the filter has only its
                          //!< id
    Organization m_filterOrganization; //!< whose links were opened last
};

} // namespace Vestibule
