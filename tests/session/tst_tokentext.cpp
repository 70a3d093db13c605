// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/tokentext.h"
#include "support/readabletext.h"
#include "support/tokensamples.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Vestibule;

namespace {

const QDateTime Now(QDate(2026, 2, 3), QTime(14, 0), Qt::UTC);
const QString Needed = u"read:organization_connections"_s;

//! The payload of a good token, which expires in 21 hours.
QJsonObject goodClaims()
{
    return {{u"iss"_s, u"https://acme.eu.auth0.com/"_s},
            {u"aud"_s, u"https://acme.eu.auth0.com/api/v2/"_s},
            {u"exp"_s, Now.addSecs(21LL * 60 * 60).toSecsSinceEpoch()},
            {u"scope"_s, QString(Needed + u" read:organizations")}};
}

QJsonObject claimsWith(const QString &name, const QJsonValue &value)
{
    QJsonObject claims = goodClaims();
    claims.insert(name, value);
    return claims;
}

TenantDomain acme()
{
    return *TenantDomain::fromText(Host);
}

TokenReview reviewOf(const QJsonObject &claims)
{
    return reviewToken(Samples::jwt(QJsonDocument(claims).toJson(QJsonDocument::Compact)), acme(),
                       Now);
}

QStringList textsOf(const QList<TokenNote> &notes)
{
    QStringList texts;
    for (const TokenNote &note : notes)
        texts.append(note.text);
    return texts;
}

QString warnings(const TokenReview &review)
{
    return textsOf(tokenWarnings(review, acme())).join(u'\n');
}

QString notes(const TokenReview &review)
{
    return textsOf(tokenNotes(review, acme())).join(u'\n');
}

} // namespace

class TestTokenText final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goodTokenHasNoWarnings();
    void problemsAreWarnings_data();
    void problemsAreWarnings();
    void unreadableTokenHasOneWarning_data();
    void unreadableTokenHasOneWarning();
    void statusIsTheWorstWarning_data();
    void statusIsTheWorstWarning();
    void renewalIsToldInPlaceOfTheTimeLeft();
    void informationIsNotAWarning_data();
    void informationIsNotAWarning();
    void warningsComeFirst();
    void manyScopesAreCounted();
    void hostileClaimsAreMadeHarmless_data();
    void hostileClaimsAreMadeHarmless();
};

void TestTokenText::goodTokenHasNoWarnings()
{
    const TokenReview review = reviewOf(goodClaims());
    QVERIFY(tokenWarnings(review, acme()).isEmpty());
    QCOMPARE(tokenStatusText(review), u"Token expires in 21 h"_s);
    QVERIFY(notes(review).contains(u"Issued by https://acme.eu.auth0.com/."_s));
    for (const QString &text : textsOf(tokenNotes(review, acme())))
        VERIFY_READABLE(text);
}

void TestTokenText::problemsAreWarnings_data()
{
    QTest::addColumn<QJsonObject>("claims");
    QTest::addColumn<QString>("words");
    const qint64 now = Now.toSecsSinceEpoch();
    QTest::newRow("expired") << claimsWith(u"exp"_s, now)
                             << QString(u"The token expired on "_s
                                        + QLocale().toString(Now.toLocalTime(),
                                                             u"d MMM yyyy HH:mm:ss"_s));
    QTest::newRow("not yet valid")
        << claimsWith(u"nbf"_s, now + 3600) << u"The token is not valid before "_s;
    QTest::newRow("other issuer") << claimsWith(u"iss"_s, u"https://globex.auth0.com/"_s)
                                  << u"issued by https://globex.auth0.com/, not by "_s + Host;
    QTest::newRow("other audience")
        << claimsWith(u"aud"_s, u"https://globex.auth0.com/api/v2/"_s)
        << u"The token is for another tenant: https://globex.auth0.com/api/v2/."_s;
    QTest::newRow("no Management API token")
        << claimsWith(u"aud"_s, u"https://api.example.com"_s)
        << u"not for a Management API but for https://api.example.com."_s;
    QTest::newRow("missing scope") << claimsWith(u"scope"_s, u"read:organizations"_s)
                                   << QString(u"The token lacks the scope " + Needed + u'.');
    QTest::newRow("writing scopes")
        << claimsWith(u"scope"_s, QString(Needed + u" update:users delete:users"))
        << u"also allows changes (update:users, delete:users)."_s;
}

void TestTokenText::problemsAreWarnings()
{
    QFETCH(QJsonObject, claims);
    QFETCH(QString, words);
    const QList<TokenNote> all = tokenWarnings(reviewOf(claims), acme());
    QCOMPARE(all.size(), 1);
    QCOMPARE(all.constFirst().severity, TokenNote::Severity::Warning);
    QVERIFY2(all.constFirst().text.contains(words), qPrintable(all.constFirst().text));
    VERIFY_READABLE(all.constFirst().text);
}

void TestTokenText::unreadableTokenHasOneWarning_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("words");
    QTest::newRow("opaque") << QByteArray("abcdef") << u"not the usual kind"_s;
    QTest::newRow("encrypted") << QByteArray(
        "eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..aXY.dGV4dA.dGFn")
                               << u"is encrypted"_s;
    QTest::newRow("broken") << QByteArray("a.b.c") << u"cannot be read"_s;
}

void TestTokenText::unreadableTokenHasOneWarning()
{
    QFETCH(QByteArray, token);
    QFETCH(QString, words);
    const TokenReview review = reviewToken(Samples::token(token), acme(), Now);
    const QList<TokenNote> all = tokenNotes(review, acme());
    QCOMPARE(all.size(), 1); // nothing is known of its scopes
    QCOMPARE(all, tokenWarnings(review, acme()));
    QCOMPARE(all.constFirst().severity, TokenNote::Severity::Warning);
    QVERIFY(all.constFirst().text.contains(words));
    VERIFY_READABLE(all.constFirst().text);
    QCOMPARE(tokenStatusText(review), u"Token expiry unknown"_s);
}

void TestTokenText::statusIsTheWorstWarning_data()
{
    QTest::addColumn<QJsonObject>("claims");
    QTest::addColumn<QString>("status");
    const QJsonValue otherIssuer = u"https://globex.auth0.com/"_s;
    QJsonObject expired = claimsWith(u"iss"_s, otherIssuer);
    expired.insert(u"exp"_s, Now.toSecsSinceEpoch() - 1);
    QJsonObject elsewhere = claimsWith(u"iss"_s, otherIssuer);
    elsewhere.remove(u"scope"_s);
    QJsonObject endless = goodClaims();
    endless.remove(u"exp"_s);
    QTest::newRow("expired before all else") << expired << u"Token expired"_s;
    QTest::newRow("issuer before scope") << elsewhere << u"Token for another tenant?"_s;
    QTest::newRow("audience") << claimsWith(u"aud"_s, u"https://globex.auth0.com/api/v2/"_s)
                              << u"Token for another tenant?"_s;
    QTest::newRow("scope") << claimsWith(u"scope"_s, u"openid"_s) << u"Token lacks a scope"_s;
    QTest::newRow("no end") << endless << u"Token expiry unknown"_s;
}

void TestTokenText::statusIsTheWorstWarning()
{
    QFETCH(QJsonObject, claims);
    QTEST(tokenStatusText(reviewOf(claims)), "status");
}

void TestTokenText::renewalIsToldInPlaceOfTheTimeLeft()
{
    QCOMPARE(tokenStatusText(reviewOf(goodClaims()), true), u"Token renews itself"_s);
    QCOMPARE(tokenStatusText(TokenReview(), true), u"Token renews itself"_s);
    QJsonObject expired = goodClaims();
    expired.insert(u"exp"_s, Now.toSecsSinceEpoch() - 1);
    QCOMPARE(tokenStatusText(reviewOf(expired), true), u"Token renews itself"_s);
    QCOMPARE(tokenStatusText(reviewOf(claimsWith(u"scope"_s, u"openid"_s)), true),
             u"Token lacks a scope"_s);
}

void TestTokenText::informationIsNotAWarning_data()
{
    QTest::addColumn<QString>("scopes");
    QTest::addColumn<QString>("words");
    QTest::newRow("needed") << Needed << QString(u"It has the scope " + Needed + u'.');
    QTest::newRow("may list") << QString(Needed + u" read:organizations_summary")
                              << u"It can list organizations"_s;
    QTest::newRow("may not list") << Needed << u"With the scope read:organizations_summary, "_s;
    QTest::newRow("surplus") << QString(Needed + u" read:users openid")
                             << u"more than Vestibule needs: read:users, openid."_s;
}

void TestTokenText::informationIsNotAWarning()
{
    QFETCH(QString, scopes);
    QFETCH(QString, words);
    const TokenReview review = reviewOf(claimsWith(u"scope"_s, scopes));
    QCOMPARE(warnings(review), QString());
    QVERIFY2(notes(review).contains(words), qPrintable(notes(review)));
}

void TestTokenText::warningsComeFirst()
{
    const TokenReview review = reviewOf(claimsWith(u"scope"_s, u"update:users read:users"_s));
    const QList<TokenNote> bad = tokenWarnings(review, acme());
    const QList<TokenNote> all = tokenNotes(review, acme());
    QCOMPARE(bad.size(), 2);
    QVERIFY(all.size() > bad.size());
    QCOMPARE(all.first(bad.size()), bad);
    QVERIFY(std::ranges::none_of(all.sliced(bad.size()), [](const TokenNote &note) {
        return note.severity == TokenNote::Severity::Warning;
    }));
}

void TestTokenText::manyScopesAreCounted()
{
    QString scopes = Needed;
    for (int number = 0; number < 300; ++number)
        scopes += u" update:thing%1"_s.arg(number);
    const QString text = warnings(reviewOf(claimsWith(u"scope"_s, scopes)));
    QVERIFY2(text.contains(u"update:thing3 and 296 more)"_s), qPrintable(text));
    QVERIFY(!text.contains(u"update:thing4"_s));
}

void TestTokenText::hostileClaimsAreMadeHarmless_data()
{
    QTest::addColumn<QString>("claim");
    QTest::addColumn<QString>("text");
    QTest::newRow("issuer") << u"iss"_s << u"https://%1/"_s;
    QTest::newRow("audience") << u"aud"_s << u"%1"_s;
    QTest::newRow("writing scope") << u"scope"_s << u"update:%1"_s;
    QTest::newRow("surplus scope") << u"scope"_s << u"read:%1"_s;
}

void TestTokenText::hostileClaimsAreMadeHarmless()
{
    QFETCH(QString, claim);
    QFETCH(QString, text);
    const QString hostile = u"<b>%1%2\u202E\u200B\u0007</b>"_s;
    const QString shown =
        notes(reviewOf(claimsWith(claim, QString(text).replace(u"%1"_s, hostile))));
    QVERIFY2(shown.contains(u"<b>%1%2[U+202E][U+200B]\u2407</b>"_s), qPrintable(shown));
    for (const char16_t character : {u'\u202E', u'\u200B', u'\u0007'})
        QVERIFY(!shown.contains(character));

    const QString longText = QString(text).replace(u"%1"_s, QString(5'000, u'x'));
    for (const QString &sentence :
         textsOf(tokenNotes(reviewOf(claimsWith(claim, longText)), acme())))
        QVERIFY(sentence.size() < 400);
}

QTEST_GUILESS_MAIN(TestTokenText)
#include "tst_tokentext.moc"
