// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace Vestibule {

//! A connection of a tenant, whether an organization has it or not. The API can tell much more of
//! it, secrets included: the program neither asks for that nor keeps it.
struct TenantConnection {
    QString id{}; //!< never empty
    std::optional<QString> name{}; //!< absent also for null
    std::optional<QString> strategy{}; //!< the same

    bool operator==(const TenantConnection &) const = default;
};

//! A part of a tenant's connections, and where the next part begins.
struct CataloguePage {
    QList<TenantConnection> items{};
    //! An opaque checkpoint for the next request; empty on the last page. Tenants keep it for 24
    //! hours.
    QString next{};
    //! The tenant has more connections, but the answer does not say where they begin.
    bool isCutOff = false;

    bool operator==(const CataloguePage &) const = default;
};

//! The number of connections per request: the API's maximum.
inline constexpr int CatalogueSize = 100;

//! Reads an answer of `GET /connections` with checkpoint paging (`take`, `from`): an object with
//! `connections` and, unless it is the last page, `next`. Other members of a connection than id,
//! name and strategy are dropped, also when the tenant sends them unasked.
//!
//! A bare array, or an object with totals, answers a request without checkpoints. It is accepted,
//! but is cut off if the total says so, or if an array has as many connections as the API's default
//! of 50 for a page. Anything else, more connections than were asked for, or one without an id, is
//! a BadPayload.
[[nodiscard]] Result<CataloguePage> parseCataloguePage(const QByteArray &body);

} // namespace Vestibule
