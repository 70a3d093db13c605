// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/menubarfocus.h"

#include <QApplication>
#include <QEvent>
#include <QMenuBar>

namespace Vestibule {

MenuBarFocus::MenuBarFocus(QMenuBar &bar)
    : QObject(&bar)
    , m_bar(bar)
{
    bar.installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, &MenuBarFocus::remember);
}

void MenuBarFocus::remember(QWidget *before, QWidget *now)
{
    if (now == &m_bar && before && before != now && before->window() == m_bar.window())
        m_before = before;
}

//! While a menu is being chosen, one of the bar's entries is active.
bool MenuBarFocus::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn && watched == &m_bar && !m_bar.activeAction() && m_before
        && m_before->isVisible()) {
        m_before->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return false;
}

} // namespace Vestibule
