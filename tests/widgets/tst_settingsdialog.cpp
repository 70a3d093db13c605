// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/demodesk.h"
#include "support/fakesecretstore.h"
#include "support/paintedtext.h"
#include "widgets/controls/labels.h"
#include "widgets/controls/theming.h"
#include "widgets/settings/networkpage.h"
#include "widgets/settings/tokenfield.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QListWidget>
#include <QMetaObject>
#include <QPushButton>
#include <QScopeGuard>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QTranslator>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Vestibule;

//! The list of tenants, the fields of all pages, and what OK and Cancel do.
class TestSettingsDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init() { failOnUnexpectedWarnings(); }

    void anEmptyFormIsNoMistake();
    void otherPagesWorkWithoutATenant();
    void nothingScrollsWhereThereIsRoom();
    void thereIsNoTenantBeforeOneIsEntered();
    void namesAreBesideTheirDots_data();
    void namesAreBesideTheirDots();
    void anAnswerMovesNothing();
    void theTestIsBesideItsField();
    void hintsAreRightUnderTheirFields();
    void okSavesAndOpensTheTenant();
    void everyProfileKeepsWhatWasTyped();
    void aDuplicateHasNoToken();
    void removingAProfileRemovesItsSecret();
    void removingTheLastProfileClosesItsTenant();
    void okWithoutAChangeKeepsTheView();
    void aNewTokenKeepsTheView();
    void theKeptTokenIsOnlyUsedForItsDomain();
    void cancelChangesNothing();
    void anInvalidProfileIsNamedAndKeptOnCancel();

    void anApplicationIsKept();
    void theKeyringIsAskedForTheTest();
    void theKeyringIsAskedForOk();
    void aLockedKeyringIsAskedAgain();
    void aKeptSecretIsNotShownAgain();
    void aKeptSecretIsOnlyUsedForItsApplication();
    void movingToATokenForgetsTheApplication();
    void anApplicationNeedsAnIdAndAnAudience();
    void anApplicationHasNoProblemOfAToken();

    void aMistakeOnAnotherPageNamesThatPage();
    void everyMistakeIsShownBesideOk_data();
    void everyMistakeIsShownBesideOk();
    void anInvalidTokenDoesNotFallBackToTheKeptOne();
    void testShowsTheResult_data();
    void testShowsTheResult();
    void everyWrongFieldSaysSoInBold_data();
    void everyWrongFieldSaysSoInBold();
    void aManualProxyNeedsAHost();
    void certificateFilesAreChecked();
    void closingWithATypedTokenCausesNoWarning();
    void pastedTextIsUnderstood();
    void aDashboardNamesItsTenant();
    void aPastedProxyIsSplit_data();
    void aPastedProxyIsSplit();
    void aPastedPathIsUnderstood();
    void anUnwritableFileIsNamedBeforeAnythingIsApplied();
    void aFileThatCanBeWrittenAgainIsWritten();

private:
    //! In place of the file there is a folder, so that it cannot be written.
    static bool blockFile(DemoDesk &desk)
    {
        desk.settings().setPrivate(false);
        desk.settings().save();
        return QFile::remove(desk.settingsFile()) && QDir().mkdir(desk.settingsFile());
    }
    //! Qt would do it a little later: each layout asks the one around it, until nothing changes.
    static void finishLayouts()
    {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    }
    static QPushButton *ok(const QWidget &dialog)
    {
        return child<QDialogButtonBox>(&dialog, "buttons")->button(QDialogButtonBox::Ok);
    }
    static void type(const QWidget &dialog, const char *field, const QString &text)
    {
        auto *byToken = dialog.findChild<QAbstractButton *>(u"byToken"_s);
        if (byToken && QLatin1StringView(field) == "tokenField"_L1)
            byToken->click(); // a new tenant begins with an application
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
    //! One line for each.
    static QString notes(const QWidget &dialog)
    {
        return child<TokenNotesView>(&dialog, "notesView")->accessibleDescription();
    }
    //! A profile of an application with the secret "s3cret".
    static void saveApplication(DemoDesk &desk, FakeSecretStore &kept)
    {
        Profile profile = desk.saveProfile(DemoDesk::Ten);
        profile.access = AccessKind::Application;
        profile.clientId = u"client-1"_s;
        desk.settings().setProfiles({profile});
        kept.secrets.insert(profile.id,
                            keptSecret({.domain = desk.access().domain,
                                        .application = {.clientId = u"client-1"_s,
                                                        .secret = SecretBytes("s3cret")}}));
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

void TestSettingsDialog::anEmptyFormIsNoMistake()
{
    DemoDesk desk;
    const SettingsDialog dialog(desk.session(), desk.network());
    QCOMPARE(labelText(&dialog, "reasonLabel"), QString());
    QVERIFY(ok(dialog)->isEnabled()); // the other pages can be saved
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

void TestSettingsDialog::otherPagesWorkWithoutATenant()
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
    QVERIFY(isDemo(desk.session().subject()));
    QCOMPARE(desk.browser().model()->rowCount(), 10); // the demo stays open
}

void TestSettingsDialog::nothingScrollsWhereThereIsRoom()
{
    DemoDesk desk;
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    const SettingsDialog &dialog = desk.openSettings();
    // The longest hints.
    type(dialog, "domainField", u"https://manage.auth0.com/x"_s);
    type(dialog, "organizationField", QString(60, u'x'));
    type(dialog, "tokenField", u"one two"_s);
    const auto *page = child<QScrollArea>(&dialog, "tenantsPageScroll");
    finishLayouts();
    QVERIFY(!page->verticalScrollBar()->isVisible());
    QVERIFY(!page->horizontalScrollBar()->isVisible());
}

void TestSettingsDialog::thereIsNoTenantBeforeOneIsEntered()
{
    DemoDesk desk;
    const SettingsDialog &dialog = desk.openSettings();
    const auto shown = [&dialog] {
        int count = 0;
        for (int row = 0; row < list(dialog)->count(); ++row)
            count += list(dialog)->item(row)->isHidden() ? 0 : 1;
        return count;
    };
    const auto canBeRemoved = [&dialog] {
        return child(&dialog, "removeButton")->isEnabled()
            && child(&dialog, "duplicateButton")->isEnabled();
    };
    QCOMPARE(shown(), 0);
    QVERIFY(!canBeRemoved());
    type(dialog, "domainField", GoodDomain);
    QCOMPARE(shown(), 1);
    QVERIFY(canBeRemoved());
    type(dialog, "domainField", {});
    QCOMPARE(shown(), 0);
    QVERIFY(!canBeRemoved());
    click(dialog, "addButton");
    QCOMPARE(shown(), 1);
    QVERIFY(canBeRemoved());
    QCOMPARE(list(dialog)->count(), 1);
}

void TestSettingsDialog::namesAreBesideTheirDots_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::addColumn<QString>("name");
    QTest::newRow("English") << u"en"_s << Qt::LeftToRight << u"New tenant"_s;
    QTest::newRow("French") << u"fr"_s << Qt::LeftToRight << u"Nouveau locataire"_s;
    QTest::newRow("right to left") << u"en"_s << Qt::RightToLeft << u"New tenant"_s;
}

//! The program's own name for a tenant is never elided.
void TestSettingsDialog::namesAreBesideTheirDots()
{
    QFETCH(const QString, language);
    QFETCH(const Qt::LayoutDirection, direction);
    QFETCH(const QString, name);
    QTranslator translator;
    QVERIFY(translator.load(u":/i18n/vestibule_"_s + language));
    QVERIFY(QCoreApplication::installTranslator(&translator));
    QGuiApplication::setLayoutDirection(direction);
    const auto restore = qScopeGuard([] { QGuiApplication::setLayoutDirection(Qt::LeftToRight); });
    DemoDesk desk;
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    SettingsDialog &dialog = desk.openSettings();
    click(dialog, "addButton");
    finishLayouts();
    QListWidget &tenants = *list(dialog);
    const QRect row = tenants.visualItemRect(tenants.item(tenants.count() - 1))
                          .translated(tenants.viewport()->mapTo(&dialog, QPoint()));
    const QList<PaintedText> painted = paintedTexts(dialog);
    const auto text = std::ranges::find_if(painted, [&row](const PaintedText &each) {
        return row.contains(each.place.center().toPoint());
    });
    QVERIFY(text != painted.end());
    QCOMPARE(text->text, name);
    const QImage picture = dialog.grab().toImage();
    const QRgb dot = kindColor(TenantKind::Production).rgb();
    int left = row.right();
    int right = row.left();
    for (int x = row.left(); x <= row.right(); ++x) {
        if (picture.pixel(x, row.center().y()) != dot)
            continue;
        left = std::min(left, x);
        right = std::max(right, x);
    }
    QVERIFY(left <= right);
    const qreal gap =
        direction == Qt::LeftToRight ? text->place.left() - right - 1 : left - text->place.right();
    QVERIFY2(gap >= 6 && gap <= 8, qPrintable(QString::number(gap)));
}

void TestSettingsDialog::anAnswerMovesNothing()
{
    DemoDesk desk;
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    const SettingsDialog &dialog = desk.openSettings();
    finishLayouts();
    const auto places = [&dialog] {
        QList<QRect> all;
        for (const char *name : {"testButton", "notesView", "tokenField", "buttons"})
            all.append(child(&dialog, name)->geometry());
        return all;
    };
    const QList<QRect> before = places();
    click(dialog, "testButton");
    QTRY_VERIFY(notes(dialog).startsWith("It can list the organizations.\nIt can read"_L1));
    finishLayouts();
    QVERIFY2(!notes(dialog).contains("It can list organizations"_L1), // once is enough
             qPrintable(notes(dialog)));
    QCOMPARE(places(), before);
    const auto icons = child(&dialog, "notesView")->findChildren<IconLabel *>();
    QVERIFY(!icons.isEmpty());
    QCOMPARE(icons.constFirst()->accessibleName(), u"As it should be"_s);
}

void TestSettingsDialog::theTestIsBesideItsField()
{
    DemoDesk desk;
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    const SettingsDialog &dialog = desk.openSettings();
    finishLayouts();
    const auto place = [&dialog](const char *name) {
        const QWidget *widget = child(&dialog, name);
        return QRect(widget->mapTo(&dialog, QPoint()), widget->size());
    };
    for (const auto &[choice, field] :
         {std::pair("byToken", "tokenField"), std::pair("byApplication", "clientSecretField")}) {
        click(dialog, choice);
        finishLayouts();
        QCOMPARE(place("testButton").center().y(), place(field).center().y());
        QCOMPARE(place("testButton").left() - place(field).right() - 1, 8);
        const int hint = place("tokenHint").bottom();
        QCOMPARE_LE(place("notesView").top() - hint, 2 * 8); // what the test finds is right below
    }
    QCOMPARE_LE(dialog.width(), 800);
    QCOMPARE_LE(dialog.height(), 500);
}

void TestSettingsDialog::hintsAreRightUnderTheirFields()
{
    DemoDesk desk;
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    const SettingsDialog &dialog = desk.openSettings();
    finishLayouts();
    for (const auto &[field, hint] : {std::pair("domainField", "domainHint"),
                                      std::pair("organizationField", "organizationHint"),
                                      std::pair("tokenField", "tokenHint")}) {
        const QRect place = child(&dialog, field)->geometry();
        QCOMPARE_LE(child(&dialog, hint)->geometry().top() - place.bottom(), 5);
        QVERIFY(child<QLabel>(&dialog, hint)->alignment().testFlag(Qt::AlignTop));
    }
    child<QListWidget>(&dialog, "pageList")->setCurrentRow(1);
    finishLayouts();
    QCOMPARE_LE(child(&dialog, "timeoutField")->width(), 160); // of "30 s"
}

void TestSettingsDialog::okSavesAndOpensTheTenant()
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
    QCOMPARE(desk.takeQueries(),
             (QStringList{u"page=0&per_page=30&include_totals=true"_s, u"take=100"_s}));
    const Profile profile = desk.settings().profiles().constFirst();
    QCOMPARE(profile.name, u"acme-prod"_s);
    QCOMPARE(profile.domain, desk.tenant().domain());
    QCOMPARE(desk.settings().rowsPerPage(), 30);
    QTRY_VERIFY(kept->secrets.value(profile.id).endsWith(desk.token().toLatin1()));
}

void TestSettingsDialog::everyProfileKeepsWhatWasTyped()
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
    QVERIFY(labelText(&dialog, "tokenHint").startsWith("New token"_L1));
    QVERIFY(labelText(&dialog, "reasonLabel").startsWith("three: "_L1)); // whichever row is current
    QVERIFY(!ok(dialog)->isEnabled());
}

void TestSettingsDialog::aDuplicateHasNoToken()
{
    DemoDesk desk;
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    const SettingsDialog dialog(desk.session(), desk.network());
    QVERIFY(labelText(&dialog, "tokenHint").startsWith("A token is saved"_L1));
    click(dialog, "duplicateButton");
    QCOMPARE(list(dialog)->count(), 2);
    QCOMPARE(typed(dialog, "nameField"), u"acme-prod (copy)"_s);
    QCOMPARE(typed(dialog, "domainField"), desk.tenant().domain());
    QVERIFY(labelText(&dialog, "tokenHint").startsWith("No token saved"_L1));
    QVERIFY(!child<QPushButton>(&dialog, "testButton")->isEnabled());
}

void TestSettingsDialog::removingAProfileRemovesItsSecret()
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

void TestSettingsDialog::removingTheLastProfileClosesItsTenant()
{
    DemoDesk desk;
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    const SettingsDialog &dialog = desk.openSettings();
    child(&dialog, "removeButton")->setFocus();
    QTest::keyClick(child(&dialog, "removeButton"), Qt::Key_Space);
    QVERIFY(!child(&dialog, "nameField")->isEnabled());
    QCOMPARE(dialog.focusWidget(), child(&dialog, "addButton")); // not OK, which would save it
    ok(dialog)->click();
    QVERIFY(desk.settings().profiles().isEmpty());
    QCOMPARE(desk.session().stage(), TenantSession::Stage::Nothing);
    QVERIFY(child(&desk.window(), "WelcomePage")->isVisible());
}

void TestSettingsDialog::okWithoutAChangeKeepsTheView()
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

void TestSettingsDialog::aNewTokenKeepsTheView()
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
    QCOMPARE(labelText(&desk.window(), "rangeLabel"), u"51–100 of 237"_s);
    QCOMPARE(desk.session().access().token, *AccessToken::fromText(token));
}

void TestSettingsDialog::theKeptTokenIsOnlyUsedForItsDomain()
{
    DemoDesk desk;
    DemoDesk other;
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    const SettingsDialog &dialog = desk.openSettings();
    for (const QString &elsewhere :
         QStringList{u"acme.eu.auth0.com"_s, "https://"_L1 + desk.tenant().domain(),
                     u"localhost:8080"_s, other.tenant().domain()}) {
        type(dialog, "domainField", elsewhere);
        QVERIFY2(labelText(&dialog, "tokenHint").startsWith("No token saved"_L1),
                 qPrintable(elsewhere));
        QVERIFY2(!child<QPushButton>(&dialog, "testButton")->isEnabled(), qPrintable(elsewhere));
    }
    ok(dialog)->click();
    QTRY_COMPARE(desk.session().stage(), TenantSession::Stage::NeedsToken);
    QVERIFY(desk.session().access().token.isEmpty());
    QCOMPARE(other.takeRequestCount(), 0);
}

void TestSettingsDialog::anApplicationIsKept()
{
    auto store = std::make_unique<FakeSecretStore>();
    const FakeSecretStore *kept = store.get();
    DemoDesk desk({}, std::move(store));
    const SettingsDialog &dialog = desk.openSettings();
    QVERIFY(child(&dialog, "clientIdField")->isVisible()); // as where a tenant is connected
    QVERIFY(!child(&dialog, "tokenField")->isVisible());
    click(dialog, "byToken");
    QVERIFY(!child(&dialog, "clientIdField")->isVisible());
    QVERIFY(child(&dialog, "tokenField")->isVisible());
    click(dialog, "byApplication");
    type(dialog, "domainField", GoodDomain);
    type(dialog, "clientIdField", u" client-1 "_s);
    type(dialog, "clientSecretField", u"AUTH0_CLIENT_SECRET='s3cret'"_s);
    QVERIFY(labelText(&dialog, "tokenHint").startsWith("New client secret"_L1));
    QVERIFY(child<QPushButton>(&dialog, "testButton")->isEnabled());
    ok(dialog)->click();
    const Profile profile = desk.settings().profiles().constFirst();
    QCOMPARE(profile.access, AccessKind::Application);
    QCOMPARE(profile.clientId, u"client-1"_s);
    QCOMPARE(profile.audience, QString());
    const ClientCredentials application{.clientId = u"client-1"_s, .secret = SecretBytes("s3cret")};
    QCOMPARE(desk.session().access().application, application);
    const TenantAccess access{.domain = *TenantDomain::fromText(GoodDomain),
                              .application = application};
    QTRY_COMPARE(kept->secrets.value(profile.id), keptSecret(access));
}

void TestSettingsDialog::theKeyringIsAskedForTheTest()
{
    auto store = std::make_unique<FakeSecretStore>();
    FakeSecretStore *kept = store.get();
    DemoDesk desk({}, std::move(store));
    const Profile profile = desk.saveProfile(DemoDesk::Ten);
    kept->secrets.insert(profile.id, keptSecret(desk.access()));
    kept->hold();
    const SettingsDialog &dialog = desk.openSettings();
    click(dialog, "addButton");
    list(dialog)->setCurrentRow(0);
    QCOMPARE(kept->requests().size(), 0); // it may ask the person for its password
    QCOMPARE(labelText(&dialog, "tokenHint"),
             u"A token may be saved; the keyring is checked only when needed. Leave the "
             "field empty to keep it."_s);
    const auto *test = child<QPushButton>(&dialog, "testButton");
    click(dialog, "testButton");
    QCOMPARE(kept->pending(), 1);
    QCOMPARE(notes(dialog), u"Checking the keyring…"_s);
    QVERIFY(!test->isEnabled());
    type(dialog, "nameField", u"another"_s); // an edit ends the test
    QCOMPARE(kept->pending(), 0);
    QCOMPARE(notes(dialog), QString());
    click(dialog, "testButton");
    QVERIFY(kept->succeed());
    QTRY_VERIFY(test->isEnabled());
    QVERIFY(notes(dialog).contains("It can read the connections"_L1));
    QCOMPARE(kept->requests().size(), 2);
    click(dialog, "testButton"); // it is known now
    QTRY_VERIFY(test->isEnabled());
    QCOMPARE(kept->requests().size(), 2);
}

void TestSettingsDialog::theKeyringIsAskedForOk()
{
    auto store = std::make_unique<FakeSecretStore>();
    FakeSecretStore *kept = store.get();
    DemoDesk desk({}, std::move(store));
    const Profile profile = desk.saveProfile(DemoDesk::Ten);
    kept->secrets.insert(profile.id, keptSecret(desk.access()));
    ok(desk.openSettings())->click();
    QTRY_COMPARE(desk.ids().size(), 10);
    QCOMPARE(kept->requests().size(), 1);
    QCOMPARE(desk.session().access().token, desk.access().token);
}

void TestSettingsDialog::aLockedKeyringIsAskedAgain()
{
    auto store = std::make_unique<FakeSecretStore>();
    FakeSecretStore *kept = store.get();
    DemoDesk desk({}, std::move(store));
    const Profile profile = desk.saveProfile(DemoDesk::Ten);
    kept->secrets.insert(profile.id, keptSecret(desk.access()));
    kept->failAll(SecretError::Kind::Locked);
    const SettingsDialog &dialog = desk.openSettings();
    click(dialog, "testButton");
    QTRY_VERIFY(notes(dialog).startsWith("The keyring is locked."_L1));
    QVERIFY(child<QPushButton>(&dialog, "testButton")->isEnabled());
    kept->failWhen({});
    click(dialog, "testButton");
    QTRY_VERIFY(notes(dialog).contains("It can read the connections"_L1));
    QVERIFY(labelText(&dialog, "tokenHint").startsWith("A token is saved in the keyring."_L1));
}

void TestSettingsDialog::aKeptSecretIsNotShownAgain()
{
    auto store = std::make_unique<FakeSecretStore>();
    FakeSecretStore *kept = store.get();
    DemoDesk desk({}, std::move(store));
    saveApplication(desk, *kept);
    const SettingsDialog &dialog = desk.openSettings();
    const auto *field = child<QLineEdit>(&dialog, "clientSecretField");
    QCOMPARE(field->placeholderText(), QString()); // nobody knows yet
    click(dialog, "testButton");
    QTRY_COMPARE(labelText(&dialog, "tokenHint"),
                 u"A client secret is saved in the keyring. Leave the field empty to keep it."_s);
    QCOMPARE(field->text(), QString());
    QCOMPARE(field->placeholderText(), u"Saved; not shown again"_s);
    QCOMPARE(typed(dialog, "clientIdField"), u"client-1"_s);
    QTRY_VERIFY(child<QPushButton>(&dialog, "testButton")->isEnabled());
}

void TestSettingsDialog::aKeptSecretIsOnlyUsedForItsApplication()
{
    auto store = std::make_unique<FakeSecretStore>();
    FakeSecretStore *kept = store.get();
    DemoDesk desk({}, std::move(store));
    saveApplication(desk, *kept);
    const SettingsDialog &dialog = desk.openSettings();
    const auto *test = child<QPushButton>(&dialog, "testButton");
    const QString domain = typed(dialog, "domainField");
    for (const bool isRead : {false, true}) {
        if (isRead)
            click(dialog, "testButton");
        QTRY_VERIFY(test->isEnabled());
        QCOMPARE(kept->requests().size(), isRead ? 1 : 0);
        type(dialog, "clientIdField", u"client-2"_s);
        QVERIFY(!test->isEnabled());
        QVERIFY(labelText(&dialog, "tokenHint").startsWith("No client secret saved"_L1));
        type(dialog, "clientIdField", u"client-1"_s);
        QVERIFY(test->isEnabled());
        type(dialog, "domainField", GoodDomain);
        QVERIFY(!test->isEnabled());
        type(dialog, "domainField", domain);
    }
}

void TestSettingsDialog::movingToATokenForgetsTheApplication()
{
    auto store = std::make_unique<FakeSecretStore>();
    FakeSecretStore *kept = store.get();
    DemoDesk desk({}, std::move(store));
    saveApplication(desk, *kept);
    const SettingsDialog &dialog = desk.openSettings();
    QTRY_VERIFY(child<QPushButton>(&dialog, "testButton")->isEnabled());
    click(dialog, "byToken");
    QVERIFY(labelText(&dialog, "tokenHint").startsWith("No token saved"_L1));
    type(dialog, "tokenField", desk.token());
    ok(dialog)->click();
    QVERIFY(desk.settle());
    const Profile profile = desk.settings().profiles().constFirst();
    QCOMPARE(profile.access, AccessKind::Token);
    QCOMPARE(profile.clientId, QString());
    QTRY_COMPARE(kept->secrets.value(profile.id), keptSecret(desk.access()));
}

void TestSettingsDialog::anApplicationNeedsAnIdAndAnAudience()
{
    DemoDesk desk;
    const SettingsDialog &dialog = desk.openSettings();
    type(dialog, "domainField", GoodDomain);
    click(dialog, "byApplication");
    QVERIFY(!ok(dialog)->isEnabled());
    QCOMPARE(labelText(&dialog, "reasonLabel"), u"Enter the client ID of the application."_s);
    type(dialog, "clientIdField", u"client-1"_s);
    QVERIFY(ok(dialog)->isEnabled());
    QVERIFY(!child(&dialog, "audienceField")->isVisible());
    type(dialog, "domainField", u"login.acme.example"_s);
    QVERIFY(child(&dialog, "audienceField")->isVisible());
    QCOMPARE(labelText(&dialog, "reasonLabel"),
             u"With a custom domain, also enter the tenant's Auth0 domain as the audience."_s);
    type(dialog, "audienceField", GoodDomain);
    QVERIFY(ok(dialog)->isEnabled());
    ok(dialog)->click();
    QCOMPARE(desk.settings().profiles().constFirst().audience,
             u"https://acme.eu.auth0.com/api/v2/"_s);
}

void TestSettingsDialog::anApplicationHasNoProblemOfAToken()
{
    DemoDesk desk;
    const SettingsDialog &dialog = desk.openSettings();
    type(dialog, "tokenField", u"one two"_s);
    QVERIFY(child<QLabel>(&dialog, "tokenHint")->font().bold());
    click(dialog, "byApplication");
    QVERIFY(!child<QLabel>(&dialog, "tokenHint")->font().bold());
    QVERIFY(labelText(&dialog, "tokenHint").startsWith("No client secret saved"_L1));
}

void TestSettingsDialog::cancelChangesNothing()
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

void TestSettingsDialog::anInvalidProfileIsNamedAndKeptOnCancel()
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

void TestSettingsDialog::aMistakeOnAnotherPageNamesThatPage()
{
    DemoDesk desk;
    QList<Profile> all = three();
    all[1].domain = u"not a domain"_s;
    desk.settings().setProfiles(all);
    SettingsDialog dialog(desk.session(), desk.network());
    const auto *pages = child<QListWidget>(&dialog, "pageList");
    for (const auto page : {SettingsDialog::Page::Network, SettingsDialog::Page::Appearance}) {
        dialog.showPage(page);
        const QString shown = labelText(&dialog, "reasonLabel");
        QVERIFY2(shown.startsWith("Tenants: two: This is not a domain."_L1), qPrintable(shown));
        QVERIFY(!pages->item(0)->icon().isNull());
        QVERIFY(pages->item(1)->icon().isNull());
    }
    dialog.showPage(SettingsDialog::Page::Tenants);
    QVERIFY(labelText(&dialog, "reasonLabel").startsWith("two: "_L1));
    list(dialog)->setCurrentRow(1);
    type(dialog, "domainField", GoodDomain);
    QVERIFY(pages->item(0)->icon().isNull());
    QVERIFY(ok(dialog)->isEnabled());
}

void TestSettingsDialog::everyMistakeIsShownBesideOk_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const char *field, const QString &text,
                        const char *reason) {
        QTest::newRow(name) << QByteArray(field) << text << QString::fromLatin1(reason);
    };
    row("one word", "domainField", u"acme"_s, "incomplete");
    row("not a domain", "domainField", u"acme corp"_s, "not a domain");
    row("dashboard", "domainField", u"https://manage.auth0.com/dashboard"_s, "Dashboard");
    row("http", "domainField", u"http://acme.eu.auth0.com"_s, "Only https");
    row("user", "domainField", u"https://me:secret@acme.eu.auth0.com"_s, "user name");
    row("token of two words", "tokenField", u"a.b c"_s, "no spaces");
    row("token too long", "tokenField", QString(20'000, u'x'), "too long");
    row("organization of two words", "organizationField", u"org 1"_s, "not the ID");
    row("dots", "organizationField", u".."_s, "not the ID");
}

void TestSettingsDialog::everyMistakeIsShownBesideOk()
{
    QFETCH(const QByteArray, field);
    QFETCH(const QString, text);
    QFETCH(const QString, reason);
    DemoDesk desk;
    desk.settings().setProfiles({{.id = u"own"_s, .name = u"acme"_s, .domain = GoodDomain}});
    const SettingsDialog dialog(desk.session(), desk.network());
    QVERIFY(ok(dialog)->isEnabled()); // neither a token nor an organization is needed
    type(dialog, field.constData(), text);
    const QString shown = labelText(&dialog, "reasonLabel");
    QVERIFY2(shown.contains(reason), qPrintable(shown));
    QVERIFY(!ok(dialog)->isEnabled());
    QVERIFY(!child<QPushButton>(&dialog, "testButton")->isEnabled());
    type(dialog, field.constData(), field == "domainField" ? GoodDomain : QString());
    QVERIFY(ok(dialog)->isEnabled());
    QCOMPARE(labelText(&dialog, "reasonLabel"), QString());
}

void TestSettingsDialog::anInvalidTokenDoesNotFallBackToTheKeptOne()
{
    DemoDesk desk;
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    const SettingsDialog dialog(desk.session(), desk.network());
    QVERIFY(child<QPushButton>(&dialog, "testButton")->isEnabled());
    type(dialog, "tokenField", u"x y"_s);
    QVERIFY(!ok(dialog)->isEnabled());
    QVERIFY(!child<QPushButton>(&dialog, "testButton")->isEnabled());
    QVERIFY(child<QLabel>(&dialog, "tokenHint")->font().bold());
}

void TestSettingsDialog::testShowsTheResult_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<bool>("hasOrganization");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<int>("requests");
    const QString lists = u"It can list the organizations.\n"_s;
    const QString reads = u"It can read the connections of an organization."_s;
    QTest::newRow("organization") << QString() << true << QString(lists + reads) << 2;
    QTest::newRow("tenant alone") << QString() << false << QString(lists + reads) << 2;
    QTest::newRow("expired") << u"expired-token"_s << true << u"The token has expired."_s << 1;
    QTest::newRow("scope") << u"wrong-scope"_s << true
                           << u"It cannot read the connections of an organization"_s << 2;
    QTest::newRow("503") << u"error-503"_s << true << u"(status 503)"_s << 1;
    QTest::newRow("503 alone") << u"error-503"_s << false << u"(status 503)"_s << 1;
    QTest::newRow("not JSON") << u"not-json"_s << true << u"cannot be used: not JSON"_s << 1;
}

void TestSettingsDialog::testShowsTheResult()
{
    QFETCH(const QString, fault);
    QFETCH(const bool, hasOrganization);
    QFETCH(const QString, sentence);
    QFETCH(const int, requests);
    DemoDesk desk;
    if (!fault.isEmpty())
        desk.tenant().setFaults({fault});
    const SettingsDialog dialog(desk.session(), desk.network());
    type(dialog, "domainField", desk.tenant().domain());
    type(dialog, "tokenField", desk.token());
    if (hasOrganization)
        type(dialog, "organizationField", desk.id(DemoDesk::Ten));
    const auto *button = child<QPushButton>(&dialog, "testButton");
    click(dialog, "testButton");
    QVERIFY(!button->isEnabled());
    QTRY_VERIFY(button->isEnabled());
    const QString shown = notes(dialog);
    QVERIFY2(shown.contains(sentence), qPrintable(shown));
    QCOMPARE(desk.takeRequestCount(), requests);
    QCOMPARE(desk.session().stage(), TenantSession::Stage::Nothing);
    type(dialog, "nameField", u"another"_s); // an edit clears the result
    QVERIFY(!notes(dialog).contains(sentence));
}

void TestSettingsDialog::everyWrongFieldSaysSoInBold_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("hint");
    QTest::addColumn<QString>("wrong");
    QTest::addColumn<QString>("right");
    const auto add = [](const QByteArray &field, const QByteArray &hint, const QString &wrong,
                        const QString &right) {
        QTest::newRow(field.constData()) << field << hint << wrong << right;
    };
    add("domainField", "domainHint", u"a b"_s, GoodDomain);
    add("organizationField", "organizationHint", u"one two"_s, u"org_0123456789abcdef"_s);
    add("tokenField", "tokenHint", u"one two"_s, QString());
    add("audienceField", "audienceHint", u"a b"_s, u"https://acme.eu.auth0.com/api/v2/"_s);
    add("hostField", "hostHint", u"a b"_s, u"proxy.acme.example"_s);
    add("certificateField", "certificateHint", u"/nowhere/ca.pem"_s, QString());
}

//! And says nothing about it when it is right.
void TestSettingsDialog::everyWrongFieldSaysSoInBold()
{
    QFETCH(const QByteArray, field);
    QFETCH(const QByteArray, hint);
    QFETCH(const QString, wrong);
    QFETCH(const QString, right);
    DemoDesk desk;
    const SettingsDialog dialog(desk.session(), desk.network());
    type(dialog, "domainField", u"login.acme.example"_s); // a custom one: it needs an audience
    child<QComboBox>(&dialog, "proxyField")->setCurrentIndex(2);
    const auto *label = child<QLabel>(&dialog, hint.constData());
    type(dialog, field.constData(), wrong);
    QVERIFY(label->font().bold());
    QVERIFY(!label->text().isEmpty());
    QVERIFY(!label->isHidden());
    const QString problem = label->text();
    type(dialog, field.constData(), right);
    QVERIFY(!label->font().bold());
    QVERIFY(label->text() != problem);
}

void TestSettingsDialog::aManualProxyNeedsAHost()
{
    DemoDesk desk;
    desk.settings().setProfiles(three());
    const SettingsDialog dialog(desk.session(), desk.network());
    QVERIFY(!child(&dialog, "hostField")->isEnabled());
    child<QComboBox>(&dialog, "proxyField")->setCurrentIndex(2);
    QVERIFY(child(&dialog, "hostField")->isEnabled());
    QCOMPARE(labelText(&dialog, "reasonLabel"), u"Network: Enter the host of the proxy."_s);
    QVERIFY(!ok(dialog)->isEnabled());
    type(dialog, "hostField", u"proxy.example.com"_s);
    QVERIFY(ok(dialog)->isEnabled());
    QCOMPARE(child<QLineEdit>(&dialog, "passwordField")->echoMode(), QLineEdit::Password);
}

void TestSettingsDialog::certificateFilesAreChecked()
{
    DemoDesk desk;
    desk.settings().setProfiles(three());
    const SettingsDialog dialog(desk.session(), desk.network());
    type(dialog, "certificateField", desk.file(u"missing.pem"_s));
    QVERIFY(labelText(&dialog, "certificateHint").contains("cannot be read"_L1));
    QVERIFY(!ok(dialog)->isEnabled());
    QFile file(desk.file(u"empty.pem"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("nothing");
    file.close();
    type(dialog, "certificateField", file.fileName());
    QVERIFY(labelText(&dialog, "certificateHint").contains("no certificate"_L1));
    QVERIFY(!ok(dialog)->isEnabled());
    for (const QString &address :
         {QString("file://"_L1 + file.fileName()), u"file://server/ca.pem"_s}) {
        type(dialog, "certificateField", address); // that of another computer is no empty field
        QVERIFY(!labelText(&dialog, "certificateHint").isEmpty());
        QVERIFY(!ok(dialog)->isEnabled());
    }
    type(dialog, "certificateField", QString());
    QVERIFY(ok(dialog)->isEnabled());
}

void TestSettingsDialog::closingWithATypedTokenCausesNoWarning()
{
    DemoDesk desk;
    auto dialog = std::make_unique<SettingsDialog>(desk.session(), desk.network());
    type(*dialog, "tokenField", u"a.b.c"_s);
    dialog.reset(); // the field clears itself after its page is destroyed
    TokenDialog token(desk.session());
    type(token, "tokenField", u"a.b.c"_s);
}

void TestSettingsDialog::pastedTextIsUnderstood()
{
    DemoDesk desk;
    const SettingsDialog &dialog = desk.openSettings();
    type(dialog, "nameField", u"\u200Bacme\u00A0prod \n"_s);
    type(dialog, "domainField", "\"http://"_L1 + desk.tenant().domain() + "\","_L1);
    type(dialog, "organizationField",
         "https://manage.auth0.com/dashboard/eu/acme/organizations/"_L1 + desk.id(DemoDesk::Ten)
             + "/overview?x=1"_L1);
    type(dialog, "tokenField",
         "{\"access_token\":\""_L1 + desk.token() + "\",\"token_type\":\"Bearer\"}"_L1);
    QCOMPARE(labelText(&dialog, "organizationHint"), desk.id(DemoDesk::Ten));
    ok(dialog)->click();
    QVERIFY(desk.settle());
    QCOMPARE(desk.ids().size(), 10);
    const Profile profile = desk.settings().profiles().constFirst();
    QCOMPARE(profile.name, u"acme prod"_s);
    QCOMPARE(profile.organizationId, desk.id(DemoDesk::Ten));
    QCOMPARE(desk.session().access(), desk.access());
}

void TestSettingsDialog::aDashboardNamesItsTenant()
{
    DemoDesk desk;
    const SettingsDialog dialog(desk.session(), desk.network());
    type(dialog, "domainField", u"https://manage.auth0.com/dashboard/eu/acme/"_s);
    QVERIFY(labelText(&dialog, "domainHint").contains("acme.eu.auth0.com."_L1));
    QVERIFY(labelText(&dialog, "domainHint").contains("The domain of this tenant"_L1));
    QVERIFY(!ok(dialog)->isEnabled());
}

void TestSettingsDialog::aPastedProxyIsSplit_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port"); // 3128 unless the text has another one
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("password");
    const auto add = [](const char *name, const QString &text, const QString &host, int port = 3128,
                        const QString &user = {}, const QString &password = {}) {
        QTest::newRow(name) << text << host << port << user << password;
    };
    const QString host = u"proxy.acme.example"_s;
    add("host", host, host);
    add("capitals", u"PROXY"_s, u"PROXY"_s);
    add("invisible characters", u"\u200Bproxy.acme.example\u00A0"_s, host);
    add("port", u"proxy.acme.example:8080"_s, host, 8080);
    add("address", u"http://proxy.acme.example:8080/"_s, host, 8080);
    add("address without port", u"\"http://proxy.acme.example\""_s, host);
    add("user and password", u"http://me:p%40ss@proxy.acme.example:8080"_s, host, 8080, u"me"_s,
        u"p@ss"_s);
    add("user and password alone", u"me:p%40ss@proxy.acme.example:8080"_s, host, 8080, u"me"_s,
        u"p@ss"_s);
    add("variable", u"export https_proxy='http://proxy.acme.example:8080'"_s, host, 8080);
    add("IPv6", u"::1"_s, u"::1"_s);
    add("IPv6 and port", u"[::1]:8080"_s, u"::1"_s, 8080);
    add("another protocol", u"socks5://proxy.acme.example:1080"_s, {});
    add("no host", u"not a host"_s, {});
}

void TestSettingsDialog::aPastedProxyIsSplit()
{
    QFETCH(QString, text);
    QFETCH(QString, host);
    QFETCH(int, port);
    QFETCH(QString, user);
    QFETCH(QString, password);
    DemoDesk desk;
    SettingsDialog dialog(desk.session(), desk.network());
    child<QComboBox>(&dialog, "proxyField")->setCurrentIndex(2);
    child<QSpinBox>(&dialog, "portField")->setValue(3128);
    type(dialog, "hostField", text);
    QVERIFY(password.isEmpty() || typed(dialog, "hostField") == host); // at once
    const auto *page = dialog.findChild<NetworkPage *>();
    QCOMPARE(page->network().proxyHost, host);
    QCOMPARE(page->network().proxyPort, port);
    QCOMPARE(page->problem().isEmpty(), !host.isEmpty());
    QMetaObject::invokeMethod(child<QLineEdit>(&dialog, "hostField"), "editingFinished");
    QCOMPARE(page->network().proxyHost, host);
    QCOMPARE(page->network().proxyPort, port);
    QCOMPARE(page->network().proxyUser, user);
    QCOMPARE(page->proxyPassword().value_or(QString()), password);
    if (!host.isEmpty())
        QCOMPARE(typed(dialog, "hostField").trimmed().remove(u'\u200B'), host);
}

void TestSettingsDialog::aPastedPathIsUnderstood()
{
    DemoDesk desk;
    const SettingsDialog dialog(desk.session(), desk.network());
    const auto *page = dialog.findChild<NetworkPage *>();
    const QString odd = desk.file(u"'it's, \u200Bodd',"_s);
    QFile file(odd);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    type(dialog, "certificateField", odd);
    QCOMPARE(page->network().caCertificateFile, odd); // there is such a file
    const QString path = desk.file(u"a b.pem"_s);
    const QStringList texts{path, u"\"%1\""_s.arg(path), u" '%1'\n"_s.arg(path),
                            u"\u202A%1"_s.arg(path),
                            QString::fromLatin1(QUrl::fromLocalFile(path).toEncoded())};
    for (const QString &text : texts) {
        type(dialog, "certificateField", text);
        QCOMPARE(page->network().caCertificateFile, path);
    }
    type(dialog, "certificateField", u"~/ca.pem"_s);
    QCOMPARE(page->network().caCertificateFile, QString(QDir::homePath() + "/ca.pem"_L1));
}

void TestSettingsDialog::anUnwritableFileIsNamedBeforeAnythingIsApplied()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(blockFile(desk));
    const SettingsDialog &dialog = desk.openSettings();
    type(dialog, "nameField", u"acme"_s);
    type(dialog, "domainField", desk.tenant().domain());
    type(dialog, "organizationField", desk.id(DemoDesk::Ten));
    type(dialog, "tokenField", desk.token());
    ok(dialog)->click();
    QVERIFY(dialog.isVisible());
    QVERIFY(labelText(&dialog, "reasonLabel").startsWith("The settings were not saved: "_L1));
    QVERIFY(labelText(&dialog, "reasonLabel").contains(desk.settingsFile()));
    QCOMPARE(typed(dialog, "nameField"), u"acme"_s);
    QCOMPARE(typed(dialog, "tokenField"), desk.token());
    QVERIFY(desk.settings().profiles().isEmpty());
    QCOMPARE(desk.bannerText(), QString());

    ok(dialog)->click(); // use them nevertheless
    QVERIFY(!dialog.isVisible());
    QVERIFY(desk.settle());
    QCOMPARE(desk.ids().size(), 10);
    QCOMPARE(desk.settings().profiles().size(), 1);
    QTRY_VERIFY(desk.bannerText().contains("until you quit"_L1));
}

void TestSettingsDialog::aFileThatCanBeWrittenAgainIsWritten()
{
    DemoDesk desk;
    desk.settings().setRowsPerPage(25);
    QVERIFY(blockFile(desk));
    const SettingsDialog &dialog = desk.openSettings();
    child<QSpinBox>(&dialog, "rowsField")->setValue(31);
    ok(dialog)->click();
    QVERIFY(dialog.isVisible());
    QVERIFY(QDir().rmdir(desk.settingsFile()));
    ok(dialog)->click();
    QVERIFY(!dialog.isVisible());
    QVERIFY(desk.settings().save());
    QFile file(desk.settingsFile());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("rowsPerPage=31"));
}

QTEST_MAIN(TestSettingsDialog)
#include "tst_settingsdialog.moc"
