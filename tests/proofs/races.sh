#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT

# Builds with the thread sanitizer and runs the tests of what uses threads: the demo tenant and its sockets,
# lookups of proxies, the reading of answers, exports and saved views away from the user's thread.
#
# Debian's Qt is built without the sanitizer, which therefore does not see how Qt itself hands work from one
# thread to another; races.supp names those places of Qt, and none of Vestibule.
set -eu
cd "$(dirname "$0")/../.."

./packaging/install-dependencies.sh
cmake --preset tsan -DBUILD_TESTING=ON >/dev/null
cmake --build --preset tsan --target tests/demo/all tests/net/all tests/faults/all tests/app/all tests/program/all
export TSAN_OPTIONS="suppressions=$PWD/tests/proofs/races.supp"
for room in demo net faults app program; do
    ctest --test-dir "build/tsan/tests/$room" --output-on-failure --parallel "$(nproc)"
done
