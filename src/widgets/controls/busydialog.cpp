// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/busydialog.h"

#include <QLabel>
#include <QProgressDialog>
#include <QTimer>

#include <chrono>

using namespace std::chrono_literals;

namespace Vestibule {

namespace {

constexpr auto BusyDelay = 500ms; //!< most work is done by then

} // namespace

QProgressDialog *openBusyDialog(const QString &title, const QString &text, QWidget *window)
{
    auto *progress = new QProgressDialog(window);
    progress->setAttribute(Qt::WA_DeleteOnClose);
    progress->setWindowTitle(title);
    auto *label = new QLabel(text, progress);
    label->setTextFormat(Qt::PlainText);
    progress->setLabel(label);
    progress->setWindowModality(Qt::WindowModal);
    progress->setRange(0, 0);
    // minimumDuration() counts from the first value, and a busy indicator has no value.
    QTimer::singleShot(BusyDelay, progress, &QWidget::show);
    return progress;
}

} // namespace Vestibule
