#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT

# Installs what is missing, builds with every warning an error, and runs all tests. Needs no display and
# no network. Another preset: ./packaging/test.sh asan
set -eu
cd "$(dirname "$0")/.."
preset=${1:-dev}

advise() {
    echo "test.sh: $1" >&2
    exit 1
}

./packaging/install-dependencies.sh
cmake --preset "$preset" -DBUILD_TESTING=ON -DVESTIBULE_WARNINGS_AS_ERRORS=ON >/dev/null
# Whoever watches sees the build go on; a log holds nothing but what went wrong.
[ -t 1 ] && quiet="" || quiet=--quiet
# shellcheck disable=SC2086 # nothing, or one word
cmake --build --preset "$preset" -- $quiet ||
    advise "the build failed; the first error above counts. Again: cmake --build --preset $preset"
ctest --preset "$preset" --parallel "$(nproc)" ||
    advise "tests failed. Again, those alone: ctest --preset $preset --rerun-failed"
