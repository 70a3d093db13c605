// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionpage.h"
#include "core/finding.h"
#include "core/organization.h"
#include "core/organizationconnection.h"
#include "core/strategycatalog.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>
#include <variant>

namespace Vestibule {

//! What a sweep has done with one organization.
enum class OrganizationState {
    Waiting, //!< not read yet
    Read,
    Failed, //!< the tenant did not give its connections; the error is kept
    Gone, //!< the tenant listed it, but did not know it any more (404)
};

//! How many organizations of the frozen population are in which state.
struct SweepCounts {
    qsizetype waiting = 0;
    qsizetype read = 0;
    qsizetype failed = 0;
    qsizetype gone = 0;

    [[nodiscard]] qsizetype listed() const { return waiting + read + failed + gone; }
    bool operator==(const SweepCounts &) const = default;
};

//! What an inventory is about, and how much of it is there.
struct InventorySummary {
    QString tenant{}; //!< TenantDomain::text(), or "demo" for the built-in demo tenant
    //! The list that the connections were read from; the older one has no disabled ones.
    ConnectionEndpoint endpoint = ConnectionEndpoint::Connections;
    QString programVersion{}; //!< of the program that began it
    QStringList scopes{}; //!< of the token that began it; empty if they are not known
    QDateTime began{}; //!< UTC; invalid before the first sweep
    //! When the latest stretch of the sweep ended, in UTC; while it runs or after a crash, its last
    //! sign of life.
    QDateTime ended{};
    SweepCounts counts{};
    bool isPopulationFrozen = false; //!< all organizations are listed
    bool coversGivenOnly = false; //!< only the organizations that --organizations named
    bool isListedAgain = false; //!< the second listing at the end is done
    //! UTC; when the tenant's own connections were listed, and not only those of organizations.
    //! Invalid if they were not.
    QDateTime catalogueReadAt{};
    qsizetype appeared = 0; //!< organizations that only the second listing has
    qsizetype vanished = 0; //!< organizations that only the first listing has
    qsizetype links = 0;
    qsizetype connections = 0; //!< different ones
    qint64 requests = 0; //!< of all stretches, with those that were repeated

    [[nodiscard]] bool hasCatalogue() const { return catalogueReadAt.isValid(); }
    //! Only this may be called complete.
    [[nodiscard]] bool isComplete() const
    {
        return isPopulationFrozen && counts.waiting == 0 && counts.failed == 0;
    }
    bool operator==(const InventorySummary &) const = default;
};

//! Why an inventory cannot be opened, read or written, as facts; session/inventorytext turns them
//! into a sentence.
struct InventoryProblem {
    enum class Kind {
        NotReadable, //!< the system's error is the detail
        NotAFile, //!< a folder, a pipe, a device
        NotAnInventory,
        NewerVersion, //!< the detail is the version of the file
        Damaged, //!< the detail says where
        Foreign, //!< an inventory that another program has changed; the detail says what
        NoDriver, //!< Qt's plugin for SQLite is not installed
        NotWritable, //!< the system's error is the detail
        DiskFull,
        Removed, //!< the file or its folder is gone
        OtherTenant, //!< the detail is the tenant of the file
        OtherOrganizations, //!< a sweep of other organizations than those that are asked for
        //! Another program or window sweeps this tenant; the detail is its process id, if known.
        Busy,
        Cancelled,
    };

    Kind kind = Kind::NotReadable;
    QString detail{}; //!< plain text of bounded length; may be empty
    QString path{}; //!< the file, for people

    bool operator==(const InventoryProblem &) const = default;
};

//! A value of a flag to look for. NotSent finds absent flags and null.
enum class FlagChoice { Yes, No, NotSent };

//! Numbers of connections from this one on are one value: an organization has at most 10.
inline constexpr int MostConnectionsCounted = 10;

//! Which rows of an inventory to show. Facets, bars and the command line make this value. What is
//! absent or empty lets all rows pass; what is set must hold for a row.
struct InventoryFilter {
    // Of links; in the list of connections and in that of organizations they keep the rows that
    // have at least one such link.
    std::optional<FlagChoice> isEnabled{};
    std::optional<FlagChoice> assignMembershipOnLogin{};
    std::optional<FlagChoice> showAsButton{};
    std::optional<FlagChoice> isSignupEnabled{};
    std::optional<QString> accessLevel{}; //!< the API's word; empty finds what was not sent
    std::optional<QString> memberAccessLevel{}; //!< the same
    std::optional<QString> strategy{}; //!< the API's word; empty finds what was not sent
    std::optional<StrategyCategory> category{};
    QString connection{}; //!< an id or a name, as it is
    QString organization{}; //!< an id or a name, as it is

    // Of connections.
    bool isShared = false; //!< in two or more organizations

    //! The link has a finding that is not muted; in the list of connections, one of the
    //! connection's links; in that of organizations, the organization itself, or one of its links
    //! a finding of high severity: nearly every organization has some other one.
    bool isToCheck = false;

    // Of findings: a link is kept if it, or its organization, has one.
    std::optional<FindingRule> finding{};
    bool withMuted = false; //!< finds muted ones as well
    QList<FindingRule> rules{}; //!< of the list of findings; empty: all

    // Of organizations.
    std::optional<OrganizationState> state{};
    //! Of those that were read: how many connections they have, or MostConnectionsCounted.
    std::optional<int> connectionCount{};

    QString findText{}; //!< finds what the page's Find finds: in names and ids, case-insensitively

    bool operator==(const InventoryFilter &) const = default;
    [[nodiscard]] bool isEmpty() const { return *this == InventoryFilter(); }
};

//! The lists of an inventory.
enum class InventoryList {
    Links,
    Connections,
    Organizations,
    Rules, //!< those of core/finding.h, with the numbers of their findings; has no filter
    //! In the order of rules, then of names. Of the filter, only `rules` and `withMuted` count.
    Findings,
};

//! The columns of the lists. A list has those that InventoryColumns names.
enum class InventoryColumn {
    OrganizationName, //!< the API's short name
    OrganizationDisplayName,
    OrganizationId,
    ReadAt,
    State,
    ConnectionName,
    Strategy,
    ConnectionId,
    OrganizationConnectionName,
    IsEnabled,
    OrganizationAccessLevel,
    OrganizationMemberAccessLevel,
    AssignMembershipOnLogin,
    ShowAsButton,
    IsSignupEnabled,
    Organizations, //!< how many have the connection
    Enabled, //!< in how many organizations; of an organization: how many connections
    Disabled, //!< the same
    Membership, //!< in how many organizations it gives membership on login
    Signup, //!< in how many organizations sign-up is on
    Shown, //!< in how many organizations it is shown as a button
    Levels, //!< its access levels, with numbers
    Connections, //!< of an organization: how many
    Categories, //!< of an organization's connections
    Rule,
    Severity,
    FindingCount,
    MutedCount,
};

//! How many rows the list has without a filter.
[[nodiscard]] qsizetype rowsOf(InventoryList list, const InventorySummary &summary);

[[nodiscard]] const QList<InventoryColumn> &columnsOf(InventoryList list);

//! A list with its filter and order.
struct InventoryQuery {
    InventoryList list = InventoryList::Links;
    InventoryFilter filter{};
    InventoryColumn sortedBy = InventoryColumn::OrganizationName;
    bool isDescending = false;

    // Sorting goes by what is on screen, and only the caller knows the words of its language.
    //! The rules in the order of their titles; empty: in their own order.
    QList<FindingRule> rulesByTitle{};
    //! The words for strategies where they differ from strategyInfo().
    QHash<QString, QString> strategyWords{};

    bool operator==(const InventoryQuery &) const = default;
};

//! One organization's use of one connection.
struct InventoryLink {
    Organization organization{};
    QDateTime readAt{}; //!< UTC
    OrganizationConnection connection{};
    //! The rules that it meets, in their order, without muted ones.
    QList<FindingRule> findings{};

    bool operator==(const InventoryLink &) const = default;
};

//! One connection, and how the organizations of the tenant use it.
struct ConnectionUse {
    QString id{};
    std::optional<QString> name{};
    std::optional<QString> strategy{};
    int organizations = 0;
    int enabled = 0;
    int disabled = 0; //!< is_enabled was sent as false
    int membership = 0;
    int signup = 0;
    int shown = 0;
    //! The words of organization_access_level with their numbers, the API's order first; an empty
    //! word for what was not sent.
    QList<std::pair<QString, int>> levels{};
    //! The rules that one of its links meets, in their order, without muted ones.
    QList<FindingRule> findings{};

    bool operator==(const ConnectionUse &) const = default;
};

//! One organization of the population.
struct InventoryOrganization {
    Organization organization{};
    OrganizationState state = OrganizationState::Waiting;
    QDateTime readAt{}; //!< UTC; invalid unless Read, Failed or Gone
    int errorStatus = 0; //!< HTTP; 0 without an answer, or when there is no error
    QString errorText{}; //!< what the tenant or the parser said; plain text
    int connections = 0;
    int enabled = 0;
    QList<StrategyCategory> categories{}; //!< without repetitions
    //! The rules that it meets, and those of high severity that one of its links meets, in their
    //! order, without muted ones.
    QList<FindingRule> findings{};

    bool operator==(const InventoryOrganization &) const = default;
};

using InventoryRow =
    std::variant<InventoryLink, ConnectionUse, InventoryOrganization, FindingCount, Finding>;

//! Identifies a row in its list: organization and connection, or one of them, or a rule.
struct InventoryKey {
    QString organizationId{};
    QString connectionId{};
    std::optional<FindingRule> rule{};

    bool operator==(const InventoryKey &) const = default;
};
[[nodiscard]] InventoryKey keyOf(const InventoryRow &row);
//! Those of a link, a connection or an organization, without muted ones; empty for other rows.
[[nodiscard]] QList<FindingRule> findingsOf(const InventoryRow &row);

//! A value that rows of a list have, with their number; choosing it sets the filter to `chosen`.
struct InventoryFacet {
    enum class Kind {
        Enabled,
        Category,
        Strategy,
        AccessLevel,
        MemberAccessLevel,
        Membership,
        Signup,
        Button,
        Shared,
        State,
        ConnectionCount, //!< of organizations that were read
        ToCheck,
        Finding,
    };

    Kind kind = Kind::Enabled;
    //! The query's filter with this value set, or without it if it was set before.
    InventoryFilter chosen{};
    //! The API's word for Strategy and the levels; otherwise empty.
    QString word{};
    std::optional<FlagChoice> flag{};
    std::optional<StrategyCategory> category{};
    std::optional<OrganizationState> state{};
    std::optional<FindingRule> finding{};
    std::optional<int> connectionCount{};
    bool isChosen = false;
    qsizetype rows = 0;

    bool operator==(const InventoryFacet &) const = default;
};

} // namespace Vestibule
