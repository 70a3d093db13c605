// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "demo/demoanswer.h"

#include <QStringList>

namespace Vestibule {

//! The body that the Management API gives for a refused request, in its key order. An empty
//! errorCode is left out.
DemoAnswer demoError(int status, const QString &message, const QString &errorCode = {});

//! A 401 whose cause is named in the body's attributes and in WWW-Authenticate.
DemoAnswer demoTokenError(const QString &message);

DemoAnswer demoMissingAuthentication();
DemoAnswer demoMalformedAuthentication();
DemoAnswer demoExpiredToken();
DemoAnswer demoBadSignature();
DemoAnswer demoInvalidToken(); //!< of another audience
DemoAnswer demoMissingScope(const QStringList &anyOf);
DemoAnswer demoUnknownRoute();
DemoAnswer demoUnknownOrganization();

//! The name of a status, "Bad Request" for 400.
QString demoReason(int status);

} // namespace Vestibule
