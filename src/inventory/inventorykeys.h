// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLatin1StringView>

//! What the file holds as words: the keys of the table `inventory`, and the values of columns with
//! few values. A key that is not there has no value. Times are, as in the whole file, ISO 8601 in
//! UTC with milliseconds and a Z at the end.
namespace Vestibule::InventoryKeys {

//! InventorySummary::tenant: a domain, or "demo". Written first and never changed.
inline constexpr QLatin1StringView Tenant("tenant");
//! InventorySummary::endpoint, with which organizations were read: "connections", or
//! "enabled_connections" if any of them was read from the older list.
inline constexpr QLatin1StringView Endpoint("endpoint");
//! InventorySummary::programVersion, such as "1.4.0".
inline constexpr QLatin1StringView ProgramVersion("program_version");
//! InventorySummary::scopes, with a space between two; not there when they are not known.
inline constexpr QLatin1StringView Scopes("scopes");
//! When all organizations were listed. Not there: the listing is not finished, and begins anew when
//! the sweep goes on.
inline constexpr QLatin1StringView Frozen("frozen");
//! When the second listing was finished.
inline constexpr QLatin1StringView ListedAgain("listed_again");
//! Only there when the organizations were given and not listed: the SHA-256 (hexadecimal) of their
//! ids, sorted, each followed by a line feed.
inline constexpr QLatin1StringView GivenIds("given_ids");
//! When the tenant's connections had all been read into the table `catalogue`. Not there: what the
//! table has is a part of them.
inline constexpr QLatin1StringView Catalogue("catalogue");
//! "1" in an inventory that SweepRequest::anew began: the same request goes on with it until it is
//! finished.
inline constexpr QLatin1StringView BegunAnew("begun_anew");

//! Of the key Endpoint.
inline constexpr QLatin1StringView Connections("connections");
inline constexpr QLatin1StringView EnabledConnections("enabled_connections");

//! `organization.state`.
inline constexpr QLatin1StringView Waiting("waiting");
inline constexpr QLatin1StringView Read("read");
inline constexpr QLatin1StringView Failed("failed");
inline constexpr QLatin1StringView Gone("gone");

//! `run.how`; NULL while it runs, and after a crash.
inline constexpr QLatin1StringView Complete("complete");
inline constexpr QLatin1StringView WithFailures("with failures");
inline constexpr QLatin1StringView Stopped("stopped"); //!< by the user or by a signal
inline constexpr QLatin1StringView Paused("paused"); //!< by the user
//! Paused or ended by the tenant's refusal, by three equal failures, or by the disk.
inline constexpr QLatin1StringView Interrupted("interrupted");

} // namespace Vestibule::InventoryKeys
