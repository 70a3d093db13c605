// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "support/windowtesting.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QGroupBox>
#include <QPlainTextEdit>
#include <QTabWidget>

//! All texts that a widget shows, can show, or gives to a screen reader.
inline QStringList wordsOf(const QWidget *widget)
{
    QStringList words{widget->windowTitle(),    widget->toolTip(),
                      widget->statusTip(),      widget->whatsThis(),
                      widget->accessibleName(), widget->accessibleDescription(),
                      widget->windowFilePath()};
    for (const char *property : {"text", "title", "plainText", "placeholderText", "currentText",
                                 "informativeText", "prefix", "suffix"}) {
        if (const QVariant value = widget->property(property); value.isValid())
            words.append(value.toString());
    }
    // A password field may contain a secret, since it does not show it.
    if (const auto *field = qobject_cast<const QLineEdit *>(widget);
        field && field->echoMode() != QLineEdit::Normal) {
        words.removeAll(field->text());
        words.append(field->displayText());
    }
    if (const auto *box = qobject_cast<const QComboBox *>(widget)) {
        for (int index = 0; index < box->count(); ++index)
            words.append(box->itemText(index));
    }
    if (const auto *view = qobject_cast<const QAbstractItemView *>(widget); view && view->model()) {
        const QAbstractItemModel *model = view->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            for (int column = 0; column < model->columnCount(); ++column) {
                for (const int role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole})
                    words.append(model->index(row, column).data(role).toString());
            }
        }
    }
    return words;
}

//! The same of all widgets of the program, visible or not, and of their actions.
inline QStringList allWords()
{
    QStringList words;
    for (const QWidget *widget : QApplication::allWidgets()) {
        words += wordsOf(widget);
        for (const QAction *action : widget->actions())
            words += {action->text(), action->toolTip(), action->statusTip()};
    }
    words.removeAll(QString());
    return words;
}
