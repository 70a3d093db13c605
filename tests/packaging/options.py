#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT
"""Checks that --help of the program and of its commands, the shells' completions and the manual have the same
options, and that bash completes them.

    options.py PROGRAM PACKAGING_FOLDER
"""

import os
import re
import subprocess
import sys
from pathlib import Path

COLUMNS = 10
COMMANDS = ("sweep", "links", "used-by")


def bash_completes(script, *words):
    """The completions that bash offers for the last word."""
    quoted = " ".join(f"'{word}'" for word in ("vestibule", *words))
    command = (
        f"compopt() {{ :; }}; source '{script}'; COMP_WORDS=({quoted}); COMP_CWORD={len(words)}; "
        '_vestibule; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    return subprocess.run(
        ["bash", "--norc", "-c", command], check=True, capture_output=True, text=True
    ).stdout.split()


def main():
    program, packaging = sys.argv[1], Path(sys.argv[2])
    env = dict(os.environ, LC_ALL="C.UTF-8")
    bash = packaging / "completions/vestibule.bash"
    expected = set()
    wrong = []
    for command in ((), *((name,) for name in COMMANDS)):
        shown = subprocess.run([program, *command, "--help"], env=env, check=True, capture_output=True, text=True)
        options = {"--" + name for name in re.findall(r"^  --([a-z-]+)", shown.stdout, re.MULTILINE)}
        if len(options) < 8:
            sys.exit(f"{command} --help names {len(options)} options only")
        if (completed := set(bash_completes(bash, *command, "--"))) != options:
            wrong.append(f"bash, {command}: missing or unknown: {sorted(completed ^ options)}")
        expected |= options
    found = {
        "zsh": set(re.findall(r"(--[a-z-]+)\[", (packaging / "completions/_vestibule").read_text())),
        "fish": {"--" + name for name in re.findall(
            r"^complete .* -l ([a-z-]+)", (packaging / "completions/vestibule.fish").read_text(), re.MULTILINE)},
        "manual": {"--" + name for name in re.findall(
            r"^\.It Fl (?:. , )?-([a-z-]+)", (packaging / "vestibule.1").read_text(), re.MULTILINE)},
    }
    wrong += [f"{where}: missing or unknown: {sorted(names ^ expected)}" for where, names in found.items()
              if names != expected]
    if bash_completes(bash, "--format", "n") != ["ndjson"]:
        wrong.append("bash does not complete --format n")
    if bash_completes(bash, "--columns", "is_enabled,connection_n") != ["is_enabled,connection_name"]:
        wrong.append("bash does not complete a second column")
    if len(bash_completes(bash, "--columns", "")) != COLUMNS:
        wrong.append("bash does not complete all columns")
    if len(bash_completes(bash, "links", "--columns", "")) != COLUMNS + 3:
        wrong.append("bash does not complete all columns of links")
    if sorted(bash_completes(bash, "")[:3]) != sorted(COMMANDS):
        wrong.append("bash does not complete the commands")
    sys.exit("\n".join(wrong) or 0)


if __name__ == "__main__":
    main()
