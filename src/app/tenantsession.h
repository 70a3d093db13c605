// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/connectionbrowser.h"
#include "core/tenantaccess.h"
#include "store/settings.h"

#include <QList>
#include <QObject>

#include <functional>
#include <optional>

namespace Vestibule {

//! An organization that can be chosen by name.
struct KnownOrganization {
    QString id{};
    QString name{}; //!< empty when only the id is known

    bool operator==(const KnownOrganization &) const = default;
};

//! What a running demo tenant announces.
struct DemoSession {
    TenantAccess access{};
    QList<KnownOrganization> organizations{}; //!< not empty
};

//! Which tenant and which organization the window looks at, and how it gets there.
class TenantSession final : public QObject {
    Q_OBJECT

public:
    //! Makes a source for a complete access; never null.
    using SourceFactory = std::function<ConnectionSourcePtr(const TenantAccess &)>;
    //! Starts the demo tenant, once; absent when it cannot start.
    using DemoLauncher = std::function<std::optional<DemoSession>()>;

    //! \a settings outlives this object.
    TenantSession(Settings &settings, SourceFactory makeSource, DemoLauncher launchDemo,
                  QObject *parent = nullptr);

    [[nodiscard]] ConnectionBrowser &browser() { return m_browser; }
    [[nodiscard]] Settings &settings() { return m_settings; }
    [[nodiscard]] const TenantAccess &access() const { return m_access; }
    [[nodiscard]] bool isDemo() const { return m_isDemo; }
    //! The demo's, or those that this tenant has answered for before.
    [[nodiscard]] QList<KnownOrganization> organizations() const;
    //! For a single request beside the browsing, such as a test of an access.
    [[nodiscard]] ConnectionSourcePtr makeSource(const TenantAccess &access) const;

    //! Opens \a first of a tenant; \a access is complete and the organization's id is valid.
    void openTenant(const TenantAccess &access, const PageRequest &first);
    //! Opens the demo tenant; its first organization when \a first names none. False when the demo
    //! tenant cannot start; what was on screen stays then.
    bool openDemo(PageRequest first);
    //! Another organization of the same tenant; the filter and the page size stay.
    void openOrganization(const QString &id);

Q_SIGNALS:
    //! Another tenant or another organization is looked at.
    void changed();

private:
    void open(const PageRequest &first);
    void remember();

    Settings &m_settings;
    SourceFactory m_makeSource;
    DemoLauncher m_launchDemo;
    TenantAccess m_access;
    bool m_isDemo = false;
    QList<KnownOrganization> m_demoOrganizations;
    ConnectionBrowser m_browser;
};

} // namespace Vestibule
