// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QToolButton>

class QMenu;

namespace Vestibule {

class ExportManager;
class ExportWindow;
class PrivacyMode;

//! The exports of a window in its status bar, until their own windows are closed: those go behind
//! the main one as soon as it is clicked. The button leads to the window of the export, or lists
//! them when there are several.
class ExportStatus final : public QToolButton {
    Q_OBJECT

public:
    //! Both outlive the button.
    ExportStatus(ExportManager &exports, const PrivacyMode &privacy, QWidget *parent);

private:
    void showExports();
    void buildMenu();
    static void bringToFront(ExportWindow &window);

    ExportManager &m_exports;
    const PrivacyMode &m_privacy;
    QMenu *m_menu;
};

} // namespace Vestibule
