// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/tenantaccess.h"
#include "store/fallbacksecretstore.h"
#include "store/profile.h"

#include <optional>

namespace Vestibule {

//! A profile while it is edited. Its texts may be invalid.
struct ProfileDraft {
    Profile profile{};
    std::optional<AccessToken> typedToken{}; //!< replaces the kept one
    std::optional<AccessToken::Problem> tokenProblem{}; //!< why the typed text cannot be a token
    std::optional<AccessToken>
        keptToken{}; //!< from the secret store; absent until it has been read
    TenantDomain keptFor{}; //!< the domain that the kept token is for
    bool isKeptRead = false; //!< the secret store has been read

    //! Nothing has been typed yet.
    [[nodiscard]] bool isEmpty() const;
    //! Empty while the text is not a domain.
    [[nodiscard]] TenantDomain domain() const;
    //! The name, or else the domain, as typed but on one line; may be empty.
    [[nodiscard]] QString title() const;
    //! With the typed token, or else the kept one if it is for this domain. A typed text that
    //! cannot be a token does not fall back to the kept one.
    [[nodiscard]] TenantAccess access() const;
    //! The profile to save: with the values that pasted texts contain, the domain in normal form,
    //! and a name.
    [[nodiscard]] Profile finished() const;
    //! Why it cannot be saved, in a sentence; empty when it can.
    [[nodiscard]] QString problem() const;
};

//! Says whether there is a token, and where it is or will be kept.
[[nodiscard]] QString tokenHint(const ProfileDraft &draft, const FallbackSecretStore &secrets);

} // namespace Vestibule
