#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT
"""Runs the programs where things are not as usual: standard streams that are closed or that nobody reads, other
locales, arguments that are not UTF-8, no display or a dead one, other umasks. What is exported stays the same, byte
for byte.

    environments.py VESTIBULE VESTIBULE_DEMO_TENANT FILEFAULTS
"""

import errno
import itertools
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

USAGE = 2
NOT_WRITTEN = 8
PNG = b"\x89PNG\r\n\x1a\n"


def require(holds, what):
    if not holds:
        sys.exit(what)


class Programs:
    def __init__(self, program, demo, faults, tenant, home):
        self.program, self.demo = program, demo
        self.folder = home / "out"
        self.folder.mkdir()
        self.env = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": str(home), "XDG_CONFIG_HOME": str(home),
                    "AUTH0_API_TOKEN": tenant["token"]}
        self.preload = {"LD_PRELOAD": faults, "ASAN_OPTIONS": "verify_asan_link_order=0"}
        self.tenant = ["--domain", tenant["domain"], "--organization", tenant["organization"]]
        self.rows = self.export("-", "--quiet").stdout
        require(self.rows.count(b"\r\n") == 301, "the export that all others are compared with")

    def run(self, *arguments, env=None, **options):
        return subprocess.run([self.program, *arguments], env={**self.env, **(env or {})}, check=False,
                              timeout=60, **{"capture_output": True, "cwd": self.folder, **options})

    def export(self, target, *options, **others):
        return self.run(*self.tenant, "--export", target, *options, **others)

    def in_shell(self, redirections, *arguments):
        script = f'"$0" "$@" {redirections}'
        return subprocess.run(["bash", "-c", script, self.program, *self.tenant, *arguments], env=self.env,
                              cwd=self.folder, capture_output=True, check=False, timeout=60)

    def files(self):
        return sorted(os.listdir(os.fsencode(self.folder)))

    def take(self, name="a.csv"):
        """What a file has; removes it."""
        file = self.folder / name
        content = file.read_bytes()
        file.unlink()
        return content


def closed_streams(programs):
    for count in (1, 2, 3):
        for closed in itertools.combinations(("0<&-", ">&-", "2>&-"), count):
            redirections = " ".join(closed)
            done = programs.in_shell(redirections, "--export", "a.csv", "--meta")
            require(done.returncode == 0, f"{redirections}: {done.returncode}, {done.stderr}")
            require(programs.take() == programs.rows, f"{redirections}: other rows")
            require(b'"rows": 300' in programs.take("a.csv.meta.json"), f"{redirections}: side file")
            require(not programs.files(), f"{redirections}: {programs.files()}")
            refused = programs.in_shell(redirections, "--no-such-option")
            require(refused.returncode == USAGE, f"{redirections}: {refused.returncode}")
    for closed in ("2>&-", "0<&- 2>&-"):
        done = programs.in_shell(closed, "--export", "-")
        require(done.returncode == 0 and done.stdout == programs.rows, f"{closed}: {done.returncode}")
    for target in ("-", "/dev/stdout"):
        done = programs.in_shell(">&-", "--export", target)
        require(done.returncode == NOT_WRITTEN, f"{target} >&-: {done.returncode}, {done.stderr}")
        require(done.stderr.endswith(f": {os.strerror(errno.EBADF)}.\n".encode()), f"{target} >&-: {done.stderr}")
    for option in ("--help", "--version"):
        done = programs.in_shell(">&-", option)
        require(done.returncode == NOT_WRITTEN, f"{option} >&-: {done.returncode}")


def readers_that_go_away(programs):
    """Of what the program prints, before the first request (a warning about a token, an error) and after it."""
    refused = 3
    for options, env, status in (([], {}, 0), ([], {"QT_LOGGING_RULES": "vestibule.net=true"}, 0),
                                 ([], {"AUTH0_API_TOKEN": "no.json.web"}, refused), (["--no-such-option"], {}, USAGE)):
        reader, writer = os.pipe()
        os.close(reader)
        done = programs.export("a.csv", *options, env=env, capture_output=False, stdout=writer, stderr=writer)
        os.close(writer)
        require(done.returncode == status, f"a reader went away, {options}, {env}: {done.returncode}")
        require(status != 0 or programs.take() == programs.rows, "a reader went away: other rows")


def locales(programs):
    def without_time(text):
        return re.sub(rb'"read_at": "[^"]+"', b"", text)

    formats = {name: without_time(programs.export("-", "--format", name).stdout) for name in ("csv", "json", "ndjson")}
    require(formats["csv"] == programs.rows, "csv")
    for locale in ("tr_TR.UTF-8", "tr_TR", "ar_EG.UTF-8", "th_TH.UTF-8", "fr_FR.UTF-8", "de_DE@euro", "C", "POSIX",
                   "xx_XX", ""):
        env = {"LC_ALL": locale, "LANG": locale}
        for name, expected in formats.items():
            done = programs.export("r\u00e9sum\u00e9.csv", "--format", name, env=env)
            require(done.returncode == 0 and done.stderr.count(b"\n") == 1, f"{locale}: {done.stderr}")
            require(without_time(programs.take("r\u00e9sum\u00e9.csv")) == expected, f"{locale}, {name}: other bytes")
        quiet = programs.export("-", "--quiet", env=env)
        require(quiet.stderr == b"", f"{locale}, --quiet: {quiet.stderr}")
        require(quiet.stdout == programs.rows, f"{locale}: other rows on standard output")


def arguments(programs):
    """In Latin-1; both names would become one with U+FFFD. Nothing is written, whatever the option."""
    first, second = b"r\xe9sum\xe9.csv", b"r\xe8sum\xe8.csv"
    lines = [["--export", name] for name in (first, second)]
    lines += [[b"--export=" + first], ["--screenshot", first], [first], ["--token-file", first, "--export", "a.csv"],
              ["--export", "a.csv", "--profile", first], ["--export", "a.csv", "--columns", first],
              ["--export", "a.csv", "--format", first], [first, "--screenshot", "a.png"],
              ["--export", b"\xed\xa0\x80.csv"], ["--help", first]]
    for line in lines:
        refused = programs.run(*programs.tenant, *line)
        require(refused.returncode == USAGE, f"{line}: {refused.returncode}, {refused.stderr}")
        require(re.fullmatch(rb"Argument \d+ is not UTF-8: [ -~]*%[ -~]+\.\n", refused.stderr),
                f"{line}: {refused.stderr}")
        require(refused.stdout == b"" and not programs.files(), f"{line}: {programs.files()}")
    require(b"Argument 6 is not UTF-8: r%E9sum%E9.csv.\n" in programs.export(first).stderr, "which argument it is")
    # The folder's name is not an argument: relative paths work in any.
    here = os.fsencode(programs.folder) + b"/" + first
    os.mkdir(here)
    done = programs.export("a.csv", "--meta", cwd=here)
    require(done.returncode == 0 and sorted(os.listdir(here)) == [b"a.csv", b"a.csv.meta.json"],
            f"in a folder that is not UTF-8: {done.stderr}, {os.listdir(here)}")
    shutil.rmtree(here)
    for line in ([b"--certificate", first, b"--key", first], [b"--fault=" + first], [first]):
        refused = subprocess.run([programs.demo, *line], env=programs.env, capture_output=True, check=False,
                                 timeout=20)
        require(refused.returncode == USAGE and refused.stderr.startswith(b"Argument "), f"{line}: {refused}")
    for name in ("XDG_CONFIG_HOME", "HOME"):
        env = {"XDG_CONFIG_HOME": "", name: os.fsencode(programs.folder) + b"/r\xe9sum\xe9"}
        for line in (["--export", "a.csv"], ["--screenshot", "a.png"], []):
            refused = programs.run(*programs.tenant, *line, env=env)
            require(refused.returncode == USAGE and refused.stderr.startswith(name.encode() + b" is not UTF-8"),
                    f"{name}, {line}: {refused.stderr}")
            require(not programs.files(), f"{name}, {line}: {programs.files()}")


def displays(programs):
    dead = [{"DISPLAY": ":9999"}, {"WAYLAND_DISPLAY": "no-such-socket"}, {"QT_QPA_PLATFORM": "xcb"},
            {"QT_QPA_PLATFORM": "nonsense"}, {"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":9999"},
            {"QT_QPA_PLATFORM": "linuxfb:fb=/dev/no-such-frame-buffer"},
            {"QT_QPA_PLATFORM": "wayland", "WAYLAND_DISPLAY": "no-such-socket"}]
    for env in dead:
        done = programs.export("a.csv", env=env)
        require(done.returncode == 0 and programs.take() == programs.rows, f"{env}: {done.stderr}")
        picture = programs.run(*programs.tenant, "--screenshot", "a.png",
                               env={**env, "QT_QPA_PLATFORMTHEME": "gtk3"})
        require(picture.returncode == 0 and picture.stderr == b"", f"{env}: {picture}")
        require(programs.take("a.png").startswith(PNG), f"{env}: no picture")
        window = programs.run(*programs.tenant, env=env)
        require(window.returncode == USAGE, f"{env}: {window}")
        require(window.stderr.startswith(b"No display can be opened (") and window.stderr.count(b"\n") == 1,
                f"{env}: {window.stderr}")
        require(all(f"{name}={value}".encode() in window.stderr for name, value in env.items()),
                f"{env}: {window.stderr}")
    detailed = programs.run(*programs.tenant, env={"QT_QPA_PLATFORM": "nonsense", "QT_DEBUG_PLUGINS": "1"})
    require(detailed.returncode == USAGE and b"Available platform plugins" in detailed.stderr, f"{detailed}")


def addresses_of_saved_views(programs):
    name = "a b#\u00e9.json"
    require(programs.export(name, "--format", "json").returncode == 0, "a saved view")
    path = str(programs.folder).encode()
    encoded = path.decode() + "/a%20b%23%C3%A9.json"
    for address, status in ((f"file://{encoded}", 0), (f"file://localhost{encoded}", 0), (f"file:{encoded}", 0),
                            (f"FILE://{encoded}", 0), (f"file://elsewhere{encoded}", USAGE),
                            (f"file://{path.decode()}/none.json", USAGE), (f"file://{path.decode()}/%E9.json", USAGE),
                            ("file:", USAGE)):
        opened = programs.run(address, "--screenshot", "a.png")
        require(opened.returncode == status, f"{address}: {opened}")
        require(opened.stderr.count(b"\n") == (0 if status == 0 else 1), f"{address}: {opened.stderr}")
        (programs.folder / "a.png").unlink(missing_ok=True)
    programs.take(name)


def modes(programs):
    for faults in ("", f"tmpfile={errno.EOPNOTSUPP}"):
        env = {**programs.preload, "VESTIBULE_FILE_FAULTS": faults}
        for mask in (0, 0o022, 0o027, 0o077):
            names = ("a.csv", "a.csv.meta.json")
            for old in (None, 0o600, 0o640, 0o666):
                for name in names if old else ():
                    (programs.folder / name).write_bytes(b"old")
                    (programs.folder / name).chmod(old)
                done = programs.export("a.csv", "--meta", env=env, umask=mask)
                expected = old or 0o666 & ~mask
                got = [(programs.folder / name).stat().st_mode & 0o7777 for name in names]
                context = f"umask {mask:o}, old mode {old}, '{faults}': {got}, {done.stderr}"
                require(done.returncode == 0 and got == [expected, expected], context)
                require(programs.take() == programs.rows, context)
                programs.take("a.csv.meta.json")


def main():
    program, demo, faults = sys.argv[1:]
    server = subprocess.Popen([demo, "--port", "0", "--connections", "300"], stdout=subprocess.PIPE, text=True)
    try:
        tenant = dict(server.stdout.readline().strip().split("=", 1) for _ in range(3))
        with tempfile.TemporaryDirectory() as name:
            programs = Programs(program, demo, faults, tenant, Path(name))
            for check in (closed_streams, readers_that_go_away, locales, arguments, displays,
                          addresses_of_saved_views, modes):
                check(programs)
                require(not programs.files(), f"{check.__name__} left {programs.files()}")
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    main()
