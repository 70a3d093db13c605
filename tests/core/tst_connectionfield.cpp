// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/connectionfield.h"

#include "support/jsonsamples.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <optional>
#include <type_traits>
#include <variant>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using enum ConnectionField;

class TestConnectionField final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void everyFieldIsListedOnce();
    void newFieldsAreLastInFilesAndBesideTheirRelativesOnScreen();
    void everyFieldHasItsOwnName();
    void kindFollowsFromTheMember();
    void visitorsReachTheMember();
    void valueIsThatOfTheMember_data();
    void valueIsThatOfTheMember();
    void unsentValuesAreInvalid();
    void anEmptyTextIsAValue();
    void presenceDistinguishesNullAndAbsent_data();
    void presenceDistinguishesNullAndAbsent();
    void nestedFieldsAreOnlyReadInTheNestedObject();
    void flagsApplyToTheirCategory_data();
    void flagsApplyToTheirCategory();
    void allButTwoFieldsAlwaysApply();
    void knownFieldsAreNotOtherFields();
    void otherFieldsKeepTheirSpelling();
    void otherFieldsOfTheNestedObjectHaveItsName();
    void columnNamesOfFilesAreOtherFields();
};

void TestConnectionField::everyFieldIsListedOnce()
{
    for (std::size_t i = 0; i < AllConnectionFields.size(); ++i)
        QCOMPARE(std::size_t(AllConnectionFields.at(i)), i);
    QCOMPARE(AllConnectionFields.size(), std::size_t(OrganizationMemberAccessLevel) + 1);
}

void TestConnectionField::newFieldsAreLastInFilesAndBesideTheirRelativesOnScreen()
{
    QCOMPARE(AllConnectionFields.back(), OrganizationMemberAccessLevel);
    const auto *level = std::ranges::find(FieldsOnScreen, OrganizationAccessLevel);
    QCOMPARE(*(level + 1), OrganizationMemberAccessLevel);
    QCOMPARE(FieldsOnScreen.back(), ConnectionId);
}

void TestConnectionField::everyFieldHasItsOwnName()
{
    QSet<QString> names;
    for (const ConnectionField field : AllConnectionFields)
        names.insert(apiName(field));
    QCOMPARE(names.size(), qsizetype(AllConnectionFields.size()));
}

void TestConnectionField::kindFollowsFromTheMember()
{
    for (const ConnectionField field : AllConnectionFields) {
        const FieldInfo &info = fieldInfo(field);
        const bool isFlag =
            std::holds_alternative<std::optional<bool> OrganizationConnection::*>(info.member);
        QCOMPARE(info.kind == FieldKind::Flag, isFlag);
        QCOMPARE(isFreeText(field), info.kind == FieldKind::FreeText);
        QCOMPARE(info.isNested(), field == Name || field == Strategy);
        QCOMPARE(info.kind == FieldKind::AccessLevel,
                 field == OrganizationAccessLevel || field == OrganizationMemberAccessLevel);
        QCOMPARE(info.key(), info.isNested() ? info.nestedKey : info.apiName);
    }
}

void TestConnectionField::visitorsReachTheMember()
{
    OrganizationConnection connection;
    for (const ConnectionField field : AllConnectionFields)
        visitField(connection, field, [](auto &value) { value = std::decay_t<decltype(value)>(); });
    visitField(connection, ShowAsButton, [](auto &value) {
        if constexpr (std::is_same_v<decltype(value), std::optional<bool> &>)
            value = true;
    });
    QVERIFY(connection == OrganizationConnection{.showAsButton = true});
}

void TestConnectionField::valueIsThatOfTheMember_data()
{
    QTest::addColumn<ConnectionField>("field");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QVariant>("value");
    QTest::newRow("name") << Name << u"connection_name"_s << QVariant(u"n"_s);
    QTest::newRow("own name") << OrganizationConnectionName << u"organization_connection_name"_s
                              << QVariant(u"o"_s);
    QTest::newRow("strategy") << Strategy << u"connection_strategy"_s << QVariant(u"s"_s);
    QTest::newRow("enabled") << IsEnabled << u"is_enabled"_s << QVariant(true);
    QTest::newRow("level") << OrganizationAccessLevel << u"organization_access_level"_s
                           << QVariant(u"l"_s);
    QTest::newRow("member level") << OrganizationMemberAccessLevel
                                  << u"organization_member_access_level"_s << QVariant(u"m"_s);
    QTest::newRow("membership") << AssignMembershipOnLogin << u"assign_membership_on_login"_s
                                << QVariant(false);
    QTest::newRow("button") << ShowAsButton << u"show_as_button"_s << QVariant(true);
    QTest::newRow("sign-up") << IsSignupEnabled << u"is_signup_enabled"_s << QVariant(false);
    QTest::newRow("id") << ConnectionId << u"connection_id"_s << QVariant(u"i"_s);
}

void TestConnectionField::valueIsThatOfTheMember()
{
    QFETCH(ConnectionField, field);
    QFETCH(QString, name);
    QFETCH(QVariant, value);
    const OrganizationConnection connection{.connectionId = u"i"_s,
                                            .organizationConnectionName = u"o"_s,
                                            .name = u"n"_s,
                                            .strategy = u"s"_s,
                                            .isEnabled = true,
                                            .assignMembershipOnLogin = false,
                                            .showAsButton = true,
                                            .isSignupEnabled = false,
                                            .organizationAccessLevel = u"l"_s,
                                            .organizationMemberAccessLevel = u"m"_s};
    QCOMPARE(QString(apiName(field)), name);
    QCOMPARE(fieldValue(connection, field), value);
    QCOMPARE(fieldValue(connection, field).metaType(), value.metaType());
    QVERIFY(fieldPresence(connection, field) == FieldPresence::Sent);
}

void TestConnectionField::unsentValuesAreInvalid()
{
    for (const ConnectionField field : AllConnectionFields)
        QCOMPARE(fieldValue({.connectionId = u"x"_s}, field).isValid(), field == ConnectionId);
}

void TestConnectionField::anEmptyTextIsAValue()
{
    const OrganizationConnection connection{.connectionId = u"x"_s, .name = QString()};
    QVERIFY(fieldValue(connection, Name).isValid());
    QVERIFY(fieldPresence(connection, Name) == FieldPresence::Sent);
}

void TestConnectionField::presenceDistinguishesNullAndAbsent_data()
{
    QTest::addColumn<ConnectionField>("field");
    QTest::addColumn<QByteArray>("null");
    for (const ConnectionField field : AllConnectionFields) {
        const QByteArray key = apiName(field).data();
        if (field == Name || field == Strategy) {
            QTest::newRow(key.constData())
                << field << QByteArray("\"connection\":{\"" + key.sliced(11) + "\":null}");
        } else if (field != ConnectionId) {
            QTest::newRow(key.constData()) << field << QByteArray('"' + key + "\":null");
        }
    }
}

void TestConnectionField::presenceDistinguishesNullAndAbsent()
{
    QFETCH(ConnectionField, field);
    QFETCH(QByteArray, null);
    const OrganizationConnection row =
        Samples::connection("{\"connection_id\":\"x\"," + null + '}');
    for (const ConnectionField other : AllConnectionFields) {
        const FieldPresence expected = other == ConnectionId ? FieldPresence::Sent
            : other == field                                 ? FieldPresence::Null
                                                             : FieldPresence::Absent;
        QCOMPARE(int(fieldPresence(row, other)), int(expected));
    }
}

void TestConnectionField::nestedFieldsAreOnlyReadInTheNestedObject()
{
    const OrganizationConnection row = Samples::connection(
        R"({"connection_id":"x","name":null,"connection_name":null,"connection":{}})");
    QVERIFY(fieldPresence(row, Name) == FieldPresence::Absent);
}

void TestConnectionField::flagsApplyToTheirCategory_data()
{
    QTest::addColumn<std::optional<QString>>("strategy");
    QTest::addColumn<bool>("button");
    QTest::addColumn<bool>("signup");
    const auto add = [](const char *name, const std::optional<QString> &strategy, bool button,
                        bool signup) { QTest::newRow(name) << strategy << button << signup; };
    add("database", u"auth0"_s, false, true);
    add("enterprise", u"okta"_s, true, false);
    add("social", u"google-oauth2"_s, false, false);
    add("passwordless", u"sms"_s, false, false);
    add("custom", u"custom"_s, false, false);
    add("known, of unknown category", u"linear-mcp"_s, true, true);
    add("unknown is never guessed", u"quantum"_s, true, true);
    add("in capitals is unknown", u"Okta"_s, true, true);
    add("empty", QString(), true, true);
    add("not sent", std::nullopt, true, true);
}

void TestConnectionField::flagsApplyToTheirCategory()
{
    QFETCH(std::optional<QString>, strategy);
    QFETCH(bool, button);
    QFETCH(bool, signup);
    const OrganizationConnection connection{.connectionId = u"x"_s, .strategy = strategy};
    QCOMPARE(fieldApplies(connection, ShowAsButton), button);
    QCOMPARE(fieldApplies(connection, IsSignupEnabled), signup);
}

void TestConnectionField::allButTwoFieldsAlwaysApply()
{
    const OrganizationConnection connection{.connectionId = u"x"_s, .strategy = u"sms"_s};
    for (const ConnectionField field : AllConnectionFields) {
        if (field != ShowAsButton && field != IsSignupEnabled)
            QVERIFY(fieldApplies(connection, field));
    }
}

void TestConnectionField::knownFieldsAreNotOtherFields()
{
    QVERIFY(otherFields({.json = R"({"connection_id":"con_1","is_enabled":true,
        "organization_connection_name":null,"organization_member_access_level":"full",
        "connection":{"name":"a","strategy":"okta"}})"_ba})
                .isEmpty());
    QVERIFY(otherFields({.json = R"({"connection_id":"con_1","connection":null})"_ba}).isEmpty());
    QVERIFY(otherFields({}).isEmpty());
}

void TestConnectionField::otherFieldsKeepTheirSpelling()
{
    const QList<OtherField> expected{{u"a"_s, "1.50"}, {u"z"_s, R"({"x": [1, 2]})"_ba}};
    QCOMPARE(otherFields({.json = R"({"z":{"x": [1, 2]},"connection_id":"con_1","a": 1.50})"_ba}),
             expected);
}

void TestConnectionField::otherFieldsOfTheNestedObjectHaveItsName()
{
    const QList<OtherField> expected{{u"flag"_s, "true"}, {u"connection.id"_s, R"("con_1")"}};
    QCOMPARE(otherFields({.json = R"({"connection":{"id":"con_1","name":"a"},"flag":true})"_ba}),
             expected);
}

//! `connection_name` exists in exports only; the API has no such member.
void TestConnectionField::columnNamesOfFilesAreOtherFields()
{
    const QList<OtherField> expected{{u"connection_name"_s, R"("a")"},
                                     {u"connection_strategy"_s, "1"}};
    QCOMPARE(otherFields({.json = R"({"connection_strategy":1,"connection_name":"a",
        "connection":{"name":"b","strategy":"okta"}})"_ba}),
             expected);
}

QTEST_APPLESS_MAIN(TestConnectionField)
#include "tst_connectionfield.moc"
