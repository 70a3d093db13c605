// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "formats/driftencoder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

DriftValue absent()
{
    return {};
}

DriftValue null()
{
    return {DriftValue::Kind::Null, {}};
}

DriftValue flag(bool value)
{
    return {DriftValue::Kind::Flag, value ? u"true"_s : u"false"_s};
}

DriftValue text(const QString &text)
{
    return {DriftValue::Kind::Text, text};
}

DriftChange changed(const QString &field, const DriftValue &before, const DriftValue &after)
{
    return {.kind = DriftKind::Changed,
            .organizationId = u"org_1"_s,
            .organizationName = u"acme"_s,
            .connectionId = u"con_1"_s,
            .connectionName = u"okta"_s,
            .field = field,
            .before = before,
            .after = after};
}

//! All kinds of rows and values.
Drift sample()
{
    return {.oldInventory = {.tenant = u"acme.eu.auth0.com"_s,
                             .counts = {.read = 5},
                             .isPopulationFrozen = true},
            .newInventory = {.tenant = u"beta.eu.auth0.com"_s,
                             .counts = {.waiting = 1, .read = 4},
                             .isPopulationFrozen = true},
            .options = {.byName = true},
            .counts = {.same = 7, .added = 1, .removed = 1, .changed = 4, .notComparable = 1},
            .changes = {
                {.kind = DriftKind::Changed,
                 .connectionId = u"con_1"_s,
                 .connectionName = u"okta"_s,
                 .field = u"connection_strategy"_s,
                 .before = text(u"okta"_s),
                 .after = absent()},
                changed(u"is_enabled"_s, flag(true), null()),
                changed(u"show_as_button"_s, absent(), flag(false)),
                changed(u"organization_connection_name"_s, text(u"=1+1"_s), text(u"null"_s)),
                changed(u"connection.options"_s, {DriftValue::Kind::Json, u"[1,{\"a\":null}]"_s},
                        text(QString())),
                {.kind = DriftKind::Added,
                 .organizationId = u"org_2"_s,
                 .organizationName = u"a \"b\", c"_s,
                 .connectionId = u"con_2"_s},
                {.kind = DriftKind::Removed, .organizationId = u"org_3"_s},
                {.kind = DriftKind::NotComparable,
                 .organizationId = u"org_4"_s,
                 .organizationName = u"delta"_s},
            }};
}

QByteArray written(const DriftLayout &layout, const Drift &drift)
{
    const auto encoder = makeDriftEncoder(layout, drift);
    const std::span<const DriftChange> all(drift.changes);
    const std::size_t first = all.empty() ? 0 : 1;
    QByteArray bytes = encoder->begin();
    bytes += encoder->encode(all.first(first));
    bytes += encoder->encode(all.subspan(first));
    return bytes + encoder->end();
}

} // namespace

class TestDriftEncoder final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void csv();
    void someColumnsInAnotherOrder();
    void json();
    void nothing();
};

void TestDriftEncoder::csv()
{
    QCOMPARE(written({}, sample()),
             "kind,organization_id,organization_name,connection_id,connection_name,field,before,"
             "after\r\n"
             "changed,,,con_1,okta,connection_strategy,okta,\r\n"
             "changed,org_1,acme,con_1,okta,is_enabled,true,null\r\n"
             "changed,org_1,acme,con_1,okta,show_as_button,,false\r\n"
             "changed,org_1,acme,con_1,okta,organization_connection_name,'=1+1,null\r\n"
             "changed,org_1,acme,con_1,okta,connection.options,\"[1,{\"\"a\"\":null}]\",\r\n"
             "added,org_2,\"a \"\"b\"\", c\",con_2,,,,\r\n"
             "removed,org_3,,,,,,\r\n"
             "not_comparable,org_4,delta,,,,,\r\n");
}

void TestDriftEncoder::someColumnsInAnotherOrder()
{
    QCOMPARE(written({.columns = {u"after"_s, u"kind"_s}, .csv = {.separator = u';'}}, sample())
                 .split('\n')
                 .first(3),
             QByteArrayList({"after;kind\r", ";changed\r", "null;changed\r"}));
}

void TestDriftEncoder::json()
{
    QJsonParseError error;
    const QJsonObject object =
        QJsonDocument::fromJson(written({.format = DriftFormat::Json}, sample()), &error).object();
    QCOMPARE(error.error, QJsonParseError::NoError);
    QCOMPARE(object.keys(),
             QStringList({u"added"_s, u"by_name"_s, u"changed"_s, u"complete"_s, u"new"_s,
                          u"not_comparable"_s, u"old"_s, u"removed"_s, u"rows"_s, u"same"_s}));
    QCOMPARE(object.value("old"_L1).toObject().value("tenant"_L1), u"acme.eu.auth0.com"_s);
    QCOMPARE(object.value("new"_L1).toObject().value("waiting"_L1), 1);
    QCOMPARE(object.value("by_name"_L1), true);
    QCOMPARE(object.value("complete"_L1), false);
    QCOMPARE(object.value("same"_L1), 7);
    QCOMPARE(object.value("changed"_L1), 4);
    const QJsonArray rows = object.value("rows"_L1).toArray();
    QCOMPARE(rows.size(), 8);
    QCOMPARE(rows.at(0).toObject(),
             QJsonObject({{"kind"_L1, u"changed"_s},
                          {"connection_id"_L1, u"con_1"_s},
                          {"connection_name"_L1, u"okta"_s},
                          {"field"_L1, u"connection_strategy"_s},
                          {"before"_L1, u"okta"_s}}));
    const QJsonObject isEnabled = rows.at(1).toObject();
    QCOMPARE(isEnabled.value("before"_L1), true);
    QVERIFY(isEnabled.contains("after"_L1) && isEnabled.value("after"_L1).isNull());
    QVERIFY(!rows.at(2).toObject().contains("before"_L1));
    QCOMPARE(rows.at(2).toObject().value("after"_L1), false);
    QCOMPARE(rows.at(3).toObject().value("before"_L1), u"=1+1"_s);
    QCOMPARE(rows.at(3).toObject().value("after"_L1), u"null"_s); // a text
    QCOMPARE(rows.at(4).toObject().value("before"_L1),
             QJsonArray({1, QJsonObject({{"a"_L1, QJsonValue::Null}})}));
    QCOMPARE(rows.at(4).toObject().value("after"_L1), QString());
    QCOMPARE(rows.at(6).toObject(),
             QJsonObject({{"kind"_L1, u"removed"_s}, {"organization_id"_L1, u"org_3"_s}}));
    QCOMPARE(rows.at(7).toObject().value("kind"_L1), u"not_comparable"_s);
}

void TestDriftEncoder::nothing()
{
    const Drift drift{.oldInventory = {.isPopulationFrozen = true},
                      .newInventory = {.isPopulationFrozen = true}};
    const QJsonObject object =
        QJsonDocument::fromJson(written({.format = DriftFormat::Json}, drift)).object();
    QCOMPARE(object.value("complete"_L1), true);
    QVERIFY(object.value("rows"_L1).isArray());
    QCOMPARE(written({}, drift).count('\n'), 1);
}

QTEST_GUILESS_MAIN(TestDriftEncoder)
#include "tst_driftencoder.moc"
