// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "net/httperror.h"

#include <QRegularExpression>
#include <QTest>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using namespace std::chrono_literals;
using Kind = Vestibule::ApiError::Kind;

Q_DECLARE_METATYPE(Vestibule::ApiError)

namespace {

constexpr int Nothing = -1;

//! The server's clock in these tests: 21 Oct 2015 07:28:00.
const QDateTime now(QDate(2015, 10, 21), QTime(7, 28), Qt::UTC);

QByteArray body(int status, const char *reason, const QByteArray &message,
                const char *errorCode = "")
{
    QByteArray text = "{\"statusCode\":" + QByteArray::number(status) + ",\"error\":\"" + reason
        + "\",\"message\":\"" + message + "\"";
    if (*errorCode)
        text += QByteArray(",\"errorCode\":\"") + errorCode + "\"";
    return text + "}";
}

} // namespace

class TestHttpError final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void successIsNoError();
    void everyStatusHasItsKind();
    void statusDecidesBeforeQtsCode();
    void tenantsTextIsKept_data();
    void tenantsTextIsKept();
    void unexpectedErrorBodiesAreAccepted_data();
    void unexpectedErrorBodiesAreAccepted();
    void reasonIsFoundInOtherFormats_data();
    void reasonIsFoundInOtherFormats();
    void otherTextIsNotTheTenants_data();
    void otherTextIsNotTheTenants();
    void signInErrorsAreOfTheTokenEndpoint_data();
    void signInErrorsAreOfTheTokenEndpoint();
    void preliminaryAnswerIsNamed();
    void requestThatWasSentWasConnected();
    void longTextIsCutBetweenCharacters();
    void textIsOneLine();
    void redirectIsAnError();
    void redirectErrorNamesOnlyTheHost_data();
    void redirectErrorNamesOnlyTheHost();
    void transferErrorWithoutStatus_data();
    void transferErrorWithoutStatus();
    void transferErrorAfterGoodStatus_data();
    void transferErrorAfterGoodStatus();

    void retryAfter_data();
    void retryAfter();
    void rateLimitReset_data();
    void rateLimitReset();
    void retryAfterTakesPrecedenceOverReset();
    void resetCountsWhenRetryAfterMakesNoSense();
    void onlyRateLimitsAndServerErrorsHaveAWait();
    void budgetReadsFractions();
    void twoDigitsAreTheNearestYear();
    void httpDates_data();
    void httpDates();
    void httpDateInTheHourThatSummerTimeSkips();
};

void TestHttpError::successIsNoError()
{
    for (int status = 200; status < 300; ++status)
        QVERIFY2(!apiError({.status = status}), qPrintable(QString::number(status)));
}

void TestHttpError::everyStatusHasItsKind()
{
    const QHash<int, Kind> special{{401, Kind::Unauthorized}, {403, Kind::Forbidden},
                                   {404, Kind::NotFound},     {407, Kind::Proxy},
                                   {408, Kind::Timeout},      {429, Kind::RateLimited}};
    for (int status = 300; status < 600; ++status) {
        const Kind otherwise = status < 400 ? Kind::BadPayload
            : status < 500                  ? Kind::Rejected
                                            : Kind::Server;
        const auto error = apiError({.status = status});
        QVERIFY(error);
        QCOMPARE(error->kind, special.value(status, otherwise));
        QCOMPARE(error->httpStatus, status);
    }
}

void TestHttpError::statusDecidesBeforeQtsCode()
{
    // Qt's codes for a 429, and for an error answer whose connection broke.
    const auto limited = apiError({.status = 429,
                                   .networkError = QNetworkReply::UnknownContentError,
                                   .networkErrorText = u"x"_s});
    QCOMPARE(limited->kind, Kind::RateLimited);
    const auto broken =
        apiError({.status = 503, .networkError = QNetworkReply::OperationCanceledError});
    QCOMPARE(broken->kind, Kind::Server);
}

void TestHttpError::tenantsTextIsKept_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<ApiError>("expected");
    const auto row = [](const char *name, int status, const QByteArray &content, Kind kind,
                        const QString &detail, const QString &code = {}) {
        QTest::newRow(name) << status << content
                            << ApiError{.kind = kind,
                                        .httpStatus = status,
                                        .errorCode = code,
                                        .detail = detail};
    };
    row("no token", 401, body(401, "Unauthorized", "Missing authentication"), Kind::Unauthorized,
        u"Missing authentication"_s);
    row("not a token", 400,
        body(400, "Bad Request", "Bad HTTP authentication header format", "Bearer"),
        Kind::Unauthorized, u"Bad HTTP authentication header format"_s, u"Bearer"_s);
    row("expired", 401,
        R"({"statusCode":401,"error":"Unauthorized","message":"Expired token received for JSON Web Token validation","attributes":{"error":"Expired token received for JSON Web Token validation"}})",
        Kind::Unauthorized, u"Expired token received for JSON Web Token validation"_s);
    row("scope", 403,
        body(403, "Forbidden", "Insufficient scope, expected any of: read:organization_connections",
             "insufficient_scope"),
        Kind::Forbidden, u"Insufficient scope, expected any of: read:organization_connections"_s,
        u"insufficient_scope"_s);
    row("organization", 404, body(404, "Not Found", "No organization found by that id or name"),
        Kind::NotFound, u"No organization found by that id or name"_s);
    row("query", 400,
        body(
            400, "Bad Request",
            "Query validation error: 'Value 1000 is greater than maximum 100' on property per_page "
            "(Number of results per page. Defaults to 50).",
            "invalid_query_string"),
        Kind::Rejected,
        u"Query validation error: 'Value 1000 is greater than maximum 100' on property per_page "
        "(Number of results per page. Defaults to 50)."_s,
        u"invalid_query_string"_s);
    row("bearer in another case", 400, body(400, "Bad Request", "x", "bearer"), Kind::Rejected,
        u"x"_s, u"bearer"_s);
    row("rate", 429,
        body(429, "Too Many Requests", "Global limit has been reached", "too_many_requests"),
        Kind::RateLimited, u"Global limit has been reached"_s, u"too_many_requests"_s);
    row("server", 500, body(500, "Internal Server Error", "An internal server error occurred"),
        Kind::Server, u"An internal server error occurred"_s);
}

void TestHttpError::tenantsTextIsKept()
{
    QFETCH(int, status);
    QFETCH(QByteArray, content);
    QFETCH(ApiError, expected);
    const auto error = apiError({.status = status,
                                 .networkError = QNetworkReply::ProtocolInvalidOperationError,
                                 .networkErrorText = u"Error transferring"_s,
                                 .body = content});
    QVERIFY(error);
    QCOMPARE(error->detail, expected.detail);
    QCOMPARE(error->errorCode, expected.errorCode);
    QVERIFY(*error == expected);
}

void TestHttpError::unexpectedErrorBodiesAreAccepted_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("page of a CDN") << QByteArray("<html><h1>502 Bad Gateway</h1></html>");
    QTest::newRow("cut off") << body(400, "Bad Request", "x").chopped(4);
    QTest::newRow("array") << QByteArray("[{\"message\":\"x\"}]");
    QTest::newRow("other types") << QByteArray(R"({"message":{"a":1},"errorCode":7})");
    QTest::newRow("nulls") << QByteArray(R"({"message":null,"errorCode":null})");
    QTest::newRow("binary") << QByteArray("\xff\xfe\0\1", 4);
}

void TestHttpError::unexpectedErrorBodiesAreAccepted()
{
    QFETCH(QByteArray, content);
    for (const int status : {400, 401, 403, 404, 429, 502}) {
        const auto error = apiError({.status = status, .body = content});
        QVERIFY(error);
        QCOMPARE(error->httpStatus, status);
        QCOMPARE(error->detail, QString());
        QCOMPARE(error->errorCode, QString());
    }
}

void TestHttpError::reasonIsFoundInOtherFormats_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("detail");
    QTest::newRow("problem details")
        << QByteArray(R"({"type":"about:blank","title":"Blocked","status":403})") << u"Blocked"_s;
    QTest::newRow("problem details with more to say")
        << QByteArray(R"({"title":"Blocked","detail":"Your network is not on the list"})")
        << u"Your network is not on the list"_s;
    QTest::newRow("OAuth") << QByteArray(
        R"({"error":"access_denied","error_description":"Client is not authorized"})")
                           << u"Client is not authorized"_s;
    QTest::newRow("OAuth without a description")
        << QByteArray(R"({"error":"access_denied"})") << u"access_denied"_s;
    QTest::newRow("the API's message first")
        << QByteArray(R"({"detail":"a","title":"b","error":"c","message":"d"})") << u"d"_s;
    QTest::newRow("an empty message") << QByteArray(R"({"message":"","error":"c"})") << u"c"_s;
    QTest::newRow("the name of the status alone") // the API's message for an unknown route
        << QByteArray(R"({"title":"Not Found","status":404,"error":"Not Found"})") << QString();
    QTest::newRow("other types") << QByteArray(
        R"({"detail":[1],"title":{"a":1},"error":{"message":"x"}})")
                                 << QString();
}

void TestHttpError::reasonIsFoundInOtherFormats()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, detail);
    const QHash<int, Kind> kinds{{401, Kind::Unauthorized},
                                 {403, Kind::Forbidden},
                                 {404, Kind::NotFound},
                                 {451, Kind::Rejected},
                                 {502, Kind::Server}};
    for (auto kind = kinds.cbegin(); kind != kinds.cend(); ++kind) {
        const auto error = apiError(
            {.status = kind.key(), .body = content, .contentType = "application/problem+json"});
        QVERIFY(error);
        QCOMPARE(error->kind, kind.value());
        QCOMPARE(error->detail, detail);
    }
}

void TestHttpError::otherTextIsNotTheTenants_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("isOther");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, const char *type, const QByteArray &content, bool isOther,
                        const QString &detail = {}) {
        QTest::newRow(name) << QByteArray(type) << content << isOther << detail;
    };
    row("page", "text/html; charset=utf-8", "<!DOCTYPE html><h1>Blocked</h1>", true);
    row("page in capitals", "Text/HTML", "<HTML>Blocked</HTML>", true);
    row("page of XHTML", "application/xhtml+xml", "<html xmlns='x'/>", true);
    row("page without a type", "", "\n <html>Blocked</html>", true);
    row("page behind a byte order mark", "", "\xef\xbb\xbf<html>Blocked</html>", true);
    row("page with the type of JSON", "application/json", "<html>Blocked</html>", true);
    row("empty page", "text/html", "", true);
    row("XML", "application/xml", "<?xml version='1.0'?><Error/>", true);
    row("line of text", "text/plain", " error code: 1020\n", true, u"error code: 1020"_s);
    row("text with the token", "text/plain", "you sent a.b.c", true, u"you sent [token]"_s);
    row("empty text", "text/plain", " \n", false);
    row("nothing", "", "", false);
    row("JSON of the tenant", "application/json", R"({"message":"no"})", false, u"no"_s);
    row("JSON that is called a page", "text/html", R"({"message":"no"})", false, u"no"_s);
    row("JSON that is called text", "text/plain", R"({"message":"no"})", false, u"no"_s);
    row("JSON that is cut off", "application/json", R"({"mess)", false);
    row("binary", "application/octet-stream", "\x01\x02", false);
}

void TestHttpError::otherTextIsNotTheTenants()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, content);
    QFETCH(bool, isOther);
    QFETCH(QString, detail);
    const auto read = [&](int status) {
        return *apiError({.status = status,
                          .body = content,
                          .contentType = type,
                          .secret = SecretBytes("a.b.c")});
    };
    for (const int status : {400, 401, 402, 403, 405, 451, 500, 502, 503, 511, 524}) {
        const ApiError error = read(status);
        QCOMPARE(error.kind == Kind::Intermediary, isOther);
        QCOMPARE(error.httpStatus, status);
        QCOMPARE(error.detail, detail);
    }
    // A proxy means the same by these as a tenant does.
    QCOMPARE(read(404).kind, Kind::NotFound);
    QCOMPARE(read(407).kind, Kind::Proxy);
    QCOMPARE(read(408).kind, Kind::Timeout);
    QCOMPARE(read(429).kind, Kind::RateLimited);
}

void TestHttpError::signInErrorsAreOfTheTokenEndpoint_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, int status, const QByteArray &content, Kind kind,
                        const QString &code = {}, const QString &detail = {}) {
        QTest::newRow(name) << status << content << kind << code << detail;
    };
    const QByteArray oauth = R"({"error":"access_denied","error_description":"Unauthorized"})";
    const QByteArray ofTheApi = R"({"statusCode":404,"error":"Not Found","message":"Not Found"})";
    for (const int status : {400, 401, 403, 404, 422})
        row(qPrintable(u"OAuth %1"_s.arg(status)), status, oauth, Kind::SignIn, u"access_denied"_s,
            u"Unauthorized"_s);
    row("no description", 400, R"({"error":"invalid_request"})", Kind::SignIn,
        u"invalid_request"_s);
    row("no body", 401, "", Kind::SignIn);
    row("not found by the API", 404, ofTheApi, Kind::SignIn, {}, u"Not Found"_s);
    row("page that is not found", 404, "<html>", Kind::SignIn);
    row("page", 401, "<html>", Kind::Intermediary);
    row("page of a firewall", 403, "<html>", Kind::Intermediary);
    row("rate limit", 429,
        R"({"error":"too_many_requests","error_description":"Global limit has been reached"})",
        Kind::RateLimited, u"too_many_requests"_s, u"Global limit has been reached"_s);
    row("problem of the tenant", 503, oauth, Kind::Server, u"access_denied"_s, u"Unauthorized"_s);
    row("proxy", 407, oauth, Kind::Proxy, u"access_denied"_s, u"Unauthorized"_s);
    row("repeats the secret", 401,
        R"({"error":"no s3cr\u00e9t","error_description":"not s3cr\u00e9t, and s3cr\u00e9t"})",
        Kind::SignIn, u"no [secret]"_s, u"not [secret], and [secret]"_s);
    row("repeats the form", 401, R"({"error":"e","error_description":"not s3cr%C3%A9t"})",
        Kind::SignIn, u"e"_s, u"not [secret]"_s);
}

void TestHttpError::signInErrorsAreOfTheTokenEndpoint()
{
    QFETCH(int, status);
    QFETCH(QByteArray, content);
    const ApiError error = *apiError({.status = status,
                                      .body = content,
                                      .secret = SecretBytes("s3cr\xc3\xa9t"),
                                      .isSignIn = true});
    QTEST(error.kind, "kind");
    QCOMPARE(error.httpStatus, status);
    QTEST(error.errorCode, "code");
    QTEST(error.detail, "detail");
    // From the Management API, the same is not of a sign-in.
    QVERIFY(apiError({.status = status, .body = content})->kind != Kind::SignIn);
}

void TestHttpError::preliminaryAnswerIsNamed()
{
    for (const int status : {101, 102, 103, 199}) {
        const auto error = apiError({.status = status});
        QVERIFY(error);
        QCOMPARE(error->kind, Kind::BadPayload);
        QVERIFY2(error->detail.contains(QString::number(status)), qPrintable(error->detail));
    }
}

void TestHttpError::requestThatWasSentWasConnected()
{
    for (const auto code :
         {QNetworkReply::RemoteHostClosedError, QNetworkReply::UnknownNetworkError,
          QNetworkReply::TemporaryNetworkFailureError}) {
        for (const bool isProxied : {false, true}) {
            const auto error =
                apiError({.networkError = code, .isProxied = isProxied, .isSent = true});
            QCOMPARE(error->kind, Kind::Closed);
            QCOMPARE(error->detail, u"the connection was closed without a response"_s);
        }
    }
    for (const auto code :
         {QNetworkReply::ConnectionRefusedError, QNetworkReply::HostNotFoundError})
        QCOMPARE(apiError({.networkError = code, .isSent = true})->kind, Kind::Offline);
    const auto unopened =
        apiError({.networkError = QNetworkReply::OperationCanceledError, .isProxied = true});
    QCOMPARE(unopened->kind, Kind::Proxy);
    QCOMPARE(unopened->detail, u"the proxy does not respond"_s);
    const auto silentBehindAProxy = apiError(
        {.networkError = QNetworkReply::OperationCanceledError, .isProxied = true, .isSent = true});
    QCOMPARE(silentBehindAProxy->kind, Kind::Timeout);
    const auto silent =
        apiError({.networkError = QNetworkReply::OperationCanceledError, .isSent = true});
    QCOMPARE(silent->kind, Kind::Timeout);
}

void TestHttpError::longTextIsCutBetweenCharacters()
{
    for (const int spaces : {0, 1}) {
        const QByteArray rockets = QByteArray("\xf0\x9f\x9a\x80").repeated(100'000);
        const QByteArray text = QByteArray("x").repeated(spaces) + rockets;
        const auto error = apiError({.status = 400, .body = body(400, "Bad Request", text)});
        QVERIFY(error->detail.endsWith(u'…'));
        QVERIFY(error->detail.size() <= 301);
        QVERIFY(error->detail.size() >= 300);
        QVERIFY(error->detail.isValidUtf16());
    }
}

void TestHttpError::textIsOneLine()
{
    const auto error = apiError({.status = 400, .body = body(400, "x", " a\\n\\tb\\u0020  c ")});
    QCOMPARE(error->detail, u"a b c"_s);
}

void TestHttpError::redirectIsAnError()
{
    const auto error = apiError({.status = 302,
                                 .networkError = QNetworkReply::InsecureRedirectError,
                                 .networkErrorText = u"Insecure redirect"_s});
    QCOMPARE(error->kind, Kind::BadPayload);
    QCOMPARE(error->detail, u"a redirect to another address, which is not followed"_s);
}

void TestHttpError::redirectErrorNamesOnlyTheHost_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<QString>("host");
    QTest::newRow("address") << QByteArray("https://login.example/a?b=secret#c")
                             << u"login.example"_s;
    QTest::newRow("user and password")
        << QByteArray("https://user:secret@login.example:8443/") << u"login.example"_s;
    QTest::newRow("no scheme") << QByteArray("//login.example/secret") << u"login.example"_s;
    QTest::newRow("long host") << "https://" + QByteArray("abcdefghi.").repeated(20)
            + "example/secret" << u"abcdefghi."_s.repeated(10);
    QTest::newRow("path") << QByteArray("/secret") << QString();
    QTest::newRow("no address") << QByteArray("ht!tp://secret host/") << QString();
}

void TestHttpError::redirectErrorNamesOnlyTheHost()
{
    QFETCH(QByteArray, location);
    QFETCH(QString, host);
    const auto error = apiError({.status = 302, .location = location});
    QCOMPARE(error->detail,
             host.isEmpty()
                 ? u"a redirect to another address, which is not followed"_s
                 : u"a redirect to another host (%1), which is not followed"_s.arg(host));
}

void TestHttpError::transferErrorWithoutStatus_data()
{
    QTest::addColumn<QNetworkReply::NetworkError>("code");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("detail");
    const QString qtsText = u"Qt's text"_s;
#define ROW(code, kind, detail) QTest::newRow(#code) << QNetworkReply::code << Kind::kind << detail
    ROW(ConnectionRefusedError, Offline, u"the connection was refused"_s);
    ROW(RemoteHostClosedError, Closed, u"the connection was closed without a response"_s);
    ROW(HostNotFoundError, Offline, u"no host has this name"_s);
    ROW(TemporaryNetworkFailureError, Offline, qtsText);
    ROW(NetworkSessionFailedError, Offline, qtsText);
    ROW(UnknownNetworkError, Offline, qtsText);
    ROW(ProxyConnectionRefusedError, Proxy, u"the connection was refused"_s);
    ROW(ProxyConnectionClosedError, Proxy, u"the proxy closed the connection"_s);
    ROW(ProxyNotFoundError, Proxy, u"no host has the proxy's name"_s);
    ROW(ProxyTimeoutError, Proxy, u"the proxy does not respond"_s);
    ROW(ProxyAuthenticationRequiredError, Proxy,
        u"the proxy needs a user name and a password, or rejects those it was given"_s);
    ROW(UnknownProxyError, Proxy, qtsText);
    ROW(TimeoutError, Timeout, qtsText);
    ROW(OperationCanceledError, Timeout, qtsText);
    ROW(SslHandshakeFailedError, Tls, qtsText);
    ROW(ProtocolUnknownError, BadPayload, qtsText);
    ROW(ProtocolInvalidOperationError, BadPayload, qtsText);
    ROW(ProtocolFailure, BadPayload, qtsText);
    ROW(UnknownContentError, BadPayload, u"the data cannot be decompressed"_s);
#undef ROW
}

void TestHttpError::transferErrorWithoutStatus()
{
    QFETCH(QNetworkReply::NetworkError, code);
    QFETCH(Kind, kind);
    QFETCH(QString, detail);
    const auto error = apiError({.networkError = code, .networkErrorText = u"Qt's\ntext"_s});
    QVERIFY(error);
    QCOMPARE(error->kind, kind);
    QCOMPARE(error->httpStatus, 0);
    QCOMPARE(error->detail, detail);
    QVERIFY(!error->retryAfter);
}

void TestHttpError::transferErrorAfterGoodStatus_data()
{
    QTest::addColumn<QNetworkReply::NetworkError>("code");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("closed in the body") << QNetworkReply::RemoteHostClosedError << Kind::BadPayload;
    QTest::newRow("reset") << QNetworkReply::UnknownNetworkError << Kind::BadPayload;
    QTest::newRow("silent in the body") << QNetworkReply::OperationCanceledError << Kind::Timeout;
    QTest::newRow("cannot be unpacked") << QNetworkReply::UnknownContentError << Kind::BadPayload;
    QTest::newRow("bad chunk") << QNetworkReply::ProtocolFailure << Kind::BadPayload;
}

void TestHttpError::transferErrorAfterGoodStatus()
{
    QFETCH(QNetworkReply::NetworkError, code);
    QFETCH(Kind, kind);
    const auto error = apiError(
        {.status = 200, .networkError = code, .networkErrorText = u"text"_s, .body = "{\"conn"});
    QVERIFY(error);
    QCOMPARE(error->kind, kind);
    QCOMPARE(error->httpStatus, 200);
    QVERIFY(!error->detail.isEmpty());
}

void TestHttpError::retryAfter_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("milliseconds");
    QTest::newRow("absent") << QByteArray() << Nothing;
    QTest::newRow("seconds") << QByteArray("12") << 12'000;
    QTest::newRow("spaces around") << QByteArray(" 12 ") << 12'000;
    QTest::newRow("one day") << QByteArray("86400") << 86'400'000;
    QTest::newRow("over a day") << QByteArray("86401") << Nothing;
    QTest::newRow("now") << QByteArray("0") << Nothing;
    QTest::newRow("before now") << QByteArray("-5") << Nothing;
    QTest::newRow("largest number") << QByteArray("9223372036854775807") << Nothing;
    QTest::newRow("smallest number") << QByteArray("-9223372036854775808") << Nothing;
    QTest::newRow("larger than 64 bits") << QByteArray("99999999999999999999") << Nothing;
    QTest::newRow("fraction") << QByteArray("3.5") << 3'500;
    QTest::newRow("small fraction") << QByteArray("0.25") << 250;
    QTest::newRow("fraction of a millisecond") << QByteArray("0.0001") << Nothing;
    QTest::newRow("decimal comma") << QByteArray("3,5") << Nothing;
    QTest::newRow("two points") << QByteArray("3.5.1") << Nothing;
    QTest::newRow("no digits before the point") << QByteArray(".5") << Nothing;
    QTest::newRow("exponent") << QByteArray("1e1") << Nothing;
    QTest::newRow("infinite") << QByteArray("inf") << Nothing;
    QTest::newRow("not a number") << QByteArray("nan") << Nothing;
    QTest::newRow("text") << QByteArray("soon") << Nothing;
    QTest::newRow("date") << QByteArray("Wed, 21 Oct 2015 07:28:30 GMT") << 30'000;
    QTest::newRow("date of RFC 850") << QByteArray("Wednesday, 21-Oct-15 07:28:30 GMT") << 30'000;
    QTest::newRow("date of asctime") << QByteArray("Wed Oct 21 07:28:30 2015") << 30'000;
    QTest::newRow("date a day ahead") << QByteArray("Thu, 22 Oct 2015 07:28:00 GMT") << 86'400'000;
    QTest::newRow("date further ahead") << QByteArray("Thu, 22 Oct 2015 07:28:01 GMT") << Nothing;
    QTest::newRow("date of now") << QByteArray("Wed, 21 Oct 2015 07:28:00 GMT") << Nothing;
    QTest::newRow("past date") << QByteArray("Wed, 21 Oct 2015 07:27:59 GMT") << Nothing;
    QTest::newRow("no such date") << QByteArray("Wed, 41 Oct 2015 07:28:30 GMT") << Nothing;
}

void TestHttpError::retryAfter()
{
    QFETCH(QByteArray, header);
    QFETCH(int, milliseconds);
    const auto wait = requestedWait({.status = 429, .retryAfter = header, .now = now});
    QCOMPARE(wait ? int(wait->count()) : Nothing, milliseconds);
}

void TestHttpError::rateLimitReset_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("milliseconds");
    const auto in = [](qint64 seconds) {
        return QByteArray::number(now.toSecsSinceEpoch() + seconds);
    };
    QTest::newRow("next second") << in(1) << 1'000;
    QTest::newRow("next minute") << QByteArray(' ' + in(60)) << 60'000;
    QTest::newRow("an hour") << in(3600) << 3'600'000;
    QTest::newRow("over a day") << in(86401) << Nothing;
    QTest::newRow("fraction") << in(4) + ".123" << 4'123;
    QTest::newRow("text after a fraction") << in(4) + ".123s" << Nothing;
    QTest::newRow("now") << in(0) << Nothing;
    QTest::newRow("past") << in(-1) << Nothing;
    QTest::newRow("zero") << QByteArray("0") << Nothing;
    QTest::newRow("milliseconds by mistake") << QByteArray(in(1) + "000") << Nothing;
    QTest::newRow("largest number") << QByteArray("9223372036854775807") << Nothing;
    QTest::newRow("smallest number") << QByteArray("-9223372036854775808") << Nothing;
    QTest::newRow("text") << QByteArray("tomorrow") << Nothing;
    QTest::newRow("empty") << QByteArray() << Nothing;
}

void TestHttpError::rateLimitReset()
{
    QFETCH(QByteArray, header);
    QFETCH(int, milliseconds);
    const auto wait = requestedWait({.status = 429, .rateLimitReset = header, .now = now});
    QCOMPARE(wait ? int(wait->count()) : Nothing, milliseconds);
}

void TestHttpError::retryAfterTakesPrecedenceOverReset()
{
    const QByteArray reset = QByteArray::number(now.toSecsSinceEpoch() + 50);
    const auto wait =
        requestedWait({.status = 429, .retryAfter = "7", .rateLimitReset = reset, .now = now});
    QVERIFY(wait == 7s);
}

void TestHttpError::resetCountsWhenRetryAfterMakesNoSense()
{
    const QByteArray reset = QByteArray::number(now.toSecsSinceEpoch() + 50);
    for (const char *senseless : {"soon", "0", "-3", "100000", "Wed, 21 Oct 2015 07:00:00 GMT"}) {
        const auto wait = requestedWait(
            {.status = 429, .retryAfter = senseless, .rateLimitReset = reset, .now = now});
        QVERIFY2(wait == 50s, senseless);
    }
}

void TestHttpError::onlyRateLimitsAndServerErrorsHaveAWait()
{
    for (const int status : {302, 400, 401, 403, 404, 408}) {
        const auto error = apiError({.status = status, .retryAfter = "7", .now = now});
        QVERIFY(error && !error->retryAfter);
    }
    for (const int status : {429, 500, 502, 503, 504, 524}) {
        for (const char *body : {"{}", "<html></html>"}) {
            const auto error =
                apiError({.status = status, .body = body, .retryAfter = "7", .now = now});
            QVERIFY(error && error->retryAfter == 7s);
        }
    }
}

void TestHttpError::budgetReadsFractions()
{
    const QByteArray reset = QByteArray::number(now.toSecsSinceEpoch() + 4) + ".123";
    const auto budget = rateBudget(
        {.rateLimit = "50", .rateLimitRemaining = "49", .rateLimitReset = reset, .now = now});
    QVERIFY(budget);
    QVERIFY(budget->untilReset == 4123ms);
}

//! At most 50 years ahead: RFC 9110, 5.6.7.
void TestHttpError::twoDigitsAreTheNearestYear()
{
    const int thisYear = QDate::currentDate().year();
    for (const int years : {-49, -20, 0, 20, 50}) {
        const QDate date(thisYear + years, 6, 15);
        const QString text = QLocale::c().toString(date, u"dddd, dd-MMM-yy"_s) + u" 10:20:30 GMT"_s;
        QCOMPARE(httpDate(text.toLatin1()), QDateTime(date, QTime(10, 20, 30), Qt::UTC));
    }
}

void TestHttpError::httpDates_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QDateTime>("expected");
    QTest::newRow("as RFC 9110 wants it") << QByteArray("Wed, 21 Oct 2015 07:28:00 GMT") << now;
    QTest::newRow("spaces around") << QByteArray(" Wed, 21 Oct 2015 07:28:00 GMT ") << now;
    QTest::newRow("RFC 850") << QByteArray("Wednesday, 21-Oct-15 07:28:00 GMT") << now;
    QTest::newRow("asctime") << QByteArray("Wed Oct 21 07:28:00 2015") << now;
    QTest::newRow("asctime, day of one digit")
        << QByteArray("Sun Nov  6 08:49:37 1994")
        << QDateTime(QDate(1994, 11, 6), QTime(8, 49, 37), Qt::UTC);
    QTest::newRow("another time zone")
        << QByteArray("Wed, 21 Oct 2015 07:28:00 CET") << QDateTime();
    QTest::newRow("no such month") << QByteArray("Wed, 21 Okt 2015 07:28:00 GMT") << QDateTime();
    QTest::newRow("year of three digits")
        << QByteArray("Wed, 21 Oct 215 07:28:00 GMT") << QDateTime();
    QTest::newRow("year of many digits")
        << QByteArray("Wed, 21 Oct 2147483647 07:28:00 GMT") << QDateTime();
    QTest::newRow("empty") << QByteArray() << QDateTime();
    QTest::newRow("cut off") << QByteArray("Wed, 21 Oct 2015 07:28") << QDateTime();
    QTest::newRow("no such hour") << QByteArray("Wed, 21 Oct 2015 27:28:00 GMT") << QDateTime();
    QTest::newRow("text") << QByteArray("in a while, or so it seems GMT") << QDateTime();
}

void TestHttpError::httpDates()
{
    QFETCH(QByteArray, header);
    QFETCH(QDateTime, expected);
    QCOMPARE(httpDate(header), expected);
    QCOMPARE(httpDate(header).isValid(), expected.isValid());
}

void TestHttpError::httpDateInTheHourThatSummerTimeSkips()
{
    const QByteArray zone = qgetenv("TZ");
    qputenv("TZ", "Europe/Paris");
    tzset();
    const QDateTime read = httpDate("Sun, 30 Mar 2025 02:30:00 GMT");
    qputenv("TZ", zone);
    tzset();
    QCOMPARE(read, QDateTime(QDate(2025, 3, 30), QTime(2, 30), Qt::UTC));
}

QTEST_GUILESS_MAIN(TestHttpError)
#include "tst_httperror.moc"
