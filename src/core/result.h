// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/apierror.h"

#include <utility>
#include <variant>

namespace Vestibule {

//! A value, or the reason why there is none. The member names are those of C++23's std::expected.
//! \a T and \a E are different types.
template <typename T, typename E = ApiError>
class [[nodiscard]] Result final {
public:
    using value_type = T;
    using error_type = E;

    Result(T value) // NOLINT(google-explicit-constructor): returning a value is the normal way
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(E error) // NOLINT(google-explicit-constructor): as above
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    [[nodiscard]] bool has_value() const { return m_state.index() == 0; }
    explicit operator bool() const { return has_value(); }

    //! Only with has_value(); otherwise std::bad_variant_access.
    [[nodiscard]] const T &value() const { return std::get<0>(m_state); }
    [[nodiscard]] const T &operator*() const { return value(); }
    [[nodiscard]] const T *operator->() const { return &value(); }

    //! Only without has_value(); otherwise std::bad_variant_access.
    [[nodiscard]] const E &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, E> m_state;
};

} // namespace Vestibule
