// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/tenant.h"
#include "net/managementclient.h"
#include "rawserver.h"

#include <QNetworkAccessManager>
#include <QPointer>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using namespace std::chrono_literals;
using Kind = Vestibule::ApiError::Kind;

//! Pages of a real tenant over real HTTP.
class TestManagementClient final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void pageHoldsWhatTheTenantLists();
    void pagesAddUpToTheListing();
    void filterIsTheTenants();
    void pageBehindTheEndIsEmpty();
    void idIsSentWhole_data();
    void idIsSentWhole();
    void tokensOfEveryKindAreToldApart_data();
    void tokensOfEveryKindAreToldApart();
    void replyOutlivesItsClient();
    void manyRepliesAtATime();
    void tenantThatGoesAwayIsOffline();
    void answerInChunksThatIsCutOffIsNeverAPage_data();
    void answerInChunksThatIsCutOffIsNeverAPage();

private:
    [[nodiscard]] ManagementClient client(const QByteArray &token);
    [[nodiscard]] QString organization(int index) const
    {
        return m_tenant.organizations().at(index).id;
    }
    [[nodiscard]] Result<ConnectionPage> read(const PageRequest &request);

    Demo::Tenant m_tenant{{.connections = 237}};
    QNetworkAccessManager m_manager;
};

void TestManagementClient::initTestCase()
{
    QVERIFY(m_tenant.start());
}

void TestManagementClient::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_tenant.clearRequests();
}

//! The proof that the program only reads: whatever a test did, the tenant saw nothing but GETs.
void TestManagementClient::cleanup()
{
    for (const Demo::Request &request : m_tenant.requests()) {
        QCOMPARE(request.method, u"GET"_s);
        QVERIFY(request.path.startsWith("/api/v2/organizations/"_L1));
        QVERIFY(request.hadToken);
    }
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

void TestManagementClient::filterIsTheTenants()
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

void TestManagementClient::pageBehindTheEndIsEmpty()
{
    const auto page = read({.organizationId = organization(0), .index = 50});
    QVERIFY(page.has_value());
    QVERIFY(page->items.isEmpty());
    QVERIFY(page->isBeyondEnd());
}

void TestManagementClient::idIsSentWhole_data()
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

void TestManagementClient::idIsSentWhole()
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

void TestManagementClient::tokensOfEveryKindAreToldApart_data()
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

void TestManagementClient::tokensOfEveryKindAreToldApart()
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

void TestManagementClient::manyRepliesAtATime()
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
        replies[i].reset(); // every third is given up
    QTRY_COMPARE(finished, 16);
    for (size_t i = 0; i < replies.size(); ++i) {
        if (replies[i])
            QCOMPARE(replies[i]->result()->request.index, int(i));
    }
    QTest::qWait(20);
    QCOMPARE(finished, 16);
}

void TestManagementClient::tenantThatGoesAwayIsOffline()
{
    const PageRequest request{.organizationId = organization(0)};
    QVERIFY(read(request).has_value());
    m_tenant.stop();
    QCOMPARE(read(request).error().kind, Kind::Offline);
    QVERIFY(m_tenant.start());
    QVERIFY(read(request).has_value());
}

void TestManagementClient::answerInChunksThatIsCutOffIsNeverAPage_data()
{
    QTest::addColumn<QByteArray>("chunks");
    const QByteArray chunk = "19\r\n[{\"connection_id\":\"con_1\"}\r\n";
    QTest::newRow("between two") << chunk;
    QTest::newRow("within one") << chunk.chopped(8);
    QTest::newRow("before the first") << QByteArray();
}

//! Qt takes such an answer for a whole one, now and then; what is in it tells.
void TestManagementClient::answerInChunksThatIsCutOffIsNeverAPage()
{
    QFETCH(QByteArray, chunks);
    RawServer server(
        RawServer::closingBehind("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks));
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

QTEST_GUILESS_MAIN(TestManagementClient)
#include "tst_managementclient.moc"
