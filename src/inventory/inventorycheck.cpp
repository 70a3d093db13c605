// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "inventory/inventorycheck.h"

#include "inventory/schema.h"

#include <QByteArray>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QStringList>
#include <QtEndian>

#include <optional>
#include <system_error>
#include <thread>

#ifdef Q_OS_UNIX
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

using Kind = InventoryProblem::Kind;

// The header of a database, from the documentation of SQLite's file format.
constexpr qsizetype HeaderSize = 100;
const QByteArray Magic("SQLite format 3\0", 16);
constexpr qsizetype WriteVersionPlace = 18;
constexpr qsizetype UserVersionPlace = 60;
constexpr qsizetype ApplicationIdPlace = 68;
constexpr char WalVersion = 2;

//! The first bytes of a regular file. A pipe is not opened: that would wait for a writer.
Result<QByteArray, InventoryProblem> readHeader(const QString &path)
{
#ifdef Q_OS_UNIX
    const QByteArray name = QFile::encodeName(path);
    const auto unreadable = [&] {
        return InventoryProblem{Kind::NotReadable, qt_error_string(errno), path};
    };
    struct stat status = {};
    if (::stat(name.constData(), &status) != 0)
        return unreadable();
    if (!S_ISREG(status.st_mode))
        return InventoryProblem{Kind::NotAFile, {}, path};
    const int descriptor = ::open(name.constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0)
        return unreadable();
    QByteArray header(HeaderSize, '\0');
    const ssize_t size = ::read(descriptor, header.data(), std::size_t(header.size()));
    const InventoryProblem problem = unreadable();
    ::close(descriptor);
    if (size < 0)
        return problem;
    return header.first(size);
#else
    if (QFileInfo(path).isDir())
        return InventoryProblem{Kind::NotAFile, {}, path};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return InventoryProblem{Kind::NotReadable, file.errorString(), path};
    return file.read(HeaderSize);
#endif
}

quint32 numberAt(const QByteArray &header, qsizetype place)
{
    return qFromBigEndian<quint32>(header.constData() + place);
}

//! True if the folder is that of working inventories. It is not made here.
bool isInOwnFolder(const QString &path)
{
    const QString own = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
        + "/vestibule/inventories"_L1;
    const QString canonical = QFileInfo(own).canonicalFilePath();
    return !canonical.isEmpty()
        && QFileInfo(QFileInfo(path).canonicalFilePath()).path() == canonical;
}

//! "table link link CREATE TABLE link(...": type, name and table of a statement, and itself.
QString schemaLine(const QString &statement)
{
    const QString words = statement.simplified();
    const QString type = words.section(u' ', 1, 1).toLower();
    const QString name = words.section(u' ', 2, 2).section(u'(', 0, 0);
    const QString table = type == "index"_L1 ? words.section(u' ', 4, 4).section(u'(', 0, 0) : name;
    return type + u' ' + name + u' ' + table + u' ' + statement;
}

} // namespace

Result<Database::Mode, InventoryProblem> modeToOpen(const QString &path)
{
    const auto read = readHeader(path);
    if (!read)
        return read.error();
    const QByteArray &header = *read;
    if (header.size() < HeaderSize || !header.startsWith(Magic)
        || numberAt(header, ApplicationIdPlace) != InventoryApplicationId)
        return InventoryProblem{Kind::NotAnInventory, {}, path};
    const quint32 version = numberAt(header, UserVersionPlace);
    if (version > InventoryVersion)
        return InventoryProblem{Kind::NewerVersion, QString::number(version), path};
    if (version == 0)
        return InventoryProblem{Kind::NotAnInventory, {}, path};
    const bool isWal = header.at(WriteVersionPlace) == WalVersion;
    const QString real = QFileInfo(path).canonicalFilePath(); // SQLite follows links as well
    if (isInOwnFolder(path)) {
        // In a folder that cannot be written, no sweep writes either, and SQLite could not open it.
        const bool isReadOnly = isWal && !QFileInfo(QFileInfo(real).path()).isWritable()
            && !QFile::exists(real + "-wal"_L1);
        return isReadOnly ? Database::Mode::ReadSealed : Database::Mode::Read;
    }
    for (const auto journal : {"-wal"_L1, "-journal"_L1}) {
        const QFileInfo beside(real + journal);
        if (beside.size() > 0)
            return InventoryProblem{Kind::Foreign, beside.fileName(), path};
    }
    return Database::Mode::ReadSealed;
}

void checkSchema(Database &database)
{
    QStringList expected;
    for (const QString &statement : inventorySchema())
        expected.append(schemaLine(statement));
    Statement select(database, u"SELECT type, name, tbl_name, sql FROM sqlite_schema"_s);
    while (select.next()) {
        const QString name = select.text(1);
        // Indexes of UNIQUE have no statement; SQLite refuses one without such a constraint.
        if (select.isNull(3) && name.startsWith("sqlite_autoindex_"_L1))
            continue;
        const QString line =
            select.text(0) + u' ' + name + u' ' + select.text(2) + u' ' + select.text(3);
        if (!expected.removeOne(line))
            database.raise(Kind::Foreign, name);
    }
    if (!expected.isEmpty())
        database.raise(Kind::Foreign, expected.first().section(u' ', 1, 1));
}

void checkContent(Database &database)
{
    const QString result = database.value(u"PRAGMA quick_check(1)"_s).toString();
    if (result != "ok"_L1)
        database.raise(Kind::Damaged, result.simplified());
}

void checkWhile(Database &database, const std::function<void()> &read)
{
    checkSchema(database);
    if (database.problem())
        return;
    std::optional<InventoryProblem> problem;
    std::thread check;
    try {
        check = std::thread([&] {
            Database other(database.path(), database.mode());
            other.setCancelTest([&] { return database.isCancelled(); });
            QElapsedTimer elapsed;
            elapsed.start();
            checkContent(other);
            qCDebug(inventoryLog, "file checked in %lld ms", elapsed.elapsed());
            problem = other.takeProblem();
        });
    } catch (const std::system_error &) { // no thread left
        checkContent(database);
    }
    read();
    if (check.joinable())
        check.join();
    if (!problem || problem->kind == Kind::Cancelled)
        return;
    (void)database.takeProblem();
    database.raise(problem->kind, problem->detail);
}

} // namespace Vestibule
