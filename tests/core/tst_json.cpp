// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

//! Writes random JSON with every kind of whitespace and difficult strings that the grammar allows.
class RandomJson final {
public:
    explicit RandomJson(quint32 seed)
        : m_random(seed)
    {
    }

    QByteArray array()
    {
        QByteArrayList elements;
        for (int i = below(6); i > 0; --i)
            elements.append(space() + value(4) + space());
        return '[' + (elements.isEmpty() ? space() : elements.join(',')) + ']';
    }

private:
    int below(int bound) { return int(m_random.bounded(bound)); }

    template <std::size_t N>
    QByteArray anyOf(const char *const (&choices)[N])
    {
        return choices[m_random.bounded(int(N))];
    }

    QByteArray space() { return anyOf({"", "", "", " ", "\n", "\t ", "\r\n  "}); }

    QByteArray string()
    {
        QByteArray text;
        for (int i = below(8); i > 0; --i)
            text +=
                anyOf({"a", " ",    "  ",   ",",   ":",   "[",       "]",       "{",
                       "}", "\\\"", "\\\\", "\\/", "\\n", "\\u0022", "\\u005c", "\\ud83d\\ude00",
                       "é", "文",   "😀",    "\x7f"});
        return '"' + text + '"';
    }

    QByteArray object(int depth)
    {
        QByteArrayList members;
        for (int i = below(5); i > 0; --i)
            members.append(space() + string() + space() + ':' + space() + value(depth) + space());
        return '{' + (members.isEmpty() ? space() : members.join(',')) + '}';
    }

    QByteArray value(int depth)
    {
        const int kind = depth > 0 ? below(6) : below(3);
        if (kind == 0)
            return string();
        if (kind < 3)
            return anyOf({"0", "-1", "1.50", "12345678901234567890", "2e-3", "true", "null"});
        if (kind == 3)
            return object(depth - 1);
        QByteArrayList elements;
        for (int i = below(4); i > 0; --i)
            elements.append(space() + value(depth - 1) + space());
        return '[' + (elements.isEmpty() ? space() : elements.join(',')) + ']';
    }

    QRandomGenerator m_random;
};

QJsonDocument parsed(const QByteArray &json)
{
    QJsonParseError error;
    QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        qWarning().noquote() << error.errorString() << json;
    return document;
}

//! The text without the whitespace outside of strings.
QByteArray withoutWhitespace(const QByteArray &json)
{
    static const QRegularExpression token(uR"("(?:[^"\\]|\\.)*"|[^\s"]+)"_s);
    QString text;
    for (const QRegularExpressionMatch &match : token.globalMatch(QString::fromUtf8(json)))
        text += match.captured();
    return text.toUtf8();
}

} // namespace

class TestJson final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void elementsAreAsWritten_data();
    void elementsAreAsWritten();
    void elementsPointIntoTheText();
    void invalidTextsEnd();
    void memberIsAsWritten_data();
    void memberIsAsWritten();
    void membersInTheirOrder();
    void indentedHasOneMemberPerLine_data();
    void indentedHasOneMemberPerLine();
    void randomDocuments_data();
    void randomDocuments();
};

void TestJson::elementsAreAsWritten_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArrayList>("elements");
    QTest::newRow("none") << "[]"_ba << QByteArrayList{};
    QTest::newRow("none, with whitespace") << " [ \r\n\t ] "_ba << QByteArrayList{};
    QTest::newRow("one") << "[1]"_ba << QByteArrayList{"1"};
    QTest::newRow("spelling stays") << "[1.0,1e+02,-0]"_ba << QByteArrayList{"1.0", "1e+02", "-0"};
    QTest::newRow("whitespace around") << " [ 1 ,\n2\t]\n"_ba << QByteArrayList{"1", "2"};
    QTest::newRow("whitespace within") << "[{ \"a\" : 1 }]"_ba << QByteArrayList{"{ \"a\" : 1 }"};
    QTest::newRow("nested") << "[[1,[2]],{\"a\":[3,{}]}]"_ba
                            << QByteArrayList{"[1,[2]]", "{\"a\":[3,{}]}"};
    QTest::newRow("order of keys") << R"([{"b":1,"a":2}])"_ba << QByteArrayList{R"({"b":1,"a":2})"};
    QTest::newRow("comma and brackets in strings")
        << R"(["],[","}{",{"]":","}])"_ba << QByteArrayList{R"("],[")", R"("}{")", R"({"]":","})"};
    QTest::newRow("quotes in strings")
        << R"(["\"",",\\",  "\\\"]"])"_ba << QByteArrayList{R"("\"")", R"(",\\")", R"("\\\"]")"};
    QTest::newRow("empty strings") << R"(["",""])"_ba << QByteArrayList{R"("")", R"("")"};
    QTest::newRow("UTF-8") << "[\"é文😀\"]"_ba << QByteArrayList{"\"é文😀\""};
}

void TestJson::elementsAreAsWritten()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArrayList, elements);
    QByteArrayList found;
    for (const QByteArrayView element : arrayElements(json))
        found.append(element.toByteArray());
    QCOMPARE(found, elements);
}

void TestJson::elementsPointIntoTheText()
{
    const QByteArray json = "[ 1, 22 ]";
    const QList<QByteArrayView> elements = arrayElements(json);
    QVERIFY(elements.at(0).data() == json.constData() + 2);
    QVERIFY(elements.at(1).data() == json.constData() + 5);
}

//! Invalid input breaks the contract, but must neither loop nor crash.
void TestJson::invalidTextsEnd()
{
    for (const char *text : {"{\"a\":1}", "[1}", "[1", "[", "", "[\"", "[1,", "]", "[1][2]", "{}"})
        QVERIFY(arrayElements(text).size() <= 1);
}

void TestJson::memberIsAsWritten_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("none") << "{}"_ba
                          << ""_ba;
    QTest::newRow("another") << R"({"keys":1,"ke":2,"Key":3})"_ba
                             << ""_ba;
    QTest::newRow("alone") << R"({"key":[1]})"_ba
                           << "[1]"_ba;
    QTest::newRow("whitespace") << " {\n\"key\" :\t[ 1 ] \n} "_ba
                                << "[ 1 ]"_ba;
    QTest::newRow("first") << R"({"key":1.0,"b":2})"_ba
                           << "1.0"_ba;
    QTest::newRow("last") << R"({"b":{"key":7},"c":[{"key":8}],"key":1})"_ba
                          << "1"_ba;
    QTest::newRow("in a string") << R"({"a":"\"key\":9,","key":1})"_ba
                                 << "1"_ba;
    QTest::newRow("as a value") << R"({"a":"key","b":1})"_ba
                                << ""_ba;
    QTest::newRow("the last of several") << R"({"key":1,"key":2})"_ba
                                         << "2"_ba;
    QTest::newRow("brackets in keys") << R"({"]}":0,"\\":0,"\"":0,"key":1})"_ba
                                      << "1"_ba;
    QTest::newRow("escaped") << R"({"k\u0065y":1})"_ba
                             << "1"_ba;
    QTest::newRow("escaped after plain") << R"({"key":1,"\u006bey":2})"_ba
                                         << "2"_ba;
    QTest::newRow("escaped backslash is no escape") << R"({"k\\u0065y":1})"_ba
                                                    << ""_ba;
}

void TestJson::memberIsAsWritten()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, value);
    QVERIFY(parsed(json).isObject());
    QCOMPARE(memberValue(json, "key").toByteArray(), value);
}

void TestJson::membersInTheirOrder()
{
    QStringList found;
    for (const JsonMember &member : members(R"( {"b" : [1, 2] ,"\u00e9\"":"x\\","b":null} )"))
        found += QString::fromUtf8(member.key + '=' + member.value.toByteArray());
    QCOMPARE(found, QStringList({u"b=[1, 2]"_s, u"\u00e9\"=\"x\\\\\""_s, u"b=null"_s}));
    for (const char *text : {"", "{}", "[1]", "[\"a\"]", "null", "7", "{\"", "{\"a", "{\"a\""})
        QVERIFY(members(text).isEmpty());
}

void TestJson::indentedHasOneMemberPerLine_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("nothing") << ""_ba
                             << ""_ba;
    QTest::newRow("empty object") << "{}"_ba
                                  << "{}"_ba;
    QTest::newRow("empty with whitespace") << "{ \n }"_ba
                                           << "{}"_ba;
    QTest::newRow("empty in empty") << "[[ ],{ }]"_ba
                                    << "[\n  [],\n  {}\n]"_ba;
    QTest::newRow("members") << R"({"b":1.0, "a" :[true,null]})"_ba
                             << "{\n  \"b\": 1.0,\n  \"a\": [\n    true,\n    null\n"
                                "  ]\n}"_ba;
    QTest::newRow("strings stay") << R"({"a , [":"{ \" : \\"})"_ba
                                  << "{\n  \"a , [\": \"{ \\\" : \\\\\"\n}"_ba;
    QTest::newRow("already indented") << "{\n    \"a\": 1\n}"_ba
                                      << "{\n  \"a\": 1\n}"_ba;
    QTest::newRow("duplicates stay") << R"({"a":1,"a":2})"_ba
                                     << "{\n  \"a\": 1,\n  \"a\": 2\n}"_ba;
}

void TestJson::indentedHasOneMemberPerLine()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, expected);
    QCOMPARE(indented(json), expected);
}

void TestJson::randomDocuments_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 8; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestJson::randomDocuments()
{
    QFETCH(quint32, seed);
    RandomJson random(seed);
    for (int i = 0; i < 200; ++i) {
        const QByteArray json = random.array();
        const QJsonDocument document = parsed(json);

        const QByteArray pretty = indented(json);
        QCOMPARE(parsed(pretty), document);
        QCOMPARE(indented(pretty), pretty);
        QCOMPARE(withoutWhitespace(pretty), withoutWhitespace(json));

        QByteArrayList elements;
        for (const QByteArrayView element : arrayElements(json))
            elements.append(element.toByteArray());
        QCOMPARE(elements.size(), document.array().size());
        QCOMPARE(parsed('[' + elements.join(',') + ']'), document);
        for (qsizetype e = 0; e < elements.size(); ++e) {
            if (!document.array().at(e).isObject())
                continue;
            const QJsonObject object = document.array().at(e).toObject();
            for (auto member = object.begin(); member != object.end(); ++member) {
                const QByteArrayView value = memberValue(elements.at(e), member.key().toUtf8());
                QCOMPARE(parsed('[' + value.toByteArray() + ']').array().at(0), member.value());
            }
        }
    }
}

QTEST_APPLESS_MAIN(TestJson)
#include "tst_json.moc"
