// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/thinprogressbar.h"

#include "support/contrast.h"
#include "support/windowtesting.h"
#include "widgets/controls/busyline.h"
#include "widgets/controls/theming.h"

#include <QImage>
#include <QProxyStyle>

#include <climits>
#include <utility>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

//! A system that is asked for animations, or for none.
class MovingStyle final : public QProxyStyle {
public:
    explicit MovingStyle(bool isMoving)
        : m_isMoving(isMoving)
    {
    }

    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override
    {
        return hint == SH_Widget_Animation_Duration
            ? int(m_isMoving)
            : QProxyStyle::styleHint(hint, option, widget, data);
    }

private:
    bool m_isMoving;
};

} // namespace

//! The thin line of a sweep, and that over a table.
class TestThinProgressBar final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init()
    {
        failOnUnexpectedWarnings();
        m_window.resize(200, 100);
        m_window.show();
    }
    void cleanup() { qDeleteAll(m_window.findChildren<QWidget *>()); }

    void isFilledByItsValue_data();
    void isFilledByItsValue();
    void isFilledFromTheRightWhereOneReadsFromThere();
    void movesWithoutAnEnd();
    void isWholeWhereNothingMayMove();
    void isSeenInEveryTheme_data();
    void isSeenInEveryTheme();
    void liesOverTheTopOfItsParent();

private:
    //! In all of its rows: how much of it has the accent, and where that begins.
    static std::pair<int, int> filled(const QWidget &line)
    {
        const QImage picture = const_cast<QWidget &>(line).grab().toImage();
        const QColor accent = line.palette().color(QPalette::Active, QPalette::Highlight);
        int columns = 0;
        int begin = -1;
        for (int x = 0; x < picture.width(); ++x) {
            int pixels = 0;
            for (int y = 0; y < picture.height(); ++y)
                pixels += int(picture.pixelColor(x, y) == accent);
            if (pixels < picture.height())
                continue;
            ++columns;
            begin = begin < 0 ? x : begin;
        }
        return {columns, begin};
    }
    ThinProgressBar &makeLine(int width = 100)
    {
        auto *line = new ThinProgressBar(&m_window);
        line->resize(width, ThinProgressBar::Thickness);
        line->show();
        return *line;
    }

    QWidget m_window;
};

void TestThinProgressBar::isFilledByItsValue_data()
{
    QTest::addColumn<int>("least");
    QTest::addColumn<int>("most");
    QTest::addColumn<int>("value");
    QTest::addColumn<int>("columns");
    QTest::newRow("nothing yet") << 0 << 8 << 0 << 0;
    QTest::newRow("a quarter") << 0 << 8 << 2 << 25;
    QTest::newRow("all") << 0 << 8 << 8 << 100;
    QTest::newRow("from elsewhere") << 10 << 20 << 15 << 50;
    QTest::newRow("the largest range") << 0 << INT_MAX << INT_MAX / 2 << 50;
}

void TestThinProgressBar::isFilledByItsValue()
{
    QFETCH(const int, least);
    QFETCH(const int, most);
    QFETCH(const int, value);
    ThinProgressBar &line = makeLine();
    QCOMPARE(line.height(), 3);
    line.setRange(least, most);
    QCOMPARE(filled(line).first, 0); // without a value
    line.setValue(value);
    QTEST(filled(line).first, "columns");
    QCOMPARE(filled(line).second, filled(line).first > 0 ? 0 : -1);
}

void TestThinProgressBar::isFilledFromTheRightWhereOneReadsFromThere()
{
    ThinProgressBar &line = makeLine();
    line.setRange(0, 4);
    line.setValue(1);
    line.setLayoutDirection(Qt::RightToLeft);
    QCOMPARE(filled(line), std::pair(25, 75));
}

void TestThinProgressBar::movesWithoutAnEnd()
{
    MovingStyle style(true);
    ThinProgressBar &line = makeLine();
    line.setStyle(&style);
    line.setRange(0, 0);
    const auto [columns, begin] = filled(line);
    QVERIFY(columns < 100);
    std::pair<int, int> now;
    QTRY_VERIFY((now = filled(line), now.second > begin + 10 && now.first > 10));
    line.setRange(0, 4);
    line.setValue(4);
    QCOMPARE(filled(line), std::pair(100, 0));
}

void TestThinProgressBar::isWholeWhereNothingMayMove()
{
    MovingStyle style(false);
    ThinProgressBar &line = makeLine();
    line.setStyle(&style);
    line.setRange(0, 0);
    QCOMPARE(filled(line), std::pair(100, 0));
}

void TestThinProgressBar::isSeenInEveryTheme_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::newRow("light") << Theme::Light;
    QTest::newRow("dark") << Theme::Dark;
    QTest::newRow("high contrast") << Theme::HighContrast;
}

//! What is done against what is not, and against the window (WCAG 2.2, 1.4.11).
void TestThinProgressBar::isSeenInEveryTheme()
{
    QFETCH(const Theme, theme);
    ThinProgressBar &line = makeLine();
    line.setRange(0, 2);
    line.setValue(1);
    applyTheme(theme);
    QCoreApplication::processEvents();
    const QImage picture = line.grab().toImage();
    const QColor done = picture.pixelColor(20, 0);
    for (const QColor &ground : {picture.pixelColor(80, 0), line.palette().color(QPalette::Window),
                                 line.palette().color(QPalette::Base)})
        QCOMPARE_GE(contrast(done, ground), 3);
    applyTheme(Theme::Light);
}

void TestThinProgressBar::liesOverTheTopOfItsParent()
{
    auto *line = new BusyLine(&m_window);
    QVERIFY(!line->isVisible());
    line->show();
    auto *later = new QWidget(&m_window);
    later->show();
    QCOMPARE(line->geometry(), QRect(0, 0, m_window.width(), 3));
    m_window.resize(320, 100);
    QTRY_COMPARE(line->geometry(), QRect(0, 0, 320, 3));
}

QTEST_MAIN(TestThinProgressBar)
#include "tst_thinprogressbar.moc"
