// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringView>

namespace Vestibule {

//! Kinds of identity providers, as in the API's schemas and the documentation.
enum class StrategyCategory { Database, Enterprise, Social, Passwordless, Custom, Unknown };

//! What Vestibule knows of a strategy.
struct StrategyInfo {
    //! For people: a proper name, as the provider or Auth0 writes it. The few that are words
    //! ("Database") are translated in models.
    QString name{};
    StrategyCategory category = StrategyCategory::Unknown; //!< also of some known strategies
    bool isKnown = false; //!< otherwise the name is the strategy as it came

    bool operator==(const StrategyInfo &) const = default;
};

//! Looks up a strategy, case-sensitively like the API. The endpoint declares it as a plain string,
//! so new values may come at any time; nothing is guessed about an unknown or empty one.
[[nodiscard]] StrategyInfo strategyInfo(QStringView strategy);

} // namespace Vestibule
