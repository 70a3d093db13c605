// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/apierror.h"
#include "core/inventory.h"
#include "core/sweepsource.h"
#include "inventory/keptinventories.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <chrono>
#include <memory>
#include <optional>
#include <variant>

namespace Vestibule {

//! What to sweep, and into which working inventory.
struct SweepRequest {
    QString tenant{}; //!< InventorySummary::tenant
    SweepSourcePtr source{}; //!< not null
    QString path{}; //!< of the working inventory; made when it is not there
    QStringList scopes{}; //!< of the token; empty if they are not known
    //! Organizations to read in place of those that the tenant lists; empty: all. Going on needs
    //! the same ones.
    QStringList givenIds{};
    bool retryFailed = false; //!< reads those that failed again; otherwise they stay failed
    //! Begins with an inventory that is empty but for its mutes, and keeps a finished one as
    //! keptInventories(path) tells. One that this has begun and that is not finished goes on
    //! instead, so that the same request goes on after a crash.
    bool anew = false;
    KeepLimits keep{}; //!< of finished inventories that this one replaces
    //! Reads the tenant's connections as well, once its organizations are listed, unless the
    //! inventory has them. Without a right to them the sweep goes on: see catalogueError().
    bool catalogue = false;
    //! For the terminal: whatever would pause the sweep ends it.
    bool endsOnFailures = false;
};

//! Reads all organizations of a tenant, and the connections of each, into a working inventory,
//! which a thread of its own writes. Killed at any moment, it goes on from there with the same
//! request: no organization that was committed is asked for again.
//!
//! It makes N + 2 x ceil(N/100) requests for N organizations, and with the catalogue ceil(C/100)
//! for C connections, at least one, besides repetitions.
class Sweep final : public QObject {
    Q_OBJECT

public:
    enum class State {
        Opening, //!< opens or makes the file, and looks what is there
        Reading, //!< lists organizations and reads their connections, side by side
        ListingAgain, //!< all are read: asks which organizations have appeared or vanished
        Pausing, //!< commits what has arrived
        Paused, //!< by the user, or by a cause: see cause()
        Ending, //!< commits what has arrived, then Ended
        Ended, //!< complete, or with failures, or stopped: see summary()
    };
    Q_ENUM(State)

    //! Why it is paused or has ended before its time: the tenant's refusal, three equal failures,
    //! or the file. std::monostate when the user wanted it, or when all is done.
    using Cause = std::variant<std::monostate, ApiError, InventoryProblem>;

    explicit Sweep(SweepRequest request, QObject *parent = nullptr);
    //! What was committed stays; what is under way is lost, as if the program were killed.
    ~Sweep() override;

    //! Call it once.
    void start();
    void pause();
    //! Goes on after a pause. Another source, for example with a new token, must be of the same
    //! tenant; null keeps the one it has.
    void resume(SweepSourcePtr source = {});
    //! Ends after what has arrived is committed.
    void stop();
    //! In percent, 1 to 100.
    void setShare(int percent);
    [[nodiscard]] int share() const;

    [[nodiscard]] State state() const;
    [[nodiscard]] const Cause &cause() const;
    //! Why the tenant's connections were asked for and not read. They do not pause a sweep.
    [[nodiscard]] const std::optional<ApiError> &catalogueError() const;
    //! Reading, ListingAgain or Opening; Paused counts as well.
    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] const SweepRequest &request() const;
    //! Kept up to date with every commit, at least ten times a second while it reads.
    [[nodiscard]] const InventorySummary &summary() const;
    //! Of this stretch, monotonic, without pauses.
    [[nodiscard]] std::chrono::milliseconds elapsed() const;
    //! Organizations a second, over the last minute of reading; absent in the first two seconds.
    [[nodiscard]] std::optional<double> pace() const;
    //! As far as the limits and the pace so far tell; absent while nothing is known.
    [[nodiscard]] std::optional<std::chrono::seconds> timeLeft() const;
    //! Until requests go on that wait for the rate limit or for a retry; 0 when none waits.
    [[nodiscard]] std::chrono::milliseconds waitLeft() const;
    [[nodiscard]] const ApiError &waitCause() const;

Q_SIGNALS:
    //! State, counts, wait or cause.
    void changed();
    //! Once; state() is Ended.
    void ended();

private:
    class Private;
    std::unique_ptr<Private> d;
};

//! The folder of working inventories, made when it is not there; only the user can read it. Empty
//! when it cannot be made.
[[nodiscard]] QString inventoryFolder();
//! The working inventory of a tenant (InventorySummary::tenant) and, for `sweep --into`, a target.
[[nodiscard]] QString workingInventory(const QString &tenant, const QString &target = {});

} // namespace Vestibule
