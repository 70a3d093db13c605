// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QMenu>

#include <functional>
#include <optional>

class QActionGroup;
class QTableView;

namespace Vestibule {

//! Sorts the table on screen by one of its columns, as a click on a head does: heads cannot be
//! reached with the keyboard. It is filled when it opens.
class SortMenu final : public QMenu {
    Q_OBJECT

public:
    //! Null while no table is on screen.
    using CurrentTable = std::function<const QTableView *()>;

    explicit SortMenu(CurrentTable table, QWidget *parent = nullptr);

Q_SIGNALS:
    //! A logical section of the table's header; -1: in no order but that of its model.
    void orderChosen(int section, Qt::SortOrder order);

private:
    void fill();
    void add(QActionGroup &group, const QString &text, bool isChecked, int section,
             Qt::SortOrder order);
    [[nodiscard]] std::optional<QString> title(int section) const;

    CurrentTable m_table;
};

} // namespace Vestibule
