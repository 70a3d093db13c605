// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "demo/answer.h"

#include <QStringList>

namespace Vestibule::Demo {

//! The body that the Management API gives for a refused request, in its key order. An empty
//! errorCode is left out.
Answer errorAnswer(int status, const QString &message, const QString &errorCode = {});

//! A 401 whose cause is named in the body's attributes and in WWW-Authenticate.
Answer tokenError(const QString &message);

Answer missingAuthentication();
Answer malformedAuthentication();
Answer expiredToken();
Answer badSignature();
Answer invalidToken(); //!< of another audience
Answer missingScope(const QStringList &anyOf);
Answer unknownRoute();
Answer unknownOrganization();

//! The name of a status, "Bad Request" for 400.
QString reason(int status);

} // namespace Vestibule::Demo
