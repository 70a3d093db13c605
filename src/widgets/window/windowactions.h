// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QAction>
#include <QActionGroup>
#include <QList>
#include <QObject>

#include <optional>

class QMenu;
class QMenuBar;

namespace Vestibule {

class ConnectionBrowser;
class OrganizationHistory;
class TenantSession;

//! Why the server's filter cannot be changed where \a session is now; empty when it can.
[[nodiscard]] QString filterProblem(const TenantSession &session);

//! Every action of the window with its text, icon and key: menus, buttons and the sheet of keys
//! share them.
class WindowActions final : public QObject {
    Q_OBJECT

public:
    explicit WindowActions(QObject *parent);

    //! Menus that others fill.
    struct Menus {
        QMenu &columns; //!< in the view menu
        QMenu &copy; //!< in the menu of the connection
    };
    void addMenus(QMenuBar &menuBar, const Menus &menus) const;
    //! In the order of the menus.
    [[nodiscard]] QList<QAction *> all() const;
    //! Pages and filters go to \a browser, the two ways through what was looked at to \a history;
    //! both outlive this object.
    void drive(ConnectionBrowser &browser, OrganizationHistory &history);
    //! Those that can do nothing where \a session is now are disabled, and the filter that holds is
    //! checked. Where a page is on screen, PagerBar enables the steps to others.
    void follow(TenantSession &session);

    QAction *settings;
    QAction *tenant;
    QAction *token;
    QAction *demo;
    QAction *openSavedView;
    QAction *exportRows;
    QAction *quit;

    QAction *refresh;
    QAction *cancel;
    QAction *find;
    QAction *showAll;
    QAction *showEnabled;
    QAction *showDisabled;
    QAction *firstPage;
    QAction *previousPage;
    QAction *nextPage;
    QAction *lastPage;
    QAction *goToPage;
    QAction *detailPane;
    QAction *privacy; //!< checkable

    QAction *organization;
    QAction *back;
    QAction *forward;
    QAction *copyId;

    QAction *keys;
    QAction *about;

private:
    void followFilter(TenantSession &session);
    QAction *make(const QString &name, const QString &text, const QString &iconName,
                  const QKeySequence &key);

    QActionGroup m_filters; //!< exactly one of them is checked
};

} // namespace Vestibule
