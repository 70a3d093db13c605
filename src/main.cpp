// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "cli/commandline.h"
#include "cli/comparecommand.h"
#include "cli/coredumps.h"
#include "cli/endsignal.h"
#include "cli/exportcommand.h"
#include "cli/inventorycommand.h"
#include "cli/reportcommand.h"
#include "cli/startupaccess.h"
#include "cli/sweepcommand.h"
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
#include <QDir>
#include <QFile>
#include <QLoggingCategory>

#include <cstdio>
#include <cstdlib>
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
    Demo::Tenant demo{{.organizations = Demo::BuiltInOrganizations}};
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
    if (writeOnce(*output, text.toUtf8()))
        return int(ExitStatus::Done);
    return fail(ExitStatus::NotWritten,
                outcomeText(WriteError{.name = {}, .reason = output->errorString()}, {}, {}));
}

//! Why the folder of the settings cannot be used; empty if it can. QString cannot hold a name that
//! is not UTF-8: Qt would make another folder.
QString settingsFolderProblem()
{
    for (const char *name : {"XDG_CONFIG_HOME", "HOME"}) {
        const QByteArray folder = qgetenv(name);
        if (QFile::encodeName(QFile::decodeName(folder)) != folder) {
            const Translations translations{QString()}; // the chosen language is in the settings
            return Main::tr("%1 is not UTF-8, so there is no folder for the settings: %2.")
                .arg(QString::fromLatin1(name), printable(folder));
        }
        if (QDir::isAbsolutePath(QFile::decodeName(folder)))
            break; // HOME is not used
    }
    return {};
}

//! The variables that say where a window is to be shown, with their values.
QStringList displays()
{
    QStringList set;
    for (const char *name : {"QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY"}) {
        if (!qEnvironmentVariableIsEmpty(name))
            set.append(QString::fromLatin1(name) + u'=' + qEnvironmentVariable(name));
    }
    return set;
}

//! Why there is no window, when Qt cannot open one.
QString noDisplayText()
{
    const QStringList tried = displays();
    if (tried.isEmpty())
        return Main::tr("There is no display. Use --export or --screenshot, which need none.");
    return Main::tr("No display can be opened (%1). Use --export or --screenshot, which need none.")
        .arg(tried.join(", "_L1));
}

#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
constexpr bool NeedsDisplay = true;
#else
constexpr bool NeedsDisplay = false;
#endif

//! Handles Qt's messages while the application object is constructed. If no platform plugin can
//! start, Qt would abort after several lines: one sentence is printed instead, and the program
//! ends. Warnings from that time are of no use for users, unless they ask for them.
class StartMessages final {
public:
    explicit StartMessages(const QString &failure)
    {
        s_failure = failure;
        qInstallMessageHandler(answer);
    }
    ~StartMessages() { qInstallMessageHandler(nullptr); }
    Q_DISABLE_COPY_MOVE(StartMessages)

private:
    static void answer(QtMsgType type, const QMessageLogContext &context, const QString &message)
    {
        if (type == QtDebugMsg || qEnvironmentVariableIsSet("QT_DEBUG_PLUGINS"))
            std::fprintf(stderr, "%s\n", qPrintable(qFormatLogMessage(type, context, message)));
        if (type == QtFatalMsg)
            std::_Exit(fail(ExitStatus::Usage, s_failure.isEmpty() ? message : s_failure));
    }

    static inline QString s_failure;
};

//! For a picture: no display is opened, whatever the environment names, nor by a desktop's theme.
void drawWithoutDisplay()
{
    if (!qgetenv("QT_QPA_PLATFORM").startsWith("offscreen"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    qunsetenv("QT_QPA_PLATFORMTHEME");
    // Qt logs what this platform cannot do. Our own sentences do not go through the log.
    QLoggingCategory::setFilterRules(u"default.warning=false"_s);
}

template <typename Application>
std::unique_ptr<Application> makeApplication(int &argc, char **argv, const QString &failure = {})
{
    const StartMessages messages(failure);
    return std::make_unique<Application>(argc, argv);
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
        return window.openFile(options.savedView);
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
    const EndSignal endSignal;
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
    QObject::connect(&endSignal, &EndSignal::received, &host, [&](int signal) {
        if (!picture.isEmpty())
            return exitWith(endedBySignal(signal));
        QObject::connect(&host, &WindowHost::ended, &host,
                         [signal] { exitWith(endedBySignal(signal)); });
        host.end();
    });
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

//! Runs a command that asks a tenant and needs no window.
template <typename Command, typename Options>
int runCommand(const Options &options, const ListingOptions &listing, Settings &settings)
{
    const auto startup = readStartupAccess(options.tenant, listing, settings);
    if (!startup)
        return fail(ExitStatus::Usage, startup.error().message);
    Services services(settings, options.tenant);
    Command command({settings, services.secrets, services.sourceFactory}, options, *startup);
    const EndSignal endSignal;
    QObject::connect(&endSignal, &EndSignal::received, &command, &Command::end);
    QObject::connect(&command, &Command::finished, &command, exitWith);
    command.start();
    return QCoreApplication::exec();
}

//! Runs a command that reads files alone.
template <typename Command, typename Options>
int runFileCommand(const Options &options)
{
    Command command(options);
    const EndSignal endSignal;
    QObject::connect(&endSignal, &EndSignal::received, &command, &Command::end);
    QObject::connect(&command, &Command::finished, &command, exitWith);
    command.start();
    return QCoreApplication::exec();
}

int run(int argc, char **argv)
{
    if (const QString problem = settingsFolderProblem(); !problem.isEmpty())
        return fail(ExitStatus::Usage, problem);
    Settings settings;
    Translations translations(settings.appearance().language);
    const auto line = parseCommandLine(argc, argv);
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
            [&](const ExportOptions &options) {
                return runCommand<ExportCommand>(options, options.listing, settings);
            },
            [&](const SweepOptions &options) {
                return runCommand<SweepCommand>(options, {}, settings);
            },
            [](const InventoryOptions &options) {
                return runFileCommand<InventoryCommand>(options);
            },
            [](const CompareOptions &options) { return runFileCommand<CompareCommand>(options); },
            [](const ReportOptions &options) { return runFileCommand<ReportCommand>(options); },
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
    prepareStandardStreams();
    QCoreApplication::setApplicationName(u"vestibule"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(VESTIBULE_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral(VESTIBULE_APP_ID));

    // Parsed here to know which application the command needs, and in run() once more, where an
    // error can be translated.
    const auto line = parseCommandLine(argc, argv);
    const bool isPicture = line && std::holds_alternative<ScreenshotOptions>(*line);
    const bool hasWindow = isPicture || (line && std::holds_alternative<BrowseOptions>(*line));
    if (!hasWindow) {
        const auto application = makeApplication<QCoreApplication>(argc, argv); // needs no display
        return run(argc, argv);
    }
    if (isPicture)
        drawWithoutDisplay();
    QString noDisplay;
    {
        // Translated now: while QApplication is made, it is too early.
        const auto application = makeApplication<QCoreApplication>(argc, argv);
        if (const QString problem = settingsFolderProblem(); !problem.isEmpty())
            return fail(ExitStatus::Usage, problem);
        const Translations translations(Settings().appearance().language);
        noDisplay = noDisplayText();
        if (NeedsDisplay && displays().isEmpty())
            return fail(ExitStatus::Usage, noDisplay);
    }
    const auto application = makeApplication<QApplication>(argc, argv, noDisplay);
    // linuxfb without a frame buffer: a window would crash, and the plugin does not clean up.
    if (!QGuiApplication::primaryScreen())
        std::_Exit(fail(ExitStatus::Usage, noDisplay));
    return run(argc, argv);
}
