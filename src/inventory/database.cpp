// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "inventory/database.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlRecord>
#include <QStringList>
#include <QUrl>

#include <atomic>

#ifdef Q_OS_UNIX
#include <cerrno>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

struct sqlite3;
struct sqlite3_api_routines;

using namespace Qt::StringLiterals;

namespace Vestibule {

Q_LOGGING_CATEGORY(inventoryLog, "vestibule.inventory", QtWarningMsg)

namespace {

constexpr auto Driver = "QSQLITE"_L1;
constexpr int LongestDetail = 300; //!< of a problem, in characters

//! The result codes that are told apart, from sqlite3.h: the lowest byte is the primary code.
enum SqliteCode {
    Permission = 3,
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    Interrupt = 9,
    InputOutput = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    Authorization = 23,
    NotADatabase = 26,
    ShortRead = InputOutput | (2 << 8),
    WriteFailed = InputOutput | (3 << 8),
    SyncFailed = InputOutput | (4 << 8),
    FolderSyncFailed = InputOutput | (5 << 8),
    TruncateFailed = InputOutput | (6 << 8),
    FileMoved = ReadOnly | (4 << 8),
};
constexpr int PrimaryMask = 0xff;

InventoryProblem::Kind kindOf(int code, Database::Mode mode)
{
    using enum InventoryProblem::Kind;
    switch (code) {
    case ShortRead:
        return Damaged;
    case WriteFailed:
    case SyncFailed:
    case FolderSyncFailed:
    case TruncateFailed:
        return NotWritable;
    case FileMoved:
        return Removed;
    default:
        break;
    }
    switch (code & PrimaryMask) {
    case Full:
        return DiskFull;
    case Interrupt:
        return Cancelled;
    case SqliteCode::Busy:
    case Locked:
        return InventoryProblem::Kind::Busy;
    case NotADatabase:
        return NotAnInventory;
    case ReadOnly:
    case Permission:
    case Authorization:
        return NotWritable;
    case CannotOpen:
    case InputOutput:
        return mode == Database::Mode::Write ? NotWritable : NotReadable;
    default: // also a table or a column that is missing
        return Damaged;
    }
}

//! The functions of SQLite that Qt has none for, from the library that Qt's driver has loaded. It
//! is not linked, because a program without an inventory need not load it.
struct Sqlite {
    using ProgressHandler = int (*)(void *);

    void (*setProgressHandler)(sqlite3 *, int, ProgressHandler, void *) = nullptr;
    int (*setAutoExtension)(void (*)()) = nullptr;
};

//! The connection that this thread opened last with the system's library.
thread_local sqlite3 *openedLast = nullptr;

int noteOpened(sqlite3 *database, char ** /*error*/, const sqlite3_api_routines * /*api*/)
{
    openedLast = database;
    return 0;
}

//! Only after Qt has loaded its driver. SQLite reports each connection from then on: one that Qt
//! opens without being reported belongs to another copy of SQLite, which must not be called here.
const Sqlite &systemSqlite()
{
    static const Sqlite sqlite = [] {
        Sqlite found;
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
        void *const library = ::dlopen("libsqlite3.so.0", RTLD_NOW | RTLD_NOLOAD);
        if (!library)
            return found;
        found.setProgressHandler = reinterpret_cast<decltype(found.setProgressHandler)>(
            ::dlsym(library, "sqlite3_progress_handler"));
        found.setAutoExtension = reinterpret_cast<decltype(found.setAutoExtension)>(
            ::dlsym(library, "sqlite3_auto_extension"));
        if (found.setAutoExtension)
            found.setAutoExtension(reinterpret_cast<void (*)()>(noteOpened));
#endif
        return found;
    }();
    return sqlite;
}

QString uniqueName()
{
    static std::atomic_int count = 0;
    return u"vestibule-"_s + QString::number(++count);
}

//! A URI, because only that can say that the file is immutable.
QString uriOf(const QString &path, Database::Mode mode)
{
    QString absolute = QFileInfo(path).absoluteFilePath();
    if (!absolute.startsWith(u'/'))
        absolute.prepend(u'/'); // a drive of Windows
    const auto encoded = QString::fromLatin1(QUrl::toPercentEncoding(absolute, "/:"));
    switch (mode) {
    case Database::Mode::ReadSealed:
        return "file:"_L1 + encoded + "?mode=ro&immutable=1"_L1;
    case Database::Mode::Read:
        return "file:"_L1 + encoded + "?mode=ro"_L1;
    case Database::Mode::Write:
        return "file:"_L1 + encoded + "?mode=rw"_L1;
    }
    Q_UNREACHABLE();
}

//! Null if it is there afterwards; otherwise the system's error.
QString makeFile(const QString &path)
{
#ifdef Q_OS_UNIX
    constexpr mode_t OnlyTheUser = 0600;
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, OnlyTheUser);
    if (descriptor < 0)
        return qt_error_string(errno);
    ::close(descriptor);
    return {};
#else
    QFile file(path);
    return file.open(QIODevice::ReadWrite) ? QString() : file.errorString();
#endif
}

} // namespace

Database::Database(QString path, Mode mode)
    : m_path(std::move(path))
    , m_name(uniqueName())
    , m_mode(mode)
{
    open(mode);
}

Database::~Database()
{
    m_database.close();
    m_database = {}; // removeDatabase() warns about a connection that is still in use
    QSqlDatabase::removeDatabase(m_name);
}

void Database::open(Mode mode)
{
    if (!QSqlDatabase::isDriverAvailable(Driver))
        return raise(InventoryProblem::Kind::NoDriver);
    if (mode == Mode::Write) {
        if (const QString error = makeFile(m_path); !error.isNull())
            return raise(InventoryProblem::Kind::NotWritable, error);
    }
    m_database = QSqlDatabase::addDatabase(Driver, m_name);
    if (!m_database.isValid())
        return raise(InventoryProblem::Kind::NoDriver);
#ifdef Q_OS_UNIX
    struct stat status = {};
    if (::stat(QFile::encodeName(m_path).constData(), &status) == 0) {
        m_device = status.st_dev;
        m_inode = status.st_ino;
    }
#endif
    m_database.setDatabaseName(uriOf(m_path, mode));
    m_database.setConnectOptions(mode == Mode::Write ? u"QSQLITE_OPEN_URI"_s
                                                     : u"QSQLITE_OPEN_URI;QSQLITE_OPEN_READONLY"_s);
    (void)systemSqlite();
    openedLast = nullptr;
    if (!m_database.open())
        return fail(m_database.lastError());
    watchProgress();
    // The file may come from a stranger: no functions in its schema, all lengths checked, and no
    // memory mapping, through which an I/O error would end the program.
    for (const QString &pragma :
         {u"PRAGMA trusted_schema = OFF"_s, u"PRAGMA cell_size_check = ON"_s,
          u"PRAGMA mmap_size = 0"_s, u"PRAGMA temp_store = MEMORY"_s})
        exec(pragma);
}

void Database::watchProgress()
{
    constexpr int Operations = 1000; // some 50 microseconds of SQLite's virtual machine
    const QVariant handle = m_database.driver()->handle();
    if (qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return;
    auto *const database = *static_cast<sqlite3 *const *>(handle.constData());
    m_canInterrupt = database && database == openedLast && systemSqlite().setProgressHandler;
    if (!m_canInterrupt) {
        qCWarning(inventoryLog,
                  "Qt's driver has its own copy of SQLite: nothing can be cancelled "
                  "while it runs");
        return;
    }
    systemSqlite().setProgressHandler(
        database, Operations,
        [](void *self) { return static_cast<const Database *>(self)->isCancelled() ? 1 : 0; },
        this);
}

bool Database::isInPlace() const
{
#ifdef Q_OS_UNIX
    struct stat status = {};
    return ::stat(QFile::encodeName(m_path).constData(), &status) == 0 && status.st_dev == m_device
        && status.st_ino == m_inode;
#else
    return QFile::exists(m_path);
#endif
}

bool Database::isReady()
{
    if (!m_problem && isCancelled())
        raise(InventoryProblem::Kind::Cancelled);
    return !m_problem;
}

bool Database::exec(const QString &sql)
{
    if (!isReady())
        return false;
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(sql))
        fail(query.lastError());
    return !m_problem;
}

//! The test for cancelling stays as it is, because other threads may call it. COMMIT is too short
//! for SQLite to ask it.
void Database::endReading()
{
    QSqlQuery query(m_database);
    if (!query.exec(u"COMMIT"_s))
        fail(query.lastError()); // a problem that is there already stays
}

QVariant Database::value(const QString &sql)
{
    if (!isReady())
        return {};
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    const bool hasRow = query.exec(sql) && query.next();
    if (query.lastError().isValid())
        fail(query.lastError());
    return hasRow && !m_problem ? query.value(0) : QVariant();
}

void Database::raise(InventoryProblem::Kind kind, const QString &detail)
{
    if (m_problem)
        return;
    m_problem = InventoryProblem{kind, detail.left(LongestDetail), m_path};
}

void Database::fail(const QSqlError &error)
{
    const int code = error.nativeErrorCode().toInt();
    InventoryProblem::Kind kind = kindOf(code, m_mode);
    if (kind != InventoryProblem::Kind::Cancelled && kind != InventoryProblem::Kind::NoDriver
        && !isInPlace())
        kind = InventoryProblem::Kind::Removed;
    qCDebug(inventoryLog, "SQLite failed with code %d", code);
    raise(kind, error.databaseText());
}

std::optional<InventoryProblem> Database::takeProblem()
{
    return std::exchange(m_problem, {});
}

void Database::setCancelTest(std::function<bool()> isCancelled)
{
    m_isCancelled = std::move(isCancelled);
}

//! Qt formats a text for each value that is bound by its position, which takes longer than the
//! insert in SQLite. Values that are bound by names are found by those.
const QString &Statement::parameterName(qsizetype position)
{
    static const QStringList names = [] {
        constexpr int MostParameters = 16;
        QStringList list;
        for (int i = 0; i < MostParameters; ++i)
            list.append(u":p"_s + QString::number(i));
        return list;
    }();
    return names.at(position);
}

Statement::Statement(Database &database, const QString &sql)
    : m_database(database)
    , m_query(database.m_database)
{
    m_query.setForwardOnly(true); // otherwise Qt keeps every row
    if (!m_database.isReady())
        return;
    const QStringList parts = sql.split(u'?');
    QString named = parts.constFirst();
    for (qsizetype i = 1; i < parts.size(); ++i)
        named += parameterName(i - 1) + parts.at(i);
    m_isPrepared = m_query.prepare(named);
    if (!m_isPrepared)
        m_database.fail(m_query.lastError());
}

bool Statement::run()
{
    if (!m_isPrepared || !m_database.isReady())
        return false;
    if (!m_query.exec()) {
        m_database.fail(m_query.lastError());
        return false;
    }
    m_changedRows = m_query.numRowsAffected(); // both are only known before finish()
    m_insertedRow = m_changedRows > 0 ? m_query.lastInsertId().toLongLong() : 0;
    m_query.finish();
    return true;
}

bool Statement::next()
{
    if (!m_isPrepared || !m_database.isReady())
        return false;
    if (!m_isActive) {
        m_isActive = true;
        if (!m_query.exec()) {
            m_database.fail(m_query.lastError());
            return false;
        }
    }
    if (m_query.next())
        return true;
    // Qt reports an error in the middle of the rows like the end of them.
    if (m_query.lastError().isValid())
        m_database.fail(m_query.lastError());
    m_query.finish();
    m_isActive = false;
    return false;
}

qint64 Statement::integer(int column)
{
    const QVariant value = m_query.value(column);
    if (value.typeId() == QMetaType::LongLong && !value.isNull())
        return value.toLongLong();
    raiseType(column, "integer");
    return 0;
}

QString Statement::text(int column)
{
    const QVariant value = m_query.value(column);
    if (value.typeId() == QMetaType::QString && !m_query.isNull(column))
        return value.toString();
    raiseType(column, "text");
    return {};
}

std::optional<QString> Statement::optionalText(int column)
{
    if (m_query.isNull(column))
        return {};
    return text(column);
}

void Statement::raiseType(int column, const char *expected)
{
    m_database.raise(InventoryProblem::Kind::Damaged,
                     u"%1: not of type %2"_s.arg(m_query.record().fieldName(column),
                                                 QLatin1StringView(expected)));
}

} // namespace Vestibule
