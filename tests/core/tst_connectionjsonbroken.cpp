// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/connectionjson.h"

#include "support/jsonsamples.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! Answers that break the API's promise: each is one clear failure, never a crash or fewer rows.
class tst_ConnectionJsonBroken final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

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
    void theFirstComplaintStands();
    void moreRowsThanAskedForAreRefused_data();
    void moreRowsThanAskedForAreRefused();
    void moreRowsThanTheTotalAreRefused_data();
    void moreRowsThanTheTotalAreRefused();
    void aWebPageIsRecognized_data();
    void aWebPageIsRecognized();
    void theComplaintIsShort();
    void noByteChangedCrashes();
};

void tst_ConnectionJsonBroken::everyTruncationIsRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("object") << Samples::recordedBody;
    QTest::newRow("array") << '[' + Samples::recordedRow + ']';
    QTest::newRow("escapes")
        << R"([{"connection_id":"\u0041\ud83d\ude00\\\"","a":[{}],"b":-1.5e3,"c":null}])"_ba;
}

void tst_ConnectionJsonBroken::everyTruncationIsRefused()
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

void tst_ConnectionJsonBroken::whatIsNotAListingIsRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("null byte array") << QByteArray();
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("blanks") << " \r\n\t"_ba;
    QTest::newRow("null") << "null"_ba;
    QTest::newRow("true") << "true"_ba;
    QTest::newRow("number") << "12"_ba;
    QTest::newRow("string") << "\"connections\""_ba;
    QTest::newRow("two documents") << "[][]"_ba;
    QTest::newRow("something behind") << Samples::recordedBody + "x";
    QTest::newRow("a NUL behind") << Samples::recordedBody + '\0';
    QTest::newRow("comma behind the last") << "[{\"connection_id\":\"x\"},]"_ba;
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

void tst_ConnectionJsonBroken::whatIsNotAListingIsRefused()
{
    QFETCH(QByteArray, body);
    const auto result = parseConnectionPage(body, {});
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ApiError::Kind::BadPayload);
    QCOMPARE(result.error().httpStatus, 0);
    QVERIFY(!result.error().detail.isEmpty());
}

void tst_ConnectionJsonBroken::anImpossibleTotalIsRefused_data()
{
    QTest::addColumn<QByteArray>("total");
    for (const char *total :
         {"-1", "-0.5", "1e30", "1e308", "1000000001", "\"1\"", "null", "true", "[]", "{}", "\"\""})
        QTest::newRow(total) << QByteArray(total);
}

void tst_ConnectionJsonBroken::anImpossibleTotalIsRefused()
{
    QFETCH(QByteArray, total);
    const auto result = parseConnectionPage(Samples::envelope({}, total), {});
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ApiError::Kind::BadPayload);
    QVERIFY(result.error().detail.contains("total"_L1));
}

void tst_ConnectionJsonBroken::aBrokenRowIsNamed_data()
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

void tst_ConnectionJsonBroken::aBrokenRowIsNamed()
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

void tst_ConnectionJsonBroken::aWrongTypeIsNamed_data()
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
    for (const char *word : {"organization_connection_name", "organization_access_level"}) {
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

void tst_ConnectionJsonBroken::aWrongTypeIsNamed()
{
    QFETCH(QByteArray, member);
    QFETCH(QString, problem);
    const auto result = parseConnectionPage("[{\"connection_id\":\"x\"," + member + "}]", {});
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ApiError::Kind::BadPayload);
    QCOMPARE(result.error().detail, QString("row 1: "_L1 + problem));
}

void tst_ConnectionJsonBroken::theFirstComplaintStands()
{
    const auto result = parseConnectionPage(R"([{"connection_id":1},{"is_enabled":0},5])", {});
    QVERIFY(!result);
    QCOMPARE(result.error().detail, u"row 1: connection_id is of type number"_s);
}

void tst_ConnectionJsonBroken::moreRowsThanAskedForAreRefused_data()
{
    QTest::addColumn<int>("size");
    for (const int size : {1, 50, 100})
        QTest::addRow("%d", size) << size;
}

void tst_ConnectionJsonBroken::moreRowsThanAskedForAreRefused()
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

void tst_ConnectionJsonBroken::moreRowsThanTheTotalAreRefused_data()
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

void tst_ConnectionJsonBroken::moreRowsThanTheTotalAreRefused()
{
    QFETCH(int, index);
    QFETCH(int, rows);
    QFETCH(QByteArray, total);
    QFETCH(bool, isTaken);
    const auto result = parseConnectionPage(Samples::envelope(Samples::numberedRows(rows), total),
                                            {.index = index, .size = 5});
    QCOMPARE(result.has_value(), isTaken);
    if (!isTaken) // the whole answer is to blame, and no row of it
        QVERIFY(result.error().detail.startsWith("the answer holds more rows"_L1));
}

void tst_ConnectionJsonBroken::aWebPageIsRecognized_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("html") << "<!DOCTYPE html><html><body>Sign in</body></html>"_ba;
    QTest::newRow("blanks before") << "\r\n  <html></html>"_ba;
    QTest::newRow("byte order mark before") << "\xEF\xBB\xBF<html></html>"_ba;
    QTest::newRow("xml") << "<?xml version=\"1.0\"?><Error/>"_ba;
}

void tst_ConnectionJsonBroken::aWebPageIsRecognized()
{
    QFETCH(QByteArray, body);
    const auto result = parseConnectionPage(body, {});
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ApiError::Kind::BadPayload);
    QVERIFY(result.error().detail.contains("web page"_L1));
}

void tst_ConnectionJsonBroken::theComplaintIsShort()
{
    const QByteArray body = "{\"" + QByteArray(1'000'000, 'k') + "\":1}";
    const auto result = parseConnectionPage(body, {});
    QVERIFY(!result);
    QVERIFY(result.error().detail.size() < 200);
}

//! Whatever one wrong byte makes of an answer: it is read or refused, and no row gets lost.
void tst_ConnectionJsonBroken::noByteChangedCrashes()
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

QTEST_APPLESS_MAIN(tst_ConnectionJsonBroken)
#include "tst_connectionjsonbroken.moc"
