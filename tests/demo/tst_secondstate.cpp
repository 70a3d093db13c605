// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/secondstate.h"

#include "demo/catalogue.h"

#include <QHash>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestSecondState final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKindOfChangeIsThere();
    void onlyWhatIsPrintedIsDifferent();
    void smallTenantHasFewerChanges();
    void linesAreJson();
};

namespace {

QList<Demo::Change> changesOf(int organizations)
{
    Demo::Catalogue catalogue({.organizations = organizations});
    return changeToSecondState(catalogue);
}

} // namespace

void TestSecondState::everyKindOfChangeIsThere()
{
    const auto changes = changesOf(200);
    QSet<QString> kinds;
    QSet<QString> fields;
    bool hasNull = false;
    bool hasAbsent = false;
    for (const Demo::Change &change : changes) {
        const bool isOrganization = change.connectionId.isEmpty();
        kinds.insert(change.kind + (isOrganization ? u" organization"_s : QString()));
        if (change.kind == "changed"_L1)
            fields.insert(change.field);
        hasNull = hasNull || change.after == QVariant::fromValue(nullptr);
        hasAbsent = hasAbsent || (change.kind == "changed"_L1 && !change.after.isValid());
    }
    QCOMPARE(kinds,
             QSet<QString>({u"added"_s, u"removed"_s, u"changed"_s, u"added organization"_s,
                            u"removed organization"_s, u"changed organization"_s}));
    QCOMPARE(
        fields,
        QSet<QString>({u"is_enabled"_s, u"assign_membership_on_login"_s, u"show_as_button"_s,
                       u"is_signup_enabled"_s, u"organization_access_level"_s,
                       u"organization_member_access_level"_s, u"organization_connection_name"_s,
                       u"connection_name"_s, u"organization_display_name"_s}));
    QVERIFY(hasNull && hasAbsent);
}

//! Links that no change names are the same in both states.
void TestSecondState::onlyWhatIsPrintedIsDifferent()
{
    constexpr int Organizations = 300;
    const Demo::Catalogue first({.organizations = Organizations});
    const Demo::Catalogue second({.organizations = Organizations, .state = 2});
    QCOMPARE(second.organizations().size(), first.organizations().size());
    QSet<QString> touched;
    for (const Demo::Change &change : changesOf(Organizations))
        touched.insert(change.organizationId);
    int untouched = 0;
    for (qsizetype i = 0; i < first.organizations().size(); ++i) {
        const Demo::Organization &organization = first.organizations().at(i);
        const bool isSame = second.organizations().at(i) == organization
            && second.connections(i) == first.connections(i);
        const bool isRenamed = organization.name.startsWith("brightwater"_L1); // its connection
        QCOMPARE(isSame, !touched.contains(organization.id) && !isRenamed);
        untouched += isSame ? 1 : 0;
    }
    QVERIFY(untouched > 250);
    QCOMPARE(second.indexOf(second.organizations().at(13).id), 13);
    QVERIFY(!second.idOf(u"ironwood-labs"_s));
}

void TestSecondState::smallTenantHasFewerChanges()
{
    const auto changes = changesOf(1);
    QVERIFY(!changes.isEmpty());
    for (const Demo::Change &change : changes)
        QCOMPARE(change.organizationName, u"acme-corp"_s);
    QVERIFY(changes.size() < changesOf(60).size());
    QCOMPARE(changesOf(60), changesOf(60));
}

void TestSecondState::linesAreJson()
{
    QCOMPARE(
        Demo::toJsonLines({{.kind = u"changed"_s,
                            .organizationId = u"org_1"_s,
                            .organizationName = u"\"é"_s,
                            .connectionId = u"con_1"_s,
                            .field = u"is_enabled"_s,
                            .before = true,
                            .after = QVariant::fromValue(nullptr)},
                           {.kind = u"removed"_s, .organizationId = u"org_2"_s}}),
        "{\"kind\":\"changed\",\"organization_id\":\"org_1\",\"organization_name\":\"\\\"é\","
        "\"connection_id\":\"con_1\",\"field\":\"is_enabled\",\"before\":true,\"after\":null}\n"
        "{\"kind\":\"removed\",\"organization_id\":\"org_2\"}\n");
}

QTEST_GUILESS_MAIN(TestSecondState)
#include "tst_secondstate.moc"
