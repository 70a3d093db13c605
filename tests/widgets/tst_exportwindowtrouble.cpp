// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/exportsteps.h"

#include <QFileDialog>

//! What an export's window says and offers when it does not go on by itself.
class ExportWindowTroubleTest : public QObject, private ExportSteps {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init() { failOnUnexpectedWarnings(); }

    void anUnwritablePathIsToldAndAnotherOneAskedFor();
    void aSideFileThatFailsAloneLeavesTheWayToTheFolder();
    void afterAFailureItCanBeTriedAgain();
    void whatHoldsItUpOnTheWayLosesNothing();
    void aNewTokenGoesOnAtOnce();
    void withAnotherTenantOpenItSaysWhatToDo();
    void cancelWhileHeldUpLeavesNothing();
    void theRateLimitIsCountedDown();
};

void ExportWindowTroubleTest::anUnwritablePathIsToldAndAnotherOneAskedFor()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    start(desk, u"no/such/folder/all.csv"_s);
    QVERIFY(desk.exportEnds());
    QVERIFY2(result(desk).startsWith(desk.file(u"no/such/folder/all.csv"_s)
                                     + " could not be written: "_L1),
             qPrintable(result(desk)));
    QCOMPARE(buttons(desk), (QStringList{u"&Save as..."_s, u"Close"_s}));
    button(desk, "goOnButton")->click(); // elsewhere, perhaps
    auto *chooser = desk.exportWindow().findChild<QFileDialog *>();
    QVERIFY(chooser && chooser->isVisible());
    Q_EMIT chooser->fileSelected(desk.file(u"all.csv"_s));
    chooser->close();
    QVERIFY(desk.exportEnds());
    QCOMPARE(result(desk), u"10 of 10 connections written to %1."_s.arg(desk.file(u"all.csv"_s)));
    QCOMPARE(labelText(&desk.exportWindow(), "fileLabel"), u"all.csv"_s);
    QCOMPARE(desk.settings().exportFolder(), QFileInfo(desk.file(u"all.csv"_s)).absolutePath());
}

void ExportWindowTroubleTest::aSideFileThatFailsAloneLeavesTheWayToTheFolder()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    if (!failSideFile(desk, desk.file(u"all.csv"_s)))
        QSKIP("there is no /dev/full");
    start(desk);
    QVERIFY(desk.exportEnds());
    QCOMPARE(lines(desk.file(u"all.csv"_s)).size(), 1 + 10 + 1);
    QCOMPARE(buttons(desk), (QStringList{u"&Save as..."_s, u"Close"_s, u"Show in &folder"_s}));
}

void ExportWindowTroubleTest::afterAFailureItCanBeTriedAgain()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    desk.tenant().setFaults({u"error-500"_s});
    start(desk);
    QVERIFY(desk.exportEnds());
    QVERIFY2(result(desk).startsWith("Nothing was written. "_L1), qPrintable(result(desk)));
    QCOMPARE(buttons(desk), (QStringList{u"Close"_s, u"Try &again"_s}));
    desk.tenant().setFaults({});
    QVERIFY(desk.open(DemoDesk::Ten)); // wherever one is by then
    button(desk, "goOnButton")->click();
    QVERIFY(desk.exportEnds());
    QVERIFY(result(desk).startsWith("237 of 237 connections written to "_L1));
}

void ExportWindowTroubleTest::whatHoldsItUpOnTheWayLosesNothing()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(holdUp(desk));
    QVERIFY2(result(desk).endsWith("What was read so far is kept (100 rows)."_L1),
             qPrintable(result(desk)));
    QCOMPARE(buttons(desk), (QStringList{u"Cancel"_s, u"Go o&n"_s}));
    QCOMPARE(desk.files(), QStringList());
    desk.tenant().setFaults({});
    desk.tenant().clearRequests();
    button(desk, "goOnButton")->click(); // the demo's token is nobody's to enter
    QVERIFY(desk.exportEnds());
    QCOMPARE(result(desk), u"237 of 237 connections written to %1."_s.arg(desk.file(u"all.csv"_s)));
    QCOMPARE(lines(desk.file(u"all.csv"_s)).size(), 1 + 237 + 1);
    QVERIFY(!desk.takeQueries().contains(u"page=0&per_page=100&include_totals=true"_s));
}

void ExportWindowTroubleTest::aNewTokenGoesOnAtOnce()
{
    DemoDesk desk;
    desk.window();
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Many));
    QVERIFY(holdUp(desk));
    QCOMPARE(buttons(desk), (QStringList{u"Cancel"_s, u"Enter a to&ken..."_s}));
    button(desk, "goOnButton")->click();
    auto *dialog = desk.exportWindow().findChild<TokenDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    desk.tenant().setFaults({});
    desk.tenant().clearRequests();
    const QByteArray token = desk.tenant().makeToken({.lifetime = std::chrono::hours(1)});
    child<QLineEdit>(dialog, "tokenField")->setText(QString::fromLatin1(token));
    child<QDialogButtonBox>(dialog, "buttons")->button(QDialogButtonBox::Ok)->click();
    QVERIFY(desk.exportEnds());
    QVERIFY(result(desk).startsWith("237 of 237 connections written to "_L1));
    QVERIFY(!desk.tenant().requests().isEmpty());
    QVERIFY(desk.session().access().token == *AccessToken::fromText(QString::fromLatin1(token)));
}

void ExportWindowTroubleTest::withAnotherTenantOpenItSaysWhatToDo()
{
    DemoDesk desk;
    desk.window();
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Many));
    QVERIFY(holdUp(desk));
    button(desk, "goOnButton")->click();
    const QPointer<TokenDialog> dialog = desk.exportWindow().findChild<TokenDialog *>();
    const QString mine = u"acme-prod (Production) · %1"_s.arg(desk.tenant().domain());
    desk.tenant().setFaults({});
    Demo::Tenant other; // with its own tokens, at another origin
    QVERIFY(other.start());
    desk.session().openTenant({*TenantDomain::fromText(other.domain()),
                               *AccessToken::fromText(QString::fromLatin1(other.accessToken()))},
                              {.organizationId = other.organizations().constFirst().id});
    QVERIFY(desk.settle());
    QTRY_VERIFY(!dialog); // a token typed in there would go to the other tenant
    QVERIFY2(result(desk).contains(u"To go on, open %1 there again."_s.arg(mine)),
             qPrintable(result(desk)));
    QCOMPARE(buttons(desk), QStringList{u"Cancel"_s});
    desk.session().openProfile(desk.settings().profiles().constFirst(),
                               *AccessToken::fromText(QString::fromLatin1(
                                   desk.tenant().makeToken({.lifetime = std::chrono::hours(1)}))));
    QVERIFY(desk.settle());
    QCOMPARE(buttons(desk), (QStringList{u"Cancel"_s, u"Go o&n"_s}));
    other.clearRequests();
    button(desk, "goOnButton")->click();
    QVERIFY(desk.exportEnds());
    QVERIFY(result(desk).startsWith("237 of 237 connections written to "_L1));
    QVERIFY(other.requests().isEmpty());
}

void ExportWindowTroubleTest::cancelWhileHeldUpLeavesNothing()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    QVERIFY(holdUp(desk));
    button(desk, QDialogButtonBox::Cancel)->click();
    QCOMPARE(result(desk), u"The export was cancelled. Nothing was written."_s);
    QCOMPARE(desk.files(), QStringList());
    QCOMPARE(buttons(desk), (QStringList{u"Close"_s, u"Try &again"_s}));
}

void ExportWindowTroubleTest::theRateLimitIsCountedDown()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Many));
    desk.tenant().setFaults({u"rate-limit"_s});
    start(desk);
    QTRY_VERIFY2(result(desk).startsWith("Reading...\nThe tenant's rate limit is reached."_L1),
                 qPrintable(result(desk)));
    QVERIFY(button(desk, QDialogButtonBox::Cancel)->isEnabled());
    const int height = desk.exportWindow().height();
    button(desk, QDialogButtonBox::Cancel)->click();
    QCOMPARE(desk.exportWindow().height(), height); // nothing has moved
}

QTEST_MAIN(ExportWindowTroubleTest)
#include "tst_exportwindowtrouble.moc"
