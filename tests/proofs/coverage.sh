#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT

# Measures the line coverage of every room, and fails when one of those listed in coverage.py has less than 90 %:
#     tests/proofs/coverage.sh [ROOM...]
# With rooms it builds and runs only their own tests, and reports only those rooms. That is quicker, and does not fail
# below 90 %, since the tests of other rooms would cover some of these lines, too.
# build/coverage/report/index.html shows the lines. Without arguments it takes half an hour on two cores.
set -eu
cd "$(dirname "$0")/../.."
build=build/coverage
report=$build/report

./packaging/install-dependencies.sh --tests
./tests/proofs/install.sh gcovr
cmake --preset coverage -DBUILD_TESTING=ON >/dev/null
find "$build" -name '*.gcda' -delete # counts of the last run
if [ $# -eq 0 ]; then
    cmake --build --preset coverage
    ctest --preset coverage
fi
for room in "$@"; do
    cmake --build --preset coverage --target "tests-$room"
    ctest --preset coverage --label-regex "^$room\$"
done
mkdir -p "$report"
gcovr --root . --filter 'src/' -j "$(nproc)" "$build" \
    --json-summary "$report/summary.json" --html-details "$report/index.html" >/dev/null
python3 tests/proofs/coverage.py "$report/summary.json" "$@"
