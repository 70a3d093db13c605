// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "app/commandline.h"

#include "app/problemtext.h"

#include <QCommandLineParser>
#include <QCoreApplication>

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
    void add(const QString &name, const QString &valueName, const QString &description);
    [[nodiscard]] bool isSet(const QString &name) const { return m_parser.isSet(name); }

    void readWhere(CommandLine &line);
    void readTask(CommandLine &line);
    std::optional<bool> readFlag(const QString &name);
    std::optional<int> readNumber(const QString &name, int minimum, int maximum);

    QCommandLineParser m_parser;
    QString m_error;
};

CommandLineReader::CommandLineReader()
{
    m_parser.setApplicationDescription(
        tr("Shows every connection through which the people of an Auth0 organization may sign in.\n"
           "It only reads. The token is taken from AUTH0_API_TOKEN or --token-file, the domain\n"
           "from --domain, AUTH0_DOMAIN or the settings."));
    m_parser.addHelpOption();
    m_parser.addVersionOption();
    add(u"demo"_s, {}, tr("Open the built-in demo tenant."));
    add(u"domain"_s, u"HOST"_s, tr("The tenant's domain, such as acme.eu.auth0.com."));
    add(u"organization"_s, u"ID"_s, tr("The organization's ID."));
    add(u"is-enabled"_s, u"true|false"_s, tr("Only enabled or only disabled connections."));
    add(u"page"_s, u"N"_s, tr("One page, counted from 1."));
    add(u"per-page"_s, u"N"_s, tr("Rows per page, 1 to 100."));
    add(u"export"_s, u"FILE"_s,
        tr("Write all pages (or --page) to FILE, or to standard output for -, and exit. "
           "Needs no display."));
    add(u"format"_s, u"csv|json"_s, tr("The format of the export (default: csv)."));
    add(u"screenshot"_s, u"FILE.png"_s, tr("Save a picture of the window and exit."));
    add(u"timeout"_s, u"SECONDS"_s,
        tr("How long one request may be silent (default: 30, or what the settings say)."));
    add(u"max-wait"_s, u"SECONDS"_s,
        tr("How long to wait for the rate limit in all (default: 300)."));
    add(u"token-file"_s, u"FILE"_s, tr("Read the token from FILE, or from standard input for -."));
}

void CommandLineReader::add(const QString &name, const QString &valueName,
                            const QString &description)
{
    m_parser.addOption(QCommandLineOption(name, description, valueName));
}

Result<CommandLine, UsageError> CommandLineReader::read(const QStringList &arguments)
{
    CommandLine line;
    if (!m_parser.parse(arguments))
        return UsageError{m_parser.errorText()};
    if (isSet(u"help"_s) || isSet(u"help-all"_s)) {
        line.task = CommandLine::Task::Help;
        line.helpText = m_parser.helpText();
        return line;
    }
    if (isSet(u"version"_s)) {
        line.task = CommandLine::Task::Version;
        return line;
    }
    if (!m_parser.positionalArguments().isEmpty())
        raise(tr("Unexpected argument: %1.").arg(m_parser.positionalArguments().constFirst()));
    readWhere(line);
    readTask(line);
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
    }
    if (!isSet(u"format"_s))
        return;
    const QString format = m_parser.value(u"format"_s);
    if (format == "json"_L1)
        line.format = ExportFormat::Json;
    else if (format != "csv"_L1)
        raise(tr("--format takes csv or json."));
    if (!isExport)
        raise(tr("--format goes with --export."));
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
