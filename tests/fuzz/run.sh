#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT

# Builds and runs the fuzz targets: tests/fuzz/run.sh [RUNS [TARGET...]], with 1000000 RUNS by default.
# An input that breaks a rule is saved in build/fuzz/artifacts/TARGET, and the script fails; inputs that reach new code
# are kept in build/fuzz/corpus/TARGET for the next run.
#
# Needs on Debian 12, besides the packages of packaging/install-dependencies.sh: clang libclang-rt-14-dev
set -eu

runs=${1:-1000000}
[ $# -eq 0 ] || shift
targets=${*:-fuzz_cataloguepage fuzz_comparison fuzz_connectionjson fuzz_inventory fuzz_savedview fuzz_tenantdomain \
    fuzz_tokenanswer fuzz_tokenclaims}

cd "$(dirname "$0")/../.."
cmake --preset fuzz >/dev/null
# shellcheck disable=SC2086 # a list of words is wanted
cmake --build build/fuzz --target $targets

# The threads that check an inventory live for a millisecond: without this, half of the time goes into their stacks, and
# into memory that is kept to find out who uses it after it is freed. 16 MB of it are more than ten runs need.
# shellcheck disable=SC3045 # dash and bash have it
ulimit -s 1024
options=malloc_context_size=8:quarantine_size_mb=16:thread_local_quarantine_size_kb=64:use_sigaltstack=0
export ASAN_OPTIONS="$options${ASAN_OPTIONS:+:$ASAN_OPTIONS}"

broken=""
for target in $targets; do
    leaks=1
    # A thread of InventoryComparison may still be ending when an input is done, and what it frees then looks leaked.
    [ "$target" != fuzz_comparison ] || leaks=0
    case $target in
    fuzz_tenantdomain) longest=512 ;; # a host name has at most 253 characters
    # A few changes of a valid file. A run opens a database two or four times: a million take one or three hours.
    fuzz_inventory | fuzz_comparison) longest=128 ;;
    *) longest=2048 ;;
    esac
    corpus=build/fuzz/corpus/$target
    artifacts=build/fuzz/artifacts/$target
    mkdir -p "$corpus" "$artifacts"
    echo "== $target: $runs runs, inputs of up to $longest bytes"
    LC_ALL=C.UTF-8 "build/fuzz/bin/fuzz/$target" "$corpus" "tests/fuzz/seeds/$target" \
        -dict="tests/fuzz/$target.dict" -runs="$runs" -max_len="$longest" -len_control=0 -timeout=10 \
        -detect_leaks="$leaks" -rss_limit_mb=2048 -artifact_prefix="$artifacts/" -print_final_stats=1 -verbosity=1 \
        || broken="$broken $target"
done

if [ -n "$broken" ]; then
    echo "run.sh: BROKEN:$broken; the inputs are in build/fuzz/artifacts" >&2
    exit 1
fi
echo "run.sh: no target found anything"
