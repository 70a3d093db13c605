// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "program/screenshot.h"
#include "support/demodesk.h"
#include "support/filesizelimit.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestScreenshot : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init() { failOnUnexpectedWarnings(); }

    void waitsForTheFirstPageAndWritesPng();
    void neverFinishesInsideStart();
    void aFailureIsAPictureWithItsStatus_data();
    void aFailureIsAPictureWithItsStatus();
    void anUnwritablePathHasItsExitStatus();
    void anOldPictureStaysWhenItCannotBeReplaced();
    void aFolderWithThatNameStays();
    void withoutATenantItShowsTheWelcomePage();

private:
    static ExitStatus status(const QSignalSpy &finished)
    {
        return finished.constFirst().constFirst().value<ExitStatus>();
    }
};

void TestScreenshot::waitsForTheFirstPageAndWritesPng()
{
    DemoDesk desk;
    desk.window().openDemo({.organizationId = desk.id(DemoDesk::Ten)});
    const QString path = desk.file(u"window.png"_s);
    Screenshot screenshot(desk.window(), desk.session(), path);
    const QSignalSpy finished(&screenshot, &Screenshot::finished);
    screenshot.start();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(status(finished), ExitStatus::Done);
    QCOMPARE(desk.browser().state(), ConnectionBrowser::State::Loaded);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.read(8) == "\x89PNG\r\n\x1a\n");
    QCOMPARE(QImage(path).size(), desk.window().size() * desk.window().devicePixelRatio());
    QVERIFY(desk.trigger("refreshAction")); // no second picture follows
    QCoreApplication::processEvents();
    QCOMPARE(finished.size(), 1);
}

void TestScreenshot::neverFinishesInsideStart()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    Screenshot screenshot(desk.window(), desk.session(), desk.file(u"window.png"_s));
    const QSignalSpy finished(&screenshot, &Screenshot::finished);
    screenshot.start();
    QCOMPARE(finished.size(), 0);
    QTRY_COMPARE(finished.size(), 1);
}

void TestScreenshot::aFailureIsAPictureWithItsStatus_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<ExitStatus>("expected");
    QTest::newRow("expired") << u"expired-token"_s << ExitStatus::Refused;
    QTest::newRow("503") << u"error-503"_s << ExitStatus::NoAnswer;
    QTest::newRow("not JSON") << u"not-json"_s << ExitStatus::NotUnderstood;
}

void TestScreenshot::aFailureIsAPictureWithItsStatus()
{
    QFETCH(const QString, fault);
    DemoDesk desk;
    desk.tenant().setFaults({fault});
    desk.window().openDemo({.organizationId = desk.id(DemoDesk::Ten)});
    const QString path = desk.file(u"window.png"_s);
    Screenshot screenshot(desk.window(), desk.session(), path);
    const QSignalSpy finished(&screenshot, &Screenshot::finished);
    screenshot.start();
    QTRY_COMPARE(finished.size(), 1);
    QTEST(status(finished), "expected");
    QVERIFY(!QImage(path).isNull());
}

void TestScreenshot::anUnwritablePathHasItsExitStatus()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    Screenshot screenshot(desk.window(), desk.session(), desk.file(u"no/such/window.png"_s));
    const QSignalSpy finished(&screenshot, &Screenshot::finished);
    screenshot.start();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(status(finished), ExitStatus::NotWritten);
    QCOMPARE(int(status(finished)), 8);
}

void TestScreenshot::anOldPictureStaysWhenItCannotBeReplaced()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const QString path = desk.file(u"window.png"_s);
    QFile old(path);
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("as it was") > 0);
    old.close();
    Screenshot screenshot(desk.window(), desk.session(), path);
    const QSignalSpy finished(&screenshot, &Screenshot::finished);
    {
        const FileSizeLimit limit(100); // no picture of a window is so small
        screenshot.start();
        QTRY_COMPARE(finished.size(), 1);
    }
    QCOMPARE(status(finished), ExitStatus::NotWritten);
    QVERIFY(old.open(QIODevice::ReadOnly));
    QCOMPARE(old.readAll(), "as it was"_ba);
    QCOMPARE(desk.files(), QStringList{u"window.png"_s});
}

void TestScreenshot::aFolderWithThatNameStays()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const QString folder = desk.file(u"folder.png"_s);
    QVERIFY(QDir().mkpath(folder));
    Screenshot screenshot(desk.window(), desk.session(), folder);
    const QSignalSpy finished(&screenshot, &Screenshot::finished);
    screenshot.start();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(status(finished), ExitStatus::NotWritten);
    QVERIFY(QFileInfo(folder).isDir());
    QCOMPARE(desk.files(), QStringList());
}

void TestScreenshot::withoutATenantItShowsTheWelcomePage()
{
    DemoDesk desk;
    const QString path = desk.file(u"window.png"_s);
    Screenshot screenshot(desk.window(), desk.session(), path);
    const QSignalSpy finished(&screenshot, &Screenshot::finished);
    screenshot.start();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(status(finished), ExitStatus::Done);
    QVERIFY(!QImage(path).isNull());
}

QTEST_MAIN(TestScreenshot)
#include "tst_screenshot.moc"
