#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT
"""Prints the line coverage of every room, and names the files that have least of it, from gcovr's summary;
fails when a room is below its floor.

    coverage.py SUMMARY.json [ROOM...]     only those rooms, held to nothing: not all tests have been run
"""

import json
import sys
from collections import defaultdict

FLOOR = 90.0
HELD = ["core", "net", "models", "store", "app"]  # the others are for information
NAMED = 80.0  # files of the held rooms with less are named


def percent(covered, total):
    return 100.0 * covered / total if total else 0.0


def room_of(file):
    parts = file["filename"].split("/")
    return parts[1] if len(parts) > 2 else "main"


def main(summary, *chosen):
    with open(summary, encoding="utf-8") as stream:
        files = json.load(stream)["files"]
    rooms = defaultdict(lambda: [0, 0])
    for file in files:
        rooms[room_of(file)][0] += file["line_covered"]
        rooms[room_of(file)][1] += file["line_total"]
    names = chosen or HELD + sorted(set(rooms) - set(HELD))
    below = [room for room in HELD if not chosen and percent(*rooms[room]) < FLOOR]
    for room in names:
        covered, total = rooms[room]
        note = "" if room in HELD else "for information"
        print(f"{room:8} {percent(covered, total):5.1f} %  {covered:5} of {total:5} lines  {note}".rstrip())
    for file in sorted(files, key=lambda file: file["line_percent"] or 0):
        if room_of(file) in set(names) & set(HELD) and (file["line_percent"] or 0) < NAMED:
            print(f"    {file['line_percent']} %  {file['filename']}")
    sys.exit(f"coverage.py: below {FLOOR:.0f} %: {', '.join(below)}" if below else 0)


main(*sys.argv[1:])
