// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/enterkey.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QPointer>
#include <QToolButton>

namespace Vestibule {

bool EnterKey::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    const bool isAlone = (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    const QPointer<QToolButton> button = qobject_cast<QToolButton *>(watched);
    if (!button || !isEnter || !isAlone || key->isAutoRepeat())
        return false;
    // Not click(), which does not open the menu of a button that has nothing else.
    for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
        QKeyEvent space(type, Qt::Key_Space, Qt::NoModifier);
        if (button) // its menu may have removed it
            QCoreApplication::sendEvent(button, &space);
    }
    return true;
}

} // namespace Vestibule
