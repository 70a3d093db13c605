// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/tenant/keptinventoriesdialog.h"

#include "inventory/keptinventories.h"
#include "store/settings.h"
#include "support/folderfixture.h"
#include "widgets/controls/programstyle.h"

#include <QAbstractButton>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableWidget>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestKeptInventoriesDialog final : public QObject, private FolderFixture {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsAndOpensThem();
    void tellsTwoOfOneMinuteApart();
    void looksLikeTheOtherTables();
    void removesAfterAQuestion();
    void bothEnterKeysOpen();
    void limitsAreForTheNextSweep();
    void noneIsSaid();
    void tabReachesEveryButton();

private:
    [[nodiscard]] QString working() const { return path(u"ab12.vestibule"_s); }
    [[nodiscard]] bool keep(int day) const
    {
        const QDateTime ended(QDate(2026, 11, day), QTime(14, 3, 20), Qt::UTC);
        return put(QFileInfo(keptInventoryPath(working(), ended)).fileName(),
                   QByteArray(1024, 'x'));
    }
    template <typename T>
    [[nodiscard]] static T *part(const QObject &dialog, const char *name)
    {
        return dialog.findChild<T *>(QLatin1StringView(name));
    }

    std::unique_ptr<Settings> m_settings;
};

void TestKeptInventoriesDialog::init()
{
    QVERIFY(makeFolder());
    m_settings = std::make_unique<Settings>(path(u"settings.ini"_s));
}

void TestKeptInventoriesDialog::showsAndOpensThem()
{
    QVERIFY(keep(3) && keep(9));
    KeptInventoriesDialog dialog(working(), *m_settings, nullptr);
    QSignalSpy opened(&dialog, &KeptInventoriesDialog::openRequested);
    dialog.show();
    auto *list = part<QTableWidget>(dialog, "keptInventoriesList");
    QCOMPARE(list->rowCount(), 2);
    list->selectRow(1);
    part<QAbstractButton>(dialog, "openKeptButton")->click();
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.constFirst().constFirst().toString(), keptInventories(working()).at(1).path);
    QVERIFY(!dialog.isVisible());
}

void TestKeptInventoriesDialog::tellsTwoOfOneMinuteApart()
{
    const QDate day(2025, 11, 3);
    for (const int second : {20, 41}) {
        const QString kept =
            keptInventoryPath(working(), QDateTime(day, QTime(14, 3, second)).toUTC());
        QVERIFY(put(QFileInfo(kept).fileName(), "x"));
    }
    const KeptInventoriesDialog dialog(working(), *m_settings, nullptr);
    const auto *list = part<QTableWidget>(dialog, "keptInventoriesList");
    QCOMPARE(list->item(0, 0)->text(), u"3 Nov 2025 14:03:41"_s);
    QCOMPARE(list->item(1, 0)->text(), u"3 Nov 2025 14:03:20"_s);
}

void TestKeptInventoriesDialog::looksLikeTheOtherTables()
{
    QVERIFY(keep(3));
    KeptInventoriesDialog dialog(working(), *m_settings, nullptr);
    dialog.show();
    const auto *head = part<QTableWidget>(dialog, "keptInventoriesList")->horizontalHeader();
    QVERIFY(!head->highlightSections());
    QVERIFY(head->property(ProgramStyle::PaddedProperty).toBool());
    const auto *count = part<QSpinBox>(dialog, "keptCountField");
    const auto *size = part<QSpinBox>(dialog, "keptGigabytesField");
    QCOMPARE(count->width(), size->width());
    QVERIFY(size->text().endsWith(" GiB"_L1)); // the unit of the list's sizes
}

void TestKeptInventoriesDialog::removesAfterAQuestion()
{
    QVERIFY(keep(3) && keep(9));
    KeptInventoriesDialog dialog(working(), *m_settings, nullptr);
    dialog.show();
    auto *list = part<QTableWidget>(dialog, "keptInventoriesList");
    part<QAbstractButton>(dialog, "removeKeptButton")->click();
    QCOMPARE(keptInventories(working()).size(), 2);
    part<QAbstractButton>(dialog, "reallyRemoveButton")->click();
    QTRY_COMPARE(list->rowCount(), 1);
    const auto left = keptInventories(working());
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.constFirst().ended.date().day(), 3);
}

void TestKeptInventoriesDialog::bothEnterKeysOpen()
{
    QVERIFY(keep(3) && keep(9));
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        KeptInventoriesDialog dialog(working(), *m_settings, nullptr);
        dialog.show();
        dialog.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        QSignalSpy opened(&dialog, &KeptInventoriesDialog::openRequested);
        auto *list = part<QTableWidget>(dialog, "keptInventoriesList");
        list->setFocus();
        QTest::keyClick(list, key);
        QCOMPARE(opened.size(), 1);
    }
}

void TestKeptInventoriesDialog::tabReachesEveryButton()
{
    QVERIFY(keep(3) && keep(9));
    KeptInventoriesDialog dialog(working(), *m_settings, nullptr);
    dialog.show();
    dialog.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QSet<const QWidget *> reached;
    for (int step = 0; step < 10; ++step) {
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
        reached.insert(dialog.focusWidget());
    }
    QVERIFY(reached.contains(part<QTableWidget>(dialog, "keptInventoriesList")));
    const auto buttons = dialog.findChildren<QPushButton *>();
    QCOMPARE(buttons.size(), 3);
    for (const QPushButton *button : buttons)
        QVERIFY2(reached.contains(button), qPrintable(button->text()));
}

void TestKeptInventoriesDialog::limitsAreForTheNextSweep()
{
    QVERIFY(keep(3) && keep(9));
    KeptInventoriesDialog dialog(working(), *m_settings, nullptr);
    dialog.show();
    auto *count = part<QSpinBox>(dialog, "keptCountField");
    QCOMPARE(count->value(), 10);
    QSignalSpy opened(&dialog, &KeptInventoriesDialog::openRequested);
    count->setValue(1);
    QTest::keyClick(count, Qt::Key_Return);
    part<QSpinBox>(dialog, "keptGigabytesField")->setValue(5);
    dialog.reject();
    QCOMPARE(opened.size(), 0);
    QCOMPARE(m_settings->inventoriesToKeep(), 1);
    QCOMPARE(m_settings->gigabytesToKeep(), 5);
    QCOMPARE(keptInventories(working()).size(), 2);
}

void TestKeptInventoriesDialog::noneIsSaid()
{
    KeptInventoriesDialog dialog(working(), *m_settings, nullptr);
    dialog.show();
    QVERIFY(!part<QAbstractButton>(dialog, "openKeptButton")->isEnabled());
    QVERIFY(!part<QAbstractButton>(dialog, "removeKeptButton")->isEnabled());
    QCOMPARE(part<QLabel>(dialog, "keptSum")->text(), u"No inventories are kept yet."_s);
}

QTEST_MAIN(TestKeptInventoriesDialog)
#include "tst_keptinventoriesdialog.moc"
