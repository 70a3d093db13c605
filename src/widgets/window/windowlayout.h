// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/subject.h"

#include <QObject>
#include <QSize>
#include <QString>

class QAction;
class QMainWindow;
class QSplitter;

namespace Vestibule {

class ConnectionTableView;
class DetailSplitter;
class Settings;

//! Saves and restores the window's layout for each profile: its position and size, the
//! splitters, the visibility of side list and detail pane, the columns and the sort order. The demo
//! and tenants without a profile share one layout, with which new profiles start.
class WindowLayout final : public QObject {
    Q_OBJECT

public:
    struct Parts {
        QMainWindow &window;
        DetailSplitter &splitter; //!< table and details
        QSplitter &sideSplitter; //!< side list and pages
        ConnectionTableView &table;
        QAction &detailPane;
        QAction &sideList;
    };

    //! All of them outlive this object. Nothing changes before start().
    WindowLayout(Settings &settings, const Subject &subject, const Parts &parts,
                 QObject *parent = nullptr);

    //! Restores the window's position and size, only this once, and the layout of the subject.
    void start();
    //! The subject may have another profile now: saves the old layout and restores the new one.
    void showSubject();
    //! Saves the layout; the window is about to close.
    void save();
    //! Restores the layout of a first start, for every profile.
    void reset();

    [[nodiscard]] bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void resizeAsFirst();
    void saveParts(const QString &profileId);
    void restoreParts(const QString &profileId);

    Settings &m_settings;
    const Subject &m_subject;
    Parts m_parts;
    QString m_profileId; //!< whose layout is on screen; empty for the shared one
    bool m_isNarrow = false; //!< too narrow for the side list
    bool m_isSideListFolded = false; //!< because of that, and not by the user
    bool m_hasTenant = false; //!< or the demo, or a saved view
};

} // namespace Vestibule
