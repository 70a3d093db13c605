// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "inventory/database.h"
#include "support/filesizelimit.h"
#include "support/folderfixture.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using Kind = InventoryProblem::Kind;

namespace {

constexpr auto NoPluginsChild = "VESTIBULE_TEST_NO_PLUGINS_CHILD";

//! Counts to a number that takes minutes.
const QString Endless = u"WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n "
                        "WHERE i < 1000000000) SELECT count(*) FROM n"_s;

std::optional<Kind> kindOf(const Database &database)
{
    return database.problem() ? std::optional(database.problem()->kind) : std::nullopt;
}

} // namespace

class TestDatabase final : public QObject, private FolderFixture {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        QVERIFY(makeFolder());
    }

    void writtenValuesAreReadBack();
    void statementRunsAgain();
    void statementsMayBeOpenTogether();
    void onlyTheUserCanReadANewFile();
    void oddPathIsOpened_data();
    void oddPathIsOpened();
    void firstProblemStopsWhatFollows();
    void wrongTypeIsDamaged();
    void sealedFileLeavesNothingBeside_data();
    void sealedFileLeavesNothingBeside();
    void sealedFileHasTemporaryTables();
    void readerCannotWrite();
    void readerSeesWhatAWriterCommits();
    void problemHasItsKind_data();
    void problemHasItsKind();
    void fullFileIsAFullDisk();
    void fileThatCannotGrowIsNotWritable();
    void lockedFileIsBusy();
    void removedFileIsNoticed();
    void replacedFileIsNoticed();
    void runningStatementIsCancelled();
    void cancelledDatabaseGoesOn();
    void cancelBeforeAStatement();
    void missingDriverIsSaid();

private:
    //! A database with a table t(a) of three rows, in a journal mode.
    void makeDatabase(const QString &name, const QString &mode = u"delete"_s)
    {
        Database database(path(name), Database::Mode::Write);
        database.exec("PRAGMA journal_mode = "_L1 + mode);
        database.exec(u"CREATE TABLE t(a)"_s);
        database.exec(u"INSERT INTO t VALUES (1), (2), (3)"_s);
        QCOMPARE(kindOf(database), std::optional<Kind>());
    }
};

void TestDatabase::writtenValuesAreReadBack()
{
    Database database(path(u"a.db"_s), Database::Mode::Write);
    QVERIFY(database.exec(u"CREATE TABLE t(a, b, c, d, e, f)"_s));
    QVERIFY(Statement(database, u"INSERT INTO t VALUES (?, ?, ?, ?, ?, ?)"_s)
                .bind(qint64(1) << 40, u"é"_s, QString(), std::optional<QString>(), QByteArray(),
                      std::optional<qint64>(-1))
                .run());
    Statement row(database, u"SELECT *, typeof(e) FROM t"_s);
    QVERIFY(row.next());
    QCOMPARE(row.integer(0), qint64(1) << 40);
    QCOMPARE(row.text(1), u"é"_s);
    QVERIFY(!row.isNull(2));
    QCOMPARE(row.text(2), QString());
    QVERIFY(row.isNull(3));
    QVERIFY(!row.optionalText(3));
    QCOMPARE(row.value(4).typeId(), int(QMetaType::QByteArray));
    QCOMPARE(row.integer(5), -1);
    QCOMPARE(row.text(6), u"blob"_s);
    QVERIFY(!row.next());
    QVERIFY(!database.problem());
    QCOMPARE(database.value(u"SELECT count(*) FROM t"_s).toInt(), 1);
    QVERIFY(!database.value(u"SELECT 1 WHERE 0"_s).isValid());
}

void TestDatabase::statementRunsAgain()
{
    Database database(path(u"a.db"_s), Database::Mode::Write);
    database.exec(u"CREATE TABLE t(a)"_s);
    Statement insert(database, u"INSERT INTO t VALUES (?)"_s);
    for (int i = 0; i < 3; ++i)
        QVERIFY(insert.bind(i).run());
    Statement select(database, u"SELECT a FROM t WHERE a >= ?"_s);
    int rows = 0;
    for (select.bind(1); select.next();)
        ++rows;
    QCOMPARE(rows, 2);
    QVERIFY(select.bind(2).next()); // and is left in the middle
    QVERIFY(select.bind(0).next());
    QCOMPARE(select.integer(0), 0);
}

void TestDatabase::statementsMayBeOpenTogether()
{
    makeDatabase(u"a.db"_s);
    Database database(path(u"a.db"_s), Database::Mode::Read);
    Statement one(database, u"SELECT a FROM t"_s);
    Statement other(database, u"SELECT a FROM t"_s);
    for (int i = 1; i <= 3; ++i) {
        QVERIFY(one.next() && other.next());
        QCOMPARE(one.integer(0), i);
        QCOMPARE(other.integer(0), i);
    }
}

void TestDatabase::onlyTheUserCanReadANewFile()
{
    makeDatabase(u"a.db"_s, u"wal"_s);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QCOMPARE(QFile::permissions(path(u"a.db"_s)) & others, QFile::Permissions());
}

void TestDatabase::oddPathIsOpened_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : {u"a b.db"_s, u"100%.db"_s, u"%41.db"_s, u"a?mode=memory.db"_s,
                                u"a#b.db"_s, u"é \"'.db"_s, u"a;b=c&d.db"_s, u"a\nb.db"_s})
        QTest::newRow(qPrintable(name)) << name;
}

void TestDatabase::oddPathIsOpened()
{
    QFETCH(QString, name);
    makeDatabase(name);
    QCOMPARE(files(), QStringList{name});
    Database database(path(name), Database::Mode::ReadSealed);
    QCOMPARE(database.value(u"SELECT count(*) FROM t"_s).toInt(), 3);
}

void TestDatabase::firstProblemStopsWhatFollows()
{
    Database database(path(u"a.db"_s), Database::Mode::Write);
    database.exec(u"CREATE TABLE t(a)"_s);
    QVERIFY(!database.exec(u"INSERT INTO missing VALUES (1)"_s));
    QVERIFY(!database.exec(u"INSERT INTO t VALUES (1)"_s));
    QVERIFY(!Statement(database, u"INSERT INTO t VALUES (1)"_s).run());
    QVERIFY(!database.value(u"SELECT 1"_s).isValid());
    const auto failed = database.result(5);
    QCOMPARE(failed.error().kind, Kind::Damaged);
    QVERIFY2(failed.error().detail.contains("missing"_L1), qPrintable(failed.error().detail));
    QCOMPARE(failed.error().path, path(u"a.db"_s));
    QCOMPARE(database.value(u"SELECT count(*) FROM t"_s).toInt(), 0);
    QCOMPARE(*database.result(5), 5);
}

void TestDatabase::wrongTypeIsDamaged()
{
    Database database(path(u"a.db"_s), Database::Mode::Write);
    const auto readAs = [&](const QString &value, auto read) {
        Statement row(database, "SELECT "_L1 + value + " AS thing"_L1);
        if (row.next())
            read(row);
        const auto problem = database.takeProblem();
        return problem ? problem->detail : QString();
    };
    const auto integer = [](Statement &row) { (void)row.integer(0); };
    const auto text = [](Statement &row) { (void)row.text(0); };
    const auto optionalText = [](Statement &row) { (void)row.optionalText(0); };
    QCOMPARE(readAs(u"1"_s, integer), QString());
    QCOMPARE(readAs(u"'1'"_s, integer), u"thing: not of type integer"_s);
    QCOMPARE(readAs(u"1.5"_s, integer), u"thing: not of type integer"_s);
    QCOMPARE(readAs(u"NULL"_s, integer), u"thing: not of type integer"_s);
    QCOMPARE(readAs(u"'1'"_s, text), QString());
    QCOMPARE(readAs(u"1"_s, text), u"thing: not of type text"_s);
    QCOMPARE(readAs(u"x'31'"_s, text), u"thing: not of type text"_s);
    QCOMPARE(readAs(u"NULL"_s, text), u"thing: not of type text"_s);
    QCOMPARE(readAs(u"NULL"_s, optionalText), QString());
    QCOMPARE(readAs(u"x''"_s, optionalText), u"thing: not of type text"_s);
}

void TestDatabase::sealedFileLeavesNothingBeside_data()
{
    QTest::addColumn<QString>("mode");
    QTest::newRow("delete") << u"delete"_s;
    QTest::newRow("wal") << u"wal"_s;
}

void TestDatabase::sealedFileLeavesNothingBeside()
{
    QFETCH(QString, mode);
    makeDatabase(u"a.db"_s, mode);
    const QByteArray before = content(u"a.db"_s);
    {
        Database database(path(u"a.db"_s), Database::Mode::ReadSealed);
        QCOMPARE(database.value(u"SELECT count(*) FROM t"_s).toInt(), 3);
        QCOMPARE(files(), QStringList{u"a.db"_s});
    }
    QCOMPARE(files(), QStringList{u"a.db"_s});
    QCOMPARE(content(u"a.db"_s), before);
}

void TestDatabase::sealedFileHasTemporaryTables()
{
    makeDatabase(u"a.db"_s);
    Database database(path(u"a.db"_s), Database::Mode::ReadSealed);
    QVERIFY(database.exec(u"CREATE TEMP TABLE rank AS SELECT a FROM t ORDER BY a DESC"_s));
    QCOMPARE(database.value(u"SELECT a FROM rank"_s).toInt(), 3);
    QCOMPARE(files(), QStringList{u"a.db"_s});
}

void TestDatabase::readerCannotWrite()
{
    makeDatabase(u"a.db"_s);
    for (const auto mode : {Database::Mode::Read, Database::Mode::ReadSealed}) {
        Database database(path(u"a.db"_s), mode);
        QVERIFY(!database.exec(u"INSERT INTO t VALUES (4)"_s));
        QCOMPARE(kindOf(database), Kind::NotWritable);
    }
}

void TestDatabase::readerSeesWhatAWriterCommits()
{
    makeDatabase(u"a.db"_s, u"wal"_s);
    Database writer(path(u"a.db"_s), Database::Mode::Write);
    Database reader(path(u"a.db"_s), Database::Mode::Read);
    QVERIFY(writer.exec(u"BEGIN IMMEDIATE"_s));
    QVERIFY(writer.exec(u"INSERT INTO t VALUES (4)"_s));
    QCOMPARE(reader.value(u"SELECT count(*) FROM t"_s).toInt(), 3);
    QVERIFY(writer.exec(u"COMMIT"_s));
    QCOMPARE(reader.value(u"SELECT count(*) FROM t"_s).toInt(), 4);
    QVERIFY(!reader.problem());
}

void TestDatabase::problemHasItsKind_data()
{
    QTest::addColumn<QByteArray>("bytes"); // null: there is no file
    QTest::addColumn<bool>("isWriter");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("no file") << QByteArray() << false << Kind::Removed;
    QTest::newRow("text") << QByteArray(2000, 'x') << false << Kind::NotAnInventory;
    QTest::newRow("text to write") << QByteArray(2000, 'x') << true << Kind::NotAnInventory;
}

void TestDatabase::problemHasItsKind()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isWriter);
    if (!bytes.isNull())
        QVERIFY(put(u"a.db"_s, bytes));
    Database database(path(u"a.db"_s), isWriter ? Database::Mode::Write : Database::Mode::Read);
    (void)database.value(u"SELECT count(*) FROM sqlite_schema"_s);
    QVERIFY(database.problem());
    QTEST(database.problem()->kind, "kind");
}

void TestDatabase::fullFileIsAFullDisk()
{
    makeDatabase(u"a.db"_s);
    Database database(path(u"a.db"_s), Database::Mode::Write);
    QVERIFY(database.exec(u"PRAGMA max_page_count = 3"_s));
    QVERIFY(!database.exec(u"INSERT INTO t VALUES (zeroblob(100000))"_s));
    QCOMPARE(kindOf(database), Kind::DiskFull);
}

void TestDatabase::fileThatCannotGrowIsNotWritable()
{
    makeDatabase(u"a.db"_s);
    Database database(path(u"a.db"_s), Database::Mode::Write);
    {
        const FileSizeLimit limit(20'000);
        QVERIFY(!database.exec(u"INSERT INTO t VALUES (zeroblob(100000))"_s));
    }
    QCOMPARE(kindOf(database), Kind::NotWritable);
    (void)database.takeProblem();
    QVERIFY(database.exec(u"INSERT INTO t VALUES (4)"_s));
}

void TestDatabase::lockedFileIsBusy()
{
    makeDatabase(u"a.db"_s);
    Database one(path(u"a.db"_s), Database::Mode::Write);
    Database other(path(u"a.db"_s), Database::Mode::Write);
    QVERIFY(other.exec(u"PRAGMA busy_timeout = 0"_s));
    QVERIFY(one.exec(u"BEGIN IMMEDIATE"_s));
    QVERIFY(!other.exec(u"BEGIN IMMEDIATE"_s));
    QCOMPARE(kindOf(other), Kind::Busy);
}

void TestDatabase::removedFileIsNoticed()
{
    makeDatabase(u"a.db"_s);
    Database database(path(u"a.db"_s), Database::Mode::Write);
    QVERIFY(database.exec(u"INSERT INTO t VALUES (4)"_s));
    QVERIFY(database.isInPlace());
    QVERIFY(QFile::remove(path(u"a.db"_s)));
    QVERIFY(!database.isInPlace());
    database.exec(u"INSERT INTO t VALUES (5)"_s);
    QCOMPARE(kindOf(database), Kind::Removed);
}

void TestDatabase::replacedFileIsNoticed()
{
    makeDatabase(u"a.db"_s);
    makeDatabase(u"b.db"_s);
    Database database(path(u"a.db"_s), Database::Mode::Read);
    QVERIFY(QFile::rename(path(u"a.db"_s), path(u"c.db"_s)));
    QVERIFY(QFile::rename(path(u"b.db"_s), path(u"a.db"_s)));
    QVERIFY(!database.isInPlace());
}

void TestDatabase::runningStatementIsCancelled()
{
    makeDatabase(u"a.db"_s);
    Database database(path(u"a.db"_s), Database::Mode::Read);
    QVERIFY(database.canInterrupt());
    QElapsedTimer elapsed;
    elapsed.start();
    database.setCancelTest([&] { return elapsed.elapsed() > 20; });
    (void)database.value(Endless);
    QCOMPARE(kindOf(database), Kind::Cancelled);
    QVERIFY(elapsed.elapsed() < 2000);
}

void TestDatabase::cancelledDatabaseGoesOn()
{
    makeDatabase(u"a.db"_s);
    Database database(path(u"a.db"_s), Database::Mode::Read);
    int calls = 0;
    database.setCancelTest([&] { return ++calls > 5; });
    {
        Statement endless(database, Endless);
        QVERIFY(!endless.next());
    }
    QCOMPARE(kindOf(database), Kind::Cancelled);
    database.setCancelTest({});
    (void)database.takeProblem();
    QCOMPARE(database.value(u"SELECT count(*) FROM t"_s).toInt(), 3);
}

void TestDatabase::cancelBeforeAStatement()
{
    makeDatabase(u"a.db"_s);
    Database database(path(u"a.db"_s), Database::Mode::Write);
    database.setCancelTest([] { return true; });
    QVERIFY(!database.exec(u"INSERT INTO t VALUES (4)"_s));
    QCOMPARE(kindOf(database), Kind::Cancelled);
}

//! Runs this program again, with this one test, whose child finds no plugins.
void TestDatabase::missingDriverIsSaid()
{
    if (qEnvironmentVariableIsSet(NoPluginsChild)) {
        QCoreApplication::setLibraryPaths({});
        const Database database(path(u"a.db"_s), Database::Mode::Write);
        QCOMPARE(kindOf(database), Kind::NoDriver);
        QVERIFY(files().isEmpty());
        return;
    }
    QProcess child;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QLatin1StringView(NoPluginsChild), u"1"_s);
    child.setProcessEnvironment(environment);
    child.start(QCoreApplication::applicationFilePath(), {u"missingDriverIsSaid"_s});
    QVERIFY(child.waitForFinished());
    QVERIFY2(child.exitCode() == 0, child.readAllStandardOutput().constData());
}

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
