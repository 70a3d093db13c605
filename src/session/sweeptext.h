// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace Vestibule {

class PrivacyMode;
class Sweep;

//! What a sweep is doing, and how long it will take: "1.7 organizations a second, 12 min left".
[[nodiscard]] QString sweepText(const Sweep &sweep);
//! Why it is paused or has ended before its time, and what to do, in one sentence; empty when the
//! user wanted it. The host is the tenant's domain.
[[nodiscard]] QString sweepCauseText(const Sweep &sweep, const QString &host,
                                     const PrivacyMode &privacy);

//! For the question whether to stop it: how far it is, and that nothing is lost.
[[nodiscard]] QString sweepRunningText(const Sweep &sweep);

} // namespace Vestibule
