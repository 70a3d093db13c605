// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace Vestibule {

//! The entry that says what a secret consists of, and carries its first bytes.
//!
//! A secret lies in `count` entries: the head under the key itself, the others under partKey(). The
//! parts of a new version go into the other one of two slots, and the head, written last, switches
//! over: until then a reader finds the old secret, from then on the new one. The checksum is over
//! the whole secret, so parts of two versions never pass for one.
struct SecretHead {
    static constexpr int SlotCount = 2;
    static constexpr int MaximumCount = 1024; //!< a broken head must not ask for more
    static constexpr qsizetype MaximumOverhead = 84; //!< bytes of an entry beside firstBytes

    int count = 1; //!< entries, the head among them
    int slot = 0;
    QByteArray digest{}; //!< secretDigest() of the whole secret
    QByteArray firstBytes{};

    [[nodiscard]] QByteArray toEntry() const;
    //! Nothing when \a entry is not what toEntry() writes.
    [[nodiscard]] static std::optional<SecretHead> fromEntry(const QByteArray &entry);

    bool operator==(const SecretHead &) const = default;
};

//! Of the part \a number, from 1, in \a slot.
[[nodiscard]] QString partKey(const QString &key, int slot, int number);

//! SHA-256 in hexadecimal digits.
[[nodiscard]] QByteArray secretDigest(const QByteArray &secret);

} // namespace Vestibule
