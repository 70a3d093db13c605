// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionpage.h"
#include "core/organizationconnection.h"
#include "core/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonArray>
#include <QList>
#include <QString>

namespace Vestibule {

//! How a list of rows breaks the API's contract, and where: "row 3: connection_id is missing".
struct RowsProblem {
    QString detail{};
};

//! Reads the rows of an answer, or of a file that holds them as they came.
//!
//! `list` is the text of the array, a view into `json`; the rows share the memory of `json`.
//! Lenient about the content of a row: fields may be absent, null or unknown. A row without
//! connection_id, or a field of another type than the API's, is a problem, so that a table is never
//! silently shorter than its list.
[[nodiscard]] Result<QList<OrganizationConnection>, RowsProblem> parseConnectionRows(
    const QJsonArray &rows, const QByteArray &json, QByteArrayView list);

//! Reads the answer to a request: the object with totals or the bare array.
//!
//! A BadPayload that names the place in its detail is: a broken row (see parseConnectionRows()),
//! more rows than requested or than the total, rows from another place of the listing, and a row
//! that the request's filter excludes. Fewer rows than the total promises are accepted: see
//! ConnectionPage::missingRows(). So is a smaller limit than the request's size: see
//! ConnectionPage::request. The caller sets readAt and the error's request. Thread-safe.
[[nodiscard]] Result<ConnectionPage> parseConnectionPage(
    const QByteArray &body, const PageRequest &request,
    ConnectionEndpoint endpoint = ConnectionEndpoint::Connections);

} // namespace Vestibule
