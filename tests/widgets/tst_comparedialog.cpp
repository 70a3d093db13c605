// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/tenant/comparedialog.h"

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

QTEST_MAIN(TestCompareDialog)
#include "tst_comparedialog.moc"
