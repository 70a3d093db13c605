// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/popupfield.h"

#include "models/visibletext.h"

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

//! Where there is nothing to choose, what it shows is as worth reading as before.
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

//! There is nothing to turn to.
void PopupField::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

} // namespace Vestibule
