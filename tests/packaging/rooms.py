#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT
"""Reads the includes of every room and fails on one that goes against the arrows of README."""

import re
import sys
from pathlib import Path

MAY_KNOW = {
    "core": {"core"},
    "net": {"core", "net"},
    "formats": {"core", "formats"},
    "models": {"core", "models"},
    "store": {"core", "formats", "store"},
    "session": {"core", "formats", "models", "store", "session"},
    "export": {"core", "formats", "models", "store", "session", "export"},
    "cli": {"core", "formats", "models", "store", "session", "export", "cli"},
    "demo": {"demo"},
    "widgets": {"core", "formats", "models", "store", "session", "export", "widgets"},
    "program": {"core", "net", "formats", "store", "models", "session", "export", "cli", "widgets", "demo", "program"},
}
INCLUDE = re.compile(r'^\s*#include "(\w+)/', re.MULTILINE)


def main(source):
    wrong = []
    files = [path for path in Path(source).rglob("*") if path.suffix in (".h", ".cpp")]
    if not files:
        sys.exit(f"no sources below {source}")
    for path in files:
        room = path.relative_to(source).parts[0]
        if room == "main.cpp":  # the composition root knows every room
            continue
        for other in INCLUDE.findall(path.read_text()):
            if other not in MAY_KNOW[room]:
                wrong.append(f"{path}: {room} must not know {other}")
    sys.exit("\n".join(wrong) or 0)


main(sys.argv[1])
