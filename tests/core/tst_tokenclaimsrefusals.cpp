// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/tokenclaims.h"
#include "support/tokensamples.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using enum TokenClaims::Problem;

//! Tokens of which nothing can be read here.
class tst_TokenClaimsRefusals final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void partsDecide_data();
    void partsDecide();
    void payloadIsStrict_data();
    void payloadIsStrict();
    void payloadIsAnObject_data();
    void payloadIsAnObject();
    void emptyTokenIsOpaque();
};

void tst_TokenClaimsRefusals::partsDecide_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<TokenClaims::Problem>("problem");
    const QByteArray empty = Samples::base64Url("{}");
    QTest::newRow("one part") << "q1w2e3r4t5"_ba << Opaque;
    QTest::newRow("one part that is JSON") << "{}"_ba << Opaque;
    QTest::newRow("two parts") << QByteArray("a." + empty) << Opaque;
    QTest::newRow("four parts") << QByteArray("a." + empty + ".b.c") << Opaque;
    QTest::newRow("five parts") << QByteArray("a." + empty + ".b.c.d") << Encrypted;
    QTest::newRow("JWE with a key of its own")
        << "eyJhbGciOiJkaXIifQ..aXY.dGV4dA.dGFn"_ba << Encrypted;
    QTest::newRow("six parts") << QByteArray("a." + empty + ".b.c.d.e") << Opaque;
    QTest::newRow("only two dots") << ".."_ba << Broken;
    QTest::newRow("only four dots") << "...."_ba << Encrypted;
    QTest::newRow("16 KiB of dots") << QByteArray(16384, '.') << Opaque;
}

void tst_TokenClaimsRefusals::partsDecide()
{
    QFETCH(QByteArray, text);
    QFETCH(TokenClaims::Problem, problem);
    const auto claims = TokenClaims::read(Samples::token(text));
    QVERIFY(!claims);
    QCOMPARE(int(claims.error()), int(problem));
}

void tst_TokenClaimsRefusals::payloadIsStrict_data()
{
    QTest::addColumn<QByteArray>("part");
    QTest::addColumn<bool>("isRead");
    QTest::newRow("as it should be") << "eyJhIjoifn5-In0"_ba << true;
    QTest::newRow("no signature's business") << "e30"_ba << true;
    QTest::newRow("the other base64") << "eyJhIjoifn5+In0"_ba << false;
    QTest::newRow("padding") << "eyJhIjoifn5-In0="_ba << false;
    QTest::newRow("padding of a full group") << "eyJhIjoxfQ=="_ba << false;
    QTest::newRow("foreign character behind") << "e30*"_ba << false;
    QTest::newRow("foreign character inside") << "e*30"_ba << false;
    QTest::newRow("a tail of one character") << "eyJhIjoiYiJ9e"_ba << false;
    QTest::newRow("stray bits at the end") << "e31"_ba << false;
    QTest::newRow("JSON in the open") << "{}"_ba << false;
    QTest::newRow("percent") << "e30%3D"_ba << false;
    QTest::newRow("empty") << ""_ba << false;
}

void tst_TokenClaimsRefusals::payloadIsStrict()
{
    QFETCH(QByteArray, part);
    QFETCH(bool, isRead);
    const auto claims = TokenClaims::read(Samples::token("?." + part + ".?"));
    QCOMPARE(claims.has_value(), isRead);
    if (!isRead)
        QCOMPARE(int(claims.error()), int(Broken));
}

void tst_TokenClaimsRefusals::payloadIsAnObject_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("array") << "[]"_ba;
    QTest::newRow("array of an object") << R"([{"iss":"a"}])"_ba;
    QTest::newRow("string") << "\"a\""_ba;
    QTest::newRow("number") << "1"_ba;
    QTest::newRow("null") << "null"_ba;
    QTest::newRow("blank") << " "_ba;
    QTest::newRow("cut off") << R"({"iss":"https://acme.eu.au)"_ba;
    QTest::newRow("text behind") << "{} {}"_ba;
    QTest::newRow("text before") << "a{}"_ba;
    QTest::newRow("single quotes") << "{'iss':'a'}"_ba;
    QTest::newRow("NaN") << R"({"exp":NaN})"_ba;
    QTest::newRow("infinity") << R"({"exp":Infinity})"_ba;
    QTest::newRow("not UTF-8") << "{\"iss\":\"\xff\"}"_ba;
    QTest::newRow("UTF-16") << QByteArray("{\0}\0", 4);
    QTest::newRow("NUL behind") << QByteArray("{}\0", 3);
    QTest::newRow("6000 levels") << QByteArray("{\"a\":" + QByteArray(6000, '[')
                                               + QByteArray(6000, ']') + '}');
    QTest::newRow("12000 levels, open") << QByteArray("{\"a\":" + QByteArray(12000, '['));
}

void tst_TokenClaimsRefusals::payloadIsAnObject()
{
    QFETCH(QByteArray, payload);
    const auto claims = TokenClaims::read(Samples::jwt(payload));
    QVERIFY(!claims);
    QCOMPARE(int(claims.error()), int(Broken));
}

void tst_TokenClaimsRefusals::emptyTokenIsOpaque()
{
    const auto claims = TokenClaims::read(AccessToken());
    QVERIFY(!claims);
    QCOMPARE(int(claims.error()), int(Opaque));
}

QTEST_APPLESS_MAIN(tst_TokenClaimsRefusals)
#include "tst_tokenclaimsrefusals.moc"
