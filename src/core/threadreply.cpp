// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: MIT

#include "core/threadreply.h"

#include <system_error>
#include <thread>

namespace Vestibule {

void runInThread(const std::function<void()> &function)
{
    try {
        std::thread(function).detach();
    } catch (const std::system_error &) { // a late answer is better than none
        function();
    }
}

} // namespace Vestibule
