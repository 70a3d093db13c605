// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/fieldhint.h"

#include "widgets/symbolicon.h"

#include <QGuiApplication>
#include <QLabel>

namespace Vestibule {

void showHint(QLabel &label, const QString &hint, const QString &problem)
{
    label.setPalette(problem.isEmpty() ? mutedPalette() : QGuiApplication::palette());
    QFont font = label.font();
    font.setBold(!problem.isEmpty());
    label.setFont(font);
    label.setText(problem.isEmpty() ? hint : problem);
}

void reserveLines(QLabel &label, int lines)
{
    label.setAlignment(Qt::AlignTop | Qt::AlignLeft);
    label.setFixedHeight(lines * label.fontMetrics().lineSpacing() + 4);
}

} // namespace Vestibule
