// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionsource.h"
#include "core/inventorysource.h"
#include "export/listingreader.h"
#include "export/organizationreporttext.h"
#include "export/reportjob.h"
#include "formats/savedview.h"

#include <QByteArrayList>
#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <variant>

namespace Vestibule {

//! Writes the report of one organization to a file, whole or not at all: of a tenant's listing, of
//! a saved view, or of an organization in an inventory.
class OrganizationReport final : public ReportJob {
    Q_OBJECT

public:
    //! Of a tenant. It is read from the first page to the last, without a filter.
    struct Listing {
        ConnectionSourcePtr source; //!< not null
        QString tenant{}; //!< as InventorySummary::tenant
        Organization organization{};
    };
    struct InInventory {
        InventorySourcePtr source; //!< not null
        QString organization{}; //!< an id or a name
    };
    using Origin = std::variant<Listing, SavedViewPtr, InInventory>;

    struct Request {
        Origin origin;
        QString file{}; //!< of the saved view or inventory, to name it; empty: it is not named
        QString path{}; //!< empty: standard output
    };

    explicit OrganizationReport(const Request &request, QObject *parent = nullptr);
    ~OrganizationReport() override;

    //! While Written. The findings in the rows of a listing are in the report alone.
    [[nodiscard]] const OrganizationReportContent &content() const { return m_content; }

protected:
    void read(const QByteArrayList &hashes) override;
    void stopReading() override;

private:
    template <typename T>
    using InventoryReply = InventorySource::InventoryReply<T>;

    //! Opens a view, calls the function with its first rows, and closes it.
    template <typename Function>
    void fetch(const InventoryQuery &query, Function function);
    void readFrom(const Listing &listing);
    void readFrom(const SavedViewPtr &view);
    void readFrom(const InInventory &inventory);
    void takeListing(const ListingReader::Outcome &outcome);
    void findOrganization();
    void readLinks();
    void readMutes();
    //! Of the rule at this place and of those after it.
    void readFindings(qsizetype rule);
    void makeReport();

    Request m_request;
    OrganizationReportContent m_content;
    InventorySourcePtr m_inventory; //!< null unless the organization is in one
    std::unique_ptr<ListingReader> m_reader; //!< null unless a listing is read
    QList<FindingMute> m_mutes;
    InventoryReply<InventorySummary> m_summarizing;
    InventoryReply<InventoryView> m_opening;
    InventoryReply<QList<InventoryRow>> m_fetching;
    InventoryReply<QList<FindingMute>> m_readingMutes;
    std::optional<InventoryView> m_view;
};

} // namespace Vestibule
