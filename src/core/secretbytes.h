// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <memory>
#include <span>

namespace Vestibule {

//! Bytes that are overwritten with zeros before their memory is freed.
//!
//! Copies share one block of memory, which the last of them overwrites. Unlike a QByteArray's, the
//! block is never reallocated, so no old copies remain. What the system writes elsewhere (swap,
//! core files) is out of reach.
class SecretBytes final {
public:
    SecretBytes() = default;
    //! Copies the bytes; does not wipe its argument.
    explicit SecretBytes(QByteArrayView bytes);

    [[nodiscard]] bool isEmpty() const { return !m_bytes; }
    //! Valid as long as any copy of this object exists.
    [[nodiscard]] QByteArrayView bytes() const;

    bool operator==(const SecretBytes &other) const { return bytes() == other.bytes(); }

    //! Overwrites with zeros in a way that the optimizer keeps.
    static void wipe(std::span<char> bytes);
    //! Overwrites, up to the size, and clears. Data that is shared with another QByteArray or
    //! QString is not overwritten.
    static void wipe(QByteArray &bytes);
    static void wipe(QString &text);

private:
    std::shared_ptr<const char[]> m_bytes; //!< null if there are none, and after a move
    qsizetype m_size = 0;
};

} // namespace Vestibule
