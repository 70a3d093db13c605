// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "inventory/inventorywriter.h"

#include "inventory/database.h"
#include "inventory/inventorykeys.h"
#include "inventory/sweep.h"
#include "support/fakeorganizationsource.h"
#include "support/fakesource.h"
#include "support/filesizelimit.h"
#include "support/folderfixture.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using namespace Vestibule;

//! What a batch writes, and what a failed one does not. The sweep's tests have the rest.
class TestInventoryWriter final : public QObject, protected FolderFixture {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void walInItsOwnFolderAlone();
    void targetsHaveTheirOwnInventories();
    void waitingOnes();
    void organizationsKeepTheirRows();
    void checksMakeNoTemporaryTables();
    void linksAreReplaced();
    void connectionsAreKnownOnce();
    void namesComeAndStay();
    void runs();
    void requestsThatCannotBeAreDamage_data();
    void requestsThatCannotBeAreDamage();
    void olderEndpointStays();
    void failedBatchLeavesNothing();
    void batchAfterAFullDisk();
    void killedWhileTheTablesAreMade();

private:
    //! Opens the file; the summary is in m_summary.
    [[nodiscard]] bool open(InventoryWriter::Options options = {})
    {
        if (m_writer && !close())
            return false;
        options.path = m_path;
        options.tenant = u"acme.auth0.com"_s;
        m_writer = std::make_unique<InventoryWriter>(options);
        return take(m_writer->open());
    }
    [[nodiscard]] bool commit(const InventoryBatch &batch)
    {
        return take(m_writer->commit(std::make_shared<InventoryBatch>(batch)));
    }
    [[nodiscard]] bool take(ReplyPtr<InventorySummary, InventoryProblem> reply)
    {
        QSignalSpy finished(reply.get(), &ReplyBase::finished);
        if (!finished.wait(20'000))
            return false;
        m_problem.reset();
        if (reply->result())
            m_summary = *reply->result();
        else
            m_problem = reply->result().error().kind;
        return reply->result().has_value();
    }
    [[nodiscard]] bool close()
    {
        const auto reply = m_writer->close();
        QSignalSpy finished(reply.get(), &ReplyBase::finished);
        const bool isClosed = finished.wait();
        m_writer.reset();
        return isClosed;
    }
    [[nodiscard]] QStringList select(const QString &sql) const
    {
        Database database(m_path, Database::Mode::Read);
        QStringList rows;
        Statement statement(database, sql);
        while (statement.next())
            rows.append(statement.isNull(0) ? u"NULL"_s : statement.value(0).toString());
        return rows;
    }
    static SweptOrganization read(qint64 number, qsizetype connections)
    {
        const PageRequest request{.size = 100};
        return {.number = number,
                .at = QDateTime::currentDateTimeUtc(),
                .connections = fakePage(request, connections).items,
                .total = connections};
    }

    QString m_path;
    std::unique_ptr<InventoryWriter> m_writer;
    InventorySummary m_summary;
    std::optional<InventoryProblem::Kind> m_problem;
};

void TestInventoryWriter::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    QVERIFY(makeFolder());
    qputenv("XDG_DATA_HOME", QFile::encodeName(path(u"data"_s)));
    m_path = workingInventory(u"acme.auth0.com"_s);
}

//! Before the folder is removed.
void TestInventoryWriter::cleanup()
{
    QVERIFY(!m_writer || close());
}

void TestInventoryWriter::walInItsOwnFolderAlone()
{
    QVERIFY(open());
    QVERIFY(commit({.listed = fakeOrganizations(0, 3)}));
    QCOMPARE(select(u"PRAGMA journal_mode"_s), QStringList(u"wal"_s));
    m_path = path(u"other.vestibule"_s);
    QVERIFY(open());
    QVERIFY(commit({.listed = fakeOrganizations(0, 3)}));
    QCOMPARE(select(u"PRAGMA journal_mode"_s), QStringList(u"delete"_s));
    QVERIFY(!QFile::exists(m_path + "-wal"_L1));
}

void TestInventoryWriter::targetsHaveTheirOwnInventories()
{
    const QString plain = workingInventory(u"acme.auth0.com"_s);
    const QString target = workingInventory(u"acme.auth0.com"_s, path(u"a.vestibule"_s));
    QVERIFY(plain != target);
    QVERIFY(plain != workingInventory(u"globex.auth0.com"_s));
    QCOMPARE(workingInventory(
                 u"acme.auth0.com"_s,
                 path(u"../%1/./a.vestibule"_s.arg(QFileInfo(m_folder->path()).fileName()))),
             target);
    QVERIFY(QFile::link(m_folder->path(), path(u"link"_s)));
    QCOMPARE(workingInventory(u"acme.auth0.com"_s, path(u"link/a.vestibule"_s)), target);
    QVERIFY(!plain.contains(u"acme"_s));
    qputenv("XDG_DATA_HOME", "/dev/null/nowhere");
    QCOMPARE(inventoryFolder(), QString());
    QCOMPARE(workingInventory(u"acme.auth0.com"_s), QString());
}

void TestInventoryWriter::waitingOnes()
{
    QVERIFY(open());
    QVERIFY(commit({.listed = fakeOrganizations(0, 5), .swept = {}}));
    QVERIFY(commit({.swept = {read(2, 1), read(4, 1)}}));
    const auto waiting = [this](qint64 after, qsizetype count) {
        const auto reply = m_writer->waiting(after, count);
        QSignalSpy finished(reply.get(), &ReplyBase::finished);
        QList<qint64> numbers;
        if (finished.wait() && reply->result()) {
            for (const WaitingOrganization &each : *reply->result()) {
                numbers.append(each.number);
                if (each.id != fakeOrganization(int(each.number) - 1).id)
                    numbers.append(-1);
            }
        }
        return numbers;
    };
    QCOMPARE(waiting(0, 10), QList<qint64>({1, 3, 5}));
    QCOMPARE(waiting(0, 2), QList<qint64>({1, 3}));
    QCOMPARE(waiting(3, 2), QList<qint64>({5}));
    QCOMPARE(waiting(5, 2), QList<qint64>());
}

void TestInventoryWriter::organizationsKeepTheirRows()
{
    QVERIFY(open());
    QVERIFY(commit({.listed = fakeOrganizations(0, 3), .swept = {read(1, 2)}}));
    Organization renamed = fakeOrganization(0);
    renamed.displayName = u"Another"_s;
    QVERIFY(commit({.listed = {renamed, fakeOrganization(3)}, .isFrozen = true}));
    QCOMPARE(m_summary.counts, (SweepCounts{.waiting = 3, .read = 1}));
    QVERIFY(m_summary.isPopulationFrozen);
    QCOMPARE(select(u"SELECT display_name FROM organization WHERE ord = 1"_s),
             QStringList(u"Another"_s));
    QVERIFY(close());
    const InventorySummary before = m_summary;
    QVERIFY(open());
    QCOMPARE(m_summary, before); // as the file says it
}

//! A CHECK with a list of three values makes one for each row, and a sweep twice as slow.
void TestInventoryWriter::checksMakeNoTemporaryTables()
{
    QVERIFY(open());
    const QStringList tables =
        select(u"SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"_s);
    QVERIFY(tables.contains(u"link"_s));
    for (const QString &table : tables) {
        const QStringList columns =
            select(u"SELECT name FROM pragma_table_info('%1')"_s.arg(table));
        const QStringList values(columns.size(), u"1"_s);
        Database database(m_path, Database::Mode::Read);
        Statement explain(database,
                          u"EXPLAIN INSERT INTO %1 VALUES(%2)"_s.arg(table, values.join(u',')));
        int steps = 0;
        for (; explain.next(); ++steps)
            QVERIFY2(explain.text(1) != u"OpenEphemeral"_s, qPrintable(table));
        QVERIFY(steps > 0);
    }
}

void TestInventoryWriter::linksAreReplaced()
{
    QVERIFY(open());
    QVERIFY(commit({.listed = fakeOrganizations(0, 2), .swept = {read(1, 7), read(2, 3)}}));
    QCOMPARE(m_summary.links, 10);
    QVERIFY(close());
    // As another sweep of the same organization would write it.
    QVERIFY(open());
    QVERIFY(commit({.swept = {read(1, 2)}}));
    QCOMPARE(m_summary.links, 5);
    QCOMPARE(select(u"SELECT count(*) FROM link"_s), QStringList(u"5"_s));
    QCOMPARE(select(u"SELECT count(*) FROM link_raw"_s), QStringList(u"5"_s));
}

//! Also when there are more than the program remembers.
void TestInventoryWriter::connectionsAreKnownOnce()
{
    constexpr int Connections = 25'000;
    QVERIFY(open());
    QVERIFY(commit({.listed = fakeOrganizations(0, 3)}));
    SweptOrganization swept = read(1, 0);
    for (int i = 0; i < Connections; ++i)
        swept.connections.append(fakeRow(i));
    QVERIFY(commit({.swept = {swept}}));
    swept.number = 2;
    QVERIFY(commit({.swept = {swept}}));
    QCOMPARE(m_summary.connections, Connections);
    QCOMPARE(m_summary.links, 2 * Connections);
    QCOMPARE(select(u"SELECT count(*) FROM connection"_s),
             QStringList(QString::number(Connections)));
    QCOMPARE(
        select(u"SELECT count(*) FROM link a JOIN link b ON a.con = b.con AND a.org < b.org"_s),
        QStringList(QString::number(Connections)));
}

void TestInventoryWriter::namesComeAndStay()
{
    const auto withName = [](qint64 number, const std::optional<QString> &name) {
        SweptOrganization swept = read(number, 1);
        swept.connections.first().name = name;
        return swept;
    };
    QVERIFY(open());
    QVERIFY(commit({.listed = fakeOrganizations(0, 4)}));
    const auto name = [this] { return select(u"SELECT name FROM connection"_s).constFirst(); };
    QVERIFY(commit({.swept = {withName(1, std::nullopt)}}));
    QCOMPARE(name(), u"NULL"_s);
    QVERIFY(commit({.swept = {withName(2, u"First"_s)}}));
    QCOMPARE(name(), u"First"_s);
    QVERIFY(commit({.swept = {withName(3, u"Second"_s)}}));
    QCOMPARE(name(), u"Second"_s);
    QVERIFY(commit({.swept = {withName(4, std::nullopt)}}));
    QCOMPARE(name(), u"Second"_s);
    QVERIFY(select(u"SELECT folded FROM connection"_s).constFirst().startsWith(u"second"_s));
    QCOMPARE(m_summary.connections, 1);
}

void TestInventoryWriter::runs()
{
    QVERIFY(open());
    QVERIFY(commit({.listed = fakeOrganizations(0, 3), .requests = 2, .refusals = 1}));
    QVERIFY(commit({.requests = 3, .runEnds = InventoryKeys::Paused}));
    QVERIFY(commit({.requests = 5})); // and never ends
    QVERIFY(close());
    QVERIFY(open());
    QCOMPARE(m_summary.requests, 10);
    QVERIFY(m_summary.began <= m_summary.ended);
    QVERIFY(commit({.requests = 7, .runEnds = InventoryKeys::Stopped}));
    QCOMPARE(m_summary.requests, 17);
    QCOMPARE(select(u"SELECT how FROM run ORDER BY id"_s),
             QStringList({u"paused"_s, u"NULL"_s, u"stopped"_s}));
    QCOMPARE(select(u"SELECT requests FROM run ORDER BY id"_s),
             QStringList({u"5"_s, u"5"_s, u"7"_s}));
    QCOMPARE(select(u"SELECT refusals FROM run ORDER BY id"_s),
             QStringList({u"1"_s, u"0"_s, u"0"_s}));
    QCOMPARE(
        select(u"SELECT count(*) FROM run WHERE began <= heartbeat AND (ended IS NULL OR ended "
               "= heartbeat)"_s),
        QStringList(u"3"_s));
}

void TestInventoryWriter::requestsThatCannotBeAreDamage_data()
{
    QTest::addColumn<QString>("requests");
    QTest::newRow("negative") << u"-1"_s;
    QTest::newRow("smallest") << u"-9223372036854775808"_s;
    QTest::newRow("largest") << u"9223372036854775807"_s;
}

//! In a file that was changed by hand. The sum, with that of the next batch, would be beyond the
//! largest number.
void TestInventoryWriter::requestsThatCannotBeAreDamage()
{
    QFETCH(const QString, requests);
    QVERIFY(open());
    QVERIFY(commit({.listed = fakeOrganizations(0, 3), .requests = 2}));
    QVERIFY(close());
    {
        Database database(m_path, Database::Mode::Write);
        database.exec("UPDATE run SET requests = "_L1 + requests);
        QVERIFY(!database.problem());
    }
    QVERIFY(!open());
    QCOMPARE(m_problem, std::optional(InventoryProblem::Kind::Damaged));
}

void TestInventoryWriter::olderEndpointStays()
{
    QVERIFY(open());
    QVERIFY(commit({.listed = fakeOrganizations(0, 3)}));
    QCOMPARE(select(u"SELECT value FROM inventory WHERE key = 'endpoint'"_s), QStringList());
    QVERIFY(commit({.endpoint = ConnectionEndpoint::EnabledConnections, .swept = {read(1, 1)}}));
    QCOMPARE(m_summary.endpoint, ConnectionEndpoint::EnabledConnections);
    QVERIFY(commit({.endpoint = ConnectionEndpoint::Connections, .swept = {read(2, 1)}}));
    QCOMPARE(m_summary.endpoint, ConnectionEndpoint::EnabledConnections);
}

void TestInventoryWriter::failedBatchLeavesNothing()
{
    QVERIFY(open());
    QVERIFY(commit({.listed = fakeOrganizations(0, 2)}));
    const InventorySummary before = m_summary;
    SweptOrganization broken = read(2, 3);
    broken.connections.append(broken.connections.constFirst()); // the key of a link twice
    InventoryBatch batch{.listed = fakeOrganizations(2, 4),
                         .swept = {read(1, 3), broken},
                         .requests = 2,
                         .runEnds = InventoryKeys::Complete};
    QVERIFY(!commit(batch));
    QCOMPARE(select(u"SELECT count(*) FROM organization"_s), QStringList(u"2"_s));
    QCOMPARE(select(u"SELECT count(*) FROM link"_s), QStringList(u"0"_s));
    QCOMPARE(select(u"SELECT count(*) FROM connection"_s), QStringList(u"0"_s));
    batch.swept.last().connections.removeLast();
    QVERIFY(commit(batch));
    QCOMPARE(m_summary.counts, (SweepCounts{.waiting = 2, .read = 2}));
    QCOMPARE(m_summary.links, 6);
    QCOMPARE(m_summary.connections, 3);
    QCOMPARE(m_summary.requests, before.requests + 2);
    QCOMPARE(select(u"SELECT count(*) FROM link l JOIN connection c ON c.key = l.con"_s),
             QStringList(u"6"_s));
}

void TestInventoryWriter::batchAfterAFullDisk()
{
    QVERIFY(open());
    QVERIFY(commit({.listed = fakeOrganizations(0, 300)}));
    InventoryBatch batch;
    for (int i = 1; i <= 300; ++i)
        batch.swept.append(read(i, 50));
    {
        const FileSizeLimit limit(static_cast<rlim_t>(QFileInfo(m_path + "-wal"_L1).size())
                                  + 20'000);
        QVERIFY(!commit(batch));
        QVERIFY(m_problem == InventoryProblem::Kind::DiskFull
                || m_problem == InventoryProblem::Kind::NotWritable);
    }
    QVERIFY(commit(batch));
    QCOMPARE(m_summary.links, 300 * 50);
    QVERIFY(close());
    QCOMPARE(select(u"SELECT count(*) FROM link"_s), QStringList(u"15000"_s));
    QCOMPARE(select(u"PRAGMA integrity_check"_s), QStringList(u"ok"_s));
}

//! The file is empty then, and is made again.
void TestInventoryWriter::killedWhileTheTablesAreMade()
{
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    QVERIFY(open());
    QVERIFY(commit({.listed = fakeOrganizations(0, 3)}));
    QCOMPARE(m_summary.counts.waiting, 3);
}

QTEST_GUILESS_MAIN(TestInventoryWriter)

#include "tst_inventorywriter.moc"
