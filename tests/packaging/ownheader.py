#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT
"""Fails on a source whose first include is not its own header. A header that is read first, before any other,
must compile by itself; read after others, it could use what they include.

    ownheader.py PROJECT
"""

import re
import sys
from pathlib import Path

FOLDERS = ("src", "tests", "packaging")


def wrong(project, path):
    includes = [line for line in path.read_text().splitlines() if line.startswith("#include")]
    if re.fullmatch(rf'#include "(\w+/)*{path.stem}\.h"', includes[0] if includes else ""):
        return []
    return [f"{path.relative_to(project)}: the first include must be {path.stem}.h"]


def main(project):
    sources = sorted(path for folder in FOLDERS for path in (project / folder).rglob("*.cpp")
                     if path.with_suffix(".h").exists())
    if not sources:
        sys.exit(f"no sources below {project}")
    sys.exit("\n".join(line for path in sources for line in wrong(project, path)) or 0)


main(Path(sys.argv[1]))
