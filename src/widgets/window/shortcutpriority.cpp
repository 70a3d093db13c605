// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/shortcutpriority.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QWidget>

#include <algorithm>
#include <iterator>

namespace Vestibule {

ShortcutPriority::ShortcutPriority(QWidget &window, const QList<QAction *> &actions)
    : QObject(&window)
    , m_window(window)
{
    std::ranges::copy_if(actions, std::back_inserter(m_actions), [](const QAction *action) {
        return !action->shortcut().isEmpty() && action->shortcutContext() == Qt::WindowShortcut;
    });
    // Not on the fields themselves: some of them are made later.
    QCoreApplication::instance()->installEventFilter(this);
}

//! A field claims a key by accepting this event, which it must not get then. Qt offers it to the
//! field's parents, too, and they come here as well.
bool ShortcutPriority::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return false;
    const auto *widget = qobject_cast<QWidget *>(watched);
    if (!widget || widget->window() != &m_window)
        return false;
    const QKeySequence keys(static_cast<QKeyEvent *>(event)->keyCombination());
    const bool isShortcut = std::ranges::any_of(m_actions, [&keys](const QAction *action) {
        return action->isEnabled() && action->shortcut() == keys;
    });
    if (!isShortcut)
        return false;
    event->ignore();
    return true;
}

} // namespace Vestibule
