// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QString>

class QAction;
class QMainWindow;
class QSplitter;

namespace Vestibule {

class ConnectionTableView;
class TenantSession;

//! How the window looks, for each profile: its own columns, order of rows and split. The demo and
//! tenants without a profile share one look, and a profile that has none yet starts with it.
class WindowLayout final : public QObject {
    Q_OBJECT

public:
    struct Parts {
        QMainWindow &window;
        QSplitter &splitter; //!< table and details
        ConnectionTableView &table;
        QAction &detailPane;
    };

    //! All of them outlive this object, which changes nothing before start().
    WindowLayout(TenantSession &session, const Parts &parts, QObject *parent = nullptr);

    //! The only time that the window is moved; from then on the parts follow the profile.
    void start();
    //! The window is about to go.
    void save();
    //! As at the first start, for every profile.
    void reset();

private:
    void follow();
    void saveParts(const QString &profileId);
    void restoreParts(const QString &profileId);

    TenantSession &m_session;
    Parts m_parts;
    QString m_profileId; //!< whose layout is on screen; empty for the shared one
    bool m_hasTenant = false;
};

} // namespace Vestibule
