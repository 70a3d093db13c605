// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/demodesk.h"
#include "support/shownwords.h"
#include "widgets/export/exportdialog.h"
#include "widgets/settings/tokenfield.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! Privacy mode in every part of the window.
class TestPrivacyMode final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init() { failOnUnexpectedWarnings(); }

    void allWordsFindsNamesWhileItIsOff();
    void noStateShowsAName_data();
    void noStateShowsAName();
    void noSelectionShowsAName();
    void noDialogShowsAName();
    void switchedOffItShowsTheNamesAgain();
    void statusBarShowsAndEndsIt();
    void staysOnAfterARestart();
    void findAndSortUseTheRealNames();
    void copiesHaveTheRealNames();

private:
    //! Names that must not be on screen, except those that are also texts of the program.
    static QStringList secrets(DemoDesk &desk)
    {
        QStringList all{u"acme-prod"_s,   u"acme-okta"_s,  u"contractors-saml"_s,
                        u"Contractors"_s, u"legacy-crm"_s, desk.tenant().domain()};
        for (const OrganizationConnection &connection : desk.browser().model()->connections())
            all.append(connection.connectionId);
        for (const Demo::Organization &organization : desk.tenant().organizations())
            all += {organization.id, organization.name, organization.displayName};
        return all;
    }
    //! The first text on screen that contains one of them.
    static QString leak(DemoDesk &desk)
    {
        const QStringList hidden = secrets(desk);
        for (const QString &text : allWords()) {
            for (const QString &secret : hidden) {
                if (text.contains(secret, Qt::CaseInsensitive))
                    return secret + " in: "_L1 + text;
            }
        }
        return {};
    }
};

void TestPrivacyMode::allWordsFindsNamesWhileItIsOff()
{
    DemoDesk desk;
    desk.window();
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    const QStringList words = allWords();
    for (const QString &secret : {u"acme-prod"_s, u"acme-okta"_s, desk.id(DemoDesk::Ten)}) {
        QVERIFY2(
            std::ranges::any_of(words, [&](const QString &text) { return text.contains(secret); }),
            qPrintable(secret));
    }
}

void TestPrivacyMode::noStateShowsAName_data()
{
    QTest::addColumn<QString>("fault");
    for (const char *fault :
         {"", "error-503", "expired-token", "wrong-scope", "not-json", "no-endpoint", "missing-id",
          "redirect-other-host", "unknown-values", "rate-limit", "drop"})
        QTest::newRow(fault) << QString::fromLatin1(fault);
}

void TestPrivacyMode::noStateShowsAName()
{
    QFETCH(const QString, fault);
    DemoDesk desk;
    desk.window();
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    desk.select(4);
    desk.action("privacyAction")->trigger();
    QCOMPARE(leak(desk), QString());
    if (!fault.isEmpty())
        desk.tenant().setFaults({fault});
    desk.browser().reload();
    QVERIFY(QTest::qWaitFor([&] {
        return desk.browser().state() != ConnectionBrowser::State::Loading
            || !desk.bannerText().isEmpty(); // it waits for the rate limit
    }));
    QCOMPARE(leak(desk), QString());
    desk.browser().cancel();
    desk.tenant().setFaults({});
    desk.session().openOrganization(desk.id(DemoDesk::None));
    QVERIFY(desk.settle());
    QVERIFY(desk.stateText().endsWith(u"has no connections."_s));
    QCOMPARE(leak(desk), QString());
    desk.session().openOrganization(u"org_0000000000000000"_s);
    QVERIFY(desk.settle());
    QVERIFY(!desk.failureText().isEmpty());
    QCOMPARE(leak(desk), QString());
}

void TestPrivacyMode::noSelectionShowsAName()
{
    DemoDesk desk;
    desk.window();
    desk.tenant().setFaults({u"unknown-values"_s}); // and unknown members
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    desk.action("privacyAction")->trigger();
    for (int row = 0; row < desk.table().model()->rowCount(); ++row) {
        desk.select(row);
        QCOMPARE(leak(desk), QString());
    }
    desk.table().selectAll();
    QCOMPARE(leak(desk), QString());
}

void TestPrivacyMode::noDialogShowsAName()
{
    DemoDesk desk;
    desk.window();
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    desk.action("privacyAction")->trigger();
    desk.action("organizationAction")->trigger();
    QTRY_VERIFY(desk.session().directory().state() == OrganizationDirectory::State::Complete);
    QCOMPARE(leak(desk), QString());
    desk.chooser().hide();
    desk.action("exportAction")->trigger();
    QCOMPARE(leak(desk), QString());
    desk.tenant().setFaults({u"expires-between-pages"_s});
    desk.lastDialog<ExportDialog>()->exportTo(desk.file(desk.id(DemoDesk::Ten) + ".csv"_L1));
    QCOMPARE(leak(desk), QString());
    QVERIFY(desk.exportEnds()); // ten rows are one page
    QCOMPARE(leak(desk), QString());
    desk.tenant().setFaults({u"expired-token"_s});
    desk.action("exportAction")->trigger();
    desk.lastDialog<ExportDialog>()->exportTo(desk.file(desk.id(DemoDesk::Ten) + ".csv"_L1));
    QVERIFY(desk.exportEnds());
    QCOMPARE(leak(desk), QString());
    desk.session().openDemo({.organizationId = desk.id(DemoDesk::None)});
    QVERIFY(desk.settle());
    QCOMPARE(leak(desk), QString());
    desk.tenant().setFaults({});
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    TokenDialog &token = desk.openTokenDialog();
    child<QLineEdit>(&token, "tokenField")->setText(desk.token());
    QCOMPARE(leak(desk), QString());
    token.reject();
    SettingsDialog &settings = desk.openSettings();
    QCOMPARE(leak(desk), QString());
    auto *test = child<QPushButton>(&settings, "testButton");
    QTRY_VERIFY(test->isEnabled());
    test->click();
    const auto *notes = child<TokenNotesView>(&settings, "notesView");
    QTRY_VERIFY(notes->accessibleDescription().contains("It can read the connections"_L1));
    QCOMPARE(leak(desk), QString());
    child<QAbstractButton>(&settings, "duplicateButton")->click();
    child<QLineEdit>(&settings, "domainField")->setText(u"acme-prod/x y"_s);
    QCOMPARE(leak(desk), QString());
}

void TestPrivacyMode::switchedOffItShowsTheNamesAgain()
{
    DemoDesk desk;
    desk.window();
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    desk.select(4);
    const QStringList before = allWords();
    desk.action("privacyAction")->trigger();
    QCOMPARE(desk.ids().constFirst(), u"con_••••••"_s);
    desk.action("privacyAction")->trigger();
    const QStringList after = allWords();
    for (const QString &text : before)
        QVERIFY2(after.contains(text), qPrintable(text));
    QVERIFY(!after.join(u'\n').contains(u"••"_s));
}

void TestPrivacyMode::statusBarShowsAndEndsIt()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    auto *status = child<QAbstractButton>(&desk.window(), "privacyStatus");
    QVERIFY(!status->isVisible());
    desk.action("privacyAction")->trigger();
    QVERIFY(status->isVisible());
    QCOMPARE(status->text(), u"Names are masked"_s);
    status->click();
    QVERIFY(!status->isVisible());
    QVERIFY(!desk.action("privacyAction")->isChecked());
    QVERIFY(desk.window().windowTitle().startsWith(u"Acme Corp"_s));
}

void TestPrivacyMode::staysOnAfterARestart()
{
    DemoDesk desk;
    desk.window();
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    desk.action("privacyAction")->trigger();
    desk.destroyWindow();
    desk.window();
    QVERIFY(desk.action("privacyAction")->isChecked());
    QCOMPARE(leak(desk), QString());
    QTRY_VERIFY(Settings(desk.settingsFile()).isPrivate()); // also after a restart
}

void TestPrivacyMode::findAndSortUseTheRealNames()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.table().sortByColumn(int(ConnectionField::Name), Qt::AscendingOrder);
    const QStringList strategies = desk.column(ConnectionField::Strategy);
    desk.action("privacyAction")->trigger();
    QCOMPARE(desk.column(ConnectionField::Strategy), strategies);
    child<QLineEdit>(&desk.window(), "findField")->setText(u"contractors"_s);
    QCOMPARE(desk.column(ConnectionField::Strategy), QStringList{u"SAML"_s});
    child<QLineEdit>(&desk.window(), "findField")->setText(u"•"_s);
    QCOMPARE(desk.table().model()->rowCount(), 0);
}

void TestPrivacyMode::copiesHaveTheRealNames()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.select(0);
    const OrganizationConnection first = desk.table().selectedConnections().constFirst();
    desk.action("privacyAction")->trigger();
    const auto copied = [&desk](const char *action) {
        desk.action(action)->trigger();
        return QGuiApplication::clipboard()->text();
    };
    QCOMPARE(copied("copyCellAction"), *first.name);
    QCOMPARE(copied("copyIdAction"), first.connectionId);
    QVERIFY(copied("copyJsonAction").contains(first.connectionId));
}

QTEST_MAIN(TestPrivacyMode)
#include "tst_privacymode.moc"
