// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "net/managementclient.h"
#include "support/recordingtenant.h"

#include "demo/tenant.h"
#include "net/applicationsignin.h"
#include "net/ratepacer.h"
#include "rawserver.h"
#include "support/replywait.h"

#include <QLoggingCategory>
#include <QMutex>
#include <QNetworkAccessManager>
#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <chrono>
#include <iterator>
#include <memory>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using namespace std::chrono_literals;
using Kind = Vestibule::ApiError::Kind;

namespace {

struct Expectation {
    const char *fault;
    std::optional<Kind> kind{}; //!< absent: the result is a page
    int status = 0;
    int requests =
        1; //!< -1: not fixed, because Qt repeats requests after redirects and closed connections
    int page = 0;
    std::chrono::milliseconds timeout{30'000};
};

const Expectation Expectations[] = {
    {"error-500", Kind::Server, 500, 3},
    {"error-502-html", Kind::Intermediary, 502, 3},
    {"error-503", Kind::Server, 503, 3},
    {"rate-limit", Kind::RateLimited, 429, -1},
    {"rate-limit-once", {}, 200, 2},
    {"expired-token", Kind::Unauthorized, 401},
    {"wrong-scope", Kind::Forbidden, 403},
    {"expires-between-pages", {}, 200},
    {"expires-between-pages", Kind::Unauthorized, 401, 1, 1},
    {"unknown-organization-empty", {}, 200},
    {"not-json", Kind::BadPayload},
    {"captive-portal", Kind::BadPayload},
    {"empty-body", Kind::BadPayload},
    {"truncated", Kind::BadPayload, 200},
    {"too-large", Kind::BadPayload, 200},
    {"gzip-bomb", Kind::BadPayload, 200},
    {"deep-nesting", Kind::BadPayload},
    {"hang", Kind::Timeout, 0, 2, 0, 120ms},
    {"stall-in-body", Kind::Timeout, 200, 2, 0, 120ms},
    {"drop", Kind::Closed, 0, -1},
    {"slow", {}, 200},
    {"redirect-other-host", Kind::BadPayload, 302, -1},
    {"redirect-same-origin", {}, 200, -1},
    {"wrong-shape", Kind::BadPayload},
    {"no-totals", {}, 200},
    {"fractional-total", {}, 200},
    {"growing", {}, 200},
    {"short-page", {}, 200},
    {"duplicate-row", {}, 200},
    {"missing-id", Kind::BadPayload},
    {"missing-connection", {}, 200},
    {"null-values", {}, 200},
    {"unknown-values", {}, 200},
    {"hostile-names", {}, 200},
    {"no-endpoint", Kind::NotFound, 404},
    {"wrong-audience", Kind::Unauthorized, 401},
    {"bad-signature", Kind::Unauthorized, 401},
    {"missing-authentication", Kind::Unauthorized, 401},
    {"malformed-token", Kind::Unauthorized, 400},
    {"rejected-query", Kind::Rejected, 400},
    {"entitlement", Kind::Forbidden, 403},
    {"no-organization-scope", {}, 200}, // a fault of the listing of organizations
    {"error-504", Kind::Server, 504, 3},
    {"error-524-html", Kind::Intermediary, 524, 3},
    {"rate-limit-nonsense", Kind::RateLimited, 429, -1},
    {"rate-limit-past", Kind::RateLimited, 429, -1},
    {"rate-limit-long", Kind::RateLimited, 429},
    {"rate-limit-date", {}, 200, 2},
    {"redirect-other-port", Kind::BadPayload, 302, -1},
    {"redirect-other-scheme", Kind::BadPayload, 302, -1},
    {"redirect-loop", Kind::BadPayload, 302, -1},
    {"not-utf8", Kind::BadPayload},
    {"bom", {}, 200},
    {"trailing-garbage", Kind::BadPayload},
    {"moving", {}, 200},
    {"shrinking", {}, 200},
    {"repeats-next", {}, 200}, // as above
    {"expires-once", Kind::Unauthorized, 401},
    {"error-403-html", Kind::Intermediary, 403},
    {"error-403-text", Kind::Intermediary, 403},
    {"error-503-once", {}, 200, 2},
};

//! The log while this object lives, with the rules that a person would set.
class Log final {
public:
    explicit Log(const QString &rules)
    {
        {
            const QMutexLocker lock(&s_mutex);
            s_lines.clear();
        }
        QLoggingCategory::setFilterRules(rules);
        m_previous = qInstallMessageHandler(keep);
    }
    Log(const Log &) = delete;
    Log &operator=(const Log &) = delete;
    ~Log()
    {
        qInstallMessageHandler(m_previous);
        QLoggingCategory::setFilterRules({});
    }

    //! Each line with its category before it.
    [[nodiscard]] static QStringList lines()
    {
        const QMutexLocker lock(&s_mutex);
        return s_lines;
    }
    //! How many lines match the whole pattern.
    [[nodiscard]] static qsizetype count(const QString &pattern)
    {
        return lines()
            .filter(QRegularExpression(QRegularExpression::anchoredPattern(pattern)))
            .size();
    }

private:
    static void keep(QtMsgType, const QMessageLogContext &context, const QString &text)
    {
        const QMutexLocker lock(&s_mutex);
        s_lines.append(QString::fromLatin1(context.category) + u": "_s + text);
    }

    static inline QMutex s_mutex; //!< the demo tenant logs in another thread
    static inline QStringList s_lines;
    QtMessageHandler m_previous = nullptr;
};

//! A tenant, and a client whose application signs in.
struct SignedIn {
    explicit SignedIn(const Demo::Options &options = {})
        : tenant(options)
    {
        if (!tenant.start())
            qFatal("no port on loopback");
        signIn =
            std::make_shared<ApplicationSignIn>(manager, access().domain, access().application,
                                                RequestOptions(), RetryPolicy{.firstDelay = 1ms});
        client = std::make_unique<ManagementClient>(
            manager, access(), ManagementClient::Options{.retry = {.firstDelay = 1ms}}, pacer,
            signIn);
    }

    [[nodiscard]] TenantAccess access() const
    {
        return {.domain = *TenantDomain::fromText(tenant.domain()),
                .application = {.clientId = QString::fromLatin1(Demo::ClientId),
                                .secret = SecretBytes(Demo::ClientSecret)}};
    }
    [[nodiscard]] ReplyPtr<ConnectionPage> fetchPage() const
    {
        return client->fetchPage({.organizationId = tenant.organizations().at(0).id});
    }

    RecordingTenant tenant;
    QNetworkAccessManager manager;
    std::shared_ptr<TenantPacer> pacer = std::make_shared<TenantPacer>();
    SignInPtr signIn;
    std::unique_ptr<ManagementClient> client;
};

//! Has a token at once.
class FixedSignIn final : public SignIn {
public:
    explicit FixedSignIn(QStringList tokens = {u"a.b.c"_s})
        : m_tokens(std::move(tokens))
    {
    }

    [[nodiscard]] AccessToken token() const override
    {
        return *AccessToken::fromText(m_tokens.constFirst());
    }
    [[nodiscard]] bool isGood(const AccessToken &token) const override
    {
        return token == this->token();
    }
    [[nodiscard]] ReplyPtr<AccessToken> fetchToken() override
    {
        ++fetched;
        return ReplyPtr<AccessToken>(new Ready(token()));
    }
    //! The next token is the good one.
    void expire() { m_tokens.removeFirst(); }
    [[nodiscard]] ReplyPtr<AccessToken> replaceToken(const AccessToken &) override
    {
        return fetchToken();
    }

    int fetched = 0;

private:
    class Ready final : public Reply<AccessToken> {
    public:
        explicit Ready(const AccessToken &token) { finish(token); }

    private:
        void abortWork() override {}
    };

    QStringList m_tokens;
};

} // namespace

//! Pages of a demo tenant over real HTTP, and the result of each of its faults.
class TestManagementClient final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void pageHoldsWhatTheTenantLists();
    void pagesAddUpToTheListing();
    void filterIsAppliedByTheTenant();
    void pageAfterTheEndIsEmpty();
    void idIsSentEncoded_data();
    void idIsSentEncoded();
    void badTokensAreDistinguished_data();
    void badTokensAreDistinguished();
    void replyOutlivesItsClient();
    void manyRepliesAtTheSameTime();
    void stoppedTenantIsOffline();
    void chunkedAnswerThatIsCutOffIsNeverAPage_data();
    void chunkedAnswerThatIsCutOffIsNeverAPage();

    void everyFaultHasAnExpectation();
    void faultBecomesAnErrorOrAPage_data();
    void faultBecomesAnErrorOrAPage();
    void withoutTotalsThereIsNoTotal();
    void shortPageMissesARow();
    void unknownFieldsSurvive();
    void nullIsAbsent();
    void redirectElsewhereIsNotFollowed();

    void anApplicationSignsInFirst();
    void anExpiredTokenIsReplacedAndTheRequestRepeated();
    void aRefusalOfTheNewTokenIsFinal();
    void anotherRefusalIsNoReasonToSignIn_data();
    void anotherRefusalIsNoReasonToSignIn();
    void aRequestThatSignsInCanBeDropped();
    void aRequestThatSignsInHoldsNoTurn();
    void aTokenThatExpiresWhileItsRequestWaitsIsNotSent();
    void repliesThatSignInOutliveTheClient();
    void theManagerDiesDuringTheSignIn();

    void logIsOffByDefault();
    void logShowsASignInWithoutItsSecret();
    void logShowsRequestsWithoutSecretsAndNames();

private:
    [[nodiscard]] ManagementClient client(const QByteArray &token);
    [[nodiscard]] QString organization(int index) const
    {
        return m_tenant.organizations().at(index).id;
    }
    [[nodiscard]] Result<ConnectionPage> read(const PageRequest &request);
    [[nodiscard]] ManagementClient faultyClient(std::chrono::milliseconds timeout = 30s);
    [[nodiscard]] ReplyPtr<ConnectionPage> readFaulty(int index = 0,
                                                      std::chrono::milliseconds timeout = 30s);
    [[nodiscard]] Result<ConnectionPage> pageWithFault(const QString &fault);

    RecordingTenant m_tenant{{.connections = 237}};
    RecordingTenant m_faultyTenant{{.connections = 120}};
    QNetworkAccessManager m_manager;
};

void TestManagementClient::initTestCase()
{
    QVERIFY(m_tenant.start());
    QVERIFY(m_faultyTenant.start());
}

void TestManagementClient::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_tenant.clearRequests();
    m_faultyTenant.clearRequests();
}

//! The proof that the program only reads: the tenant has received nothing but GET.
void TestManagementClient::cleanup()
{
    for (const RecordedRequest &request : m_tenant.requests()) {
        QCOMPARE(request.method, u"GET"_s);
        QVERIFY(request.path.startsWith("/api/v2/organizations/"_L1));
        QVERIFY(request.hadToken);
    }
    for (const RecordedRequest &request : m_faultyTenant.requests())
        QCOMPARE(request.method, u"GET"_s);
}

ManagementClient TestManagementClient::client(const QByteArray &token)
{
    return ManagementClient(m_manager,
                            {.domain = *TenantDomain::fromText(m_tenant.domain()),
                             .token = *AccessToken::fromText(QString::fromLatin1(token))},
                            {.request = {.timeout = 5s}, .retry = {.firstDelay = 1ms}});
}

Result<ConnectionPage> TestManagementClient::read(const PageRequest &request)
{
    const auto reply = client(m_tenant.accessToken()).fetchPage(request);
    QSignalSpy finished(reply.get(), &ReplyBase::finished);
    if (!finished.wait())
        return ApiError{.kind = Kind::Timeout, .detail = u"no finished()"_s};
    return reply->result();
}

ManagementClient TestManagementClient::faultyClient(std::chrono::milliseconds timeout)
{
    const QString token = QString::fromLatin1(m_faultyTenant.accessToken());
    return ManagementClient(
        m_manager,
        {.domain = *TenantDomain::fromText(m_faultyTenant.domain()),
         .token = *AccessToken::fromText(token)},
        {.request = {.timeout = timeout},
         .retry = {.firstDelay = 1ms, .maximumDelay = 5ms, .maximumWait = 1200ms}});
}

ReplyPtr<ConnectionPage> TestManagementClient::readFaulty(int index,
                                                          std::chrono::milliseconds timeout)
{
    return faultyClient(timeout).fetchPage(
        {.organizationId = m_faultyTenant.organizations().constFirst().id, .index = index});
}

Result<ConnectionPage> TestManagementClient::pageWithFault(const QString &fault)
{
    m_faultyTenant.setFaults({fault});
    const auto reply = readFaulty();
    QSignalSpy finished(reply.get(), &ReplyBase::finished);
    if (!finished.wait(60'000))
        return ApiError{.detail = u"no finished()"_s};
    return reply->result();
}

void TestManagementClient::pageHoldsWhatTheTenantLists()
{
    const PageRequest request{.organizationId = organization(0), .size = 10};
    const QDateTime before = QDateTime::currentDateTime();
    const auto page = read(request);
    QVERIFY(page.has_value());
    QCOMPARE(page->items.size(), 10);
    QCOMPARE(page->total, std::optional<qsizetype>(237));
    QCOMPARE(page->request, request);
    QVERIFY(page->readAt >= before && page->readAt <= QDateTime::currentDateTime());
    QCOMPARE(m_tenant.requests().size(), 1);
}

void TestManagementClient::pagesAddUpToTheListing()
{
    QSet<QString> ids;
    std::optional<PageRequest> next = PageRequest{.organizationId = organization(0), .size = 100};
    while (next) {
        const auto page = read(*next);
        QVERIFY(page.has_value());
        for (const OrganizationConnection &connection : page->items)
            ids.insert(connection.connectionId);
        next = page->next();
    }
    QCOMPARE(ids.size(), 237);
    QCOMPARE(m_tenant.requests().size(), 3);
}

void TestManagementClient::filterIsAppliedByTheTenant()
{
    qsizetype both = 0;
    for (const bool isEnabled : {true, false}) {
        const auto page =
            read({.organizationId = organization(0), .size = 100, .isEnabled = isEnabled});
        QVERIFY(page.has_value());
        for (const OrganizationConnection &connection : page->items)
            QCOMPARE(connection.isEnabled, std::optional(isEnabled));
        both += page->total.value_or(0);
    }
    QCOMPARE(both, 237);
}

void TestManagementClient::pageAfterTheEndIsEmpty()
{
    const auto page = read({.organizationId = organization(0), .index = 50});
    QVERIFY(page.has_value());
    QVERIFY(page->items.isEmpty());
    QVERIFY(page->isBeyondEnd());
}

void TestManagementClient::idIsSentEncoded_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("segment");
    QTest::newRow("slash") << u"a/b"_s << u"a%2Fb"_s;
    QTest::newRow("way up") << u"../../tenants"_s << u"..%2F..%2Ftenants"_s;
    QTest::newRow("query") << u"a?b=c"_s << u"a%3Fb%3Dc"_s;
    QTest::newRow("fragment") << u"a#b"_s << u"a%23b"_s;
    QTest::newRow("percent") << u"100%25"_s << u"100%2525"_s;
    QTest::newRow("space") << u"a b"_s << u"a%20b"_s;
    QTest::newRow("not Latin") << u"東"_s << u"%E6%9D%B1"_s;
}

void TestManagementClient::idIsSentEncoded()
{
    QFETCH(QString, id);
    QFETCH(QString, segment);
    const auto page = read({.organizationId = id});
    QVERIFY(!page);
    QCOMPARE(page.error().kind, Kind::NotFound);
    QCOMPARE(page.error().detail, u"No organization found by that id or name"_s);
    QCOMPARE(m_tenant.requests().constFirst().path,
             u"/api/v2/organizations/"_s + segment
                 + u"/connections?page=0&per_page=50&include_totals=true"_s);
    QCOMPARE(page.error().request, m_tenant.requests().constFirst().path);
}

void TestManagementClient::badTokensAreDistinguished_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::newRow("not a JWT") << QByteArray("secret") << Kind::Unauthorized << 400 << u"Bearer"_s;
    QTest::newRow("expired") << m_tenant.makeToken({.lifetime = -1h}) << Kind::Unauthorized << 401
                             << QString();
    QTest::newRow("signature") << m_tenant.makeToken({.goodSignature = false}) << Kind::Unauthorized
                               << 401 << QString();
    QTest::newRow("audience") << m_tenant.makeToken({.audience = u"https://api.example"_s})
                              << Kind::Unauthorized << 401 << QString();
    QTest::newRow("scope") << m_tenant.makeToken({.scope = u"read:users"_s}) << Kind::Forbidden
                           << 403 << u"insufficient_scope"_s;
}

void TestManagementClient::badTokensAreDistinguished()
{
    QFETCH(QByteArray, token);
    QFETCH(Kind, kind);
    QFETCH(int, status);
    QFETCH(QString, code);
    const auto reply = client(token).fetchPage({.organizationId = organization(0)});
    QSignalSpy finished(reply.get(), &ReplyBase::finished);
    QVERIFY(finished.wait());
    QVERIFY(!reply->result());
    QCOMPARE(reply->result().error().kind, kind);
    QCOMPARE(reply->result().error().httpStatus, status);
    QCOMPARE(reply->result().error().errorCode, code);
    QCOMPARE(m_tenant.requests().size(), 1);
}

void TestManagementClient::replyOutlivesItsClient()
{
    ReplyPtr<ConnectionPage> reply;
    {
        ManagementClient shortLived = client(m_tenant.accessToken());
        reply = shortLived.fetchPage({.organizationId = organization(0)});
    }
    QSignalSpy finished(reply.get(), &ReplyBase::finished);
    QVERIFY(finished.wait());
    QVERIFY(reply->result().has_value());
}

void TestManagementClient::manyRepliesAtTheSameTime()
{
    ManagementClient source = client(m_tenant.accessToken());
    std::vector<ReplyPtr<ConnectionPage>> replies;
    int finished = 0;
    for (int index = 0; index < 24; ++index) {
        replies.push_back(
            source.fetchPage({.organizationId = organization(0), .index = index, .size = 10}));
        connect(replies.back().get(), &ReplyBase::finished, this, [&finished] { ++finished; });
    }
    for (size_t i = 0; i < replies.size(); i += 3)
        replies[i].reset(); // cancels every third
    QTRY_COMPARE(finished, 16);
    for (size_t i = 0; i < replies.size(); ++i) {
        if (replies[i])
            QCOMPARE(replies[i]->result()->request.index, int(i));
    }
    QTest::qWait(20);
    QCOMPARE(finished, 16);
}

void TestManagementClient::stoppedTenantIsOffline()
{
    const PageRequest request{.organizationId = organization(0)};
    QVERIFY(read(request).has_value());
    m_tenant.stop();
    QCOMPARE(read(request).error().kind, Kind::Offline);
    QVERIFY(m_tenant.start());
    QVERIFY(read(request).has_value());
}

void TestManagementClient::chunkedAnswerThatIsCutOffIsNeverAPage_data()
{
    QTest::addColumn<QByteArray>("chunks");
    const QByteArray chunk = "19\r\n[{\"connection_id\":\"con_1\"}\r\n";
    QTest::newRow("between two") << chunk;
    QTest::newRow("within one") << chunk.chopped(8);
    QTest::newRow("before the first") << QByteArray();
}

//! Qt sometimes accepts such an answer as complete; the parser must notice.
void TestManagementClient::chunkedAnswerThatIsCutOffIsNeverAPage()
{
    QFETCH(QByteArray, chunks);
    RawServer server(
        RawServer::closingAfter("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks));
    for (int i = 0; i < 10; ++i) {
        ManagementClient source(
            m_manager, {.domain = server.domain(), .token = *AccessToken::fromText(u"a.b.c"_s)},
            {.retry = {.firstDelay = 1ms}});
        const auto reply = source.fetchPage({.organizationId = u"org_1"_s});
        QSignalSpy finished(reply.get(), &ReplyBase::finished);
        QVERIFY(finished.wait());
        QVERIFY(!reply->result());
        QCOMPARE(reply->result().error().kind, Kind::BadPayload);
    }
    QVERIFY(server.sawOnlyOwnGets());
}

void TestManagementClient::everyFaultHasAnExpectation()
{
    QSet<QString> expected;
    for (const Expectation &each : Expectations)
        expected.insert(QString::fromLatin1(each.fault));
    QStringList names = Demo::Tenant::faultNames();
    names.removeIf([](const QString &name) { return name.startsWith("sign-in-"_L1); });
    QCOMPARE(expected, QSet<QString>(names.begin(), names.end()));
}

void TestManagementClient::faultBecomesAnErrorOrAPage_data()
{
    QTest::addColumn<int>("row");
    for (int row = 0; row < int(std::size(Expectations)); ++row)
        QTest::addRow("%s, page %d", Expectations[row].fault, Expectations[row].page) << row;
}

void TestManagementClient::faultBecomesAnErrorOrAPage()
{
    QFETCH(int, row);
    const Expectation &expected = Expectations[row];
    m_faultyTenant.setFaults({QString::fromLatin1(expected.fault)});
    m_faultyTenant.clearRequests();
    const auto reply = readFaulty(expected.page, expected.timeout);
    QSignalSpy finished(reply.get(), &ReplyBase::finished);
    QVERIFY(finished.wait(60'000));
    QCOMPARE(finished.size(), 1);

    const auto &result = reply->result();
    QCOMPARE(result.has_value(), !expected.kind.has_value());
    if (expected.kind) {
        QCOMPARE(result.error().kind, *expected.kind);
        QCOMPARE(result.error().httpStatus, expected.status);
        QVERIFY(result.error().request.startsWith("/api/v2/organizations/"_L1));
    } else {
        QVERIFY(!result->items.isEmpty());
        QCOMPARE(result->request.index, expected.page);
    }
    if (expected.requests > 0)
        QCOMPARE(m_faultyTenant.requests().size(), expected.requests);
    for (const RecordedRequest &request : m_faultyTenant.requests())
        QCOMPARE(request.method, u"GET"_s);
}

void TestManagementClient::withoutTotalsThereIsNoTotal()
{
    const auto result = pageWithFault(u"no-totals"_s);
    QVERIFY(result.has_value());
    QVERIFY(!result->total);
    QVERIFY(result->next().has_value());
}

void TestManagementClient::shortPageMissesARow()
{
    const auto result = pageWithFault(u"short-page"_s);
    QVERIFY(result.has_value());
    QCOMPARE(result->missingRows(), 1);
}

void TestManagementClient::unknownFieldsSurvive()
{
    const auto result = pageWithFault(u"unknown-values"_s);
    QVERIFY(result.has_value());
    const OrganizationConnection &first = result->items.constFirst();
    QCOMPARE(first.organizationAccessLevel, std::optional(u"superuser"_s));
    QCOMPARE(first.strategy, std::optional(u"quantum-id"_s));
    QVERIFY(first.json.bytes().contains("\"provisioning\":{\"scim\":true,\"since\":2031}"));
}

void TestManagementClient::nullIsAbsent()
{
    const auto result = pageWithFault(u"null-values"_s);
    QVERIFY(result.has_value());
    QVERIFY(!result->items.constFirst().isEnabled);
    QVERIFY(!result->items.constFirst().organizationAccessLevel);
    QVERIFY(result->items.at(1).isEnabled.has_value());
}

void TestManagementClient::redirectElsewhereIsNotFollowed()
{
    m_faultyTenant.clearRequests();
    QVERIFY(!pageWithFault(u"redirect-other-host"_s));
    for (const RecordedRequest &request : m_faultyTenant.requests())
        QVERIFY(!request.path.contains(u"stolen"_s));
    QVERIFY(!m_faultyTenant.requests().isEmpty());
}

void TestManagementClient::anApplicationSignsInFirst()
{
    SignedIn own;
    std::vector<ReplyPtr<ConnectionPage>> pages;
    int finished = 0;
    for (int i = 0; i < 12; ++i) {
        pages.push_back(own.fetchPage());
        connect(pages.back().get(), &ReplyBase::finished, this, [&] { ++finished; });
    }
    const auto organizations = own.client->fetchOrganizations({});
    connect(organizations.get(), &ReplyBase::finished, this, [&] { ++finished; });
    const auto catalogue = own.client->fetchCatalogue({});
    connect(catalogue.get(), &ReplyBase::finished, this, [&] { ++finished; });
    QTRY_COMPARE(finished, 14);
    QCOMPARE(catalogue->result().error().kind, Kind::Forbidden); // its scopes do not allow that
    for (const auto &page : pages)
        QVERIFY(page->result());
    QCOMPARE(organizations->result()->items.size(), 5);
    const auto requests = own.tenant.requests();
    QCOMPARE(requests.size(), 15);
    QCOMPARE(requests.constFirst().method, u"POST"_s);
    QVERIFY(!requests.constFirst().hadToken);
    for (const RecordedRequest &request : requests.sliced(1)) {
        QCOMPARE(request.method, u"GET"_s);
        QVERIFY(request.hadToken);
    }
    QCOMPARE(own.tenant.signIns(), 1);
}

//! Twelve requests at a time with tokens that are good for three each.
void TestManagementClient::anExpiredTokenIsReplacedAndTheRequestRepeated()
{
    SignedIn own({.tokenRequests = 3});
    for (int i = 0; i < 10; ++i)
        QVERIFY(resultOf(own.fetchPage()));
    QCOMPARE(own.tenant.exchanges(), 4);
    QCOMPARE(own.tenant.requests().size(), 4 + 10 + 3); // three were refused
}

void TestManagementClient::aRefusalOfTheNewTokenIsFinal()
{
    SignedIn own({.faults = {u"expired-token"_s}});
    const auto page = resultOf(own.fetchPage());
    QVERIFY(!page);
    QCOMPARE(page.error().kind, Kind::Unauthorized);
    QCOMPARE(own.tenant.exchanges(), 2);
    QCOMPARE(own.tenant.requests().size(), 4);
}

void TestManagementClient::anotherRefusalIsNoReasonToSignIn_data()
{
    QTest::addColumn<QString>("fault");
    for (const char *fault : {"wrong-scope", "malformed-token", "error-403-html", "entitlement"})
        QTest::newRow(fault) << QString::fromLatin1(fault);
}

void TestManagementClient::anotherRefusalIsNoReasonToSignIn()
{
    QFETCH(QString, fault);
    SignedIn own({.faults = {fault}});
    QVERIFY(!resultOf(own.fetchPage()));
    QCOMPARE(own.tenant.signIns(), 1);
    QCOMPARE(own.tenant.requests().size(), 2);
}

void TestManagementClient::aRequestThatSignsInCanBeDropped()
{
    SignedIn own;
    QVERIFY(own.tenant.setFaultsAt(QString::fromLatin1(Demo::TokenTarget), {u"slow"_s}));
    auto dropped = own.fetchPage();
    const auto other = own.fetchPage();
    QTRY_COMPARE(own.tenant.signIns(), 1);
    dropped.reset();
    QVERIFY(resultOf(other));
    QCOMPARE(own.tenant.requests().size(), 2);
}

//! Another request of the tenant, with the same pacer and of less importance, does not wait for it.
void TestManagementClient::aRequestThatSignsInHoldsNoTurn()
{
    SignedIn own({.plan = Demo::Plan::Professional});
    QVERIFY(own.tenant.setFaultsAt(QString::fromLatin1(Demo::TokenTarget), {u"hang"_s}));
    const TenantAccess ordinary{
        .domain = *TenantDomain::fromText(own.tenant.domain()),
        .token = *AccessToken::fromText(QString::fromLatin1(own.tenant.accessToken()))};
    ManagementClient sweep(own.manager, ordinary, {.requester = Requester::Sweep}, own.pacer);
    sweep.setShare(100);
    const PageRequest page{.organizationId = own.tenant.organizations().at(0).id};
    QVERIFY(resultOf(sweep.fetchPage(page))); // from now on there is a budget
    const auto waiting = own.fetchPage();
    QTRY_COMPARE(own.tenant.signIns(), 1);
    QVERIFY(resultOf(sweep.fetchPage(page)));
}

void TestManagementClient::aTokenThatExpiresWhileItsRequestWaitsIsNotSent()
{
    SignedIn own;
    const auto newToken = [&own] { return QString::fromLatin1(own.tenant.accessToken()); };
    const auto signIn = std::make_shared<FixedSignIn>(QStringList{u"a.b.c"_s, newToken()});
    const TenantAccess access = own.access();
    ManagementClient client(own.manager, access, {.requester = Requester::Sweep}, own.pacer,
                            signIn);
    const auto now = std::chrono::duration_cast<RatePacer::Moment>(
        std::chrono::steady_clock::now().time_since_epoch());
    own.pacer->connections.refused(300ms, now);
    const auto page = client.fetchPage({.organizationId = own.tenant.organizations().at(0).id});
    QTRY_COMPARE(signIn->fetched, 1);
    QTest::qWait(50);
    signIn->expire();
    QVERIFY(resultOf(page));
    QCOMPARE(signIn->fetched, 2);
    QCOMPARE(own.tenant.requests().size(), 1); // the tenant has refused none
}

void TestManagementClient::repliesThatSignInOutliveTheClient()
{
    SignedIn own;
    const auto page = own.fetchPage();
    own.client.reset();
    own.signIn.reset();
    QVERIFY(resultOf(page));
}

void TestManagementClient::theManagerDiesDuringTheSignIn()
{
    auto own = std::make_unique<SignedIn>();
    auto manager = std::make_unique<QNetworkAccessManager>();
    auto signIn = std::make_shared<FixedSignIn>();
    const TenantAccess access = own->access();
    ManagementClient client(*manager, access, {}, nullptr, signIn);
    const auto page = client.fetchPage({.organizationId = u"org_1"_s});
    manager.reset();
    QCOMPARE(resultOf(page).error().kind, Kind::Offline);
}

void TestManagementClient::logIsOffByDefault()
{
    const Log log({});
    QVERIFY(read({.organizationId = organization(0)}).has_value());
    QVERIFY(!pageWithFault(u"error-503"_s));
    QCOMPARE(log.lines(), QStringList());
}

void TestManagementClient::logShowsASignInWithoutItsSecret()
{
    SignedIn own;
    const Log log(u"vestibule.net=true"_s);
    QVERIFY(resultOf(own.fetchPage()));
    QCOMPARE(Log::count(u"vestibule\\.net: POST /oauth/token: status 200, \\d+ ms, \\d+ bytes"_s),
             1);
    QCOMPARE(Log::count(u"vestibule\\.net: signed in for 86400 s, 1 requests waited"_s), 1);
    const QString all = Log::lines().join(u'\n');
    QVERIFY(!all.contains(QString::fromLatin1(Demo::ClientSecret)));
    QVERIFY(!all.contains(QString::fromLatin1(Demo::ClientId)));
}

void TestManagementClient::logShowsRequestsWithoutSecretsAndNames()
{
    const Log log(u"vestibule.*=true"_s);
    m_faultyTenant.setFaults({});
    ManagementClient source = faultyClient();
    const QString pages = u"vestibule\\.net: GET /api/v2/organizations/\\{id\\}/connections"
                          "\\?page=0&per_page=50&include_totals=true: "_s;
    const QString end = u"status %1, \\d+ ms, \\d{%2} bytes"_s;

    const auto page = readFaulty();
    QSignalSpy pageFinished(page.get(), &ReplyBase::finished);
    QVERIFY(pageFinished.wait());
    QVERIFY(page->result().has_value());
    QCOMPARE(log.count(pages + end.arg(u"200"_s, u"4,6"_s)), 1);

    QVERIFY(!pageWithFault(u"error-503"_s));
    QCOMPARE(log.count(pages + end.arg(u"503"_s, u"1,6"_s)), 3);
    QCOMPARE(log.count(pages + u"try [12] failed, the next one in \\d ms"_s), 2);

    QVERIFY(pageWithFault(u"rate-limit-once"_s).has_value());
    QCOMPARE(log.count(pages + end.arg(u"429"_s, u"1,6"_s)), 1);
    QCOMPARE(log.count(pages + u"try 1 failed, the next one in 1000 ms"_s), 1);

    m_faultyTenant.setFaults({u"drop"_s});
    auto dropped = readFaulty();
    QSignalSpy droppedFinished(dropped.get(), &ReplyBase::finished);
    QVERIFY(droppedFinished.wait());
    QCOMPARE(log.count(pages + u"status 0 RemoteHostClosedError, \\d+ ms, 0 bytes"_s), 2);

    m_faultyTenant.setFaults({u"hang"_s});
    auto hanging = readFaulty();
    QTRY_VERIFY(m_faultyTenant.requests().constLast().path.contains("connections"_L1));
    hanging.reset();
    QCOMPARE(log.count(pages + u"status 0, \\d+ ms, 0 bytes, cancelled"_s), 1);

    m_faultyTenant.setFaults({});
    for (const QString &from : {u""_s, u"c2VjcmV0Y2hlY2twb2ludA"_s}) {
        const auto organizations = source.fetchOrganizations(from);
        QSignalSpy finished(organizations.get(), &ReplyBase::finished);
        QVERIFY(finished.wait());
    }
    const QString list = u"vestibule\\.net: GET /api/v2/organizations\\?take=\\d+"_s;
    QCOMPARE(log.count(list + u": "_s + end.arg(u"200"_s, u"1,6"_s)), 1);
    QCOMPARE(log.count(list + u"&from=\\{\\}: "_s + end.arg(u"\\d+"_s, u"1,6"_s)), 1);

    const QString all = log.lines().join(u'\n');
    QStringList secrets{QString::fromLatin1(m_faultyTenant.accessToken()), m_faultyTenant.domain(),
                        u"127.0.0.1"_s, u"c2VjcmV0Y2hlY2twb2ludA"_s};
    for (const auto &organization : m_faultyTenant.organizations())
        secrets += {organization.id, organization.name};
    for (const OrganizationConnection &connection : page->result()->items)
        secrets += {connection.connectionId, connection.name.value_or(connection.connectionId)};
    for (const QString &secret : secrets)
        QVERIFY2(!all.contains(secret, Qt::CaseInsensitive), qPrintable(secret));
}

QTEST_GUILESS_MAIN(TestManagementClient)
#include "tst_managementclient.moc"
