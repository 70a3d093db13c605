// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/table/columnmenu.h"

#include "models/connectiontext.h"
#include "widgets/table/connectiontableview.h"

#include <QHeaderView>

using namespace Qt::StringLiterals;

namespace Vestibule {

ColumnMenu::ColumnMenu(ConnectionTableView &table, QWidget *parent)
    : QMenu(tr("Col&umns"), parent)
    , m_table(table)
{
    setObjectName(u"columnMenu"_s);
    for (const ConnectionField field : TableColumns) {
        QAction *action = addAction(fieldTitle(field));
        action->setObjectName("column:"_L1 + apiName(field));
        action->setCheckable(true);
        action->setEnabled(field != ConnectionTableView::AlwaysVisibleColumn);
        connect(action, &QAction::triggered, this,
                [this, field](bool isShown) { m_table.setColumnShown(field, isShown); });
        m_columns.append(action);
    }
    addSeparator();
    QAction *reset = addAction(tr("&Reset columns"));
    reset->setObjectName(u"column-reset"_s);
    connect(reset, &QAction::triggered, &table, &ConnectionTableView::resetColumns);
    connect(this, &QMenu::aboutToShow, this, &ColumnMenu::updateChecks);
    updateChecks();

    QHeaderView *header = table.horizontalHeader();
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this,
            [this, header](const QPoint &position) { popup(header->mapToGlobal(position)); });
}

void ColumnMenu::updateChecks()
{
    for (int entry = 0; entry < int(m_columns.size()); ++entry) {
        const ConnectionField field = TableColumns.at(std::size_t(entry));
        m_columns.at(entry)->setChecked(!m_table.isColumnHidden(int(field)));
    }
}

} // namespace Vestibule
