// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

namespace Vestibule {

//! An event filter for radio buttons: Tab goes to the chosen one of a group. The first time, Qt
//! may go to another one, and an arrow key would then choose the neighbour of that.
class RadioFocus final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace Vestibule
