// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/keysdialog.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

//! The name in a menu, without the mark of its mnemonic and the dots that announce a dialog.
QString plainName(const QAction &action)
{
    QString name = action.text();
    name.remove(u'&').remove(u"..."_s);
    return name;
}

} // namespace

KeysDialog::KeysDialog(const QList<QAction *> &actions, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keys"));
    QList<const QAction *> withKeys;
    for (const QAction *action : actions) {
        if (!action->shortcut().isEmpty())
            withKeys.append(action);
    }
    auto *columns = new QHBoxLayout;
    columns->setSpacing(36);
    const qsizetype half = (withKeys.size() + 1) / 2;
    for (const auto &part : {withKeys.first(half), withKeys.sliced(half)}) {
        auto *rows = new QFormLayout;
        rows->setHorizontalSpacing(24);
        rows->setVerticalSpacing(8);
        for (const QAction *action : part) {
            auto *keys = new QLabel(action->shortcut().toString(QKeySequence::NativeText), this);
            QFont bold = keys->font();
            bold.setBold(true);
            keys->setFont(bold);
            rows->addRow(plainName(*action), keys);
        }
        columns->addLayout(rows);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(16);
    layout->setSizeConstraint(QLayout::SetFixedSize);
    layout->addLayout(columns);
    layout->addWidget(buttons);
}

} // namespace Vestibule
