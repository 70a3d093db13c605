#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT

# Builds with the thread sanitizer and runs the tests of the rooms that use threads: core runs functions in a thread
# (ThreadReply), the demo tenant serves from one, an inventory has one for its file, and answers, proxies, saved views
# and exports are read or written in one. races.supp says what is suppressed, because Debian's Qt is built without the
# sanitizer.
set -eu
cd "$(dirname "$0")/../.."
rooms="core net inventory session export demo"

./packaging/install-dependencies.sh --tests
cmake --preset tsan -DBUILD_TESTING=ON >/dev/null
# shellcheck disable=SC2046,SC2086 # lists of words are wanted
cmake --build --preset tsan --target race $(printf 'tests-%s ' $rooms)

# QProcess starts a program with vfork(), after which the sanitizer takes the test for the new process, which must not
# start threads.
export TSAN_OPTIONS="suppressions=$PWD/tests/proofs/races.supp die_after_fork=0"
if build/tsan/bin/race >/dev/null 2>&1; then
    echo "races.sh: the sanitizer did not report a deliberate race" >&2
    exit 1
fi
ctest --preset tsan --label-regex "^($(echo "$rooms" | tr ' ' '|'))\$" --parallel "$(nproc)"
