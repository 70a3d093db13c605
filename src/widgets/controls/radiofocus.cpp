// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/radiofocus.h"

#include <QButtonGroup>
#include <QFocusEvent>
#include <QRadioButton>

namespace Vestibule {

namespace {

//! Null when none is chosen. Without a group, the radio buttons of one parent exclude each other.
QAbstractButton *chosenOne(const QRadioButton &button)
{
    if (const QButtonGroup *group = button.group())
        return group->checkedButton();
    const auto siblings =
        button.parentWidget()->findChildren<QRadioButton *>(Qt::FindDirectChildrenOnly);
    for (QRadioButton *each : siblings) {
        if (!each->group() && each->autoExclusive() && each->isChecked())
            return each;
    }
    return nullptr;
}

} // namespace

bool RadioFocus::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::FocusIn)
        return false;
    const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
    const auto *button = qobject_cast<QRadioButton *>(watched);
    if ((reason != Qt::TabFocusReason && reason != Qt::BacktabFocusReason) || !button
        || button->isChecked() || !button->parentWidget())
        return false;
    QAbstractButton *chosen = chosenOne(*button);
    if (!chosen || !chosen->isEnabled() || !chosen->isVisible())
        return false;
    chosen->setFocus(reason);
    return true;
}

} // namespace Vestibule
