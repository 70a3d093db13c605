// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "widgets/window/windowactions.h"

#include <QDialog>

class QTreeWidget;

namespace Vestibule {

//! Lists the actions that have a shortcut, in a group for each menu. What is typed in the field
//! leaves those whose name, menu or keys contain it.
class KeysDialog final : public QDialog {
    Q_OBJECT

public:
    explicit KeysDialog(const QList<MenuAction> &actions, QWidget *parent = nullptr);
    ~KeysDialog() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showMatches(const QString &text);

    QTreeWidget *m_tree;
};

} // namespace Vestibule
