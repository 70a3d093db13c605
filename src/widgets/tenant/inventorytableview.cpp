// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/tenant/inventorytableview.h"

#include "models/cellrole.h"
#include "models/connectiontext.h"
#include "models/findingtext.h"
#include "models/inventorytext.h"
#include "session/inventorylisting.h"
#include "widgets/controls/listkeys.h"
#include "widgets/controls/passingnote.h"
#include "widgets/table/usualwords.h"

#include <QContextMenuEvent>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

//! What a column has of the width that the others leave. A name takes what is left.
enum class ColumnKind { Fixed, Text, Name };

ColumnKind kindOf(InventoryColumn column)
{
    switch (column) {
    case InventoryColumn::OrganizationDisplayName:
    case InventoryColumn::ConnectionName:
    case InventoryColumn::Rule:
        return ColumnKind::Name;
    case InventoryColumn::OrganizationName:
    case InventoryColumn::OrganizationConnectionName:
    case InventoryColumn::Levels:
    case InventoryColumn::Categories:
        return ColumnKind::Text;
    default:
        return ColumnKind::Fixed;
    }
}

CellLook lookOf(InventoryList list, InventoryColumn column)
{
    if (column == InventoryColumn::OrganizationId)
        return CellLook::Id;
    if (column == InventoryColumn::OrganizationDisplayName && list == InventoryList::Organizations)
        return CellLook::Signed;
    const auto field = fieldOf(column);
    return field ? lookOf(*field) : CellLook::Plain;
}

//! The words that a cell of the column should show whole.
QStringList usualWords(InventoryColumn column)
{
    if (const auto field = fieldOf(column))
        return usualWords(*field);
    switch (column) {
    case InventoryColumn::OrganizationDisplayName:
        return {u"Acme Subsidiaries EU"_s};
    case InventoryColumn::OrganizationName:
        return {u"acme-subsidiaries-eu"_s};
    case InventoryColumn::OrganizationId:
        return {u"org_ACF7gkvcPd5HbuGO"_s};
    case InventoryColumn::ReadAt:
        return {u"29.11.2026 14:03:20"_s};
    case InventoryColumn::Levels:
        return {accessWord(CellMeaning::AccessReadOnly), accessWord(CellMeaning::AccessLimited)};
    case InventoryColumn::Categories:
        return {shortCategoriesText(
            {StrategyCategory::Database, StrategyCategory::Enterprise, StrategyCategory::Social})};
    case InventoryColumn::State:
        return {stateWord(OrganizationState::Waiting), stateWord(OrganizationState::Read)};
    case InventoryColumn::Severity:
        return {severityWord(FindingSeverity::Inform), severityWord(FindingSeverity::High)};
    case InventoryColumn::FindingCount:
        return {findingCountText(FindingRule::NoneEnabled, 9'999)};
    default:
        return {u"9,999"_s};
    }
}

FlagChoice choiceOf(const std::optional<bool> &flag)
{
    return !flag ? FlagChoice::NotSent : *flag ? FlagChoice::Yes : FlagChoice::No;
}

//! Sets the facet that the column of a list has to the row's value; takes it away without a row.
//! False if the column has none.
bool setFacet(InventoryFilter &filter, InventoryColumn column, const InventoryRow *row)
{
    const auto *link = row ? std::get_if<InventoryLink>(row) : nullptr;
    const auto *use = row ? std::get_if<ConnectionUse>(row) : nullptr;
    const auto *organization = row ? std::get_if<InventoryOrganization>(row) : nullptr;
    const OrganizationConnection connection = link
        ? link->connection
        : OrganizationConnection{.strategy = use ? use->strategy : std::nullopt};
    const auto word = [row](const std::optional<QString> &value) {
        return row ? std::optional(value.value_or(QString())) : std::nullopt;
    };
    const auto flag = [row](const std::optional<bool> &value) {
        return row ? std::optional(choiceOf(value)) : std::nullopt;
    };
    switch (column) {
    case InventoryColumn::Strategy:
        filter.strategy = word(connection.strategy);
        return true;
    case InventoryColumn::OrganizationAccessLevel:
        filter.accessLevel = word(connection.organizationAccessLevel);
        return true;
    case InventoryColumn::OrganizationMemberAccessLevel:
        filter.memberAccessLevel = word(connection.organizationMemberAccessLevel);
        return true;
    case InventoryColumn::IsEnabled:
        filter.isEnabled = flag(connection.isEnabled);
        return true;
    case InventoryColumn::AssignMembershipOnLogin:
        filter.assignMembershipOnLogin = flag(connection.assignMembershipOnLogin);
        return true;
    case InventoryColumn::ShowAsButton:
        filter.showAsButton = flag(connection.showAsButton);
        return true;
    case InventoryColumn::IsSignupEnabled:
        filter.isSignupEnabled = flag(connection.isSignupEnabled);
        return true;
    case InventoryColumn::State:
        filter.state = organization ? std::optional(organization->state) : std::nullopt;
        return true;
    case InventoryColumn::Connections:
        if (organization && organization->state != OrganizationState::Read)
            return false;
        filter.connectionCount = organization
            ? std::optional(std::min(organization->connections, MostConnectionsCounted))
            : std::nullopt;
        return true;
    default:
        return false;
    }
}

} // namespace

InventoryTableView::InventoryTableView(InventoryListing &listing,
                                       const QList<InventoryColumn> &columns, QWidget *parent)
    : QTableView(parent)
    , m_listing(listing)
    , m_firstColumns(columns)
{
    setUpTable(*this);
    setAccessibleName(listTitle(listing.list()));
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed); // a million rows have one height
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    InventoryModel &model = listing.model();
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &InventoryTableView::remember);
    setModel(&model);
    connect(&model, &QAbstractItemModel::modelReset, this, &InventoryTableView::restore);
    connect(&model, &InventoryModel::rowsRead, this, [this](int first, int last) {
        const int row = currentIndex().row();
        if (row >= first && row <= last)
            Q_EMIT rowSelected();
    });
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, viewport(),
            qOverload<>(&QWidget::update)); // the lines of the whole row
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &InventoryTableView::rowSelected);
    connect(this, &QAbstractItemView::doubleClicked, this, &InventoryTableView::open);

    QHeaderView *header = horizontalHeader();
    header->setSectionsMovable(true);
    header->setSectionsClickable(true);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    int position = 0;
    for (const InventoryColumn column : columns) {
        const int section = int(columnsOf(listing.list()).indexOf(column));
        header->moveSection(header->visualIndex(section), position++);
    }
    for (; position < header->count(); ++position)
        header->hideSection(header->logicalIndex(position));
    connect(header, &QHeaderView::sectionClicked, this, &InventoryTableView::sort);
    connect(header, &QHeaderView::sectionResized, this, [this](int section, int before, int now) {
        // One that is being hidden is not yet known as hidden: fitted, its width would stay in the
        // sum.
        if (m_isFitting || before == 0 || now == 0)
            return;
        m_ownWidths.insert(section, now);
        fitColumns();
    });
    connect(header, &QHeaderView::sectionMoved, this, &InventoryTableView::fitColumns);
    connect(header, &QWidget::customContextMenuRequested, this,
            &InventoryTableView::showColumnMenu);
    connect(&listing, &InventoryListing::changed, this, &InventoryTableView::showOrder);
    showOrder();
    fitColumns();
}

InventoryTableView::~InventoryTableView() = default;

const InventoryRow *InventoryTableView::selectedRow() const
{
    const QModelIndex current = currentIndex();
    return current.isValid() ? m_listing.model().rowAt(current.row()) : nullptr;
}

//! With tabs between the cells, as spreadsheets take them. Copies contain the real names. Rows that
//! are not read yet have no text to copy.
void InventoryTableView::copySelection() const
{
    QModelIndexList selected = selectionModel()->selectedRows();
    std::ranges::sort(selected, {}, [](const QModelIndex &index) { return index.row(); });
    QStringList lines;
    const QHeaderView *header = horizontalHeader();
    for (const QModelIndex &index : std::as_const(selected)) {
        if (!m_listing.model().rowAt(index.row()))
            continue;
        QStringList cells;
        for (int position = 0; position < header->count(); ++position) {
            const int section = header->logicalIndex(position);
            if (!header->isSectionHidden(section))
                cells.append(index.siblingAtColumn(section).data(TextRole).toString());
        }
        lines.append(cells.join(u'\t'));
    }
    copyRows(lines, selected.size(), *this);
}

void InventoryTableView::copyCell() const
{
    if (!currentIndex().isValid())
        return;
    if (!m_listing.model().rowAt(currentIndex().row()))
        return copyRows({}, 1, *this); // says that it has not been read
    copyToClipboard(currentIndex().data(TextRole).toString(), *this, tr("Cell copied"));
}

void InventoryTableView::select(const InventoryKey &key)
{
    m_wanted = key;
    takePosition();
}

bool InventoryTableView::isAtStart() const
{
    return verticalScrollBar()->value() == 0 && currentIndex().row() <= 0;
}

void InventoryTableView::remember()
{
    m_finding.reset();
    m_wasAtStart = isAtStart();
    const InventoryRow *row = m_wasAtStart ? nullptr : selectedRow();
    if (row)
        m_wanted = keyOf(*row);
}

void InventoryTableView::restore()
{
    fitColumns();
    if (m_listing.model().rowCount() == 0)
        return void(Q_EMIT rowSelected());
    setCurrentIndex(m_listing.model().index(0, horizontalHeader()->logicalIndex(0)));
    takePosition();
}

//! Asks where the row is that was selected before the rows were replaced.
void InventoryTableView::takePosition()
{
    const InventorySourcePtr source = m_listing.source();
    if (!m_wanted || !source || m_listing.model().rowCount() == 0)
        return;
    m_finding = source->find(m_listing.model().view(), *m_wanted);
    m_wanted.reset();
    connect(m_finding.get(), &ReplyBase::finished, this, [this] {
        const auto reply = std::move(m_finding);
        if (!reply->result() || !*reply->result())
            return;
        const int row = int(**reply->result());
        setCurrentIndex(m_listing.model().index(row, horizontalHeader()->logicalIndex(0)));
        scrollTo(currentIndex(), PositionAtCenter);
    });
}

//! The width in which the usual words of the column are whole.
int InventoryTableView::usualWidth(int section)
{
    if (const int known = m_usualWidths.value(section); known > 0)
        return known;
    const InventoryColumn column = m_listing.model().columnAt(section);
    const auto field = fieldOf(column);
    int width = field ? cellWidth(*this, wordWithoutMeaning(*field), CellLook::Plain) : 0;
    for (const QString &word : usualWords(column))
        width = std::max(width, cellWidth(*this, word, lookOf(m_listing.list(), column)));
    m_usualWidths.insert(section, width);
    return width;
}

//! With room for the mark of the sorted column, if it is one.
int InventoryTableView::titleWidth(int section, bool isSorted) const
{
    const QHeaderView *header = horizontalHeader();
    const QString title = columnTitle(m_listing.list(), m_listing.model().columnAt(section));
    const int margin = header->style()->pixelMetric(QStyle::PM_HeaderMargin, nullptr, header);
    const int mark = header->style()->pixelMetric(QStyle::PM_HeaderMarkSize, nullptr, header);
    const int width = header->fontMetrics().horizontalAdvance(title) + 2 * margin + 2;
    return isSorted ? std::max(width + mark + 2 * margin, header->sectionSizeHint(section)) : width;
}

//! The widths depend on the font, the language and the width of the table, and not on its rows: the
//! room of a scroll bar is kept free for when they need one. Until then it belongs to the last
//! column, so that the header and the selection reach the edge.
void InventoryTableView::fitColumns()
{
    const QScopedValueRollback fitting(m_isFitting, true);
    QHeaderView *header = horizontalHeader();
    struct Column {
        int section = 0;
        ColumnKind kind = ColumnKind::Fixed;
        int least = 0; // pixels
        int width = 0;
        int bar = 0; // what of the width is for a bar alone
        int mark = 0; // what of it is for the mark of a column that is not the sorted one
    };
    QList<Column> columns;
    int usual = 0;
    int least = 0;
    for (int position = 0; position < header->count(); ++position) {
        const int section = header->logicalIndex(position);
        if (header->isSectionHidden(section))
            continue;
        Column column{.section = section, .width = m_ownWidths.value(section)};
        column.least = column.width;
        if (column.width == 0) {
            const InventoryColumn shown = m_listing.model().columnAt(section);
            const int words = usualWidth(section);
            const int title = titleWidth(section, shown == m_listing.query().sortedBy);
            const int shortest = 10 * fontMetrics().averageCharWidth();
            column.kind = kindOf(shown);
            // With room for the mark in each, so that sorting does not move the others.
            column.width = std::max(words, titleWidth(section, true));
            column.mark = column.width - std::max(words, title);
            if (m_listing.model().headerData(section, Qt::Horizontal, BarRole).toBool()) {
                column.bar = std::max(0, barColumnWidth(words) - column.width);
                column.width += column.bar;
            }
            column.least = std::max(title, column.kind == ColumnKind::Fixed ? words : shortest);
        }
        columns.append(column);
    }
    if (columns.isEmpty())
        return;
    for (Column *edge : {&columns.first(), &columns.last()}) {
        if (m_ownWidths.value(edge->section) > 0)
            continue;
        edge->width += edgePadding(*this);
        edge->least += edgePadding(*this);
    }
    for (const Column &column : std::as_const(columns)) {
        usual += column.width;
        least += column.least;
    }
    const int scrollBar = style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this);
    const int room = width() - 2 * frameWidth() - scrollBar;
    // Where it is scarce, the room of a scroll bar that is not there is used.
    int left = (usual > room ? viewport()->width() : room) - usual;
    int lost = std::clamp(-left, 0, usual - least);
    for (int Column::*part : {&Column::bar, &Column::mark}) { // words say more than these
        for (Column &column : columns) {
            const int given = std::min(lost, column.*part);
            column.width -= given;
            usual -= given;
            lost -= given;
        }
    }
    if (lost > 0) { // all give way together, down to their least
        for (Column &column : columns)
            column.width -= ((column.width - column.least) * lost + usual - least - 1)
                / (usual - least); // rounded up, or the rest would need a scroll bar
    }
    auto names = int(std::ranges::count(columns, ColumnKind::Name, &Column::kind));
    for (Column &column : columns) {
        if (column.kind != ColumnKind::Name || left <= 0)
            continue;
        // NOLINTNEXTLINE(clang-analyzer-core.DivideZero): this column is one of those counted
        const int more = left / names--;
        column.width += more;
        left -= more;
    }
    int sum = 0;
    for (const Column &column : std::as_const(columns))
        sum += column.width;
    columns.last().width += std::max(0, viewport()->width() - sum);
    for (const Column &column : std::as_const(columns))
        header->resizeSection(column.section, column.width);
}

void InventoryTableView::showOrder()
{
    const InventoryQuery &query = m_listing.query();
    const qsizetype section = columnsOf(m_listing.list()).indexOf(query.sortedBy);
    horizontalHeader()->setSortIndicatorShown(true);
    horizontalHeader()->setSortIndicator(
        int(section), query.isDescending ? Qt::DescendingOrder : Qt::AscendingOrder);
    fitColumns();
}

//! Once: ascending, twice: descending, three times: the list's own order.
void InventoryTableView::sort(int section)
{
    const InventoryColumn column = m_listing.model().columnAt(section);
    const InventoryQuery &query = m_listing.query();
    const InventoryQuery first = InventoryListing::firstQuery(m_listing.list());
    if (column != query.sortedBy)
        m_listing.setOrder(column, false);
    else if (!query.isDescending || column == first.sortedBy)
        m_listing.setOrder(column, !query.isDescending);
    else
        m_listing.setOrder(first.sortedBy, first.isDescending);
    showOrder();
}

void InventoryTableView::setOrder(int section, Qt::SortOrder order)
{
    m_listing.setOrder(m_listing.model().columnAt(section), order == Qt::DescendingOrder);
    showOrder();
}

void InventoryTableView::showColumnMenu(const QPoint &place)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addColumns(*menu);
    menu->popup(horizontalHeader()->mapToGlobal(place));
}

void InventoryTableView::addColumns(QMenu &menu)
{
    const QHeaderView *header = horizontalHeader();
    for (int section = 0; section < header->count(); ++section) {
        const InventoryColumn column = m_listing.model().columnAt(section);
        QAction *action = menu.addAction(columnTitle(m_listing.list(), column));
        action->setCheckable(true);
        action->setChecked(!header->isSectionHidden(section));
        action->setEnabled(column != m_firstColumns.constFirst());
        connect(action, &QAction::toggled, this, [this, section](bool isShown) {
            horizontalHeader()->setSectionHidden(section, !isShown);
            fitColumns();
        });
    }
}

//! Copies, and what a click on a facet in the side list does, where the value is seen.
void InventoryTableView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index =
        isKey ? currentIndex() : indexAt(viewport()->mapFromGlobal(event->globalPos()));
    const InventoryRow *row = index.isValid() ? m_listing.model().rowAt(index.row()) : nullptr;
    if (!row)
        return;
    const InventoryFilter &now = m_listing.query().filter;
    const InventoryColumn column = m_listing.model().columnAt(index.column());
    InventoryFilter only = now;
    InventoryFilter without = now;
    const bool hasFacet = setFacet(only, column, row) && setFacet(without, column, nullptr);
    auto *menu = new QMenu(this);
    menu->setObjectName(u"rowMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Copy &cell")), &QAction::triggered, this,
            &InventoryTableView::copyCell);
    connect(menu->addAction(tr("Copy &rows")), &QAction::triggered, this,
            &InventoryTableView::copySelection);
    const auto add = [this, menu, &now](const QString &text, const InventoryFilter &filter) {
        QAction *action = menu->addAction(text);
        action->setEnabled(filter != now);
        connect(action, &QAction::triggered, this, [this, filter] { m_listing.setFilter(filter); });
    };
    if (hasFacet) {
        menu->addSeparator();
        add(tr("Only rows with this value"), only);
        add(tr("Remove this filter"), without);
    }
    menu->popup(isKey ? viewport()->mapToGlobal(visualRect(index).bottomLeft())
                      : event->globalPos());
}

void InventoryTableView::open(const QModelIndex &index)
{
    if (const InventoryRow *row = index.isValid() ? m_listing.model().rowAt(index.row()) : nullptr)
        Q_EMIT rowOpened(InventoryRow(*row));
}

void InventoryTableView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copySelection();
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return open(currentIndex());
    QTableView::keyPressEvent(event);
}

QItemSelectionModel::SelectionFlags InventoryTableView::selectionCommand(const QModelIndex &index,
                                                                         const QEvent *event) const
{
    const auto key = selectingKey(event);
    return QTableView::selectionCommand(index, key ? key.get() : event);
}

void InventoryTableView::resizeEvent(QResizeEvent *event)
{
    const bool hidesCurrent = hidesCurrentRow(*this, *event);
    QTableView::resizeEvent(event);
    fitColumns();
    if (hidesCurrent)
        scrollTo(currentIndex());
}

void InventoryTableView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    paintFocusOfNothing(*this);
}

void InventoryTableView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        m_usualWidths.clear();
        fitColumns();
    }
}

} // namespace Vestibule
