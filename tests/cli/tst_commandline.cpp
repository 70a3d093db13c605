// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "cli/commandline.h"

#include "cli/commandoptions.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using namespace std::chrono_literals;
using Task = Vestibule::CommandLine::Task;

Q_DECLARE_METATYPE(Vestibule::CommandLine)

namespace {

TenantDomain domain(const QString &text)
{
    return *TenantDomain::fromText(text);
}

Result<CommandLine, UsageError> parsed(const QString &line)
{
    return parseCommandLine(u"vestibule "_s.append(line).trimmed().split(u' '));
}

} // namespace

class TestCommandLine final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void goodLine_data();
    void goodLine();
    void badLine_data();
    void badLine();
    void helpNamesEveryOption_data();
    void helpNamesEveryOption();
    void examplesAreGoodLines();
    void emptyValues_data();
    void emptyValues();
    void thereIsNoOptionForTheToken();
};

void TestCommandLine::goodLine_data()
{
    QTest::addColumn<CommandLine>("expected");
    const auto row = [](const char *line, const CommandLine &expected) {
        QTest::newRow(line) << expected;
    };
    row("", {});
    row("--demo", {.demo = true});
    row("--domain acme.eu.auth0.com", {.domain = domain(u"acme.eu.auth0.com"_s)});
    row("--domain=https://ACME.eu.auth0.com/", {.domain = domain(u"acme.eu.auth0.com"_s)});
    row("--domain 127.0.0.1:8080", {.domain = domain(u"127.0.0.1:8080"_s)});
    row("--organization org_1", {.organizationId = u"org_1"_s});
    row("--organization=..%2F", {.organizationId = u"..%2F"_s});
    row("--is-enabled true", {.isEnabled = true});
    row("--is-enabled=false", {.isEnabled = false});
    row("--page 1", {.pageIndex = 0});
    row("--page 21474836", {.pageIndex = 21'474'835});
    row("saved.json", {.savedView = u"saved.json"_s});
    row("--screenshot a.png saved.json",
        {.task = Task::Screenshot, .savedView = u"saved.json"_s, .target = u"a.png"_s});
    row("--per-page 1", {.pageSize = 1});
    row("--per-page 100", {.pageSize = 100});
    row("--per-page 5 --per-page 7", {.pageSize = 7});
    row("--export a.csv", {.task = Task::Export, .target = u"a.csv"_s});
    row("--export -", {.task = Task::Export, .target = u"-"_s});
    row("--export a --format csv", {.task = Task::Export, .target = u"a"_s});
    row("--format json --export a",
        {.task = Task::Export, .target = u"a"_s, .layout = {.format = ExportFormat::Json}});
    row("--export a --format ndjson",
        {.task = Task::Export, .target = u"a"_s, .layout = {.format = ExportFormat::Ndjson}});
    row("--export a --columns is_enabled,connection_name",
        {.task = Task::Export,
         .target = u"a"_s,
         .layout = {.fields = {ConnectionField::IsEnabled, ConnectionField::Name}}});
    row("--export a --separator comma", {.task = Task::Export, .target = u"a"_s});
    row("--export a --separator semicolon --bom --no-formula-guard",
        {.task = Task::Export,
         .target = u"a"_s,
         .layout = {.csv = {.separator = u';',
                            .hasByteOrderMark = true,
                            .guard = CsvDialect::FormulaGuard::Off}}});
    row("--export a --separator tab",
        {.task = Task::Export, .target = u"a"_s, .layout = {.csv = {.separator = u'\t'}}});
    row("--export a --meta --quiet",
        {.task = Task::Export, .target = u"a"_s, .withSideFile = true, .isQuiet = true});
    row("--profile acme-prod", {.profile = u"acme-prod"_s});
    row("--screenshot a.png", {.task = Task::Screenshot, .target = u"a.png"_s});
    row("--timeout 1", {.timeout = 1s});
    row("--timeout 3600", {.timeout = 3600s});
    row("--max-wait 0", {.maximumWait = 0s});
    row("--max-wait 86400", {.maximumWait = 86'400s});
    row("--token-file secret", {.tokenFile = u"secret"_s});
    row("--token-file -", {.tokenFile = u"-"_s});
    row("--version", {.task = Task::Version});
    row("-v", {.task = Task::Version});
    row("--version --page 0", {.task = Task::Version});
    row("--domain a.auth0.com --organization o --is-enabled true --page 2 --per-page 10 "
        "--export x --format json --timeout 5 --max-wait 6 --token-file t",
        {.task = Task::Export,
         .domain = domain(u"a.auth0.com"_s),
         .organizationId = u"o"_s,
         .isEnabled = true,
         .pageIndex = 1,
         .pageSize = 10,
         .target = u"x"_s,
         .layout = {.format = ExportFormat::Json},
         .timeout = 5s,
         .maximumWait = 6s,
         .tokenFile = u"t"_s});
}

void TestCommandLine::goodLine()
{
    QFETCH(CommandLine, expected);
    const auto line = parsed(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY2(line.has_value(), line ? "" : qPrintable(line.error().message));
    QVERIFY(*line == expected);
}

void TestCommandLine::badLine_data()
{
    QTest::addColumn<QString>("named"); // what the sentence must name
    const auto row = [](const char *line, const char *named) {
        QTest::newRow(line) << QString::fromLatin1(named);
    };
    row("--unknown", "unknown");
    row("-x", "x");
    row("--demo=yes", "--demo");
    row("saved.json acme.eu.auth0.com", "acme.eu.auth0.com");
    row("saved.json --demo", "--demo");
    row("saved.json --domain acme.eu.auth0.com", "--domain");
    row("saved.json --organization org_1", "--organization");
    row("--is-enabled true saved.json", "--is-enabled");
    row("--export a.csv saved.json", "--export");
    row("saved.json --format json", "--format");
    row("--domain", "--domain");
    row("--domain acme", "--domain");
    row("--domain http://acme.eu.auth0.com", "--domain");
    row("--domain https://user:secret@acme.eu.auth0.com", "--domain");
    row("--domain https://manage.auth0.com/dashboard/eu/acme", "--domain");
    row("--demo --domain acme.eu.auth0.com", "--demo and --domain");
    row("--organization ..", "--organization");
    row("--organization .", "--organization");
    row("--organization 123456789012345678901234567890123456789012345678901", "--organization");
    row("--is-enabled yes", "--is-enabled");
    row("--is-enabled TRUE", "--is-enabled");
    row("--is-enabled 1", "--is-enabled");
    row("--page 0", "--page");
    row("--page -1", "--page");
    row("--page two", "--page");
    row("--page 1.5", "--page");
    row("--page 21474837", "--page");
    row("--page 99999999999", "--page");
    row("--per-page 0", "--per-page");
    row("--per-page 101", "--per-page");
    row("--per-page 0x10", "--per-page");
    row("--timeout 0", "--timeout");
    row("--timeout 3601", "--timeout");
    row("--timeout 1s", "--timeout");
    row("--max-wait -1", "--max-wait");
    row("--max-wait 86401", "--max-wait");
    row("--export a --screenshot b.png", "--export and --screenshot");
    row("--export a --format xml", "--format");
    row("--export a --format CSV", "--format");
    row("--format csv", "--format");
    row("--screenshot a.png --format csv", "--format");
    row("--screenshot -", "--screenshot needs a file");
    row("--export", "--export");
    row("--token-file", "--token-file");
    row("--export a --columns name", "connection_name"); // it says which there are
    row("--export a --columns is_enabled,", "--columns");
    row("--export a --columns is_enabled,is_enabled", "is_enabled twice");
    row("--export a --format json --columns is_enabled", "--columns");
    row("--export a --format ndjson --bom", "--bom");
    row("--export a --format json --separator tab", "--separator");
    row("--export a --format json --no-formula-guard", "--no-formula-guard");
    row("--export a --separator ;", "--separator");
    row("--export - --meta", "--meta");
    row("--columns is_enabled", "--columns");
    row("--quiet", "--quiet");
    row("--screenshot a.png --bom", "--bom");
    row("--profile acme --demo", "--profile");
    row("--profile acme --domain acme.auth0.com", "--profile");
}

void TestCommandLine::badLine()
{
    QFETCH(QString, named);
    const auto line = parsed(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(!line.has_value());
    const QString &message = line.error().message;
    QVERIFY2(message.contains(named), qPrintable(message));
    QVERIFY2(message.endsWith(u'.') && !message.endsWith(u".."_s), qPrintable(message));
    QVERIFY2(!message.contains(u'\n') && !message.contains(u"secret"_s), qPrintable(message));
}

void TestCommandLine::helpNamesEveryOption_data()
{
    QTest::addColumn<QString>("option");
    for (const char *option : {"--help", "-h", "--help-all"})
        QTest::newRow(option) << QString::fromLatin1(option);
}

void TestCommandLine::helpNamesEveryOption()
{
    QFETCH(QString, option);
    const auto line = parsed(option);
    QVERIFY(line.has_value());
    QCOMPARE(line->task, Task::Help);
    for (const char *named : {"--demo",
                              "--domain HOST",
                              "--profile NAME",
                              "--organization ID",
                              "--is-enabled true|false",
                              "--page N",
                              "--per-page N",
                              "--export FILE",
                              "--format csv|json|ndjson",
                              "--columns NAME,...",
                              "--separator WORD",
                              "--bom",
                              "--no-formula-guard",
                              "--meta",
                              "--quiet",
                              "--screenshot FILE.png",
                              "--timeout SECONDS",
                              "--max-wait SECONDS",
                              "--token-file FILE",
                              "--help",
                              "--version",
                              "AUTH0_API_TOKEN",
                              "AUTH0_DOMAIN",
                              "Examples:"}) {
        QVERIFY2(line->helpText.contains(QString::fromLatin1(named)), named);
    }
    for (const QString &text : line->helpText.split(u'\n'))
        QVERIFY2(text.size() <= 80, qPrintable(text)); // as wide as a terminal
}

//! What an example shows must be accepted.
void TestCommandLine::examplesAreGoodLines()
{
    const QString help = commandHelpText();
    const QStringList lines = help.sliced(help.indexOf("Examples:"_L1)).split(u'\n').sliced(1);
    int examples = 0;
    for (const QString &text : lines) {
        if (text.isEmpty())
            continue;
        const auto line = parsed(text.split(u" | "_s).constFirst().trimmed().sliced(10));
        QVERIFY2(line.has_value(), line ? "" : qPrintable(line.error().message));
        ++examples;
    }
    QVERIFY(examples >= 3);
}

void TestCommandLine::emptyValues_data()
{
    QTest::addColumn<QString>("option");
    for (const char *option :
         {"--domain", "--organization", "--is-enabled", "--page", "--per-page", "--export",
          "--screenshot", "--timeout", "--max-wait", "--token-file", "--profile"})
        QTest::newRow(option) << QString::fromLatin1(option);
}

void TestCommandLine::emptyValues()
{
    QFETCH(QString, option);
    for (const QStringList &given :
         {QStringList{option, {}}, QStringList{QString(option + u'=')}}) {
        const auto line = parseCommandLine(QStringList{u"vestibule"_s} + given);
        QVERIFY(!line.has_value());
        QVERIFY2(line.error().message.contains(option), qPrintable(line.error().message));
    }
}

void TestCommandLine::thereIsNoOptionForTheToken()
{
    for (const char *line :
         {"--token eyJ.x.y", "--token=eyJ.x.y", "-t eyJ.x.y", "--api-token eyJ.x.y"}) {
        const auto result = parsed(QString::fromLatin1(line));
        QVERIFY(!result.has_value());
        QVERIFY2(!result.error().message.contains(u"eyJ"_s), qPrintable(result.error().message));
    }
    QVERIFY(!parsed(u"--help"_s)->helpText.contains(QRegularExpression(u"--token\\b(?!-file)"_s)));
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
