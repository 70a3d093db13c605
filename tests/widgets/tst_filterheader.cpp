// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/table/filterheader.h"

#include "support/windowtesting.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestFilterHeader final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_table.reset(); }

    void takesRoomOnlyWhileItIsShown();
    void fieldsStandUnderTheirColumns();
    void hiddenColumnsDoNotFilter();
    void textsAreWhatIsSeen();
    void clearingIsOneChange();
    void keysClearAndLeave();
    void tabFollowsTheOrderOnScreen();
    void theTableKeepsItsPlaceAmongTheOthers();
    void everyFieldSaysWhatItFilters();

private:
    [[nodiscard]] QLineEdit *field(int section) const
    {
        return child<QLineEdit>(m_header, qPrintable(u"columnFilter%1"_s.arg(section)));
    }
    //! Where the column is, in the header.
    [[nodiscard]] QRect place(int section) const
    {
        return {m_header->sectionViewportPosition(section), 0, m_header->sectionSize(section),
                m_header->height()};
    }
    void verifyPlaces() const
    {
        for (int section = 0; section < m_header->count(); ++section) {
            QCOMPARE(field(section)->isVisible(), !m_header->isSectionHidden(section));
            if (!field(section)->isVisible())
                continue;
            QVERIFY(place(section).contains(field(section)->geometry()));
            QVERIFY(field(section)->width() >= m_header->sectionSize(section) - 12);
            QVERIFY(field(section)->y() >= m_header->viewport()->geometry().bottom());
        }
    }

    std::unique_ptr<QTableView> m_table;
    FilterHeader *m_header = nullptr;
    std::unique_ptr<QStandardItemModel> m_model;
};

void TestFilterHeader::init()
{
    failOnUnexpectedWarnings();
    m_model = std::make_unique<QStandardItemModel>(3, 6);
    m_model->setHorizontalHeaderLabels({u"A"_s, u"B"_s, u"C"_s, u"D"_s, u"E"_s, u"F"_s});
    m_table = std::make_unique<QTableView>();
    m_header = new FilterHeader(m_table.get());
    m_table->setHorizontalHeader(m_header);
    m_table->setModel(m_model.get());
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setTabKeyNavigation(false); // as in every table of the program
    m_header->setSectionsMovable(true);
    connect(m_table->horizontalScrollBar(), &QScrollBar::valueChanged, m_header,
            &FilterHeader::placeFields);
    m_table->resize(320, 200);
    m_table->show();
    QVERIFY(QTest::qWaitForWindowActive(m_table.get()));
}

void TestFilterHeader::takesRoomOnlyWhileItIsShown()
{
    const int before = m_header->height();
    const int top = m_table->viewport()->y();
    m_header->setFiltersShown(true);
    QTRY_VERIFY(m_header->height() >= before + field(0)->height());
    QCOMPARE(m_table->viewport()->y() - top, m_header->height() - before);
    QCOMPARE(m_header->viewport()->height(), before); // the titles keep their height
    m_header->setFiltersShown(false);
    QTRY_COMPARE(m_header->height(), before);
    QCOMPARE(m_table->viewport()->y(), top);
    QVERIFY(!field(0)->isVisible());
}

void TestFilterHeader::fieldsStandUnderTheirColumns()
{
    m_header->setFiltersShown(true);
    QCoreApplication::processEvents();
    verifyPlaces();
    m_header->resizeSection(1, 60);
    verifyPlaces();
    m_header->moveSection(0, 3);
    verifyPlaces();
    m_header->hideSection(2);
    verifyPlaces();
    m_table->horizontalScrollBar()->setValue(70);
    QCOMPARE(m_header->sectionViewportPosition(m_header->logicalIndex(0)), -70);
    verifyPlaces();
    m_header->showSection(2);
    verifyPlaces();
    m_table->resize(500, 200);
    QCoreApplication::processEvents();
    verifyPlaces();
}

void TestFilterHeader::hiddenColumnsDoNotFilter()
{
    m_header->setFiltersShown(true);
    field(2)->setText(u"x"_s);
    const QSignalSpy changes(m_header, &FilterHeader::textsChanged);
    m_header->hideSection(2);
    QVERIFY(m_header->texts().isEmpty());
    QCOMPARE(changes.size(), 1);
    m_header->showSection(2);
    QCOMPARE(field(2)->text(), QString());
}

void TestFilterHeader::textsAreWhatIsSeen()
{
    m_header->setFiltersShown(true);
    field(0)->setText(u"  \u200bacme "_s);
    field(1)->setText(u" \u200b "_s);
    QCOMPARE(m_header->texts(), (QHash<int, QString>{{0, u"acme"_s}}));
}

void TestFilterHeader::clearingIsOneChange()
{
    m_header->setFiltersShown(true);
    field(0)->setText(u"a"_s);
    field(4)->setText(u"b"_s);
    const QSignalSpy changes(m_header, &FilterHeader::textsChanged);
    m_header->clearTexts();
    QCOMPARE(changes.size(), 1);
    QVERIFY(m_header->texts().isEmpty());
    m_header->clearTexts();
    QCOMPARE(changes.size(), 1);
    field(0)->setText(u"a"_s);
    m_header->setFiltersShown(false);
    QCOMPARE(changes.size(), 3);
    QVERIFY(m_header->texts().isEmpty());
}

void TestFilterHeader::keysClearAndLeave()
{
    m_header->setFiltersShown(true);
    const QSignalSpy left(m_header, &FilterHeader::left);
    m_header->focusField(1);
    QVERIFY(field(1)->hasFocus());
    QTest::keyClicks(field(1), u"acme"_s);
    QCOMPARE(m_header->texts().value(1), u"acme"_s);
    QTest::keyClick(field(1), Qt::Key_Escape);
    QCOMPARE(field(1)->text(), QString());
    QCOMPARE(left.size(), 0);
    qsizetype times = 0;
    for (const Qt::Key key : {Qt::Key_Escape, Qt::Key_Return, Qt::Key_Enter, Qt::Key_Down}) {
        QTest::keyClick(field(1), key);
        QCOMPARE(left.size(), ++times);
    }
    m_header->hideSection(0);
    m_header->focusField(0); // the first one that is seen
    QVERIFY(field(1)->hasFocus());
}

void TestFilterHeader::tabFollowsTheOrderOnScreen()
{
    m_header->setFiltersShown(true);
    m_header->moveSection(5, 0);
    m_header->hideSection(1);
    m_header->focusField(5);
    for (const int section : {0, 2, 3, 4}) {
        QTest::keyClick(m_table->focusWidget(), Qt::Key_Tab);
        QVERIFY2(field(section)->hasFocus(), qPrintable(QString::number(section)));
    }
    QTest::keyClick(m_table->focusWidget(), Qt::Key_Tab);
    QVERIFY(m_table->hasFocus());
}

//! The fields are made when the window has all its other widgets.
void TestFilterHeader::theTableKeepsItsPlaceAmongTheOthers()
{
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *before = new QLineEdit(&window);
    auto *after = new QLineEdit(&window);
    layout->addWidget(before);
    layout->addWidget(m_table.get());
    layout->addWidget(after);
    QWidget::setTabOrder(before, m_table.get());
    QWidget::setTabOrder(m_table.get(), after);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const auto next = [&window] {
        QTest::keyClick(window.focusWidget(), Qt::Key_Tab);
        return window.focusWidget();
    };
    for (const bool areShown : {false, true, false}) {
        m_header->setFiltersShown(areShown);
        before->setFocus();
        QWidgetList expected;
        for (int section = 0; areShown && section < 6; ++section)
            expected.append(field(section));
        expected += {m_table.get(), after, before};
        for (const QWidget *widget : std::as_const(expected))
            QVERIFY(next() == widget);
    }
    m_table->setParent(nullptr); // the test owns it
}

void TestFilterHeader::everyFieldSaysWhatItFilters()
{
    m_header->setFiltersShown(true);
    QCOMPARE(field(2)->accessibleName(), u"Filter: C"_s);
}

QTEST_MAIN(TestFilterHeader)
#include "tst_filterheader.moc"
