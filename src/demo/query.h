// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace Vestibule::Demo {

//! A page number beyond this counts as this one, so that `page * per_page` stays exact.
inline constexpr qint64 LargestPage = 1'000'000'000'000'000;

//! The query of `GET .../connections` and `GET .../enabled_connections`, with the API's defaults.
struct ConnectionQuery {
    qint64 page = 0; //!< counted from 0, to LargestPage
    int perPage = 50; //!< 1 to 100
    bool includeTotals = false;
    std::optional<bool> isEnabled{}; //!< absent: enabled and disabled rows

    bool operator==(const ConnectionQuery &) const = default;
};

//! A query, or the sentence with which the API refuses it.
struct ParsedConnectionQuery {
    ConnectionQuery query{};
    QString error{}; //!< empty when the query is good
};

//! query is what follows the question mark, not decoded. The older endpoint has no is_enabled.
ParsedConnectionQuery parseConnectionQuery(const QByteArray &query, bool hasIsEnabled = true);

//! The query of `GET /organizations`, with the API's defaults. It pages by checkpoint when take or
//! from is sent, and by offset otherwise.
struct OrganizationQuery {
    std::optional<int> take{}; //!< 1 to 100
    std::optional<QString> from{}; //!< the value of next on the previous page
    qint64 page = 0; //!< counted from 0
    int perPage = 50; //!< 1 to 100
    bool includeTotals = false;
    QString sortKey{}; //!< name, display_name or created_at; empty: by age
    bool descending = false;

    bool isCheckpoint() const { return take || from; }
    bool operator==(const OrganizationQuery &) const = default;
};

//! The query of `GET /connections`, as far as it pages by checkpoints.
struct CatalogueQuery {
    int take = 50; //!< 1 to 100
    std::optional<QString> from{}; //!< the value of next on the previous page
    QStringList fields{}; //!< empty: all
    bool includesFields = true; //!< otherwise all but the fields

    bool operator==(const CatalogueQuery &) const = default;
};

//! A query, or the sentence with which the API refuses it.
struct ParsedCatalogueQuery {
    CatalogueQuery query{};
    QString error{}; //!< empty when the query is good
};

//! query is what follows the question mark, not decoded. The API knows more parameters.
ParsedCatalogueQuery parseCatalogueQuery(const QByteArray &query);

//! A query, or the sentence and the code with which the API refuses it.
struct ParsedOrganizationQuery {
    OrganizationQuery query{};
    QString error{}; //!< empty when the query is good
    QString errorCode{};
};

//! query is what follows the question mark, not decoded.
ParsedOrganizationQuery parseOrganizationQuery(const QByteArray &query);

} // namespace Vestibule::Demo
