// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "store/secretstore.h"

#include <QHash>
#include <QStringList>

namespace Vestibule {

//! Keeps secrets until it is destroyed, and overwrites those that are replaced or removed.
class MemorySecretStore final : public SecretStore {
public:
    MemorySecretStore() = default;
    ~MemorySecretStore() override;

    [[nodiscard]] SecretReadPtr read(const QString &key) override;
    [[nodiscard]] SecretChangePtr write(const QString &key, const QByteArray &secret) override;
    [[nodiscard]] SecretChangePtr remove(const QString &key) override;
    [[nodiscard]] bool isPersistent() const override { return false; }

    //! Of everything that is kept, in no order.
    [[nodiscard]] QStringList keys() const { return m_secrets.keys(); }

private:
    QHash<QString, QByteArray> m_secrets; // shared with nobody
};

} // namespace Vestibule
