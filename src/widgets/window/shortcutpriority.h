// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QObject>

class QAction;
class QWidget;

namespace Vestibule {

//! Lets the shortcuts of a window work from each of its fields. Text fields take some keys for
//! themselves, and which depends on the desktop: on X11 Ctrl+E moves to the end of the line, and
//! Ctrl+K deletes up to it. The window's shortcuts, which the menus announce, come first.
class ShortcutPriority final : public QObject {
    Q_OBJECT

public:
    //! The actions outlive this object. Those that only work in their own widget, such as Copy and
    //! Select all, leave these keys to the fields.
    ShortcutPriority(QWidget &window, const QList<QAction *> &actions);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget &m_window;
    QList<QAction *> m_actions;
};

} // namespace Vestibule
