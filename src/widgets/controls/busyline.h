// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "widgets/controls/thinprogressbar.h"

namespace Vestibule {

//! A thin moving line over the top of its parent, which reserves no room for it. Hidden at first.
class BusyLine final : public ThinProgressBar {
    Q_OBJECT

public:
    explicit BusyLine(QWidget *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void place();
};

} // namespace Vestibule
