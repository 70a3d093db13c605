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

//! The same answer in other spellings of JSON, and the text of each row exactly as it came.
class tst_ConnectionJsonSpelling final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void unknownFieldsSurviveByteForByte();
    void everyRowHasItsOwnText();
    void theOrderOfKeysDoesNotMatter();
    void theLastOfSeveralKeysCounts();
    void escapedKeysAreKeys_data();
    void escapedKeysAreKeys();
    void aByteOrderMarkIsSkipped_data();
    void aByteOrderMarkIsSkipped();
    void strangeTextsAreTextsAsAnyOther_data();
    void strangeTextsAreTextsAsAnyOther();
};

void tst_ConnectionJsonSpelling::unknownFieldsSurviveByteForByte()
{
    const QByteArray row = R"({ "z":1.0e+2, "connection_id" : "x",
  "a":[ 1 ,{"b":"}\"]\\"} ],"z":{},"\u0041":"\u00e9é"	})";
    QCOMPARE(Samples::connection(row).json.bytes(), row);
    QCOMPARE(page(Samples::envelope({row}, "1")).items.constFirst().json.bytes(), row);
}

void tst_ConnectionJsonSpelling::everyRowHasItsOwnText()
{
    const QByteArrayList rows{R"({"connection_id":"a","n":[1,2]})", R"({"connection_id":"b"})",
                              R"({"connection_id":"c","t":"],["})"};
    const ConnectionPage read = page("[ " + rows.join(" , ") + " ]\n");
    QCOMPARE(read.items.size(), 3);
    for (qsizetype i = 0; i < rows.size(); ++i)
        QCOMPARE(read.items.at(i).json.bytes(), rows.at(i));
    QCOMPARE(read.items.constLast().connectionId, u"c"_s);
}

void tst_ConnectionJsonSpelling::theOrderOfKeysDoesNotMatter()
{
    const ConnectionPage read =
        page("{\"total\":1,\"more\":{\"connections\":[]},\"connections\" :\n"
             " ["
             + Samples::recordedRow + "]}");
    QCOMPARE(read.items.constFirst().json.bytes(), Samples::recordedRow);
    QCOMPARE(read.total, std::optional<qsizetype>(1));
}

void tst_ConnectionJsonSpelling::theLastOfSeveralKeysCounts()
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

void tst_ConnectionJsonSpelling::escapedKeysAreKeys_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("alone") << R"({"connect\u0069ons":[{"connection_id":"b"}]})"_ba;
    QTest::newRow("behind a plain one")
        << R"({"connections":[{"connection_id":"a"}],"connect\u0069ons":[{"connection_id":"b"}]})"_ba;
    QTest::newRow("before a plain one")
        << R"({"connect\u0069ons":[{"connection_id":"a"}],"connections":[{"connection_id":"b"}]})"_ba;
}

void tst_ConnectionJsonSpelling::escapedKeysAreKeys()
{
    QFETCH(QByteArray, body);
    const ConnectionPage read = page(body);
    QCOMPARE(read.items.size(), 1);
    QCOMPARE(read.items.constFirst().connectionId, u"b"_s);
    QCOMPARE(read.items.constFirst().json.bytes(), R"({"connection_id":"b"})"_ba);
}

void tst_ConnectionJsonSpelling::aByteOrderMarkIsSkipped_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("object") << Samples::recordedBody;
    QTest::newRow("array") << '[' + Samples::recordedRow + ']';
    QTest::newRow("array of two") << '[' + Samples::recordedRow + ',' + Samples::recordedRow + ']';
}

void tst_ConnectionJsonSpelling::aByteOrderMarkIsSkipped()
{
    QFETCH(QByteArray, body);
    QVERIFY(page("\xEF\xBB\xBF" + body) == page(body));
}

void tst_ConnectionJsonSpelling::strangeTextsAreTextsAsAnyOther_data()
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

void tst_ConnectionJsonSpelling::strangeTextsAreTextsAsAnyOther()
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

QTEST_APPLESS_MAIN(tst_ConnectionJsonSpelling)
#include "tst_connectionjsonspelling.moc"
