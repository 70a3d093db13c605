#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT
"""Changes one small thing at a time in a copy of the rooms core, net and formats, and runs the tests of that room.
A change that no test detects (a mutant that survives) is printed with its place: either a test is missing, or the
change has no effect.

    tests/proofs/mutants.py                         40 mutants of the three rooms
    tests/proofs/mutants.py --rooms core --seed 7 --count 100
    tests/proofs/mutants.py --at formats/csv.cpp    all mutants of one file, or with :LINE of one line
"""

import argparse
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections import namedtuple
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
WORK = PROJECT / "build/mutants"
TREE, BUILD = WORK / "tree", WORK / "build"

# The folders with the tests of a room: those of net that need a proxy or a faulty tenant are in tests/faults.
TESTS = {"core": ["core"], "net": ["net", "faults"], "formats": ["formats"]}

Mutant = namedtuple("Mutant", "room file line start end text")

# With a space on both sides: clang-format puts them around operators, but not around template brackets.
SWAPS = [(" < ", " <= "), (" > ", " >= "), (" == ", " != "), (" && ", " || "), (" + ", " - ")]
WORDS = [("true", "false"), ("++", "--")]


def code_only(text):
    """The text, with NUL characters in place of comments, literals and preprocessor lines; of the same length."""
    pattern = r'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'|^[ \t]*#[^\n]*'
    return re.sub(pattern, lambda found: re.sub(r"[^\n]", "\x00", found[0]), text, flags=re.DOTALL | re.MULTILINE)


def closing(code, opening):
    """The place of the parenthesis that closes the one at the place opening."""
    depth = 0
    for place in range(opening, len(code)):
        depth += {"(": 1, ")": -1}.get(code[place], 0)
        if depth == 0:
            return place
    return None


def swaps(code):
    for one, other in SWAPS:
        for old, new in ((one, other), (other, one)):
            for place in re.finditer(re.escape(old.strip()), code):
                around = code[place.start() - 1:place.end() + 1]
                if len(around) == len(old) and around[0].isspace() and around[-1].isspace():
                    yield place.start(), place.end(), new.strip()
    for one, other in WORDS:
        for old, new in ((one, other), (other, one)):
            edge = r"\b" if old.isalpha() else ""
            for place in re.finditer(edge + re.escape(old) + edge, code):
                yield place.start(), place.end(), new


def negated_conditions(code, text):
    for place in re.finditer(r"\b(?:if|while) \(", code):
        start, end = place.end(), closing(code, place.end() - 1)
        condition = code[start:end]
        declares = re.search(r"^(?:const )?[\w:<>]+ [*&]?\w+ = ", condition)
        if end and ";" not in condition and not declares:
            yield start, end, f"!({text[start:end]})"


def dropped_statements(code):
    """Early returns, and calls whose result is not used."""
    statement = r"(?<=[;{})]\n)[ \t]+((?:return\b[^;{}]*|continue|break|[\w.:>-]+\([^;{}=]*\));)(?=\n)"
    for place in re.finditer(statement, code):
        following = code[place.end():].lstrip("\n \x00")
        if place[1].startswith("return") and not re.search(r"\)\n[ \t]+return\b[^;]*;$", code[:place.end(1)][-400:]):
            continue  # not after a condition: the last return of its function
        if place[1].startswith("return") and following[:1] == "}" and code[place.start() - 2] in ";{":
            continue
        yield place.start(1), place.end(1), ";"


def mutants_of(room, path):
    text = path.read_text()
    code = code_only(text)
    name = path.relative_to(PROJECT).as_posix()
    for start, end, new in [*swaps(code), *negated_conditions(code, text), *dropped_statements(code)]:
        yield Mutant(room, name, text.count("\n", 0, start) + 1, start, end, new)


def all_mutants(rooms, place):
    found = []
    for room in rooms:
        for path in sorted((PROJECT / "src" / room).glob("*.cpp")):
            found += mutants_of(room, path)
    if place:
        file, _, line = place.partition(":")
        found = [m for m in found if m.file.endswith(file) and (not line or m.line == int(line))]
    return found


def run(command, seconds=None):
    """Whether the command succeeds in time, and its output. At the time-out all its child processes are killed."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                               start_new_session=True)
    try:
        output, _ = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        return False, "too slow"
    return process.returncode == 0, output


def copy_tree():
    """Copies the files that git would track. Equal files are not written again, so that they are not built again."""
    names = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
                           cwd=PROJECT, check=True, capture_output=True, text=True)
    for name in filter(None, names.stdout.split("\0")):
        source, target = PROJECT / name, TREE / name
        if not source.exists():
            continue
        content = source.read_bytes()
        if not target.exists() or target.read_bytes() != content:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
            shutil.copymode(source, target)


def build(room):
    return run(["cmake", "--build", BUILD, "--target", *(f"tests-{folder}" for folder in TESTS[room])])


def test(room, seconds=None):
    return run(["ctest", "--test-dir", BUILD, "--label-regex", f"^({'|'.join(TESTS[room])})$", "--stop-on-failure",
                "--parallel", str(os.cpu_count() or 1)], seconds)


def prepare(rooms):
    """Builds the unchanged copy and returns the seconds that the tests of each room take."""
    copy_tree()
    configured, output = run(["cmake", "-G", "Ninja", "-S", TREE, "-B", BUILD, "-DCMAKE_BUILD_TYPE=Debug",
                              "-DCMAKE_CXX_FLAGS_DEBUG=-O0", "-DBUILD_TESTING=ON",
                              "-DVESTIBULE_WARNINGS_AS_ERRORS=OFF"])
    if not configured:
        sys.exit(output)
    durations = {}
    for room in rooms:
        print(f"mutants.py: building and testing {room} unchanged", flush=True)
        for step in (build, test):
            begin = time.monotonic()
            good, output = step(room)
            if not good:
                sys.exit(f"{output}\nmutants.py: {room} must build and pass before it is changed")
        durations[room] = time.monotonic() - begin
    return durations


def fate(mutant, duration):
    target = TREE / mutant.file
    text = target.read_text()
    target.write_text(text[:mutant.start] + mutant.text + text[mutant.end:])
    try:
        built, _ = build(mutant.room)
        if not built:
            return "not built"
        passed, _ = test(mutant.room, 10 + 5 * duration)
        return "SURVIVED" if passed else "killed"
    finally:
        target.write_text(text)


def described(mutant):
    text = (PROJECT / mutant.file).read_text()
    begin, end = text.rfind("\n", 0, mutant.start) + 1, text.find("\n", mutant.end)
    broken = text[begin:mutant.start] + mutant.text + text[mutant.end:end]
    return f"{mutant.file}:{mutant.line}: {' '.join(text[begin:end].split())}  ->  {' '.join(broken.split())}"


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rooms", nargs="+", choices=list(TESTS), default=list(TESTS))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=40, help="how many that are programs (40)")
    parser.add_argument("--minutes", type=float, default=0, help="begin no mutant after that time")
    parser.add_argument("--at", metavar="FILE[:LINE]", help="all mutants of that place, whatever the count")
    return parser.parse_args()


def main():
    chosen = options()
    mutants = all_mutants(chosen.rooms, chosen.at)
    if not mutants:
        sys.exit("mutants.py: no mutant is possible there")
    random.Random(chosen.seed).shuffle(mutants)
    count = len(mutants) if chosen.at else chosen.count
    durations = prepare(sorted({mutant.room for mutant in mutants}))
    print(f"mutants.py: {len(mutants)} possible mutants, seed {chosen.seed}", flush=True)
    begin, killed, survivors = time.monotonic(), 0, []
    for mutant in mutants:
        late = chosen.minutes and time.monotonic() - begin > 60 * chosen.minutes
        if late or killed + len(survivors) == count:
            break
        result = fate(mutant, durations[mutant.room])
        print(f"{result:10}  {described(mutant)}", flush=True)
        killed += result == "killed"
        survivors += [mutant] if result == "SURVIVED" else []
    print(f"\nmutants.py: {killed} of {killed + len(survivors)} killed; survivors:")
    for mutant in sorted(survivors):
        print("  " + described(mutant))


main()
