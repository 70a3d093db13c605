// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectionpage.h"
#include "core/drift.h"
#include "core/finding.h"
#include "core/inventory.h"
#include "core/requester.h"
#include "core/result.h"
#include "core/tenantdomain.h"
#include "formats/connectionencoder.h"
#include "formats/driftencoder.h"
#include "formats/inventoryencoder.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <variant>

namespace Vestibule {

// Options that several commands share. A command takes them by having the struct as a member.

//! Which tenant to ask, with which token or application, and how long to wait for its answers.
struct TenantOptions {
    bool demo = false;
    std::optional<TenantDomain> domain{};
    QString profile{}; //!< the name of a tenant in the settings; empty when it was not given
    QString tokenFile{}; //!< a path, or "-" for standard input; empty when it was not given
    QString clientId{}; //!< of an application; empty when it was not given
    QString clientSecretFile{}; //!< as tokenFile
    //! How long one request may be silent, 1 to 3600 seconds; absent: the settings decide.
    std::optional<std::chrono::seconds> timeout{};
    std::chrono::seconds maximumWait{300}; //!< in total for the rate limit; 0 to 24 hours

    bool operator==(const TenantOptions &) const = default;
};

//! Which connections of the tenant.
struct ListingOptions {
    QString organizationId{}; //!< empty when it was not given
    std::optional<bool> isEnabled{};
    std::optional<int> pageIndex{}; //!< counted from 0; users count from 1
    std::optional<int> pageSize{}; //!< 1 to 100

    bool operator==(const ListingOptions &) const = default;

    //! The first page to read of this organization; the size is used when none was given.
    [[nodiscard]] PageRequest firstPage(const QString &organization, int defaultSize) const;
};

// The commands.

//! `vestibule`: opens the window.
struct BrowseOptions {
    TenantOptions tenant{};
    ListingOptions listing{};
    QString savedView{}; //!< a file to show in place of a tenant; empty when it was not given

    bool operator==(const BrowseOptions &) const = default;
};

//! `vestibule --screenshot FILE.png`: saves a picture of the window and exits.
struct ScreenshotOptions {
    BrowseOptions browse{}; //!< what the window shows
    QString target{}; //!< a path

    bool operator==(const ScreenshotOptions &) const = default;
};

//! `vestibule --export FILE`: writes connections and exits. See ExportCommand.
struct ExportOptions {
    TenantOptions tenant{};
    ListingOptions listing{};
    QString target{}; //!< a path, or "-" for standard output
    ExportLayout layout{};
    bool withSideFile = false; //!< writes the provenance beside the target
    bool isQuiet = false; //!< prints nothing but errors

    bool operator==(const ExportOptions &) const = default;
};

//! `vestibule sweep`: reads a whole tenant. See SweepCommand.
struct SweepOptions {
    TenantOptions tenant{};
    QString target{}; //!< a path; empty when it was not given
    QString organizationsFile{}; //!< a path, or "-"; empty: all organizations of the tenant
    int share = DefaultSweepShare; //!< in percent, 1 to 100
    bool retryFailed = false; //!< reads the organizations that failed again
    bool anew = false; //!< reads all of them again
    bool catalogue = false; //!< reads the tenant's connections as well
    bool isQuiet = false; //!< prints nothing but errors

    bool operator==(const SweepOptions &) const = default;
};

//! `vestibule links FILE`, `vestibule used-by FILE` and `vestibule findings FILE`: writes rows of
//! an inventory. See InventoryCommand.
struct InventoryOptions {
    QString file{}; //!< a path
    InventoryQuery query{};
    QString target = QStringLiteral("-"); //!< a path, or "-" for standard output
    InventoryLayout layout{};
    bool isText = false; //!< for people, in place of the layout; findings alone
    //! Findings of this severity, or a higher one, change the exit status.
    std::optional<FindingSeverity> failsOn{};
    bool isQuiet = false; //!< prints nothing but errors

    bool operator==(const InventoryOptions &) const = default;
};

//! `vestibule compare OLD NEW`: writes what differs between two inventories. See CompareCommand.
struct CompareOptions {
    QString oldFile{}; //!< a path
    QString newFile{}; //!< a path
    DriftOptions drift{};
    QString target = QStringLiteral("-"); //!< a path, or "-" for standard output
    DriftLayout layout{.format = DriftFormat::Text};
    bool isQuiet = false; //!< prints nothing but errors

    bool operator==(const CompareOptions &) const = default;
};

//! `vestibule report FILE`: writes the report of an inventory, of one of its organizations, or of a
//! saved view. See ReportCommand.
struct ReportOptions {
    QString file{}; //!< a path
    QString oldFile{}; //!< an inventory to compare it with, a path; empty: none
    DriftOptions drift{};
    QString organization{}; //!< an id or a name; empty: all, or that of the saved view
    QString target{}; //!< a path, or "-" for standard output
    bool isQuiet = false; //!< prints nothing but errors

    bool operator==(const ReportOptions &) const = default;
};

//! `vestibule --help`, and that of a command.
struct HelpOptions {
    QString text{}; //!< to print

    bool operator==(const HelpOptions &) const = default;
};

//! `vestibule --version`.
struct VersionOptions {
    bool operator==(const VersionOptions &) const = default;
};

//! The command to run, with its options; everything in it has been checked.
using CommandLine =
    std::variant<BrowseOptions, ScreenshotOptions, ExportOptions, SweepOptions, InventoryOptions,
                 CompareOptions, ReportOptions, HelpOptions, VersionOptions>;

//! What is wrong with the command line, in one sentence.
struct UsageError {
    QString message{};
};

//! The arguments begin with the program's name, as QCoreApplication::arguments() does. There is no
//! option for a token or a secret, because other users of the computer can read arguments.
[[nodiscard]] Result<CommandLine, UsageError> parseCommandLine(const QStringList &arguments);
//! With the arguments of main(). One that is not UTF-8 is an error: QString cannot hold it, and
//! another file would be read or written.
[[nodiscard]] Result<CommandLine, UsageError> parseCommandLine(int count,
                                                               const char *const *arguments);

//! A name that is not UTF-8, for people: what is not ASCII is written as %E9.
[[nodiscard]] QString printable(const QByteArray &bytes);

//! What --help prints: the commands, all options in groups, and examples.
[[nodiscard]] QString commandHelpText();
//! What `sweep --help` prints.
[[nodiscard]] QString sweepHelpText();
//! What `links --help` prints.
[[nodiscard]] QString linksHelpText();
//! What `used-by --help` prints.
[[nodiscard]] QString usedByHelpText();
//! What `findings --help` prints.
[[nodiscard]] QString findingsHelpText();
//! What `compare --help` prints.
[[nodiscard]] QString compareHelpText();
//! What `report --help` prints.
[[nodiscard]] QString reportHelpText();

} // namespace Vestibule
