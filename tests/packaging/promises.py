#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT
"""Checks that the tests and the files that SECURITY.md names for each promise exist.

    promises.py PROJECT BUILD CTEST
"""

import re
import subprocess
import sys
from pathlib import Path


def main(project, build, ctest):
    project = Path(project)
    listing = subprocess.run([ctest, "-N"], cwd=build, check=True, capture_output=True, text=True)
    tests = set(re.findall(r"Test +#\d+: (\S+)", listing.stdout))
    rows = re.findall(r"^\| (.+?) \| (.+?) \| (.+?) \|$", (project / ".github/SECURITY.md").read_text(),
                      re.MULTILINE)
    promises = [row for row in rows if not set(row[0]) <= {"-", "|"} and row[0] != "Promise"]
    wrong = [] if len(promises) > 8 else ["the table of promises was not found"]
    for promise, places, proofs in promises:
        named = re.findall(r"`(\S+?)`", proofs)
        if not named:
            wrong.append(f"{promise}: no test")
        wrong += [f"{promise}: there is no test {name}" for name in named if name not in tests]
        wrong += [f"{promise}: there is no {path}" for path in re.findall(r"`(src/\S+?)`", places)
                  if not (project / path).is_file()]
    sys.exit("\n".join(wrong) or 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
