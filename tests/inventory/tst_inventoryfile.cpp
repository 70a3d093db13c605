// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "inventory/inventoryfile.h"

#include "inventory/databasethread.h"
#include "support/connectionsamples.h"
#include "support/filesizelimit.h"
#include "support/folderfixture.h"
#include "support/inventorysamples.h"
#include "support/replywait.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>
#include <QtEndian>

#include <chrono>
#include <memory>
#include <optional>
#include <utility>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Vestibule;
using Kind = InventoryProblem::Kind;

namespace {

constexpr auto NoPluginsChild = "VESTIBULE_TEST_NO_PLUGINS_CHILD";
const QString Name = u"a.vestibule"_s;

} // namespace

class TestInventoryFile final : public QObject, private FolderFixture {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        QVERIFY(makeFolder());
        qputenv("XDG_DATA_HOME", path(u"data"_s).toUtf8());
    }
    void cleanup()
    {
        QFile::setPermissions(m_folder->path(), QFile::Permissions(0x7700));
        QVERIFY(DatabaseThread::waitForEnded(std::chrono::seconds(10)));
    }

    void inventoryIsOpened();
    void openingWritesNothing_data();
    void openingWritesNothing();
    void linkIsFollowed();
    void noInventoryIsRefused_data();
    void noInventoryIsRefused();
    void hugeFileIsRefusedAtOnce();
    void foreignContentIsRefused_data();
    void foreignContentIsRefused();
    void impossibleValuesAreRefused_data();
    void impossibleValuesAreRefused();
    void journalBesideIsRefused_data();
    void journalBesideIsRefused();
    void emptyJournalBesideIsNothing();
    void workingInventoryIsReadWithItsJournal();
    void workingInventoryInAReadOnlyFolder();
    void damagedFileIsRefusedOrValid_data();
    void damagedFileIsRefusedOrValid();
    void removedWhileOpen();
    void cutWhileOpen();
    void droppedOpeningEnds();
    void missingDriverIsSaid();

    void sealedCopyHasAllInOneFile();
    void sealedCopyOfARunningSweep();
    void sealingKeepsModeAndLink();
    void sealingOverItself();
    void sealingFails_data();
    void sealingFails();
    void sealingOnAFullDisk();
    void cancelledSealingLeavesTheTarget();

private:
    //! An inventory of some pages, with raw rows.
    void write(const QString &name = Name, const QStringList &more = {}, int organizations = 30)
    {
        Samples::InventoryBuilder builder(path(name));
        for (int i = 0; i < organizations; ++i) {
            const QString number = QString::number(i);
            const auto owner = builder.addOrganization(
                {"org_"_L1 + number, "acme-"_L1 + number, "Acme "_L1 + number});
            for (int k = 0; k < 3; ++k) {
                builder.addLink(owner, changed(okta(), [&](OrganizationConnection &row) {
                                    row.connectionId = u"con_%1"_s.arg(k == 0 ? 0 : i * 10 + k);
                                    row.json =
                                        QByteArray(R"({"connection_id":"con_0123456789abcdef"})");
                                }));
            }
        }
        for (const QString &statement : more)
            builder.exec(statement);
        const auto problem = builder.finish();
        QVERIFY2(!problem, problem ? qPrintable(problem->detail) : "");
    }
    //! Changes a finished inventory, as another program can.
    void change(const QStringList &statements)
    {
        Database database(path(Name), Database::Mode::Write);
        for (const QString &statement : statements)
            database.exec(statement);
        QVERIFY(!database.problem());
    }
    [[nodiscard]] std::optional<InventoryProblem> problemOf(const QString &name = Name) const
    {
        const auto result = resultOf(openInventory(path(name)));
        return result ? std::nullopt : std::optional(result.error());
    }
    //! Reads everything through the source; a problem, or none.
    [[nodiscard]] static std::optional<InventoryProblem> readAll(InventorySource &source)
    {
        if (const auto summary = resultOf(source.summarize()); !summary)
            return summary.error();
        for (const auto list :
             {InventoryList::Links, InventoryList::Connections, InventoryList::Organizations}) {
            const InventoryQuery query{.list = list, .filter = {.findText = u"c"_s}};
            const auto view = resultOf(source.open(query));
            if (!view)
                return view.error();
            const auto rows = resultOf(source.fetch(*view, 0, view->rows));
            if (!rows)
                return rows.error();
            if (rows->size() != view->rows)
                return InventoryProblem{Kind::Damaged, u"rows are missing"_s};
            if (const auto facets = resultOf(source.facets(query)); !facets)
                return facets.error();
        }
        return {};
    }
    [[nodiscard]] QString workingName() const
    {
        return u"data/vestibule/inventories/w.vestibule"_s;
    }
    //! In WAL mode, and open for writing.
    [[nodiscard]] std::unique_ptr<Database> writeWorking()
    {
        QDir().mkpath(path(u"data/vestibule/inventories"_s));
        write(workingName());
        auto writer = std::make_unique<Database>(path(workingName()), Database::Mode::Write);
        (void)writer->value(u"PRAGMA journal_mode = WAL"_s);
        writer->exec(u"UPDATE organization SET name = 'changed' WHERE ord = 1"_s);
        return writer;
    }
};

void TestInventoryFile::inventoryIsOpened()
{
    write();
    QVERIFY(looksLikeInventory(path(Name)));
    const auto source = resultOf(openInventory(path(Name)));
    QVERIFY(source);
    QVERIFY(!readAll(**source));
    QCOMPARE(resultOf((*source)->summarize())->links, 90);
    QCOMPARE(resultOf((*source)->summarize())->connections, 61);
}

void TestInventoryFile::openingWritesNothing_data()
{
    QTest::addColumn<QString>("mode");
    QTest::addColumn<bool>("isReadOnly");
    QTest::newRow("sealed") << u"delete"_s << false;
    QTest::newRow("sealed, in a read-only folder") << u"delete"_s << true;
    QTest::newRow("left in WAL mode") << u"wal"_s << false;
    QTest::newRow("left in WAL mode, in a read-only folder") << u"wal"_s << true;
}

void TestInventoryFile::openingWritesNothing()
{
    QFETCH(QString, mode);
    QFETCH(bool, isReadOnly);
    write();
    change({"PRAGMA journal_mode = "_L1 + mode});
    const QByteArray before = content(Name);
    QCOMPARE(before.at(18), mode == "wal"_L1 ? '\2' : '\1');
    if (isReadOnly)
        QVERIFY(QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::ExeOwner));
    {
        const auto source = resultOf(openInventory(path(Name)));
        QVERIFY(source);
        QVERIFY(!readAll(**source));
        QCOMPARE(files(), QStringList{Name});
    }
    QVERIFY(DatabaseThread::waitForEnded(std::chrono::seconds(10)));
    QCOMPARE(files(), QStringList{Name});
    QCOMPARE(content(Name), before);
}

void TestInventoryFile::linkIsFollowed()
{
    write();
    QVERIFY(QFile::link(path(Name), path(u"link.vestibule"_s)));
    QVERIFY(!problemOf(u"link.vestibule"_s));
    QVERIFY(put(Name + "-wal"_L1, "x"));
    QCOMPARE(problemOf(u"link.vestibule"_s)->kind, Kind::Foreign); // its journal counts
}

void TestInventoryFile::noInventoryIsRefused_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("nothing") << u"nothing"_s << Kind::NotReadable;
    QTest::newRow("nothing behind a link") << u"dangling link"_s << Kind::NotReadable;
    QTest::newRow("empty") << u"empty"_s << Kind::NotAnInventory;
    QTest::newRow("text") << u"text"_s << Kind::NotAnInventory;
    QTest::newRow("part of a header") << u"part"_s << Kind::NotAnInventory;
    QTest::newRow("header alone") << u"header"_s << Kind::Damaged;
    QTest::newRow("other database") << u"database"_s << Kind::NotAnInventory;
    QTest::newRow("without a version") << u"version 0"_s << Kind::NotAnInventory;
    QTest::newRow("newer") << u"version 2"_s << Kind::NewerVersion;
    QTest::newRow("folder") << u"folder"_s << Kind::NotAFile;
    QTest::newRow("pipe") << u"pipe"_s << Kind::NotAFile;
    QTest::newRow("device") << u"device"_s << Kind::NotAFile;
    QTest::newRow("unreadable") << u"unreadable"_s << Kind::NotReadable;
}

void TestInventoryFile::noInventoryIsRefused()
{
    QFETCH(QString, what);
    QFETCH(Kind, kind);
    if (what == "unreadable"_L1 && geteuid() == 0)
        QSKIP("root can read everything");
    if (what == "dangling link"_L1) {
        QVERIFY(QFile::link(path(u"none"_s), path(Name)));
    } else if (what == "empty"_L1) {
        QVERIFY(put(Name, {}));
    } else if (what == "text"_L1) {
        QVERIFY(put(Name, QByteArray(5000, 'x')));
    } else if (what == "folder"_L1) {
        QVERIFY(QDir().mkdir(path(Name)));
    } else if (what == "pipe"_L1) {
        QCOMPARE(::mkfifo(path(Name).toUtf8().constData(), 0600), 0);
    } else if (what == "device"_L1) {
        QVERIFY(QFile::link(u"/dev/zero"_s, path(Name)));
    } else if (what != "nothing"_L1) {
        write();
        const QByteArray bytes = content(Name);
        if (what == "part"_L1)
            QVERIFY(put(Name, bytes.first(99)));
        else if (what == "header"_L1)
            QVERIFY(put(Name, bytes.first(100)));
        else if (what == "database"_L1)
            change({u"PRAGMA application_id = 1"_s});
        else if (what == "version 0"_L1)
            change({u"PRAGMA user_version = 0"_s});
        else if (what == "version 2"_L1)
            change({u"PRAGMA user_version = 2"_s});
        else
            QVERIFY(QFile::setPermissions(path(Name), QFile::WriteOwner));
    }
    const QStringList before = files();
    const auto problem = problemOf();
    QVERIFY(problem);
    QCOMPARE(problem->kind, kind);
    QCOMPARE(problem->path, path(Name));
    QCOMPARE(problem->kind == Kind::NewerVersion ? problem->detail : u"2"_s, u"2"_s);
    QCOMPARE(problem->detail.isEmpty(), kind == Kind::NotAnInventory || kind == Kind::NotAFile);
    QCOMPARE(files(), before);
    QCOMPARE(looksLikeInventory(path(Name)), kind == Kind::NewerVersion || kind == Kind::Damaged);
}

void TestInventoryFile::hugeFileIsRefusedAtOnce()
{
    constexpr qint64 Size = 20'000'000'000;
    QVERIFY(put(u"zeros"_s, {}));
    QVERIFY(QFile::resize(path(u"zeros"_s), Size));
    QElapsedTimer elapsed;
    elapsed.start();
    QCOMPARE(problemOf(u"zeros"_s)->kind, Kind::NotAnInventory);
    write();
    QVERIFY(QFile::resize(path(Name), Size)); // an inventory, and then zeros
    const auto problem = problemOf();
    QVERIFY(!problem || problem->kind == Kind::Damaged);
    QVERIFY2(elapsed.elapsed() < 5000, qPrintable(QString::number(elapsed.elapsed())));
}

void TestInventoryFile::foreignContentIsRefused_data()
{
    QTest::addColumn<QStringList>("statements");
    QTest::addColumn<QString>("what");
    QTest::newRow("table") << QStringList{u"CREATE TABLE notes(a)"_s} << u"notes"_s;
    QTest::newRow("view") << QStringList{u"CREATE VIEW v AS SELECT * FROM link"_s} << u"v"_s;
    QTest::newRow("index") << QStringList{u"CREATE INDEX i ON link(org)"_s} << u"i"_s;
    QTest::newRow("trigger") << QStringList{u"CREATE TRIGGER t AFTER INSERT ON run BEGIN "
                                            "SELECT 1; END"_s}
                             << u"t"_s;
    QTest::newRow("statistics") << QStringList{u"ANALYZE"_s} << u"sqlite_stat1"_s;
    QTest::newRow("column") << QStringList{u"ALTER TABLE run ADD COLUMN a"_s} << u"run"_s;
    QTest::newRow("column with another name")
        << QStringList{u"ALTER TABLE mute RENAME COLUMN reason TO why"_s} << u"mute"_s;
    QTest::newRow("without a table") << QStringList{u"DROP TABLE mute"_s} << u"mute"_s;
    QTest::newRow("without an index")
        << QStringList{u"DROP INDEX link_by_connection"_s} << u"link_by_connection"_s;
    QTest::newRow("table under another name")
        << QStringList{u"PRAGMA writable_schema = ON"_s,
                       u"UPDATE sqlite_schema SET sql = replace(sql, 'reason', 'reasom')"_s}
        << u"mute"_s;
    QTest::newRow("table-valued view")
        << QStringList{u"CREATE VIRTUAL TABLE f USING fts5(a)"_s} << u"f"_s;
}

void TestInventoryFile::foreignContentIsRefused()
{
    QFETCH(QStringList, statements);
    QFETCH(QString, what);
    write();
    change(statements);
    const auto problem = problemOf();
    QVERIFY(problem);
    QCOMPARE(problem->kind, Kind::Foreign);
    QCOMPARE(problem->detail, what);
    QCOMPARE(files(), QStringList{Name});
}

void TestInventoryFile::impossibleValuesAreRefused_data()
{
    QTest::addColumn<QString>("statement");
    const QList<std::pair<const char *, QString>> statements{
        {"flag", u"UPDATE link SET is_enabled = 7 WHERE org = 3"_s},
        {"flag as text", u"UPDATE link SET show_as_button = 'yes' WHERE org = 3"_s},
        {"level as number", u"UPDATE link SET organization_access_level = x'3132' WHERE org = 3"_s},
        {"state", u"UPDATE organization SET state = 'asleep' WHERE ord = 3"_s},
        {"time", u"UPDATE organization SET read_at = 'yesterday' WHERE ord = 3"_s},
        {"name as bytes", u"UPDATE organization SET name = x'00ff' WHERE ord = 3"_s},
        {"connection's name as bytes", u"UPDATE connection SET name = x'00ff' WHERE key = 3"_s},
        {"link of no organization", u"UPDATE link SET org = 1000 WHERE org = 3"_s},
        {"link of no connection", u"UPDATE link SET con = 1000 WHERE con = 3"_s},
        {"JSON as bytes", u"UPDATE link_raw SET json = x'00ff' WHERE org = 3"_s}};
    for (const auto &[name, statement] : statements)
        QTest::newRow(name) << statement;
}

//! Written by another program that turned the checks off.
void TestInventoryFile::impossibleValuesAreRefused()
{
    QFETCH(QString, statement);
    write();
    {
        Database database(path(Name), Database::Mode::Write);
        database.exec(u"PRAGMA ignore_check_constraints = ON"_s);
        QVERIFY(database.exec(statement));
    }
    auto problem = problemOf();
    if (!problem)
        problem = readAll(**resultOf(openInventory(path(Name))));
    QVERIFY(problem);
    QCOMPARE(problem->kind, Kind::Damaged);
    QVERIFY(!problem->detail.isEmpty());
}

void TestInventoryFile::journalBesideIsRefused_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::newRow("WAL") << u"-wal"_s;
    QTest::newRow("journal") << u"-journal"_s;
}

void TestInventoryFile::journalBesideIsRefused()
{
    QFETCH(QString, suffix);
    write();
    QVERIFY(put(Name + suffix, "x"));
    const auto problem = problemOf();
    QVERIFY(problem);
    QCOMPARE(problem->kind, Kind::Foreign);
    QCOMPARE(problem->detail, Name + suffix);
    QCOMPARE(files(), (QStringList{Name, Name + suffix}));
}

void TestInventoryFile::emptyJournalBesideIsNothing()
{
    write();
    QVERIFY(put(Name + "-wal"_L1, {}));
    QVERIFY(!problemOf());
}

void TestInventoryFile::workingInventoryIsReadWithItsJournal()
{
    const auto writer = writeWorking();
    QVERIFY(QFileInfo(path(workingName() + "-wal"_L1)).size() > 0);
    const auto source = resultOf(openInventory(path(workingName())));
    QVERIFY(source);
    const auto view = resultOf((*source)->open({.filter = {.organization = u"changed"_s}}));
    QCOMPARE(view->rows, 3);
}

void TestInventoryFile::workingInventoryInAReadOnlyFolder()
{
    writeWorking().reset();
    QVERIFY(!QFile::exists(path(workingName() + "-wal"_L1)));
    const QString folder = QFileInfo(path(workingName())).path();
    QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner));
    const auto problem = problemOf(workingName());
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QVERIFY(!problem);
}

void TestInventoryFile::damagedFileIsRefusedOrValid_data()
{
    QTest::addColumn<QString>("damage");
    QTest::newRow("a bit") << u"bit"_s;
    QTest::newRow("a byte") << u"byte"_s;
    QTest::newRow("cut") << u"cut"_s;
    QTest::newRow("zeros") << u"zeros"_s;
    QTest::newRow("a page moved") << u"page"_s;
}

void TestInventoryFile::damagedFileIsRefusedOrValid()
{
    QFETCH(QString, damage);
    constexpr int Rounds = 250;
    write(Name, {}, 8);
    const QByteArray whole = content(Name);
    const qsizetype pages = whole.size() / 4096;
    QRandomGenerator random(3);
    int opened = 0;
    for (int round = 0; round < Rounds; ++round) {
        QByteArray bytes = whole;
        // Half of the places in the first page, which has the header and the schema.
        const auto place = qsizetype(random.bounded(quint64(round % 2 ? whole.size() : 4096)));
        if (damage == "bit"_L1) {
            bytes[place] = char(bytes.at(place) ^ (1 << random.bounded(8)));
        } else if (damage == "byte"_L1) {
            bytes[place] = char(random.bounded(256));
        } else if (damage == "cut"_L1) {
            bytes.truncate(place);
        } else if (damage == "zeros"_L1) {
            bytes.replace(place, 50, QByteArray(50, '\0'));
            bytes.truncate(whole.size());
        } else {
            const qsizetype from = random.bounded(int(pages)) * 4096;
            bytes.replace(random.bounded(int(pages)) * 4096, 4096, whole.sliced(from, 4096));
        }
        QVERIFY(put(Name, bytes));
        const auto source = resultOf(openInventory(path(Name)));
        if (source) {
            ++opened;
            const auto problem = readAll(**source);
            QVERIFY2(!problem || problem->kind == Kind::Damaged,
                     problem ? qPrintable(problem->detail) : "");
        } else {
            const Kind kind = source.error().kind;
            QVERIFY2(kind == Kind::Damaged || kind == Kind::NotAnInventory
                         || kind == Kind::NewerVersion || kind == Kind::Foreign,
                     qPrintable(QString::number(int(kind)) + source.error().detail));
        }
        QCOMPARE(files(), QStringList{Name});
        QCOMPARE(content(Name), bytes);
    }
    QVERIFY(opened < Rounds);
}

void TestInventoryFile::removedWhileOpen()
{
    write();
    const auto source = resultOf(openInventory(path(Name)));
    QVERIFY(QFile::remove(path(Name)));
    const auto problem = readAll(**source); // the system keeps the content until it is closed
    QVERIFY(!problem || problem->kind == Kind::Removed);
    QCOMPARE(files(), QStringList());
}

void TestInventoryFile::cutWhileOpen()
{
    write(Name, {}, 3000);
    const auto source = resultOf(openInventory(path(Name)));
    const auto view = resultOf((*source)->open({}));
    QVERIFY(QFile::resize(path(Name), 4096));
    const auto rows = resultOf((*source)->fetch(*view, 0, view->rows));
    QVERIFY(!rows);
    QCOMPARE(rows.error().kind, Kind::Damaged);
}

void TestInventoryFile::droppedOpeningEnds()
{
    write();
    for (int i = 0; i < 50; ++i) {
        auto reply = openInventory(path(Name));
        QTest::qWait(i % 5);
        reply.reset();
    }
    QVERIFY(!problemOf());
}

//! Runs this program again, with this one test, whose child finds no plugins.
void TestInventoryFile::missingDriverIsSaid()
{
    if (qEnvironmentVariableIsSet(NoPluginsChild)) {
        QByteArray header(4096, '\0');
        header.replace(0, 15, "SQLite format 3");
        qToBigEndian(InventoryVersion, header.data() + 60);
        qToBigEndian(InventoryApplicationId, header.data() + 68);
        QVERIFY(put(Name, header));
        QCoreApplication::setLibraryPaths({});
        QCOMPARE(problemOf()->kind, Kind::NoDriver);
        QCOMPARE(resultOf(sealInventory(path(Name), path(u"b"_s))).error().kind, Kind::NoDriver);
        QCOMPARE(files(), QStringList{Name});
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

void TestInventoryFile::sealedCopyHasAllInOneFile()
{
    write();
    change({u"PRAGMA journal_mode = wal"_s});
    QVERIFY(resultOf(sealInventory(path(Name), path(u"b.vestibule"_s))));
    QCOMPARE(files(), (QStringList{Name, u"b.vestibule"_s}));
    const QByteArray bytes = content(u"b.vestibule"_s);
    QCOMPARE(bytes.mid(18, 2), "\1\1"_ba); // no WAL
    QVERIFY(looksLikeInventory(path(u"b.vestibule"_s)));
    const auto one = resultOf(openInventory(path(Name)));
    const auto other = resultOf(openInventory(path(u"b.vestibule"_s)));
    QVERIFY(one && other);
    QVERIFY(*resultOf((*one)->summarize()) == *resultOf((*other)->summarize()));
    const auto view = resultOf((*one)->open({}));
    const auto otherView = resultOf((*other)->open({}));
    QVERIFY(*resultOf((*one)->fetch(*view, 0, 100))
            == *resultOf((*other)->fetch(*otherView, 0, 100)));
}

void TestInventoryFile::sealedCopyOfARunningSweep()
{
    const auto writer = writeWorking();
    QVERIFY(writer->exec(u"BEGIN IMMEDIATE"_s));
    QVERIFY(writer->exec(u"UPDATE organization SET name = 'uncommitted' WHERE ord = 2"_s));
    QVERIFY(resultOf(sealInventory(path(workingName()), path(Name))));
    QVERIFY(writer->exec(u"COMMIT"_s));
    QVERIFY(files().contains(Name));
    Database copy(path(Name), Database::Mode::ReadSealed);
    QCOMPARE(copy.value(u"SELECT name FROM organization WHERE ord = 1"_s).toString(), u"changed"_s);
    QCOMPARE(copy.value(u"SELECT name FROM organization WHERE ord = 2"_s).toString(), u"acme-1"_s);
    QCOMPARE(copy.value(u"PRAGMA journal_mode"_s).toString(), u"delete"_s);
}

void TestInventoryFile::sealingKeepsModeAndLink()
{
    write();
    QVERIFY(put(u"real.vestibule"_s, "old"));
    QVERIFY(QFile::setPermissions(path(u"real.vestibule"_s), QFile::ReadOwner | QFile::WriteOwner));
    QVERIFY(QFile::link(u"real.vestibule"_s, path(u"link.vestibule"_s)));
    QVERIFY(resultOf(sealInventory(path(Name), path(u"link.vestibule"_s))));
    QCOMPARE(QFileInfo(path(u"link.vestibule"_s)).symLinkTarget(), path(u"real.vestibule"_s));
    QVERIFY(looksLikeInventory(path(u"real.vestibule"_s)));
    struct stat status = {};
    QCOMPARE(::stat(path(u"real.vestibule"_s).toUtf8().constData(), &status), 0);
    QCOMPARE(status.st_mode & 0777U, 0600U);
    QCOMPARE(files().size(), 3);
}

void TestInventoryFile::sealingOverItself()
{
    write();
    QVERIFY(resultOf(sealInventory(path(Name), path(Name))));
    QCOMPARE(files(), QStringList{Name});
    QVERIFY(!problemOf());
}

void TestInventoryFile::sealingFails_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("no folder") << u"none/b.vestibule"_s << Kind::NotWritable;
    QTest::newRow("a folder") << u"folder"_s << Kind::NotAFile;
    QTest::newRow("a pipe") << u"pipe"_s << Kind::NotAFile;
    QTest::newRow("a device") << u"/dev/full"_s << Kind::NotAFile;
}

void TestInventoryFile::sealingFails()
{
    QFETCH(QString, target);
    write();
    QVERIFY(QDir().mkdir(path(u"folder"_s)));
    QCOMPARE(::mkfifo(path(u"pipe"_s).toUtf8().constData(), 0600), 0);
    const QStringList before = files();
    const QString full = target.startsWith(u'/') ? target : path(target);
    const auto result = resultOf(sealInventory(path(Name), full));
    QVERIFY(!result);
    QTEST(result.error().kind, "kind");
    QCOMPARE(result.error().path, full);
    QCOMPARE(files(), before);
}

//! At many sizes, so that it fails at the beginning, in the middle and at the end.
void TestInventoryFile::sealingOnAFullDisk()
{
    write();
    QVERIFY(put(u"b.vestibule"_s, "old"));
    const qint64 size = QFileInfo(path(Name)).size();
    for (qint64 limit = 0; limit < size; limit += size / 20) {
        auto reply = sealInventory(path(Name), path(u"b.vestibule"_s));
        std::optional<Result<std::monostate, InventoryProblem>> result;
        {
            const FileSizeLimit full{rlim_t(limit)};
            result = resultOf(sealInventory(path(Name), path(u"c.vestibule"_s)));
        }
        QVERIFY(!*result);
        QVERIFY(result->error().kind == Kind::NotWritable
                || result->error().kind == Kind::DiskFull);
        QCOMPARE(result->error().path, path(u"c.vestibule"_s));
        QVERIFY(!QFile::exists(path(u"c.vestibule"_s)));
        reply.reset();
    }
    QTRY_COMPARE(files().filter(u".vestibule-"_s).size(), 0);
}

void TestInventoryFile::cancelledSealingLeavesTheTarget()
{
    write(Name, {}, 5000);
    QVERIFY(put(u"b.vestibule"_s, "old"));
    for (int i = 0; i < 20; ++i) {
        auto reply = sealInventory(path(Name), path(u"b.vestibule"_s));
        QTest::qWait(i);
        reply.reset();
        QTRY_COMPARE(files().size(), 2);
        if (content(u"b.vestibule"_s) != "old")
            QVERIFY(put(u"b.vestibule"_s, "old")); // it was done before
    }
}

QTEST_GUILESS_MAIN(TestInventoryFile)
#include "tst_inventoryfile.moc"
