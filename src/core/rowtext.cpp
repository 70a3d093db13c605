// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/rowtext.h"

namespace Vestibule {

namespace {

using Pack = std::shared_ptr<const QByteArray>;

//! Rows are asked for one after the other, as a file is written: the last pack stays unpacked.
QByteArray unpacked(const Pack &pack)
{
    struct Last {
        Pack pack;
        QByteArray text;
    };
    static thread_local Last last;
    if (last.pack != pack)
        last = {pack, qUncompress(*pack)};
    return last.text;
}

} // namespace

QList<RowText> RowText::packed(const QList<QByteArrayView> &rows)
{
    constexpr int Fastest = 1;
    QByteArray text;
    for (const QByteArrayView row : rows)
        text.append(row);
    QByteArray small = qCompress(text, Fastest);
    small.squeeze(); // it has the room of the text
    const auto pack = std::make_shared<const QByteArray>(std::move(small));
    QList<RowText> texts;
    texts.reserve(rows.size());
    int offset = 0;
    for (const QByteArrayView row : rows) {
        RowText packed;
        packed.m_pack = pack;
        packed.m_offset = offset;
        packed.m_size = int(row.size());
        offset += packed.m_size;
        texts.append(packed);
    }
    return texts;
}

QByteArray RowText::bytes() const
{
    return m_pack ? unpacked(m_pack).sliced(m_offset, m_size) : QByteArray();
}

bool RowText::operator==(const RowText &other) const
{
    return m_size == other.m_size && bytes() == other.bytes();
}

} // namespace Vestibule
