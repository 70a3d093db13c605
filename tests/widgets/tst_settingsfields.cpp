// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/demodesk.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! The fields of the settings: what is wrong with them is said, and what they are worth.
class SettingsFieldsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init() { failOnUnexpectedWarnings(); }

    void everyMistakeIsNamedBesideOk_data();
    void everyMistakeIsNamedBesideOk();
    void aBrokenTokenIsNotPassedOverForTheKeptOne();
    void testSaysWhatCameBack_data();
    void testSaysWhatCameBack();
    void aManualProxyNeedsAHost();
    void certificateFilesAreLookedAt();
    void closingWithATypedTokenIsQuiet();

private:
    static QPushButton *ok(const QWidget &dialog)
    {
        return child<QDialogButtonBox>(&dialog, "buttons")->button(QDialogButtonBox::Ok);
    }
    static void type(const QWidget &dialog, const char *field, const QString &text)
    {
        child<QLineEdit>(&dialog, field)->setText(text);
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

void SettingsFieldsTest::everyMistakeIsNamedBesideOk_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const char *field, const QString &text,
                        const char *reason) {
        QTest::newRow(name) << QByteArray(field) << text << QString::fromLatin1(reason);
    };
    row("one word", "domainField", u"acme"_s, "without its domain");
    row("not a domain", "domainField", u"acme corp"_s, "not a domain");
    row("dashboard", "domainField", u"https://manage.auth0.com/dashboard"_s, "Dashboard");
    row("http", "domainField", u"http://acme.eu.auth0.com"_s, "Only https");
    row("user", "domainField", u"https://me:secret@acme.eu.auth0.com"_s, "user name");
    row("token of two words", "tokenField", u"a.b c"_s, "no blanks");
    row("token too long", "tokenField", QString(20'000, u'x'), "too long");
    row("organization of two words", "organizationField", u"org 1"_s, "not the ID");
    row("dots", "organizationField", u".."_s, "not the ID");
}

void SettingsFieldsTest::everyMistakeIsNamedBesideOk()
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

void SettingsFieldsTest::aBrokenTokenIsNotPassedOverForTheKeptOne()
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

void SettingsFieldsTest::testSaysWhatCameBack_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<bool>("hasOrganization");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("organization") << QString() << true << u"has 10 connection"_s;
    QTest::newRow("tenant alone") << QString() << false << u"lists its organizations"_s;
    QTest::newRow("expired") << u"expired-token"_s << true << u"The token has expired."_s;
    QTest::newRow("scope") << u"wrong-scope"_s << true << u"The token lacks the scope"_s;
    QTest::newRow("503") << u"error-503"_s << true << u"(status 503)"_s;
    QTest::newRow("503 alone") << u"error-503"_s << false << u"(status 503)"_s;
    QTest::newRow("not JSON") << u"not-json"_s << true << u"was not understood"_s;
}

void SettingsFieldsTest::testSaysWhatCameBack()
{
    QFETCH(const QString, fault);
    QFETCH(const bool, hasOrganization);
    QFETCH(const QString, sentence);
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
    const QString said = labelText(&dialog, "testLabel");
    QVERIFY2(said.contains(sentence), qPrintable(said));
    QCOMPARE(desk.takeRequestCount(), 1);
    QCOMPARE(desk.session().stage(), TenantSession::Stage::Nothing);
    type(dialog, "nameField", u"another"_s); // an edit ends what was said
    QCOMPARE(labelText(&dialog, "testLabel"), QString());
}

void SettingsFieldsTest::aManualProxyNeedsAHost()
{
    DemoDesk desk;
    desk.settings().setProfiles(three());
    const SettingsDialog dialog(desk.session(), desk.network());
    QVERIFY(!child(&dialog, "hostField")->isEnabled());
    child<QComboBox>(&dialog, "proxyField")->setCurrentIndex(2);
    QVERIFY(child(&dialog, "hostField")->isEnabled());
    QCOMPARE(labelText(&dialog, "reasonLabel"), u"Enter the host of the proxy."_s);
    QVERIFY(!ok(dialog)->isEnabled());
    type(dialog, "hostField", u"proxy.example.com"_s);
    QVERIFY(ok(dialog)->isEnabled());
    QCOMPARE(child<QLineEdit>(&dialog, "passwordField")->echoMode(), QLineEdit::Password);
}

void SettingsFieldsTest::certificateFilesAreLookedAt()
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
    type(dialog, "certificateField", QString());
    QVERIFY(ok(dialog)->isEnabled());
}

void SettingsFieldsTest::closingWithATypedTokenIsQuiet()
{
    DemoDesk desk;
    auto dialog = std::make_unique<SettingsDialog>(desk.session(), desk.network());
    type(*dialog, "tokenField", u"a.b.c"_s);
    dialog.reset(); // the field empties itself when the page around it has gone
    TokenDialog token(desk.session());
    type(token, "tokenField", u"a.b.c"_s);
}

QTEST_MAIN(SettingsFieldsTest)
#include "tst_settingsfields.moc"
