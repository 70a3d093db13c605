// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "store/memorysecretstore.h"

#include "store/secretreply.h"

namespace Vestibule {

MemorySecretStore::~MemorySecretStore()
{
    for (QByteArray &secret : m_secrets)
        wipe(secret);
}

SecretReadPtr MemorySecretStore::read(const QString &key)
{
    std::optional<QByteArray> copy;
    if (const auto found = m_secrets.constFind(key); found != m_secrets.constEnd())
        copy = unsharedCopy(*found);
    return SecretReadPtr(new ReadySecretReply<std::optional<QByteArray>>(std::move(copy)));
}

SecretChangePtr MemorySecretStore::write(const QString &key, const QByteArray &secret)
{
    QByteArray &kept = m_secrets[key];
    wipe(kept);
    kept = unsharedCopy(secret);
    return SecretChangePtr(new ReadySecretReply<std::monostate>(std::monostate()));
}

SecretChangePtr MemorySecretStore::remove(const QString &key)
{
    QByteArray secret = m_secrets.take(key);
    wipe(secret);
    return SecretChangePtr(new ReadySecretReply<std::monostate>(std::monostate()));
}

} // namespace Vestibule
