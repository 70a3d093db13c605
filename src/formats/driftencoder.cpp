// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "formats/driftencoder.h"

#include "formats/inventoryencoder.h"

#include <QList>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

QString cellText(const DriftValue &value)
{
    return value.kind == DriftValue::Kind::Null ? u"null"_s : value.text;
}

//! In the order of driftColumns().
QStringList csvCells(const DriftChange &change)
{
    return {driftWord(change.kind),  change.organizationId, change.organizationName,
            change.connectionId,     change.connectionName, change.field,
            cellText(change.before), cellText(change.after)};
}

class CsvDriftEncoder final : public DriftEncoder {
public:
    explicit CsvDriftEncoder(const DriftLayout &layout)
        : m_columns(layout.columns.isEmpty() ? driftColumns() : layout.columns)
        , m_csv(layout.csv)
    {
        for (const QString &column : std::as_const(m_columns))
            m_indexes.append(driftColumns().indexOf(column));
    }

    QByteArray begin() override
    {
        m_csv.appendRecord(m_columns);
        return m_csv.take();
    }

    QByteArray encode(std::span<const DriftChange> changes) override
    {
        for (const DriftChange &change : changes) {
            const QStringList cells = csvCells(change);
            for (const qsizetype index : std::as_const(m_indexes))
                m_csv.appendCell(cells.at(index));
            m_csv.endRecord();
        }
        return m_csv.take();
    }

    QByteArray end() override { return {}; }

private:
    QStringList m_columns;
    QList<qsizetype> m_indexes; //!< of the columns in all of them
    CsvText m_csv;
};

QByteArray object(QLatin1StringView key, const JsonMembers &members)
{
    return '"' + QByteArray(key.data(), key.size()) + "\": {\n" + jsonLines(members) + "\n},\n";
}

void appendMember(QByteArray &json, const char *key, const DriftValue &value)
{
    if (value.kind == DriftValue::Kind::Absent)
        return;
    json.append(",\"").append(key).append("\":");
    if (value.kind == DriftValue::Kind::Text)
        appendJsonString(json, value.text);
    else
        json += cellText(value).toUtf8();
}

void appendMember(QByteArray &json, const char *key, const QString &text)
{
    if (text.isEmpty())
        return;
    json.append(",\"").append(key).append("\":");
    appendJsonString(json, text);
}

class JsonDriftEncoder final : public DriftEncoder {
public:
    explicit JsonDriftEncoder(const Drift &drift)
        : m_drift(drift)
    {
    }

    QByteArray begin() override
    {
        const DriftCounts &counts = m_drift.counts;
        return "{\n" + object("old"_L1, jsonMembers(m_drift.oldInventory))
            + object("new"_L1, jsonMembers(m_drift.newInventory))
            + jsonLines({{"by_name"_L1, m_drift.options.byName},
                         {"complete"_L1, m_drift.isComplete()},
                         {"same"_L1, qint64(counts.same)},
                         {"added"_L1, qint64(counts.added)},
                         {"removed"_L1, qint64(counts.removed)},
                         {"changed"_L1, qint64(counts.changed)},
                         {"not_comparable"_L1, qint64(counts.notComparable)}})
            + ",\n\"rows\": [";
    }

    QByteArray encode(std::span<const DriftChange> changes) override
    {
        QByteArray json;
        for (const DriftChange &change : changes) {
            json += std::exchange(m_isFirst, false) ? "\n{" : ",\n{";
            json += "\"kind\":\"" + QByteArray(driftWord(change.kind).data()) + '"';
            appendMember(json, "organization_id", change.organizationId);
            appendMember(json, "organization_name", change.organizationName);
            appendMember(json, "connection_id", change.connectionId);
            appendMember(json, "connection_name", change.connectionName);
            appendMember(json, "field", change.field);
            appendMember(json, "before", change.before);
            appendMember(json, "after", change.after);
            json += '}';
        }
        return json;
    }

    QByteArray end() override { return "\n]\n}\n"; }

private:
    const Drift &m_drift;
    bool m_isFirst = true;
};

} // namespace

const QStringList &driftColumns()
{
    static const QStringList columns{u"kind"_s,
                                     u"organization_id"_s,
                                     u"organization_name"_s,
                                     u"connection_id"_s,
                                     u"connection_name"_s,
                                     u"field"_s,
                                     u"before"_s,
                                     u"after"_s};
    return columns;
}

QLatin1StringView driftWord(DriftKind kind)
{
    switch (kind) {
    case DriftKind::Added:
        return "added"_L1;
    case DriftKind::Removed:
        return "removed"_L1;
    case DriftKind::Changed:
        return "changed"_L1;
    case DriftKind::NotComparable:
        return "not_comparable"_L1;
    }
    Q_UNREACHABLE();
}

std::unique_ptr<DriftEncoder> makeDriftEncoder(const DriftLayout &layout, const Drift &drift)
{
    if (layout.format == DriftFormat::Json)
        return std::make_unique<JsonDriftEncoder>(drift);
    return std::make_unique<CsvDriftEncoder>(layout);
}

} // namespace Vestibule
