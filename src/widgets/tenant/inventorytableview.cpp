// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/tenant/inventorytableview.h"

#include "models/cellrole.h"
#include "models/findingtext.h"
#include "models/inventorytext.h"
#include "session/inventorylisting.h"
#include "widgets/controls/passingnote.h"
#include "widgets/table/celldelegate.h"

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

//! The columns that take the width which the others leave, with their part of it.
int stretchOf(InventoryColumn column)
{
    switch (column) {
    case InventoryColumn::OrganizationDisplayName:
    case InventoryColumn::ConnectionName:
    case InventoryColumn::Rule:
        return 3;
    case InventoryColumn::OrganizationName:
    case InventoryColumn::Strategy:
    case InventoryColumn::OrganizationConnectionName:
    case InventoryColumn::Levels:
    case InventoryColumn::Categories:
        return 2;
    default:
        return 0;
    }
}

//! The longest usual text of a column that does not stretch, besides its title. It is taken in
//! place of the rows' texts, so that widths stay the same whatever is shown.
QString usualText(InventoryColumn column)
{
    switch (column) {
    case InventoryColumn::ConnectionId:
    case InventoryColumn::OrganizationId:
        return u"con_ACF7gkvcPd5HbuGO"_s;
    case InventoryColumn::ReadAt:
        return u"29.11.2026 14:03:20"_s;
    case InventoryColumn::OrganizationAccessLevel:
    case InventoryColumn::OrganizationMemberAccessLevel: {
        const OrganizationConnection connection{.organizationAccessLevel = u"readonly"_s};
        return valueWord(connection, ConnectionField::OrganizationAccessLevel);
    }
    case InventoryColumn::AssignMembershipOnLogin: {
        const OrganizationConnection connection{.assignMembershipOnLogin = true};
        return valueWord(connection, ConnectionField::AssignMembershipOnLogin);
    }
    case InventoryColumn::State:
        return stateWord(OrganizationState::Waiting);
    case InventoryColumn::IsEnabled:
    case InventoryColumn::ShowAsButton:
    case InventoryColumn::IsSignupEnabled: {
        const OrganizationConnection connection{.isEnabled = true};
        return valueWord(connection, ConnectionField::IsEnabled);
    }
    case InventoryColumn::Severity:
        return severityWord(FindingSeverity::Inform);
    case InventoryColumn::FindingCount:
        return findingCountText(FindingRule::NoneEnabled, 9'999);
    default:
        return u"9,999"_s;
    }
}

//! What a cell of a flag says where the flag has no meaning; it has no icon then.
QString textWithoutIcon(InventoryColumn column)
{
    if (column != InventoryColumn::ShowAsButton && column != InventoryColumn::IsSignupEnabled)
        return {};
    const bool isButton = column == InventoryColumn::ShowAsButton;
    const OrganizationConnection connection{.strategy = isButton ? u"auth0"_s : u"okta"_s};
    return valueWord(connection,
                     isButton ? ConnectionField::ShowAsButton : ConnectionField::IsSignupEnabled);
}

bool hasIcon(InventoryColumn column)
{
    switch (column) {
    case InventoryColumn::IsEnabled:
    case InventoryColumn::OrganizationAccessLevel:
    case InventoryColumn::OrganizationMemberAccessLevel:
    case InventoryColumn::ShowAsButton:
    case InventoryColumn::IsSignupEnabled:
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
    connect(header, &QHeaderView::sectionResized, this,
            [this](int /*section*/, int /*before*/, int now) {
                m_hasOwnWidths = m_hasOwnWidths || (!m_isFitting && now > 0);
            });
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

QList<InventoryRow> InventoryTableView::selectedRows() const
{
    QModelIndexList selected = selectionModel()->selectedRows();
    std::ranges::sort(selected, {}, [](const QModelIndex &index) { return index.row(); });
    QList<InventoryRow> rows;
    for (const QModelIndex &index : std::as_const(selected)) {
        if (const InventoryRow *row = m_listing.model().rowAt(index.row()))
            rows.append(*row);
    }
    return rows;
}

//! With tabs between the cells, as spreadsheets take them. Copies contain the real names.
void InventoryTableView::copySelection() const
{
    QModelIndexList selected = selectionModel()->selectedRows();
    std::ranges::sort(selected, {}, [](const QModelIndex &index) { return index.row(); });
    QStringList lines;
    const QHeaderView *header = horizontalHeader();
    for (const QModelIndex &index : std::as_const(selected)) {
        QStringList cells;
        for (int position = 0; position < header->count(); ++position) {
            const int section = header->logicalIndex(position);
            if (!header->isSectionHidden(section))
                cells.append(index.siblingAtColumn(section).data(TextRole).toString());
        }
        lines.append(cells.join(u'\t'));
    }
    if (!lines.isEmpty())
        copyToClipboard(lines.join(u'\n'), *this,
                        tr("%n row(s) copied", nullptr, int(lines.size())));
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

void InventoryTableView::fitColumns()
{
    if (m_hasOwnWidths)
        return;
    const QScopedValueRollback fitting(m_isFitting, true);
    QHeaderView *header = horizontalHeader();
    constexpr int IconSpace = 32; // with the space that the style leaves around it
    constexpr int SortMarkSpace = 18;
    const int padding = 2 * fontMetrics().averageCharWidth() + 6;
    int left = viewport()->width();
    int parts = 0;
    struct Stretching {
        int section = 0;
        int part = 0;
        int least = 0; // pixels
    };
    QList<Stretching> stretching;
    for (int section = 0; section < header->count(); ++section) {
        if (header->isSectionHidden(section))
            continue;
        const InventoryColumn column = m_listing.model().columnAt(section);
        const QString name = columnTitle(m_listing.list(), column);
        const int mark = column == m_listing.query().sortedBy ? SortMarkSpace : 0;
        const int title = header->fontMetrics().horizontalAdvance(name) + padding + mark;
        if (const int part = stretchOf(column); part > 0) {
            parts += part;
            const int least = part * 5 * fontMetrics().averageCharWidth();
            stretching.append({section, part, std::max(title, least)});
            continue;
        }
        const int text = fontMetrics().horizontalAdvance(usualText(column)) + padding
            + (hasIcon(column) ? IconSpace : 0);
        const int other = fontMetrics().horizontalAdvance(textWithoutIcon(column)) + padding;
        const int width = std::max({title, text, other});
        header->resizeSection(section, width);
        left -= width;
    }
    // Those that need more than their part take it first, and the others share what is left.
    std::ranges::stable_sort(stretching, [](const Stretching &one, const Stretching &other) {
        return one.least * other.part > other.least * one.part;
    });
    for (const auto &[section, part, least] : std::as_const(stretching)) {
        const int width = std::max(least, left * part / parts);
        header->resizeSection(section, width);
        left -= width;
        parts -= part;
    }
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

void InventoryTableView::showColumnMenu(const QPoint &place)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QHeaderView *header = horizontalHeader();
    for (int section = 0; section < header->count(); ++section) {
        const InventoryColumn column = m_listing.model().columnAt(section);
        QAction *action = menu->addAction(columnTitle(m_listing.list(), column));
        action->setCheckable(true);
        action->setChecked(!header->isSectionHidden(section));
        action->setEnabled(column != m_firstColumns.constFirst());
        connect(action, &QAction::toggled, this, [this, section](bool isShown) {
            horizontalHeader()->setSectionHidden(section, !isShown);
            m_hasOwnWidths = false;
            fitColumns();
        });
    }
    menu->popup(header->mapToGlobal(place));
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

void InventoryTableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void InventoryTableView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitColumns();
}

} // namespace Vestibule
