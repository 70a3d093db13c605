// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "store/secretstore.h"

#include <chrono>
#include <memory>

namespace Vestibule {

struct KeychainOptions {
    //! The name under which the keyring stores the entries. Another one would lose the secrets that
    //! earlier versions stored.
    QString service = QStringLiteral("Vestibule");
    //! From the call until the reply fails with Silent. Generous, because a person may have to
    //! type the keyring's password first.
    std::chrono::milliseconds timeLimit{60'000};
};

//! Keeps secrets in the system's keyring: Secret Service or KWallet, Credential Manager, Keychain.
//! Never in a file of the program, even if there is no keyring.
//!
//! Requests run one after the other, in the order of the calls. QtKeychain's jobs cannot be
//! stopped: the job of a cancelled request continues, and its result is ignored.
//!
//! Needs a running event loop; on Linux it must be GLib's (Qt's default there), because libsecret
//! answers through it.
class KeychainSecretStore final : public SecretStore {
public:
    explicit KeychainSecretStore(const KeychainOptions &options = {});
    ~KeychainSecretStore() override;

    //! A locked keyring answers that it has no such entry. To distinguish this from a missing
    //! secret, an empty entry `.check` is written and removed.
    [[nodiscard]] SecretReadPtr read(const QString &key) override;
    [[nodiscard]] SecretChangePtr write(const QString &key, const QByteArray &secret) override;
    //! Overwrites the entry before removing it: a locked keyring refuses to overwrite, whereas it
    //! would report a removal that did not happen.
    [[nodiscard]] SecretChangePtr remove(const QString &key) override;
    //! True also if there is no keyring: every request fails then.
    [[nodiscard]] bool isPersistent() const override { return true; }

    struct Context;

private:
    std::shared_ptr<Context> m_context; // shared with the replies, which may outlive this object
};

} // namespace Vestibule
