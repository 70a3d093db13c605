// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace Vestibule::Demo {

//! The query of `GET .../connections` and `GET .../enabled_connections`, with the API's defaults.
struct Query {
    qint64 page = 0; //!< counted from 0, to LargestNumber
    int perPage = 50; //!< 1 to 100
    bool includeTotals = false;
    std::optional<bool> isEnabled{}; //!< absent: rows of both kinds

    bool operator==(const Query &) const = default;
};

//! A query, or the sentence with which the API refuses it.
struct ParsedQuery {
    Query query{};
    QString error{}; //!< empty when the query is good
};

//! query is what follows the question mark, undecoded. The older endpoint has no is_enabled.
ParsedQuery parseQuery(const QByteArray &query, bool hasIsEnabled = true);

} // namespace Vestibule::Demo
