#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT
"""Checks that --help, the shells' completions and the manual have the same options, and that bash completes
them.

    options.py PROGRAM PACKAGING_FOLDER
"""

import os
import re
import subprocess
import sys
from pathlib import Path

COLUMNS = 10
COLUMNS_OF_COMPARE = 8
COMMANDS = ("sweep", "links", "used-by", "findings", "compare", "report")
LEAST = {"": 15, "findings": 6, "report": 7}  # options; 10 of the other commands


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


def of_command(text, command, begin, end):
    """The part of a text that is about a command; for no command, the text without those parts."""
    part = re.compile(begin.format(command or "|".join(COMMANDS)) + r".*?" + end, re.MULTILINE | re.DOTALL)
    return "".join(part.findall(text)) if command else part.sub("", text)


def options_of(program, packaging, command):
    """The options of a command, or of the program without one, by place."""
    arguments = [command] if command else []
    env = dict(os.environ, LC_ALL="C.UTF-8")
    shown = subprocess.run([program, *arguments, "--help"], env=env, check=True, capture_output=True, text=True)
    completions = packaging / "completions"
    zsh = of_command((completions / "_vestibule").read_text(), command, r"^(?:{})\)$", r"^    ;;$")
    fish = "\n".join(line for line in (completions / "vestibule.fish").read_text().splitlines()
                     if f"-n ${(command or 'main').replace('-', '_')} " in line)
    manual = of_command((packaging / "vestibule.1").read_text(), command, r"^\.Ss (?:{})$", r"(?=^\.S[hs] )")
    return {
        "--help": set(re.findall(r"^  (--[a-z-]+)", shown.stdout, re.MULTILINE)),
        "bash": set(bash_completes(completions / "vestibule.bash", *arguments, "--")),
        "zsh": set(re.findall(r"(--[a-z-]+)\[", zsh)),
        "fish": {"--" + name for name in re.findall(r" -l ([a-z-]+)", fish)},
        "manual": {"--" + name for name in re.findall(r"^\.It Fl (?:. , )?-([a-z-]+)", manual, re.MULTILINE)},
    }


def main():
    program, packaging = sys.argv[1], Path(sys.argv[2])
    wrong = []
    for command in ("", *COMMANDS):
        places = options_of(program, packaging, command)
        expected = places["--help"]
        if len(expected) < LEAST.get(command, 10):
            sys.exit(f"{command} --help names {len(expected)} options only")
        wrong += [f"{command} {where}: missing or unknown: {sorted(names ^ expected)}"
                  for where, names in places.items() if names != expected]
    bash = packaging / "completions/vestibule.bash"
    if bash_completes(bash, "sw") != list(COMMANDS[:1]):
        wrong.append("bash does not complete a command")
    if bash_completes(bash, "--format", "n") != ["ndjson"]:
        wrong.append("bash does not complete --format n")
    if bash_completes(bash, "--columns", "is_enabled,connection_n") != ["is_enabled,connection_name"]:
        wrong.append("bash does not complete a second column")
    if len(bash_completes(bash, "--columns", "")) != COLUMNS:
        wrong.append("bash does not complete all columns")
    if len(bash_completes(bash, "links", "--columns", "")) != COLUMNS + 3:
        wrong.append("bash does not complete all columns of links")
    if len(bash_completes(bash, "compare", "--columns", "")) != COLUMNS_OF_COMPARE:
        wrong.append("bash does not complete all columns of compare")
    if bash_completes(bash, "compare", "--format", "t") != ["text"]:
        wrong.append("bash does not complete --format t of compare")
    sys.exit("\n".join(wrong) or 0)


if __name__ == "__main__":
    main()
