// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/findfield.h"

#include "support/contrast.h"
#include "support/windowtesting.h"
#include "widgets/controls/symbolicon.h"
#include "widgets/controls/theming.h"

#include <QAction>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestFindField final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void reportsOnceAfterTyping();
    void pastedTextIsCleaned();
    void doesNotReportWhatItIsShown();
    void doesNotReplaceWhatIsBeingTyped();
    void dropsWhatWasTyped();
    void keysLeadToTheRows_data();
    void keysLeadToTheRows();
    void theClearButtonIsSeen_data();
    void theClearButtonIsSeen();
};

void TestFindField::reportsOnceAfterTyping()
{
    FindField field;
    QSignalSpy requested(&field, &FindField::findRequested);
    QTest::keyClicks(&field, u"acme"_s);
    QVERIFY(requested.isEmpty());
    QVERIFY(requested.wait());
    QCOMPARE(requested, QList<QVariantList>{{u"acme"_s}});
}

void TestFindField::pastedTextIsCleaned()
{
    FindField field;
    QSignalSpy requested(&field, &FindField::findRequested);
    field.setText(u" \u200bacme "_s);
    QVERIFY(requested.wait());
    QCOMPARE(requested, QList<QVariantList>{{u"acme"_s}});
}

void TestFindField::doesNotReportWhatItIsShown()
{
    FindField field;
    QSignalSpy requested(&field, &FindField::findRequested);
    field.showText(u"acme"_s);
    QCOMPARE(field.text(), u"acme"_s);
    QVERIFY(!requested.wait(300));
}

void TestFindField::doesNotReplaceWhatIsBeingTyped()
{
    FindField field;
    QSignalSpy requested(&field, &FindField::findRequested);
    QTest::keyClicks(&field, u"ac"_s);
    field.showText({});
    QCOMPARE(field.text(), u"ac"_s);
    QVERIFY(requested.wait());
    field.showText(u"ac"_s);
    field.showText({});
    QCOMPARE(field.text(), QString());
}

void TestFindField::dropsWhatWasTyped()
{
    FindField field;
    QSignalSpy requested(&field, &FindField::findRequested);
    QTest::keyClicks(&field, u"ac"_s);
    field.dropTyped();
    QVERIFY(!requested.wait(300));
}

void TestFindField::keysLeadToTheRows_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<QString>("text");
    QTest::newRow("Escape clears") << Qt::Key_Escape << QString();
    QTest::newRow("Return") << Qt::Key_Return << u"acme"_s;
    QTest::newRow("Enter") << Qt::Key_Enter << u"acme"_s;
    QTest::newRow("Down") << Qt::Key_Down << u"acme"_s;
}

void TestFindField::keysLeadToTheRows()
{
    QFETCH(const Qt::Key, key);
    QFETCH(const QString, text);
    FindField field;
    field.setText(u"acme"_s);
    QSignalSpy left(&field, &FindField::left);
    QTest::keyClick(&field, key);
    QCOMPARE(left.size(), 1);
    QCOMPARE(field.text(), text);
}

void TestFindField::theClearButtonIsSeen_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::newRow("light") << Theme::Light;
    QTest::newRow("dark") << Theme::Dark;
    QTest::newRow("high contrast") << Theme::HighContrast;
}

//! WCAG 2.1, 1.4.11. It has the colour of the other icons; the picture of the style below has one
//! grey for all themes, and reading it loads the libraries of all formats of pictures.
void TestFindField::theClearButtonIsSeen()
{
    QFETCH(const Theme, theme);
    applyTheme(theme);
    const FindField field;
    const auto *clear = field.findChild<QAction *>(u"_q_qlineeditclearaction"_s);
    QVERIFY(clear);
    const QImage picture = clear->icon().pixmap(16).toImage();
    QCOMPARE(inkOf(picture), inkOf(symbolIcon(u"close"_s).pixmap(16).toImage()));
    QVERIFY(contrast(inkOf(picture), field.palette().color(QPalette::Base)) >= 3);
}

QTEST_MAIN(TestFindField)
#include "tst_findfield.moc"
