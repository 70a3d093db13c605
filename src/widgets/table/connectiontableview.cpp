// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/table/connectiontableview.h"

#include "models/connectionfiltermodel.h"
#include "models/connectiontablemodel.h"
#include "models/connectiontext.h"
#include "widgets/controls/listkeys.h"
#include "widgets/controls/theming.h"
#include "widgets/table/filterheader.h"
#include "widgets/table/usualwords.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QStyleOption>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Vestibule {

namespace {

constexpr auto TypingPause = 60ms;

//! Comes after the number of columns at the beginning of a layout of an older version. Qt would
//! accept a layout of more columns than there are.
constexpr char EndOfColumnCount = ':';

//! What a saved layout begins with. The one of older versions is a state of QHeaderView.
constexpr QByteArrayView FieldsLayout = "fields:";

static_assert(std::ranges::is_permutation(TableColumns, AllConnectionFields));

//! The other columns need the space, and the details say the same. The column menu shows them.
constexpr bool isHiddenAtFirst(ConnectionField field)
{
    return field == ConnectionField::OrganizationConnectionName
        || field == ConnectionField::OrganizationMemberAccessLevel
        || field == ConnectionField::ConnectionId;
}

} // namespace

ConnectionTableView::ConnectionTableView(QWidget *parent)
    : QTableView(parent)
    , m_header(new FilterHeader(this))
    , m_filter(new ConnectionFilterModel(this))
{
    setHorizontalHeader(m_header);
    m_header->setPinned(int(AlwaysVisibleColumn));
    setUpTable(*this);
    setAccessibleName(tr("Connections"));
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setSortIndicatorClearable(true); // the third click: the server's order
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
    connect(m_header, &FilterHeader::textsChanged, this, &ConnectionTableView::filterColumns);
    connect(m_header, &FilterHeader::left, this, qOverload<>(&QWidget::setFocus));
    connect(m_header, &FilterHeader::fieldFocused, this, [this](int section) {
        if (section == int(AlwaysVisibleColumn) && !m_header->pinnedPlace().isNull())
            return; // in sight
        const int start = m_header->sectionPosition(section);
        const int end = start + m_header->sectionSize(section);
        QScrollBar *bar = horizontalScrollBar();
        bar->setValue(std::clamp(bar->value(), end - viewport()->width(), start));
    });
    connect(horizontalScrollBar(), &QScrollBar::valueChanged, m_header, &FilterHeader::placeFields);
    // After the sorting itself: the details show the current row, so it must not be out of sight.
    connect(horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, [this] {
        if (currentIndex().isValid())
            scrollTo(currentIndex());
    });
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
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, viewport(),
            qOverload<>(&QWidget::update)); // the lines of the whole row
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        m_isCleared = !selectionModel()->hasSelection();
        m_staysCleared = m_staysCleared && m_isCleared;
        announceSelection();
    });
    connect(horizontalHeader(), &QHeaderView::sectionResized, this,
            &ConnectionTableView::takeResizing);
    connect(horizontalHeader(), &QHeaderView::sectionMoved, this, [this] {
        if (m_isFitting)
            return;
        m_hasOwnLayout = true;
        fitColumns(); // another column may be the last one
    });
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

void ConnectionTableView::beginListing()
{
    m_isCleared = m_staysCleared;
}

void ConnectionTableView::keepUnselected()
{
    clearSelection();
    m_isCleared = true;
    m_staysCleared = true;
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

QItemSelectionModel::SelectionFlags ConnectionTableView::selectionCommand(const QModelIndex &index,
                                                                          const QEvent *event) const
{
    const auto key = selectingKey(event);
    return QTableView::selectionCommand(index, key ? key.get() : event);
}

QRect ConnectionTableView::visualRect(const QModelIndex &index) const
{
    QRect place = QTableView::visualRect(index);
    const QRect pinned = m_header->pinnedPlace();
    if (index.column() == int(AlwaysVisibleColumn) && !pinned.isNull() && !place.isNull())
        place.moveLeft(pinned.left());
    return place;
}

QModelIndex ConnectionTableView::indexAt(const QPoint &place) const
{
    const QRect pinned = m_header->pinnedPlace();
    const bool isPinned = !pinned.isNull() && place.x() >= pinned.left()
        && place.x() < pinned.left() + pinned.width();
    const int row = isPinned ? rowAt(place.y()) : -1;
    return row >= 0 ? m_filter->index(row, int(AlwaysVisibleColumn)) : QTableView::indexAt(place);
}

//! The pinned name hides what is below it, and needs no scrolling sideways.
void ConnectionTableView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    QScrollBar *bar = horizontalScrollBar();
    const int before = bar->value();
    QTableView::scrollTo(index, hint);
    const bool isName = index.column() == int(AlwaysVisibleColumn);
    if (isName && 2 * columnWidth(index.column()) <= viewport()->width())
        return bar->setValue(before);
    const QRect pinned = m_header->pinnedPlace();
    const QRect place = QTableView::visualRect(index);
    if (pinned.isNull() || !place.isValid())
        return;
    const int hidden = isRightToLeft() ? place.right() - pinned.left() + 1
                                       : pinned.left() + pinned.width() - place.left();
    if (hidden > 0)
        bar->setValue(bar->value() - hidden);
}

void ConnectionTableView::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    if (dx != 0) // the picture of the pinned name has moved as well
        viewport()->update();
}

//! Draws the name again where it is pinned, over what is scrolled below it. Without rows the table
//! itself shows that it has the focus.
void ConnectionTableView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    paintFocusOfNothing(*this);
    QRect pinned = m_header->pinnedPlace();
    const int first = rowAt(std::max(0, event->rect().top()));
    if (pinned.isNull() || first < 0)
        return;
    QPainter painter(viewport());
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.showDecorationSelected = true;
    const QStyle::State state = option.state;
    for (int row = first; row < m_filter->rowCount(); ++row) {
        const QModelIndex index = m_filter->index(row, int(AlwaysVisibleColumn));
        option.rect = visualRect(index);
        if (option.rect.top() > event->rect().bottom())
            break;
        option.state = state;
        option.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(index));
        option.state.setFlag(QStyle::State_HasFocus, hasFocus() && index == currentIndex());
        painter.fillRect(option.rect, palette().color(QPalette::Base));
        style()->drawPrimitive(QStyle::PE_PanelItemViewRow, &option, &painter, this);
        itemDelegate()->paint(&painter, option, index);
        painter.fillRect(pinnedEdge(*this, option.rect), lineColor(palette()));
    }
}

void ConnectionTableView::resizeEvent(QResizeEvent *event)
{
    const bool hidesCurrent = hidesCurrentRow(*this, *event);
    QTableView::resizeEvent(event);
    fitColumns();
    if (hidesCurrent)
        scrollTo(currentIndex());
}

void ConnectionTableView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    switch (event->type()) {
    case QEvent::FontChange:
    case QEvent::StyleChange:
    case QEvent::LanguageChange:
        m_usualWidths.clear();
        fitColumns();
        break;
    default:
        break;
    }
}

//! The width in which the head and the usual words of the column are whole.
int ConnectionTableView::usualWidth(ConnectionField field)
{
    if (const int known = m_usualWidths.value(field); known > 0)
        return known;
    const int column = int(field);
    const QHeaderView *header = horizontalHeader();
    int width = std::max(header->sectionSizeHint(column),
                         cellWidth(*this, wordWithoutMeaning(field), CellLook::Plain));
    for (const QString &word : usualWords(field))
        width = std::max(width, cellWidth(*this, word, lookOf(field)));
    m_usualWidths.insert(field, width);
    return width;
}

//! The columns share the room that is left in proportion to their widths, so that a row can be read
//! across a wide window. Where there is too little, the name is the first to get shorter, as far as
//! most names are still whole, then the strategy does, and then the name again. The room does not
//! depend on the rows: that of a scroll bar is kept free for when they need it, and until then it
//! belongs to the last column, so that the header and the selection reach the edge.
void ConnectionTableView::fitColumns()
{
    using enum ConnectionField;
    if (!m_connections)
        return;
    const QScopedValueRollback fitting(m_isFitting, true);
    QHeaderView *header = horizontalHeader();
    QHash<ConnectionField, int> widths;
    int sum = 0;
    const int edge = edgePadding(*this);
    std::optional<ConnectionField> first;
    ConnectionField last = AlwaysVisibleColumn;
    for (int position = 0; position < header->count(); ++position) {
        const int column = header->logicalIndex(position);
        if (header->isSectionHidden(column))
            continue;
        last = ConnectionField(column);
        const auto own = m_ownWidths.constFind(last);
        int width = own != m_ownWidths.constEnd() ? *own : usualWidth(last);
        if (!first) {
            first = last;
            width += own != m_ownWidths.constEnd() ? 0 : edge;
        }
        widths.insert(last, width);
        sum += width;
    }
    const int scrollBar = style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this);
    if (!m_ownWidths.contains(last)) {
        widths[last] += edge;
        sum += edge;
    }
    int left = width() - 2 * frameWidth() - scrollBar - sum;
    for (const auto &[field, word] :
         {std::pair(Name, QString(UsualName)), std::pair(Strategy, strategyWord(u"okta"_s)),
          std::pair(Name, u"contractors-saml"_s)}) {
        if (left >= 0 || m_ownWidths.contains(field) || !widths.contains(field))
            continue;
        const int padding = field == first ? edge : 0;
        const int least = padding
            + std::max(header->sectionSizeHint(int(field)), cellWidth(*this, word, lookOf(field)));
        const int less = std::clamp(widths.value(field) - least, 0, -left);
        widths[field] -= less;
        left += less;
    }
    if (left > 0) {
        int sharing = 0;
        for (const auto &[field, width] : std::as_const(widths).asKeyValueRange())
            sharing += m_ownWidths.contains(field) ? 0 : width;
        for (auto each = widths.begin(); sharing > 0 && each != widths.end(); ++each) {
            if (!m_ownWidths.contains(each.key()))
                each.value() += each.value() * left / sharing;
        }
    }
    sum = 0;
    for (const int width : std::as_const(widths))
        sum += width;
    widths[last] += std::max(0, viewport()->width() - sum);
    for (const auto &[field, width] : widths.asKeyValueRange())
        header->resizeSection(int(field), width);
}

//! A width that the user has changed stays. A column that is being hidden or shown is resized as
//! well, also by the header itself when a filter changes the rows: it is not yet known as hidden
//! then, and fitting it would leave its width in the sum.
void ConnectionTableView::takeResizing(int column, int before, int now)
{
    if (m_isFitting || before == 0 || now == 0)
        return;
    m_hasOwnLayout = true;
    m_ownWidths.insert(ConnectionField(column), now);
    fitColumns();
}

void ConnectionTableView::setColumnShown(ConnectionField column, bool isShown)
{
    if (column == AlwaysVisibleColumn)
        return;
    m_hasOwnLayout = true;
    m_folded.remove(column);
    if (isShown)
        m_wished.insert(column);
    else
        m_wished.remove(column);
    setColumnHidden(int(column), !isShown);
    findInShownColumns();
    fitColumns();
    if (!isShown && currentIndex().column() == int(column)) // keep the current cell visible
        selectionModel()->setCurrentIndex(currentIndex().siblingAtColumn(int(AlwaysVisibleColumn)),
                                          QItemSelectionModel::NoUpdate);
}

void ConnectionTableView::arrangeColumns()
{
    const QScopedValueRollback fitting(m_isFitting, true);
    QHeaderView *header = horizontalHeader();
    m_folded.clear();
    m_ownWidths.clear();
    m_wished.clear();
    m_hasOwnLayout = false;
    for (int position = 0; position < header->count(); ++position) {
        const ConnectionField field = TableColumns.at(std::size_t(position));
        header->moveSection(header->visualIndex(int(field)), position);
        header->setSectionHidden(int(field), isHiddenAtFirst(field));
    }
}

//! A tenant that does not send a field sends it in no organization, so a column is folded with the
//! first rows or never. One that gets a value later unfolds once, and then stays for all other rows
//! of the tenant.
void ConnectionTableView::foldEmptyColumns()
{
    QHeaderView *header = horizontalHeader();
    const QScopedValueRollback fitting(m_isFitting, true);
    bool isChanged = false;
    for (const ConnectionField field : TableColumns) {
        const bool isFolded = m_folded.contains(field);
        if (m_connections->rowCount() == 0 || field == AlwaysVisibleColumn
            || (header->isSectionHidden(int(field)) && !isFolded))
            continue;
        const auto hasValue = [field](const OrganizationConnection &connection) {
            return cellMeaning(connection, field) != CellMeaning::NotSent;
        };
        if (!m_valued.contains(field)
            && std::ranges::any_of(m_connections->connections(), hasValue))
            m_valued.insert(field);
        const bool mustFold = !m_valued.contains(field) && !m_wished.contains(field);
        if (mustFold == isFolded)
            continue;
        isChanged = true;
        header->setSectionHidden(int(field), mustFold);
        if (mustFold)
            m_folded.insert(field);
        else
            m_folded.remove(field);
    }
    if (!isChanged)
        return;
    if (isColumnHidden(currentIndex().column()))
        selectionModel()->setCurrentIndex(currentIndex().siblingAtColumn(int(AlwaysVisibleColumn)),
                                          QItemSelectionModel::NoUpdate);
    findInShownColumns();
    fitColumns();
}

void ConnectionTableView::resetColumns()
{
    arrangeColumns();
    foldEmptyColumns();
    findInShownColumns();
    fitColumns();
}

QByteArray ConnectionTableView::saveLayout() const
{
    if (!m_hasOwnLayout)
        return {};
    QByteArrayList columns;
    const QHeaderView *header = horizontalHeader();
    for (int position = 0; position < header->count(); ++position) {
        const auto field = ConnectionField(header->logicalIndex(position));
        const bool isHidden = header->isSectionHidden(int(field)) && !m_folded.contains(field);
        const QLatin1StringView name = apiName(field);
        QByteArray column(name.data(), name.size());
        if (isHidden)
            column.prepend('-');
        else if (m_wished.contains(field))
            column.prepend('+');
        if (const auto own = m_ownWidths.constFind(field); own != m_ownWidths.constEnd())
            column.append('=' + QByteArray::number(*own));
        columns.append(column);
    }
    return FieldsLayout + columns.join(',');
}

//! Returns false if the state is not a layout of these columns, or hides them all.
bool ConnectionTableView::restoreFields(const QByteArray &state)
{
    constexpr int WidestColumn = 10'000; // pixels; a broken state may say anything
    QHeaderView *header = horizontalHeader();
    QList<ConnectionField> order;
    bool isAnyShown = false;
    for (const QByteArray &column : state.sliced(FieldsLayout.size()).split(',')) {
        const QByteArray named = column.split('=').constFirst();
        const bool isMarked = named.startsWith('-') || named.startsWith('+');
        const QByteArrayView name = QByteArrayView(named).sliced(isMarked ? 1 : 0);
        const auto field = std::ranges::find(AllConnectionFields, QLatin1StringView(name), apiName);
        if (field == AllConnectionFields.end() || order.contains(*field))
            continue; // of a newer version
        order.append(*field);
        header->setSectionHidden(int(*field), named.startsWith('-'));
        isAnyShown = isAnyShown || !named.startsWith('-');
        if (named.startsWith('+'))
            m_wished.insert(*field);
        if (const int width = column.mid(named.size() + 1).toInt();
            width >= header->minimumSectionSize() && width <= WidestColumn)
            m_ownWidths.insert(*field, width);
    }
    if (!isAnyShown)
        return false;
    for (auto field = TableColumns.begin(); field != TableColumns.end(); ++field) {
        if (order.contains(*field))
            continue; // the others are new
        const auto before = field == TableColumns.begin() ? -1 : order.indexOf(*std::prev(field));
        order.insert(before + 1, *field);
    }
    for (int position = 0; position < int(order.size()); ++position)
        header->moveSection(header->visualIndex(int(order.at(position))), position);
    return true;
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
        header->setSectionHidden(column, isHiddenAtFirst(ConnectionField(column)));
    }
    for (int column = 0; column < saved; ++column) {
        const auto field = ConnectionField(column);
        if (header->isSectionHidden(column))
            continue;
        if (isFreeText(field) || field == ConnectionField::Strategy)
            m_ownWidths.insert(field, header->sectionSize(column));
    }
    return header->hiddenSectionCount() < header->count();
}

void ConnectionTableView::restoreLayout(const QByteArray &state)
{
    const QScopedValueRollback fitting(m_isFitting, true);
    m_valued.clear(); // of another tenant
    arrangeColumns();
    m_hasOwnLayout = state.startsWith(FieldsLayout) ? restoreFields(state) : restoreHeader(state);
    if (!m_hasOwnLayout)
        arrangeColumns();
    setColumnHidden(int(AlwaysVisibleColumn), false);
    foldEmptyColumns();
    findInShownColumns();
    fitColumns();
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

//! Hidden columns are not searched: a match that cannot be seen would confuse. Names and ids are,
//! because people paste them, and the details show them.
void ConnectionTableView::findInShownColumns()
{
    QList<ConnectionField> shown;
    for (const ConnectionField field : AllConnectionFields) {
        if (!isColumnHidden(int(field)) || isFreeText(field))
            shown.append(field);
    }
    m_filter->setFindFields(shown);
}

QList<ConnectionField> ConnectionTableView::columnsFoundHidden() const
{
    QList<ConnectionField> columns;
    if (m_filter->findText().isEmpty())
        return columns;
    constexpr int MostRows = 100;
    for (int row = 0; row < std::min(MostRows, m_filter->rowCount()); ++row) {
        QList<ConnectionField> hidden;
        bool isSeen = false;
        for (const ConnectionField field : AllConnectionFields) {
            const bool isHidden = isColumnHidden(int(field));
            if ((isHidden && !isFreeText(field)) || !m_filter->isFoundIn(row, field))
                continue;
            isSeen = isSeen || !isHidden;
            if (isHidden && !columns.contains(field))
                hidden.append(field);
        }
        if (!isSeen)
            columns.append(hidden);
    }
    return columns;
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

void ConnectionTableView::focusColumnFilter(ConnectionField column)
{
    m_header->focusField(int(column));
}

std::optional<ConnectionField> ConnectionTableView::columnOfHead(const QPoint &place) const
{
    const int section = m_header->sectionAt(place);
    return section < 0 ? std::nullopt : std::optional(ConnectionField(section));
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
    m_isRestoring = true; // the rows are new even where the selection stays: said once, at the end
    foldEmptyColumns();
    if (m_filter->rowCount() > 0) {
        const ViewState state = hasAny(m_lastState.selectedIds)
            ? m_lastState
            : m_states.value(m_connections->connectionAt(0).connectionId);
        if (!m_isCleared)
            restoreSelection(state.selectedIds);
        restoreScrollPosition(state.topId);
    }
    m_isRestoring = false;
    announceSelection();
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
    if (m_isRestoring)
        return;
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
