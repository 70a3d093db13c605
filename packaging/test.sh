#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT

# Installs what is missing, builds with warnings as errors, and runs all tests. The tests need no display and no
# network. Another preset: ./packaging/test.sh asan
set -eu
cd "$(dirname "$0")/.."
preset=${1:-dev}

advise() {
    echo "test.sh: $1" >&2
    exit 1
}

./packaging/install-dependencies.sh --tests
cmake --preset "$preset" -DBUILD_TESTING=ON -DVESTIBULE_WARNINGS_AS_ERRORS=ON >/dev/null
# A terminal shows the progress of the build, a log only its errors.
[ -t 1 ] && quiet="" || quiet=--quiet
# shellcheck disable=SC2086 # empty or one word
cmake --build --preset "$preset" -- $quiet ||
    advise "the build failed; the first error above counts. Again: cmake --build --preset $preset"
# Twice as many as processors, because the tests wait for sockets and timers most of the time.
ctest --preset "$preset" --parallel "$(($(nproc) * 2))" ||
    advise "tests failed. Again, those alone: ctest --preset $preset --rerun-failed"
