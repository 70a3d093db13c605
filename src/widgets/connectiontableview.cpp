// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/connectiontableview.h"

#include "models/connectionfiltermodel.h"
#include "models/connectiontablemodel.h"
#include "widgets/connectioncelldelegate.h"

#include <QHeaderView>
#include <QProxyStyle>
#include <QScopedValueRollback>

#include <algorithm>

namespace Vestibule {

namespace {

//! The style in use, with some room beside the text of cells and headers.
class RoomyStyle final : public QProxyStyle {
public:
    int pixelMetric(PixelMetric metric, const QStyleOption *option,
                    const QWidget *widget) const override
    {
        constexpr int Room = 3;
        const int standard = QProxyStyle::pixelMetric(metric, option, widget);
        return metric == PM_FocusFrameHMargin || metric == PM_HeaderMargin ? standard + Room
                                                                           : standard;
    }
};

} // namespace

ConnectionTableView::ConnectionTableView(QWidget *parent)
    : QTableView(parent)
    , m_filter(new ConnectionFilterModel(this))
{
    auto *roomy = new RoomyStyle;
    roomy->setParent(this);
    setStyle(roomy);
    horizontalHeader()->setStyle(roomy);
    setItemDelegate(new ConnectionCellDelegate(this));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setAccessibleName(tr("Connections"));
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 12);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setSortIndicatorClearable(true); // the third click: the server's order
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
}

ConnectionTableView::~ConnectionTableView() = default;

void ConnectionTableView::setConnectionModel(ConnectionTableModel *model)
{
    m_connections = model;
    // Before the filter model hears of the change, the old rows can still be asked for their ids.
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this,
            &ConnectionTableView::rememberSelection);
    m_filter->setSourceModel(model);
    setModel(m_filter);
    connect(m_filter, &QAbstractItemModel::modelReset, this,
            &ConnectionTableView::restoreSelection);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ConnectionTableView::connectionsSelected);
    connect(horizontalHeader(), &QHeaderView::sectionResized, this,
            [this] { m_hasOwnWidths = m_hasOwnWidths || !m_isFitting; });
}

QList<OrganizationConnection> ConnectionTableView::selectedConnections() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, [](const QModelIndex &index) { return index.row(); });
    QList<OrganizationConnection> connections;
    for (const QModelIndex &row : std::as_const(rows))
        connections.append(m_connections->connectionAt(m_filter->mapToSource(row).row()));
    return connections;
}

void ConnectionTableView::fitColumns()
{
    if (m_hasOwnWidths)
        return;
    const QScopedValueRollback fitting(m_isFitting, true);
    const int widest = fontMetrics().averageCharWidth() * 27;
    for (int column = 0; column < m_filter->columnCount(); ++column) {
        const int content = sizeHintForColumn(column) + fontMetrics().averageCharWidth();
        const int header = horizontalHeader()->sectionSizeHint(column);
        setColumnWidth(column, std::max(header, std::min(content, widest)));
    }
}

QByteArray ConnectionTableView::saveLayout() const
{
    return m_hasOwnWidths ? horizontalHeader()->saveState() : QByteArray();
}

void ConnectionTableView::restoreLayout(const QByteArray &state)
{
    const QScopedValueRollback fitting(m_isFitting, true);
    m_hasOwnWidths = !state.isEmpty() && horizontalHeader()->restoreState(state);
    sortByColumn(-1, Qt::AscendingOrder); // a remembered order would hide the server's
}

void ConnectionTableView::rememberSelection()
{
    if (m_connections->rowCount() == 0)
        return; // a page without rows in between does not forget
    m_selectedIds.clear();
    for (const OrganizationConnection &connection : selectedConnections())
        m_selectedIds.append(connection.connectionId);
}

//! The same connections where they are still there; otherwise the first row, so that the details
//! beside the table are never about something that cannot be seen.
void ConnectionTableView::restoreSelection()
{
    QItemSelection selection;
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        const QModelIndex index = m_filter->index(row, 0);
        const int sourceRow = m_filter->mapToSource(index).row();
        if (m_selectedIds.contains(m_connections->connectionAt(sourceRow).connectionId))
            selection.select(index, index);
    }
    if (selection.isEmpty() && m_filter->rowCount() > 0)
        selection.select(m_filter->index(0, 0), m_filter->index(0, 0));
    if (!selection.isEmpty()) {
        selectionModel()->setCurrentIndex(selection.indexes().constFirst(),
                                          QItemSelectionModel::NoUpdate);
        selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect
                                                | QItemSelectionModel::Rows);
    }
    Q_EMIT connectionsSelected();
}

} // namespace Vestibule
