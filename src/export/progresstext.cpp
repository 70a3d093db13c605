// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "export/progresstext.h"

#include "session/durationtext.h"

#include <QCoreApplication>
#include <QLocale>

using namespace std::chrono_literals;

namespace Vestibule {

namespace {

constexpr auto FirstEstimate = 2s; //!< before, the pace is that of the first connection

struct ProgressText {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::ProgressText)
};

} // namespace

QString progressText(qsizetype rows, qsizetype total, std::chrono::milliseconds elapsed)
{
    const QLocale locale;
    if (total < 0)
        return ProgressText::tr("%n row(s) read", nullptr, int(rows));
    const QString read =
        ProgressText::tr("%1 of %2 rows read").arg(locale.toString(rows), locale.toString(total));
    if (elapsed < FirstEstimate || rows == 0 || rows >= total)
        return read;
    const auto left = elapsed * (total - rows) / rows;
    return ProgressText::tr("%1, about %2 left", "rows read, time")
        .arg(read, durationText(std::chrono::ceil<std::chrono::seconds>(left)));
}

} // namespace Vestibule
