// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "app/accessinput.h"
#include "app/commandline.h"
#include "app/coredumps.h"
#include "app/exportcommand.h"
#include "app/standarderror.h"
#include "app/tenantsession.h"
#include "demo/demotenant.h"
#include "net/managementclient.h"
#include "store/settings.h"
#include "widgets/mainwindow.h"
#include "widgets/screenshot.h"
#include "widgets/symbolicon.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QLoggingCategory>
#include <QNetworkAccessManager>
#include <QTranslator>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

struct Main {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::Main)
};

//! The texts of the program and of Qt's own dialogs, in the person's language where there are some.
class Translations {
public:
    Translations()
    {
        const QLocale locale;
        if (m_english.load(u":/i18n/vestibule_en"_s)) // its plurals
            QCoreApplication::installTranslator(&m_english);
        if (locale.language() == QLocale::English
            || !m_own.load(locale, u"vestibule"_s, u"_"_s, u":/i18n"_s))
            return;
        QCoreApplication::installTranslator(&m_own);
        // Qt's only together with ours: a window in two languages helps nobody.
        if (m_qt.load(locale, u"qtbase"_s, u"_"_s,
                      QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
            QCoreApplication::installTranslator(&m_qt);
    }

private:
    QTranslator m_english;
    QTranslator m_own;
    QTranslator m_qt;
};

//! What every task needs to reach a tenant, the demo tenant included.
class Tenants {
public:
    explicit Tenants(const CommandLine &line)
        : m_options{.timeout = line.timeout, .retry = {.maximumWait = line.maximumWait}}
    {
    }

    ConnectionSourcePtr makeSource(const TenantAccess &access)
    {
        return std::make_shared<ManagementClient>(m_network, access.domain, access.token,
                                                  m_options);
    }

    std::optional<DemoSession> launchDemo()
    {
        if (!m_demo.isRunning() && !m_demo.start())
            return {};
        const auto domain = TenantDomain::fromText(m_demo.domain());
        const auto token = AccessToken::fromText(QString::fromLatin1(m_demo.accessToken()));
        if (!domain || !token)
            return {};
        DemoSession session{.access = {.domain = *domain, .token = *token}};
        for (const DemoOrganization &organization : m_demo.organizations())
            session.organizations.append({.id = organization.id, .name = organization.displayName});
        return session;
    }

private:
    QNetworkAccessManager m_network;
    ManagementClient::Options m_options;
    DemoTenant m_demo;
};

int fail(ExitStatus status, const QString &sentence)
{
    printError(sentence);
    return int(status);
}

bool hasDisplay()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    return !qEnvironmentVariableIsEmpty("DISPLAY")
        || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")
        || !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
#else
    return true;
#endif
}

PageRequest firstPage(const CommandLine &line, const QString &organizationId, int defaultSize)
{
    return {.organizationId = organizationId,
            .index = line.pageIndex.value_or(0),
            .size = line.pageSize.value_or(defaultSize),
            .isEnabled = line.isEnabled};
}

int runExport(const CommandLine &line, AccessInput input)
{
    Tenants tenants(line);
    if (line.demo) {
        const auto demo = tenants.launchDemo();
        if (!demo)
            return fail(ExitStatus::NoAnswer, Main::tr("The demo tenant could not be started."));
        input.access = demo->access;
        input.organizationId = line.organizationId.isEmpty() ? demo->organizations.constFirst().id
                                                             : line.organizationId;
    }
    if (const auto missing = missingInput(input))
        return fail(ExitStatus::Usage, missing->message);
    const PageRequest first = firstPage(line, input.organizationId, PageRequest::MaximumSize);
    ExportCommand command({
        .source = tenants.makeSource(input.access),
        .first = first,
        .extent = line.pageIndex ? ListingReader::Extent::OnePage : ListingReader::Extent::AllPages,
        .target = line.target,
        .format = line.format,
        .provenance = {.tenantDomain = input.access.domain.text(),
                       .organizationId = first.organizationId,
                       .isEnabled = first.isEnabled,
                       .programVersion = QCoreApplication::applicationVersion()},
    });
    QObject::connect(&command, &ExportCommand::finished, &command,
                     [](ExitStatus status) { QCoreApplication::exit(int(status)); });
    command.start();
    return QCoreApplication::exec();
}

int runWindow(const CommandLine &line, const AccessInput &input, Settings &settings)
{
    QGuiApplication::setWindowIcon(applicationIcon());
    Tenants tenants(line);
    TenantSession session(
        settings, [&](const TenantAccess &access) { return tenants.makeSource(access); },
        [&] { return tenants.launchDemo(); });
    MainWindow window(session);
    PageRequest first = firstPage(line, line.organizationId, settings.rowsPerPage());
    if (line.demo) {
        window.openDemo(first);
    } else if (!missingInput(input)) {
        first.organizationId = input.organizationId;
        session.openTenant(input.access, first);
    }
    // A picture needs no window on a screen, only one that is laid out.
    window.setAttribute(Qt::WA_DontShowOnScreen, line.task == CommandLine::Task::Screenshot);
    window.show();
    Screenshot screenshot(window, session, line.target);
    if (line.task == CommandLine::Task::Screenshot) {
        QObject::connect(&screenshot, &Screenshot::finished, &screenshot,
                         [](ExitStatus status) { QCoreApplication::exit(int(status)); });
        screenshot.start();
    }
    return QCoreApplication::exec();
}

int run(const QStringList &arguments)
{
    const Translations translations;
    const auto parsed = parseCommandLine(arguments);
    if (!parsed)
        return fail(ExitStatus::Usage, parsed.error().message);
    const CommandLine &line = *parsed;
    if (line.task == CommandLine::Task::Help)
        return std::fputs(qUtf8Printable(line.helpText), stdout) < 0;
    if (line.task == CommandLine::Task::Version)
        return std::printf("vestibule %s\n", VESTIBULE_VERSION) < 0;
    Settings settings;
    const auto input = readAccess(line, settings.tenantDomain(), settings.organizationId());
    if (!input)
        return fail(ExitStatus::Usage, input.error().message);
    return line.task == CommandLine::Task::Export ? runExport(line, *input)
                                                  : runWindow(line, *input, settings);
}

} // namespace

int main(int argc, char *argv[])
{
    forbidCoreDumps();
    QCoreApplication::setApplicationName(u"vestibule"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(VESTIBULE_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral(VESTIBULE_APP_ID));

    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const auto parsed = parseCommandLine(arguments);
    const auto task = parsed ? parsed->task : CommandLine::Task::Help;
    if (task != CommandLine::Task::Window && task != CommandLine::Task::Screenshot) {
        const QCoreApplication application(argc, argv); // no display is asked for
        return run(arguments);
    }
    if (task == CommandLine::Task::Screenshot && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        // Qt warns of what this platform cannot do; our own sentences do not go through the log.
        QLoggingCategory::setFilterRules(u"default.warning=false"_s);
    }
    if (!hasDisplay()) {
        const QCoreApplication application(argc, argv);
        const Translations translations;
        return fail(
            ExitStatus::Usage,
            Main::tr("There is no display. Use --export or --screenshot, which need none."));
    }
    const QApplication application(argc, argv);
    return run(QCoreApplication::arguments());
}
