// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionfield.h"

#include <QHash>

#include <array>
#include <functional>
#include <optional>

namespace Vestibule {

//! What is true of a cell of few values (strategy, flags, access level), worked out once for all
//! rows that have the same there: a list may have a hundred thousand rows, and a dozen strategies.
template <typename T>
class CellMemo final {
public:
    //! Must depend on nothing but the value of the field and, unless that is the access level, the
    //! strategy.
    using Compute = std::function<T(const OrganizationConnection &, ConnectionField)>;

    explicit CellMemo(Compute compute)
        : m_compute(std::move(compute))
    {
    }

    //! For all fields but names and ids (isFreeText()): these have no memo, and must not come.
    T of(const OrganizationConnection &connection, ConnectionField field)
    {
        if (field == ConnectionField::OrganizationAccessLevel) {
            const std::optional<QString> &level = connection.organizationAccessLevel;
            return filled(level ? m_levels[*level] : m_withoutLevel, connection, field);
        }
        Cells &cells = m_byStrategy[connection.strategy.value_or(QString())];
        return filled(cells[std::size_t(field)][indexOf(connection, field)], connection, field);
    }

private:
    //! Of one strategy, by field and by flag: absent, no, yes.
    using Cells = std::array<std::array<std::optional<T>, 3>, AllConnectionFields.size()>;

    static std::size_t indexOf(const OrganizationConnection &connection, ConnectionField field)
    {
        const auto index = [](std::optional<bool> flag) {
            return std::size_t(!flag ? 0 : *flag ? 2 : 1);
        };
        switch (field) {
        case ConnectionField::IsEnabled:
            return index(connection.isEnabled);
        case ConnectionField::AssignMembershipOnLogin:
            return index(connection.assignMembershipOnLogin);
        case ConnectionField::ShowAsButton:
            return index(connection.showAsButton);
        case ConnectionField::IsSignupEnabled:
            return index(connection.isSignupEnabled);
        case ConnectionField::Strategy:
            return connection.strategy.has_value() ? 1 : 0; // an empty one is not an absent one
        case ConnectionField::Name:
        case ConnectionField::OrganizationConnectionName:
        case ConnectionField::OrganizationAccessLevel:
        case ConnectionField::ConnectionId:
            break;
        }
        Q_UNREACHABLE();
    }

    T filled(std::optional<T> &cell, const OrganizationConnection &connection,
             ConnectionField field)
    {
        if (!cell)
            cell = m_compute(connection, field);
        return *cell;
    }

    Compute m_compute;
    QHash<QString, Cells> m_byStrategy;
    QHash<QString, std::optional<T>> m_levels;
    std::optional<T> m_withoutLevel; //!< an empty level is not an absent one
};

} // namespace Vestibule
