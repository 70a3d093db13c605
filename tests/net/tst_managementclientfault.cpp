// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/tenant.h"
#include "net/managementclient.h"

#include <QNetworkAccessManager>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using namespace std::chrono_literals;
using Kind = Vestibule::ApiError::Kind;

namespace {

struct Expectation {
    const char *fault;
    std::optional<Kind> kind{}; //!< absent: a page comes
    int status = 0;
    int requests = 1; //!< -1: as many as Qt makes by itself, on redirects and closed connections
    int page = 0;
    std::chrono::milliseconds timeout{30'000};
};

const Expectation Expectations[] = {
    {"error-500", Kind::Server, 500, 3},
    {"error-502-html", Kind::Server, 502, 3},
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
    {"drop", Kind::Offline, 0, -1},
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
    {"no-organization-scope", {}, 200}, // it is about the other listing
    {"error-504", Kind::Server, 504, 3},
    {"error-524-html", Kind::Server, 524, 3},
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
    {"repeats-next", {}, 200}, // so is this
    {"expires-once", Kind::Unauthorized, 401},
};

} // namespace

//! What each fault of the demo tenant becomes.
class TestManagementClientFault final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_tenant.start()); }
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void everyFaultIsExpected();
    void faultBecomesAnErrorOrAPage_data();
    void faultBecomesAnErrorOrAPage();
    void withoutTotalsThereIsNoTotal();
    void shortPageMissesARow();
    void unknownFieldsSurvive();
    void nullIsAbsent();
    void noRequestFollowsARedirectAway();

private:
    [[nodiscard]] ReplyPtr<ConnectionPage> read(int index = 0,
                                                std::chrono::milliseconds timeout = 30s);
    [[nodiscard]] Result<ConnectionPage> page(const QString &fault);

    Demo::Tenant m_tenant{{.connections = 120}};
    QNetworkAccessManager m_manager;
};

ReplyPtr<ConnectionPage> TestManagementClientFault::read(int index,
                                                         std::chrono::milliseconds timeout)
{
    const QString token = QString::fromLatin1(m_tenant.accessToken());
    ManagementClient client(
        m_manager,
        {.domain = *TenantDomain::fromText(m_tenant.domain()),
         .token = *AccessToken::fromText(token)},
        {.request = {.timeout = timeout},
         .retry = {.firstDelay = 1ms, .maximumDelay = 5ms, .maximumWait = 1200ms}});
    return client.fetchPage(
        {.organizationId = m_tenant.organizations().constFirst().id, .index = index});
}

Result<ConnectionPage> TestManagementClientFault::page(const QString &fault)
{
    m_tenant.setFaults({fault});
    const auto reply = read();
    QSignalSpy finished(reply.get(), &ReplyBase::finished);
    if (!finished.wait(60'000))
        return ApiError{.detail = u"no finished()"_s};
    return reply->result();
}

void TestManagementClientFault::everyFaultIsExpected()
{
    QSet<QString> expected;
    for (const Expectation &each : Expectations)
        expected.insert(QString::fromLatin1(each.fault));
    const QStringList names = Demo::Tenant::faultNames();
    QCOMPARE(expected, QSet<QString>(names.begin(), names.end()));
}

void TestManagementClientFault::faultBecomesAnErrorOrAPage_data()
{
    QTest::addColumn<int>("row");
    for (int row = 0; row < int(std::size(Expectations)); ++row)
        QTest::addRow("%s, page %d", Expectations[row].fault, Expectations[row].page) << row;
}

void TestManagementClientFault::faultBecomesAnErrorOrAPage()
{
    QFETCH(int, row);
    const Expectation &expected = Expectations[row];
    m_tenant.setFaults({QString::fromLatin1(expected.fault)});
    m_tenant.clearRequests();
    const auto reply = read(expected.page, expected.timeout);
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
        QCOMPARE(m_tenant.requests().size(), expected.requests);
    for (const Demo::Request &request : m_tenant.requests())
        QCOMPARE(request.method, u"GET"_s);
}

void TestManagementClientFault::withoutTotalsThereIsNoTotal()
{
    const auto result = page(u"no-totals"_s);
    QVERIFY(result.has_value());
    QVERIFY(!result->total);
    QVERIFY(result->next().has_value());
}

void TestManagementClientFault::shortPageMissesARow()
{
    const auto result = page(u"short-page"_s);
    QVERIFY(result.has_value());
    QCOMPARE(result->missingRows(), 1);
}

void TestManagementClientFault::unknownFieldsSurvive()
{
    const auto result = page(u"unknown-values"_s);
    QVERIFY(result.has_value());
    const OrganizationConnection &first = result->items.constFirst();
    QCOMPARE(first.organizationAccessLevel, std::optional(u"superuser"_s));
    QCOMPARE(first.strategy, std::optional(u"quantum-id"_s));
    QVERIFY(first.json.bytes().contains("\"provisioning\":{\"scim\":true,\"since\":2031}"));
}

void TestManagementClientFault::nullIsAbsent()
{
    const auto result = page(u"null-values"_s);
    QVERIFY(result.has_value());
    QVERIFY(!result->items.constFirst().isEnabled);
    QVERIFY(!result->items.constFirst().organizationAccessLevel);
    QVERIFY(result->items.at(1).isEnabled.has_value());
}

void TestManagementClientFault::noRequestFollowsARedirectAway()
{
    m_tenant.clearRequests();
    QVERIFY(!page(u"redirect-other-host"_s));
    for (const Demo::Request &request : m_tenant.requests())
        QVERIFY(!request.path.contains(u"stolen"_s));
    QVERIFY(!m_tenant.requests().isEmpty());
}

QTEST_GUILESS_MAIN(TestManagementClientFault)
#include "tst_managementclientfault.moc"
