// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/demodesk.h"
#include "support/fakesecretstore.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Vestibule;

//! The settings: the list of tenants, and what becomes of it.
class SettingsDialogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init() { failOnUnexpectedWarnings(); }

    void anEmptyFormIsNotComplainedAbout();
    void whoHasNoTenantMayChooseTheRest();
    void okOpensTheTenantAndKeepsIt();
    void everyProfileKeepsWhatWasTyped();
    void aDuplicateHasNoToken();
    void anyProfileCanBeRemovedAndItsSecretGoesToo();
    void removingTheLastOneClosesItsTenant();
    void okWithoutAChangeKeepsTheView();
    void aNewTokenKeepsTheView();
    void theKeptTokenServesItsOwnDomainOnly();
    void cancelChangesNothing();
    void aBrokenProfileIsNamedAndSurvivesCancel();

private:
    static QPushButton *ok(const QWidget &dialog)
    {
        return child<QDialogButtonBox>(&dialog, "buttons")->button(QDialogButtonBox::Ok);
    }
    static void type(const QWidget &dialog, const char *field, const QString &text)
    {
        child<QLineEdit>(&dialog, field)->setText(text);
    }
    static QString typed(const QWidget &dialog, const char *field)
    {
        return child<QLineEdit>(&dialog, field)->text();
    }
    static QListWidget *list(const QWidget &dialog)
    {
        return child<QListWidget>(&dialog, "profileList");
    }
    static void click(const QWidget &dialog, const char *button)
    {
        child<QAbstractButton>(&dialog, button)->click();
    }
    static QList<Profile> three()
    {
        QList<Profile> all;
        for (const QString &name : {u"one"_s, u"two"_s, u"three"_s})
            all.append({.id = name, .name = name, .domain = name + ".eu.auth0.com"_L1});
        return all;
    }
};

namespace {

const QString GoodDomain = u"acme.eu.auth0.com"_s;

} // namespace

void SettingsDialogTest::anEmptyFormIsNotComplainedAbout()
{
    DemoDesk desk;
    const SettingsDialog dialog(desk.session(), desk.network());
    QCOMPARE(labelText(&dialog, "reasonLabel"), QString());
    QVERIFY(ok(dialog)->isEnabled()); // there are other pages
    for (const char *field : {"organizationField", "tokenField", "nameField"}) {
        type(dialog, field, u"x"_s);
        QVERIFY(!ok(dialog)->isEnabled());
        QVERIFY(!labelText(&dialog, "reasonLabel").isEmpty());
        type(dialog, field, {});
        QVERIFY(ok(dialog)->isEnabled());
    }
    QVERIFY(!child<QPushButton>(&dialog, "testButton")->isEnabled());
    for (const char *hint : {"domainHint", "tokenHint", "organizationHint"})
        QVERIFY(!child<QLabel>(&dialog, hint)->font().bold());
}

void SettingsDialogTest::whoHasNoTenantMayChooseTheRest()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const SettingsDialog &dialog = desk.openSettings();
    auto *language = child<QComboBox>(&dialog, "languageField");
    language->setCurrentIndex(language->findData(u"fr"_s));
    child<QSpinBox>(&dialog, "timeoutField")->setValue(77);
    ok(dialog)->click();
    QCOMPARE(desk.settings().appearance().language, u"fr"_s);
    QCOMPARE(desk.settings().network().timeout, 77s);
    QVERIFY(desk.settings().profiles().isEmpty());
    QVERIFY(desk.session().isDemo());
    QCOMPARE(desk.browser().model()->rowCount(), 10); // the demo stays where it was
}

void SettingsDialogTest::okOpensTheTenantAndKeepsIt()
{
    auto store = std::make_unique<FakeSecretStore>();
    const FakeSecretStore *kept = store.get();
    DemoDesk desk({}, std::move(store));
    const SettingsDialog &dialog = desk.openSettings();
    type(dialog, "nameField", u" acme-prod "_s);
    type(dialog, "domainField", " http://"_L1 + desk.tenant().domain() + '/'_L1);
    type(dialog, "tokenField", desk.token());
    type(dialog, "organizationField", desk.id(DemoDesk::Many));
    child<QSpinBox>(&dialog, "rowsField")->setValue(30);
    ok(dialog)->click();
    QVERIFY(desk.settle());
    QCOMPARE(desk.takeQueries(), QStringList{u"page=0&per_page=30&include_totals=true"_s});
    const Profile profile = desk.settings().profiles().constFirst();
    QCOMPARE(profile.name, u"acme-prod"_s);
    QCOMPARE(profile.domain, desk.tenant().domain());
    QCOMPARE(desk.settings().rowsPerPage(), 30);
    QTRY_VERIFY(kept->secrets.value(profile.id).endsWith(desk.token().toLatin1()));
}

void SettingsDialogTest::everyProfileKeepsWhatWasTyped()
{
    DemoDesk desk;
    desk.settings().setProfiles(three());
    const SettingsDialog dialog(desk.session(), desk.network());
    type(dialog, "nameField", u"first"_s);
    child<QComboBox>(&dialog, "kindField")->setCurrentIndex(1);
    type(dialog, "tokenField", u"a.b.c"_s);
    list(dialog)->setCurrentRow(2);
    QCOMPARE(typed(dialog, "tokenField"), QString());
    type(dialog, "domainField", u"third"_s);
    list(dialog)->setCurrentRow(0);
    QCOMPARE(typed(dialog, "nameField"), u"first"_s);
    QCOMPARE(list(dialog)->item(0)->text(), u"first"_s);
    QCOMPARE(child<QComboBox>(&dialog, "kindField")->currentText(), u"Staging"_s);
    QVERIFY(labelText(&dialog, "tokenHint").startsWith("A new token"_L1));
    QVERIFY(labelText(&dialog, "reasonLabel").startsWith("three: "_L1)); // from any row
    QVERIFY(!ok(dialog)->isEnabled());
}

void SettingsDialogTest::aDuplicateHasNoToken()
{
    DemoDesk desk;
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    const SettingsDialog dialog(desk.session(), desk.network());
    QVERIFY(labelText(&dialog, "tokenHint").startsWith("A token is kept"_L1));
    click(dialog, "duplicateButton");
    QCOMPARE(list(dialog)->count(), 2);
    QCOMPARE(typed(dialog, "nameField"), u"acme-prod (copy)"_s);
    QCOMPARE(typed(dialog, "domainField"), desk.tenant().domain());
    QVERIFY(labelText(&dialog, "tokenHint").startsWith("None is kept"_L1));
    QVERIFY(!child<QPushButton>(&dialog, "testButton")->isEnabled());
}

void SettingsDialogTest::anyProfileCanBeRemovedAndItsSecretGoesToo()
{
    for (const int row : {0, 1, 2}) {
        auto store = std::make_unique<FakeSecretStore>();
        FakeSecretStore *kept = store.get();
        DemoDesk desk({}, std::move(store));
        desk.settings().setProfiles(three());
        for (const Profile &profile : three())
            kept->secrets.insert(profile.id, "secret");
        const SettingsDialog &dialog = desk.openSettings();
        list(dialog)->setCurrentRow(row);
        click(dialog, "removeButton");
        QCOMPARE(list(dialog)->count(), 2);
        QCOMPARE(typed(dialog, "nameField"), list(dialog)->currentItem()->text());
        ok(dialog)->click();
        const QString gone = three().at(row).id;
        QTRY_VERIFY(!kept->secrets.contains(gone));
        QCOMPARE(desk.settings().profiles().size(), 2);
        for (const Profile &profile : desk.settings().profiles())
            QVERIFY(profile.id != gone && kept->secrets.contains(profile.id));
    }
}

void SettingsDialogTest::removingTheLastOneClosesItsTenant()
{
    DemoDesk desk;
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    const SettingsDialog &dialog = desk.openSettings();
    click(dialog, "removeButton");
    QVERIFY(!child(&dialog, "nameField")->isEnabled());
    ok(dialog)->click();
    QVERIFY(desk.settings().profiles().isEmpty());
    QCOMPARE(desk.session().stage(), TenantSession::Stage::Nothing);
    QVERIFY(child(&desk.window(), "WelcomePage")->isVisible());
}

void SettingsDialogTest::okWithoutAChangeKeepsTheView()
{
    DemoDesk desk;
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Many));
    QVERIFY(desk.trigger("showEnabledAction"));
    QVERIFY(desk.trigger("nextPageAction"));
    desk.select(3);
    const QStringList ids = desk.ids();
    desk.tenant().clearRequests();
    ok(desk.openSettings())->click();
    QVERIFY(desk.settle());
    QCOMPARE(desk.takeRequestCount(), 0);
    QCOMPARE(desk.ids(), ids);
    QVERIFY(desk.action("showEnabledAction")->isChecked());
    QCOMPARE(desk.table().selectionModel()->selectedRows().value(0).row(), 3);
}

void SettingsDialogTest::aNewTokenKeepsTheView()
{
    DemoDesk desk;
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Many));
    QVERIFY(desk.trigger("nextPageAction"));
    desk.tenant().clearRequests();
    const SettingsDialog &dialog = desk.openSettings();
    const QString token = QString::fromLatin1(desk.tenant().makeToken({.lifetime = 2h}));
    type(dialog, "tokenField", token);
    ok(dialog)->click();
    QVERIFY(desk.settle());
    QCOMPARE(desk.takeRequestCount(), 0);
    QCOMPARE(labelText(&desk.window(), "rangeLabel"), u"51-100 of 237"_s);
    QCOMPARE(desk.session().access().token, *AccessToken::fromText(token));
}

void SettingsDialogTest::theKeptTokenServesItsOwnDomainOnly()
{
    DemoDesk desk;
    DemoDesk other;
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    const SettingsDialog &dialog = desk.openSettings();
    for (const QString &elsewhere :
         QStringList{u"acme.eu.auth0.com"_s, "https://"_L1 + desk.tenant().domain(),
                     u"localhost:8080"_s, other.tenant().domain()}) {
        type(dialog, "domainField", elsewhere);
        QVERIFY2(labelText(&dialog, "tokenHint").startsWith("None is kept"_L1),
                 qPrintable(elsewhere));
        QVERIFY2(!child<QPushButton>(&dialog, "testButton")->isEnabled(), qPrintable(elsewhere));
    }
    ok(dialog)->click();
    QTRY_COMPARE(desk.session().stage(), TenantSession::Stage::NeedsToken);
    QVERIFY(desk.session().access().token.isEmpty());
    QCOMPARE(other.takeRequestCount(), 0);
}

void SettingsDialogTest::cancelChangesNothing()
{
    DemoDesk desk;
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    desk.tenant().clearRequests();
    const QList<Profile> before = desk.settings().profiles();
    const SettingsDialog &dialog = desk.openSettings();
    type(dialog, "domainField", GoodDomain);
    type(dialog, "tokenField", u"a.b.c"_s);
    click(dialog, "addButton");
    child<QSpinBox>(&dialog, "rowsField")->setValue(3);
    child<QDialogButtonBox>(&dialog, "buttons")->button(QDialogButtonBox::Cancel)->click();
    QCOMPARE(desk.settings().profiles(), before);
    QCOMPARE(desk.settings().rowsPerPage(), 50);
    QCOMPARE(desk.session().access(), desk.access());
    QCOMPARE(desk.takeRequestCount(), 0);
}

void SettingsDialogTest::aBrokenProfileIsNamedAndSurvivesCancel()
{
    DemoDesk desk;
    QList<Profile> all = three();
    all[1].domain = u"not a domain"_s;
    desk.settings().setProfiles(all);
    SettingsDialog dialog(desk.session(), desk.network());
    QVERIFY(labelText(&dialog, "reasonLabel").startsWith("two: This is not a domain."_L1));
    QVERIFY(!ok(dialog)->isEnabled());
    dialog.reject();
    QCOMPARE(desk.settings().profiles(), all);
}

QTEST_MAIN(SettingsDialogTest)
#include "tst_settingsdialog.moc"
