// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/headers.h"

#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Vestibule::Demo {

QByteArray httpDate(qint64 secondsSince1970)
{
    return QLocale::c()
        .toString(QDateTime::fromSecsSinceEpoch(secondsSince1970, Qt::UTC),
                  u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s)
        .toLatin1();
}

void addStandardHeaders(Answer &answer)
{
    answer.headers.append({{"Cache-Control", "no-cache"},
                           {"Date", httpDate(QDateTime::currentSecsSinceEpoch())},
                           {"Vary", "origin,accept-encoding"},
                           {"X-Content-Type-Options", "nosniff"}});
}

} // namespace Vestibule::Demo
