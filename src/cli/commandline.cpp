// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "cli/commandline.h"

#include "core/pastedtext.h"
#include "formats/csv.h"
#include "session/errortext.h"
#include "session/savedviewopener.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QList>
#include <QStringDecoder>
#include <QUrl>

#include <algorithm>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr int Width = 80; //!< of a terminal, in characters
constexpr int DescriptionColumn = 26;

struct CommandLineText {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::CommandLine)
};

//! One option, without its dashes.
struct Option {
    QString name{};
    QString valueName{}; //!< empty when it takes no value
    QString description{};
};

struct OptionGroup {
    QString title{};
    QList<Option> options{};
};

// Each option is declared once; every command that takes it adds the list that has it.

//! See TenantOptions; with networkOptions().
QList<Option> tenantOptions()
{
    return {
        {u"demo"_s, {}, CommandLineText::tr("The built-in demo tenant; needs no account.")},
        {u"domain"_s, u"HOST"_s,
         CommandLineText::tr("The tenant's domain, such as acme.eu.auth0.com (default: "
                             "AUTH0_DOMAIN, then the tenant used last).")},
        {u"profile"_s, u"NAME"_s,
         CommandLineText::tr(
             "A tenant from the settings, with its domain, organization and access.")},
    };
}

//! `waiting` is what --max-wait bounds.
QList<Option> networkOptions(const QString &waiting)
{
    return {
        {u"token-file"_s, u"FILE"_s,
         CommandLineText::tr("Read the token from FILE, or from standard input for - (default: "
                             "AUTH0_API_TOKEN).")},
        {u"client-id"_s, u"ID"_s,
         CommandLineText::tr("Without a token: sign in as this application (default: "
                             "AUTH0_CLIENT_ID, then that of the settings).")},
        {u"client-secret-file"_s, u"FILE"_s,
         CommandLineText::tr("Read the client secret from FILE, or from standard input for - "
                             "(default: AUTH0_CLIENT_SECRET).")},
        {u"timeout"_s, u"SECONDS"_s,
         CommandLineText::tr(
             "How long to wait for a response (default: 30, or the time-out in the settings).")},
        {u"max-wait"_s, u"SECONDS"_s, waiting},
    };
}

//! See ListingOptions.
QList<Option> listingOptions()
{
    return {
        {u"organization"_s, u"ID"_s, CommandLineText::tr("The organization's ID.")},
        {u"is-enabled"_s, u"true|false"_s,
         CommandLineText::tr("Only enabled or only disabled connections.")},
        {u"page"_s, u"N"_s, CommandLineText::tr("One page, counted from 1.")},
        {u"per-page"_s, u"N"_s,
         CommandLineText::tr("Rows per page, 1 to 100 (default: 100 for --export).")},
    };
}

//! For CSV alone.
QList<Option> csvOptions()
{
    return {
        {u"columns"_s, u"NAME,..."_s,
         CommandLineText::tr("The columns of a CSV file, in this order (default: all).")},
        {u"separator"_s, u"WORD"_s,
         CommandLineText::tr(
             "The separator of a CSV file: comma, semicolon or tab (default: comma).")},
        {u"bom"_s, {}, CommandLineText::tr("Begin a CSV file with a byte order mark, for Excel.")},
        {u"no-formula-guard"_s,
         {},
         CommandLineText::tr("Do not escape cells that look like formulas.")},
    };
}

//! What an export looks like.
QList<Option> formatOptions()
{
    return QList<Option>{{u"format"_s, u"csv|json|ndjson"_s, CommandLineText::tr("Default: csv.")}}
    + csvOptions();
}

QList<Option> sideFileOptions()
{
    return {{u"meta"_s, {}, CommandLineText::tr("Also write a provenance file, FILE.meta.json.")}};
}

QList<Option> quietOptions()
{
    return {{u"quiet"_s, {}, CommandLineText::tr("Print only errors.")}};
}

//! The options that choose a command.
Option exportOption()
{
    return {u"export"_s, u"FILE"_s,
            CommandLineText::tr("Write all pages (or --page) to FILE, or to standard output for "
                                "-, and exit.")};
}

Option screenshotOption()
{
    return {u"screenshot"_s, u"FILE.png"_s,
            CommandLineText::tr("Save a screenshot of the window and exit.")};
}

//! All options but --help and --version, as --help shows them.
QList<OptionGroup> optionGroups()
{
    return {
        {CommandLineText::tr("Which connections"), tenantOptions() + listingOptions()},
        {CommandLineText::tr("Export (needs no display)"),
         QList<Option>{exportOption()} + formatOptions() + sideFileOptions() + quietOptions()},
        {CommandLineText::tr("Access and network"),
         networkOptions(
             CommandLineText::tr("How long to wait for the rate limit in total (default: 300)."))},
        {CommandLineText::tr("Other"), {screenshotOption()}},
    };
}

//! Of `vestibule sweep`.
QList<Option> sweepOptions()
{
    return {
        {u"into"_s, u"FILE.vestibule"_s,
         CommandLineText::tr("Write the inventory to FILE.vestibule when the sweep ends (default: "
                             "keep it for the window).")},
        {u"organizations"_s, u"FILE"_s,
         CommandLineText::tr("Read only the organizations whose IDs are in FILE, or on standard "
                             "input for -, one per line.")},
        {u"share"_s, u"PERCENT"_s,
         CommandLineText::tr("Use at most this part of the tenant's rate limit, 1 to 100 "
                             "(default: 50).")},
        {u"retry-failed"_s,
         {},
         CommandLineText::tr("Also read again the organizations that failed.")},
        {u"anew"_s, {}, CommandLineText::tr("Start over and read everything again.")},
        {u"catalogue"_s,
         {},
         CommandLineText::tr("Also read the tenant's connections, to find the unused ones; the "
                             "token needs the scope read:connections.")},
    };
}

QList<OptionGroup> sweepGroups()
{
    return {
        {CommandLineText::tr("Which tenant"), tenantOptions()},
        {CommandLineText::tr("What to read"), sweepOptions() + quietOptions()},
        {CommandLineText::tr("Access and network"),
         networkOptions(CommandLineText::tr("How long to wait in total for one organization when "
                                            "the tenant asks for it (default: 300)."))},
        {CommandLineText::tr("Other"), {}},
    };
}

//! Of commands that write by default to standard output.
Option exportTargetOption()
{
    return {u"export"_s, u"FILE"_s,
            CommandLineText::tr("Write to FILE (default: standard output).")};
}

//! Where `vestibule links` and `vestibule used-by` write, and how.
OptionGroup outputGroup()
{
    return {CommandLineText::tr("Output"),
            QList<Option>{exportTargetOption()} + formatOptions() + quietOptions()};
}

QList<OptionGroup> linksGroups()
{
    return {
        {CommandLineText::tr("Which links"),
         {{u"is-enabled"_s, u"true|false"_s,
           CommandLineText::tr("Only enabled or only disabled connections.")},
          {u"strategy"_s, u"NAME"_s,
           CommandLineText::tr("Only connections of this strategy, such as okta.")},
          {u"access-level"_s, u"NAME"_s,
           CommandLineText::tr("Only this access level: none, readonly, limited or full.")},
          {u"connection"_s, u"NAME|ID"_s, CommandLineText::tr("Only this connection.")},
          {u"organization"_s, u"NAME|ID"_s, CommandLineText::tr("Only this organization.")}}},
        outputGroup(),
        {CommandLineText::tr("Other"), {}},
    };
}

QList<OptionGroup> usedByGroups()
{
    return {
        {CommandLineText::tr("Which connections"),
         {{u"connection"_s, u"NAME|ID"_s,
           CommandLineText::tr("Only the organizations that use this connection, one row each, "
                               "with the columns of \"vestibule links\".")}}},
        outputGroup(),
        {CommandLineText::tr("Other"), {}},
    };
}

QList<OptionGroup> findingsGroups()
{
    return {
        {CommandLineText::tr("Which findings"),
         {{u"rule"_s, u"ID"_s,
           CommandLineText::tr("Only this rule, such as shared-membership; may be given several "
                               "times.")},
          {u"fail-on"_s, u"high|inform|never"_s,
           CommandLineText::tr("Which findings make the exit status 1 (default: high).")}}},
        {CommandLineText::tr("Output"),
         QList<Option>{{u"format"_s, u"text|csv|json"_s, CommandLineText::tr("Default: text.")}}
             + quietOptions()},
        {CommandLineText::tr("Other"), {}},
    };
}

Option byNameOption()
{
    return {
        u"by-name"_s,
        {},
        CommandLineText::tr(
            "Match organizations and connections by name instead of by ID, as for two tenants.")};
}

QList<OptionGroup> compareGroups()
{
    return {
        {CommandLineText::tr("How to compare"), {byNameOption()}},
        {CommandLineText::tr("Output"),
         QList<Option>{exportTargetOption(),
                       {u"format"_s, u"text|csv|json"_s, CommandLineText::tr("Default: text.")}}
             + csvOptions() + quietOptions()},
        {CommandLineText::tr("Other"), {}},
    };
}

QList<OptionGroup> reportGroups()
{
    const Option target{u"html"_s, u"FILE.html"_s,
                        CommandLineText::tr("Write the report to FILE.html, or to standard output "
                                            "for -.")};
    return {
        {CommandLineText::tr("What to report"),
         {{u"compare"_s, u"OLD"_s,
           CommandLineText::tr("Also report what has changed since the older inventory OLD.")},
          byNameOption(),
          {u"organization"_s, u"NAME|ID"_s,
           CommandLineText::tr(
               "Report only this organization, with a drawing of its login prompt.")}}},
        {CommandLineText::tr("Output"), QList<Option>{target} + quietOptions()},
        {CommandLineText::tr("Other"), {}},
    };
}

QStringList names(const QList<Option> &options)
{
    QStringList names;
    for (const Option &option : options)
        names.append(option.name);
    return names;
}

//! Breaks the text into lines that end before Width; each of them begins at this column.
QString wrapped(const QString &text, int column)
{
    QString lines;
    int at = column;
    for (const QString &word : text.split(u' ')) {
        const bool isFirst = at == column;
        if (!isFirst && at + 1 + word.size() > Width) {
            lines += u'\n' + QString(column, u' ') + word;
            at = column + int(word.size());
        } else {
            lines += isFirst ? word : QString(u' ' + word);
            at += int(word.size()) + (isFirst ? 0 : 1);
        }
    }
    return lines;
}

QString optionText(const Option &option)
{
    QString name = "  --"_L1 + option.name;
    if (!option.valueName.isEmpty())
        name += u' ' + option.valueName;
    const bool fits = name.size() < DescriptionColumn;
    const QString gap = fits ? QString(DescriptionColumn - name.size(), u' ')
                             : QString(u'\n' + QString(DescriptionColumn, u' '));
    return name + gap + wrapped(option.description, DescriptionColumn) + u'\n';
}

//! Reads the options of a command line. The first problem is the one that is reported.
class OptionReader final {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::CommandLine)

public:
    explicit OptionReader(const QList<OptionGroup> &groups);
    //! Of the program without a command.
    [[nodiscard]] Result<CommandLine, UsageError> read(const QStringList &arguments);
    [[nodiscard]] Result<CommandLine, UsageError> readSweep(const QStringList &arguments);
    [[nodiscard]] Result<CommandLine, UsageError> readLinks(const QStringList &arguments);
    [[nodiscard]] Result<CommandLine, UsageError> readUsedBy(const QStringList &arguments);
    [[nodiscard]] Result<CommandLine, UsageError> readFindings(const QStringList &arguments);
    [[nodiscard]] Result<CommandLine, UsageError> readCompare(const QStringList &arguments);
    [[nodiscard]] Result<CommandLine, UsageError> readReport(const QStringList &arguments);

private:
    //! The command line when the arguments are wrong, or ask for help or the version.
    [[nodiscard]] std::optional<Result<CommandLine, UsageError>> parse(const QStringList &arguments,
                                                                       const QString &help);
    [[nodiscard]] CommandLine readCommand();
    void readTenant(TenantOptions &tenant);
    void readNetwork(TenantOptions &tenant);
    [[nodiscard]] ListingOptions readListing();
    [[nodiscard]] QString readTarget(bool isExport);
    [[nodiscard]] QString readSavedView();
    [[nodiscard]] QString savedViewPath(const QString &argument);
    void readExport(ExportOptions &command);
    [[nodiscard]] ExportFormat readFormat();
    void readFile(InventoryOptions &options);
    [[nodiscard]] QString readInventory();
    void forbidSameFile(const QString &input, const QString &target);
    void readOutput(InventoryOptions &options);
    void readDriftLayout(DriftLayout &layout);
    [[nodiscard]] QString readName(const QString &name);
    void forbidExportOptions();
    void readCsv(ExportFormat format, CsvDialect &csv);
    void readDialect(CsvDialect &csv);
    [[nodiscard]] QList<ConnectionField> readFields();
    [[nodiscard]] QStringList readColumns(const QStringList &all);
    std::optional<bool> readFlag(const QString &name);
    std::optional<int> readNumber(const QString &name, int minimum, int maximum);

    [[nodiscard]] bool isSet(const QString &name) const { return m_parser.isSet(name); }
    void report(const QString &problem)
    {
        if (m_problem.isEmpty())
            m_problem = problem;
    }

    QCommandLineParser m_parser;
    QString m_problem;
};

OptionReader::OptionReader(const QList<OptionGroup> &groups)
{
    m_parser.addHelpOption();
    m_parser.addVersionOption();
    for (const OptionGroup &group : groups) {
        for (const Option &option : group.options)
            m_parser.addOption({option.name, option.description, option.valueName});
    }
}

std::optional<Result<CommandLine, UsageError>> OptionReader::parse(const QStringList &arguments,
                                                                   const QString &help)
{
    if (!m_parser.parse(arguments))
        return UsageError{m_parser.errorText()};
    if (isSet(u"help"_s) || isSet(u"help-all"_s))
        return CommandLine(HelpOptions{help});
    if (isSet(u"version"_s))
        return CommandLine(VersionOptions());
    return {};
}

Result<CommandLine, UsageError> OptionReader::read(const QStringList &arguments)
{
    if (const auto parsed = parse(arguments, commandHelpText()))
        return *parsed;
    CommandLine line = readCommand();
    if (!m_problem.isEmpty())
        return UsageError{m_problem};
    return line;
}

Result<CommandLine, UsageError> OptionReader::readSweep(const QStringList &arguments)
{
    if (const auto parsed = parse(arguments, sweepHelpText()))
        return *parsed;
    SweepOptions sweep;
    readTenant(sweep.tenant);
    readNetwork(sweep.tenant);
    if (const QStringList others = m_parser.positionalArguments(); !others.isEmpty())
        report(tr("Unexpected argument: %1.").arg(others.constFirst()));
    sweep.target = m_parser.value(u"into"_s);
    if (isSet(u"into"_s) && (sweep.target.isEmpty() || sweep.target == "-"_L1))
        report(tr("--into needs a file."));
    sweep.organizationsFile = m_parser.value(u"organizations"_s);
    if (isSet(u"organizations"_s) && sweep.organizationsFile.isEmpty())
        report(tr("--organizations needs a file."));
    if (sweep.organizationsFile == "-"_L1 && sweep.tenant.tokenFile == "-"_L1)
        report(tr("--organizations and --token-file cannot both read standard input."));
    if (sweep.organizationsFile == "-"_L1 && sweep.tenant.clientSecretFile == "-"_L1)
        report(tr("--organizations and --client-secret-file cannot both read standard input."));
    if (const auto percent = readNumber(u"share"_s, 1, 100))
        sweep.share = *percent;
    sweep.retryFailed = isSet(u"retry-failed"_s);
    sweep.anew = isSet(u"anew"_s);
    if (sweep.retryFailed && sweep.anew)
        report(tr("--retry-failed and --anew exclude each other."));
    sweep.catalogue = isSet(u"catalogue"_s);
    if (sweep.catalogue && isSet(u"organizations"_s))
        report(tr("--catalogue and --organizations exclude each other: only all organizations "
                  "together show which connections are unused."));
    sweep.isQuiet = isSet(u"quiet"_s);
    if (!m_problem.isEmpty())
        return UsageError{m_problem};
    return CommandLine(sweep);
}

Result<CommandLine, UsageError> OptionReader::readLinks(const QStringList &arguments)
{
    if (const auto parsed = parse(arguments, linksHelpText()))
        return *parsed;
    InventoryOptions links;
    InventoryFilter &filter = links.query.filter;
    if (const auto isEnabled = readFlag(u"is-enabled"_s))
        filter.isEnabled = *isEnabled ? FlagChoice::Yes : FlagChoice::No;
    if (isSet(u"strategy"_s))
        filter.strategy = m_parser.value(u"strategy"_s);
    if (isSet(u"access-level"_s))
        filter.accessLevel = m_parser.value(u"access-level"_s);
    filter.connection = readName(u"connection"_s);
    filter.organization = readName(u"organization"_s);
    readOutput(links);
    if (!m_problem.isEmpty())
        return UsageError{m_problem};
    return CommandLine(links);
}

Result<CommandLine, UsageError> OptionReader::readUsedBy(const QStringList &arguments)
{
    if (const auto parsed = parse(arguments, usedByHelpText()))
        return *parsed;
    InventoryOptions uses;
    if (isSet(u"connection"_s)) {
        uses.query.filter.connection = readName(u"connection"_s);
    } else {
        uses.query.list = InventoryList::Connections;
        uses.query.sortedBy = InventoryColumn::ConnectionName;
    }
    readOutput(uses);
    if (!m_problem.isEmpty())
        return UsageError{m_problem};
    return CommandLine(uses);
}

Result<CommandLine, UsageError> OptionReader::readFindings(const QStringList &arguments)
{
    if (const auto parsed = parse(arguments, findingsHelpText()))
        return *parsed;
    InventoryOptions findings;
    findings.query = {.list = InventoryList::Findings,
                      .filter = {.withMuted = true},
                      .sortedBy = InventoryColumn::Rule};
    const QStringList ids = m_parser.values(u"rule"_s);
    for (const QString &id : ids) {
        if (const auto rule = findingRuleOf(id))
            findings.query.filter.rules.append(*rule);
        else
            report(tr("--rule: %1 is not the ID of a rule.").arg(id));
    }
    const QString failsOn = m_parser.value(u"fail-on"_s);
    if (failsOn == "inform"_L1)
        findings.failsOn = FindingSeverity::Inform;
    else if (!isSet(u"fail-on"_s) || failsOn == "high"_L1)
        findings.failsOn = FindingSeverity::High;
    else if (failsOn != "never"_L1)
        report(tr("--fail-on takes high, inform or never."));
    const QString format = m_parser.value(u"format"_s);
    findings.isText = !isSet(u"format"_s) || format == "text"_L1;
    if (format == "json"_L1)
        findings.layout.format = ExportFormat::Json;
    else if (!findings.isText && format != "csv"_L1)
        report(tr("--format takes text, csv or json."));
    readFile(findings);
    if (!m_problem.isEmpty())
        return UsageError{m_problem};
    return CommandLine(findings);
}

Result<CommandLine, UsageError> OptionReader::readCompare(const QStringList &arguments)
{
    if (const auto parsed = parse(arguments, compareHelpText()))
        return *parsed;
    CompareOptions compare;
    const QStringList files = m_parser.positionalArguments();
    if (files.value(0).isEmpty() || files.value(1).isEmpty()) {
        report(tr("Two inventories are needed: the old one and the new one."));
    } else {
        compare.oldFile = savedViewPath(files.at(0));
        compare.newFile = savedViewPath(files.at(1));
    }
    if (files.size() > 2)
        report(tr("Unexpected argument: %1.").arg(files.at(2)));
    compare.drift.byName = isSet(u"by-name"_s);
    if (isSet(u"export"_s))
        compare.target = readTarget(true);
    compare.isQuiet = isSet(u"quiet"_s);
    forbidSameFile(compare.oldFile, compare.target);
    forbidSameFile(compare.newFile, compare.target);
    readDriftLayout(compare.layout);
    if (!m_problem.isEmpty())
        return UsageError{m_problem};
    return CommandLine(compare);
}

Result<CommandLine, UsageError> OptionReader::readReport(const QStringList &arguments)
{
    if (const auto parsed = parse(arguments, reportHelpText()))
        return *parsed;
    ReportOptions report{.file = readInventory(),
                         .drift = {.byName = isSet(u"by-name"_s)},
                         .target = m_parser.value(u"html"_s),
                         .isQuiet = isSet(u"quiet"_s)};
    if (isSet(u"compare"_s)) {
        report.oldFile = savedViewPath(m_parser.value(u"compare"_s));
        if (report.oldFile.isEmpty())
            this->report(tr("%1 needs a file.").arg("--compare"_L1));
        forbidSameFile(report.oldFile, report.target);
    } else if (report.drift.byName) {
        this->report(tr("--%1 needs --compare.").arg("by-name"_L1));
    }
    report.organization = readName(u"organization"_s);
    if (!report.organization.isEmpty() && !report.oldFile.isEmpty())
        this->report(tr("--compare and --organization exclude each other."));
    if (report.target.isEmpty())
        this->report(tr("%1 needs a file.").arg("--html"_L1));
    forbidSameFile(report.file, report.target);
    if (!m_problem.isEmpty())
        return UsageError{m_problem};
    return CommandLine(report);
}

//! --export and --screenshot choose a command; the default is to open the window.
CommandLine OptionReader::readCommand()
{
    TenantOptions tenant;
    readTenant(tenant);
    const ListingOptions listing = readListing();
    const bool isExport = isSet(u"export"_s);
    const bool isScreenshot = isSet(u"screenshot"_s);
    if (isExport && isScreenshot)
        report(tr("--export and --screenshot exclude each other."));
    const QString target = isExport || isScreenshot ? readTarget(isExport) : QString();
    ExportOptions command{.listing = listing, .target = target};
    if (isExport)
        readExport(command);
    else
        forbidExportOptions();
    const QString savedView = readSavedView();
    readNetwork(tenant);
    if (isExport) {
        command.tenant = tenant;
        return command;
    }
    const BrowseOptions browse{.tenant = tenant, .listing = listing, .savedView = savedView};
    if (isScreenshot)
        return ScreenshotOptions{.browse = browse, .target = target};
    return browse;
}

void OptionReader::readTenant(TenantOptions &tenant)
{
    tenant.demo = isSet(u"demo"_s);
    if (isSet(u"domain"_s)) {
        const QString text = m_parser.value(u"domain"_s);
        const auto domain = TenantDomain::fromText(text);
        if (domain)
            tenant.domain = *domain;
        else
            report(u"--domain: "_s + problemText(domain.error(), text));
        if (tenant.demo)
            report(tr("--demo and --domain exclude each other."));
    }
    tenant.profile = m_parser.value(u"profile"_s);
    if (isSet(u"profile"_s) && tenant.profile.isEmpty())
        report(tr("--profile needs the name of a tenant."));
    if (isSet(u"profile"_s) && (tenant.demo || tenant.domain))
        report(tr("--profile names the tenant; --demo and --domain cannot be used with it."));
}

void OptionReader::readNetwork(TenantOptions &tenant)
{
    constexpr int LongestWait = 24 * 60 * 60;
    if (const auto seconds = readNumber(u"timeout"_s, 1, 3600))
        tenant.timeout = std::chrono::seconds(*seconds);
    if (const auto seconds = readNumber(u"max-wait"_s, 0, LongestWait))
        tenant.maximumWait = std::chrono::seconds(*seconds);
    tenant.tokenFile = m_parser.value(u"token-file"_s);
    if (isSet(u"token-file"_s) && tenant.tokenFile.isEmpty())
        report(tr("--token-file needs a file."));
    tenant.clientId = bareText(m_parser.value(u"client-id"_s)).toString();
    if (isSet(u"client-id"_s) && tenant.clientId.isEmpty())
        report(tr("--client-id needs the ID of an application."));
    tenant.clientSecretFile = m_parser.value(u"client-secret-file"_s);
    if (isSet(u"client-secret-file"_s) && tenant.clientSecretFile.isEmpty())
        report(tr("%1 needs a file.").arg("--client-secret-file"_L1));
    if (tenant.tokenFile == "-"_L1 && tenant.clientSecretFile == "-"_L1)
        report(tr("--token-file and --client-secret-file cannot both read standard input."));
}

ListingOptions OptionReader::readListing()
{
    ListingOptions listing;
    if (isSet(u"organization"_s)) {
        const auto id = organizationIdFromText(m_parser.value(u"organization"_s));
        if (id)
            listing.organizationId = *id;
        else
            report(u"--organization: "_s + problemText(id.error()));
    }
    listing.isEnabled = readFlag(u"is-enabled"_s);
    listing.pageSize =
        readNumber(u"per-page"_s, PageRequest::MinimumSize, PageRequest::MaximumSize);
    constexpr int LastPage = std::numeric_limits<int>::max() / PageRequest::MaximumSize;
    if (const auto page = readNumber(u"page"_s, 1, LastPage))
        listing.pageIndex = *page - 1;
    return listing;
}

QString OptionReader::readTarget(bool isExport)
{
    const QString target = m_parser.value(isExport ? u"export"_s : u"screenshot"_s);
    if (target.isEmpty())
        report(tr("%1 needs a file.").arg(isExport ? "--export"_L1 : "--screenshot"_L1));
    if (!isExport && target == "-"_L1)
        report(tr("--screenshot needs a file; it cannot be used with standard output."));
    return target;
}

//! A saved view takes the place of the tenant and of the listing; it contains both.
QString OptionReader::readSavedView()
{
    const QStringList files = m_parser.positionalArguments();
    if (files.isEmpty())
        return {};
    if (files.size() > 1) {
        report(tr("Unexpected argument: %1.").arg(files.at(1)));
        return {};
    }
    const QString file = savedViewPath(files.constFirst());
    if (file.isEmpty())
        report(tr("The name of the saved view is empty."));
    for (const QString &name : names(tenantOptions() + listingOptions())
             + QStringList{u"export"_s, u"token-file"_s, u"client-id"_s, u"client-secret-file"_s}) {
        if (isSet(name))
            report(tr("--%1 cannot be used with a saved view (%2).").arg(name, file));
    }
    return file;
}

//! File managers and browsers copy the address of a file, so that is understood as its path.
QString OptionReader::savedViewPath(const QString &argument)
{
    if (!argument.startsWith("file:"_L1, Qt::CaseInsensitive) || QFile::exists(argument))
        return argument;
    const QString path = localFile(QUrl(argument));
    if (path.isEmpty())
        report(tr("%1 is not the address of a file on this computer.").arg(argument));
    return path.isEmpty() ? argument : path;
}

void OptionReader::readExport(ExportOptions &command)
{
    command.layout.format = readFormat();
    command.isQuiet = isSet(u"quiet"_s);
    command.withSideFile = isSet(u"meta"_s);
    if (command.withSideFile && command.target == "-"_L1)
        report(tr("--meta needs a file; it cannot be used with standard output."));
    readCsv(command.layout.format, command.layout.csv);
    if (isSet(u"columns"_s))
        command.layout.fields = readFields();
}

ExportFormat OptionReader::readFormat()
{
    const QString format = m_parser.value(u"format"_s);
    if (format == "json"_L1)
        return ExportFormat::Json;
    if (format == "ndjson"_L1)
        return ExportFormat::Ndjson;
    if (isSet(u"format"_s) && format != "csv"_L1)
        report(tr("--format takes csv, json or ndjson."));
    return ExportFormat::Csv;
}

//! It would replace an inventory that may have taken hours.
void OptionReader::forbidSameFile(const QString &input, const QString &target)
{
    const QString path = QFileInfo(input).canonicalFilePath(); // empty if there is none
    if (!path.isEmpty() && path == QFileInfo(target).canonicalFilePath())
        report(tr("%1 is the inventory itself.").arg(target));
}

QString OptionReader::readInventory()
{
    const QStringList files = m_parser.positionalArguments();
    if (files.size() > 1)
        report(tr("Unexpected argument: %1.").arg(files.at(1)));
    if (!files.isEmpty() && !files.constFirst().isEmpty())
        return savedViewPath(files.constFirst());
    report(tr("The inventory FILE is missing."));
    return {};
}

void OptionReader::readFile(InventoryOptions &options)
{
    options.file = readInventory();
    options.isQuiet = isSet(u"quiet"_s);
}

//! The file, the target and the layout; the query is known.
void OptionReader::readOutput(InventoryOptions &options)
{
    readFile(options);
    if (isSet(u"export"_s))
        options.target = readTarget(true);
    forbidSameFile(options.file, options.target);
    options.layout.format = readFormat();
    readCsv(options.layout.format, options.layout.csv);
    if (isSet(u"columns"_s))
        options.layout.columns = readColumns(inventoryColumns(options.query.list));
}

void OptionReader::readDriftLayout(DriftLayout &layout)
{
    const QString format = m_parser.value(u"format"_s);
    if (format == "csv"_L1)
        layout.format = DriftFormat::Csv;
    else if (format == "json"_L1)
        layout.format = DriftFormat::Json;
    else if (isSet(u"format"_s) && format != "text"_L1)
        report(tr("--format takes text, csv or json."));
    for (const QString &name : names(csvOptions())) {
        if (isSet(name) && layout.format != DriftFormat::Csv)
            report(tr("--%1 needs --format csv.").arg(name));
    }
    readDialect(layout.csv);
    if (isSet(u"columns"_s))
        layout.columns = readColumns(driftColumns());
}

//! Empty when it was not given.
QString OptionReader::readName(const QString &name)
{
    const QString value = m_parser.value(name);
    if (isSet(name) && value.isEmpty())
        report(tr("--%1 needs a name or an ID.").arg(name));
    return value;
}

void OptionReader::forbidExportOptions()
{
    for (const QString &name : names(formatOptions() + sideFileOptions() + quietOptions())) {
        if (isSet(name))
            report(tr("--%1 needs --export.").arg(name));
    }
}

void OptionReader::readCsv(ExportFormat format, CsvDialect &csv)
{
    for (const QString &name : names(csvOptions())) {
        if (isSet(name) && format != ExportFormat::Csv)
            report(tr("--%1 is for CSV only; JSON has the rows exactly as received.").arg(name));
    }
    readDialect(csv);
}

void OptionReader::readDialect(CsvDialect &csv)
{
    csv.hasByteOrderMark = isSet(u"bom"_s);
    if (isSet(u"no-formula-guard"_s))
        csv.guard = CsvDialect::FormulaGuard::Off;
    if (!isSet(u"separator"_s))
        return;
    const auto separator =
        std::ranges::find(CsvSeparators, m_parser.value(u"separator"_s), &CsvSeparator::word);
    if (separator == CsvSeparators.end())
        return report(tr("--separator takes comma, semicolon or tab."));
    csv.separator = separator->character;
}

QStringList OptionReader::readColumns(const QStringList &all)
{
    QStringList columns;
    for (const QString &text : m_parser.value(u"columns"_s).split(u',')) {
        const QString name = text.trimmed();
        if (!all.contains(name))
            report(tr("--columns: there is no column \"%1\"; the columns are %2.")
                       .arg(text, all.join(", "_L1)));
        else if (columns.contains(name))
            report(tr("--columns names %1 twice.").arg(text));
        else
            columns.append(name);
    }
    return columns;
}

QList<ConnectionField> OptionReader::readFields()
{
    QList<ConnectionField> fields;
    for (const QString &name : readColumns(csvHeader()))
        fields.append(*std::ranges::find(AllConnectionFields, name, apiName));
    return fields;
}

std::optional<bool> OptionReader::readFlag(const QString &name)
{
    if (!isSet(name))
        return {};
    const QString value = m_parser.value(name);
    if (value != "true"_L1 && value != "false"_L1)
        report(tr("--%1 takes true or false.").arg(name));
    return value == "true"_L1;
}

std::optional<int> OptionReader::readNumber(const QString &name, int minimum, int maximum)
{
    if (!isSet(name))
        return {};
    bool isNumber = false;
    const int number = m_parser.value(name).toInt(&isNumber);
    if (!isNumber || number < minimum || number > maximum)
        report(tr("--%1 takes a whole number from %2 to %3.").arg(name).arg(minimum).arg(maximum));
    return number;
}

} // namespace

PageRequest ListingOptions::firstPage(const QString &organization, int defaultSize) const
{
    return {.organizationId = organization,
            .index = pageIndex.value_or(0),
            .size = pageSize.value_or(defaultSize),
            .isEnabled = isEnabled};
}

QString printable(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toPercentEncoding(" /=:,"));
}

//! A file that is called like a command can be given as ./sweep.
Result<CommandLine, UsageError> parseCommandLine(const QStringList &arguments)
{
    const QString command = arguments.value(1);
    QStringList options = arguments;
    options.remove(1, std::min(qsizetype(1), options.size() - 1));
    if (command == "sweep"_L1)
        return OptionReader(sweepGroups()).readSweep(options);
    if (command == "links"_L1)
        return OptionReader(linksGroups()).readLinks(options);
    if (command == "used-by"_L1)
        return OptionReader(usedByGroups()).readUsedBy(options);
    if (command == "findings"_L1)
        return OptionReader(findingsGroups()).readFindings(options);
    if (command == "compare"_L1)
        return OptionReader(compareGroups()).readCompare(options);
    if (command == "report"_L1)
        return OptionReader(reportGroups()).readReport(options);
    return OptionReader(optionGroups()).read(arguments);
}

Result<CommandLine, UsageError> parseCommandLine(int count, const char *const *arguments)
{
#ifdef Q_OS_WIN // where the arguments of main() have only the characters of the code page
    if (QCoreApplication::instance())
        return parseCommandLine(QCoreApplication::arguments());
#endif
    QStringList texts;
    for (int i = 0; i < count; ++i) {
        const QByteArray argument(arguments[i]);
        // A byte order mark that was copied with an argument is one of its characters.
        QStringDecoder decode(QStringDecoder::System, QStringDecoder::Flag::ConvertInitialBom);
        texts.append(decode(argument));
        if (i > 0 && texts.constLast().toLocal8Bit() != argument)
            return UsageError{CommandLineText::tr("Argument %1 is not UTF-8: %2.")
                                  .arg(i)
                                  .arg(printable(argument))};
    }
    return parseCommandLine(texts);
}

namespace {

//! The usage is one line or more, and the examples are lines.
QString helpText(const QString &usage, const QString &description, QList<OptionGroup> groups,
                 const QString &examples)
{
    QString text =
        CommandLineText::tr("Usage: %1").arg(usage) + "\n\n"_L1 + wrapped(description, 0) + u'\n';
    groups.last().options += {
        {u"help"_s, {}, CommandLineText::tr("Show this help and exit.")},
        {u"version"_s, {}, CommandLineText::tr("Show the version and exit.")},
    };
    for (const OptionGroup &group : std::as_const(groups)) {
        text += u'\n' + group.title + ":\n"_L1;
        for (const Option &option : group.options)
            text += optionText(option);
    }
    return text + u'\n' + CommandLineText::tr("Examples:") + u'\n' + examples;
}

} // namespace

QString commandHelpText()
{
    return helpText(
        u"vestibule [options] [SAVED.json]\n       vestibule sweep [options]\n"
        "       vestibule links FILE [options]\n       vestibule used-by FILE [options]\n"
        "       vestibule findings FILE [options]\n"
        "       vestibule compare OLD NEW [options]\n"
        "       vestibule report FILE --html OUT.html [options]"_s,
        CommandLineText::tr(
            "Shows every connection that users of an Auth0 organization can sign in with. It only "
            "reads. SAVED.json is a JSON export, which is shown in place of a tenant. \"vestibule "
            "sweep\" reads all organizations of a tenant into an inventory; \"vestibule links\" "
            "lists which organization uses which connection, \"vestibule used-by\" how each "
            "connection is used, \"vestibule findings\" what needs attention, and \"vestibule "
            "compare\" what differs between two inventories; \"vestibule report\" writes a report "
            "as a web page. Each of them shows its options with --help."),
        optionGroups(),
        u"  vestibule --demo\n"
        "  vestibule connections.json\n"
        "  vestibule --demo --export connections.csv --bom --separator semicolon\n"
        "  vestibule --profile acme-prod --export - --columns connection_name,is_enabled\n"
        "  vestibule --demo --export - --format ndjson | jq -r .connection.name\n"_s);
}

QString sweepHelpText()
{
    return helpText(
        u"vestibule sweep [options]"_s,
        CommandLineText::tr(
            "Reads all organizations of a tenant and the connections of each into an inventory. If "
            "a sweep ends early, run the same command to continue: no organization is read twice."),
        sweepGroups(),
        u"  vestibule sweep --demo --into demo.vestibule\n"
        "  vestibule sweep --profile acme-prod --share 25\n"
        "  vestibule sweep --profile acme-prod --into acme.vestibule --retry-failed\n"_s);
}

QString linksHelpText()
{
    return helpText(
        u"vestibule links FILE [options]"_s,
        CommandLineText::tr(
            "Lists which organization uses which connection, from the inventory FILE. If the "
            "inventory is not complete, the rows are written anyway, and the exit status is 7."),
        linksGroups(),
        u"  vestibule links acme.vestibule --is-enabled true --strategy okta\n"
        "  vestibule links acme.vestibule --connection google-oauth2 --format json\n"
        "  vestibule links acme.vestibule --export links.csv --bom --separator semicolon\n"_s);
}

QString usedByHelpText()
{
    return helpText(
        u"vestibule used-by FILE [options]"_s,
        CommandLineText::tr("Lists the connections of the inventory FILE, and how many "
                            "organizations use each of them and how. If the inventory is not "
                            "complete, the rows are written anyway, and the exit status is 7."),
        usedByGroups(),
        u"  vestibule used-by acme.vestibule\n"
        "  vestibule used-by acme.vestibule --connection acme-okta\n"_s);
}

QString findingsHelpText()
{
    QStringList ids;
    for (const FindingRuleInfo &info : findingRules())
        ids.append(info.id);
    return helpText(
        u"vestibule findings FILE [options]"_s,
        CommandLineText::tr("Lists what documented rules report about the connections in the "
                            "inventory FILE, each finding with its organization and connection. "
                            "The exit status is 1 if there are findings of high severity that are "
                            "not muted, and 7 if the inventory is not complete. The rules: %1.")
            .arg(ids.join(", "_L1)),
        findingsGroups(),
        u"  vestibule findings acme.vestibule\n"
        "  vestibule findings acme.vestibule --rule shared-membership --format csv\n"
        "  vestibule findings acme.vestibule --fail-on inform --quiet --format json\n"_s);
}

QString compareHelpText()
{
    return helpText(
        u"vestibule compare OLD NEW [options]"_s,
        CommandLineText::tr(
            "Shows what differs between two inventories, field by field. The exit status is 0 if "
            "nothing differs, 1 if something differs, and 7 if not everything could be compared."),
        compareGroups(),
        u"  vestibule compare friday.vestibule today.vestibule\n"
        "  vestibule compare staging.vestibule production.vestibule --by-name\n"
        "  vestibule compare friday.vestibule today.vestibule --format csv --export a.csv\n"_s);
}

QString reportHelpText()
{
    return helpText(
        u"vestibule report FILE --html OUT.html [options]"_s,
        CommandLineText::tr(
            "Writes a report of the inventory FILE, or of a saved view of one organization: one "
            "HTML file without scripts, which needs no network and can be printed. If something is "
            "not complete, or not everything could be compared, the report says so and is written "
            "anyway, and the exit status is 7."),
        reportGroups(),
        u"  vestibule report acme.vestibule --html acme.html\n"
        "  vestibule report acme.vestibule --organization acme-corp --html acme-corp.html\n"
        "  vestibule report today.vestibule --compare friday.vestibule --html new.html\n"_s);
}

} // namespace Vestibule
