#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT

# Reads every source file of src/ with clang-tidy and the checks of .clang-tidy: tests/proofs/clang-tidy.sh
# [FILE...]. Builds the programs of the preset dev first, for the headers that the build makes. All of it
# takes a quarter of an hour on two cores.
set -eu
cd "$(dirname "$0")/../.."
# shellcheck disable=SC2046 # a list of words, on purpose
[ $# -gt 0 ] || set -- $(find src -name '*.cpp' | sort)

./packaging/install-dependencies.sh
./tests/proofs/install.sh clang-tidy
cmake --preset dev >/dev/null
cmake --build --preset dev --target vestibule vestibule-demo-tenant

findings=$(mktemp)
trap 'rm -f "$findings"' EXIT
# A file's findings stay together; how many warnings of foreign headers were left out is nobody's business.
read_one='found=$(clang-tidy --quiet -p build/dev "$1" 2>&1); status=$?
    printf "%s\n" "$found" | grep -vE "^$|^[0-9]+ warnings? (generated|treated as error)"
    exit $status'
broken=""
printf '%s\n' "$@" | xargs -P "$(nproc)" -n 1 sh -c "$read_one" read_one >"$findings" || broken=1

cat "$findings"
if [ -n "$broken" ] || [ -s "$findings" ]; then
    echo "clang-tidy.sh: FINDINGS: $(grep -cE ': (warning|error): ' "$findings") in $# files" >&2
    exit 1
fi
echo "clang-tidy.sh: clean: $# files"
