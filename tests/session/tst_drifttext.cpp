// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/drifttext.h"

#include <QLocale>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestDriftText final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        QLocale::setDefault(QLocale(u"en_US"_s));
    }
    void countsAreOneSentence();
    void theWindowCountsChangedValues();
    void notesSayWhatWasNotCompared();
    void listingsHaveTheirOwnWords();
    void valuesOfThreeKinds();
    void twoTenantsNeedTheirNames();
    void rowsStandBelowTheirOrganization();
};

void TestDriftText::countsAreOneSentence()
{
    QCOMPARE(driftCountsText(Drift{.counts = {.same = 1204}}),
             u"No differences; 1,204 link(s) are the same."_s);
    QCOMPARE(
        driftCountsText(Drift{.counts = {.same = 3, .added = 1000, .removed = 2, .changed = 4}}),
        u"1,000 added, 2 removed, 4 changed; 3 link(s) are the same."_s);
    QCOMPARE(driftCountsText(Drift{.counts = {.notComparable = 5}}),
             u"5 not comparable; 0 link(s) are the same."_s);
}

//! One link may have several, so that a number of changed links would be wrong.
void TestDriftText::theWindowCountsChangedValues()
{
    Drift drift{.counts = {.same = 127, .added = 1, .removed = 1, .changed = 5}};
    QCOMPARE(driftValuesText(drift),
             u"1 added, 1 removed, 5 value(s) changed; 127 link(s) are the same."_s);
    drift.isOfListings = true;
    drift.counts = {.same = 9, .changed = 9};
    QCOMPARE(driftValuesText(drift), u"9 value(s) changed; 9 connection(s) are the same."_s);
    drift.counts = {.same = 9};
    QCOMPARE(driftValuesText(drift), driftCountsText(drift));
}

void TestDriftText::notesSayWhatWasNotCompared()
{
    Drift drift{.oldInventory = {.isPopulationFrozen = true},
                .newInventory = {.isPopulationFrozen = true}};
    QVERIFY(driftNotes(drift).isEmpty());
    drift.counts.notComparable = 1;
    QCOMPARE(driftNotes(drift).size(), 1);
    drift.newInventory.counts.failed = 2;
    QCOMPARE(driftNotes(drift).constFirst(),
             u"New: The inventory is not complete: 0 of 2 organization(s) read, 2 failed."_s);
    drift.oldInventory.isPopulationFrozen = false;
    drift.oldInventory.endpoint = ConnectionEndpoint::EnabledConnections;
    const QStringList notes = driftNotes(drift);
    QCOMPARE(notes.size(), 4);
    QVERIFY(notes.at(0).startsWith("Old: "_L1));
    QVERIFY(notes.at(2).contains("older list"_L1));
}

void TestDriftText::listingsHaveTheirOwnWords()
{
    Drift drift{.isOfListings = true,
                .oldInventory = {.tenant = u"acme.eu.auth0.com"_s,
                                 .counts = {.read = 1},
                                 .isPopulationFrozen = true},
                .counts = {.same = 3, .added = 1}};
    drift.newInventory = drift.oldInventory;
    QCOMPARE(driftCountsText(drift), u"1 added; 3 connection(s) are the same."_s);
    QVERIFY(driftNotes(drift).isEmpty());
    const auto begin = [&drift] { return makeDriftTextEncoder(drift)->begin(); };
    QCOMPARE(begin(),
             "Old: acme.eu.auth0.com, complete list\nNew: acme.eu.auth0.com, complete list\n"_ba);
    drift.counts.notComparable = 1;
    drift.newInventory.isPopulationFrozen = false;
    QCOMPARE(
        driftNotes(drift),
        QStringList{u"The new list is incomplete: connections found only in the old one may still "
                    "exist."_s});
    QVERIFY(begin().endsWith("New: acme.eu.auth0.com, part of the list\n"));
    drift.oldInventory.isPopulationFrozen = false;
    drift.oldInventory.endpoint = ConnectionEndpoint::EnabledConnections;
    const QStringList notes = driftNotes(drift);
    QCOMPARE(notes.size(), 3);
    QVERIFY(notes.at(0).contains("older list"_L1));
    QVERIFY(notes.at(1).startsWith("The old list is incomplete"_L1));
}

void TestDriftText::valuesOfThreeKinds()
{
    QCOMPARE(driftValueText({}), u"not sent"_s);
    QCOMPARE(driftValueText({DriftValue::Kind::Null, {}}), u"null"_s);
    QCOMPARE(driftValueText({DriftValue::Kind::Flag, u"false"_s}), u"false"_s);
    QCOMPARE(driftValueText({DriftValue::Kind::Text, u"null"_s}), u"\"null\""_s);
    QCOMPARE(driftValueText({DriftValue::Kind::Text, u"a\nb"_s}), u"\"a\u240ab\""_s);
    QCOMPARE(driftValueText({DriftValue::Kind::Json, u"[1]"_s}), u"[1]"_s);
}

void TestDriftText::twoTenantsNeedTheirNames()
{
    const QString text = comparisonProblemText(
        {InventoryProblem::Kind::OtherTenant, u"beta.eu.auth0.com"_s, u"new.vestibule"_s});
    QCOMPARE(text,
             u"new.vestibule is the inventory of another tenant, beta.eu.auth0.com: use "
             "--by-name to compare organizations and connections by name."_s);
    QVERIFY(comparisonProblemText({InventoryProblem::Kind::NotAnInventory, {}, u"a"_s})
                .contains("not an inventory"_L1));
}

void TestDriftText::rowsStandBelowTheirOrganization()
{
    const auto change = [](DriftKind kind, const QString &organization, const QString &connection,
                           const QString &field = {}) {
        return DriftChange{.kind = kind,
                           .organizationId = organization,
                           .connectionId = connection,
                           .connectionName = connection.isEmpty() ? QString() : u"okta"_s,
                           .field = field,
                           .before = {},
                           .after = {DriftValue::Kind::Text, u"b"_s}};
    };
    const Drift drift{.changes = {
                          change(DriftKind::Changed, {}, u"con_1"_s, u"connection_name"_s),
                          change(DriftKind::Changed, u"org_1"_s, {}, u"organization_name"_s),
                          change(DriftKind::Added, u"org_1"_s, u"con_1"_s),
                          change(DriftKind::Removed, u"org_1"_s, u"con_2"_s),
                          change(DriftKind::NotComparable, u"org_1"_s, u"con_3"_s),
                          change(DriftKind::Added, u"org_2"_s, {}),
                          change(DriftKind::Removed, u"org_3"_s, {}),
                      }};
    const auto encoder = makeDriftTextEncoder(drift);
    const std::span<const DriftChange> all(drift.changes);
    (void)encoder->begin();
    QByteArray bytes = encoder->encode(all.first(3));
    bytes += encoder->encode(all.subspan(3));
    QCOMPARE(QString::fromUtf8(bytes),
             u"\nAll organizations\n"
             "  changed: okta (con_1), connection_name: not sent -> \"b\"\n"
             "\norg_1\n"
             "  changed: organization_name: not sent -> \"b\"\n"
             "  added: okta (con_1)\n"
             "  removed: okta (con_2)\n"
             "  not comparable: okta (con_3)\n"
             "\norg_2\n"
             "  added, with all its connections\n"
             "\norg_3\n"
             "  removed, with all its connections\n"_s);
}

QTEST_GUILESS_MAIN(TestDriftText)
#include "tst_drifttext.moc"
