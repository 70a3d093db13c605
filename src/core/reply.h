// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"

#include <QObject>

#include <chrono>
#include <memory>
#include <optional>

namespace Vestibule {

//! Something that was asked for and will be answered: the signals of every Reply<T>.
//!
//! finished() comes at most once, and never from inside the call that started the request. A reply
//! lives in the thread that made it, whatever works for it.
class ReplyBase : public QObject {
    Q_OBJECT

public:
    explicit ReplyBase(QObject *parent = nullptr);
    ~ReplyBase() override;

    //! Stops the work now; no signal follows, not even destroyed(). Harmless when the reply has
    //! finished already.
    void cancel();

Q_SIGNALS:
    //! The request failed in a way that passes; it is made again after \a delay. \a attempt counts
    //! the tries so far, from 1; \a cause is why. With 0 none has been made yet: the tenant's
    //! budget is used up, so that a try now would be refused.
    void retryScheduled(int attempt, std::chrono::milliseconds delay,
                        const Vestibule::ApiError &cause);
    //! The result is there.
    void finished();

protected:
    //! Emits finished() once control is back in the event loop, unless cancelled before.
    void finishLater();
    [[nodiscard]] bool isSettled() const { return m_settled; }

private:
    //! Stops whatever works on the answer.
    virtual void abortWork() = 0;

    bool m_settled = false; //!< finished or cancelled: no signal may follow a cancel()
};

//! An answer of type \a T on its way, or the reason \a E why there is none.
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

//! Cancels, and deletes from the event loop: a reply may be dropped inside its own signal.
struct ReplyDeleter {
    void operator()(ReplyBase *reply) const;
};

//! Owns a reply; dropping or reassigning it cancels the request.
template <typename T, typename E = ApiError>
using ReplyPtr = std::unique_ptr<Reply<T, E>, ReplyDeleter>;

} // namespace Vestibule
