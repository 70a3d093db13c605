// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/inventorysource.h"
#include "models/inventorymodel.h"

#include <QList>
#include <QObject>

#include <optional>

namespace Vestibule {

//! One list of the open inventory: which rows it shows in which order, and what they have in
//! common. Sorting and filtering take time, so the rows on screen stay until the new ones are
//! there.
class InventoryListing final : public QObject {
    Q_OBJECT

public:
    explicit InventoryListing(InventoryList list, QObject *parent = nullptr);
    ~InventoryListing() override;

    //! Another inventory, whose rows are read as soon as show() is called; null: none. The filter
    //! and the order stay.
    void setSource(const InventorySourcePtr &source);
    //! The list is on screen now: reads it unless it has been read.
    void show();
    //! Sorts and filters again, for rows that a sweep has read since.
    void refresh();
    //! The same, unless show() was never called: then show() will read everything.
    void refreshIfShown();
    //! Stops sorting; the rows, the filter and the order are again those that were there before.
    void cancel();

    [[nodiscard]] InventoryList list() const { return m_model.list(); }
    //! What is wanted; shownQuery() may still be another one.
    [[nodiscard]] const InventoryQuery &query() const { return m_query; }
    //! What the rows are; absent while there are none.
    [[nodiscard]] const std::optional<InventoryQuery> &shownQuery() const { return m_shown; }
    void setFilter(const InventoryFilter &filter);
    void setOrder(InventoryColumn column, bool isDescending);
    //! The order in which a list is shown first.
    [[nodiscard]] static InventoryQuery firstQuery(InventoryList list);

    [[nodiscard]] InventoryModel &model() { return m_model; }
    [[nodiscard]] const InventoryModel &model() const { return m_model; }
    [[nodiscard]] const InventorySourcePtr &source() const { return m_source; }
    //! Of shownQuery(); empty until they are counted.
    [[nodiscard]] const QList<InventoryFacet> &facets() const { return m_facets; }
    [[nodiscard]] bool isSorting() const { return m_opening != nullptr || m_beginning != nullptr; }
    //! facets() are not there yet.
    [[nodiscard]] bool isCounting() const { return m_counting != nullptr; }
    //! Why the last attempt to sort, filter or read rows failed; absent when it did not.
    [[nodiscard]] const std::optional<InventoryProblem> &problem() const { return m_problem; }

Q_SIGNALS:
    //! Anything but the contents of rows.
    void changed();

private:
    void open();
    void takeView();
    void showView(const QList<InventoryRow> &beginning);
    void stopOpening();
    void countFacets();

    InventorySourcePtr m_source;
    InventoryModel m_model;
    InventoryQuery m_query;
    std::optional<InventoryQuery> m_shown;
    InventorySource::InventoryReply<InventoryView> m_opening;
    InventoryView m_next; //!< replaces the one on screen as soon as its first rows are there
    InventorySource::InventoryReply<QList<InventoryRow>> m_beginning; //!< the first rows of m_next
    InventorySource::InventoryReply<QList<InventoryFacet>> m_counting;
    QList<InventoryFacet> m_facets;
    std::optional<InventoryProblem> m_problem;
};

} // namespace Vestibule
