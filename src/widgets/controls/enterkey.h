// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

namespace Vestibule {

//! An event filter for tool buttons: Enter presses the one that has the focus, as Space does. In Qt
//! only push buttons react to Enter, but users cannot tell the two kinds apart.
class EnterKey final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace Vestibule
