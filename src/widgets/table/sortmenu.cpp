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
    connect(action, &QAction::triggered, this, [this, section, order, of = title(section)] {
        if (of && title(section) == of)
            Q_EMIT orderChosen(section, order);
    });
}

//! The title of the column, empty for "not sorted"; absent if the table on screen has no such
//! thing. Other rows may come on screen while the menu is open, and a screen reader can trigger an
//! entry of a menu that was closed long ago.
std::optional<QString> SortMenu::title(int section) const
{
    const QTableView *table = m_table();
    if (!table || section >= table->horizontalHeader()->count())
        return {};
    if (section < 0)
        return table->horizontalHeader()->isSortIndicatorClearable() ? std::optional(u""_s)
                                                                     : std::nullopt;
    return table->model()->headerData(section, Qt::Horizontal).toString();
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
        add(*columns, literalLabel(*title(section)), section == sorted, section,
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
