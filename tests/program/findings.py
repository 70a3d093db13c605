#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT
"""Compares the findings of random inventories with an independent computation: which links, organizations and
connections each rule names, which of them are muted, and the exit status.

    findings.py VESTIBULE [CASES [SEED]]
"""

import csv
import io
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

CATEGORIES = {"auth0": "database", "okta": "enterprise", "samlp": "enterprise", "google-oauth2": "social",
              "github": "social", "email": "passwordless", "brand-new": None, None: None}
LEVELS = ("none", "readonly", "limited", "full")
HIGH = {"shared-membership", "shared-full-access", "none-enabled", "all-hidden", "social-membership"}
NULL = b""  # a text that was sent as null
COUNTS = Counter()


def flag(luck):
    """Absent, null, false or true."""
    return luck.choice((None, -1, 0, 0, 1, 1, 1))


def level(luck):
    return luck.choice((None, NULL, "none", "none", "readonly", "limited", "full", "superb"))


def fill(database, luck):
    """Replaces what is in the inventory by few organizations that share some connections."""
    for table in ("link", "link_raw", "connection", "organization", "catalogue", "mute", "appeared", "inventory"):
        database.execute(f"DELETE FROM {table}")
    older = luck.random() < 0.15
    facts = {"tenant": "acme.eu.auth0.com", "endpoint": "enabled_connections" if older else "connections",
             "program_version": "1"}
    if luck.random() < 0.95:
        facts["frozen"] = "2026-11-29T14:03:20.000Z"
    if luck.random() < 0.1:
        facts["given_ids"] = "00"
    if luck.random() < 0.85:  # the others have a catalogue that is not whole
        facts["catalogue"] = "2026-11-29T14:03:21.000Z"
    database.executemany("INSERT INTO inventory VALUES(?, ?)", facts.items())
    keys = luck.sample(range(1, 60), luck.randint(1, 14))
    for key in keys:
        name = luck.choice((None, NULL, f"name-{key}", "same"))
        database.execute("INSERT INTO connection VALUES(?, ?, ?, ?, ?)",
                         (key, f"con_{key}", name, luck.choice(list(CATEGORIES)), f"con_{key}"))
    troubled = luck.random() < 0.3  # some organizations were not read
    organizations = luck.sample(range(1, 90), luck.randint(0, 9))
    for number in organizations:
        state = luck.choice(("read", "failed", "waiting", "gone")) if troubled else "read"
        database.execute("INSERT INTO organization(ord, id, name, display_name, folded, state) VALUES(?, ?, ?, '', '', ?)",
                         (number, f"org_{number}", luck.choice((f"name-{number}", "", "same")), state))
        if state != "read":
            continue
        most = luck.choice((0, 1, 2, 4, 8, 9, 10, 11))
        alike = luck.random() < 0.3  # rules about all connections of an organization need some luck
        enabled, shown = flag(luck), flag(luck)
        for key in luck.sample(keys, min(most, len(keys))):
            database.execute(
                "INSERT INTO link VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (number, key, None if older else enabled if alike else flag(luck), flag(luck),
                 shown if alike else flag(luck), flag(luck), level(luck), luck.choice((None, level(luck))),
                 luck.choice((None, NULL, "", "Staff")), luck.choice((None, None, None, '{"new":1}'))))
    for key in luck.sample(range(1, 90), luck.choice((0, 0, 5, 20))):
        database.execute("INSERT INTO catalogue VALUES(?, ?, 'okta')", (f"con_{key}", luck.choice((None, "unused"))))
    rules = ("shared-membership", "shared-directory", "none-enabled", "no-connections", "dormant-flags", "unused",
             "unknown-field", "levels-differ", "nearly-full", "rule-of-another-version")
    for rule in luck.sample(rules, luck.choice((0, 0, 3, 6))):
        organization = "" if luck.random() < 0.6 else luck.choice([f"org_{number}" for number in organizations or [1]])
        connection = "" if luck.random() < 0.6 else luck.choice([f"con_{key}" for key in keys])
        database.execute("INSERT INTO mute VALUES(?, ?, ?, 'because', 'me', '2026-11-29T14:03:20Z')",
                         (rule, organization, connection))


def expected(database):
    """The findings as a set of (rule, organization, connection, is muted)."""
    facts = dict(database.execute("SELECT key, value FROM inventory"))
    older = facts["endpoint"] == "enabled_connections"
    names = ("org", "con", "enabled", "membership", "button", "signup", "level", "member_level", "name", "extra")
    links = [dict(zip(names, row)) for row in database.execute("SELECT * FROM link")]
    connections = {row[0]: {"id": row[1], "category": CATEGORIES[row[2]]}
                   for row in database.execute("SELECT key, id, strategy FROM connection")}
    organizations = {row[0]: {"id": row[1], "state": row[2]}
                     for row in database.execute("SELECT ord, id, state FROM organization")}
    found = set()
    by_connection, by_organization = defaultdict(list), defaultdict(list)
    for link in links:
        if older:
            link["enabled"] = 1
        link["category"] = connections[link["con"]]["category"]
        by_connection[link["con"]].append(link)
        by_organization[link["org"]].append(link)

    def name(rule, link):
        found.add((rule, organizations[link["org"]]["id"], connections[link["con"]]["id"]))

    for link in links:
        if link["enabled"] == 1 and link["category"] == "social" and link["membership"] == 1:
            name("social-membership", link)
        if link["category"] == "database" and link["signup"] == 1 and link["membership"] == 0:
            name("signup-without-membership", link)
        if link["level"] in ("readonly", "limited", "full") and link["name"] in (None, NULL, ""):
            name("level-without-name", link)
        if link["enabled"] == 0 and (link["membership"] == 1
                                     or link["category"] == "database" and link["signup"] == 1):
            name("dormant-flags", link)
        if link["extra"] is not None or any(link[field] not in (None, NULL, *LEVELS)
                                            for field in ("level", "member_level")):
            name("unknown-field", link)
    for some in by_connection.values():
        if len(some) < 2:
            continue
        members = [link for link in some if link["enabled"] == 1 and link["membership"] == 1]
        for link in members if len(members) > 1 else ():
            name("shared-membership", link)
        for link in some:
            if link["level"] in ("limited", "full"):
                name("shared-full-access", link)
            if link["category"] in ("database", "enterprise"):
                name("shared-directory", link)
            if any(len({other[field] for other in some} - {None, NULL}) > 1 for field in ("level", "member_level")):
                name("levels-differ", link)
    for number, organization in organizations.items():
        some = by_organization[number]
        rules = []
        if some and all(link["enabled"] == 0 for link in some):
            rules.append("none-enabled")
        enabled = [link for link in some if link["enabled"] == 1]
        unsaid = any(link["enabled"] in (None, -1) for link in some)
        if enabled and not unsaid and all(link["category"] == "enterprise" and link["button"] == 0 for link in enabled):
            rules.append("all-hidden")
        if len(some) in (9, 10):
            rules.append("nearly-full")
        if organization["state"] == "read" and not some and not older:
            rules.append("no-connections")
        found.update((rule, organization["id"], "") for rule in rules)
    states = {organization["state"] for organization in organizations.values()}
    complete = "frozen" in facts and not states & {"waiting", "failed"}
    if complete and "given_ids" not in facts and "catalogue" in facts:
        used = {connections[link["con"]]["id"] for link in links}
        found.update(("unused", "", row[0]) for row in database.execute("SELECT id FROM catalogue")
                     if row[0] not in used)
    mutes = list(database.execute("SELECT rule, organization_id, connection_id FROM mute"))

    def is_muted(finding):
        return any(rule == finding[0] and organization in ("", finding[1]) and connection in ("", finding[2])
                   for rule, organization, connection in mutes)

    return {(*finding, is_muted(finding)) for finding in found}, complete


def main():
    program = sys.argv[1]
    cases = int(sys.argv[2]) if len(sys.argv) > 2 else 60
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 20261130
    with tempfile.TemporaryDirectory() as folder:
        env = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": folder}
        empty = Path(folder, "empty.vestibule")
        subprocess.run([program, "sweep", "--demo", "--quiet", "--share", "100", "--into", empty], env=env, check=True)
        for case in range(cases):
            luck = random.Random(f"{seed}/{case}")
            file = Path(folder, f"{case}.vestibule")
            shutil.copy(empty, file)
            with sqlite3.connect(file) as database:
                fill(database, luck)
            wanted, complete = expected(database)
            database.close()
            run = subprocess.run([program, "findings", file, "--format", "csv", "--quiet"], env=env,
                                 stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            rows = list(csv.DictReader(io.StringIO(run.stdout.decode(), newline="")))
            found = {(row["rule"], row["organization_id"], row["connection_id"], row["muted"] == "true")
                     for row in rows}
            where = f"case {case} of seed {seed}"
            if len(rows) != len(found) or found != wanted:
                sys.exit(f"{where}: only the program has {sorted(found - wanted)}, "
                         f"only the computation {sorted(wanted - found)}")
            if any((row["reason"] == "because") != (row["muted"] == "true") for row in rows):
                sys.exit(f"{where}: a mute has no reason, or a finding that is not muted has one")
            has_high = any(rule in HIGH and not muted for rule, _, _, muted in wanted)
            status = 7 if not complete else 1 if has_high else 0
            if run.returncode != status:
                sys.exit(f"{where}: status {run.returncode}, not {status}")
            COUNTS.update((rule, muted) for rule, _, _, muted in wanted)
            COUNTS[status] += 1
            file.unlink()
    rules = {key[0] for key in COUNTS if isinstance(key, tuple)}
    muted = {key[0] for key in COUNTS if isinstance(key, tuple) and key[1]}
    if len(rules) != 14 or len(muted) < 5 or not all(COUNTS[status] for status in (0, 1, 7)):
        sys.exit(f"seed {seed}: too few cases, these are missing: {COUNTS}")
    print(f"{cases} cases of seed {seed}: {sum(COUNTS[key] for key in COUNTS if isinstance(key, tuple))} findings, "
          f"{sum(COUNTS[key] for key in COUNTS if isinstance(key, tuple) and key[1])} of them muted")


if __name__ == "__main__":
    main()
