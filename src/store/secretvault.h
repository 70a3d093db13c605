// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "store/memorysecretstore.h"

#include <QList>
#include <QObject>

#include <functional>
#include <memory>

namespace Vestibule {

//! The keyring where there is one that works, otherwise the memory of this run. Never a file.
//!
//! Which of them it is shows a probe: a random value is written, read back and removed. It is made
//! once, at the first request or by probe(); until it has ended, requests wait.
class SecretVault final : public QObject, public SecretStore {
    Q_OBJECT

public:
    explicit SecretVault(std::unique_ptr<SecretStore> keyring, QObject *parent = nullptr);
    //! Waiting requests end with Unavailable.
    ~SecretVault() override;

    //! May make the keyring ask the person for its password. Does nothing the second time.
    void probe();
    //! The probe has ended.
    [[nodiscard]] bool isReady() const { return m_active != nullptr; }
    //! Why the keyring is not used; nothing while isReady() is false or when it is used.
    [[nodiscard]] const std::optional<SecretError> &problem() const { return m_problem; }

    [[nodiscard]] SecretReadPtr read(const QString &key) override;
    [[nodiscard]] SecretChangePtr write(const QString &key, const QByteArray &secret) override;
    [[nodiscard]] SecretChangePtr remove(const QString &key) override;
    //! False until isReady().
    [[nodiscard]] bool isPersistent() const override;

Q_SIGNALS:
    //! Comes once; requests that waited have begun.
    void ready();

private:
    template <typename T>
    class Waiting;
    template <typename T>
    using Request = std::function<ReplyPtr<T, SecretError>(SecretStore &)>;

    template <typename T>
    ReplyPtr<T, SecretError> ask(Request<T> request);
    template <typename T>
    void await(ReplyPtr<T, SecretError> reply, std::function<void(const T &)> next);
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
    QList<std::function<void()>> m_waiting; // what begins or ends those that wait
};

} // namespace Vestibule
