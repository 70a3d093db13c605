// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "formats/connectionencoder.h"

#include "core/json.h"
#include "formats/provenance.h"

namespace Vestibule {

namespace {

class CsvEncoder final : public ConnectionEncoder {
public:
    explicit CsvEncoder(const ExportLayout &layout)
        : m_layout(layout)
        , m_csv(layout.csv)
    {
    }

    QByteArray begin() override
    {
        m_csv.appendRecord(m_layout.header.isEmpty() ? csvHeader(m_layout.fields)
                                                     : m_layout.header);
        return m_csv.take();
    }

    QByteArray encode(const QList<OrganizationConnection> &rows) override
    {
        for (const OrganizationConnection &row : rows) {
            for (const ConnectionField field : std::as_const(m_layout.fields))
                m_csv.appendCell(csvCell(row, field));
            m_csv.endRecord();
        }
        return m_csv.take();
    }

    QByteArray end(const ExportCount & /*count*/, const QDateTime & /*readAt*/) override
    {
        return {};
    }

private:
    ExportLayout m_layout;
    CsvText m_csv;
};

//! Does not use QJsonDocument, which would sort the keys of the rows and change the spelling of
//! their numbers.
class JsonEncoder final : public ConnectionEncoder {
public:
    explicit JsonEncoder(const ExportProvenance &provenance)
        : m_provenance(provenance)
    {
    }

    QByteArray begin() override
    {
        return "{\n" + jsonLines(jsonMembers(m_provenance)) + ",\n\"connections\": [";
    }

    QByteArray encode(const QList<OrganizationConnection> &rows) override
    {
        QByteArray text;
        for (const OrganizationConnection &row : rows) {
            text += m_isFirst ? "\n" : ",\n";
            text += row.json.bytes();
            m_isFirst = false;
        }
        return text;
    }

    QByteArray end(const ExportCount &count, const QDateTime &readAt) override
    {
        return "\n],\n" + jsonLines(jsonMembers(count, readAt)) + "\n}\n";
    }

private:
    ExportProvenance m_provenance;
    bool m_isFirst = true;
};

class NdjsonEncoder final : public ConnectionEncoder {
public:
    QByteArray begin() override { return {}; }
    QByteArray encode(const QList<OrganizationConnection> &rows) override
    {
        QByteArray text;
        for (const OrganizationConnection &row : rows)
            text += onOneLine(row.json.bytes()) + '\n';
        return text;
    }
    QByteArray end(const ExportCount & /*count*/, const QDateTime & /*readAt*/) override
    {
        return {};
    }
};

} // namespace

std::unique_ptr<ConnectionEncoder> makeConnectionEncoder(const ExportLayout &layout,
                                                         const ExportProvenance &provenance)
{
    switch (layout.format) {
    case ExportFormat::Csv:
        return std::make_unique<CsvEncoder>(layout);
    case ExportFormat::Json:
        return std::make_unique<JsonEncoder>(provenance);
    case ExportFormat::Ndjson:
        return std::make_unique<NdjsonEncoder>();
    }
    Q_UNREACHABLE();
}

} // namespace Vestibule
