#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT
"""Checks that the files that README and the pages of .github name exist: `room/module`, `folder/file`, and links.

    documents.py PROJECT
"""

import re
import sys
from pathlib import Path

FOLDERS = ("src", "ui", "tests", "packaging", "resources", ".github", ".ci")


def exists(project, rooms, path):
    """True also for what is no path of the project, such as application/json."""
    first = path.split("/")[0]
    if first in rooms:
        return any((project / "src" / (path + suffix)).exists() for suffix in ("", ".h", ".cpp"))
    return first not in FOLDERS or (project / path).exists()


def main(project):
    rooms = {folder.name for folder in (project / "src").iterdir() if folder.is_dir()}
    documents = [project / "README.md", *sorted((project / ".github").rglob("*.md"))]
    wrong, count = [], 0
    for document in documents:
        text = document.read_text()
        paths = re.findall(r"`(?:\./)?([\w.-]+(?:/[\w.-]+)+)/?`", text)
        links = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", text)
        count += len(paths) + len(links)
        place = document.relative_to(project)
        wrong += [f"{place}: there is no {path}" for path in paths if not exists(project, rooms, path)]
        wrong += [f"{place}: there is no {link}" for link in links if not (document.parent / link).exists()]
    if count < 50:
        sys.exit(f"documents.py: only {count} paths were found")
    sys.exit("\n".join(wrong) or 0)


main(Path(sys.argv[1]))
