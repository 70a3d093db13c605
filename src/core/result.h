// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/apierror.h"

#include <utility>
#include <variant>

namespace Vestibule {

//! A value, or the reason why there is none. Its members are named like those of C++23's
//! std::expected. The two types must differ.
template <typename T, typename E = ApiError>
class [[nodiscard]] Result final {
public:
    using value_type = T;
    using error_type = E;

    Result(T value) // NOLINT(google-explicit-constructor): so that a function can return the value
                    // itself
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(E error) // NOLINT(google-explicit-constructor): as above
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    [[nodiscard]] bool has_value() const { return m_state.index() == 0; }
    explicit operator bool() const { return has_value(); }

    //! Throws std::bad_variant_access without a value.
    [[nodiscard]] const T &value() const { return std::get<0>(m_state); }
    [[nodiscard]] const T &operator*() const { return value(); }
    [[nodiscard]] const T *operator->() const { return &value(); }

    //! Throws std::bad_variant_access if there is a value.
    [[nodiscard]] const E &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, E> m_state;
};

} // namespace Vestibule
