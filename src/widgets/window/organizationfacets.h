// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/listingfacets.h"
#include "widgets/controls/sidelist.h"

#include <QObject>

namespace Vestibule {

class ConnectionBrowser;
class ConnectionFilterModel;
class WindowActions;

//! The facets of the organization that is shown, as entries of the side list. Choosing enabled or
//! disabled sets the tenant's filter; choosing another value keeps the rows on screen that have it.
//! The numbers are those of the rows that Find leaves.
class OrganizationFacets final : public QObject {
    Q_OBJECT

public:
    //! All of it outlives this object.
    struct Sources {
        ConnectionBrowser &browser;
        ConnectionFilterModel &rows;
        const WindowActions &actions;
    };

    explicit OrganizationFacets(const Sources &sources, QObject *parent = nullptr);

    //! Empty while there is nothing to choose.
    [[nodiscard]] const QList<SideList::Entry> &entries() const { return m_entries; }
    void choose(const QString &key);
    //! Takes back what was chosen, except the tenant's filter.
    void clear();
    void update();

Q_SIGNALS:
    void changed();
    //! Other rows are kept.
    void filterChanged();

private:
    void setFilter(const ListingFilter &filter);

    Sources m_sources;
    ListingFilter m_filter;
    QList<SideList::Entry> m_entries;
};

} // namespace Vestibule
