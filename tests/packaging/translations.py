#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT
"""Fails when a text of the program has no finished translation: updates copies of the translation files from the
sources and lists what is unfinished in them. The English file has the plurals alone, each with its singular and its
plural: without them a window would show "%n row(s)".

    translations.py PROJECT LUPDATE
    translations.py PROJECT LUPDATE --self-test     it finds whatever is missing in the English file
"""

import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

FORMS = 2  # of a plural, in English as in French


def messages(file):
    """The context's name and each message."""
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name"), message


def is_plural(message):
    return message.get("numerus") == "yes"


def is_finished(message):
    translation = message.find("translation")
    if translation.get("type") == "unfinished":
        return False
    source = message.findtext("source")
    if not is_plural(message):
        return bool(translation.text) and "%n" not in source and "%Ln" not in source
    forms = [form.text for form in translation.iter("numerusform")]
    return len(forms) == FORMS and all(form and "(s)" not in form for form in forms)


def unfinished(file, name):
    return [f"{name}: {context}: {message.findtext('source')}"
            for context, message in messages(file) if not is_finished(message)]


def problems(project, lupdate, originals):
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for original in originals:
            copy = Path(folder) / original.name
            shutil.copy(original, copy)
            plural = ["-pluralonly"] if original.stem.endswith("_en") else []
            subprocess.run(
                [lupdate, "-silent", *plural, project / "src", project / "ui", "-ts", copy],
                check=True,
            )
            found += unfinished(copy, original.name)
    return found


def self_test(project, lupdate, english):
    """Spoils the first plurals of a copy, each in another way, and expects the check to name just them."""
    def remove(message, context):
        context.remove(message)

    def empty(message, _):
        message.find("translation/numerusform").text = None

    def leave_one(message, _):
        translation = message.find("translation")
        translation.remove(translation.find("numerusform"))

    def leave_as_in_the_source(message, _):
        message.find("translation/numerusform").text = "%n row(s)"

    def unfinish(message, _):
        message.find("translation").set("type", "unfinished")

    tree = ElementTree.parse(english)
    contexts = {message: context for context in tree.getroot().iter("context") for message in context.iter("message")}
    # In contexts that keep others, so that lupdate has nothing to guess from.
    spoilt = dict(zip(contexts, (remove, empty, leave_one, leave_as_in_the_source, unfinish)))
    for message, spoil in spoilt.items():
        spoil(message, contexts[message])
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / english.name
        tree.write(copy, encoding="utf-8", xml_declaration=True)
        found = problems(project, lupdate, [copy])
    expected = [f"{english.name}: {contexts[message].findtext('name')}: {message.findtext('source')}"
                for message in spoilt]
    return [f"found {sorted(found)}, not {sorted(expected)}"] if sorted(found) != sorted(expected) else []


def main(project, lupdate, *options):
    project = Path(project)
    originals = sorted((project / "resources/translations").glob("*.ts"))
    if options == ("--self-test",):
        found = self_test(project, lupdate, next(file for file in originals if file.stem.endswith("_en")))
    else:
        found = problems(project, lupdate, originals)
    sys.exit("\n".join(found) or 0)


main(*sys.argv[1:])
