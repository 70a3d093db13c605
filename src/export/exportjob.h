// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/signin.h"
#include "export/exportrequest.h"
#include "export/exportwriter.h"
#include "export/listingreader.h"

#include <QDateTime>
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QObject>
#include <QString>

#include <chrono>
#include <memory>
#include <optional>
#include <variant>

namespace Vestibule {

class SourceFactory;
class TenantSession;

//! One export, from the request to its end: reads the rows, writes them whole or not at all, and
//! knows how far it is. The window and the terminal both run this class.
//!
//! It keeps the tenant of its request when the session opens another one. It takes a new token or
//! application from the session only while the session shows a tenant of the same domain.
class ExportJob final : public QObject {
    Q_OBJECT

public:
    enum class State {
        Reading,
        Paused, //!< by a failure, see failure(); what was read is kept
        Saving, //!< everything is read: too late to cancel
        Written,
        Failed, //!< outcome() says why; nothing was written, but see WriteError::written
        Cancelled, //!< nothing was written
    };
    Q_ENUM(State)

    //! What must happen before resume() can help.
    enum class ResumeNeeds {
        Nothing,
        Token, //!< a new one, or a new secret, for the session's tenant, which is the job's
        OpenTenant, //!< the same, but the session must open the job's tenant first
    };

    //! The rows that were written, or why there are none; but see WriteError::written.
    using Outcome = std::variant<ExportCount, ApiError, ListingMismatch, WriteError>;

    //! For the terminal: fails when the tenant does not answer as it should.
    explicit ExportJob(const ExportRequest &request, QObject *parent = nullptr);
    //! For the window: pauses instead, once it has rows, and resumes with a new source. The session
    //! outlives the job.
    ExportJob(const ExportRequest &request, TenantSession &session, QObject *parent = nullptr);
    ~ExportJob() override;

    //! Call it once. Never ends the job from inside the call.
    void start();
    //! Stops at once and leaves the file as it was. Does nothing unless canCancel().
    void cancel();
    //! Continues where it was paused, or starts again after it failed or was cancelled. An
    //! application that was refused gets another token first, since its rights may have been
    //! changed. Does nothing while resumeNeeds() is OpenTenant.
    void resume();
    //! Starts again with another file, after it failed or was cancelled.
    void writeTo(const QString &path);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool canCancel() const;
    //! Reading, Paused or Saving.
    [[nodiscard]] bool isRunning() const;
    //! Once Written, it no longer has its token or application, and its source.
    [[nodiscard]] const ExportRequest &request() const { return m_request; }
    [[nodiscard]] const ExportProvenance &provenance() const { return m_provenance; }
    [[nodiscard]] qsizetype rowsRead() const { return m_count.rows; }
    //! Number of rows to read; -1 while it is not known.
    [[nodiscard]] qsizetype total() const { return m_total; }
    //! Spent on reading so far; pauses do not count.
    [[nodiscard]] std::chrono::milliseconds elapsed() const;
    //! Until the next try of a request that waits because of waitCause(); 0 when none waits.
    [[nodiscard]] std::chrono::milliseconds waitLeft() const;
    [[nodiscard]] const ApiError &waitCause() const { return m_waitCause; }
    //! The target's name for people; empty for standard output.
    [[nodiscard]] QString targetName() const;
    //! While Written or Failed.
    [[nodiscard]] const Outcome &outcome() const { return m_outcome; }
    //! The error of a request, while Paused or Failed; null when something else is the cause.
    [[nodiscard]] const ApiError *failure() const;
    [[nodiscard]] ResumeNeeds resumeNeeds() const;

Q_SIGNALS:
    //! State, progress, wait, or what resuming needs.
    void changed();
    //! rowsRead() is another number; it falls back to 0 when the list changed while it was read and
    //! is read again. Followed by changed().
    void progressed();
    //! waitLeft() grew by this much. Followed by changed().
    void waitExtended(std::chrono::milliseconds by);

private:
    void startReading();
    void restartReading();
    void writePage(const ConnectionPage &page);
    void endReading(const ListingReader::Outcome &outcome);
    void startClock();
    void showProgress(qsizetype total);
    void extendWait(std::chrono::milliseconds delay, const ApiError &cause);
    void goOn();
    [[nodiscard]] bool hasOtherAccess() const;
    [[nodiscard]] bool needsOtherToken() const;
    void renewSource();
    void pause(const ApiError &error);
    void commit();
    void finish(const Outcome &outcome);
    void failToWrite();
    void setState(State state);

    ExportRequest m_request;
    ExportProvenance m_provenance;
    const TenantSession *m_session = nullptr; //!< may have a new token; null in the terminal
    SourceFactory *m_sourceFactory = nullptr; //!< makes a new source; null in the terminal
    std::unique_ptr<ListingReader> m_reader; //!< null for rows that were read before
    std::unique_ptr<ExportWriter> m_writer; //!< null unless Reading or Paused
    SignInPtr m_signIn; //!< while it asks for another token; shared with the sources
    ReplyPtr<AccessToken> m_renewal; //!< the job goes on with it
    ReplyPtr<std::monostate, WriteError> m_saving; //!< null unless Saving
    std::optional<WriteError> m_writeError; //!< finish() with it is queued
    State m_state = State::Reading;
    Outcome m_outcome;
    ExportCount m_count; //!< of the rows written so far
    QDateTime m_readAt; //!< of the latest page
    qsizetype m_total = -1;
    std::chrono::milliseconds m_elapsedBefore{}; //!< until the latest pause
    QElapsedTimer m_clock; //!< since the start or the latest resume()
    QDeadlineTimer m_waitEnd;
    ApiError m_waitCause;
    std::chrono::milliseconds m_limitWait{}; //!< total wait for the rate limit
};

} // namespace Vestibule
