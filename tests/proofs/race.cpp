// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include <QThread>

#include <memory>

//! A data race between two threads. races.sh runs this first: if the sanitizer does not report it,
//! it reports none.
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
