// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/demodesk.h"
#include "widgets/settingsdialog.h"

#include <QDialogButtonBox>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! The button Test of the settings dialog, and where the token may go.
class SettingsDialogAccessTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init() { failOnUnexpectedWarnings(); }

    void oneRequestForOneRowIsMade();
    void failureIsNamed_data();
    void failureIsNamed();
    void anEditEndsTheTest();
    void closingEndsTheTest();
    void theOrganizationOnScreenIsOffered();
    void theKeptTokenServesItsOwnTenantOnly();
    void theDemosTokenServesNoOtherTenant();

private:
    static void fill(const SettingsDialog &dialog, const DemoDesk &desk, int organization)
    {
        child<QLineEdit>(&dialog, "tokenField")->setText(desk.token());
        child<QLineEdit>(&dialog, "organizationField")->setText(desk.id(organization));
    }
    static QPushButton *button(const SettingsDialog &dialog)
    {
        return child<QPushButton>(&dialog, "testButton");
    }
};

void SettingsDialogAccessTest::oneRequestForOneRowIsMade()
{
    DemoDesk desk;
    SettingsDialog dialog(desk.session());
    child<QLineEdit>(&dialog, "domainField")->setText(desk.tenant().domain());
    fill(dialog, desk, DemoDesk::Many);
    button(dialog)->click();
    QCOMPARE(labelText(&dialog, "testLabel"), u"Asking %1..."_s.arg(desk.tenant().domain()));
    QVERIFY(!button(dialog)->isEnabled());
    QTRY_VERIFY(button(dialog)->isEnabled());
    QCOMPARE(labelText(&dialog, "testLabel"),
             u"%1 answers: the organization has 237 connections."_s.arg(desk.tenant().domain()));
    const QList<DemoRequest> requests = desk.tenant().requests();
    QCOMPARE(requests.size(), 1);
    QCOMPARE(requests.constFirst().method, u"GET"_s);
    QCOMPARE(requests.constFirst().path,
             u"/api/v2/organizations/%1/connections?page=0&per_page=1&include_totals=true"_s.arg(
                 desk.id(DemoDesk::Many)));
    QVERIFY(desk.session().access().domain.isEmpty()); // nothing is taken over before OK
    QVERIFY(desk.settings().tenantDomain().isEmpty());
}

void SettingsDialogAccessTest::failureIsNamed_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("expired") << u"expired-token"_s << u"The token has expired. Enter a new one."_s;
    QTest::newRow("scope") << u"wrong-scope"_s << u"The token lacks the scope"_s;
    QTest::newRow("503") << u"error-503"_s << u"(status 503)"_s;
    QTest::newRow("not JSON") << u"not-json"_s << u"was not understood"_s;
}

void SettingsDialogAccessTest::failureIsNamed()
{
    QFETCH(const QString, fault);
    QFETCH(const QString, sentence);
    DemoDesk desk;
    desk.tenant().setFaults({fault});
    SettingsDialog dialog(desk.session());
    child<QLineEdit>(&dialog, "domainField")->setText(desk.tenant().domain());
    fill(dialog, desk, DemoDesk::Ten);
    button(dialog)->click();
    QTRY_VERIFY(button(dialog)->isEnabled());
    const QString text = labelText(&dialog, "testLabel");
    QVERIFY2(text.contains(sentence), qPrintable(text));
    QCOMPARE(desk.takeRequestCount(), 1);
}

void SettingsDialogAccessTest::anEditEndsTheTest()
{
    DemoDesk desk;
    desk.tenant().setFaults({u"hang"_s});
    SettingsDialog dialog(desk.session());
    child<QLineEdit>(&dialog, "domainField")->setText(desk.tenant().domain());
    fill(dialog, desk, DemoDesk::Ten);
    button(dialog)->click();
    QTRY_COMPARE(desk.tenant().requests().size(), 1);
    child<QLineEdit>(&dialog, "organizationField")->setText(desk.id(DemoDesk::Many));
    QVERIFY(button(dialog)->isEnabled());
    QCOMPARE(labelText(&dialog, "testLabel"), QString());
    desk.tenant().setFaults({});
    button(dialog)->click();
    QTRY_VERIFY(labelText(&dialog, "testLabel").contains("237 connections"_L1));
}

void SettingsDialogAccessTest::closingEndsTheTest()
{
    DemoDesk desk;
    desk.tenant().setFaults({u"hang"_s});
    auto dialog = std::make_unique<SettingsDialog>(desk.session());
    child<QLineEdit>(dialog.get(), "domainField")->setText(desk.tenant().domain());
    fill(*dialog, desk, DemoDesk::Ten);
    button(*dialog)->click();
    QTRY_COMPARE(desk.tenant().requests().size(), 1);
    dialog.reset();
    desk.tenant().stop();
    QCoreApplication::processEvents();
}

void SettingsDialogAccessTest::theOrganizationOnScreenIsOffered()
{
    DemoDesk desk;
    desk.window();
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    desk.session().openOrganization(desk.id(DemoDesk::Fifty));
    QVERIFY(desk.settle());
    const SettingsDialog dialog(desk.session());
    QCOMPARE(child<QLineEdit>(&dialog, "organizationField")->text(), desk.id(DemoDesk::Fifty));
}

void SettingsDialogAccessTest::theKeptTokenServesItsOwnTenantOnly()
{
    DemoDesk desk;
    DemoDesk other;
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    SettingsDialog dialog(desk.session());
    auto *domain = child<QLineEdit>(&dialog, "domainField");
    const auto *ok = child<QDialogButtonBox>(&dialog, "buttons")->button(QDialogButtonBox::Ok);
    QVERIFY(ok->isEnabled());
    const QStringList others{other.tenant().domain(), u"acme.eu.auth0.com"_s,
                             "https://"_L1 + desk.tenant().domain(), u"localhost:8080"_s};
    for (const QString &elsewhere : others) {
        domain->setText(elsewhere);
        QVERIFY2(!ok->isEnabled(), qPrintable(elsewhere));
        QVERIFY2(!button(dialog)->isEnabled(), qPrintable(elsewhere));
        QVERIFY(dialog.choice().access.token.isEmpty());
        QVERIFY(labelText(&dialog, "tokenHint").startsWith("Kept for this session only"_L1));
    }
    QCOMPARE(other.takeRequestCount(), 0);
    domain->setText("http://"_L1 + desk.tenant().domain() + '/'_L1); // the same origin, spelt out
    QVERIFY(ok->isEnabled());
    QCOMPARE(dialog.choice().access, desk.access());
    child<QLineEdit>(&dialog, "tokenField")->setText(u"x.y.z"_s);
    QCOMPARE(dialog.choice().access.token, *AccessToken::fromText(u"x.y.z"_s));
    child<QLineEdit>(&dialog, "tokenField")
        ->setText(u"x y"_s); // wrong, so not the kept one instead
    QVERIFY(!ok->isEnabled());
}

void SettingsDialogAccessTest::theDemosTokenServesNoOtherTenant()
{
    DemoDesk desk;
    QVERIFY(desk.session().openDemo({}));
    QVERIFY(desk.settle());
    SettingsDialog dialog(desk.session());
    QCOMPARE(child<QLineEdit>(&dialog, "domainField")->text(), QString());
    child<QLineEdit>(&dialog, "domainField")->setText(u"acme.eu.auth0.com"_s);
    child<QLineEdit>(&dialog, "organizationField")->setText(u"org_0123456789abcdef"_s);
    QVERIFY(dialog.choice().access.token.isEmpty());
    QVERIFY(!button(dialog)->isEnabled());
}

QTEST_MAIN(SettingsDialogAccessTest)
#include "tst_settingsdialogaccess.moc"
