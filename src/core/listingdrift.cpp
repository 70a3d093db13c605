// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/listingdrift.h"

#include "core/connectionfield.h"
#include "core/driftvalue.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonValue>
#include <QMap>
#include <QMetaType>
#include <QVariant>

#include <algorithm>
#include <array>
#include <memory>
#include <tuple>
#include <utility>

namespace Vestibule {

namespace {

using Row = OrganizationConnection;

//! All that the older list has of a row, besides its names.
constexpr std::array FieldsOfBothLists{ConnectionField::AssignMembershipOnLogin,
                                       ConnectionField::ShowAsButton,
                                       ConnectionField::IsSignupEnabled};
constexpr std::array FieldsOfNewerList{ConnectionField::OrganizationAccessLevel,
                                       ConnectionField::OrganizationMemberAccessLevel,
                                       ConnectionField::OrganizationConnectionName};

DriftValue valueOf(const Row &row, ConnectionField field)
{
    const QVariant value = fieldValue(row, field);
    if (!value.isValid())
        return {fieldPresence(row, field) == FieldPresence::Null ? DriftValue::Kind::Null
                                                                 : DriftValue::Kind::Absent,
                {}};
    return value.typeId() == QMetaType::Bool ? flagDriftValue(value.toBool())
                                             : DriftValue{DriftValue::Kind::Text, value.toString()};
}

//! A member that this version does not know.
struct OtherValue {
    QJsonValue value{QJsonValue::Undefined};
    QByteArray json{}; //!< as it came
};

//! The rows of both listings that have the same connection id.
struct Pair {
    const Row *inOld = nullptr; //!< null: there is none
    const Row *inNew = nullptr; //!< the same
    bool isRepeated = false;
};

InventorySummary summaryOf(const ComparedListing &listing)
{
    InventorySummary summary;
    summary.tenant = listing.tenant;
    summary.endpoint = listing.endpoint;
    summary.programVersion = listing.programVersion;
    summary.began = listing.readAt.toUTC();
    summary.ended = summary.began;
    summary.counts.read = 1;
    summary.isPopulationFrozen = !listing.isPart;
    summary.links = listing.connections.size();
    summary.connections = listing.connections.size();
    return summary;
}

class ListingComparison final {
public:
    ListingComparison(const ComparedListing &inOld, const ComparedListing &inNew)
        : m_old(inOld)
        , m_new(inNew)
        , m_drift(std::make_shared<Drift>())
    {
        m_drift->oldInventory = summaryOf(inOld);
        m_drift->newInventory = summaryOf(inNew);
        m_drift->isOfListings = true;
        m_change.organizationId = inOld.organization.id;
        m_change.organizationName =
            inOld.organization.name.isEmpty() ? inNew.organization.name : inOld.organization.name;
        m_change.organizationDisplayName = inOld.organization.displayName.isEmpty()
            ? inNew.organization.displayName
            : inOld.organization.displayName;
    }

    [[nodiscard]] DriftPtr run();

private:
    [[nodiscard]] QHash<QString, Pair> pairs() const;
    void compare(const Pair &pair);
    void compareOther(const Row &inOld, const Row &inNew);
    void compareFields(const Row &inOld, const Row &inNew);
    void addLonely(const Row &row, DriftKind kind, const ComparedListing &itsListing,
                   const ComparedListing &other);
    void add(DriftKind kind, const Row &row);
    void addField(const QString &field, const DriftValue &before, const DriftValue &after);
    void setConnection(const Row &row, const QString &otherName = {});

    const ComparedListing &m_old;
    const ComparedListing &m_new;
    std::shared_ptr<Drift> m_drift;
    DriftChange m_change; //!< of what is being compared: the ids and names
};

DriftPtr ListingComparison::run()
{
    const QHash<QString, Pair> all = pairs();
    for (const Pair &pair : all)
        compare(pair);
    QList<DriftChange> &changes = m_drift->changes;
    const auto place = [](const DriftChange &change) {
        return std::tie(change.connectionName, change.connectionId, change.field);
    };
    std::ranges::sort(changes, [&](const DriftChange &one, const DriftChange &other) {
        return place(one) < place(other);
    });
    DriftCounts &counts = m_drift->counts;
    const auto count = [&changes](DriftKind kind) {
        return std::ranges::count(changes, kind, &DriftChange::kind);
    };
    counts.added = count(DriftKind::Added);
    counts.removed = count(DriftKind::Removed);
    counts.changed = count(DriftKind::Changed);
    counts.notComparable = count(DriftKind::NotComparable);
    return m_drift;
}

QHash<QString, Pair> ListingComparison::pairs() const
{
    QHash<QString, Pair> all;
    const auto take = [&all](const QList<Row> &rows, const Row *Pair::*side) {
        for (const Row &row : rows) {
            Pair &pair = all[row.connectionId];
            pair.isRepeated = pair.isRepeated || pair.*side;
            pair.*side = &row;
        }
    };
    take(m_old.connections, &Pair::inOld);
    take(m_new.connections, &Pair::inNew);
    return all;
}

void ListingComparison::compare(const Pair &pair)
{
    if (pair.isRepeated)
        add(DriftKind::NotComparable, pair.inOld ? *pair.inOld : *pair.inNew);
    else if (!pair.inNew)
        addLonely(*pair.inOld, DriftKind::Removed, m_old, m_new);
    else if (!pair.inOld)
        addLonely(*pair.inNew, DriftKind::Added, m_new, m_old);
    else
        compareFields(*pair.inOld, *pair.inNew);
}

//! The older list would not have one that is not enabled: what is missing there may be disabled.
void ListingComparison::addLonely(const Row &row, DriftKind kind, const ComparedListing &itsListing,
                                  const ComparedListing &other)
{
    const bool mayBeDisabled = other.endpoint == ConnectionEndpoint::EnabledConnections
        && itsListing.endpoint == ConnectionEndpoint::Connections;
    if (mayBeDisabled && row.isEnabled != true)
        return;
    add(mayBeDisabled || other.isPart ? DriftKind::NotComparable : kind, row);
}

void ListingComparison::compareFields(const Row &inOld, const Row &inNew)
{
    const bool hasOneOlderList = m_drift->hasOneOlderList();
    if (!hasOneOlderList && inOld == inNew) {
        ++m_drift->counts.same;
        return;
    }
    const qsizetype changesBefore = m_drift->changes.size();
    setConnection(inOld, inNew.name.value_or(QString()));
    const auto compareField = [&](ConnectionField field) {
        const DriftValue before = valueOf(inOld, field);
        const DriftValue after = valueOf(inNew, field);
        if (before != after)
            addField(apiName(field), before, after);
    };
    compareField(ConnectionField::Name);
    compareField(ConnectionField::Strategy);
    // All that are in the older list are enabled, which it does not say.
    const Row &withFlag = m_old.endpoint == ConnectionEndpoint::Connections ? inOld : inNew;
    if (!hasOneOlderList || withFlag.isEnabled == false)
        compareField(ConnectionField::IsEnabled);
    for (const ConnectionField field : FieldsOfBothLists)
        compareField(field);
    if (!hasOneOlderList) {
        for (const ConnectionField field : FieldsOfNewerList)
            compareField(field);
        compareOther(inOld, inNew);
    }
    if (m_drift->changes.size() == changesBefore)
        ++m_drift->counts.same;
}

//! Values are compared and not their spelling: the order of members, or 1 and 1.0.
void ListingComparison::compareOther(const Row &inOld, const Row &inNew)
{
    if (inOld.json == inNew.json)
        return;
    QMap<QString, std::pair<OtherValue, OtherValue>> all;
    const auto take = [&all](const Row &row, OtherValue std::pair<OtherValue, OtherValue>::*side) {
        const QList<OtherField> fields = otherFields(row);
        for (const OtherField &field : fields) {
            const QJsonArray parsed = QJsonDocument::fromJson('[' + field.json + ']').array();
            all[field.name].*side = {.value = parsed.at(0), .json = field.json};
        }
    };
    take(inOld, &std::pair<OtherValue, OtherValue>::first);
    take(inNew, &std::pair<OtherValue, OtherValue>::second);
    for (auto each = all.cbegin(); each != all.cend(); ++each) {
        const auto &[before, after] = each.value();
        if (before.value != after.value)
            addField(each.key(), jsonDriftValue(before.value, before.json),
                     jsonDriftValue(after.value, after.json));
    }
}

void ListingComparison::add(DriftKind kind, const Row &row)
{
    setConnection(row);
    m_change.kind = kind;
    m_drift->changes.append(m_change);
}

void ListingComparison::addField(const QString &field, const DriftValue &before,
                                 const DriftValue &after)
{
    DriftChange change = m_change;
    change.kind = DriftKind::Changed;
    change.field = field;
    change.before = before;
    change.after = after;
    m_drift->changes.append(change);
}

void ListingComparison::setConnection(const Row &row, const QString &otherName)
{
    m_change.connectionId = row.connectionId;
    m_change.connectionName = row.name.value_or(QString());
    if (m_change.connectionName.isEmpty())
        m_change.connectionName = otherName;
}

} // namespace

DriftPtr listingDrift(const ComparedListing &inOld, const ComparedListing &inNew)
{
    return ListingComparison(inOld, inNew).run();
}

} // namespace Vestibule
