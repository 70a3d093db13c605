// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/table/connectiontableview.h"

#include "models/connectionfiltermodel.h"
#include "models/connectiontablemodel.h"
#include "widgets/table/celldelegate.h"
#include "widgets/table/filterheader.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Vestibule {

namespace {

constexpr auto TypingPause = 60ms;

//! Comes after the number of columns at the beginning of a saved layout. Qt would accept a layout
//! of more columns than there are.
constexpr char EndOfColumnCount = ':';

//! Few tenants send it yet, and the other columns need the space. The column menu shows it.
constexpr bool isHiddenAtFirst(ConnectionField field)
{
    return field == ConnectionField::OrganizationMemberAccessLevel;
}

} // namespace

ConnectionTableView::ConnectionTableView(QWidget *parent)
    : QTableView(parent)
    , m_header(new FilterHeader(this))
    , m_filter(new ConnectionFilterModel(this))
{
    setHorizontalHeader(m_header);
    setUpTable(*this);
    setAccessibleName(tr("Connections"));
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setSortIndicatorClearable(true); // the third click: the server's order
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
    connect(m_header, &FilterHeader::textsChanged, this, &ConnectionTableView::filterColumns);
    connect(m_header, &FilterHeader::left, this, qOverload<>(&QWidget::setFocus));
    connect(m_header, &FilterHeader::fieldFocused, this, [this](int section) {
        const int start = m_header->sectionPosition(section);
        const int end = start + m_header->sectionSize(section);
        QScrollBar *bar = horizontalScrollBar();
        bar->setValue(std::clamp(bar->value(), end - viewport()->width(), start));
    });
    connect(horizontalScrollBar(), &QScrollBar::valueChanged, m_header, &FilterHeader::placeFields);
    m_selectionDebounce.setSingleShot(true);
    m_selectionDebounce.setInterval(TypingPause);
    connect(&m_selectionDebounce, &QTimer::timeout, this,
            &ConnectionTableView::connectionsSelected);
}

ConnectionTableView::~ConnectionTableView() = default;

void ConnectionTableView::setConnectionModel(ConnectionTableModel *model)
{
    m_connections = model;
    // Connected before the filter model is, so that the old rows are still there to be read.
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this,
            &ConnectionTableView::rememberViewState);
    m_filter->setConnections(model);
    setModel(m_filter);
    arrangeColumns();
    connect(m_filter, &QAbstractItemModel::modelReset, this,
            &ConnectionTableView::restoreViewState);
    connect(m_filter, &QAbstractItemModel::layoutChanged, this,
            &ConnectionTableView::updateSelectionAfterFind);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        m_isCleared = !selectionModel()->hasSelection();
        announceSelection();
    });
    const auto rememberLayout = [this] { m_hasOwnLayout = m_hasOwnLayout || !m_isFitting; };
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, rememberLayout);
    connect(horizontalHeader(), &QHeaderView::sectionResized, this,
            [this](int /*column*/, int before, int now) {
                if ((before == 0) != (now == 0)) // shown or hidden
                    findInShownColumns();
            });
    connect(horizontalHeader(), &QHeaderView::sectionMoved, this, rememberLayout);
    if (model->rowCount() > 0) // a new window on an open session
        restoreViewState();
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

bool ConnectionTableView::selectConnections(const QStringList &ids)
{
    QStringList shown;
    for (int row = 0; row < m_filter->rowCount(); ++row)
        shown.append(idAt(row));
    if (!std::ranges::all_of(ids, [&shown](const QString &id) { return shown.contains(id); }))
        return false;
    restoreSelection(ids);
    scrollTo(currentIndex());
    return true;
}

//! Escape takes the selection back, so that the details show what the rows are like as a whole.
void ConnectionTableView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape || !selectionModel()->hasSelection())
        return QTableView::keyPressEvent(event);
    clearSelection();
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
    if (column == AlwaysVisibleColumn)
        return;
    setColumnHidden(int(column), !isShown);
    if (isShown) { // a hidden section has no size hint when columns are fitted
        QHeaderView *header = horizontalHeader();
        const int needed = header->sectionSizeHint(int(column));
        setColumnWidth(int(column), std::max(columnWidth(int(column)), needed));
    }
    m_hasOwnLayout = true;
    if (!isShown && currentIndex().column() == int(column)) // keep the current cell visible
        selectionModel()->setCurrentIndex(currentIndex().siblingAtColumn(int(AlwaysVisibleColumn)),
                                          QItemSelectionModel::NoUpdate);
}

void ConnectionTableView::arrangeColumns()
{
    QHeaderView *header = horizontalHeader();
    for (int position = 0; position < header->count(); ++position) {
        const ConnectionField field = FieldsOnScreen.at(std::size_t(position));
        header->moveSection(header->visualIndex(int(field)), position);
        header->setSectionHidden(int(field), isHiddenAtFirst(field));
    }
}

void ConnectionTableView::resetColumns()
{
    {
        const QScopedValueRollback fitting(m_isFitting, true);
        QHeaderView *header = horizontalHeader();
        for (int column = 0; column < header->count(); ++column) {
            header->resizeSection(column, header->defaultSectionSize());
        }
        arrangeColumns();
    }
    m_hasOwnLayout = false;
    if (m_filter->rowCount() > 0)
        fitColumns();
}

QByteArray ConnectionTableView::saveLayout() const
{
    if (!m_hasOwnLayout)
        return {};
    return QByteArray::number(m_filter->columnCount()) + EndOfColumnCount
        + horizontalHeader()->saveState();
}

//! Returns false if the state is not a layout of these columns, or of the first of them: those of
//! an older version.
bool ConnectionTableView::restoreHeader(const QByteArray &state)
{
    QHeaderView *header = horizontalHeader();
    const qsizetype end = state.indexOf(EndOfColumnCount);
    const int saved = state.first(std::max(end, qsizetype(0))).toInt();
    if (saved < 1 || saved > header->count() || !header->restoreState(state.sliced(end + 1)))
        return false;
    for (int column = saved; column < header->count(); ++column) {
        const auto place = std::ranges::find(FieldsOnScreen, ConnectionField(column));
        const int before = header->visualIndex(int(*std::prev(place)));
        header->moveSection(header->visualIndex(column), before + 1);
        header->resizeSection(column, header->sectionSizeHint(column));
        header->setSectionHidden(column, isHiddenAtFirst(ConnectionField(column)));
    }
    return true;
}

void ConnectionTableView::restoreLayout(const QByteArray &state)
{
    const QScopedValueRollback fitting(m_isFitting, true);
    resetColumns();
    QHeaderView *header = horizontalHeader();
    m_hasOwnLayout = restoreHeader(state);
    if (header->hiddenSectionCount() == header->count())
        resetColumns();
    setColumnHidden(int(AlwaysVisibleColumn), false);
    findInShownColumns();
    sortByColumn(-1, Qt::AscendingOrder); // restoreSort() restores the order, by field name
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

//! Hidden columns are not searched: a match that cannot be seen would confuse.
void ConnectionTableView::findInShownColumns()
{
    QList<ConnectionField> shown;
    for (const ConnectionField field : AllConnectionFields) {
        if (!isColumnHidden(int(field)))
            shown.append(field);
    }
    m_filter->setFindFields(shown);
}

void ConnectionTableView::setColumnFiltersShown(bool isShown)
{
    if (isShown == areColumnFiltersShown())
        return;
    const bool hadFocus = m_header->isAncestorOf(focusWidget());
    m_header->setFiltersShown(isShown);
    Q_EMIT columnFiltersChanged();
    if (isShown)
        m_header->focusField(currentIndex().column());
    else if (hadFocus)
        setFocus();
}

bool ConnectionTableView::areColumnFiltersShown() const
{
    return m_header->areFiltersShown();
}

void ConnectionTableView::clearColumnFilters()
{
    m_header->clearTexts();
}

void ConnectionTableView::filterColumns()
{
    QMap<ConnectionField, QString> texts;
    const QHash<int, QString> typed = m_header->texts();
    for (const auto &[section, text] : typed.asKeyValueRange())
        texts.insert(ConnectionField(section), text);
    m_filter->setFieldTexts(texts);
    Q_EMIT columnFiltersChanged();
}

void ConnectionTableView::rememberViewState()
{
    m_hadRows = m_connections->rowCount() > 0;
    if (!m_hadRows)
        return; // keep the state of the last page with rows
    m_lastState = {};
    for (const OrganizationConnection &connection : selectedConnections())
        m_lastState.selectedIds.append(connection.connectionId);
    if (const int top = rowAt(0); top >= 0)
        m_lastState.topId = idAt(top);
    m_states.insert(m_connections->connectionAt(0).connectionId, m_lastState);
}

//! Restores the selection if one of its rows is still there; otherwise the last state of this page.
void ConnectionTableView::restoreViewState()
{
    const QStringList &selected = m_lastState.selectedIds;
    m_hasLostSelection = m_hadRows && !selected.isEmpty() && !hasAny(selected)
        && selected != QStringList{m_autoSelectedId};
    if (m_filter->rowCount() > 0) {
        const ViewState state = hasAny(m_lastState.selectedIds)
            ? m_lastState
            : m_states.value(m_connections->connectionAt(0).connectionId);
        if (!m_isCleared)
            restoreSelection(state.selectedIds);
        restoreScrollPosition(state.topId);
    }
    Q_EMIT connectionsSelected();
}

//! Find may hide selected rows; sorting hides none.
void ConnectionTableView::updateSelectionAfterFind()
{
    const QScopedValueRollback finding(m_isFinding, true);
    const qsizetype left = selectionModel()->selectedRows().size();
    if (left == 0 && m_filter->rowCount() > 0 && !m_isCleared)
        restoreSelection({}); // announces the new selection
    else if (left != m_announcedRows)
        announceSelection();
}

//! Updating the details takes longer than a keystroke may, so they wait until the typing pauses.
void ConnectionTableView::announceSelection()
{
    m_announcedRows = selectionModel()->selectedRows().size();
    if (m_isFinding)
        return m_selectionDebounce.start();
    m_selectionDebounce.stop();
    Q_EMIT connectionsSelected();
}

//! Selects the first row if none of the ids is there, so that the details always show a visible
//! row.
void ConnectionTableView::restoreSelection(const QStringList &ids)
{
    QItemSelection selection;
    for (int row = 0; !ids.isEmpty() && row < m_filter->rowCount(); ++row) {
        if (ids.contains(idAt(row)))
            selection.select(m_filter->index(row, 0), m_filter->index(row, 0));
    }
    m_autoSelectedId.clear();
    if (selection.isEmpty()) {
        selection.select(m_filter->index(0, 0), m_filter->index(0, 0));
        m_autoSelectedId = idAt(0);
    }
    selectionModel()->setCurrentIndex(selection.indexes().constFirst(),
                                      QItemSelectionModel::NoUpdate);
    selectionModel()->select(selection,
                             QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void ConnectionTableView::restoreScrollPosition(const QString &topId)
{
    executeDelayedItemsLayout(); // scrolling needs the new layout
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        if (idAt(row) == topId)
            return scrollTo(m_filter->index(row, 0), PositionAtTop);
    }
    scrollTo(currentIndex());
}

} // namespace Vestibule
