// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "store/secrethead.h"
#include "store/secretreply.h"
#include "store/splitsecretstore.h"

#include <functional>
#include <memory>

namespace Vestibule {

//! One thing that a SplitSecretStore does, entry by entry; no template, so that it can be queued.
class SplitOperation {
public:
    SplitOperation(SplitSecretStore &store, const QString &key);
    SplitOperation(const SplitOperation &) = delete;
    SplitOperation &operator=(const SplitOperation &) = delete;
    virtual ~SplitOperation() = default;

    [[nodiscard]] const QString &key() const { return m_key; }
    //! Takes the first step, from the event loop. The store calls it once all that was asked for
    //! the key before has ended.
    void startLater();
    //! The store goes: nothing more can be done.
    void orphan();

protected:
    using Next = std::function<void()>;

    //! Takes the first step.
    virtual void start() = 0;
    virtual void fail(const SecretError &error) = 0;
    //! The reply that this is part of.
    virtual QObject &object() = 0;

    //! Until end().
    [[nodiscard]] SplitSecretStore &store() const { return *m_store; }

    //! Goes on with \a next when \a reply has succeeded, and fails as it does.
    template <typename T>
    void await(ReplyPtr<T, SecretError> reply, std::function<void(const T &)> next)
    {
        Reply<T, SecretError> *raw = reply.get();
        m_step = std::move(reply);
        QObject::connect(raw, &ReplyBase::finished, &object(), [this, raw, next = std::move(next)] {
            const auto ended = std::move(m_step);
            if (raw->result())
                next(*raw->result());
            else
                fail(raw->result().error());
        });
    }
    //! Removes the parts of \a slot from \a number on. They lie without a gap, so the first one
    //! that is missing is the end; the last goes first, so that this holds after a failure, too.
    void sweep(int slot, int number, const Next &next);
    //! No step follows; the next operation may begin.
    void end();

private:
    void removeBackwards(int slot, int from, int number, const Next &next);
    void findEnd(int slot, int from, int number, const Next &next);

    SplitSecretStore *m_store;
    QString m_key;
    std::unique_ptr<ReplyBase, ReplyDeleter> m_step;
};

//! The two sides of an operation, put together: the reply and its steps.
template <typename T>
class SplitReply : public SecretReply<T>, public SplitOperation {
public:
    using SplitOperation::SplitOperation;

protected:
    void done(Result<T, SecretError> result)
    {
        end();
        this->settle(std::move(result));
    }
    void fail(const SecretError &error) override { done(error); }
    QObject &object() override { return *this; }

private:
    void abortWork() override { end(); }
};

class SplitRead final : public SplitReply<std::optional<QByteArray>> {
public:
    using SplitReply::SplitReply;
    ~SplitRead() override;

private:
    void start() override;
    void readPart(int number);

    SecretHead m_head;
    QByteArray m_secret;
};

class SplitWrite final : public SplitReply<std::monostate> {
public:
    SplitWrite(SplitSecretStore &store, const QString &key, const QByteArray &secret);
    ~SplitWrite() override;

private:
    void start() override;
    void writePart(int number);
    void writeHead();
    [[nodiscard]] qsizetype headLength() const;

    QByteArray m_secret;
    SecretHead m_head;
};

class SplitRemove final : public SplitReply<std::monostate> {
public:
    using SplitReply::SplitReply;

private:
    void start() override;
};

} // namespace Vestibule
