// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/tenantdomain.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! What people paste and what becomes of it. tst_tenantdomainrefusals has what is refused.
class tst_TenantDomain final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void isEmptyAtFirst();
    void isUnderstood_data();
    void isUnderstood();
};

void tst_TenantDomain::isEmptyAtFirst()
{
    const TenantDomain domain;
    QVERIFY(domain.isEmpty());
    QVERIFY(domain.text().isEmpty());
    QVERIFY(!domain.isLoopback());
    QVERIFY(domain == TenantDomain());
    QVERIFY(domain != TenantDomain::fromText(u"acme.auth0.com"_s).value());
}

void tst_TenantDomain::isUnderstood_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("origin");
    QTest::addColumn<QString>("text");
    const auto add = [](const char *name, const QString &typed, const QString &host,
                        const QString &scheme = u"https"_s, const QString &text = {}) {
        QTest::newRow(name) << typed << QString(scheme + "://"_L1 + host)
                            << (text.isEmpty() ? host : text);
    };
    const QString acme = u"acme.eu.auth0.com"_s;
    const QString http = u"http"_s;

    add("bare", acme, acme);
    add("no region", u"acme.auth0.com"_s, u"acme.auth0.com"_s);
    add("custom domain", u"login.acme.example"_s, u"login.acme.example"_s);
    add("custom domain beside the dashboard's", u"manage.acme.example"_s, u"manage.acme.example"_s);
    add("not a part of auth0.com", u"manage.myauth0.com"_s, u"manage.myauth0.com"_s);
    add("digits and hyphens", u"4cme-2.eu.auth0.com"_s, u"4cme-2.eu.auth0.com"_s);
    add("two labels", u"a.io"_s, u"a.io"_s);
    add("capitals", u"Acme.EU.Auth0.COM"_s, acme);
    add("blanks around", u" \t acme.eu.auth0.com \r\n"_s, acme);
    add("no-break space around", u"\u00A0acme.eu.auth0.com\u00A0"_s, acme);
    add("final dot", u"acme.eu.auth0.com."_s, acme);
    add("final dot and port", u"acme.eu.auth0.com.:8443"_s, u"acme.eu.auth0.com:8443"_s);
    add("final slash", u"acme.eu.auth0.com/"_s, acme);
    add("no scheme", u"//acme.eu.auth0.com"_s, acme);
    add("https", u"https://acme.eu.auth0.com"_s, acme);
    add("https in capitals", u"HTTPS://ACME.EU.AUTH0.COM"_s, acme);
    add("issuer", u"https://acme.eu.auth0.com/"_s, acme);
    add("audience", u"https://acme.eu.auth0.com/api/v2/"_s, acme);
    add("endpoint", u"https://acme.eu.auth0.com/api/v2/organizations/org_1/connections?page=0"_s,
        acme);
    add("path without scheme", u"acme.eu.auth0.com/api/v2/"_s, acme);
    add("query", u"acme.eu.auth0.com?x=1"_s, acme);
    add("fragment", u"https://acme.eu.auth0.com/#/login"_s, acme);
    add("address in the query", u"acme.eu.auth0.com/authorize?redirect_uri=https://evil.com"_s,
        acme);
    add("address in the query of an address", u"https://acme.eu.auth0.com/?u=http://evil.com"_s,
        acme);
    add("address in the fragment", u"acme.eu.auth0.com#http://evil.com"_s, acme);
    add("@ in the fragment", u"acme.eu.auth0.com#@evil.com"_s, acme);
    add("@ in the query", u"acme.eu.auth0.com?@evil.com"_s, acme);
    add("@ in the path", u"acme.eu.auth0.com/@evil.com"_s, acme);
    add("its own port", u"acme.eu.auth0.com:443"_s, acme);
    add("a port", u"acme.example:8443"_s, u"acme.example:8443"_s);
    add("the other's port", u"https://acme.example:80"_s, u"acme.example:80"_s);
    add("largest port", u"acme.example:65535"_s, u"acme.example:65535"_s);
    add("a port and nothing", u"acme.example:"_s, u"acme.example"_s);
    add("63 letters", QString(QString(63, u'a') + ".example"_L1),
        QString(QString(63, u'a') + ".example"_L1));
    const QString longest = u"a."_s.repeated(124) + "abcde"_L1;
    add("253 letters", longest, longest);

    add("IDN", u"bücher.example"_s, u"xn--bcher-kva.example"_s);
    add("IDN with capitals", u"BÜCHER.example"_s, u"xn--bcher-kva.example"_s);
    add("IDN in its ASCII form", u"xn--bcher-kva.example"_s, u"xn--bcher-kva.example"_s);
    add("a look-alike shows", u"\u0430cme.eu.auth0.com"_s, u"xn--cme-5cd.eu.auth0.com"_s);
    add("emoji", u"💩.la"_s, u"xn--ls8h.la"_s);
    add("ideographic full stops", u"acme。eu。auth0。com"_s, acme);
    add("percent-encoded letter", u"%61cme.eu.auth0.com"_s, acme);
    add("percent-encoded dot", u"acme%2eeu.auth0.com"_s, acme);

    add("address", u"192.0.2.7"_s, u"192.0.2.7"_s);
    add("address and port", u"https://192.0.2.7:8443/x"_s, u"192.0.2.7:8443"_s);
    add("IPv6 address", u"[2001:DB8::1]"_s, u"[2001:db8::1]"_s);
    add("IPv6 address and port", u"https://[2001:db8::1]:8443"_s, u"[2001:db8::1]:8443"_s);
    add("begins like loopback", u"127.0.0.1.evil.com"_s, u"127.0.0.1.evil.com"_s);
    add("begins like localhost", u"localhost.evil.com"_s, u"localhost.evil.com"_s);
    add("ends like localhost", u"evil.localhost"_s, u"evil.localhost"_s);

    add("loopback", u"127.0.0.1:4000"_s, u"127.0.0.1:4000"_s, http);
    add("loopback without port", u"127.0.0.1"_s, u"127.0.0.1"_s, http);
    add("loopback, http", u"http://127.0.0.1:4000/"_s, u"127.0.0.1:4000"_s, http);
    add("loopback, its own port", u"http://127.0.0.1:80"_s, u"127.0.0.1"_s, http);
    add("loopback, the other's port", u"127.0.0.1:443"_s, u"127.0.0.1:443"_s, http);
    add("all of 127", u"127.255.0.9:1"_s, u"127.255.0.9:1"_s, http);
    add("IPv6 loopback", u"[::1]:8080"_s, u"[::1]:8080"_s, http);
    add("IPv6 loopback in full", u"http://[0:0:0:0:0:0:0:1]"_s, u"[::1]"_s, http);
    add("localhost", u"localhost:8080"_s, u"localhost:8080"_s, http);
    add("localhost in capitals", u"LOCALHOST"_s, u"localhost"_s, http);
    add("localhost with final dot", u"localhost.:8080"_s, u"localhost:8080"_s, http);
    add("loopback with final dot", u"127.0.0.1.:80"_s, u"127.0.0.1"_s, http);
    add("localhost with path", u"localhost:4000/api/v2"_s, u"localhost:4000"_s, http);
    // https was asked for, and a text that forgets it would mean http the next time.
    add("localhost, https", u"https://localhost:8443"_s, u"localhost:8443"_s, u"https"_s,
        u"https://localhost:8443"_s);
    add("localhost, https, its own port", u"https://localhost:443/"_s, u"localhost"_s, u"https"_s,
        u"https://localhost"_s);
    add("loopback, https", u"HTTPS://127.0.0.1"_s, u"127.0.0.1"_s, u"https"_s,
        u"https://127.0.0.1"_s);
    add("IPv6 loopback, https", u"https://[::1]:1"_s, u"[::1]:1"_s, u"https"_s,
        u"https://[::1]:1"_s);
}

void tst_TenantDomain::isUnderstood()
{
    QFETCH(QString, typed);
    QFETCH(QString, origin);
    QFETCH(QString, text);
    const auto result = TenantDomain::fromText(typed);
    QVERIFY2(result, result ? "" : QByteArray::number(int(result.error())).constData());
    const TenantDomain &domain = *result;
    QCOMPARE(domain.origin().toString(QUrl::FullyEncoded), origin);
    QCOMPARE(domain.text(), text);
    QVERIFY(!domain.isEmpty());

    // Whatever was typed: an origin and nothing else, plain http on this machine alone.
    const QUrl url = domain.origin();
    QUrl bare;
    bare.setScheme(url.scheme());
    bare.setHost(url.host());
    bare.setPort(url.port());
    QVERIFY(url.isValid());
    QCOMPARE(url, bare);
    static const QRegularExpression loopback(uR"(\A(localhost|::1|127\.\d+\.\d+\.\d+)\z)"_s);
    QCOMPARE(domain.isLoopback(), loopback.match(url.host()).hasMatch());
    QVERIFY(url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && domain.isLoopback()));

    for (const QString &again : {domain.text(), origin}) {
        const auto second = TenantDomain::fromText(again);
        QVERIFY(second);
        QVERIFY(*second == domain);
        QCOMPARE(second->text(), domain.text());
    }
}

QTEST_APPLESS_MAIN(tst_TenantDomain)
#include "tst_tenantdomain.moc"
