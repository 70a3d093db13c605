// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace Vestibule::Demo {

//! The query of `GET /organizations`, with the API's defaults. There are two ways to page: by
//! checkpoint when take or from is sent, by offset otherwise.
struct OrganizationQuery {
    std::optional<int> take{}; //!< 1 to 100
    std::optional<QString> from{}; //!< the next of the page before
    qint64 page = 0; //!< counted from 0
    int perPage = 50; //!< 1 to 100
    bool includeTotals = false;
    QString sortKey{}; //!< name, display_name or created_at; empty: as created
    bool descending = false;

    bool isCheckpoint() const { return take || from; }
    bool operator==(const OrganizationQuery &) const = default;
};

//! A query, or the sentence and the code with which the API refuses it.
struct ParsedOrganizationQuery {
    OrganizationQuery query{};
    QString error{}; //!< empty when the query is good
    QString errorCode{};
};

//! query is what follows the question mark, undecoded.
ParsedOrganizationQuery parseOrganizationQuery(const QByteArray &query);

} // namespace Vestibule::Demo
