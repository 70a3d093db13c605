// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include <QThread>

#include <memory>

//! A race between two threads that Qt has started: races.sh must see it, or it would see none.
int main()
{
    static int counter = 0;
    const auto count = [] {
        for (int i = 0; i < 3'000'000; ++i)
            ++counter;
    };
    const std::unique_ptr<QThread> thread(QThread::create(count));
    thread->start();
    count();
    thread->wait();
    return 0;
}
