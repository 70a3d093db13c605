// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/demodesk.h"
#include "support/fakesecretstore.h"

#include <QDialogButtonBox>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! What the window says on the way to a tenant, and how people go from one to another.
class StagesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init() { failOnUnexpectedWarnings(); }

    void withoutAKeptTokenTheWindowAsksForOne();
    void aLockedKeyringIsSaid_data();
    void aLockedKeyringIsSaid();
    void aKeyringThatNeverAnswersCanBeCancelled();
    void aProxyPasswordThatCannotBeKeptIsSaid();
    void aKeptTokenOpensTheTenant();
    void aProfileWithoutOrganizationLeadsToTheChooser();
    void aDomainThatCannotBeUsedLeadsToTheSettings();
    void twoClicksSwitchTheProfile();
    void theMenuSaysTheKindInWords();
    void namesInTheMenuAreLiteral();
    void titleAndChipNameTheKind_data();
    void titleAndChipNameTheKind();
    void nothingOfTheTenantBeforeStays();

private:
    //! A desk, and the keyring that its vault uses.
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
    //! The entry of the menu that begins with \a text; null when there is none.
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
};

void StagesTest::withoutAKeptTokenTheWindowAsksForOne()
{
    Desk all;
    DemoDesk &desk = all.desk;
    desk.window();
    desk.session().openProfile(desk.saveProfile(DemoDesk::Ten));
    QTRY_COMPARE(desk.stateText(), u"No token is kept for acme-prod."_s);
    QCOMPARE(desk.stateAction(), u"Enter a token..."_s);
    QCOMPARE(desk.takeRequestCount(), 0);

    child<QAbstractButton>(desk.statePage(), "actionButton")->click();
    const auto *dialog = desk.lastDialog<TokenDialog>();
    child<QLineEdit>(dialog, "tokenField")->setText(desk.token());
    child<QDialogButtonBox>(dialog, "buttons")->button(QDialogButtonBox::Ok)->click();
    QVERIFY(desk.settle());
    QCOMPARE(desk.ids().size(), 10);
    QTRY_VERIFY(all.keyring.secrets.value(u"own"_s).endsWith(desk.token().toLatin1()));
}

void StagesTest::aLockedKeyringIsSaid_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("said");
    QTest::newRow("locked") << int(SecretError::Kind::Denied) << u"The keyring is locked or"_s;
    QTest::newRow("none") << int(SecretError::Kind::Unavailable) << u"No keyring answers"_s;
}

void StagesTest::aLockedKeyringIsSaid()
{
    QFETCH(const int, kind);
    QFETCH(const QString, said);
    Desk all;
    all.keyring.failAll(SecretError::Kind(kind));
    DemoDesk &desk = all.desk;
    desk.window();
    desk.session().openProfile(desk.saveProfile(DemoDesk::Ten));
    QTRY_VERIFY2(desk.stateText().startsWith(said), qPrintable(desk.stateText()));
    QCOMPARE(desk.stateAction(), u"Enter a token..."_s);
    QVERIFY(desk.action("tokenAction")->isEnabled());
}

void StagesTest::aKeyringThatNeverAnswersCanBeCancelled()
{
    Desk all;
    all.keyring.hold();
    DemoDesk &desk = all.desk;
    desk.window();
    desk.session().openProfile(desk.saveProfile(DemoDesk::Ten));
    QCOMPARE(desk.stateText(), u"Asking the keyring for the token..."_s);
    QCOMPARE(desk.stateAction(), u"Cancel"_s);
    child<QAbstractButton>(desk.statePage(), "actionButton")->click();
    QCOMPARE(desk.session().stage(), TenantSession::Stage::NeedsToken);
    QCOMPARE(desk.stateAction(), u"Enter a token..."_s);
    QCOMPARE(desk.takeRequestCount(), 0);
}

void StagesTest::aProxyPasswordThatCannotBeKeptIsSaid()
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

void StagesTest::aKeptTokenOpensTheTenant()
{
    Desk all;
    DemoDesk &desk = all.desk;
    keepToken(all, u"own"_s);
    desk.window();
    desk.session().openProfile(desk.saveProfile(DemoDesk::Fifty));
    QTRY_COMPARE(desk.ids().size(), 50);
    QCOMPARE(desk.stateText(), QString());
}

void StagesTest::aProfileWithoutOrganizationLeadsToTheChooser()
{
    Desk all;
    DemoDesk &desk = all.desk;
    keepToken(all, u"own"_s);
    desk.window();
    Profile bare = desk.saveProfile(DemoDesk::Ten);
    bare.organizationId.clear();
    desk.session().openProfile(bare);
    QTRY_COMPARE(desk.session().stage(), TenantSession::Stage::NeedsOrganization);
    QCOMPARE(desk.stateText(), u"Which organization? Choose it by name, or type its ID."_s);
    child<QAbstractButton>(desk.statePage(), "actionButton")->click();
    QVERIFY(desk.chooser().isVisible());
    QTest::keyClicks(child(&desk.chooser(), "findField"), desk.id(DemoDesk::Fifty));
    QTest::keyClick(child(&desk.chooser(), "findField"), Qt::Key_Return);
    QVERIFY(desk.settle());
    QCOMPARE(desk.ids().size(), 50);
    QVERIFY(desk.window().windowTitle().contains(desk.id(DemoDesk::Fifty)));
}

void StagesTest::aDomainThatCannotBeUsedLeadsToTheSettings()
{
    DemoDesk desk;
    desk.window();
    desk.settings().setProfiles({{.id = u"own"_s, .name = u"acme"_s, .domain = u"not one"_s}});
    desk.session().openProfile(desk.settings().profiles().constFirst());
    QTRY_COMPARE(desk.stateText(), u"The domain of acme cannot be used."_s);
    QCOMPARE(desk.stateAction(), u"Settings..."_s);
    child<QAbstractButton>(desk.statePage(), "actionButton")->click();
    QVERIFY(desk.lastDialog<SettingsDialog>()->isVisible());
}

void StagesTest::twoClicksSwitchTheProfile()
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

void StagesTest::theMenuSaysTheKindInWords()
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

void StagesTest::namesInTheMenuAreLiteral()
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

void StagesTest::titleAndChipNameTheKind_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("word");
    QTest::newRow("production") << int(TenantKind::Production) << u"Production"_s;
    QTest::newRow("staging") << int(TenantKind::Staging) << u"Staging"_s;
    QTest::newRow("development") << int(TenantKind::Development) << u"Development"_s;
}

void StagesTest::titleAndChipNameTheKind()
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

void StagesTest::nothingOfTheTenantBeforeStays()
{
    Desk all;
    DemoDesk &desk = all.desk;
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Many));
    desk.select(2);
    Profile other = profile(desk, u"other"_s, TenantKind::Development, DemoDesk::Ten);
    desk.session().openProfile(other); // none is kept for it
    QTRY_COMPARE(desk.stateText(), u"No token is kept for other."_s);
    QCOMPARE(desk.table().model()->rowCount(), 0);
    QVERIFY(!desk.action("exportAction")->isEnabled());
    QVERIFY(!desk.action("copyIdAction")->isEnabled());
    QVERIFY(!desk.window().windowTitle().contains("acme-prod"_L1));
    QCOMPARE(labelText(&desk.window(), "kindLabel"), u"DEVELOPMENT"_s);
}

QTEST_MAIN(StagesTest)
#include "tst_stages.moc"
