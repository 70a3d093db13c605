// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/secretbytes.h"
#include "store/secretstore.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>

#include <map>
#include <memory>
#include <optional>

namespace Vestibule {

//! Keeps secrets in memory until it is destroyed. Overwrites those that are replaced or removed.
class MemorySecretStore final : public SecretStore {
public:
    MemorySecretStore() = default;
    ~MemorySecretStore() override;

    [[nodiscard]] SecretReadPtr read(const QString &key) override;
    [[nodiscard]] SecretChangePtr write(const QString &key, const QByteArray &secret) override;
    [[nodiscard]] SecretChangePtr remove(const QString &key) override;
    [[nodiscard]] bool isPersistent() const override { return false; }

    [[nodiscard]] bool contains(const QString &key) const { return m_secrets.contains(key); }
    //! Empty if there is none.
    [[nodiscard]] SecretBytes secret(const QString &key) const
    {
        return SecretBytes(m_secrets.value(key));
    }
    //! All keys, in any order.
    [[nodiscard]] QStringList keys() const { return m_secrets.keys(); }

private:
    QHash<QString, QByteArray> m_secrets; // no bytes are shared with the outside
};

//! Uses the keyring, and memory until the program ends for what the keyring does not take; never a
//! file. What is written is read back, because a locked keyring may accept everything and keep
//! nothing.
//!
//! The keyring is asked only when there is a secret to read, to write or to remove, since it may
//! ask the person for its password. Every request asks it anew: a keyring that is unlocked later is
//! used from then on, gets what memory has kept meanwhile, and loses what was to be removed.
class FallbackSecretStore final : public QObject, public SecretStore {
    Q_OBJECT

public:
    explicit FallbackSecretStore(std::unique_ptr<SecretStore> keyring, QObject *parent = nullptr);
    ~FallbackSecretStore() override;

    //! Whether the keyring has answered yet, or failed to.
    [[nodiscard]] bool isReady() const { return m_isReady; }
    //! Why the keyring did not work when it was asked last; no value if it did, and until
    //! isReady().
    [[nodiscard]] const std::optional<SecretError> &problem() const { return m_problem; }

    //! Fails if the keyring does, unless memory has the secret.
    [[nodiscard]] SecretReadPtr read(const QString &key) override;
    //! Fails if the keyring does; then memory has the secret.
    [[nodiscard]] SecretChangePtr write(const QString &key, const QByteArray &secret) override;
    //! Where there is no keyring, it has nothing to remove: that is no failure.
    [[nodiscard]] SecretChangePtr remove(const QString &key) override;
    //! Whether the keyring worked when it was asked last. False until isReady().
    [[nodiscard]] bool isPersistent() const override { return m_isReady && !m_problem; }

Q_SIGNALS:
    //! isReady() or problem() is another one.
    void stateChanged();

private:
    class Writing;
    class Removing;

    void note(const std::optional<SecretError> &problem);
    void catchUp();

    std::unique_ptr<SecretStore> m_keyring;
    MemorySecretStore m_memory;
    std::optional<SecretError> m_problem;
    bool m_isReady = false;
    QHash<QString, quint64> m_changes; //!< of each key, counted: the latest one decides
    QSet<QString> m_leftBehind; //!< keys that the keyring did not remove
    std::map<QString, SecretChangePtr> m_catchingUp; //!< by key; not finished yet
};

} // namespace Vestibule
