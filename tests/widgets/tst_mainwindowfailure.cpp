// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "../net/rawserver.h"
#include "support/demodesk.h"

#include <QProgressBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class MainWindowFailureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init() { failOnUnexpectedWarnings(); }

    void aServerThatHasGoneLeavesTheRowsWithTheirTime();
    void retryAsksForThePageThatFailed();
    void everyFailureHasOneSentenceAndOneButton_data();
    void everyFailureHasOneSentenceAndOneButton();
    void aRefusedTokenOfAnOwnTenantLeadsToAnotherOne();
    void settingsOpenWhereTheMistakeIs_data();
    void settingsOpenWhereTheMistakeIs();
    void aFailureAtFirstLeavesNothingThatLooksLikeRows();
    void bannerCanBeClosed();
    void cancelBringsBackWhatWasThere();
    void cancelOfTheFirstPageOffersToReadAgain();
    void aLongWaitShowsItselfAndCancelTakesThePlaceOfRefresh();
    void theLineOfAWaitThatEndsAtOnceDoesNotFlash();
    void theRateLimitIsWaitedForAndNotAFailure();
    void theWaitForTheRateLimitCanBeCancelled();
};

void MainWindowFailureTest::aServerThatHasGoneLeavesTheRowsWithTheirTime()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    const QStringList ids = desk.ids();
    const QString time = desk.browser().page()->readAt.time().toString(u"HH:mm:ss"_s);
    desk.tenant().stop();
    QVERIFY(desk.trigger("refreshAction"));
    QVERIFY2(desk.bannerText().startsWith(desk.tenant().domain() + " cannot be reached"_L1),
             qPrintable(desk.bannerText()));
    QVERIFY(desk.bannerText().endsWith(u"The rows below were read at %1."_s.arg(time)));
    QCOMPARE(desk.bannerAction(), u"Retry"_s);
    QCOMPARE(desk.ids(), ids);
    QVERIFY(desk.table().isVisible());
    QCOMPARE(labelText(&desk.window(), "readAtLabel"), "read "_L1 + time);

    QVERIFY(desk.tenant().start());
    child<QAbstractButton>(desk.banner(), "actionButton")->click();
    QVERIFY(desk.settle());
    QCOMPARE(desk.bannerText(), QString());
    QCOMPARE(desk.browser().state(), ConnectionBrowser::State::Loaded);
    QCOMPARE(desk.ids(), ids);
}

void MainWindowFailureTest::retryAsksForThePageThatFailed()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    desk.tenant().setFaults({u"error-503"_s});
    QVERIFY(desk.trigger("nextPageAction"));
    QCOMPARE(labelText(&desk.window(), "rangeLabel"), u"1-50 of 237"_s);
    QCOMPARE(child<QSpinBox>(&desk.window(), "pageField")->value(), 1);
    desk.tenant().setFaults({});
    child<QAbstractButton>(desk.banner(), "actionButton")->click();
    QVERIFY(desk.settle());
    QCOMPARE(labelText(&desk.window(), "rangeLabel"), u"51-100 of 237"_s);
}

void MainWindowFailureTest::everyFailureHasOneSentenceAndOneButton_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("expired") << u"expired-token"_s << u"The token has expired."_s;
    QTest::newRow("scope") << u"wrong-scope"_s << u"read:organization_connections"_s;
    QTest::newRow("503") << u"error-503"_s << u"has a problem of its own (status 503)"_s;
    QTest::newRow("not JSON") << u"not-json"_s << u"was not understood"_s;
    QTest::newRow("hotel") << u"captive-portal"_s << u"was not understood"_s;
    QTest::newRow("cut off") << u"truncated"_s << u"127.0.0.1"_s;
    QTest::newRow("a row without an id") << u"missing-id"_s << u"connection_id"_s;
    QTest::newRow("elsewhere") << u"redirect-other-host"_s << u"was not understood"_s;
    QTest::newRow("dropped") << u"drop"_s << u"127.0.0.1"_s;
}

void MainWindowFailureTest::everyFailureHasOneSentenceAndOneButton()
{
    QFETCH(const QString, fault);
    QFETCH(const QString, sentence);
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.tenant().setFaults({fault});
    QVERIFY(desk.trigger("refreshAction"));
    QCOMPARE(desk.browser().state(), ConnectionBrowser::State::Failed);
    QVERIFY2(desk.bannerText().contains(sentence), qPrintable(desk.bannerText()));
    QVERIFY(desk.bannerText().contains("The rows below were read at"_L1));
    QCOMPARE(desk.bannerAction(), u"Retry"_s); // nobody can give the demo tenant another token
    QCOMPARE(desk.ids().size(), 10);
}

void MainWindowFailureTest::aRefusedTokenOfAnOwnTenantLeadsToAnotherOne()
{
    DemoDesk desk;
    desk.window();
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    desk.tenant().setFaults({u"expired-token"_s});
    QVERIFY(desk.trigger("refreshAction"));
    QVERIFY(desk.bannerText().startsWith("The token has expired. Enter a new one."_L1));
    QCOMPARE(desk.bannerAction(), u"Enter a token..."_s);
    child<QAbstractButton>(desk.banner(), "actionButton")->click();
    const auto *dialog = desk.lastDialog<TokenDialog>();
    QVERIFY(dialog->isVisible());
    QVERIFY(labelText(dialog, "tenantLabel").contains(desk.tenant().domain()));
}

void MainWindowFailureTest::settingsOpenWhereTheMistakeIs_data()
{
    using enum SettingsDialog::Page;
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<int>("page");
    QTest::newRow("domain") << "404 Not Found"_ba << u"Check the domain."_s << int(Tenants);
    QTest::newRow("proxy") << "407 Proxy Authentication Required"_ba
                           << u"Check the proxy in the settings."_s << int(Network);
}

void MainWindowFailureTest::settingsOpenWhereTheMistakeIs()
{
    QFETCH(const QByteArray, status);
    QFETCH(const QString, sentence);
    QFETCH(const int, page);
    DemoDesk desk;
    desk.window();
    const RawServer stranger(RawServer::sending(RawServer::http(status, "nothing here")));
    desk.session().openTenant({stranger.domain(), desk.access().token},
                              {.organizationId = desk.id(DemoDesk::Ten)});
    QVERIFY(desk.settle());
    QVERIFY2(desk.bannerText().endsWith(sentence), qPrintable(desk.bannerText()));
    QCOMPARE(desk.bannerAction(), u"Settings..."_s);
    child<QAbstractButton>(desk.banner(), "actionButton")->click();
    const auto *pages = child<QTabWidget>(desk.lastDialog<SettingsDialog>(), "pages");
    QCOMPARE(pages->currentIndex(), page);
}

void MainWindowFailureTest::aFailureAtFirstLeavesNothingThatLooksLikeRows()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten, {u"expired-token"_s}));
    QCOMPARE(desk.stateText(), u"Nothing could be read."_s);
    QCOMPARE(desk.bannerText(), u"The token has expired. Enter a new one."_s);
    QCOMPARE(labelText(&desk.window(), "rangeLabel"), QString());
    QCOMPARE(labelText(&desk.window(), "readAtLabel"), QString());
    QVERIFY(!desk.action("exportAction")->isEnabled());
    QVERIFY(!desk.table().isVisible());
}

void MainWindowFailureTest::bannerCanBeClosed()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten, {u"error-500"_s}));
    QVERIFY(desk.banner()->isVisible());
    child<QToolButton>(desk.banner(), "closeButton")->click();
    QVERIFY(!desk.banner()->isVisible());
}

void MainWindowFailureTest::cancelBringsBackWhatWasThere()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(desk.trigger("nextPageAction"));
    const QStringList ids = desk.ids();
    desk.tenant().setFaults({u"hang"_s});
    for (const char *wish : {"showDisabledAction", "lastPageAction", "refreshAction"}) {
        desk.action(wish)->trigger();
        QVERIFY(desk.action("cancelAction")->isEnabled());
        QCOMPARE(desk.ids(), ids); // meanwhile
        QTest::keyClick(&desk.window(), Qt::Key_Escape);
        QCOMPARE(desk.browser().state(), ConnectionBrowser::State::Loaded);
        QCOMPARE(desk.ids(), ids);
        QVERIFY(desk.action("showAllAction")->isChecked());
        QVERIFY(child<QToolButton>(&desk.window(), "allButton")->isChecked());
        QCOMPARE(child<QSpinBox>(&desk.window(), "pageField")->value(), 2);
        QCOMPARE(labelText(&desk.window(), "rangeLabel"), u"51-100 of 237"_s);
        QCOMPARE(labelText(&desk.window(), "pageCountLabel"), u"of 5"_s);
        QVERIFY(!desk.action("cancelAction")->isEnabled());
        QVERIFY(desk.action("nextPageAction")->isEnabled());
    }
}

void MainWindowFailureTest::cancelOfTheFirstPageOffersToReadAgain()
{
    DemoDesk desk;
    desk.tenant().setFaults({u"hang"_s});
    desk.window().openDemo({.organizationId = desk.id(DemoDesk::Ten)});
    QCOMPARE(desk.stateText(), u"Reading connections..."_s);
    desk.action("cancelAction")->trigger();
    QCOMPARE(desk.stateText(), u"Reading was cancelled."_s);
    QCOMPARE(desk.stateAction(), u"Read again"_s);
    desk.tenant().setFaults({});
    child<QAbstractButton>(desk.statePage(), "actionButton")->click();
    QVERIFY(desk.settle());
    QCOMPARE(desk.ids().size(), 10);
}

void MainWindowFailureTest::aLongWaitShowsItselfAndCancelTakesThePlaceOfRefresh()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const auto *line = desk.window().findChild<QProgressBar *>();
    auto *button = child<QToolButton>(&desk.window(), "refreshButton");
    desk.tenant().setFaults({u"hang"_s});
    desk.action("refreshAction")->trigger();
    QVERIFY(!line->isVisible());
    QCOMPARE(button->defaultAction(), desk.action("refreshAction"));
    QTRY_VERIFY(line->isVisible());
    QTRY_COMPARE(button->defaultAction(), desk.action("cancelAction"));
    QVERIFY(button->isEnabled());
    button->click();
    QCOMPARE(desk.browser().state(), ConnectionBrowser::State::Loaded);
    QTRY_VERIFY(!line->isVisible());
    QCOMPARE(button->defaultAction(), desk.action("refreshAction"));
    QVERIFY(button->isEnabled());
}

void MainWindowFailureTest::theLineOfAWaitThatEndsAtOnceDoesNotFlash()
{
    //! Ends the wait in the moment in which the line comes.
    class EndOnShow final : public QObject {
    public:
        explicit EndOnShow(QAction &cancel)
            : m_cancel(cancel)
        {
        }
        bool eventFilter(QObject * /*watched*/, QEvent *event) override
        {
            if (event->type() == QEvent::Show)
                QMetaObject::invokeMethod(&m_cancel, &QAction::trigger, Qt::QueuedConnection);
            return false;
        }

    private:
        QAction &m_cancel;
    };
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    auto *line = desk.window().findChild<QProgressBar *>();
    EndOnShow end(*desk.action("cancelAction"));
    line->installEventFilter(&end);
    desk.tenant().setFaults({u"hang"_s});
    desk.action("refreshAction")->trigger();
    QSignalSpy states(&desk.browser(), &ConnectionBrowser::stateChanged);
    QVERIFY(states.wait());
    QCOMPARE(desk.browser().state(), ConnectionBrowser::State::Loaded);
    QVERIFY(line->isVisible());
    QTRY_VERIFY(!line->isVisible());
}

void MainWindowFailureTest::theRateLimitIsWaitedForAndNotAFailure()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.tenant().setFaults({u"rate-limit-once"_s});
    desk.action("refreshAction")->trigger();
    QTRY_COMPARE(desk.bannerText(), u"The tenant's rate limit is reached. Next try in 1 s."_s);
    QCOMPARE(desk.bannerAction(), u"Cancel"_s);
    QVERIFY(desk.settle());
    QCOMPARE(desk.browser().state(), ConnectionBrowser::State::Loaded);
    QCOMPARE(desk.bannerText(), QString());
}

void MainWindowFailureTest::theWaitForTheRateLimitCanBeCancelled()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.tenant().setFaults({u"rate-limit"_s});
    desk.action("refreshAction")->trigger();
    QTRY_COMPARE(desk.bannerAction(), u"Cancel"_s);
    child<QAbstractButton>(desk.banner(), "actionButton")->click();
    QCOMPARE(desk.browser().state(), ConnectionBrowser::State::Loaded);
    QCOMPARE(desk.bannerText(), QString());
    QCOMPARE(desk.ids().size(), 10);
}

QTEST_MAIN(MainWindowFailureTest)
#include "tst_mainwindowfailure.moc"
