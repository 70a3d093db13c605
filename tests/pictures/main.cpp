// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

// Saves a picture of every state of the window and of every dialog: for people to look at, not a
// test.
//     window-pictures FOLDER [--dark] [--language fr]

#include "app/networkkeeper.h"
#include "app/tenantsession.h"
#include "demo/demotenant.h"
#include "program/networkgateway.h"
#include "store/memorysecretstore.h"
#include "widgets/connectiontableview.h"
#include "widgets/exportdialog.h"
#include "widgets/mainwindow.h"
#include "widgets/organizationchooser.h"
#include "widgets/settingsdialog.h"
#include "widgets/symbolicon.h"
#include "widgets/tenantmenu.h"
#include "widgets/tokendialog.h"

#include <QApplication>
#include <QComboBox>
#include <QCommandLineParser>
#include <QDir>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

QPalette darkPalette()
{
    QPalette dark(QColor(0x2b, 0x2d, 0x31), QColor(0x23, 0x25, 0x29));
    dark.setColor(QPalette::Base, QColor(0x1b, 0x1c, 0x1f));
    dark.setColor(QPalette::Highlight, QColor(0x2f, 0x65, 0xca));
    dark.setColor(QPalette::HighlightedText, Qt::white);
    return dark;
}

//! A window on a demo tenant of its own, and the folder for its pictures.
class Studio {
public:
    explicit Studio(const QString &folder)
        : m_folder(folder)
        , m_settings(m_temporary.filePath(u"settings.ini"_s))
        , m_secrets(std::make_unique<MemorySecretStore>())
        , m_gateway(m_demo, {.serverTries = 1, .timeoutTries = 1})
        , m_session({m_settings, m_secrets, m_gateway})
        , m_network(m_settings, m_secrets, m_gateway)
    {
        QDir().mkpath(folder);
        Q_UNUSED(m_demo.start())
    }

    void run();

private:
    void open(int organization, const QStringList &faults = {})
    {
        m_demo.setFaults(faults);
        m_window->openDemo({.organizationId = m_demo.organizations().at(organization).id});
        settle();
    }

    void settle()
    {
        Q_UNUSED(QTest::qWaitFor(
            [this] { return m_session.browser().state() != ConnectionBrowser::State::Loading; },
            2000))
        QTest::qWait(50);
    }

    void trigger(const char *action)
    {
        m_window->findChild<QAction *>(QLatin1StringView(action))->trigger();
        settle();
    }

    void save(const QString &name, QWidget *widget = nullptr)
    {
        QWidget *shown = widget ? widget : m_window.get();
        QTest::qWait(30);
        shown->grab().save(m_folder + u'/' + name + ".png"_L1);
    }

    void saveTable();
    void saveFailures();
    void saveStages();
    void saveSettings();
    void saveDialogs();
    Profile makeProfile(const QString &name, TenantKind kind, int organization);

    QString m_folder;
    QTemporaryDir m_temporary;
    Settings m_settings;
    SecretVault m_secrets;
    DemoTenant m_demo;
    NetworkGateway m_gateway;
    TenantSession m_session;
    NetworkKeeper m_network;
    std::unique_ptr<MainWindow> m_window;
};

void Studio::run()
{
    m_window = std::make_unique<MainWindow>(m_session, m_network);
    m_window->show();
    save(u"welcome"_s);
    saveTable();
    saveFailures();
    saveStages();
    saveSettings();
    saveDialogs();
}

void Studio::saveTable()
{
    open(0);
    save(u"loaded"_s);
    m_window->findChild<QTabWidget *>(u"tabs"_s)->setCurrentIndex(1);
    save(u"json"_s);
    m_window->findChild<QTabWidget *>(u"tabs"_s)->setCurrentIndex(0);
    m_window->findChild<ConnectionTableView *>()->selectAll();
    save(u"several-selected"_s);
    open(1);
    trigger("nextPageAction");
    m_window->findChild<ConnectionTableView *>()->sortByColumn(3, Qt::AscendingOrder);
    save(u"page-2-sorted"_s);
    auto *find = m_window->findChild<QLineEdit *>(u"findField"_s);
    find->setText(u"okta"_s);
    save(u"found"_s);
    find->setText(u"no such thing"_s);
    save(u"not-found"_s);
    find->clear();
    trigger("showDisabledAction");
    save(u"disabled"_s);
    open(2);
    save(u"empty"_s);
    trigger("showEnabledAction");
    save(u"none-enabled"_s);
    open(3);
    save(u"scripts"_s);
    open(0, {u"hostile-names"_s});
    save(u"hostile"_s);
    open(0, {u"unknown-values"_s});
    save(u"unknown"_s);
    open(0, {u"null-values"_s});
    save(u"nulls"_s);
}

void Studio::saveFailures()
{
    open(0, {u"hang"_s});
    save(u"loading-first"_s);
    open(0);
    m_demo.setFaults({u"error-503"_s});
    trigger("refreshAction");
    save(u"failed-later"_s);
    open(0, {u"expired-token"_s});
    save(u"failed-first"_s);
    open(0, {u"not-json"_s});
    save(u"not-understood"_s);
    open(1);
    trigger("lastPageAction");
    m_demo.setConnectionCount(m_demo.organizations().at(1).id, 60);
    trigger("refreshAction");
    save(u"beyond-end"_s);
    open(1);
    m_demo.setConnectionCount(m_demo.organizations().at(1).id, 61);
    trigger("nextPageAction");
    save(u"list-changed"_s);
    m_demo.setFaults({u"hang"_s});
    trigger("refreshAction");
    save(u"loading-later"_s);
    trigger("cancelAction");
    open(0, {u"rate-limit"_s});
    save(u"rate-limit"_s);
    trigger("cancelAction");
    open(0);
}

Profile Studio::makeProfile(const QString &name, TenantKind kind, int organization)
{
    return {.id = name,
            .name = name,
            .kind = kind,
            .domain = m_demo.domain(),
            .organizationId = m_demo.organizations().value(organization).id};
}

void Studio::saveStages()
{
    m_settings.setProfiles({makeProfile(u"acme-prod"_s, TenantKind::Production, 0),
                            makeProfile(u"acme-staging"_s, TenantKind::Staging, 1),
                            makeProfile(u"acme-dev"_s, TenantKind::Development, -1)});
    const QList<Profile> profiles = m_settings.profiles();
    m_demo.setFaults({});
    m_session.openProfile(profiles.at(0));
    settle();
    save(u"no-token"_s);
    const auto token = [this](std::chrono::seconds lifetime) {
        return *AccessToken::fromText(QString::fromLatin1(
            m_demo.makeToken({.lifetime = lifetime,
                              .scope = u"read:organization_connections read:organizations "
                                       "delete:users"_s})));
    };
    m_session.replaceToken(token(std::chrono::hours(21)));
    settle();
    save(u"production"_s);
    m_session.openProfile(profiles.at(2), token(std::chrono::minutes(7)));
    save(u"no-organization"_s);
    trigger("organizationAction");
    QTest::qWait(300);
    save(u"organizations"_s, m_window->findChild<OrganizationChooser *>());
    m_window->findChild<OrganizationChooser *>()->hide();
    m_session.openOrganization(m_demo.organizations().at(1).id);
    settle();
    save(u"token-ends-soon"_s);
    m_demo.setFaults({u"no-endpoint"_s});
    trigger("refreshAction");
    save(u"no-endpoint"_s);
    m_session.useEndpoint(ConnectionEndpoint::EnabledConnections);
    settle();
    save(u"older-list"_s);
    m_demo.setFaults({});
    m_session.openProfile(profiles.at(0), token(std::chrono::hours(21)));
    settle();
    auto *menu = m_window->findChild<TenantMenu *>();
    menu->popup(QPoint(40, 40));
    save(u"tenant-menu"_s, menu);
    menu->hide();
    trigger("tokenAction");
    auto *dialog = m_window->findChild<TokenDialog *>();
    dialog->findChild<QLineEdit *>(u"tokenField"_s)
        ->setText(QString::fromLatin1(m_demo.makeToken(
            {.lifetime = std::chrono::hours(-2), .scope = u"read:users update:users"_s})));
    save(u"token-dialog"_s, dialog);
    dialog->reject();
    QTest::qWait(20);
}

void Studio::saveSettings()
{
    trigger("settingsAction");
    auto *settings = m_window->findChild<SettingsDialog *>();
    auto *field = settings->findChild<QLineEdit *>(u"domainField"_s);
    settings->findChild<QPushButton *>(u"testButton"_s)->click();
    QTest::qWait(200);
    save(u"settings-tested"_s, settings);
    settings->findChild<QAbstractButton *>(u"addButton"_s)->click();
    save(u"settings-new"_s, settings);
    field->setText(u"https://manage.auth0.com/x"_s);
    settings->findChild<QLineEdit *>(u"tokenField"_s)->setText(u"one two"_s);
    settings->findChild<QLineEdit *>(u"organizationField"_s)->setText(QString(60, u'x'));
    save(u"settings-wrong"_s, settings);
    settings->findChild<QTabWidget *>(u"pages"_s)->setCurrentIndex(1);
    save(u"settings-network"_s, settings);
    settings->findChild<QComboBox *>(u"proxyField"_s)->setCurrentIndex(2);
    settings->findChild<QLineEdit *>(u"certificateField"_s)->setText(u"/nowhere/ca.pem"_s);
    save(u"settings-network-wrong"_s, settings);
    settings->findChild<QTabWidget *>(u"pages"_s)->setCurrentIndex(2);
    save(u"settings-table"_s, settings);
    settings->reject();
    QTest::qWait(20);
}

void Studio::saveDialogs()
{
    trigger("exportAction");
    auto *dialog = m_window->findChild<ExportDialog *>();
    save(u"export"_s, dialog);
    dialog->exportTo(m_temporary.filePath(u"acme.csv"_s));
    QTest::qWait(300);
    save(u"exported"_s, dialog);
    dialog->reject();
    QTest::qWait(20);
    for (const auto &[action, name] :
         {std::pair("keysAction", u"keys"_s), std::pair("aboutAction", u"about"_s)}) {
        trigger(action);
        save(name, QApplication::activeModalWidget());
        QApplication::activeModalWidget()->close();
        QTest::qWait(20);
    }
}

} // namespace

int main(int argc, char *argv[])
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QCoreApplication::setApplicationVersion(QStringLiteral(VESTIBULE_VERSION));
    QCommandLineParser parser;
    parser.addOptions(
        {{u"dark"_s, u"a dark palette"_s}, {u"language"_s, u"en or fr"_s, u"language"_s, u"en"_s}});
    parser.addPositionalArgument(u"folder"_s, u"where the pictures go"_s);
    parser.addHelpOption();
    parser.process(application);
    if (parser.positionalArguments().size() != 1)
        parser.showHelp(2);
    QTranslator english;
    QTranslator chosen;
    const QString language = parser.value(u"language"_s);
    if (english.load(u":/i18n/vestibule_en"_s))
        QCoreApplication::installTranslator(&english);
    if (chosen.load(u":/i18n/vestibule_"_s + language))
        QCoreApplication::installTranslator(&chosen);
    QLocale::setDefault(QLocale(language));
    QGuiApplication::setWindowIcon(applicationIcon());
    if (parser.isSet(u"dark"_s))
        QApplication::setPalette(darkPalette());
    Studio(parser.positionalArguments().constFirst()).run();
    return 0;
}
