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
    //! What is on screen, also after a failure has left the old rows there; and whether the tenant
    //! can filter at all.
    void showFilter(std::optional<bool> isEnabled, bool hasFilter);
    //! Those that need a tenant to look at.
    void setBrowsing(bool isBrowsing);

    QAction *settings;
    QAction *tenant;
    QAction *token;
    QAction *demo;
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
    QAction *make(const QString &name, const QString &text, const QString &iconName,
                  const QKeySequence &key);

    QActionGroup m_filters; //!< exactly one of them is checked
};

} // namespace Vestibule
