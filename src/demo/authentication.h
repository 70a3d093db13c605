// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "demo/answer.h"
#include "demo/token.h"

#include <optional>

namespace Vestibule::Demo {

//! The answer to a request whose Authorization header is not good enough for an endpoint that wants
//! any of scopes; nothing when it is. The order of the questions is the API's own. host and now are
//! those of Tokens.
std::optional<Answer> refusal(const std::optional<QByteArray> &authorization, const Tokens &tokens,
                              const QString &host, const QStringList &scopes, qint64 now);

} // namespace Vestibule::Demo
