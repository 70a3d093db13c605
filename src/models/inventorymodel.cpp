// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/inventorymodel.h"

#include "models/cellrole.h"
#include "models/connectiontext.h"
#include "models/displaytext.h"
#include "models/findingtext.h"
#include "models/inventorytext.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

constexpr qsizetype MostBlocks = 50; //!< that are kept
constexpr qsizetype MostWanted = 4; //!< the screen shows two at most; older wishes are out of sight
constexpr std::size_t MostRequests = 2;

bool isNumber(InventoryColumn column)
{
    switch (column) {
    case InventoryColumn::Organizations:
    case InventoryColumn::Enabled:
    case InventoryColumn::Disabled:
    case InventoryColumn::Membership:
    case InventoryColumn::Signup:
    case InventoryColumn::Shown:
    case InventoryColumn::Connections:
        return true;
    default:
        return false;
    }
}

bool isId(InventoryColumn column)
{
    return column == InventoryColumn::ConnectionId || column == InventoryColumn::OrganizationId;
}

bool hasSign(InventoryList list, InventoryColumn column)
{
    switch (list) {
    case InventoryList::Links:
    case InventoryList::Connections:
        return column == InventoryColumn::ConnectionName;
    case InventoryList::Organizations:
        return column == InventoryColumn::OrganizationDisplayName;
    case InventoryList::Rules:
    case InventoryList::Findings:
        return false;
    }
    Q_UNREACHABLE();
}

//! The findings of the row, and of a link the hints that no rule has.
QStringList hintsOf(const InventoryRow &row)
{
    QStringList hints;
    for (const FindingRule rule : findingsOf(row))
        hints.append(findingTitle(rule));
    if (const auto *link = std::get_if<InventoryLink>(&row))
        hints += hintSentencesOfNoRule(link->connection);
    return hints;
}

//! Titles have no full stop, sentences have one.
QString spokenHints(const QStringList &hints)
{
    QString spoken;
    for (const QString &hint : hints) {
        if (!spoken.isEmpty())
            spoken += spoken.endsWith(u'.') ? u" "_s : u". "_s;
        spoken += hint;
    }
    return spoken;
}

bool hasBar(InventoryList list, InventoryColumn column)
{
    return (list == InventoryList::Connections && column == InventoryColumn::Organizations)
        || (list == InventoryList::Organizations && column == InventoryColumn::Connections);
}

int barCount(const InventoryRow &row)
{
    if (const auto *use = std::get_if<ConnectionUse>(&row))
        return use->organizations;
    const auto *organization = std::get_if<InventoryOrganization>(&row);
    const bool isKnown = organization && organization->state == OrganizationState::Read;
    return isKnown ? organization->connections : 0;
}

} // namespace

InventoryModel::InventoryModel(InventoryList list, QObject *parent)
    : QAbstractTableModel(parent)
    , m_list(list)
{
    m_fetchTimer.setSingleShot(true);
    m_fetchTimer.setInterval(0);
    connect(&m_fetchTimer, &QTimer::timeout, this, &InventoryModel::fetchWanted);
}

InventoryModel::~InventoryModel()
{
    closeView();
}

void InventoryModel::setView(const InventorySourcePtr &source, const InventoryView &view,
                             const QList<InventoryRow> &beginning)
{
    beginResetModel();
    closeView();
    m_source = source;
    m_view = view;
    if (!beginning.isEmpty()) {
        m_blocks.insert(0, beginning);
        m_used.append(0);
    }
    endResetModel();
}

void InventoryModel::clear()
{
    if (m_source)
        setView({}, {});
}

void InventoryModel::closeView()
{
    m_replies.clear();
    m_blocks.clear();
    m_used.clear();
    m_wanted.clear();
    m_fetchTimer.stop();
    if (m_source)
        m_source->close(m_view);
}

const InventoryRow *InventoryModel::rowAt(int row) const
{
    const int block = row / RowsPerRequest;
    const auto found = m_blocks.constFind(block);
    if (found == m_blocks.constEnd()) {
        want(block);
        return nullptr;
    }
    if (m_used.constLast() != block) {
        m_used.removeOne(block);
        m_used.append(block);
    }
    const int offset = row % RowsPerRequest;
    return offset < found->size() ? &found->at(offset) : nullptr;
}

InventoryColumn InventoryModel::columnAt(int column) const
{
    return columnsOf(m_list).at(column);
}

void InventoryModel::want(int block) const
{
    if (!m_source || m_replies.contains(block))
        return;
    m_wanted.removeOne(block);
    m_wanted.append(block);
    if (m_wanted.size() > MostWanted)
        m_wanted.removeFirst();
    m_fetchTimer.start();
}

void InventoryModel::fetchWanted()
{
    while (!m_wanted.isEmpty() && m_replies.size() < MostRequests) {
        const int block = m_wanted.takeLast();
        auto reply =
            m_source->fetch(m_view, qsizetype(block) * RowsPerRequest, qsizetype(RowsPerRequest));
        connect(reply.get(), &ReplyBase::finished, this, [this, block] { takeReply(block); });
        m_replies.emplace(block, std::move(reply));
    }
}

void InventoryModel::takeReply(int block)
{
    const auto reply = std::move(m_replies.at(block));
    m_replies.erase(block);
    if (!reply->result())
        return void(Q_EMIT failed(reply->result().error()));
    m_blocks.insert(block, *reply->result());
    m_used.append(block);
    evict();
    const int first = block * RowsPerRequest;
    const int last = std::min(first + RowsPerRequest, rowCount()) - 1;
    Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
    Q_EMIT rowsRead(first, last);
    if (!m_wanted.isEmpty())
        m_fetchTimer.start();
}

void InventoryModel::evict()
{
    while (m_used.size() > MostBlocks)
        m_blocks.remove(m_used.takeFirst());
}

void InventoryModel::setMasked(bool isMasked)
{
    if (isMasked == m_isMasked)
        return;
    m_isMasked = isMasked;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int InventoryModel::rowCount(const QModelIndex &parent) const
{
    constexpr qsizetype Most = std::numeric_limits<int>::max();
    return parent.isValid() ? 0 : int(std::min(m_view.rows, Most));
}

int InventoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(columnsOf(m_list).size());
}

QVariant InventoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const InventoryColumn column = columnAt(index.column());
    switch (role) {
    case Qt::TextAlignmentRole:
        return int((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case IdRole:
        return isId(column);
    case FieldRole:
        if (const auto field = fieldOf(column); field && m_list == InventoryList::Links)
            return int(*field);
        return {};
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
    case TextRole:
    case MeaningRole:
        break;
    case HintsRole:
        if (!hasSign(m_list, column))
            return {};
        break;
    case BarRole:
        if (!hasBar(m_list, column))
            return {};
        break;
    default:
        return {};
    }
    const InventoryRow *row = rowAt(index.row());
    if (!row && role == HintsRole)
        return QStringList(); // the names line up in any case
    if (role == BarRole) // the numbers, too
        return QVariant::fromValue(
            CountBar{.count = row ? barCount(*row) : 0, .most = m_view.most});
    if (!row)
        return role == MeaningRole ? QVariant() : role == Qt::ToolTipRole ? QVariant() : u"…"_s;
    if (role == MeaningRole)
        return QVariant::fromValue(cellMeaning(*row, column));
    if (role == TextRole)
        return cellWord(*row, column);
    const InventoryRow shown = m_isMasked ? masked(*row) : *row;
    if (role == Qt::DisplayRole)
        return shortCellWord(shown, column);
    const QStringList hints = hasSign(m_list, column) ? hintsOf(shown) : QStringList();
    if (role == HintsRole)
        return hints;
    if (role == Qt::ToolTipRole) {
        const QStringList heading(hints.isEmpty() ? 0 : 1, tr("Needs attention:"));
        return literalToolTip(QStringList(cellWord(shown, column)) + heading + hints);
    }
    const QString spoken = spokenCell(shown, column);
    if (hints.isEmpty())
        return spoken;
    return tr("%1. Needs attention: %2", "a cell, read aloud").arg(spoken, spokenHints(hints));
}

QVariant InventoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return QAbstractTableModel::headerData(section, orientation, role);
    const InventoryColumn column = columnAt(section);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return columnTitle(m_list, column);
    case Qt::ToolTipRole:
        return literalToolTip(columnSentence(m_list, column));
    case Qt::TextAlignmentRole: // beside bars, the numbers are at the beginning of the column
        return int((isNumber(column) && !hasBar(m_list, column) ? Qt::AlignRight : Qt::AlignLeft)
                   | Qt::AlignVCenter);
    case BarRole:
        return hasBar(m_list, column);
    default:
        return {};
    }
}

} // namespace Vestibule
