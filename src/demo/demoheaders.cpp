// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/demoheaders.h"

#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Vestibule {

QByteArray demoHttpDate(qint64 secondsSince1970)
{
    return QLocale::c()
        .toString(QDateTime::fromSecsSinceEpoch(secondsSince1970, Qt::UTC),
                  u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s)
        .toLatin1();
}

void addDemoStandardHeaders(DemoAnswer &answer)
{
    answer.headers.append({{"Cache-Control", "no-cache"},
                           {"Date", demoHttpDate(QDateTime::currentSecsSinceEpoch())},
                           {"Vary", "origin,accept-encoding"},
                           {"X-Content-Type-Options", "nosniff"}});
}

} // namespace Vestibule
