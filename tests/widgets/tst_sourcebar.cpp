// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/demodesk.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestSourceBar final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init() { failOnUnexpectedWarnings(); }

    void everyControlHasOneHeightAndOneMiddle();
    void toolsGoBelowWhereTheyHaveNoRoom();
    void badgeIsInsideTheButton();
    void cancelMovesNothing();
    void longNamesDoNotWidenTheWindow();
    void wholeTenantHasATitleAndNoTools();
    void focusChainStaysWhole();

private:
    static QRect placeOf(DemoDesk &desk, const char *name)
    {
        const auto *widget = child<QWidget>(&desk.window(), name);
        return {widget->mapTo(&desk.window(), QPoint(0, 0)), widget->size()};
    }
    static void resize(DemoDesk &desk, const QSize &size)
    {
        desk.window().resize(size);
        for (int pass = 0; pass < 3; ++pass)
            QCoreApplication::processEvents();
    }
};

void TestSourceBar::everyControlHasOneHeightAndOneMiddle()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    resize(desk, {1280, 720});
    const QRect first = placeOf(desk, "tenantButton");
    QCOMPARE(first.left(), 12);
    for (const char *name : {"organizationField", "allButton", "enabledButton", "disabledButton",
                             "findField", "refreshButton", "exportButton"}) {
        QCOMPARE(placeOf(desk, name).top(), first.top());
        QCOMPARE(placeOf(desk, name).height(), first.height());
    }
    QCOMPARE(placeOf(desk, "exportButton").right(), desk.window().width() - 1 - 12);
    QCOMPARE(placeOf(desk, "allButton").right() + 1, placeOf(desk, "enabledButton").left());
    QCOMPARE(placeOf(desk, "enabledButton").right() + 1, placeOf(desk, "disabledButton").left());
}

void TestSourceBar::toolsGoBelowWhereTheyHaveNoRoom()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    resize(desk, {800, 600});
    const QRect tenant = placeOf(desk, "tenantButton");
    QVERIFY(placeOf(desk, "allButton").top() > tenant.bottom());
    QCOMPARE(placeOf(desk, "allButton").left(), tenant.left());
    QCOMPARE(placeOf(desk, "refreshButton").top(), tenant.top());
    QCOMPARE(placeOf(desk, "exportButton").right(), desk.window().width() - 1 - 12);
    resize(desk, {1280, 720});
    QCOMPARE(placeOf(desk, "allButton").top(), placeOf(desk, "tenantButton").top());
}

void TestSourceBar::badgeIsInsideTheButton()
{
    DemoDesk desk;
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    const auto *button = child<QToolButton>(&desk.window(), "tenantButton");
    const auto *badge = child<QLabel>(button, "kindLabel");
    QVERIFY(badge->isVisible());
    QVERIFY(button->rect().contains(badge->geometry()));
    QVERIFY(badge->width() >= badge->sizeHint().width());
    QCOMPARE(button->accessibleDescription(), badge->text());
    QVERIFY(badge->testAttribute(Qt::WA_TransparentForMouseEvents)); // a click opens the menu
}

void TestSourceBar::cancelMovesNothing()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    resize(desk, {1280, 720});
    const QRect refresh = placeOf(desk, "refreshButton");
    const QRect find = placeOf(desk, "findField");
    desk.tenant().setFaults({u"hang"_s});
    desk.action("refreshAction")->trigger();
    const auto *button = child<QToolButton>(&desk.window(), "refreshButton");
    QTRY_COMPARE(button->defaultAction(), desk.action("cancelAction"));
    QCOMPARE(placeOf(desk, "refreshButton"), refresh);
    QCOMPARE(placeOf(desk, "findField"), find);
    desk.action("cancelAction")->trigger();
}

void TestSourceBar::longNamesDoNotWidenTheWindow()
{
    DemoDesk desk;
    Profile profile = desk.saveProfile(DemoDesk::Ten);
    profile.name = QString(200, u'W');
    desk.settings().setProfiles({profile});
    desk.window().resize(1280, 720);
    desk.session().openProfile(profile, desk.access().token);
    QVERIFY(desk.settle());
    resize(desk, {1280, 720});
    QCOMPARE(desk.window().width(), 1280);
    resize(desk, {800, 600});
    QCOMPARE(desk.window().width(), 800);
    QVERIFY(child<QWidget>(&desk.window(), "organizationField")->width() > 40);
}

void TestSourceBar::wholeTenantHasATitleAndNoTools()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const auto *title = child<QComboBox>(&desk.window(), "organizationField");
    QVERIFY(title->currentText().startsWith(u"Acme Corp"_s));
    desk.action("placeConnectionsAction")->trigger();
    QCOMPARE(title->currentText(), u"Whole tenant"_s);
    QVERIFY(!child<QWidget>(&desk.window(), "allButton")->isVisible());
    QVERIFY(!child<QWidget>(&desk.window(), "refreshButton")->isVisible());
    QVERIFY(child<QWidget>(&desk.window(), "exportButton")->isVisible());
    desk.action("placeOrganizationAction")->trigger();
    QVERIFY(title->currentText().startsWith(u"Acme Corp"_s));
    QVERIFY(child<QWidget>(&desk.window(), "allButton")->isVisible());
    QVERIFY(child<QWidget>(&desk.window(), "refreshButton")->isVisible());
}

//! Qt does not check the chain; a widget that is lost from it is used after its end.
void TestSourceBar::focusChainStaysWhole()
{
    DemoDesk desk;
    const auto fault = [&desk] {
        const QWidget *const window = &desk.window();
        qsizetype count = 0;
        for (const QWidget *widget = window;; widget = widget->nextInFocusChain()) {
            if (widget->nextInFocusChain()->previousInFocusChain() != widget)
                return u"after %1 %2"_s.arg(QString::fromLatin1(widget->metaObject()->className()),
                                            widget->objectName());
            if (widget->nextInFocusChain() == window || ++count > 10'000)
                return QString();
        }
    };
    QCOMPARE(fault(), QString());
    QVERIFY(desk.open(DemoDesk::Ten));
    for (const int width : {1280, 800, 1280}) {
        resize(desk, {width, 600});
        QCOMPARE(fault(), QString());
    }
}

QTEST_MAIN(TestSourceBar)
#include "tst_sourcebar.moc"
