// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/secretbytes.h"

#include <algorithm>

namespace Vestibule {

class SecretBytes::Block final {
public:
    Block(QByteArrayView bytes, std::pmr::memory_resource *memory)
        : m_memory(memory)
        , m_bytes(static_cast<char *>(memory->allocate(std::size_t(bytes.size()), alignof(char))),
                  std::size_t(bytes.size()))
    {
        std::ranges::copy(bytes, m_bytes.begin());
    }
    ~Block()
    {
        wipe(m_bytes);
        m_memory->deallocate(m_bytes.data(), m_bytes.size(), alignof(char));
    }
    Q_DISABLE_COPY_MOVE(Block)

    [[nodiscard]] QByteArrayView bytes() const { return m_bytes; }

private:
    std::pmr::memory_resource *m_memory;
    std::span<char> m_bytes;
};

SecretBytes::SecretBytes(QByteArrayView bytes, std::pmr::memory_resource *memory)
    : m_block(bytes.isEmpty() ? nullptr : std::make_shared<const Block>(bytes, memory))
{
}

QByteArrayView SecretBytes::bytes() const
{
    return m_block ? m_block->bytes() : QByteArrayView();
}

bool SecretBytes::operator==(const SecretBytes &other) const
{
    const QByteArrayView left = bytes();
    const QByteArrayView right = other.bytes();
    if (left.size() != right.size())
        return false;
    unsigned difference = 0;
    for (qsizetype i = 0; i < left.size(); ++i)
        difference |= unsigned(uchar(left[i])) ^ unsigned(uchar(right[i]));
    return difference == 0;
}

void SecretBytes::wipe(std::span<char> bytes)
{
    for (volatile char &byte : bytes) // a write that nobody reads, but to a volatile it counts
        byte = 0;
}

void SecretBytes::wipe(QByteArray &bytes)
{
    if (bytes.isDetached())
        wipe(std::span(bytes.data(), std::size_t(bytes.size())));
    bytes.clear();
}

void SecretBytes::wipe(QString &text)
{
    if (text.isDetached()) {
        auto *letters = reinterpret_cast<char *>(text.data());
        wipe(std::span(letters, std::size_t(text.size()) * sizeof(QChar)));
    }
    text.clear();
}

} // namespace Vestibule
