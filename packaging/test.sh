#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT

# Installs what is missing, builds with every warning an error, and runs all tests. Needs no display and
# no network. Another preset: ./packaging/test.sh asan
set -eu
cd "$(dirname "$0")/.."
preset=${1:-dev}

./packaging/install-dependencies.sh
cmake --preset "$preset" -DBUILD_TESTING=ON -DVESTIBULE_WARNINGS_AS_ERRORS=ON >/dev/null
cmake --build --preset "$preset"
ctest --preset "$preset"
