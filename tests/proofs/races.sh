#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT

# Builds with the thread sanitizer and runs the tests of what works beside the user's thread: the demo tenant
# with its sockets, and exports, saved views and proxies, which app and net read and write in the background.
#
# Debian's Qt is built without the sanitizer. It would take memory that Qt hands from thread to thread for a
# race; so what Qt's own libraries read and write is left out, and every line of Vestibule is looked at.
set -eu
cd "$(dirname "$0")/../.."
rooms="demo app net"

./packaging/install-dependencies.sh
cmake --preset tsan -DBUILD_TESTING=ON >/dev/null
# shellcheck disable=SC2046 # a list of words, on purpose
cmake --build --preset tsan --target $(printf 'tests/%s/all ' $rooms)
export TSAN_OPTIONS=ignore_noninstrumented_modules=1
for room in $rooms; do
    ctest --test-dir "build/tsan/tests/$room" --output-on-failure --parallel "$(nproc)"
done
