// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDialog>
#include <QList>

class QAction;

namespace Vestibule {

//! A sheet of all keys: every action that has one, by its name in the menus.
class KeysDialog final : public QDialog {
    Q_OBJECT

public:
    explicit KeysDialog(const QList<QAction *> &actions, QWidget *parent = nullptr);
};

} // namespace Vestibule
