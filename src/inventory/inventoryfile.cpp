// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "inventory/inventoryfile.h"

#include "core/threadreply.h"
#include "formats/exporttarget.h"
#include "formats/wholefile.h"
#include "inventory/database.h"
#include "inventory/databasethread.h"
#include "inventory/inventorycheck.h"
#include "inventory/inventoryreader.h"

#include <QFileInfo>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace Vestibule {

namespace {

using Kind = InventoryProblem::Kind;
using Sealed = Result<std::monostate, InventoryProblem>;
//! Changes an inventory; problems are raised in the database.
using Change = std::function<void(Database &database)>;

//! VACUUM INTO writes one file in rollback mode, whatever the mode of the inventory. Its pages have
//! twice SQLite's usual size: a large file is checked in two thirds of the time, and is smaller. A
//! sweep writes single rows, for which the usual size is faster.
std::optional<InventoryProblem> copyInto(const QString &path, Database::Mode mode,
                                         const QString &copy, const QString &target,
                                         const std::atomic_bool &isCancelled, const Change &change)
{
    Database database(path, mode);
    database.setCancelTest([&] { return isCancelled.load(); });
    checkSchema(database);
    database.exec(u"PRAGMA page_size = 8192"_s);
    // WholeFile syncs the copy before it gets its name: until then, a power cut may take it.
    database.exec(u"PRAGMA synchronous = OFF"_s);
    Statement(database, u"VACUUM INTO ?"_s).bind(copy).run();
    auto problem = database.takeProblem();
    if (!problem && change) {
        Database changed(copy, Database::Mode::Write);
        (void)changed.value(u"PRAGMA journal_mode = MEMORY"_s); // nothing beside the copy
        change(changed);
        problem = changed.takeProblem();
    }
    if (problem && (problem->kind == Kind::DiskFull || problem->kind == Kind::NotWritable))
        problem->path = target;
    return problem;
}

Sealed seal(const QString &path, const QString &target, const std::atomic_bool &isCancelled,
            const Change &change = {})
{
    const auto mode = modeToOpen(path);
    if (!mode)
        return mode.error();
    if (QFileInfo(target).isDir() || isStream(target))
        return InventoryProblem{Kind::NotAFile, {}, target};
    WholeFile file(target);
    const auto notWritable = [&] {
        return InventoryProblem{Kind::NotWritable, file.errorString(), target};
    };
#ifdef Q_OS_UNIX
    if (!file.openNamed())
        return notWritable();
    const QString copy = file.temporaryPath();
    if (copy.isEmpty())
        return InventoryProblem{Kind::NotWritable, u"the folder's name is not UTF-8"_s, target};
    if (auto problem = copyInto(path, *mode, copy, target, isCancelled, change))
        return *std::move(problem);
#else
    const QString copy = target + ".copy"_L1;
    QFile::remove(copy);
    const auto problem = copyInto(path, *mode, copy, target, isCancelled, change);
    QFile source(copy);
    bool isCopied = !problem && source.open(QIODevice::ReadOnly) && file.openToWrite();
    while (isCopied && !source.atEnd()) {
        const QByteArray part = source.read(1 << 20);
        isCopied = file.write(part) == part.size();
    }
    source.remove();
    if (problem)
        return *problem;
    if (!isCopied)
        return notWritable();
#endif
    if (isCancelled)
        return InventoryProblem{Kind::Cancelled, {}, target};
    if (!file.commit())
        return notWritable();
    return std::monostate();
}

//! Changes are made one after the other: each begins with a copy of what the last one has written.
Sealed changeFile(const QString &path, const Change &change)
{
    static std::mutex oneAtATime;
    const std::scoped_lock lock(oneAtATime);
    const auto mode = modeToOpen(path);
    if (!mode)
        return mode.error();
    if (*mode == Database::Mode::ReadSealed)
        return seal(path, path, false, change);
    Database database(path, Database::Mode::Write);
    checkSchema(database);
    change(database);
    return database.result(std::monostate());
}

ReplyPtr<std::monostate, InventoryProblem> changed(const QString &path, const Change &change)
{
    return ReplyPtr<std::monostate, InventoryProblem>(
        new ThreadReply<std::monostate, InventoryProblem>(
            [path, change] { return changeFile(path, change); }));
}

} // namespace

ReplyPtr<std::monostate, InventoryProblem> muteFinding(const QString &path, const FindingMute &mute)
{
    return changed(path, [mute](Database &database) {
        Statement(database,
                  u"INSERT OR REPLACE INTO mute(rule, organization_id, connection_id, "
                  "reason, muted_by, muted_at) VALUES(?, ?, ?, ?, ?, ?)"_s)
            .bind(QString(findingRule(mute.key.rule).id), mute.key.organizationId,
                  mute.key.connectionId, mute.reason, mute.by, mute.at)
            .run();
    });
}

ReplyPtr<std::monostate, InventoryProblem> unmuteFinding(const QString &path, const FindingKey &key)
{
    return changed(path, [key](Database &database) {
        Statement(database,
                  u"DELETE FROM mute WHERE rule = ? AND organization_id = ? AND "
                  "connection_id = ?"_s)
            .bind(QString(findingRule(key.rule).id), key.organizationId, key.connectionId)
            .run();
    });
}

ReplyPtr<InventorySourcePtr, InventoryProblem> openInventory(const QString &path)
{
    return InventoryReader::load(std::make_shared<InventoryReader>(path));
}

bool looksLikeInventory(const QString &path)
{
    const auto mode = modeToOpen(path);
    return mode || mode.error().kind == Kind::NewerVersion || mode.error().kind == Kind::Foreign;
}

ReplyPtr<std::monostate, InventoryProblem> sealInventory(const QString &path, const QString &target)
{
    return ReplyPtr<std::monostate, InventoryProblem>(
        new ThreadReply<std::monostate, InventoryProblem>(
            [path, target](const std::atomic_bool &isCancelled) {
                return seal(path, target, isCancelled);
            }));
}

bool waitForClosedInventories(std::chrono::milliseconds timeout)
{
    return DatabaseThread::waitForEnded(timeout);
}

} // namespace Vestibule
