// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonDocument>
#include <QList>

namespace Vestibule {

//! Parses the body of an answer. The error is a BadPayload whose detail says whether the body was
//! empty, a web page or other text.
[[nodiscard]] Result<QJsonDocument> parseJsonBody(const QByteArray &body);

//! The error for an answer that breaks the API's contract.
[[nodiscard]] ApiError badPayload(const QString &detail);

// The functions below work on JSON as text, because QJsonDocument loses the order of keys and the
// spelling of numbers. Their input must be text that QJsonDocument has accepted; they do not
// validate it again.

//! Drops a leading UTF-8 byte order mark: QJsonDocument skips one, the functions below do not.
[[nodiscard]] QByteArrayView withoutByteOrderMark(QByteArrayView json);

//! The elements of an array, without the whitespace around them, as views into the argument.
[[nodiscard]] QList<QByteArrayView> arrayElements(QByteArrayView json);

struct JsonMember {
    QByteArray key{}; //!< UTF-8, with its escapes decoded; may share the memory of the JSON
    QByteArrayView value{}; //!< a view into the JSON, without the whitespace around it
};

//! The members of an object in their order, also those with the same key; none if the text is
//! another value.
[[nodiscard]] QList<JsonMember> members(QByteArrayView json);

//! The value of an object's member, as a view into the argument; empty when there is none. If the
//! key occurs more than once the last one counts, as in QJsonObject.
[[nodiscard]] QByteArrayView memberValue(QByteArrayView json, QByteArrayView key);

//! The same text with one member or element on each line, indented by two spaces. Only whitespace
//! changes.
[[nodiscard]] QByteArray indented(QByteArrayView json);

//! The same value as text without line breaks.
[[nodiscard]] QByteArray onOneLine(QByteArrayView json);

//! The position after the string whose opening quote is at the given position.
[[nodiscard]] qsizetype stringEnd(QByteArrayView json, qsizetype at);

//! The first position from the given one on that is not whitespace, or the size of the text.
[[nodiscard]] qsizetype skipWhitespace(QByteArrayView json, qsizetype at);

} // namespace Vestibule
