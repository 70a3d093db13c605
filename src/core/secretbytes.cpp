// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/secretbytes.h"

#include <algorithm>

namespace Vestibule {

SecretBytes::SecretBytes(QByteArrayView bytes)
    : m_size(bytes.size())
{
    if (bytes.isEmpty())
        return;
    const auto size = std::size_t(m_size);
    auto *block = new char[size];
    std::ranges::copy(bytes, block);
    m_bytes = std::shared_ptr<const char[]>(block, [block, size](const char * /*block*/) {
        wipe(std::span(block, size));
        delete[] block;
    });
}

QByteArrayView SecretBytes::bytes() const
{
    return m_bytes ? QByteArrayView(m_bytes.get(), m_size) : QByteArrayView();
}

void SecretBytes::wipe(std::span<char> bytes)
{
    for (volatile char &byte : bytes) // the optimizer must not remove a write to a volatile
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
        auto *characters = reinterpret_cast<char *>(text.data());
        wipe(std::span(characters, std::size_t(text.size()) * sizeof(QChar)));
    }
    text.clear();
}

} // namespace Vestibule
