#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT
"""Checks that answers are held against their requests: a tenant that answers with other rows than asked for gives the
whole listing, if that can be known, or a failure, and never a part that is called the whole.

    answers.py VESTIBULE
"""

import csv
import io
import json
import os
import subprocess
import sys
import tempfile
import threading
import urllib.parse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

sys.dont_write_bytecode = True
from readers import TOKEN, require  # noqa: E402

ROWS = [{"connection_id": f"con_{number:04}", "is_enabled": number % 3 != 0} for number in range(120)]
DONE, NOT_UNDERSTOOD = 0, 7


def page(index, size, rows=ROWS):
    return rows[index * size:index * size + size]


def limited(*members, limit=50, states=None):
    """At most `limit` rows a page, and an object with these members; it may state another limit than it applies."""
    def answer(index, size, _):
        applied = min(size, limit)
        every = {"start": index * applied, "limit": states or applied, "total": len(ROWS)}
        return {"connections": page(index, applied), **{name: every[name] for name in members}}
    return answer


def shrinking_limit(index, size, _):
    size = min(size, 50 if index == 0 else 30)
    return {"connections": page(index, size), "start": index * size, "limit": size, "total": len(ROWS)}


def first_page_always(_, size, __):
    return {"connections": page(0, size), "start": 0, "limit": size, "total": len(ROWS)}


def first_page_always_without_totals(_, size, __):
    return page(0, size)


def another_page(index, size, _):
    other = (index + 1) % 2
    return {"connections": page(other, size), "start": other * size, "limit": size, "total": len(ROWS)}


def unfiltered(index, size, _):
    return {"connections": page(index, size), "start": index * size, "limit": size, "total": len(ROWS)}


def filtered(index, size, enabled):
    rows = [row for row in ROWS if enabled is None or row["is_enabled"] == enabled]
    return {"connections": page(index, size, rows), "start": index * size, "limit": size, "total": len(rows)}


ALL = [row["connection_id"] for row in ROWS]
# what the tenant does, its answers, options, the ids that are written, or a part of the sentence
CASES = [
    ("allows 50 rows", limited("start", "limit", "total"), [], ALL),
    ("allows 50 rows, no total", limited("start", "limit"), [], ALL),
    ("allows 50 rows, total alone", limited("total"), [], ALL),
    ("allows 50 rows, nothing stated", limited(), [], ALL),
    ("allows 50 rows, bare array", lambda *asked: limited()(*asked)["connections"], [], ALL),
    ("allows 60 rows, bare array", lambda *asked: limited(limit=60)(*asked)["connections"], [], ALL),
    ("allows 7 rows", limited("start", "limit", "total", limit=7), [], ALL),
    ("allows 7 rows, total alone", limited("total", limit=7), [], ALL),
    ("allows 50 rows, states 100", limited("start", "limit", "total", states=100), [], ALL),
    ("allows 50 rows, states 100, no total", limited("limit", states=100), [], ALL),
    ("allows fewer rows later", shrinking_limit, [], "the tenant allows 30 rows per page, and 50 were"),
    ("allows 50 rows of a page", limited("start", "limit", "total"), ["--page", "1", "--per-page", "100"],
     "the tenant allows 50 rows per page, and 100 were requested"),
    ("allows 50 rows, second page", limited("start", "limit", "total"), ["--page", "2", "--per-page", "100"],
     "the tenant allows 50 rows per page, and 100 were requested"),
    ("sends the first page always", first_page_always, [], "the rows start at 1, and 101 was requested"),
    ("sends the first page always, bare", first_page_always_without_totals, [], "a connection was listed twice"),
    ("sends another page", another_page, [], "the rows start at 101, and 1 was requested"),
    ("ignores the filter", unfiltered, ["--is-enabled", "true"], "row 1 is disabled, and only enabled ones"),
    ("ignores the other filter", unfiltered, ["--is-enabled", "false"], "row 2 is enabled, and only disabled ones"),
    ("filters", filtered, ["--is-enabled", "true"], [row["connection_id"] for row in ROWS if row["is_enabled"]]),
]


class Tenant(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        query = {name: values[0] for name, values in
                 urllib.parse.parse_qs(urllib.parse.urlsplit(self.path).query).items()}
        enabled = json.loads(query["is_enabled"]) if "is_enabled" in query else None
        body = json.dumps(self.server.answer(int(query["page"]), int(query["per_page"]), enabled)).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def main():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Tenant)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory() as folder:
        env = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": folder, "XDG_CONFIG_HOME": folder,
               "AUTH0_API_TOKEN": TOKEN}
        for what, answer, options, expected in CASES:
            server.answer = answer
            ended = subprocess.run(
                [sys.argv[1], "--domain", f"http://127.0.0.1:{server.server_port}", "--organization", "org_1",
                 "--columns", "connection_id", "--export", "-", *options],
                env=env, capture_output=True, text=True, timeout=60)
            header, *records = csv.reader(io.StringIO(ended.stdout)) if ended.stdout else [None]
            if isinstance(expected, str):
                require(ended.returncode == NOT_UNDERSTOOD, f"{what}: status {ended.returncode}: {ended.stderr}")
                require(expected in ended.stderr, f"{what}: {ended.stderr}")
                require(not ended.stdout, f"{what}: wrote {len(records)} rows")
            else:
                require(ended.returncode == DONE, f"{what}: status {ended.returncode}: {ended.stderr}")
                got = [record[0] for record in records]
                require(header == ["connection_id"] and got == expected, f"{what}: {len(got)} rows")


if __name__ == "__main__":
    main()
