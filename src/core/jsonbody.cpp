// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/jsonbody.h"

#include "core/jsontext.h"

#include <QCoreApplication>

namespace Vestibule {

namespace {

struct JsonBodyText {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::JsonBody)
};

} // namespace

Result<QJsonDocument> parseJsonBody(const QByteArray &body)
{
    const QByteArrayView start = withoutByteOrderMark(body).trimmed();
    if (start.isEmpty())
        return notUnderstood(JsonBodyText::tr("the answer is empty"));
    if (start.startsWith('<')) {
        return notUnderstood(
            JsonBodyText::tr("a web page came instead of JSON, perhaps a network's sign-in page"));
    }
    QJsonParseError error;
    QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError) {
        return notUnderstood(
            JsonBodyText::tr("not JSON: %1 at byte %2").arg(error.errorString()).arg(error.offset));
    }
    return document;
}

ApiError notUnderstood(const QString &reason)
{
    return {.kind = ApiError::Kind::BadPayload, .detail = reason};
}

} // namespace Vestibule
