// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/organization.h"
#include "models/driftmodel.h"
#include "widgets/controls/sidelist.h"
#include "widgets/controls/statepage.h"

#include <QWidget>

#include <optional>

class QAction;
class QComboBox;
class QLabel;
class QStackedWidget;
class QToolButton;

namespace Vestibule {

class DetailSplitter;
class ChangeDetails;
class ChangesTree;
class DriftBrowser;
class FindField;
class MutedLabel;
class PrivacyMode;

//! What differs between two inventories, grouped by organization or connection, or between two
//! listings of one organization, and both values of what is selected: the place Changes, and the
//! middle of a dialog.
class ChangesPage final : public QWidget {
    Q_OBJECT

public:
    //! All of them outlive the page.
    struct Sources {
        DriftBrowser &drift;
        const PrivacyMode &privacy;
        //! Asks with which inventory to compare. Null: the page only shows differences that were
        //! computed elsewhere.
        QAction *compare = nullptr;
    };

    explicit ChangesPage(const Sources &sources, QWidget *parent = nullptr);
    ~ChangesPage() override;

    //! What is shown before anything was compared; absent: a sentence that nothing was.
    void setNotice(const std::optional<StatePage::Content> &notice);
    //! The kinds and fields of the differences, for the side list and chooseFacet().
    [[nodiscard]] QList<SideList::Entry> facetEntries() const;
    void chooseFacet(const QString &key);
    void setDetailsShown(bool isShown);
    //! What is selected in the differences, or the cell of them that has the focus.
    void copyRows() const;
    void copyCell() const;
    void focusFind();
    //! The keyboard goes to the differences.
    void focusContent();
    void updatePrivacy();

Q_SIGNALS:
    void facetsChanged();
    //! This organization is to be looked at live.
    void liveRequested(const Vestibule::Organization &organization);
    //! The links of this organization are to be shown.
    void linksRequested(const Vestibule::Organization &organization);

private:
    void layOut();
    void updateState();
    void updateHead();
    void updateRows();
    void showSelection();
    void openIndex(const QModelIndex &index);
    void setFilter(const DriftFilter &filter);
    [[nodiscard]] StatePage::Content notice() const;
    [[nodiscard]] StatePage::Content withCompare(StatePage::Content content) const;
    [[nodiscard]] StatePage::Content problemNotice(const InventoryProblem &problem) const;
    [[nodiscard]] QString problemText(const InventoryProblem &problem) const;

    Sources m_sources;
    std::optional<StatePage::Content> m_notice;
    QWidget *m_head;
    QLabel *m_old;
    QLabel *m_new;
    MutedLabel *m_notes;
    QLabel *m_progress; //!< of a comparison while the last result is shown
    QToolButton *m_cancel;
    QToolButton *m_swap;
    QToolButton *m_byNames; //!< while the last result is shown in place of one of two tenants
    QComboBox *m_grouping;
    FindField *m_find;
    QLabel *m_matches;
    DetailSplitter *m_splitter;
    QStackedWidget *m_stack;
    StatePage *m_statePage;
    DriftModel m_model;
    ChangesTree *m_tree;
    ChangeDetails *m_details;
    bool m_areDetailsShown = true;
    bool m_leadsFocus = false; //!< to the differences as soon as they are there
};

} // namespace Vestibule
