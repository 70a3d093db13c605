// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QUrl>

#include <functional>

namespace Vestibule {

class ConnectionTableView;
class TenantSession;
class WindowActions;

//! Opens what is on screen in Auth0's web console, with the browser of the person: the program
//! itself sends nothing. Enables the two actions for it where the address is known.
class WebConsole final : public QObject {
    Q_OBJECT

public:
    //! All of them outlive this object.
    struct Sources {
        TenantSession &session;
        const WindowActions &actions;
        const ConnectionTableView &table;
        std::function<void(const QUrl &)> openLink{}; //!< empty: the person's browser
    };

    explicit WebConsole(const Sources &sources, QObject *parent = nullptr);

    //! Whether the organization is what the window shows.
    void update(bool isOrganizationShown);

private:
    void open(const QUrl &url) const;
    [[nodiscard]] QUrl organizationUrl() const;
    //! That of the one connection that is selected.
    [[nodiscard]] QUrl connectionUrl() const;

    Sources m_sources;
};

} // namespace Vestibule
