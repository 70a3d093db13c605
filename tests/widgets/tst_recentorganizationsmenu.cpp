// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/recentorganizationsmenu.h"

#include "session/organizationhistory.h"
#include "support/sessionfixture.h"
#include "support/windowtesting.h"

#include <QSignalSpy>
#include <QTest>

class TestRecentOrganizationsMenu final : public QObject, private SessionFixture {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_menu.reset();
        m_history.reset();
        reset();
        failOnUnexpectedWarnings();
        m_history = std::make_unique<OrganizationHistory>(*m_session);
        m_menu = std::make_unique<RecentOrganizationsMenu>(*m_session, *m_history, nullptr);
    }
    void cleanup()
    {
        m_menu.reset();
        m_history.reset();
    }
    void saysThatThereIsNone();
    void namesWhatWasOpened();
    void opensWhatIsChosen();
    void demoTenantHasThoseOfThisRun();
    void privacyModeMasks();
    void namesArePlainText();
    void clearingLeavesTheOneOnScreen();
    void clearingIsForTheTenantOnScreen();
    void forgottenWithTheProfile();

private:
    [[nodiscard]] QStringList shown()
    {
        Q_EMIT m_menu->aboutToShow();
        QStringList texts;
        for (const QAction *action : m_menu->actions())
            texts.append(action->text() + (action->isChecked() ? u" *"_s : QString()));
        return texts;
    }
    //! Without the entry that clears the list, which comes last.
    [[nodiscard]] QStringList organizations()
    {
        QStringList texts = shown();
        if (texts.takeLast() != u"&Clear the list"_s || !texts.takeLast().isEmpty())
            return {};
        return texts;
    }
    void clearList()
    {
        Q_EMIT m_menu->aboutToShow();
        m_menu->actions().constLast()->trigger();
    }
    void openAcme()
    {
        keep(profileOf(Acme), "a.b.c");
        m_settings->addRecentOrganization(Acme, {.id = u"org_2"_s, .name = u"Two & Co"_s});
        m_settings->addRecentOrganization(Acme, {.id = u"org_1"_s, .name = u"One"_s});
        m_session->openProfile(m_settings->profiles().constFirst());
    }

    std::unique_ptr<OrganizationHistory> m_history;
    std::unique_ptr<RecentOrganizationsMenu> m_menu;
};

void TestRecentOrganizationsMenu::saysThatThereIsNone()
{
    QCOMPARE(shown(), QStringList{u"No organization has been opened yet"_s});
    QVERIFY(!m_menu->actions().constFirst()->isEnabled());
}

void TestRecentOrganizationsMenu::namesWhatWasOpened()
{
    openAcme();
    QVERIFY(isAt(Stage::Browsing));
    QCOMPARE(organizations(), (QStringList{u"One *"_s, u"Two && Co"_s}));
    QVERIFY(m_menu->actions().at(1)->toolTip().contains("org_2"_L1));
}

void TestRecentOrganizationsMenu::opensWhatIsChosen()
{
    openAcme();
    QVERIFY(isAt(Stage::Browsing));
    Q_EMIT m_menu->aboutToShow();
    const QSignalSpy chosen(m_menu.get(), &RecentOrganizationsMenu::organizationChosen);
    m_menu->actions().at(1)->trigger();
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.at(0).at(0).toString(), u"org_2"_s);
}

//! It leaves nothing in the settings.
void TestRecentOrganizationsMenu::demoTenantHasThoseOfThisRun()
{
    QVERIFY(m_session->openDemo({}));
    m_session->openOrganization(u"org_b"_s);
    QCOMPARE(organizations(), (QStringList{u"b *"_s, u"Acme"_s}));
    m_session->openOrganization(u"org_a"_s);
    QCOMPARE(organizations(), (QStringList{u"Acme *"_s, u"b"_s}));
}

void TestRecentOrganizationsMenu::privacyModeMasks()
{
    openAcme();
    QVERIFY(isAt(Stage::Browsing));
    m_session->privacy().setOn(true);
    for (const QString &text : shown())
        QVERIFY2(!text.contains("One"_L1) && !text.contains("Two"_L1), qPrintable(text));
    for (const QAction *action : m_menu->actions())
        QVERIFY2(!action->toolTip().contains("org_2"_L1), qPrintable(action->toolTip()));
    QCOMPARE(organizations().size(), 2);
}

void TestRecentOrganizationsMenu::namesArePlainText()
{
    m_settings->addRecentOrganization(Acme,
                                      {.id = u"org_2"_s, .name = u"<b>One</b>\tCtrl+Q\u202e"_s});
    openAcme();
    QVERIFY(isAt(Stage::Browsing));
    Q_EMIT m_menu->aboutToShow();
    for (const QAction *action : m_menu->actions()) {
        QVERIFY2(!action->text().contains(u'\t'), qPrintable(action->text()));
        QVERIFY2(!action->text().contains(u'\u202e'), qPrintable(action->text()));
        QVERIFY2(!action->toolTip().contains("<b>"_L1), qPrintable(action->toolTip()));
    }
}

void TestRecentOrganizationsMenu::clearingLeavesTheOneOnScreen()
{
    QVERIFY(m_session->openDemo({}));
    m_session->openOrganization(u"org_b"_s);
    m_session->openOrganization(u"org_c"_s);
    m_history->back();
    clearList();
    QCOMPARE(organizations(), QStringList{u"b *"_s});
    QVERIFY(!m_history->canGoBack());
    QVERIFY(!m_history->canGoForward());
    m_session->openOrganization(u"org_a"_s);
    QCOMPARE(organizations(), (QStringList{u"Acme *"_s, u"b"_s}));
}

void TestRecentOrganizationsMenu::clearingIsForTheTenantOnScreen()
{
    openAcme();
    QVERIFY(isAt(Stage::Browsing));
    const QString other = u"other.auth0.com"_s;
    m_settings->addRecentOrganization(other, {.id = u"org_3"_s});
    clearList();
    QCOMPARE(m_settings->recentOrganizations(Acme), QList<RecentOrganization>());
    QCOMPARE(m_settings->recentOrganizations(other).size(), 1);
    QCOMPARE(organizations().size(), 1); // the one on screen
    m_session->closeProfile();
    QCOMPARE(shown(), QStringList{u"No organization has been opened yet"_s});
}

void TestRecentOrganizationsMenu::forgottenWithTheProfile()
{
    openAcme();
    QVERIFY(isAt(Stage::Browsing));
    m_settings->setProfiles({});
    QCOMPARE(m_settings->recentOrganizations(Acme), QList<RecentOrganization>());
    m_session->closeProfile();
    QCOMPARE(shown(), QStringList{u"No organization has been opened yet"_s});
}

QTEST_MAIN(TestRecentOrganizationsMenu)
#include "tst_recentorganizationsmenu.moc"
