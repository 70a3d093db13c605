// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "program/networksourcefactory.h"
#include "session/networkcontroller.h"
#include "session/sweepmanager.h"
#include "session/tenantsession.h"
#include "store/fallbacksecretstore.h"
#include "support/inventoryfolder.h"
#include "support/recordingtenant.h"
#include "support/windowtesting.h"
#include "widgets/controls/theming.h"
#include "widgets/export/exportwindow.h"
#include "widgets/settings/settingsdialog.h"
#include "widgets/settings/tokendialog.h"
#include "widgets/table/connectiontableview.h"
#include "widgets/window/mainwindow.h"
#include "widgets/window/organizationchooser.h"

#include <QAbstractButton>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProxyStyle>

#include <memory>
#include <utility>

//! A demo tenant, a session that reads it over real HTTP, settings in a temporary folder, and the
//! window, which is created when a test first uses it.
class DemoDesk {
public:
    //! Indexes into the demo tenant's list of organizations.
    enum Organization { Ten, Many, None, Scripts, Fifty };

    //! Without a keyring, secrets are kept in memory until the test ends.
    explicit DemoDesk(const Vestibule::Demo::Options &options = {},
                      std::unique_ptr<Vestibule::SecretStore> keyring =
                          std::make_unique<Vestibule::MemorySecretStore>())
        : m_tenant(options)
        , m_settings(settingsFile())
        , m_secrets(std::move(keyring))
        , m_sourceFactory(m_tenant, {.serverTries = 1, .timeoutTries = 1, .closedTries = 1})
        , m_session({m_settings, m_secrets, m_sourceFactory})
        , m_network(m_settings, m_secrets, m_sourceFactory)
        , m_exports(m_session)
    {
        m_sweeps.addSession(m_session);
        qputenv("XDG_DATA_HOME", QFile::encodeName(m_folder.filePath(QStringLiteral("data"))));
        if (!qobject_cast<QProxyStyle *>(QApplication::style()))
            Vestibule::applyTheme(Vestibule::Theme::System); // as main() does
        if (!m_tenant.start())
            qFatal("%s", qPrintable(m_tenant.errorString()));
        // Kept, because the tenant makes another token at each call.
        m_token = QString::fromLatin1(m_tenant.accessToken());
    }

    [[nodiscard]] RecordingTenant &tenant() { return m_tenant; }
    [[nodiscard]] Vestibule::TenantSession &session() { return m_session; }
    [[nodiscard]] Vestibule::ConnectionBrowser &browser() { return m_session.browser(); }
    [[nodiscard]] Vestibule::Settings &settings() { return m_settings; }
    [[nodiscard]] Vestibule::FallbackSecretStore &secrets() { return m_secrets; }
    [[nodiscard]] Vestibule::NetworkController &network() { return m_network; }
    [[nodiscard]] Vestibule::ExportManager &exports() { return m_exports; }
    [[nodiscard]] Vestibule::SweepManager &sweeps() { return m_sweeps; }
    //! The one that was opened last; the test crashes at once when there is none.
    [[nodiscard]] Vestibule::ExportWindow &exportWindow()
    {
        if (m_exports.windows().isEmpty())
            qFatal("no export has a window");
        return *m_exports.windows().constLast();
    }
    //! Waits until the last export has ended, successfully or not.
    [[nodiscard]] bool exportEnds()
    {
        return QTest::qWaitFor([this] { return !exportWindow().job().isRunning(); });
    }
    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString settingsFile() const { return file(QStringLiteral("settings.ini")); }
    //! The names of the files in the temporary folder, except the settings.
    [[nodiscard]] QStringList files() const
    {
        QStringList all = QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden);
        all.removeAll(QStringLiteral("settings.ini"));
        return all;
    }

    [[nodiscard]] QString id(int organization) const
    {
        return m_tenant.organizations().at(organization).id;
    }
    [[nodiscard]] QString token() const { return m_token; }
    [[nodiscard]] Vestibule::TenantAccess access() const
    {
        return {.domain = *Vestibule::TenantDomain::fromText(m_tenant.domain()),
                .token = *Vestibule::AccessToken::fromText(token())};
    }

    //! Creates and shows the window at the first call.
    Vestibule::MainWindow &window()
    {
        if (!m_window) {
            m_window = std::make_unique<Vestibule::MainWindow>(
                Vestibule::MainWindow::Sources{.session = m_session,
                                               .network = m_network,
                                               .exports = m_exports,
                                               .sweeps = m_sweeps});
            QObject::connect(m_window.get(), &Vestibule::MainWindow::quitRequested, m_window.get(),
                             &QWidget::close); // it is the only one
            m_window->show();
        }
        return *m_window;
    }
    void destroyWindow() { m_window.reset(); }
    [[nodiscard]] Vestibule::ConnectionTableView &table()
    {
        return *window().findChild<Vestibule::ConnectionTableView *>();
    }

    //! Selects the row as a click would, even if an earlier key event left a modifier pressed.
    void select(int row)
    {
        const QModelIndex cell = table().model()->index(row, 0);
        table().selectionModel()->setCurrentIndex(cell, QItemSelectionModel::NoUpdate);
        table().selectionModel()->select(
            cell, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    }

    //! Opens an organization of the demo tenant in the window and waits for its rows.
    [[nodiscard]] bool open(int organization, const QStringList &faults = {})
    {
        m_tenant.setFaults(faults);
        window().openDemo({.organizationId = id(organization)});
        return settle();
    }
    //! The same with a tenant of the settings, which are saved as the dialog saves them.
    [[nodiscard]] bool openAsOwnTenant(int organization)
    {
        m_session.openProfile(saveProfile(organization), access().token);
        return settle();
    }
    //! The demo tenant as a profile of the settings.
    Vestibule::Profile saveProfile(int organization)
    {
        m_settings.setProfiles({{.id = QStringLiteral("own"),
                                 .name = QStringLiteral("acme-prod"),
                                 .domain = m_tenant.domain(),
                                 .organizationId = id(organization)}});
        return m_settings.profiles().constFirst();
    }
    //! Waits until no request is running.
    [[nodiscard]] bool settle()
    {
        return QTest::qWaitFor([this] {
            return browser().state() != Vestibule::ConnectionBrowser::State::Loading
                && !m_session.directory().isLookingUp();
        });
    }

    [[nodiscard]] Vestibule::OrganizationChooser &chooser()
    {
        return *window().findChild<Vestibule::OrganizationChooser *>();
    }
    //! Opens the settings dialog as the window does, with the current tenant selected.
    [[nodiscard]] Vestibule::SettingsDialog &openSettings()
    {
        action("settingsAction")->trigger();
        return *lastDialog<Vestibule::SettingsDialog>();
    }
    [[nodiscard]] Vestibule::TokenDialog &openTokenDialog()
    {
        action("tokenAction")->trigger();
        return *lastDialog<Vestibule::TokenDialog>();
    }
    //! The one that was opened last. There must be one.
    template <typename T>
    [[nodiscard]] T *lastDialog()
    {
        const QList<T *> all = window().template findChildren<T *>();
        if (all.isEmpty())
            qFatal("no %s is open", T::staticMetaObject.className());
        return all.constLast();
    }

    [[nodiscard]] QAction *action(const char *name) { return child<QAction>(&window(), name); }
    //! Triggers the action and waits; false if it is disabled.
    [[nodiscard]] bool trigger(const char *name)
    {
        if (!action(name)->isEnabled())
            return false;
        action(name)->trigger();
        return settle();
    }
    //! The query strings of all requests since the last call, such as "page=1&per_page=50&...".
    [[nodiscard]] QStringList takeQueries()
    {
        QStringList queries;
        for (const RecordedRequest &request : m_tenant.requests())
            queries.append(request.path.section(u'?', 1));
        m_tenant.clearRequests();
        return queries;
    }
    [[nodiscard]] qsizetype takeRequestCount() { return takeQueries().size(); }

    [[nodiscard]] QWidget *banner() { return child(&window(), "MessageBanner"); }
    [[nodiscard]] QString bannerText()
    {
        return banner()->isVisible() ? labelText(banner(), "textLabel") : QString();
    }
    //! The text of the banner's button; empty if there is none.
    [[nodiscard]] QString bannerAction() { return buttonText(banner()); }
    [[nodiscard]] QWidget *statePage() { return child(&window(), "StatePage"); }
    [[nodiscard]] QString stateText()
    {
        return statePage()->isVisible() ? labelText(statePage(), "textLabel") : QString();
    }
    [[nodiscard]] QString stateAction() { return buttonText(statePage()); }

    //! What is said of a failure or a wait: in the banner over rows, otherwise in their place.
    [[nodiscard]] QString failureText()
    {
        return banner()->isVisible() ? bannerText() : stateText();
    }
    //! The text of its first button.
    [[nodiscard]] QString failureAction()
    {
        return banner()->isVisible() ? bannerAction() : stateAction();
    }
    void clickFailureAction()
    {
        child<QAbstractButton>(banner()->isVisible() ? banner() : statePage(), "actionButton")
            ->click();
    }

    //! The displayed cells of the field's column, from top to bottom.
    [[nodiscard]] QStringList column(Vestibule::ConnectionField field)
    {
        QStringList cells;
        const QAbstractItemModel *model = table().model();
        for (int row = 0; row < model->rowCount(); ++row)
            cells.append(model->index(row, int(field)).data().toString());
        return cells;
    }
    [[nodiscard]] QStringList ids() { return column(Vestibule::ConnectionField::ConnectionId); }

private:
    [[nodiscard]] static QString buttonText(const QWidget *parent)
    {
        const auto *button = child<QAbstractButton>(parent, "actionButton");
        return button->isVisible() ? button->text() : QString();
    }

    InventoryFolder m_folder;
    RecordingTenant m_tenant;
    QString m_token;
    Vestibule::Settings m_settings;
    Vestibule::FallbackSecretStore m_secrets;
    Vestibule::NetworkSourceFactory m_sourceFactory;
    Vestibule::TenantSession m_session;
    Vestibule::NetworkController m_network;
    Vestibule::ExportManager m_exports;
    Vestibule::SweepManager m_sweeps;
    std::unique_ptr<Vestibule::MainWindow> m_window;
};
