// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringView>

namespace Vestibule {

//! The groups in which the API's own schemas and the documentation put identity providers.
enum class StrategyCategory { Database, Enterprise, Social, Passwordless, Custom, Unknown };

//! What Vestibule knows of a strategy: a name for people, and the group it belongs to.
//! Names are proper names, as the provider writes them or as Auth0 does; the few that are
//! words ("Database") are translated by strategyWord() in models/connectionwords.
struct StrategyInfo {
    QString name{};
    StrategyCategory category = StrategyCategory::Unknown;

    bool operator==(const StrategyInfo &) const = default;
};

//! Looks up \a strategy, case-sensitively as the API compares it. The endpoint declares it as a
//! plain string, so new values may come at any time: an unknown or empty one is never guessed, its
//! name is the strategy as it came and its category Unknown.
[[nodiscard]] StrategyInfo strategyInfo(QStringView strategy);

//! Whether `show_as_button` has a meaning for \a category. The API: "Only applicable for enterprise
//! connections." True for Unknown, so that a flag of an unknown strategy is shown as it was sent.
[[nodiscard]] bool showAsButtonApplies(StrategyCategory category);

//! Whether `is_signup_enabled` has a meaning for \a category: database connections only. True for
//! Unknown, so that a flag of an unknown strategy is shown as it was sent.
[[nodiscard]] bool signupApplies(StrategyCategory category);

} // namespace Vestibule
