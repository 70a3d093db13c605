#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT
"""Compares the program's drift between inventories with one that is computed here from the rules alone, for many pairs
of random small tenants: by id and by name, with values that are absent, null or false, and with organizations that
were not read.

    drifts.py COMPARE_PAIRS [PAIRS [SEED]]
"""

import copy
import json
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

ABSENT = ...  # not sent
FLAGS = ("is_enabled", "assign_membership_on_login", "show_as_button", "is_signup_enabled")
LEVELS = ("organization_access_level", "organization_member_access_level")
LABEL = "organization_connection_name"
OLDER_LIST = ("assign_membership_on_login", "show_as_button", "is_signup_enabled")  # what it has of these
NAMES = ["acme", "beta", "Beta", "\U0001f680-labs", "\uff21-wide", "東京", "e\u0301", "omega", ""]
EXTRAS = [None, True, False, 0, 1, 1.5, "", "x", "null", "true", [1, {"b": 2, "a": None}], {"z": [], "a": "\u20ac"}]


def draw_link(draw):
    link = {flag: draw.choice([ABSENT, None, False, True, True]) for flag in FLAGS}
    for level in LEVELS:
        link[level] = draw.choice([ABSENT, None, "", "none", "none", "readonly", "limited", "full", "new", "newer"])
    link[LABEL] = draw.choice([ABSENT, None, "", "Staff", "null"])
    link["extra"] = {name: draw.choice(EXTRAS) for name in draw.sample(["a", "b c", "connection.d", "e\"f"],
                                                                       draw.choice([0, 0, 0, 1, 3]))}
    return link


def draw_tenant(draw):
    """Ids and names are from small sets, so that names meet and are repeated."""
    unique = draw.random() < 0.7
    names = draw.sample(NAMES[:-1], len(NAMES) - 1) if unique else draw.choices(NAMES, k=8)
    connections = {}
    for number in range(6):
        name = f"c{number}" if unique else draw.choice(["c1", "c2", "c3", "c4", "c5", ABSENT, None, ""])
        connections[f"con_{number}"] = {"name": name, "strategy": draw.choice(["okta", "okta", "auth0", ABSENT, None])}
    organizations = {}
    for number in range(draw.randrange(7)):
        links = {each: draw_link(draw) for each in draw.sample(sorted(connections), draw.randrange(5))}
        state = draw.choice(["read"] * 7 + ["failed", "waiting", "gone"])
        organizations[f"org_{number}"] = {"name": names[number], "display_name": draw.choice(["", "A", "B"]),
                                          "state": state, "links": links if state == "read" else {}}
    return {"organizations": organizations, "connections": connections, "older": draw.random() < 0.15,
            "frozen": draw.random() < 0.9, "given": draw.random() < 0.15}


def draw_change(draw, tenant):
    """The tenant some time later, in most cases much the same."""
    later = copy.deepcopy(tenant)
    if draw.random() < 0.15:
        return draw_tenant(draw)
    for key in ("older", "frozen", "given"):
        if draw.random() < 0.1:
            later[key] = not later[key]
    changes = draw.choice([0, 1, 1, 2, 5])
    for _ in range(changes):
        what = draw.randrange(8)
        connection = draw.choice(sorted(later["connections"]))
        if what == 0:
            later["connections"][connection] = {"name": draw.choice(["c1", "c9", ABSENT, None, ""]),
                                                "strategy": draw.choice(["okta", "samlp", ABSENT, None])}
        elif what == 1:
            later["organizations"].setdefault(f"org_{draw.randrange(9)}", {
                "name": draw.choice(NAMES), "display_name": "", "state": "read",
                "links": {connection: draw_link(draw)}})
        elif later["organizations"]:
            chosen = draw.choice(sorted(later["organizations"]))
            organization = later["organizations"][chosen]
            if what == 2:
                del later["organizations"][chosen]
            elif what == 3:
                organization["state"] = draw.choice(["read", "failed", "waiting", "gone"])
                organization["links"] = {}
            elif what == 4:
                organization["name"] = draw.choice(NAMES)
            elif organization["state"] == "read":
                link = draw_link(draw)
                if what == 5:
                    organization["links"].pop(connection, None)
                elif connection in organization["links"]:
                    key = draw.choice([*FLAGS, *LEVELS, LABEL, "extra"])
                    organization["links"][connection][key] = link[key]
                else:
                    organization["links"][connection] = link
    if draw.random() < 0.4:  # another tenant with the same names
        for kind in ("organizations", "connections"):
            later[kind] = {"x" + key: value for key, value in later[kind].items()}
        for organization in later["organizations"].values():
            organization["links"] = {"x" + key: value for key, value in organization["links"].items()}
    return later


def spelt(draw, value):
    """JSON with its members in any order, and with spaces or not."""
    if isinstance(value, dict):
        members = [f"{json.dumps(key)}:{spelt(draw, each)}" for key, each in value.items()]
        draw.shuffle(members)
        return "{" + draw.choice([",", ", ", ",\n "]).join(members) + "}"
    if isinstance(value, list):
        return "[" + ",".join(spelt(draw, each) for each in value) + "]"
    if value == 1 and value is not True:
        return draw.choice(["1", "1.0", "1e0"])
    return json.dumps(value, ensure_ascii=draw.random() < 0.5)


def write(draw, tenant, empty, path):
    def stored(value):
        return None if value is ABSENT else b"" if value is None else value

    def flag(value):
        return None if value is ABSENT else -1 if value is None else int(value)

    shutil.copy(empty, path)
    database = sqlite3.connect(path)
    database.execute("PRAGMA synchronous = OFF")
    database.execute("PRAGMA journal_mode = OFF")
    if tenant["older"]:
        database.execute("UPDATE inventory SET value = 'enabled_connections' WHERE key = 'endpoint'")
    if not tenant["frozen"]:
        database.execute("DELETE FROM inventory WHERE key = 'frozen'")
    if tenant["given"]:
        database.execute("INSERT INTO inventory VALUES ('given_ids', '00')")
    keys = dict(zip(tenant["connections"], draw.sample(range(1, 50), len(tenant["connections"]))))
    numbers = dict(zip(tenant["organizations"], draw.sample(range(1, 50), len(tenant["organizations"]))))
    database.executemany("INSERT INTO connection VALUES (?, ?, ?, ?, '')",
                         [(keys[each], each, stored(connection["name"]), stored(connection["strategy"]))
                          for each, connection in tenant["connections"].items()])
    for each, organization in tenant["organizations"].items():
        database.execute("INSERT INTO organization(ord, id, name, display_name, folded, state) VALUES (?, ?, ?, ?, '', ?)",
                         (numbers[each], each, organization["name"], organization["display_name"],
                          organization["state"]))
        for connection, link in organization["links"].items():
            extra = spelt(draw, link["extra"]) if link["extra"] else None
            database.execute("INSERT INTO link VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                             (numbers[each], keys[connection], *(flag(link[name]) for name in FLAGS),
                              *(stored(link[name]) for name in (*LEVELS, LABEL)), extra))
    database.commit()
    database.close()


def canonical(value):
    if value is ABSENT:
        return "absent"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return json.dumps(value, sort_keys=True)


class Truth:
    """The rules, one row after the other."""

    def __init__(self, old, new, by_name):
        self.old, self.new, self.by_name = old, new, by_name
        self.rows, self.same, self.pairs = Counter(), 0, set()
        self.one_older = old["older"] != new["older"]
        for here, there, kind in ((old, new, "removed"), (new, old, "added")):
            for each in here["organizations"]:
                self.organization(here, there, each, kind)
        for before, after in {(each, other) for each, other in self.pairs}:
            self.connection(before, after)

    def key(self, side, each):
        return side["organizations"][each]["name"] if self.by_name else each

    def live(self, side, key):
        return [each for each, organization in side["organizations"].items()
                if organization["state"] != "gone" and self.key(side, each) == key]

    def is_absent(self, side, key):
        if any(self.key(side, each) == key for each in side["organizations"]):
            return True  # gone: no one lives there
        return side["frozen"] and not side["given"] and not (self.by_name and self.live(side, ""))

    def organization(self, here, there, each, kind):
        organization = here["organizations"][each]
        if organization["state"] == "gone":
            return
        key = self.key(here, each)
        partners, twins = self.live(there, key), self.live(here, key)
        if not key or (partners and len(partners) + len(twins) > 2):
            self.add("not_comparable", here, each)
        elif not partners:
            known = self.is_absent(there, key) and organization["state"] == "read"
            self.add(kind if known else "not_comparable", here, each)
        elif here is self.old:
            other = there["organizations"][partners[0]]
            if organization["state"] != "read" or other["state"] != "read":
                self.add("not_comparable", here, each, partner=partners[0])
                return
            if not here["given"] and not there["given"]:
                for field in ("name", "display_name"):
                    values = [one[field] if one[field] else ABSENT for one in (organization, other)]
                    self.field(f"organization_{field}", *values, each, partner=partners[0])
            self.links(each, partners[0])

    def name(self, side, connection):
        name = side["connections"][connection]["name"]
        return name if isinstance(name, str) else ""

    def links(self, old_id, new_id):
        sides = {"removed": (self.old, old_id, self.new, new_id), "added": (self.new, new_id, self.old, old_id)}
        for kind, (here, here_id, there, there_id) in sides.items():
            ours, theirs = here["organizations"][here_id]["links"], there["organizations"][there_id]["links"]

            def key(side, connection):
                return self.name(side, connection) if self.by_name else connection

            for connection, link in ours.items():
                mine = key(here, connection)
                twins = [each for each in ours if key(here, each) == mine]
                partners = [each for each in theirs if key(there, each) == mine]
                is_nameless = any(not key(there, each) for each in theirs)
                if mine and len(twins) == len(partners) == 1:
                    if kind == "removed":
                        self.link(old_id, new_id, connection, partners[0])
                elif not mine or partners or is_nameless:
                    self.add("not_comparable", here, here_id, connection, there_id)
                elif there["older"] and not here["older"]:
                    if link["is_enabled"] is True:
                        self.add("not_comparable", here, here_id, connection, there_id)
                else:
                    self.add(kind, here, here_id, connection, there_id)

    def link(self, old_id, new_id, old_connection, new_connection):
        self.pairs.add((old_connection, new_connection))
        before = self.old["organizations"][old_id]["links"][old_connection]
        after = self.new["organizations"][new_id]["links"][new_connection]
        fields = OLDER_LIST if self.one_older else (*FLAGS, *LEVELS, LABEL)
        values = [(name, before[name], after[name]) for name in fields]
        if self.one_older and (after if self.old["older"] else before)["is_enabled"] is False:
            values.append(("is_enabled", before["is_enabled"], after["is_enabled"]))
        if not self.one_older:
            values += [(name, before["extra"].get(name, ABSENT), after["extra"].get(name, ABSENT))
                       for name in {*before["extra"], *after["extra"]}]
        changes = [self.field(*value, old_id, (old_connection, new_connection), new_id) for value in values]
        self.same += not any(changes)

    def connection(self, before, after):
        for field, name in (("name", "connection_name"), ("strategy", "connection_strategy")):
            values = [side["connections"][each][field] for side, each in ((self.old, before), (self.new, after))]
            if canonical(values[0]) != canonical(values[1]):
                row = ("changed", "", "", before, self.name(self.old, before) or self.name(self.new, after), name,
                       canonical(values[0]), canonical(values[1]))
                self.rows[row] = 1  # several partners may differ in the same way

    def field(self, field, before, after, old_id, connections=None, partner=None):
        if canonical(before) == canonical(after):
            return False
        organization = self.old["organizations"][old_id]["name"] or self.new["organizations"][partner]["name"]
        names = ("", "") if not connections else (
            connections[0], self.name(self.old, connections[0]) or self.name(self.new, connections[1]))
        self.rows[("changed", old_id, organization, *names, field, canonical(before), canonical(after))] = 1
        return True

    def add(self, kind, side, each, connection=None, partner=None):
        """The organization of a link is that of OLD, whatever it has."""
        if connection and side is self.new:
            identity, named = partner, self.old["organizations"][partner]["name"] or side["organizations"][each]["name"]
        else:
            other = self.new if side is self.old else self.old
            identity = each
            named = side["organizations"][each]["name"] or (other["organizations"][partner]["name"] if partner else "")
        names = (connection, self.name(side, connection)) if connection else ("", "")
        self.rows[(kind, identity, named, *names, "", "absent", "absent")] = 1  # both may look alike


def rows_of(result):
    return [(row["kind"], *(row.get(key, "") for key in ("organization_id", "organization_name", "connection_id",
                                                         "connection_name", "field")),
             canonical(row.get("before", ABSENT)), canonical(row.get("after", ABSENT))) for row in result["rows"]]


def is_complete(tenant):
    return tenant["frozen"] and not any(organization["state"] in ("failed", "waiting")
                                        for organization in tenant["organizations"].values())


def check(truth, result):
    """What is wrong with a result; empty if nothing is."""
    rows = rows_of(result)
    if Counter(rows) != truth.rows:
        return f"missing {dict(truth.rows - Counter(rows))}, too many {dict(Counter(rows) - truth.rows)}"
    order = [tuple(row[i].encode("utf-16-be") for i in (2, 1, 4, 3, 5)) for row in rows]
    if order != sorted(order):
        return "not in order"
    kinds = Counter(row[0] for row in rows)
    counts = {kind: kinds[kind] for kind in ("added", "removed", "changed", "not_comparable")}
    if {key: result[key] for key in counts} != counts or result["same"] != truth.same:
        return f"wrong counts, {truth.same} are the same"
    complete = (is_complete(truth.old) and is_complete(truth.new) and not truth.one_older
                and not kinds["not_comparable"])
    return "" if result["complete"] == complete else "wrong completeness"


def main():
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 600
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 20261130
    print(f"{count} pairs, seed {seed}", flush=True)
    draw = random.Random(seed)
    seen = Counter()
    with tempfile.TemporaryDirectory() as folder:
        empty, old_path, new_path = (Path(folder) / name for name in ("empty", "old.vestibule", "new.vestibule"))
        with subprocess.Popen([sys.argv[1], empty], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                              encoding="utf-8") as program:
            if program.stdout.readline() != "ready\n":
                sys.exit("it does not begin")
            for number in range(count):
                old = draw_tenant(draw)
                new = draw_change(draw, old)
                write(draw, old, empty, old_path)
                write(draw, new, empty, new_path)
                for how in ("id", "name"):
                    program.stdin.write(f"{old_path}\t{new_path}\t{how}\n")
                    program.stdin.flush()
                    result = json.loads(program.stdout.readline())
                    if "rows" not in result:
                        sys.exit(f"pair {number} by {how}: {result}")
                    truth = Truth(old, new, how == "name")
                    if wrong := check(truth, result):
                        sys.exit(f"pair {number} by {how}: {wrong}\nold {old}\nnew {new}")
                    seen.update(row[0] for row in truth.rows)
                    seen[f"nothing by {how}"] += not truth.rows
            program.stdin.close()
    print(dict(seen))
    if min(seen[key] for key in ("added", "removed", "changed", "not_comparable", "nothing by id")) < count / 20:
        sys.exit("too few of a kind")


if __name__ == "__main__":
    main()
