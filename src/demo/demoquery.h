// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace Vestibule {

//! The query of `GET .../connections` and `GET .../enabled_connections`, with the API's defaults.
struct DemoQuery {
    qint64 page = 0; //!< counted from 0, to LargestDemoNumber
    int perPage = 50; //!< 1 to 100
    bool includeTotals = false;
    std::optional<bool> isEnabled{}; //!< absent: rows of both kinds

    bool operator==(const DemoQuery &) const = default;
};

//! A query, or the sentence with which the API refuses it.
struct ParsedDemoQuery {
    DemoQuery query{};
    QString error{}; //!< empty when the query is good
};

//! query is what follows the question mark, undecoded. The older endpoint has no is_enabled.
ParsedDemoQuery parseDemoQuery(const QByteArray &query, bool hasIsEnabled = true);

} // namespace Vestibule
