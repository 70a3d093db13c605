// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/listingfacets.h"

#include "core/accesslevels.h"
#include "core/connectionfield.h"
#include "core/connectionhints.h"
#include "core/inventory.h"
#include "core/listingoverview.h"
#include "core/strategycatalog.h"
#include "models/inventorytext.h"
#include "models/listingoverviewtext.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <array>
#include <functional>
#include <vector>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

struct ListingFacetText {
    Q_DECLARE_TR_FUNCTIONS(Vestibule::ListingFacetText)
};

constexpr std::array FilterKinds{ListingFacetKind::Category, ListingFacetKind::Access,
                                 ListingFacetKind::Strategy, ListingFacetKind::ToCheck};
constexpr qsizetype MostStrategies = 12;

QString prefixOf(ListingFacetKind kind)
{
    switch (kind) {
    case ListingFacetKind::Enabled:
        return u"listing-enabled:"_s;
    case ListingFacetKind::Category:
        return u"listing-category:"_s;
    case ListingFacetKind::Access:
        return u"listing-access:"_s;
    case ListingFacetKind::Strategy:
        return u"listing-strategy:"_s;
    case ListingFacetKind::ToCheck:
        return u"listing-check:"_s;
    }
    Q_UNREACHABLE();
}

constexpr auto SentLevel = "sent:"_L1; // else a tenant's word could be the key of null
constexpr auto NullLevel = "null"_L1;

//! The key of the row's access level, without the prefix of the facet. Null and a missing value
//! have a key each, because the details tell them apart as well.
QString levelKey(const OrganizationConnection &row)
{
    const ListedLevel level = listedLevel(row);
    if (level.presence == FieldPresence::Sent)
        return SentLevel + level.word;
    return level.presence == FieldPresence::Null ? QString(NullLevel) : QString();
}

//! The row's value of the kind; nothing to check is no value.
QString keyOf(ListingFacetKind kind, const OrganizationConnection &row)
{
    const QString prefix = prefixOf(kind);
    const QString strategy = row.strategy.value_or(QString());
    switch (kind) {
    case ListingFacetKind::Enabled:
        return row.isEnabled ? enabledFacetKey(*row.isEnabled) : QString();
    case ListingFacetKind::Category:
        return prefix + QString::number(int(strategyInfo(strategy).category));
    case ListingFacetKind::Access:
        return prefix + levelKey(row);
    case ListingFacetKind::Strategy:
        return prefix + strategy;
    case ListingFacetKind::ToCheck:
        return connectionHints(row).isEmpty() ? QString() : prefix;
    }
    Q_UNREACHABLE();
}

QString textOf(ListingFacetKind kind, const OrganizationConnection &row)
{
    using Kind = InventoryFacet::Kind;
    const QString strategy = row.strategy.value_or(QString());
    switch (kind) {
    case ListingFacetKind::Enabled:
        return facetText(
            {.kind = Kind::Enabled,
             .flag = row.isEnabled.value_or(false) ? FlagChoice::Yes : FlagChoice::No});
    case ListingFacetKind::Category:
        return facetText({.kind = Kind::Category, .category = strategyInfo(strategy).category});
    case ListingFacetKind::Access:
        return overviewLabel(listedLevel(row));
    case ListingFacetKind::Strategy:
        return facetText({.kind = Kind::Strategy, .word = strategy});
    case ListingFacetKind::ToCheck:
        return ListingFacetText::tr("To check", "connections");
    }
    Q_UNREACHABLE();
}

//! The place of a level among the others; those that the API does not name come after them, and
//! those without a word at the end.
qsizetype rankOf(const QString &key)
{
    const auto known = qsizetype(KnownAccessLevels.size());
    if (!key.startsWith(SentLevel))
        return key == NullLevel ? known + 1 : known + 2;
    const QString level = key.sliced(SentLevel.size());
    return std::ranges::find(KnownAccessLevels, level) - KnownAccessLevels.begin();
}

//! Categories and levels in the order that they have everywhere, strategies by their number.
void sort(QList<ListingFacet> &facets, ListingFacetKind kind)
{
    const qsizetype prefix = prefixOf(kind).size();
    std::ranges::stable_sort(facets, [&](const ListingFacet &one, const ListingFacet &other) {
        switch (kind) {
        case ListingFacetKind::Category:
            return one.key < other.key;
        case ListingFacetKind::Access:
            return rankOf(one.key.sliced(prefix)) < rankOf(other.key.sliced(prefix));
        case ListingFacetKind::Strategy:
            return one.text.localeAwareCompare(other.text) < 0;
        default:
            return false;
        }
    });
}

QList<ListingFacet> facetsOf(ListingFacetKind kind, const QList<OrganizationConnection> &rows,
                             const ListingFilter &filter, const std::vector<bool> &isFound)
{
    QList<ListingFacet> facets;
    qsizetype inAll = 0; // rows with a value
    QHash<QString, qsizetype> counts; // whatever is chosen and found
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const OrganizationConnection &row = rows.at(i);
        const QString key = keyOf(kind, row);
        if (key.isEmpty())
            continue;
        ++inAll;
        ++counts[key];
        auto facet = std::ranges::find(facets, key, &ListingFacet::key);
        if (facet == facets.end()) {
            facets.append({.kind = kind,
                           .key = key,
                           .text = textOf(kind, row),
                           .rows = 0,
                           .isChosen = filter.has(key)});
            facet = facets.end() - 1;
        }
        if (isFound.at(std::size_t(i)) && filter.acceptsBesides(kind, row))
            facet->rows = *facet->rows + 1;
    }
    const bool leadsNowhere = facets.size() == 1 && inAll == rows.size();
    if (leadsNowhere && !facets.constFirst().isChosen)
        return {};
    if (kind == ListingFacetKind::Strategy) {
        const bool isListOfRows = std::ranges::all_of(facets, [&](const ListingFacet &facet) {
            return counts.value(facet.key) == 1 && !facet.isChosen;
        });
        if (isListOfRows) // as long as the table, and no shorter way into it
            return {};
        std::ranges::stable_sort(facets, std::ranges::greater(), [&](const ListingFacet &facet) {
            return counts.value(facet.key);
        });
        for (qsizetype i = facets.size() - 1; i >= MostStrategies; --i) {
            if (!facets.at(i).isChosen)
                facets.removeAt(i);
        }
    }
    sort(facets, kind);
    return facets;
}

} // namespace

QString enabledFacetKey(bool isEnabled)
{
    return prefixOf(ListingFacetKind::Enabled) + (isEnabled ? "yes"_L1 : "no"_L1);
}

void ListingFilter::toggle(const QString &key)
{
    if (!m_keys.remove(key))
        m_keys.insert(key);
}

bool ListingFilter::accepts(const OrganizationConnection &row) const
{
    return acceptsBesides(ListingFacetKind::Enabled, row);
}

bool ListingFilter::acceptsBesides(ListingFacetKind left, const OrganizationConnection &row) const
{
    return std::ranges::all_of(FilterKinds, [&](ListingFacetKind kind) {
        const QString prefix = prefixOf(kind);
        const bool isAsked = kind != left
            && std::any_of(m_keys.begin(), m_keys.end(),
                           [&prefix](const QString &key) { return key.startsWith(prefix); });
        return !isAsked || m_keys.contains(keyOf(kind, row));
    });
}

QList<ListingFacet> listingFacets(const QList<OrganizationConnection> &rows,
                                  const ListingFilter &filter, const std::optional<bool> &isEnabled,
                                  ConnectionEndpoint endpoint, const IsRowFound &isFound)
{
    QList<ListingFacet> facets;
    // Looked for once, and not for each kind: a row has many texts, and this is done at each
    // keystroke.
    std::vector<bool> isRowFound;
    for (const OrganizationConnection &row : rows)
        isRowFound.push_back(!isFound || isFound(row));
    const bool isOlderList = endpoint == ConnectionEndpoint::EnabledConnections;
    if (!isOlderList) {
        for (const bool value : {true, false}) {
            const QString key = enabledFacetKey(value);
            std::optional<qsizetype> count;
            if (!isEnabled || *isEnabled == value) {
                count = 0;
                for (qsizetype i = 0; i < rows.size(); ++i) {
                    if (isRowFound.at(std::size_t(i)) && rows.at(i).isEnabled == value
                        && filter.accepts(rows.at(i)))
                        ++*count;
                }
            }
            facets.append({.kind = ListingFacetKind::Enabled,
                           .key = key,
                           .text = textOf(ListingFacetKind::Enabled, {.isEnabled = value}),
                           .rows = count,
                           .isChosen = isEnabled == value});
        }
    }
    facets += facetsOf(ListingFacetKind::ToCheck, rows, filter, isRowFound);
    facets += facetsOf(ListingFacetKind::Category, rows, filter, isRowFound);
    if (!isOlderList)
        facets += facetsOf(ListingFacetKind::Access, rows, filter, isRowFound);
    facets += facetsOf(ListingFacetKind::Strategy, rows, filter, isRowFound);
    return facets;
}

QString listingFacetTitle(ListingFacetKind kind, bool isPartOfListing)
{
    switch (kind) {
    case ListingFacetKind::Enabled:
        return isPartOfListing ? ListingFacetText::tr("On this page")
                               : ListingFacetText::tr("This organization");
    case ListingFacetKind::Category:
        return facetTitle(InventoryFacet::Kind::Category);
    case ListingFacetKind::Access:
        return facetTitle(InventoryFacet::Kind::AccessLevel);
    case ListingFacetKind::Strategy:
        return facetTitle(InventoryFacet::Kind::Strategy);
    case ListingFacetKind::ToCheck:
        return listingFacetTitle(ListingFacetKind::Enabled, isPartOfListing);
    }
    Q_UNREACHABLE();
}

} // namespace Vestibule
