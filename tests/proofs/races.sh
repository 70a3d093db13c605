#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT

# Builds with the thread sanitizer and runs the tests of what works beside the user's thread: the demo tenant
# with its sockets, and exports, saved views and proxies, which app and net read and write in the background.
# races.supp says what is left out, because Debian's Qt is built without the sanitizer.
set -eu
cd "$(dirname "$0")/../.."
rooms="demo app net"

./packaging/install-dependencies.sh
cmake --preset tsan -DBUILD_TESTING=ON >/dev/null
# shellcheck disable=SC2046,SC2086 # lists of words, on purpose
cmake --build --preset tsan --target race $(printf 'tests/%s/all ' $rooms)

export TSAN_OPTIONS="suppressions=$PWD/tests/proofs/races.supp"
if build/tsan/bin/race >/dev/null 2>&1; then
    echo "races.sh: a race was not seen, so nothing would be" >&2
    exit 1
fi
for room in $rooms; do
    ctest --test-dir "build/tsan/tests/$room" --output-on-failure --parallel "$(nproc)"
done
