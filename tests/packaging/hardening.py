#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT
"""Reads programs with readelf and fails when one lacks a protection that the compiler and the linker can add.

    hardening.py [--optimized] PROGRAM...     --optimized: they must also call glibc's checked functions
    hardening.py --self-test COMPILER         compiles a small program without one protection at a time and fails
                                              when the check does not report it
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

# Each protection, and the line that proves it in the output of readelf, as missing() calls it.
EVERYWHERE = {
    "position independent": r"\(FLAGS_1\) .*\bPIE\b",
    "relocations read-only": r"^\s*GNU_RELRO\s",
    "bound at start": r"\(FLAGS_1\) .*\bNOW\b",
    "stack protector": r"\b__stack_chk_fail\b",
    "stack not executable": r"^\s*GNU_STACK\s.*\sRW\s",
}
OPTIMIZED = {"checked functions": r"\b__\w+_chk\b"}

SAMPLE = """
#include <cstring>
int main(int count, char **words)
{
    char copy[64];
    std::strcpy(copy, words[count - 1]);
    return copy[0] == 'a';
}
"""
HARDENED = ["-O2", "-fPIE", "-pie", "-fstack-protector-strong", "-U_FORTIFY_SOURCE", "-D_FORTIFY_SOURCE=2",
            "-Wl,-z,relro,-z,now,-z,noexecstack"]
WITHOUT = {
    "position independent": ["-fno-PIE", "-no-pie"],
    "relocations read-only": ["-Wl,-z,norelro"],
    "bound at start": ["-Wl,-z,lazy"],
    "stack protector": ["-fno-stack-protector"],
    "stack not executable": ["-Wl,-z,execstack"],
    "checked functions": ["-U_FORTIFY_SOURCE"],
}


def missing(program, optimized):
    options = ["--wide", "--file-header", "--program-headers", "--dynamic", "--dyn-syms"]
    shown = subprocess.run(["readelf", *options, program], env=dict(os.environ, LC_ALL="C"),
                           check=True, capture_output=True, text=True).stdout
    expected = EVERYWHERE | (OPTIMIZED if optimized else {})
    return {what for what, line in expected.items() if not re.search(line, shown, re.MULTILINE)}


def self_test(compiler):
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        source, program = Path(folder) / "sample.cpp", Path(folder) / "sample"
        source.write_text(SAMPLE)
        for left_out, flags in {"nothing": [], **WITHOUT}.items():
            subprocess.run([compiler, *HARDENED, *flags, source, "-o", program], check=True, capture_output=True)
            found = missing(program, True)
            if found != {left_out} - {"nothing"}:
                wrong.append(f"built without {left_out}, but reported as missing: {sorted(found)}")
    return wrong


def main(words):
    if words[:1] == ["--self-test"]:
        sys.exit("\n".join(self_test(words[1])) or 0)
    optimized = words[:1] == ["--optimized"]
    programs = words[1:] if optimized else words
    if not programs:
        sys.exit(__doc__)
    wrong = [f"{program}: missing: {what}" for program in programs for what in sorted(missing(program, optimized))]
    sys.exit("\n".join(wrong) or 0)


main(sys.argv[1:])
