// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/connectionhints.h"
#include "models/connectiontablemodel.h"
#include "support/demodesk.h"
#include "widgets/controls/hintlist.h"

#include <QPlainTextEdit>
#include <QTabWidget>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! What deserves a second look, as the window shows it; and the rest of what the detail pane tells.
class HintsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init() { failOnUnexpectedWarnings(); }

    void rowAndPaneTellTheSame();
    void screenReaderHearsOfTheMarker();
    void hintOnTheListingStandsUnderTheTable();
    void filteredListingHasNoHint();
    void unknownFieldsAreListed();
    void severalRowsAreCompared();
    void jsonIsSearched();
};

void HintsTest::rowAndPaneTellTheSame()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const auto *list = child<HintList>(&desk.window(), "hintList");
    int marked = 0;
    for (int row = 0; row < desk.table().model()->rowCount(); ++row) {
        desk.select(row);
        const QStringList hints = desk.table()
                                      .model()
                                      ->index(row, 0)
                                      .data(ConnectionTableModel::HintsRole)
                                      .toStringList();
        QCOMPARE(list->sentences(), hints);
        QCOMPARE(list->isVisible(), !hints.isEmpty());
        marked += hints.isEmpty() ? 0 : 1;
    }
    QVERIFY(marked > 0);
    QVERIFY(marked < 10);
}

void HintsTest::screenReaderHearsOfTheMarker()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    for (int row = 0; row < desk.table().model()->rowCount(); ++row) {
        const QModelIndex name = desk.table().model()->index(row, 0);
        const bool isMarked = !name.data(ConnectionTableModel::HintsRole).toStringList().isEmpty();
        QCOMPARE(name.data(Qt::AccessibleTextRole).toString().contains("second look"_L1), isMarked);
    }
}

void HintsTest::hintOnTheListingStandsUnderTheTable()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    const auto *list = child<HintList>(&desk.window(), "listingHintList");
    QVERIFY(list->isVisible());
    QCOMPARE(list->sentences().size(), 1);
    QVERIFY(list->sentences().constFirst().startsWith("10 of 10 "_L1));
    QVERIFY(desk.open(DemoDesk::Fifty));
    QVERIFY(!list->isVisible());
}

void HintsTest::filteredListingHasNoHint()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.action("showDisabledAction")->trigger();
    QVERIFY(desk.settle());
    QVERIFY(!child<HintList>(&desk.window(), "listingHintList")->isVisible());
}

void HintsTest::unknownFieldsAreListed()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    QVERIFY(!child<QLabel>(&desk.window(), "otherFields")->isVisible());
    QVERIFY(desk.open(DemoDesk::Ten, {u"unknown-values"_s}));
    bool isListed = false;
    for (int row = 0; row < desk.table().model()->rowCount(); ++row) {
        desk.select(row);
        isListed = isListed || child<QLabel>(&desk.window(), "otherFields")->isVisible();
    }
    QVERIFY(isListed);
}

void HintsTest::severalRowsAreCompared()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    desk.table().selectAll();
    const QStringList words = desk.column(ConnectionField::IsEnabled);
    const auto count = [&words](const QString &word) { return QString::number(words.count(word)); };
    QCOMPARE(labelText(&desk.window(), "common_is_enabled"),
             u"Yes (%1), No (%2)"_s.arg(count(u"Yes"_s), count(u"No"_s)));
}

void HintsTest::jsonIsSearched()
{
    DemoDesk desk;
    QVERIFY(desk.open(DemoDesk::Ten));
    child<QTabWidget>(&desk.window(), "tabs")->setCurrentIndex(1);
    auto *field = child<QLineEdit>(&desk.window(), "jsonFindField");
    auto *text = child<QPlainTextEdit>(&desk.window(), "jsonTab");
    QTest::keyClicks(field, u"CONNECTION"_s);
    const auto places = text->toPlainText().count("connection"_L1, Qt::CaseInsensitive);
    QVERIFY(places > 1);
    QCOMPARE(text->extraSelections().size(), places);
    const int first = text->textCursor().position();
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(text->textCursor().position() > first);
    for (int place = 1; place < places; ++place)
        QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(text->textCursor().position(), first);
    field->clear();
    QVERIFY(text->extraSelections().isEmpty());
}

QTEST_MAIN(HintsTest)
#include "tst_hints.moc"
