// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDateTime>
#include <QString>

namespace Vestibule {

//! When something was read, for people, in local time: "14:03:20" on \a today, with the date on any
//! other day. An invalid \a today is none: the date is always there.
[[nodiscard]] QString readTimeText(const QDateTime &readAt,
                                   const QDate &today = QDate::currentDate());

} // namespace Vestibule
