// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/tenant/comparedialog.h"

#include "inventory/keptinventories.h"
#include "support/windowtesting.h"

#include <QFile>
#include <QListWidget>
#include <QPushButton>
#include <QSet>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestCompareDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init() { failOnUnexpectedWarnings(); }

    void tabReachesEveryButton_data();
    void tabReachesEveryButton();
    void tellsTwoOfOneMinuteApart();
};

void TestCompareDialog::tabReachesEveryButton_data()
{
    QTest::addColumn<bool>("hasChoice");
    QTest::newRow("with another inventory") << true;
    QTest::newRow("with none") << false;
}

void TestCompareDialog::tabReachesEveryButton()
{
    QFETCH(const bool, hasChoice);
    const QTemporaryDir folder;
    const QString latest = folder.filePath(u"latest.vestibule"_s);
    QFile file(latest);
    QVERIFY(!hasChoice || file.open(QIODevice::WriteOnly));
    CompareDialog dialog({.workingPath = latest, .openPath = u"another"_s});
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QCOMPARE(child<QListWidget>(&dialog, "comparedInventories")->isVisible(), hasChoice);
    QSet<const QWidget *> reached;
    for (int step = 0; step < 10; ++step) {
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
        reached.insert(dialog.focusWidget());
    }
    int buttons = 0;
    for (const QPushButton *button : dialog.findChildren<QPushButton *>()) {
        QCOMPARE(reached.contains(button), button->isVisible());
        buttons += button->isVisible() ? 1 : 0;
    }
    QCOMPARE(buttons, hasChoice ? 3 : 2);
}

void TestCompareDialog::tellsTwoOfOneMinuteApart()
{
    const QTemporaryDir folder;
    const QString latest = folder.filePath(u"latest.vestibule"_s);
    for (const int second : {20, 41}) {
        QFile file(
            keptInventoryPath(latest, QDateTime(QDate(2025, 11, 3), QTime(14, 3, second)).toUTC()));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    const CompareDialog dialog({.workingPath = latest});
    const auto *list = dialog.findChild<QListWidget *>(u"comparedInventories"_s);
    QCOMPARE(list->count(), 2);
    QVERIFY(list->item(0)->text().startsWith("3 Nov 2025 14:03:41 ("_L1));
    QVERIFY(list->item(1)->text().startsWith("3 Nov 2025 14:03:20 ("_L1));
}

QTEST_MAIN(TestCompareDialog)
#include "tst_comparedialog.moc"
