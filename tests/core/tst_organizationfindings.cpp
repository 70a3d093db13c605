// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/organizationfindings.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

Q_DECLARE_METATYPE(OrganizationConnection)
Q_DECLARE_METATYPE(PromptRows)

namespace {

const Organization Acme{u"org_1"_s, u"acme"_s, u"Acme"_s};

//! "rule connection" for each finding.
QStringList found(const PromptRows &rows)
{
    QStringList all;
    for (const Finding &finding : organizationFindings(Acme, rows).findings)
        all.append(
            QString(findingRule(finding.key.rule).id + u' ' + finding.key.connectionId).trimmed());
    return all;
}

QStringList unchecked(const PromptRows &rows)
{
    QStringList all;
    for (const FindingCount &count : organizationFindings(Acme, rows).rules) {
        if (!count.isChecked)
            all.append(findingRule(count.rule).id);
    }
    return all;
}

OrganizationConnection enterprise(const QString &id, std::optional<bool> isEnabled)
{
    return {.connectionId = id,
            .name = id,
            .strategy = u"okta"_s,
            .isEnabled = isEnabled,
            .showAsButton = false};
}

} // namespace

class TestOrganizationFindings final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rowsDecide_data();
    void rowsDecide();
    void theWholeListingDecides_data();
    void theWholeListingDecides();
    void otherOrganizationsAreNotKnown();
    void countsAndNames();
};

void TestOrganizationFindings::rowsDecide_data()
{
    QTest::addColumn<OrganizationConnection>("row");
    QTest::addColumn<QString>("expected");
    const OrganizationConnection social{.connectionId = u"c"_s,
                                        .strategy = u"github"_s,
                                        .isEnabled = true,
                                        .assignMembershipOnLogin = true};
    const OrganizationConnection database{.connectionId = u"c"_s,
                                          .strategy = u"auth0"_s,
                                          .isEnabled = true,
                                          .assignMembershipOnLogin = false,
                                          .isSignupEnabled = true};
    QTest::newRow("social") << social << u"social-membership c"_s;
    OrganizationConnection row = social;
    row.assignMembershipOnLogin.reset();
    QTest::newRow("membership not sent") << row << QString();
    row = social;
    row.isEnabled = false;
    QTest::newRow("dormant") << row << u"none-enabled, dormant-flags c"_s;
    QTest::newRow("sign-up") << database << u"signup-without-membership c"_s;
    row = social;
    row.assignMembershipOnLogin = false;
    row.organizationAccessLevel = u"full"_s;
    QTest::newRow("no name") << row << u"level-without-name c"_s;
    row.organizationConnectionName = u"GitHub"_s;
    QTest::newRow("a name") << row << QString();
    row.organizationAccessLevel = u"owner"_s;
    QTest::newRow("unknown level") << row << u"unknown-field c"_s;
    row.organizationAccessLevel = u"none"_s;
    row.organizationMemberAccessLevel = u"owner"_s;
    QTest::newRow("unknown member level") << row << u"unknown-field c"_s;
    row.organizationMemberAccessLevel.reset();
    row.json = QByteArray(R"({"connection_id":"c","priority":1})");
    QTest::newRow("unknown field") << row << u"unknown-field c"_s;
}

void TestOrganizationFindings::rowsDecide()
{
    QFETCH(OrganizationConnection, row);
    QFETCH(QString, expected);
    QCOMPARE(found({.connections = {row}, .isWhole = true}).join(", "_L1), expected);
}

void TestOrganizationFindings::theWholeListingDecides_data()
{
    QTest::addColumn<PromptRows>("rows");
    QTest::addColumn<QStringList>("expected");
    QTest::addColumn<QStringList>("undecided"); // of the rules about the listing as a whole
    const OrganizationConnection hidden = enterprise(u"a"_s, true);
    const OrganizationConnection off = enterprise(u"b"_s, false);
    QList<OrganizationConnection> nine;
    for (int i = 0; i < 9; ++i) {
        nine.append(enterprise(u"c%1"_s.arg(i), true));
        nine.last().showAsButton = true;
    }
    const auto older = ConnectionEndpoint::EnabledConnections;
    const QStringList all{u"none-enabled"_s, u"all-hidden"_s, u"nearly-full"_s,
                          u"no-connections"_s};
    QTest::newRow("empty") << PromptRows{.isWhole = true} << QStringList{u"no-connections"_s}
                           << QStringList();
    QTest::newRow("empty part") << PromptRows() << QStringList() << all;
    QTest::newRow("hidden") << PromptRows{.connections = {hidden, off}, .isWhole = true}
                            << QStringList{u"all-hidden"_s} << QStringList();
    QTest::newRow("hidden, a part")
        << PromptRows{.connections = {hidden, off}} << QStringList() << all;
    QTest::newRow("hidden, filtered")
        << PromptRows{.connections = {hidden}, .isWhole = true, .isEnabled = true}
        << QStringList{u"all-hidden"_s}
        << QStringList{u"none-enabled"_s, u"nearly-full"_s, u"no-connections"_s};
    QTest::newRow("disabled") << PromptRows{.connections = {off}, .isWhole = true}
                              << QStringList{u"none-enabled"_s} << QStringList();
    QTest::newRow("disabled, filtered")
        << PromptRows{.connections = {off}, .isWhole = true, .isEnabled = false} << QStringList()
        << all;
    QTest::newRow("nine") << PromptRows{.connections = nine, .isWhole = true}
                          << QStringList{u"nearly-full"_s} << QStringList();
    QTest::newRow("nine enabled") << PromptRows{.connections = nine,
                                                .isWhole = true,
                                                .isEnabled = true}
                                  << QStringList{u"nearly-full"_s}
                                  << QStringList{u"none-enabled"_s, u"no-connections"_s};
    QTest::newRow("older list, empty")
        << PromptRows{.isWhole = true, .endpoint = older} << QStringList()
        << QStringList{u"none-enabled"_s, u"nearly-full"_s, u"no-connections"_s};
    QTest::newRow("older list, hidden")
        << PromptRows{.connections = {enterprise(u"a"_s, {})}, .isWhole = true, .endpoint = older}
        << QStringList{u"all-hidden"_s}
        << QStringList{u"none-enabled"_s, u"nearly-full"_s, u"no-connections"_s};
    QTest::newRow("not sent whether enabled")
        << PromptRows{.connections = {enterprise(u"a"_s, {})}, .isWhole = true} << QStringList()
        << QStringList();
}

void TestOrganizationFindings::theWholeListingDecides()
{
    QFETCH(PromptRows, rows);
    QFETCH(QStringList, expected);
    QFETCH(QStringList, undecided);
    QCOMPARE(found(rows), expected);
    QStringList without = unchecked(rows);
    for (const char *rule :
         {"shared-membership", "shared-full-access", "shared-directory", "levels-differ"})
        QCOMPARE(without.removeAll(QString::fromLatin1(rule)), 1);
    QCOMPARE(without, undecided);
}

void TestOrganizationFindings::otherOrganizationsAreNotKnown()
{
    const OrganizationFindings findings =
        organizationFindings(Acme, {.connections = {enterprise(u"a"_s, true)}, .isWhole = true});
    QCOMPARE(findings.rules.size(), findingRules().size() - 1); // Unused is of no organization
    for (const FindingCount &count : findings.rules)
        QVERIFY(count.rule != FindingRule::Unused);
}

void TestOrganizationFindings::countsAndNames()
{
    OrganizationConnection row = enterprise(u"a"_s, true);
    row.organizationAccessLevel = u"full"_s;
    OrganizationConnection other = row;
    other.connectionId = u"b"_s;
    other.name.reset();
    const OrganizationFindings findings =
        organizationFindings(Acme, {.connections = {row, other}, .isWhole = true});
    const FindingCount count = findings.rules.at(qsizetype(FindingRule::LevelWithoutName));
    QCOMPARE(count, (FindingCount{.rule = FindingRule::LevelWithoutName, .count = 2}));
    QCOMPARE(findings.findings.size(), 3); // all are hidden as well
    QCOMPARE(findings.findings.at(1),
             (Finding{.key = {FindingRule::LevelWithoutName, u"org_1"_s, u"a"_s},
                      .organizationName = u"Acme"_s,
                      .connectionName = u"a"_s}));
    QCOMPARE(findings.findings.at(2).connectionName, std::nullopt);
}

QTEST_GUILESS_MAIN(TestOrganizationFindings)
#include "tst_organizationfindings.moc"
