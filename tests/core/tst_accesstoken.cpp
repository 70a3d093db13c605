// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/accesstoken.h"

#include <QDebug>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using enum AccessToken::Problem;

class TestAccessToken final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void isEmptyAtFirst();
    void isAccepted_data();
    void isAccepted();
    void isRefused_data();
    void isRefused();
    void equalTokensAreEqual();
    void printingHidesTheToken();
    void printingKeepsTheStreamsSettings();
    void hasNoConversionToText();
};

void TestAccessToken::isEmptyAtFirst()
{
    QVERIFY(AccessToken().isEmpty());
    QVERIFY(AccessToken() == AccessToken());
}

void TestAccessToken::isAccepted_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("header");
    const QByteArray jwt = "eyJhbGciOiJSUzI1NiJ9.eyJleHAiOjF9.c2ln-_"_ba;
    const QString text = QString::fromLatin1(jwt);
    QTest::newRow("JWT") << text << QByteArray("Bearer " + jwt);
    QTest::newRow("whitespace around")
        << QString(" \t"_L1 + text + "\r\n"_L1) << QByteArray("Bearer " + jwt);
    QTest::newRow("no-break space around")
        << QString(u'\u00A0' + text + u'\u00A0') << QByteArray("Bearer " + jwt);
    QTest::newRow("Bearer") << QString("Bearer "_L1 + text) << QByteArray("Bearer " + jwt);
    QTest::newRow("bearer") << QString("bearer "_L1 + text) << QByteArray("Bearer " + jwt);
    QTest::newRow("Bearer and whitespace")
        << QString("  BEARER    "_L1 + text + u' ') << QByteArray("Bearer " + jwt);
    QTest::newRow("Bearer and a tab")
        << QString("Bearer\t"_L1 + text) << QByteArray("Bearer " + jwt);
    QTest::newRow("opaque") << u"abc"_s << "Bearer abc"_ba;
    QTest::newRow("begins like Bearer") << u"Bearertoken"_s << "Bearer Bearertoken"_ba;
    QTest::newRow("all printable characters") << u"!~\"\\{}<>"_s << "Bearer !~\"\\{}<>"_ba;
    QTest::newRow("16 KiB") << QString(16384, u'a')
                            << QByteArray("Bearer " + QByteArray(16384, 'a'));
    QTest::newRow("16 KiB and Bearer") << QString("Bearer "_L1 + QString(16384, u'a'))
                                       << QByteArray("Bearer " + QByteArray(16384, 'a'));
}

void TestAccessToken::isAccepted()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, header);
    const auto token = AccessToken::fromText(text);
    QVERIFY(token);
    QVERIFY(!token->isEmpty());
    QCOMPARE(token->authorizationHeader(), header);
    const SecretBytes secret = token->secret(); // what a store keeps
    QVERIFY(AccessToken::fromText(QString::fromLatin1(secret.bytes())).value() == *token);
}

void TestAccessToken::isRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<AccessToken::Problem>("problem");
    QTest::newRow("null") << QString() << Empty;
    QTest::newRow("empty") << u""_s << Empty;
    QTest::newRow("whitespace") << u" \t\r\n\u00A0"_s << Empty;
    QTest::newRow("only Bearer") << u"Bearer"_s << Empty;
    QTest::newRow("only Bearer and a space") << u"bearer "_s << Empty;
    QTest::newRow("Bearer of a Bearer") << u"Bearer Bearer"_s << Empty;
    QTest::newRow("Bearer of a BEARER") << u" bearer  BEARER "_s << Empty;
    QTest::newRow("space inside") << u"abc def"_s << NotPrintable;
    QTest::newRow("a whole header") << u"Authorization: Bearer abc"_s << NotPrintable;
    QTest::newRow("Bearer twice") << u"Bearer Bearer abc"_s << NotPrintable;
    QTest::newRow("line feed inside") << u"abc\ndef"_s << NotPrintable;
    QTest::newRow("header after it") << u"abc\r\nX-Evil: 1"_s << NotPrintable;
    QTest::newRow("tab inside") << u"abc\tdef"_s << NotPrintable;
    QTest::newRow("NUL inside") << QString::fromUtf16(u"a\0b", 3) << NotPrintable;
    QTest::newRow("delete") << u"abc\u007f"_s << NotPrintable;
    QTest::newRow("letter with accent") << u"abcé"_s << NotPrintable;
    QTest::newRow("typographic dots") << u"eyJhbGciOi…"_s << NotPrintable;
    QTest::newRow("dots of a password field") << u"••••••"_s << NotPrintable;
    QTest::newRow("zero-width space") << u"abc\u200b"_s << NotPrintable;
    QTest::newRow("emoji") << u"😀"_s << NotPrintable;
    QTest::newRow("too long") << QString(16385, u'a') << TooLong;
    QTest::newRow("a million") << QString(1'000'000, u'a') << TooLong;
}

void TestAccessToken::isRefused()
{
    QFETCH(QString, text);
    QFETCH(AccessToken::Problem, problem);
    const auto token = AccessToken::fromText(text);
    QVERIFY(!token);
    QCOMPARE(int(token.error()), int(problem));
}

void TestAccessToken::equalTokensAreEqual()
{
    const AccessToken token = AccessToken::fromText(u"abc"_s).value();
    QVERIFY(token == AccessToken::fromText(u"Bearer abc "_s).value());
    QVERIFY(token != AccessToken::fromText(u"abC"_s).value());
    QVERIFY(token != AccessToken());
}

void TestAccessToken::printingHidesTheToken()
{
    const AccessToken token = AccessToken::fromText(u"SECRET"_s).value();
    QString text;
    QDebug(&text) << token;
    QCOMPARE(text.trimmed(), u"token: set"_s);
    text.clear();
    QDebug(&text) << AccessToken();
    QCOMPARE(text.trimmed(), u"token: empty"_s);
    text.clear();
    QDebug(&text) << QList<AccessToken>{token, AccessToken()};
    QVERIFY(text.contains("token: set"_L1));
    QVERIFY(!text.contains("SECRET"_L1));
}

void TestAccessToken::printingKeepsTheStreamsSettings()
{
    QString text;
    QDebug(&text) << AccessToken() << u"a"_s << u"b"_s;
    QCOMPARE(text.trimmed(), u"token: empty \"a\" \"b\""_s);
}

void TestAccessToken::hasNoConversionToText()
{
    QVERIFY(!(std::is_convertible_v<AccessToken, QString>));
    QVERIFY(!(std::is_convertible_v<AccessToken, QByteArray>));
    QVERIFY(!(std::is_constructible_v<QString, AccessToken>));
    QVERIFY(!(std::is_constructible_v<AccessToken, QString>)); // only by fromText(), which checks
}

QTEST_APPLESS_MAIN(TestAccessToken)
#include "tst_accesstoken.moc"
