// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/listingoverview.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QWidget>

#include <optional>

class QLabel;

namespace Vestibule {

class BarChart;

//! The rows on screen in numbers and small bars, by whether they are enabled, category, access
//! level and hint. A bar leads to its rows; those of enabled and disabled connections are filters.
//! It has no names of the tenant.
class ListingOverviewView final : public QWidget {
    Q_OBJECT

public:
    struct Listing {
        ListingOverview overview{};
        QString caption{}; //!< what the numbers are of
        std::optional<bool> isEnabled{}; //!< the filter of the listing
        bool canFilter = true; //!< the filter can be another one
    };

    explicit ListingOverviewView(QWidget *parent = nullptr);
    ~ListingOverviewView() override;

    //! Keeps the keyboard's position.
    void showListing(const Listing &listing);

Q_SIGNALS:
    //! Only these are to be listed, or all if they are already.
    void enabledRequested(bool isEnabled);
    //! Connection ids of rows that are to be selected.
    void rowsRequested(const QStringList &ids);

private:
    void showEnabled();
    void alignBars();
    void choose(const BarChart *chart, int bar);
    [[nodiscard]] bool isFilter(int bar) const;

    Listing m_listing;
    QLabel *m_caption;
    BarChart *m_enabled;
    BarChart *m_categories;
    BarChart *m_accessLevels;
    BarChart *m_hints;
};

} // namespace Vestibule
