// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "cli/accessinput.h"
#include "cli/commandline.h"
#include "cli/coredumps.h"
#include "cli/exporttask.h"
#include "cli/standarderror.h"
#include "demo/tenant.h"
#include "export/outcometext.h"
#include "formats/exporttarget.h"
#include "program/networkgateway.h"
#include "program/screenshot.h"
#include "program/translations.h"
#include "program/windowhost.h"
#include "session/networkkeeper.h"
#include "session/tenantsession.h"
#include "store/keychainsecretstore.h"
#include "widgets/controls/symbolicon.h"
#include "widgets/controls/theming.h"
#include "widgets/window/mainwindow.h"

#include <QApplication>
#include <QLoggingCategory>

#include <cstdio>
#include <memory>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

struct Main {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::Main)
};

//! Where the program keeps things, and how it reaches tenants: the same for every task.
struct Rooms {
    Rooms(const CommandLine &line, Settings &kept, Translations &texts)
        : settings(kept)
        , translations(texts)
        , secrets(std::make_unique<KeychainSecretStore>())
        , gateway(demo, {.maximumWait = line.maximumWait})
    {
    }

    Settings &settings;
    Translations &translations;
    SecretVault secrets;
    Demo::Tenant demo;
    NetworkGateway gateway;
};

int fail(ExitStatus status, const QString &sentence)
{
    printError(sentence);
    return int(status);
}

//! To standard output. The end of the program would be too late to notice a full disk.
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

int runExport(const CommandLine &line, const AccessInput &input, Rooms &rooms)
{
    ExportTask task({rooms.settings, rooms.secrets, rooms.gateway}, line, input);
    QObject::connect(&task, &ExportTask::finished, &task,
                     [](ExitStatus status) { QCoreApplication::exit(int(status)); });
    task.start();
    return QCoreApplication::exec();
}

//! What the command line names, or else the tenant that was open last.
void openFirst(const CommandLine &line, const AccessInput &input, TenantSession &session,
               MainWindow &window)
{
    PageRequest first = firstPage(line, line.organizationId, session.settings().rowsPerPage());
    if (line.demo)
        return window.openDemo(first);
    if (!line.savedView.isEmpty())
        return window.openSavedView(line.savedView);
    first.organizationId = input.organizationId;
    if (input.profile || !input.access.domain.isEmpty())
        session.openTenant(input.access, first, input.profile);
}

int runWindow(const CommandLine &line, const AccessInput &input, Rooms &rooms)
{
    QGuiApplication::setWindowIcon(applicationIcon());
    TenantSession session({rooms.settings, rooms.secrets, rooms.gateway});
    NetworkKeeper network(rooms.settings, rooms.secrets, rooms.gateway);
    if (line.timeout)
        network.overrideTimeout(*line.timeout);
    applyTheme(rooms.settings.appearance().theme);
    WindowHost host(session, network, rooms.translations);
    MainWindow &window = host.window();
    const bool isPicture = line.task == CommandLine::Task::Screenshot;
    // A picture needs no window on a screen, only one that is laid out.
    window.setAttribute(Qt::WA_DontShowOnScreen, isPicture);
    window.show();
    Screenshot screenshot(window, session, line.target);
    QObject::connect(&screenshot, &Screenshot::finished, &screenshot,
                     [](ExitStatus status) { QCoreApplication::exit(int(status)); });
    QObject::connect(
        &network, &NetworkKeeper::ready, &host,
        [&] {
            openFirst(line, input, session, host.window());
            if (isPicture)
                screenshot.start();
        },
        Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
    network.restore();
    return QCoreApplication::exec();
}

int run(const QStringList &arguments)
{
    Settings settings;
    Translations translations(settings.appearance().language);
    const auto parsed = parseCommandLine(arguments);
    if (!parsed)
        return fail(ExitStatus::Usage, parsed.error().message);
    const CommandLine &line = *parsed;
    if (line.task == CommandLine::Task::Help)
        return print(line.helpText);
    if (line.task == CommandLine::Task::Version)
        return print(QStringLiteral("vestibule " VESTIBULE_VERSION "\n"));
    Rooms rooms(line, settings, translations);
    const auto input =
        readAccess(line, rooms.settings.profiles(), rooms.settings.currentProfileId());
    if (!line.savedView.isEmpty()) // it needs neither tenant nor token
        return runWindow(line, {}, rooms);
    if (!input)
        return fail(ExitStatus::Usage, input.error().message);
    return line.task == CommandLine::Task::Export ? runExport(line, *input, rooms)
                                                  : runWindow(line, *input, rooms);
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
        const Translations translations(Settings().appearance().language);
        return fail(
            ExitStatus::Usage,
            Main::tr("There is no display. Use --export or --screenshot, which need none."));
    }
    const QApplication application(argc, argv);
    return run(QCoreApplication::arguments());
}
