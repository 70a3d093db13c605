// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/sidelist.h"

#include "support/windowtesting.h"

#include <QImage>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace Vestibule;

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

    void longTextsHaveMoreLines();
    void aLongWordIsCut();
    void linesFollowTheWidth();
    void everythingIsHeardAndInTheToolTip();
    void choosesByClickAndKey();

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
    //! How many pixels of the entry's second line are not those of an empty one.
    [[nodiscard]] int inkOfSecondLine() const
    {
        const QRect entry = m_list->visualItemRect(m_list->item(2));
        const QImage picture = m_list->viewport()->grab(entry).toImage();
        int ink = 0;
        for (int y = height(1); y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x)
                ink += picture.pixel(x, y) == picture.pixel(1, y) ? 0 : 1;
        }
        return ink;
    }

    std::unique_ptr<SideList> m_list;
};

void TestSideList::longTextsHaveMoreLines()
{
    show(u"Social"_s);
    QCOMPARE(height(2), height(1));
    const QString title = u"Membership through a shared connection"_s;
    show(title);
    QCOMPARE(height(2), height(1) + m_list->fontMetrics().height());
    QVERIFY(inkOfSecondLine() > 50);
    show(title + u' ' + title);
    QCOMPARE(height(2), height(1) + 2 * m_list->fontMetrics().height());
    show(title + u' ' + title + u' ' + title);
    QCOMPARE(height(2), height(1) + 2 * m_list->fontMetrics().height());
}

//! There is no place where it could be broken.
void TestSideList::aLongWordIsCut()
{
    show(QString(200, u'W'));
    QCOMPARE(height(2), height(1));
    show(u"A "_s + QString(200, u'W'));
    QCOMPARE(height(2), height(1) + m_list->fontMetrics().height());
}

void TestSideList::linesFollowTheWidth()
{
    show(u"Membership through a shared connection"_s);
    QVERIFY(height(2) > height(1));
    m_list->resize(600, 400);
    QTRY_COMPARE(height(2), height(1));
    m_list->resize(210, 400);
    QTRY_VERIFY(height(2) > height(1));
}

void TestSideList::everythingIsHeardAndInTheToolTip()
{
    const QString title = u"Membership through a shared connection"_s;
    show(title);
    QCOMPARE(m_list->item(2)->data(Qt::AccessibleTextRole).toString(), title + ", 3"_L1);
    QVERIFY(m_list->item(2)->toolTip().contains(title));
}

void TestSideList::choosesByClickAndKey()
{
    show(u"Membership through a shared connection"_s);
    QSignalSpy chosen(m_list.get(), &SideList::chosen);
    const QRect entry = m_list->visualItemRect(m_list->item(2));
    QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {},
                      entry.bottomLeft() + QPoint(20, -6)); // its second line
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.constLast().constFirst().toString(), u"other"_s);
    QTest::keyClick(m_list.get(), Qt::Key_Up);
    QTest::keyClick(m_list.get(), Qt::Key_Return);
    QCOMPARE(chosen.constLast().constFirst().toString(), u"short"_s);
    QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {},
                      m_list->visualItemRect(m_list->item(0)).center());
    QCOMPARE(chosen.size(), 2); // a heading cannot be chosen
}

QTEST_MAIN(TestSideList)
#include "tst_sidelist.moc"
