// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "demo/authentication.h"
#include "support/demodesk.h"
#include "support/shownwords.h"
#include "widgets/controls/copybutton.h"
#include "widgets/settings/connectwindow.h"
#include "widgets/settings/tokenfield.h"

#include <QClipboard>
#include <QListView>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QScrollBar>
#include <QSet>
#include <QSignalSpy>
#include <QToolButton>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

const QString Id = u"jpAc1DEXhJv0xkYf5TLRmGnV8bWq2sZd"_s;
const QString Secret = u"hT9_k-Lw0PzXQ5vB7nYdRfC3mJ1sGtKeAuZo4iWbN8xVqHyU2rMlDpEjSaFcTg6O"_s;

//! Uses the window as a person does, who sees where the focus is; counts what that costs.
class Person final {
public:
    void click(QWidget *button)
    {
        ++clicks;
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void clickRow(QAbstractItemView *list, int row)
    {
        ++clicks;
        const QRect place = list->visualRect(list->model()->index(row, 0));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, place.center());
    }
    void paste(const QWidget &window, const QString &text)
    {
        ++pastes;
        QGuiApplication::clipboard()->setText(text);
        QTest::keyClick(window.focusWidget(), Qt::Key_V, Qt::ControlModifier);
    }

    int clicks = 0;
    int pastes = 0;
};

} // namespace

//! The window *Connect a tenant*.
class TestConnectWindow final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(installEnglish());
        QLocale::setDefault(QLocale::c()); // how lists are written
    }
    void init() { failOnUnexpectedWarnings(); }
    void cleanup() { QGuiApplication::clipboard()->clear(); }

    void theFirstMinuteTakesThreeClicksAndAPaste();
    void theFirstMinuteWithAnApplication();
    void aWrongSecretIsSaid();
    void theKeyboardIsEnough();
    void theTenantCanBeSweptAtOnce();
    void aPastedOrganizationIsOpened();
    void pastedTextFindsItsPlaces();
    void pastedTextIsNotShown();
    void typedTextFindsItsPlaces();
    void textWithoutAnythingIsSaid();
    void aCustomDomainAsksForTheAudience();
    void whatIsMissingIsSaid_data();
    void whatIsMissingIsSaid();
    void missingScopesAreSaid_data();
    void missingScopesAreSaid();
    void aRefusedTokenIsNotKept();
    void everyNoteIsSeen_data();
    void everyNoteIsSeen();
    void theFocusGoesOn_data();
    void theFocusGoesOn();
    void theFocusStaysWhereItWasPut();
    void aDisabledButtonDoesNotLeaveTheFocusToCancel();
    void anotherTextEndsTheTest();
    void closingEndsTheTest();
    void aKnownTenantKeepsItsProfile();
    void theKeyringIsNotAskedBeforeThereIsASecret();
    void theGuideFillsInTheTenant();
    void theGuideFitsAScreenAndLeavesNoHole();
    void wrongFieldsSaySoInBold();
    void tabReachesEveryButton();
    void privacyModeMasksTheWindow();
    void mnemonicsAreUnique_data();
    void mnemonicsAreUnique();

private:
    static ConnectWindow &openWindow(DemoDesk &desk)
    {
        desk.action("connectTenantAction")->trigger();
        return *desk.lastDialog<ConnectWindow>();
    }
    static QLineEdit *field(const QWidget &window, const char *name)
    {
        return child<QLineEdit>(&window, name);
    }
    static QPushButton *connectButton(const QWidget &window)
    {
        return child<QPushButton>(&window, "connectButton");
    }
    static QString notes(const QWidget &window)
    {
        return child<TokenNotesView>(&window, "notesView")->accessibleDescription();
    }
    static bool isAt(DemoDesk &desk, TenantSession::Stage stage)
    {
        return QTest::qWaitFor([&desk, stage] { return desk.session().stage() == stage; });
    }
    static QString applicationText()
    {
        return u"Client ID\n%1\nClient Secret\n%2\n"_s.arg(QString::fromLatin1(Demo::ClientId),
                                                           QString::fromLatin1(Demo::ClientSecret));
    }
    static QByteArray readFile(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static QListView *organizations(DemoDesk &desk)
    {
        return child<QListView>(&desk.chooser(), "list");
    }
};

void TestConnectWindow::theFirstMinuteTakesThreeClicksAndAPaste()
{
    DemoDesk desk;
    desk.window();
    Person person;
    person.click(child(child(&desk.window(), "WelcomePage"), "connectButton"));
    ConnectWindow &window = *desk.lastDialog<ConnectWindow>();
    person.paste(window, desk.token());
    person.click(connectButton(window));
    QTRY_VERIFY(desk.chooser().isVisible());
    QTRY_COMPARE(organizations(desk)->model()->rowCount(), 5);
    person.clickRow(organizations(desk), 0);
    QTRY_VERIFY(desk.table().model()->rowCount() > 0);
    QVERIFY(desk.table().isVisible());
    QVERIFY(person.clicks <= 3);
    QVERIFY(person.pastes <= 2);
    const QList<Profile> kept = desk.settings().profiles();
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept.constFirst().domain, desk.tenant().domain());
    QCOMPARE(kept.constFirst().access, AccessKind::Token);
    QCOMPARE(desk.settings().currentProfileId(), kept.constFirst().id);
}

//! Two pastes: the address of the application in the web console would not name a domain of this
//! computer, so they are the domain, and what the web console shows of the application.
void TestConnectWindow::theFirstMinuteWithAnApplication()
{
    DemoDesk desk;
    desk.window();
    Person person;
    person.click(child(child(&desk.window(), "WelcomePage"), "connectButton"));
    ConnectWindow &window = *desk.lastDialog<ConnectWindow>();
    person.paste(window, desk.tenant().domain());
    person.paste(window, applicationText());
    person.click(connectButton(window));
    QTRY_VERIFY(desk.chooser().isVisible());
    QTRY_COMPARE(organizations(desk)->model()->rowCount(), 5);
    person.clickRow(organizations(desk), 0);
    QTRY_VERIFY(desk.table().model()->rowCount() > 0);
    QVERIFY(person.clicks <= 3);
    QVERIFY(person.pastes <= 2);
    QCOMPARE(desk.tenant().exchanges(), 1); // of the test and of what follows
    const Profile kept = desk.settings().profiles().constFirst();
    QCOMPARE(kept.access, AccessKind::Application);
    QCOMPARE(kept.clientId, QString::fromLatin1(Demo::ClientId));
    QVERIFY(!QFile(desk.settingsFile()).exists()
            || !readFile(desk.settingsFile()).contains(Demo::ClientSecret));
    const auto *status = child<QToolButton>(&desk.window(), "tokenStatus");
    QVERIFY(status->isVisible());
    QCOMPARE(status->text(), u"Token renews itself"_s);
}

void TestConnectWindow::aWrongSecretIsSaid()
{
    DemoDesk desk;
    ConnectWindow &window = openWindow(desk);
    window.distribute(u"domain=%1\nclient_id=%2\nclient_secret=wrong-%2"_s.arg(
        desk.tenant().domain(), QString::fromLatin1(Demo::ClientId)));
    connectButton(window)->click();
    QTRY_COMPARE(notes(window),
                 u"The tenant does not accept the client ID or the client secret. Check both."_s);
    QVERIFY(window.isVisible());
    QVERIFY(desk.settings().profiles().isEmpty());
    child<QLineEdit>(&window, "clientSecretField")
        ->setText(QString::fromLatin1(Demo::ClientSecret));
    connectButton(window)->click();
    QTRY_VERIFY(desk.chooser().isVisible());
}

void TestConnectWindow::theKeyboardIsEnough()
{
    DemoDesk desk;
    ConnectWindow &window = openWindow(desk);
    QGuiApplication::clipboard()->setText(desk.token());
    QTest::keyClick(window.focusWidget(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(window.focusWidget(), connectButton(window));
    QTest::keyClick(window.focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(desk.chooser().isVisible());
    QTRY_COMPARE(organizations(desk)->model()->rowCount(), 5);
    QTest::keyClick(&desk.chooser(), Qt::Key_Down);
    QTest::keyClick(child(&desk.chooser(), "findField"), Qt::Key_Return);
    QTRY_VERIFY(desk.table().model()->rowCount() > 0);
}

void TestConnectWindow::theTenantCanBeSweptAtOnce()
{
    DemoDesk desk;
    ConnectWindow &window = openWindow(desk);
    window.distribute(desk.token());
    child<QPushButton>(&window, "connectAndSweepButton")->click();
    QTRY_VERIFY(desk.session().inventory().isOpen());
    QTRY_COMPARE(desk.session().inventory().summary().counts.waiting, 0);
    QVERIFY(!desk.chooser().isVisible());
}

void TestConnectWindow::aPastedOrganizationIsOpened()
{
    DemoDesk desk;
    ConnectWindow &window = openWindow(desk);
    window.distribute(
        u"AUTH0_API_TOKEN=%1\n# organization: %2"_s.arg(desk.token(), desk.id(DemoDesk::Fifty)));
    connectButton(window)->click();
    QVERIFY(isAt(desk, TenantSession::Stage::Browsing));
    QVERIFY(desk.settle());
    QCOMPARE(desk.browser().request().organizationId, desk.id(DemoDesk::Fifty));
    QVERIFY(!desk.chooser().isVisible());
}

void TestConnectWindow::pastedTextFindsItsPlaces()
{
    DemoDesk desk;
    ConnectWindow &window = openWindow(desk);
    window.distribute(u"acme.eu.auth0.com"_s);
    QCOMPARE(field(window, "domainField")->text(), u"acme.eu.auth0.com"_s);
    QCOMPARE(labelText(&window, "foundLabel"), u"Found: the domain acme.eu.auth0.com."_s);
    QVERIFY(!connectButton(window)->isEnabled());
    window.distribute(desk.token()); // of another tenant: the latest text counts
    QCOMPARE(field(window, "domainField")->text(), desk.tenant().domain());
    QVERIFY(child<QRadioButton>(&window, "byToken")->isChecked());
    QVERIFY(connectButton(window)->isEnabled());
    window.distribute(u"AUTH0_DOMAIN=acme.eu.auth0.com\nAUTH0_CLIENT_ID=%1\n"
                      "AUTH0_CLIENT_SECRET=%2"_s.arg(Id, Secret));
    QCOMPARE(labelText(&window, "foundLabel"),
             u"Found: the domain acme.eu.auth0.com, a client ID, a client secret."_s);
    QVERIFY(child<QRadioButton>(&window, "byApplication")->isChecked());
    QCOMPARE(field(window, "clientIdField")->text(), Id);
    const TenantAccess access = window.access();
    QVERIFY(access.signsIn());
    QCOMPARE(access.domain.text(), u"acme.eu.auth0.com"_s);
    QCOMPARE(access.application.clientId, Id);
    QCOMPARE(access.application.secret.bytes(), Secret.toUtf8());
    QCOMPARE(access.application.audience, QString());
    QVERIFY(access.token.isEmpty());
    QVERIFY(connectButton(window)->isEnabled());
}

void TestConnectWindow::pastedTextIsNotShown()
{
    DemoDesk desk;
    ConnectWindow &window = openWindow(desk);
    const QString nothing = u"s3cr3t words that are nothing"_s;
    for (const QString &text :
         {nothing, Secret, u"client_id=%1 client_secret=%2"_s.arg(Id, Secret), desk.token()}) {
        QGuiApplication::clipboard()->setText(text);
        auto *paste = child<QPlainTextEdit>(&window, "pasteField");
        paste->setFocus();
        QTest::keyClick(paste, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(paste->toPlainText(), QString());
    }
    const QString shown = allWords().join(u'\n');
    for (const QString &secret : {nothing.first(6), Secret, desk.token()})
        QVERIFY(!shown.contains(secret));
}

void TestConnectWindow::typedTextFindsItsPlaces()
{
    DemoDesk desk;
    ConnectWindow &window = openWindow(desk);
    QVERIFY(QTest::qWaitForWindowActive(&window));
    auto *paste = child<QPlainTextEdit>(&window, "pasteField");
    QTest::keyClicks(paste, u"no domain"_s);
    QTest::keyClick(paste, Qt::Key_Return);
    QCOMPARE(paste->toPlainText(), u"no domain"_s); // to be corrected
    paste->clear();
    QTest::keyClicks(paste, u"acme.eu.auth0.com"_s);
    QTest::keyClick(paste, Qt::Key_Tab);
    QCOMPARE(paste->toPlainText(), QString());
    QCOMPARE(field(window, "domainField")->text(), u"acme.eu.auth0.com"_s);
    QVERIFY(!paste->hasFocus());
}

void TestConnectWindow::textWithoutAnythingIsSaid()
{
    DemoDesk desk;
    ConnectWindow &window = openWindow(desk);
    QVERIFY(!child(&window, "foundLabel")->isVisible());
    window.distribute(u"Dear colleague, here you are."_s);
    QCOMPARE(
        labelText(&window, "foundLabel"),
        u"Nothing in this text looks like a domain, a token, a client ID or a client secret."_s);
    QVERIFY(child(&window, "foundLabel")->isVisible());
    window.distribute(u"https://manage.auth0.com/dashboard/us/acme"_s);
    QCOMPARE(labelText(&window, "foundLabel"),
             u"This is the address of the Auth0 Dashboard. A tenant's domain looks like "
             "acme.eu.auth0.com."_s);
    QCOMPARE(field(window, "domainField")->text(), QString());
}

void TestConnectWindow::aCustomDomainAsksForTheAudience()
{
    DemoDesk desk;
    ConnectWindow &window = openWindow(desk);
    auto *audience = field(window, "audienceField");
    window.distribute(
        u"AUTH0_DOMAIN=acme.eu.auth0.com AUTH0_CLIENT_ID=%1 AUTH0_CLIENT_SECRET=%2"_s.arg(Id,
                                                                                          Secret));
    QVERIFY(!audience->isVisible());
    QVERIFY(connectButton(window)->isEnabled());
    field(window, "domainField")->setText(u"login.acme.example"_s);
    QVERIFY(audience->isVisible());
    QVERIFY(!connectButton(window)->isEnabled());
    QCOMPARE(labelText(&window, "reasonLabel"),
             u"With a custom domain, also enter the tenant's Auth0 domain as the audience."_s);
    audience->setText(u"acme.eu.auth0.com"_s);
    QVERIFY(connectButton(window)->isEnabled());
    QCOMPARE(window.access().application.audience, u"https://acme.eu.auth0.com/api/v2/"_s);
    child<QRadioButton>(&window, "byToken")->click(); // whose audience is its own
    QVERIFY(!audience->isVisible());
}

void TestConnectWindow::whatIsMissingIsSaid_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("reason");
    QTest::newRow("all") << QString() << u"Enter the tenant's domain, such as acme.eu.auth0.com."_s;
    QTest::newRow("the client ID")
        << u"acme.eu.auth0.com"_s
        << u"Enter the client ID of the application, or paste it above."_s;
    QTest::newRow("the secret")
        << u"acme.eu.auth0.com client_id=abc"_s
        << u"Enter the client secret of the application, or paste it above."_s;
    QTest::newRow("nothing") << u"acme.eu.auth0.com client_id=abc client_secret=def"_s << QString();
}

void TestConnectWindow::whatIsMissingIsSaid()
{
    QFETCH(const QString, text);
    QFETCH(const QString, reason);
    DemoDesk desk;
    ConnectWindow &window = openWindow(desk);
    if (!text.isEmpty())
        window.distribute(text);
    QCOMPARE(labelText(&window, "reasonLabel"), reason);
    QCOMPARE(connectButton(window)->isEnabled(), reason.isEmpty());
}

void TestConnectWindow::missingScopesAreSaid_data()
{
    QTest::addColumn<QString>("scope");
    QTest::addColumn<QString>("note");
    QTest::newRow("organizations")
        << u"read:organization_connections"_s
        << u"It cannot list the organizations. You can open them by ID; choosing them by "
           "name and sweeping the tenant need the scope read:organizations_summary."_s;
    QTest::newRow("connections")
        << u"read:organizations_summary"_s
        << u"It can list the organizations.\nIt cannot read the connections of an "
           "organization: it needs the scope read:organization_connections."_s;
}

void TestConnectWindow::missingScopesAreSaid()
{
    QFETCH(const QString, scope);
    QFETCH(const QString, note);
    DemoDesk desk;
    ConnectWindow &window = openWindow(desk);
    window.distribute(QString::fromLatin1(desk.tenant().makeToken({.scope = scope})));
    connectButton(window)->click();
    QTRY_COMPARE(notes(window), note);
    const auto *view = child<TokenNotesView>(&window, "notesView");
    QVERIFY(!view->visibleRegion().isEmpty());
    QTRY_COMPARE(view->verticalScrollBar()->maximum(), 0); // all of them are seen
    QVERIFY(view->height() >= (note.count(u'\n') + 1) * view->fontMetrics().lineSpacing());
    QVERIFY(desk.settings().profiles().isEmpty());
    QCOMPARE(connectButton(window)->text(), u"&Connect anyway"_s);
    QVERIFY(!child(&window, "connectAndSweepButton")->isEnabled());
    connectButton(window)->click();
    QCOMPARE(desk.settings().profiles().size(), 1);
    QCOMPARE(desk.session().stage(), TenantSession::Stage::NeedsOrganization);
    QVERIFY(!window.isVisible());
}

void TestConnectWindow::aRefusedTokenIsNotKept()
{
    DemoDesk desk;
    ConnectWindow &window = openWindow(desk);
    window.distribute(
        QString::fromLatin1(desk.tenant().makeToken({.lifetime = std::chrono::seconds(-60)})));
    connectButton(window)->click();
    QTRY_VERIFY(notes(window).startsWith("The token has expired"_L1));
    QVERIFY(window.isVisible());
    QVERIFY(desk.settings().profiles().isEmpty());
    QCOMPARE(connectButton(window)->text(), u"&Connect"_s);
    QCOMPARE(desk.session().stage(), TenantSession::Stage::Nothing);
}

void TestConnectWindow::everyNoteIsSeen_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("French") << u"fr"_s;
}

void TestConnectWindow::everyNoteIsSeen()
{
    QFETCH(const QString, language);
    QTranslator translator;
    QVERIFY(translator.load(u":/i18n/vestibule_"_s + language));
    QVERIFY(QCoreApplication::installTranslator(&translator));
    DemoDesk desk;
    ConnectWindow &window = openWindow(desk);
    window.distribute(u"acme.eu.auth0.com client_id=%1 client_secret=%2"_s.arg(Id, Secret));
    field(window, "domainField")->setText(u"login.acme.example"_s);
    window.distribute(QString::fromLatin1(desk.tenant().makeToken(
        {.scope = u"read:organization_connections read:users update:users"_s})));
    QCoreApplication::processEvents();
    const auto *view = child<TokenNotesView>(&window, "notesView");
    QVERIFY(view->accessibleDescription().count(u'\n') >= 5);
    QTRY_COMPARE(view->verticalScrollBar()->maximum(), 0);
    QCOMPARE(view->visibleRegion().boundingRect(), view->rect()); // the page shows it whole
}

void TestConnectWindow::theFocusGoesOn_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<bool>("isApplication");
    QTest::addColumn<QString>("button");
    QTest::addColumn<QString>("place");
    const QString connectIt = u"connectButton"_s;
    const QString sweepIt = u"connectAndSweepButton"_s;
    QTest::newRow("expired") << u"expired-token"_s << false << connectIt << u"tokenField"_s;
    QTest::newRow("expired, sweep") << u"expired-token"_s << false << sweepIt << u"tokenField"_s;
    QTest::newRow("wrong secret") << u"sign-in-refused"_s << true << connectIt
                                  << u"clientSecretField"_s;
    QTest::newRow("no tenant") << u"sign-in-no-endpoint"_s << true << connectIt << u"domainField"_s;
    QTest::newRow("not JSON") << u"not-json"_s << false << connectIt << connectIt;
    QTest::newRow("incomplete") << u"no-organization-scope"_s << false << connectIt << connectIt;
    QTest::newRow("incomplete, sweep")
        << u"no-organization-scope"_s << false << sweepIt << connectIt;
}

void TestConnectWindow::theFocusGoesOn()
{
    QFETCH(const QString, fault);
    QFETCH(const bool, isApplication);
    QFETCH(const QString, button);
    QFETCH(const QString, place);
    DemoDesk desk;
    desk.tenant().setFaults({fault});
    ConnectWindow &window = openWindow(desk);
    window.distribute(isApplication ? u"domain=%1\nclient_id=%2\nclient_secret=%3"_s.arg(
                          desk.tenant().domain(), Id, Secret)
                                    : desk.token());
    auto *pressed = child<QPushButton>(&window, qPrintable(button));
    pressed->setFocus();
    pressed->click();
    const auto *reason = child<QLabel>(&window, "reasonLabel");
    QVERIFY(reason->text().startsWith("Connecting"_L1));
    QTRY_VERIFY(!reason->text().startsWith("Connecting"_L1));
    QCOMPARE(window.focusWidget()->objectName(), place);
    if (const auto *wrong = qobject_cast<QLineEdit *>(window.focusWidget()))
        QCOMPARE(wrong->selectionLength(), int(wrong->text().size())); // to be replaced
}

void TestConnectWindow::theFocusStaysWhereItWasPut()
{
    DemoDesk desk;
    desk.tenant().setFaults({u"expired-token"_s});
    ConnectWindow &window = openWindow(desk);
    window.distribute(desk.token());
    connectButton(window)->setFocus();
    connectButton(window)->click();
    field(window, "nameField")->setFocus();
    QTRY_COMPARE(notes(window), u"The token has expired. Enter a new one."_s);
    QCOMPARE(window.focusWidget(), field(window, "nameField"));
}

void TestConnectWindow::aDisabledButtonDoesNotLeaveTheFocusToCancel()
{
    DemoDesk desk;
    ConnectWindow &window = openWindow(desk);
    window.distribute(u"acme.eu.auth0.com client_id=%1 client_secret=%2"_s.arg(Id, Secret));
    QCOMPARE(window.focusWidget(), connectButton(window));
    window.distribute(u"login.acme.example"_s); // a custom domain needs an audience
    QCOMPARE(window.focusWidget(), field(window, "audienceField"));
    window.distribute(desk.token()); // which hides that field
    QCOMPARE(window.focusWidget(), connectButton(window));
}

void TestConnectWindow::anotherTextEndsTheTest()
{
    DemoDesk desk;
    desk.tenant().setFaults({u"hang"_s});
    ConnectWindow &window = openWindow(desk);
    window.distribute(desk.token());
    connectButton(window)->click();
    connectButton(window)->click(); // does not ask twice
    QTRY_COMPARE(desk.tenant().requests().size(), 1);
    QCOMPARE(labelText(&window, "reasonLabel"), u"Connecting to %1…"_s.arg(desk.tenant().domain()));
    field(window, "domainField")->setText(u"other.eu.auth0.com"_s);
    QVERIFY(connectButton(window)->isEnabled());
    QCOMPARE(labelText(&window, "reasonLabel"), QString());
}

void TestConnectWindow::closingEndsTheTest()
{
    DemoDesk desk;
    desk.tenant().setFaults({u"hang"_s});
    ConnectWindow &window = openWindow(desk);
    window.distribute(desk.token());
    connectButton(window)->click();
    window.reject();
    QTRY_VERIFY(desk.window().findChildren<ConnectWindow *>().isEmpty());
    QVERIFY(desk.settings().profiles().isEmpty());
}

void TestConnectWindow::aKnownTenantKeepsItsProfile()
{
    DemoDesk desk;
    const Profile before = desk.saveProfile(DemoDesk::Ten);
    ConnectWindow &window = openWindow(desk);
    window.distribute(desk.token());
    QCOMPARE(labelText(&window, "domainHint"),
             u"This tenant is in the settings as acme-prod: its access will be replaced."_s);
    connectButton(window)->click();
    QVERIFY(isAt(desk, TenantSession::Stage::Browsing));
    const QList<Profile> kept = desk.settings().profiles();
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept.constFirst(), before);
}

void TestConnectWindow::theKeyringIsNotAskedBeforeThereIsASecret()
{
    DemoDesk desk;
    ConnectWindow &window = openWindow(desk);
    window.distribute(desk.token());
    QVERIFY(!desk.secrets().isReady());
    QCOMPARE(labelText(&window, "keepingHint"),
             u"Saved in the keyring, otherwise for this session only; never in a file."_s);
    window.reject();
    QCoreApplication::processEvents();
    QVERIFY(!desk.secrets().isReady());
}

void TestConnectWindow::theGuideFillsInTheTenant()
{
    DemoDesk desk;
    ConnectWindow &window = openWindow(desk);
    auto *guide = child(&window, "accessGuide");
    QVERIFY(!guide->isVisible());
    const int height = window.height();
    auto *unfold = child<QToolButton>(&window, "guideButton");
    unfold->click();
    QVERIFY(guide->isVisible());
    QVERIFY(window.height() > height);
    unfold->click();
    QVERIFY(!guide->isVisible());
    QCOMPARE(window.height(), height);
    unfold->click();
    const auto *commands = child<QPlainTextEdit>(&window, "guideCommands");
    QVERIFY(commands->toPlainText().contains("TENANT.REGION.auth0.com"_L1));
    window.distribute(u"acme.eu.auth0.com %1"_s.arg(Id));
    QVERIFY(labelText(&window, "guideSteps")
                .contains("https://manage.auth0.com/dashboard/eu/acme/applications"_L1));
    child<CopyButton>(&window, "guideCopyButton")->click();
    const QString copied = QGuiApplication::clipboard()->text();
    QCOMPARE(copied, commands->toPlainText());
    QCOMPARE(
        copied,
        u"auth0 login\n"
        "auth0 apps create --tenant acme.eu.auth0.com --name Vestibule --type m2m \\\n"
        "  --description \"Reads the connections of organizations\" --reveal-secrets\n"
        "auth0 api post client-grants --tenant acme.eu.auth0.com --data \\\n"
        "  '{\"client_id\":\"%1\",\n"
        "    \"audience\":\"https://acme.eu.auth0.com/api/v2/\",\n"
        "    \"scope\":[\"read:organization_connections\",\"read:organizations_summary\"]}'"_s.arg(
            Id));
}

void TestConnectWindow::theGuideFitsAScreenAndLeavesNoHole()
{
    DemoDesk desk;
    ConnectWindow &window = openWindow(desk);
    window.distribute(u"acme.eu.auth0.com client_id=%1 client_secret=%2"_s.arg(Id, Secret));
    const auto *unfold = child<QToolButton>(&window, "guideButton");
    const int spacing = 16; // what is left free below the last widget, at most
    const auto isFull = [&](const QWidget &last) {
        const QWidget *content = last.parentWidget();
        while (content->parentWidget()->objectName() != "qt_scrollarea_viewport"_L1)
            content = content->parentWidget();
        const int bottom = last.mapTo(content, QPoint(0, last.height())).y();
        return content->height() - bottom <= spacing;
    };
    QTRY_VERIFY(isFull(*unfold));
    child<QToolButton>(&window, "guideButton")->click();
    QTRY_VERIFY(isFull(*child<CopyButton>(&window, "guideCopyButton")));
    const auto *commands = child<QPlainTextEdit>(&window, "guideCommands");
    QCOMPARE(commands->verticalScrollBar()->maximum(), 0);
    QVERIFY2(window.height() <= 720, qPrintable(QString::number(window.height())));
    child<QToolButton>(&window, "guideButton")->click();
    window.distribute(desk.token()); // a token has more notes than an application
    QTRY_VERIFY(isFull(*unfold));
    window.distribute(u"client_id=%1 client_secret=%2"_s.arg(Id, Secret));
    QTRY_VERIFY(isFull(*unfold)); // and no room is left of them
}

void TestConnectWindow::wrongFieldsSaySoInBold()
{
    DemoDesk desk;
    const ConnectWindow &window = openWindow(desk);
    const auto isBold = [&window](const char *hint) {
        const auto *label = child<QLabel>(&window, hint);
        return label->isVisible() && label->font().bold();
    };
    field(window, "domainField")->setText(u"a b"_s);
    QVERIFY(isBold("domainHint"));
    field(window, "domainField")->setText(u"login.acme.example"_s);
    QVERIFY(!isBold("domainHint"));
    QVERIFY(!isBold("audienceHint"));
    field(window, "audienceField")->setText(u"a b"_s);
    QVERIFY(isBold("audienceHint"));
    field(window, "audienceField")->setText(u"acme.eu.auth0.com"_s);
    QVERIFY(!isBold("audienceHint"));
    child<QRadioButton>(&window, "byToken")->click();
    QVERIFY(!isBold("keepingHint"));
    field(window, "tokenField")->setText(u"one two"_s);
    QVERIFY(isBold("keepingHint"));
}

void TestConnectWindow::tabReachesEveryButton()
{
    DemoDesk desk;
    ConnectWindow &window = openWindow(desk);
    window.distribute(u"acme.eu.auth0.com client_id=%1 client_secret=%2"_s.arg(Id, Secret));
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QSet<const QWidget *> reached;
    for (int step = 0; step < 20; ++step) {
        QTest::keyClick(window.focusWidget(), Qt::Key_Tab);
        reached.insert(window.focusWidget());
    }
    const auto buttons = child(&window, "buttons")->findChildren<QPushButton *>();
    QCOMPARE(buttons.size(), 3);
    for (const QPushButton *button : buttons)
        QVERIFY2(reached.contains(button), qPrintable(button->text()));
}

void TestConnectWindow::privacyModeMasksTheWindow()
{
    DemoDesk desk;
    desk.session().privacy().setOn(true);
    ConnectWindow &window = openWindow(desk);
    child<QToolButton>(&window, "guideButton")->click();
    window.distribute(u"secretive.eu.auth0.com client_id=%1 client_secret=%2"_s.arg(Id, Secret));
    QStringList shown;
    for (const QWidget *each : window.findChildren<QWidget *>())
        shown += wordsOf(each);
    for (const QString &word : shown) {
        QVERIFY2(!word.contains("secretive"_L1), qPrintable(word));
        QVERIFY2(!word.contains(Id), qPrintable(word));
    }
    child<CopyButton>(&window, "guideCopyButton")->click(); // a copy has the real names
    QVERIFY(QGuiApplication::clipboard()->text().contains("secretive.eu.auth0.com"_L1));
}

void TestConnectWindow::mnemonicsAreUnique_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("French") << u"fr"_s;
}

void TestConnectWindow::mnemonicsAreUnique()
{
    QFETCH(const QString, language);
    QTranslator translator;
    QVERIFY(translator.load(u":/i18n/vestibule_"_s + language));
    QVERIFY(QCoreApplication::installTranslator(&translator));
    DemoDesk desk;
    ConnectWindow &window = openWindow(desk);
    child<QToolButton>(&window, "guideButton")->click();
    field(window, "domainField")->setText(u"login.acme.example"_s);
    QCOMPARE(mnemonicClashes(window), QString());
    child<QRadioButton>(&window, "byToken")->click();
    QCOMPARE(mnemonicClashes(window), QString());
}

QTEST_MAIN(TestConnectWindow)
#include "tst_connectwindow.moc"
