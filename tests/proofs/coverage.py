#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT
"""Prints the line coverage of every room from gcovr's summary, lists the files that have least of it, and fails when
a room has less than it must have.

    coverage.py SUMMARY.json             all rooms
    coverage.py SUMMARY.json ROOM...     only these, and never fails: only their own tests have been run
"""

import json
import sys
from collections import defaultdict

REQUIRED = 90.0  # percent, of each of these rooms; the others are printed for information
ROOMS = ["core", "net", "formats", "models", "store", "session", "export", "cli"]
LISTED = 80.0  # files of these rooms with less are listed


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
    names = chosen or ROOMS + sorted(set(rooms) - set(ROOMS))
    below = [room for room in ROOMS if not chosen and percent(*rooms[room]) < REQUIRED]
    for room in names:
        covered, total = rooms[room]
        note = "" if room in ROOMS else "for information"
        print(f"{room:8} {percent(covered, total):5.1f} %  {covered:5} of {total:5} lines  {note}".rstrip())
    for file in sorted(files, key=lambda file: file["line_percent"] or 0):
        if room_of(file) in set(names) & set(ROOMS) and (file["line_percent"] or 0) < LISTED:
            print(f"    {file['line_percent']} %  {file['filename']}")
    sys.exit(f"coverage.py: below {REQUIRED:.0f} %: {', '.join(below)}" if below else 0)


main(*sys.argv[1:])
