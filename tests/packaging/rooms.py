#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT
"""Reads the includes of all sources and fails on one that the rooms' arrows do not allow, between rooms and
between the folders of widgets. The linker cannot refuse it: an include of a header alone needs no library. Fails on two
classes of one name as well.

    rooms.py SOURCE
"""

import re
import sys
from pathlib import Path

# What a room may include besides itself. Each room is listed after all that it may include, so there is no circle.
ROOMS = {
    "core": set(),
    "net": {"core"},
    "formats": {"core"},
    "models": {"core"},
    "store": {"core", "formats"},
    "inventory": {"core", "formats"},
    "session": {"core", "formats", "models", "store", "inventory"},
    "export": {"core", "formats", "models", "store", "inventory", "session"},
    "cli": {"core", "formats", "models", "store", "inventory", "session", "export"},
    "widgets": {"core", "formats", "models", "store", "inventory", "session", "export"},
    "demo": set(),
    "program": {"core", "net", "formats", "models", "store", "inventory", "session", "export", "cli", "widgets", "demo"},
}
# The same between the folders of a room that has some.
FOLDERS = {
    "widgets": {
        "controls": set(),
        "table": {"controls"},
        "detail": {"controls"},
        "settings": {"controls"},
        "export": {"controls", "table", "settings"},
        "tenant": {"controls", "table", "detail"},
        "window": {"controls", "table", "detail", "settings", "export", "tenant"},
    },
}
# A class of a header. The linker takes one of two classes of the same name for both, without a word.
CLASS = re.compile(r"^(?:class|struct) (\w+)(?: final)?(?: : [^{;]*)? \{", re.MULTILINE)
INCLUDE = re.compile(r'^\s*#include "(\w+)/(?:(\w+)/)?', re.MULTILINE)


def check_order(table):
    """Fails when an entry may include one that is listed after it: such arrows could form a circle."""
    above = set()
    for name, known in table.items():
        if not known <= above:
            sys.exit(f"rooms.py: {name} may only include what is above it, not {', '.join(sorted(known - above))}")
        above.add(name)


def faults(path, place):
    room, folder = place[0], place[1] if len(place) > 2 else ""
    folders = FOLDERS.get(room, {})
    if room not in ROOMS:
        yield f"{path}: the room {room} is not in the table of rooms.py"
        return
    if folders and folder not in folders:
        yield f"{path}: {room} has no folder '{folder}'"
        return
    for other, other_folder in INCLUDE.findall(path.read_text()):
        if other != room and other not in ROOMS[room]:
            yield f"{path}: {room} must not include {other}"
        elif other == room and folders and other_folder != folder and other_folder not in folders[folder]:
            yield f"{path}: {room}/{folder} must not include {room}/{other_folder}"


def twice_defined(files, source):
    """Classes of the namespace Vestibule with one name; the room demo has its own namespace."""
    places = {}
    for path in files:
        if path.suffix == ".h" and path.relative_to(source).parts[0] != "demo":
            for name in CLASS.findall(path.read_text()):
                places.setdefault(name, []).append(str(path))
    for name, paths in places.items():
        if len(paths) > 1:
            yield f"{name} is defined in {' and in '.join(paths)}"


def main(source):
    for table in (ROOMS, *FOLDERS.values()):
        check_order(table)
    files = [path for path in sorted(Path(source).rglob("*")) if path.suffix in (".h", ".cpp")]
    if not files:
        sys.exit(f"no sources below {source}")
    wrong = list(twice_defined(files, source))
    for path in files:
        place = path.relative_to(source).parts
        if place != ("main.cpp",):  # the composition root knows every room
            wrong += faults(path, place)
    sys.exit("\n".join(wrong) or 0)


main(sys.argv[1])
