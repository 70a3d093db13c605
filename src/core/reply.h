// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"

#include <QObject>

#include <chrono>
#include <memory>
#include <optional>
#include <utility>

namespace Vestibule {

//! The signals of every Reply<T>, the result of a request that takes time.
//!
//! finished() comes at most once, and never from inside the call that started the request. A reply
//! belongs to the thread that created it, even if other threads work for it.
class ReplyBase : public QObject {
    Q_OBJECT

public:
    explicit ReplyBase(QObject *parent = nullptr);
    ~ReplyBase() override;

    //! Stops the work now; no signal follows, not even destroyed(). Does nothing when the reply has
    //! finished.
    void cancel();

Q_SIGNALS:
    //! The request failed with an error that may pass, and is repeated after the delay. The attempt
    //! is the number of tries so far, or 0 if the request only waits because the tenant's budget is
    //! used up: it would be refused.
    void retryScheduled(int attempt, std::chrono::milliseconds delay,
                        const Vestibule::ApiError &cause);
    //! The result is available.
    void finished();

protected:
    //! Emits finished() from the event loop, unless the reply is cancelled before.
    void finishLater();
    [[nodiscard]] bool isSettled() const { return m_settled; }

private:
    //! Stops the work on the result.
    virtual void abortWork() = 0;

    bool m_settled = false; //!< finished or cancelled
};

//! A request whose result is a T, or the error E when it failed.
template <typename T, typename E = ApiError>
class Reply : public ReplyBase {
public:
    using ReplyBase::ReplyBase;

    //! Only after finished().
    [[nodiscard]] const Result<T, E> &result() const { return *m_result; }

protected:
    void finish(Result<T, E> result)
    {
        if (isSettled())
            return;
        m_result.emplace(std::move(result));
        finishLater();
    }

private:
    std::optional<Result<T, E>> m_result;
};

//! Cancels the reply, and deletes it from the event loop, so that a handler of its signals may drop
//! it.
struct ReplyDeleter {
    void operator()(ReplyBase *reply) const;
};

//! Owns a reply; dropping or reassigning it cancels the request.
template <typename T, typename E = ApiError>
using ReplyPtr = std::unique_ptr<Reply<T, E>, ReplyDeleter>;

} // namespace Vestibule
