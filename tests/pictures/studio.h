// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "demo/tenant.h"
#include "program/networksourcefactory.h"
#include "session/inventorybrowser.h"
#include "session/networkcontroller.h"
#include "session/sweepmanager.h"
#include "session/tenantsession.h"
#include "store/fallbacksecretstore.h"
#include "widgets/export/exportwindow.h"
#include "widgets/window/mainwindow.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>
#include <utility>

namespace Vestibule {

//! A window on a new demo tenant, which is brought into every state, and every dialog of it.
class Studio {
public:
    //! Called for each state as soon as it is on screen, with its name and the window or dialog.
    using Camera = std::function<void(const QString &state, QWidget &shown)>;

    explicit Studio(Camera camera)
        : m_camera(std::move(camera))
        , m_settings(m_temporary.filePath(QStringLiteral("settings.ini")))
        , m_secrets(std::make_unique<MemorySecretStore>())
        , m_sourceFactory(m_demo, {.serverTries = 1, .timeoutTries = 1, .closedTries = 1})
        , m_session({m_settings, m_secrets, m_sourceFactory})
        , m_network(m_settings, m_secrets, m_sourceFactory)
        , m_exports(m_session)
    {
        qputenv("XDG_DATA_HOME", QFile::encodeName(m_temporary.path())); // for inventories
        Q_UNUSED(m_demo.start())
    }

    //! Without a size the window has the one that it has at first.
    void run(Theme theme, const QSize &size = {});

private:
    void open(int organization, const QStringList &faults = {})
    {
        m_demo.setFaults(faults);
        m_window->openDemo({.organizationId = m_demo.organizations().at(organization).id});
        settle();
    }

    //! With a fault that keeps the tenant from answering.
    void openUnanswered(const QString &fault)
    {
        m_demo.setFaults({fault});
        m_window->openDemo({.organizationId = m_demo.organizations().at(0).id});
        settleUnanswered();
    }

    void settle()
    {
        const auto isSettled = [this] {
            return m_session.browser().state() != ConnectionBrowser::State::Loading
                && !m_session.directory().isLookingUp();
        };
        Q_UNUSED(QTest::qWaitFor(isSettled, 2000))
        QTest::qWait(50);
    }

    void trigger(const char *action)
    {
        m_window->findChild<QAction *>(QLatin1StringView(action))->trigger();
        settle();
    }

    //! Takes a picture of the window, or of this dialog.
    void save(const QString &name, QWidget *widget = nullptr)
    {
        settleDetails();
        QTest::qWait(30);
        m_camera(name, widget ? *widget : *m_window);
    }

    //! Waits until the request takes so long that the window offers to cancel it.
    void settleUnanswered();
    void settleDetails();
    void saveTable();
    void saveListingOverviews();
    void saveLoginPrompts();
    void saveMenus();
    void settleInventory();
    void saveWholeTenant();
    void saveChanges();
    void saveFailures();
    void saveStages();
    void saveSettings();
    void saveConnect();
    void saveUnsavedSettings();
    void saveDialogs();
    void saveExport();
    void saveSavedViews();
    void saveListingChanges();
    void saveExportStates();
    void saveExportQuestions();
    [[nodiscard]] ExportWindow &exportWindow() { return *m_exports.windows().constLast(); }
    Profile makeProfile(const QString &name, TenantKind kind, int organization);

    Camera m_camera;
    QSize m_size{}; //!< of the window, except where a picture shows a small one
    QTemporaryDir m_temporary;
    Settings m_settings;
    FallbackSecretStore m_secrets;
    Demo::Tenant m_demo;
    NetworkSourceFactory m_sourceFactory;
    TenantSession m_session;
    NetworkController m_network;
    ExportManager m_exports;
    SweepManager m_sweeps;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace Vestibule
