// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/windowkeys.h"

#include <QShortcut>
#include <QWidget>

namespace Vestibule {

void addWindowKeys(QWidget &window, const std::function<void()> &quit)
{
    auto *closeKey = new QShortcut(QKeySequence::Close, &window);
    QObject::connect(closeKey, &QShortcut::activated, &window, &QWidget::close);
    auto *quitKey = new QShortcut(Qt::CTRL | Qt::Key_Q, &window);
    QObject::connect(quitKey, &QShortcut::activated, &window, quit);
}

} // namespace Vestibule
