// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/popupfield.h"

#include "models/visibletext.h"

#include <QWheelEvent>

namespace Vestibule {

PopupField::PopupField(QWidget *parent)
    : QComboBox(parent)
{
}

void PopupField::setShownText(const QString &text)
{
    clear();
    addItem(text);
    setToolTip(literalToolTip(text));
}

void PopupField::showPopup()
{
    Q_EMIT popupRequested();
}

//! There is nothing to turn to.
void PopupField::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

} // namespace Vestibule
