// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/popupfield.h"

#include "models/displaytext.h"

#include <QStyleOptionComboBox>
#include <QStylePainter>
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

//! A disabled field draws its label as if it were enabled, without the frame.
void PopupField::paintEvent(QPaintEvent *event)
{
    if (isEnabled())
        return QComboBox::paintEvent(event);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    option.state |= QStyle::State_Enabled;
    option.palette.setCurrentColorGroup(QPalette::Active);
    QStylePainter(this).drawControl(QStyle::CE_ComboBoxLabel, option);
}

//! There is no list to scroll through.
void PopupField::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

} // namespace Vestibule
