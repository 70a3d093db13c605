// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/inventory.h"
#include "core/inventorysource.h"
#include "export/exportwriter.h"
#include "formats/exporttarget.h"
#include "formats/inventoryencoder.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <variant>

namespace Vestibule {

//! What was written of an inventory. The summary is as of the beginning; if it is not complete,
//! neither are the rows, and people must be told.
struct InventoryCount {
    qsizetype rows = 0;
    InventorySummary summary{};
};

//! Writes the rows of a list of an inventory to a file, in the query's order, whole or not at all.
//! The window and the terminal both use it.
class InventoryExport final : public QObject {
    Q_OBJECT

public:
    struct Request {
        InventoryQuery query{};
        InventoryLayout layout{};
        QString path{}; //!< empty: standard output
        //! Makes another encoder than that of the layout; null: that one.
        std::function<std::unique_ptr<InventoryEncoder>(const InventorySummary &)> makeEncoder{};
    };

    enum class State {
        Reading,
        Saving, //!< everything is read: too late to cancel
        Written,
        Failed, //!< outcome() says why; nothing was written
        Cancelled, //!< nothing was written
    };
    Q_ENUM(State)

    using Outcome = std::variant<InventoryCount, InventoryProblem, WriteError>;

    InventoryExport(InventorySourcePtr source, const Request &request, QObject *parent = nullptr);
    ~InventoryExport() override;

    //! Call it once. Never ends the export from inside the call.
    void start();
    //! Stops at once and leaves the file as it was. Does nothing unless it is Reading.
    void cancel();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isRunning() const
    {
        return m_state == State::Reading || m_state == State::Saving;
    }
    [[nodiscard]] const Request &request() const { return m_request; }
    [[nodiscard]] qsizetype rowsRead() const { return m_written.rows; }
    //! Number of rows to read; -1 while it is not known.
    [[nodiscard]] qsizetype total() const { return m_total; }
    //! The target's name for people; empty for standard output.
    [[nodiscard]] QString targetName() const;
    //! While Written or Failed.
    [[nodiscard]] const Outcome &outcome() const { return m_outcome; }

Q_SIGNALS:
    //! State or progress.
    void changed();

private:
    template <typename T>
    using InventoryReply = InventorySource::InventoryReply<T>;

    void openView();
    void readPage();
    void takePage(const QList<InventoryRow> &rows);
    void commit();
    [[nodiscard]] bool put(const QByteArray &bytes);
    void failToWrite();
    void finish(const Outcome &outcome);
    void release();
    void setState(State state);

    InventorySourcePtr m_source;
    Request m_request;
    std::unique_ptr<ExportTarget> m_target; //!< null when it is not Reading
    std::unique_ptr<InventoryEncoder> m_encoder;
    InventoryReply<InventorySummary> m_summarizing;
    InventoryReply<InventoryView> m_opening;
    InventoryReply<QList<InventoryRow>> m_fetching;
    ReplyPtr<std::monostate, WriteError> m_saving; //!< null unless Saving
    std::optional<InventoryView> m_view;
    InventoryCount m_written;
    qsizetype m_total = -1;
    State m_state = State::Reading;
    Outcome m_outcome;
};

} // namespace Vestibule
