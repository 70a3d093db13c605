// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/tenantaccess.h"
#include "store/profile.h"
#include "store/secretvault.h"

#include <optional>

namespace Vestibule {

//! A profile while it is edited: its texts may be anything.
struct ProfileDraft {
    Profile profile{};
    std::optional<AccessToken> typedToken{}; //!< takes the place of the kept one
    std::optional<AccessToken::Problem> tokenProblem{}; //!< of what was typed and is none
    std::optional<AccessToken> keptToken{}; //!< as far as it has been read; for the domain of then
    TenantDomain keptFor{};
    bool isKeptRead = false; //!< whether there is one is known

    //! Nothing was typed yet.
    [[nodiscard]] bool isEmpty() const;
    //! What the texts mean; empty while they mean nothing.
    [[nodiscard]] TenantDomain domain() const;
    //! Its name, or else its domain, as typed; may be empty.
    [[nodiscard]] QString title() const;
    //! With the typed token, or else the kept one if it is for this domain; never the kept one in
    //! the place of a broken one.
    [[nodiscard]] TenantAccess access() const;
    //! As it will be kept: trimmed, the domain in its own form, never without a name.
    [[nodiscard]] Profile finished() const;
    //! Why it cannot be kept as it is, in a sentence; empty when it can.
    [[nodiscard]] QString problem() const;
};

//! Whether there is a token and where it is, or will be, kept.
[[nodiscard]] QString tokenHint(const ProfileDraft &draft, const SecretVault &secrets);

} // namespace Vestibule
