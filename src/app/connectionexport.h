// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/exporttarget.h"
#include "app/listingreader.h"
#include "core/connectionwriter.h"

#include <QObject>

#include <memory>
#include <variant>

namespace Vestibule {

//! The target did not take the rows.
struct WriteError {
    QString name{}; //!< the target's; empty for standard output
    QString reason{}; //!< in the system's words

    bool operator==(const WriteError &) const = default;
};

//! Writes a listing, or one page of it, to a target: whole or not at all.
class ConnectionExport final : public QObject {
    Q_OBJECT

public:
    using Outcome = std::variant<ExportCount, ApiError, ListingMismatch, WriteError>;

    //! \a target is not null and not open.
    ConnectionExport(std::unique_ptr<ExportTarget> target, ExportFormat format,
                     const ExportProvenance &provenance, QObject *parent = nullptr);
    ~ConnectionExport() override;

    //! Reads the rows with \a reader, which is not null and has not been started.
    void start(std::unique_ptr<ListingReader> reader);
    //! Takes rows that have been read before.
    void start(const ConnectionPage &page);
    //! Stops and leaves the target as it was; no signal follows.
    void cancel();

    //! The target's name for people.
    [[nodiscard]] QString targetName() const { return m_targetName; }

Q_SIGNALS:
    //! Falls back to 0 rows when the list changed while it was read and is read anew. \a total is
    //! -1 when the tenant does not say.
    void progress(qsizetype rows, qsizetype total);
    void retryScheduled(int attempt, std::chrono::milliseconds delay,
                        const Vestibule::ApiError &cause);
    //! At most once, never from inside start(), and not after cancel().
    void finished(const Vestibule::ConnectionExport::Outcome &outcome);

private:
    [[nodiscard]] bool begin();
    void write(const ConnectionPage &page);
    void restart();
    void end(const ListingReader::Outcome &outcome);
    void finish(const Outcome &outcome);
    void failToWrite();
    void release();

    ExportFormat m_format;
    ExportProvenance m_provenance;
    QString m_targetName;
    std::unique_ptr<ExportTarget> m_target; //!< null when it has ended
    std::unique_ptr<ConnectionWriter> m_writer; //!< null when it has ended
    std::unique_ptr<ListingReader> m_reader;
    ExportCount m_count;
    QDateTime m_readAt;
    bool m_isEnded = false; //!< finished, failed or cancelled: nothing more is written
};

} // namespace Vestibule
