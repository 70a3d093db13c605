#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT
"""Checks that an export that does not finish keeps the old file, and leaves no other file: killed at any moment, or
on a full disk, in the middle or a single byte before the end.

    unfinished.py VESTIBULE VESTIBULE_DEMO_TENANT
"""

import errno
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

OLD = b"as it was\r\n"
NOT_WRITTEN = 8  # the exit status
MOMENTS = [0.02 * step for step in range(15)]  # seconds; the whole export takes about 0.2


def require(holds, what):
    if not holds:
        sys.exit(what)


def main():
    program, demo = sys.argv[1:]
    server = subprocess.Popen([demo, "--port", "0", "--connections", "1000", "--latency", "40"],
                              stdout=subprocess.PIPE, text=True)
    try:
        tenant = dict(server.stdout.readline().strip().split("=", 1) for _ in range(3))
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name) / "out"
            folder.mkdir()
            target = folder / "a.csv"
            env = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": name,
                   "XDG_CONFIG_HOME": name, "AUTH0_API_TOKEN": tenant["token"]}
            command = [program, "--domain", tenant["domain"], "--organization",
                       tenant["organization"], "--export", target]
            whole = subprocess.run([*command[:-1], "-"], env=env, check=True,
                                   capture_output=True).stdout
            killed = 0
            for moment in MOMENTS:
                target.write_bytes(OLD)
                process = subprocess.Popen(command, env=env, stderr=subprocess.DEVNULL)
                time.sleep(moment)
                process.send_signal(signal.SIGKILL)
                killed += process.wait() == -signal.SIGKILL
                require(target.read_bytes() in (OLD, whole), f"killed after {moment} s: half a file")
                require(os.listdir(folder) == ["a.csv"],
                        f"killed after {moment} s: {os.listdir(folder)}")
            require(killed > 0, "every export finished before it was killed, so the check proves nothing")

            for room in (0, 8192, len(whole) - 1):
                def as_a_full_disk():  # Python ignores the signal, so that the write fails instead
                    resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

                target.write_bytes(OLD)
                for what in (command, [*command[:-1], "/dev/stdout"], [*command[:-1], "-"]):
                    with open(Path(name) / "redirected", "wb") as output:
                        full = subprocess.run(what, env=env, stdout=output, stderr=subprocess.PIPE, text=True,
                                              restore_signals=False, preexec_fn=as_a_full_disk)
                    context = f"room for {room} bytes in {what[-1]}: {full.returncode}, {full.stderr}"
                    require(full.returncode == NOT_WRITTEN, context)
                    require(full.stderr.endswith(f": {os.strerror(errno.EFBIG)}.\n"), context)
                    require(full.stderr.count("\n") == 1, context)
                    require(target.read_bytes() == OLD, f"{context}: the old file has changed")
                    require(os.listdir(folder) == ["a.csv"], f"{context}: {os.listdir(folder)}")
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    main()
