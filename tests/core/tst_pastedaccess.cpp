// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/pastedaccess.h"
#include "support/tokensamples.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

const QString Id = u"jpAc1DEXhJv0xkYf5TLRmGnV8bWq2sZd"_s;
const QString Secret = u"hT9_k-Lw0PzXQ5vB7nYdRfC3mJ1sGtKeAuZo4iWbN8xVqHyU2rMlDpEjSaFcTg6O"_s;
const QString OrganizationId = u"org_Zk2fYpTq8VnXbW3c"_s;

//! Of acme.eu.auth0.com.
QString jwt(const QByteArray &issuer = "https://acme.eu.auth0.com/")
{
    return QString::fromLatin1(Samples::signedJwt(
        R"({"iss":")" + issuer
        + R"(","aud":"https://acme.eu.auth0.com/api/v2/","scope":"read:organization_connections"})"));
}

} // namespace

//! What is pasted into the window *Connect a tenant*.
class TestPastedAccess final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void partsAreFound_data();
    void partsAreFound();
    void nothingIsGuessed_data();
    void nothingIsGuessed();
    void differentValuesAreNotChosenFrom_data();
    void differentValuesAreNotChosenFrom();
    void aDamagedTokenIsSaid_data();
    void aDamagedTokenIsSaid();
    void anAddressOfTheWebConsoleIsSaid();
    void aLongTextIsRefused();
    void aHostileTextTakesNoTime_data();
    void aHostileTextTakesNoTime();
};

void TestPastedAccess::partsAreFound_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QString>("token");
    QTest::addColumn<QString>("clientId");
    QTest::addColumn<QString>("secret");
    QTest::addColumn<QString>("audience");
    QTest::addColumn<QString>("organizationId");
    struct Row {
        QString domain{};
        QString token{};
        QString clientId{};
        QString secret{};
        QString audience{};
        QString organizationId{};
    };
    const auto add = [](const char *name, const QString &text, const Row &row) {
        QTest::newRow(name) << text << row.domain << row.token << row.clientId << row.secret
                            << row.audience << row.organizationId;
    };
    const QString acme = u"acme.eu.auth0.com"_s;
    const QString audience = u"https://acme.eu.auth0.com/api/v2/"_s;
    const Row application{.domain = acme, .clientId = Id, .secret = Secret, .audience = audience};
    const Row bare{.domain = acme, .clientId = Id, .secret = Secret};

    add("a domain", acme, {.domain = acme});
    add("a domain in a sentence", u"Our tenant is acme.eu.auth0.com."_s, {.domain = acme});
    add("a domain with what is around it", u" \u200B\u201CACME.eu.auth0.com\u201D, "_s,
        {.domain = acme});
    add("a custom domain", u"login.acme.example"_s, {.domain = u"login.acme.example"_s});
    add("an address of the tenant", u"https://acme.eu.auth0.com/login?client=x"_s,
        {.domain = acme});
    add("a custom address", u"https://login.acme.example/authorize?x=1"_s,
        {.domain = u"login.acme.example"_s});
    add("a computer of one's own", u"127.0.0.1:8090"_s, {.domain = u"127.0.0.1:8090"_s});
    add("its address", u"http://127.0.0.1:8090"_s, {.domain = u"127.0.0.1:8090"_s});
    add("the web console", u"https://manage.auth0.com/dashboard/eu/acme/organizations"_s,
        {.domain = acme});
    add("an organization in the web console",
        u"https://manage.auth0.com/dashboard/eu/acme/organizations/%1/overview"_s.arg(
            OrganizationId),
        {.domain = acme, .organizationId = OrganizationId});
    add("an application in the web console",
        u"https://manage.auth0.com/dashboard/eu/acme/applications/%1/settings"_s.arg(Id),
        {.domain = acme, .clientId = Id});
    add("the API",
        u"https://acme.eu.auth0.com/api/v2/organizations/%1/connections"_s.arg(OrganizationId),
        {.domain = acme, .organizationId = OrganizationId});
    add("an organization", OrganizationId, {.organizationId = OrganizationId});

    add("a token", jwt(), {.domain = acme, .token = jwt()});
    add("a token and its scheme", u"Authorization: Bearer %1"_s.arg(jwt()),
        {.domain = acme, .token = jwt()});
    add("a token of a custom domain", jwt("https://login.acme.example/"),
        {.domain = u"login.acme.example"_s, .token = jwt("https://login.acme.example/")});
    add("a token of the demo tenant", jwt("https://127.0.0.1:8090/"),
        {.domain = u"127.0.0.1:8090"_s, .token = jwt("https://127.0.0.1:8090/")});
    add("a named domain goes before the issuer",
        u"AUTH0_DOMAIN=login.acme.example\nAUTH0_API_TOKEN=%1\n"_s.arg(jwt()),
        {.domain = u"login.acme.example"_s, .token = jwt()});
    add("an opaque token with a name", u"export AUTH0_API_TOKEN='opaque-1.2_3'"_s,
        {.token = u"opaque-1.2_3"_s});
    add("an opaque token and its scheme", u"Bearer opaque-1.2_3"_s, {.token = u"opaque-1.2_3"_s});
    add("an answer of the token endpoint",
        u"HTTP/2 200\ncontent-type: application/json\n\n"
        "{\"access_token\":\"%1\",\"scope\":\"read:organization_connections\",\"expires_in\":86400,"
        "\"token_type\":\"Bearer\"}"_s.arg(jwt()),
        {.domain = acme, .token = jwt()});
    add("a request with a token",
        u"curl -H 'Authorization: Bearer %1' "
        "https://login.acme.example/api/v2/organizations/%2/connections"_s.arg(jwt(),
                                                                               OrganizationId),
        {.domain = u"login.acme.example"_s, .token = jwt(), .organizationId = OrganizationId});

    add("an .env file",
        u"# Auth0\nAUTH0_DOMAIN=acme.eu.auth0.com\nAUTH0_CLIENT_ID=%1\nAUTH0_CLIENT_SECRET=%2\n"
        "AUTH0_AUDIENCE=https://acme.eu.auth0.com/api/v2/\nAUTH0_API_TOKEN=\n"_s.arg(Id, Secret),
        application);
    add("an .env file with quotes and other line breaks",
        u"AUTH0_DOMAIN=\"https://acme.eu.auth0.com\"\r\nAUTH0_CLIENT_ID=\"%1\"\r\n"
        "AUTH0_CLIENT_SECRET='%2' # keep it\r\n"_s.arg(Id, Secret),
        bare);
    add("variables of a shell",
        u"$ export AUTH0_DOMAIN=acme.eu.auth0.com AUTH0_CLIENT_ID=%1; export "
        "AUTH0_CLIENT_SECRET=%2;"_s.arg(Id, Secret),
        bare);
    add("variables with a prefix",
        u"TF_VAR_auth0_domain = \"acme.eu.auth0.com\"\nTF_VAR_client_id = \"%1\"\n"
        "TF_VAR_client_secret = \"%2\""_s.arg(Id, Secret),
        bare);
    add("an issuer for a domain",
        u"AUTH0_ISSUER_BASE_URL=https://acme.eu.auth0.com\nAUTH0_CLIENT_ID=%1\n"
        "AUTH0_CLIENT_SECRET=%2"_s.arg(Id, Secret),
        bare);
    add("JSON",
        u"{\"domain\": \"acme.eu.auth0.com\", \"client_id\": \"%1\",\n \"client_secret\":\"%2\"}"_s
            .arg(Id, Secret),
        bare);
    add("JSON with camels",
        u"{\"domain\":\"acme.eu.auth0.com\",\"clientId\":\"%1\",\"clientSecret\":\"%2\"}"_s.arg(
            Id, Secret),
        bare);
    add("the deploy CLI's JSON",
        u"{\"AUTH0_DOMAIN\":\"acme.eu.auth0.com\",\"AUTH0_CLIENT_ID\":\"%1\","
        "\"AUTH0_CLIENT_SECRET\":\"%2\"}"_s.arg(Id, Secret),
        bare);
    add("YAML",
        u"domain: acme.eu.auth0.com\nclient_id: %1\nclient_secret: '%2'\n"_s.arg(Id, Secret), bare);
    const QString body =
        u"{\"client_id\":\"%1\",\"client_secret\":\"%2\","
        "\"audience\":\"https://acme.eu.auth0.com/api/v2/\",\"grant_type\":\"client_credentials\"}"_s
            .arg(Id, Secret);
    add("a request for a token",
        u"curl --request POST \\\n  --url https://acme.eu.auth0.com/oauth/token \\\n  --header "
        "'content-type: application/json' \\\n  --data '%1'"_s.arg(body),
        application);
    add("the same with escaped quotes",
        u"curl https://acme.eu.auth0.com/oauth/token -d \"%1\""_s.arg(
            QString(body).replace(u'"', u"\\\""_s)),
        application);
    add("the same for a custom domain",
        u"curl https://login.acme.example/oauth/token -d '%1'"_s.arg(body),
        {.domain = u"login.acme.example"_s,
         .clientId = Id,
         .secret = Secret,
         .audience = audience});
    add("its body alone", body, application);
    add("a form",
        u"curl -X POST https://acme.eu.auth0.com/oauth/token -d "
        "'grant_type=client_credentials&client_id="_s
            + Id + "&client_secret="_L1 + Secret
            + "&audience=https%3A%2F%2Facme.eu.auth0.com%2Fapi%2Fv2%2F'"_L1,
        application);
    add("a form in parts",
        u"curl https://acme.eu.auth0.com/oauth/token --data client_id=%1 --data "
        "\"client_secret=%2\" --data grant_type=client_credentials"_s.arg(Id, Secret),
        bare);
    add("options of a command",
        u"auth0 login --domain acme.eu.auth0.com --client-id %1 --client-secret %2"_s.arg(Id,
                                                                                          Secret),
        bare);
    add("options with equals signs",
        u"auth0 login --domain=acme.eu.auth0.com --client-id=%1 --client-secret=%2"_s.arg(Id,
                                                                                          Secret),
        bare);
    add("what the Auth0 CLI prints",
        u"=== acme.eu.auth0.com application created\n\n  CLIENT ID            %1\n  NAME        "
        "         Vestibule\n  TYPE                 Machine to Machine\n  CLIENT SECRET        %2\n"
        "  CALLBACKS            \n"_s.arg(Id, Secret),
        bare);
    add("the web console's page",
        u"Basic Information\nName\nVestibule\nDomain\nacme.eu.auth0.com\nClient ID\n%1\nClient "
        "Secret\n%2\nThe Client Secret is not base64 encoded.\n"_s.arg(Id, Secret),
        bare);
    add("labels with colons",
        u"Domain: acme.eu.auth0.com\nClient ID: %1\nClient Secret: %2"_s.arg(Id, Secret), bare);
    add("a client ID alone", Id, {.clientId = Id});
    add("a client secret alone", u" %1\n"_s.arg(Secret), {.secret = Secret});
    add("both, one below the other", Id + u'\n' + Secret, {.clientId = Id, .secret = Secret});
    add("all three", u"acme.eu.auth0.com %1 %2"_s.arg(Id, Secret), bare);
    add("a secret with other characters", u"AUTH0_CLIENT_SECRET=\"a$b{c}=d+/e\""_s,
        {.secret = u"a$b{c}=d+/e"_s});
    add("a client ID of another length", u"client_id=demo-application"_s,
        {.clientId = u"demo-application"_s});
    add("an audience alone", u"AUTH0_AUDIENCE=https://acme.eu.auth0.com/api/v2/"_s,
        {.domain = acme, .audience = audience});
    add("the same value twice", u"client_id=%1 client_id=%1"_s.arg(Id), {.clientId = Id});
}

void TestPastedAccess::partsAreFound()
{
    QFETCH(const QString, text);
    QFETCH(const QString, domain);
    QFETCH(const QString, token);
    QFETCH(const QString, clientId);
    QFETCH(const QString, secret);
    QFETCH(const QString, audience);
    QFETCH(const QString, organizationId);
    const PastedAccess found = pastedAccess(text);
    QCOMPARE(found.domain.text(), domain);
    QCOMPARE(QString::fromLatin1(found.token.secret().bytes()), token);
    QCOMPARE(found.clientId, clientId);
    QCOMPARE(QString::fromUtf8(found.clientSecret.bytes()), secret);
    QCOMPARE(found.audience, audience);
    QCOMPARE(found.organizationId, organizationId);
    QCOMPARE(found.tokenProblem, std::nullopt);
    QVERIFY(found.several.isEmpty());
    QVERIFY(!found.isDashboard);
    QVERIFY(!found.isEmpty());
}

void TestPastedAccess::nothingIsGuessed_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("spaces") << u" \n\t\u200B"_s;
    QTest::newRow("a word") << u"acme"_s;
    QTest::newRow("a sentence") << u"The client secret is wrong, and the client id is missing."_s;
    QTest::newRow("empty variables")
        << u"AUTH0_DOMAIN=\nAUTH0_CLIENT_ID=\nAUTH0_CLIENT_SECRET=\nAUTH0_API_TOKEN=\n"_s;
    QTest::newRow("placeholders")
        << u"{\"domain\":\"{yourDomain}\",\"client_id\":\"YOUR_CLIENT_ID\",\"client_secret\":\"<secret>\"}"_s;
    QTest::newRow("references") << u"AUTH0_CLIENT_ID=$ID\nAUTH0_CLIENT_SECRET=${SECRET}"_s;
    QTest::newRow("a hidden secret") << u"Client Secret\n••••••••••••••••\n"_s;
    QTest::newRow("a masked secret") << u"client_secret: ****************"_s;
    QTest::newRow("no values") << u"{\"client_id\":null,\"client_secret\":undefined}"_s;
    QTest::newRow("an audience of another API") << u"audience=https://shop.example/api"_s;
    QTest::newRow("an audience without encryption") << u"audience=http://acme.example/api/v2/"_s;
    QTest::newRow("another address in a text") << u"See https://example.com/page for more."_s;
    QTest::newRow("an address with a password") << u"https://me:secret@acme.example/"_s;
    QTest::newRow("a method of a client") << u"auth_method: client_secret_post, x"_s;
    QTest::newRow("half a surrogate pair") << QString(QChar(0xD800));
}

void TestPastedAccess::nothingIsGuessed()
{
    QFETCH(const QString, text);
    const PastedAccess found = pastedAccess(text);
    QCOMPARE(found.domain.text(), QString());
    QVERIFY(found.token.isEmpty());
    QCOMPARE(found.clientId, QString());
    QVERIFY(found.clientSecret.isEmpty());
    QCOMPARE(found.audience, QString());
    QCOMPARE(found.organizationId, QString());
}

void TestPastedAccess::differentValuesAreNotChosenFrom_data()
{
    using Part = PastedAccess::Part;
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<Part>>("several");
    QTest::newRow("domains") << u"AUTH0_DOMAIN=a.eu.auth0.com\nAUTH0_DOMAIN=b.eu.auth0.com"_s
                             << QList{Part::Domain};
    QTest::newRow("domains in a text") << u"a.eu.auth0.com b.eu.auth0.com"_s << QList{Part::Domain};
    QTest::newRow("applications")
        << u"client_id=a1 client_secret=b1 client_id=a2 client_secret=b2"_s
        << QList{Part::ClientId, Part::ClientSecret};
    QTest::newRow("audiences") << u"audience=https://a.auth0.com/api/v2/ "
                                  "audience=https://b.auth0.com/api/v2/ domain=c.auth0.com"_s
                               << QList{Part::Audience};
}

void TestPastedAccess::differentValuesAreNotChosenFrom()
{
    QFETCH(const QString, text);
    QFETCH(const QList<PastedAccess::Part>, several);
    const PastedAccess found = pastedAccess(text);
    QCOMPARE(found.several, several);
    QCOMPARE(found.clientId, QString());
    QVERIFY(found.clientSecret.isEmpty());
    QCOMPARE(found.audience, QString());
    QCOMPARE(found.domain.isEmpty(),
             several.contains(PastedAccess::Part::Domain)
                 || several.contains(PastedAccess::Part::ClientId));
    QVERIFY(!found.isEmpty());
}

void TestPastedAccess::aDamagedTokenIsSaid_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<AccessToken::Problem>("problem");
    QTest::newRow("cut") << jwt().first(60) << AccessToken::Problem::NotWhole;
    QTest::newRow("two") << jwt() + u' ' + jwt("https://b.eu.auth0.com/")
                         << AccessToken::Problem::Several;
}

void TestPastedAccess::aDamagedTokenIsSaid()
{
    QFETCH(const QString, text);
    QFETCH(const AccessToken::Problem, problem);
    const PastedAccess found = pastedAccess(text);
    QCOMPARE(found.tokenProblem, std::optional(problem));
    QVERIFY(found.token.isEmpty());
    QVERIFY(!found.isEmpty());
}

//! Domains in the USA may or may not have a region in them.
void TestPastedAccess::anAddressOfTheWebConsoleIsSaid()
{
    const PastedAccess found =
        pastedAccess(u"https://manage.auth0.com/dashboard/us/acme/organizations"_s);
    QVERIFY(found.isDashboard);
    QVERIFY(found.domain.isEmpty());
    QVERIFY(!found.isEmpty());
}

void TestPastedAccess::aLongTextIsRefused()
{
    const QString text = u"client_id=abc "_s + QString(PastedAccess::MaximumTextLength, u'x');
    const PastedAccess found = pastedAccess(text);
    QCOMPARE(found.tokenProblem, std::optional(AccessToken::Problem::TooLong));
    QCOMPARE(found.clientId, QString());
}

void TestPastedAccess::aHostileTextTakesNoTime_data()
{
    QTest::addColumn<QString>("piece");
    for (const char *piece : {"a",
                              " ",
                              "\n",
                              "a.",
                              "client",
                              "client-",
                              "client_id",
                              "client id\n",
                              "client_id=\"",
                              "--client-id ",
                              "\\\"",
                              "domain\n",
                              "audience=%3A",
                              "https://",
                              "auth0.com/",
                              "eyJ",
                              "org_",
                              "auth0_",
                              "-",
                              "a b "})
        QTest::newRow(piece) << QString::fromLatin1(piece);
}

void TestPastedAccess::aHostileTextTakesNoTime()
{
    QFETCH(const QString, piece);
    const QString text = piece.repeated(PastedAccess::MaximumTextLength / piece.size());
    QElapsedTimer timer;
    timer.start();
    const PastedAccess found = pastedAccess(text);
    QVERIFY2(timer.elapsed() < 1500, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(found.clientSecret.isEmpty());
}

QTEST_APPLESS_MAIN(TestPastedAccess)
#include "tst_pastedaccess.moc"
