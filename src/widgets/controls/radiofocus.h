// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

namespace Vestibule {

//! Leads Tab to the chosen one of several radio buttons. Qt leads it to any of them the first time,
//! where an arrow key would then choose the neighbour of a button that is not chosen. It is an
//! event filter for the radio buttons.
class RadioFocus final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace Vestibule
