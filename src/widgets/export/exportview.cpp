// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/export/exportview.h"

#include "models/connectionfiltermodel.h"
#include "widgets/table/connectiontableview.h"

#include <QHeaderView>

namespace Vestibule {

ExportView exportView(ConnectionTableView &table)
{
    ExportView view{.selectedRows = table.selectedConnections(), .shownFields = {}};
    const QHeaderView &header = *table.horizontalHeader();
    for (int position = 0; position < header.count(); ++position) {
        const int column = header.logicalIndex(position);
        if (!header.isSectionHidden(column))
            view.shownFields.append(ConnectionField(column));
    }
    const ConnectionFilterModel &filter = table.filterModel();
    if (!filter.findText().isEmpty())
        view.foundRows = filter.rowCount();
    return view;
}

} // namespace Vestibule
