// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/connectionjson.h"

#include "support/jsonsamples.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

ConnectionPage page(const QByteArray &body, const PageRequest &request = {})
{
    return parseConnectionPage(body, request).value();
}

} // namespace

//! Answers that are taken, and what is read from them. the spelling is
//! tst_connectionjsonspelling's, what is refused tst_connectionjsonbroken's.
class tst_ConnectionJson final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void theRecordedAnswerIsRead();
    void theBareArrayHasNoTotal();
    void theRequestIsKept();
    void anEmptyListingIsRead_data();
    void anEmptyListingIsRead();
    void onlyTheIdIsNeeded();
    void anUnsentFlagIsAbsent_data();
    void anUnsentFlagIsAbsent();
    void aSentFlagIsItself_data() { anUnsentFlagIsAbsent_data(); }
    void aSentFlagIsItself();
    void anUnsentWordIsAbsent_data();
    void anUnsentWordIsAbsent();
    void anEmptyWordIsNotAbsent();
    void anUnknownLevelStaysAsItCame();
    void theNestedObjectIsOptional_data();
    void theNestedObjectIsOptional();
    void theTotalIsANumber_data();
    void theTotalIsANumber();
    void startAndLimitDoNotMatter();
    void aFullPageIsRead();
};

void tst_ConnectionJson::theRecordedAnswerIsRead()
{
    const ConnectionPage read = page(Samples::recordedBody);
    const OrganizationConnection expected{
        .connectionId = u"con_Evpbs7vILMWmWd6y"_s,
        .name = u"Acceptance-Test-Connection-testaccdatasourceorganization"_s,
        .strategy = u"auth0"_s,
        .isEnabled = true,
        .assignMembershipOnLogin = false,
        .showAsButton = true,
        .isSignupEnabled = false,
        .organizationAccessLevel = u"none"_s,
        .json = Samples::recordedRow,
    };
    QCOMPARE(read.items.size(), 1);
    QVERIFY(read.items.constFirst() == expected);
    QCOMPARE(read.total, std::optional<qsizetype>(1));
    QVERIFY(read.readAt.isNull());
}

void tst_ConnectionJson::theBareArrayHasNoTotal()
{
    const ConnectionPage read = page('[' + Samples::recordedRow + ']');
    QCOMPARE(read.items.size(), 1);
    QVERIFY(read.items.constFirst() == page(Samples::recordedBody).items.constFirst());
    QVERIFY(!read.total);
}

void tst_ConnectionJson::theRequestIsKept()
{
    const PageRequest request{
        .organizationId = u"org_1"_s, .index = 2, .size = 7, .isEnabled = false};
    QVERIFY(page("[]", request).request == request);
}

void tst_ConnectionJson::anEmptyListingIsRead_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("index");
    QTest::addColumn<int>("total");
    QTest::newRow("no rows") << R"({"connections":[],"start":0,"limit":50,"total":0})"_ba << 0 << 0;
    QTest::newRow("past the end") << R"({"connections":[],"start":50,"limit":50,"total":1})"_ba << 1
                                  << 1;
    QTest::newRow("array") << "[]"_ba << 0 << -1;
    QTest::newRow("array with blanks") << " \t\r\n[ \n ] \r\n"_ba << 0 << -1;
    QTest::newRow("no total") << R"({"connections":[]})"_ba << 0 << -1;
    QTest::newRow("rows fewer than the total") << R"({"connections":[],"total":9})"_ba << 0 << 9;
}

void tst_ConnectionJson::anEmptyListingIsRead()
{
    QFETCH(QByteArray, body);
    QFETCH(int, index);
    QFETCH(int, total);
    const ConnectionPage read = page(body, {.index = index});
    QVERIFY(read.items.isEmpty());
    QCOMPARE(read.total.value_or(-1), total);
}

void tst_ConnectionJson::onlyTheIdIsNeeded()
{
    const OrganizationConnection expected{.connectionId = u"x"_s,
                                          .json = R"({"connection_id":"x"})"_ba};
    QVERIFY(page(R"([{"connection_id":"x"}])").items.constFirst() == expected);
}

void tst_ConnectionJson::anUnsentFlagIsAbsent_data()
{
    using Flag = std::optional<bool> OrganizationConnection::*;
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<Flag>("member");
    QTest::newRow("enabled") << "is_enabled"_ba << &OrganizationConnection::isEnabled;
    QTest::newRow("membership") << "assign_membership_on_login"_ba
                                << &OrganizationConnection::assignMembershipOnLogin;
    QTest::newRow("button") << "show_as_button"_ba << &OrganizationConnection::showAsButton;
    QTest::newRow("sign-up") << "is_signup_enabled"_ba << &OrganizationConnection::isSignupEnabled;
}

void tst_ConnectionJson::anUnsentFlagIsAbsent()
{
    using Flag = std::optional<bool> OrganizationConnection::*;
    QFETCH(QByteArray, key);
    QFETCH(Flag, member);
    QVERIFY(!(Samples::connection(R"({"connection_id":"x"})").*member).has_value());
    const QByteArray null = "{\"connection_id\":\"x\",\"" + key + "\":null}";
    QVERIFY(!(Samples::connection(null).*member).has_value());
}

void tst_ConnectionJson::aSentFlagIsItself()
{
    using Flag = std::optional<bool> OrganizationConnection::*;
    QFETCH(QByteArray, key);
    QFETCH(Flag, member);
    const QByteArray yes = "{\"connection_id\":\"x\",\"" + key + "\":true}";
    const QByteArray no = "{\"connection_id\":\"x\",\"" + key + "\":false}";
    QCOMPARE(Samples::connection(yes).*member, std::optional(true));
    QCOMPARE(Samples::connection(no).*member, std::optional(false));
    OrganizationConnection onlyThis{.connectionId = u"x"_s, .json = yes};
    onlyThis.*member = true;
    QVERIFY(Samples::connection(yes) == onlyThis);
}

void tst_ConnectionJson::anUnsentWordIsAbsent_data()
{
    using Word = std::optional<QString> OrganizationConnection::*;
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<Word>("member");
    const auto name = &OrganizationConnection::name;
    const auto strategy = &OrganizationConnection::strategy;
    const auto ownName = &OrganizationConnection::organizationConnectionName;
    const auto level = &OrganizationConnection::organizationAccessLevel;
    QTest::newRow("name") << R"("connection":{"strategy":"s"})"_ba << name;
    QTest::newRow("name null") << R"("connection":{"name":null})"_ba << name;
    QTest::newRow("strategy") << R"("connection":{"name":"s"})"_ba << strategy;
    QTest::newRow("strategy null") << R"("connection":{"strategy":null})"_ba << strategy;
    QTest::newRow("own name") << R"("a":1)"_ba << ownName;
    QTest::newRow("own name null") << R"("organization_connection_name":null)"_ba << ownName;
    QTest::newRow("level") << R"("a":1)"_ba << level;
    QTest::newRow("level null") << R"("organization_access_level":null)"_ba << level;
}

void tst_ConnectionJson::anUnsentWordIsAbsent()
{
    using Word = std::optional<QString> OrganizationConnection::*;
    QFETCH(QByteArray, rest);
    QFETCH(Word, member);
    const QByteArray row = "{\"connection_id\":\"x\"," + rest + '}';
    QVERIFY(!(Samples::connection(row).*member).has_value());
}

void tst_ConnectionJson::anEmptyWordIsNotAbsent()
{
    const OrganizationConnection read = Samples::connection(
        R"({"connection_id":"x","organization_connection_name":"","connection":{"name":""}})");
    QCOMPARE(read.organizationConnectionName, std::optional(QString()));
    QCOMPARE(read.name, std::optional(QString()));
}

void tst_ConnectionJson::anUnknownLevelStaysAsItCame()
{
    const OrganizationConnection read =
        Samples::connection(R"({"connection_id":"x","organization_access_level":"Owner"})");
    QCOMPARE(read.organizationAccessLevel, std::optional(u"Owner"_s));
}

void tst_ConnectionJson::theNestedObjectIsOptional_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::newRow("absent") << R"({"connection_id":"x"})"_ba;
    QTest::newRow("null") << R"({"connection_id":"x","connection":null})"_ba;
    QTest::newRow("empty") << R"({"connection_id":"x","connection":{}})"_ba;
    QTest::newRow("keys of the row are not its own")
        << R"({"connection_id":"x","name":"n","strategy":"s"})"_ba;
}

void tst_ConnectionJson::theNestedObjectIsOptional()
{
    QFETCH(QByteArray, row);
    QVERIFY(!Samples::connection(row).name);
    QVERIFY(!Samples::connection(row).strategy);
}

void tst_ConnectionJson::theTotalIsANumber_data()
{
    QTest::addColumn<QByteArray>("total");
    QTest::addColumn<qsizetype>("expected");
    QTest::newRow("integer") << "1"_ba << qsizetype(1);
    QTest::newRow("with a fraction of zero") << "1.0"_ba << qsizetype(1);
    QTest::newRow("as the SDKs' wire tests have it") << "1.1"_ba << qsizetype(1);
    QTest::newRow("power") << "1e3"_ba << qsizetype(1000);
    QTest::newRow("more than a tenant can have") << "1000000000"_ba << qsizetype(1'000'000'000);
}

void tst_ConnectionJson::theTotalIsANumber()
{
    QFETCH(QByteArray, total);
    QFETCH(qsizetype, expected);
    const ConnectionPage read = page(Samples::envelope({Samples::recordedRow}, total));
    QCOMPARE(read.total, std::optional(expected));
}

void tst_ConnectionJson::startAndLimitDoNotMatter()
{
    QCOMPARE(page(R"({"connections":[],"start":1.1,"limit":"many","total":0})").total,
             std::optional<qsizetype>(0));
}

void tst_ConnectionJson::aFullPageIsRead()
{
    const ConnectionPage read =
        page(Samples::envelope(Samples::numberedRows(100), "237"), {.size = 100});
    QCOMPARE(read.items.size(), 100);
    QCOMPARE(read.items.constLast().connectionId, u"con_99"_s);
}

QTEST_APPLESS_MAIN(tst_ConnectionJson)
#include "tst_connectionjson.moc"
