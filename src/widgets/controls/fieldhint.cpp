// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/fieldhint.h"

#include "widgets/controls/mutedlabel.h"

#include <algorithm>

namespace Vestibule {

void showHint(MutedLabel &label, const QString &hint, const QString &problem)
{
    label.setMuted(problem.isEmpty());
    QFont font = label.font();
    font.setBold(!problem.isEmpty());
    label.setFont(font);
    label.setText(problem.isEmpty() ? hint : problem);
    if (label.isVisible()) // QFormLayout does not ask a label for its new height by itself
        label.setMinimumHeight(
            std::max(label.minimumHeight(), label.heightForWidth(label.width())));
}

void reserveLines(QLabel &label, int lines)
{
    label.setAlignment(Qt::AlignTop | Qt::AlignLeft);
    label.setMinimumHeight(lines * label.fontMetrics().lineSpacing() + 4);
}

} // namespace Vestibule
