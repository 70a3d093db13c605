// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/formrows.h"

#include <QFormLayout>

namespace Vestibule {

namespace {

//! Takes the widget out and puts it back: new items have no place among the rows yet.
void renewItem(QFormLayout &form, int row, QFormLayout::ItemRole role)
{
    const QLayoutItem *item = form.itemAt(row, role);
    QWidget *widget = item ? item->widget() : nullptr;
    if (!widget)
        return;
    const Qt::Alignment alignment = item->alignment();
    form.removeWidget(widget);
    form.setWidget(row, role, widget);
    form.setAlignment(widget, alignment);
}

} // namespace

void setRowShown(QFormLayout &form, QWidget &field, bool isShown)
{
    int row = -1;
    QFormLayout::ItemRole role = QFormLayout::FieldRole;
    form.getWidgetPosition(&field, &row, &role);
    if (row < 0)
        return;
    form.setRowVisible(row, isShown);
    if (isShown)
        return;
    renewItem(form, row, role);
    if (role == QFormLayout::FieldRole)
        renewItem(form, row, QFormLayout::LabelRole);
}

} // namespace Vestibule
