// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "session/organizationreader.h"

#include "support/fakeinventorysource.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Vestibule;

namespace {

InventoryLink linkOf(const QString &organization, const QString &connection)
{
    return {.organization = {.id = organization}, .connection = {.connectionId = connection}};
}

//! An inventory whose organization org_1 is in that state, and a reader.
struct Bench {
    explicit Bench(OrganizationState state = OrganizationState::Read)
    {
        source->rowsFor = [state](const InventoryQuery &query) -> QList<InventoryRow> {
            if (query.list == InventoryList::Organizations)
                return {
                    InventoryOrganization{.organization = {.id = u"org_2"_s, .name = u"org_1"_s},
                                          .state = OrganizationState::Read},
                    InventoryOrganization{.organization = {.id = u"org_1"_s}, .state = state}};
            return {linkOf(u"org_2"_s, u"con_0"_s), linkOf(u"org_1"_s, u"con_1"_s),
                    linkOf(u"org_1"_s, u"con_2"_s)};
        };
    }

    std::shared_ptr<FakeInventorySource> source = std::make_shared<FakeInventorySource>();
    OrganizationReader reader;
    QSignalSpy finished{&reader, &OrganizationReader::finished};
};

} // namespace

class TestOrganizationReader final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAllOfOneOrganization();
    void readsNoConnectionsOfOthers_data();
    void readsNoConnectionsOfOthers();
    void onlyTheIdCounts();
    void onlyTheLatestIsRead();
    void aProblemIsKept();
};

void TestOrganizationReader::readsAllOfOneOrganization()
{
    Bench bench;
    bench.reader.read(bench.source, u"org_1"_s);
    QVERIFY(bench.reader.isReading());
    QVERIFY(!bench.reader.content());
    QTRY_COMPARE(bench.finished.size(), 1);
    QVERIFY(!bench.reader.isReading());
    QCOMPARE(bench.reader.content()->organization.organization.id, u"org_1"_s);
    QStringList ids;
    for (const OrganizationConnection &connection : bench.reader.content()->connections)
        ids.append(connection.connectionId);
    QCOMPARE(ids, (QStringList{u"con_1"_s, u"con_2"_s}));
    QCOMPARE(bench.source->openViews, 0);
    for (const InventoryQuery &query : bench.source->queries)
        QCOMPARE(query.filter, InventoryFilter{.organization = u"org_1"_s});
}

void TestOrganizationReader::readsNoConnectionsOfOthers_data()
{
    QTest::addColumn<OrganizationState>("state");
    QTest::newRow("waiting") << OrganizationState::Waiting;
    QTest::newRow("failed") << OrganizationState::Failed;
    QTest::newRow("gone") << OrganizationState::Gone;
}

//! What was not read has no connections, whatever the file has.
void TestOrganizationReader::readsNoConnectionsOfOthers()
{
    QFETCH(const OrganizationState, state);
    Bench bench(state);
    bench.reader.read(bench.source, u"org_1"_s);
    QTRY_COMPARE(bench.finished.size(), 1);
    QCOMPARE(bench.reader.content()->organization.state, state);
    QVERIFY(bench.reader.content()->connections.isEmpty());
    QCOMPARE(bench.source->queries.size(), 1);
}

void TestOrganizationReader::onlyTheIdCounts()
{
    Bench bench;
    bench.reader.read(bench.source, u"org_3"_s);
    QTRY_COMPARE(bench.finished.size(), 1);
    QVERIFY(!bench.reader.content() && !bench.reader.problem());
    QCOMPARE(bench.source->openViews, 0);
}

void TestOrganizationReader::onlyTheLatestIsRead()
{
    Bench bench;
    bench.source->answersFetches = false;
    bench.reader.read(bench.source, u"org_1"_s);
    QTRY_COMPARE(bench.source->fetched.size(), 1);
    bench.source->answersFetches = true;
    bench.reader.read(bench.source, u"org_2"_s);
    QTRY_COMPARE(bench.finished.size(), 1);
    QCOMPARE(bench.reader.content()->organization.organization.id, u"org_2"_s);
    QCOMPARE(bench.reader.content()->connections.size(), 1);
    QCOMPARE(bench.source->openViews, 0);
    bench.reader.read(bench.source, u"org_1"_s);
    bench.reader.stop();
    QTest::qWait(10);
    QCOMPARE(bench.finished.size(), 1);
    QVERIFY(!bench.reader.isReading() && !bench.reader.content());
}

void TestOrganizationReader::aProblemIsKept()
{
    Bench bench;
    bench.source->problem = InventoryProblem{.kind = InventoryProblem::Kind::Damaged};
    bench.reader.read(bench.source, u"org_1"_s);
    QTRY_COMPARE(bench.finished.size(), 1);
    QCOMPARE(bench.reader.problem()->kind, InventoryProblem::Kind::Damaged);
    QVERIFY(!bench.reader.content());
    bench.source->problem.reset();
    bench.reader.read(bench.source, u"org_1"_s);
    QVERIFY(!bench.reader.problem());
    QTRY_VERIFY(bench.reader.content());
}

QTEST_GUILESS_MAIN(TestOrganizationReader)
#include "tst_organizationreader.moc"
