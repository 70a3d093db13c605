// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/secretbytes.h"
#include "store/secretstore.h"

#include <type_traits>
#include <utility>

namespace Vestibule {

//! A copy that shares no memory with the original, so that each can be overwritten by itself.
[[nodiscard]] inline QByteArray unsharedCopy(const QByteArray &secret)
{
    return {secret.constData(), secret.size()};
}

//! The base of the replies of all stores: overwrites its secret when it is destroyed.
template <typename T>
class SecretReply : public Reply<T, SecretError> {
public:
    using Reply<T, SecretError>::Reply;
    ~SecretReply() override
    {
        if constexpr (std::is_same_v<T, std::optional<QByteArray>>) {
            // Casting away const is allowed: the result is a member of this object, which is not
            // const.
            if (m_hasResult && this->result() && *this->result())
                SecretBytes::wipe(
                    const_cast<QByteArray &>(**this->result())); // NOLINT(*-const-cast)
        }
    }

protected:
    //! Ignored if there is a result already, and after cancel().
    void settle(Result<T, SecretError> result)
    {
        if (this->isSettled())
            return;
        m_hasResult = true;
        this->finish(std::move(result));
    }

private:
    bool m_hasResult = false;
};

} // namespace Vestibule
