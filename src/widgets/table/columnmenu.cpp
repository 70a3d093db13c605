// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/table/columnmenu.h"

#include "models/connectiontext.h"
#include "widgets/table/connectiontableview.h"

#include <QHeaderView>

using namespace Qt::StringLiterals;

namespace Vestibule {

ColumnMenu::ColumnMenu(ConnectionTableView &table, QAction &columnFilters, QWidget *parent)
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
    addHeadMenu(columnFilters);
}

//! Not the columns menu itself: the view menu has the filters beside it, not in it.
void ColumnMenu::addHeadMenu(QAction &columnFilters)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"headMenu"_s);
    QAction *filter = menu->addAction(tr("Filter &this column"));
    filter->setObjectName(u"filter-column"_s);
    connect(filter, &QAction::triggered, this, [this, &columnFilters] {
        columnFilters.setChecked(true);
        if (m_head)
            m_table.focusColumnFilter(*m_head);
    });
    menu->addAction(&columnFilters);
    menu->addSeparator();
    menu->addActions(actions());
    connect(menu, &QMenu::aboutToShow, this, &ColumnMenu::updateChecks);

    QHeaderView *header = m_table.horizontalHeader();
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this,
            [this, header, menu, filter](const QPoint &place) {
                m_head = m_table.columnOfHead(place);
                filter->setEnabled(m_head.has_value());
                menu->popup(header->viewport()->mapToGlobal(place));
            });
}

void ColumnMenu::updateChecks()
{
    for (int entry = 0; entry < int(m_columns.size()); ++entry) {
        const ConnectionField field = TableColumns.at(std::size_t(entry));
        m_columns.at(entry)->setChecked(!m_table.isColumnHidden(int(field)));
    }
}

} // namespace Vestibule
