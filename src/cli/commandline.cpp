// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "cli/commandline.h"

#include "cli/commandoptions.h"
#include "formats/connectioncsv.h"
#include "session/problemtext.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

//! Declares the options, and reads their values; as with PageParser, the first complaint stands.
class CommandLineReader final {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::CommandLine)

public:
    CommandLineReader();
    [[nodiscard]] Result<CommandLine, UsageError> read(const QStringList &arguments);

private:
    void raise(const QString &message)
    {
        if (m_error.isEmpty())
            m_error = message;
    }
    [[nodiscard]] bool isSet(const QString &name) const { return m_parser.isSet(name); }

    void readWhere(CommandLine &line);
    void readTask(CommandLine &line);
    void readSavedView(CommandLine &line);
    void readExport(CommandLine &line);
    void readCsv(ExportLayout &layout);
    [[nodiscard]] QList<ConnectionField> readColumns();
    std::optional<bool> readFlag(const QString &name);
    std::optional<int> readNumber(const QString &name, int minimum, int maximum);

    QCommandLineParser m_parser;
    QString m_error;
};

CommandLineReader::CommandLineReader()
{
    m_parser.addHelpOption();
    m_parser.addVersionOption();
    for (const CommandOptionGroup &group : commandOptionGroups()) {
        for (const CommandOption &option : group.options)
            m_parser.addOption({option.name, option.description, option.valueName});
    }
}

Result<CommandLine, UsageError> CommandLineReader::read(const QStringList &arguments)
{
    CommandLine line;
    if (!m_parser.parse(arguments))
        return UsageError{m_parser.errorText()};
    if (isSet(u"help"_s) || isSet(u"help-all"_s)) {
        line.task = CommandLine::Task::Help;
        line.helpText = commandHelpText();
        return line;
    }
    if (isSet(u"version"_s)) {
        line.task = CommandLine::Task::Version;
        return line;
    }
    readWhere(line);
    readTask(line);
    readSavedView(line);
    constexpr int LongestWait = 24 * 60 * 60;
    if (const auto seconds = readNumber(u"timeout"_s, 1, 3600))
        line.timeout = std::chrono::seconds(*seconds);
    line.maximumWait =
        std::chrono::seconds(readNumber(u"max-wait"_s, 0, LongestWait).value_or(300));
    line.tokenFile = m_parser.value(u"token-file"_s);
    if (isSet(u"token-file"_s) && line.tokenFile.isEmpty())
        raise(tr("--token-file needs a file."));
    if (!m_error.isEmpty())
        return UsageError{m_error};
    return line;
}

void CommandLineReader::readWhere(CommandLine &line)
{
    line.demo = isSet(u"demo"_s);
    if (isSet(u"domain"_s)) {
        const auto domain = TenantDomain::fromText(m_parser.value(u"domain"_s));
        if (domain)
            line.domain = *domain;
        else
            raise(u"--domain: "_s + problemText(domain.error()));
        if (line.demo)
            raise(tr("--demo and --domain exclude each other."));
    }
    line.profile = m_parser.value(u"profile"_s);
    if (isSet(u"profile"_s) && line.profile.isEmpty())
        raise(tr("--profile needs the name of a tenant."));
    if (isSet(u"profile"_s) && (line.demo || line.domain))
        raise(tr("--profile names the tenant: --demo and --domain do not go with it."));
    if (isSet(u"organization"_s)) {
        line.organizationId = m_parser.value(u"organization"_s).trimmed();
        if (const auto problem = organizationIdProblem(line.organizationId))
            raise(u"--organization: "_s + problemText(*problem));
    }
    line.isEnabled = readFlag(u"is-enabled"_s);
    line.pageSize = readNumber(u"per-page"_s, PageRequest::MinimumSize, PageRequest::MaximumSize);
    constexpr int LastPage = std::numeric_limits<int>::max() / PageRequest::MaximumSize;
    if (const auto page = readNumber(u"page"_s, 1, LastPage))
        line.pageIndex = *page - 1;
}

void CommandLineReader::readTask(CommandLine &line)
{
    const bool isExport = isSet(u"export"_s);
    if (isExport && isSet(u"screenshot"_s))
        raise(tr("--export and --screenshot exclude each other."));
    if (isExport || isSet(u"screenshot"_s)) {
        line.task = isExport ? CommandLine::Task::Export : CommandLine::Task::Screenshot;
        line.target = m_parser.value(isExport ? u"export"_s : u"screenshot"_s);
        if (line.target.isEmpty())
            raise(tr("%1 needs a file.").arg(isExport ? "--export"_L1 : "--screenshot"_L1));
        if (!isExport && line.target == "-"_L1)
            raise(tr("--screenshot needs a file: no picture goes to standard output."));
    }
    readExport(line);
}

//! A file takes the tenant's place, and knows what it holds.
void CommandLineReader::readSavedView(CommandLine &line)
{
    const QStringList files = m_parser.positionalArguments();
    if (files.isEmpty())
        return;
    if (files.size() > 1)
        return raise(tr("Unexpected argument: %1.").arg(files.at(1)));
    line.savedView = files.constFirst();
    if (line.savedView.isEmpty())
        return raise(tr("The name of the saved view is empty."));
    for (const QString &name :
         {u"demo"_s, u"domain"_s, u"profile"_s, u"organization"_s, u"is-enabled"_s, u"page"_s,
          u"per-page"_s, u"export"_s, u"token-file"_s}) {
        if (isSet(name))
            return raise(tr("--%1 does not go with a saved view (%2).").arg(name, line.savedView));
    }
}

//! What an export looks like; none of it has a meaning without one.
void CommandLineReader::readExport(CommandLine &line)
{
    const QStringList own{u"format"_s,           u"columns"_s, u"separator"_s, u"bom"_s,
                          u"no-formula-guard"_s, u"meta"_s,    u"quiet"_s};
    for (const QString &name : own) {
        if (isSet(name) && line.task != CommandLine::Task::Export)
            raise(tr("--%1 goes with --export.").arg(name));
    }
    const QString format = m_parser.value(u"format"_s);
    if (format == "json"_L1)
        line.layout.format = ExportFormat::Json;
    else if (format == "ndjson"_L1)
        line.layout.format = ExportFormat::Ndjson;
    else if (isSet(u"format"_s) && format != "csv"_L1)
        raise(tr("--format takes csv, json or ndjson."));
    line.isQuiet = isSet(u"quiet"_s);
    line.withSideFile = isSet(u"meta"_s);
    if (line.withSideFile && line.target == "-"_L1)
        raise(tr("--meta needs a file: there is no place beside standard output."));
    readCsv(line.layout);
}

void CommandLineReader::readCsv(ExportLayout &layout)
{
    for (const QString &name : {u"columns"_s, u"separator"_s, u"bom"_s, u"no-formula-guard"_s}) {
        if (isSet(name) && layout.format != ExportFormat::Csv)
            raise(tr("--%1 is for CSV; JSON has the rows exactly as they came.").arg(name));
    }
    if (isSet(u"columns"_s))
        layout.fields = readColumns();
    layout.csv.hasByteOrderMark = isSet(u"bom"_s);
    if (isSet(u"no-formula-guard"_s))
        layout.csv.guard = CsvDialect::FormulaGuard::Off;
    if (!isSet(u"separator"_s))
        return;
    const auto separator =
        std::ranges::find(CsvSeparators, m_parser.value(u"separator"_s), &CsvSeparator::word);
    if (separator == CsvSeparators.end())
        return raise(tr("--separator takes comma, semicolon or tab."));
    layout.csv.separator = separator->sign;
}

QList<ConnectionField> CommandLineReader::readColumns()
{
    QList<ConnectionField> fields;
    for (const QString &name : m_parser.value(u"columns"_s).split(u',')) {
        const auto found = std::ranges::find(AllConnectionFields, name.trimmed(), apiName);
        if (found == AllConnectionFields.end())
            raise(tr("--columns: there is no column \"%1\"; there are %2.")
                      .arg(name, csvHeader().join(", "_L1)));
        else if (fields.contains(*found))
            raise(tr("--columns names %1 twice.").arg(name));
        else
            fields.append(*found);
    }
    return fields;
}

std::optional<bool> CommandLineReader::readFlag(const QString &name)
{
    if (!isSet(name))
        return {};
    const QString value = m_parser.value(name);
    if (value != "true"_L1 && value != "false"_L1)
        raise(tr("--%1 takes true or false.").arg(name));
    return value == "true"_L1;
}

std::optional<int> CommandLineReader::readNumber(const QString &name, int minimum, int maximum)
{
    if (!isSet(name))
        return {};
    bool isNumber = false;
    const int number = m_parser.value(name).toInt(&isNumber);
    if (!isNumber || number < minimum || number > maximum)
        raise(tr("--%1 takes a whole number from %2 to %3.").arg(name).arg(minimum).arg(maximum));
    return number;
}

} // namespace

PageRequest firstPage(const CommandLine &line, const QString &organizationId, int defaultSize)
{
    return {.organizationId = organizationId,
            .index = line.pageIndex.value_or(0),
            .size = line.pageSize.value_or(defaultSize),
            .isEnabled = line.isEnabled};
}

Result<CommandLine, UsageError> parseCommandLine(const QStringList &arguments)
{
    return CommandLineReader().read(arguments);
}

} // namespace Vestibule
