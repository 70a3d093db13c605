// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/loginprompt.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using Row = OrganizationConnection;
using Field = ConnectionField;

class TestLoginPrompt final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void everyConnectionHasItsPlace_data();
    void everyConnectionHasItsPlace();
    void signupTakesBothFlags_data();
    void signupTakesBothFlags();
    void theOlderListHasEnabledConnectionsOnly();
    void partsAreOrderedByPlaceAndThenAsListed();
    void problemsNeedTheWholeListing_data();
    void problemsNeedTheWholeListing();
    void pagesKnowWhetherTheyAreWhole_data();
    void pagesKnowWhetherTheyAreWhole();
};

namespace {

Row connection(const QString &strategy, std::optional<bool> isEnabled = true,
               std::optional<bool> showAsButton = true)
{
    return {.connectionId = "con_"_L1 + strategy,
            .strategy = strategy,
            .isEnabled = isEnabled,
            .showAsButton = showAsButton};
}

PromptRows whole(const QList<Row> &rows)
{
    return {.connections = rows, .isWhole = true};
}

} // namespace

void TestLoginPrompt::everyConnectionHasItsPlace_data()
{
    QTest::addColumn<Row>("row");
    QTest::addColumn<PromptPlace>("place");
    QTest::addColumn<QList<Field>>("sources");
    QTest::addColumn<bool>("isByDefault");
    const QList<Field> strategy{Field::Strategy, Field::IsEnabled};
    const QList<Field> button{Field::Strategy, Field::IsEnabled, Field::ShowAsButton};
    const auto add = [](const char *name, const Row &row, PromptPlace place,
                        const QList<Field> &sources, bool isByDefault = false) {
        QTest::newRow(name) << row << place << sources << isByDefault;
    };
    add("database", connection(u"auth0"_s), PromptPlace::DatabaseForm,
        {Field::Strategy, Field::IsEnabled, Field::AssignMembershipOnLogin, Field::IsSignupEnabled},
        true); // its two flags were not sent
    add("social", connection(u"github"_s), PromptPlace::SocialButton, strategy);
    add("social, hidden without meaning", connection(u"github"_s, true, false),
        PromptPlace::SocialButton, strategy);
    add("enterprise", connection(u"okta"_s), PromptPlace::EnterpriseButton, button);
    add("enterprise, hidden", connection(u"okta"_s, true, false), PromptPlace::Hidden, button);
    add("enterprise, not sent", connection(u"okta"_s, true, {}), PromptPlace::EnterpriseButton,
        button, true);
    add("passwordless", connection(u"sms"_s), PromptPlace::Passwordless, strategy);
    add("custom", connection(u"custom"_s), PromptPlace::Unknown, strategy);
    add("of a known strategy without a category", connection(u"linear-mcp"_s), PromptPlace::Unknown,
        strategy);
    add("of an unknown strategy", connection(u"brand-new"_s), PromptPlace::Unknown, strategy);
    add("of no strategy", {.connectionId = u"con_1"_s, .isEnabled = true}, PromptPlace::Unknown,
        strategy);
    add("disabled", connection(u"auth0"_s, false), PromptPlace::Disabled, {Field::IsEnabled});
    add("disabled and hidden", connection(u"okta"_s, false, false), PromptPlace::Disabled,
        {Field::IsEnabled});
    add("not said", connection(u"okta"_s, {}), PromptPlace::NotSaid, {Field::IsEnabled});
    add("nothing sent", {.connectionId = u"con_1"_s}, PromptPlace::NotSaid, {Field::IsEnabled});
}

void TestLoginPrompt::everyConnectionHasItsPlace()
{
    QFETCH(const Row, row);
    const PromptPart part = loginPrompt(whole({row})).parts.constFirst();
    QCOMPARE(part.connection, row);
    QTEST(part.place, "place");
    QTEST(part.sources, "sources");
    QTEST(part.isByDefault, "isByDefault");
    QCOMPARE(part.signup.has_value(), part.place == PromptPlace::DatabaseForm);
    QVERIFY(!part.isEnabledByList);
}

void TestLoginPrompt::signupTakesBothFlags_data()
{
    QTest::addColumn<std::optional<bool>>("signup");
    QTest::addColumn<std::optional<bool>>("membership");
    QTest::addColumn<PromptSignup>("expected");
    const auto add = [](const char *name, std::optional<bool> signup,
                        std::optional<bool> membership, PromptSignup expected) {
        QTest::newRow(name) << signup << membership << expected;
    };
    add("both", true, true, PromptSignup::Offered);
    add("sign-up alone", true, false, PromptSignup::WithoutMembership);
    add("sign-up, membership not sent", true, {}, PromptSignup::NotSaid);
    add("membership alone", false, true, PromptSignup::Off);
    add("none", false, false, PromptSignup::Off);
    add("no sign-up, membership not sent", false, {}, PromptSignup::Off);
    add("sign-up not sent, membership", {}, true, PromptSignup::NotSaid);
    add("sign-up not sent, no membership", {}, false, PromptSignup::Off);
    add("neither sent", {}, {}, PromptSignup::NotSaid);
}

void TestLoginPrompt::signupTakesBothFlags()
{
    QFETCH(const std::optional<bool>, signup);
    QFETCH(const std::optional<bool>, membership);
    Row row = connection(u"auth0"_s);
    row.isSignupEnabled = signup;
    row.assignMembershipOnLogin = membership;
    const PromptPart part = loginPrompt(whole({row})).parts.constFirst();
    QFETCH(const PromptSignup, expected);
    QCOMPARE(part.signup, expected);
    QCOMPARE(part.isByDefault, expected == PromptSignup::NotSaid);
}

//! It has no is_enabled. A null is something else: the tenant has sent it.
void TestLoginPrompt::theOlderListHasEnabledConnectionsOnly()
{
    Row null = connection(u"okta"_s, {});
    null.json = R"({"connection_id":"con_okta","is_enabled":null})"_ba;
    PromptRows rows = whole({connection(u"github"_s, {}), null, connection(u"okta"_s, false)});
    rows.endpoint = ConnectionEndpoint::EnabledConnections;
    const LoginPrompt prompt = loginPrompt(rows);
    QCOMPARE(prompt.extent, PromptExtent::EnabledOnly);
    QCOMPARE(prompt.parts.size(), 3);
    QCOMPARE(prompt.parts.at(0).place, PromptPlace::SocialButton);
    QVERIFY(prompt.parts.at(0).isEnabledByList);
    QCOMPARE(prompt.parts.at(0).sources, QList<Field>{Field::Strategy});
    QCOMPARE(prompt.parts.at(1).place, PromptPlace::NotSaid);
    QCOMPARE(prompt.parts.at(2).place, PromptPlace::Disabled);
    rows.endpoint = ConnectionEndpoint::Connections;
    QCOMPARE(loginPrompt(rows).at(PromptPlace::NotSaid).size(), 2);
}

void TestLoginPrompt::partsAreOrderedByPlaceAndThenAsListed()
{
    const LoginPrompt prompt = loginPrompt(whole(
        {connection(u"okta"_s, false), connection(u"okta"_s, true, false), connection(u"samlp"_s),
         connection(u"github"_s), connection(u"new"_s), connection(u"email"_s),
         connection(u"auth0"_s), connection(u"waad"_s), connection(u"amazon"_s)}));
    QStringList strategies;
    for (const PromptPart &part : prompt.parts)
        strategies.append(*part.connection.strategy);
    QCOMPARE(strategies, u"auth0 github amazon samlp waad email okta new okta"_s.split(u' '));
    QCOMPARE(prompt.extent, PromptExtent::Whole);
    QCOMPARE(prompt.problem, std::nullopt);
    QCOMPARE(prompt.at(PromptPlace::Hidden).size(), 1);
}

void TestLoginPrompt::problemsNeedTheWholeListing_data()
{
    QTest::addColumn<PromptRows>("rows");
    QTest::addColumn<PromptExtent>("extent");
    QTest::addColumn<std::optional<PromptProblem>>("problem");
    const auto add = [](const char *name, const PromptRows &rows, PromptExtent extent,
                        std::optional<PromptProblem> problem) {
        QTest::newRow(name) << rows << extent << problem;
    };
    using Problem = PromptProblem;
    const Row disabled = connection(u"github"_s, false);
    const Row hidden = connection(u"okta"_s, true, false);
    const auto filtered = [](std::optional<bool> isEnabled, const QList<Row> &rows) {
        return PromptRows{.connections = rows, .isWhole = true, .isEnabled = isEnabled};
    };
    add("none", whole({}), PromptExtent::Whole, Problem::NoConnections);
    add("all disabled", whole({disabled, disabled}), PromptExtent::Whole, Problem::NoneEnabled);
    add("all hidden", whole({hidden, hidden}), PromptExtent::Whole, Problem::NoneVisible);
    add("hidden and disabled", whole({hidden, disabled}), PromptExtent::Whole,
        Problem::NoneVisible);
    add("one shown", whole({hidden, connection(u"samlp"_s)}), PromptExtent::Whole, {});
    add("a button that was not sent", whole({hidden, connection(u"samlp"_s, true, {})}),
        PromptExtent::Whole, {});
    add("a database", whole({hidden, connection(u"auth0"_s)}), PromptExtent::Whole, {});
    add("not said whether enabled", whole({hidden, connection(u"okta"_s, {}, false)}),
        PromptExtent::Whole, {});
    add("disabled, and one not said", whole({disabled, connection(u"okta"_s, {})}),
        PromptExtent::Whole, {});
    add("of an unknown strategy", whole({connection(u"new"_s, true, false)}), PromptExtent::Whole,
        {});
    add("part", {.connections = {hidden}}, PromptExtent::Part, {});
    add("part without rows", {}, PromptExtent::Part, {});
    add("enabled ones", filtered(true, {hidden}), PromptExtent::EnabledOnly, Problem::NoneVisible);
    add("no enabled ones", filtered(true, {}), PromptExtent::EnabledOnly, Problem::NoneEnabled);
    add("disabled ones", filtered(false, {disabled}), PromptExtent::DisabledOnly, {});
    add("no disabled ones", filtered(false, {}), PromptExtent::DisabledOnly, {});
    add("older list",
        {.connections = {connection(u"okta"_s, {}, false)},
         .isWhole = true,
         .endpoint = ConnectionEndpoint::EnabledConnections},
        PromptExtent::EnabledOnly, Problem::NoneVisible);
}

void TestLoginPrompt::problemsNeedTheWholeListing()
{
    QFETCH(const PromptRows, rows);
    QFETCH(const std::optional<PromptProblem>, problem);
    const LoginPrompt prompt = loginPrompt(rows);
    QTEST(prompt.extent, "extent");
    QCOMPARE(prompt.problem, problem);
}

void TestLoginPrompt::pagesKnowWhetherTheyAreWhole_data()
{
    QTest::addColumn<ConnectionPage>("page");
    QTest::addColumn<PromptExtent>("extent");
    const QList<Row> two{connection(u"okta"_s), connection(u"github"_s)};
    const auto add = [](const char *name, const ConnectionPage &page, PromptExtent extent) {
        QTest::newRow(name) << page << extent;
    };
    add("one page", {.items = two, .total = 2}, PromptExtent::Whole);
    add("first of two", {.items = two, .request = {.size = 2}, .total = 3}, PromptExtent::Part);
    add("last of two", {.items = two, .request = {.index = 1, .size = 2}, .total = 4},
        PromptExtent::Part);
    add("rows are missing", {.items = two, .total = 3}, PromptExtent::Part);
    add("more rows than promised", {.items = two, .total = 1}, PromptExtent::Part);
    add("without a total", {.items = two}, PromptExtent::Part);
    add("without a total, but a confirmed size", {.items = two, .isSizeConfirmed = true},
        PromptExtent::Whole);
    add("last one without a total",
        {.items = two, .request = {.index = 1, .size = 5}, .isSizeConfirmed = true},
        PromptExtent::Part);
    add("filtered", {.items = two, .request = {.isEnabled = true}, .total = 2},
        PromptExtent::EnabledOnly);
    add("empty", {.total = 0}, PromptExtent::Whole);
}

void TestLoginPrompt::pagesKnowWhetherTheyAreWhole()
{
    QFETCH(const ConnectionPage, page);
    QTEST(loginPrompt(page, ConnectionEndpoint::Connections).extent, "extent");
}

QTEST_APPLESS_MAIN(TestLoginPrompt)
#include "tst_loginprompt.moc"
