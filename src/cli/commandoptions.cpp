// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "cli/commandoptions.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr int Width = 80; //!< of a terminal, in signs
constexpr int DescriptionColumn = 26;

struct CommandOptions {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::CommandOptions)
};

CommandOptionGroup whereGroup()
{
    return {.title = CommandOptions::tr("Which connections"),
            .options = {
                {u"demo"_s, {}, CommandOptions::tr("The built-in demo tenant: needs no account.")},
                {u"domain"_s, u"HOST"_s,
                 CommandOptions::tr("The tenant's domain, such as acme.eu.auth0.com (default: "
                                    "AUTH0_DOMAIN, then the profile chosen last).")},
                {u"profile"_s, u"NAME"_s,
                 CommandOptions::tr("A tenant of the settings, with its domain, organization and "
                                    "token.")},
                {u"organization"_s, u"ID"_s, CommandOptions::tr("The organization's ID.")},
                {u"is-enabled"_s, u"true|false"_s,
                 CommandOptions::tr("Only enabled or only disabled connections.")},
                {u"page"_s, u"N"_s, CommandOptions::tr("One page, counted from 1.")},
                {u"per-page"_s, u"N"_s,
                 CommandOptions::tr("Rows per page, 1 to 100 (default: 100 for --export).")},
            }};
}

CommandOptionGroup exportGroup()
{
    return {
        .title = CommandOptions::tr("Export (needs no display)"),
        .options = {
            {u"export"_s, u"FILE"_s,
             CommandOptions::tr("Write all pages (or --page) to FILE, or to standard output for -, "
                                "and exit.")},
            {u"format"_s, u"csv|json|ndjson"_s, CommandOptions::tr("Default: csv.")},
            {u"columns"_s, u"NAME,..."_s,
             CommandOptions::tr("The columns of a CSV file, in this order (default: all).")},
            {u"separator"_s, u"WORD"_s,
             CommandOptions::tr("Of a CSV file: comma, semicolon or tab (default: comma).")},
            {u"bom"_s,
             {},
             CommandOptions::tr("Begin a CSV file with a byte order mark, for Excel.")},
            {u"no-formula-guard"_s,
             {},
             CommandOptions::tr("Write cells that a spreadsheet takes for formulas as they are.")},
            {u"meta"_s,
             {},
             CommandOptions::tr("Write where the rows come from to FILE.meta.json.")},
            {u"quiet"_s, {}, CommandOptions::tr("Say nothing but errors.")},
        }};
}

CommandOptionGroup accessGroup()
{
    return {
        .title = CommandOptions::tr("Token and network"),
        .options = {
            {u"token-file"_s, u"FILE"_s,
             CommandOptions::tr("Read the token from FILE, or from standard input for - (default: "
                                "AUTH0_API_TOKEN).")},
            {u"timeout"_s, u"SECONDS"_s,
             CommandOptions::tr("How long one request may be silent (default: 30, or what the "
                                "settings say).")},
            {u"max-wait"_s, u"SECONDS"_s,
             CommandOptions::tr("How long to wait for the rate limit in all (default: 300).")},
        }};
}

CommandOptionGroup otherGroup()
{
    return {.title = CommandOptions::tr("Other"),
            .options = {
                {u"screenshot"_s, u"FILE.png"_s,
                 CommandOptions::tr("Save a picture of the window and exit.")},
            }};
}

//! \a text in lines of Width; it begins at \a column, and so does each of its lines.
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

QString optionText(const CommandOption &option)
{
    QString name = "  --"_L1 + option.name;
    if (!option.valueName.isEmpty())
        name += u' ' + option.valueName;
    const bool fits = name.size() < DescriptionColumn;
    const QString gap = fits ? QString(DescriptionColumn - name.size(), u' ')
                             : QString(u'\n' + QString(DescriptionColumn, u' '));
    return name + gap + wrapped(option.description, DescriptionColumn) + u'\n';
}

} // namespace

QList<CommandOptionGroup> commandOptionGroups()
{
    return {whereGroup(), exportGroup(), accessGroup(), otherGroup()};
}

QString commandHelpText()
{
    QString text = CommandOptions::tr("Usage: %1").arg("vestibule [options] [SAVED.json]\n\n"_L1);
    text += wrapped(CommandOptions::tr(
                        "Shows every connection through which the people of an Auth0 organization "
                        "may sign in. It only reads. SAVED.json is an export to JSON, which is "
                        "shown again in a tenant's place."),
                    0)
        + u'\n';
    QList<CommandOptionGroup> groups = commandOptionGroups();
    groups.last().options += {
        {u"help"_s, {}, CommandOptions::tr("Show this text and exit.")},
        {u"version"_s, {}, CommandOptions::tr("Show the version and exit.")},
    };
    for (const CommandOptionGroup &group : std::as_const(groups)) {
        text += u'\n' + group.title + ":\n"_L1;
        for (const CommandOption &option : group.options)
            text += optionText(option);
    }
    text += u'\n' + CommandOptions::tr("Examples:") + u'\n';
    text += "  vestibule --demo\n"
            "  vestibule connections.json\n"
            "  vestibule --demo --export connections.csv --bom --separator semicolon\n"
            "  vestibule --profile acme-prod --export - --columns connection_name,is_enabled\n"
            "  vestibule --demo --export - --format ndjson | jq -r .connection.name\n"_L1;
    return text;
}

} // namespace Vestibule
