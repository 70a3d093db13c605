// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "inventory/inventoryfile.h"
#include "inventory/sweep.h"
#include "support/folderfixture.h"
#include "support/inventoryfolder.h"
#include "support/inventorysamples.h"
#include "support/replywait.h"

#include <QFile>
#include <QFileInfo>
#include <QMap>
#include <QTest>

#include <algorithm>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using Rule = FindingRule;

//! Which findings there are is in tests/program/findings.py: here is how they are shown and muted.
class TestFindings final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void rulesAreCounted();
    void rulesAreSorted();
    void filterFindsWhatARuleNames();
    void facetsCountFindings();
    void rowsNameTheirFindings();
    void findingsAreInTheOrderOfRules();
    void unusedConnectionsNeedACatalogueAndACompleteInventory();
    void olderListIsNotCheckedForDisabledConnections();
    void muteInAFileWritesItAnew();
    void mutesAtTheSameTimeAreBothThere();
    void muteInTheWorkingInventoryIsInPlace();
    void muteThatCannotBeWrittenLeavesTheFile();
    void muteOfAStrangeFileIsRefused();

private:
    //! Two organizations share an Okta connection with membership, the third has none.
    void build(const QString &path, OrganizationState third = OrganizationState::Read,
               bool isOlder = false);
    [[nodiscard]] InventorySourcePtr open(const QString &path) const
    {
        const auto result = resultOf(openInventory(path));
        return result ? *result : nullptr;
    }
    [[nodiscard]] static QList<InventoryRow> rows(InventorySource &source,
                                                  const InventoryQuery &query)
    {
        const InventoryView view = *resultOf(source.open(query));
        const auto rows = *resultOf(source.fetch(view, 0, view.rows));
        source.close(view);
        return rows;
    }
    [[nodiscard]] static FindingCount count(InventorySource &source, Rule rule)
    {
        const auto all =
            rows(source, {.list = InventoryList::Rules, .sortedBy = InventoryColumn::Rule});
        return std::get<FindingCount>(all.at(qsizetype(rule)));
    }
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<InventoryFolder> m_folder;
};

namespace {

const FindingMute Mute{.key = {.rule = Rule::SharedMembership,
                               .organizationId = u"org_1"_s,
                               .connectionId = u"con_1"_s},
                       .reason = u"Both are of one company"_s,
                       .by = u"me"_s,
                       .at = u"2026-11-30T10:00:00Z"_s};

} // namespace

void TestFindings::init()
{
    m_folder = std::make_unique<InventoryFolder>();
    qputenv("XDG_DATA_HOME", QFile::encodeName(path(u"data"_s)));
}

void TestFindings::build(const QString &path, OrganizationState third, bool isOlder)
{
    Samples::InventoryBuilder builder(path);
    if (isOlder)
        builder.set(InventoryKeys::Endpoint, InventoryKeys::EnabledConnections);
    const OrganizationConnection shared{.connectionId = u"con_1"_s,
                                        .name = u"okta"_s,
                                        .strategy = u"okta"_s,
                                        .isEnabled = isOlder ? std::nullopt : std::optional(true),
                                        .assignMembershipOnLogin = true};
    for (const QString &name : {u"alpha"_s, u"beta"_s}) {
        const qint64 number = builder.addOrganization(
            {.id = name == "alpha"_L1 ? u"org_1"_s : u"org_2"_s, .name = name});
        builder.addLink(number, shared);
    }
    builder.addOrganization({.id = u"org_3"_s, .name = u"gamma"_s}, third);
    QVERIFY(!builder.finish());
}

void TestFindings::rulesAreCounted()
{
    build(path(u"a.vestibule"_s));
    const InventorySourcePtr source = open(path(u"a.vestibule"_s));
    QVERIFY(source);
    const auto all =
        rows(*source, {.list = InventoryList::Rules, .sortedBy = InventoryColumn::Rule});
    QCOMPARE(all.size(), findingRules().size());
    for (qsizetype i = 0; i < all.size(); ++i) {
        const auto &found = std::get<FindingCount>(all.at(i));
        QCOMPARE(found.rule, Rule(i));
        const qsizetype expected = found.rule == Rule::SharedMembership ? 2
            : found.rule == Rule::SharedDirectory                       ? 2
            : found.rule == Rule::NoConnections                         ? 1
                                                                        : 0;
        QCOMPARE(found.count, expected);
        QCOMPARE(found.muted, 0);
        QCOMPARE(found.isChecked, found.rule != Rule::Unused); // no catalogue was read
    }
}

void TestFindings::rulesAreSorted()
{
    build(path(u"a.vestibule"_s));
    const InventorySourcePtr source = open(path(u"a.vestibule"_s));
    const auto firstRule = [&](InventoryColumn column, bool isDescending) {
        const auto all =
            rows(*source,
                 {.list = InventoryList::Rules, .sortedBy = column, .isDescending = isDescending});
        return std::get<FindingCount>(all.constFirst()).rule;
    };
    QCOMPARE(firstRule(InventoryColumn::Rule, true), Rule::UnknownField);
    QCOMPARE(firstRule(InventoryColumn::FindingCount, true), Rule::SharedMembership);
    QCOMPARE(firstRule(InventoryColumn::FindingCount, false), Rule::SharedFullAccess);
    QCOMPARE(firstRule(InventoryColumn::Severity, true), Rule::SignupWithoutMembership);
    // By the titles that only the caller knows.
    QList<Rule> byTitle{Rule::NoConnections};
    for (const FindingRuleInfo &info : findingRules()) {
        if (info.rule != Rule::NoConnections)
            byTitle.append(info.rule);
    }
    for (const bool isDescending : {false, true}) {
        const auto all = rows(*source,
                              {.list = InventoryList::Rules,
                               .sortedBy = InventoryColumn::Rule,
                               .isDescending = isDescending,
                               .rulesByTitle = byTitle});
        QList<Rule> shown;
        for (const InventoryRow &row : all)
            shown.append(std::get<FindingCount>(row).rule);
        if (isDescending)
            std::ranges::reverse(shown);
        QCOMPARE(shown, byTitle);
    }
}

void TestFindings::filterFindsWhatARuleNames()
{
    build(path(u"a.vestibule"_s));
    const InventorySourcePtr source = open(path(u"a.vestibule"_s));
    const auto number = [&](InventoryList list, Rule rule) {
        return rows(*source, {.list = list, .filter = {.finding = rule}}).size();
    };
    QCOMPARE(number(InventoryList::Links, Rule::SharedMembership), 2);
    QCOMPARE(number(InventoryList::Organizations, Rule::SharedMembership), 2);
    QCOMPARE(number(InventoryList::Connections, Rule::SharedMembership), 1);
    QCOMPARE(number(InventoryList::Links, Rule::NoConnections), 0);
    QCOMPARE(number(InventoryList::Organizations, Rule::NoConnections), 1);
    QCOMPARE(number(InventoryList::Links, Rule::Unused), 0);
    QCOMPARE(number(InventoryList::Links, Rule::AllHidden), 0);
}

void TestFindings::facetsCountFindings()
{
    build(path(u"a.vestibule"_s));
    const InventorySourcePtr source = open(path(u"a.vestibule"_s));
    const auto facet = [&](const InventoryQuery &query,
                           Rule rule) -> std::optional<InventoryFacet> {
        const auto facets = *resultOf(source->facets(query));
        const auto found = std::ranges::find(facets, std::optional(rule), &InventoryFacet::finding);
        return found == facets.end() ? std::nullopt : std::optional(*found);
    };
    const auto shared = facet({}, Rule::SharedMembership);
    QVERIFY(shared);
    QCOMPARE(shared->rows, 2);
    QCOMPARE(shared->chosen.finding, Rule::SharedMembership);
    QVERIFY(!facet({}, Rule::NoConnections));
    QCOMPARE(facet({.list = InventoryList::Organizations}, Rule::NoConnections)->rows, 1);
    const auto chosen = facet({.filter = shared->chosen}, Rule::SharedMembership);
    QVERIFY(chosen && chosen->isChosen);
    QVERIFY(!chosen->chosen.finding);
    QCOMPARE(facet({.filter = shared->chosen}, Rule::SharedDirectory)->rows, 2);
}

//! What the sign "to check" stands for, and the facet that finds it. Muted findings do not count.
void TestFindings::rowsNameTheirFindings()
{
    const QString file = path(u"a.vestibule"_s);
    {
        Samples::InventoryBuilder builder(file);
        const OrganizationConnection shared{.connectionId = u"con_1"_s,
                                            .name = u"okta"_s,
                                            .strategy = u"okta"_s,
                                            .isEnabled = true,
                                            .assignMembershipOnLogin = true};
        for (const QString &name : {u"alpha"_s, u"beta"_s})
            builder.addLink(builder.addOrganization({.id = u"org_"_s + name, .name = name}),
                            shared);
        builder.addOrganization({.id = u"org_gamma"_s, .name = u"gamma"_s});
        const auto delta = builder.addOrganization({.id = u"org_delta"_s, .name = u"delta"_s});
        builder.addLink(delta,
                        {.connectionId = u"con_2"_s,
                         .name = u"quiet"_s,
                         .strategy = u"okta"_s,
                         .isEnabled = true});
        QVERIFY(!builder.finish());
    }
    const auto findings = [&](InventorySource &source, InventoryList list) {
        QMap<QString, QList<Rule>> found;
        for (const InventoryRow &row : rows(source, {.list = list})) {
            const auto *link = std::get_if<InventoryLink>(&row);
            const auto *use = std::get_if<ConnectionUse>(&row);
            found.insert(keyOf(row).organizationId + keyOf(row).connectionId,
                         link      ? link->findings
                             : use ? use->findings
                                   : std::get<InventoryOrganization>(row).findings);
        }
        return found;
    };
    using Found = QMap<QString, QList<Rule>>;
    // As many rows as the facet says have the sign.
    const auto toCheck = [&](InventorySource &source, InventoryList list) {
        const auto facets = *resultOf(source.facets({.list = list}));
        const auto facet =
            std::ranges::find(facets, InventoryFacet::Kind::ToCheck, &InventoryFacet::kind);
        if (facet == facets.end())
            return qsizetype(0);
        const auto chosen = rows(source, {.list = list, .filter = facet->chosen}).size();
        const auto withMuted =
            rows(source, {.list = list, .filter = {.isToCheck = true, .withMuted = true}}).size();
        return chosen == facet->rows && withMuted == chosen ? chosen : -1;
    };
    const QList<Rule> both{Rule::SharedMembership, Rule::SharedDirectory};
    {
        const InventorySourcePtr source = open(file);
        QVERIFY(source);
        QCOMPARE(findings(*source, InventoryList::Connections),
                 (Found{{u"con_1"_s, both}, {u"con_2"_s, {}}}));
        QCOMPARE(findings(*source, InventoryList::Organizations),
                 (Found{{u"org_alpha"_s, {Rule::SharedMembership}}, // the other one informs
                        {u"org_beta"_s, {Rule::SharedMembership}},
                        {u"org_gamma"_s, {Rule::NoConnections}},
                        {u"org_delta"_s, {}}}));
        QCOMPARE(findings(*source, InventoryList::Links),
                 (Found{{u"org_alphacon_1"_s, both},
                        {u"org_betacon_1"_s, both},
                        {u"org_deltacon_2"_s, {}}}));
        QCOMPARE(toCheck(*source, InventoryList::Connections), 1);
        QCOMPARE(toCheck(*source, InventoryList::Organizations), 3);
        QCOMPARE(toCheck(*source, InventoryList::Links), 2);
    }
    // One organization's link is muted: the connection still has the other one.
    QVERIFY(resultOf(muteFinding(file,
                                 {.key = {.rule = Rule::SharedMembership,
                                          .organizationId = u"org_alpha"_s,
                                          .connectionId = u"con_1"_s}})));
    QVERIFY(resultOf(muteFinding(file, {.key = {.rule = Rule::SharedDirectory}})));
    {
        const InventorySourcePtr source = open(file);
        const QList<Rule> left{Rule::SharedMembership};
        QCOMPARE(findings(*source, InventoryList::Connections),
                 (Found{{u"con_1"_s, left}, {u"con_2"_s, {}}}));
        QCOMPARE(findings(*source, InventoryList::Organizations),
                 (Found{{u"org_alpha"_s, {}},
                        {u"org_beta"_s, left},
                        {u"org_gamma"_s, {Rule::NoConnections}},
                        {u"org_delta"_s, {}}}));
        QCOMPARE(findings(*source, InventoryList::Links),
                 (Found{{u"org_alphacon_1"_s, {}},
                        {u"org_betacon_1"_s, left},
                        {u"org_deltacon_2"_s, {}}}));
        QCOMPARE(toCheck(*source, InventoryList::Organizations), 2);
        QCOMPARE(toCheck(*source, InventoryList::Links), 1);
    }
    QVERIFY(resultOf(muteFinding(file, {.key = {.rule = Rule::SharedMembership}})));
    {
        const InventorySourcePtr source = open(file);
        QCOMPARE(findings(*source, InventoryList::Connections),
                 (Found{{u"con_1"_s, {}}, {u"con_2"_s, {}}}));
        QCOMPARE(toCheck(*source, InventoryList::Connections), 0);
    }
    QVERIFY(resultOf(unmuteFinding(file, {.rule = Rule::SharedMembership})));
    const InventorySourcePtr source = open(file);
    QCOMPARE(findings(*source, InventoryList::Connections).value(u"con_1"_s),
             QList<Rule>{Rule::SharedMembership}); // of beta: what was muted for alpha stays so
}

void TestFindings::findingsAreInTheOrderOfRules()
{
    build(path(u"a.vestibule"_s));
    QVERIFY(resultOf(muteFinding(path(u"a.vestibule"_s), Mute)));
    const InventorySourcePtr source = open(path(u"a.vestibule"_s));
    InventoryQuery query{.list = InventoryList::Findings, .filter = {.withMuted = true}};
    const auto all = rows(*source, query);
    QCOMPARE(all.size(), 5);
    const auto first = std::get<Finding>(all.at(0));
    QCOMPARE(first.key, Mute.key);
    QCOMPARE(first.organizationName, u"alpha"_s);
    QCOMPARE(first.connectionName, u"okta"_s);
    QCOMPARE(first.muteReason, Mute.reason);
    QCOMPARE(std::get<Finding>(all.at(1)).key.organizationId, u"org_2"_s);
    QVERIFY(!std::get<Finding>(all.at(1)).muteReason);
    QCOMPARE(std::get<Finding>(all.at(2)).key,
             (FindingKey{.rule = Rule::NoConnections, .organizationId = u"org_3"_s}));
    QCOMPARE(std::get<Finding>(all.at(4)).key.rule, Rule::SharedDirectory);
    query.filter.withMuted = false;
    QCOMPARE(rows(*source, query).size(), 4);
    query.filter.rules = {Rule::SharedMembership, Rule::AllHidden};
    QCOMPARE(rows(*source, query).size(), 1);
    // Pages that begin and end within rules.
    const InventoryView view =
        *resultOf(source->open({.list = InventoryList::Findings, .filter = {.withMuted = true}}));
    QCOMPARE(*resultOf(source->fetch(view, 1, 3)), all.mid(1, 3));
    QCOMPARE(*resultOf(source->fetch(view, 4, 9)), all.mid(4));
}

void TestFindings::unusedConnectionsNeedACatalogueAndACompleteInventory()
{
    for (const OrganizationState third : {OrganizationState::Read, OrganizationState::Failed}) {
        QFile::remove(path(u"a.vestibule"_s));
        build(path(u"a.vestibule"_s), third);
        {
            Database database(path(u"a.vestibule"_s), Database::Mode::Write);
            database.exec(u"INSERT INTO inventory VALUES('catalogue', "
                          "'2026-11-29T14:03:20.000Z')"_s);
            database.exec(u"INSERT INTO catalogue VALUES('con_1', 'okta', 'okta'), ('con_9', NULL, "
                          "'samlp'), ('con_8', 'old', NULL)"_s);
            QVERIFY(!database.problem());
        }
        const InventorySourcePtr source = open(path(u"a.vestibule"_s));
        const auto unused = *resultOf(source->unusedConnections());
        const FindingCount counted = count(*source, Rule::Unused);
        const bool isComplete = third == OrganizationState::Read;
        QCOMPARE(counted.isChecked, isComplete);
        QCOMPARE(counted.count, isComplete ? 2 : 0);
        QCOMPARE(unused.size(), isComplete ? 2 : 0);
        if (!isComplete)
            continue;
        QCOMPARE(unused.at(0).name, u"old"_s);
        QCOMPARE(unused.at(1).id, u"con_9"_s);
    }
}

void TestFindings::olderListIsNotCheckedForDisabledConnections()
{
    build(path(u"a.vestibule"_s), OrganizationState::Read, true);
    const InventorySourcePtr source = open(path(u"a.vestibule"_s));
    QCOMPARE(count(*source, Rule::SharedMembership).count, 2); // its connections are enabled
    for (const Rule rule : {Rule::NoneEnabled, Rule::NoConnections, Rule::DormantFlags}) {
        QCOMPARE(count(*source, rule).count, 0);
        QVERIFY(!count(*source, rule).isChecked);
    }
}

void TestFindings::muteInAFileWritesItAnew()
{
    const QString file = path(u"a.vestibule"_s);
    build(file);
    const InventorySourcePtr before = open(file);
    QVERIFY(resultOf(muteFinding(file, Mute)));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    QCOMPARE(count(*before, Rule::SharedMembership).count, 2); // the file that it has open
    {
        const InventorySourcePtr source = open(file);
        QVERIFY(source);
        QCOMPARE(*resultOf(source->mutes()), QList{Mute});
        QCOMPARE(count(*source, Rule::SharedMembership).count, 1);
        QCOMPARE(count(*source, Rule::SharedMembership).muted, 1);
        QCOMPARE(count(*source, Rule::SharedDirectory).count, 2);
        const InventoryFilter all{.finding = Rule::SharedMembership, .withMuted = true};
        QCOMPARE(rows(*source, {.filter = {.finding = Rule::SharedMembership}}).size(), 1);
        QCOMPARE(rows(*source, {.filter = all}).size(), 2);
    }
    FindingMute again = Mute;
    again.reason = u"Another reason"_s;
    QVERIFY(resultOf(muteFinding(file, again)));
    QCOMPARE(*resultOf(open(file)->mutes()), QList{again});
    QVERIFY(resultOf(unmuteFinding(file, Mute.key)));
    QVERIFY(resultOf(unmuteFinding(file, Mute.key)));
    QCOMPARE(count(*open(file), Rule::SharedMembership).count, 2);
}

//! Each is a copy of the file: the second one must be of what the first one wrote.
void TestFindings::mutesAtTheSameTimeAreBothThere()
{
    const QString file = path(u"a.vestibule"_s);
    build(file);
    std::vector<ReplyPtr<std::monostate, InventoryProblem>> muting;
    for (const FindingRuleInfo &info : findingRules())
        muting.push_back(muteFinding(file, {.key = {.rule = info.rule}, .reason = u"r"_s}));
    int finished = 0;
    for (const auto &each : muting)
        connect(each.get(), &ReplyBase::finished, this, [&finished] { ++finished; });
    QTRY_COMPARE(finished, int(muting.size()));
    for (const auto &each : muting)
        QVERIFY(each->result());
    QCOMPARE(resultOf(open(file)->mutes())->size(), findingRules().size());
}

void TestFindings::muteInTheWorkingInventoryIsInPlace()
{
    const QString file = workingInventory(u"acme.eu.auth0.com"_s);
    QVERIFY(!file.isEmpty());
    build(file);
    const InventorySourcePtr source = open(file);
    QVERIFY(source);
    QVERIFY(resultOf(muteFinding(file, {.key = {.rule = Rule::SharedMembership}})));
    QCOMPARE(count(*source, Rule::SharedMembership).count, 0);
    QCOMPARE(count(*source, Rule::SharedMembership).muted, 2);
    QVERIFY(resultOf(unmuteFinding(file, {.rule = Rule::SharedMembership})));
    QCOMPARE(count(*source, Rule::SharedMembership).count, 2);
}

void TestFindings::muteThatCannotBeWrittenLeavesTheFile()
{
    const QString file = path(u"a.vestibule"_s);
    build(file);
    QFile bytes(file);
    QVERIFY(bytes.open(QIODevice::ReadOnly));
    const QByteArray before = bytes.readAll();
    // Another program has left a journal: what is in it counts as well.
    QFile journal(file + "-journal"_L1);
    QVERIFY(journal.open(QIODevice::WriteOnly) && journal.write("x") == 1);
    journal.close();
    const auto result = resultOf(muteFinding(file, Mute));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, InventoryProblem::Kind::Foreign);
    bytes.seek(0);
    QCOMPARE(bytes.readAll(), before);
    const auto missing = resultOf(muteFinding(path(u"none.vestibule"_s), Mute));
    QVERIFY(!missing && missing.error().kind == InventoryProblem::Kind::NotReadable);
    QVERIFY(!QFileInfo::exists(path(u"none.vestibule"_s)));
}

void TestFindings::muteOfAStrangeFileIsRefused()
{
    const QString file = path(u"a.vestibule"_s);
    build(file);
    {
        Database database(file, Database::Mode::Write);
        database.exec(u"CREATE TRIGGER t AFTER INSERT ON mute BEGIN DELETE FROM link; END"_s);
        QVERIFY(!database.problem());
    }
    const auto result = resultOf(muteFinding(file, Mute));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, InventoryProblem::Kind::Foreign);
}

QTEST_GUILESS_MAIN(TestFindings)
#include "tst_findings.moc"
