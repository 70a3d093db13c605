#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT
"""Fails when a text of the program has no finished translation: updates copies of the translation files from the
sources and lists what is unfinished in them.

    translations.py PROJECT LUPDATE
"""

import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path


def unfinished(file, name):
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            texts = [form.text for form in translation.iter("numerusform")] or [translation.text]
            if translation.get("type") == "unfinished" or not all(texts):
                yield f"{name}: {context.findtext('name')}: {message.findtext('source')}"


def main(project, lupdate):
    project = Path(project)
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        for original in sorted((project / "resources/translations").glob("*.ts")):
            copy = Path(folder) / original.name
            shutil.copy(original, copy)
            plural = ["-pluralonly"] if original.stem.endswith("_en") else []
            subprocess.run(
                [lupdate, "-silent", *plural, project / "src", project / "ui", "-ts", copy],
                check=True,
            )
            problems += unfinished(copy, original.name)
    sys.exit("\n".join(problems) or 0)


main(sys.argv[1], sys.argv[2])
