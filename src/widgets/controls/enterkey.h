// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

namespace Vestibule {

//! Lets Enter press the tool button that has the focus, as Space does. Qt gives Enter to push
//! buttons only, and nobody sees which kind a button is. It is an event filter for the buttons.
class EnterKey final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace Vestibule
