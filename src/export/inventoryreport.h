// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/drift.h"
#include "core/inventorysource.h"
#include "export/exportwriter.h"
#include "export/reporttext.h"
#include "formats/exporttarget.h"

#include <QByteArrayList>
#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <variant>

namespace Vestibule {

class InventoryComparison;

//! Writes the report of an inventory to a file, whole or not at all. The window and the terminal
//! both use it.
class InventoryReport final : public QObject {
    Q_OBJECT

public:
    //! With an older inventory, or with that of another tenant: the report says what differs.
    struct Comparison {
        QString path{}; //!< of the old inventory
        bool namesFile = true; //!< see Request
        DriftOptions options{};
        DriftPtr drift{}; //!< if it was compared before; null: the report compares
    };

    struct Request {
        QString
            inventory{}; //!< the file of the source; its SHA-256 is in the report if it is sealed
        bool namesFile = true; //!< false: the file is the program's own, and not one to keep
        QString path{}; //!< empty: standard output
        std::optional<Comparison> comparison{};
    };

    enum class State {
        Reading,
        Saving, //!< everything is read: too late to cancel
        Written,
        Failed, //!< outcome() says why; nothing was written
        Cancelled, //!< nothing was written
    };
    Q_ENUM(State)

    //! The summary is that of the report; if it is not complete, people must be told.
    using Outcome = std::variant<InventorySummary, InventoryProblem, WriteError>;

    InventoryReport(InventorySourcePtr source, const Request &request, QObject *parent = nullptr);
    ~InventoryReport() override;

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
    //! How far the comparison is, 0 to 100; absent unless it runs.
    [[nodiscard]] std::optional<int> comparedPercent() const;
    //! What differs; null before it is known, and without a comparison.
    [[nodiscard]] const DriftPtr &drift() const { return m_content.drift; }

Q_SIGNALS:
    void changed();

private:
    template <typename T>
    using InventoryReply = InventorySource::InventoryReply<T>;

    //! Calls the function with the value of the reply, or ends with its problem.
    template <typename T, typename Function>
    void then(InventoryReply<T> &reply, Function function);
    void hash();
    void compare();
    void summarize();
    void count();
    void countFindings();
    //! Of the rule at this place and of those after it.
    void readFindings(qsizetype rule);
    void readConnections();
    void readFailed();
    void save();
    void closeView();
    void finish(const Outcome &outcome);
    void release();
    void setState(State state);

    InventorySourcePtr m_source;
    Request m_request;
    ReportContent m_content;
    std::unique_ptr<ExportTarget> m_target; //!< null when it is not Reading
    ReplyPtr<QByteArrayList, InventoryProblem> m_hashing;
    std::unique_ptr<InventoryComparison> m_comparison; //!< null unless it runs
    ReplyPtr<DriftPtr, InventoryProblem> m_comparing;
    InventoryReply<InventorySummary> m_summarizing;
    InventoryReply<InventoryOverview> m_counting;
    InventoryReply<InventoryView> m_opening;
    InventoryReply<QList<InventoryRow>> m_fetching;
    InventoryReply<QList<QList<OrganizationUse>>> m_fetchingUses;
    ReplyPtr<std::monostate, WriteError> m_saving; //!< null unless Saving
    std::optional<InventoryView> m_view;
    State m_state = State::Reading;
    Outcome m_outcome;
};

} // namespace Vestibule
