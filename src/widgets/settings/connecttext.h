// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/pastedaccess.h"

#include <QString>
#include <QStringList>

namespace Vestibule {

class PrivacyMode;

//! The texts of the window *Connect a tenant*.

//! What was found in a pasted text, and what was not, in sentences; for text with problems in it
//! the reasons.
[[nodiscard]] QString foundText(const PastedAccess &found, const PrivacyMode &privacy);

//! "acme" of acme.eu.auth0.com, or the domain itself; empty if it is.
[[nodiscard]] QString tenantNameOf(const TenantDomain &domain);

//! What to click in the Auth0 Dashboard to make an application that may only read what the program
//! needs: a sentence for each step, as plain text. Without a domain the address is that of any
//! tenant. The domain is as it is to be shown.
[[nodiscard]] QStringList dashboardSteps(const TenantDomain &domain);
//! The same with the Auth0 CLI: commands for a shell, each on a line of its own. The words that
//! must be replaced are in capitals; there is one for the domain if that is not known, and one for
//! the client ID until it has been entered.
[[nodiscard]] QString accessCommands(const TenantDomain &domain, const QString &clientId);

} // namespace Vestibule
