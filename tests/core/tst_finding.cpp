// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/finding.h"

#include <QSet>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestFinding final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rulesAreInTheirOrder();
    void idsAreUniqueAndFound();
    void sourcesAreDocuments();
    void organizationsAreCounted();
    void muteHoldsForWhatItNames_data();
    void muteHoldsForWhatItNames();
};

void TestFinding::rulesAreInTheirOrder()
{
    QCOMPARE(findingRules().size(), 14);
    for (qsizetype i = 0; i < findingRules().size(); ++i) {
        QCOMPARE(findingRules().at(i).rule, FindingRule(i));
        QCOMPARE(findingRule(FindingRule(i)).id, findingRules().at(i).id);
    }
}

void TestFinding::idsAreUniqueAndFound()
{
    QSet<QString> ids;
    for (const FindingRuleInfo &info : findingRules()) {
        ids.insert(info.id);
        QCOMPARE(findingRuleOf(QString(info.id)), info.rule);
    }
    QCOMPARE(ids.size(), findingRules().size());
    QCOMPARE(findingRuleOf(u"Shared-Membership"), std::nullopt);
    QCOMPARE(findingRuleOf(u""), std::nullopt);
}

void TestFinding::sourcesAreDocuments()
{
    for (const FindingRuleInfo &info : findingRules()) {
        const QUrl source(info.source);
        QVERIFY(info.source.isEmpty()
                || (source.scheme() == "https"_L1 && source.host() == "auth0.com"_L1
                    && source.path().startsWith("/docs/"_L1)));
        QVERIFY(!info.source.isEmpty() || info.severity == FindingSeverity::Inform);
    }
}

void TestFinding::organizationsAreCounted()
{
    const FindingFacts hidden{
        .isEnabled = true, .showAsButton = false, .category = StrategyCategory::Enterprise};
    FindingFacts unsaid = hidden;
    unsaid.showAsButton.reset();
    FindingFacts disabled = hidden;
    disabled.isEnabled = false;
    OrganizationFacts facts;
    QVERIFY(!facts.hasNoneEnabled() && !facts.hidesAll() && !facts.isNearlyFull());
    facts.add(disabled);
    QVERIFY(facts.hasNoneEnabled() && !facts.hidesAll());
    facts.add(hidden);
    QVERIFY(!facts.hasNoneEnabled() && facts.hidesAll());
    facts.add(unsaid);
    QVERIFY(!facts.hidesAll());
    FindingFacts notSent = disabled;
    notSent.isEnabled.reset();
    OrganizationFacts another;
    another.add(disabled);
    another.add(notSent);
    QVERIFY(!another.hasNoneEnabled()); // the other one may be enabled
    another.add(hidden);
    QVERIFY(!another.hidesAll());
    for (int connections = 4; connections <= 11; ++connections) {
        facts.add(disabled);
        QCOMPARE(facts.isNearlyFull(), connections == 9 || connections == 10);
    }
}

void TestFinding::muteHoldsForWhatItNames_data()
{
    QTest::addColumn<QString>("organization");
    QTest::addColumn<QString>("connection");
    QTest::addColumn<bool>("isMuted");
    QTest::newRow("this one") << u"org_1"_s << u"con_1"_s << true;
    QTest::newRow("all of the rule") << QString() << QString() << true;
    QTest::newRow("the connection everywhere") << QString() << u"con_1"_s << true;
    QTest::newRow("the organization") << u"org_1"_s << QString() << true;
    QTest::newRow("another organization") << u"org_2"_s << u"con_1"_s << false;
    QTest::newRow("another connection everywhere") << QString() << u"con_2"_s << false;
}

void TestFinding::muteHoldsForWhatItNames()
{
    QFETCH(QString, organization);
    QFETCH(QString, connection);
    QFETCH(bool, isMuted);
    const FindingKey key{.rule = FindingRule::LevelsDiffer,
                         .organizationId = u"org_1"_s,
                         .connectionId = u"con_1"_s};
    const QList<FindingMute> mutes{
        {.key = {.rule = FindingRule::SharedDirectory}, .reason = u"another rule"_s},
        {.key = {.rule = FindingRule::LevelsDiffer,
                 .organizationId = organization,
                 .connectionId = connection},
         .reason = u"this"_s}};
    const FindingMute *mute = muteOf(mutes, key);
    QCOMPARE(mute != nullptr, isMuted);
    if (mute)
        QCOMPARE(mute->reason, u"this"_s);
}

QTEST_APPLESS_MAIN(TestFinding)
#include "tst_finding.moc"
