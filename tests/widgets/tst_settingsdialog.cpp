// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/demodesk.h"
#include "widgets/settingsdialog.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class SettingsDialogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init() { failOnUnexpectedWarnings(); }

    void emptyFieldsAreNotComplainedAbout();
    void everyMistakeIsNamedBesideItsField_data();
    void everyMistakeIsNamedBesideItsField();
    void whatPeoplePasteIsUnderstood_data();
    void whatPeoplePasteIsUnderstood();
    void hintsDoNotMoveTheFields();
    void everyHintFitsItsPlace();
    void tokenIsHiddenAndCannotBeCopied();
    void tokenIsNeverShownAgain();
    void okOpensTheTenantAndIsRemembered();
    void cancelChangesNothing();
    void escapeCancels();

private:
    static QPushButton *ok(const SettingsDialog &dialog)
    {
        return child<QDialogButtonBox>(&dialog, "buttons")->button(QDialogButtonBox::Ok);
    }
    static void fill(const SettingsDialog &dialog, const QString &domain, const QString &token,
                     const QString &organization)
    {
        child<QLineEdit>(&dialog, "domainField")->setText(domain);
        child<QLineEdit>(&dialog, "tokenField")->setText(token);
        child<QLineEdit>(&dialog, "organizationField")->setText(organization);
    }
};

namespace {

const QString GoodDomain = u"acme.eu.auth0.com"_s;
const QString GoodToken = u"a.b.c"_s;
const QString GoodId = u"org_0123456789abcdef"_s;

} // namespace

void SettingsDialogTest::emptyFieldsAreNotComplainedAbout()
{
    DemoDesk desk;
    SettingsDialog dialog(desk.session());
    QCOMPARE(labelText(&dialog, "domainHint"), u"Such as acme.eu.auth0.com"_s);
    QCOMPARE(labelText(&dialog, "organizationHint"), u"org_ and 16 letters or digits"_s);
    QVERIFY(labelText(&dialog, "tokenHint").startsWith("Kept for this session only"_L1));
    for (const char *hint : {"domainHint", "tokenHint", "organizationHint"})
        QVERIFY(!child<QLabel>(&dialog, hint)->font().bold());
    QVERIFY(!ok(dialog)->isEnabled());
    QVERIFY(!child<QPushButton>(&dialog, "testButton")->isEnabled());
}

void SettingsDialogTest::everyMistakeIsNamedBesideItsField_data()
{
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QString>("token");
    QTest::addColumn<QString>("organization");
    QTest::addColumn<QString>("hint"); // of which field; none: it only is not complete yet
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const QString &domain, const QString &token,
                        const QString &organization, const char *hint, const char *reason) {
        QTest::newRow(name) << domain << token << organization << QString::fromLatin1(hint)
                            << QString::fromLatin1(reason);
    };
    row("no domain", {}, GoodToken, GoodId, "", "");
    row("one word", u"acme"_s, GoodToken, GoodId, "domainHint", "without its domain");
    row("not a domain", u"acme corp"_s, GoodToken, GoodId, "domainHint", "not a domain");
    row("dashboard", u"https://manage.auth0.com/dashboard"_s, GoodToken, GoodId, "domainHint",
        "Dashboard");
    row("http", u"http://acme.eu.auth0.com"_s, GoodToken, GoodId, "domainHint", "Only https");
    row("user", u"https://me:secret@acme.eu.auth0.com"_s, GoodToken, GoodId, "domainHint",
        "user name");
    row("no token", GoodDomain, {}, GoodId, "", "");
    row("token of two words", GoodDomain, u"a.b c"_s, GoodId, "tokenHint", "no blanks");
    row("token beyond ASCII", GoodDomain, u"a.b.ç"_s, GoodId, "tokenHint", "special signs");
    row("token too long", GoodDomain, QString(20'000, u'x'), GoodId, "tokenHint", "too long");
    row("no organization", GoodDomain, GoodToken, {}, "", "");
    row("organization too long", GoodDomain, GoodToken, QString(51, u'x'), "organizationHint",
        "at most 50 characters");
    row("organization of two words", GoodDomain, GoodToken, u"org 1"_s, "organizationHint",
        "not the ID of an organization");
    row("dots", GoodDomain, GoodToken, u".."_s, "organizationHint",
        "not the ID of an organization");
}

void SettingsDialogTest::everyMistakeIsNamedBesideItsField()
{
    QFETCH(const QString, domain);
    QFETCH(const QString, token);
    QFETCH(const QString, organization);
    QFETCH(const QString, hint);
    QFETCH(const QString, reason);
    DemoDesk desk;
    SettingsDialog dialog(desk.session());
    fill(dialog, domain, token, organization);
    QVERIFY(!ok(dialog)->isEnabled());
    QVERIFY(!child<QPushButton>(&dialog, "testButton")->isEnabled());
    for (const char *name : {"domainHint", "tokenHint", "organizationHint"}) {
        const auto *label = child<QLabel>(&dialog, name);
        const bool isWrong = QLatin1StringView(name) == hint;
        QCOMPARE(label->font().bold(), isWrong);
        if (isWrong)
            QVERIFY2(label->text().contains(reason), qPrintable(label->text()));
    }
    fill(dialog, GoodDomain, GoodToken, GoodId);
    QVERIFY(ok(dialog)->isEnabled()); // and is mended
    QVERIFY(child<QPushButton>(&dialog, "testButton")->isEnabled());
}

void SettingsDialogTest::whatPeoplePasteIsUnderstood_data()
{
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QString>("token");
    QTest::newRow("bare") << GoodDomain << GoodToken;
    QTest::newRow("an address") << u" https://Acme.EU.auth0.com/ "_s << GoodToken;
    QTest::newRow("a long address") << u"https://acme.eu.auth0.com/api/v2/?x=1"_s << GoodToken;
    QTest::newRow("a header") << GoodDomain << u"  Bearer a.b.c\n"_s;
}

void SettingsDialogTest::whatPeoplePasteIsUnderstood()
{
    QFETCH(const QString, domain);
    QFETCH(const QString, token);
    DemoDesk desk;
    SettingsDialog dialog(desk.session());
    fill(dialog, domain, token, ' '_L1 + GoodId + ' '_L1);
    QVERIFY(ok(dialog)->isEnabled());
    QCOMPARE(labelText(&dialog, "domainHint"), u"https://acme.eu.auth0.com"_s);
    QCOMPARE(dialog.choice().access.domain.text(), GoodDomain);
    QCOMPARE(dialog.choice().access.token, *AccessToken::fromText(GoodToken));
    QCOMPARE(dialog.choice().organizationId, GoodId);
}

void SettingsDialogTest::hintsDoNotMoveTheFields()
{
    DemoDesk desk;
    SettingsDialog dialog(desk.session());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    const auto places = [&dialog] {
        QList<int> tops;
        for (const char *name : {"domainField", "tokenField", "organizationField", "testButton"})
            tops.append(child(&dialog, name)->y());
        return tops;
    };
    const QList<int> before = places();
    fill(dialog, u"https://manage.auth0.com/dashboard"_s, u"one two"_s, QString(60, u'x'));
    QCoreApplication::processEvents();
    QCOMPARE(places(), before);
}

void SettingsDialogTest::everyHintFitsItsPlace()
{
    QTranslator french;
    QVERIFY(french.load(u":/i18n/vestibule_fr"_s));
    for (const bool isFrench : {false, true}) {
        if (isFrench)
            QVERIFY(QCoreApplication::installTranslator(&french));
        DemoDesk own;
        SettingsDialog dialog(own.session());
        dialog.show();
        const QList<QStringList> inputs{
            {QString(), QString(), QString()},
            {u"https://manage.auth0.com/dashboard"_s, u"one two"_s, QString(60, u'x')},
            {u"acme"_s, QString(20'000, u'x'), u"org 1"_s},
            {u"http://acme.eu.auth0.com"_s, u"a.b.c"_s, u".."_s},
            {u"https://me:secret@acme.eu.auth0.com"_s, u"a.b.c"_s, GoodId},
        };
        for (const QStringList &input : inputs) {
            fill(dialog, input.at(0), input.at(1), input.at(2));
            QCoreApplication::processEvents();
            for (const char *name : {"domainHint", "tokenHint", "organizationHint"}) {
                const auto *hint = child<QLabel>(&dialog, name);
                QVERIFY2(hint->heightForWidth(hint->width()) <= hint->height(),
                         qPrintable(hint->text()));
            }
        }
    }
    QCoreApplication::removeTranslator(&french);
}

void SettingsDialogTest::tokenIsHiddenAndCannotBeCopied()
{
    DemoDesk desk;
    SettingsDialog dialog(desk.session());
    auto *field = child<QLineEdit>(&dialog, "tokenField");
    QCOMPARE(field->echoMode(), QLineEdit::Password);
    QGuiApplication::clipboard()->setText(u"before"_s);
    QTest::keyClicks(field, u"sesame.open.now"_s);
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(field, Qt::Key_C, Qt::ControlModifier);
    QTest::keyClick(field, Qt::Key_X, Qt::ControlModifier);
    field->selectAll();
    field->copy();
    field->cut();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);
    QVERIFY(!field->displayText().contains("sesame"_L1));
    QVERIFY(field->inputMethodHints().testFlag(Qt::ImhSensitiveData));
}

void SettingsDialogTest::tokenIsNeverShownAgain()
{
    DemoDesk desk;
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    SettingsDialog dialog(desk.session());
    QCOMPARE(child<QLineEdit>(&dialog, "tokenField")->text(), QString());
    QCOMPARE(labelText(&dialog, "tokenHint"),
             u"A token is kept for this session only. Leave the field empty to go on with it."_s);
    QVERIFY(ok(dialog)->isEnabled());
}

void SettingsDialogTest::okOpensTheTenantAndIsRemembered()
{
    DemoDesk desk;
    QVERIFY(desk.trigger("settingsAction"));
    const auto *dialog = desk.window().findChild<SettingsDialog *>();
    fill(*dialog, "http://"_L1 + desk.tenant().domain() + '/'_L1, desk.token(),
         desk.id(DemoDesk::Many));
    child<QSpinBox>(dialog, "rowsField")->setValue(30);
    ok(*dialog)->click();
    QVERIFY(desk.settle());
    QCOMPARE(desk.ids().size(), 30);
    QCOMPARE(desk.takeQueries(), QStringList{u"page=0&per_page=30&include_totals=true"_s});
    QCOMPARE(desk.settings().tenantDomain(), desk.tenant().domain());
    QCOMPARE(desk.settings().organizationId(), desk.id(DemoDesk::Many));
    QCOMPARE(desk.settings().rowsPerPage(), 30);
    QTRY_VERIFY(!desk.window().findChild<SettingsDialog *>());
    desk.window().close();
    QSettings(desk.settingsFile(), QSettings::IniFormat).sync();
    QFile file(desk.settingsFile());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.contains(desk.id(DemoDesk::Many).toLatin1()));
    QVERIFY(!bytes.contains(desk.token().section(u'.', 2).toLatin1()));
    QVERIFY(!bytes.contains("oken"));
}

void SettingsDialogTest::cancelChangesNothing()
{
    DemoDesk desk;
    desk.window();
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    desk.tenant().clearRequests();
    QVERIFY(desk.trigger("settingsAction"));
    const auto *dialog = desk.window().findChild<SettingsDialog *>();
    fill(*dialog, GoodDomain, GoodToken, GoodId);
    child<QSpinBox>(dialog, "rowsField")->setValue(3);
    child<QDialogButtonBox>(dialog, "buttons")->button(QDialogButtonBox::Cancel)->click();
    QTRY_VERIFY(!desk.window().findChild<SettingsDialog *>());
    QCOMPARE(desk.session().access(), desk.access());
    QCOMPARE(desk.settings().tenantDomain(), desk.tenant().domain());
    QCOMPARE(desk.settings().organizationId(), desk.id(DemoDesk::Ten));
    QCOMPARE(desk.settings().rowsPerPage(), 50);
    QCOMPARE(desk.takeRequestCount(), 0);
    QCOMPARE(desk.ids().size(), 10);
}

void SettingsDialogTest::escapeCancels()
{
    DemoDesk desk;
    SettingsDialog dialog(desk.session());
    const QSignalSpy rejected(&dialog, &QDialog::rejected);
    dialog.open();
    fill(dialog, GoodDomain, GoodToken, GoodId);
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QCOMPARE(rejected.size(), 1);
}

QTEST_MAIN(SettingsDialogTest)
#include "tst_settingsdialog.moc"
