// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "store/secretstore.h"

#include <utility>

namespace Vestibule {

//! Overwrites \a secret and empties it. Bytes that are shared with another QByteArray stay: they
//! are not ours alone, and writing to them would only make a copy.
void wipe(QByteArray &secret);
//! Overwrites the bytes of \a secret wherever they are shared. Only for buffers that nobody but
//! their owner and a library's job knows.
void wipeShared(const QByteArray &secret);
//! A copy that shares nothing with \a secret, so that either can be wiped.
[[nodiscard]] QByteArray unsharedCopy(const QByteArray &secret);

inline void wipe(std::optional<QByteArray> &secret)
{
    if (secret)
        wipe(*secret);
}
inline void wipe(std::monostate & /*nothing*/) {}

//! What the replies of all stores have in common: a secret that nobody took is overwritten.
template <typename T>
class SecretReply : public Reply<T, SecretError> {
public:
    using Reply<T, SecretError>::Reply;
    ~SecretReply() override
    {
        // The result is ours, and not constant.
        if (m_isSettled && this->result())
            wipe(const_cast<T &>(*this->result())); // NOLINT(*-const-cast)
    }

protected:
    //! Only the first one counts, and none after cancel().
    void settle(Result<T, SecretError> result)
    {
        if (this->isSettled())
            return;
        m_isSettled = true;
        this->finish(std::move(result));
    }

private:
    bool m_isSettled = false;
};

//! A reply whose result is known from the start.
template <typename T>
class ReadySecretReply final : public SecretReply<T> {
public:
    explicit ReadySecretReply(Result<T, SecretError> result) { this->settle(std::move(result)); }

private:
    void abortWork() override {}
};

} // namespace Vestibule
