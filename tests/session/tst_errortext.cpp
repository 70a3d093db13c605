// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/errortext.h"

#include "support/readabletext.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using namespace std::chrono_literals;
using Kind = Vestibule::ApiError::Kind;

namespace {

constexpr Kind AllKinds[] = {
    Kind::Offline,   Kind::Proxy,        Kind::Timeout,     Kind::Tls,      Kind::Unauthorized,
    Kind::Forbidden, Kind::NotFound,     Kind::RateLimited, Kind::Rejected, Kind::Server,
    Kind::Closed,    Kind::Intermediary, Kind::BadPayload,  Kind::SignIn};

//! True for the enumerators, which count from 0. The switch does not compile without a new one, so
//! every enumerator is tested.
bool isKnown(TenantDomain::Problem problem)
{
    switch (problem) {
    case TenantDomain::Problem::Empty:
    case TenantDomain::Problem::NotADomain:
    case TenantDomain::Problem::Incomplete:
    case TenantDomain::Problem::Dashboard:
    case TenantDomain::Problem::NotHttps:
    case TenantDomain::Problem::HasCredentials:
        return true;
    }
    return false;
}

bool isKnown(AccessToken::Problem problem)
{
    switch (problem) {
    case AccessToken::Problem::Empty:
    case AccessToken::Problem::ForeignCharacter:
    case AccessToken::Problem::NotWhole:
    case AccessToken::Problem::Several:
    case AccessToken::Problem::TooLong:
        return true;
    }
    return false;
}

bool isKnown(OrganizationIdProblem problem)
{
    switch (problem) {
    case OrganizationIdProblem::Empty:
    case OrganizationIdProblem::TooLong:
    case OrganizationIdProblem::NotAnId:
        return true;
    }
    return false;
}

bool isKnown(CertificateProblem problem)
{
    switch (problem) {
    case CertificateProblem::Unreadable:
    case CertificateProblem::TooLarge:
    case CertificateProblem::NoCertificate:
        return true;
    }
    return false;
}

bool isKnown(SecretError::Kind kind)
{
    switch (kind) {
    case SecretError::Kind::Unavailable:
    case SecretError::Kind::Silent:
    case SecretError::Kind::Locked:
    case SecretError::Kind::Denied:
    case SecretError::Kind::Broken:
        return true;
    }
    return false;
}

QString textOf(SecretError::Kind kind)
{
    return secretErrorText({.kind = kind});
}

template <typename Problem>
QString textOf(Problem problem)
{
    return problemText(problem);
}

//! Why one of the texts is not a readable sentence; empty when all are.
template <typename Problem>
QString firstFault()
{
    for (int i = 0; isKnown(Problem(i)); ++i) {
        if (const QString found = fault(textOf(Problem(i))); !found.isEmpty())
            return found;
    }
    return {};
}

} // namespace

class TestErrorText final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void everyKindIsASentence_data();
    void everyKindIsASentence();
    void everyCauseHasItsTextAndItsAction_data();
    void everyCauseHasItsTextAndItsAction();
    void refusedSecretsAndTokensAreTold_data();
    void refusedSecretsAndTokensAreTold();
    void expiredTokensAreTold();
    void keyringProblemsAreToldApart();
    void tenantsWordsStayAsTheyCame();
    void tenantsWordsAreSafeToDisplay();
    void everyWaitIsASentence();
    void longWaitsHaveTheTimeOfDay();

    void everyProblemIsASentence();
};

void TestErrorText::everyKindIsASentence_data()
{
    QTest::addColumn<ApiError>("error");
    for (const Kind kind : AllKinds) {
        for (const char *detail :
             {"", "words", "A sentence.", "Is it one?", "markup <b>bold</b> &amp;"}) {
            QTest::addRow("%d, '%s'", int(kind), detail)
                << ApiError{.kind = kind,
                            .httpStatus = 418,
                            .errorCode = u"some_code"_s,
                            .detail = QString::fromLatin1(detail),
                            .request = u"/api/v2/organizations/o/connections?page=0"_s};
        }
    }
}

void TestErrorText::everyKindIsASentence()
{
    QFETCH(ApiError, error);
    VERIFY_READABLE(errorText(error, Host));
}

void TestErrorText::everyCauseHasItsTextAndItsAction_data()
{
    using Action = ErrorAction;
    QTest::addColumn<ApiError>("error");
    QTest::addColumn<QString>("part");
    QTest::addColumn<ErrorAction>("action");
    const auto row = [](const char *name, const ApiError &error, const char *part, Action action) {
        QTest::newRow(name) << error << QString::fromUtf8(part) << action;
    };
    const auto error = [](Kind kind, int status, const char *detail, const char *code = "") {
        return ApiError{.kind = kind,
                        .httpStatus = status,
                        .errorCode = QString::fromUtf8(code),
                        .detail = QString::fromUtf8(detail),
                        .request = u"/api/v2/x?page=1"_s};
    };
    row("offline", error(Kind::Offline, 0, "Connection refused"),
        "acme.eu.auth0.com cannot be reached: Connection refused. Check the domain", Action::Retry);
    row("proxy", error(Kind::Proxy, 0, "Proxy requires authentication"),
        "acme.eu.auth0.com cannot be reached through the proxy: Proxy requires authentication. "
        "Check the proxy",
        Action::OpenNetworkSettings);
    row("silence", error(Kind::Timeout, 0, ""), "No response from acme.eu.auth0.com.",
        Action::Retry);
    row("silence in the middle", error(Kind::Timeout, 200, ""), "stopped responding",
        Action::Retry);
    row("certificate", error(Kind::Tls, 0, "The certificate has expired"),
        "The certificate has expired. The token was not sent.", Action::OpenNetworkSettings);
    row("expired", error(Kind::Unauthorized, 401, "Expired token received for JSON Web Token"),
        "The token has expired.", Action::EnterToken);
    row("signature", error(Kind::Unauthorized, 401, "Invalid signature received for JSON Web"),
        "its signature is not valid", Action::EnterToken);
    row("audience", error(Kind::Unauthorized, 401, "Invalid token"), "not for the Management API",
        Action::EnterToken);
    row("taken out", error(Kind::Unauthorized, 401, "Missing authentication"),
        "did not reach the tenant", Action::EnterToken);
    row("not a token", error(Kind::Unauthorized, 400, "Bad HTTP authentication", "Bearer"),
        "is not a token. Paste", Action::EnterToken);
    row("another refusal", error(Kind::Unauthorized, 401, "Client is not global."),
        "refuses the token: Client is not global.", Action::EnterToken);
    row("scopes",
        error(Kind::Forbidden, 403, "Insufficient scope, expected any of: read:a, read:b",
              "insufficient_scope"),
        "lacks the scope read:a, read:b.", Action::EnterToken);
    row("scopes without the code", error(Kind::Forbidden, 403, "Insufficient scope"),
        "does not allow this request: Insufficient scope.", Action::EnterToken);
    row("plan", error(Kind::Forbidden, 403, "Please upgrade your subscription"),
        "request: Please upgrade your subscription.", Action::EnterToken);
    row("organization", error(Kind::NotFound, 404, "No organization found by that id or name"),
        "no organization with this ID", Action::ChooseOrganization);
    row("route", error(Kind::NotFound, 404, "Not Found"),
        "The older list has only the enabled ones", Action::UseOlderList);
    row("not a tenant", error(Kind::NotFound, 404, ""), "does not respond like an Auth0 tenant",
        Action::OpenTenantSettings);
    row("something else", error(Kind::NotFound, 404, "Gone."), "requested: Gone.",
        Action::OpenTenantSettings);
    row("no token endpoint", error(Kind::SignIn, 404, "Not Found"),
        "does not respond like an Auth0 tenant", Action::OpenTenantSettings);
    row("no application", error(Kind::SignIn, 404, "No such application", "invalid_request"),
        "sign in: No such application.", Action::EnterToken);
    ApiError tokenAnswer = error(Kind::BadPayload, 0, "nothing was sent");
    tokenAnswer.request = u"/oauth/token"_s;
    row("answer of the token endpoint", tokenAnswer, "nothing was sent. (POST /oauth/token)",
        Action::Retry);
    row("rate limit", error(Kind::RateLimited, 429, ""), "Try again in a minute.", Action::Retry);
    ApiError limited = error(Kind::RateLimited, 429, "");
    limited.retryAfter = 400'100ms;
    row("a long wait", limited, "Try again in 6 min, at ", Action::Retry);
    row("rejected", error(Kind::Rejected, 400, "Query validation error"),
        "rejected the request: Query validation error.", Action::Retry);
    row("server", error(Kind::Server, 502, "Bad gateway"), "(status 502)", Action::Retry);
    ApiError busy = error(Kind::Server, 503, "Service Unavailable");
    busy.retryAfter = 120s;
    row("server with a wait", busy, "(status 503). Try again in 2 min, at ", Action::Retry);
    row("closed", error(Kind::Closed, 0, "the connection was closed without a response"),
        "cannot be reached: the connection was closed without a response. Check", Action::Retry);
    row("a firewall's page", error(Kind::Intermediary, 403, ""),
        "A web page came instead of the tenant's response, perhaps from a proxy or firewall "
        "(status 403).",
        Action::Retry);
    row("a CDN's line", error(Kind::Intermediary, 403, "error code: 1020"),
        "perhaps a proxy or firewall (status 403): error code: 1020. Check", Action::Retry);
    row("which request", error(Kind::BadPayload, 200, "row 3: connection_id is missing"),
        "row 3: connection_id is missing. (GET /api/v2/x?page=1)", Action::Retry);
    row("no request", ApiError{.kind = Kind::BadPayload, .detail = u"nothing was sent"_s},
        "The response from acme.eu.auth0.com cannot be used: nothing was sent.", Action::Retry);
}

void TestErrorText::everyCauseHasItsTextAndItsAction()
{
    QFETCH(ApiError, error);
    QFETCH(QString, part);
    QFETCH(ErrorAction, action);
    const QString text = errorText(error, Host);
    QVERIFY2(text.contains(part), qPrintable(text));
    QCOMPARE(errorAction(error), action);
    VERIFY_READABLE(text);
}

void TestErrorText::refusedSecretsAndTokensAreTold_data()
{
    QTest::addColumn<ApiError>("error");
    QTest::addColumn<bool>("isSecret");
    QTest::addColumn<bool>("isToken");
    const auto row = [](const char *name, Kind kind, int status, const char *code, bool isSecret,
                        bool isToken) {
        QTest::newRow(name) << ApiError{.kind = kind,
                                        .httpStatus = status,
                                        .errorCode = QString::fromLatin1(code)}
                            << isSecret << isToken;
    };
    row("wrong secret", Kind::SignIn, 401, "access_denied", true, false);
    row("as RFC 6749 says", Kind::SignIn, 401, "invalid_client", true, false);
    row("not authorized for the API", Kind::SignIn, 403, "access_denied", false, false);
    row("grant", Kind::SignIn, 403, "unauthorized_client", false, false);
    row("expired token", Kind::Unauthorized, 401, "", false, true);
    row("scope", Kind::Forbidden, 403, "insufficient_scope", false, true);
    row("another 401", Kind::Unauthorized, 401, "access_denied", false, true);
    row("offline", Kind::Offline, 0, "", false, false);
}

void TestErrorText::refusedSecretsAndTokensAreTold()
{
    QFETCH(ApiError, error);
    QTEST(isSecretRefused(error), "isSecret");
    QTEST(isTokenRefused(error), "isToken");
}

void TestErrorText::expiredTokensAreTold()
{
    const QString words = u"Expired token received for JSON Web Token validation"_s;
    QVERIFY(isExpiredToken({.kind = Kind::Unauthorized, .httpStatus = 401, .detail = words}));
    QVERIFY(
        !isExpiredToken({.kind = Kind::Unauthorized, .httpStatus = 401, .detail = u"Invalid"_s}));
    // Words of another answer say nothing about the token.
    QVERIFY(!isExpiredToken({.kind = Kind::Rejected, .httpStatus = 400, .detail = words}));
    QVERIFY(expiredApplicationTokenText().contains("Sign in again"_L1));
}

void TestErrorText::keyringProblemsAreToldApart()
{
    QSet<QString> texts;
    for (int i = 0; isKnown(SecretError::Kind(i)); ++i)
        texts.insert(secretErrorText({.kind = SecretError::Kind(i)}));
    QCOMPARE(texts.size(), 5);
}

void TestErrorText::tenantsWordsStayAsTheyCame()
{
    const QString words = u"<img src=x> %1 %2 %n %L1 &amp; \"quoted\""_s;
    for (const Kind kind :
         {Kind::Offline, Kind::Proxy, Kind::Tls, Kind::Unauthorized, Kind::Forbidden,
          Kind::Rejected, Kind::BadPayload, Kind::Closed, Kind::Intermediary}) {
        const QString text = errorText({.kind = kind, .detail = words}, Host);
        QVERIFY2(text.contains(words), qPrintable(text));
    }
}

void TestErrorText::tenantsWordsAreSafeToDisplay()
{
    const QString words = u"denied \u202e\u001b[31m"_s;
    for (const Kind kind :
         {Kind::Offline, Kind::Proxy, Kind::Tls, Kind::SignIn, Kind::Unauthorized, Kind::Forbidden,
          Kind::Rejected, Kind::BadPayload, Kind::Closed, Kind::Intermediary}) {
        const QString text = errorText({.kind = kind, .detail = words}, Host);
        QVERIFY2(text.contains(u"denied [U+202E]\u241b[31m"_s), qPrintable(text));
    }
    const QString scopes = missingScopes(
        {.errorCode = u"insufficient_scope"_s,
         .detail = u"Insufficient scope, expected any of: read:\u202eorganizations"_s});
    QCOMPARE(scopes, u"read:[U+202E]organizations"_s);
}

void TestErrorText::everyWaitIsASentence()
{
    for (const Kind kind : AllKinds) {
        for (const auto left : {0s, 1s, 12s, 59s}) {
            const QString text = waitText({.kind = kind, .httpStatus = 503}, left);
            const QString moment = u" in %1 s."_s.arg(left.count());
            QVERIFY2(text.endsWith(moment), qPrintable(text));
            QVERIFY(!text.contains(u'%'));
        }
    }
}

void TestErrorText::longWaitsHaveTheTimeOfDay()
{
    const auto minute = [](const QDateTime &time) { return time.toString(u"HH:mm"_s); };
    const QDateTime before = QDateTime::currentDateTime();
    const QString text = waitText({.kind = Kind::RateLimited, .httpStatus = 429}, 240s);
    const QDateTime after = QDateTime::currentDateTime();
    // Never before the wait has ended, and less than a minute after it.
    const QStringList allowed{minute(before.addSecs(299)), minute(after.addSecs(299))};
    const bool isNear = std::ranges::any_of(allowed, [&](const QString &time) {
        return text.endsWith(u"Retrying in 4 min, at %1."_s.arg(time))
            || text.endsWith(u' ' + time + u'.'); // on the next day, after its date
    });
    QVERIFY2(isNear, qPrintable(text));
    const QString nextDay = waitText({.kind = Kind::RateLimited, .httpStatus = 429}, 24h);
    const auto hasDate = [&nextDay](const QDateTime &now) {
        const QDate date = now.addDays(1).addSecs(59).date();
        return nextDay.contains(QLocale().toString(date, u"d MMM yyyy"_s));
    };
    QVERIFY2(hasDate(before) || hasDate(after), qPrintable(nextDay));
}

void TestErrorText::everyProblemIsASentence()
{
    QCOMPARE(firstFault<TenantDomain::Problem>(), QString());
    QCOMPARE(firstFault<AccessToken::Problem>(), QString());
    QCOMPARE(firstFault<OrganizationIdProblem>(), QString());
    QCOMPARE(firstFault<CertificateProblem>(), QString());
    QCOMPARE(firstFault<SecretError::Kind>(), QString());
    QCOMPARE(fault(proxyPasswordErrorText()), QString());
    for (const QString &text :
         {settingsErrorText(u"/a/b.ini"_s), unsavedSettingsText(u"/a/b.ini"_s),
          problemText(TenantDomain::Problem::Dashboard,
                      u"https://manage.auth0.com/dashboard/eu/a/"_s)})
        QCOMPARE(fault(text), QString());
}

QTEST_GUILESS_MAIN(TestErrorText)
#include "tst_errortext.moc"
