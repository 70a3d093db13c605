// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "widgets/controls/detailsplitter.h"

#include "support/mousedrag.h"
#include "support/windowtesting.h"

#include <QLabel>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestDetailSplitter final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnUnexpectedWarnings();
        m_splitter = std::make_unique<DetailSplitter>();
        m_rows = new QWidget;
        m_details = new QWidget;
        m_splitter->setPanes(*m_rows, *m_details);
        resize({1280, 600});
        m_splitter->show();
    }

    void detailsGetTheirShareWithinBounds_data();
    void detailsGetTheirShareWithinBounds();
    void detailsGoBelowWhereTheWidthIsSmall();
    void detailsThatComeLaterGetTheirShare();
    void whatTheUserChoseStays();
    void bothWaysAreSaved();
    void brokenLayoutIsIgnored_data();
    void brokenLayoutIsIgnored();
    void lineIsOnePixelAndCanBeGrabbedBesideIt();

private:
    void resize(const QSize &size)
    {
        m_splitter->resize(size);
        QCoreApplication::processEvents();
    }

    std::unique_ptr<DetailSplitter> m_splitter;
    QWidget *m_rows = nullptr;
    QWidget *m_details = nullptr;
};

void TestDetailSplitter::detailsGetTheirShareWithinBounds_data()
{
    QTest::addColumn<int>("window");
    QTest::addColumn<int>("details");
    QTest::newRow("least") << 1000 << 300;
    QTest::newRow("the first window") << 1280 << 300; // the table has all of its columns
    QTest::newRow("their share") << 1600 << 375;
    QTest::newRow("most") << 1920 << 420;
}

void TestDetailSplitter::detailsGetTheirShareWithinBounds()
{
    QFETCH(const int, window);
    QFETCH(const int, details);
    resize({window, 600});
    QCOMPARE(m_splitter->orientation(), Qt::Horizontal);
    QCOMPARE(m_details->width(), details);
    QCOMPARE(m_rows->width(), window - details - 1);
}

void TestDetailSplitter::detailsGoBelowWhereTheWidthIsSmall()
{
    resize({800, 500});
    QCOMPARE(m_splitter->orientation(), Qt::Vertical);
    QCOMPARE(m_rows->width(), 800);
    QVERIFY(m_rows->height() > m_details->height());
    QVERIFY(m_details->height() > 150);
    resize({1280, 500});
    QCOMPARE(m_splitter->orientation(), Qt::Horizontal);
    QCOMPARE(m_details->width(), 300);
}

//! As those of the whole tenant, which have nothing to show before the first sweep.
void TestDetailSplitter::detailsThatComeLaterGetTheirShare()
{
    DetailSplitter splitter;
    QWidget rows;
    QLabel details(QString(90, u'x')); // whose hint is wider than the share
    details.setMinimumWidth(1);
    splitter.setPanes(rows, details);
    details.hide();
    splitter.resize(1280, 600);
    splitter.show();
    QCoreApplication::processEvents();
    QVERIFY(details.sizeHint().width() > 420);
    for (int time = 0; time < 2; ++time) {
        details.show();
        QCoreApplication::processEvents();
        QCOMPARE(details.width(), 300);
        QCOMPARE(rows.width() + splitter.handleWidth() + details.width(), splitter.width());
        details.hide();
        QCoreApplication::processEvents();
    }
    details.setParent(nullptr); // both belong to the test
    rows.setParent(nullptr);
}

void TestDetailSplitter::whatTheUserChoseStays()
{
    drag(*m_splitter->handle(1), {-50, 0});
    const int width = m_details->width();
    QVERIFY(qAbs(width - 350) <= 2); // Qt moves the line below the pointer
    resize({1920, 600});
    QCOMPARE(m_details->width(), width);
    resize({800, 600});
    QCOMPARE(m_splitter->orientation(), Qt::Vertical);
    resize({1280, 600});
    QCOMPARE(m_details->width(), width);
}

void TestDetailSplitter::bothWaysAreSaved()
{
    drag(*m_splitter->handle(1), {-50, 0});
    const int width = m_details->width();
    resize({800, 600});
    const int first = m_details->height();
    drag(*m_splitter->handle(1), {0, 40});
    const int height = m_details->height();
    QVERIFY(qAbs(height - (first - 40)) <= 2);
    const QByteArray saved = m_splitter->save();
    init();
    m_splitter->restore(saved);
    QCOMPARE(m_details->width(), width);
    resize({800, 600});
    QCOMPARE(m_details->height(), height);
}

void TestDetailSplitter::brokenLayoutIsIgnored_data()
{
    QTest::addColumn<QByteArray>("saved");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("text") << QByteArray("no layout at all");
    QSplitter other;
    other.addWidget(new QWidget);
    QTest::newRow("of an older version") << other.saveState();
    QTest::newRow("cut off") << DetailSplitter().save().chopped(1);
}

void TestDetailSplitter::brokenLayoutIsIgnored()
{
    QFETCH(const QByteArray, saved);
    drag(*m_splitter->handle(1), {-50, 0});
    m_splitter->restore(saved);
    QCOMPARE(m_details->width(), 300);
}

void TestDetailSplitter::lineIsOnePixelAndCanBeGrabbedBesideIt()
{
    QCOMPARE(m_details->x() - m_rows->geometry().right() - 1, 1);
    const QPoint line(m_details->x() - 1, 300);
    QCOMPARE(m_splitter->childAt(line), m_splitter->handle(1));
    QCOMPARE(m_splitter->childAt(line - QPoint(2, 0)), m_splitter->handle(1));
    QCOMPARE(m_splitter->childAt(line + QPoint(2, 0)), m_splitter->handle(1));
}

QTEST_MAIN(TestDetailSplitter)
#include "tst_detailsplitter.moc"
