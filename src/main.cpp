// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "cli/commandline.h"
#include "cli/coredumps.h"
#include "cli/exportcommand.h"
#include "cli/startupaccess.h"
#include "cli/terminal.h"
#include "demo/tenant.h"
#include "export/exporttext.h"
#include "formats/exporttarget.h"
#include "program/networksourcefactory.h"
#include "program/screenshot.h"
#include "program/translations.h"
#include "program/windowhost.h"
#include "session/networkcontroller.h"
#include "session/subject.h"
#include "session/tenantsession.h"
#include "store/keychainsecretstore.h"
#include "widgets/controls/symbolicon.h"
#include "widgets/controls/theming.h"
#include "widgets/window/mainwindow.h"

#include <QApplication>
#include <QLoggingCategory>

#include <cstdio>
#include <memory>
#include <variant>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

struct Main {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::Main)
};

//! What every command that asks a tenant needs.
struct Services {
    Services(Settings &kept, const TenantOptions &tenant)
        : settings(kept)
        , secrets(std::make_unique<KeychainSecretStore>())
        , sourceFactory(demo, {.maximumWait = tenant.maximumWait})
    {
    }

    Settings &settings;
    FallbackSecretStore secrets;
    Demo::Tenant demo;
    NetworkSourceFactory sourceFactory;
};

int fail(ExitStatus status, const QString &sentence)
{
    printError(sentence);
    return int(status);
}

//! Prints to standard output at once: at the end of the program it is too late to report a full
//! disk.
int print(const QString &text)
{
    const std::unique_ptr<ExportTarget> output = makeStandardOutputTarget();
    const QByteArray bytes = text.toUtf8();
    if (output->open() && output->device().write(bytes) == bytes.size() && output->commit())
        return int(ExitStatus::Done);
    return fail(ExitStatus::NotWritten,
                outcomeText(WriteError{.name = {}, .reason = output->errorString()}, {}, {}));
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

void exitWith(ExitStatus status)
{
    QCoreApplication::exit(int(status));
}

//! Opens what the command line names, or else the tenant that was open last.
void openFirst(const BrowseOptions &options, const StartupAccess &startup, TenantSession &session,
               MainWindow &window)
{
    if (!options.savedView.isEmpty())
        return window.openSavedView(options.savedView);
    const int rowsPerPage = session.settings().rowsPerPage();
    if (options.tenant.demo)
        return window.openDemo(
            options.listing.firstPage(options.listing.organizationId, rowsPerPage));
    const PageRequest first = options.listing.firstPage(startup.organizationId, rowsPerPage);
    if (startup.profile || !startup.access.domain.isEmpty())
        session.openTenant(startup.access, first, startup.profile);
}

Result<StartupAccess, UsageError> readStartupAccess(const TenantOptions &tenant,
                                                    const ListingOptions &listing,
                                                    const Settings &settings)
{
    return readAccess(tenant, listing.organizationId, settings.profiles(),
                      settings.currentProfileId());
}

//! `picture` is the path of the screenshot to save; empty to show the window on screen.
int runWindow(const BrowseOptions &options, const QString &picture, Settings &settings,
              Translations &translations)
{
    const auto startup = readStartupAccess(options.tenant, options.listing, settings);
    if (!startup && options.savedView.isEmpty()) // a saved view needs neither tenant nor token
        return fail(ExitStatus::Usage, startup.error().message);
    QGuiApplication::setWindowIcon(applicationIcon());
    Services services(settings, options.tenant);
    TenantSession session({settings, services.secrets, services.sourceFactory});
    NetworkController network(settings, services.secrets, services.sourceFactory);
    if (options.tenant.timeout)
        network.overrideTimeout(*options.tenant.timeout);
    applyTheme(settings.appearance().theme);
    WindowHost host(session, network, translations);
    MainWindow &window = host.window();
    // For a picture the window only needs a layout, not a screen.
    window.setAttribute(Qt::WA_DontShowOnScreen, !picture.isEmpty());
    window.show();
    Screenshot screenshot(window, session, picture);
    QObject::connect(&screenshot, &Screenshot::finished, &screenshot, exitWith);
    QObject::connect(
        &network, &NetworkController::ready, &host,
        [&] {
            openFirst(options, startup ? *startup : StartupAccess(), session, host.window());
            if (!picture.isEmpty())
                screenshot.start();
        },
        Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
    network.restore();
    return QCoreApplication::exec();
}

int runExport(const ExportOptions &options, Settings &settings)
{
    const auto startup = readStartupAccess(options.tenant, options.listing, settings);
    if (!startup)
        return fail(ExitStatus::Usage, startup.error().message);
    Services services(settings, options.tenant);
    ExportCommand command({settings, services.secrets, services.sourceFactory}, options, *startup);
    QObject::connect(&command, &ExportCommand::finished, &command, exitWith);
    command.start();
    return QCoreApplication::exec();
}

int run(const QStringList &arguments)
{
    Settings settings;
    Translations translations(settings.appearance().language);
    const auto line = parseCommandLine(arguments);
    if (!line)
        return fail(ExitStatus::Usage, line.error().message);
    return std::visit(
        Overloaded{
            [&](const BrowseOptions &options) {
                return runWindow(options, {}, settings, translations);
            },
            [&](const ScreenshotOptions &options) {
                return runWindow(options.browse, options.target, settings, translations);
            },
            [&](const ExportOptions &options) { return runExport(options, settings); },
            [](const HelpOptions &options) { return print(options.text); },
            [](const VersionOptions &) {
                return print(QStringLiteral("vestibule " VESTIBULE_VERSION "\n"));
            },
        },
        *line);
}

} // namespace

int main(int argc, char *argv[]) // NOLINT(bugprone-exception-escape): without memory, no program
{
    forbidCoreDumps();
    QCoreApplication::setApplicationName(u"vestibule"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(VESTIBULE_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral(VESTIBULE_APP_ID));

    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    // Parsed here to know which application the command needs, and in run() once more, where an
    // error can be translated.
    const auto line = parseCommandLine(arguments);
    const bool isPicture = line && std::holds_alternative<ScreenshotOptions>(*line);
    const bool hasWindow = isPicture || (line && std::holds_alternative<BrowseOptions>(*line));
    if (!hasWindow) {
        const QCoreApplication application(argc, argv); // needs no display
        return run(arguments);
    }
    if (isPicture && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        // Qt logs what this platform cannot do. Our own sentences do not go through the log.
        QLoggingCategory::setFilterRules(u"default.warning=false"_s);
    }
    if (!hasDisplay()) {
        const QCoreApplication application(argc, argv);
        const Translations translations(Settings().appearance().language);
        return fail(
            ExitStatus::Usage,
            Main::tr("There is no display. Use --export or --screenshot, which need none."));
    }
    const QApplication application(argc, argv);
    return run(QCoreApplication::arguments());
}
