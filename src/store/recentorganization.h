// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace Vestibule {

//! An organization that a tenant has answered for.
struct RecentOrganization {
    QString id{};
    QString name{}; //!< empty while nobody knows it

    bool operator==(const RecentOrganization &) const = default;
};

} // namespace Vestibule
