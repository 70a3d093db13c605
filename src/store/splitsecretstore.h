// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "store/secretstore.h"

#include <QList>

namespace Vestibule {

class SplitOperation;

//! Keeps secrets of any length in a store that takes only short entries. See SecretHead for how.
//!
//! What is asked for one key is done in that order, one after the other.
class SplitSecretStore final : public SecretStore {
public:
    //! Shorter limits are raised to this one: a head must fit. Bytes.
    static constexpr qsizetype MinimumEntryLength = 96;
    //! Longer secrets are refused with Broken. Bytes.
    static constexpr qsizetype MaximumSecretLength = 64 * 1024;

    //! \a entries outlives this object. \a maximumEntryLength in bytes; 0: entries have any length.
    SplitSecretStore(SecretStore &entries, qsizetype maximumEntryLength);
    //! Ends open replies with Unavailable.
    ~SplitSecretStore() override;

    [[nodiscard]] SecretReadPtr read(const QString &key) override;
    [[nodiscard]] SecretChangePtr write(const QString &key, const QByteArray &secret) override;
    [[nodiscard]] SecretChangePtr remove(const QString &key) override;
    [[nodiscard]] bool isPersistent() const override { return m_entries.isPersistent(); }

    //! For the operations only.
    [[nodiscard]] SecretStore &entries() { return m_entries; }
    [[nodiscard]] qsizetype maximumEntryLength() const { return m_maximumEntryLength; }
    void leave(SplitOperation *operation);

private:
    void enter(SplitOperation *operation);
    [[nodiscard]] bool isFirst(const SplitOperation *operation) const;

    SecretStore &m_entries;
    qsizetype m_maximumEntryLength;
    QList<SplitOperation *> m_open; // the oldest first; each leaves when it ends
};

} // namespace Vestibule
