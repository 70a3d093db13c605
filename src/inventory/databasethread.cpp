// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "inventory/databasethread.h"

#include <system_error>
#include <thread>
#include <utility>

namespace Vestibule {

DatabaseThread::DatabaseThread(const QString &path, Database::Mode mode)
    : DatabaseThread(path, [mode] { return mode; })
{
}

DatabaseThread::DatabaseThread(const QString &path,
                               std::function<Result<Database::Mode, InventoryProblem>()> modeToOpen)
    : m_shared(std::make_shared<Shared>())
{
    try {
        std::thread([shared = m_shared, path, modeToOpen = std::move(modeToOpen)] {
            work(*shared, path, modeToOpen);
        }).detach();
    } catch (const std::system_error &error) {
        m_hasThread = false;
        m_shared->openingProblem = InventoryProblem{InventoryProblem::Kind::NotReadable,
                                                    QString::fromLocal8Bit(error.what()), path};
    }
}

DatabaseThread::~DatabaseThread()
{
    const std::scoped_lock lock(m_shared->mutex);
    m_shared->isEnding = true;
    m_shared->changed.notify_one();
}

void DatabaseThread::work(
    Shared &shared, const QString &path,
    const std::function<Result<Database::Mode, InventoryProblem>()> &modeToOpen)
{
    if (const auto mode = modeToOpen()) {
        shared.database.emplace(path, *mode);
        shared.openingProblem = shared.database->takeProblem();
    } else {
        shared.openingProblem = mode.error();
    }
    for (;;) {
        std::unique_lock lock(shared.mutex);
        shared.changed.wait(lock, [&] { return shared.isEnding || !shared.tasks.empty(); });
        if (shared.tasks.empty())
            break;
        const std::function<void()> task = std::move(shared.tasks.front());
        shared.tasks.pop_front();
        lock.unlock();
        task();
    }
    shared.database.reset();
}

void DatabaseThread::add(std::function<void()> task)
{
    if (!m_hasThread)
        return task(); // ends with the problem at once
    const std::scoped_lock lock(m_shared->mutex);
    m_shared->tasks.push_back(std::move(task));
    m_shared->changed.notify_one();
}

std::optional<InventoryProblem> DatabaseThread::begin(Shared &shared,
                                                      const std::atomic_bool &isCancelled)
{
    if (shared.openingProblem)
        return shared.openingProblem;
    if (!shared.database || isCancelled || shared.isEnding)
        return InventoryProblem{InventoryProblem::Kind::Cancelled};
    shared.database->setCancelTest([&] { return isCancelled || shared.isEnding; });
    return {};
}

std::optional<InventoryProblem> DatabaseThread::end(Shared &shared)
{
    shared.database->setCancelTest({});
    return shared.database->takeProblem();
}

ReplyPtr<std::monostate, InventoryProblem> DatabaseThread::close()
{
    using Done = Result<std::monostate, InventoryProblem>;
    const auto close = [shared = m_shared]() -> Done {
        shared->database.reset();
        return std::monostate();
    };
    const auto start = [this](std::function<void()> function) { add(std::move(function)); };
    return ReplyPtr<std::monostate, InventoryProblem>(
        new ThreadReply<std::monostate, InventoryProblem>(start, close));
}

} // namespace Vestibule
