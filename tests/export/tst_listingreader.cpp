// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "export/listingreader.h"
#include "support/fakesource.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using namespace std::chrono_literals;
using Extent = Vestibule::ListingReader::Extent;

namespace {

const PageRequest First{.organizationId = u"org_1"_s};

} // namespace

class TestListingReader final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void asManyRequestsAsPages_data();
    void asManyRequestsAsPages();
    void withoutATotalItReadsUntilAPageIsNotFull_data();
    void withoutATotalItReadsUntilAPageIsNotFull();
    void onePageIsOneRequest_data();
    void onePageIsOneRequest();
    void failureOnAPageEndsIt();
    void retriesAreTold();
    void cancelEndsIt();
    void cancelInsideTheLastPageEndsIt();
    void destructionGivesTheRequestUp();
    void nextRequestIsUnderWayWhileRowsAreWritten();

private:
    [[nodiscard]] ListingReader::Outcome read(const PageRequest &first, Extent extent);

    std::shared_ptr<FakeSource> m_source;
    QStringList m_ids;
};

void TestListingReader::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_source = std::make_shared<FakeSource>();
    m_ids.clear();
}

ListingReader::Outcome TestListingReader::read(const PageRequest &first, Extent extent)
{
    ListingReader reader(m_source, first, extent);
    QList<ListingReader::Outcome> outcomes;
    connect(&reader, &ListingReader::finished, this,
            [&](const ListingReader::Outcome &outcome) { outcomes.append(outcome); });
    connect(&reader, &ListingReader::pageRead, this, [&](const ConnectionPage &page) {
        for (const OrganizationConnection &connection : page.items)
            m_ids.append(connection.connectionId);
    });
    QSignalSpy finished(&reader, &ListingReader::finished);
    reader.start();
    if (!finished.wait())
        return ApiError{.detail = u"no finished()"_s};
    QCoreApplication::processEvents();
    return outcomes.size() == 1 ? outcomes.constFirst() : ApiError{.detail = u"twice"_s};
}

void TestListingReader::asManyRequestsAsPages_data()
{
    QTest::addColumn<int>("total");
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("requests");
    for (const int total : {0, 1, 49, 50, 51, 100, 237, 1000}) {
        for (const int size : {7, 50, 100}) {
            QTest::addRow("%d by %d", total, size)
                << total << size << std::max(1, (total + size - 1) / size);
        }
    }
}

void TestListingReader::asManyRequestsAsPages()
{
    QFETCH(int, total);
    QFETCH(int, size);
    QFETCH(int, requests);
    m_source->serve(total);
    const PageRequest first{.organizationId = u"org_1"_s, .size = size, .isEnabled = false};
    QVERIFY(std::holds_alternative<std::monostate>(read(first, Extent::AllPages)));
    QCOMPARE(m_source->requests().size(), requests);
    for (int index = 0; index < requests; ++index)
        QCOMPARE(m_source->requests().at(index), first.at(index));
    QCOMPARE(m_ids.size(), total);
    for (int row = 0; row < total; ++row)
        QCOMPARE(m_ids.at(row), fakeId(row));
}

void TestListingReader::withoutATotalItReadsUntilAPageIsNotFull_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("requests");
    QTest::newRow("none") << 0 << 1;
    QTest::newRow("part of a page") << 49 << 1;
    QTest::newRow("exactly a page") << 50 << 2;
    QTest::newRow("one more") << 51 << 2;
    QTest::newRow("exactly two pages") << 100 << 3;
}

void TestListingReader::withoutATotalItReadsUntilAPageIsNotFull()
{
    QFETCH(int, rows);
    QFETCH(int, requests);
    m_source->serve(rows, false);
    QVERIFY(std::holds_alternative<std::monostate>(read(First, Extent::AllPages)));
    QCOMPARE(m_source->requests().size(), requests);
    QCOMPARE(m_ids.size(), rows);
}

void TestListingReader::onePageIsOneRequest_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<bool>("withTotal");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("pages"); // of a failure; -1 for none
    for (const bool withTotal : {true, false}) {
        const char *suffix = withTotal ? "" : ", no total";
        QTest::addRow("first%s", suffix) << 0 << withTotal << 50 << -1;
        QTest::addRow("last%s", suffix) << 2 << withTotal << 20 << -1;
        QTest::addRow("behind the end%s", suffix) << 3 << withTotal << 0 << (withTotal ? 3 : 0);
    }
}

void TestListingReader::onePageIsOneRequest()
{
    QFETCH(int, index);
    QFETCH(bool, withTotal);
    QFETCH(int, rows);
    QFETCH(int, pages);
    m_source->serve(120, withTotal);
    const auto outcome = read(First.at(index), Extent::OnePage);
    QCOMPARE(m_source->requests(), {First.at(index)});
    QCOMPARE(m_ids.size(), rows);
    if (pages < 0) {
        QVERIFY(std::holds_alternative<std::monostate>(outcome));
    } else {
        const ListingMismatch expected{ListingMismatch::Kind::BeyondEnd, pages, index + 1};
        QVERIFY(std::get<ListingMismatch>(outcome) == expected);
    }
}

void TestListingReader::failureOnAPageEndsIt()
{
    const ApiError error{.kind = ApiError::Kind::Unauthorized, .httpStatus = 401};
    m_source->answerAll([&](const PageRequest &page) -> FakeSource::Answer {
        if (page.index == 2)
            return error;
        return fakePage(page, 237);
    });
    const auto outcome = read(First, Extent::AllPages);
    QVERIFY(std::get<ApiError>(outcome) == error);
    QCOMPARE(m_source->requests().size(), 5); // the first one, and the other four with it
    QCOMPARE(m_ids.size(), 100);
}

void TestListingReader::retriesAreTold()
{
    ListingReader reader(m_source, First, Extent::AllPages);
    QSignalSpy retry(&reader, &ListingReader::retryScheduled);
    reader.start();
    QVERIFY(m_source->scheduleRetry(2, 30s, {.kind = ApiError::Kind::RateLimited}));
    QCOMPARE(retry.size(), 1);
    QCOMPARE(retry.at(0).at(0).toInt(), 2);
    QVERIFY(retry.at(0).at(1).value<std::chrono::milliseconds>() == 30s);
    QCOMPARE(retry.at(0).at(2).value<ApiError>().kind, ApiError::Kind::RateLimited);
}

void TestListingReader::cancelEndsIt()
{
    ListingReader reader(m_source, First, Extent::AllPages);
    QSignalSpy finished(&reader, &ListingReader::finished);
    QSignalSpy pages(&reader, &ListingReader::pageRead);
    reader.start();
    QVERIFY(m_source->answer(120));
    QTRY_COMPARE(pages.size(), 1);
    QVERIFY(m_source->answer(120)); // answered, but not yet heard of
    reader.cancel();
    QTest::qWait(5);
    QCOMPARE(pages.size(), 1);
    QCOMPARE(finished.size(), 0);
    QCOMPARE(m_source->requests().size(), 3);
    QCOMPARE(m_source->pending(), 0);
}

void TestListingReader::cancelInsideTheLastPageEndsIt()
{
    for (const int total : {1, 120}) { // on the only page, and with another one on its way
        m_source = std::make_shared<FakeSource>();
        m_source->serve(total);
        ListingReader reader(m_source, First, Extent::AllPages);
        QSignalSpy finished(&reader, &ListingReader::finished);
        QSignalSpy pages(&reader, &ListingReader::pageRead);
        connect(&reader, &ListingReader::pageRead, &reader, &ListingReader::cancel);
        reader.start();
        QTRY_COMPARE(pages.size(), 1);
        QTest::qWait(5);
        QCOMPARE(pages.size(), 1);
        QCOMPARE(finished.size(), 0);
    }
}

void TestListingReader::destructionGivesTheRequestUp()
{
    auto reader = std::make_unique<ListingReader>(m_source, First, Extent::AllPages);
    reader->start();
    QCOMPARE(m_source->pending(), 1);
    reader.reset();
    QCOMPARE(m_source->pending(), 0);
    QCOMPARE(m_source->cancelled(), 1);
}

void TestListingReader::nextRequestIsUnderWayWhileRowsAreWritten()
{
    ListingReader reader(m_source, First, Extent::AllPages);
    QList<qsizetype> requestsAtPage;
    connect(&reader, &ListingReader::pageRead, this,
            [&] { requestsAtPage.append(m_source->requests().size()); });
    QSignalSpy finished(&reader, &ListingReader::finished);
    m_source->serve(120);
    reader.start();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(requestsAtPage, QList<qsizetype>({3, 3, 3}));
    QCOMPARE(reader.rowsRead(), 120);
}

QTEST_GUILESS_MAIN(TestListingReader)
#include "tst_listingreader.moc"
