// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/connectionfiltermodel.h"
#include "models/connectiontablemodel.h"
#include "support/fakesource.h"
#include "widgets/table/connectiontableview.h"

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! A table view with ten rows of a listing, beginning with the row `first`.
struct TableFixture {
    explicit TableFixture(int first = 0)
    {
        view.setConnectionModel(&model);
        view.resize(700, 300);
        view.show();
        load(first);
    }
    void load(int first, int count = 10)
    {
        QList<OrganizationConnection> rows;
        for (int row = first; row < first + count; ++row)
            rows.append(fullRow(row));
        model.setConnections(rows);
    }
    //! A row with a value in each column that is shown at first.
    static OrganizationConnection fullRow(int number)
    {
        OrganizationConnection row = fakeRow(number);
        row.assignMembershipOnLogin = true;
        row.showAsButton = true;
        row.organizationAccessLevel = u"limited"_s;
        return row;
    }
    void select(std::initializer_list<int> rows)
    {
        view.clearSelection();
        for (const int row : rows) {
            view.selectionModel()->select(view.model()->index(row, 0),
                                          QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
    }
    [[nodiscard]] QStringList selected() const
    {
        QStringList ids;
        for (const OrganizationConnection &connection : view.selectedConnections())
            ids.append(connection.connectionId);
        return ids;
    }

    ConnectionTableModel model;
    ConnectionTableView view;
};
