// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/inventory.h"
#include "core/reply.h"
#include "core/result.h"
#include "core/threadreply.h"
#include "inventory/database.h"

#include <QString>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <type_traits>
#include <utility>
#include <variant>

namespace Vestibule {

//! One connection to a database, and the thread that it belongs to. Tasks run in that thread one
//! after the other, in the order of their calls.
class DatabaseThread final {
public:
    //! Opens the file in the thread. If that fails, every task has that problem.
    DatabaseThread(const QString &path, Database::Mode mode);
    //! The same with a function that looks at the file in the thread, before it is opened.
    DatabaseThread(const QString &path,
                   std::function<Result<Database::Mode, InventoryProblem>()> modeToOpen);
    //! The task that runs is interrupted, and those that wait do not run: their replies end with
    //! Cancelled. Does not wait for the thread, which may hang in the system; the end of the
    //! program does, for two seconds.
    ~DatabaseThread();
    DatabaseThread(const DatabaseThread &) = delete;
    DatabaseThread &operator=(const DatabaseThread &) = delete;

    //! The task gets a `Database &` without a problem, and returns a Result<T, InventoryProblem>.
    //! It does not run when its reply is dropped before, and is interrupted when that is dropped
    //! while it runs. A problem that it leaves behind in the database is the reply's, in place of
    //! its result.
    template <typename Task>
    [[nodiscard]] auto run(Task task)
    {
        using TaskResult = std::invoke_result_t<Task &, Database &>;
        using T = typename TaskResult::value_type;
        auto work = [shared = m_shared, task = std::move(task)](
                        const std::atomic_bool &isCancelled) mutable -> TaskResult {
            if (auto problem = begin(*shared, isCancelled))
                return *std::move(problem);
            TaskResult result = task(*shared->database);
            if (auto problem = end(*shared))
                return *std::move(problem);
            return result;
        };
        const auto start = [this](std::function<void()> function) { add(std::move(function)); };
        return ReplyPtr<T, InventoryProblem>(
            new ThreadReply<T, InventoryProblem>(start, std::move(work)));
    }

    //! Runs a function that uses no database after all tasks so far, also when opening failed.
    void post(std::function<void()> function) { add(std::move(function)); }

    //! Closes the connection when all tasks so far are done; later ones end with Cancelled. So that
    //! what SQLite removes at the end is gone when this finishes.
    [[nodiscard]] ReplyPtr<std::monostate, InventoryProblem> close();

    //! Waits until the threads of all destroyed objects have closed their files; false if that
    //! takes longer.
    static bool waitForEnded(std::chrono::milliseconds timeout);

private:
    //! What the threads share.
    struct Shared {
        std::mutex mutex{};
        std::condition_variable changed{};
        std::deque<std::function<void()>> tasks{}; //!< guarded by the mutex
        std::atomic_bool isEnding = false; //!< written with the mutex locked
        std::optional<Database> database{}; //!< used in the thread only; absent after close()
        std::optional<InventoryProblem> openingProblem{}; //!< the same
    };

    //! Why a task does not run; absent if it does.
    [[nodiscard]] static std::optional<InventoryProblem> begin(Shared &shared,
                                                               const std::atomic_bool &isCancelled);
    [[nodiscard]] static std::optional<InventoryProblem> end(Shared &shared);
    static void work(Shared &shared, const QString &path,
                     const std::function<Result<Database::Mode, InventoryProblem>()> &modeToOpen);
    void add(std::function<void()> task);

    std::shared_ptr<Shared> m_shared;
    bool m_hasThread = true; //!< false if the system has none left
};

} // namespace Vestibule
