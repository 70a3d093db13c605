// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/mutedlabel.h"

#include "widgets/controls/theming.h"

#include <QEvent>
#include <QGuiApplication>

namespace Vestibule {

MutedLabel::MutedLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    applyColors();
}

void MutedLabel::setMuted(bool isMuted)
{
    if (isMuted == m_isMuted)
        return;
    m_isMuted = isMuted;
    applyColors();
}

void MutedLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColors();
}

void MutedLabel::applyColors()
{
    setPalette(m_isMuted ? mutedPalette() : QGuiApplication::palette());
}

} // namespace Vestibule
