// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/sidelist.h"

#include "support/windowtesting.h"

#include <QFontMetrics>
#include <QImage>
#include <QPaintEvent>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

//! Where a widget is painted.
class PaintedPlaces final : public QObject {
public:
    explicit PaintedPlaces(QWidget &widget) { widget.installEventFilter(this); }

    //! All places since the last call.
    QRegion take() { return std::exchange(m_places, {}); }

protected:
    bool eventFilter(QObject * /*widget*/, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            m_places += static_cast<QPaintEvent *>(event)->region();
        return false;
    }

private:
    QRegion m_places;
};

} // namespace

//! The list of places and facets.
class TestSideList final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installEnglish()); }
    void init()
    {
        failOnUnexpectedWarnings();
        m_list = std::make_unique<SideList>();
        m_list->resize(210, 400);
        m_list->show();
    }

    void aLongTextTakesMoreLines();
    void aGroupHasAllBarsOrNone();
    void linesFollowTheWidth();
    void numbersAndBarsAreColumns();
    void noRowsHaveNoBar();
    void moreEntriesMoveNoColumn();
    void onlyWhatChangesIsPaintedAgain();
    void everythingIsHeardAndInTheToolTip();
    void choosesByClickAndKey();
    void everythingIsMirroredFromRightToLeft();

private:
    //! Two entries of the same kind, the second one with this text.
    void show(const QString &text)
    {
        m_list->setEntries({{.text = u"Finding"_s},
                            {.key = u"short"_s, .text = u"Short"_s, .count = 1204, .share = 1},
                            {.key = u"other"_s, .text = text, .count = 3, .share = 0.1}});
        QCoreApplication::processEvents();
    }
    [[nodiscard]] int height(int row) const
    {
        return m_list->visualItemRect(m_list->item(row)).height();
    }
    //! The columns of pixels in this part of the entry that are not all ground.
    [[nodiscard]] QList<int> ink(int row, int from, int to) const
    {
        m_list->clearFocus(); // which draws a ring
        const QRect entry = m_list->visualItemRect(m_list->item(row));
        const QImage picture = m_list->viewport()->grab(entry).toImage();
        QList<int> columns;
        for (int x = from; x < std::min(to, picture.width()); ++x) {
            for (int y = 1; y + 1 < picture.height(); ++y) {
                if (picture.pixel(x, y) != picture.pixel(1, y)) {
                    columns.append(x);
                    break;
                }
            }
        }
        return columns;
    }

    //! Where ink is followed by a gap as between a text and a bar: not between two letters.
    [[nodiscard]] QList<int> endsOfColumns(int row) const
    {
        const QList<int> columns = ink(row, 100, m_list->viewport()->width());
        QList<int> ends;
        for (qsizetype i = 1; i < columns.size(); ++i) {
            if (columns.at(i) - columns.at(i - 1) > 5)
                ends.append(columns.at(i - 1));
        }
        return ends;
    }

    std::unique_ptr<SideList> m_list;
};

//! The whole text can be read; only one that no product or rule has is cut, after three lines.
void TestSideList::aLongTextTakesMoreLines()
{
    show(u"Social"_s);
    QCOMPARE(height(2), height(1));
    const int left = m_list->width() - 80; // before the bar, whose longest one is above
    QVERIFY(ink(2, left, left + 8).isEmpty());
    const int number = ink(2, 100, m_list->width()).constLast();
    const int line = QFontMetrics(m_list->font()).lineSpacing();
    const QString title = u"Membership through a shared connection"_s;
    show(title);
    const QStringList lines = m_list->shapes().at(2).lines;
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines.join(u' '), title);
    QCOMPARE(height(2), height(1) + line);
    QCOMPARE(ink(2, 100, m_list->width()).constLast(), number); // it stays in its column
    show(QString(200, u'W'));
    QCOMPARE(m_list->shapes().at(2).lines.size(), 3);
    QVERIFY(m_list->shapes().at(2).lines.constLast().endsWith(u'…'));
    QCOMPARE(height(2), height(1) + 2 * line);
}

//! An entry without a bar among others with one would look like one without rows.
void TestSideList::aGroupHasAllBarsOrNone()
{
    const QString tooLong = u"Microsoft Entra ID (Azure AD)"_s;
    const auto bars = [this](const QString &text, double share) {
        m_list->setEntries({{.text = u"Strategy"_s},
                            {.key = u"a"_s, .text = text, .count = 30, .share = share},
                            {.key = u"b"_s, .text = u"ADFS"_s, .count = 60, .share = 1},
                            {.text = u"Category"_s},
                            {.key = u"c"_s, .text = u"Social"_s, .count = 60, .share = 1}});
        QCoreApplication::processEvents();
        QList<bool> seen;
        for (const int row : {1, 2, 4})
            seen.append(ink(row, m_list->width() - 80, m_list->width() - 50).size() > 0);
        return seen;
    };
    QCOMPARE(bars(u"Okta"_s, 0.9), (QList<bool>{true, true, true}));
    QCOMPARE(bars(tooLong, 0.9).last(2), (QList<bool>{false, true})); // of the next group
    QCOMPARE(bars(tooLong, 0).last(2), (QList<bool>{true, true})); // no bar needs that room
}

void TestSideList::linesFollowTheWidth()
{
    show(u"Membership through a shared connection"_s);
    QCOMPARE(m_list->shapes().at(2).lines.size(), 2);
    const int before = height(2);
    m_list->resize(400, 400);
    QCoreApplication::processEvents();
    QCOMPARE(m_list->shapes().at(2).lines.size(), 1);
    QVERIFY(m_list->shapes().at(2).hasBar);
    QVERIFY(height(2) < before);
}

void TestSideList::numbersAndBarsAreColumns()
{
    const auto ends = [this](int row) {
        const QList<int> columns = ink(row, 100, m_list->width());
        qsizetype gap = columns.size() - 1;
        while (gap > 0 && columns.at(gap) - columns.at(gap - 1) < 6)
            --gap;
        return std::pair(columns.at(gap - 1), columns.constLast());
    };
    m_list->setEntries({{.text = u"Category"_s},
                        {.key = u"a"_s, .text = u"Two"_s, .count = 60, .share = 1},
                        {.key = u"b"_s, .text = u"One"_s, .count = 6, .share = 0.1}});
    QCoreApplication::processEvents();
    const int bar = ends(1).first;
    const int number = ends(1).second;
    QVERIFY(std::abs(ends(2).second - number) <= 1); // digits differ in their blank
    m_list->setEntries({{.text = u"Category"_s}, // as Find leaves them
                        {.key = u"a"_s, .text = u"Two"_s, .count = 6, .share = 1},
                        {.key = u"b"_s, .text = u"One"_s, .count = 6, .share = 1}});
    QCoreApplication::processEvents();
    QCOMPARE(ends(1).first, bar);
    QCOMPARE(ends(2).first, bar);
}

void TestSideList::noRowsHaveNoBar()
{
    m_list->setEntries({{.text = u"Category"_s},
                        {.key = u"a"_s, .text = u"One"_s, .count = 0, .share = 0.1},
                        {.key = u"b"_s, .text = u"None"_s, .count = 0, .share = 0}});
    QCoreApplication::processEvents();
    QVERIFY(ink(1, 100, m_list->width()).size() > ink(2, 100, m_list->width()).size());
}

//! The scroll bar has its room from the start.
void TestSideList::moreEntriesMoveNoColumn()
{
    show(u"Other"_s);
    const QList<int> before = ink(2, 100, m_list->viewport()->width());
    QList<SideList::Entry> many = m_list->entries();
    for (int i = 0; i < 100; ++i)
        many.append({.key = QString::number(i), .text = u"More"_s, .count = 3, .share = 0.1});
    m_list->setEntries(many);
    QCoreApplication::processEvents();
    QVERIFY(m_list->verticalScrollBar()->maximum() > 0);
    QCOMPARE(ink(2, 100, m_list->viewport()->width()), before);
}

//! Each page of an organization has other numbers beside the same words.
void TestSideList::onlyWhatChangesIsPaintedAgain()
{
    const auto number = [](const QString &key, int count) {
        return SideList::Entry{.key = key, .text = key, .count = count, .share = 1};
    };
    const auto first = [&](int count) {
        return QList<SideList::Entry>{{.text = u"Category"_s},
                                      number(u"Social"_s, count),
                                      number(u"Other"_s, 3),
                                      number(u"Database"_s, 4)};
    };
    QVERIFY(QTest::qWaitForWindowExposed(m_list.get()));
    m_list->setEntries(first(7));
    QCoreApplication::processEvents();
    PaintedPlaces painted(*m_list->viewport());
    m_list->setEntries(first(8));
    QCoreApplication::processEvents();
    QCOMPARE(painted.take(), QRegion(m_list->visualItemRect(m_list->item(1))));
    m_list->setEntries(first(8));
    QCoreApplication::processEvents();
    QCOMPARE(painted.take(), QRegion());
    m_list->setEntries(first(1200)); // the bars are further to the left
    QCoreApplication::processEvents();
    QCOMPARE(painted.take(), QRegion(m_list->viewport()->rect()));
    m_list->setEntries(first(1200).first(3)); // one entry fewer
    QCoreApplication::processEvents();
    QCOMPARE(painted.take(), QRegion(m_list->viewport()->rect()));
}

void TestSideList::everythingIsHeardAndInTheToolTip()
{
    const QString title = u"Membership through a shared connection"_s;
    show(title);
    QCOMPARE(m_list->item(2)->data(Qt::AccessibleTextRole).toString(), title + ", 3"_L1);
    QVERIFY(m_list->item(2)->toolTip().contains(title));
    m_list->setEntries(
        {{.text = u"Sign-up"_s}, {.key = u"on"_s, .text = u"On"_s, .wholeText = u"Sign-up on"_s}});
    QCOMPARE(m_list->item(1)->text(), u"On"_s);
    QCOMPARE(m_list->item(1)->data(Qt::AccessibleTextRole).toString(), u"Sign-up on"_s);
    QVERIFY(m_list->item(1)->toolTip().contains("Sign-up on"_L1));
}

void TestSideList::choosesByClickAndKey()
{
    show(u"Membership through a shared connection"_s);
    QSignalSpy chosen(m_list.get(), &SideList::chosen);
    const QRect entry = m_list->visualItemRect(m_list->item(2));
    QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {}, entry.center());
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.constLast().constFirst().toString(), u"other"_s);
    QTest::keyClick(m_list.get(), Qt::Key_Up);
    QTest::keyClick(m_list.get(), Qt::Key_Return);
    QCOMPARE(chosen.constLast().constFirst().toString(), u"short"_s);
    QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {},
                      m_list->visualItemRect(m_list->item(0)).center());
    QCOMPARE(chosen.size(), 2); // a heading cannot be chosen
}

//! The bars must not lie over the words.
void TestSideList::everythingIsMirroredFromRightToLeft()
{
    // The columns of pixels with the colour of the bars, from where the line begins.
    const auto bar = [this](bool isReversed) {
        const QRect entry = m_list->visualItemRect(m_list->item(2));
        const QImage picture =
            m_list->viewport()->grab(entry).toImage().mirrored(isReversed, false);
        const QRgb color = m_list->palette().color(QPalette::Highlight).rgb();
        QList<int> columns;
        for (int x = 0; x < picture.width(); ++x) {
            for (int y = 0; y < picture.height(); ++y) {
                if (picture.pixel(x, y) == color) {
                    columns.append(x);
                    break;
                }
            }
        }
        return columns;
    };
    m_list->setEntries({{.text = u"Category"_s},
                        {.key = u"a"_s, .text = u"Chosen"_s, .count = 6, .isChosen = true},
                        {.key = u"b"_s, .text = u"Social"_s, .count = 60, .share = 1}});
    QCoreApplication::processEvents();
    const QList<int> bars = bar(false);
    QVERIFY(bars.size() > 10);
    m_list->setLayoutDirection(Qt::RightToLeft);
    QCoreApplication::processEvents();
    QCOMPARE(bar(true), bars);
}

QTEST_MAIN(TestSideList)
#include "tst_sidelist.moc"
