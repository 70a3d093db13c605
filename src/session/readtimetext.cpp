// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/readtimetext.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace Vestibule {

QString readTimeText(const QDateTime &readAt, const QDate &today)
{
    const QDateTime local = readAt.toLocalTime();
    const QString time = QLocale().toString(local.time(), u"HH:mm:ss"_s);
    if (local.date() == today)
        return time;
    // The month in letters: 3/4 is another day in another country.
    return QLocale().toString(local.date(), u"d MMM yyyy"_s) + u' ' + time;
}

} // namespace Vestibule
