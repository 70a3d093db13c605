// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/listingoverview.h"

#include "support/connectionsamples.h"

#include <QRegularExpression>
#include <QTest>

#include <utility>

class TestListingOverview final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void nothingIsZero();
    void countsEveryRowOnceOfEachKind();
    void nullAndAbsentAreNotNo();
    void levelsHaveTheOrderOfTheApi();
    void highHintsComeFirst();
    void olderListHasEnabledConnectionsAlone();
    void hintsHaveTheRulesOfFindings();

private:
    template <typename Change>
    static OrganizationConnection row(const QString &id, const OrganizationConnection &other,
                                      Change change)
    {
        OrganizationConnection connection = changed(other, change);
        connection.connectionId = id;
        return connection;
    }
    static OrganizationConnection row(const QString &id, const OrganizationConnection &other)
    {
        return row(id, other, [](auto &) {});
    }
};

void TestListingOverview::nothingIsZero()
{
    const ListingOverview expected{
        .enabled = {{.value = FlagChoice::Yes}, {.value = FlagChoice::No}}};
    QCOMPARE(listingOverview({}, ConnectionEndpoint::Connections), expected);
}

void TestListingOverview::countsEveryRowOnceOfEachKind()
{
    const auto overview =
        listingOverview({row(u"con_1"_s, okta()), row(u"con_2"_s, database()),
                         row(u"con_3"_s, okta(), [](auto &c) { c.isEnabled = false; }),
                         row(u"con_4"_s, okta(), [](auto &c) { c.strategy.reset(); })},
                        ConnectionEndpoint::Connections);
    QCOMPARE(overview.rows, 4);
    QCOMPARE(overview.enabled,
             (QList<RowsOfValue<FlagChoice>>{
                 {.value = FlagChoice::Yes, .ids = {u"con_1"_s, u"con_2"_s, u"con_4"_s}},
                 {.value = FlagChoice::No, .ids = {u"con_3"_s}}}));
    QCOMPARE(overview.categories,
             (QList<RowsOfValue<StrategyCategory>>{
                 {.value = StrategyCategory::Database, .ids = {u"con_2"_s}},
                 {.value = StrategyCategory::Enterprise, .ids = {u"con_1"_s, u"con_3"_s}},
                 {.value = StrategyCategory::Unknown, .ids = {u"con_4"_s}}}));
    QCOMPARE(overview.accessLevels,
             (QList<RowsOfValue<ListedLevel>>{
                 {.value = {.word = u"limited"_s},
                  .ids = {u"con_1"_s, u"con_2"_s, u"con_3"_s, u"con_4"_s}}}));
}

void TestListingOverview::nullAndAbsentAreNotNo()
{
    const auto overview =
        listingOverview({row(u"con_1"_s, okta(), [](auto &c) { c.isEnabled.reset(); }),
                         row(u"con_2"_s, okta(),
                             [](auto &c) {
                                 c.isEnabled.reset();
                                 c.json = R"({"connection_id":"con_2","is_enabled":null})"_ba;
                             })},
                        ConnectionEndpoint::Connections);
    QCOMPARE(overview.enabled.size(), 3);
    QCOMPARE(overview.enabled.at(1).ids, QStringList());
    QCOMPARE(
        overview.enabled.at(2),
        (RowsOfValue<FlagChoice>{.value = FlagChoice::NotSent, .ids = {u"con_1"_s, u"con_2"_s}}));
}

void TestListingOverview::levelsHaveTheOrderOfTheApi()
{
    QList<OrganizationConnection> rows{
        row(u"con_0"_s, okta(), [](auto &c) { c.organizationAccessLevel.reset(); }),
        row(u"con_0"_s, okta(), [](auto &c) {
            c.organizationAccessLevel.reset();
            c.json = R"({"connection_id":"con_0","organization_access_level":null})"_ba;
        })};
    for (const char *level : {"zebra", "full", "alpha", "none", "limited", "readonly"})
        rows.append(row(u"con_1"_s, okta(), [level](auto &c) {
            c.organizationAccessLevel = QString::fromLatin1(level);
        }));
    QStringList levels;
    for (const auto &level : listingOverview(rows, ConnectionEndpoint::Connections).accessLevels)
        levels.append(level.value.presence == FieldPresence::Null ? u"(null)"_s : level.value.word);
    QCOMPARE(levels,
             (QStringList{u"none"_s, u"readonly"_s, u"limited"_s, u"full"_s, u"alpha"_s, u"zebra"_s,
                          u"(null)"_s, QString()}));
}

void TestListingOverview::highHintsComeFirst()
{
    const auto overview = listingOverview(
        {row(u"con_1"_s, database(), [](auto &c) { c.assignMembershipOnLogin = false; }),
         row(u"con_2"_s, okta(),
             [](auto &c) {
                 c.strategy = u"github"_s;
                 c.organizationConnectionName.reset();
             }),
         row(u"con_3"_s, okta(), [](auto &c) { c.strategy = u"github"_s; })},
        ConnectionEndpoint::Connections);
    QCOMPARE(overview.hints,
             (QList<RowsOfValue<ConnectionHint>>{
                 {.value = ConnectionHint::SocialMembership, .ids = {u"con_2"_s, u"con_3"_s}},
                 {.value = ConnectionHint::SignupWithoutMembership, .ids = {u"con_1"_s}},
                 {.value = ConnectionHint::AccessWithoutName, .ids = {u"con_2"_s}}}));
}

void TestListingOverview::olderListHasEnabledConnectionsAlone()
{
    const auto overview = listingOverview({row(u"con_1"_s, okta(),
                                               [](auto &c) {
                                                   c.isEnabled.reset();
                                                   c.organizationAccessLevel.reset();
                                               })},
                                          ConnectionEndpoint::EnabledConnections);
    QCOMPARE(overview.rows, 1);
    QVERIFY(overview.enabled.isEmpty()); // it would only repeat the number of rows
    QVERIFY(overview.accessLevels.isEmpty());
    QCOMPARE(overview.categories.size(), 1);
}

//! The same hint has the same words and the same severity as its finding.
void TestListingOverview::hintsHaveTheRulesOfFindings()
{
    QCOMPARE(ruleOf(ConnectionHint::SocialMembership), FindingRule::SocialMembership);
    QCOMPARE(severityOf(ConnectionHint::SocialMembership), FindingSeverity::High);
    QCOMPARE(ruleOf(ConnectionHint::SignupWithoutMembership), FindingRule::SignupWithoutMembership);
    QCOMPARE(ruleOf(ConnectionHint::AccessWithoutName), FindingRule::LevelWithoutName);
    QCOMPARE(ruleOf(ConnectionHint::DisabledKeepsFlags), FindingRule::DormantFlags);
    QCOMPARE(severityOf(ConnectionHint::DisabledKeepsFlags), FindingSeverity::Inform);
    for (const auto hint :
         {ConnectionHint::SignupWithMembership, ConnectionHint::SignupWithoutMeaning,
          ConnectionHint::ButtonWithoutMeaning}) {
        QVERIFY(!ruleOf(hint));
        QCOMPARE(severityOf(hint), FindingSeverity::Inform);
    }
}

QTEST_APPLESS_MAIN(TestListingOverview)
#include "tst_listingoverview.moc"
