// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFile>
#include <QString>

#include <chrono>
#include <condition_variable>
#include <fcntl.h>
#include <mutex>
#include <stop_token>
#include <thread>
#include <unistd.h>

//! Reads a named pipe if its writer is blocked for two seconds, so that a failing test does not
//! hang.
class PipeWatch final {
public:
    explicit PipeWatch(const QString &path)
        : m_thread([name = QFile::encodeName(path)](const std::stop_token &stop) {
            using namespace std::chrono_literals;
            std::mutex mutex;
            std::unique_lock lock(mutex);
            std::condition_variable_any isOver;
            isOver.wait_for(lock, stop, 2s, [] { return false; });
            if (!stop.stop_requested())
                ::close(::open(name.constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
        })
    {
    }

private:
    std::jthread m_thread;
};
