// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <memory>
#include <memory_resource>
#include <span>

namespace Vestibule {

//! Bytes that are overwritten with zeros before their memory is given back.
//!
//! Copies share one block, so copying makes no second secret; the last owner overwrites it. The
//! block never moves and never grows, unlike that of a QByteArray, which leaves its past behind.
//! What the system writes elsewhere (swap, a core file) is beyond it.
class SecretBytes final {
public:
    SecretBytes() = default;
    //! A copy of \a bytes; the original is the caller's to wipe. \a memory must outlive all copies.
    explicit SecretBytes(QByteArrayView bytes,
                         std::pmr::memory_resource *memory = std::pmr::new_delete_resource());

    [[nodiscard]] bool isEmpty() const { return !m_block; }
    //! Valid as long as any copy of this object is.
    [[nodiscard]] QByteArrayView bytes() const;

    //! Takes the same time wherever two secrets of one length differ.
    bool operator==(const SecretBytes &other) const;

    //! Overwrites \a bytes with zeros in a way that the optimizer keeps.
    static void wipe(std::span<char> bytes);
    //! Overwrites, up to the size, and clears. Bytes that another QByteArray or QString shares are
    //! left to that one.
    static void wipe(QByteArray &bytes);
    static void wipe(QString &text);

private:
    class Block;
    std::shared_ptr<const Block> m_block; //!< null when there are no bytes, so also when moved from
};

} // namespace Vestibule
