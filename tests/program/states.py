#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT
"""Checks `vestibule compare` end to end: the demo tenant is swept in its two states, and the difference must be what
the demo tenant says that it has changed; of one state it is nothing.

    states.py VESTIBULE VESTIBULE_DEMO_TENANT
"""

import csv
import io
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

SAME, DIFFERENT, USAGE, NOT_COMPARABLE = 0, 1, 2, 7  # the exit statuses
ORGANIZATIONS = "200"


def require(holds, what):
    if not holds:
        sys.exit(what)


class States:
    def __init__(self, program, tenant, home):
        self.program, self.tenant, self.home = program, tenant, home
        self.env = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": str(home),
                    "XDG_CONFIG_HOME": str(home / "config"), "XDG_DATA_HOME": str(home / "data")}
        for name in ("LSAN_OPTIONS", "ASAN_OPTIONS", "UBSAN_OPTIONS"):
            if name in os.environ:
                self.env[name] = os.environ[name]
        self.port = "0"

    def sweep(self, name, *options):
        """An inventory of a tenant with these options, always at the same address."""
        command = [self.tenant, "--organizations", ORGANIZATIONS, "--port", self.port, *options]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as tenant:
            told = dict(tenant.stdout.readline().strip().split("=", 1) for _ in range(3))
            self.port = told["domain"].rpartition(":")[2]
            path = self.home / name
            ended = subprocess.run([self.program, "sweep", "--domain", told["domain"], "--into", path, "--quiet"],
                                   env={**self.env, "AUTH0_API_TOKEN": told["token"]}, capture_output=True, text=True,
                                   check=False, timeout=120)
            tenant.terminate()
        require(ended.returncode == (NOT_COMPARABLE if "--fault-at" in options else SAME), ended.stderr)
        return path

    def compare(self, *arguments):
        """The exit status and standard output."""
        ended = subprocess.run([self.program, "compare", *arguments], env=self.env, capture_output=True, text=True,
                               check=False, timeout=60)
        return ended.returncode, ended.stdout

    def changes(self):
        printed = subprocess.run([self.tenant, "--organizations", ORGANIZATIONS, "--print-changes"],
                                 capture_output=True, text=True, check=True)
        return [json.loads(line) for line in printed.stdout.splitlines()]


def as_set(rows):
    return {json.dumps(row, sort_keys=True) for row in rows}


def main():
    with tempfile.TemporaryDirectory() as folder:
        states = States(sys.argv[1], sys.argv[2], Path(folder))
        old = states.sweep("old.vestibule")
        again = states.sweep("again.vestibule")
        new = states.sweep("new.vestibule", "--state", "2")
        failed = states.sweep("failed.vestibule", "--fault-at", "umbrella-fifty=error-500")
        changes = states.changes()
        require(len(changes) > 20, f"only {len(changes)} changes")

        for how in ((), ("--by-name",)):
            status, text = states.compare(old, again, "--format", "json", *how)
            require((status, json.loads(text)["rows"]) == (SAME, []), f"unchanged, but {status}: {text}")
        status, text = states.compare(old, new, "--format", "json")
        result = json.loads(text)
        require(status == DIFFERENT and result["complete"], f"status {status}")
        require(len(result["rows"]) == len(changes), "rows are repeated")
        require(as_set(result["rows"]) == as_set(changes),
                f"missing {as_set(changes) - as_set(result['rows'])}, "
                f"too many {as_set(result['rows']) - as_set(changes)}")
        status, text = states.compare(new, old, "--format", "csv")
        back = list(csv.DictReader(io.StringIO(text)))
        kinds = [sorted(row["kind"] for row in rows) for rows in (back, changes)]
        swapped = sorted({"added": "removed", "removed": "added"}.get(kind, kind) for kind in kinds[1])
        require(status == DIFFERENT and kinds[0] == swapped, "the way back has other kinds")
        status, text = states.compare(old, new)
        require(status == DIFFERENT and "\nironwood-labs (org_" in text and text.startswith("Old: 127.0.0.1"), text)

        status, text = states.compare(old, failed, "--format", "json")
        rows = json.loads(text)["rows"]
        require(status == NOT_COMPARABLE and [(row["kind"], row["organization_name"]) for row in rows]
                == [("not_comparable", "umbrella-fifty")], f"{status}: {text}")
        status, text = states.compare(failed, new, "--format", "json")
        require(status == NOT_COMPARABLE and len(json.loads(text)["rows"]) == len(changes) + 1, "7 does not win")
        require(states.compare(old)[0] == USAGE and states.compare(old, folder)[0] == USAGE, "wrong usage is no error")


if __name__ == "__main__":
    main()
