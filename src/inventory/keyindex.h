// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

#include <algorithm>
#include <cstdint>
#include <optional>

namespace Vestibule {

//! Where a row's key stands among all keys of its table, which are ascending; absent if it is not
//! there.
template <typename Keys>
[[nodiscard]] std::optional<std::uint32_t> indexIn(const Keys &keys, qint64 key)
{
    // Keys count from 1, unless some are gone. In a file from a stranger they can be any numbers.
    const std::size_t guess = std::size_t(key) - 1;
    if (guess < keys.size() && keys[guess] == key)
        return std::uint32_t(guess);
    const auto found = std::ranges::lower_bound(keys, key);
    if (found == keys.end() || *found != key)
        return {};
    return std::uint32_t(found - keys.begin());
}

} // namespace Vestibule
