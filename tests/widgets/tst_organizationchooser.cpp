// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "models/organizationchoicemodel.h"
#include "support/demodesk.h"
#include "support/paintedtext.h"

#include <QListView>
#include <QScopeGuard>
#include <QWindow>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestOrganizationChooser final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init() { failOnUnexpectedWarnings(); }

    void listIsReadOnce();
    void closingStopsReading();
    void findsNamesAndIds_data();
    void findsNamesAndIds();
    void escapeChangesNothing();
    void typedIdOpens();
    void pastedTextOpensItsOrganization_data();
    void pastedTextOpensItsOrganization();
    void textThatNamesNoOrganizationIsExplained();
    void missingScopeIsNamed();
    void recentOrganizationsComeFirst();
    void clickOpens();
    void hostileNamesAreHarmless();
    void tenThousandAreUsable();
    void escapeRestoresTheFocus();
    void noMatchSaysSo();
    void rowsAreAsHighAsThoseOfTheTable();
    void rowsAreMirroredFromRightToLeft();
    void theFocusIsInTheRowsAfterAChoice_data();
    void theFocusIsInTheRowsAfterAChoice();

private:
    static QLineEdit *field(DemoDesk &desk)
    {
        return child<QLineEdit>(&desk.chooser(), "findField");
    }
    static QListView *list(DemoDesk &desk) { return child<QListView>(&desk.chooser(), "list"); }
    static int rows(DemoDesk &desk) { return list(desk)->model()->rowCount(); }
    static bool isRead(DemoDesk &desk, int count = 5)
    {
        return QTest::qWaitFor([&desk, count] { return rows(desk) == count; }, 30'000);
    }
    static QVariant shown(DemoDesk &desk, int row, int role = Qt::DisplayRole)
    {
        return list(desk)->model()->index(row, 0).data(role);
    }
};

void TestOrganizationChooser::listIsReadOnce()
{
    DemoDesk desk;
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    desk.action("organizationAction")->trigger();
    QVERIFY(desk.chooser().isVisible());
    QVERIFY(isRead(desk));
    QTest::keyClick(&desk.chooser(), Qt::Key_Escape);
    desk.action("organizationAction")->trigger();
    QCOMPARE(rows(desk), 5);
    QCOMPARE(desk.takeRequestCount(), 2); // with that of the connections
}

void TestOrganizationChooser::closingStopsReading()
{
    DemoDesk desk({.organizations = 10'000, .latency = std::chrono::milliseconds(20)});
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    desk.action("organizationAction")->trigger();
    QTRY_VERIFY(rows(desk) >= 100);
    QTest::keyClick(&desk.chooser(), Qt::Key_Escape);
    const qsizetype known = desk.session().directory().organizations().size();
    QTest::qWait(100); // for a request that has reached the tenant
    desk.tenant().clearRequests();
    QTest::qWait(200);
    QCOMPARE(desk.takeRequestCount(), 0);
    desk.action("organizationAction")->trigger(); // continues where it was
    QCOMPARE(rows(desk), known);
    QTRY_VERIFY(rows(desk) > known);
}

void TestOrganizationChooser::findsNamesAndIds_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("display name") << u"UMBRELLA f"_s;
    QTest::newRow("short name") << u"umbrella-fifty"_s;
    QTest::newRow("id") << QString();
}

void TestOrganizationChooser::findsNamesAndIds()
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

void TestOrganizationChooser::escapeChangesNothing()
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

void TestOrganizationChooser::typedIdOpens()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.action("organizationAction")->trigger();
    QTest::keyClicks(field(desk), u"org_ZZZZZZZZZZZZZZZZ"_s);
    QCOMPARE(rows(desk), 1);
    QTest::keyClick(field(desk), Qt::Key_Return);
    QVERIFY(desk.settle());
    QVERIFY(desk.stateText().startsWith("The tenant has no organization with this ID."_L1));
    QCOMPARE(desk.stateAction(), u"Choose…"_s);
    child<QAbstractButton>(desk.statePage(), "actionButton")->click();
    QVERIFY(desk.chooser().isVisible());
}

void TestOrganizationChooser::pastedTextOpensItsOrganization_data()
{
    QTest::addColumn<QString>("text"); // with %1 for the id
    QTest::newRow("invisible characters") << u"\u200B%1\u200E\u00A0"_s;
    QTest::newRow("a line of JSON") << u"  \"id\": \"%1\",\n"_s;
    QTest::newRow("address of the console")
        << u"https://manage.auth0.com/dashboard/eu/acme/organizations/%1/overview"_s;
    QTest::newRow("address of the API")
        << u"https://acme.eu.auth0.com/api/v2/organizations/%1/connections"_s;
}

void TestOrganizationChooser::pastedTextOpensItsOrganization()
{
    QFETCH(const QString, text);
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.action("organizationAction")->trigger();
    field(desk)->setText(QString(text).replace("%1"_L1, desk.id(DemoDesk::Fifty)));
    QCOMPARE(rows(desk), 1);
    QTest::keyClick(field(desk), Qt::Key_Return);
    QVERIFY(desk.settle());
    QCOMPARE(desk.ids().size(), 50);
}

void TestOrganizationChooser::textThatNamesNoOrganizationIsExplained()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.action("organizationAction")->trigger();
    QTRY_VERIFY(labelText(&desk.chooser(), "stateLabel").endsWith("organizations"_L1));
    desk.tenant().clearRequests();
    field(desk)->setText(u"https://manage.auth0.com/dashboard/eu/acme/organizations"_s);
    QCOMPARE(rows(desk), 0);
    QVERIFY(labelText(&desk.chooser(), "stateLabel").startsWith("This is not the ID"_L1));
    QTest::keyClick(field(desk), Qt::Key_Return);
    QCOMPARE(desk.takeRequestCount(), 0);
    field(desk)->clear();
    QVERIFY(labelText(&desk.chooser(), "stateLabel").endsWith("organizations"_L1));
}

void TestOrganizationChooser::missingScopeIsNamed()
{
    DemoDesk desk;
    desk.tenant().setFaults({u"no-organization-scope"_s});
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    QCOMPARE(desk.failureText(), QString()); // the name is not looked up at any price
    desk.action("organizationAction")->trigger();
    QTRY_VERIFY(labelText(&desk.chooser(), "stateLabel").contains("read:organizations"_L1));
    desk.tenant().setFaults({});
    QTest::keyClicks(field(desk), desk.id(DemoDesk::Fifty));
    QTest::keyClick(field(desk), Qt::Key_Return);
    QVERIFY(desk.settle());
    QCOMPARE(desk.ids().size(), 50);
}

void TestOrganizationChooser::recentOrganizationsComeFirst()
{
    DemoDesk desk;
    const QList<int> visited{DemoDesk::Fifty, DemoDesk::Ten, DemoDesk::Many};
    for (const int organization : visited)
        QVERIFY(desk.openAsOwnTenant(organization));
    desk.action("organizationAction")->trigger();
    QVERIFY(isRead(desk)); // each is listed once
    for (int row = 0; row < 3; ++row) {
        QCOMPARE(shown(desk, row, OrganizationChoiceModel::IdRole).toString(),
                 desk.id(visited.at(2 - row)));
    }
    QVERIFY(shown(desk, 3).toString().localeAwareCompare(shown(desk, 4).toString()) < 0);
}

void TestOrganizationChooser::clickOpens()
{
    DemoDesk desk;
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    desk.action("organizationAction")->trigger();
    QVERIFY(isRead(desk));
    QTest::keyClicks(field(desk), u"umbrella"_s);
    const QModelIndex index =
        list(desk)
            ->model()
            ->match(list(desk)->model()->index(0, 0), OrganizationChoiceModel::IdRole,
                    desk.id(DemoDesk::Fifty), 1, Qt::MatchExactly)
            .value(0);
    QVERIFY(index.isValid());
    QTest::mouseClick(list(desk)->viewport(), Qt::LeftButton, {},
                      list(desk)->visualRect(index).center());
    QVERIFY(!desk.chooser().isVisible());
    QVERIFY(desk.settle());
    QCOMPARE(desk.ids().size(), 50);
}

void TestOrganizationChooser::hostileNamesAreHarmless()
{
    DemoDesk desk;
    desk.tenant().setFaults(
        {u"hostile-names"_s}); // before the name of the organization is looked up
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    desk.action("organizationAction")->trigger();
    QVERIFY(isRead(desk));
    const auto isSafe = [](const QString &text) {
        return std::ranges::all_of(text, [](QChar letter) {
            return letter.isPrint() && letter.category() != QChar::Other_Format;
        });
    };
    const int height = list(desk)->visualRect(list(desk)->model()->index(0, 0)).height();
    bool isMarkupSeen = false;
    for (int row = 0; row < rows(desk); ++row) {
        const QString text = shown(desk, row).toString();
        QVERIFY2(isSafe(text), qPrintable(text));
        QCOMPARE(list(desk)->visualRect(list(desk)->model()->index(row, 0)).height(), height);
        QVERIFY(!shown(desk, row, Qt::ToolTipRole).toString().contains("<img"_L1));
        isMarkupSeen = isMarkupSeen || text.contains("<img src=x"_L1);
    }
    QVERIFY(isMarkupSeen); // literally
    QTest::keyClicks(field(desk), u"<img"_s);
    QTest::keyClick(field(desk), Qt::Key_Return);
    QVERIFY(desk.settle());
    QVERIFY(isSafe(desk.window().windowTitle()));
}

void TestOrganizationChooser::tenThousandAreUsable()
{
    constexpr int Count = 10'000;
    DemoDesk desk({.organizations = Count});
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    desk.action("organizationAction")->trigger();
    QTest::keyClicks(field(desk), u"umb"_s); // before all have been read
    const auto isComplete = [&desk] {
        return labelText(&desk.chooser(), "stateLabel").contains(" of 10,000 organization"_L1);
    };
    QVERIFY2(QTest::qWaitFor(isComplete, 60'000),
             qPrintable(labelText(&desk.chooser(), "stateLabel")));
    QCOMPARE(child<QLineEdit>(&desk.chooser(), "findField")->text(), u"umb"_s);
    QVERIFY(rows(desk) > 0 && rows(desk) < Count);
    field(desk)->clear();
    QCOMPARE(rows(desk), Count);
    QTest::keyClick(field(desk), Qt::Key_PageDown);
    QCOMPARE(list(desk)->currentIndex().row(), 8);
    const QString last = desk.id(Count - 1);
    QTest::keyClicks(field(desk), last);
    QCOMPARE(rows(desk), 1);
    QTest::keyClick(field(desk), Qt::Key_Return);
    QVERIFY(desk.settle());
    QCOMPARE(desk.browser().request().organizationId, last);
    QCOMPARE(desk.failureText(), QString());
}

void TestOrganizationChooser::escapeRestoresTheFocus()
{
    DemoDesk desk;
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    desk.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&desk.window()));
    desk.table().setFocus();
    QVERIFY(desk.table().hasFocus());
    desk.action("organizationAction")->trigger();
    QTRY_VERIFY(field(desk)->hasFocus());
    QTest::keyClick(field(desk), Qt::Key_Escape);
    QTRY_VERIFY(desk.table().hasFocus());
}

void TestOrganizationChooser::noMatchSaysSo()
{
    DemoDesk desk;
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    desk.action("organizationAction")->trigger();
    QVERIFY(isRead(desk));
    const QImage before = list(desk)->viewport()->grab().toImage();
    QTest::keyClicks(field(desk), u"zzzz"_s);
    QCOMPARE(rows(desk), 0);
    QVERIFY(labelText(&desk.chooser(), "stateLabel").startsWith("0 of 5 organization"_L1));
    const QImage empty = list(desk)->viewport()->grab().toImage();
    field(desk)->setText(u"zzzzzzzzzz"_s); // the sentence in the list is another one
    QVERIFY(list(desk)->viewport()->grab().toImage() != empty);
    field(desk)->setText(u"umbrella"_s);
    QVERIFY(labelText(&desk.chooser(), "stateLabel").startsWith("1 of 5 organization"_L1));
}

void TestOrganizationChooser::rowsAreAsHighAsThoseOfTheTable()
{
    DemoDesk desk;
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    desk.action("organizationAction")->trigger();
    QVERIFY(isRead(desk));
    QCOMPARE(list(desk)->visualRect(list(desk)->model()->index(0, 0)).height(), 29);
    QCOMPARE(shown(desk, 0, OrganizationChoiceModel::TitleRole).toString(), u"Acme Corp"_s);
    QCOMPARE(shown(desk, 0, OrganizationChoiceModel::SlugRole).toString(), u"acme-corp"_s);
    QCOMPARE(shown(desk, 0, OrganizationChoiceModel::ShownIdRole).toString(),
             desk.id(DemoDesk::Ten));
}

//! The short name must not lie over the title.
void TestOrganizationChooser::rowsAreMirroredFromRightToLeft()
{
    DemoDesk desk;
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    desk.action("organizationAction")->trigger();
    QVERIFY(isRead(desk));
    const QList<PaintedText> before = paintedTexts(*list(desk)->viewport());
    QCOMPARE(before.size(), 15); // of each of 5: ID, title, short name
    QGuiApplication::setLayoutDirection(Qt::RightToLeft); // texts follow it, not the widget's
    const auto reset = qScopeGuard([] { QGuiApplication::setLayoutDirection(Qt::LeftToRight); });
    QCoreApplication::processEvents();
    const QList<PaintedText> after = paintedTexts(*list(desk)->viewport());
    QCOMPARE(after.size(), before.size());
    const int width = list(desk)->viewport()->width();
    for (qsizetype i = 0; i < before.size(); ++i) {
        QCOMPARE(after.at(i).text, before.at(i).text);
        const double start = width - after.at(i).place.right(); // as read from right to left
        QVERIFY2(qAbs(start - before.at(i).place.left()) <= 1.5,
                 qPrintable(u"%1 begins at %2 instead of %3"_s.arg(after.at(i).text)
                                .arg(start)
                                .arg(before.at(i).place.left())));
    }
}

void TestOrganizationChooser::theFocusIsInTheRowsAfterAChoice_data()
{
    QTest::addColumn<QString>("before"); // where the focus was
    QTest::newRow("title") << u"organizationField"_s;
    QTest::newRow("find") << u"findField"_s;
    QTest::newRow("page") << u"pageField"_s;
    QTest::newRow("side list") << u"sideList"_s;
}

void TestOrganizationChooser::theFocusIsInTheRowsAfterAChoice()
{
    QFETCH(const QString, before);
    DemoDesk desk;
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Many));
    desk.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&desk.window()));
    auto *focused = desk.window().findChild<QWidget *>(before);
    focused->setFocus();
    desk.action("organizationAction")->trigger();
    QVERIFY(isRead(desk));
    QTRY_COMPARE(QGuiApplication::focusWindow(), desk.chooser().windowHandle()); // as for a person
    QTest::keyClicks(field(desk), u"umbrella"_s);
    QTest::keyClick(field(desk), Qt::Key_Return);
    QVERIFY(desk.settle());
    QTRY_COMPARE(desk.ids().size(), 50);
    QTRY_VERIFY(desk.table().hasFocus());
    QCOMPARE(desk.table().currentIndex().row(), 0);
    focused->setFocus();
    desk.action("organizationAction")->trigger(); // the same one again
    QTRY_COMPARE(QGuiApplication::focusWindow(), desk.chooser().windowHandle());
    QTest::keyClicks(field(desk), u"umbrella"_s);
    QTest::keyClick(field(desk), Qt::Key_Return);
    QTRY_VERIFY(desk.table().hasFocus());
}

QTEST_MAIN(TestOrganizationChooser)
#include "tst_organizationchooser.moc"
