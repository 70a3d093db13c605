#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT
"""Checks that a sweep goes on after any end and asks for nothing twice: killed at 50 moments, ended by signals, with a
token that expires at any request, on a full disk, stopped for longer than the time-out, without the tenant's list of
connections. A recorder between the program and the demo tenant counts the requests, and answers some of them itself.

    sweeps.py VESTIBULE VESTIBULE_DEMO_TENANT
"""

import http.client
import json
import os
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

COMPLETE, FOUND, USAGE, REFUSED, NO_ANSWER, NOT_UNDERSTOOD, NOT_WRITTEN = 0, 1, 2, 3, 5, 7, 8  # the exit statuses
CATALOGUE = "catalogue"  # in the place of an organization: a request for the connections of the tenant
ORGANIZATIONS = 120
EXPIRED = 401, {"statusCode": 401, "error": "Unauthorized", "message": "Expired token"}, {}
BROKEN = 500, {"statusCode": 500, "error": "Internal Server Error", "message": "Broken"}, {}
GONE = 404, {"statusCode": 404, "error": "Not Found", "message": "No organization found by that id or name"}, {}
FORBIDDEN = 403, {"statusCode": 403, "error": "Forbidden", "message": "Not yours", "errorCode": "other"}, {}
LIMITED = 429, {"statusCode": 429, "error": "Too Many Requests", "message": "Global limit has been reached",
                "errorCode": "too_many_requests"}, {"Retry-After": "1"}


def require(holds, what):
    if not holds:
        sys.exit(what)


class Recorder(ThreadingHTTPServer):
    """Forwards to the demo tenant, and remembers the organization of each request, "" for the list of them, or
    CATALOGUE."""

    daemon_threads = True

    def __init__(self, tenant):
        super().__init__(("127.0.0.1", 0), Handler)
        self.tenant = tenant
        self.lock = threading.Lock()
        self.asked = []
        self.answer = lambda count, organization: None  # (status, body, headers) in the tenant's place
        self.seen = threading.Condition(self.lock)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def handle_error(self, request, client_address):
        """The program may be killed."""

    @property
    def domain(self):
        return f"127.0.0.1:{self.server_address[1]}"

    def reset(self, answer=None):
        with self.lock:
            self.asked = []
            self.answer = answer or (lambda count, organization: None)

    def wait_for(self, count):
        with self.seen:
            return self.seen.wait_for(lambda: len(self.asked) >= count, timeout=30)

    def organizations(self):
        with self.lock:
            return [each for each in self.asked if each and each != CATALOGUE]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    upstream = None
    disable_nagle_algorithm = True

    def log_message(self, *arguments):
        pass

    def do_GET(self):
        found = re.search(r"/organizations/([^/?]+)/", self.path)
        organization = found.group(1) if found else CATALOGUE if "/api/v2/connections?" in self.path else ""
        with self.server.lock:
            count = len(self.server.asked)
            self.server.asked.append(organization)
            answer = self.server.answer(count, organization)
            self.server.seen.notify_all()
        if answer:
            status, body, headers = answer
            body, headers = json.dumps(body).encode(), {"Content-Type": "application/json", **headers}
        else:
            if not self.upstream:
                self.upstream = http.client.HTTPConnection(self.server.tenant["domain"])
            self.upstream.request("GET", self.path, headers={"Authorization": self.headers["Authorization"]})
            got = self.upstream.getresponse()
            status, body, headers = got.status, got.read(), {"Content-Type": got.headers["Content-Type"]}
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class Sweeps:
    def __init__(self, program, tenant, home):
        self.recorder = Recorder(tenant)
        self.home = home
        self.target = home / "t.vestibule"
        self.folder = home / "data/vestibule/inventories"
        self.token = tenant["token"]
        self.env = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": str(home),
                    "XDG_CONFIG_HOME": str(home / "config"), "XDG_DATA_HOME": str(home / "data"),
                    "AUTH0_API_TOKEN": self.token}
        for name in ("LSAN_OPTIONS", "ASAN_OPTIONS", "UBSAN_OPTIONS"):
            if name in os.environ:
                self.env[name] = os.environ[name]
        self.start = [program, "sweep", "--domain", self.recorder.domain]
        self.command = [*self.start, "--into", str(self.target)]

    def reset(self, answer=None):
        shutil.rmtree(self.home / "data", ignore_errors=True)
        for file in self.home.glob("*.vestibule"):
            file.unlink()
        self.recorder.reset(answer)

    def run(self, *arguments, command=None, **options):
        """The exit status, the numbers of the last line, and all that was printed."""
        ended = subprocess.run([*(command or self.command), *arguments], env=options.pop("env", self.env),
                               stderr=subprocess.PIPE, text=True, check=False, timeout=120, **options)
        return ended.returncode, numbers(ended.stderr), ended.stderr

    def popen(self, *arguments):
        return subprocess.Popen([*self.command, *arguments], env=self.env, stderr=subprocess.PIPE, text=True)

    def working(self):
        """A copy of the working inventory, which SQLite recovers as the program would; None if there is none."""
        files = list(self.folder.glob("*.vestibule")) if self.folder.exists() else []
        if not files:
            return None
        require(len(files) == 1, f"more than one inventory: {files}")
        copies = Path(tempfile.mkdtemp(dir=self.home))
        for suffix in ("", "-wal", "-journal"):
            if Path(f"{files[0]}{suffix}").exists():
                shutil.copy(f"{files[0]}{suffix}", f"{copies / 'copy'}{suffix}")
        return copies / "copy"

    def committed(self, path=None):
        """The organizations that were read, and whether anything is half."""
        path = path or self.working()
        if not path or path.stat().st_size == 0:
            return set()
        database = sqlite3.connect(path)
        try:
            require(database.execute("PRAGMA integrity_check").fetchall() == [("ok",)], "not whole")
            half = database.execute("SELECT count(*) FROM organization o WHERE state = 'read' AND total <> "
                                    "(SELECT count(*) FROM link WHERE org = o.ord)").fetchone()[0]
            require(half == 0, f"{half} organizations are half")
            return {row[0] for row in database.execute("SELECT id FROM organization WHERE state = 'read'")}
        finally:
            database.close()


def numbers(text):
    lines = text.strip().splitlines()
    found = re.fullmatch(r"listed (\d+), read (\d+), failed (\d+), gone (\d+), waiting (\d+); (\d+) requests",
                         lines[-1] if lines else "")
    return tuple(map(int, found.groups())) if found else None


def complete(requests=None, count=ORGANIZATIONS):
    return lambda found: found and found[:5] == (count, count, 0, 0, 0) and requests in (None, found[5])


def counted(sweeps):
    sweeps.reset()
    status, found, errors = sweeps.run()
    asked = sweeps.recorder.asked
    require(status == COMPLETE and complete(len(asked))(found), f"counted: {status}, {errors}")
    organizations = sweeps.recorder.organizations()
    require(asked.count("") == 2 * -(-ORGANIZATIONS // 100), f"{asked.count('')} requests for lists")
    require(len(set(organizations)) == ORGANIZATIONS, f"{len(set(organizations))} organizations")
    require(len(sweeps.committed(sweeps.target)) == ORGANIZATIONS, "not all are in the file")
    require(not list(sweeps.folder.glob("*.vestibule*")), "the working inventory stays")
    header = sweeps.target.read_bytes()[:100]
    require(header[18:20] == b"\1\1" and header[68:72] == b"VSTI", "it is not sealed")
    # Complete: nothing is asked for; with --anew, everything is.
    sweeps.recorder.reset()
    status, found, errors = sweeps.run()
    require(status == COMPLETE and complete()(found) and "--anew" in errors and not sweeps.recorder.asked, errors)
    status, found, errors = sweeps.run("--anew")
    require(status == COMPLETE and complete(len(asked))(found) and len(sweeps.recorder.asked) == len(asked), errors)
    require(sorted(os.listdir(sweeps.folder)) == [name for name in os.listdir(sweeps.folder) if "lock" in name],
            f"left: {os.listdir(sweeps.folder)}")
    # Without --into, it is the inventory that the window shows.
    for expected in (len(asked), 0):
        sweeps.recorder.reset()
        status, found, errors = sweeps.run("--quiet", command=sweeps.start)
        require((status, errors, len(sweeps.recorder.asked)) == (COMPLETE, "", expected), f"{status}, {errors}")
    sweeps.target.unlink()
    sweeps.recorder.reset()
    status, found, errors = sweeps.run()
    require(status == COMPLETE and len(sweeps.recorder.asked) == len(asked), "a target that was removed is read anew")


def killed(sweeps):
    sweeps.reset()
    kills = 50
    before = set()
    every = []
    for kill in range(kills):
        sweeps.recorder.reset()
        process = sweeps.popen()
        # Some requests, and some time in which they may be committed or not.
        sweeps.recorder.wait_for(kill % 5)
        time.sleep(0.004 * (kill % 11))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        require(process.returncode == -signal.SIGKILL, f"ended before it was killed: {process.returncode}")
        asked = sweeps.recorder.organizations()
        require(not before & set(asked), f"kill {kill}: asked again for {before & set(asked)}")
        now = sweeps.committed()
        require(before <= now, f"kill {kill}: lost {before - now}")
        require(now - before <= set(asked), f"kill {kill}: read without being asked for")
        require(not sweeps.target.exists(), "there is a target before the end")
        before = now
        every += asked
        if len(before) > ORGANIZATIONS - 10:  # so that there is something to kill
            require(not list(sweeps.home.glob("t.vestibule")), "half a file")
            sweeps.reset()
            before = set()
    require(len(every) > kills, f"only {len(every)} requests, so the check proves little")
    sweeps.recorder.reset()
    status, found, errors = sweeps.run()
    require(status == COMPLETE and complete()(found), f"after {kills} kills: {status}, {errors}")
    require(not before & set(sweeps.recorder.organizations()), "asked again at the end")


def signalled(sweeps):
    for number, expected in ((signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)):
        sweeps.reset()
        process = sweeps.popen()
        sweeps.recorder.wait_for(30)
        process.send_signal(number)
        _, errors = process.communicate(timeout=10)
        found = numbers(errors)
        require(process.returncode == expected and "the same command" in errors, f"{number!r}: {errors}")
        require(found and found[4] > 0 and found[5] == len(sweeps.recorder.asked), f"{number!r}: {errors}")
        read = sweeps.committed()
        require(len(read) == found[1] > 0, f"{number!r}: {len(read)} are in the file, {errors}")
        sweeps.recorder.reset()
        status, found, errors = sweeps.run()
        require(status == COMPLETE and complete()(found), errors)
        require(not read & set(sweeps.recorder.organizations()), f"{number!r}: asked again")


def expired(sweeps):
    """At any request of a sweep of eight given organizations, and at those for the list."""
    sweeps.reset()
    ids = sweeps.home / "ids"
    sweeps.run()
    some = sorted(sweeps.committed(sweeps.target))[:8]
    ids.write_text("\n".join(some) + "\n")
    for k in range(8):
        sweeps.reset(lambda count, organization, k=k: EXPIRED if count >= k else None)
        status, found, errors = sweeps.run("--organizations", str(ids))
        require(status == REFUSED and found and found[0] == 8 and "the same command" in errors, f"{k}: {errors}")
        read = sweeps.committed()
        require(len(read) == found[1] <= k, f"{k}: {errors}")
        require(found[5] == len(sweeps.recorder.asked), f"{k}: {found}, {len(sweeps.recorder.asked)} requests")
        sweeps.recorder.reset()
        status, found, errors = sweeps.run("--organizations", str(ids))
        require(status == COMPLETE and complete(count=8)(found), f"{k}: {errors}")
        require(not read & set(sweeps.recorder.asked) and len(sweeps.recorder.asked) >= 8 - len(read), f"{k}")
    status, found, errors = sweeps.run("--organizations", "-", input="\n".join(some[:5]))
    require(status == USAGE, f"another list: {status}, {errors}")
    status, found, errors = sweeps.run("--organizations", "-", input="\n".join(some))
    require(status == COMPLETE, f"the same list: {status}, {errors}")
    for answer in ((lambda count, organization: EXPIRED),
                   (lambda count, organization: EXPIRED if count > 50 and not organization else None)):
        sweeps.reset(answer)
        status, found, errors = sweeps.run()
        require(status == REFUSED, f"the list: {status}, {errors}")
        sweeps.recorder.reset()
        status, found, errors = sweeps.run()
        require(status == COMPLETE and complete()(found), errors)


def one_of_many(sweeps):
    sweeps.reset()
    sweeps.run()
    victim = sorted(sweeps.committed(sweeps.target))[41]
    for answer, failed in ((BROKEN, 1), (FORBIDDEN, 1), (GONE, 0)):
        sweeps.reset(lambda count, organization, answer=answer: answer if organization == victim else None)
        status, found, errors = sweeps.run()
        require(found and found[:5] == (ORGANIZATIONS, ORGANIZATIONS - 1, failed, 1 - failed, 0), errors)
        require(status == (NOT_UNDERSTOOD if failed else COMPLETE), f"{answer[0]}: {status}")
        require(sweeps.committed(sweeps.target) >= set(sweeps.recorder.organizations()) - {victim}, "others have it")
        sweeps.recorder.reset()
        status, found, errors = sweeps.run()
        require(not sweeps.recorder.asked and ("--retry-failed" in errors) == bool(failed), errors)
        status, found, errors = sweeps.run("--retry-failed")
        require(status == COMPLETE, errors)
        require(set(sweeps.recorder.asked) == ({victim} if failed else set()), f"{sweeps.recorder.asked}")
    # Three equal ones in a row end it, with the status of such a failure.
    sweeps.reset(lambda count, organization: BROKEN if organization else None)
    status, found, errors = sweeps.run()
    require(status == NO_ANSWER and 3 <= found[2] <= 8 and found[4] > 0, f"{status}, {errors}")
    sweeps.reset(lambda count, organization: LIMITED if organization and count % 40 < 4 else None)
    status, found, errors = sweeps.run()
    require(status == COMPLETE and complete(len(sweeps.recorder.asked))(found), f"waves of 429: {status}, {errors}")


def suspended(sweeps):
    """As a computer that sleeps, for longer than the time-out."""
    sweeps.reset()
    process = sweeps.popen("--timeout", "1")
    sweeps.recorder.wait_for(30)
    for _ in range(2):
        process.send_signal(signal.SIGSTOP)
        time.sleep(1.5)
        process.send_signal(signal.SIGCONT)
        time.sleep(0.1)
    _, errors = process.communicate(timeout=60)
    require(process.returncode == COMPLETE and complete()(numbers(errors)), f"suspended: {errors}")
    require(len(sweeps.recorder.asked) <= ORGANIZATIONS + 12 + 2 * 7, f"{len(sweeps.recorder.asked)} requests")


def two_at_a_time(sweeps):
    sweeps.reset()
    first = sweeps.popen()
    sweeps.recorder.wait_for(5)
    status, _, errors = sweeps.run(command=sweeps.start)
    require(status != COMPLETE and str(first.pid) in errors, f"the second: {status}, {errors}")
    _, errors = first.communicate(timeout=60)
    require(first.returncode == COMPLETE, errors)


def full_disk(sweeps):
    def small():
        resource.setrlimit(resource.RLIMIT_FSIZE, (96 * 1024, 96 * 1024))

    sweeps.reset()
    status, found, errors = sweeps.run(preexec_fn=small)
    require(status == NOT_WRITTEN, f"full: {status}, {errors}")
    read = sweeps.committed()
    require(not sweeps.target.exists(), "half a file")
    sweeps.recorder.reset()
    status, found, errors = sweeps.run()
    require(status == COMPLETE and complete()(found), errors)
    require(not read & set(sweeps.recorder.organizations()), "asked again")


def without_data_folder(sweeps):
    """The working inventory stands beside the target then, and goes on after kill -9."""
    env = {**sweeps.env, "XDG_DATA_HOME": "/dev/null/nowhere"}
    sweeps.reset()
    status, _, errors = sweeps.run(command=sweeps.start, env=env)
    require(status == NOT_WRITTEN and "--into" in errors, f"{status}, {errors}")
    # The last answers take long, so that the sweep is killed after it has committed some.
    sweeps.recorder.reset(lambda count, organization: time.sleep(0.5) if count > 100 else None)
    process = subprocess.Popen(sweeps.command, env=env, stderr=subprocess.DEVNULL)
    sweeps.recorder.wait_for(100)
    working = sweeps.home / ".t.vestibule.working"
    end = time.monotonic() + 30
    while not sweeps.committed(working) and time.monotonic() < end:
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    require(working.exists() and not Path(f"{working}-wal").exists(), "no working inventory in the mode DELETE")
    sweeps.recorder.reset()
    status, found, errors = sweeps.run(env=env)
    require(status == COMPLETE and complete()(found), errors)
    require(len(set(sweeps.recorder.organizations())) < ORGANIZATIONS, "it began anew")
    left = [file.name for file in sweeps.home.glob(".*") if not file.name.endswith(".lock")]
    require(not left, f"left: {left}")


def other_targets(sweeps):
    sweeps.reset()
    sweeps.target.write_bytes(b"not an inventory, " * 20)
    status, _, errors = sweeps.run("--quiet")
    require(status == NOT_UNDERSTOOD and errors.count("\n") == 1 and not sweeps.recorder.asked, errors)
    require(sweeps.target.read_bytes().startswith(b"not an"), "it was overwritten")
    sweeps.target.unlink()
    status, _, errors = sweeps.run(command=[sweeps.command[0], "sweep", "--demo", "--into", str(sweeps.target)])
    require(status == COMPLETE, errors)
    status, _, errors = sweeps.run()
    require(status == USAGE and "another tenant" in errors and not sweeps.recorder.asked, errors)
    sweeps.target.unlink()
    status, _, errors = sweeps.run("--into", str(sweeps.home / "nowhere/t.vestibule"))
    require(status == NOT_WRITTEN, f"no folder: {status}, {errors}")
    sweeps.target.mkdir()
    status, _, errors = sweeps.run()
    require(status == NOT_UNDERSTOOD or status == USAGE, f"a folder: {status}, {errors}")
    sweeps.target.rmdir()


def without_catalogue(sweeps):
    """The tenant refuses its list of connections, or gives only a part of it: the rest of the inventory stays."""
    def unused():
        """The status, the ids that the rule names, and what was said."""
        command = [sweeps.start[0], "findings", str(sweeps.target), "--rule", "unused", "--format", "csv"]
        ended = subprocess.run([*command, "--fail-on", "inform"], env=sweeps.env, capture_output=True, text=True,
                               check=False)
        return ended.returncode, [row.split(",")[4] for row in ended.stdout.splitlines()[1:]], ended.stderr

    def page(ids, *following):
        return 200, {"connections": [{"id": each, "name": each, "strategy": "okta"} for each in ids],
                     **{"next": each for each in following}}, {}

    sweeps.reset()
    status, found, errors = sweeps.run("--catalogue")  # the token of the demo tenant lacks the scope
    require(status == NOT_UNDERSTOOD and complete(len(sweeps.recorder.asked))(found), f"no scope: {status}, {errors}")
    require("so the unused ones are not known. That needs a token with the scope read:connections." in errors, errors)
    require(sweeps.recorder.asked.count(CATALOGUE) == 1, f"asked {sweeps.recorder.asked.count(CATALOGUE)} times")
    require(len(sweeps.committed(sweeps.target)) == ORGANIZATIONS, "what was read is not kept")
    status, ids, errors = unused()
    require(status == NOT_UNDERSTOOD and not ids and "Not checked" in errors, f"no catalogue: {status}, {ids}")

    # The second of two pages cannot be read; then both can. The organizations are not asked for again.
    used = [row[0] for row in sqlite3.connect(sweeps.target).execute(
        "SELECT id FROM connection WHERE key IN (SELECT con FROM link) LIMIT 120")]
    for last in (BROKEN, page(used[100:] + ["con_new"])):
        answers = [page(used[:99] + ["con_old"], "behind-100")]
        sweeps.recorder.reset(lambda count, organization, answers=answers, last=last:
                              answers.pop() if answers else last)
        status, found, errors = sweeps.run("--catalogue")
        require(set(sweeps.recorder.asked) == {CATALOGUE}, f"asked for {set(sweeps.recorder.asked)}")
        require(found and found[:5] == (ORGANIZATIONS, ORGANIZATIONS, 0, 0, 0), errors)
        require(len(sweeps.committed(sweeps.target)) == ORGANIZATIONS, "what was read is lost")
        wanted = (NOT_UNDERSTOOD, NOT_UNDERSTOOD, []) if last is BROKEN else (COMPLETE, FOUND, ["con_new", "con_old"])
        status_of_findings, ids, _ = unused()
        require((status, status_of_findings, sorted(ids)) == wanted, f"{status}, {status_of_findings}, {ids}, {errors}")
        require(("so the unused ones are not known. " in errors) == (last is BROKEN), errors)
        half = sqlite3.connect(sweeps.target).execute("SELECT count(*) FROM catalogue").fetchone()[0]
        require(half == (0 if last is BROKEN else len(used) + 1), f"{half} connections in the catalogue")

    # The built-in demo tenant gives its list: that is what --catalogue is for.
    sweeps.target.unlink()
    status, found, errors = sweeps.run("--demo", "--catalogue", "--into", str(sweeps.target), command=sweeps.start[:2])
    require(status == COMPLETE and found and found[0] == found[1], f"demo: {status}, {errors}")
    status, ids, errors = unused()
    require(status == FOUND and len(ids) == 3, f"demo: {status}, {ids}, {errors}")


def no_token(sweeps):
    """The secret part of the token is in no file."""
    secret = sweeps.token.split(".")[2].encode()
    for file in sweeps.home.rglob("*"):
        require(not file.is_file() or secret not in file.read_bytes(), f"the token is in {file}")


def main():
    program, demo = sys.argv[1:]
    server = subprocess.Popen([demo, "--port", "0", "--organizations", str(ORGANIZATIONS), "--latency", "4"],
                              stdout=subprocess.PIPE, text=True)
    try:
        tenant = dict(server.stdout.readline().strip().split("=", 1) for _ in range(3))
        with tempfile.TemporaryDirectory() as name:
            sweeps = Sweeps(program, tenant, Path(name))
            for check in (counted, killed, signalled, expired, one_of_many, suspended, two_at_a_time, full_disk,
                          without_data_folder, other_targets, without_catalogue):
                check(sweeps)
                no_token(sweeps)
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    main()
