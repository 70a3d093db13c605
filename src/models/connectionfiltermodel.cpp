// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/connectionfiltermodel.h"

#include "core/pastedtext.h"
#include "models/connectiontablemodel.h"
#include "models/connectiontext.h"

#include <algorithm>

namespace Vestibule {

namespace {

//! Unknown levels come after the known ones. They use the rank of NotSent, which is never
//! compared.
int rank(CellMeaning meaning)
{
    return int(meaning == CellMeaning::Text ? CellMeaning::NotSent : meaning);
}

//! Whether the value contains the text as it is, or as it looks: emoji have invisible characters.
bool hasText(const QString &value, const QString &text)
{
    if (value.contains(text, Qt::CaseInsensitive))
        return true;
    const bool isAscii = std::ranges::all_of(value, [](QChar c) { return c.unicode() < 0x80; });
    return !isAscii && visibleText(value).contains(text, Qt::CaseInsensitive);
}

} // namespace

ConnectionFilterModel::ConnectionFilterModel(QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_findFields(AllConnectionFields.begin(), AllConnectionFields.end())
{
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
}

void ConnectionFilterModel::setConnections(ConnectionTableModel *model)
{
    m_connections = model;
    setSourceModel(model);
}

void ConnectionFilterModel::setFindText(const QString &text)
{
    if (text == m_findText)
        return;
    m_findText = text;
    invalidate(); // one change of layout; invalidateFilter() would report each group of rows
    Q_EMIT findChanged();
}

void ConnectionFilterModel::setFieldTexts(const QMap<ConnectionField, QString> &texts)
{
    QMap<ConnectionField, QString> wanted;
    for (const auto &[field, text] : texts.asKeyValueRange()) {
        if (!text.isEmpty())
            wanted.insert(field, text);
    }
    if (wanted == m_fieldTexts)
        return;
    m_fieldTexts = wanted;
    invalidate();
    Q_EMIT findChanged();
}

void ConnectionFilterModel::setListingFilter(const ListingFilter &filter)
{
    if (filter == m_listingFilter)
        return;
    m_listingFilter = filter;
    invalidate();
}

bool ConnectionFilterModel::isFiltering() const
{
    return !m_findText.isEmpty() || !m_fieldTexts.isEmpty() || !m_listingFilter.isEmpty();
}

void ConnectionFilterModel::setFindFields(const QList<ConnectionField> &fields)
{
    if (fields == m_findFields)
        return;
    m_findFields = fields;
    if (m_findText.isEmpty())
        return;
    invalidate();
    Q_EMIT findChanged();
}

bool ConnectionFilterModel::isFound(const OrganizationConnection &row) const
{
    for (const auto &[field, text] : m_fieldTexts.asKeyValueRange()) {
        if (!hasText(valueWord(row, field), text))
            return false;
    }
    return m_findText.isEmpty() || std::ranges::any_of(m_findFields, [&](ConnectionField field) {
               return hasText(valueWord(row, field), m_findText);
           });
}

bool ConnectionFilterModel::isFoundIn(int row, ConnectionField field) const
{
    const int sourceRow = mapToSource(index(row, 0)).row();
    return hasText(valueWord(m_connections->connectionAt(sourceRow), field), m_findText);
}

bool ConnectionFilterModel::filterAcceptsRow(int sourceRow, const QModelIndex & /*parent*/) const
{
    if (!isFiltering())
        return true;
    const OrganizationConnection &connection = m_connections->connectionAt(sourceRow);
    return m_listingFilter.accepts(connection) && isFound(connection);
}

bool ConnectionFilterModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const OrganizationConnection &one = m_connections->connectionAt(left.row());
    const OrganizationConnection &other = m_connections->connectionAt(right.row());
    const ConnectionField field = AllConnectionFields.at(std::size_t(left.column()));
    if (field == ConnectionField::ConnectionId)
        return one.connectionId < other.connectionId;

    const CellMeaning meaning = cellMeaning(one, field);
    const CellMeaning otherMeaning = cellMeaning(other, field);
    const bool isMissing = meaning == CellMeaning::NotSent;
    const bool isOtherMissing = otherMeaning == CellMeaning::NotSent;
    if (isMissing && isOtherMissing)
        return false;
    if (isMissing || isOtherMissing) {
        // In descending order the base class swaps the two sides.
        return isMissing == (sortOrder() == Qt::DescendingOrder);
    }
    if (field != ConnectionField::Strategy && !isFreeText(field))
        return rank(meaning) < rank(otherMeaning);
    // Folded, because QCollator distinguishes case in the "C" locale whatever it is set to.
    const auto key = [&](const OrganizationConnection &connection) {
        const bool isStrategy = field == ConnectionField::Strategy && connection.strategy;
        const QString word = isStrategy ? shortStrategyWord(*connection.strategy) // as in the cell
                                        : valueWord(connection, field);
        return m_collator.sortKey(word.toCaseFolded());
    };
    return key(one) < key(other);
}

} // namespace Vestibule
