// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "inventory/inventorywriter.h"

#include "core/connectionfield.h"
#include "core/folding.h"
#include "core/shortened.h"
#include "inventory/database.h"
#include "inventory/databasethread.h"
#include "inventory/inventorycheck.h"
#include "inventory/inventorycontent.h"
#include "inventory/inventorykeys.h"
#include "inventory/keptinventories.h"
#include "inventory/schema.h"
#include "inventory/sweep.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QVariant>

#include <algorithm>
#include <chrono>
#include <optional>
#include <thread>
#include <utility>

#ifdef Q_OS_UNIX
#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#else
#include <QLockFile>
#endif

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Vestibule {

namespace {

using Kind = InventoryProblem::Kind;
using Summary = Result<InventorySummary, InventoryProblem>;

QString timeText(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

QLatin1StringView word(OrganizationState state)
{
    switch (state) {
    case OrganizationState::Waiting:
        return InventoryKeys::Waiting;
    case OrganizationState::Read:
        return InventoryKeys::Read;
    case OrganizationState::Failed:
        return InventoryKeys::Failed;
    case OrganizationState::Gone:
        return InventoryKeys::Gone;
    }
    Q_UNREACHABLE();
}

//! `organization.error_kind`.
QLatin1StringView word(ApiError::Kind kind)
{
    switch (kind) {
    case ApiError::Kind::Offline:
        return "offline"_L1;
    case ApiError::Kind::Closed:
        return "closed"_L1;
    case ApiError::Kind::Proxy:
        return "proxy"_L1;
    case ApiError::Kind::Timeout:
        return "timeout"_L1;
    case ApiError::Kind::Tls:
        return "tls"_L1;
    case ApiError::Kind::SignIn:
        return "sign-in"_L1;
    case ApiError::Kind::Unauthorized:
        return "unauthorized"_L1;
    case ApiError::Kind::Forbidden:
        return "forbidden"_L1;
    case ApiError::Kind::NotFound:
        return "not found"_L1;
    case ApiError::Kind::RateLimited:
        return "rate limited"_L1;
    case ApiError::Kind::Rejected:
        return "rejected"_L1;
    case ApiError::Kind::Server:
        return "server"_L1;
    case ApiError::Kind::Intermediary:
        return "intermediary"_L1;
    case ApiError::Kind::BadPayload:
        return "bad payload"_L1;
    }
    Q_UNREACHABLE();
}

QString hashOf(QStringList ids)
{
    ids.sort();
    ids.removeDuplicates();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &id : std::as_const(ids))
        hash.addData(QByteArray(id.toUtf8() + '\n'));
    return QString::fromLatin1(hash.result().toHex());
}

QString shortHash(const QString &text)
{
    const auto hash = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex().first(32));
}

//! The members of a row that this version does not know, as an object with their names and values;
//! absent if there are none. Those of the nested object have "connection." before their names.
std::optional<QString> otherMembers(const OrganizationConnection &connection)
{
    QStringList members;
    for (const OtherField &other : otherFields(connection)) {
        const QJsonArray name{other.name};
        const QByteArray quoted = QJsonDocument(name).toJson(QJsonDocument::Compact);
        members.append(QString::fromUtf8(quoted.sliced(1, quoted.size() - 2) + ':' + other.json));
    }
    return members.isEmpty() ? std::nullopt : std::optional(u'{' + members.join(u',') + u'}');
}

} // namespace

//! Makes sure that one sweep of a tenant runs at a time, in all programs of this user.
class TenantLock final {
public:
    //! Beside this file. Absent when the lock was taken.
    [[nodiscard]] std::optional<InventoryProblem> take(const QString &file, const QString &tenant);
    ~TenantLock();
    TenantLock() = default;
    Q_DISABLE_COPY_MOVE(TenantLock)

private:
#ifdef Q_OS_UNIX
    int m_descriptor = -1;
#else
    std::optional<QLockFile> m_file;
#endif
};

#ifdef Q_OS_UNIX
// The kernel releases flock() when the program ends in any way. A file with a process id in it, as
// QLockFile writes it, would keep a new program out that has got the number of the crashed one,
// which is the rule in containers.
std::optional<InventoryProblem> TenantLock::take(const QString &file, const QString &tenant)
{
    const QString path = QFileInfo(file).absolutePath() + "/."_L1 + shortHash(tenant) + ".lock"_L1;
    m_descriptor = ::open(QFile::encodeName(path).constData(),
                          O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (m_descriptor < 0) {
        return InventoryProblem{.kind = errno == ENOSPC ? Kind::DiskFull : Kind::NotWritable,
                                .detail = qt_error_string(errno),
                                .path = path};
    }
    const auto lock = [this] { return ::flock(m_descriptor, LOCK_EX | LOCK_NB) == 0 ? 0 : errno; };
    const auto holder = [this] {
        char text[32] = {};
        const ssize_t size = ::pread(m_descriptor, text, sizeof text - 1, 0);
        return QByteArray(text, std::max<ssize_t>(0, size)).trimmed().toLongLong();
    };
    // A sweep that this program has just ended may still be closing its file.
    constexpr int Tries = 20;
    int error = lock();
    for (int i = 0;
         i < Tries && error == EWOULDBLOCK && holder() == QCoreApplication::applicationPid(); ++i) {
        std::this_thread::sleep_for(25ms);
        error = lock();
    }
    if (error == EWOULDBLOCK) {
        const qint64 process = holder();
        return InventoryProblem{.kind = Kind::Busy,
                                .detail = process > 0 ? QString::number(process) : QString(),
                                .path = file};
    }
    if (error != 0) {
        return InventoryProblem{
            .kind = Kind::NotWritable, .detail = qt_error_string(error), .path = path};
    }
    const QByteArray process = QByteArray::number(QCoreApplication::applicationPid()) + '\n';
    if (::ftruncate(m_descriptor, 0) != 0
        || ::pwrite(m_descriptor, process.constData(), size_t(process.size()), 0) != process.size())
        return {}; // the lock counts, not what the file says
    return {};
}

TenantLock::~TenantLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}
#else
std::optional<InventoryProblem> TenantLock::take(const QString &file, const QString &tenant)
{
    m_file.emplace(QFileInfo(file).absolutePath() + u'/' + shortHash(tenant) + ".lock"_L1);
    m_file->setStaleLockTime(0);
    if (m_file->tryLock(500))
        return {};
    qint64 process = 0;
    QString host;
    QString program;
    m_file->getLockInfo(&process, &host, &program);
    const bool isBusy = m_file->error() == QLockFile::LockFailedError;
    return InventoryProblem{.kind = isBusy ? Kind::Busy : Kind::NotWritable,
                            .detail = isBusy && process > 0 ? QString::number(process) : QString(),
                            .path = file};
}

TenantLock::~TenantLock() = default;
#endif

//! A working inventory. Its functions run in the thread of the database.
class WorkingFile final {
public:
    explicit WorkingFile(InventoryWriter::Options options)
        : m_options(std::move(options))
    {
    }

    [[nodiscard]] const QString &path() const { return m_options.path; }
    [[nodiscard]] Summary open(Database &database);
    [[nodiscard]] Summary commit(Database &database, const InventoryBatch &batch);

private:
    //! What the program knows of a connection, to look it up once and not once a link.
    struct KnownConnection {
        qint64 key = 0;
        size_t names = 0; //!< a hash of its name and strategy
    };

    // They stop at the database's first problem, which stays there.
    void lock(Database &database);
    void checkBeginning(Database &database) const;
    void chooseJournal(Database &database) const;
    void makeTables(Database &database);
    void beginInventory(Database &database);
    void insertGiven(Database &database);
    void keepBefore(Database &database) const;
    void becomeEmpty(Database &database);
    void readSummary(Database &database);
    void setKey(Database &database, QLatin1StringView key, const QString &value);
    void writeRun(Database &database, const InventoryBatch &batch);
    void list(Database &database, const QList<Organization> &organizations);
    void write(Database &database, const InventoryBatch &batch);
    void listAgain(Database &database, const InventoryBatch &batch);
    void catalogue(Database &database, const InventoryBatch &batch);

    [[nodiscard]] QString value(QLatin1StringView key) const { return m_keys.value(key); }
    [[nodiscard]] bool isFinished() const
    {
        return m_summary.isPopulationFrozen && m_summary.counts.waiting == 0;
    }

    //! Writes organizations with their links: holds the statements of one batch.
    class Links;

    InventoryWriter::Options m_options;
    std::optional<TenantLock> m_lock;
    QHash<QString, QString> m_keys; //!< the table `inventory`
    InventorySummary m_summary;
    QHash<QString, KnownConnection> m_connections;
    qint64 m_run = 0; //!< the one that runs; 0 if none does
    QDateTime m_at; //!< of the batch
};

Summary WorkingFile::open(Database &database)
{
    lock(database);
    checkBeginning(database);
    if (database.problem())
        return *database.takeProblem();
    if (QFileInfo(path()).size() == 0) {
        makeTables(database);
    } else {
        checkSchema(database);
        checkContent(database);
    }
    readSummary(database);
    if (!database.problem() && m_summary.tenant != m_options.tenant)
        database.raise(Kind::OtherTenant, m_summary.tenant);
    if (database.problem())
        return *database.takeProblem();
    chooseJournal(database);
    const bool isNew = m_summary.counts.listed() == 0 && !m_summary.isPopulationFrozen;
    const bool goesOn = value(InventoryKeys::BegunAnew) == "1"_L1 && !isFinished();
    if (m_options.anew && !isNew && !goesOn) {
        keepBefore(database);
        becomeEmpty(database);
    }
    const QString given = m_options.givenIds.isEmpty() ? QString() : hashOf(m_options.givenIds);
    if (!database.problem() && value(InventoryKeys::GivenIds) != given)
        database.raise(Kind::OtherOrganizations);
    if (m_options.retryFailed && m_summary.counts.failed > 0) {
        database.exec(u"UPDATE organization SET state = 'waiting', read_at = NULL, error_kind = "
                      "NULL, error_status = NULL, error_text = NULL WHERE state = 'failed'"_s);
        readSummary(database);
    }
    return database.result(m_summary);
}

void WorkingFile::lock(Database &database)
{
    if (database.problem())
        return;
    m_lock.emplace();
    if (const auto problem = m_lock->take(path(), m_options.tenant))
        database.raise(problem->kind, problem->detail);
}

//! Before SQLite reads the file: it would take a journal beside a file of another kind for its own.
//! One that a crash left beside a working inventory is no problem.
void WorkingFile::checkBeginning(Database &database) const
{
    if (database.problem() || (QFileInfo(path()).isFile() && QFileInfo(path()).size() == 0))
        return;
    const auto mode = modeToOpen(path());
    if (!mode && mode.error().kind != Kind::Foreign)
        database.raise(mode.error().kind, mode.error().detail);
}

//! WAL makes a commit a hundred times faster, but it leaves files beside the inventory, and is not
//! safe on a network share: it is used in the program's own folder alone. A file system may refuse
//! it even there.
void WorkingFile::chooseJournal(Database &database) const
{
    const QString folder = QFileInfo(path()).absolutePath();
    if (folder == QFileInfo(inventoryFolder()).absoluteFilePath()
        && database.value(u"PRAGMA journal_mode = WAL"_s).toString() == "wal"_L1) {
        database.exec(u"PRAGMA synchronous = NORMAL"_s);
        // In pages, 16 MB: most pages of a sweep change again and again, and are copied once.
        (void)database.value(u"PRAGMA wal_autocheckpoint = 4000"_s);
        return;
    }
    (void)database.value(u"PRAGMA journal_mode = DELETE"_s);
    database.exec(u"PRAGMA synchronous = FULL"_s);
}

//! In one transaction and before WAL is chosen: the file is empty, or says by itself what it is.
void WorkingFile::makeTables(Database &database)
{
    Transaction transaction(database, Transaction::Kind::Write);
    database.exec(u"PRAGMA application_id = %1"_s.arg(InventoryApplicationId));
    database.exec(u"PRAGMA user_version = %1"_s.arg(InventoryVersion));
    for (const QString &statement : inventorySchema())
        database.exec(statement);
    beginInventory(database);
    transaction.commit();
}

void WorkingFile::beginInventory(Database &database)
{
    setKey(database, InventoryKeys::Tenant, m_options.tenant);
    setKey(database, InventoryKeys::ProgramVersion, QCoreApplication::applicationVersion());
    if (!m_options.scopes.isEmpty())
        setKey(database, InventoryKeys::Scopes, m_options.scopes.join(u' '));
    if (m_options.anew)
        setKey(database, InventoryKeys::BegunAnew, u"1"_s);
    insertGiven(database);
}

void WorkingFile::insertGiven(Database &database)
{
    if (m_options.givenIds.isEmpty())
        return;
    Statement insert(database,
                     u"INSERT INTO organization(id, name, display_name, folded, state) VALUES(?, "
                     "'', '', ?, 'waiting') ON CONFLICT(id) DO NOTHING"_s);
    for (const QString &id : std::as_const(m_options.givenIds))
        insert.bind(id, searchText({id})).run();
    setKey(database, InventoryKeys::GivenIds, hashOf(m_options.givenIds));
    setKey(database, InventoryKeys::Frozen, timeText(QDateTime::currentDateTimeUtc()));
}

//! A copy and not another name, because a window may be reading the file. Of one that was not
//! finished no copy is kept: what is kept already is worth more.
void WorkingFile::keepBefore(Database &database) const
{
    if (database.problem() || !isFinished())
        return;
    if (m_options.keep.inventories == 0)
        return pruneKeptInventories(path(), m_options.keep);
    const QString before = keptInventoryPath(path(), m_summary.ended);
    const QString part = before + ".part"_L1;
    QFile::remove(part);
    Statement copy(database, u"VACUUM INTO ?"_s);
    copy.bind(part).run();
    QFile::setPermissions(part, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (database.problem()) {
        QFile::remove(part);
        return;
    }
    QFile::remove(before);
    if (QFile file(part); !file.rename(before))
        database.raise(Kind::NotWritable, file.errorString());
    pruneKeptInventories(path(), m_options.keep);
}

void WorkingFile::becomeEmpty(Database &database)
{
    m_connections.clear();
    Transaction transaction(database, Transaction::Kind::Write);
    for (const auto table : {"link"_L1, "link_raw"_L1, "connection"_L1, "organization"_L1,
                             "appeared"_L1, "catalogue"_L1, "run"_L1, "inventory"_L1})
        database.exec("DELETE FROM "_L1 + table); // all but mute
    beginInventory(database);
    transaction.commit();
    readSummary(database);
}

void WorkingFile::setKey(Database &database, QLatin1StringView key, const QString &value)
{
    Statement insert(database, u"INSERT OR REPLACE INTO inventory(key, value) VALUES(?, ?)"_s);
    insert.bind(QString(key), value).run();
    m_keys.insert(key, value);
}

//! By the reader's function, so that the sweep refuses what the reader calls damaged.
void WorkingFile::readSummary(Database &database)
{
    m_keys.clear();
    Statement keys(database, u"SELECT key, value FROM inventory"_s);
    while (keys.next())
        m_keys.insert(keys.text(0), keys.text(1));
    m_summary = InventoryContent::summarizeOrganizations(database);
    m_summary.links = database.value(u"SELECT count(*) FROM link"_s).toLongLong();
    m_summary.connections = database.value(u"SELECT count(*) FROM connection"_s).toLongLong();
}

Summary WorkingFile::commit(Database &database, const InventoryBatch &batch)
{
    if (!database.isInPlace()) {
        database.raise(Kind::Removed);
        return *database.takeProblem();
    }
    const InventorySummary summary = m_summary;
    const auto keys = m_keys;
    const qint64 run = m_run;
    m_at = QDateTime::currentDateTimeUtc();
    Transaction transaction(database, Transaction::Kind::Write);
    writeRun(database, batch);
    list(database, batch.listed);
    if (batch.isFrozen && !m_summary.isPopulationFrozen) {
        setKey(database, InventoryKeys::Frozen, timeText(m_at));
        m_summary.isPopulationFrozen = true;
    }
    write(database, batch);
    listAgain(database, batch);
    catalogue(database, batch);
    if (!transaction.commit()) {
        const InventoryProblem problem = *database.takeProblem();
        m_connections.clear(); // some of their keys may not exist any more
        m_summary = summary;
        m_keys = keys;
        m_run = run;
        return problem;
    }
    return m_summary;
}

void WorkingFile::writeRun(Database &database, const InventoryBatch &batch)
{
    const QString at = timeText(m_at);
    const bool ends = !batch.runEnds.isEmpty();
    const auto ended = ends ? std::optional(at) : std::nullopt;
    const auto how = ends ? std::optional(QString(batch.runEnds)) : std::nullopt;
    if (m_run == 0) {
        Statement begin(database,
                        u"INSERT INTO run(began, heartbeat, ended, how, requests, refusals) "
                        "VALUES(?, ?, ?, ?, ?, ?)"_s);
        begin.bind(at, at, ended, how, batch.requests, batch.refusals).run();
        m_run = database.value(u"SELECT last_insert_rowid()"_s).toLongLong();
    } else {
        Statement update(database,
                         u"UPDATE run SET heartbeat = ?, ended = ?, how = ?, requests = requests "
                         "+ ?, refusals = refusals + ? WHERE id = ?"_s);
        update.bind(at, ended, how, batch.requests, batch.refusals, m_run).run();
    }
    if (ends)
        m_run = 0;
    m_summary.requests += batch.requests;
    m_summary.ended = m_at;
    if (!m_summary.began.isValid())
        m_summary.began = m_at;
}

void WorkingFile::list(Database &database, const QList<Organization> &organizations)
{
    if (organizations.isEmpty())
        return;
    Statement insert(database,
                     u"INSERT INTO organization(id, name, display_name, folded, listed_at, state) "
                     "VALUES(?, ?, ?, ?, ?, 'waiting') ON CONFLICT(id) DO NOTHING"_s);
    Statement rename(database,
                     u"UPDATE organization SET name = ?, display_name = ?, folded = ?, listed_at "
                     "= ? WHERE id = ?"_s);
    const QString at = timeText(m_at);
    for (const Organization &organization : organizations) {
        const QString folded =
            searchText({organization.name, organization.displayName, organization.id});
        insert.bind(organization.id, organization.name, organization.displayName, folded, at).run();
        if (insert.changedRows() > 0)
            ++m_summary.counts.waiting;
        else
            rename.bind(organization.name, organization.displayName, folded, at, organization.id)
                .run();
    }
}

class WorkingFile::Links final {
public:
    Links(WorkingFile &file, Database &database);

    void write(const SweptOrganization &swept);

private:
    void write(qint64 organization, const OrganizationConnection &connection);
    [[nodiscard]] qint64 keyOf(const OrganizationConnection &connection);

    WorkingFile &m_file;
    Statement m_setState;
    Statement m_findLinks;
    Statement m_deleteLinks;
    Statement m_deleteRaw;
    Statement m_insertLink;
    Statement m_insertRaw;
    Statement m_insertConnection;
    Statement m_findConnection;
    Statement m_updateConnection;
};

WorkingFile::Links::Links(WorkingFile &file, Database &database)
    : m_file(file)
    , m_setState(database,
                 u"UPDATE organization SET state = ?, read_at = ?, error_kind = ?, error_status = "
                 "?, error_text = ?, total = ? WHERE ord = ?"_s)
    , m_findLinks(database, u"SELECT 1 FROM link WHERE org = ? LIMIT 1"_s)
    , m_deleteLinks(database, u"DELETE FROM link WHERE org = ?"_s)
    , m_deleteRaw(database, u"DELETE FROM link_raw WHERE org = ?"_s)
    , m_insertLink(database,
                   u"INSERT INTO link(org, con, is_enabled, assign_membership_on_login, "
                   "show_as_button, is_signup_enabled, organization_access_level, "
                   "organization_member_access_level, organization_connection_name, extra) "
                   "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s)
    // The text is bound as UTF-8, as SQLite stores it, which spares two conversions.
    , m_insertRaw(database, u"INSERT INTO link_raw(org, con, json) VALUES(?, ?, CAST(? AS TEXT))"_s)
    , m_insertConnection(database,
                         u"INSERT INTO connection(id, name, strategy, folded) VALUES(?, ?, ?, ?) "
                         "ON CONFLICT(id) DO NOTHING"_s)
    , m_findConnection(database, u"SELECT key, name FROM connection WHERE id = ?"_s)
    // A row without names does not take away those that another one had.
    , m_updateConnection(database,
                         u"UPDATE connection SET name = coalesce(?, name), strategy = coalesce(?, "
                         "strategy), folded = ? WHERE key = ?"_s)
{
}

void WorkingFile::Links::write(const SweptOrganization &swept)
{
    constexpr qsizetype LongestText = 1000; // the tenant decides, so it is bounded here as well
    const bool hasFailed = swept.state == OrganizationState::Failed;
    const auto ifFailed = [hasFailed](const auto &value) {
        return hasFailed ? std::optional(value) : std::nullopt;
    };
    m_setState.bind(QString(word(swept.state)), timeText(swept.at),
                    ifFailed(QString(word(swept.error.kind))), ifFailed(swept.error.httpStatus),
                    ifFailed(shortened(swept.error.detail, LongestText)), swept.total,
                    swept.number);
    m_setState.run();
    InventorySummary &summary = m_file.m_summary;
    // Hardly any has some: to look is faster than to delete none, for which SQLite makes a
    // temporary table.
    bool hasLinks = false;
    m_findLinks.bind(swept.number);
    while (m_findLinks.next())
        hasLinks = true;
    if (hasLinks) {
        m_deleteLinks.bind(swept.number).run();
        summary.links -= m_deleteLinks.changedRows();
        m_deleteRaw.bind(swept.number).run();
    }
    --summary.counts.waiting;
    ++(swept.state == OrganizationState::Read ? summary.counts.read
           : hasFailed                        ? summary.counts.failed
                                              : summary.counts.gone);
    for (const OrganizationConnection &connection : swept.connections)
        write(swept.number, connection);
}

//! See inventorySchema(): absent, null and false are three values.
void WorkingFile::Links::write(qint64 organization, const OrganizationConnection &connection)
{
    const qint64 key = keyOf(connection);
    const auto isNull = [&connection](ConnectionField field) {
        return fieldPresence(connection, field) == FieldPresence::Null;
    };
    const auto flag = [&](const std::optional<bool> &sent, ConnectionField field) {
        if (sent)
            return std::optional(int(*sent));
        return isNull(field) ? std::optional(-1) : std::nullopt;
    };
    const auto text = [&](const std::optional<QString> &sent, ConnectionField field) {
        if (sent)
            return QVariant(sent->isNull() ? u""_s : *sent); // Qt binds a null string as NULL
        return isNull(field) ? QVariant(QByteArray("")) : QVariant();
    };
    using enum ConnectionField;
    m_insertLink.bind(organization, key, flag(connection.isEnabled, IsEnabled),
                      flag(connection.assignMembershipOnLogin, AssignMembershipOnLogin),
                      flag(connection.showAsButton, ShowAsButton),
                      flag(connection.isSignupEnabled, IsSignupEnabled),
                      text(connection.organizationAccessLevel, OrganizationAccessLevel),
                      text(connection.organizationMemberAccessLevel, OrganizationMemberAccessLevel),
                      text(connection.organizationConnectionName, OrganizationConnectionName),
                      otherMembers(connection));
    m_insertLink.run();
    m_insertRaw.bind(organization, key, connection.json.bytes()).run();
    ++m_file.m_summary.links;
}

qint64 WorkingFile::Links::keyOf(const OrganizationConnection &connection)
{
    // Most connections belong to one organization: to remember some is enough. 400,000 of them
    // would take 50 MB.
    constexpr qsizetype MostRemembered = 20'000;
    const size_t names =
        qHashMulti(0, connection.name.value_or(QString()), connection.strategy.value_or(QString()));
    auto &remembered = m_file.m_connections;
    const auto found = remembered.constFind(connection.connectionId);
    if (found != remembered.constEnd() && found->names == names)
        return found->key;
    const auto folded = [&](const QString &name) {
        return searchText({name, connection.connectionId});
    };
    m_insertConnection.bind(connection.connectionId, connection.name, connection.strategy,
                            folded(connection.name.value_or(QString())));
    m_insertConnection.run();
    qint64 key = m_insertConnection.insertedRow();
    if (key != 0) {
        ++m_file.m_summary.connections;
    } else {
        QString known;
        m_findConnection.bind(connection.connectionId);
        while (m_findConnection.next()) {
            key = m_findConnection.integer(0);
            known = m_findConnection.value(1).toString();
        }
        m_updateConnection
            .bind(connection.name, connection.strategy, folded(connection.name.value_or(known)),
                  key)
            .run();
    }
    if (remembered.size() >= MostRemembered)
        remembered.clear();
    remembered.insert(connection.connectionId, {key, names});
    return key;
}

void WorkingFile::write(Database &database, const InventoryBatch &batch)
{
    if (batch.swept.isEmpty())
        return;
    // A tenant has one of the lists: it stays the older one once an organization was read from it.
    const bool isOlder = batch.endpoint == ConnectionEndpoint::EnabledConnections;
    const QLatin1StringView list =
        isOlder ? InventoryKeys::EnabledConnections : InventoryKeys::Connections;
    if (const QString known = value(InventoryKeys::Endpoint);
        known.isEmpty() || (isOlder && known != list)) {
        setKey(database, InventoryKeys::Endpoint, list);
        m_summary.endpoint = batch.endpoint;
    }
    Links links(*this, database);
    for (const SweptOrganization &swept : batch.swept)
        links.write(swept);
}

void WorkingFile::listAgain(Database &database, const InventoryBatch &batch)
{
    if (batch.beginsListingAgain) {
        database.exec(u"UPDATE organization SET seen_again = NULL WHERE seen_again IS NOT NULL"_s);
        database.exec(u"DELETE FROM appeared"_s);
        m_summary.appeared = 0;
        m_summary.vanished = 0;
    }
    if (!batch.listedAgain.isEmpty()) {
        Statement see(database, u"UPDATE organization SET seen_again = 1 WHERE id = ?"_s);
        Statement insert(database,
                         u"INSERT INTO appeared(id, name, display_name) VALUES(?, ?, ?) ON "
                         "CONFLICT(id) DO NOTHING"_s);
        for (const Organization &organization : batch.listedAgain) {
            see.bind(organization.id).run();
            if (see.changedRows() > 0)
                continue;
            insert.bind(organization.id, organization.name, organization.displayName).run();
            m_summary.appeared += insert.changedRows();
        }
    }
    if (!batch.isListedAgain)
        return;
    database.exec(u"UPDATE organization SET seen_again = 0 WHERE seen_again IS NULL"_s);
    m_summary.vanished =
        database.value(u"SELECT count(*) FROM organization WHERE seen_again = 0"_s).toLongLong();
    m_summary.isListedAgain = true;
    setKey(database, InventoryKeys::ListedAgain, timeText(m_at));
}

void WorkingFile::catalogue(Database &database, const InventoryBatch &batch)
{
    if (batch.beginsCatalogue)
        database.exec(u"DELETE FROM catalogue"_s);
    if (!batch.catalogue.isEmpty()) {
        Statement insert(database,
                         u"INSERT INTO catalogue(id, name, strategy) VALUES(?, ?, ?) ON "
                         "CONFLICT(id) DO NOTHING"_s);
        for (const TenantConnection &connection : batch.catalogue)
            insert.bind(connection.id, connection.name, connection.strategy).run();
    }
    if (!batch.catalogueSize)
        return;
    const qint64 size = database.value(u"SELECT count(*) FROM catalogue"_s).toLongLong();
    if (size != *batch.catalogueSize) // one came twice, perhaps in the place of another
        return;
    setKey(database, InventoryKeys::Catalogue, timeText(m_at));
    m_summary.catalogueReadAt = m_at;
}

//! What the tasks share; it lives as long as one of them.
class InventoryWriter::Work final {
public:
    explicit Work(Options options)
        : file(std::move(options))
    {
    }

    WorkingFile file;
};

InventoryWriter::InventoryWriter(Options options)
    : m_work(std::make_shared<Work>(std::move(options)))
    , m_thread(std::make_unique<DatabaseThread>(m_work->file.path(), Database::Mode::Write))
{
}

InventoryWriter::~InventoryWriter() = default;

ReplyPtr<InventorySummary, InventoryProblem> InventoryWriter::open()
{
    return m_thread->run([work = m_work](Database &database) { return work->file.open(database); });
}

ReplyPtr<QList<WaitingOrganization>, InventoryProblem> InventoryWriter::waiting(qint64 after,
                                                                                qsizetype count)
{
    using Waiting = QList<WaitingOrganization>;
    return m_thread->run([=](Database &database) -> Result<Waiting, InventoryProblem> {
        Waiting found;
        Statement select(database,
                         u"SELECT ord, id FROM organization WHERE state = 'waiting' AND ord > ? "
                         "ORDER BY ord LIMIT ?"_s);
        select.bind(after, qint64(count));
        while (select.next())
            found.append({.number = select.integer(0), .id = select.text(1)});
        return found;
    });
}

ReplyPtr<InventorySummary, InventoryProblem> InventoryWriter::commit(
    std::shared_ptr<const InventoryBatch> batch)
{
    return m_thread->run([work = m_work, batch = std::move(batch)](Database &database) {
        return work->file.commit(database, *batch);
    });
}

ReplyPtr<std::monostate, InventoryProblem> InventoryWriter::close()
{
    return m_thread->close();
}

QString inventoryFolder()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
        + "/vestibule/inventories"_L1;
    constexpr auto OnlyTheUser =
        QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    if (!QFileInfo::exists(folder)) {
        const QFileInfo info(folder);
        if (!QDir().mkpath(info.absolutePath())
            || !QDir(info.absolutePath()).mkdir(info.fileName(), OnlyTheUser))
            return {};
    }
    return QFileInfo(folder).isDir() && QFileInfo(folder).isWritable() ? folder : QString();
}

QString workingInventory(const QString &tenant, const QString &target)
{
    const QString folder = inventoryFolder();
    if (folder.isEmpty())
        return {};
    QString name = tenant;
    if (!target.isEmpty()) {
        const QFileInfo info(target);
        const QString parent = QFileInfo(info.absolutePath()).canonicalFilePath();
        name += u'\n' + (parent.isEmpty() ? info.absolutePath() : parent) + u'/' + info.fileName();
    }
    return folder + u'/' + shortHash(name) + ".vestibule"_L1;
}

} // namespace Vestibule
