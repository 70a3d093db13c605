// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/demodesk.h"
#include "support/shownwords.h"
#include "widgets/export/exportdialog.h"
#include "widgets/settings/settingsdialog.h"

#include <QDirIterator>
#include <QPushButton>
#include <QSet>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class MainWindowSecrecyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init() { failOnUnexpectedWarnings(); }

    void theSearchFindsWhatIsShown();
    void titleNamesOrganizationAndTenant();
    void noStateShowsTheToken_data();
    void noStateShowsTheToken();
    void noDialogShowsTheToken();
    void noFileHoldsTheToken();

private:
    //! The first text that holds a part of \a token long enough to be no accident: its signature.
    static QString leak(const QString &token)
    {
        const QString signature = token.section(u'.', 2);
        for (const QString &text : allWords()) {
            if (text.contains(signature) || text.contains(token.section(u'.', 1, 1)))
                return text;
        }
        return {};
    }
};

void MainWindowSecrecyTest::theSearchFindsWhatIsShown()
{
    QLineEdit field(u"a.payload.signature"_s);
    QCOMPARE(leak(field.text()), field.text());
    field.setEchoMode(QLineEdit::Password);
    QCOMPARE(leak(field.text()), QString());
    QLabel label(u"Bearer a.payload.signature"_s);
    QCOMPARE(leak(field.text()), label.text());
    label.clear();
    label.setToolTip(u"payload"_s);
    QCOMPARE(leak(field.text()), label.toolTip());
}

void MainWindowSecrecyTest::titleNamesOrganizationAndTenant()
{
    DemoDesk desk;
    QCOMPARE(desk.window().windowTitle(), u"Vestibule"_s);
    QVERIFY(desk.open(DemoDesk::Ten));
    QCOMPARE(desk.window().windowTitle(), u"Acme Corp – Demo tenant – Vestibule"_s);
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Fifty));
    QCOMPARE(desk.window().windowTitle(),
             u"%1 – acme-prod (Production) – Vestibule"_s.arg(desk.id(DemoDesk::Fifty)));
    QCOMPARE(labelText(&desk.window(), "kindLabel"), u"PRODUCTION"_s);
}

void MainWindowSecrecyTest::noStateShowsTheToken_data()
{
    QTest::addColumn<QString>("fault");
    for (const char *fault :
         {"", "error-503", "expired-token", "wrong-scope", "not-json", "redirect-other-host",
          "redirect-same-origin", "captive-portal", "missing-id", "hostile-names", "drop"})
        QTest::newRow(fault) << QString::fromLatin1(fault);
}

void MainWindowSecrecyTest::noStateShowsTheToken()
{
    QFETCH(const QString, fault);
    DemoDesk desk;
    const QString token = desk.token();
    desk.window();
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    QCOMPARE(leak(token), QString());
    desk.tenant().setFaults(fault.isEmpty() ? QStringList() : QStringList{fault});
    desk.action("refreshAction")->trigger();
    QCOMPARE(leak(token), QString());
    QVERIFY(desk.settle());
    QCOMPARE(leak(token), QString());
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Many)); // a failure with nothing to fall back on
    QCOMPARE(leak(token), QString());
}

void MainWindowSecrecyTest::noDialogShowsTheToken()
{
    DemoDesk desk;
    desk.window();
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    QVERIFY(desk.trigger("settingsAction"));
    auto *settings = desk.window().findChild<SettingsDialog *>();
    QCOMPARE(leak(desk.token()), QString());
    child<QLineEdit>(settings, "tokenField")->setText(desk.token());
    child<QPushButton>(settings, "testButton")->click();
    QTRY_VERIFY(child<QPushButton>(settings, "testButton")->isEnabled());
    QCOMPARE(leak(desk.token()), QString());
    child<QLineEdit>(settings, "domainField")->setText(desk.token()); // pasted into the wrong field
    QVERIFY(!labelText(settings, "domainHint").contains(desk.token().section(u'.', 2)));
    settings->reject();
    QTRY_VERIFY(!desk.window().findChild<SettingsDialog *>());
    QVERIFY(desk.trigger("exportAction"));
    auto *dialog = desk.window().findChild<ExportDialog *>();
    dialog->exportTo(desk.file(u"a.csv"_s));
    QCOMPARE(leak(desk.token()), QString());
    QVERIFY(desk.exportEnds());
    QVERIFY(!labelText(&desk.exportWindow(), "resultLabel").isEmpty());
    QCOMPARE(leak(desk.token()), QString());
}

void MainWindowSecrecyTest::noFileHoldsTheToken()
{
    DemoDesk desk;
    desk.window();
    QVERIFY(desk.openAsOwnTenant(DemoDesk::Ten));
    QVERIFY(desk.trigger("exportAction"));
    desk.window().findChild<ExportDialog *>()->exportTo(desk.file(u"a.csv"_s));
    QTRY_VERIFY(QFileInfo::exists(desk.file(u"a.csv"_s)));
    desk.window().close();
    QSettings(desk.settingsFile(), QSettings::IniFormat).sync();
    QSet<QString> names;
    QDirIterator each(desk.file({}), QDir::Files | QDir::Hidden | QDir::System,
                      QDirIterator::Subdirectories);
    while (each.hasNext()) {
        QFile file(each.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        for (const QString &part : desk.token().split(u'.'))
            QVERIFY2(!bytes.contains(part.toLatin1()), qPrintable(file.fileName()));
        if (!bytes.isEmpty())
            names.insert(each.fileName());
    }
    QVERIFY(names.contains(u"a.csv"_s) && names.contains(u"settings.ini"_s));
}

QTEST_MAIN(MainWindowSecrecyTest)
#include "tst_mainwindowsecrecy.moc"
