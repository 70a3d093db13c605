// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/drift.h"
#include "core/reply.h"
#include "export/exportwriter.h"
#include "formats/driftencoder.h"
#include "formats/exporttarget.h"
#include "models/driftrows.h"

#include <QObject>
#include <QString>

#include <atomic>
#include <memory>
#include <variant>

namespace Vestibule {

//! Writes the differences between two inventories to a file, whole or not at all, in a thread of
//! its own.
class DriftExport final : public QObject {
    Q_OBJECT

public:
    struct Request {
        DriftLayout layout{};
        QString path{}; //!< empty: standard output
    };

    //! The number of rows, or why nothing was written.
    using Outcome = std::variant<qsizetype, WriteError>;

    explicit DriftExport(const Request &request, QObject *parent = nullptr);
    ~DriftExport() override;

    //! Call it first, before a comparison that takes long. False if the target cannot be written:
    //! outcome() says why.
    [[nodiscard]] bool open();
    //! Call it once, after open(). Ends with finished(). With rows, only these of the drift's
    //! changes are written, in the drift's order.
    void write(const DriftPtr &drift, const DriftRowsPtr &rows = {});
    //! Stops at once and leaves the file as it was. False if it is too late for that: the file is
    //! being put in its place.
    bool cancel();

    //! After finished().
    [[nodiscard]] const Outcome &outcome() const { return m_outcome; }
    //! The target's name for people; empty for standard output.
    [[nodiscard]] QString targetName() const;

Q_SIGNALS:
    void finished();

private:
    //! What the thread and this object agree on.
    enum class Phase { Encoding, Saving, Cancelled };

    Request m_request;
    std::shared_ptr<ExportTarget> m_target; //!< null unless it is open and not being written
    std::shared_ptr<std::atomic<Phase>> m_phase =
        std::make_shared<std::atomic<Phase>>(Phase::Encoding);
    ReplyPtr<qsizetype, WriteError> m_writing;
    Outcome m_outcome;
};

} // namespace Vestibule
