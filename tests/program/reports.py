#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT
"""Checks that a report is only text, whatever names a tenant has: parsed as a browser would, it has no script, no
handler, no address and no element but those that a report is made of, and what it says is what the inventory says.

    reports.py VESTIBULE

With a comparison as well, whose changes must be those of `vestibule compare`; and of one organization, from the
inventory and from a saved view, which must say the same.
"""

import collections
import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from html.parser import HTMLParser
from pathlib import Path

DONE, NOT_FOUND, NOT_COMPLETE = 0, 4, 7  # the exit statuses
HOSTILE = "</title></style><script>alert(1)</script><img src=//evil.example/x onerror='a'>\"'`&lt;\u202e\u2028\x01\x9f]]>-->"
SHOWN = HOSTILE.replace("\u202e", "[U+202E]").replace("\u2028", "[U+2028]").replace("\x01", "\u2401").replace(
    "\x9f", "[U+009F]")
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
ELEMENTS = {
    "html", "head", "meta", "title", "style", "body", "header", "main", "section", "footer", "h1", "h2", "h3", "p",
    "ul", "li", "dl", "dt", "dd", "div", "span", "bdi", "table", "thead", "tbody", "tr", "th", "td", "svg", "rect", "a",
    "figure", "figcaption",
}
ATTRIBUTES = {"lang", "charset", "http-equiv", "content", "name", "class", "scope", "colspan", "viewbox",
              "preserveaspectratio", "aria-hidden", "width", "height"}


FIELDS = ("is_enabled", "organization_display_name")  # those that change in the sample


def require(holds, what):
    if not holds:
        sys.exit(what)


class Page(HTMLParser):
    """What is in a page. Every element is closed in the order in which it was opened."""

    EMPTY = ("meta", "rect")

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.elements = collections.Counter()
        self.attributes = collections.defaultdict(list)
        self.links = []
        self.texts = []
        self.rows = []
        self.open = []
        self.feed(text)
        self.close()
        require(not self.open, f"not closed: {self.open}")

    def handle_starttag(self, tag, attrs):
        self.elements[tag] += 1
        if tag == "a":  # only a click leads there, and only to the documents of the rules
            require([name for name, _ in attrs] == ["rel", "href"] and attrs[0][1] == "noreferrer"
                    and attrs[1][1].startswith("https://auth0.com/docs/"), f"a link: {attrs}")
            self.links.append(attrs[1][1])
        for name, value in attrs if tag != "a" else ():
            self.attributes[name].append(value)
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in self.EMPTY:
            self.open.pop()

    def handle_endtag(self, tag):
        require(self.open and self.open.pop() == tag, f"</{tag}> closes something else")

    def handle_data(self, data):
        if self.open and self.open[-1] == "style":
            for word in ("url(", "@import", "expression", "//"):
                require(word not in data, f"the style has {word}")
            return
        self.texts.append(data)
        if "td" in self.open or "th" in self.open:
            self.rows[-1][-1] += data

    def handle_comment(self, data):
        sys.exit(f"a comment: {data}")

    def unknown_decl(self, data):
        sys.exit(f"a declaration: {data}")


def vestibule(program, folder, *arguments, language="C.UTF-8"):
    env = dict(os.environ, LC_ALL=language, LANGUAGE=language, XDG_CONFIG_HOME=str(folder / "config"),
               XDG_DATA_HOME=str(folder / "data"))
    return subprocess.run([program, *arguments], env=env, capture_output=True, text=True, check=False)


def check_report(program, folder, inventory, status, *options, language="C.UTF-8", has_report=True):
    out = folder / "report.html"
    out.unlink(missing_ok=True)
    run = vestibule(program, folder, "report", str(inventory), "--html", str(out), *options, language=language)
    require(run.returncode == status, f"status {run.returncode}: {run.stderr}")
    require(out.exists() == has_report, "there is no report, or one too many")
    if not has_report:
        return None
    text = out.read_text(encoding="utf-8")
    page = Page(text)
    require(set(page.elements) <= ELEMENTS, f"elements: {set(page.elements) - ELEMENTS}")
    require(set(page.attributes) <= ATTRIBUTES, f"attributes: {set(page.attributes) - ATTRIBUTES}")
    require(POLICY in page.attributes["content"], "no policy")
    for control in [chr(c) for c in (*range(0x20), *range(0x7f, 0xa0), 0x2028, 0x202e) if c != 10]:
        require(control not in text, f"has the character {ord(control):04x}")
    digest = hashlib.sha256(inventory.read_bytes()).hexdigest()
    require(digest in page.texts, "the SHA-256 of the inventory is missing")
    return page


def check_changes(program, folder, inventory, old):
    """The rows of a report are those that `compare` writes."""
    page = check_report(program, folder, inventory, DONE, "--compare", str(old))
    digest = hashlib.sha256(old.read_bytes()).hexdigest()
    require(any(digest in row for row in page.rows), "the SHA-256 of the old inventory is missing")
    run = vestibule(program, folder, "compare", str(old), str(inventory), "--format", "json")
    changes = json.loads(run.stdout)["rows"]
    require(len({change["kind"] for change in changes}) > 1, "the sample has too few kinds of changes")

    def value(change, member):
        if member not in change:
            return "not sent"
        held = change[member]
        return json.dumps(held, ensure_ascii=False)

    expected = collections.Counter(
        (change["connection_id"] if "connection_id" in change else "The organization",
         *((change["field"], value(change, "before"), value(change, "after")) if change["kind"] == "changed"
           else (change["kind"].capitalize(), "", ""))) for change in changes)
    ids = {change.get("connection_name", ""): change["connection_id"] for change in changes
           if "connection_id" in change}
    shown = collections.Counter()
    for row in page.rows[page.rows.index(["Connection", "Change", "Before", "After"]) + 1:]:
        if len(row) == 1:
            continue  # the head of a group
        if row[0] == "Finding":
            break  # the next table
        name, change, before, after = row
        connection = name if name == "The organization" else ids[name.split("con_")[0]]
        known = [field for field in FIELDS if change.endswith(field)]
        shown[(connection, known[0] if known else change, before, after)] += 1
    require(shown == expected, f"not the changes of compare: {(shown - expected) + (expected - shown)}")


def check_organization(program, folder, inventory):
    """The demo tenant's first organization, from the inventory and from a saved view."""
    whole = check_report(program, folder, inventory, DONE, "--organization", "acme-corp")
    saved = folder / "saved.json"
    run = vestibule(program, folder, "--demo", "--export", str(saved), "--format", "json", "--quiet")
    require(run.returncode == DONE, run.stderr)
    alone = check_report(program, folder, saved, DONE)
    with sqlite3.connect(inventory) as database:
        rows = database.execute("SELECT c.id, is_enabled FROM link JOIN connection c ON con = key JOIN organization o "
                                "ON org = ord WHERE o.name = 'acme-corp'").fetchall()
    require(rows, "the organization has no connections")
    for page in (whole, alone):
        require(page.elements["figure"] == 1, "the login prompt is not drawn")
        table = [row for row in page.rows if len(row) == 9 and "con_" in row[0]]
        shown = {"con_" + row[0].split("con_")[1]: row[3] for row in table}
        require(shown == {identifier: "Yes" if enabled else "No" for identifier, enabled in rows},
                f"the connections are not those of the inventory: {shown}")
    connections = [sorted(row for row in page.rows if len(row) == 9) for page in (whole, alone)]
    require(connections[0] == connections[1], "the inventory and the saved view differ")
    drawings = [[text for text in page.texts if text.startswith("Continue")] for page in (whole, alone)]
    require(len(drawings[0]) > 2 and sorted(drawings[0]) == sorted(drawings[1]), f"the drawings differ: {drawings}")

    def findings(page):
        return {row[0]: row[2] for row in page.rows if len(row) == 4}

    checked = {rule: found for rule, found in findings(alone).items() if found != "not checked"}
    require(len(checked) == 10 and checked.items() <= findings(whole).items(),
            f"the findings differ: {checked} {findings(whole)}")
    check_report(program, folder, saved, NOT_FOUND, "--organization", "nobody", has_report=False)

    with open(saved, encoding="utf-8") as file:
        hostile = json.load(file)
    hostile["organization_name"] = HOSTILE
    for row in hostile["connections"]:
        row["organization_connection_name"] = row["connection"]["name"] = HOSTILE
        row["organization_access_level"] = row[HOSTILE] = HOSTILE
    saved.write_text(json.dumps(hostile), encoding="utf-8")
    page = check_report(program, folder, saved, DONE)
    require("\n".join(page.texts).count(SHOWN[:60]) > 40, "the hostile names are missing")


def main():
    program = sys.argv[1]
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        inventory = folder / "demo.vestibule"
        swept = vestibule(program, folder, "sweep", "--demo", "--into", str(inventory), "--quiet")
        require(swept.returncode == DONE, swept.stderr)
        page = check_report(program, folder, inventory, DONE)
        require(page.attributes["lang"] == ["en"], "not in English")
        with sqlite3.connect(inventory) as database:
            links = database.execute("SELECT count(*) FROM link").fetchone()[0]
            used = database.execute("SELECT name, count(*) FROM link JOIN connection ON con = key GROUP BY con "
                                    "ORDER BY count(*) DESC").fetchall()
            enabled = database.execute("SELECT count(*) FROM link WHERE is_enabled = 1").fetchone()[0]
        require(any(f"{links:,} links." in text for text in page.texts), "the number of links is missing")
        require(["Enabled", "", f"{enabled:,}"] in page.rows, "the number of enabled links is missing")
        listed = [(row[0].split("con_")[0], int(row[2])) for row in page.rows if len(row) == 7 and row[2].isdigit()]
        require(collections.Counter(listed) == collections.Counter(used),
                "the numbers of the connections are not those of the inventory")
        require(page.elements["figure"] == 0, "a login prompt is drawn for a whole tenant")

        french = check_report(program, folder, inventory, DONE, language="fr_FR.UTF-8")
        if french.attributes["lang"] != ["fr"]:
            print("no French locale is installed")

        old = folder / "old.vestibule"
        shutil.copy(inventory, old)
        with sqlite3.connect(old) as database:
            database.execute("UPDATE link SET is_enabled = NOT is_enabled WHERE org = 1")
            database.execute("DELETE FROM link WHERE org = 2")
            database.execute("DELETE FROM link_raw WHERE org IN (1, 2)")
            database.execute("UPDATE organization SET display_name = 'Before' WHERE ord = 3")
        check_changes(program, folder, inventory, old)
        check_organization(program, folder, inventory)

        with sqlite3.connect(inventory) as database:
            for statement in ("UPDATE connection SET name = ?1, strategy = ?1, id = id || ?1",
                              "UPDATE organization SET name = ?1, display_name = ?1, id = id || ?1",
                              "UPDATE link SET organization_access_level = ?1",
                              "UPDATE inventory SET value = ?1 WHERE key IN ('tenant', 'scopes', 'program_version')",
                              "UPDATE organization SET state = 'failed', error_text = ?1, error_status = 500 "
                              "WHERE ord = 1"):
                database.execute(statement, (HOSTILE,))
        hostile = check_report(program, folder, inventory, NOT_COMPLETE)
        with sqlite3.connect(inventory) as database:
            second = database.execute("SELECT id FROM organization WHERE ord = 2").fetchone()[0]
        check_report(program, folder, inventory, NOT_COMPLETE, "--organization", second)
        whole = "\n".join(hostile.texts)
        require(whole.count(SHOWN[:60]) > 20, "the hostile names are missing")
        require(any(SHOWN in text for text in hostile.texts), "a hostile name is not shown as it is")
        compared = check_report(program, folder, inventory, NOT_COMPLETE, "--compare", str(old), "--by-name")
        more = "\n".join(compared.texts).count(SHOWN[:60]) - whole.count(SHOWN[:60])
        require(more > 20, "the hostile names are missing in the changes")


if __name__ == "__main__":
    main()
