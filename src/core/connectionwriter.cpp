// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/connectionwriter.h"

#include "core/connectioncsv.h"
#include "core/csv.h"

#include <QIODevice>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

class CsvConnectionWriter final : public ConnectionWriter {
public:
    explicit CsvConnectionWriter(QIODevice &device)
        : m_csv(device)
    {
    }

    bool begin() override { return m_csv.writeRecord(csvHeader()); }
    bool writeRow(const OrganizationConnection &connection) override
    {
        return m_csv.writeRecord(csvCells(connection));
    }
    bool end(const ExportCount & /*count*/, const QDateTime & /*readAt*/) override { return true; }

private:
    CsvWriter m_csv;
};

//! The text of one JSON value.
QByteArray jsonText(const QJsonValue &value)
{
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return list.sliced(1, list.size() - 2);
}

//! Written by hand around the rows, so that they stay as they came: a QJsonDocument would sort
//! their keys and spell their numbers anew.
class JsonConnectionWriter final : public ConnectionWriter {
public:
    JsonConnectionWriter(QIODevice &device, const ExportProvenance &provenance)
        : m_device(device)
        , m_provenance(provenance)
    {
    }

    bool begin() override
    {
        const QString endpoint = "/api/v2/organizations/{id}/connections"_L1;
        return write("{\n") && writeMember("tenant", m_provenance.tenantDomain)
            && writeMember("organization", m_provenance.organizationId)
            && writeMember("endpoint", endpoint)
            && writeMember("is_enabled",
                           m_provenance.isEnabled ? QJsonValue(*m_provenance.isEnabled)
                                                  : QJsonValue(QJsonValue::Null))
            && writeMember("vestibule_version", m_provenance.programVersion)
            && write("\"connections\": [");
    }

    bool writeRow(const OrganizationConnection &connection) override
    {
        const QByteArray separator = m_isFirst ? "\n" : ",\n";
        m_isFirst = false;
        return write(separator + connection.json.bytes());
    }

    bool end(const ExportCount &count, const QDateTime &readAt) override
    {
        const QJsonValue total =
            count.total ? QJsonValue(qint64(*count.total)) : QJsonValue(QJsonValue::Null);
        return write("\n],\n") && writeMember("rows", qint64(count.rows))
            && writeMember("total", total)
            && write("\"read_at\": " + jsonText(readAt.toUTC().toString(Qt::ISODate)) + "\n}\n");
    }

private:
    bool write(const QByteArray &bytes) { return m_device.write(bytes) == bytes.size(); }
    bool writeMember(const QByteArray &key, const QJsonValue &value)
    {
        return write('"' + key + "\": " + jsonText(value) + ",\n");
    }

    QIODevice &m_device;
    ExportProvenance m_provenance;
    bool m_isFirst = true;
};

} // namespace

std::unique_ptr<ConnectionWriter> makeConnectionWriter(ExportFormat format, QIODevice &device,
                                                       const ExportProvenance &provenance)
{
    switch (format) {
    case ExportFormat::Csv:
        return std::make_unique<CsvConnectionWriter>(device);
    case ExportFormat::Json:
        return std::make_unique<JsonConnectionWriter>(device, provenance);
    }
    Q_UNREACHABLE();
}

} // namespace Vestibule
