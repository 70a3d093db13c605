// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "app/errortext.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using namespace std::chrono_literals;
using Kind = Vestibule::ApiError::Kind;

namespace {

const QString Host = u"acme.eu.auth0.com"_s;

constexpr Kind AllKinds[] = {
    Kind::Offline,  Kind::Timeout,     Kind::Tls,      Kind::Unauthorized, Kind::Forbidden,
    Kind::NotFound, Kind::RateLimited, Kind::Rejected, Kind::Server,       Kind::BadPayload};

//! Why \a text is not fit to be read; empty when it is.
QString fault(const QString &text)
{
    static const QRegularExpression ending(uR"([.!?…)]\z)"_s);
    static const QRegularExpression placeholder(u"%(L?\\d|n)"_s);
    static const QRegularExpression oddity(uR"(\.\.|: ?\.|:\s*\z|\s\s|\?\.|!\.)"_s);
    if (text.isEmpty())
        return u"empty"_s;
    if (!ending.match(text).hasMatch())
        return u"has no end: "_s + text;
    if (placeholder.match(text).hasMatch())
        return u"has a place holder: "_s + text;
    if (oddity.match(text).hasMatch())
        return u"is ill-formed: "_s + text;
    const bool beginsWithHost = text.startsWith(Host);
    return text.at(0).isLower() && !beginsWithHost ? u"does not begin: "_s + text : QString();
}

} // namespace

#define VERIFY_READABLE(text) QVERIFY2(fault(text).isEmpty(), qPrintable(fault(text)))

class TestErrorText final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void everyKindIsASentence_data();
    void everyKindIsASentence();
    void everyKindHasAnAction();
    void theApisOwnMessagesAreUnderstood_data();
    void theApisOwnMessagesAreUnderstood();
    void tenantsWordsStayAsTheyCame();
    void everyOutcomeIsASentence_data();
    void everyOutcomeIsASentence();
    void everyProblemIsASentence();
    void everyWaitIsASentence();
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
    VERIFY_READABLE(outcomeText(error, Host, u"/tmp/a.csv"_s));
    QVERIFY(outcomeText(error, Host, {}).startsWith(u"Nothing was written. "_s));
}

void TestErrorText::everyKindHasAnAction()
{
    const QSet<Kind> settings{Kind::Tls, Kind::Unauthorized, Kind::Forbidden, Kind::NotFound};
    for (const Kind kind : AllKinds) {
        QCOMPARE(errorAction({.kind = kind}),
                 settings.contains(kind) ? ErrorAction::OpenSettings : ErrorAction::Retry);
    }
}

void TestErrorText::theApisOwnMessagesAreUnderstood_data()
{
    QTest::addColumn<ApiError>("error");
    QTest::addColumn<QString>("part");
    QTest::newRow("expired") << ApiError{.kind = Kind::Unauthorized,
                                         .httpStatus = 401,
                                         .detail = u"Expired token received for JSON Web Token "
                                                   "validation"_s}
                             << u"has expired"_s;
    QTest::newRow("signature") << ApiError{.kind = Kind::Unauthorized,
                                           .httpStatus = 401,
                                           .detail = u"Invalid signature received for JSON Web "
                                                     "Token validation"_s}
                               << u"signature"_s;
    QTest::newRow("audience") << ApiError{.kind = Kind::Unauthorized,
                                          .httpStatus = 401,
                                          .detail = u"Invalid token"_s}
                              << u"Management API"_s;
    QTest::newRow("not a token") << ApiError{.kind = Kind::Unauthorized,
                                             .httpStatus = 400,
                                             .errorCode = u"Bearer"_s,
                                             .detail = u"Bad HTTP authentication header format"_s}
                                 << u"not a token"_s;
    QTest::newRow("scopes")
        << ApiError{.kind = Kind::Forbidden,
                    .httpStatus = 403,
                    .errorCode = u"insufficient_scope"_s,
                    .detail = u"Insufficient scope, expected any of: read:a, read:b"_s}
        << u"the scope read:a, read:b."_s;
    QTest::newRow("plan") << ApiError{.kind = Kind::Forbidden,
                                      .httpStatus = 403,
                                      .errorCode = u"insufficient_entitlement"_s,
                                      .detail = u"Please upgrade your subscription"_s}
                          << u"Please upgrade your subscription."_s;
    QTest::newRow("organization") << ApiError{.kind = Kind::NotFound,
                                              .httpStatus = 404,
                                              .detail =
                                                  u"No organization found by that id or name"_s}
                                  << u"no such organization"_s;
    QTest::newRow("which request") << ApiError{.kind = Kind::BadPayload,
                                               .detail = u"row 3: connection_id is missing"_s,
                                               .request = u"/api/v2/x?page=1"_s}
                                   << u"row 3: connection_id is missing. (GET /api/v2/x?page=1)"_s;
    QTest::newRow("server") << ApiError{.kind = Kind::Server, .httpStatus = 502} << u"502"_s;
}

void TestErrorText::theApisOwnMessagesAreUnderstood()
{
    QFETCH(ApiError, error);
    QFETCH(QString, part);
    const QString text = errorText(error, Host);
    QVERIFY2(text.contains(part), qPrintable(text));
    VERIFY_READABLE(text);
}

void TestErrorText::tenantsWordsStayAsTheyCame()
{
    const QString words = u"<img src=x> %1 %2 %n %L1 &amp; \"quoted\""_s;
    for (const Kind kind : {Kind::Offline, Kind::Tls, Kind::Unauthorized, Kind::Forbidden,
                            Kind::Rejected, Kind::BadPayload}) {
        const QString text = errorText({.kind = kind, .detail = words}, Host);
        QVERIFY2(text.contains(words), qPrintable(text));
    }
}

void TestErrorText::everyOutcomeIsASentence_data()
{
    using Outcome = ConnectionExport::Outcome;
    using Mismatch = ListingMismatch::Kind;
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<QString>("part");
    QTest::newRow("all") << Outcome(ExportCount{132, 132}) << u"132 of 132"_s;
    QTest::newRow("a page") << Outcome(ExportCount{50, 132}) << u"50 of 132"_s;
    QTest::newRow("no total") << Outcome(ExportCount{50, {}}) << u"50 "_s;
    QTest::newRow("none") << Outcome(ExportCount{0, 0}) << u"0 of 0"_s;
    QTest::newRow("total changed")
        << Outcome(ListingMismatch{Mismatch::TotalChanged, 132, 133}) << u"133"_s;
    QTest::newRow("row repeated") << Outcome(ListingMismatch{Mismatch::RowRepeated, 0, 7})
                                  << u"came twice"_s;
    QTest::newRow("rows missing") << Outcome(ListingMismatch{Mismatch::RowsMissing, 132, 131})
                                  << u"131 of 132"_s;
    QTest::newRow("behind the end")
        << Outcome(ListingMismatch{Mismatch::BeyondEnd, 3, 9}) << u"page 9 is empty"_s;
    QTest::newRow("behind an unknown end")
        << Outcome(ListingMismatch{Mismatch::BeyondEnd, 0, 9}) << u"page 9 is empty."_s;
    QTest::newRow("not written") << Outcome(WriteError{u"/tmp/%1.csv"_s, u"No space left"_s})
                                 << u"could not be written: No space left."_s;
}

void TestErrorText::everyOutcomeIsASentence()
{
    QFETCH(ConnectionExport::Outcome, outcome);
    QFETCH(QString, part);
    for (const QString &target : {QString(), u"/tmp/acme.csv"_s}) {
        const QString text = outcomeText(outcome, Host, target);
        QVERIFY2(text.contains(part), qPrintable(text));
        const bool hasCount = std::holds_alternative<ExportCount>(outcome);
        const bool isWritten = hasCount || std::holds_alternative<WriteError>(outcome);
        QVERIFY(!isWritten || text.contains(target.isEmpty() ? u"tandard output"_s : target));
        QCOMPARE(text.contains(u"Nothing was written"_s), !isWritten);
        QVERIFY2(text.endsWith(u'.'), qPrintable(text));
    }
}

void TestErrorText::everyProblemIsASentence()
{
    using Domain = TenantDomain::Problem;
    for (const Domain problem : {Domain::Empty, Domain::NotADomain, Domain::Incomplete,
                                 Domain::Dashboard, Domain::NotHttps, Domain::HasCredentials})
        VERIFY_READABLE(problemText(problem));
    using Token = AccessToken::Problem;
    for (const Token problem : {Token::Empty, Token::NotPrintable, Token::TooLong})
        VERIFY_READABLE(problemText(problem));
    using Id = OrganizationIdProblem;
    for (const Id problem : {Id::Empty, Id::TooLong, Id::NotAnId})
        QVERIFY(problemText(problem).endsWith(u'.'));
}

void TestErrorText::everyWaitIsASentence()
{
    for (const Kind kind : AllKinds) {
        for (const auto left : {0s, 1s, 12s, 300s}) {
            const QString text = waitText({.kind = kind, .httpStatus = 503}, left);
            QVERIFY2(text.endsWith(u'.'), qPrintable(text));
            QVERIFY2(text.contains(QString::number(left.count())), qPrintable(text));
            QVERIFY(!text.contains(u'%'));
        }
    }
}

QTEST_GUILESS_MAIN(TestErrorText)
#include "tst_errortext.moc"
