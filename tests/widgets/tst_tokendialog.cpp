// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/demodesk.h"
#include "support/fakesecretstore.h"
#include "support/shownwords.h"
#include "widgets/settings/tokenfield.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Vestibule;

//! Entering another token for the open tenant.
class TestTokenDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init() { failOnUnexpectedWarnings(); }

    void notesDescribeTheTypedToken_data();
    void notesDescribeTheTypedToken();
    void notesChangeWithTheText();
    void anInvalidTokenHasAReason();
    void pastedTextIsUnderstood_data();
    void pastedTextIsUnderstood();
    void aBrokenTokenIsRefused_data();
    void aBrokenTokenIsRefused();
    void theKeyringIsNamed();
    void openingDoesNotAskTheKeyring();
    void aMissingKeyringIsMentioned();
    void withoutAProfileTheTokenIsNotSaved();
    void aNewTokenResumesAFailedListing();
    void cancelKeepsTheOldToken();
    void theDialogNamesItsTenant();
    void noTextContainsTheToken();
    void theDialogClosesWhenAnotherTenantIsOpened();
    void theDialogStaysWhileItsTenantIsOpen();
    void anApplicationGetsAnotherSecret();

private:
    static QPushButton *button(const QWidget &dialog, QDialogButtonBox::StandardButton which)
    {
        return child<QDialogButtonBox>(&dialog, "buttons")->button(which);
    }
    static QLineEdit *field(const QWidget &dialog)
    {
        return child<QLineEdit>(&dialog, "tokenField");
    }
    static QString notes(const QWidget &dialog)
    {
        return child<TokenNotesView>(&dialog, "notesView")->accessibleDescription();
    }
    static QString token(DemoDesk &desk, const Demo::TokenClaims &claims)
    {
        return QString::fromLatin1(desk.tenant().makeToken(claims));
    }
};

void TestTokenDialog::notesDescribeTheTypedToken_data()
{
    QTest::addColumn<int>("lifetime");
    QTest::addColumn<QString>("scope");
    QTest::addColumn<QString>("audience");
    QTest::addColumn<QString>("note");
    const QString both = u"read:organization_connections read:organizations"_s;
    QTest::newRow("expired") << -3600 << both << QString() << u"The token expired on "_s;
    QTest::newRow("missing scope") << 3600 << u"read:organizations"_s << QString()
                                   << u"The token lacks the scope read:organization_connections"_s;
    QTest::newRow("may write") << 3600 << both + " update:users"_L1 << QString()
                               << u"The token also allows changes (update:users)"_s;
    QTest::newRow("another API") << 3600 << both << u"https://shop.example/"_s
                                 << u"The token is not for a Management API but for "_s;
    QTest::newRow("good") << 3600 << both << QString() << u"Valid until "_s;
}

void TestTokenDialog::notesDescribeTheTypedToken()
{
    QFETCH(const int, lifetime);
    QFETCH(const QString, scope);
    QFETCH(const QString, audience);
    QFETCH(const QString, note);
    DemoDesk desk;
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    const TokenDialog &dialog = desk.openTokenDialog();
    field(dialog)->setText(token(
        desk, {.lifetime = std::chrono::seconds(lifetime), .scope = scope, .audience = audience}));
    QVERIFY2(notes(dialog).contains(note), qPrintable(notes(dialog)));
    QVERIFY(button(dialog, QDialogButtonBox::Ok)
                ->isEnabled()); // the tenant decides, not the local reader
}

void TestTokenDialog::notesChangeWithTheText()
{
    DemoDesk desk;
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    const TokenDialog &dialog = desk.openTokenDialog();
    QCOMPARE(notes(dialog), QString());
    QVERIFY(!button(dialog, QDialogButtonBox::Ok)->isEnabled());
    QTest::keyClicks(field(dialog), u"opaque"_s);
    QVERIFY(notes(dialog).startsWith("This is not the usual kind of token"_L1));
    QVERIFY(button(dialog, QDialogButtonBox::Ok)->isEnabled());
    field(dialog)->clear();
    QCOMPARE(notes(dialog), QString());
    QVERIFY(!button(dialog, QDialogButtonBox::Ok)->isEnabled());
}

void TestTokenDialog::anInvalidTokenHasAReason()
{
    DemoDesk desk;
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    const TokenDialog &dialog = desk.openTokenDialog();
    const QString before = labelText(&dialog, "tokenHint");
    const auto *hint = child<QLabel>(&dialog, "tokenHint");
    QVERIFY(!hint->font().bold());
    QTest::keyClicks(field(dialog), u"two words"_s);
    QVERIFY(hint->font().bold()); // as in the settings
    QVERIFY(!labelText(&dialog, "tokenHint").isEmpty());
    QVERIFY(labelText(&dialog, "tokenHint") != before);
    QVERIFY(!labelText(&dialog, "tokenHint").contains("words"_L1));
    QVERIFY(!button(dialog, QDialogButtonBox::Ok)->isEnabled());
}

void TestTokenDialog::theKeyringIsNamed()
{
    DemoDesk desk({}, std::make_unique<FakeSecretStore>());
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    const TokenDialog &dialog = desk.openTokenDialog();
    QTRY_COMPARE(labelText(&dialog, "tokenHint"), u"Saved in the keyring, never in a file."_s);
}

void TestTokenDialog::openingDoesNotAskTheKeyring()
{
    auto store = std::make_unique<FakeSecretStore>();
    const FakeSecretStore *keyring = store.get();
    DemoDesk desk({}, std::move(store));
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    const qsizetype before = keyring->requests().size();
    const TokenDialog &dialog = desk.openTokenDialog();
    QCOMPARE(labelText(&dialog, "tokenHint"), u"Saved in the keyring, never in a file."_s);
    QTest::qWait(10);
    QCOMPARE(keyring->requests().size(), before);
}

void TestTokenDialog::aMissingKeyringIsMentioned()
{
    auto store = std::make_unique<FakeSecretStore>();
    store->failAll(SecretError::Kind::Unavailable);
    DemoDesk desk({}, std::move(store));
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    const auto reading = desk.secrets().read(u"another"_s);
    QTRY_VERIFY(desk.secrets().problem());
    const TokenDialog &dialog = desk.openTokenDialog();
    QCOMPARE(labelText(&dialog, "tokenHint"),
             u"Kept for this session only (no keyring available), never in a file."_s);
}

void TestTokenDialog::withoutAProfileTheTokenIsNotSaved()
{
    auto store = std::make_unique<FakeSecretStore>();
    FakeSecretStore *kept = store.get();
    DemoDesk desk({}, std::move(store));
    desk.window();
    desk.session().openTenant(desk.access(), {.organizationId = desk.id(DemoDesk::Ten)});
    QVERIFY(desk.settle());
    const TokenDialog &dialog = desk.openTokenDialog();
    QCOMPARE(labelText(&dialog, "tokenHint"),
             u"Kept for this session only: this tenant is not in the settings."_s);
    field(dialog)->setText(token(desk, {.lifetime = 2h}));
    button(dialog, QDialogButtonBox::Ok)->click();
    QVERIFY(desk.settle());
    QVERIFY(kept->secrets.isEmpty());
}

void TestTokenDialog::aNewTokenResumesAFailedListing()
{
    auto store = std::make_unique<FakeSecretStore>();
    const FakeSecretStore *kept = store.get();
    DemoDesk desk({}, std::move(store));
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Many));
    QVERIFY(desk.trigger("showEnabledAction"));
    QVERIFY(desk.trigger("nextPageAction"));
    desk.select(3);
    const QStringList ids = desk.ids();
    desk.tenant().setFaults({u"expired-token"_s});
    QVERIFY(desk.trigger("refreshAction"));
    QCOMPARE(desk.bannerAction(), u"Enter a token…"_s);
    QCOMPARE(desk.ids(), ids);
    desk.tenant().setFaults({});
    desk.tenant().clearRequests();

    child<QAbstractButton>(desk.banner(), "actionButton")->click();
    const auto *dialog = desk.lastDialog<TokenDialog>();
    const QString fresh = token(desk, {.lifetime = 2h});
    field(*dialog)->setText(fresh);
    button(*dialog, QDialogButtonBox::Ok)->click();
    QVERIFY(desk.settle());
    QCOMPARE(desk.failureText(), QString());
    QCOMPARE(desk.takeQueries(),
             QStringList{u"page=1&per_page=50&include_totals=true&is_enabled=true"_s});
    QCOMPARE(desk.ids(), ids);
    QVERIFY(desk.action("showEnabledAction")->isChecked());
    QCOMPARE(desk.table().selectionModel()->selectedRows().value(0).row(), 3);
    QCOMPARE(desk.session().access().token, *AccessToken::fromText(fresh));
    QTRY_VERIFY(kept->secrets.value(u"own"_s).endsWith(fresh.toLatin1()));
}

void TestTokenDialog::pastedTextIsUnderstood_data()
{
    QTest::addColumn<QString>("text"); // with %1 for the token
    QTest::newRow("JSON") << u"{\n \"access_token\": \"%1\",\n \"token_type\": \"Bearer\"\n}"_s;
    QTest::newRow("zero-width space") << u"\u200B%1\u200B"_s;
    QTest::newRow("curl") << u"curl -H \"Authorization: Bearer %1\" \\\n https://a.example"_s;
    QTest::newRow("export") << u"export AUTH0_API_TOKEN='%1'"_s;
}

void TestTokenDialog::pastedTextIsUnderstood()
{
    QFETCH(const QString, text);
    DemoDesk desk;
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    const TokenDialog &dialog = desk.openTokenDialog();
    const QString fresh = token(desk, {.lifetime = 2h});
    QGuiApplication::clipboard()->setText(QString(text).replace("%1"_L1, fresh));
    field(dialog)->setFocus();
    QTest::keyClick(field(dialog), Qt::Key_V, Qt::ControlModifier);
    QVERIFY(notes(dialog).contains("It has the scope"_L1));
    button(dialog, QDialogButtonBox::Ok)->click();
    QCOMPARE(desk.session().access().token, *AccessToken::fromText(fresh));
    QVERIFY(desk.settle());
    QCOMPARE(desk.failureText(), QString());
}

void TestTokenDialog::aBrokenTokenIsRefused_data()
{
    QTest::addColumn<QString>("text"); // with %1 for the token
    QTest::addColumn<qsizetype>("begin"); // what is copied of it
    QTest::addColumn<qsizetype>("cut");
    QTest::newRow("the end is missing") << u"%1"_s << qsizetype(0) << qsizetype(2);
    QTest::newRow("the beginning is missing") << u"%1"_s << qsizetype(3) << qsizetype(0);
    QTest::newRow("shortened") << u"%1…"_s << qsizetype(0) << qsizetype(0);
    QTest::newRow("twice") << u"%1%1"_s << qsizetype(0) << qsizetype(0);
    QTest::newRow("more behind it") << u"%1+x"_s << qsizetype(0) << qsizetype(0);
}

void TestTokenDialog::aBrokenTokenIsRefused()
{
    QFETCH(const QString, text);
    QFETCH(const qsizetype, begin);
    QFETCH(const qsizetype, cut);
    DemoDesk desk;
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    desk.tenant().clearRequests();
    const TokenDialog &dialog = desk.openTokenDialog();
    const QString part = desk.token().chopped(cut).sliced(begin);
    field(dialog)->setText(QString(text).replace("%1"_L1, part));
    QVERIFY(labelText(&dialog, "tokenHint").startsWith("This token is incomplete"_L1));
    QCOMPARE(notes(dialog), QString());
    QVERIFY(!button(dialog, QDialogButtonBox::Ok)->isEnabled());
    QTest::keyClick(field(dialog), Qt::Key_Return);
    QVERIFY(dialog.isVisible());
    QCOMPARE(desk.takeRequestCount(), 0);
}

void TestTokenDialog::cancelKeepsTheOldToken()
{
    DemoDesk desk;
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    desk.tenant().clearRequests();
    const TokenDialog &dialog = desk.openTokenDialog();
    field(dialog)->setText(token(desk, {.lifetime = 2h}));
    QTest::keyClick(field(dialog), Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
    QCOMPARE(desk.session().access(), desk.access());
    QCOMPARE(desk.takeRequestCount(), 0);
}

void TestTokenDialog::theDialogNamesItsTenant()
{
    DemoDesk desk;
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    const QString text = labelText(&desk.openTokenDialog(), "tenantLabel");
    QVERIFY(text.contains("acme-prod"_L1));
    QVERIFY(text.contains("Production"_L1));
    QVERIFY(text.contains(desk.tenant().domain()));
}

void TestTokenDialog::noTextContainsTheToken()
{
    DemoDesk desk;
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    const QString typed = token(desk, {.lifetime = 2h});
    const TokenDialog &dialog = desk.openTokenDialog();
    field(dialog)->setText(typed);
    const QStringList words = allWords();
    for (const QString &text : words) {
        QVERIFY(!text.contains(typed.section(u'.', 1, 1)));
        QVERIFY(!text.contains(typed.section(u'.', 2)));
    }
    button(dialog, QDialogButtonBox::Ok)->click();
    QCOMPARE(field(dialog)->text(), QString()); // wiped before the dialog closes
}

//! An export can open the dialog while the window opens another tenant. The typed token must not be
//! sent there.
void TestTokenDialog::theDialogClosesWhenAnotherTenantIsOpened()
{
    DemoDesk desk;
    desk.window();
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    TokenDialog dialog(desk.session());
    const QSignalSpy entered(&dialog, &TokenDialog::entered);
    dialog.show();
    field(dialog)->setText(token(desk, {}));
    const AccessToken other = *AccessToken::fromText(u"o.o.o"_s);
    desk.session().openTenant({*TenantDomain::fromText(u"127.0.0.1:9"_s), other},
                              {.organizationId = desk.id(DemoDesk::Ten)});
    QVERIFY(!dialog.isVisible());
    button(dialog, QDialogButtonBox::Ok)->click(); // as if the user had clicked just before
    QVERIFY(desk.session().access().token == other);
    QCOMPARE(entered.size(), 0);
}

void TestTokenDialog::theDialogStaysWhileItsTenantIsOpen()
{
    DemoDesk desk;
    desk.window();
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    TokenDialog dialog(desk.session());
    const QSignalSpy entered(&dialog, &TokenDialog::entered);
    dialog.show();
    desk.session().openOrganization(desk.id(DemoDesk::Many));
    QVERIFY(dialog.isVisible());
    const QString text = token(desk, {.lifetime = 1h});
    field(dialog)->setText(text);
    button(dialog, QDialogButtonBox::Ok)->click();
    QVERIFY(desk.session().access().token == *AccessToken::fromText(text));
    QCOMPARE(entered.size(), 1);
}

void TestTokenDialog::anApplicationGetsAnotherSecret()
{
    auto store = std::make_unique<FakeSecretStore>();
    const FakeSecretStore *kept = store.get();
    DemoDesk desk({}, std::move(store));
    Profile profile = desk.saveProfile(DemoDesk::Ten);
    profile.access = AccessKind::Application;
    profile.clientId = u"client-1"_s;
    desk.settings().setProfiles({profile});
    desk.window();
    desk.session().openProfile(profile); // nothing is kept for it
    QTRY_COMPARE(desk.stateText(), u"No client secret is saved for acme-prod."_s);
    QCOMPARE(desk.stateAction(), u"Enter the client secret…"_s);
    child<QAbstractButton>(desk.statePage(), "actionButton")->click();
    const auto &dialog = *desk.lastDialog<TokenDialog>();
    QCOMPARE(dialog.windowTitle(), u"Enter the client secret"_s);
    QCOMPARE(child<QLineEdit>(&dialog, "clientIdField")->text(), u"client-1"_s);
    QPushButton *ok = button(dialog, QDialogButtonBox::Ok);
    QVERIFY(!ok->isEnabled());
    QTest::keyClicks(field(dialog), u"s3cret"_s);
    QVERIFY(ok->isEnabled());
    ok->click();
    const TenantAccess access{
        .domain = desk.access().domain,
        .application = {.clientId = u"client-1"_s, .secret = SecretBytes("s3cret")}};
    QCOMPARE(desk.session().access(), access);
    QTRY_COMPARE(kept->secrets.value(profile.id), keptSecret(access));
    QCOMPARE(desk.action("tokenAction")->text(), u"Enter client se&cret…"_s);
}

QTEST_MAIN(TestTokenDialog)
#include "tst_tokendialog.moc"
