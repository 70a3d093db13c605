// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/iconlabel.h"

#include <QEvent>

namespace Vestibule {

IconLabel::IconLabel(QWidget *parent)
    : QLabel(parent)
{
}

void IconLabel::setIcon(const QIcon &icon, int side)
{
    m_icon = icon;
    m_side = side;
    draw();
}

void IconLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        draw();
}

void IconLabel::draw()
{
    setPixmap(m_icon.pixmap(QSize(m_side, m_side), devicePixelRatioF()));
}

} // namespace Vestibule
