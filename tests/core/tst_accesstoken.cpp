// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/accesstoken.h"

#include "support/tokensamples.h"

#include <QDebug>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QStringList>
#include <QTest>

#include <utility>

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
    void isTakenOut_data();
    void isTakenOut();
    void linesOfATerminalAreJoined_data();
    void linesOfATerminalAreJoined();
    void isRefused_data();
    void isRefused();
    void oddTextsTakeNoTime_data();
    void oddTextsTakeNoTime();
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
    QTest::addColumn<QString>("token");
    const QString jwt = u"eyJhbGciOiJSUzI1NiJ9.eyJleHAiOjF9.c2ln-w"_s;
    const auto add = [&jwt](const char *name, const QString &text) {
        QTest::newRow(name) << text << jwt;
    };
    const auto addOpaque = [](const char *name, const QString &text,
                              const QString &token = u"abc"_s) {
        QTest::newRow(name) << text << token;
    };
    add("JWT", jwt);
    add("whitespace around", " \t"_L1 + jwt + "\r\n"_L1);
    add("no-break space around", u'\u00A0' + jwt + u'\u00A0');
    add("Bearer", "Bearer "_L1 + jwt);
    add("bearer", "bearer "_L1 + jwt);
    add("Bearer and whitespace", "  BEARER    "_L1 + jwt + u' ');
    add("Bearer and a tab", "Bearer\t"_L1 + jwt);
    add("zero-width space inside", QString(jwt).insert(30, u'\u200B') + u'\u200B');
    add("byte order mark", u'\uFEFF' + jwt);
    add("marks of the writing direction", u'\u200E' + jwt + u'\u200F');
    add("soft hyphen inside", QString(jwt).insert(5, u'\u00AD'));
    add("quotes", u'"' + jwt + u'"');
    add("typographic quotes and comma", u'“' + jwt + u"”,"_s);
    add("backticks", u'`' + jwt + u'`');
    add("the mark of zsh", jwt + u'%');
    add("a continued line", jwt + " \\\n"_L1);
    add("a prompt", "$ "_L1 + jwt);
    add("in a sentence", "Your token is "_L1 + jwt + ". Keep it."_L1);
    addOpaque("opaque", u"abc"_s);
    addOpaque("opaque, quotes", u"'abc'"_s);
    addOpaque("opaque, mark of zsh", u"abc%"_s);
    addOpaque("begins like Bearer", u"Bearertoken"_s, u"Bearertoken"_s);
    addOpaque("all characters of a token", u"aZ09-._~+/=="_s, u"aZ09-._~+/=="_s);
    addOpaque("16 KiB", QString(16384, u'a'), QString(16384, u'a'));
    addOpaque("16 KiB and Bearer", "Bearer "_L1 + QString(16384, u'a'), QString(16384, u'a'));
}

void TestAccessToken::isAccepted()
{
    QFETCH(QString, text);
    QFETCH(QString, token);
    const auto read = AccessToken::fromText(text);
    QVERIFY2(read, read ? "" : QByteArray::number(int(read.error())).constData());
    QVERIFY(!read->isEmpty());
    QCOMPARE(read->authorizationHeader(), QByteArray("Bearer " + token.toLatin1()));
    const SecretBytes secret = read->secret(); // what a store keeps
    QVERIFY(AccessToken::fromText(QString::fromLatin1(secret.bytes())).value() == *read);
}

void TestAccessToken::isTakenOut_data()
{
    QTest::addColumn<QString>("text"); // with %1 for the token
    QTest::addColumn<bool>("ofEveryKind"); // also an opaque token
    const auto add = [](const char *name, const QString &text, bool ofEveryKind = true) {
        QTest::newRow(name) << text << ofEveryKind;
    };
    add("JSON", u"{\"access_token\":\"%1\",\"expires_in\":86400,\"token_type\":\"Bearer\"}"_s);
    add("JSON with an ID token",
        u"{\"id_token\":\"eyJhbGciOiJIUzI1NiJ9.e30.AA\",\"access_token\":\"%1\"}"_s);
    add("JSON with a refresh token", u"{\"refresh_token\":\"v1.x\", \"access_token\": \"%1\"}"_s);
    add("JSON on lines", u"{\n  \"access_token\": \"%1\",\n  \"scope\": \"read:a\"\n}\n"_s);
    add("a line of JSON", u"  \"access_token\": \"%1\","_s);
    add("half a line of JSON", u"access_token\": \"%1"_s);
    add("JSON in a string", u"\"{\\\"access_token\\\":\\\"%1\\\"}\""_s);
    add("Python", u"{'access_token': '%1', 'expires_in': 86400}"_s);
    add("accessToken", u"accessToken: \"%1\""_s);
    add("fragment of an address", u"https://a.example/cb#access_token=%1&token_type=Bearer"_s);
    add("assignment", u"AUTH0_API_TOKEN=%1"_s);
    add("assignment, quotes", u"AUTH0_API_TOKEN=\"%1\""_s);
    add("export", u"export TOKEN='%1'"_s);
    add("export after a prompt", u"$ export TOKEN=%1"_s);
    add("cmd", u"set AUTH0_API_TOKEN=%1"_s);
    add("PowerShell", u"$env:AUTH0_API_TOKEN = \"%1\""_s);
    add(".env file", u"# for tests\nAUTH0_DOMAIN=acme.eu.auth0.com\nAUTH0_API_TOKEN=%1\nX=1\n"_s);
    add("YAML", u"token: %1\n"_s);
    add("header", u"Authorization: Bearer %1"_s);
    add("header of HTTP/2", u"authorization: bearer %1\r\nhost: a\r\n"_s);
    add("option of curl", u"-H \"Authorization: Bearer %1\""_s);
    add("long option of curl", u"--header='Authorization: Bearer %1'"_s);
    add("curl",
        u"curl --request GET \\\n  --url 'https://acme.eu.auth0.com/api/v2/users' \\\n"
        "  --header 'authorization: Bearer %1' \\\n  --compressed"_s);
    add("headers in a program", u"headers: { \"Authorization\": \"Bearer %1\" },"_s);
    add("Bearer twice in a header", u"Authorization: Bearer Bearer %1"_s);
    add("the same twice", u"TOKEN=%1\nTOKEN=%1\n"_s);
    add("backslash and quote", u"\\\"token\\\": \\\"%1\\\", \\\"a\\\": 1"_s);
    add("punctuation after it", u"{ token: %1 },"_s);
    add("fish", u"set -x AUTH0_API_TOKEN %1"_s, false);
    add("command of a shell", u"$ echo %1\n"_s, false);
    add("answer of a program", u"your token:\n\n    %1\n\nnever share it!"_s, false);
}

void TestAccessToken::isTakenOut()
{
    QFETCH(QString, text);
    QFETCH(bool, ofEveryKind);
    QStringList tokens{QString::fromLatin1(Samples::signedJwt("{\"exp\":1}"))};
    if (ofEveryKind)
        tokens.append({u"q1w2e3-r4"_s, u"aa+/bb=="_s});
    for (const QString &token : std::as_const(tokens)) {
        const auto read = AccessToken::fromText(QString(text).replace("%1"_L1, token));
        QVERIFY2(read, qPrintable(token));
        QCOMPARE(read->authorizationHeader(), QByteArray("Bearer " + token.toLatin1()));
    }
}

void TestAccessToken::linesOfATerminalAreJoined_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<QString>("lineBreak");
    QTest::addColumn<QString>("frame");
    for (const int width : {40, 80, 213, 400, 500}) {
        QTest::addRow("%d columns", width) << width << u"\n"_s << u"%1"_s;
        QTest::addRow("%d columns, JSON", width)
            << width << u"\n"_s << u"{\"access_token\":\"%1\"}"_s;
        QTest::addRow("%d columns, a prompt after it", width)
            << width << u"\n"_s << u"%1\nuser@host:~$ "_s;
        QTest::addRow("%d columns, words after it", width) << width << u"\n"_s << u"%1\nand more"_s;
        QTest::addRow("%d columns, Windows", width) << width << u"\r\n"_s << u"Bearer %1\r\n"_s;
        QTest::addRow("%d columns, spaces", width) << width << u"  \n  "_s << u"'%1'"_s;
        QTest::addRow("%d columns, backslashes", width) << width << u"\\\n"_s << u"TOKEN=%1"_s;
    }
}

void TestAccessToken::linesOfATerminalAreJoined()
{
    QFETCH(int, width);
    QFETCH(QString, lineBreak);
    QFETCH(QString, frame);
    const QByteArray token =
        Samples::signedJwt("{\"iss\":\"https://acme.eu.auth0.com/\",\"exp\":1760000000}");
    QStringList lines;
    for (qsizetype at = 0; at < token.size(); at += width)
        lines.append(QString::fromLatin1(token.mid(at, width)));
    const auto read = AccessToken::fromText(QString(frame).replace("%1"_L1, lines.join(lineBreak)));
    QVERIFY(read);
    QCOMPARE(read->authorizationHeader(), QByteArray("Bearer " + token));
}

void TestAccessToken::isRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<AccessToken::Problem>("problem");
    QTest::newRow("null") << QString() << Empty;
    QTest::newRow("empty") << u""_s << Empty;
    QTest::newRow("whitespace") << u" \t\r\n\u00A0"_s << Empty;
    QTest::newRow("invisible") << u"\u200B\uFEFF"_s << Empty;
    QTest::newRow("only quotes") << u"\"\""_s << Empty;
    QTest::newRow("only Bearer") << u"Bearer"_s << Empty;
    QTest::newRow("only Bearer and a space") << u"bearer "_s << Empty;
    QTest::newRow("Bearer of a Bearer") << u"Bearer Bearer"_s << Empty;
    QTest::newRow("Bearer of a BEARER") << u" bearer  BEARER "_s << Empty;
    QTest::newRow("space inside") << u"abc def"_s << ForeignCharacter;
    QTest::newRow("a header without a token") << u"Authorization: Bearer "_s << ForeignCharacter;
    QTest::newRow("a header of Bearers") << u"Authorization: Bearer Bearer"_s << ForeignCharacter;
    QTest::newRow("a header with a variable")
        << u"-H \"Authorization: Bearer $AUTH0_API_TOKEN\""_s << ForeignCharacter;
    QTest::newRow("Bearer twice") << u"Bearer Bearer abc"_s << ForeignCharacter;
    QTest::newRow("line feed inside") << u"abc\ndef"_s << ForeignCharacter;
    QTest::newRow("header after it") << u"abc\r\nX-Evil: 1"_s << ForeignCharacter;
    QTest::newRow("tab inside") << u"abc\tdef"_s << ForeignCharacter;
    QTest::newRow("NUL inside") << QString::fromUtf16(u"a\0b", 3) << ForeignCharacter;
    QTest::newRow("delete") << u"abc\u007f"_s << ForeignCharacter;
    QTest::newRow("letter with accent") << u"abcé"_s << ForeignCharacter;
    QTest::newRow("dots of a password field") << u"••••••"_s << ForeignCharacter;
    QTest::newRow("emoji") << u"😀"_s << ForeignCharacter;
    QTest::newRow("punctuation of no token") << u"!~\"\\{}<>"_s << ForeignCharacter;
    QTest::newRow("equals sign inside") << u"abc=def"_s << ForeignCharacter;
    QTest::newRow("only equals signs") << u"=="_s << ForeignCharacter;
    QTest::newRow("a line of dashes") << u"---"_s << ForeignCharacter;
    QTest::newRow("a domain's variable") << u"AUTH0_DOMAIN=acme.eu.auth0.com"_s << ForeignCharacter;
    QTest::newRow("another variable") << u"CLIENT_SECRET=abc"_s << ForeignCharacter;
    for (const char *name : {"AUTH0_API_TOKEN=", "token=", "access_token==", "AUTH0_DOMAIN="})
        QTest::newRow(name) << QString::fromLatin1(name) << ForeignCharacter;
    for (const char *next : {"AUTH0_DOMAIN=\"x\"", "AUTH0_DOMAIN=x", "abc"}) {
        const QString text = QString::fromLatin1(next);
        QTest::addRow("a name without a value, then %s", next)
            << QString("AUTH0_API_TOKEN=\n"_L1 + text) << ForeignCharacter;
        QTest::addRow("an access token without a value, then %s", next)
            << QString("AUTH0_ACCESS_TOKEN= \n"_L1 + text) << ForeignCharacter;
        QTest::addRow("a header without a value, then %s", next)
            << QString("Authorization: Bearer \n"_L1 + text) << ForeignCharacter;
    }
    QTest::newRow("a name without a value, then another one")
        << u"AUTH0_API_TOKEN= AUTH0_DOMAIN=\"x\""_s << ForeignCharacter;
    for (const char *nothing : {"null", "None", "undefined"}) {
        QTest::addRow("%s in JSON", nothing)
            << u"{\"access_token\": %1, \"a\": 1}"_s.arg(QLatin1StringView(nothing))
            << ForeignCharacter;
        QTest::addRow("%s on a line", nothing)
            << u"\"access_token\": %1,"_s.arg(QLatin1StringView(nothing)) << ForeignCharacter;
        QTest::addRow("%s in a header", nothing)
            << u"Authorization: Bearer %1"_s.arg(QLatin1StringView(nothing)) << ForeignCharacter;
    }
    QTest::newRow("words after a name") << u"Your token: it is secret"_s << ForeignCharacter;
    QTest::newRow("words after a comma")
        << u"Your token: secret, never share it"_s << ForeignCharacter;
    QTest::newRow("words after other punctuation")
        << u"Your token: secret ! (never share it)"_s << ForeignCharacter;
    QTest::newRow("an apostrophe") << u"Your token: it's secret"_s << ForeignCharacter;
    QTest::newRow("kinds of tokens")
        << u"\"token_type\":\"Bearer\",\"id_token\":\"abc\""_s << ForeignCharacter;
    QTest::newRow("a web page") << u"<!DOCTYPE html><title>Sign in</title>"_s << ForeignCharacter;

    const QString jwt = u"eyJhbGciOiJSUzI1NiJ9.eyJleHAiOjF9.c2ln-w"_s;
    const qsizetype last = jwt.lastIndexOf(u'.');
    QTest::newRow("ellipsis") << u"eyJhbGciOi…"_s << NotWhole;
    QTest::newRow("ellipsis in the signature") << QString(jwt + u'…') << NotWhole;
    QTest::newRow("header alone") << jwt.first(jwt.indexOf(u'.')) << NotWhole;
    QTest::newRow("header and payload") << jwt.first(last) << NotWhole;
    QTest::newRow("header, payload and a dot") << jwt.first(last + 1) << NotWhole;
    QTest::newRow("signature cut") << jwt.chopped(1) << NotWhole;
    QTest::newRow("payload cut") << QString(jwt).remove(last - 2, 2) << NotWhole;
    QTest::newRow("first character lost") << jwt.sliced(1) << NotWhole;
    QTest::newRow("twice without a space") << QString(jwt + jwt) << NotWhole;
    QTest::newRow("padding") << QString(jwt + "=="_L1) << NotWhole;
    QTest::newRow("more after it") << QString(jwt + "+abc"_L1) << NotWhole;
    QTest::newRow("space inside a JWT") << QString(jwt).insert(30, u' ') << NotWhole;
    QTest::newRow("a broken JWT in JSON")
        << u"{\"access_token\":\"%1\"}"_s.arg(jwt.first(last)) << NotWhole;
    // Whether the second line belongs to it, only a signature of the right length could say.
    QTest::newRow("unclear where it ends") << QString(jwt + "\nabcd"_L1) << NotWhole;

    const QString other = u"eyJhbGciOiJSUzI1NiJ9.eyJleHAiOjJ9.c2ln-w"_s;
    QTest::newRow("two") << QString(jwt + u' ' + other) << Several;
    QTest::newRow("two answers") << u"{\"access_token\":\"abc\"} {\"access_token\":\"def\"}"_s
                                 << Several;

    QTest::newRow("too long") << QString(16385, u'a') << TooLong;
    QTest::newRow("too long in JSON")
        << u"{\"access_token\":\"%1\"}"_s.arg(QString(16385, u'a')) << TooLong;
    QTest::newRow("a million") << QString(1'000'000, u'a') << TooLong;
    const QString longJwt =
        QString::fromLatin1(Samples::signedJwt("{\"a\":\"" + QByteArray(16384, 'a') + "\"}"));
    QTest::newRow("JWT too long") << longJwt << TooLong;
    QTest::newRow("JWT too long in JSON") << u"{\"access_token\":\"%1\"}"_s.arg(longJwt) << TooLong;
    QTest::newRow("JWT too long, on two lines") << QString(longJwt).insert(9000, u'\n') << TooLong;
}

void TestAccessToken::isRefused()
{
    QFETCH(QString, text);
    QFETCH(AccessToken::Problem, problem);
    const auto token = AccessToken::fromText(text);
    QVERIFY(!token);
    QCOMPARE(int(token.error()), int(problem));
}

//! The longest texts that are read, each of which makes the search begin again as often as
//! possible.
void TestAccessToken::oddTextsTakeNoTime_data()
{
    QTest::addColumn<QString>("head");
    QTest::addColumn<QString>("piece");
    for (const char *head :
         {"authorization", "authorization:", "authorization: bearer", "access_token",
          "access_token:", "token", "token:", "token: a", "eyJ", "eyJhbGciOiJub25lIn0.e30.AA"})
        QTest::addRow("%s and spaces", head) << QString::fromLatin1(head) << u" "_s;
    for (const char *piece : {"eyJ ", "eyJ\n", "eyJ.", "token", "token=", "token ", "a=", "bearer ",
                              "authorization: bearer ", "access_token=a\n", "\\", "\"", "% ", "_"})
        QTest::newRow(piece) << QString() << QString::fromLatin1(piece);
}

void TestAccessToken::oddTextsTakeNoTime()
{
    QFETCH(QString, head);
    QFETCH(QString, piece);
    const qsizetype left = AccessToken::MaximumTextLength - head.size() - 1;
    QElapsedTimer time;
    time.start();
    const auto token = AccessToken::fromText(head + piece.repeated(left / piece.size()) + u'x');
    QVERIFY2(time.elapsed() < 500, qPrintable(QString::number(time.elapsed())));
    Q_UNUSED(token)
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
