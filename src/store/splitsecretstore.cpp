// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "store/splitsecretstore.h"

#include "store/splitoperation.h"

#include <algorithm>

namespace Vestibule {

SplitSecretStore::SplitSecretStore(SecretStore &entries, qsizetype maximumEntryLength)
    : m_entries(entries)
    , m_maximumEntryLength(
          maximumEntryLength <= 0 ? 0 : std::max(maximumEntryLength, MinimumEntryLength))
{
}

SplitSecretStore::~SplitSecretStore()
{
    while (!m_open.isEmpty())
        m_open.constLast()->orphan(); // the last first: none may begin now
}

SecretReadPtr SplitSecretStore::read(const QString &key)
{
    auto *operation = new SplitRead(*this, key);
    enter(operation);
    return SecretReadPtr(operation);
}

SecretChangePtr SplitSecretStore::write(const QString &key, const QByteArray &secret)
{
    auto *operation = new SplitWrite(*this, key, secret);
    enter(operation);
    return SecretChangePtr(operation);
}

SecretChangePtr SplitSecretStore::remove(const QString &key)
{
    auto *operation = new SplitRemove(*this, key);
    enter(operation);
    return SecretChangePtr(operation);
}

void SplitSecretStore::enter(SplitOperation *operation)
{
    m_open.append(operation);
    if (isFirst(operation))
        operation->startLater();
}

bool SplitSecretStore::isFirst(const SplitOperation *operation) const
{
    const auto first = std::find_if(m_open.begin(), m_open.end(), [&](const SplitOperation *open) {
        return open->key() == operation->key();
    });
    return first != m_open.end() && *first == operation;
}

void SplitSecretStore::leave(SplitOperation *operation)
{
    const bool wasFirst = isFirst(operation);
    m_open.removeOne(operation);
    if (!wasFirst)
        return;
    const auto next = std::find_if(m_open.begin(), m_open.end(), [&](const SplitOperation *open) {
        return open->key() == operation->key();
    });
    if (next != m_open.end())
        (*next)->startLater();
}

} // namespace Vestibule
