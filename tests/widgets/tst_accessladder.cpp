// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "support/windowtesting.h"
#include "widgets/controls/accessladder.h"

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! How many of the four bars are filled at each level, and the size beside a larger text.
class TestAccessLadder final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void eachLevelFillsOneBarMore_data();
    void eachLevelFillsOneBarMore();
    void growsWithTheText();
};

void TestAccessLadder::eachLevelFillsOneBarMore_data()
{
    QTest::addColumn<CellMeaning>("level");
    QTest::addColumn<int>("filled");
    QTest::newRow("not sent") << CellMeaning::NotSent << 0;
    QTest::newRow("an unknown level") << CellMeaning::Text << 0;
    QTest::newRow("none") << CellMeaning::AccessNone << 1;
    QTest::newRow("read-only") << CellMeaning::AccessReadOnly << 2;
    QTest::newRow("limited") << CellMeaning::AccessLimited << 3;
    QTest::newRow("full") << CellMeaning::AccessFull << 4;
}

void TestAccessLadder::eachLevelFillsOneBarMore()
{
    QFETCH(const CellMeaning, level);
    AccessLadder ladder;
    QPalette palette;
    palette.setColor(QPalette::Highlight, Qt::red);
    ladder.setPalette(palette);
    ladder.setLevel(level);
    ladder.resize(ladder.sizeHint());
    const QImage image = ladder.grab().toImage();
    const int y = image.height() - 3; // within the lowest bar
    int filled = 0;
    bool isInBar = false;
    for (int x = 0; x < image.width(); ++x) {
        const bool isRed = image.pixelColor(x, y) == QColor(Qt::red);
        filled += int(isRed && !isInBar);
        isInBar = isRed;
    }
    QTEST(filled, "filled");
}

void TestAccessLadder::growsWithTheText()
{
    AccessLadder ladder;
    const QSize small = ladder.sizeHint();
    QFont large = ladder.font();
    large.setPointSizeF(large.pointSizeF() * 2);
    ladder.setFont(large);
    QVERIFY(ladder.sizeHint().height() > small.height() * 3 / 2);
    QVERIFY(ladder.sizeHint().width() > small.width() * 3 / 2);
}

QTEST_MAIN(TestAccessLadder)
#include "tst_accessladder.moc"
