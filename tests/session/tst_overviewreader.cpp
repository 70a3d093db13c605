// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/overviewreader.h"

#include "support/fakeinventorysource.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace Vestibule;

class TestOverviewReader final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void readsWhenItIsShown();
    void readsAnotherInventoryAtOnce();
    void followsNowAndThen();
    void readsNothingWhileItIsHidden();
    void keepsTheOldOneAfterAProblem();

private:
    std::shared_ptr<FakeInventorySource> m_source;
};

void TestOverviewReader::init()
{
    m_source = std::make_shared<FakeInventorySource>();
    m_source->wholeOverview.links = 7;
}

void TestOverviewReader::readsWhenItIsShown()
{
    OverviewReader reader;
    reader.setSource(m_source);
    QCOMPARE(m_source->overviews, 0);
    reader.show();
    QVERIFY(reader.isReading());
    QVERIFY(!reader.overview());
    QTRY_VERIFY(reader.overview());
    QCOMPARE(reader.overview()->links, 7);
    QVERIFY(!reader.isReading());
    reader.show();
    QCOMPARE(m_source->overviews, 1); // it is up to date
}

void TestOverviewReader::readsAnotherInventoryAtOnce()
{
    OverviewReader reader;
    reader.show();
    QVERIFY(!reader.isReading());
    reader.setSource(m_source);
    QTRY_VERIFY(reader.overview());
    const auto other = std::make_shared<FakeInventorySource>();
    other->wholeOverview.links = 9;
    reader.setSource(other);
    QVERIFY(!reader.overview()); // not that of another inventory
    QTRY_VERIFY(reader.overview());
    QCOMPARE(reader.overview()->links, 9);
    reader.setSource({});
    QVERIFY(!reader.overview());
    QVERIFY(!reader.isReading());
}

//! However often a sweep commits, there are two seconds between two readings.
void TestOverviewReader::followsNowAndThen()
{
    OverviewReader reader;
    reader.setSource(m_source);
    reader.show();
    QTRY_VERIFY(reader.overview());
    QElapsedTimer elapsed;
    elapsed.start();
    m_source->wholeOverview.links = 8;
    for (int i = 0; i < 100; ++i)
        reader.refresh();
    QCOMPARE(m_source->overviews, 1);
    QTRY_COMPARE_WITH_TIMEOUT(reader.overview()->links, 8, 5000);
    QVERIFY2(elapsed.elapsed() > 1500, QByteArray::number(elapsed.elapsed()).constData());
    QCOMPARE(m_source->overviews, 2);
}

void TestOverviewReader::readsNothingWhileItIsHidden()
{
    OverviewReader reader;
    reader.setSource(m_source);
    reader.show();
    QTRY_VERIFY(reader.overview());
    reader.hide();
    reader.refresh();
    QTest::qWait(2500); // longer than the pause
    QCOMPARE(m_source->overviews, 1);
    reader.show();
    QCOMPARE(m_source->overviews, 2);
}

void TestOverviewReader::keepsTheOldOneAfterAProblem()
{
    const InventoryProblem damaged{.kind = InventoryProblem::Kind::Damaged, .detail = u"here"_s};
    OverviewReader reader;
    m_source->problem = damaged;
    reader.setSource(m_source);
    reader.show();
    QTRY_VERIFY(reader.problem());
    QCOMPARE(*reader.problem(), damaged);
    QVERIFY(!reader.overview());
    m_source->problem.reset();
    reader.refresh();
    QTRY_VERIFY(reader.overview());
    QVERIFY(!reader.problem());
    m_source->problem = damaged;
    reader.refresh();
    QTRY_VERIFY_WITH_TIMEOUT(reader.problem(), 5000);
    QCOMPARE(reader.overview()->links, 7);
}

QTEST_GUILESS_MAIN(TestOverviewReader)
#include "tst_overviewreader.moc"
