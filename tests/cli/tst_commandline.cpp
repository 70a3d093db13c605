// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "cli/commandline.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <variant>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using namespace std::chrono_literals;

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
    void helpOfACommand();
    void examplesAreGoodLines();
    void emptyValues_data();
    void emptyValues();
    void inventoryLine_data();
    void inventoryLine();
    void compareLine_data();
    void compareLine();
    void reportLine();
    void theInventoryIsNoTarget();
    void badInventoryLine_data();
    void badInventoryLine();
    void helpOfInventoryCommands_data();
    void helpOfInventoryCommands();
    void thereIsNoOptionForTheToken();
    void addressOfAFileIsASavedView_data();
    void addressOfAFileIsASavedView();
    void argumentsOfMainAreUtf8();
};

void TestCommandLine::goodLine_data()
{
    QTest::addColumn<CommandLine>("expected");
    const auto row = [](const char *line, const CommandLine &expected) {
        QTest::newRow(line) << expected;
    };
    const auto browse = [&row](const char *line, const BrowseOptions &expected) {
        row(line, expected);
    };
    const auto exports = [&row](const char *line, const ExportOptions &expected) {
        row(line, expected);
    };
    browse("", {});
    browse("--demo", {.tenant = {.demo = true}});
    browse("--domain acme.eu.auth0.com", {.tenant = {.domain = domain(u"acme.eu.auth0.com"_s)}});
    browse("--domain=https://ACME.eu.auth0.com/",
           {.tenant = {.domain = domain(u"acme.eu.auth0.com"_s)}});
    browse("--domain 127.0.0.1:8080", {.tenant = {.domain = domain(u"127.0.0.1:8080"_s)}});
    browse("--organization org_1", {.listing = {.organizationId = u"org_1"_s}});
    browse("--organization=..%2F", {.listing = {.organizationId = u"..%2F"_s}});
    browse("--is-enabled true", {.listing = {.isEnabled = true}});
    browse("--is-enabled=false", {.listing = {.isEnabled = false}});
    browse("--page 1", {.listing = {.pageIndex = 0}});
    browse("--page 21474836", {.listing = {.pageIndex = 21'474'835}});
    browse("saved.json", {.savedView = u"saved.json"_s});
    row("--screenshot a.png saved.json",
        ScreenshotOptions{.browse = {.savedView = u"saved.json"_s}, .target = u"a.png"_s});
    browse("--per-page 1", {.listing = {.pageSize = 1}});
    browse("--per-page 100", {.listing = {.pageSize = 100}});
    browse("--per-page 5 --per-page 7", {.listing = {.pageSize = 7}});
    exports("--export a.csv", {.target = u"a.csv"_s});
    exports("--export -", {.target = u"-"_s});
    exports("--export a --format csv", {.target = u"a"_s});
    exports("--format json --export a",
            {.target = u"a"_s, .layout = {.format = ExportFormat::Json}});
    exports("--export a --format ndjson",
            {.target = u"a"_s, .layout = {.format = ExportFormat::Ndjson}});
    exports("--export a --columns is_enabled,connection_name",
            {.target = u"a"_s,
             .layout = {.fields = {ConnectionField::IsEnabled, ConnectionField::Name}}});
    exports("--export a --separator comma", {.target = u"a"_s});
    exports("--export a --separator semicolon --bom --no-formula-guard",
            {.target = u"a"_s,
             .layout = {.csv = {.separator = u';',
                                .hasByteOrderMark = true,
                                .guard = CsvDialect::FormulaGuard::Off}}});
    exports("--export a --separator tab",
            {.target = u"a"_s, .layout = {.csv = {.separator = u'\t'}}});
    exports("--export a --meta --quiet", {.target = u"a"_s, .withSideFile = true, .isQuiet = true});
    browse("--profile acme-prod", {.tenant = {.profile = u"acme-prod"_s}});
    row("--screenshot a.png", ScreenshotOptions{.target = u"a.png"_s});
    browse("--timeout 1", {.tenant = {.timeout = 1s}});
    browse("--timeout 3600", {.tenant = {.timeout = 3600s}});
    browse("--max-wait 0", {.tenant = {.maximumWait = 0s}});
    browse("--max-wait 86400", {.tenant = {.maximumWait = 86'400s}});
    browse("--token-file secret", {.tenant = {.tokenFile = u"secret"_s}});
    browse("--token-file -", {.tenant = {.tokenFile = u"-"_s}});
    browse("--client-id id --client-secret-file -",
           {.tenant = {.clientId = u"id"_s, .clientSecretFile = u"-"_s}});
    browse("--client-secret-file s", {.tenant = {.clientSecretFile = u"s"_s}}); // ID: environment
    exports("--export x --client-id 'id' --token-file -",
            {.tenant = {.tokenFile = u"-"_s, .clientId = u"id"_s}, .target = u"x"_s});
    row("sweep --client-id id --client-secret-file s",
        SweepOptions{.tenant = {.clientId = u"id"_s, .clientSecretFile = u"s"_s}});
    row("--version", VersionOptions());
    row("-v", VersionOptions());
    row("--version --page 0", VersionOptions());
    exports(
        "--domain a.auth0.com --organization o --is-enabled true --page 2 --per-page 10 "
        "--export x --format json --timeout 5 --max-wait 6 --token-file t",
        {.tenant = {.domain = domain(u"a.auth0.com"_s),
                    .tokenFile = u"t"_s,
                    .timeout = 5s,
                    .maximumWait = 6s},
         .listing = {.organizationId = u"o"_s, .isEnabled = true, .pageIndex = 1, .pageSize = 10},
         .target = u"x"_s,
         .layout = {.format = ExportFormat::Json}});
    row("sweep", SweepOptions());
    row("sweep --demo --into a.vestibule",
        SweepOptions{.tenant = {.demo = true}, .target = u"a.vestibule"_s});
    row("sweep --profile p --share 100 --retry-failed --quiet --max-wait 5",
        SweepOptions{.tenant = {.profile = u"p"_s, .maximumWait = 5s},
                     .share = 100,
                     .retryFailed = true,
                     .isQuiet = true});
    row("sweep --organizations - --anew --token-file t --share 1",
        SweepOptions{.tenant = {.tokenFile = u"t"_s},
                     .organizationsFile = u"-"_s,
                     .share = 1,
                     .anew = true});
    row("sweep --catalogue --anew", SweepOptions{.anew = true, .catalogue = true});
    row("sweep --version", VersionOptions());
    browse("./sweep", {.savedView = u"./sweep"_s}); // a file
    row("--screenshot p.png --demo --page 2 --timeout 5",
        ScreenshotOptions{
            .browse = {.tenant = {.demo = true, .timeout = 5s}, .listing = {.pageIndex = 1}},
            .target = u"p.png"_s});
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
    row("--client-id", "--client-id");
    row("--client-secret-file", "--client-secret-file");
    row("--token-file - --client-secret-file -", "--token-file and --client-secret-file");
    row("--client-secret canary", "client-secret");
    row("a.json --client-id id", "--client-id");
    row("a.json --client-secret-file s", "--client-secret-file");
    row("links a.vestibule --client-id id", "client-id");
    row("--export a --columns name", "connection_name"); // the message lists the columns
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
    row("--demo --into a", "into");
    row("sweep a.vestibule", "a.vestibule");
    row("sweep sweep", "sweep");
    row("sweep --export a", "export");
    row("sweep --into -", "--into");
    row("sweep --into=", "--into");
    row("sweep --organizations=", "--organizations");
    row("sweep --share 0", "--share");
    row("sweep --share 101", "--share");
    row("sweep --share 50%", "--share");
    row("sweep --retry-failed --anew", "--retry-failed and --anew");
    row("sweep --catalogue --organizations ids.txt", "--catalogue and --organizations");
    row("sweep --organizations - --token-file -", "--organizations and --token-file");
    row("sweep --organizations - --client-secret-file -",
        "--organizations and --client-secret-file");
    row("sweep --demo --domain acme.eu.auth0.com", "--demo and --domain");
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
    const QString withoutOption = QString(message).remove("client-secret"_L1);
    QVERIFY2(!message.contains(u'\n') && !withoutOption.contains(u"secret"_s)
                 && !message.contains(u"canary"_s),
             qPrintable(message));
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
    const auto *help = std::get_if<HelpOptions>(&*line);
    QVERIFY(help);
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
                              "--client-id ID",
                              "--client-secret-file FILE",
                              "AUTH0_CLIENT_ID",
                              "AUTH0_CLIENT_SECRET",
                              "--help",
                              "--version",
                              "AUTH0_API_TOKEN",
                              "AUTH0_DOMAIN",
                              "Examples:"}) {
        QVERIFY2(help->text.contains(QString::fromLatin1(named)), named);
    }
    for (const QString &text : help->text.split(u'\n'))
        QVERIFY2(text.size() <= 80, qPrintable(text)); // as wide as a terminal
}

void TestCommandLine::helpOfACommand()
{
    const auto line = parsed(u"sweep --help"_s);
    QVERIFY(line.has_value());
    const auto *help = std::get_if<HelpOptions>(&*line);
    QVERIFY(help);
    QCOMPARE(help->text, sweepHelpText());
    for (const char *named : {"--into FILE.vestibule", "--organizations FILE", "--share PERCENT",
                              "--retry-failed", "--anew", "--catalogue", "--quiet",
                              "--token-file FILE", "--client-id ID", "--client-secret-file FILE"})
        QVERIFY2(help->text.contains(QString::fromLatin1(named)), named);
    QVERIFY(!help->text.contains("--export"_L1));
    for (const QString &text : help->text.split(u'\n'))
        QVERIFY2(text.size() <= 80, qPrintable(text));
}

//! The examples of --help must be accepted.
void TestCommandLine::examplesAreGoodLines()
{
    int examples = 0;
    QStringList lines;
    for (const QString &help : {commandHelpText(), sweepHelpText()})
        lines += help.sliced(help.indexOf("Examples:"_L1)).split(u'\n').sliced(1);
    for (const QString &text : lines) {
        if (text.isEmpty())
            continue;
        const auto line = parsed(text.split(u" | "_s).constFirst().trimmed().sliced(10));
        QVERIFY2(line.has_value(), line ? "" : qPrintable(line.error().message));
        ++examples;
    }
    QVERIFY(examples >= 6);
}

void TestCommandLine::emptyValues_data()
{
    QTest::addColumn<QString>("option");
    for (const char *option : {"--domain", "--organization", "--is-enabled", "--page", "--per-page",
                               "--export", "--screenshot", "--timeout", "--max-wait",
                               "--token-file", "--client-id", "--client-secret-file", "--profile"})
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

void TestCommandLine::inventoryLine_data()
{
    QTest::addColumn<InventoryOptions>("expected");
    const auto row = [](const char *line, const InventoryOptions &expected) {
        QTest::newRow(line) << expected;
    };
    const auto filtered = [](const InventoryFilter &filter) {
        return InventoryOptions{.file = u"a.vestibule"_s, .query = {.filter = filter}};
    };
    const InventoryQuery uses{.list = InventoryList::Connections,
                              .sortedBy = InventoryColumn::ConnectionName};
    row("links a.vestibule", {.file = u"a.vestibule"_s});
    row("links --is-enabled true a.vestibule", filtered({.isEnabled = FlagChoice::Yes}));
    row("links a.vestibule --is-enabled false", filtered({.isEnabled = FlagChoice::No}));
    row("links a.vestibule --strategy okta --access-level full",
        filtered({.accessLevel = u"full"_s, .strategy = u"okta"_s}));
    row("links a.vestibule --connection con_1 --organization acme",
        filtered({.connection = u"con_1"_s, .organization = u"acme"_s}));
    row("links a.vestibule --export b.json --format json --quiet",
        {.file = u"a.vestibule"_s,
         .target = u"b.json"_s,
         .layout = {.format = ExportFormat::Json},
         .isQuiet = true});
    row("links a.vestibule --columns organization_id,is_enabled --separator tab --bom "
        "--no-formula-guard",
        {.file = u"a.vestibule"_s,
         .layout = {.columns = {u"organization_id"_s, u"is_enabled"_s},
                    .csv = {.separator = u'\t',
                            .hasByteOrderMark = true,
                            .guard = CsvDialect::FormulaGuard::Off}}});
    row("used-by a.vestibule", {.file = u"a.vestibule"_s, .query = uses});
    row("used-by a.vestibule --columns organizations --export -",
        {.file = u"a.vestibule"_s, .query = uses, .layout = {.columns = {u"organizations"_s}}});
    row("used-by a.vestibule --connection google-oauth2 --format ndjson",
        {.file = u"a.vestibule"_s,
         .query = {.filter = {.connection = u"google-oauth2"_s}},
         .layout = {.format = ExportFormat::Ndjson}});
    const auto findings = [](const QList<FindingRule> &rules) {
        return InventoryQuery{.list = InventoryList::Findings,
                              .filter = {.withMuted = true, .rules = rules},
                              .sortedBy = InventoryColumn::Rule};
    };
    row("findings a.vestibule",
        {.file = u"a.vestibule"_s,
         .query = findings({}),
         .isText = true,
         .failsOn = FindingSeverity::High});
    row("findings a.vestibule --rule all-hidden --rule unused --fail-on inform --format csv",
        {.file = u"a.vestibule"_s,
         .query = findings({FindingRule::AllHidden, FindingRule::Unused}),
         .failsOn = FindingSeverity::Inform});
    row("findings a.vestibule --fail-on never --format json --quiet",
        {.file = u"a.vestibule"_s,
         .query = findings({}),
         .layout = {.format = ExportFormat::Json},
         .isQuiet = true});
}

void TestCommandLine::inventoryLine()
{
    QFETCH(InventoryOptions, expected);
    const auto line = parsed(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY2(line.has_value(), line ? "" : qPrintable(line.error().message));
    QCOMPARE(*line, CommandLine(expected));
}

void TestCommandLine::compareLine_data()
{
    QTest::addColumn<CompareOptions>("expected");
    const auto row = [](const char *line, CompareOptions expected) {
        expected.oldFile = u"a.vestibule"_s;
        expected.newFile = u"b.vestibule"_s;
        QTest::newRow(line) << expected;
    };
    row("compare a.vestibule b.vestibule", {});
    row("compare --by-name a.vestibule b.vestibule --format text", {.drift = {.byName = true}});
    row("compare a.vestibule b.vestibule --export c.json --format json --quiet",
        {.target = u"c.json"_s, .layout = {.format = DriftFormat::Json}, .isQuiet = true});
    row("compare a.vestibule b.vestibule --format csv --columns kind,before --separator tab --bom "
        "--no-formula-guard",
        {.layout = {.format = DriftFormat::Csv,
                    .columns = {u"kind"_s, u"before"_s},
                    .csv = {.separator = u'\t',
                            .hasByteOrderMark = true,
                            .guard = CsvDialect::FormulaGuard::Off}}});
}

void TestCommandLine::compareLine()
{
    QFETCH(CompareOptions, expected);
    const auto line = parsed(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY2(line.has_value(), line ? "" : qPrintable(line.error().message));
    QCOMPARE(*line, CommandLine(expected));
}

//! It would be replaced.
void TestCommandLine::theInventoryIsNoTarget()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"a.vestibule"_s);
    QVERIFY(QFile(file).open(QIODevice::WriteOnly));
    const QString other = folder.filePath(u"b.vestibule"_s);
    QVERIFY(QFile::link(file, other));
    for (const QString &line :
         {u"links %1 --export %2"_s, u"used-by %2 --export %1"_s, u"report %1 --html %2"_s,
          u"report x --compare %1 --html %2"_s, u"compare %1 c.vestibule --export %2"_s,
          u"compare c.vestibule %1 --export %2"_s}) {
        const auto refused = parsed(line.arg(file, other));
        QVERIFY2(!refused && refused.error().message.contains("the inventory itself"_L1),
                 qPrintable(line));
    }
    QVERIFY(parsed(u"report %1 --html %1.html"_s.arg(file)));
}

void TestCommandLine::reportLine()
{
    QCOMPARE(*parsed(u"report a.vestibule --html b.html"_s),
             CommandLine(ReportOptions{.file = u"a.vestibule"_s, .target = u"b.html"_s}));
    QCOMPARE(
        *parsed(u"report --quiet --html - a.vestibule"_s),
        CommandLine(ReportOptions{.file = u"a.vestibule"_s, .target = u"-"_s, .isQuiet = true}));
    QCOMPARE(*parsed(u"report a.vestibule --compare old.vestibule --by-name --html b.html"_s),
             CommandLine(ReportOptions{.file = u"a.vestibule"_s,
                                       .oldFile = u"old.vestibule"_s,
                                       .drift = {.byName = true},
                                       .target = u"b.html"_s}));
    QCOMPARE(*parsed(u"report a.vestibule --organization acme --html b.html"_s),
             CommandLine(ReportOptions{
                 .file = u"a.vestibule"_s, .organization = u"acme"_s, .target = u"b.html"_s}));
}

void TestCommandLine::badInventoryLine_data()
{
    QTest::addColumn<QString>("named"); // what the sentence must name
    const auto row = [](const char *line, const char *named) {
        QTest::newRow(line) << QString::fromLatin1(named);
    };
    row("links", "inventory");
    row("used-by", "inventory");
    row("links a.vestibule b.vestibule", "b.vestibule");
    row("links a.vestibule --demo", "demo");
    row("links a.vestibule --is-enabled yes", "--is-enabled");
    row("links a.vestibule --connection=", "--connection");
    row("links a.vestibule --organization=", "--organization");
    row("links a.vestibule --format xml", "--format");
    row("links a.vestibule --format json --columns is_enabled", "--columns");
    row("links a.vestibule --columns organizations", "organizations");
    row("links a.vestibule --export=", "--export");
    row("used-by a.vestibule --strategy okta", "strategy");
    row("used-by a.vestibule --columns is_enabled", "is_enabled");
    row("used-by a.vestibule --connection acme --columns organizations", "organizations");
    row("used-by a.vestibule --columns enabled,enabled", "enabled");
    row("findings", "inventory");
    row("findings a.vestibule --rule all-Hidden", "all-Hidden");
    row("findings a.vestibule --fail-on low", "--fail-on");
    row("findings a.vestibule --format ndjson", "--format");
    row("findings a.vestibule --export b.csv", "export");
    row("compare", "inventories");
    row("compare a.vestibule", "inventories");
    row("compare a.vestibule b.vestibule c.vestibule", "c.vestibule");
    row("compare a.vestibule b.vestibule --demo", "demo");
    row("compare a.vestibule b.vestibule --format ndjson", "--format");
    row("compare a.vestibule b.vestibule --bom", "--bom");
    row("compare a.vestibule b.vestibule --format json --columns kind", "--columns");
    row("compare a.vestibule b.vestibule --format csv --columns is_enabled", "is_enabled");
    row("compare a.vestibule b.vestibule --export=", "--export");
    row("report --html b.html", "inventory");
    row("report a.vestibule", "--html");
    row("report a.vestibule --html=", "--html");
    row("report a.vestibule c.vestibule --html b.html", "c.vestibule");
    row("report a.vestibule --html b.html --export c.csv", "export");
    row("report a.vestibule --html b.html --compare=", "--compare");
    row("report a.vestibule --html b.html --by-name", "--compare");
    row("report a.vestibule --html b.html --organization=", "--organization");
    row("report a.vestibule --html b.html --organization x --compare c.vestibule", "--compare");
}

void TestCommandLine::badInventoryLine()
{
    QFETCH(QString, named);
    const auto line = parsed(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(!line.has_value());
    const QString &message = line.error().message;
    QVERIFY2(message.contains(named), qPrintable(message));
    QVERIFY2(message.endsWith(u'.') && !message.contains(u'\n'), qPrintable(message));
}

void TestCommandLine::helpOfInventoryCommands_data()
{
    QTest::addColumn<QStringList>("named");
    const QStringList all{u"--export FILE"_s, u"--columns NAME,..."_s, u"--separator WORD"_s,
                          u"--bom"_s,         u"--no-formula-guard"_s, u"--quiet"_s,
                          u"--help"_s,        u"Examples:"_s};
    const QStringList both =
        all + QStringList{u"--connection NAME|ID"_s, u"--format csv|json|ndjson"_s};
    QTest::newRow("compare") << all + QStringList{u"--by-name"_s, u"--format text|csv|json"_s};
    QTest::newRow("links") << both
            + QStringList{u"--is-enabled true|false"_s, u"--strategy NAME"_s,
                          u"--access-level NAME"_s, u"--organization NAME|ID"_s};
    QTest::newRow("used-by") << both;
    QTest::newRow("report") << QStringList{u"--html FILE.html"_s, u"--quiet"_s, u"--help"_s,
                                           u"Examples:"_s};
}

void TestCommandLine::helpOfInventoryCommands()
{
    QFETCH(QStringList, named);
    const QString command = QString::fromLatin1(QTest::currentDataTag());
    const auto line = parsed(command + u" --help"_s);
    QVERIFY(line.has_value());
    const QString text = std::get<HelpOptions>(*line).text;
    for (const QString &option : named)
        QVERIFY2(text.contains(option), qPrintable(option));
    const QStringList lines = text.split(u'\n');
    for (const QString &each : lines)
        QVERIFY2(each.size() <= 80, qPrintable(each));
    const bool isReport = command == "report"_L1;
    int examples = 0;
    for (const QString &each : lines) {
        if (!each.startsWith(u"  vestibule "_s))
            continue;
        const auto example = parsed(each.trimmed().sliced(10));
        QVERIFY2(example.has_value(), qPrintable(each));
        QCOMPARE(std::holds_alternative<ReportOptions>(*example), isReport);
        QCOMPARE(std::holds_alternative<InventoryOptions>(*example)
                     || std::holds_alternative<CompareOptions>(*example),
                 !isReport);
        ++examples;
    }
    QVERIFY(examples >= (isReport ? 1 : 2));
}

void TestCommandLine::thereIsNoOptionForTheToken()
{
    for (const char *line :
         {"--token eyJ.x.y", "--token=eyJ.x.y", "-t eyJ.x.y", "--api-token eyJ.x.y"}) {
        const auto result = parsed(QString::fromLatin1(line));
        QVERIFY(!result.has_value());
        QVERIFY2(!result.error().message.contains(u"eyJ"_s), qPrintable(result.error().message));
    }
    QVERIFY(!commandHelpText().contains(QRegularExpression(u"--token\\b(?!-file)"_s)));
}

void TestCommandLine::addressOfAFileIsASavedView_data()
{
    QTest::addColumn<QString>("argument");
    QTest::addColumn<QString>("path"); // empty if it is refused
    QTest::newRow("address") << u"file:///tmp/a.json"_s << u"/tmp/a.json"_s;
    QTest::newRow("escapes") << u"file:///tmp/a%20b%23%C3%A9.json"_s << u"/tmp/a b#é.json"_s;
    QTest::newRow("characters") << u"file:///tmp/é.json"_s << u"/tmp/é.json"_s;
    QTest::newRow("this computer") << u"file://localhost/tmp/a.json"_s << u"/tmp/a.json"_s;
    QTest::newRow("another computer") << u"file://server/tmp/a.json"_s << QString();
    QTest::newRow("one slash") << u"file:/tmp/a.json"_s << u"/tmp/a.json"_s;
    QTest::newRow("capitals") << u"FILE:///tmp/a.json"_s << u"/tmp/a.json"_s;
    QTest::newRow("not UTF-8") << u"file:///tmp/%E9.json"_s << QString();
    QTest::newRow("nothing") << u"file:"_s << QString();
    QTest::newRow("a path") << u"/tmp/file:a%20b.json"_s << u"/tmp/file:a%20b.json"_s;
}

void TestCommandLine::addressOfAFileIsASavedView()
{
    QFETCH(QString, argument);
    QFETCH(QString, path);
    const auto line = parseCommandLine({u"vestibule"_s, argument});
    QCOMPARE(line.has_value(), !path.isEmpty());
    if (line)
        QCOMPARE(std::get<BrowseOptions>(*line).savedView, path);
    else
        QVERIFY(line.error().message.startsWith(argument));
}

void TestCommandLine::argumentsOfMainAreUtf8()
{
    const std::array good{"v\xe9stibule", "--export", "r\xc3\xa9sum\xc3\xa9.csv"};
    const auto line = parseCommandLine(int(good.size()), good.data());
    QVERIFY(line.has_value());
    QCOMPARE(std::get<ExportOptions>(*line).target, u"résumé.csv"_s);
    const std::array marked{"vestibule", "--organization", "\xef\xbb\xbforg_1"};
    const auto browse = parseCommandLine(int(marked.size()), marked.data());
    QVERIFY2(browse.has_value(), "a byte order mark is UTF-8, too");
    QCOMPARE(std::get<BrowseOptions>(*browse).listing.organizationId, u"org_1"_s);
    const std::array bad{"vestibule", "--export", "r\xe9sum\xe9.csv"};
    const auto refused = parseCommandLine(int(bad.size()), bad.data());
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().message, u"Argument 2 is not UTF-8: r%E9sum%E9.csv."_s);
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
