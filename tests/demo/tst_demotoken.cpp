// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/token.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using namespace std::chrono_literals;

namespace {

const QString Host = u"127.0.0.1:4000"_s;
const QStringList Scopes{u"read:organization_connections"_s};
constexpr qint64 Now = 1'790'000'000;

QJsonObject part(const QByteArray &token, int index)
{
    const QByteArray bytes =
        QByteArray::fromBase64(token.split('.').at(index), QByteArray::Base64UrlEncoding);
    return QJsonDocument::fromJson(bytes).object();
}

} // namespace

class tst_DemoToken final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhoItIsFor();
    void isJudged_data();
    void isJudged();
    void isGoodForOneTenantOnly();
    void withoutSignatureIsRefused_data();
    void withoutSignatureIsRefused();

private:
    Demo::Tokens m_tokens;
};

void tst_DemoToken::saysWhoItIsFor()
{
    const QByteArray token = m_tokens.make({}, Host, Now);
    QCOMPARE(part(token, 0).value("alg"_L1).toString(), u"HS256"_s);
    const QJsonObject claims = part(token, 1);
    QCOMPARE(claims.value("aud"_L1).toString(), u"https://127.0.0.1:4000/api/v2/"_s);
    QCOMPARE(claims.value("iss"_L1).toString(), u"https://127.0.0.1:4000/"_s);
    QCOMPARE(claims.value("exp"_L1).toInteger(), Now + 86'400);
    QCOMPARE(claims.value("scope"_L1).toString(),
             u"read:organization_connections read:organizations"_s);
}

void tst_DemoToken::isJudged_data()
{
    QTest::addColumn<Demo::TokenClaims>("claims");
    QTest::addColumn<Demo::TokenVerdict>("verdict");

    using enum Demo::TokenVerdict;
    Demo::TokenClaims claims;
    QTest::newRow("good") << claims << Good;
    claims.lifetime = 1s;
    QTest::newRow("last second") << claims << Good;
    claims.lifetime = 0s;
    QTest::newRow("just expired") << claims << Expired;
    claims.goodSignature = false;
    QTest::newRow("expired comes before the signature") << claims << Expired;
    claims.lifetime = 1h;
    claims.audience = u"https://elsewhere.eu.auth0.com/api/v2/"_s;
    QTest::newRow("signature comes before the audience") << claims << BadSignature;
    claims.goodSignature = true;
    claims.scope.clear();
    QTest::newRow("audience comes before the scope") << claims << WrongAudience;
    claims.audience.clear();
    QTest::newRow("no scope") << claims << MissingScope;
    claims.scope = u"read:organization_connections_extra read:organizations"_s;
    QTest::newRow("a longer scope is another scope") << claims << MissingScope;
}

void tst_DemoToken::isJudged()
{
    QFETCH(Demo::TokenClaims, claims);
    QFETCH(Demo::TokenVerdict, verdict);
    QCOMPARE(m_tokens.check(m_tokens.make(claims, Host, Now), Host, Scopes, Now), verdict);
}

void tst_DemoToken::isGoodForOneTenantOnly()
{
    const Demo::Tokens others("another secret");
    QCOMPARE(others.check(m_tokens.make({}, Host, Now), Host, Scopes, Now),
             Demo::TokenVerdict::BadSignature);
    QCOMPARE(m_tokens.check(m_tokens.make({}, Host, Now), u"127.0.0.1:4001"_s, Scopes, Now),
             Demo::TokenVerdict::WrongAudience);
}

void tst_DemoToken::withoutSignatureIsRefused_data()
{
    QTest::addColumn<QByteArray>("token");
    const QByteArray token = m_tokens.make({}, Host, Now);
    const QByteArray payload = token.split('.').at(1);
    QTest::newRow("empty parts") << QByteArray("..");
    QTest::newRow("words") << QByteArray("a.b.c");
    QTest::newRow("no signature") << QByteArray(token.left(token.lastIndexOf('.') + 1));
    QTest::newRow("algorithm none")
        << QByteArray(QByteArray("{\"alg\":\"none\"}").toBase64() + '.' + payload + '.');
}

void tst_DemoToken::withoutSignatureIsRefused()
{
    QFETCH(QByteArray, token);
    QCOMPARE(m_tokens.check(token, Host, Scopes, Now), Demo::TokenVerdict::BadSignature);
}

QTEST_APPLESS_MAIN(tst_DemoToken)
#include "tst_demotoken.moc"
