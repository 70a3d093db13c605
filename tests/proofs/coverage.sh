#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT

# Builds with counters, runs all tests, and prints which part of the lines of every room they run; fails
# when a room without a window is below 90 %: tests/proofs/coverage.sh [ROOM...]
# With rooms, only the tests of those are built and run, and only those rooms are looked at: what they do
# for themselves, for other rooms' tests run their lines, too. That is quick, and holds nothing to 90 %.
# build/coverage/report/index.html shows the lines. All of it takes half an hour on two cores.
set -eu
cd "$(dirname "$0")/../.."
build=build/coverage
report=$build/report

./packaging/install-dependencies.sh
./tests/proofs/install.sh gcovr
cmake --preset coverage -DBUILD_TESTING=ON >/dev/null
find "$build" -name '*.gcda' -delete # counts of the last time
if [ $# -eq 0 ]; then
    cmake --build --preset coverage
    ctest --preset coverage
fi
for room in "$@"; do
    cmake --build --preset coverage --target "tests/$room/all"
    ctest --test-dir "$build/tests/$room" --output-on-failure
done
mkdir -p "$report"
gcovr --root . --filter 'src/' -j "$(nproc)" "$build" \
    --json-summary "$report/summary.json" --html-details "$report/index.html" >/dev/null
python3 tests/proofs/coverage.py "$report/summary.json" "$@"
