// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/demodesk.h"

#include <QListView>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class OrganizationChooserTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init() { failOnUnexpectedWarnings(); }

    void theListIsReadOnce();
    void namesAndIdsFind_data();
    void namesAndIdsFind();
    void escapeChangesNothing();
    void aTypedIdOpens();
    void withoutTheScopeItIsNamed();
    void recentOnesComeFirst();

private:
    static QLineEdit *field(DemoDesk &desk)
    {
        return child<QLineEdit>(&desk.chooser(), "findField");
    }
    static QListView *list(DemoDesk &desk) { return child<QListView>(&desk.chooser(), "list"); }
    static int rows(DemoDesk &desk) { return list(desk)->model()->rowCount(); }
    static bool isRead(DemoDesk &desk)
    {
        return QTest::qWaitFor([&desk] { return rows(desk) == 5; });
    }
};

void OrganizationChooserTest::theListIsReadOnce()
{
    DemoDesk desk;
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    desk.tenant().clearRequests();
    desk.action("organizationAction")->trigger();
    QVERIFY(desk.chooser().isVisible());
    QVERIFY(isRead(desk));
    QTest::keyClick(&desk.chooser(), Qt::Key_Escape);
    desk.action("organizationAction")->trigger();
    QCOMPARE(rows(desk), 5);
    QCOMPARE(desk.takeRequestCount(), 1);
}

void OrganizationChooserTest::namesAndIdsFind_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("display name") << u"UMBRELLA f"_s;
    QTest::newRow("id") << QString();
}

void OrganizationChooserTest::namesAndIdsFind()
{
    QFETCH(QString, text);
    DemoDesk desk;
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    desk.action("organizationAction")->trigger();
    QVERIFY(isRead(desk));
    if (text.isEmpty())
        text = desk.id(DemoDesk::Fifty).mid(6);
    QTest::keyClicks(field(desk), text);
    QCOMPARE(rows(desk), 1);
    QTest::keyClick(field(desk), Qt::Key_Return);
    QVERIFY(!desk.chooser().isVisible());
    QVERIFY(desk.settle());
    QCOMPARE(desk.ids().size(), 50);
    QVERIFY(desk.window().windowTitle().startsWith("Umbrella Fifty"_L1));
}

void OrganizationChooserTest::escapeChangesNothing()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.tenant().clearRequests();
    desk.action("organizationAction")->trigger();
    QTest::keyClicks(field(desk), u"umbrella"_s);
    QTest::keyClick(field(desk), Qt::Key_Down);
    QTest::keyClick(field(desk), Qt::Key_Escape);
    QVERIFY(!desk.chooser().isVisible());
    QCOMPARE(desk.takeRequestCount(), 0);
    QCOMPARE(desk.ids().size(), 10);
}

void OrganizationChooserTest::aTypedIdOpens()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.action("organizationAction")->trigger();
    QTest::keyClicks(field(desk), u"org_ZZZZZZZZZZZZZZZZ"_s);
    QCOMPARE(rows(desk), 1);
    QTest::keyClick(field(desk), Qt::Key_Return);
    QVERIFY(desk.settle());
    QVERIFY(desk.bannerText().startsWith("The tenant has no such organization."_L1));
    QCOMPARE(desk.bannerAction(), u"Choose..."_s);
    child<QAbstractButton>(desk.banner(), "actionButton")->click();
    QVERIFY(desk.chooser().isVisible());
}

void OrganizationChooserTest::withoutTheScopeItIsNamed()
{
    DemoDesk desk;
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    desk.tenant().setFaults({u"no-organization-scope"_s});
    desk.action("organizationAction")->trigger();
    QTRY_VERIFY(labelText(&desk.chooser(), "stateLabel").contains("read:organizations"_L1));
    desk.tenant().setFaults({});
    QTest::keyClicks(field(desk), desk.id(DemoDesk::Fifty));
    QTest::keyClick(field(desk), Qt::Key_Return);
    QVERIFY(desk.settle());
    QCOMPARE(desk.ids().size(), 50);
}

void OrganizationChooserTest::recentOnesComeFirst()
{
    DemoDesk desk;
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Fifty));
    desk.action("organizationAction")->trigger();
    QVERIFY(isRead(desk));
    QVERIFY(list(desk)->model()->index(0, 0).data().toString().contains(desk.id(DemoDesk::Fifty)));
}

QTEST_MAIN(OrganizationChooserTest)
#include "tst_organizationchooser.moc"
