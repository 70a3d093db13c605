// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "store/secretstore.h"

#include <chrono>
#include <memory>

namespace Vestibule {

//! The keyring's entries as QtKeychain reaches them: one secret, one entry.
//!
//! QtKeychain does one job at a time for the whole program, and none can be stopped: a job that is
//! cancelled here goes on, and its answer is dropped.
class KeychainEntries final : public SecretStore {
public:
    //! Every request ends after \a timeLimit with Unavailable if the keyring has not answered.
    KeychainEntries(const QString &service, std::chrono::milliseconds timeLimit);
    ~KeychainEntries() override;

    //! Absent only if the keyring is known to be open: a locked one denies that it has anything. To
    //! know it, an empty entry `.check` may be written and removed.
    [[nodiscard]] SecretReadPtr read(const QString &key) override;
    [[nodiscard]] SecretChangePtr write(const QString &key, const QByteArray &secret) override;
    //! Overwrites the entry first, which fails where a locked keyring would leave it and say that
    //! it is gone.
    [[nodiscard]] SecretChangePtr remove(const QString &key) override;
    [[nodiscard]] bool isPersistent() const override { return true; }

    struct Context;

private:
    std::shared_ptr<Context> m_context; // shared with the replies, which may outlive this object
};

} // namespace Vestibule
