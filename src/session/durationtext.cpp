// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/durationtext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace std::chrono_literals;

namespace Vestibule {

namespace {

struct DurationText {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::DurationText)
};

} // namespace

QString durationText(std::chrono::seconds duration)
{
    const auto left = std::max(duration, 0s);
    if (left < 1min)
        return DurationText::tr("%1 s", "seconds").arg(left.count());
    if (left < 2h)
        return DurationText::tr("%1 min", "minutes")
            .arg(std::chrono::duration_cast<std::chrono::minutes>(left).count());
    if (left < 48h)
        return DurationText::tr("%1 h", "hours")
            .arg(std::chrono::duration_cast<std::chrono::hours>(left).count());
    return DurationText::tr("%n day(s)", nullptr,
                            int(std::chrono::duration_cast<std::chrono::hours>(left).count() / 24));
}

} // namespace Vestibule
