#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT
"""Runs all benchmarks on the release build and prints the figures, each program next to its yardstick in the same
run. Downloads the official auth0 SDK for Node from the npm registry into a temporary folder.

    apt-get install curl jq npm sqlitebrowser xdotool xvfb
    cmake --preset release -DBUILD_TESTING=ON && cmake --build --preset release && tests/benchmarks/run.py
    tests/benchmarks/run.py sweep pace      # only these two; "pace" takes five minutes
    tests/benchmarks/run.py inventory       # with a million links: takes 1 GB in the temporary folder

Whole processes are timed alternately (A B A B ...), after a first run that does not count; medians are printed.
"""

import http.client
import json
import os
import platform
import re
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BIN = ROOT / "build/release/bin"
RUNS = 15


def run(command, env):
    """Runs the command, which must succeed; returns wall seconds, user plus system seconds, and peak MiB."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begin
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"failed: {' '.join(map(str, command))}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def compare(name, first, second, env, measure=run, runs=RUNS):
    """Runs both commands alternately; prints the medians, and the median of the ratios of the pairs."""
    measure(first, env)
    measure(second, env)
    pairs = [(measure(first, env), measure(second, env)) for _ in range(runs)]
    print(f"\n{name} (medians of {runs})")
    for index, unit in enumerate(("wall s", "cpu s", "peak MiB")):
        one = statistics.median(pair[0][index] for pair in pairs)
        other = statistics.median(pair[1][index] for pair in pairs)
        ratio = statistics.median(pair[0][index] / pair[1][index] for pair in pairs)
        print(f"  {unit:9} {one:8.3f} : {other:8.3f}   = {ratio:6.2f}")


def start_tenant(*options):
    process = subprocess.Popen([BIN / "vestibule-demo-tenant", *options], stdout=subprocess.PIPE, text=True)
    values = dict(process.stdout.readline().strip().split("=", 1) for _ in range(3))
    return process, values


def benchmark_start(env, folder):
    compare(
        "Start to first page painted, Vestibule on its demo tenant : empty window with a table",
        [BIN / "vestibule", "--demo", "--screenshot", folder / "vestibule.png"],
        [BIN / "bench-empty-window", folder / "empty.png"],
        env,
    )


def show(command, title, env):
    """Runs the command until a window with the title is on the screen; returns the same as run()."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    search = ["xdotool", "search", "--onlyvisible", "--name", title]
    while subprocess.run(search, env=env, capture_output=True).returncode != 0:
        if time.perf_counter() - begin > 20 or process.poll() is not None:
            sys.exit(f"no window: {' '.join(map(str, command))}")
    wall = time.perf_counter() - begin
    process.terminate()
    _, _, usage = os.wait4(process.pid, 0)
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def benchmark_window(env, folder):
    """Compares real windows, on a virtual screen."""
    database = sqlite3.connect(folder / "connections.db")
    with database:
        database.execute("CREATE TABLE connections (id TEXT, name TEXT, strategy TEXT, is_enabled INTEGER)")
        database.executemany("INSERT INTO connections VALUES (?, ?, 'okta', 1)",
                             [(f"con_{i:016}", f"connection-{i}") for i in range(10)])
    database.close()
    reading, writing = os.pipe()
    screen = subprocess.Popen(["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x900x24", "-noreset"],
                              pass_fds=[writing], stderr=subprocess.DEVNULL)
    try:
        env = dict(env, DISPLAY=":" + os.read(reading, 16).decode().strip(), QT_QPA_PLATFORM="xcb",
                   HOME=str(folder))
        compare(
            "Until the window is there, DB Browser for SQLite on a file with ten rows : Vestibule --demo",
            (["sqlitebrowser", "--table", "connections", folder / "connections.db"], "DB Browser"),
            ([BIN / "vestibule", "--demo"], "Vestibule"),
            env,
            measure=lambda command, env: show(*command, env),
        )
    finally:
        screen.terminate()
        screen.wait()


#: One curl for all pages and one jq for all rows: the fastest shell script.
CURL_AND_JQ = """
curl --silent --fail --header "Authorization: Bearer $AUTH0_API_TOKEN" \
    "http://$1/api/v2/organizations/$2/connections?include_totals=true&per_page=100&page=[0-9]" |
jq --raw-output '.connections[] | [.connection.name, .organization_connection_name,
    .connection.strategy, .is_enabled, .organization_access_level, .assign_membership_on_login,
    .show_as_button, .is_signup_enabled, .connection_id, .organization_member_access_level] | @csv' > "$3"
test "$(wc -l < "$3")" = 1000
"""


def benchmark_shell(env, folder):
    tenant, values = start_tenant("--connections", "1000")
    try:
        env = dict(env, AUTH0_API_TOKEN=values["token"])
        where = [values["domain"], values["organization"]]
        compare(
            "1,000 connections to CSV, one curl and one jq : Vestibule",
            ["sh", "-ec", CURL_AND_JQ, "sh", *where, folder / "jq.csv"],
            [BIN / "vestibule", "--domain", where[0], "--organization", where[1],
             "--export", folder / "vestibule.csv"],
            env,
        )
    finally:
        tenant.terminate()
        tenant.wait()


def install_sdk(folder, name):
    """Returns the script of that name, beside the SDK."""
    subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", folder, "auth0"], check=True)
    script = folder / name
    script.write_text((Path(__file__).parent / name).read_text())
    return script


def benchmark_export(env, folder):
    script = install_sdk(folder, "list-with-sdk.cjs")
    tenant, values = start_tenant("--connections", "1000")
    try:
        where = [values["domain"], values["organization"]]
        env = dict(env, AUTH0_API_TOKEN=values["token"])
        ours = [BIN / "vestibule", "--domain", where[0], "--organization", where[1]]
        compare(
            "1,000 connections to CSV, the official SDK on Node : Vestibule",
            ["node", script, *where, folder / "sdk.csv"],
            [*ours, "--export", folder / "vestibule.csv"],
            env,
        )
        rows = (folder / "vestibule.csv").read_bytes().split(b"\r\n", 1)[1]  # below the header
        same = rows == (folder / "sdk.csv").read_bytes()
        print(f"  both files hold the same rows: {'yes' if same else 'NO'}")
    finally:
        tenant.terminate()
        tenant.wait()


def benchmark_latency(env, folder):
    """Compares with the time of the round trips alone: the first page, then six pages at a time."""
    connections, latency = 5000, 0.080
    tenant, values = start_tenant("--connections", str(connections), "--latency", str(round(latency * 1000)))
    try:
        env = dict(env, AUTH0_API_TOKEN=values["token"])
        command = [BIN / "vestibule", "--domain", values["domain"], "--organization",
                   values["organization"], "--export", folder / "far.csv"]
        run(command, env)
        wall = statistics.median(run(command, env)[0] for _ in range(RUNS))
    finally:
        tenant.terminate()
        tenant.wait()
    pages = -(-connections // 100)
    least = (1 + -(-pages // 6)) * latency
    print(f"\n{connections:,} connections to CSV at {latency * 1000:.0f} ms a request (median of {RUNS})")
    print(f"  wall s    {wall:8.3f} : {least:8.3f}   = {wall / least:6.2f} times its round trips")


def addresses(domain, token):
    """The addresses of the connections of all organizations."""
    host = http.client.HTTPConnection(domain)
    following = ""
    while True:
        host.request("GET", "/api/v2/organizations?take=100" + following, headers={"Authorization": "Bearer " + token})
        page = json.load(host.getresponse())
        for organization in page["organizations"]:
            yield (f"http://{domain}/api/v2/organizations/{organization['id']}/connections"
                   "?page=0&per_page=100&include_totals=true")
        if "next" not in page:
            return
        following = "&from=" + page["next"]


def benchmark_sweep(env, folder):
    """One organization of the demo tenant has 237 connections: two more pages, which the bare loop and curl leave out."""
    organizations, runs = 10_000, 5
    script = install_sdk(folder, "sweep-with-sdk.cjs")
    tenant, values = start_tenant("--organizations", str(organizations))
    try:
        domain = values["domain"]
        env = dict(env, AUTH0_API_TOKEN=values["token"], XDG_DATA_HOME=str(folder / "data"))
        target = folder / "tenant.vestibule"
        ours = [BIN / "vestibule", "sweep", "--domain", domain, "--share", "100", "--into", target]
        name = f"{organizations:,} organizations"

        def first_sweep(command, env):
            if command is ours:
                target.unlink(missing_ok=True)
            return run(command, env)

        compare(f"{name}, the official SDK on Node, six at a time, to NDJSON : Vestibule to an inventory",
                ["node", script, domain, folder / "sdk.ndjson"], ours, env, first_sweep, runs)
        compare(f"{name}, Vestibule to an inventory : a bare QNetworkAccessManager that drops the answers",
                ours, [BIN / "bench-requests", "bare", domain], env, first_sweep, runs)
        urls = addresses(domain, values["token"])
        (folder / "curl.txt").write_text("".join(f'url = "{url}"\noutput = "/dev/null"\n' for url in urls))
        compare(f"{name}, Vestibule to an inventory : one curl with six connections, without the list",
                ours, ["curl", "--silent", "--fail", "--parallel", "--parallel-max", "6", "--header",
                       "Authorization: Bearer " + values["token"], "--config", folder / "curl.txt"],
                env, first_sweep, runs)
        links = subprocess.run([BIN / "vestibule", "links", target, "--format", "ndjson", "--quiet"], env=env,
                               check=True, capture_output=True).stdout
        ours, theirs = (sorted(map(json.loads, text.splitlines()), key=str)
                        for text in (links, (folder / "sdk.ndjson").read_bytes()))
        print(f"  both have the same {len(ours):,} links: {'yes' if ours == theirs else 'NO'}")
    finally:
        tenant.terminate()
        tenant.wait()


class SteadyClient(threading.Thread):
    """Another program: a request each so many seconds, without a look at the headers."""

    def __init__(self, url, token, seconds):
        super().__init__(daemon=True)
        self.url, self.token, self.seconds = url, token, seconds
        self.requests = self.refused = 0
        self.ended = threading.Event()

    def run(self):
        domain, path = self.url.removeprefix("http://").split("/", 1)
        while not self.ended.wait(self.seconds):
            host = http.client.HTTPConnection(domain)
            host.request("GET", "/" + path, headers={"Authorization": "Bearer " + self.token})
            self.requests += 1
            self.refused += host.getresponse().status == 429
            host.close()


def benchmark_pace(env, folder):
    """The published limits of the plan Professional: 5 requests at once and 50 a minute for each of the two groups."""
    organizations, per_second = 100, 50 / 60
    for share in (100, 50):
        tenant, values = start_tenant("--organizations", str(organizations), "--plan", "professional")
        url = next(addresses(values["domain"], values["token"]))
        other = SteadyClient(url, values["token"], 2 / per_second)
        try:
            if share < 100:
                other.start()
            env = dict(env, AUTH0_API_TOKEN=values["token"], XDG_DATA_HOME=str(folder / "pace"))
            begin = time.perf_counter()
            ended = subprocess.run([BIN / "vestibule", "sweep", "--domain", values["domain"], "--share", str(share),
                                    "--anew", "--into", folder / f"pace-{share}.vestibule"],
                                   env=env, check=True, capture_output=True, text=True)
            wall = time.perf_counter() - begin
        finally:
            other.ended.set()
            tenant.terminate()
            tenant.wait()
        best = organizations / per_second / share * 100
        counts = ended.stderr.strip().splitlines()[-1]
        print(f"\n{organizations} organizations with the limits of Professional, share {share} %")
        print(f"  wall s    {wall:8.1f} : {best:8.1f}   = {wall / best:6.3f} times N divided by the rate")
        print(f"  {counts}")
        if share < 100:
            print(f"  the other program: {other.requests} requests, {other.refused} refused")


#: The most that each line of bench-inventory may be, for 30,000 and for 1,000,000 links, in milliseconds.
INVENTORY_LIMITS = {
    "open, with quick_check": (1500, 1500),
    "first view": (100, 100),
    "its first page, 100 rows": (100, 100),
    "the longest of 50 jumps, 100 rows each": (16, 16),
    "numbers of all findings": (100, 3000),
    "all findings": (100, 3000),
    "sort list": (100, 3500),
    "filter list": (100, 3500),
    "compare, 1,000 changes or one an organization": (150, 5000),
    "  the same by names": (150, 5000),
}


def benchmark_inventory(env, folder):
    """Every line with its limit; a line that is over it is marked."""
    for index, (organizations, connections, runs) in enumerate(((10_000, 3, 5), (100_000, 10, 3))):
        file = folder / f"{organizations}.vestibule"
        command = [BIN / "bench-inventory", str(organizations), str(connections), file]
        subprocess.run(command, env=env, check=True, stdout=subprocess.DEVNULL)  # makes the files
        outputs = [subprocess.run(command, env=env, check=True, capture_output=True, text=True).stdout
                   for _ in range(runs)]
        print(f"\n{organizations * connections:,} links of {organizations:,} organizations (medians of {runs})")
        for name, limits in INVENTORY_LIMITS.items():
            # Of several lines that begin so, the longest time.
            figure = statistics.median(max(float(time) for time in
                                           re.findall(rf"^{re.escape(name)}.*?([\d.]+) ms$", output, re.M))
                                       for output in outputs)
            print(f"  {name.strip():46} {figure:8.1f} ms, limit {limits[index]:,} ms"
                  f"{'' if figure <= limits[index] else '   OVER'}")
    file, report = folder / "10000.vestibule", folder / "report.html"
    command = [BIN / "vestibule", "report", file, "--html", report]
    run(command, env)
    wall, _, memory = (statistics.median(figures) for figures in zip(*(run(command, env) for _ in range(RUNS))))
    size = report.stat().st_size / 1e6
    print(f"\nReport of 10,000 organizations, whole process (median of {RUNS})")
    print(f"  wall s    {wall:8.3f}, limit 1{'' if wall <= 1 else '   OVER'}")
    print(f"  size MB   {size:8.3f}, limit 2{'' if size <= 2 else '   OVER'}")
    print(f"  peak MiB  {memory:8.1f}")


def benchmark_writing(env):
    print("\n100,000 rows from parsed pages to a whole file (medians of 9)")
    output = subprocess.run(
        [BIN / "bench-export", "-median", "9"], env=env, check=True, capture_output=True, text=True
    ).stdout
    result = r"RESULT : BenchExport::(\w+)\(\):(?:\"(.*)\":)?\s+([\d.,]+ (?:msecs|bytes))"
    for name, tag, figure in re.findall(result, output):
        print(f"  {name + (', ' + tag if tag else ''):14} {figure}")


def benchmark_page(env):
    print("\nA page of 100 rows, after its last byte (medians of 20)")
    output = subprocess.run(
        [BIN / "bench-page", "-median", "20"], env=env, check=True, capture_output=True, text=True
    ).stdout
    for name, figure in re.findall(r"RESULT : BenchPage::(\w+)\(\):\s+([\d.,]+ msecs)", output):
        print(f"  {name:14} {figure}")


def benchmark_table(env):
    print("\nThe table with 100 rows: a page from memory, a keystroke in Find, finding, sorting (medians)")
    output = subprocess.run(
        [BIN / "bench-table", "-median", "9"], env=env, check=True, capture_output=True, text=True
    ).stdout
    result = r"RESULT : BenchTable::(\w+)\(\):(?:\"(.*)\":)?\s+([\d.,]+ msecs)"
    for name, tag, figure in re.findall(result, output):
        print(f"  {name + (', ' + tag if tag else ''):44} {figure}")


def main():
    env = dict(os.environ, QT_QPA_PLATFORM="offscreen", LC_ALL="C.UTF-8")
    needed = ("curl", "jq", "npm", "sqlitebrowser", "xdotool", "Xvfb")
    missing = [program for program in needed if not shutil.which(program)]
    if missing:
        sys.exit(f"please install first: {' '.join(missing)}")
    print(f"{platform.platform()}, {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as name:
        env["XDG_CONFIG_HOME"] = name
        folder = Path(name)
        benchmarks = {
            "start": lambda: benchmark_start(env, folder),
            "window": lambda: benchmark_window(env, folder),
            "export": lambda: benchmark_export(env, folder),
            "shell": lambda: benchmark_shell(env, folder),
            "latency": lambda: benchmark_latency(env, folder),
            "sweep": lambda: benchmark_sweep(env, folder),
            "pace": lambda: benchmark_pace(env, folder),
            "inventory": lambda: benchmark_inventory(env, folder),
            "writing": lambda: benchmark_writing(env),
            "page": lambda: benchmark_page(env),
            "table": lambda: benchmark_table(env),
        }
        wanted = sys.argv[1:] or benchmarks
        if unknown := [name for name in wanted if name not in benchmarks]:
            sys.exit(f"there is no {', '.join(unknown)}; there are {', '.join(benchmarks)}")
        for name in wanted:
            benchmarks[name]()


if __name__ == "__main__":
    main()
