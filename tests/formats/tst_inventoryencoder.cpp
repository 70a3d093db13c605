// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "formats/inventoryencoder.h"

#include "formats/csv.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

const InventorySummary summary{
    .tenant = u"acme.eu.auth0.com"_s,
    .began = QDateTime(QDate(2026, 11, 29), QTime(14, 3, 20), Qt::UTC),
    .ended = QDateTime(QDate(2026, 11, 29), QTime(14, 27), Qt::UTC),
    .counts = {.waiting = 1, .read = 5, .failed = 2, .gone = 3},
    .isPopulationFrozen = true,
};

//! With a null, a field that was not sent, and a false.
InventoryRow link()
{
    return InventoryLink{
        .organization = {.id = u"org_1"_s, .name = u"acme"_s, .displayName = u"=Acme, \"Corp\""_s},
        .connection = {.connectionId = u"con_1"_s,
                       .name = u"acme-okta"_s,
                       .isEnabled = false,
                       .organizationAccessLevel = u"full"_s,
                       .json =
                           QByteArray(R"({"connection_id":"con_1","is_enabled":false,)"
                                      R"("organization_access_level":"full",)"
                                      R"("show_as_button":null,)"
                                      R"("connection":{"name":"acme-okta","strategy":null}})")}};
}

InventoryRow use()
{
    return ConnectionUse{.id = u"con_1"_s,
                         .name = u"acme-okta"_s,
                         .organizations = 7,
                         .enabled = 4,
                         .disabled = 2,
                         .membership = 3,
                         .signup = 0,
                         .shown = 1,
                         .levels = {{u"none"_s, 3}, {u"full"_s, 1}, {QString(), 3}}};
}

QByteArray written(InventoryList list, const InventoryLayout &layout,
                   const QList<InventoryRow> &rows)
{
    const auto encoder = makeInventoryEncoder(list, layout, summary);
    QByteArray bytes = encoder->begin();
    for (const InventoryRow &row : rows)
        bytes += encoder->encode({row});
    return bytes + encoder->encode({}) + encoder->end();
}

} // namespace

class TestInventoryEncoder final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void linksAsCsv();
    void someColumnsInAnotherOrder();
    void linksAsNdjson();
    void organizationsWithoutNames();
    void usesAsCsv();
    void usesAsNdjson();
    void jsonSaysWhatItCovers();
    void jsonWithoutRows();
    void everyTextSurvivesJson();
};

void TestInventoryEncoder::linksAsCsv()
{
    QCOMPARE(written(InventoryList::Links, {}, {link()}),
             "organization_id,organization_name,organization_display_name,connection_name,"
             "organization_connection_name,connection_strategy,is_enabled,"
             "organization_access_level,assign_membership_on_login,show_as_button,"
             "is_signup_enabled,connection_id,organization_member_access_level\r\n"
             "org_1,acme,\"'=Acme, \"\"Corp\"\"\",acme-okta,,,false,full,,,,con_1,\r\n");
    const InventoryLayout layout{.csv = {.separator = u';',
                                         .hasByteOrderMark = true,
                                         .guard = CsvDialect::FormulaGuard::Off}};
    const QByteArray bytes = written(InventoryList::Links, layout, {link()});
    QVERIFY(bytes.startsWith("\xef\xbb\xbforganization_id;"));
    QVERIFY(bytes.contains("\r\norg_1;acme;\"=Acme, \"\"Corp\"\"\";"));
}

void TestInventoryEncoder::someColumnsInAnotherOrder()
{
    const InventoryLayout layout{.columns = {u"is_enabled"_s, u"organization_id"_s}};
    QCOMPARE(written(InventoryList::Links, layout, {link()}),
             "is_enabled,organization_id\r\nfalse,org_1\r\n");
}

void TestInventoryEncoder::linksAsNdjson()
{
    const InventoryLayout layout{.format = ExportFormat::Ndjson};
    QCOMPARE(written(InventoryList::Links, layout, {link(), link()}).split('\n').value(1),
             R"({"organization_id":"org_1","organization_name":"acme",)"
             R"("organization_display_name":"=Acme, \"Corp\"","connection_name":"acme-okta",)"
             R"("connection_strategy":null,"is_enabled":false,"organization_access_level":"full",)"
             R"("show_as_button":null,"connection_id":"con_1"})");
}

//! Of a sweep of given organizations only the ids are known.
void TestInventoryEncoder::organizationsWithoutNames()
{
    InventoryLink unnamed = std::get<InventoryLink>(link());
    unnamed.organization = {.id = u"org_1"_s};
    const QByteArray line =
        written(InventoryList::Links, {.format = ExportFormat::Ndjson}, {unnamed});
    QVERIFY2(line.startsWith(R"({"organization_id":"org_1","connection_name")"), line.constData());
}

void TestInventoryEncoder::usesAsCsv()
{
    QCOMPARE(written(InventoryList::Connections, {}, {use()}),
             "connection_id,connection_name,connection_strategy,organizations,enabled,disabled,"
             "assign_membership_on_login,is_signup_enabled,show_as_button,"
             "organization_access_levels\r\n"
             "con_1,acme-okta,,7,4,2,3,0,1,\"none=3;full=1\"\r\n");
}

void TestInventoryEncoder::usesAsNdjson()
{
    QCOMPARE(written(InventoryList::Connections, {.format = ExportFormat::Ndjson}, {use()}),
             R"({"connection_id":"con_1","connection_name":"acme-okta","organizations":7,)"
             R"("enabled":4,"disabled":2,"assign_membership_on_login":3,"is_signup_enabled":0,)"
             R"("show_as_button":1,"organization_access_levels":"none=3;full=1"})"
             "\n");
}

void TestInventoryEncoder::jsonSaysWhatItCovers()
{
    const InventoryLayout layout{.format = ExportFormat::Json};
    const QByteArray bytes = written(InventoryList::Links, layout, {link(), link(), link()});
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    QCOMPARE(object.keys(), QStringList({u"inventory"_s, u"rows"_s}));
    QCOMPARE(object.value("inventory"_L1).toObject(),
             QJsonObject({{u"tenant"_s, u"acme.eu.auth0.com"_s},
                          {u"began"_s, u"2026-11-29T14:03:20Z"_s},
                          {u"ended"_s, u"2026-11-29T14:27:00Z"_s},
                          {u"listed"_s, 11},
                          {u"read"_s, 5},
                          {u"failed"_s, 2},
                          {u"gone"_s, 3},
                          {u"waiting"_s, 1},
                          {u"complete"_s, false}}));
    QCOMPARE(object.value("rows"_L1).toArray().size(), 3);
    QVERIFY(bytes.endsWith("}\n]\n}\n"));
}

void TestInventoryEncoder::jsonWithoutRows()
{
    const QByteArray bytes =
        written(InventoryList::Connections, {.format = ExportFormat::Json}, {});
    QVERIFY(QJsonDocument::fromJson(bytes).object().value("rows"_L1).isArray());
}

void TestInventoryEncoder::everyTextSurvivesJson()
{
    QString text;
    for (char16_t code = 0; code < 0x180; ++code)
        text += QChar(code);
    text += u"\u2028\u2029 \uffff 東京 🚀 \\ / \""_s;
    InventoryLink row = std::get<InventoryLink>(link());
    row.organization.displayName = text;
    const QByteArray line = written(InventoryList::Links, {.format = ExportFormat::Ndjson}, {row});
    QCOMPARE(line.count('\n'), 1);
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    QCOMPARE(object.value("organization_display_name"_L1).toString(), text);
}

QTEST_APPLESS_MAIN(TestInventoryEncoder)
#include "tst_inventoryencoder.moc"
