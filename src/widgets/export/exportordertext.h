// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "export/exportorder.h"

#include <QString>

namespace Vestibule {

class PrivacyMode;

//! What is exported, in lines that are fit for the screen and masked while \a privacy is on.

//! "Acme Corp", or its id.
[[nodiscard]] QString exportedOrganization(const ExportOrder &order, const PrivacyMode &privacy);
//! "acme-prod (Production) · acme.eu.auth0.com".
[[nodiscard]] QString exportedTenant(const ExportOrder &order, const PrivacyMode &privacy);
//! "Enabled connections only · all pages".
[[nodiscard]] QString exportedRows(const ExportProvenance &provenance);

} // namespace Vestibule
