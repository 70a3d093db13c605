// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "formats/inventoryencoder.h"

#include "core/connectionfield.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonValue>
#include <QVariant>

#include <optional>
#include <utility>
#include <variant>
#include <vector>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

//! A cell: text, a flag, a number, null, or nothing because it was not sent.
struct Null {};
using Cell = std::variant<std::monostate, Null, QString, bool, int>;
using Cells = std::vector<Cell>;

//! An empty text of an organization is one that the inventory does not know.
Cell known(const QString &text)
{
    return text.isEmpty() ? Cell() : Cell(text);
}

Cell sent(const std::optional<QString> &text)
{
    return text ? Cell(*text) : Cell();
}

//! `none=3;full=1`. How often no level was sent is what the sum lacks.
QString levelsText(const ConnectionUse &use)
{
    QStringList parts;
    for (const auto &[word, count] : use.levels) {
        if (!word.isEmpty())
            parts.append(word + u'=' + QString::number(count));
    }
    return parts.join(u';');
}

Cells cells(const InventoryLink &link)
{
    Cells cells{link.organization.id, known(link.organization.name),
                known(link.organization.displayName)};
    const OrganizationConnection &connection = link.connection;
    std::optional<QJsonObject> row; // parsed only if a field has no value: was it null?
    for (const ConnectionField field : AllConnectionFields) {
        const QVariant value = fieldValue(connection, field);
        if (value.isValid()) {
            const bool isFlag = fieldInfo(field).kind == FieldKind::Flag;
            cells.push_back(isFlag ? Cell(value.toBool()) : Cell(value.toString()));
            continue;
        }
        if (!row)
            row = QJsonDocument::fromJson(connection.json.bytes()).object();
        const FieldInfo &info = fieldInfo(field);
        const QJsonObject object = info.isNested() ? row->value("connection"_L1).toObject() : *row;
        cells.push_back(object.value(info.key()).isNull() ? Cell(Null()) : Cell());
    }
    return cells;
}

Cells cells(const ConnectionUse &use)
{
    return {use.id,       sent(use.name), sent(use.strategy), use.organizations, use.enabled,
            use.disabled, use.membership, use.signup,         use.shown,         levelsText(use)};
}

QString stateName(OrganizationState state)
{
    switch (state) {
    case OrganizationState::Waiting:
        return u"waiting"_s;
    case OrganizationState::Read:
        return u"read"_s;
    case OrganizationState::Failed:
        return u"failed"_s;
    case OrganizationState::Gone:
        return u"gone"_s;
    }
    Q_UNREACHABLE();
}

//! How many connections an organization has is only known once it was read.
Cells cells(const InventoryOrganization &entry)
{
    const bool isRead = entry.state == OrganizationState::Read;
    const QString readAt =
        entry.readAt.isValid() ? entry.readAt.toUTC().toString(Qt::ISODate) : QString();
    return {entry.organization.id,
            known(entry.organization.name),
            known(entry.organization.displayName),
            stateName(entry.state),
            known(readAt),
            isRead ? Cell(entry.connections) : Cell(),
            isRead ? Cell(entry.enabled) : Cell(),
            entry.errorStatus > 0 ? Cell(entry.errorStatus) : Cell(),
            known(entry.errorText)};
}

QString severityName(FindingRule rule)
{
    return findingRule(rule).severity == FindingSeverity::High ? u"high"_s : u"inform"_s;
}

Cells cells(const FindingCount &count)
{
    return {QString(findingRule(count.rule).id), severityName(count.rule), int(count.count),
            int(count.muted)};
}

Cells cells(const Finding &finding)
{
    return {QString(findingRule(finding.key.rule).id),
            severityName(finding.key.rule),
            known(finding.key.organizationId),
            known(finding.organizationName),
            known(finding.key.connectionId),
            known(finding.connectionName.value_or(QString())),
            finding.muteReason.has_value(),
            known(finding.muteReason.value_or(QString()))};
}

Cells cells(const InventoryRow &row)
{
    if (const auto *link = std::get_if<InventoryLink>(&row))
        return cells(*link);
    if (const auto *use = std::get_if<ConnectionUse>(&row))
        return cells(*use);
    if (const auto *count = std::get_if<FindingCount>(&row))
        return cells(*count);
    if (const auto *finding = std::get_if<Finding>(&row))
        return cells(*finding);
    return cells(std::get<InventoryOrganization>(row));
}

QString csvText(const Cell &cell)
{
    if (const auto *text = std::get_if<QString>(&cell))
        return *text;
    if (const auto *flag = std::get_if<bool>(&cell))
        return *flag ? u"true"_s : u"false"_s;
    if (const auto *number = std::get_if<int>(&cell))
        return QString::number(*number);
    return {};
}

class CsvInventoryEncoder final : public InventoryEncoder {
public:
    CsvInventoryEncoder(InventoryList list, const InventoryLayout &layout)
        : m_csv(layout.csv)
    {
        const QStringList all = inventoryColumns(list);
        m_columns = layout.columns.isEmpty() ? all : layout.columns;
        for (const QString &column : std::as_const(m_columns))
            m_indexes.append(all.indexOf(column));
    }

    QByteArray begin() override
    {
        m_csv.appendRecord(m_columns);
        return m_csv.take();
    }

    QByteArray encode(const QList<InventoryRow> &rows) override
    {
        for (const InventoryRow &row : rows) {
            const Cells all = cells(row);
            for (const qsizetype index : std::as_const(m_indexes))
                m_csv.appendCell(csvText(all.at(size_t(index))));
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

QJsonValue utcText(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODate)) : QJsonValue();
}

class JsonRows {
public:
    explicit JsonRows(InventoryList list)
    {
        for (const QString &column : inventoryColumns(list))
            m_keys.append('"' + column.toUtf8() + "\":");
    }

    void append(QByteArray &json, const InventoryRow &row) const
    {
        json += '{';
        bool isFirst = true;
        const Cells all = cells(row);
        for (size_t column = 0; column < all.size(); ++column) {
            const Cell &cell = all.at(column);
            if (std::holds_alternative<std::monostate>(cell))
                continue;
            if (!std::exchange(isFirst, false))
                json += ',';
            json += m_keys.at(qsizetype(column));
            if (const auto *text = std::get_if<QString>(&cell))
                appendJsonString(json, *text);
            else if (std::holds_alternative<Null>(cell))
                json += "null";
            else
                json += csvText(cell).toLatin1();
        }
        json += '}';
    }

private:
    QByteArrayList m_keys;
};

class JsonInventoryEncoder final : public InventoryEncoder {
public:
    JsonInventoryEncoder(InventoryList list, const InventorySummary &summary)
        : m_rows(list)
        , m_summary(summary)
    {
    }

    QByteArray begin() override
    {
        return "{\n\"inventory\": {\n" + jsonLines(jsonMembers(m_summary)) + "\n},\n\"rows\": [";
    }

    QByteArray encode(const QList<InventoryRow> &rows) override
    {
        QByteArray json;
        for (const InventoryRow &row : rows) {
            json += std::exchange(m_isFirst, false) ? "\n" : ",\n";
            m_rows.append(json, row);
        }
        return json;
    }

    QByteArray end() override { return "\n]\n}\n"; }

private:
    JsonRows m_rows;
    InventorySummary m_summary;
    bool m_isFirst = true;
};

class NdjsonInventoryEncoder final : public InventoryEncoder {
public:
    explicit NdjsonInventoryEncoder(InventoryList list)
        : m_rows(list)
    {
    }

    QByteArray begin() override { return {}; }

    QByteArray encode(const QList<InventoryRow> &rows) override
    {
        QByteArray json;
        for (const InventoryRow &row : rows) {
            m_rows.append(json, row);
            json += '\n';
        }
        return json;
    }

    QByteArray end() override { return {}; }

private:
    JsonRows m_rows;
};

} // namespace

JsonMembers jsonMembers(const InventorySummary &summary)
{
    return {{"tenant"_L1, summary.tenant},
            {"began"_L1, utcText(summary.began)},
            {"ended"_L1, utcText(summary.ended)},
            {"listed"_L1, qint64(summary.counts.listed())},
            {"read"_L1, qint64(summary.counts.read)},
            {"failed"_L1, qint64(summary.counts.failed)},
            {"gone"_L1, qint64(summary.counts.gone)},
            {"waiting"_L1, qint64(summary.counts.waiting)},
            {"complete"_L1, summary.isComplete()}};
}

void appendJsonString(QByteArray &json, const QString &text)
{
    constexpr char Digits[] = "0123456789abcdef";
    json += '"';
    for (const char byte : text.toUtf8()) {
        const auto code = static_cast<unsigned char>(byte);
        if (byte == '"' || byte == '\\')
            json.append('\\').append(byte);
        else if (code < 0x20 || code == 0x7f)
            json.append("\\u00").append(Digits[code >> 4]).append(Digits[code & 15]);
        else
            json += byte;
    }
    json += '"';
}

QStringList inventoryColumns(InventoryList list)
{
    if (list == InventoryList::Links) {
        return QStringList{u"organization_id"_s, u"organization_name"_s,
                           u"organization_display_name"_s}
        + csvHeader();
    }
    if (list == InventoryList::Rules)
        return {u"rule"_s, u"severity"_s, u"findings"_s, u"muted"_s};
    if (list == InventoryList::Findings) {
        return {
            u"rule"_s,          u"severity"_s,        u"organization_id"_s, u"organization_name"_s,
            u"connection_id"_s, u"connection_name"_s, u"muted"_s,           u"reason"_s};
    }
    if (list == InventoryList::Organizations) {
        return {u"organization_id"_s, u"organization_name"_s, u"organization_display_name"_s,
                u"state"_s,           u"read_at"_s,           u"connections"_s,
                u"enabled"_s,         u"error_status"_s,      u"error_text"_s};
    }
    return {u"connection_id"_s,
            u"connection_name"_s,
            u"connection_strategy"_s,
            u"organizations"_s,
            u"enabled"_s,
            u"disabled"_s,
            u"assign_membership_on_login"_s,
            u"is_signup_enabled"_s,
            u"show_as_button"_s,
            u"organization_access_levels"_s};
}

std::unique_ptr<InventoryEncoder> makeInventoryEncoder(InventoryList list,
                                                       const InventoryLayout &layout,
                                                       const InventorySummary &summary)
{
    switch (layout.format) {
    case ExportFormat::Csv:
        return std::make_unique<CsvInventoryEncoder>(list, layout);
    case ExportFormat::Json:
        return std::make_unique<JsonInventoryEncoder>(list, summary);
    case ExportFormat::Ndjson:
        return std::make_unique<NdjsonInventoryEncoder>(list);
    }
    Q_UNREACHABLE();
}

} // namespace Vestibule
