// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "inventory/databasethread.h"

#include <QCoreApplication>

#include <system_error>
#include <thread>
#include <utility>

using namespace std::chrono_literals;

namespace Vestibule {

namespace {

//! Counts the threads that must not run any more when Qt's global objects are destroyed.
class EndingThreads final {
public:
    //! Never destroyed: a thread that hangs may end after everything else.
    static EndingThreads &all()
    {
        static EndingThreads &threads = *new EndingThreads;
        return threads;
    }

    void add(int change)
    {
        const std::scoped_lock lock(m_mutex);
        m_count += change;
        m_changed.notify_all();
    }
    bool wait(std::chrono::milliseconds timeout)
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, timeout, [&] { return m_count == 0; });
    }

private:
    EndingThreads()
    {
        qAddPostRoutine([] { all().wait(2s); });
    }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    int m_count = 0;
};

} // namespace

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
    if (m_hasThread)
        EndingThreads::all().add(1);
    m_shared->isEnding = true;
    m_shared->changed.notify_one();
}

bool DatabaseThread::waitForEnded(std::chrono::milliseconds timeout)
{
    return EndingThreads::all().wait(timeout);
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
    EndingThreads::all().add(-1);
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
