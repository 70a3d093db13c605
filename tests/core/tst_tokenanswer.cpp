// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/tokenanswer.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using namespace std::chrono_literals;

namespace {

constexpr char Token[] = "eyJhbGciOiJSUzI1NiJ9.e30.c2lnbmVk";

//! A good answer, but for the members that replace its own.
QByteArray answer(const QByteArray &token = '"' + QByteArray(Token) + '"',
                  const QByteArray &type = R"("Bearer")", const QByteArray &lifetime = "86400",
                  const QByteArray &scope = R"("read:organization_connections")")
{
    return R"({"access_token":)" + token + R"(,"scope":)" + scope + R"(,"expires_in":)" + lifetime
        + R"(,"token_type":)" + type + '}';
}

} // namespace

class TestTokenAnswer final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsRead_data();
    void whatIsRead();
    void whatIsRefused_data();
    void whatIsRefused();
    void refusalsAreRead_data();
    void refusalsAreRead();
};

void TestTokenAnswer::whatIsRead_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<qint64>("seconds");
    const auto row = [](const char *name, const QByteArray &body, qint64 seconds = 86'400,
                        const QByteArray &token = Token) {
        QTest::newRow(name) << body << token << seconds;
    };
    const QByteArray good = '"' + QByteArray(Token) + '"';
    row("as a tenant sends it", answer());
    row("type in small letters", answer(good, R"("bearer")"));
    row("type in capitals", answer(good, R"("BEARER")"));
    row("no scope", R"({"access_token":"abc.def","token_type":"Bearer","expires_in":1})", 1,
        "abc.def");
    row("scope is null", answer(good, R"("Bearer")", "60", "null"), 60);
    row("opaque token", answer(R"("aB3_-~+/9==")"), 86'400, "aB3_-~+/9==");
    row("one second", answer(good, R"("Bearer")", "1"), 1);
    row("a part of a second more", answer(good, R"("Bearer")", "1.9"), 1);
    row("thirty days", answer(good, R"("Bearer")", "2592000"), 2'592'000);
    row("ten years", answer(good, R"("Bearer")", "315360000"), 315'360'000);
    row("more than is known",
        R"({"id_token":"x","access_token":"abc","token_type":"Bearer","expires_in":5,"a":[{}]})", 5,
        "abc");
    row("byte order mark", "\xef\xbb\xbf" + answer());
}

void TestTokenAnswer::whatIsRead()
{
    QFETCH(QByteArray, body);
    const auto read = parseTokenAnswer(body);
    QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    QTEST(read->token.secret().bytes().toByteArray(), "token");
    QTEST(qint64(read->lifetime.count()), "seconds");
}

void TestTokenAnswer::whatIsRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, const QByteArray &body, const char *detail) {
        QTest::newRow(name) << body << QString::fromLatin1(detail);
    };
    const QByteArray good = '"' + QByteArray(Token) + '"';
    const QByteArray bearer = R"("Bearer")";
    constexpr auto NoToken = "the sign-in response has no token";
    constexpr auto NoLifetime = "the sign-in response does not say how long its token is valid";
    constexpr auto OtherType = "the sign-in response has a token of another type";
    row("nothing", "", "nothing was sent");
    row("a web page", "<html>",
        "a web page came instead of JSON, perhaps a network's sign-in page");
    row("not JSON", "access_token=abc", "not JSON: illegal value at byte 1");
    row("cut off", answer().chopped(2), "not JSON: unterminated string at byte 132");
    row("more behind it", answer() + "{}",
        "not JSON: garbage at the end of the document at byte 133");
    row("a list", '[' + answer() + ']', "the sign-in response is not an object");
    row("an empty object", "{}", NoToken);
    row("token is null", answer("null"), NoToken);
    row("token is a number", answer("12345"), NoToken);
    row("token is empty", answer(R"("")"), NoToken);
    row("token has a space", answer(R"("abc def")"), NoToken);
    row("token has a line break", answer(R"("abc\r\nX-Header: y")"), NoToken);
    row("token has its scheme before it", answer(R"("Bearer abc")"), NoToken);
    row("token within a sentence", answer(R"("access_token=abc")"), NoToken);
    row("token with a space behind it", answer(R"("abc ")"), NoToken);
    row("token that is not ASCII", answer(R"("tökèn")"), NoToken);
    row("token that is cut off", answer(R"("eyJhbGciOiJSUzI1NiJ9.e30")"), NoToken);
    row("token that is too long", answer('"' + QByteArray(20'000, 'a') + '"'), NoToken);
    row("no type", R"({"access_token":"abc","expires_in":5})", OtherType);
    row("another type", answer(good, R"("DPoP")"), OtherType);
    row("type is a number", answer(good, "1"), OtherType);
    row("no lifetime", R"({"access_token":"abc","token_type":"Bearer"})", NoLifetime);
    row("lifetime is text", answer(good, bearer, R"("86400")"), NoLifetime);
    row("lifetime is null", answer(good, bearer, "null"), NoLifetime);
    row("lifetime is zero", answer(good, bearer, "0"), NoLifetime);
    row("less than a second", answer(good, bearer, "0.9"), NoLifetime);
    row("negative", answer(good, bearer, "-1"), NoLifetime);
    row("a date", answer(good, bearer, "1796025600"), NoLifetime);
    row("beyond all numbers", answer(good, bearer, "1e300"), NoLifetime);
    row("scope is a list", answer(good, bearer, "5", "[]"),
        "the scope in the sign-in response is not text");
}

void TestTokenAnswer::whatIsRefused()
{
    QFETCH(QByteArray, body);
    const auto read = parseTokenAnswer(body);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ApiError::Kind::BadPayload);
    QTEST(read.error().detail, "detail");
}

void TestTokenAnswer::refusalsAreRead_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("error");
    QTest::addColumn<QString>("description");
    const auto row = [](const char *name, const QByteArray &body, const QString &error = {},
                        const QString &description = {}) {
        QTest::newRow(name) << body << error << description;
    };
    row("as a tenant sends it", R"({"error":"access_denied","error_description":"Unauthorized"})",
        u"access_denied"_s, u"Unauthorized"_s);
    row("no description", R"({"error":"invalid_client"})", u"invalid_client"_s);
    row("description is no text", R"({"error":"a","error_description":[1]})", u"a"_s);
    row("error of the API", R"({"statusCode":404,"error":"Not Found","message":"Not Found"})");
    row("error is empty", R"({"error":""})");
    row("error is no text", R"({"error":{"code":1}})");
    row("a list", R"([{"error":"a"}])");
    row("a web page", "<html>");
    row("nothing", "");
}

void TestTokenAnswer::refusalsAreRead()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, error);
    const auto refusal = parseTokenRefusal(body);
    QCOMPARE(refusal.has_value(), !error.isEmpty());
    if (!refusal)
        return;
    QCOMPARE(refusal->error, error);
    QTEST(refusal->description, "description");
}

QTEST_APPLESS_MAIN(TestTokenAnswer)
#include "tst_tokenanswer.moc"
