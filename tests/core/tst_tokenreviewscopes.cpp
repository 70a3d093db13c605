// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/tokenreview.h"
#include "support/tokensamples.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! What a token may do. tst_tokenreview has when and where it counts.
class tst_TokenReviewScopes final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void sortsScopes_data();
    void sortsScopes();
    void everyScopeIsSomewhere();
};

namespace {

TokenReview review(const QByteArray &payload)
{
    return reviewToken(Samples::jwt(payload), {}, QDateTime::fromSecsSinceEpoch(0, Qt::UTC));
}

void add(const char *name, const QByteArray &scope, bool hasNeeded, bool canList,
         const QStringList &surplus = {}, const QStringList &writing = {})
{
    QTest::newRow(name) << QByteArray("{\"scope\":\"" + scope + "\"}") << hasNeeded << canList
                        << surplus << writing;
}

} // namespace

void tst_TokenReviewScopes::sortsScopes_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<bool>("hasNeeded");
    QTest::addColumn<bool>("canList");
    QTest::addColumn<QStringList>("surplus");
    QTest::addColumn<QStringList>("writing");
    add("none", "", false, false);
    add("needed", "read:organization_connections", true, false);
    add("needed and list", "read:organization_connections read:organizations", true, true);
    add("needed and summary", "read:organizations_summary read:organization_connections", true,
        true);
    add("both that bring the list", "read:organizations_summary read:organizations", false, true);
    add("list only", "read:organizations", false, true);
    add("another one that reads", "read:organization_connections read:users", true, false,
        {u"read:users"_s});
    add("begins like the needed one", "read:organization_connections_x", false, false,
        {u"read:organization_connections_x"_s});
    add("the old endpoint's neighbours", "read:connections read:organization_members", false, false,
        {u"read:connections"_s, u"read:organization_members"_s});
    add("the verbs that change", "create:users update:users delete:users", false, false, {},
        {u"create:users"_s, u"update:users"_s, u"delete:users"_s});
    add("writes what is needed to read", "update:organization_connections", false, false, {},
        {u"update:organization_connections"_s});
    add("other verbs", "blacklist:tokens run:checks", false, false, {},
        {u"blacklist:tokens"_s, u"run:checks"_s});
    add("mixed", "delete:users read:users read:organization_connections create:users read:logs",
        true, false, {u"read:users"_s, u"read:logs"_s}, {u"delete:users"_s, u"create:users"_s});
    add("OpenID Connect", "openid profile email offline_access", false, false,
        {u"openid"_s, u"profile"_s, u"email"_s, u"offline_access"_s});
    add("unknown word", "everything", false, false, {}, {u"everything"_s});
    add("capitals are another scope", "READ:organization_connections", false, false, {},
        {u"READ:organization_connections"_s});
    add("no colon", "read", false, false, {}, {u"read"_s});
    add("twice", "read:users read:users", false, false, {u"read:users"_s});
    QTest::newRow("no scope at all") << "{}"_ba << false << false << QStringList() << QStringList();
    QTest::newRow("scope is a list") << R"({"scope":["read:organization_connections"]})"_ba << false
                                     << false << QStringList() << QStringList();
}

void tst_TokenReviewScopes::sortsScopes()
{
    QFETCH(QByteArray, payload);
    QFETCH(bool, hasNeeded);
    QFETCH(bool, canList);
    QFETCH(QStringList, surplus);
    QFETCH(QStringList, writing);
    const TokenReview result = review(payload);
    const QStringList needed{u"read:organization_connections"_s};
    QCOMPARE(result.neededScopes, hasNeeded ? needed : QStringList());
    QCOMPARE(result.missingScopes, hasNeeded ? QStringList() : needed);
    QCOMPARE(result.canListOrganizations, canList);
    QCOMPARE(result.surplusScopes, surplus);
    QCOMPARE(result.writingScopes, writing);
}

void tst_TokenReviewScopes::everyScopeIsSomewhere()
{
    const TokenReview result = review(
        R"({"scope":"a read:b read:organization_connections read:organizations openid create:c"})");
    const qsizetype sorted = result.neededScopes.size() + result.surplusScopes.size()
        + result.writingScopes.size() + qsizetype(result.canListOrganizations);
    QCOMPARE(sorted, result.claims.scopes.size());
}

QTEST_APPLESS_MAIN(tst_TokenReviewScopes)
#include "tst_tokenreviewscopes.moc"
