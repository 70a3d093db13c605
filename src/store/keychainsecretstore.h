// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "store/keychainentries.h"
#include "store/splitsecretstore.h"

#include <chrono>

namespace Vestibule {

struct KeychainOptions {
    QString service = QStringLiteral("Vestibule"); //!< what the keyring files the entries under
    //! Bytes; longer secrets are split. 0: no limit. Windows refuses more than 2560.
#ifdef Q_OS_WIN
    qsizetype maximumEntryLength = 2048;
#else
    qsizetype maximumEntryLength = 0;
#endif
    //! How long the keyring may take over one entry: a person may have to type a password first.
    std::chrono::milliseconds timeLimit{60'000};
};

//! Keeps secrets in the keyring of the system: Secret Service or KWallet, Credential Manager,
//! Keychain. Never in a file of its own, also where there is no keyring.
//!
//! Needs a running event loop, on Linux one of GLib (Qt's own choice there): libsecret answers
//! through it.
class KeychainSecretStore final : public SecretStore {
public:
    explicit KeychainSecretStore(const KeychainOptions &options = {})
        : m_entries(options.service, options.timeLimit)
        , m_secrets(m_entries, options.maximumEntryLength)
    {
    }

    [[nodiscard]] SecretReadPtr read(const QString &key) override { return m_secrets.read(key); }
    [[nodiscard]] SecretChangePtr write(const QString &key, const QByteArray &secret) override
    {
        return m_secrets.write(key, secret);
    }
    [[nodiscard]] SecretChangePtr remove(const QString &key) override
    {
        return m_secrets.remove(key);
    }
    //! True also where no keyring answers: then every request fails.
    [[nodiscard]] bool isPersistent() const override { return true; }

private:
    KeychainEntries m_entries;
    SplitSecretStore m_secrets;
};

} // namespace Vestibule
