// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/reply.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <variant>

namespace Vestibule {

//! Why a secret could be neither kept nor found. Carries facts; the sentence for a person is made
//! in app/problemtext.
struct SecretError {
    enum class Kind {
        Unavailable, //!< there is no keyring, or it does not answer
        Denied, //!< it is locked, or the person refused
        Broken, //!< what it holds is not what was written, or a secret is too long for it
    };

    Kind kind = Kind::Unavailable;
    QString detail{}; //!< technical, plain text, never any part of a secret

    bool operator==(const SecretError &) const = default;
};

//! The answer to a reading: absent when nothing is kept under the key.
using SecretReadPtr = ReplyPtr<std::optional<QByteArray>, SecretError>;
//! The answer to a writing or a removal.
using SecretChangePtr = ReplyPtr<std::monostate, SecretError>;

//! Keeps secrets by key: the id of a profile, or a name that begins with a dot, as no such id does.
//! A reply may outlive the store; it ends all the same.
//!
//! A change that is cancelled, or that ran out of time, may still have taken place; afterwards a
//! reading finds the old secret or the new one, and never a mixture.
class SecretStore {
public:
    SecretStore() = default;
    SecretStore(const SecretStore &) = delete;
    SecretStore &operator=(const SecretStore &) = delete;
    virtual ~SecretStore() = default;

    [[nodiscard]] virtual SecretReadPtr read(const QString &key) = 0;
    //! Replaces what is kept under \a key. An empty secret is one, too. \a secret is copied, and
    //! stays the caller's to wipe.
    [[nodiscard]] virtual SecretChangePtr write(const QString &key, const QByteArray &secret) = 0;
    //! That there is nothing to remove is a success.
    [[nodiscard]] virtual SecretChangePtr remove(const QString &key) = 0;

    //! Whether what was written is there after a restart of the program.
    [[nodiscard]] virtual bool isPersistent() const = 0;
};

} // namespace Vestibule
