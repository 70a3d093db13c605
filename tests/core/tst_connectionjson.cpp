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

class TestConnectionJson final : public QObject {
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
    void unknownLevelsStayAsSent();
    void theNestedObjectIsOptional_data();
    void theNestedObjectIsOptional();
    void theTotalIsANumber_data();
    void theTotalIsANumber();
    void anUnusualStartOrLimitIsIgnored_data();
    void anUnusualStartOrLimitIsIgnored();
    void theTenantsLimitIsThePagesSize_data();
    void theTenantsLimitIsThePagesSize();
    void rowsFromAnotherPlaceAreRefused_data();
    void rowsFromAnotherPlaceAreRefused();
    void theOlderEndpointHasAnotherIdeaOfTheLimit();
    void rowsThatTheFilterExcludesAreRefused_data();
    void rowsThatTheFilterExcludesAreRefused();
    void aFullPageIsRead();
    void unknownFieldsSurviveByteForByte();
    void everyRowHasItsOwnText();
    void theOrderOfKeysDoesNotMatter();
    void theLastOfSeveralKeysCounts();
    void escapedKeysAreKeys_data();
    void escapedKeysAreKeys();
    void aByteOrderMarkIsSkipped_data();
    void aByteOrderMarkIsSkipped();
    void strangeTextsAreKept_data();
    void strangeTextsAreKept();
    void everyTruncationIsRefused_data();
    void everyTruncationIsRefused();
    void whatIsNotAListingIsRefused_data();
    void whatIsNotAListingIsRefused();
    void anImpossibleTotalIsRefused_data();
    void anImpossibleTotalIsRefused();
    void aBrokenRowIsNamed_data();
    void aBrokenRowIsNamed();
    void aWrongTypeIsNamed_data();
    void aWrongTypeIsNamed();
    void theFirstErrorIsReported();
    void moreRowsThanAskedForAreRefused_data();
    void moreRowsThanAskedForAreRefused();
    void moreRowsThanTheTotalAreRefused_data();
    void moreRowsThanTheTotalAreRefused();
    void aWebPageIsRecognized_data();
    void aWebPageIsRecognized();
    void theErrorIsShort();
    void changingAnyByteIsNoCrash();
};

void TestConnectionJson::theRecordedAnswerIsRead()
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

void TestConnectionJson::theBareArrayHasNoTotal()
{
    const ConnectionPage read = page('[' + Samples::recordedRow + ']');
    QCOMPARE(read.items.size(), 1);
    QVERIFY(read.items.constFirst() == page(Samples::recordedBody).items.constFirst());
    QVERIFY(!read.total);
}

void TestConnectionJson::theRequestIsKept()
{
    const PageRequest request{
        .organizationId = u"org_1"_s, .index = 2, .size = 7, .isEnabled = false};
    QVERIFY(page("[]", request).request == request);
}

void TestConnectionJson::anEmptyListingIsRead_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("index");
    QTest::addColumn<int>("total");
    QTest::newRow("no rows") << R"({"connections":[],"start":0,"limit":50,"total":0})"_ba << 0 << 0;
    QTest::newRow("past the end") << R"({"connections":[],"start":50,"limit":50,"total":1})"_ba << 1
                                  << 1;
    QTest::newRow("array") << "[]"_ba << 0 << -1;
    QTest::newRow("array with whitespace") << " \t\r\n[ \n ] \r\n"_ba << 0 << -1;
    QTest::newRow("no total") << R"({"connections":[]})"_ba << 0 << -1;
    QTest::newRow("rows fewer than the total") << R"({"connections":[],"total":9})"_ba << 0 << 9;
}

void TestConnectionJson::anEmptyListingIsRead()
{
    QFETCH(QByteArray, body);
    QFETCH(int, index);
    QFETCH(int, total);
    const ConnectionPage read = page(body, {.index = index});
    QVERIFY(read.items.isEmpty());
    QCOMPARE(read.total.value_or(-1), total);
}

void TestConnectionJson::onlyTheIdIsNeeded()
{
    const OrganizationConnection expected{.connectionId = u"x"_s,
                                          .json = R"({"connection_id":"x"})"_ba};
    QVERIFY(page(R"([{"connection_id":"x"}])").items.constFirst() == expected);
}

void TestConnectionJson::anUnsentFlagIsAbsent_data()
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

void TestConnectionJson::anUnsentFlagIsAbsent()
{
    using Flag = std::optional<bool> OrganizationConnection::*;
    QFETCH(QByteArray, key);
    QFETCH(Flag, member);
    QVERIFY(!(Samples::connection(R"({"connection_id":"x"})").*member).has_value());
    const QByteArray null = "{\"connection_id\":\"x\",\"" + key + "\":null}";
    QVERIFY(!(Samples::connection(null).*member).has_value());
}

void TestConnectionJson::aSentFlagIsItself()
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

void TestConnectionJson::anUnsentWordIsAbsent_data()
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
    const auto memberLevel = &OrganizationConnection::organizationMemberAccessLevel;
    QTest::newRow("member level") << R"("organization_access_level":"full")"_ba << memberLevel;
    QTest::newRow("member level null")
        << R"("organization_member_access_level":null)"_ba << memberLevel;
}

void TestConnectionJson::anUnsentWordIsAbsent()
{
    using Word = std::optional<QString> OrganizationConnection::*;
    QFETCH(QByteArray, rest);
    QFETCH(Word, member);
    const QByteArray row = "{\"connection_id\":\"x\"," + rest + '}';
    QVERIFY(!(Samples::connection(row).*member).has_value());
}

void TestConnectionJson::anEmptyWordIsNotAbsent()
{
    const OrganizationConnection read = Samples::connection(
        R"({"connection_id":"x","organization_connection_name":"","connection":{"name":""}})");
    QCOMPARE(read.organizationConnectionName, std::optional(QString()));
    QCOMPARE(read.name, std::optional(QString()));
}

void TestConnectionJson::unknownLevelsStayAsSent()
{
    const OrganizationConnection read =
        Samples::connection(R"({"connection_id":"x","organization_access_level":"Owner"})");
    QCOMPARE(read.organizationAccessLevel, std::optional(u"Owner"_s));
    QVERIFY(!read.organizationMemberAccessLevel);
    const OrganizationConnection member =
        Samples::connection(R"({"connection_id":"x","organization_member_access_level":"Guest"})");
    QCOMPARE(member.organizationMemberAccessLevel, std::optional(u"Guest"_s));
    QVERIFY(!member.organizationAccessLevel);
}

void TestConnectionJson::theNestedObjectIsOptional_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::newRow("absent") << R"({"connection_id":"x"})"_ba;
    QTest::newRow("null") << R"({"connection_id":"x","connection":null})"_ba;
    QTest::newRow("empty") << R"({"connection_id":"x","connection":{}})"_ba;
    QTest::newRow("keys of the row are not its own")
        << R"({"connection_id":"x","name":"n","strategy":"s"})"_ba;
}

void TestConnectionJson::theNestedObjectIsOptional()
{
    QFETCH(QByteArray, row);
    QVERIFY(!Samples::connection(row).name);
    QVERIFY(!Samples::connection(row).strategy);
}

void TestConnectionJson::theTotalIsANumber_data()
{
    QTest::addColumn<QByteArray>("total");
    QTest::addColumn<qsizetype>("expected");
    QTest::newRow("integer") << "1"_ba << qsizetype(1);
    QTest::newRow("with a fraction of zero") << "1.0"_ba << qsizetype(1);
    QTest::newRow("as the SDKs' wire tests have it") << "1.1"_ba << qsizetype(1);
    QTest::newRow("power") << "1e3"_ba << qsizetype(1000);
    QTest::newRow("more than a tenant can have") << "1000000000"_ba << qsizetype(1'000'000'000);
}

void TestConnectionJson::theTotalIsANumber()
{
    QFETCH(QByteArray, total);
    QFETCH(qsizetype, expected);
    const ConnectionPage read = page(Samples::envelope({Samples::recordedRow}, total));
    QCOMPARE(read.total, std::optional(expected));
}

void TestConnectionJson::anUnusualStartOrLimitIsIgnored_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::newRow("as the SDKs' wire tests have them") << R"("start":0.1,"limit":50.1)"_ba;
    QTest::newRow("texts") << R"("start":"0","limit":"many")"_ba;
    QTest::newRow("null") << R"("start":null,"limit":null)"_ba;
    QTest::newRow("no limit") << R"("start":0,"limit":0)"_ba;
    QTest::newRow("a negative limit") << R"("start":0,"limit":-1)"_ba;
    QTest::newRow("a larger limit than asked for") << R"("start":0,"limit":100)"_ba;
    QTest::newRow("a limit beyond all numbers") << R"("start":0,"limit":1e300)"_ba;
    QTest::newRow("a limit below one") << R"("start":0,"limit":0.5)"_ba;
    QTest::newRow("a smaller limit than rows") << R"("start":0,"limit":2)"_ba;
}

void TestConnectionJson::anUnusualStartOrLimitIsIgnored()
{
    QFETCH(QByteArray, members);
    const ConnectionPage read = page(R"({"connections":[)" + Samples::numberedRows(3).join(',')
                                     + "]," + members + R"(,"total":3})");
    QCOMPARE(read.items.size(), 3);
    QVERIFY(read.request == PageRequest());
}

void TestConnectionJson::theTenantsLimitIsThePagesSize_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<int>("rows");
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("isConfirmed");
    const auto row = [](const char *name, int index, int rows, const QByteArray &members, int size,
                        bool isConfirmed = true) {
        QTest::newRow(name) << index << rows << members << size << isConfirmed;
    };
    row("as asked for", 0, 100, R"("start":0,"limit":100,"total":120)", 100, false);
    row("smaller", 0, 50, R"("start":0,"limit":50,"total":120)", 50);
    row("smaller, no total", 0, 50, R"("start":0,"limit":50)", 50);
    row("smaller, second page", 1, 50, R"("start":50,"limit":50,"total":120)", 50);
    row("smaller, last page", 2, 20, R"("start":100,"limit":50,"total":120)", 50);
    row("smaller, but all rows fit", 0, 50, R"("start":0,"limit":50,"total":50)", 100);
    row("smaller, but fewer rows", 0, 10, R"("start":0,"limit":50)", 100);
    row("smaller, but empty", 0, 0, R"("start":0,"limit":50,"total":0)", 100);
    row("not stated", 0, 50, R"("start":0,"total":120)", 100, false);
    row("nothing stated", 0, 50, R"("length":50)", 100, false);
}

void TestConnectionJson::theTenantsLimitIsThePagesSize()
{
    QFETCH(int, index);
    QFETCH(int, rows);
    QFETCH(QByteArray, members);
    QFETCH(int, size);
    QFETCH(bool, isConfirmed);
    const ConnectionPage read =
        page(R"({"connections":[)" + Samples::numberedRows(rows).join(',') + "]," + members + '}',
             {.index = index, .size = 100});
    QCOMPARE(read.items.size(), rows);
    QCOMPARE(read.request.size, size);
    QCOMPARE(read.request.index, index);
    QCOMPARE(read.isSizeConfirmed, isConfirmed);
}

void TestConnectionJson::rowsFromAnotherPlaceAreRefused_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<int>("rows");
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QString>("detail"); // empty if the answer is accepted
    QTest::newRow("the first page again")
        << 2 << 3 << R"("start":0,"limit":10)"_ba << u"the rows start at 1, and 21 was requested"_s;
    QTest::newRow("the next page") << 0 << 3 << R"("start":10,"limit":10)"_ba
                                   << u"the rows start at 11, and 1 was requested"_s;
    QTest::newRow("the limit is not that of the start")
        << 2 << 5 << R"("start":20,"limit":5)"_ba
        << u"the rows start at 21, and 11 was requested"_s;
    QTest::newRow("before the first row")
        << 0 << 3 << R"("start":-10,"limit":10)"_ba << u"start is not a number of rows"_s;
    QTest::newRow("beyond all numbers")
        << 0 << 3 << R"("start":1e300,"limit":10)"_ba << u"start is not a number of rows"_s;
    QTest::newRow("without rows it does not matter")
        << 2 << 0 << R"("start":0,"limit":10)"_ba << QString();
    QTest::newRow("the right place") << 2 << 3 << R"("start":20,"limit":10)"_ba << QString();
}

void TestConnectionJson::rowsFromAnotherPlaceAreRefused()
{
    QFETCH(int, index);
    QFETCH(int, rows);
    QFETCH(QByteArray, members);
    QFETCH(QString, detail);
    const auto result =
        parseConnectionPage(R"({"connections":[)" + Samples::numberedRows(rows).join(',') + "],"
                                + members + R"(,"total":100})",
                            {.index = index, .size = 10});
    QCOMPARE(result.has_value(), detail.isEmpty());
    if (!detail.isEmpty())
        QCOMPARE(result.error().detail, detail);
}

//! There, the limit is the number of rows on the page.
void TestConnectionJson::theOlderEndpointHasAnotherIdeaOfTheLimit()
{
    const QByteArray body = R"({"enabled_connections":[)" + Samples::numberedRows(2).join(',')
        + R"(],"start":0,"limit":2,"total":2})";
    const auto read =
        parseConnectionPage(body, {.size = 50}, ConnectionEndpoint::EnabledConnections);
    QVERIFY(read);
    QCOMPARE(read->request.size, 50);
}

void TestConnectionJson::rowsThatTheFilterExcludesAreRefused_data()
{
    QTest::addColumn<QByteArray>("flag");
    QTest::addColumn<int>("wanted"); // 1: enabled, 0: disabled, -1: both
    QTest::addColumn<QString>("detail"); // empty if the answer is accepted
    const QByteArray on = R"(,"is_enabled":true)";
    const QByteArray off = R"(,"is_enabled":false)";
    QTest::newRow("enabled, both wanted") << on << -1 << QString();
    QTest::newRow("enabled, wanted") << on << 1 << QString();
    QTest::newRow("disabled, wanted") << off << 0 << QString();
    QTest::newRow("not sent, so not known") << QByteArray() << 1 << QString();
    QTest::newRow("disabled, not wanted")
        << off << 1 << u"row 2 is disabled, and only enabled ones were requested"_s;
    QTest::newRow("enabled, not wanted")
        << on << 0 << u"row 2 is enabled, and only disabled ones were requested"_s;
}

void TestConnectionJson::rowsThatTheFilterExcludesAreRefused()
{
    QFETCH(QByteArray, flag);
    QFETCH(int, wanted);
    QFETCH(QString, detail);
    PageRequest request;
    if (wanted >= 0)
        request.isEnabled = wanted == 1;
    const QByteArray rows = R"({"connection_id":"con_0"},{"connection_id":"con_1")" + flag + '}';
    for (const QByteArray &body : {QByteArray('[' + rows + ']'),
                                   QByteArray(R"({"connections":[)" + rows + R"(],"total":2})")}) {
        const auto result = parseConnectionPage(body, request);
        QCOMPARE(result.has_value(), detail.isEmpty());
        if (!detail.isEmpty())
            QCOMPARE(result.error().detail, detail);
    }
}

void TestConnectionJson::aFullPageIsRead()
{
    const ConnectionPage read =
        page(Samples::envelope(Samples::numberedRows(100), "237"), {.size = 100});
    QCOMPARE(read.items.size(), 100);
    QCOMPARE(read.items.constLast().connectionId, u"con_99"_s);
}

void TestConnectionJson::unknownFieldsSurviveByteForByte()
{
    const QByteArray row = R"({ "z":1.0e+2, "connection_id" : "x",
  "a":[ 1 ,{"b":"}\"]\\"} ],"z":{},"\u0041":"\u00e9é"	})";
    QCOMPARE(Samples::connection(row).json.bytes(), row);
    QCOMPARE(page(Samples::envelope({row}, "1")).items.constFirst().json.bytes(), row);
}

void TestConnectionJson::everyRowHasItsOwnText()
{
    const QByteArrayList rows{R"({"connection_id":"a","n":[1,2]})", R"({"connection_id":"b"})",
                              R"({"connection_id":"c","t":"],["})"};
    const ConnectionPage read = page("[ " + rows.join(" , ") + " ]\n");
    QCOMPARE(read.items.size(), 3);
    for (qsizetype i = 0; i < rows.size(); ++i)
        QCOMPARE(read.items.at(i).json.bytes(), rows.at(i));
    QCOMPARE(read.items.constLast().connectionId, u"c"_s);
}

void TestConnectionJson::theOrderOfKeysDoesNotMatter()
{
    const ConnectionPage read =
        page("{\"total\":1,\"more\":{\"connections\":[]},\"connections\" :\n"
             " ["
             + Samples::recordedRow + "]}");
    QCOMPARE(read.items.constFirst().json.bytes(), Samples::recordedRow);
    QCOMPARE(read.total, std::optional<qsizetype>(1));
}

void TestConnectionJson::theLastOfSeveralKeysCounts()
{
    const ConnectionPage read = page(R"({"connections":[{"connection_id":"a"}],"total":7,)"
                                     R"("connections":[{"connection_id":"b"}],"total":1})");
    QCOMPARE(read.total, std::optional<qsizetype>(1));
    QCOMPARE(read.items.constFirst().connectionId, u"b"_s);
    QCOMPARE(read.items.constFirst().json.bytes(), R"({"connection_id":"b"})"_ba);
    const QByteArray row = R"({"connection_id":"x","is_enabled":true,"is_enabled":false})";
    QCOMPARE(Samples::connection(row).isEnabled, std::optional(false));
    QCOMPARE(Samples::connection(row).json.bytes(), row);
}

void TestConnectionJson::escapedKeysAreKeys_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("alone") << R"({"connect\u0069ons":[{"connection_id":"b"}]})"_ba;
    QTest::newRow("after a plain one")
        << R"({"connections":[{"connection_id":"a"}],"connect\u0069ons":[{"connection_id":"b"}]})"_ba;
    QTest::newRow("before a plain one")
        << R"({"connect\u0069ons":[{"connection_id":"a"}],"connections":[{"connection_id":"b"}]})"_ba;
}

void TestConnectionJson::escapedKeysAreKeys()
{
    QFETCH(QByteArray, body);
    const ConnectionPage read = page(body);
    QCOMPARE(read.items.size(), 1);
    QCOMPARE(read.items.constFirst().connectionId, u"b"_s);
    QCOMPARE(read.items.constFirst().json.bytes(), R"({"connection_id":"b"})"_ba);
}

void TestConnectionJson::aByteOrderMarkIsSkipped_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("object") << Samples::recordedBody;
    QTest::newRow("array") << '[' + Samples::recordedRow + ']';
    QTest::newRow("array of two") << '[' + Samples::recordedRow + ',' + Samples::recordedRow + ']';
}

void TestConnectionJson::aByteOrderMarkIsSkipped()
{
    QFETCH(QByteArray, body);
    QVERIFY(page("\xEF\xBB\xBF" + body) == page(body));
}

void TestConnectionJson::strangeTextsAreKept_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("text");
    QTest::newRow("4000 characters") << QByteArray(4000, 'a') << QString(4000, u'a');
    QTest::newRow("bidi") << "a\\u202Eb\xE2\x80\xAE"_ba << u"a\u202Eb\u202E"_s;
    QTest::newRow("NUL") << "a\\u0000b"_ba << QString::fromUtf16(u"a\0b", 3);
    QTest::newRow("half a surrogate pair") << "\\ud83d"_ba << QString(QChar(0xd83d));
    QTest::newRow("emoji") << "\\ud83d\\ude00"_ba << u"😀"_s;
    QTest::newRow("markup") << "<img src='x'>"_ba << u"<img src='x'>"_s;
    QTest::newRow("quotes") << R"(\"\\\/\n}])"_ba << u"\"\\/\n}]"_s;
}

void TestConnectionJson::strangeTextsAreKept()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, text);
    const QByteArray row = "{\"connection_id\":\"" + json + "\",\"connection\":{\"name\":\"" + json
        + "\",\"strategy\":\"" + json + "\"},\"organization_access_level\":\"" + json + "\"}";
    const OrganizationConnection expected{.connectionId = text,
                                          .name = text,
                                          .strategy = text,
                                          .organizationAccessLevel = text,
                                          .json = row};
    QVERIFY(Samples::connection(row) == expected);
}

void TestConnectionJson::everyTruncationIsRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("object") << Samples::recordedBody;
    QTest::newRow("array") << '[' + Samples::recordedRow + ']';
    QTest::newRow("escapes")
        << R"([{"connection_id":"\u0041\ud83d\ude00\\\"","a":[{}],"b":-1.5e3,"c":null}])"_ba;
}

void TestConnectionJson::everyTruncationIsRefused()
{
    QFETCH(QByteArray, body);
    QVERIFY(parseConnectionPage(body, {}));
    for (qsizetype size = 0; size < body.size(); ++size) {
        const auto result = parseConnectionPage(body.first(size), {});
        QVERIFY2(!result, body.first(size).constData());
        QCOMPARE(result.error().kind, ApiError::Kind::BadPayload);
        QVERIFY(!result.error().detail.isEmpty());
    }
}

void TestConnectionJson::whatIsNotAListingIsRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("null byte array") << QByteArray();
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("whitespace") << " \r\n\t"_ba;
    QTest::newRow("null") << "null"_ba;
    QTest::newRow("true") << "true"_ba;
    QTest::newRow("number") << "12"_ba;
    QTest::newRow("string") << "\"connections\""_ba;
    QTest::newRow("two documents") << "[][]"_ba;
    QTest::newRow("something after") << Samples::recordedBody + "x";
    QTest::newRow("a NUL after") << Samples::recordedBody + '\0';
    QTest::newRow("comma after the last") << "[{\"connection_id\":\"x\"},]"_ba;
    QTest::newRow("single quotes") << "{'connections':[]}"_ba;
    QTest::newRow("comment") << "/* */[]"_ba;
    QTest::newRow("bytes that are not UTF-8") << "[{\"connection_id\":\"\xff\"}]"_ba;
    QTest::newRow("half a character") << "[{\"connection_id\":\"\xc3\"}]"_ba;
    QTest::newRow("surrogate in UTF-8") << "[{\"connection_id\":\"\xed\xa0\x80\"}]"_ba;
    QTest::newRow("overlong UTF-8") << "[{\"connection_id\":\"\xc0\xaf\"}]"_ba;
    QTest::newRow("UTF-16") << QByteArray("[\0]\0", 4);
    QTest::newRow("only a byte order mark") << "\xEF\xBB\xBF"_ba;
    QTest::newRow("two byte order marks") << "\xEF\xBB\xBF\xEF\xBB\xBF[]"_ba;
    QTest::newRow("compressed") << "\x1f\x8b\x08\x00\x00"_ba;
    QTest::newRow("open brackets without end") << QByteArray(100'000, '[');
    QTest::newRow("deep arrays") << QByteArray(5000, '[') + QByteArray(5000, ']');
    QTest::newRow("deep in a row")
        << R"([{"connection_id":"x","a":)" + QByteArray(5000, '[') + QByteArray(5000, ']') + "}]";
    QTest::newRow("empty object") << "{}"_ba;
    QTest::newRow("the API's error") << R"({"statusCode":401,"error":"Unauthorized"})"_ba;
    QTest::newRow("the older endpoint") << R"({"enabled_connections":[],"total":0})"_ba;
    QTest::newRow("capitals") << R"({"Connections":[]})"_ba;
    QTest::newRow("connections null") << R"({"connections":null})"_ba;
    QTest::newRow("connections an object") << R"({"connections":{}})"_ba;
    QTest::newRow("connections a string") << R"({"connections":"[]"})"_ba;
    QTest::newRow("the last of several is none") << R"({"connections":[],"connections":1})"_ba;
}

void TestConnectionJson::whatIsNotAListingIsRefused()
{
    QFETCH(QByteArray, body);
    const auto result = parseConnectionPage(body, {});
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ApiError::Kind::BadPayload);
    QCOMPARE(result.error().httpStatus, 0);
    QVERIFY(!result.error().detail.isEmpty());
}

void TestConnectionJson::anImpossibleTotalIsRefused_data()
{
    QTest::addColumn<QByteArray>("total");
    for (const char *total :
         {"-1", "-0.5", "1e30", "1e308", "1000000001", "\"1\"", "null", "true", "[]", "{}", "\"\""})
        QTest::newRow(total) << QByteArray(total);
}

void TestConnectionJson::anImpossibleTotalIsRefused()
{
    QFETCH(QByteArray, total);
    const auto result = parseConnectionPage(Samples::envelope({}, total), {});
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ApiError::Kind::BadPayload);
    QVERIFY(result.error().detail.contains("total"_L1));
}

void TestConnectionJson::aBrokenRowIsNamed_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("detail");
    QTest::newRow("no id") << R"({"is_enabled":true})"_ba << u"row 2: connection_id is missing"_s;
    QTest::newRow("id null") << R"({"connection_id":null})"_ba
                             << u"row 2: connection_id is missing"_s;
    QTest::newRow("id empty") << R"({"connection_id":""})"_ba
                              << u"row 2: connection_id is missing"_s;
    QTest::newRow("id a number") << R"({"connection_id":5})"_ba
                                 << u"row 2: connection_id is of type number"_s;
    QTest::newRow("empty row") << "{}"_ba << u"row 2: connection_id is missing"_s;
    QTest::newRow("null") << "null"_ba << u"row 2: not an object"_s;
    QTest::newRow("string") << "\"con_1\""_ba << u"row 2: not an object"_s;
    QTest::newRow("number") << "1"_ba << u"row 2: not an object"_s;
    QTest::newRow("array") << R"([{"connection_id":"x"}])"_ba << u"row 2: not an object"_s;
}

void TestConnectionJson::aBrokenRowIsNamed()
{
    QFETCH(QByteArray, row);
    QFETCH(QString, detail);
    const QByteArrayList rows{R"({"connection_id":"a"})", row, R"({"connection_id":"b"})"};
    const auto bare = parseConnectionPage('[' + rows.join(',') + ']', {});
    QVERIFY(!bare);
    QCOMPARE(bare.error().kind, ApiError::Kind::BadPayload);
    QCOMPARE(bare.error().detail, detail);
    const auto withTotal = parseConnectionPage(Samples::envelope(rows, "3"), {});
    QVERIFY(!withTotal);
    QCOMPARE(withTotal.error().detail, detail);
}

void TestConnectionJson::aWrongTypeIsNamed_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<QString>("problem");
    const auto add = [](const QByteArray &key, const QByteArray &value, const QByteArray &type) {
        QTest::addRow("%s %s", key.constData(), type.constData())
            << QByteArray('"' + key + "\":" + value)
            << QString(QString::fromLatin1(key) + " is of type "_L1 + QString::fromLatin1(type));
    };
    for (const char *flag :
         {"is_enabled", "assign_membership_on_login", "show_as_button", "is_signup_enabled"}) {
        add(flag, "\"true\"", "string");
        add(flag, "1", "number");
        add(flag, "[]", "array");
        add(flag, "{}", "object");
    }
    for (const char *word : {"organization_connection_name", "organization_access_level",
                             "organization_member_access_level"}) {
        add(word, "false", "boolean");
        add(word, "0", "number");
        add(word, "[\"none\"]", "array");
        add(word, "{}", "object");
    }
    add("connection", "\"okta\"", "string");
    add("connection", "[]", "array");
    add("connection", "false", "boolean");
    QTest::newRow("name") << R"("connection":{"name":1})"_ba << u"name is of type number"_s;
    QTest::newRow("strategy") << R"("connection":{"strategy":[]})"_ba
                              << u"strategy is of type array"_s;
}

void TestConnectionJson::aWrongTypeIsNamed()
{
    QFETCH(QByteArray, member);
    QFETCH(QString, problem);
    const auto result = parseConnectionPage("[{\"connection_id\":\"x\"," + member + "}]", {});
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ApiError::Kind::BadPayload);
    QCOMPARE(result.error().detail, QString("row 1: "_L1 + problem));
}

void TestConnectionJson::theFirstErrorIsReported()
{
    const auto result = parseConnectionPage(R"([{"connection_id":1},{"is_enabled":0},5])", {});
    QVERIFY(!result);
    QCOMPARE(result.error().detail, u"row 1: connection_id is of type number"_s);
}

void TestConnectionJson::moreRowsThanAskedForAreRefused_data()
{
    QTest::addColumn<int>("size");
    for (const int size : {1, 50, 100})
        QTest::addRow("%d", size) << size;
}

void TestConnectionJson::moreRowsThanAskedForAreRefused()
{
    QFETCH(int, size);
    const PageRequest request{.size = size};
    const QByteArrayList rows = Samples::numberedRows(size + 1);
    QVERIFY(parseConnectionPage('[' + rows.first(size).join(',') + ']', request));
    QVERIFY(parseConnectionPage(Samples::envelope(rows.first(size), "999"), request));
    const auto bare = parseConnectionPage('[' + rows.join(',') + ']', request);
    QVERIFY(!bare);
    QCOMPARE(bare.error().kind, ApiError::Kind::BadPayload);
    QVERIFY(bare.error().detail.contains(QString::number(size + 1)));
    QVERIFY(!parseConnectionPage(Samples::envelope(rows, "999"), request));
}

void TestConnectionJson::moreRowsThanTheTotalAreRefused_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<int>("rows");
    QTest::addColumn<QByteArray>("total");
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("as many") << 0 << 3 << "3"_ba << true;
    QTest::newRow("one more") << 0 << 4 << "3"_ba << false;
    QTest::newRow("one more than a fraction") << 0 << 2 << "1.1"_ba << false;
    QTest::newRow("a row, no total") << 0 << 1 << "0"_ba << false;
    QTest::newRow("last page") << 2 << 1 << "11"_ba << true;
    QTest::newRow("last page, one more") << 2 << 2 << "11"_ba << false;
    QTest::newRow("rows past the end") << 3 << 1 << "11"_ba << false;
}

void TestConnectionJson::moreRowsThanTheTotalAreRefused()
{
    QFETCH(int, index);
    QFETCH(int, rows);
    QFETCH(QByteArray, total);
    QFETCH(bool, isTaken);
    const auto result = parseConnectionPage(Samples::envelope(Samples::numberedRows(rows), total),
                                            {.index = index, .size = 5});
    QCOMPARE(result.has_value(), isTaken);
    if (!isTaken) // the whole answer is to blame, and no row of it
        QVERIFY(result.error().detail.startsWith("there are more rows"_L1));
}

void TestConnectionJson::aWebPageIsRecognized_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("html") << "<!DOCTYPE html><html><body>Sign in</body></html>"_ba;
    QTest::newRow("whitespace before") << "\r\n  <html></html>"_ba;
    QTest::newRow("byte order mark before") << "\xEF\xBB\xBF<html></html>"_ba;
    QTest::newRow("xml") << "<?xml version=\"1.0\"?><Error/>"_ba;
}

void TestConnectionJson::aWebPageIsRecognized()
{
    QFETCH(QByteArray, body);
    const auto result = parseConnectionPage(body, {});
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ApiError::Kind::BadPayload);
    QVERIFY(result.error().detail.contains("web page"_L1));
}

void TestConnectionJson::theErrorIsShort()
{
    const QByteArray body = "{\"" + QByteArray(1'000'000, 'k') + "\":1}";
    const auto result = parseConnectionPage(body, {});
    QVERIFY(!result);
    QVERIFY(result.error().detail.size() < 200);
}

//! With any wrong byte the answer is read with all its rows, or refused.
void TestConnectionJson::changingAnyByteIsNoCrash()
{
    for (qsizetype at = 0; at < Samples::recordedBody.size(); ++at) {
        for (const char byte : {'\0', '"', '\\', '{', '}', '[', ']', ',', ':', ' ', '9', '\xff'}) {
            QByteArray body = Samples::recordedBody;
            body[at] = byte;
            const auto result = parseConnectionPage(body, {});
            if (result)
                QCOMPARE(result->items.size(), 1);
            else
                QCOMPARE(result.error().kind, ApiError::Kind::BadPayload);
        }
    }
}

QTEST_APPLESS_MAIN(TestConnectionJson)
#include "tst_connectionjson.moc"
