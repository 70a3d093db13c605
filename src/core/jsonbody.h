// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"

#include <QJsonDocument>

namespace Vestibule {

//! The JSON of an answer's body. Fails as BadPayload, with a reason that tells an empty body, a web
//! page and other text apart.
[[nodiscard]] Result<QJsonDocument> parseJsonBody(const QByteArray &body);
//! The BadPayload of an answer that is not what the API promises.
[[nodiscard]] ApiError notUnderstood(const QString &reason);

} // namespace Vestibule
