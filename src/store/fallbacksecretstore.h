// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "store/secretstore.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QStringList>

#include <functional>
#include <memory>

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
    //! All keys, in any order.
    [[nodiscard]] QStringList keys() const { return m_secrets.keys(); }

private:
    QHash<QString, QByteArray> m_secrets; // no bytes are shared with the outside
};

//! Uses the keyring if it works, and otherwise memory until the program ends; never a file. A
//! secret that a working keyring does not take is reported, and kept in memory, too.
//!
//! A probe decides: it writes a random value to the keyring, reads it back and removes it. It is
//! made once, by the first request or by probe(); requests wait until it has ended.
class FallbackSecretStore final : public QObject, public SecretStore {
    Q_OBJECT

public:
    explicit FallbackSecretStore(std::unique_ptr<SecretStore> keyring, QObject *parent = nullptr);
    //! Requests that still wait fail with Unavailable.
    ~FallbackSecretStore() override;

    //! May make the keyring ask the person for its password. Does nothing when called again.
    void probe();
    //! Whether the probe has ended.
    [[nodiscard]] bool isReady() const { return m_active != nullptr; }
    //! Why the keyring is not used; no value if it is used, and until isReady().
    [[nodiscard]] const std::optional<SecretError> &problem() const { return m_problem; }

    [[nodiscard]] SecretReadPtr read(const QString &key) override;
    [[nodiscard]] SecretChangePtr write(const QString &key, const QByteArray &secret) override;
    [[nodiscard]] SecretChangePtr remove(const QString &key) override;
    //! False until isReady().
    [[nodiscard]] bool isPersistent() const override;

Q_SIGNALS:
    //! Emitted once, after the waiting requests have started.
    void ready();

private:
    template <typename T>
    class Waiting;
    template <typename T>
    using Request = std::function<ReplyPtr<T, SecretError>(SecretStore &)>;

    template <typename T>
    ReplyPtr<T, SecretError> send(Request<T> request);
    template <typename T>
    void probeStep(ReplyPtr<T, SecretError> reply, std::function<void(const T &)> next);
    void readBack();
    void removeProbe();
    void decide(std::optional<SecretError> problem);

    std::unique_ptr<SecretStore> m_keyring;
    MemorySecretStore m_memory;
    SecretStore *m_active = nullptr; // one of the two
    std::optional<SecretError> m_problem;

    bool m_isProbing = false;
    QString m_probeKey;
    QByteArray m_probeValue;
    std::unique_ptr<ReplyBase, ReplyDeleter> m_probeStep;
    QList<std::function<void()>> m_waiting; // each starts a waiting request, or ends it
};

} // namespace Vestibule
