// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/table/sortmenu.h"

#include "models/displaytext.h"
#include <QActionGroup>
#include <QHeaderView>
#include <QTableView>

#include <utility>

using namespace Qt::StringLiterals;

namespace Vestibule {

SortMenu::SortMenu(CurrentTable table, QWidget *parent)
    : QMenu(tr("Sort &by"), parent)
    , m_table(std::move(table))
{
    setObjectName(u"sortMenu"_s);
    connect(this, &QMenu::aboutToShow, this, &SortMenu::fill);
}

void SortMenu::add(QActionGroup &group, const QString &text, bool isChecked, int section,
                   Qt::SortOrder order)
{
    QAction *action = addAction(text);
    action->setCheckable(true);
    action->setChecked(isChecked);
    group.addAction(action);
    connect(action, &QAction::triggered, this,
            [this, section, order] { Q_EMIT orderChosen(section, order); });
}

void SortMenu::fill()
{
    clear();
    const auto groups = findChildren<QActionGroup *>(Qt::FindDirectChildrenOnly);
    qDeleteAll(groups);
    const QTableView *table = m_table();
    if (!table)
        return;
    const QHeaderView &header = *table->horizontalHeader();
    const int sorted = header.isSortIndicatorShown() ? header.sortIndicatorSection() : -1;
    const Qt::SortOrder order = header.sortIndicatorOrder();
    auto *columns = new QActionGroup(this);
    for (int place = 0; place < header.count(); ++place) {
        const int section = header.logicalIndex(place);
        if (header.isSectionHidden(section))
            continue;
        const QString title = table->model()->headerData(section, Qt::Horizontal).toString();
        add(*columns, literalLabel(title), section == sorted, section,
            section == sorted ? order : Qt::AscendingOrder);
    }
    if (header.isSortIndicatorClearable())
        add(*columns, tr("&Not sorted"), sorted < 0, -1, Qt::AscendingOrder);
    addSeparator();
    auto *orders = new QActionGroup(this);
    orders->setEnabled(sorted >= 0);
    add(*orders, tr("&Ascending"), sorted >= 0 && order == Qt::AscendingOrder, sorted,
        Qt::AscendingOrder);
    add(*orders, tr("&Descending"), sorted >= 0 && order == Qt::DescendingOrder, sorted,
        Qt::DescendingOrder);
}

} // namespace Vestibule
