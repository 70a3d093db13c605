// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/reply.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <variant>

namespace Vestibule {

//! Why a secret could not be read, written or removed. session/errortext turns it into a sentence
//! for people.
struct SecretError {
    enum class Kind {
        Unavailable, //!< there is no keyring
        Silent, //!< it did not answer in time
        Locked, //!< also when the person did not enter its password
        Denied, //!< the person, or the system, does not let the program use it
        Broken, //!< the keyring returned something else than was written
    };

    Kind kind = Kind::Unavailable;
    QString detail{}; //!< technical, plain text; contains no part of a secret

    //! The keyring may work later, so that the same request can be made again.
    [[nodiscard]] bool mayPass() const
    {
        return kind == Kind::Silent || kind == Kind::Locked || kind == Kind::Denied;
    }

    bool operator==(const SecretError &) const = default;
};

//! The answer to read(): no value if nothing is stored under the key.
using SecretReadPtr = ReplyPtr<std::optional<QByteArray>, SecretError>;
//! The answer to write() and remove().
using SecretChangePtr = ReplyPtr<std::monostate, SecretError>;

//! Keeps secrets by key. A key is the id of a profile, or a name that begins with a dot, which no
//! id does. A reply may outlive the store; it still finishes.
//!
//! A change that was cancelled or ran out of time may have happened nevertheless. A later read
//! finds either the old secret or the new one, never a mixture.
class SecretStore {
public:
    SecretStore() = default;
    SecretStore(const SecretStore &) = delete;
    SecretStore &operator=(const SecretStore &) = delete;
    virtual ~SecretStore() = default;

    [[nodiscard]] virtual SecretReadPtr read(const QString &key) = 0;
    //! Replaces the secret under the key; it may be empty. The store makes its own copy, and the
    //! caller remains responsible for overwriting the original.
    [[nodiscard]] virtual SecretChangePtr write(const QString &key, const QByteArray &secret) = 0;
    //! Succeeds also if there is nothing to remove.
    [[nodiscard]] virtual SecretChangePtr remove(const QString &key) = 0;

    //! Whether secrets are kept when the program ends.
    [[nodiscard]] virtual bool isPersistent() const = 0;
};

} // namespace Vestibule
