#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT
"""Fails on a source that grew too long to be read at once, and on one that does not begin with its own
header: that header would be read after others, and nobody would see that it needs them."""

import re
import sys
from pathlib import Path

LONGEST = 300  # lines; more with a reason in a line "Long: ..." among the first ten
FOLDERS = ("src", "tests", "packaging")
SOURCES = {".cpp", ".h", ".py", ".sh", ".cmake", ".cjs", ".txt"}


def faults(project, path):
    lines = path.read_text().splitlines()
    place = path.relative_to(project)
    if len(lines) > LONGEST and not any("Long: " in line for line in lines[:10]):
        yield f"{place}: {len(lines)} lines, more than {LONGEST}, and no reason"
    if path.suffix == ".cpp" and path.with_suffix(".h").exists():
        first = next((line for line in lines if line.startswith("#include")), "")
        if not re.fullmatch(rf'#include "(\w+/)*{path.stem}\.h"', first):
            yield f"{place}: its first include is not its own header"


def main(project):
    paths = [path for folder in FOLDERS for path in (project / folder).rglob("*") if path.suffix in SOURCES]
    if not paths:
        sys.exit(f"no sources below {project}")
    sys.exit("\n".join(fault for path in sorted(paths) for fault in faults(project, path)) or 0)


main(Path(sys.argv[1]))
