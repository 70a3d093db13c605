// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/authentication.h"
#include "models/displaytext.h"
#include "session/autorefresh.h"
#include "support/demodesk.h"
#include "support/fakesignin.h"
#include "support/savedviewsteps.h"
#include "support/tokensamples.h"
#include "widgets/controls/symbolicon.h"
#include "widgets/window/sessionstatus.h"

#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Vestibule;

class TestSessionStatus final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setApplicationVersion(u"0.1.0"_s); // saved views have it
        QVERIFY(installEnglish());
    }
    void init() { failOnUnexpectedWarnings(); }

    void readOnlyIsSaidOnce();
    void budgetIsShown();
    void withoutABudgetNoneIsShown();
    void waitForTheBudgetCanBeCancelled();
    void automaticRefreshIsSaidUnlessNothingIsRead();
    void aNarrowWindowLeavesOutWhatIsLeastImportant();
    void aSweepIsNamedInWhatRoomThereIs();
    void timeLeftOfTheTokenIsShown_data();
    void timeLeftOfTheTokenIsShown();
    void tokenStatusOpensTheTokenDialog();
    void demoShowsNoToken();
    void anApplicationRenewsItsToken();
    void rowsStayWhenTheTokenExpires();
    void olderListCanBeLeftUnlessItIsSaved();
    void theTenantsRefusalIsSaid_data();
    void theTenantsRefusalIsSaid();
    void anotherTokenIsNotRefusedYet();
    void aRefusedSecretIsSaid();

private:
    static QToolButton *status(DemoDesk &desk)
    {
        return child<QToolButton>(&desk.window(), "tokenStatus");
    }
    static bool openWith(DemoDesk &desk, const Demo::TokenClaims &claims)
    {
        desk.window();
        const QString token = QString::fromLatin1(desk.tenant().makeToken(claims));
        desk.session().openProfile(desk.saveProfile(DemoDesk::Ten), *AccessToken::fromText(token));
        return desk.settle();
    }
    static bool hasIcon(const QToolButton &button, const QString &name)
    {
        const QSize size(16, 16);
        return button.icon().pixmap(size).toImage() == symbolIcon(name).pixmap(size).toImage();
    }
    static bool isWaiting(DemoDesk &desk)
    {
        return desk.bannerText().startsWith("Waiting for the tenant's rate limit"_L1);
    }
};

//! On the welcome page by the page, and by the status bar afterwards.
void TestSessionStatus::readOnlyIsSaidOnce()
{
    DemoDesk desk;
    const auto *status = child<QLabel>(&desk.window(), "promiseStatus");
    QVERIFY(child<QLabel>(&desk.window(), "promiseLabel")->isVisible());
    QVERIFY(!status->isVisible());
    QVERIFY(desk.open(DemoDesk::Ten));
    QVERIFY(!child<QLabel>(&desk.window(), "promiseLabel")->isVisible());
    QVERIFY(status->isVisible());
    QCOMPARE(status->text(), u"Read-only"_s);
    QCOMPARE(status->mapTo(&desk.window(), QPoint(0, 0)).x(), 12);
}

void TestSessionStatus::budgetIsShown()
{
    DemoDesk desk({.plan = Demo::Plan::Professional});
    desk.window();
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    const auto *budget = child<QLabel>(&desk.window(), "budgetStatus");
    QVERIFY(budget->isVisible());
    QCOMPARE(budget->text(), u"API requests left: 4 of 5"_s);
    QVERIFY(budget->toolTip().contains("All clients of the tenant share them."_L1));
    QVERIFY(desk.trigger("refreshAction"));
    QVERIFY(budget->text() != u"API requests left: 5 of 5"_s);
}

void TestSessionStatus::withoutABudgetNoneIsShown()
{
    DemoDesk desk;
    desk.window();
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    QVERIFY(!child(&desk.window(), "budgetStatus")->isVisible());
}

void TestSessionStatus::waitForTheBudgetCanBeCancelled()
{
    DemoDesk desk({.plan = Demo::Plan::Professional});
    desk.window();
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    constexpr int Enough = 50; // the tenant adds one every 1.2 s
    for (int time = 0; time < Enough && !isWaiting(desk); ++time) {
        desk.action("refreshAction")->trigger();
        QVERIFY(QTest::qWaitFor([&desk] {
            return isWaiting(desk) || desk.browser().state() != ConnectionBrowser::State::Loading;
        }));
    }
    QVERIFY(isWaiting(desk));
    QCOMPARE(desk.bannerAction(), u"Cancel"_s);
    QCOMPARE(desk.ids().size(), 10);
    desk.tenant().clearRequests();
    child<QAbstractButton>(desk.banner(), "actionButton")->click();
    QCOMPARE(desk.browser().state(), ConnectionBrowser::State::Loaded);
    QCOMPARE(desk.bannerText(), QString());
    QCOMPARE(desk.ids().size(), 10);
    QCOMPARE(desk.takeRequestCount(), 0);
}

void TestSessionStatus::automaticRefreshIsSaidUnlessNothingIsRead()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const auto *label = child<QLabel>(&desk.window(), "refreshStatus");
    QVERIFY(!label->isVisible());
    auto *menu = desk.window().findChild<QMenu *>(u"refreshMenu"_s);
    Q_EMIT menu->aboutToShow();
    QVERIFY(menu->actions().constFirst()->isChecked()); // never
    menu->actions().constLast()->trigger();
    QVERIFY(label->isVisible());
    QCOMPARE(label->text(), u"Refreshes every 60 minutes"_s);
    QCOMPARE(desk.settings().refreshMinutes(), 60);
    menu->actions().constFirst()->trigger();
    QVERIFY(!label->isVisible());
}

void TestSessionStatus::aNarrowWindowLeavesOutWhatIsLeastImportant()
{
    DemoDesk desk({.plan = Demo::Plan::Professional});
    desk.window();
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    desk.window().findChild<QMenu *>(u"refreshMenu"_s)->actions().constLast()->trigger();
    desk.action("privacyAction")->trigger();
    const auto *status = desk.window().findChild<SessionStatus *>();
    const auto isWhole = [](const QWidget *part) {
        return part->isVisible() && part->width() >= part->minimumSizeHint().width();
    };
    const auto shown = [&] {
        QStringList names;
        for (const QLabel *label : status->findChildren<QLabel *>()) {
            if (label->isVisible() && label->width() > 0)
                names.append(isWhole(label) ? label->objectName() : u"cut "_s + label->text());
        }
        names.sort();
        return names;
    };
    const QStringList all{u"budgetStatus"_s, u"promiseStatus"_s, u"refreshStatus"_s};
    QList<QStringList> seen;
    for (int width = 1200; width >= 640; width -= 20) {
        desk.window().resize(width, 700);
        for (int pass = 0; pass < 3; ++pass) // what a layout changes is laid out again
            QCoreApplication::processEvents();
        if (seen.isEmpty() || seen.constLast() != shown())
            seen.append(shown());
    }
    QCOMPARE(
        seen,
        (QList<QStringList>{all, {u"budgetStatus"_s, u"refreshStatus"_s}, {u"budgetStatus"_s}}));
    for (const char *name : {"privacyStatus", "tokenStatus"})
        QVERIFY2(isWhole(child(&desk.window(), name)), name);
    desk.window().resize(1200, 700);
    QTRY_COMPARE(shown(), all);
}

void TestSessionStatus::aSweepIsNamedInWhatRoomThereIs()
{
    DemoDesk desk;
    desk.window();
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    desk.action("privacyAction")->trigger();
    desk.window().findChild<QMenu *>(u"refreshMenu"_s)->actions().constLast()->trigger();
    desk.action("placeLinksAction")->trigger();
    desk.tenant().setFaults({u"hang"_s});
    desk.action("sweepAction")->trigger();
    desk.action("placeOrganizationAction")->trigger();
    const auto *sweep = child<QToolButton>(&desk.window(), "sweepStatus");
    QTRY_VERIFY(sweep->isVisible());
    QVERIFY(sweep->text().startsWith("Sweep of "_L1));
    QCOMPARE(sweep->toolTip(), literalToolTip(sweep->text()));
    desk.window().resize(1280, 700);
    QTRY_COMPARE(sweep->width(), sweep->sizeHint().width());
    desk.window().resize(640, 700);
    QTRY_VERIFY(sweep->width() < sweep->sizeHint().width());
    for (const char *name : {"privacyStatus", "tokenStatus"}) {
        const auto *button = child<QToolButton>(&desk.window(), name);
        QTRY_VERIFY2(button->width() >= button->sizeHint().width(), name);
    }
}

void TestSessionStatus::timeLeftOfTheTokenIsShown_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("scope");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isWarning");
    const QString both = u"read:organization_connections read:organizations"_s;
    QTest::newRow("hours") << 10'790 << both << u"Token expires in 2 h"_s << false;
    QTest::newRow("minutes") << 650 << both << u"Token expires in 10 min"_s << false;
    QTest::newRow("under ten minutes") << 590 << both << u"Token expires in 9 min"_s << true;
    QTest::newRow("a scope is missing")
        << 10'790 << u"read:organizations"_s << u"Token lacks a scope"_s << true;
    QTest::newRow("expired") << -60 << both << u"Token expired"_s << true;
}

void TestSessionStatus::timeLeftOfTheTokenIsShown()
{
    QFETCH(const int, seconds);
    QFETCH(const QString, scope);
    QFETCH(const QString, text);
    QFETCH(const bool, isWarning);
    DemoDesk desk;
    QVERIFY(openWith(desk, {.lifetime = std::chrono::seconds(seconds), .scope = scope}));
    QVERIFY(status(desk)->isVisible());
    QCOMPARE(status(desk)->text(), text);
    QCOMPARE(status(desk)->font().bold(), isWarning);
    QVERIFY(hasIcon(*status(desk), isWarning ? u"warning"_s : u"token"_s));
}

void TestSessionStatus::tokenStatusOpensTheTokenDialog()
{
    DemoDesk desk;
    desk.window();
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    QVERIFY(status(desk)->toolTip().contains("Click to enter another token."_L1));
    status(desk)->click();
    QVERIFY(desk.lastDialog<TokenDialog>()->isVisible());
}

void TestSessionStatus::demoShowsNoToken()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    QVERIFY(!status(desk)->isVisible());
    QVERIFY(!desk.action("tokenAction")->isEnabled());
}

//! Its end is nobody's concern, but can be looked up.
void TestSessionStatus::anApplicationRenewsItsToken()
{
    DemoDesk desk;
    const auto signIn = std::make_shared<FakeSignIn>();
    const TenantAccess access{
        .domain = *TenantDomain::fromText(u"acme.eu.auth0.com"_s),
        .application = {.clientId = u"client-1"_s, .secret = SecretBytes("s3cret")}};
    const Subject subject = TenantSubject{.domain = access.domain};
    TokenWatch watch;
    const AutoRefresh refresh(desk.settings(), subject, desk.browser());
    SessionStatus bar({.subject = subject,
                       .token = watch,
                       .privacy = desk.session().privacy(),
                       .browser = desk.browser(),
                       .refresh = refresh});
    bar.show();
    auto *button = child<QToolButton>(&bar, "tokenStatus");
    QVERIFY(!button->isVisible());
    watch.watch(access, signIn);
    QVERIFY(button->isVisible()); // before the first exchange, too
    QCOMPARE(button->text(), u"Token renews itself"_s);
    QVERIFY(!button->font().bold());
    const qint64 soon = QDateTime::currentSecsSinceEpoch() + 60;
    signIn->setToken(Samples::jwt(
        R"({"iss":"https://acme.eu.auth0.com/","aud":"https://acme.eu.auth0.com/api/v2/",)"
        R"("scope":"read:organization_connections read:<b>","exp":)"
        + QByteArray::number(soon) + '}'));
    QCOMPARE(button->text(), u"Token renews itself"_s);
    QVERIFY(!button->font().bold()); // though it ends in a minute
    const QString tip = button->toolTip();
    const QString until =
        QLocale().toString(QDateTime::fromSecsSinceEpoch(soon), u"d MMM yyyy HH:mm:ss"_s);
    QVERIFY2(tip.contains("Its token is valid until "_L1 + until), qPrintable(tip));
    QVERIFY2(tip.contains("Its scopes: read:organization_connections, read:&lt;b&gt;."_L1),
             qPrintable(tip));
    signIn->setToken(Samples::jwt(R"({"iss":"https://acme.eu.auth0.com/","scope":"read:users"})"));
    QCOMPARE(button->text(), u"Token lacks a scope"_s);
    QVERIFY(button->font().bold());
}

void TestSessionStatus::rowsStayWhenTheTokenExpires()
{
    DemoDesk desk;
    QVERIFY(openWith(desk, {.lifetime = 2s}));
    const QStringList ids = desk.ids();
    QCOMPARE(ids.size(), 10);
    desk.select(3);
    desk.tenant().clearRequests();
    QTRY_COMPARE(status(desk)->text(), u"Token expired"_s);
    QVERIFY(desk.bannerText().startsWith("The token has expired."_L1));
    QCOMPARE(desk.bannerAction(), u"Enter a token…"_s);
    QCOMPARE(desk.ids(), ids);
    QCOMPARE(desk.table().selectionModel()->selectedRows().value(0).row(), 3);
    QCOMPARE(desk.takeRequestCount(), 0);
    child<QAbstractButton>(desk.banner(), "actionButton")->click();
    QVERIFY(desk.lastDialog<TokenDialog>()->isVisible());
}

void TestSessionStatus::olderListCanBeLeftUnlessItIsSaved()
{
    DemoDesk desk;
    desk.window();
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    desk.session().useEndpoint(ConnectionEndpoint::EnabledConnections);
    QVERIFY(desk.settle());
    const auto *older = child<QToolButton>(&desk.window(), "endpointStatus");
    QVERIFY(older->isVisible() && older->isEnabled());
    const QString file = saveView(desk, u"older.json"_s);
    QVERIFY(!file.isEmpty());
    QVERIFY(openView(desk, file));
    QVERIFY2(savedViewOf(desk.session().subject()), qPrintable(desk.bannerText()));
    QVERIFY(older->isVisible());
    QVERIFY(!older->isEnabled()); // a file has no other list
}

void TestSessionStatus::theTenantsRefusalIsSaid_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("lifetime");
    QTest::addColumn<QString>("text");
    constexpr int Hours = 10'790;
    QTest::newRow("expired, says the tenant")
        << u"expired-token"_s << Hours << u"Token refused by the tenant"_s;
    QTest::newRow("expired, says the token, too")
        << u"expired-token"_s << -60 << u"Token expired"_s;
    QTest::newRow("scope") << u"wrong-scope"_s << Hours << u"Token lacks a scope"_s;
    QTest::newRow("server error says nothing about it")
        << u"error-503"_s << Hours << QString(); // what stood there before
}

//! The status bar does not praise a token that the banner calls refused. Over rows, and without.
void TestSessionStatus::theTenantsRefusalIsSaid()
{
    QFETCH(const QString, fault);
    QFETCH(const int, lifetime);
    QFETCH(const QString, text);
    DemoDesk desk;
    QVERIFY(openWith(desk, {.lifetime = std::chrono::seconds(lifetime)}));
    const QString before = status(desk)->text();
    const QString expected = text.isEmpty() ? before : text;
    desk.tenant().setFaults({fault});
    QVERIFY(desk.trigger("refreshAction"));
    QCOMPARE(status(desk)->text(), expected);
    QCOMPARE(status(desk)->font().bold(), !text.isEmpty());
    desk.action("refreshAction")->trigger(); // not while it is asked again
    QCOMPARE(status(desk)->text(), expected);
    desk.action("cancelAction")->trigger(); // nor by the rows that stay
    QCOMPARE(status(desk)->text(), expected);
    if (lifetime < 0)
        return;
    desk.tenant().setFaults({});
    QVERIFY(desk.trigger("refreshAction"));
    QCOMPARE(status(desk)->text(), before);
    desk.tenant().setFaults({fault});
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Fifty)); // no rows
    QVERIFY(!desk.failureText().isEmpty());
    if (!text.isEmpty())
        QCOMPARE(status(desk)->text(), expected);
}

void TestSessionStatus::anotherTokenIsNotRefusedYet()
{
    DemoDesk desk;
    desk.window();
    desk.tenant().setFaults({u"wrong-scope"_s});
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    QCOMPARE(status(desk)->text(), u"Token lacks a scope"_s);
    desk.tenant().setFaults({u"hang"_s});
    QVERIFY(!openWith(desk, {.lifetime = std::chrono::seconds(10'790)}));
    QVERIFY(status(desk)->text() != u"Token lacks a scope"_s);
}

void TestSessionStatus::aRefusedSecretIsSaid()
{
    DemoDesk desk;
    desk.window();
    Profile profile = desk.saveProfile(DemoDesk::Ten);
    profile.access = AccessKind::Application;
    profile.clientId = QString::fromLatin1(Demo::ClientId);
    desk.settings().setProfiles({profile});
    desk.session().openProfile(
        profile,
        ClientCredentials{.clientId = profile.clientId, .secret = SecretBytes("another one")});
    QVERIFY(desk.settle());
    QCOMPARE(status(desk)->text(), u"Client secret: refused by the tenant"_s);
}

QTEST_MAIN(TestSessionStatus)
#include "tst_sessionstatus.moc"
