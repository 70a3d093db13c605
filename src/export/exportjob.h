// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "export/connectionexport.h"
#include "export/exportorder.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QObject>

#include <chrono>
#include <memory>

namespace Vestibule {

class TenantSession;

//! An export as a person follows it, from the choice of a file to its end: how far it is, what
//! holds it up, and how it goes on.
//!
//! It stays with the tenant of its order while the session moves on to others. It takes a new token
//! from the session only while that looks at the same domain.
class ExportJob final : public QObject {
    Q_OBJECT

public:
    enum class State {
        Reading,
        HeldUp, //!< failure() says why; what was read is kept
        Saving, //!< everything is read: too late to cancel
        Written,
        Failed, //!< outcome() says why; nothing was written, but see WriteError::written
        Cancelled, //!< nothing was written
    };
    Q_ENUM(State)

    //! What it takes to go on.
    enum class WayOn {
        GoOn, //!< nothing but goOn()
        EnterToken, //!< for the tenant that the session looks at, which is this one
        OpenTenant, //!< a token, which the session can be given when it looks at this tenant again
    };

    //! \a session outlives the job.
    ExportJob(TenantSession &session, ExportOrder order, QObject *parent = nullptr);
    ~ExportJob() override;

    //! Once.
    void start();
    //! Stops at once and leaves the file as it was. Nothing happens unless canCancel().
    void cancel();
    //! Goes on where it was held up, or begins anew after it has failed or was cancelled. Nothing
    //! happens while the tenant must be opened first.
    void goOn();
    //! Begins anew with another file, after it has failed or was cancelled.
    void writeTo(const QString &path);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool canCancel() const;
    //! Something is still to come: reading, held up or saving.
    [[nodiscard]] bool isRunning() const;
    //! Without its token and its source when Written.
    [[nodiscard]] const ExportOrder &order() const { return m_order; }
    [[nodiscard]] qsizetype rowsRead() const { return m_rowsRead; }
    //! -1 while nobody knows.
    [[nodiscard]] qsizetype total() const { return m_total; }
    //! Spent on reading, while Reading or HeldUp; the time while it was held up does not count.
    [[nodiscard]] std::chrono::milliseconds elapsed() const;
    //! Until the tenant is asked again, which waits because of waitCause(); 0 when nothing waits.
    [[nodiscard]] std::chrono::milliseconds waitLeft() const;
    [[nodiscard]] const ApiError &waitCause() const { return m_waitCause; }
    //! The target's name for people.
    [[nodiscard]] QString targetName() const;
    //! While Written or Failed.
    [[nodiscard]] const ConnectionExport::Outcome &outcome() const { return m_outcome; }
    //! The tenant's, while HeldUp or Failed; null when it did not fail.
    [[nodiscard]] const ApiError *failure() const;
    [[nodiscard]] WayOn wayOn() const;

Q_SIGNALS:
    //! State, progress or the way on.
    void changed();

private:
    void make();
    void begin();
    void showProgress(qsizetype rows, qsizetype total);
    void wait(std::chrono::milliseconds delay, const ApiError &cause);
    void holdUp(const ApiError &error);
    void finish(const ConnectionExport::Outcome &outcome);
    void dropToken();
    void setState(State state);

    TenantSession &m_session;
    ExportOrder m_order;
    std::unique_ptr<ConnectionExport> m_export; //!< null when Written
    State m_state = State::Reading;
    ConnectionExport::Outcome m_outcome;
    qsizetype m_rowsRead = 0;
    qsizetype m_total = -1;
    std::chrono::milliseconds m_elapsedBefore{}; //!< until it was held up last
    QElapsedTimer m_sinceStart;
    QDeadlineTimer m_waitEnd;
    ApiError m_waitCause;
};

} // namespace Vestibule
