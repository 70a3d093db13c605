// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "export/listingreader.h"
#include "support/fakesource.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using namespace std::chrono_literals;
using Kind = Vestibule::ListingMismatch::Kind;

namespace {

constexpr int Many = 950;
const PageRequest First{.organizationId = u"org_1"_s};

//! A page of a listing that has `total` rows, but reports another total.
ConnectionPage pageSaying(const PageRequest &request, qsizetype total,
                          std::optional<qsizetype> said)
{
    ConnectionPage page = fakePage(request, total, false);
    page.total = said;
    return page;
}

} // namespace

class TestListingReader final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void asManyRequestsAsPages_data();
    void asManyRequestsAsPages();
    void withoutATotalItReadsUntilAPageIsEmpty_data();
    void withoutATotalItReadsUntilAPageIsEmpty();
    void theTenantsLimitIsUsed_data();
    void theTenantsLimitIsUsed();
    void anotherLimitInTheMiddleEndsIt();
    void aListingWithoutAnEndEndsIt();
    void onePageIsOneRequest_data();
    void onePageIsOneRequest();
    void failureOnAPageEndsIt();
    void retriesAreReported();
    void cancelEndsIt();
    void cancelInsideTheLastPageEndsIt();
    void destructionCancelsTheRequest();
    void nextRequestIsUnderWayWhileRowsAreWritten();
    // Several requests at a time
    void theFirstPageIsRequestedAlone();
    void neverMoreAtATimeThanAllowed();
    void pagesComeInOrderHoweverTheyArrive();
    void itDoesNotReadFarAheadOfAMissingPage();
    void afterAFailureItResumesWhereItWas();
    void aFailureCancelsTheOtherRequests();
    void resumeAsksTheNewSource();
    // Pages that do not add up
    void inconsistentListingIsNeverComplete_data();
    void inconsistentListingIsNeverComplete();
    void settledListingIsComplete();
    void pageAfterTheEndIsNotReadAgain();

private:
    [[nodiscard]] ListingReader::Outcome read(const PageRequest &first, ExportExtent extent);
    [[nodiscard]] std::unique_ptr<ListingReader> makeReader();

    std::shared_ptr<FakeSource> m_source;
    QStringList m_ids;
};

void TestListingReader::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_source = std::make_shared<FakeSource>();
    m_ids.clear();
}

ListingReader::Outcome TestListingReader::read(const PageRequest &first, ExportExtent extent)
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
    if (!finished.wait(30'000))
        return ApiError{.detail = u"no finished()"_s};
    QCoreApplication::processEvents();
    return outcomes.size() == 1 ? outcomes.constFirst() : ApiError{.detail = u"twice"_s};
}

//! A reader of all pages. Their ids are appended to m_ids.
std::unique_ptr<ListingReader> TestListingReader::makeReader()
{
    auto reader = std::make_unique<ListingReader>(m_source, First, ExportExtent::AllPages);
    connect(reader.get(), &ListingReader::pageRead, this, [this](const ConnectionPage &page) {
        for (const OrganizationConnection &connection : page.items)
            m_ids.append(connection.connectionId);
    });
    return reader;
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
    QVERIFY(std::holds_alternative<std::monostate>(read(first, ExportExtent::AllPages)));
    QCOMPARE(m_source->requests().size(), requests);
    for (int index = 0; index < requests; ++index)
        QCOMPARE(m_source->requests().at(index), first.at(index));
    QCOMPARE(m_ids.size(), total);
    for (int row = 0; row < total; ++row)
        QCOMPARE(m_ids.at(row), fakeId(row));
}

void TestListingReader::withoutATotalItReadsUntilAPageIsEmpty_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<bool>("isSizeConfirmed");
    QTest::addColumn<int>("requests");
    QTest::newRow("none") << 0 << false << 1;
    QTest::newRow("part of a page") << 49 << false << 2;
    QTest::newRow("exactly a page") << 50 << false << 2;
    QTest::newRow("one more") << 51 << false << 3;
    QTest::newRow("exactly two pages") << 100 << false << 3;
    QTest::newRow("part of a page of known size") << 49 << true << 1;
    QTest::newRow("exactly a page of known size") << 50 << true << 2;
    QTest::newRow("one more than a page of known size") << 51 << true << 2;
}

void TestListingReader::withoutATotalItReadsUntilAPageIsEmpty()
{
    QFETCH(int, rows);
    QFETCH(bool, isSizeConfirmed);
    QFETCH(int, requests);
    m_source->answerAll([=](const PageRequest &request) {
        ConnectionPage page = fakePage(request, rows, false);
        page.isSizeConfirmed = isSizeConfirmed;
        return page;
    });
    QVERIFY(std::holds_alternative<std::monostate>(read(First, ExportExtent::AllPages)));
    QCOMPARE(m_source->requests().size(), requests);
    QCOMPARE(m_ids.size(), rows);
}

void TestListingReader::theTenantsLimitIsUsed_data()
{
    QTest::addColumn<bool>("isStated");
    QTest::addColumn<QList<int>>("indexes");
    QTest::newRow("stated") << true << QList<int>{0, 1, 2, 3, 4, 5};
    QTest::newRow("guessed from a short page") << false << QList<int>{0, 0, 1, 2, 3, 4, 5};
}

void TestListingReader::theTenantsLimitIsUsed()
{
    QFETCH(bool, isStated);
    QFETCH(QList<int>, indexes);
    m_source->answerAll([=](PageRequest request) {
        const PageRequest asked = request;
        request.size = std::min(request.size, 20);
        ConnectionPage page = fakePage(request, 120);
        page.isSizeConfirmed = isStated;
        if (!isStated)
            page.request = asked;
        return page;
    });
    QVERIFY(std::holds_alternative<std::monostate>(read(First, ExportExtent::AllPages)));
    QCOMPARE(m_source->indexes(), indexes);
    QCOMPARE(m_source->requests().constLast().size, 20);
    QCOMPARE(m_ids.size(), 120);
    QCOMPARE(m_ids.constLast(), fakeId(119));
}

void TestListingReader::anotherLimitInTheMiddleEndsIt()
{
    m_source->answerAll([](PageRequest request) {
        if (request.index == 1)
            request.size = 20;
        return fakePage(request, 120);
    });
    const ListingMismatch expected{ListingMismatch::Kind::PageSizeChanged, 50, 20};
    QVERIFY(std::get<ListingMismatch>(read(First, ExportExtent::AllPages)) == expected);
    const ListingMismatch onePage{ListingMismatch::Kind::PageSizeChanged, 50, 20};
    QVERIFY(std::get<ListingMismatch>(read(First.at(1), ExportExtent::OnePage)) == onePage);
}

void TestListingReader::aListingWithoutAnEndEndsIt()
{
    m_source->serve(1'000'000, false);
    const PageRequest first{.organizationId = u"org_1"_s, .size = 100};
    const ListingMismatch expected{ListingMismatch::Kind::DoesNotEnd, 0, 100'100};
    QVERIFY(std::get<ListingMismatch>(read(first, ExportExtent::AllPages)) == expected);
    QCOMPARE(m_source->requests().size(), 1001);
}

void TestListingReader::onePageIsOneRequest_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<bool>("withTotal");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("pages"); // as the failure reports them; -1 without a failure
    for (const bool withTotal : {true, false}) {
        const char *suffix = withTotal ? "" : ", no total";
        QTest::addRow("first%s", suffix) << 0 << withTotal << 50 << -1;
        QTest::addRow("last%s", suffix) << 2 << withTotal << 20 << -1;
        QTest::addRow("after the end%s", suffix) << 3 << withTotal << 0 << (withTotal ? 3 : 0);
    }
}

void TestListingReader::onePageIsOneRequest()
{
    QFETCH(int, index);
    QFETCH(bool, withTotal);
    QFETCH(int, rows);
    QFETCH(int, pages);
    m_source->serve(120, withTotal);
    const auto outcome = read(First.at(index), ExportExtent::OnePage);
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
    const auto outcome = read(First, ExportExtent::AllPages);
    QVERIFY(std::get<ApiError>(outcome) == error);
    QCOMPARE(m_source->requests().size(), 5); // the first page, and then the other four at a time
    QCOMPARE(m_ids.size(), 100);
}

void TestListingReader::retriesAreReported()
{
    ListingReader reader(m_source, First, ExportExtent::AllPages);
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
    ListingReader reader(m_source, First, ExportExtent::AllPages);
    QSignalSpy finished(&reader, &ListingReader::finished);
    QSignalSpy pages(&reader, &ListingReader::pageRead);
    reader.start();
    QVERIFY(m_source->answer(120));
    QTRY_COMPARE(pages.size(), 1);
    QVERIFY(m_source->answer(120)); // answered, but not delivered yet
    reader.cancel();
    QTest::qWait(5);
    QCOMPARE(pages.size(), 1);
    QCOMPARE(finished.size(), 0);
    QCOMPARE(m_source->requests().size(), 3);
    QCOMPARE(m_source->pending(), 0);
}

void TestListingReader::cancelInsideTheLastPageEndsIt()
{
    for (const int total : {1, 120}) { // on the only page, and while others are being read
        m_source = std::make_shared<FakeSource>();
        m_source->serve(total);
        ListingReader reader(m_source, First, ExportExtent::AllPages);
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

void TestListingReader::destructionCancelsTheRequest()
{
    auto reader = std::make_unique<ListingReader>(m_source, First, ExportExtent::AllPages);
    reader->start();
    QCOMPARE(m_source->pending(), 1);
    reader.reset();
    QCOMPARE(m_source->pending(), 0);
    QCOMPARE(m_source->cancelled(), 1);
}

void TestListingReader::nextRequestIsUnderWayWhileRowsAreWritten()
{
    ListingReader reader(m_source, First, ExportExtent::AllPages);
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

void TestListingReader::theFirstPageIsRequestedAlone()
{
    const auto reader = makeReader();
    reader->start();
    QTest::qWait(5);
    QCOMPARE(m_source->indexes(), QList<int>({0}));
}

void TestListingReader::neverMoreAtATimeThanAllowed()
{
    const auto reader = makeReader();
    QSignalSpy finished(reader.get(), &ListingReader::finished);
    reader->start();
    int most = 0;
    while (finished.isEmpty()) {
        most = std::max(most, m_source->pending());
        m_source->answer(Many);
        QCoreApplication::processEvents();
    }
    QCOMPARE(most, ListingReader::MaximumUnderWay);
    QCOMPARE(m_source->requests().size(), 19);
    QCOMPARE(m_ids.size(), Many);
}

void TestListingReader::pagesComeInOrderHoweverTheyArrive()
{
    const auto reader = makeReader();
    QSignalSpy finished(reader.get(), &ListingReader::finished);
    reader->start();
    m_source->answer(Many);
    QTRY_COMPARE(m_source->pending(), ListingReader::MaximumUnderWay);
    while (finished.isEmpty()) {
        m_source->answerLatest(Many);
        QCoreApplication::processEvents();
    }
    QCOMPARE(m_ids.size(), Many);
    for (int row = 0; row < Many; ++row)
        QCOMPARE(m_ids.at(row), fakeId(row));
    QCOMPARE(m_source->requests().size(), 19);
}

//! The pages after a slow one must not fill the memory.
void TestListingReader::itDoesNotReadFarAheadOfAMissingPage()
{
    const auto reader = makeReader();
    reader->start();
    m_source->answer(Many);
    QTRY_COMPARE(m_source->pending(), ListingReader::MaximumUnderWay);
    for (int page = 1; page < ListingReader::MaximumUnderWay; ++page)
        QVERIFY(m_source->answerLatest(Many)); // all but page 1
    QTest::qWait(5);
    QCOMPARE(m_source->pending(), 1);
    QCOMPARE(m_ids.size(), 50);
    QVERIFY(m_source->answer(Many));
    QTRY_COMPARE(m_ids.size(), 50 * (1 + ListingReader::MaximumUnderWay));
    QCOMPARE(m_source->pending(), ListingReader::MaximumUnderWay);
}

void TestListingReader::afterAFailureItResumesWhereItWas()
{
    const auto reader = makeReader();
    QSignalSpy finished(reader.get(), &ListingReader::finished);
    reader->start();
    m_source->answer(Many);
    QTRY_COMPARE(m_source->pending(), ListingReader::MaximumUnderWay);
    QVERIFY(m_source->answerLatest(Many)); // page 6 is there before page 1
    QCoreApplication::processEvents();
    QVERIFY(m_source->fail(ApiError::Kind::Unauthorized));
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(std::holds_alternative<ApiError>(finished.at(0).at(0).value<ListingReader::Outcome>()));
    QCOMPARE(m_source->requests().size(), 7);

    m_source->serve(Many);
    reader->resume(m_source);
    QTRY_COMPARE(finished.size(), 2);
    QVERIFY(std::holds_alternative<std::monostate>(
        finished.at(1).at(0).value<ListingReader::Outcome>()));
    for (int row = 0; row < Many; ++row)
        QCOMPARE(m_ids.at(row), fakeId(row));
    QCOMPARE(m_source->indexes().count(0), 1);
    QCOMPARE(m_source->indexes().count(6), 1);
    QCOMPARE(m_source->requests().size(), 19 + 5); // five were cancelled
}

void TestListingReader::aFailureCancelsTheOtherRequests()
{
    const auto reader = makeReader();
    QSignalSpy finished(reader.get(), &ListingReader::finished);
    reader->start();
    m_source->answer(Many);
    QTRY_COMPARE(m_source->pending(), ListingReader::MaximumUnderWay);
    QVERIFY(m_source->fail());
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(m_source->pending(), 0);
}

void TestListingReader::resumeAsksTheNewSource()
{
    const auto reader = makeReader();
    QSignalSpy finished(reader.get(), &ListingReader::finished);
    reader->start();
    QVERIFY(m_source->fail(ApiError::Kind::Unauthorized));
    QTRY_COMPARE(finished.size(), 1);
    const auto other = std::make_shared<FakeSource>();
    other->serve(Many);
    reader->resume(other);
    QTRY_COMPARE(finished.size(), 2);
    QCOMPARE(m_source->requests().size(), 1);
    QCOMPARE(other->requests().size(), 19);
    QCOMPARE(m_ids.size(), Many);
}

void TestListingReader::inconsistentListingIsNeverComplete_data()
{
    using Maker = std::function<ConnectionPage(const PageRequest &)>;
    QTest::addColumn<Maker>("maker");
    QTest::addColumn<ExportExtent>("extent");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("expected");
    QTest::addColumn<int>("got");
    const auto row = [](const char *name, Kind kind, int expected, int got, const Maker &maker,
                        ExportExtent extent = ExportExtent::AllPages) {
        QTest::newRow(name) << maker << extent << int(kind) << expected << got;
    };
    row("a row more with every page", Kind::TotalChanged, 120, 121,
        [](const PageRequest &page) { return fakePage(page, 120 + page.index); });
    row("a row fewer with every page", Kind::TotalChanged, 120, 119,
        [](const PageRequest &page) { return fakePage(page, 120 - page.index); });
    row("shrunk to nothing", Kind::TotalChanged, 120, 0,
        [](const PageRequest &page) { return fakePage(page, page.index ? 0 : 120); });
    row("every page lacks a row", Kind::RowsMissing, 120, 117, [](const PageRequest &page) {
        ConnectionPage made = fakePage(page, 120);
        made.items.removeLast();
        return made;
    });
    row("empty though counted", Kind::RowsMissing, 120, 0,
        [](const PageRequest &page) { return pageSaying(page, 0, 120); });
    row(
        "the last page lacks a row, alone", Kind::RowsMissing, 50, 49,
        [](const PageRequest &page) { return pageSaying(page, 49, 50); }, ExportExtent::OnePage);
    row("total on the first page alone", Kind::RowsMissing, 120, 60, [](const PageRequest &page) {
        return page.index ? pageSaying(page, 60, {}) : pageSaying(page, 120, 120);
    });
    row("total on the last page alone", Kind::RowsMissing, 120, 110, [](const PageRequest &page) {
        return page.index < 2 ? pageSaying(page, 120, {}) : pageSaying(page, 110, 120);
    });
    row("the same row twice on a page", Kind::RowRepeated, 0, 1, [](const PageRequest &page) {
        ConnectionPage made = fakePage(page, 120);
        made.items[1] = made.items[0];
        return made;
    });
    row("the same page again", Kind::RowRepeated, 0, 50, [](const PageRequest &page) {
        ConnectionPage made = fakePage(page.at(0), 120);
        made.request = page;
        return made;
    });
}

void TestListingReader::inconsistentListingIsNeverComplete()
{
    QFETCH(std::function<ConnectionPage(const PageRequest &)>, maker);
    QFETCH(ExportExtent, extent);
    QFETCH(int, kind);
    QFETCH(int, expected);
    QFETCH(int, got);
    const auto source = std::make_shared<FakeSource>();
    source->answerAll(maker);
    ListingReader reader(source, First, extent);
    QSignalSpy finished(&reader, &ListingReader::finished);
    QSignalSpy restarted(&reader, &ListingReader::restarted);
    reader.start();
    QVERIFY(finished.wait());
    QCOMPARE(finished.size(), 1);
    const auto outcome = finished.at(0).at(0).value<ListingReader::Outcome>();
    QVERIFY(std::holds_alternative<ListingMismatch>(outcome));
    const auto &mismatch = std::get<ListingMismatch>(outcome);
    QCOMPARE(int(mismatch.kind), kind);
    QCOMPARE(mismatch.expected, expected);
    QCOMPARE(mismatch.got, got);
    QVERIFY(source->requests().size() <= 6); // read only twice
    QCOMPARE(restarted.size(), 1);
    QCOMPARE(source->indexes().count(0), 2);
}

void TestListingReader::settledListingIsComplete()
{
    const auto source = std::make_shared<FakeSource>();
    source->answerAll([&source](const PageRequest &page) {
        return fakePage(page, source->requests().size() == 1 ? 119 : 120);
    });
    ListingReader reader(source, First, ExportExtent::AllPages);
    QSignalSpy finished(&reader, &ListingReader::finished);
    QSignalSpy restarted(&reader, &ListingReader::restarted);
    reader.start();
    QVERIFY(finished.wait());
    const auto outcome = finished.at(0).at(0).value<ListingReader::Outcome>();
    QVERIFY(std::holds_alternative<std::monostate>(outcome));
    QCOMPARE(restarted.size(), 1);
    QCOMPARE(source->indexes(), QList<int>({0, 1, 2, 0, 1, 2}));
    QCOMPARE(reader.rowsRead(), 120);
}

void TestListingReader::pageAfterTheEndIsNotReadAgain()
{
    const auto source = std::make_shared<FakeSource>();
    source->serve(120);
    ListingReader reader(source, First.at(3), ExportExtent::OnePage);
    QSignalSpy finished(&reader, &ListingReader::finished);
    reader.start();
    QVERIFY(finished.wait());
    QCOMPARE(source->indexes(), QList<int>({3}));
}

QTEST_GUILESS_MAIN(TestListingReader)
#include "tst_listingreader.moc"
