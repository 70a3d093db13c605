// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "studio.h"

#include "core/listingdrift.h"
#include "widgets/controls/stopquestion.h"
#include "widgets/export/exportdialog.h"
#include "widgets/settings/connectwindow.h"
#include "widgets/settings/settingsdialog.h"
#include "widgets/window/listingchangesdialog.h"

#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTabWidget>

using namespace Qt::StringLiterals;

namespace Vestibule {

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
    field->setText(u"login.acme.example"_s);
    settings->findChild<QAbstractButton *>(u"byApplication"_s)->click();
    settings->findChild<QLineEdit *>(u"clientIdField"_s)
        ->setText(u"jpAc1DEXhJv0xkYf5TLRmGnV8bWq2sZd"_s);
    settings->findChild<QLineEdit *>(u"clientSecretField"_s)->setText(u"s3cret"_s);
    save(u"settings-application"_s, settings);
    settings->findChild<QAbstractButton *>(u"byToken"_s)->click();
    field->setText(u"https://manage.auth0.com/x"_s);
    settings->findChild<QLineEdit *>(u"tokenField"_s)->setText(u"one two"_s);
    settings->findChild<QLineEdit *>(u"organizationField"_s)->setText(QString(60, u'x'));
    save(u"settings-wrong"_s, settings);
    settings->findChild<QListWidget *>(u"pageList"_s)->setCurrentRow(1);
    save(u"settings-network"_s, settings);
    settings->findChild<QComboBox *>(u"proxyField"_s)->setCurrentIndex(2);
    settings->findChild<QLineEdit *>(u"certificateField"_s)->setText(u"/nowhere/ca.pem"_s);
    save(u"settings-network-wrong"_s, settings);
    settings->findChild<QListWidget *>(u"pageList"_s)->setCurrentRow(2);
    save(u"settings-appearance"_s, settings);
    settings->reject();
    QTest::qWait(20);
    saveUnsavedSettings();
}

//! A folder in the file's place, so that the settings cannot be written.
void Studio::saveUnsavedSettings()
{
    const QString file = m_settings.fileName();
    QFile::rename(file, file + ".moved"_L1);
    QDir().mkdir(file);
    trigger("settingsAction");
    auto *settings = m_window->findChild<SettingsDialog *>();
    auto *ok = settings->findChild<QDialogButtonBox *>(u"buttons"_s)->button(QDialogButtonBox::Ok);
    ok->click();
    save(u"settings-unsaved"_s, settings);
    ok->click();
    settle();
    save(u"unsaved"_s);
    QDir().rmdir(file);
    QFile::rename(file + ".moved"_L1, file);
    m_settings.save();
}

void Studio::saveConnect()
{
    const auto makeToken = [this](const QString &scope) {
        return QString::fromLatin1(m_demo.makeToken({.scope = scope}));
    };
    const QString application =
        u"AUTH0_DOMAIN=acme.eu.auth0.com\n"
        "AUTH0_CLIENT_ID=jpAc1DEXhJv0xkYf5TLRmGnV8bWq2sZd\n"
        "AUTH0_CLIENT_SECRET=hT9_k-Lw0PzXQ5vB7nYdRfC3mJ1sGtKeAuZo4iWbN8xVq\n"_s;
    trigger("connectTenantAction");
    auto *window = m_window->findChild<ConnectWindow *>();
    save(u"connect"_s, window);
    window->distribute(u"Dear colleague, this is nothing."_s);
    save(u"connect-nothing"_s, window);
    window->distribute(application);
    save(u"connect-application"_s, window);
    window->findChild<QAbstractButton *>(u"guideButton"_s)->click();
    QTest::qWait(20);
    save(u"connect-guide"_s, window);
    window->findChild<QAbstractButton *>(u"guideButton"_s)->click();
    window->findChild<QLineEdit *>(u"domainField"_s)->setText(u"login.acme.example"_s);
    save(u"connect-custom"_s, window);
    window->distribute(makeToken(u"read:organization_connections read:users update:users"_s));
    save(u"connect-token"_s, window);
    window->findChild<QAbstractButton *>(u"connectButton"_s)->click();
    QTest::qWait(200);
    save(u"connect-incomplete"_s, window);
    m_demo.setFaults({u"expired-token"_s});
    window->distribute(makeToken(u"read:organization_connections"_s));
    window->findChild<QAbstractButton *>(u"connectButton"_s)->click();
    QTest::qWait(200);
    save(u"connect-refused"_s, window);
    m_demo.setFaults({});
    window->reject();
    QTest::qWait(20);
}

void Studio::saveDialogs()
{
    saveConnect();
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
    view.connections.removeIf(
        [](const OrganizationConnection &row) { return row.isEnabled != true; });
    view.count = {.rows = view.connections.size(), .total = page.total};
    view.provenance.isEnabled = true;
    view.provenance.extent = ExportExtent::SelectedRows;
    saveView(u"saved-view-part"_s);
    saveListingChanges();
    m_window->openFile(m_temporary.filePath(u"none.json"_s));
    QTest::qWait(200);
    save(u"saved-view-missing"_s);
    open(1);
}

//! Of the organization on screen, between an earlier view and a part of a later one.
void Studio::saveListingChanges()
{
    const QList<OrganizationConnection> rows = m_session.browser().page()->items;
    ComparedListing before{.tenant = u"acme.eu.auth0.com"_s,
                           .organization = {.id = u"org_1"_s, .name = u"Globex Partners"_s},
                           .readAt = QDateTime({2026, 10, 2}, {17, 4}),
                           .connections = rows.first(18)};
    ComparedListing after = before;
    after.readAt = QDateTime({2026, 11, 12}, {9, 31});
    after.connections = rows.sliced(2, 18);
    for (int i = 0; i < 6; ++i) {
        OrganizationConnection &row = after.connections[2 * i];
        row.isEnabled = !row.isEnabled.value_or(false);
        if (i % 2 == 0)
            row.organizationAccessLevel = u"full"_s;
    }
    after.connections[3].name = u"renamed-connection"_s;
    const auto saveDialog = [this](const QString &name, const ComparedListing &inOld,
                                   const ComparedListing &inNew) {
        ListingChangesDialog dialog(
            {.drift = listingDrift(inOld, inNew),
             .organization = {.id = u"org_1"_s, .displayName = u"Globex Partners"_s}},
            m_settings, m_session.privacy(), m_window.get());
        dialog.show();
        QTest::qWait(200);
        save(name, &dialog);
    };
    saveDialog(u"listing-changes"_s, before, after);
    saveDialog(u"listing-changes-same"_s, before, before);
    before.isPart = true;
    saveDialog(u"listing-changes-part"_s, before, after);
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
    const auto reach = [&job](ExportJob::State state) {
        Q_UNUSED(QTest::qWaitFor([&job, state] { return job.state() == state; }, 20'000))
    };
    QTest::qWait(200);
    save(u"export-waiting"_s, &exportWindow());
    job.cancel();
    save(u"export-cancelled"_s, &exportWindow());
    m_demo.setFaults({u"hang"_s});
    job.resume();
    // What the tenant has said about its limit outlasts the job.
    Q_UNUSED(QTest::qWaitFor([&job] { return job.waitLeft().count() > 0; }, 500))
    Q_UNUSED(QTest::qWaitFor([&job] { return job.waitLeft().count() == 0; }, 20'000))
    QTest::qWait(100);
    save(u"export-reading"_s, &exportWindow());
    save(u"export-in-the-status-bar"_s);
    job.cancel();
    m_demo.setFaults({u"expired-token"_s});
    job.resume();
    Q_UNUSED(QTest::qWaitFor(
        [&job] {
            return job.state() == ExportJob::State::Paused
                || job.state() == ExportJob::State::Failed;
        },
        20'000))
    save(u"export-failed"_s, &exportWindow());
    m_demo.setFaults({});
    job.cancel();
    job.writeTo(m_temporary.filePath(u"no/such/folder/acme.json"_s));
    reach(ExportJob::State::Failed);
    save(u"export-unwritable"_s, &exportWindow());
    m_demo.setFaults({u"expires-between-pages"_s});
    job.writeTo(m_temporary.filePath(u"acme.json"_s));
    reach(ExportJob::State::Paused);
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
