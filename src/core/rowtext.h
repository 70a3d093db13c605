// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <memory>

namespace Vestibule {

//! The JSON of a row exactly as it came, UTF-8. It is looked at for one row at a time and takes
//! more room than all of the row's fields: rows that were packed together share one compressed
//! text.
//!
//! Copies are cheap and may be in several threads. bytes() unpacks the text of all rows in the
//! pack, unless it is the last one that was asked for in the same thread.
class RowText final {
public:
    RowText() = default;
    //! A row by itself. Implicit: the text of a row is its RowText, wherever a row is written down.
    RowText(const QByteArray &json)
        : RowText(packed({json}).constFirst())
    {
    }

    //! In the order of \a rows, which are less than 2 GiB together.
    [[nodiscard]] static QList<RowText> packed(const QList<QByteArrayView> &rows);

    [[nodiscard]] QByteArray bytes() const;

    bool operator==(const RowText &other) const;

private:
    std::shared_ptr<const QByteArray> m_pack; //!< all rows of the pack, compressed; null: no text
    int m_offset = 0; //!< in bytes, within the unpacked text
    int m_size = 0; //!< in bytes
};

} // namespace Vestibule
