// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/apierror.h"
#include "core/connectionsource.h"
#include "core/inventorysource.h"
#include "export/exportwriter.h"
#include "export/listingreader.h"
#include "export/organizationreporttext.h"
#include "formats/exporttarget.h"
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
class OrganizationReport final : public QObject {
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

    enum class State {
        Reading,
        Saving, //!< everything is read: too late to cancel
        Written,
        Failed, //!< outcome() says why; nothing was written
        Cancelled, //!< nothing was written
    };
    Q_ENUM(State)

    //! The inventory has no organization with that name or id.
    struct UnknownOrganization {
        QString text{};
    };
    //! The monostate is that of a report that was written; if content() is not whole, people must
    //! be told.
    using Outcome = std::variant<std::monostate, UnknownOrganization, InventoryProblem, ApiError,
                                 ListingMismatch, WriteError>;

    explicit OrganizationReport(const Request &request, QObject *parent = nullptr);
    ~OrganizationReport() override;

    //! Call it once. Never ends the report from inside the call.
    void start();
    //! Stops at once and leaves the file as it was. Does nothing unless it is Reading.
    void cancel();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isRunning() const
    {
        return m_state == State::Reading || m_state == State::Saving;
    }
    [[nodiscard]] const Request &request() const { return m_request; }
    //! The target's name for people; empty for standard output.
    [[nodiscard]] QString targetName() const;
    //! While Written or Failed.
    [[nodiscard]] const Outcome &outcome() const { return m_outcome; }
    //! While Written. The findings in the rows of a listing are in the report alone.
    [[nodiscard]] const OrganizationReportContent &content() const { return m_content; }

Q_SIGNALS:
    void changed();

private:
    template <typename T>
    using InventoryReply = InventorySource::InventoryReply<T>;

    //! Calls the function with the value of the reply, or ends with its problem.
    template <typename T, typename Function>
    void then(InventoryReply<T> &reply, Function function);
    //! Opens a view, calls the function with its first rows, and closes it.
    template <typename Function>
    void fetch(const InventoryQuery &query, Function function);
    void read(const Listing &listing);
    void read(const SavedViewPtr &view);
    void read(const InInventory &inventory);
    void takeListing(const ListingReader::Outcome &outcome);
    void findOrganization();
    void readLinks();
    void readMutes();
    //! Of the rule at this place and of those after it.
    void readFindings(qsizetype rule);
    void save();
    void finish(const Outcome &outcome);
    void release();
    void setState(State state);

    Request m_request;
    OrganizationReportContent m_content;
    std::unique_ptr<ExportTarget> m_target; //!< null when it is not Reading
    InventorySourcePtr m_inventory; //!< null unless the organization is in one
    std::unique_ptr<ListingReader> m_reader; //!< null unless a listing is read
    QList<FindingMute> m_mutes;
    InventoryReply<QByteArrayList> m_hashing;
    InventoryReply<InventorySummary> m_summarizing;
    InventoryReply<InventoryView> m_opening;
    InventoryReply<QList<InventoryRow>> m_fetching;
    InventoryReply<QList<FindingMute>> m_readingMutes;
    ReplyPtr<std::monostate, WriteError> m_saving; //!< null unless Saving
    std::optional<InventoryView> m_view;
    State m_state = State::Reading;
    Outcome m_outcome;
};

} // namespace Vestibule
