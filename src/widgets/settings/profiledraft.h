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
    SecretBytes typedSecret{}; //!< of the application; replaces the kept one
    //! From the secret store, for the domain and the application that it is for; not complete if
    //! there is none, or until it has been read.
    TenantAccess kept{};
    //! The profile as it was saved, until what is kept for it has been read; absent for a new one.
    std::optional<Profile> unread{};

    //! Nothing has been typed yet.
    [[nodiscard]] bool isEmpty() const;
    //! Empty while the text is not a domain.
    [[nodiscard]] TenantDomain domain() const;
    //! The name, or else the domain, as typed but on one line; may be empty.
    [[nodiscard]] QString title() const;
    [[nodiscard]] bool isApplication() const { return profile.access == AccessKind::Application; }
    //! Whether the domain is a custom one, so that the application's audience is not known.
    [[nodiscard]] bool needsAudience() const;
    //! With the typed token or secret, or else the kept one if it is for this domain and
    //! application. A typed text that cannot be a token does not fall back to the kept one.
    [[nodiscard]] TenantAccess access() const;
    //! The secret store may have what access() lacks, if it is asked.
    [[nodiscard]] bool mayBeKept() const;
    //! A token or secret was typed, so that access() has another one than the secret store.
    [[nodiscard]] bool hasNewSecret() const;
    //! The profile to save: with the values that pasted texts contain, the domain and the audience
    //! in normal form, and a name; with a token, without an application.
    [[nodiscard]] Profile finished() const;
    //! Why it cannot be saved, in a sentence; empty when it can.
    [[nodiscard]] QString problem() const;
};

//! Why the text that was entered is no audience, in a sentence; empty if it is one, or if there is
//! none.
[[nodiscard]] QString audienceProblem(const QString &text);

//! Says whether there is a token, or a secret of the application, and where it is or will be kept.
[[nodiscard]] QString tokenHint(const ProfileDraft &draft, const FallbackSecretStore &secrets);

} // namespace Vestibule
