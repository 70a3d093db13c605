// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "studio.h"

#include "widgets/columnmenu.h"
#include "widgets/connectiontableview.h"
#include "widgets/copymenu.h"
#include "widgets/exportdialog.h"
#include "widgets/organizationchooser.h"
#include "widgets/settingsdialog.h"
#include "widgets/stopquestion.h"
#include "widgets/tenantmenu.h"
#include "widgets/tokendialog.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QTabWidget>

using namespace Qt::StringLiterals;

namespace Vestibule {

void Studio::run(Theme theme)
{
    m_settings.setAppearance({.theme = theme}); // which a dialog that is left brings back
    m_window = std::make_unique<MainWindow>(m_session, m_network, m_exports);
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
    auto *jsonFind = m_window->findChild<QLineEdit *>(u"jsonFindField"_s);
    jsonFind->setText(u"connection"_s);
    save(u"json-found"_s);
    jsonFind->clear();
    m_window->findChild<QTabWidget *>(u"tabs"_s)->setCurrentIndex(0);
    m_window->findChild<ConnectionTableView *>()->selectAll();
    save(u"several-selected"_s);
    trigger("privacyAction");
    m_window->findChild<ConnectionTableView *>()->selectRow(2);
    save(u"privacy"_s);
    m_window->findChild<QTabWidget *>(u"tabs"_s)->setCurrentIndex(1);
    save(u"privacy-json"_s);
    m_window->findChild<QTabWidget *>(u"tabs"_s)->setCurrentIndex(0);
    trigger("privacyAction");
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
    open(0);
    m_demo.setFaults({u"unknown-values"_s});
    trigger("refreshAction");
    save(u"changed"_s);
    open(0);
    saveMenus();
    open(0, {u"hostile-names"_s});
    save(u"hostile"_s);
    open(0, {u"unknown-values"_s});
    save(u"unknown"_s);
    open(0, {u"null-values"_s});
    save(u"nulls"_s);
}

void Studio::saveMenus()
{
    const auto shown = [this](QMenu *menu, const QString &name) {
        menu->popup(m_window->mapToGlobal(QPoint(200, 200)));
        save(name, menu);
        menu->hide();
    };
    for (QAction *action : m_window->menuBar()->actions())
        shown(action->menu(), "menu-"_L1 + QString(action->text()).remove(u'&').toLower());
    shown(m_window->findChild<ColumnMenu *>(), u"columns-menu"_s);
    shown(m_window->findChild<CopyMenu *>(), u"copy-menu"_s);
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
    const auto token = [this](std::chrono::seconds lifetime) {
        return *AccessToken::fromText(QString::fromLatin1(
            m_demo.makeToken({.lifetime = lifetime,
                              .scope = u"read:organization_connections read:organizations "
                                       "delete:users"_s})));
    };
    m_session.openProfile(profiles.at(2), token(std::chrono::minutes(7)));
    save(u"no-organization"_s); // before there is a last one
    m_session.openProfile(profiles.at(0));
    settle();
    save(u"no-token"_s);
    m_session.replaceToken(token(std::chrono::hours(21)));
    settle();
    save(u"production"_s);
    m_session.openProfile(profiles.at(2), token(std::chrono::minutes(7)));
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
    save(u"settings-appearance"_s, settings);
    settings->reject();
    QTest::qWait(20);
}

void Studio::saveDialogs()
{
    saveExport();
    saveSavedViews();
    for (const auto &[action, name] :
         {std::pair("keysAction", u"keys"_s), std::pair("aboutAction", u"about"_s)}) {
        trigger(action);
        save(name, QApplication::activeModalWidget());
        QApplication::activeModalWidget()->close();
        QTest::qWait(20);
    }
}

void Studio::saveSavedViews()
{
    open(1);
    const ConnectionPage page = *m_session.browser().page();
    SavedView view{.provenance = {.tenantDomain = u"acme.eu.auth0.com"_s,
                                  .organizationId = page.request.organizationId,
                                  .organizationName = u"Globex Partners"_s},
                   .domain = *TenantDomain::fromText(u"acme.eu.auth0.com"_s),
                   .count = {.rows = page.items.size(), .total = page.items.size()},
                   .readAt = page.readAt.addDays(-40),
                   .connections = page.items};
    const auto saveView = [this, &view](const QString &name) {
        m_session.openSavedView(std::make_shared<const SavedView>(view));
        settle();
        save(name);
    };
    saveView(u"saved-view"_s);
    view.count.total = page.total;
    view.provenance.isEnabled = true;
    view.provenance.extent = ExportExtent::SelectedRows;
    saveView(u"saved-view-part"_s);
    m_window->openSavedView(m_temporary.filePath(u"none.json"_s));
    QTest::qWait(200);
    save(u"saved-view-missing"_s);
    open(1);
}

void Studio::saveExport()
{
    trigger("exportAction");
    auto *dialog = m_window->findChild<ExportDialog *>();
    save(u"export"_s, dialog);
    dialog->exportTo(m_temporary.filePath(u"acme.csv"_s));
    QTest::qWait(300);
    save(u"exported"_s, &exportWindow());
    exportWindow().close();

    m_demo.setConnectionCount(m_demo.organizations().at(1).id, 237);
    m_session.openProfile(makeProfile(u"acme-prod"_s, TenantKind::Production, 1),
                          *AccessToken::fromText(QString::fromLatin1(m_demo.makeToken({}))));
    settle();
    auto *find = m_window->findChild<QLineEdit *>(u"findField"_s);
    find->setText(u"okta"_s);
    QTest::qWait(100);
    trigger("exportAction");
    dialog = m_window->findChild<ExportDialog *>();
    dialog->findChild<QComboBox *>(u"formatField"_s)->setCurrentIndex(1);
    save(u"export-json-found"_s, dialog);
    m_demo.setFaults({u"rate-limit"_s});
    dialog->exportTo(m_temporary.filePath(u"acme.json"_s));
    find->clear();
    saveExportStates();
    saveExportQuestions();
}

void Studio::saveExportStates()
{
    ExportJob &job = exportWindow().job();
    QTest::qWait(200);
    save(u"export-waiting"_s, &exportWindow());
    job.cancel();
    save(u"export-cancelled"_s, &exportWindow());
    m_demo.setFaults({u"hang"_s});
    job.goOn();
    save(u"export-reading"_s, &exportWindow());
    job.cancel();
    m_demo.setFaults({u"expired-token"_s});
    job.goOn();
    QTest::qWait(200);
    save(u"export-failed"_s, &exportWindow());
    m_demo.setFaults({});
    job.writeTo(m_temporary.filePath(u"no/such/folder/acme.json"_s));
    QTest::qWait(100);
    save(u"export-unwritable"_s, &exportWindow());
    m_demo.setFaults({u"expires-between-pages"_s});
    job.writeTo(m_temporary.filePath(u"acme.json"_s));
    QTest::qWait(300);
    save(u"export-held-up"_s, &exportWindow());
    trigger("privacyAction");
    save(u"export-privacy"_s, &exportWindow());
    trigger("privacyAction");
    m_session.openTenant(
        {.domain = *TenantDomain::fromText(u"127.0.0.1:9"_s), .token = m_session.access().token},
        {.organizationId = u"org_1234567890abcdef"_s});
    save(u"export-other-tenant"_s, &exportWindow());
}

void Studio::saveExportQuestions()
{
    exportWindow().close();
    save(u"export-stop"_s, exportWindow().findChild<StopQuestion *>());
    exportWindow().findChild<StopQuestion *>()->close();
    m_window->close();
    save(u"quit"_s, m_window->findChild<StopQuestion *>());
    m_window->findChild<StopQuestion *>()->close();
    exportWindow().job().cancel();
    exportWindow().close();
    m_demo.setFaults({});
    open(1);
}

} // namespace Vestibule
