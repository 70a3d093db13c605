// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/contrast.h"
#include "support/demodesk.h"
#include "support/paintedtext.h"

#include <QComboBox>
#include <QCursor>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScopeGuard>
#include <QToolButton>

#include <algorithm>
#include <cmath>

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
    void namesAreCutInTheirOrder();
    void cancelMovesNothing();
    void controlsStandByTheWidthAlone_data();
    void controlsStandByTheWidthAlone();
    void emptyFieldSaysWhatItIsFor();
    void reasonHasTheRestOfTheWidth();
    void titleShowsPointerAndFocus();
    void titleForgetsThePointerThatWentIntoItsList();
    void longNamesDoNotWidenTheWindow();
    void wholeTenantHasATitleAndNoTools();
    void tenantIsSpokenByItsName();
    void theTenantsMenuLeadsToAnotherTenant();
    void focusChainStaysWhole();
    void textsStayInTheirControlsFromRightToLeft();
    void theBarOfTheSelectionIsWholeFromRightToLeft();

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

//! What stands beside the title goes first, then letters of the tenant, and then of the title.
void TestSourceBar::namesAreCutInTheirOrder()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const auto *tenant = child<QToolButton>(&desk.window(), "tenantButton");
    const auto *title = child<QComboBox>(&desk.window(), "organizationField");
    const auto isWhole = [](const QWidget *widget) {
        return widget->width() >= widget->sizeHint().width();
    };
    resize(desk, {1280, 720});
    QVERIFY(isWhole(tenant) && isWhole(title));
    Profile profile = desk.saveProfile(DemoDesk::Ten);
    profile.name = u"A tenant with a long name"_s;
    desk.settings().setProfiles({profile});
    desk.session().openProfile(profile, desk.access().token);
    QVERIFY(desk.settle());
    for (int width = 1280; width >= 620; width -= 20) {
        resize(desk, {width, 720});
        QVERIFY(isWhole(tenant) || !isWhole(title));
        QVERIFY(title->width() >= title->minimumSizeHint().width());
    }
    QVERIFY(!isWhole(tenant));
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

void TestSourceBar::controlsStandByTheWidthAlone_data()
{
    QTest::addColumn<int>("width");
    for (const int width : {700, 800, 1024, 1280, 1920})
        QTest::addRow("%d", width) << width;
}

void TestSourceBar::controlsStandByTheWidthAlone()
{
    QFETCH(const int, width);
    DemoDesk desk;
    const auto places = [&] {
        resize(desk, {width, 600});
        QList<QRect> all;
        for (const char *name : {"allButton", "enabledButton", "disabledButton", "findField",
                                 "refreshButton", "exportButton"})
            all.append(placeOf(desk, name));
        return all;
    };
    QVERIFY(desk.open(DemoDesk::Ten));
    const QList<QRect> first = places();
    QCOMPARE(desk.window().width(), width);
    QVERIFY(desk.open(DemoDesk::Ten, {u"hostile-names"_s})); // a long title
    QCOMPARE(places(), first);
    QVERIFY(desk.open(DemoDesk::Many));
    QCOMPARE(places(), first); // Find is for the page
    desk.table().sortByColumn(0, Qt::AscendingOrder);
    QCOMPARE(places(), first);
    desk.session().useEndpoint(ConnectionEndpoint::EnabledConnections);
    QVERIFY(desk.settle());
    QVERIFY(child<QWidget>(&desk.window(), "filterHint")->isVisible());
    QCOMPARE(places(), first);
    desk.session().useEndpoint(ConnectionEndpoint::Connections);
    QVERIFY(desk.settle());
    desk.action("placeConnectionsAction")->trigger();
    desk.action("placeOrganizationAction")->trigger();
    QCOMPARE(places(), first);
    desk.tenant().setFaults({u"error-503"_s});
    QVERIFY(desk.trigger("refreshAction"));
    QCOMPARE(places(), first);
    desk.tenant().setFaults({});
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten)); // another badge
    QCOMPARE(places(), first);
    Profile profile = desk.saveProfile(DemoDesk::Many);
    profile.name = QString(200, u'W');
    desk.settings().setProfiles({profile});
    desk.session().openProfile(profile, desk.access().token);
    QVERIFY(desk.settle());
    QCOMPARE(places(), first);
}

//! All of it where there is room, and one word elsewhere.
void TestSourceBar::emptyFieldSaysWhatItIsFor()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    const auto *field = child<QLineEdit>(&desk.window(), "findField");
    for (const int width : {700, 800, 1024, 1100, 1280, 1920}) {
        resize(desk, {width, 600});
        const QString hint = field->placeholderText();
        constexpr int Icons = 46; // of finding and clearing, and the frame
        QVERIFY(field->width() - Icons > field->fontMetrics().horizontalAdvance(hint));
        QVERIFY(hint == u"Find on this page"_s || hint == u"Find"_s);
        QCOMPARE(hint == u"Find"_s, field->toolTip() == u"Find on this page"_s);
        QCOMPARE(field->accessibleName(), u"Find on this page"_s);
        QVERIFY(hint != u"Find"_s || width == 1024 || width == 1100);
    }
}

void TestSourceBar::reasonHasTheRestOfTheWidth()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.session().useEndpoint(ConnectionEndpoint::EnabledConnections);
    QVERIFY(desk.settle());
    const auto *reason = child<QLabel>(&desk.window(), "filterHint");
    resize(desk, {960, 600}); // beside the tools, below the tenant
    QVERIFY(reason->width() >= reason->sizeHint().width());
    QVERIFY(placeOf(desk, "filterHint").left() > placeOf(desk, "findField").right());
    resize(desk, {1920, 600});
    QVERIFY(reason->width() >= reason->sizeHint().width());
    QVERIFY(placeOf(desk, "filterHint").right() < placeOf(desk, "allButton").left());
    QVERIFY(placeOf(desk, "filterHint").left() > placeOf(desk, "organizationField").right());
    resize(desk, {700, 600});
    QCOMPARE(reason->width(), 0); // the tooltip of the filter has it
    QVERIFY(child<QWidget>(&desk.window(), "enabledButton")->toolTip().startsWith("The older"_L1));
}

//! It has no frame of its own, so that a title looks like one.
void TestSourceBar::titleShowsPointerAndFocus()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    QVERIFY(QTest::qWaitForWindowActive(&desk.window()));
    auto *title = child<QComboBox>(&desk.window(), "organizationField");
    const auto edge = [title] {
        const QImage picture = title->grab().toImage();
        return QColor(picture.pixel(title->width() / 2, 1));
    };
    desk.table().setFocus();
    const QColor plain = edge();
    title->setFocus(Qt::TabFocusReason);
    QVERIFY(contrast(edge(), plain) >= 3);
    desk.table().setFocus();
    QCOMPARE(edge(), plain);
}

//! Qt does not tell a widget that the mouse has left it for a popup.
void TestSourceBar::titleForgetsThePointerThatWentIntoItsList()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.table().setFocus();
    auto *title = child<QComboBox>(&desk.window(), "organizationField");
    const auto pictureWithPointerAt = [title](const QWidget &widget) {
        QCursor::setPos(widget.mapToGlobal(widget.rect().center()));
        title->setAttribute(Qt::WA_UnderMouse);
        return title->grab().toImage();
    };
    const QImage pointed = pictureWithPointerAt(*title);
    const QImage left = pictureWithPointerAt(desk.table());
    title->setAttribute(Qt::WA_UnderMouse, false);
    QVERIFY(pointed != left);
    QCOMPARE(left, title->grab().toImage());
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
//! Screen readers read the button out.
void TestSourceBar::tenantIsSpokenByItsName()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const auto *button = child<QToolButton>(&desk.window(), "tenantButton");
    QCOMPARE(button->accessibleName(), u"Demo tenant: choose another tenant"_s);
    const Profile profile = desk.saveProfile(DemoDesk::Ten);
    desk.session().openProfile(profile);
    QCOMPARE(button->accessibleName(),
             u"%1 (%2): choose another tenant"_s.arg(profile.name, profile.domain));
}

void TestSourceBar::theTenantsMenuLeadsToAnotherTenant()
{
    DemoDesk desk;
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    auto *menu = desk.window().findChild<QMenu *>(u"tenantMenu"_s);
    QVERIFY(menu);
    Q_EMIT menu->aboutToShow(); // fills it
    QStringList names;
    for (const QAction *action : menu->actions())
        names.append(action->objectName());
    QCOMPARE(names.mid(names.size() - 3),
             (QStringList{u"connectTenantAction"_s, u"demoAction"_s, u"settingsAction"_s}));
}

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

void TestSourceBar::textsStayInTheirControlsFromRightToLeft()
{
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    const auto reset = qScopeGuard([] { QGuiApplication::setLayoutDirection(Qt::LeftToRight); });
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    resize(desk, {1280, 720});
    const QList<PaintedText> texts = paintedTexts(desk.window());
    const auto verify = [&](const char *name, const QString &word) {
        const QRect place = placeOf(desk, name);
        return std::ranges::any_of(texts, [&](const PaintedText &text) {
            return text.text == word && text.place.left() >= place.left()
                && text.place.right() <= place.right() + 1
                && std::abs(text.place.center().y() - place.center().y()) < 6;
        });
    };
    QVERIFY(verify("refreshButton", u"Refresh"_s));
    QVERIFY(verify("exportButton", u"Export"_s));
    QVERIFY(verify("tenantButton", u"Demo tenant"_s));
    QVERIFY(verify("organizationField", u"Acme Corp"_s));
    // The first one, with its round corners, is at the right.
    QVERIFY(placeOf(desk, "allButton").left() > placeOf(desk, "disabledButton").left());
    QVERIFY(placeOf(desk, "kindLabel").right() < placeOf(desk, "tenantButton").center().x());
}

//! Nothing of the table is behind the edge of its pane.
void TestSourceBar::theBarOfTheSelectionIsWholeFromRightToLeft()
{
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    const auto reset = qScopeGuard([] { QGuiApplication::setLayoutDirection(Qt::LeftToRight); });
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    resize(desk, {1280, 720});
    child(&desk.window(), "findField")->setFocus(); // the lines of the focus have the same colour
    desk.select(2);
    const QRect cell = desk.table().visualRect(desk.table().model()->index(2, 0));
    const QPoint place = desk.table().viewport()->mapTo(&desk.window(), cell.center());
    const QImage image = desk.window().grab().toImage();
    const QColor accent = desk.table().palette().color(QPalette::Active, QPalette::Highlight);
    int width = 0;
    for (int x = place.x(); x < image.width(); ++x)
        width += image.pixelColor(x, place.y()) == accent && x < place.x() + cell.width() ? 1 : 0;
    QCOMPARE(width, 3);
}

QTEST_MAIN(TestSourceBar)
#include "tst_sourcebar.moc"
