// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/fieldhint.h"

#include "widgets/mutedlabel.h"

namespace Vestibule {

void showHint(MutedLabel &label, const QString &hint, const QString &problem)
{
    label.setMuted(problem.isEmpty());
    QFont font = label.font();
    font.setBold(!problem.isEmpty());
    label.setFont(font);
    label.setText(problem.isEmpty() ? hint : problem);
}

void reserveLines(QLabel &label, int lines)
{
    label.setAlignment(Qt::AlignTop | Qt::AlignLeft);
    label.setMinimumHeight(lines * label.fontMetrics().lineSpacing() + 4);
}

} // namespace Vestibule
