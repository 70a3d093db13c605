#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT

# Reads every source file of src/ with a linter and fails when it finds anything:
#     tests/proofs/lint.sh clang-tidy|clazy [FILE...]
# Builds the programs of the preset dev first, for the headers that the build makes. On two cores clang-tidy
# takes a quarter of an hour for all of them, clazy a few minutes.
set -eu
cd "$(dirname "$0")/../.."

# clang-tidy has its checks from .clang-tidy. clazy takes those that find defects and waste: levels 0 and 1 as
# a whole, and of the stricter ones these. Left out of them, because more often wrong than right here:
#   ctor-missing-parent-argument    not every object is made with a parent; some are values
#   function-args-by-value          would pass structs that may grow tomorrow
#   missing-qobject-macro           wanted only by what has signals, properties or texts
#   returning-void-expression       "return show(page);" is how a case says that it is all
#   rule-of-three, old-style-connect, qstring-allocations    the compiler and the definitions see to them
clazy_checks=level0,level1,base-class-event,copyable-polymorphic,function-args-by-ref,global-const-char-pointer
clazy_checks=$clazy_checks,implicit-casts,missing-typeinfo,virtual-call-ctor
clazy_checks=$clazy_checks,isempty-vs-count,thread-with-slots,qvariant-template-instantiation

tool=${1:-}
# shellcheck disable=SC2016 # the file is put in later, by xargs
case $tool in
clang-tidy) read_one='clang-tidy --quiet -p build/dev "$1"' ;;
clazy) read_one="clazy-standalone -p build/dev -checks=$clazy_checks -header-filter='/src/[a-z]+/[a-z]+\.h\$' \"\$1\"" ;;
*)
    echo "lint.sh: give a linter: tests/proofs/lint.sh clang-tidy|clazy [FILE...]" >&2
    exit 2
    ;;
esac
shift
# shellcheck disable=SC2046 # a list of words, on purpose
[ $# -gt 0 ] || set -- $(find src -name '*.cpp' | sort)

./packaging/install-dependencies.sh
./tests/proofs/install.sh "$tool"
cmake --preset dev >/dev/null
cmake --build --preset dev --target vestibule vestibule-demo-tenant

findings=$(mktemp)
trap 'rm -f "$findings"' EXIT
# A file's findings stay together; how many warnings of foreign headers were left out is nobody's business.
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
