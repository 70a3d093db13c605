// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "export/listingreader.h"
#include "support/fakesource.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

constexpr int Total = 950;
const PageRequest First{.organizationId = u"org_1"_s};

} // namespace

//! Several requests at a time, and how they go on after a failure.
class TestListingReaderAhead final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theFirstPageGoesAlone();
    void neverMoreAtATimeThanAllowed();
    void pagesComeInOrderHoweverTheyArrive();
    void itDoesNotRunAheadOfAPageThatIsMissing();
    void afterAFailureItGoesOnWhereItWas();
    void aFailureGivesTheOthersUp();
    void resumeAsksTheNewSource();

private:
    std::shared_ptr<FakeSource> m_source;
    std::unique_ptr<ListingReader> m_reader;
    QStringList m_ids;
};

void TestListingReaderAhead::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_source = std::make_shared<FakeSource>();
    m_ids.clear();
    m_reader = std::make_unique<ListingReader>(m_source, First, ListingReader::Extent::AllPages);
    connect(m_reader.get(), &ListingReader::pageRead, this, [this](const ConnectionPage &page) {
        for (const OrganizationConnection &connection : page.items)
            m_ids.append(connection.connectionId);
    });
}

void TestListingReaderAhead::theFirstPageGoesAlone()
{
    m_reader->start();
    QTest::qWait(5);
    QCOMPARE(m_source->indexes(), QList<int>({0}));
}

void TestListingReaderAhead::neverMoreAtATimeThanAllowed()
{
    QSignalSpy finished(m_reader.get(), &ListingReader::finished);
    m_reader->start();
    int most = 0;
    while (finished.isEmpty()) {
        most = std::max(most, m_source->pending());
        m_source->answer(Total);
        QCoreApplication::processEvents();
    }
    QCOMPARE(most, ListingReader::MaximumUnderWay);
    QCOMPARE(m_source->requests().size(), 19);
    QCOMPARE(m_ids.size(), Total);
}

void TestListingReaderAhead::pagesComeInOrderHoweverTheyArrive()
{
    QSignalSpy finished(m_reader.get(), &ListingReader::finished);
    m_reader->start();
    m_source->answer(Total);
    QTRY_COMPARE(m_source->pending(), ListingReader::MaximumUnderWay);
    while (finished.isEmpty()) {
        m_source->answerLatest(Total);
        QCoreApplication::processEvents();
    }
    QCOMPARE(m_ids.size(), Total);
    for (int row = 0; row < Total; ++row)
        QCOMPARE(m_ids.at(row), fakeId(row));
    QCOMPARE(m_source->requests().size(), 19);
}

//! So that a slow page does not fill the memory with those behind it.
void TestListingReaderAhead::itDoesNotRunAheadOfAPageThatIsMissing()
{
    m_reader->start();
    m_source->answer(Total);
    QTRY_COMPARE(m_source->pending(), ListingReader::MaximumUnderWay);
    for (int page = 1; page < ListingReader::MaximumUnderWay; ++page)
        QVERIFY(m_source->answerLatest(Total)); // all but page 1
    QTest::qWait(5);
    QCOMPARE(m_source->pending(), 1);
    QCOMPARE(m_ids.size(), 50);
    QVERIFY(m_source->answer(Total));
    QTRY_COMPARE(m_ids.size(), 50 * (1 + ListingReader::MaximumUnderWay));
    QCOMPARE(m_source->pending(), ListingReader::MaximumUnderWay);
}

void TestListingReaderAhead::afterAFailureItGoesOnWhereItWas()
{
    QSignalSpy finished(m_reader.get(), &ListingReader::finished);
    m_reader->start();
    m_source->answer(Total);
    QTRY_COMPARE(m_source->pending(), ListingReader::MaximumUnderWay);
    QVERIFY(m_source->answerLatest(Total)); // page 6 is there before page 1
    QCoreApplication::processEvents();
    QVERIFY(m_source->fail(ApiError::Kind::Unauthorized));
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(std::holds_alternative<ApiError>(finished.at(0).at(0).value<ListingReader::Outcome>()));
    QCOMPARE(m_source->requests().size(), 7);

    m_source->serve(Total);
    m_reader->resume(m_source);
    QTRY_COMPARE(finished.size(), 2);
    QVERIFY(std::holds_alternative<std::monostate>(
        finished.at(1).at(0).value<ListingReader::Outcome>()));
    for (int row = 0; row < Total; ++row)
        QCOMPARE(m_ids.at(row), fakeId(row));
    QCOMPARE(m_source->indexes().count(0), 1);
    QCOMPARE(m_source->indexes().count(6), 1);
    QCOMPARE(m_source->requests().size(), 19 + 5); // five were given up unanswered
}

void TestListingReaderAhead::aFailureGivesTheOthersUp()
{
    QSignalSpy finished(m_reader.get(), &ListingReader::finished);
    m_reader->start();
    m_source->answer(Total);
    QTRY_COMPARE(m_source->pending(), ListingReader::MaximumUnderWay);
    QVERIFY(m_source->fail());
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(m_source->pending(), 0);
}

void TestListingReaderAhead::resumeAsksTheNewSource()
{
    QSignalSpy finished(m_reader.get(), &ListingReader::finished);
    m_reader->start();
    QVERIFY(m_source->fail(ApiError::Kind::Unauthorized));
    QTRY_COMPARE(finished.size(), 1);
    const auto other = std::make_shared<FakeSource>();
    other->serve(Total);
    m_reader->resume(other);
    QTRY_COMPARE(finished.size(), 2);
    QCOMPARE(m_source->requests().size(), 1);
    QCOMPARE(other->requests().size(), 19);
    QCOMPARE(m_ids.size(), Total);
}

QTEST_GUILESS_MAIN(TestListingReaderAhead)
#include "tst_listingreaderahead.moc"
