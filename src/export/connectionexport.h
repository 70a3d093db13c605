// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "export/listingreader.h"
#include "formats/connectionencoder.h"
#include "formats/exporttarget.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QObject>

#include <chrono>
#include <memory>
#include <optional>
#include <variant>

namespace Vestibule {

//! The target did not take the rows.
struct WriteError {
    QString name{}; //!< the target's; empty for standard output
    QString reason{}; //!< in the system's words
    QString written{}; //!< the target that has the rows: the one beside it failed alone

    bool operator==(const WriteError &) const = default;
};

//! Writes rows of a listing to a target: whole or not at all.
class ConnectionExport final : public QObject {
    Q_OBJECT

public:
    //! The rows that were written, or why there are none; but see WriteError::written.
    using Outcome = std::variant<ExportCount, ApiError, ListingMismatch, WriteError>;

    //! What becomes of the export when the tenant does not answer as it should.
    enum class OnFailure {
        Finish,
        Interrupt, //!< interrupted() tells, and resume() goes on
    };

    struct Options {
        ExportLayout layout{};
        ExportProvenance provenance{};
        //! The rows come from a part of a listing, whose total is not the listing's.
        bool isPart = false;
        std::optional<qsizetype> listingTotal{}; //!< for a part; absent when nobody knows it
        OnFailure onFailure = OnFailure::Finish;
    };

    //! \a target is not null and not open.
    ConnectionExport(std::unique_ptr<ExportTarget> target, Options options,
                     QObject *parent = nullptr);
    ~ConnectionExport() override;

    //! Before start(): writes an ExportSideFile to \a target, too. It appears behind the rows, and
    //! not without them; they stay when it fails at that moment, and WriteError::written says so.
    void setSideTarget(std::unique_ptr<ExportTarget> target);
    //! Reads the rows with \a reader, which is not null and has not been started.
    void start(std::unique_ptr<ListingReader> reader);
    //! Takes rows that have been read before; \a page may hold some of a page's rows.
    void start(const ConnectionPage &page);
    //! While interrupted: goes on where it was. See ListingReader::resume().
    void resume(ConnectionSourcePtr source);
    //! Stops and leaves the target as it was; no signal follows. After committing() it comes too
    //! late: the target is written all the same, and no finished() tells of it.
    void cancel();

    //! The target's name for people.
    [[nodiscard]] QString targetName() const { return m_targetName; }

Q_SIGNALS:
    //! Falls back to 0 rows when the list changed while it was read and is read anew. \a total is
    //! -1 when the tenant does not say.
    void progress(qsizetype rows, qsizetype total);
    //! See ReplyBase; several requests may wait at a time.
    void retryScheduled(int attempt, std::chrono::milliseconds delay,
                        const Vestibule::ApiError &cause);
    //! Until resume() or cancel(); what was read is kept.
    void interrupted(const Vestibule::ApiError &error);
    //! Everything is written, and is being made visible, which a slow disk may take its time for.
    void committing();
    //! At most once, never from inside start(), and not after cancel().
    void finished(const Vestibule::ConnectionExport::Outcome &outcome);

private:
    [[nodiscard]] bool begin();
    [[nodiscard]] bool put(const QByteArray &bytes);
    void write(const ConnectionPage &page);
    void restart();
    void end(const ListingReader::Outcome &outcome);
    void commit();
    [[nodiscard]] bool writeSideFile();
    void finish(const Outcome &outcome);
    void failToWrite(ExportTarget &target);
    void release();

    Options m_options;
    QString m_targetName;
    std::unique_ptr<ExportTarget> m_target; //!< null when it has ended
    std::unique_ptr<ExportTarget> m_sideTarget; //!< null without one, or when it has ended
    std::unique_ptr<ConnectionEncoder> m_encoder;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    qint64 m_size = 0; //!< bytes written
    std::unique_ptr<ListingReader> m_reader;
    ExportCount m_count;
    QDateTime m_readAt;
    bool m_isEnded = false; //!< finished, failed, cancelled or committing: nothing more is written
};

} // namespace Vestibule
