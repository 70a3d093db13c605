// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/apierror.h"

#include <QNetworkReply>

class QSslError;

namespace Vestibule {

//! Why an exchange brought no answer, or not all of it: kind and detail. \a status is 0 when no
//! status line arrived; \a text is Qt's, used where there are no better words.
//!
//! With \a isProxied, a connection that did not come about is put down to the proxy: Qt has codes
//! of its own for that, but uses those of a direct connection for most of what a proxy refuses.
//!
//! A transfer time-out arrives as OperationCanceledError, since our own cancel is never heard of.
[[nodiscard]] ApiError transferError(QNetworkReply::NetworkError error, int status, bool isProxied,
                                     const QString &text);

//! What is wrong with a certificate, for people; without a full stop.
[[nodiscard]] QString tlsProblemText(const QSslError &problem);

} // namespace Vestibule
