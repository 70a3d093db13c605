// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/window/keysdialog.h"

#include "support/windowtesting.h"

#include <QAction>
#include <QLineEdit>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestKeysDialog final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(installEnglish());
        m_open.setShortcut(Qt::CTRL | Qt::Key_O);
        m_csv.setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_V);
        m_find.setShortcut(Qt::Key_F3);
    }
    void init() { failOnUnexpectedWarnings(); }
    void groupsAreTheMenus();
    void typedTextLeavesItsMatches_data();
    void typedTextLeavesItsMatches();
    void typingBeginsAtOnce();
    void theListFollowsTheKeysOfTheField();

private:
    [[nodiscard]] QList<MenuAction> actions()
    {
        return {{.action = &m_open, .path = {u"File"_s}},
                {.action = &m_without, .path = {u"File"_s}},
                {.action = &m_csv, .path = {u"Edit"_s, u"Copy as"_s}},
                {.action = &m_find, .path = {u"Edit"_s}}};
    }
    //! What is to be seen: "File: Open Ctrl+O".
    static QStringList shown(const KeysDialog &dialog)
    {
        const auto *tree = child<QTreeWidget>(&dialog, "keysTree");
        QStringList lines;
        for (int top = 0; top < tree->topLevelItemCount(); ++top) {
            const QTreeWidgetItem *group = tree->topLevelItem(top);
            if (group->isHidden())
                continue;
            for (int at = 0; at < group->childCount(); ++at) {
                const QTreeWidgetItem *key = group->child(at);
                if (!key->isHidden())
                    lines.append(group->text(0) + u": "_s + key->text(0) + u' ' + key->text(1));
            }
        }
        return lines;
    }

    QAction m_open{u"&Open…"_s};
    QAction m_without{u"&Nothing"_s};
    QAction m_csv{u"Copy as CS&V"_s};
    QAction m_find{u"&Find"_s};
};

void TestKeysDialog::groupsAreTheMenus()
{
    const KeysDialog dialog(actions());
    QCOMPARE(shown(dialog),
             (QStringList{u"File: Open Ctrl+O"_s, u"Edit: Copy as CSV Ctrl+Shift+V"_s,
                          u"Edit: Find F3"_s}));
    QCOMPARE(child<QTreeWidget>(&dialog, "keysTree")->topLevelItemCount(), 2);
}

void TestKeysDialog::typedTextLeavesItsMatches_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("left");
    QTest::newRow("action") << u" csv"_s << QStringList{u"Edit: Copy as CSV Ctrl+Shift+V"_s};
    QTest::newRow("keys") << u"ctrl+o"_s << QStringList{u"File: Open Ctrl+O"_s};
    QTest::newRow("menu") << u"file"_s << QStringList{u"File: Open Ctrl+O"_s};
    QTest::newRow("nothing") << u"zzz"_s << QStringList();
}

void TestKeysDialog::typedTextLeavesItsMatches()
{
    QFETCH(const QString, typed);
    QFETCH(const QStringList, left);
    const KeysDialog dialog(actions());
    auto *field = child<QLineEdit>(&dialog, "findField");
    field->setText(typed);
    QCOMPARE(shown(dialog), left);
    field->clear();
    QCOMPARE(shown(dialog).size(), 3);
}

void TestKeysDialog::typingBeginsAtOnce()
{
    KeysDialog dialog(actions());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QCOMPARE(QApplication::focusWidget(), child(&dialog, "findField"));
}

void TestKeysDialog::theListFollowsTheKeysOfTheField()
{
    KeysDialog dialog(actions());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    const auto *tree = child<QTreeWidget>(&dialog, "keysTree");
    QWidget *field = child(&dialog, "findField");
    const auto current = [tree] {
        return tree->currentItem() ? tree->currentItem()->text(0) : u""_s;
    };
    QTest::keyClick(field, Qt::Key_PageDown);
    QCOMPARE(current(), u"Find"_s);
    QTest::keyClick(field, Qt::Key_Up);
    QCOMPARE(current(), u"Copy as CSV"_s);
    QTest::keyClick(field, Qt::Key_Down);
    QCOMPARE(current(), u"Find"_s);
    QCOMPARE(QApplication::focusWidget(), field);
    QTest::keyClick(field, Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), tree);
}

QTEST_MAIN(TestKeysDialog)
#include "tst_keysdialog.moc"
