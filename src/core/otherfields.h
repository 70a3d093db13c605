// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/organizationconnection.h"

#include <QList>

namespace Vestibule {

//! A member of a row that this version does not know.
struct OtherField {
    QString name{}; //!< with "connection." before it for those of the nested object
    QByteArray json{}; //!< its value as it came, UTF-8

    bool operator==(const OtherField &) const = default;
};

//! In alphabetical order, those of the nested object last. Raw words of the tenant: for a screen
//! they need visibleText().
[[nodiscard]] QList<OtherField> otherFields(const OrganizationConnection &connection);

} // namespace Vestibule
