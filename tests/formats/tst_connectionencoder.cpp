// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "formats/connectionencoder.h"

#include "formats/csv.h"
#include "formats/provenance.h"
#include "support/csvreader.h"
#include "support/jsonsamples.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

using Rows = QList<OrganizationConnection>;

const ExportProvenance provenance{.tenantDomain = u"acme.eu.auth0.com"_s,
                                  .organizationId = u"org_1"_s,
                                  .isEnabled = true,
                                  .programVersion = u"1.2.3"_s};

QByteArray written(const ExportLayout &layout, const Rows &rows,
                   const ExportProvenance &from = provenance, std::optional<qsizetype> total = 132)
{
    const QDateTime readAt(QDate(2026, 3, 1), QTime(13, 4, 5), QTimeZone(3600));
    const std::unique_ptr<ConnectionEncoder> encoder = makeConnectionEncoder(layout, from);
    QByteArray bytes = encoder->begin();
    for (const OrganizationConnection &row : rows) // row by row, like the pages of a listing
        bytes += encoder->encode({row});
    return bytes + encoder->encode({})
        + encoder->end({.rows = rows.size(), .total = total}, readAt);
}

QByteArray written(ExportFormat format, const Rows &rows, const ExportProvenance &from = provenance,
                   std::optional<qsizetype> total = 132)
{
    return written(ExportLayout{.format = format}, rows, from, total);
}

QJsonObject parsed(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

class TestConnectionEncoder final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void csvHasHeaderAndRows();
    void emptyCsvHasItsHeader();
    void csvGuardsEveryColumn_data();
    void csvGuardsEveryColumn();
    void jsonIsAsExpected();
    void jsonWithoutRows();
    void jsonHoldsRowsByteForByte();
    void jsonHasNullForUnknownValues();
    void jsonEscapesTheProvenance();
    void csvHasTheChosenColumnsInOrder();
    void csvMayHaveAnotherHeader();
    void ndjsonHasARowOnEachLine();
};

void TestConnectionEncoder::csvHasHeaderAndRows()
{
    const QByteArray csv = written(ExportFormat::Csv,
                                   {Samples::connection(Samples::recordedRow),
                                    Samples::connection(R"({"connection_id":"con_2"})")});
    QCOMPARE(csv,
             "connection_name,organization_connection_name,connection_strategy,is_enabled,"
             "organization_access_level,assign_membership_on_login,show_as_button,"
             "is_signup_enabled,connection_id,organization_member_access_level\r\n"
             "Acceptance-Test-Connection-testaccdatasourceorganization,,auth0,true,none,false,true,"
             "false,con_Evpbs7vILMWmWd6y,\r\n"
             ",,,,,,,,con_2,\r\n"_ba);
}

void TestConnectionEncoder::emptyCsvHasItsHeader()
{
    QCOMPARE(Samples::readCsv(written(ExportFormat::Csv, {})), QList<QStringList>{csvHeader()});
}

void TestConnectionEncoder::csvGuardsEveryColumn_data()
{
    using Change = void (*)(OrganizationConnection &, const QString &);
    QTest::addColumn<int>("column");
    QTest::addColumn<Change>("change");
    QTest::newRow("name") << 0 << Change([](auto &row, const QString &text) { row.name = text; });
    QTest::newRow("own name") << 1 << Change([](auto &row, const QString &text) {
        row.organizationConnectionName = text;
    });
    QTest::newRow("strategy") << 2 << Change([](auto &row, const QString &text) {
        row.strategy = text;
    });
    QTest::newRow("level") << 4 << Change([](auto &row, const QString &text) {
        row.organizationAccessLevel = text;
    });
    QTest::newRow("member level") << 9 << Change([](auto &row, const QString &text) {
        row.organizationMemberAccessLevel = text;
    });
    QTest::newRow("id") << 8
                        << Change([](auto &row, const QString &text) { row.connectionId = text; });
}

void TestConnectionEncoder::csvGuardsEveryColumn()
{
    using Change = void (*)(OrganizationConnection &, const QString &);
    QFETCH(int, column);
    QFETCH(Change, change);
    for (const QChar start : u"=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20"_s) {
        const QString text = start + "cmd|' /C calc'!A0"_L1;
        OrganizationConnection row{.connectionId = u"con_1"_s};
        change(row, text);
        const QList<QStringList> records = Samples::readCsv(written(ExportFormat::Csv, {row}));
        QCOMPARE(records.size(), 2);
        QCOMPARE(records.at(1).at(column), QString(u'\'' + text));
    }
}

void TestConnectionEncoder::jsonIsAsExpected()
{
    const QByteArray json = written(ExportFormat::Json,
                                    {Samples::connection(R"({"connection_id":"a"})"),
                                     Samples::connection(R"({"z":1.0,"connection_id":"b"})")});
    QCOMPARE(json, R"({
"tenant": "acme.eu.auth0.com",
"organization": "org_1",
"organization_name": null,
"endpoint": "/api/v2/organizations/{id}/connections",
"is_enabled": true,
"extent": "all_pages",
"page": null,
"per_page": null,
"vestibule_version": "1.2.3",
"connections": [
{"connection_id":"a"},
{"z":1.0,"connection_id":"b"}
],
"rows": 2,
"total": 132,
"read_at": "2026-03-01T12:04:05Z"
}
)"_ba);
    QVERIFY(!parsed(json).isEmpty());
}

void TestConnectionEncoder::jsonWithoutRows()
{
    const QJsonObject json = parsed(written(ExportFormat::Json, {}, provenance, 0));
    QCOMPARE(json.value("connections"_L1), QJsonValue(QJsonArray()));
    QCOMPARE(json.value("rows"_L1), QJsonValue(0));
    QCOMPARE(json.value("total"_L1), QJsonValue(0));
}

void TestConnectionEncoder::jsonHoldsRowsByteForByte()
{
    const QByteArrayList texts{Samples::recordedRow,
                               "{ \"connection_id\" : \"\\u0041é\",\n \"n\": 1.0e+2,\"n\":[ ] }",
                               R"({"connection_id":"]},{\"","a":{"b":["}"]}})"};
    Rows rows;
    for (const QByteArray &text : texts)
        rows.append(Samples::connection(text));
    const QByteArray json = written(ExportFormat::Json, rows);
    QVERIFY(json.contains(QByteArray("[\n" + texts.join(",\n") + "\n]")));
    const QByteArray again = QJsonDocument(parsed(json).value("connections"_L1).toArray()).toJson();
    QVERIFY(parseConnectionPage(again, {}));
    QCOMPARE(parsed(json).value("connections"_L1).toArray().size(), texts.size());
}

void TestConnectionEncoder::jsonHasNullForUnknownValues()
{
    const QJsonObject json = parsed(written(ExportFormat::Json, {}, {}, std::nullopt));
    QVERIFY(json.value("is_enabled"_L1).isNull());
    QVERIFY(json.value("total"_L1).isNull());
    QCOMPARE(json.value("tenant"_L1), QJsonValue(u""_s));
    const QJsonObject disabled =
        parsed(written(ExportFormat::Json, {}, {.isEnabled = false}, std::nullopt));
    QCOMPARE(disabled.value("is_enabled"_L1), QJsonValue(false));
}

void TestConnectionEncoder::jsonEscapesTheProvenance()
{
    const QString odd = u"a\"\\\n\t\u0001é😀]},"_s;
    const QJsonObject json =
        parsed(written(ExportFormat::Json, {},
                       {.tenantDomain = odd, .organizationId = odd, .programVersion = odd}));
    for (const QLatin1StringView key : {"tenant"_L1, "organization"_L1, "vestibule_version"_L1})
        QCOMPARE(json.value(key), QJsonValue(odd));
}

void TestConnectionEncoder::csvHasTheChosenColumnsInOrder()
{
    const ExportLayout layout{
        .fields = {ConnectionField::IsEnabled, ConnectionField::Name},
        .csv = {.separator = u';', .hasByteOrderMark = true},
    };
    const Rows rows{{.connectionId = u"con_1"_s, .name = u"a;b"_s, .isEnabled = false},
                    {.connectionId = u"con_2"_s}};
    QCOMPARE(written(layout, rows),
             "\xEF\xBB\xBF"
             "is_enabled;connection_name\r\nfalse;\"a;b\"\r\n;\r\n"_ba);
}

void TestConnectionEncoder::csvMayHaveAnotherHeader()
{
    const ExportLayout layout{.fields = {ConnectionField::Name}, .header = {u"Connexion, nom"_s}};
    QCOMPARE(written(layout, {}), "\"Connexion, nom\"\r\n"_ba);
}

void TestConnectionEncoder::ndjsonHasARowOnEachLine()
{
    const QByteArrayList texts{R"({"connection_id":"a","n":1.0})",
                               "{ \"connection_id\" :\r\n \"b\", \"c\": \"x y\" }",
                               "{\"connection_id\":\"c\",\"d\":\"1\n2\r3\"}"};
    Rows rows;
    for (const QByteArray &text : texts)
        rows.append(Samples::connection(text));
    QCOMPARE(written(ExportFormat::Ndjson, rows),
             "{\"connection_id\":\"a\",\"n\":1.0}\n"
             "{ \"connection_id\" : \"b\", \"c\": \"x y\" }\n"
             "{\"connection_id\":\"c\",\"d\":\"1\\n2\\r3\"}\n"_ba);
    QCOMPARE(written(ExportFormat::Ndjson, {}), ""_ba);
}

QTEST_APPLESS_MAIN(TestConnectionEncoder)
#include "tst_connectionencoder.moc"
