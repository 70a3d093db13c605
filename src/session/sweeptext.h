// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace Vestibule {

class PrivacyMode;
struct ApiError;
class Sweep;

//! What a sweep that has not begun will take: "1,204 organizations, about 24 min at 50 % of the
//! rate limit." The time is absent if no limit is known.
[[nodiscard]] QString expectedSweepText(qsizetype organizations,
                                        std::optional<std::chrono::seconds> time, int share);

//! What a sweep is doing, and how long it will take: "1.7 a second, about 12 min left".
[[nodiscard]] QString sweepText(const Sweep &sweep);
//! Why it is paused or has ended before its time, and what to do, in one sentence; empty when the
//! user wanted it. The host is the tenant's domain.
[[nodiscard]] QString sweepCauseText(const Sweep &sweep, const QString &host,
                                     const PrivacyMode &privacy);

//! That the tenant's connections were asked for and not read, and why: the reason is a sentence
//! about the error.
[[nodiscard]] QString catalogueProblemText(const ApiError &error, const QString &reason);

//! For the question whether to stop it: how far it is, and that nothing is lost.
[[nodiscard]] QString sweepRunningText(const Sweep &sweep);

} // namespace Vestibule
