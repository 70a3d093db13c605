// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/tenantdomain.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using enum TenantDomain::Problem;

class TestTenantDomain final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void isEmptyAtFirst();
    void isUnderstood_data();
    void isUnderstood();
    void isRefused_data();
    void isRefused();
    void dashboardNamesItsTenant_data();
    void dashboardNamesItsTenant();

private:
    static void addWhatHasNoHost();
    static void addWhatIsNoHost();
    static void addAddressesInDisguise();
    static void addWhatIsOfAnotherKind();
};

void TestTenantDomain::isEmptyAtFirst()
{
    const TenantDomain domain;
    QVERIFY(domain.isEmpty());
    QVERIFY(domain.text().isEmpty());
    QVERIFY(!domain.isLoopback());
    QVERIFY(domain == TenantDomain());
    QVERIFY(domain != TenantDomain::fromText(u"acme.auth0.com"_s).value());
}

void TestTenantDomain::isUnderstood_data()
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
    add("whitespace around", u" \t acme.eu.auth0.com \r\n"_s, acme);
    add("no-break space around", u"\u00A0acme.eu.auth0.com\u00A0"_s, acme);
    add("zero-width spaces", u"\u200Bacme.eu\u200B.auth0.com\u200B"_s, acme);
    add("marks of the writing direction", u"\u200Eacme.eu.auth0.com\u200F"_s, acme);
    add("soft hyphen", u"acme.eu.au\u00ADth0.com"_s, acme);
    add("byte order mark", u"\uFEFFacme.eu.auth0.com"_s, acme);
    add("quotes", u"\"acme.eu.auth0.com\""_s, acme);
    add("typographic quotes and comma", u"“https://acme.eu.auth0.com/”,"_s, acme);
    add("backticks", u"`acme.eu.auth0.com`"_s, acme);
    add("angle brackets", u"<https://acme.eu.auth0.com>"_s, acme);
    add("assignment", u"AUTH0_DOMAIN=acme.eu.auth0.com"_s, acme);
    add("export", u"export AUTH0_DOMAIN='acme.eu.auth0.com'"_s, acme);
    add("PowerShell", u"$env:AUTH0_DOMAIN = \"acme.eu.auth0.com\""_s, acme);
    add("a line of JSON", u"\"domain\": \"acme.eu.auth0.com\","_s, acme);
    add("YAML", u"domain: acme.eu.auth0.com"_s, acme);
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
    // Without the joiner it would be another domain.
    add("a joiner among letters", u"نامه\u200Cای.com"_s, u"xn--mgba3gch31f060k.com"_s);
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
    // The text must keep https, or it would mean http when it is read again.
    add("localhost, https", u"https://localhost:8443"_s, u"localhost:8443"_s, u"https"_s,
        u"https://localhost:8443"_s);
    add("localhost, https, its own port", u"https://localhost:443/"_s, u"localhost"_s, u"https"_s,
        u"https://localhost"_s);
    add("loopback, https", u"HTTPS://127.0.0.1"_s, u"127.0.0.1"_s, u"https"_s,
        u"https://127.0.0.1"_s);
    add("IPv6 loopback, https", u"https://[::1]:1"_s, u"[::1]:1"_s, u"https"_s,
        u"https://[::1]:1"_s);
}

void TestTenantDomain::isUnderstood()
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

    // The result is always a bare origin, with plain http only on this machine.
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

void TestTenantDomain::addWhatHasNoHost()
{
    QTest::newRow("nothing") << QString() << Empty;
    QTest::newRow("whitespace") << u" \t\r\n\u00A0"_s << Empty;
    QTest::newRow("scheme only") << u"https://"_s << NotADomain;
    QTest::newRow("no scheme, no host") << u"://"_s << NotADomain;
    QTest::newRow("slash") << u"/"_s << NotADomain;
    QTest::newRow("three slashes") << u"///acme.eu.auth0.com"_s << NotADomain;
    QTest::newRow("question mark") << u"?"_s << NotADomain;
    QTest::newRow("hash") << u"#"_s << NotADomain;
    QTest::newRow("colon") << u":"_s << NotADomain;
    QTest::newRow("at") << u"@"_s << NotADomain;
    QTest::newRow("dot") << u"."_s << NotADomain;
    QTest::newRow("port only") << u":8080"_s << NotADomain;
    QTest::newRow("file") << u"file:///etc/passwd"_s << NotADomain;
    QTest::newRow("javascript") << u"javascript:alert(1)"_s << NotADomain;
    QTest::newRow("data") << u"data:text/html,x"_s << NotADomain;
    QTest::newRow("a slash too few") << u"https:acme.eu.auth0.com"_s << NotADomain;
}

void TestTenantDomain::addWhatIsNoHost()
{
    QTest::newRow("two dots") << u"acme..com"_s << NotADomain;
    QTest::newRow("two final dots") << u"acme.com.."_s << NotADomain;
    QTest::newRow("dot first") << u".acme.com"_s << NotADomain;
    QTest::newRow("hyphen first") << u"-a.com"_s << NotADomain;
    QTest::newRow("hyphen last") << u"a-.com"_s << NotADomain;
    QTest::newRow("underscore") << u"acme_corp.eu.auth0.com"_s << NotADomain;
    QTest::newRow("star") << u"*.auth0.com"_s << NotADomain;
    QTest::newRow("placeholder") << u"{tenant}.auth0.com"_s << NotADomain;
    QTest::newRow("list") << u"acme.eu.auth0.com,other.eu.auth0.com"_s << NotADomain;
    QTest::newRow("two words") << u"acme.eu.auth0.com other.eu.auth0.com"_s << NotADomain;
    QTest::newRow("space inside") << u"acme .eu.auth0.com"_s << NotADomain;
    QTest::newRow("line feed inside") << u"acme\n.eu.auth0.com"_s << NotADomain;
    QTest::newRow("header after it") << u"acme.eu.auth0.com\r\nHost: evil.com"_s << NotADomain;
    QTest::newRow("tab inside") << u"acme\t.eu.auth0.com"_s << NotADomain;
    QTest::newRow("NUL inside") << QString::fromUtf16(u"acme.com\0.evil.com", 18) << NotADomain;
    QTest::newRow("half a character")
        << QString(u"acme"_s + QChar(0xd83d) + ".com"_L1) << NotADomain;
    QTest::newRow("64 letters") << QString(QString(64, u'a') + ".example"_L1) << NotADomain;
    QTest::newRow("254 letters") << QString(u"a."_s.repeated(124) + "abcdef"_L1) << NotADomain;
    QTest::newRow("very long") << QString(100'000, u'a') << NotADomain;
    QTest::newRow("very many labels") << QString(u"a."_s.repeated(50'000) + "com"_L1) << NotADomain;
    QTest::newRow("number last") << u"acme.123"_s << NotADomain;
    QTest::newRow("backslash") << u"https://acme.eu.auth0.com\\evil.com"_s << NotADomain;
    QTest::newRow("backslashes") << u"\\\\acme.eu.auth0.com\\share"_s << NotADomain;
    QTest::newRow("percent-encoded slash") << u"acme.com%2f.evil.com"_s << NotADomain;
    QTest::newRow("percent-encoded @") << u"acme.com%40evil.com"_s << NotADomain;
    QTest::newRow("percent-encoded NUL") << u"acme.com%00.evil.com"_s << NotADomain;
    QTest::newRow("percent-encoded space") << u"acme%20.com"_s << NotADomain;
    QTest::newRow("lone percent") << u"acme%.com"_s << NotADomain;
    QTest::newRow("port 0") << u"acme.com:0"_s << NotADomain;
    QTest::newRow("port too large") << u"acme.com:65536"_s << NotADomain;
    QTest::newRow("port below 0") << u"acme.com:-1"_s << NotADomain;
    QTest::newRow("port is a word") << u"acme.com:https"_s << NotADomain;
    QTest::newRow("port in other digits") << u"acme.com:８０"_s << NotADomain;
    QTest::newRow("two ports") << u"acme.com:443:80"_s << NotADomain;
}

void TestTenantDomain::addAddressesInDisguise()
{
    // Spellings that a C library reads as an IP address, although people do not recognize one.
    QTest::newRow("number") << u"12345"_s << NotADomain;
    QTest::newRow("digit") << u"5"_s << NotADomain;
    QTest::newRow("two numbers") << u"5.6"_s << NotADomain;
    QTest::newRow("loopback in short") << u"127.1"_s << NotADomain;
    QTest::newRow("loopback in short, http") << u"http://127.1:8080"_s << NotADomain;
    QTest::newRow("loopback as a number") << u"2130706433"_s << NotADomain;
    QTest::newRow("loopback in hex") << u"0x7f000001"_s << NotADomain;
    QTest::newRow("loopback in hex parts") << u"0x7f.0.0.0x1"_s << NotADomain;
    QTest::newRow("loopback in octal") << u"0177.0.0.1"_s << NotADomain;
    QTest::newRow("loopback in short, elsewhere in full") << u"127.1/?127.0.0.1"_s << NotADomain;
    QTest::newRow("full-width digits") << u"１２７.０.０.１"_s << NotADomain;
    QTest::newRow("percent-encoded digits") << u"%3127.0.0.1"_s << NotADomain;
    QTest::newRow("leading zero, final dot") << u"08.0.0.1."_s << NotADomain;
    QTest::newRow("over 255") << u"256.1.1.1"_s << NotADomain;
    QTest::newRow("five parts") << u"1.2.3.4.5"_s << NotADomain;
    QTest::newRow("IPv6 without brackets") << u"::1"_s << NotADomain;
    QTest::newRow("IPv6 half a bracket") << u"[::1"_s << NotADomain;
    QTest::newRow("IPv6 empty") << u"[]"_s << NotADomain;
    QTest::newRow("IPv6 with more") << u"[::1].evil.com"_s << NotADomain;
    QTest::newRow("IPv6 zone") << u"[fe80::1%25eth0]"_s << NotADomain;
    QTest::newRow("IPv6 zone, loopback") << u"http://[::1%25lo]:8080"_s << NotADomain;
    QTest::newRow("address of the future") << u"https://[v1.a:c]"_s << NotADomain;
    QTest::newRow("address of the future, dots only") << u"[v1.abc]"_s << NotADomain;
}

void TestTenantDomain::addWhatIsOfAnotherKind()
{
    QTest::newRow("a tenant's name") << u"acme"_s << Incomplete;
    QTest::newRow("a tenant's name and port") << u"acme:8080"_s << Incomplete;
    QTest::newRow("a tenant's name, http") << u"http://acme"_s << Incomplete;
    QTest::newRow("a tenant's name, final dot") << u"acme."_s << Incomplete;

    QTest::newRow("dashboard") << u"https://manage.auth0.com"_s << Dashboard;
    QTest::newRow("dashboard's page")
        << u"https://manage.auth0.com/dashboard/eu/acme/organizations/org_1/connections"_s
        << Dashboard;
    QTest::newRow("dashboard's host") << u"Manage.Auth0.com"_s << Dashboard;
    QTest::newRow("dashboard, http") << u"http://manage.auth0.com/"_s << Dashboard;
    QTest::newRow("dashboard of a region") << u"manage.eu.auth0.com"_s << Dashboard;

    QTest::newRow("http") << u"http://acme.eu.auth0.com"_s << NotHttps;
    QTest::newRow("http and port") << u"http://acme.eu.auth0.com:443"_s << NotHttps;
    QTest::newRow("http, begins like loopback") << u"http://127.0.0.1.evil.com"_s << NotHttps;
    QTest::newRow("http, begins like localhost") << u"http://localhost.evil.com"_s << NotHttps;
    QTest::newRow("http, ends like localhost") << u"http://evil.localhost"_s << NotHttps;
    QTest::newRow("http, address") << u"http://192.0.2.7"_s << NotHttps;
    QTest::newRow("http, any address") << u"http://0.0.0.0:8080"_s << NotHttps;
    QTest::newRow("http, nearly loopback") << u"http://128.0.0.1"_s << NotHttps;
    QTest::newRow("http, IPv6 address") << u"http://[2001:db8::1]"_s << NotHttps;
    QTest::newRow("http, IPv4 in IPv6") << u"http://[::ffff:127.0.0.1]"_s << NotHttps;
    QTest::newRow("ftp") << u"ftp://acme.eu.auth0.com"_s << NotHttps;
    QTest::newRow("ftp on this machine") << u"ftp://localhost"_s << NotHttps;
    QTest::newRow("file on a host") << u"file://acme.eu.auth0.com/x"_s << NotHttps;
    QTest::newRow("javascript with a host") << u"javascript://acme.eu.auth0.com"_s << NotHttps;
    QTest::newRow("ws") << u"ws://127.0.0.1:4000"_s << NotHttps;

    QTest::newRow("user") << u"user@acme.eu.auth0.com"_s << HasCredentials;
    QTest::newRow("user and password")
        << u"https://user:secret@acme.eu.auth0.com"_s << HasCredentials;
    QTest::newRow("mail address") << u"mailto:me@acme.com"_s << HasCredentials;
    QTest::newRow("domain as user") << u"https://acme.eu.auth0.com@evil.com"_s << HasCredentials;
    QTest::newRow("domain as user, backslash")
        << u"https://acme.eu.auth0.com\\@evil.com"_s << HasCredentials;
    QTest::newRow("domain and port as user")
        << u"https://acme.eu.auth0.com:443@evil.com"_s << HasCredentials;
    QTest::newRow("loopback as user") << u"http://127.0.0.1:8080@evil.com"_s << HasCredentials;
    QTest::newRow("localhost as user") << u"localhost:8080@evil.com"_s << HasCredentials;
    QTest::newRow("user on this machine") << u"user@127.0.0.1:4000"_s << HasCredentials;
    QTest::newRow("user on this machine, IPv6") << u"http://user@[::1]"_s << HasCredentials;
    QTest::newRow("empty user") << u"https://@acme.eu.auth0.com"_s << HasCredentials;
}

void TestTenantDomain::isRefused_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<TenantDomain::Problem>("problem");
    addWhatHasNoHost();
    addWhatIsNoHost();
    addAddressesInDisguise();
    addWhatIsOfAnotherKind();
}

void TestTenantDomain::isRefused()
{
    QFETCH(QString, typed);
    QFETCH(TenantDomain::Problem, problem);
    const auto result = TenantDomain::fromText(typed);
    QVERIFY2(!result, result ? qPrintable(result->text()) : "");
    QCOMPARE(int(result.error()), int(problem));
}

void TestTenantDomain::dashboardNamesItsTenant_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("domain");
    const auto add = [](const char *name, const QString &text, const QString &domain = {}) {
        QTest::newRow(name) << text << domain;
    };
    const QString acme = u"acme.eu.auth0.com"_s;
    add("a page", u"https://manage.auth0.com/dashboard/eu/acme/organizations/org_1"_s, acme);
    add("first page", u"https://manage.auth0.com/dashboard/eu/acme/"_s, acme);
    add("no scheme, quotes", u"\"manage.auth0.com/dashboard/eu/acme\""_s, acme);
    add("Australia", u"https://manage.auth0.com/dashboard/au/acme-2"_s, u"acme-2.au.auth0.com"_s);
    add("USA, with or without a region", u"https://manage.auth0.com/dashboard/us/acme"_s);
    add("unknown region", u"https://manage.auth0.com/dashboard/xx/acme"_s);
    add("no tenant", u"https://manage.auth0.com/dashboard/eu/"_s);
    add("no page", u"https://manage.auth0.com"_s);
    add("no domain", u"https://manage.auth0.com/dashboard/eu/-acme"_s);
    add("another host", u"https://manage.auth0.com.evil.example/dashboard/eu/acme"_s);
    add("a tenant", acme);
    add("nothing", {});
}

void TestTenantDomain::dashboardNamesItsTenant()
{
    QFETCH(QString, text);
    QFETCH(QString, domain);
    QCOMPARE(TenantDomain::fromDashboard(text).text(), domain);
}

QTEST_APPLESS_MAIN(TestTenantDomain)
#include "tst_tenantdomain.moc"
