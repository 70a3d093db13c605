#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT

# Runs a linter on every source file of src/, or on the given ones, and fails on any finding:
#     tests/proofs/lint.sh clang-tidy|clazy [FILE...]
# Builds the preset lint first. The linters need its generated headers, and cannot read g++'s precompiled headers,
# which it does not have; the build also fails on a file that does not include what it uses. On two cores the build
# takes about ten minutes, clang-tidy a quarter of an hour for all files, clazy a few minutes.
set -eu
cd "$(dirname "$0")/../.."

# clang-tidy reads its checks from .clang-tidy. clazy runs those that find defects and waste: levels 0 and 1, and
# some of the stricter ones. Of these the following are left out, since most of their findings here are wrong:
#   ctor-missing-parent-argument    some QObjects are members and have no parent
#   function-args-by-value          passes small structs by value, which may grow later
#   missing-qobject-macro           only classes with signals, properties or texts need it
#   returning-void-expression       "return show(page);" ends a case here
#   rule-of-three, old-style-connect, qstring-allocations    checked by the compiler and Qt's definitions
clazy_checks=level0,level1,base-class-event,copyable-polymorphic,function-args-by-ref,global-const-char-pointer
clazy_checks=$clazy_checks,implicit-casts,missing-typeinfo,virtual-call-ctor
clazy_checks=$clazy_checks,isempty-vs-count,thread-with-slots,qvariant-template-instantiation

tool=${1:-}
# shellcheck disable=SC2016 # xargs passes the file as $1 later
case $tool in
clang-tidy) read_one='clang-tidy --quiet -p build/lint "$1"' ;;
clazy) read_one="clazy-standalone -p build/lint -checks=$clazy_checks -header-filter='/src/([a-z]+/)+[a-z]+\.h\$' \"\$1\"" ;;
*)
    echo "lint.sh: give a linter: tests/proofs/lint.sh clang-tidy|clazy [FILE...]" >&2
    exit 2
    ;;
esac
shift
# shellcheck disable=SC2046 # a list of words is wanted
[ $# -gt 0 ] || set -- $(find src -name '*.cpp' | sort)

./packaging/install-dependencies.sh
./tests/proofs/install.sh "$tool"
cmake --preset lint >/dev/null
cmake --build --preset lint --target vestibule vestibule-demo-tenant

findings=$(mktemp)
trap 'rm -f "$findings"' EXIT
# The output of a file is printed as a whole, without the counts of warnings that were left out.
read_one="found=\$($read_one 2>&1); status=\$?
    printf '%s\n' \"\$found\" | grep -vE '^\$|^[0-9]+ (warning|error)s? (generated|treated as error)'
    exit \$status"
broken=""
printf '%s\n' "$@" | xargs -P "$(nproc)" -n 1 sh -c "$read_one" read_one >"$findings" || broken=1

cat "$findings"
if [ -n "$broken" ] || [ -s "$findings" ]; then
    echo "lint.sh: $tool: FINDINGS: $(grep -cE ': (warning|error): ' "$findings") in $# files" >&2
    exit 1
fi
echo "lint.sh: $tool: clean: $# files"
