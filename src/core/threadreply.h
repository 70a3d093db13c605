// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/reply.h"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <type_traits>
#include <utility>

namespace Vestibule {

//! Runs a function in a new thread that ends with it; in the calling thread when the system has no
//! thread left. Use ThreadReply, which hands the result over.
void runInThread(const std::function<void()> &function);

//! The result of a function that runs in a separate thread, for work that would block the user's
//! thread. Unless it is given a thread, every ThreadReply starts a new one (about 0.1 ms), so that
//! work which hangs in the system delays no other.
//!
//! The function returns a Result<T, E>. It may take a `const std::atomic_bool &`, which becomes
//! true when the reply is cancelled or destroyed, and return early then; without that it runs to
//! its end, as writing a file must. It is moved into the thread, and what it captured is destroyed
//! there, before finished() comes. A result that arrives after cancel() is dropped there, too.
//!
//! The program's end does not wait for the thread: what has to be complete must be waited for.
template <typename T, typename E = ApiError>
class ThreadReply final : public Reply<T, E> {
public:
    //! Starts the function now.
    template <typename Function>
    explicit ThreadReply(Function function)
        : ThreadReply(runInThread, std::move(function))
    {
    }
    //! Hands the function to `start`, which gets a std::function<void()>. It must call that once in
    //! any thread, or the reply never finishes.
    template <typename Start, typename Function>
    ThreadReply(const Start &start, Function function)
        : m_handover(std::make_shared<Handover>(this))
    {
        const auto work = std::make_shared<std::optional<Function>>(std::move(function));
        start([handover = m_handover, work] {
            Result<T, E> result = call(**work, handover->isCancelled);
            work->reset();
            handover->deliver(std::move(result));
        });
    }
    ~ThreadReply() override { m_handover->close(); }

private:
    //! What the two threads share. It outlives the reply when the function takes longer.
    class Handover final {
    public:
        explicit Handover(ThreadReply *reply)
            : m_reply(reply)
        {
        }

        void deliver(Result<T, E> result)
        {
            const std::scoped_lock lock(m_mutex);
            if (!m_reply)
                return;
            m_result.emplace(std::move(result));
            const auto takeResult = [reply = m_reply] { reply->finish(reply->m_handover->take()); };
            QMetaObject::invokeMethod(m_reply, takeResult, Qt::QueuedConnection);
        }

        [[nodiscard]] Result<T, E> take()
        {
            const std::scoped_lock lock(m_mutex);
            return *std::exchange(m_result, {});
        }

        void close()
        {
            isCancelled = true;
            const std::scoped_lock lock(m_mutex);
            m_reply = nullptr;
        }

        std::atomic_bool isCancelled = false;

    private:
        std::mutex m_mutex;
        ThreadReply *m_reply; //!< null when it does not want the result any more
        std::optional<Result<T, E>> m_result;
    };

    template <typename Function>
    static Result<T, E> call(Function &function, const std::atomic_bool &isCancelled)
    {
        if constexpr (std::is_invocable_v<Function &, const std::atomic_bool &>)
            return function(isCancelled);
        else
            return function();
    }

    void abortWork() override { m_handover->close(); }

    std::shared_ptr<Handover> m_handover;
};

} // namespace Vestibule
