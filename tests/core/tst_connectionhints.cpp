// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/connectionhints.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using Row = OrganizationConnection;
using Hint = ConnectionHint;

class TestConnectionHints final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void eachRuleHasItsHint_data();
    void eachRuleHasItsHint();
    void noneEnabledNeedsEveryRowDisabled();
    void hiddenEnterpriseConnectionsAreNoticed_data();
    void hiddenEnterpriseConnectionsAreNoticed();
    void nineAndTenConnectionsAreNearTheLimit();
    void partsOfAListingHaveNoHints();
    void olderListHasNoHints();
};

namespace {

Row database()
{
    return {.connectionId = u"con_1"_s,
            .name = u"users"_s,
            .strategy = u"auth0"_s,
            .isEnabled = true,
            .assignMembershipOnLogin = false,
            .showAsButton = true,
            .isSignupEnabled = false,
            .organizationAccessLevel = u"none"_s};
}

Row enterprise(bool isEnabled = true, bool showAsButton = true)
{
    return {.connectionId = u"con_2"_s,
            .name = u"okta"_s,
            .strategy = u"okta"_s,
            .isEnabled = isEnabled,
            .assignMembershipOnLogin = true,
            .showAsButton = showAsButton,
            .organizationAccessLevel = u"none"_s};
}

template <typename Change>
Row with(Row row, Change change)
{
    change(row);
    return row;
}

ConnectionPage wholeListing(const QList<Row> &rows)
{
    return {.items = rows, .total = rows.size()};
}

} // namespace

Q_DECLARE_METATYPE(QList<ConnectionHint>)
Q_DECLARE_METATYPE(OrganizationConnection)

void TestConnectionHints::eachRuleHasItsHint_data()
{
    QTest::addColumn<Row>("row");
    QTest::addColumn<QList<Hint>>("hints");
    const auto add = [](const char *name, const Row &row, const QList<Hint> &hints) {
        QTest::newRow(name) << row << hints;
    };
    add("database as the API makes it", database(), {});
    add("enterprise with membership", enterprise(), {});
    add("enterprise without its button", enterprise(true, false), {});
    add("nothing sent", {.connectionId = u"con_1"_s}, {});
    add("sign-up alone", with(database(), [](Row &r) { r.isSignupEnabled = true; }),
        {Hint::SignupWithoutMembership});
    add("sign-up, membership not sent",
        with(database(),
             [](Row &r) {
                 r.isSignupEnabled = true;
                 r.assignMembershipOnLogin.reset();
             }),
        {});
    const Row open = with(database(), [](Row &r) {
        r.isSignupEnabled = true;
        r.assignMembershipOnLogin = true;
    });
    add("sign-up and membership", open, {Hint::SignupWithMembership});
    add("both, disabled", with(open, [](Row &r) { r.isEnabled = false; }),
        {Hint::DisabledKeepsFlags});
    add("social membership", with(enterprise(), [](Row &r) { r.strategy = u"google-oauth2"_s; }),
        {Hint::SocialMembership});
    add("social membership in the older list",
        with(enterprise(),
             [](Row &r) {
                 r.strategy = u"google-oauth2"_s;
                 r.isEnabled.reset();
             }),
        {Hint::SocialMembership});
    add("social membership, enabled is null",
        with(enterprise(),
             [](Row &r) {
                 r.strategy = u"google-oauth2"_s;
                 r.isEnabled.reset();
                 r.json = RowText(R"({"is_enabled":null})"_ba);
             }),
        {});
    add("social without it",
        with(enterprise(),
             [](Row &r) {
                 r.strategy = u"google-oauth2"_s;
                 r.assignMembershipOnLogin = false;
             }),
        {});
    add("disabled keeps membership", enterprise(false), {Hint::DisabledKeepsFlags});
    add("level without a name",
        with(enterprise(), [](Row &r) { r.organizationAccessLevel = u"limited"_s; }),
        {Hint::AccessWithoutName});
    add("level with a name",
        with(enterprise(),
             [](Row &r) {
                 r.organizationAccessLevel = u"full"_s;
                 r.organizationConnectionName = u"acme"_s;
             }),
        {});
    add("unknown level", with(enterprise(), [](Row &r) { r.organizationAccessLevel = u"x"_s; }),
        {});
    add("sign-up of an enterprise connection",
        with(enterprise(), [](Row &r) { r.isSignupEnabled = true; }), {Hint::SignupWithoutMeaning});
    add("button of a database", with(database(), [](Row &r) { r.showAsButton = false; }),
        {Hint::ButtonWithoutMeaning});
    add("flags of an unknown strategy",
        with(enterprise(true, false),
             [](Row &r) {
                 r.strategy = u"brand-new"_s;
                 r.isSignupEnabled = true;
             }),
        {});
}

void TestConnectionHints::eachRuleHasItsHint()
{
    QFETCH(Row, row);
    QFETCH(QList<Hint>, hints);
    QCOMPARE(connectionHints(row), hints);
}

void TestConnectionHints::noneEnabledNeedsEveryRowDisabled()
{
    const QList<ListingHint> none{ListingHint::NoneEnabled};
    QCOMPARE(listingHints(wholeListing({enterprise(false), enterprise(false)})), none);
    QVERIFY(listingHints(wholeListing({enterprise(false), enterprise()})).isEmpty());
    const Row unsaid = with(enterprise(), [](Row &r) { r.isEnabled.reset(); });
    QVERIFY(listingHints(wholeListing({enterprise(false), unsaid})).isEmpty());
    QVERIFY(listingHints(wholeListing({})).isEmpty());
}

void TestConnectionHints::hiddenEnterpriseConnectionsAreNoticed_data()
{
    QTest::addColumn<QList<Row>>("rows");
    QTest::addColumn<bool>("isNoticed");
    const Row hidden = enterprise(true, false);
    const Row unsaid = with(hidden, [](Row &r) { r.showAsButton.reset(); });
    QTest::newRow("all hidden") << QList<Row>{hidden, hidden} << true;
    QTest::newRow("and a disabled one with a button")
        << QList<Row>{hidden, enterprise(false)} << true;
    QTest::newRow("one shown") << QList<Row>{hidden, enterprise()} << false;
    QTest::newRow("a database beside it") << QList<Row>{hidden, database()} << false;
    QTest::newRow("button not sent") << QList<Row>{hidden, unsaid} << false;
}

void TestConnectionHints::hiddenEnterpriseConnectionsAreNoticed()
{
    QFETCH(QList<Row>, rows);
    QFETCH(bool, isNoticed);
    QCOMPARE(listingHints(wholeListing(rows)).contains(ListingHint::AllEnabledHidden), isNoticed);
}

void TestConnectionHints::nineAndTenConnectionsAreNearTheLimit()
{
    for (const int count : {8, 9, 10, 11}) {
        const QList<Row> rows(count, enterprise());
        QCOMPARE(listingHints(wholeListing(rows)).contains(ListingHint::NearLimit),
                 count == 9 || count == 10);
    }
}

void TestConnectionHints::partsOfAListingHaveNoHints()
{
    const QList<Row> rows(9, enterprise(false, false));
    QVERIFY(!listingHints(wholeListing(rows)).isEmpty());
    QVERIFY(listingHints({.items = rows}).isEmpty());
    QVERIFY(listingHints({.items = rows, .total = 10}).isEmpty());
    ConnectionPage filtered = wholeListing(rows);
    filtered.request.isEnabled = false;
    QVERIFY(listingHints(filtered).isEmpty());
}

//! The older list has no is_enabled and leaves out disabled connections.
void TestConnectionHints::olderListHasNoHints()
{
    const Row unsaid = with(enterprise(), [](Row &r) { r.isEnabled.reset(); });
    QVERIFY(listingHints(wholeListing(QList<Row>(9, unsaid))).isEmpty());
}

QTEST_APPLESS_MAIN(TestConnectionHints)
#include "tst_connectionhints.moc"
