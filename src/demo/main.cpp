// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/catalogue.h"
#include "demo/secondstate.h"
#include "demo/tenant.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <csignal>
#include <cstdio>
#include <memory>

using namespace Qt::StringLiterals;
using namespace Vestibule::Demo;

namespace {

enum ExitStatus { Done = 0, Usage = 2, NoServer = 5 };

struct CommandLine {
    Options options{};
    QString error{}; //!< empty when the options are good
};

struct Names {
    QString port = u"port"_s;
    QString connections = u"connections"_s;
    QString organizations = u"organizations"_s;
    QString state = u"state"_s;
    QString printChanges = u"print-changes"_s;
    QString latency = u"latency"_s;
    QString plan = u"plan"_s;
    QString fault = u"fault"_s;
    QString faultAt = u"fault-at"_s;
    QString tokenRequests = u"token-requests"_s;
    QString tokenLifetime = u"token-lifetime"_s;
    QString certificate = u"certificate"_s;
    QString key = u"key"_s;
};

void addOptions(QCommandLineParser &parser, const Names &names)
{
    QString faults = u"What goes wrong; may be given several times:"_s;
    for (const QString &name : Tenant::faultNames())
        faults += u"\n%1: %2"_s.arg(name, Tenant::faultDescription(name));
    parser.setApplicationDescription(
        u"Serves the organizations of an invented tenant and their connections on "
        u"127.0.0.1 until it is ended. Prints the domain, an organization, a token, and the client "
        u"ID and secret of an application when it is ready."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {names.port, u"The port; by default 18180, or a free one when that is taken."_s, u"N"_s},
        {names.connections,
         u"Generated connections of the organization that is printed, 0 to 100000; ten made "
         u"by hand by default."_s,
         u"N"_s},
        {names.organizations, u"How many organizations there are, 1 to 100000."_s, u"N"_s,
         QString::number(BuiltInOrganizations)},
        {names.state,
         u"1, or 2 for the tenant some time later, in which links, connections and organizations "
         u"have been changed, added and removed."_s,
         u"N"_s, u"1"_s},
        {names.printChanges,
         u"Print what is different in state 2, a line of JSON each, and exit."_s},
        {names.latency, u"Milliseconds before every response, 0 to 600000."_s, u"MS"_s, u"0"_s},
        {names.plan, u"Whose rate limits apply: none, free, professional or enterprise."_s,
         u"PLAN"_s, u"none"_s},
        {names.certificate, u"Serve https with the certificate in this PEM file."_s, u"FILE"_s},
        {names.key, u"The PEM file with the key of the certificate."_s, u"FILE"_s},
        {names.faultAt,
         u"A fault of one organization's connections, named by its ID or name, or of the token "
         u"endpoint, /oauth/token; may be given several times."_s,
         u"ORG=NAME"_s},
        {names.tokenRequests, u"A token expires after so many requests, 0 to 1000000000."_s,
         u"N"_s},
        {names.tokenLifetime,
         u"Seconds for which the tokens of the token endpoint are valid, 1 to 315360000."_s,
         u"SECONDS"_s, u"86400"_s},
        {names.fault, faults, u"NAME"_s},
    });
}

//! Sets the error to what is wrong, unless it is set already.
int readNumber(const QCommandLineParser &parser, const QString &name, int minimum, int maximum,
               QString *error)
{
    bool isNumber = false;
    const int number = parser.value(name).toInt(&isNumber);
    if ((!isNumber || number < minimum || number > maximum) && error->isEmpty()) {
        *error = u"--%1 wants a whole number from %2 to %3, not \"%4\"."_s.arg(name)
                     .arg(minimum)
                     .arg(maximum)
                     .arg(parser.value(name));
    }
    return number;
}

Plan readPlan(const QString &name, QString *error)
{
    const QStringList names{u"none"_s, u"free"_s, u"professional"_s, u"enterprise"_s};
    const qsizetype index = names.indexOf(name);
    if (index < 0 && error->isEmpty())
        *error = u"--plan wants none, free, professional or enterprise, not \"%1\"."_s.arg(name);
    return Plan(qMax(qsizetype(0), index));
}

CommandLine readCommandLine(const QCommandLineParser &parser, const Names &names)
{
    CommandLine line;
    Options &options = line.options;
    if (!parser.positionalArguments().isEmpty())
        line.error = u"\"%1\" is not an option."_s.arg(parser.positionalArguments().constFirst());
    if (parser.isSet(names.port))
        options.port = quint16(readNumber(parser, names.port, 0, 65535, &line.error));
    if (parser.isSet(names.connections))
        options.connections = readNumber(parser, names.connections, 0, 100'000, &line.error);
    options.organizations = readNumber(parser, names.organizations, 1, 100'000, &line.error);
    options.state = readNumber(parser, names.state, 1, 2, &line.error);
    options.latency =
        std::chrono::milliseconds(readNumber(parser, names.latency, 0, 600'000, &line.error));
    options.plan = readPlan(parser.value(names.plan), &line.error);
    options.certificateFile = parser.value(names.certificate);
    options.privateKeyFile = parser.value(names.key);
    if (options.certificateFile.isEmpty() != options.privateKeyFile.isEmpty()
        && line.error.isEmpty())
        line.error = u"--certificate and --key are of use together only."_s;
    if (parser.isSet(names.tokenRequests))
        options.tokenRequests =
            readNumber(parser, names.tokenRequests, 0, 1'000'000'000, &line.error);
    options.tokenLifetime =
        std::chrono::seconds(readNumber(parser, names.tokenLifetime, 1, 315'360'000, &line.error));
    options.faults = parser.values(names.fault);
    QStringList faults = options.faults;
    for (const QString &value : parser.values(names.faultAt)) {
        const qsizetype equals = value.lastIndexOf(u'=');
        if (equals < 1 && line.error.isEmpty())
            line.error = u"--fault-at wants ORG=NAME, not \"%1\"."_s.arg(value);
        options.faultsAt.append({value.left(equals), value.mid(equals + 1)});
        faults.append(value.mid(equals + 1));
    }
    for (const QString &fault : std::as_const(faults))
        if (!Tenant::faultNames().contains(fault) && line.error.isEmpty())
            line.error = u"There is no fault named \"%1\"; --help lists them."_s.arg(fault);
    return line;
}

int fail(const QString &sentence, ExitStatus status)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(sentence));
    return status;
}

//! QString cannot hold what is not UTF-8: another file would be read. Empty when all are good.
QString argumentProblem(int count, const char *const *arguments)
{
    for (int i = 1; i < count; ++i) {
        const QByteArray argument(arguments[i]);
        if (QString::fromLocal8Bit(argument).toLocal8Bit() != argument) {
            return u"Argument %1 is not UTF-8: %2."_s.arg(i).arg(
                QString::fromLatin1(argument.toPercentEncoding(" /=:,")));
        }
    }
    return {};
}

//! What the second state changes in the tenant of the options.
int printChanges(Options options)
{
    options.state = 1;
    Catalogue catalogue(options);
    const QByteArray lines = toJsonLines(changeToSecondState(catalogue));
    const bool isWritten =
        std::fwrite(lines.constData(), 1, size_t(lines.size()), stdout) == size_t(lines.size())
        && std::fflush(stdout) == 0;
    return isWritten ? Done : fail(u"Standard output cannot be written."_s, NoServer);
}

//! The same at every start, so that clients find the tenant again after a restart.
constexpr quint16 PreferredPort = 18180;

//! Serves until SIGINT or SIGTERM; every thread must block these.
int serve(const Options &options, const sigset_t &signalsToEnd)
{
    Options preferred = options;
    if (options.port == 0)
        preferred.port = PreferredPort;
    auto tenant = std::make_unique<Tenant>(preferred);
    bool isStarted = tenant->start();
    if (!isStarted && options.port == 0) { // another tenant is running, so any port will do
        tenant = std::make_unique<Tenant>(options);
        isStarted = tenant->start();
    }
    if (!isStarted)
        return fail(tenant->errorString() + u'.', NoServer);
    std::printf("domain=%s\norganization=%s\ntoken=%s\nclient-id=%s\nclient-secret=%s\n",
                qUtf8Printable(tenant->domain()),
                qUtf8Printable(tenant->organizations().first().id),
                tenant->accessToken().constData(), ClientId, ClientSecret);
    std::fflush(stdout);
    int received = 0;
    sigwait(&signalsToEnd, &received);
    return Done;
}

} // namespace

int main(int argc, char *argv[]) // NOLINT(bugprone-exception-escape): only without memory
{
    // Before the first thread starts, because a thread inherits what is blocked.
    sigset_t signalsToEnd;
    sigemptyset(&signalsToEnd);
    sigaddset(&signalsToEnd, SIGINT);
    sigaddset(&signalsToEnd, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signalsToEnd, nullptr);

    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"vestibule-demo-tenant"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(VESTIBULE_VERSION));
    const QString wrong = argumentProblem(argc, argv);
    if (!wrong.isEmpty())
        return fail(wrong, Usage);
    const Names names;
    QCommandLineParser parser;
    addOptions(parser, names);
    if (!parser.parse(QCoreApplication::arguments()))
        return fail(parser.errorText(), Usage);
    if (parser.isSet(u"help"_s))
        parser.showHelp(Done);
    if (parser.isSet(u"version"_s))
        parser.showVersion();
    const CommandLine line = readCommandLine(parser, names);
    if (!line.error.isEmpty())
        return fail(line.error, Usage);
    return parser.isSet(names.printChanges) ? printChanges(line.options)
                                            : serve(line.options, signalsToEnd);
}
