// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/table/connectiontableview.h"

#include "models/connectionfiltermodel.h"
#include "models/connectiontablemodel.h"
#include "widgets/table/connectioncelldelegate.h"

#include <QHeaderView>
#include <QProxyStyle>
#include <QScopedValueRollback>

#include <algorithm>

namespace Vestibule {

namespace {

constexpr std::chrono::milliseconds TypingPause{60};

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

//! Stands before a saved layout: Qt would fill up or cut off one of another number of columns, and
//! nothing would be right.
QByteArray layoutPrefix(int columns)
{
    return QByteArray::number(columns) + ':';
}

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
    m_tellTimer.setSingleShot(true);
    m_tellTimer.setInterval(TypingPause);
    connect(&m_tellTimer, &QTimer::timeout, this, &ConnectionTableView::connectionsSelected);
}

ConnectionTableView::~ConnectionTableView() = default;

void ConnectionTableView::setConnectionModel(ConnectionTableModel *model)
{
    m_connections = model;
    // Before the filter model hears of the change, the old rows can still be asked for their ids.
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this,
            &ConnectionTableView::rememberLook);
    m_filter->setConnections(model);
    setModel(m_filter);
    connect(m_filter, &QAbstractItemModel::modelReset, this, &ConnectionTableView::restoreLook);
    connect(m_filter, &QAbstractItemModel::layoutChanged, this,
            &ConnectionTableView::selectWhatIsLeft);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ConnectionTableView::tellOfSelection);
    const auto rememberLayout = [this] { m_hasOwnLayout = m_hasOwnLayout || !m_isFitting; };
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, rememberLayout);
    connect(horizontalHeader(), &QHeaderView::sectionResized, this,
            [this](int /*column*/, int before, int now) {
                if ((before == 0) != (now == 0)) // shown or hidden
                    findInShownColumns();
            });
    connect(horizontalHeader(), &QHeaderView::sectionMoved, this, rememberLayout);
    if (model->rowCount() > 0) // another window has shown them before
        restoreLook();
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
    if (m_hasOwnLayout)
        return;
    const QScopedValueRollback fitting(m_isFitting, true);
    const int widest = fontMetrics().averageCharWidth() * 27;
    for (int column = 0; column < m_filter->columnCount(); ++column) {
        const int content = sizeHintForColumn(column) + fontMetrics().averageCharWidth();
        const int header = horizontalHeader()->sectionSizeHint(column);
        setColumnWidth(column, std::max(header, std::min(content, widest)));
    }
}

void ConnectionTableView::setColumnShown(ConnectionField column, bool isShown)
{
    if (column == LastingColumn)
        return;
    setColumnHidden(int(column), !isShown);
    m_hasOwnLayout = true;
    if (!isShown && currentIndex().column() == int(column)) // the keys start from what can be seen
        selectionModel()->setCurrentIndex(currentIndex().siblingAtColumn(int(LastingColumn)),
                                          QItemSelectionModel::NoUpdate);
}

void ConnectionTableView::resetColumns()
{
    {
        const QScopedValueRollback fitting(m_isFitting, true);
        QHeaderView *header = horizontalHeader();
        for (int column = 0; column < header->count(); ++column) {
            header->showSection(column);
            header->moveSection(header->visualIndex(column), column);
            header->resizeSection(column, header->defaultSectionSize());
        }
    }
    m_hasOwnLayout = false;
    if (m_filter->rowCount() > 0)
        fitColumns();
}

QByteArray ConnectionTableView::saveLayout() const
{
    if (!m_hasOwnLayout)
        return {};
    return layoutPrefix(m_filter->columnCount()) + horizontalHeader()->saveState();
}

void ConnectionTableView::restoreLayout(const QByteArray &state)
{
    const QScopedValueRollback fitting(m_isFitting, true);
    resetColumns();
    QHeaderView *header = horizontalHeader();
    const QByteArray prefix = layoutPrefix(m_filter->columnCount());
    m_hasOwnLayout = state.startsWith(prefix) && header->restoreState(state.sliced(prefix.size()));
    if (header->hiddenSectionCount() == header->count())
        resetColumns();
    setColumnHidden(int(LastingColumn), false);
    findInShownColumns();
    sortByColumn(-1, Qt::AscendingOrder); // restoreSort() knows the order, by its field
}

QByteArray ConnectionTableView::saveSort() const
{
    const int column = m_filter->sortColumn();
    if (column < 0)
        return {};
    const QLatin1StringView name = apiName(AllConnectionFields.at(std::size_t(column)));
    return (m_filter->sortOrder() == Qt::DescendingOrder ? "-" : "")
        + QByteArray(name.data(), name.size());
}

void ConnectionTableView::restoreSort(const QByteArray &sort)
{
    const bool isDescending = sort.startsWith('-');
    const QLatin1StringView name(isDescending ? QByteArrayView(sort).sliced(1)
                                              : QByteArrayView(sort));
    const auto field = std::ranges::find(AllConnectionFields, name, apiName);
    sortByColumn(field == AllConnectionFields.end() ? -1 : int(*field),
                 isDescending ? Qt::DescendingOrder : Qt::AscendingOrder);
}

const QString &ConnectionTableView::idAt(int row) const
{
    const int sourceRow = m_filter->mapToSource(m_filter->index(row, 0)).row();
    return m_connections->connectionAt(sourceRow).connectionId;
}

bool ConnectionTableView::hasAny(const QStringList &ids) const
{
    return std::ranges::any_of(m_connections->connections(), [&ids](const auto &connection) {
        return ids.contains(connection.connectionId);
    });
}

//! A match that cannot be seen would only puzzle.
void ConnectionTableView::findInShownColumns()
{
    QList<ConnectionField> shown;
    for (const ConnectionField field : AllConnectionFields) {
        if (!isColumnHidden(int(field)))
            shown.append(field);
    }
    m_filter->setFindFields(shown);
}

void ConnectionTableView::rememberLook()
{
    m_hadRows = m_connections->rowCount() > 0;
    if (!m_hadRows)
        return; // a page without rows in between does not forget
    m_lastLook = {};
    for (const OrganizationConnection &connection : selectedConnections())
        m_lastLook.selectedIds.append(connection.connectionId);
    if (const int top = rowAt(0); top >= 0)
        m_lastLook.topId = idAt(top);
    m_looks.insert(m_connections->connectionAt(0).connectionId, m_lastLook);
}

//! As the rows looked before, where they are still there; otherwise as this page looked last time.
void ConnectionTableView::restoreLook()
{
    const QStringList &selected = m_lastLook.selectedIds;
    m_hasLostSelection = m_hadRows && !selected.isEmpty() && !hasAny(selected)
        && selected != QStringList{m_chosenForLack};
    if (m_filter->rowCount() > 0) {
        const Look look = hasAny(m_lastLook.selectedIds)
            ? m_lastLook
            : m_looks.value(m_connections->connectionAt(0).connectionId);
        restoreSelection(look.selectedIds);
        restoreScrollPosition(look.topId);
    }
    Q_EMIT connectionsSelected();
}

//! Find may have taken the selected rows away; sorting takes none.
void ConnectionTableView::selectWhatIsLeft()
{
    const QScopedValueRollback finding(m_isFinding, true);
    const qsizetype left = selectionModel()->selectedRows().size();
    if (left == 0 && m_filter->rowCount() > 0)
        restoreSelection({}); // which tells of it
    else if (left != m_selectedRows)
        tellOfSelection();
}

//! To lay details out takes longer than a keystroke may: they follow when the typing pauses.
void ConnectionTableView::tellOfSelection()
{
    m_selectedRows = selectionModel()->selectedRows().size();
    if (m_isFinding)
        return m_tellTimer.start();
    m_tellTimer.stop();
    Q_EMIT connectionsSelected();
}

//! The first row when none of \a ids is there, so that the details beside the table are never about
//! something that cannot be seen.
void ConnectionTableView::restoreSelection(const QStringList &ids)
{
    QItemSelection selection;
    for (int row = 0; !ids.isEmpty() && row < m_filter->rowCount(); ++row) {
        if (ids.contains(idAt(row)))
            selection.select(m_filter->index(row, 0), m_filter->index(row, 0));
    }
    m_chosenForLack.clear();
    if (selection.isEmpty()) {
        selection.select(m_filter->index(0, 0), m_filter->index(0, 0));
        m_chosenForLack = idAt(0);
    }
    selectionModel()->setCurrentIndex(selection.indexes().constFirst(),
                                      QItemSelectionModel::NoUpdate);
    selectionModel()->select(selection,
                             QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void ConnectionTableView::restoreScrollPosition(const QString &topId)
{
    executeDelayedItemsLayout(); // before it, the view has no place to scroll to
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        if (idAt(row) == topId)
            return scrollTo(m_filter->index(row, 0), PositionAtTop);
    }
    scrollTo(currentIndex());
}

} // namespace Vestibule
