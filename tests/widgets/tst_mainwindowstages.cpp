// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "../net/rawserver.h"
#include "demo/authentication.h"
#include "models/displaytext.h"
#include "support/csvreader.h"
#include "support/demodesk.h"
#include "support/fakesecretstore.h"
#include "widgets/controls/failuredetails.h"
#include "widgets/controls/passingnote.h"
#include "widgets/export/exportdialog.h"

#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! What the main window shows before, between and in place of rows: missing tokens, failures,
//! waits, listings that change, the older list.
class TestMainWindowStages final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init() { failOnUnexpectedWarnings(); }
    void withoutAStoredTokenOneIsRequested();
    void lockedKeyringIsReported_data();
    void lockedKeyringIsReported();
    void withoutATokenTheHeaderNamesTheLastOrganization();
    void waitingForTheKeyringCanBeCancelled();
    void proxyPasswordThatCannotBeStoredIsReported();
    void storedTokenOpensTheTenant();
    void profileWithoutOrganizationOffersTheChooser();
    void unusableDomainOffersTheSettings();
    void twoClicksSwitchTheProfile();
    void menuNamesTheKind();
    void menuShowsNamesLiterally();
    void titleAndChipNameTheKind_data();
    void titleAndChipNameTheKind();
    void nothingOfTheTenantBeforeRemains();

    void unreachableServerKeepsTheRowsWithTheirTime();
    void retryRequestsThePageThatFailed();
    void everyFailureHasOneSentenceAndOneButton_data();
    void everyFailureHasOneSentenceAndOneButton();
    void refusedTokenOfAnOwnTenantOffersTheTokenDialog();
    void aFailureWhileFindHidesAllRowsIsOneBlock();
    void aRefusedSearchOffersTheTokenDialog();
    void refusedSecretLeadsToWhereItIsCorrected();
    void anApplicationThatMayNotEnoughSignsInAgain();
    void settingsOpenAtTheWrongField_data();
    void settingsOpenAtTheWrongField();
    void failureOfTheFirstPageIsOneBlock_data();
    void failureOfTheFirstPageIsOneBlock();
    void detailsOfAFailureUnfold();
    void theFocusStaysInTheBlock();
    void waitForTheFirstPageIsABlock();
    void bannerCanBeClosed();
    void cancelShowsThePageBefore();
    void cancelOfTheFirstPageOffersToReadAgain();
    void longWaitShowsProgressAndCancelReplacesRefresh();
    void progressLineStaysLongEnoughNotToFlicker();
    void rateLimitCausesAWaitAndNoFailure();
    void waitForTheRateLimitCanBeCancelled();
    void aWaitSaysWhyAndWhichTryComes();

    void mismatchIsReported_data();
    void mismatchIsReported();
    void refreshReadsThePageAgain();
    void unchangedListShowsNoMessage();
    void lostSelectionIsReported();
    void aRefreshSaysWhatHasChanged();

    void bannerOffersTheOlderList();
    void missingFieldsAreDashes();
    void filterIsDisabledWithAReason();
    void theKeyboardLeavesTheStatusBarForNewRows();
    void statusBarNamesTheOlderListAndLeadsBack();
    void exportLeavesMissingFieldsEmpty();

private:
    //! A desk and its keyring.
    struct Desk {
        std::unique_ptr<FakeSecretStore> owned = std::make_unique<FakeSecretStore>();
        FakeSecretStore &keyring = *owned;
        DemoDesk desk{{}, std::move(owned)};
    };
    static void keepToken(Desk &all, const QString &profileId)
    {
        all.keyring.secrets.insert(
            profileId, (all.desk.tenant().domain() + '\n'_L1 + all.desk.token()).toUtf8());
    }
    static QMenu *menu(DemoDesk &desk)
    {
        return child<QToolButton>(&desk.window(), "tenantButton")->menu();
    }
    //! The menu entry whose text starts with this; null when there is none.
    static QAction *entry(DemoDesk &desk, const QString &text)
    {
        QMenu *all = menu(desk);
        Q_EMIT all->aboutToShow();
        const QList<QAction *> actions = all->actions();
        const auto found = std::ranges::find_if(
            actions, [&text](const QAction *action) { return action->text().startsWith(text); });
        return found == actions.end() ? nullptr : *found;
    }
    static Profile profile(DemoDesk &desk, const QString &name, TenantKind kind, int organization)
    {
        return {.id = name,
                .name = name,
                .kind = kind,
                .domain = desk.tenant().domain(),
                .organizationId = desk.id(organization)};
    }

    static bool openOlder(DemoDesk &desk)
    {
        desk.tenant().setFaults({u"no-endpoint"_s});
        if (!desk.openAsOwnTenant(DemoDesk::Many))
            return false;
        desk.clickFailureAction();
        return desk.settle();
    }
};

void TestMainWindowStages::withoutAStoredTokenOneIsRequested()
{
    Desk all;
    DemoDesk &desk = all.desk;
    desk.window();
    desk.session().openProfile(desk.saveProfile(DemoDesk::Ten));
    QTRY_COMPARE(desk.stateText(), u"No token is saved for acme-prod."_s);
    QCOMPARE(desk.stateAction(), u"Enter a token…"_s);
    QCOMPARE(desk.window().focusWidget(), child(desk.statePage(), "actionButton"));
    QCOMPARE(desk.takeRequestCount(), 0);

    child<QAbstractButton>(desk.statePage(), "actionButton")->click();
    const auto *dialog = desk.lastDialog<TokenDialog>();
    child<QLineEdit>(dialog, "tokenField")->setText(desk.token());
    child<QDialogButtonBox>(dialog, "buttons")->button(QDialogButtonBox::Ok)->click();
    QVERIFY(desk.settle());
    QCOMPARE(desk.ids().size(), 10);
    QTRY_VERIFY(all.keyring.secrets.value(u"own"_s).endsWith(desk.token().toLatin1()));
}

void TestMainWindowStages::lockedKeyringIsReported_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("action");
    QTest::newRow("locked") << int(SecretError::Kind::Locked) << u"The keyring is locked."_s
                            << u"Retry"_s;
    QTest::newRow("refused") << int(SecretError::Kind::Denied) << u"The keyring denied access"_s
                             << u"Retry"_s;
    QTest::newRow("none") << int(SecretError::Kind::Unavailable) << u"No keyring is available"_s
                          << u"Enter a token…"_s;
}

void TestMainWindowStages::lockedKeyringIsReported()
{
    QFETCH(const int, kind);
    QFETCH(const QString, expected);
    Desk all;
    all.keyring.failAll(SecretError::Kind(kind));
    DemoDesk &desk = all.desk;
    desk.window();
    desk.session().openProfile(desk.saveProfile(DemoDesk::Ten));
    QTRY_VERIFY2(desk.stateText().startsWith(expected), qPrintable(desk.stateText()));
    QTEST(desk.stateAction(), "action");
    QCOMPARE(desk.window().focusWidget(), child(desk.statePage(), "actionButton"));
    QVERIFY(desk.action("tokenAction")->isEnabled());
    if (desk.stateAction() != u"Retry"_s)
        return;
    keepToken(all, desk.settings().currentProfileId());
    all.keyring.failWhen({});
    child<QAbstractButton>(desk.statePage(), "actionButton")->click();
    QTRY_COMPARE(desk.session().stage(), TenantSession::Stage::Browsing);
    QVERIFY(desk.settle());
}

//! With the names that it had at the last start.
void TestMainWindowStages::withoutATokenTheHeaderNamesTheLastOrganization()
{
    Desk all;
    all.keyring.hold();
    DemoDesk &desk = all.desk;
    desk.window();
    Profile bare = desk.saveProfile(DemoDesk::Ten);
    bare.organizationId.clear();
    desk.settings().addRecentOrganization(
        desk.tenant().domain(),
        {.id = u"org_1"_s, .name = u"Acme Corp"_s, .shortName = u"acme-corp"_s});
    desk.session().openProfile(bare);
    const auto *field = child<QComboBox>(&desk.window(), "organizationField");
    const QString whole = u"Acme Corp  ·  acme-corp  ·  org_1"_s;
    QCOMPARE(field->currentText(), whole); // while the keyring is asked
    desk.session().cancelReadingToken();
    QCOMPARE(desk.stateAction(), u"Enter a token…"_s);
    QCOMPARE(field->currentText(), whole);
    QVERIFY(desk.window().windowTitle().startsWith(u"Acme Corp – acme-prod"_s));
}

void TestMainWindowStages::waitingForTheKeyringCanBeCancelled()
{
    Desk all;
    all.keyring.hold();
    DemoDesk &desk = all.desk;
    desk.window();
    desk.session().openProfile(desk.saveProfile(DemoDesk::Ten));
    QCOMPARE(desk.stateText(), u"Checking the keyring…"_s);
    QCOMPARE(desk.stateAction(), u"Cancel"_s);
    child<QAbstractButton>(desk.statePage(), "actionButton")->click();
    QCOMPARE(desk.session().stage(), TenantSession::Stage::NeedsToken);
    QCOMPARE(desk.stateAction(), u"Enter a token…"_s);
    QCOMPARE(desk.takeRequestCount(), 0);
}

void TestMainWindowStages::proxyPasswordThatCannotBeStoredIsReported()
{
    Desk all;
    all.keyring.failWhen([](const FakeSecretStore::Request &request) {
        return request.key == ".proxy"_L1 ? std::optional(SecretError{}) : std::nullopt;
    });
    QVERIFY(all.desk.open(DemoDesk::Ten));
    all.desk.network().setNetwork({.proxyMode = NetworkSettings::ProxyMode::Manual,
                                   .proxyHost = u"proxy.example.com"_s,
                                   .proxyUser = u"ann"_s},
                                  u"secret"_s);
    QTRY_VERIFY(all.desk.bannerText().contains("the proxy's password"_L1));
}

void TestMainWindowStages::storedTokenOpensTheTenant()
{
    Desk all;
    DemoDesk &desk = all.desk;
    keepToken(all, u"own"_s);
    desk.window();
    desk.session().openProfile(desk.saveProfile(DemoDesk::Fifty));
    QTRY_COMPARE(desk.ids().size(), 50);
    QCOMPARE(desk.stateText(), QString());
}

void TestMainWindowStages::profileWithoutOrganizationOffersTheChooser()
{
    Desk all;
    DemoDesk &desk = all.desk;
    keepToken(all, u"own"_s);
    desk.window();
    Profile bare = desk.saveProfile(DemoDesk::Ten);
    bare.organizationId.clear();
    desk.session().openProfile(bare);
    QTRY_COMPARE(desk.session().stage(), TenantSession::Stage::NeedsOrganization);
    QCOMPARE(desk.stateText(), u"Choose an organization by name or ID."_s);
    child<QAbstractButton>(desk.statePage(), "actionButton")->click();
    QVERIFY(desk.chooser().isVisible());
    QTest::keyClicks(child(&desk.chooser(), "findField"), desk.id(DemoDesk::Fifty));
    QTest::keyClick(child(&desk.chooser(), "findField"), Qt::Key_Return);
    QVERIFY(desk.settle());
    QCOMPARE(desk.ids().size(), 50);
    QVERIFY(desk.window().windowTitle().contains(desk.id(DemoDesk::Fifty)));
}

void TestMainWindowStages::unusableDomainOffersTheSettings()
{
    DemoDesk desk;
    desk.window();
    desk.settings().setProfiles({{.id = u"own"_s, .name = u"acme"_s, .domain = u"not one"_s}});
    desk.session().openProfile(desk.settings().profiles().constFirst());
    QTRY_COMPARE(desk.stateText(), u"The domain of acme cannot be used."_s);
    QCOMPARE(desk.stateAction(), u"Settings…"_s);
    child<QAbstractButton>(desk.statePage(), "actionButton")->click();
    QVERIFY(desk.lastDialog<SettingsDialog>()->isVisible());
}

void TestMainWindowStages::twoClicksSwitchTheProfile()
{
    Desk all;
    DemoDesk &desk = all.desk;
    desk.settings().setProfiles({profile(desk, u"live"_s, TenantKind::Production, DemoDesk::Ten),
                                 profile(desk, u"trial"_s, TenantKind::Staging, DemoDesk::Fifty)});
    keepToken(all, u"live"_s);
    keepToken(all, u"trial"_s);
    desk.window();
    desk.session().openProfile(desk.settings().profiles().constFirst());
    QTRY_COMPARE(desk.ids().size(), 10);
    QVERIFY(entry(desk, u"live"_s)->isChecked());

    auto *button = child<QToolButton>(&desk.window(), "tenantButton");
    QCOMPARE(button->popupMode(), QToolButton::InstantPopup); // the first click opens the menu
    entry(desk, u"trial"_s)->trigger();
    QTRY_COMPARE(desk.ids().size(), 50);
    QVERIFY(!entry(desk, u"live"_s)->isChecked());
    QVERIFY(entry(desk, u"trial"_s)->isChecked());
    QCOMPARE(desk.settings().currentProfileId(), u"trial"_s);
    QCOMPARE(button->text(), u"trial"_s);
}

void TestMainWindowStages::menuNamesTheKind()
{
    DemoDesk desk;
    desk.settings().setProfiles({profile(desk, u"a"_s, TenantKind::Production, DemoDesk::Ten),
                                 profile(desk, u"b"_s, TenantKind::Staging, DemoDesk::Ten),
                                 profile(desk, u"c"_s, TenantKind::Development, DemoDesk::Ten)});
    QVERIFY(entry(desk, u"a "_s)->text().endsWith("Production"_L1));
    QVERIFY(entry(desk, u"b "_s)->text().endsWith("Staging"_L1));
    QVERIFY(entry(desk, u"c "_s)->text().endsWith("Development"_L1));
    QVERIFY(menu(desk)->actions().contains(desk.action("demoAction")));
    QVERIFY(menu(desk)->actions().contains(desk.action("settingsAction")));
}

void TestMainWindowStages::menuShowsNamesLiterally()
{
    DemoDesk desk;
    const QString name = u"<b>R&D</b> && co"_s;
    desk.settings().setProfiles({profile(desk, name, TenantKind::Staging, DemoDesk::Ten)});
    const QAction *action = entry(desk, u"<b>R&&D</b> &&&& co"_s); // && is how a menu shows &
    QVERIFY(action);
    QVERIFY(action->icon().cacheKey() != 0);

    desk.session().openProfile(desk.settings().profiles().constFirst(), desk.access().token);
    QVERIFY(desk.settle());
    QVERIFY(desk.window().windowTitle().contains(name));
    const auto *button = child<QToolButton>(&desk.window(), "tenantButton");
    QString shown = button->text();
    QCOMPARE(shown.replace("&&"_L1, "&"_L1), name);
}

void TestMainWindowStages::titleAndChipNameTheKind_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("word");
    QTest::newRow("production") << int(TenantKind::Production) << u"Production"_s;
    QTest::newRow("staging") << int(TenantKind::Staging) << u"Staging"_s;
    QTest::newRow("development") << int(TenantKind::Development) << u"Development"_s;
}

void TestMainWindowStages::titleAndChipNameTheKind()
{
    QFETCH(const int, kind);
    QFETCH(const QString, word);
    DemoDesk desk;
    desk.window();
    desk.session().openProfile(profile(desk, u"acme"_s, TenantKind(kind), DemoDesk::Ten),
                               desk.access().token);
    QVERIFY(desk.settle());
    QVERIFY(desk.window().windowTitle().contains(u" – acme (%1) – "_s.arg(word)));
    const auto *chip = child<QLabel>(&desk.window(), "kindLabel");
    QVERIFY(chip->isVisible());
    QCOMPARE(chip->text(), word.toUpper());
}

void TestMainWindowStages::nothingOfTheTenantBeforeRemains()
{
    Desk all;
    DemoDesk &desk = all.desk;
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Many));
    desk.select(2);
    Profile other = profile(desk, u"other"_s, TenantKind::Development, DemoDesk::Ten);
    desk.session().openProfile(other); // no token is stored for it
    QTRY_COMPARE(desk.stateText(), u"No token is saved for other."_s);
    QCOMPARE(desk.table().model()->rowCount(), 0);
    QVERIFY(!desk.action("exportAction")->isEnabled());
    QVERIFY(!desk.action("copyIdAction")->isEnabled());
    QVERIFY(!desk.window().windowTitle().contains("acme-prod"_L1));
    QCOMPARE(labelText(&desk.window(), "kindLabel"), u"DEVELOPMENT"_s);
}

void TestMainWindowStages::unreachableServerKeepsTheRowsWithTheirTime()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    const QStringList ids = desk.ids();
    const QString time = desk.browser().page()->readAt.time().toString(u"HH:mm:ss"_s);
    desk.tenant().stop();
    QVERIFY(desk.trigger("refreshAction"));
    QVERIFY2(desk.bannerText().startsWith(desk.tenant().domain() + " cannot be reached"_L1),
             qPrintable(desk.bannerText()));
    QVERIFY(desk.bannerText().endsWith(u"The rows below are from %1."_s.arg(time)));
    QCOMPARE(desk.bannerAction(), u"Retry"_s);
    QCOMPARE(desk.ids(), ids);
    QVERIFY(desk.table().isVisible());
    QCOMPARE(labelText(&desk.window(), "readAtLabel"), "Updated "_L1 + time);

    QVERIFY(desk.tenant().start());
    child<QAbstractButton>(desk.banner(), "actionButton")->click();
    QVERIFY(desk.settle());
    QCOMPARE(desk.bannerText(), QString());
    QCOMPARE(desk.browser().state(), ConnectionBrowser::State::Loaded);
    QCOMPARE(desk.ids(), ids);
}

void TestMainWindowStages::retryRequestsThePageThatFailed()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    desk.tenant().setFaults({u"error-503"_s});
    QVERIFY(desk.trigger("nextPageAction"));
    QCOMPARE(labelText(&desk.window(), "rangeLabel"), u"1–50 of 237"_s);
    QCOMPARE(child<QSpinBox>(&desk.window(), "pageField")->value(), 1);
    desk.tenant().setFaults({});
    child<QAbstractButton>(desk.banner(), "actionButton")->click();
    QVERIFY(desk.settle());
    QCOMPARE(labelText(&desk.window(), "rangeLabel"), u"51–100 of 237"_s);
}

void TestMainWindowStages::everyFailureHasOneSentenceAndOneButton_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("expired") << u"expired-token"_s << u"The demo tenant refused its token."_s;
    QTest::newRow("scope") << u"wrong-scope"_s << u"read:organization_connections"_s;
    QTest::newRow("503") << u"error-503"_s << u"reported a server error (status 503)"_s;
    QTest::newRow("not JSON") << u"not-json"_s << u"cannot be used: "_s;
    QTest::newRow("hotel") << u"captive-portal"_s << u"cannot be used: "_s;
    QTest::newRow("cut off") << u"truncated"_s << u"127.0.0.1"_s;
    QTest::newRow("a row without an id") << u"missing-id"_s << u"connection_id"_s;
    QTest::newRow("elsewhere") << u"redirect-other-host"_s << u"cannot be used: "_s;
    QTest::newRow("dropped") << u"drop"_s << u"127.0.0.1"_s;
}

void TestMainWindowStages::everyFailureHasOneSentenceAndOneButton()
{
    QFETCH(const QString, fault);
    QFETCH(const QString, sentence);
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.tenant().setFaults({fault});
    QVERIFY(desk.trigger("refreshAction"));
    QCOMPARE(desk.browser().state(), ConnectionBrowser::State::Failed);
    QVERIFY2(desk.bannerText().contains(sentence), qPrintable(desk.bannerText()));
    QVERIFY(desk.bannerText().contains("The rows below are from"_L1));
    QVERIFY(!desk.bannerText().contains("/api/v2/"_L1)); // the address is in the details
    const QString details =
        desk.banner()->findChild<FailureDetails *>(u"failureDetails"_s)->details();
    QVERIFY2(details.contains("GET /api/v2/organizations/"_L1), qPrintable(details));
    QCOMPARE(desk.bannerAction(), u"Retry"_s); // the demo has no token to enter
    QCOMPARE(desk.ids().size(), 10);
}

void TestMainWindowStages::refusedTokenOfAnOwnTenantOffersTheTokenDialog()
{
    DemoDesk desk;
    desk.window();
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    desk.tenant().setFaults({u"expired-token"_s});
    QVERIFY(desk.trigger("refreshAction"));
    QVERIFY(desk.bannerText().startsWith("The token has expired. Enter a new one."_L1));
    QCOMPARE(desk.bannerAction(), u"Enter a token…"_s);
    child<QAbstractButton>(desk.banner(), "actionButton")->click();
    const auto *dialog = desk.lastDialog<TokenDialog>();
    QVERIFY(dialog->isVisible());
    QVERIFY(labelText(dialog, "tenantLabel").contains(desk.tenant().domain()));
}

//! No banner over "Nothing matches": nobody knows what would match now.
void TestMainWindowStages::aFailureWhileFindHidesAllRowsIsOneBlock()
{
    DemoDesk desk;
    desk.window();
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    auto *find = child<QLineEdit>(&desk.window(), "findField");
    find->setText(u"nowhere"_s);
    QCOMPARE(desk.stateText(), u"Nothing matches “nowhere”."_s);
    desk.tenant().setFaults({u"expired-token"_s});
    QVERIFY(desk.trigger("refreshAction"));
    QVERIFY(!desk.banner()->isVisible());
    QVERIFY2(desk.stateText().startsWith("The token has expired. Enter a new one."_L1),
             qPrintable(desk.stateText()));
    QVERIFY(desk.stateText().contains("Find or a filter hides all rows from"_L1)
            || child<QAbstractButton>(desk.statePage(), "otherButton")->text() == u"Retry"_s);
    QVERIFY(!desk.stateText().contains("matches"_L1));
    QCOMPARE(desk.stateAction(), u"Enter a token…"_s);
    find->setText(u"okta"_s); // some rows are there again
    QVERIFY(desk.bannerText().startsWith("The token has expired. Enter a new one."_L1));
    QVERIFY(!desk.statePage()->isVisible());
    find->setText(u"nowhere"_s);
    QVERIFY(!desk.banner()->isVisible());
    find->clear();
    QVERIFY(desk.banner()->isVisible());
    QCOMPARE(desk.ids().size(), 10);
    desk.tenant().setFaults({});
    QVERIFY(desk.trigger("refreshAction"));
    QVERIFY(!desk.banner()->isVisible());
    find->setText(u"nowhere"_s);
    QCOMPARE(desk.stateText(), u"Nothing matches “nowhere”."_s);
}

void TestMainWindowStages::aRefusedSearchOffersTheTokenDialog()
{
    DemoDesk desk;
    desk.window();
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Many));
    child<QLineEdit>(&desk.window(), "findField")->setText(u"nowhere"_s);
    QCOMPARE(desk.stateAction(), u"Search all 5 pages (4 requests)"_s);
    desk.tenant().setFaults({u"expired-token"_s});
    child<QAbstractButton>(desk.statePage(), "actionButton")->click();
    QTRY_VERIFY2(desk.stateText().startsWith("Only 1 of 5 pages were read"_L1),
                 qPrintable(desk.stateText()));
    QVERIFY(!desk.banner()->isVisible());
    QCOMPARE(desk.stateAction(), u"Enter a token…"_s);
    child<QAbstractButton>(desk.statePage(), "actionButton")->click();
    QVERIFY(desk.lastDialog<TokenDialog>()->isVisible());
}

void TestMainWindowStages::refusedSecretLeadsToWhereItIsCorrected()
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
    QCOMPARE(desk.failureText(),
             u"The tenant does not accept the client ID or the client secret. Check both."_s);
    QCOMPARE(desk.failureAction(), u"Client secret…"_s);
    desk.clickFailureAction();
    const auto *dialog = desk.lastDialog<TokenDialog>();
    child<QLineEdit>(dialog, "tokenField")->setText(QString::fromLatin1(Demo::ClientSecret));
    child<QDialogButtonBox>(dialog, "buttons")->button(QDialogButtonBox::Ok)->click();
    QVERIFY(desk.settle());
    QTRY_COMPARE(desk.ids().size(), 10);
    QCOMPARE(desk.failureText(), QString());
}

//! Its grant can be mended in the tenant, so that nothing has to be entered here.
void TestMainWindowStages::anApplicationThatMayNotEnoughSignsInAgain()
{
    DemoDesk desk;
    desk.window();
    Profile profile = desk.saveProfile(DemoDesk::Ten);
    profile.access = AccessKind::Application;
    profile.clientId = QString::fromLatin1(Demo::ClientId);
    desk.settings().setProfiles({profile});
    desk.tenant().setFaults({u"wrong-scope"_s});
    desk.session().openProfile(
        profile,
        ClientCredentials{.clientId = profile.clientId, .secret = SecretBytes(Demo::ClientSecret)});
    QVERIFY(desk.settle());
    QCOMPARE(desk.failureAction(), u"Sign in again"_s);
    desk.tenant().setFaults({u"expired-token"_s});
    desk.action("refreshAction")->trigger();
    QVERIFY(desk.settle());
    QCOMPARE(desk.failureAction(), u"Sign in again"_s);
    QVERIFY2(desk.stateText().startsWith("The token has expired. Sign in again"_L1),
             qPrintable(desk.stateText())); // and does not ask for a token
    desk.tenant().setFaults({});
    desk.clickFailureAction();
    QTRY_COMPARE(desk.ids().size(), 10);
    QCOMPARE(desk.failureText(), QString());
}

void TestMainWindowStages::settingsOpenAtTheWrongField_data()
{
    using enum SettingsDialog::Page;
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<int>("page");
    QTest::newRow("domain") << "404 Not Found"_ba << u"Check the domain."_s << int(Tenants);
    QTest::newRow("proxy") << "407 Proxy Authentication Required"_ba
                           << u"Check the proxy in the settings."_s << int(Network);
}

void TestMainWindowStages::settingsOpenAtTheWrongField()
{
    QFETCH(const QByteArray, status);
    QFETCH(const QString, sentence);
    QFETCH(const int, page);
    DemoDesk desk;
    desk.window();
    const RawServer stranger(RawServer::sending(RawServer::http(status, "nothing here")));
    desk.session().openTenant({stranger.domain(), desk.access().token},
                              {.organizationId = desk.id(DemoDesk::Ten)});
    QVERIFY(desk.settle());
    QVERIFY2(desk.failureText().endsWith(sentence), qPrintable(desk.failureText()));
    QCOMPARE(desk.failureAction(), u"Settings…"_s);
    desk.clickFailureAction();
    const auto *pages = child<QStackedWidget>(desk.lastDialog<SettingsDialog>(), "pages");
    QCOMPARE(pages->currentIndex(), page);
}

//! One block in the middle, and no banner: there are no rows that it could be over.
void TestMainWindowStages::failureOfTheFirstPageIsOneBlock_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("action");
    QTest::newRow("expired") << u"expired-token"_s << u"Token expired"_s
                             << u"The token has expired. Enter a new one."_s << u"Enter a token…"_s;
    QTest::newRow("scope") << u"wrong-scope"_s << u"A scope is missing"_s
                           << u"read:organization_connections"_s << u"Enter a token…"_s;
    QTest::newRow("503") << u"error-503"_s << u"Server error"_s << u"(status 503)"_s << u"Retry"_s;
    QTest::newRow("not JSON") << u"not-json"_s << u"Unexpected response"_s << u"127.0.0.1"_s
                              << u"Retry"_s;
    QTest::newRow("long wait") << u"rate-limit-long"_s << u"Rate limit reached"_s << u"2 h"_s
                               << u"Retry"_s;
    QTest::newRow("dropped") << u"drop"_s << u"Cannot reach the tenant"_s << u"127.0.0.1"_s
                             << u"Retry"_s;
}

void TestMainWindowStages::failureOfTheFirstPageIsOneBlock()
{
    QFETCH(const QString, fault);
    QFETCH(const QString, title);
    QFETCH(const QString, sentence);
    QFETCH(const QString, action);
    DemoDesk desk;
    desk.window();
    desk.tenant().setFaults({fault});
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    QVERIFY(!desk.banner()->isVisible());
    QCOMPARE(labelText(desk.statePage(), "titleLabel"), title);
    QVERIFY2(desk.stateText().contains(sentence), qPrintable(desk.stateText()));
    QVERIFY(!desk.stateText().contains("/api/v2/"_L1));
    QCOMPARE(desk.stateAction(), action);
    const auto *other = child<QPushButton>(desk.statePage(), "otherButton");
    QCOMPARE(other->isVisible(), action != "Retry"_L1);
    QVERIFY(!child(&desk.window(), "connectionScroll")->isVisible()); // nothing to select
    QCOMPARE(labelText(&desk.window(), "rangeLabel"), QString());
    QCOMPARE(labelText(&desk.window(), "readAtLabel"), QString());
    QVERIFY(!desk.action("exportAction")->isEnabled());
    QVERIFY(!desk.table().isVisible());
    if (fault == "rate-limit-long"_L1)
        return; // the program waits as long as the tenant says
    desk.tenant().setFaults({});
    if (other->isVisible())
        child<QPushButton>(desk.statePage(), "otherButton")->click();
    else
        desk.clickFailureAction();
    QVERIFY(desk.settle());
    QCOMPARE(desk.ids().size(), 10);
    QCOMPARE(desk.failureText(), QString());
}

//! What the tenant's support asks for, and people do not.
void TestMainWindowStages::detailsOfAFailureUnfold()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten, {u"error-503"_s}));
    auto *details = child<FailureDetails>(desk.statePage(), "failureDetails");
    auto *text = child<QLabel>(details, "detailsText");
    QVERIFY(details->isVisible() && !text->isVisible());
    child<QToolButton>(details, "detailsButton")->click();
    QVERIFY(text->isVisible());
    QVERIFY(details->details().contains("\nStatus: 503"_L1));
    child<QToolButton>(details, "copyDetailsButton")->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), details->details());
    QVERIFY(details->details().contains(desk.id(DemoDesk::Ten)));
    desk.action("privacyAction")->trigger();
    QVERIFY(!details->isVisible());
    desk.action("privacyAction")->trigger();
    QVERIFY(details->isVisible() && !text->isVisible());
}

void TestMainWindowStages::theFocusStaysInTheBlock()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten, {u"error-503"_s}));
    auto *retry = child<QPushButton>(desk.statePage(), "actionButton");
    retry->setFocus();
    QTest::keyClick(retry, Qt::Key_Space);
    QVERIFY(desk.settle());
    QVERIFY(retry->hasFocus());
    desk.tenant().setFaults({});
    QTest::keyClick(retry, Qt::Key_Space);
    QVERIFY(desk.settle());
    QCOMPARE(desk.ids().size(), 10);
    QVERIFY(desk.table().hasFocus());
}

void TestMainWindowStages::waitForTheFirstPageIsABlock()
{
    DemoDesk desk;
    desk.tenant().setFaults({u"rate-limit"_s});
    desk.window().openDemo({.organizationId = desk.id(DemoDesk::Ten)});
    QTRY_COMPARE(desk.stateAction(), u"Cancel"_s);
    QVERIFY(!desk.banner()->isVisible());
    QCOMPARE(labelText(desk.statePage(), "titleLabel"), u"Waiting for the tenant"_s);
    QVERIFY(desk.stateText().contains(" s."_L1));
    desk.clickFailureAction();
    QCOMPARE(desk.stateText(), u"Reading was cancelled."_s);
}

void TestMainWindowStages::bannerCanBeClosed()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.tenant().setFaults({u"error-500"_s});
    QVERIFY(desk.trigger("refreshAction"));
    QVERIFY(desk.banner()->isVisible());
    child<QToolButton>(desk.banner(), "closeButton")->click();
    QVERIFY(!desk.banner()->isVisible());
    QVERIFY(desk.table().isVisible());
}

void TestMainWindowStages::cancelShowsThePageBefore()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(desk.trigger("nextPageAction"));
    const QStringList ids = desk.ids();
    desk.tenant().setFaults({u"hang"_s});
    for (const char *wish : {"showDisabledAction", "lastPageAction", "refreshAction"}) {
        desk.action(wish)->trigger();
        QVERIFY(desk.action("cancelAction")->isEnabled());
        QCOMPARE(desk.ids(), ids); // they stay while it loads
        QTest::keyClick(&desk.window(), Qt::Key_Escape);
        QCOMPARE(desk.browser().state(), ConnectionBrowser::State::Loaded);
        QCOMPARE(desk.ids(), ids);
        QVERIFY(desk.action("showAllAction")->isChecked());
        QVERIFY(child<QToolButton>(&desk.window(), "allButton")->isChecked());
        QCOMPARE(child<QSpinBox>(&desk.window(), "pageField")->value(), 2);
        QCOMPARE(labelText(&desk.window(), "rangeLabel"), u"51–100 of 237"_s);
        QCOMPARE(labelText(&desk.window(), "pageCountLabel"), u"of 5"_s);
        QVERIFY(!desk.action("cancelAction")->isEnabled());
        QVERIFY(desk.action("nextPageAction")->isEnabled());
    }
}

void TestMainWindowStages::cancelOfTheFirstPageOffersToReadAgain()
{
    DemoDesk desk;
    desk.tenant().setFaults({u"hang"_s});
    desk.window().openDemo({.organizationId = desk.id(DemoDesk::Ten)});
    QCOMPARE(desk.stateText(), u"Reading connections…"_s);
    desk.action("cancelAction")->trigger();
    QCOMPARE(desk.stateText(), u"Reading was cancelled."_s);
    QCOMPARE(desk.stateAction(), u"Read again"_s);
    desk.tenant().setFaults({});
    child<QAbstractButton>(desk.statePage(), "actionButton")->click();
    QVERIFY(desk.settle());
    QCOMPARE(desk.ids().size(), 10);
}

void TestMainWindowStages::longWaitShowsProgressAndCancelReplacesRefresh()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const auto *line = desk.window().findChild<QProgressBar *>();
    auto *button = child<QToolButton>(&desk.window(), "refreshButton");
    desk.tenant().setFaults({u"hang"_s});
    desk.action("refreshAction")->trigger();
    QVERIFY(!line->isVisible());
    QCOMPARE(button->defaultAction(), desk.action("refreshAction"));
    QTRY_VERIFY(line->isVisible());
    QTRY_COMPARE(button->defaultAction(), desk.action("cancelAction"));
    QVERIFY(button->isEnabled());
    button->click();
    QCOMPARE(desk.browser().state(), ConnectionBrowser::State::Loaded);
    QTRY_VERIFY(!line->isVisible());
    QCOMPARE(button->defaultAction(), desk.action("refreshAction"));
    QVERIFY(button->isEnabled());
}

void TestMainWindowStages::progressLineStaysLongEnoughNotToFlicker()
{
    //! Ends the wait at the moment when the progress line appears.
    class EndOnShow final : public QObject {
    public:
        explicit EndOnShow(QAction &cancel)
            : m_cancel(cancel)
        {
        }
        bool eventFilter(QObject * /*watched*/, QEvent *event) override
        {
            if (event->type() == QEvent::Show)
                QMetaObject::invokeMethod(&m_cancel, &QAction::trigger, Qt::QueuedConnection);
            return false;
        }

    private:
        QAction &m_cancel;
    };
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    auto *line = desk.window().findChild<QProgressBar *>();
    EndOnShow end(*desk.action("cancelAction"));
    line->installEventFilter(&end);
    desk.tenant().setFaults({u"hang"_s});
    desk.action("refreshAction")->trigger();
    QSignalSpy states(&desk.browser(), &ConnectionBrowser::stateChanged);
    QVERIFY(states.wait());
    QCOMPARE(desk.browser().state(), ConnectionBrowser::State::Loaded);
    QVERIFY(line->isVisible());
    QTRY_VERIFY(!line->isVisible());
}

void TestMainWindowStages::rateLimitCausesAWaitAndNoFailure()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.tenant().setFaults({u"rate-limit-once"_s});
    desk.action("refreshAction")->trigger();
    QTRY_COMPARE(desk.bannerText(), u"Rate limit reached. Retrying in 1 s."_s);
    QCOMPARE(desk.bannerAction(), u"Cancel"_s);
    QVERIFY(desk.settle());
    QCOMPARE(desk.browser().state(), ConnectionBrowser::State::Loaded);
    QCOMPARE(desk.bannerText(), QString());
}

void TestMainWindowStages::waitForTheRateLimitCanBeCancelled()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.tenant().setFaults({u"rate-limit"_s});
    desk.action("refreshAction")->trigger();
    QTRY_COMPARE(desk.bannerAction(), u"Cancel"_s);
    child<QAbstractButton>(desk.banner(), "actionButton")->click();
    QCOMPARE(desk.browser().state(), ConnectionBrowser::State::Loaded);
    QCOMPARE(desk.bannerText(), QString());
    QCOMPARE(desk.ids().size(), 10);
}

void TestMainWindowStages::aWaitSaysWhyAndWhichTryComes()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.tenant().setFaults({u"hang"_s});
    desk.action("refreshAction")->trigger();
    const ApiError silent{.kind = ApiError::Kind::Timeout};
    Q_EMIT desk.browser().retryScheduled(1, std::chrono::seconds(1), silent);
    QVERIFY2(desk.bannerText().startsWith("No response in "_L1), qPrintable(desk.bannerText()));
    QVERIFY2(desk.bannerText().endsWith(" Retrying in 1 s (2 of 2)."_L1),
             qPrintable(desk.bannerText()));
    QTRY_VERIFY(desk.bannerText().endsWith(u" Retrying (2 of 2)…"_s));
    QCOMPARE(desk.bannerAction(), u"Cancel"_s);
    const ApiError broken{.kind = ApiError::Kind::Server, .httpStatus = 502};
    Q_EMIT desk.browser().retryScheduled(2, std::chrono::seconds(3), broken);
    QCOMPARE(desk.bannerText(),
             u"The tenant reported a server error (status 502). Retrying in 3 s (3 of 3)."_s);
}

void TestMainWindowStages::mismatchIsReported_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("expected");
    QTest::newRow("moving") << u"moving"_s << u"a connection is listed twice"_s;
    QTest::newRow("duplicate-row") << u"duplicate-row"_s << u"a connection is listed twice"_s;
    QTest::newRow("short-page") << u"short-page"_s
                                << u"Only 49 of 50 rows of this page were received."_s;
    QTest::newRow("growing") << u"growing"_s << u"The list has changed: it had 2"_s;
    QTest::newRow("shrinking") << u"shrinking"_s << u"The list has changed: it had 2"_s;
}

void TestMainWindowStages::mismatchIsReported()
{
    QFETCH(const QString, fault);
    QFETCH(const QString, expected);
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many, {fault}));
    QVERIFY(desk.trigger("nextPageAction"));
    QVERIFY2(desk.bannerText().contains(expected), qPrintable(desk.bannerText()));
    QCOMPARE(desk.bannerAction(), u"Refresh"_s);
    QVERIFY(!desk.ids().isEmpty()); // the rows are shown nevertheless
}

void TestMainWindowStages::refreshReadsThePageAgain()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many, {u"moving"_s}));
    QVERIFY(desk.trigger("nextPageAction"));
    const QStringList before = desk.ids();
    desk.tenant().setFaults({});
    desk.tenant().clearRequests();
    child<QAbstractButton>(desk.banner(), "actionButton")->click();
    QVERIFY(desk.settle());
    QCOMPARE(desk.takeQueries(), QStringList{u"page=1&per_page=50&include_totals=true"_s});
    QCOMPARE(desk.bannerText(), QString());
    QVERIFY(desk.ids() != before);
    QCOMPARE(labelText(&desk.window(), "rangeLabel"), u"51–100 of 237"_s);
}

void TestMainWindowStages::unchangedListShowsNoMessage()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    for (const char *step : {"nextPageAction", "lastPageAction", "previousPageAction",
                             "firstPageAction", "refreshAction"}) {
        QVERIFY(desk.trigger(step));
        QCOMPARE(desk.bannerText(), QString());
    }
}

void TestMainWindowStages::lostSelectionIsReported()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.select(3);
    const ConnectionPage page = *desk.browser().page();
    OrganizationConnection gone = page.items.at(3);
    gone.connectionId = u"con_gone0000000000"_s; // as if the tenant had just deleted it
    QList<OrganizationConnection> before = page.items;
    before[3] = gone;
    desk.browser().model()->setConnections(before);
    desk.select(3);
    QVERIFY(desk.trigger("refreshAction"));
    QCOMPARE(desk.bannerText(), u"The selected connection is no longer there."_s);
    QVERIFY(desk.trigger("refreshAction"));
    QCOMPARE(desk.bannerText(), QString());
}

void TestMainWindowStages::aRefreshSaysWhatHasChanged()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const auto *note = child<PassingNote>(&desk.window(), "passingNote");
    QCOMPARE(note->fullText(), QString());
    const auto before = [&desk] { return readTimeText(desk.browser().page()->readAt); };
    QString time = before();
    QVERIFY(desk.trigger("refreshAction"));
    QCOMPARE(note->fullText(), u"Nothing has changed since %1."_s.arg(time));
    QVERIFY(!desk.banner()->isVisible());
    QVERIFY(desk.open(DemoDesk::Many));
    time = before();
    QVERIFY(desk.trigger("refreshAction"));
    QCOMPARE(note->fullText(), u"Nothing on this page has changed since %1."_s.arg(time));
    QVERIFY(desk.open(DemoDesk::Many, {u"growing"_s})); // on the last page
    time = before();
    QVERIFY(desk.trigger("refreshAction"));
    QVERIFY2(note->fullText().contains("than at "_L1 + time), qPrintable(note->fullText()));
    QVERIFY(desk.open(DemoDesk::Ten)); // it is not about these
    QCOMPARE(note->fullText(), QString());
}

void TestMainWindowStages::bannerOffersTheOlderList()
{
    DemoDesk desk;
    desk.window();
    desk.tenant().setFaults({u"no-endpoint"_s});
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Many));
    QCOMPARE(desk.failureAction(), u"Read the older list"_s);
    desk.tenant().clearRequests();
    desk.clickFailureAction();
    QVERIFY(desk.settle());
    QCOMPARE(desk.failureText(), QString());
    QVERIFY(!desk.ids().isEmpty());
    QList<RecordedRequest> requests = desk.tenant().requests();
    requests.removeIf(
        [](const RecordedRequest &request) { // the organization's name may be asked for
            return !request.path.contains("connections?"_L1);
        });
    QCOMPARE(requests.size(), 1);
    QVERIFY(requests.constFirst().path.contains("/enabled_connections?"_L1));
}

void TestMainWindowStages::missingFieldsAreDashes()
{
    DemoDesk desk;
    desk.window();
    QVERIFY(openOlder(desk));
    const QStringList cells = desk.column(ConnectionField::IsEnabled);
    QVERIFY(!cells.isEmpty());
    QCOMPARE(cells.count(u"–"_s), cells.size());
    const QModelIndex cell = desk.table().model()->index(0, int(ConnectionField::IsEnabled));
    QVERIFY(cell.data(Qt::AccessibleTextRole).toString().contains("not sent"_L1));
    QVERIFY(!desk.column(ConnectionField::Name).contains(u"–"_s));
}

void TestMainWindowStages::filterIsDisabledWithAReason()
{
    DemoDesk desk;
    desk.window();
    QVERIFY(openOlder(desk));
    for (const char *filter : {"showEnabledAction", "showDisabledAction"}) {
        QVERIFY(!desk.action(filter)->isEnabled());
        QVERIFY(desk.action(filter)->toolTip().startsWith("The older list has"_L1));
    }
    QVERIFY(desk.action("showAllAction")->isChecked());
    const auto *hint = child<QLabel>(&desk.window(), "filterHint");
    QVERIFY(hint->isVisible());
    QVERIFY(hint->text().contains("no filter"_L1));
}

//! It gets there from the button in place of the rows, which is hidden when they come.
void TestMainWindowStages::theKeyboardLeavesTheStatusBarForNewRows()
{
    DemoDesk desk;
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    auto *token = child(&desk.window(), "tokenStatus");
    token->setFocus();
    QCOMPARE(desk.window().focusWidget(), token);
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Fifty));
    QCOMPARE(desk.window().focusWidget(), &desk.table());
}

void TestMainWindowStages::statusBarNamesTheOlderListAndLeadsBack()
{
    DemoDesk desk;
    desk.window();
    QVERIFY(openOlder(desk));
    auto *status = child<QToolButton>(&desk.window(), "endpointStatus");
    QVERIFY(status->isVisible());
    QCOMPARE(status->text(), u"Older list: fewer fields"_s);
    desk.tenant().setFaults({});
    desk.tenant().clearRequests();
    status->click();
    QVERIFY(desk.settle());
    QVERIFY(desk.tenant().requests().constFirst().path.contains("/connections?"_L1));
    QVERIFY(!status->isVisible());
    QVERIFY(!desk.column(ConnectionField::IsEnabled).contains(u"–"_s));
    QVERIFY(desk.action("showEnabledAction")->isEnabled());
    QVERIFY(!child(&desk.window(), "filterHint")->isVisible());
}

void TestMainWindowStages::exportLeavesMissingFieldsEmpty()
{
    DemoDesk desk;
    desk.window();
    QVERIFY(openOlder(desk));
    QVERIFY(desk.trigger("exportAction"));
    auto *dialog = desk.lastDialog<ExportDialog>();
    dialog->exportTo(desk.file(u"older.csv"_s));
    QTRY_VERIFY(QFileInfo::exists(desk.file(u"older.csv"_s)));
    QFile file(desk.file(u"older.csv"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray bytes = file.readAll();
    if (bytes.startsWith("\xEF\xBB\xBF"))
        bytes.remove(0, 3);
    const QList<QStringList> records = Samples::readCsv(bytes);
    const auto head = std::ranges::find_if(
        records, [](const QStringList &record) { return record.contains(u"is_enabled"_s); });
    QVERIFY(head != records.end());
    const qsizetype enabled = head->indexOf(u"is_enabled"_s);
    const qsizetype id = head->indexOf(u"connection_id"_s);
    QVERIFY(std::distance(head, records.end()) > 1);
    for (auto record = std::next(head); record != records.end(); ++record) {
        QCOMPARE(record->value(enabled), QString());
        QVERIFY(record->value(id).startsWith("con_"_L1));
    }
}

QTEST_MAIN(TestMainWindowStages)
#include "tst_mainwindowstages.moc"
