// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QPointer>

class QMenuBar;
class QWidget;

namespace Vestibule {

//! Gives the keyboard focus back to the widget that had it before the menu bar. Qt forgets that
//! widget when another window or a list opens while a menu was being chosen: the bar then had the
//! focus again, without anything that shows it, and no key did anything.
class MenuBarFocus final : public QObject {
    Q_OBJECT

public:
    //! Belongs to the bar.
    explicit MenuBarFocus(QMenuBar &bar);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void remember(QWidget *before, QWidget *now);

    QMenuBar &m_bar;
    QPointer<QWidget> m_before;
};

} // namespace Vestibule
