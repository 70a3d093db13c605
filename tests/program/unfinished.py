#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT
"""Checks that an export that does not finish keeps the old file, and leaves no other file: killed at any moment, ended
by a signal, or on a full disk, in the middle or a single byte before the end; on file systems with and without
unnamed temporary files.

    unfinished.py VESTIBULE VESTIBULE_DEMO_TENANT FILEFAULTS
"""

import errno
import fcntl
import os
import re
import resource
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path

OLD = b"as it was\r\n"
NOT_WRITTEN = 8  # the exit status
MOMENTS = [0.02 * step for step in range(15)]  # seconds; the whole export takes about 0.2
END_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
UNNAMED = ""  # what fails, see filefaults.cpp
NAMED = f"tmpfile={errno.EOPNOTSUPP}"
LEFT = re.compile(r"\.vestibule-[0-9a-f]{16}")  # what SIGKILL may leave of a named temporary file


def require(holds, what):
    if not holds:
        sys.exit(what)


class Exports:
    """Exports to a.csv in a folder of its own, which has the old file."""

    def __init__(self, program, tenant, home, faults):
        self.folder = home / "out"
        self.target = self.folder / "a.csv"
        self.side_file = self.folder / "a.csv.meta.json"
        self.env = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": str(home), "XDG_CONFIG_HOME": str(home),
                    "AUTH0_API_TOKEN": tenant["token"]}
        self.preload = {"LD_PRELOAD": faults, "ASAN_OPTIONS": "verify_asan_link_order=0"}
        self.start = [program, "--domain", tenant["domain"], "--organization", tenant["organization"]]
        self.command = [*self.start, "--export", str(self.target)]
        self.whole = subprocess.run([*self.start, "--export", "-"], env=self.env, check=True,
                                    capture_output=True).stdout

    def reset(self, old=OLD):
        self.folder.mkdir(exist_ok=True)
        for file in self.folder.iterdir():
            file.unlink()
        if old:
            self.target.write_bytes(old)

    def environment(self, faults):
        return {**self.env, **self.preload, "VESTIBULE_FILE_FAULTS": faults} if faults else self.env

    def run(self, command, faults=UNNAMED, **options):
        return subprocess.run(command, env=self.environment(faults), capture_output=True, text=True, check=False,
                              **options)

    def popen(self, command, faults=UNNAMED, **options):
        return subprocess.Popen(command, env=self.environment(faults), stdout=subprocess.DEVNULL,
                                stderr=subprocess.PIPE, text=True, **options)


def wait_until(holds, what):
    for _ in range(1000):
        if holds():
            return
        time.sleep(0.01)
    sys.exit(f"waited in vain until {what}")


def waiting_bytes(pipe):
    return struct.unpack("i", fcntl.ioctl(pipe, termios.FIONREAD, b"\0\0\0\0"))[0]


def handles(process, number):
    status = Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(r"^SigCgt:\s*(\w+)", status, re.MULTILINE).group(1), 16) >> (number - 1) & 1


def waits_for(process, number):
    """Until the process handles this signal."""
    wait_until(lambda: process.poll() is not None or handles(process, number), f"{number!r} is handled")
    if process.returncode is not None:
        sys.exit(f"ended with {process.returncode}: {process.stderr.read()}")


def killed(exports):
    count = 0
    for faults in (UNNAMED, NAMED):
        for moment in MOMENTS:
            exports.reset()
            process = exports.popen(exports.command, faults)
            time.sleep(moment)
            process.send_signal(signal.SIGKILL)
            process.communicate()
            count += process.returncode == -signal.SIGKILL
            context = f"killed after {moment} s with {faults}: {os.listdir(exports.folder)}"
            require(exports.target.read_bytes() in (OLD, exports.whole), f"{context}, half a file")
            others = [name for name in os.listdir(exports.folder) if name != "a.csv"]
            if faults == UNNAMED:
                require(not others, context)
            else:
                require(len(others) <= 1 and all(LEFT.fullmatch(name) for name in others), context)
    require(count > 0, "every export finished before it was killed, so the check proves nothing")


def signalled(exports):
    """Each signal at several moments, with a side file. A file that was being saved is whole, and the status is 0."""
    ended = 0
    for faults in (UNNAMED, NAMED):
        for number in END_SIGNALS:
            for moment in MOMENTS[::3]:
                exports.reset()
                process = exports.popen([*exports.command, "--meta"], faults)
                waits_for(process, number)
                time.sleep(moment)
                process.send_signal(number)
                _, errors = process.communicate()
                files = sorted(os.listdir(exports.folder))
                context = f"{number!r} after {moment} s with '{faults}': {process.returncode}, {errors}, {files}"
                if process.returncode == 0:
                    require(files == ["a.csv", "a.csv.meta.json"], context)
                    require(exports.target.read_bytes() == exports.whole, context)
                    continue
                ended += 1
                require(process.returncode == 128 + number, context)
                require(errors == "The export was cancelled. Nothing was written.\n", context)
                require(files == ["a.csv"], context)
                require(exports.target.read_bytes() == OLD, context)
    require(ended > 10, f"only {ended} exports were ended, so the check proves little")


def signalled_otherwise(exports):
    exports.reset(old=b"")
    quiet = exports.popen([*exports.command, "--quiet"], NAMED)
    waits_for(quiet, signal.SIGTERM)
    quiet.send_signal(signal.SIGTERM)
    require(quiet.communicate()[1] == "" and quiet.returncode == 128 + signal.SIGTERM, "--quiet")
    require(not os.listdir(exports.folder), f"--quiet: {os.listdir(exports.folder)}")

    exports.reset()
    nohup = exports.popen(exports.command, preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN))
    waits_for(nohup, signal.SIGTERM)
    nohup.send_signal(signal.SIGHUP)
    _, errors = nohup.communicate()
    require(nohup.returncode == 0 and exports.target.read_bytes() == exports.whole, f"nohup: {errors}")

    def wait_for_saving(process):
        require(process.stderr.readline() == "fsync\n", "the file is saved")

    # It is too late for a file that is being saved, which then is saved to the end.
    exports.reset()
    saving = exports.popen([*exports.command, "--meta"], f"{NAMED} slowsync=500 saysync=1")
    wait_for_saving(saving)
    saving.send_signal(signal.SIGTERM)
    _, errors = saving.communicate()
    require(saving.returncode == 0 and "1000 of 1000" in errors, f"saving: {saving.returncode}, {errors}")
    require(sorted(os.listdir(exports.folder)) == ["a.csv", "a.csv.meta.json"], "saving")
    require(exports.target.read_bytes() == exports.whole, "saving: not whole")

    # A signal that comes a second or more later ends it at once, even then; one just after the first is ignored.
    exports.reset()
    saving = exports.popen(exports.command, f"{NAMED} slowsync=30000 saysync=1")
    wait_for_saving(saving)
    saving.send_signal(signal.SIGTERM)
    saving.send_signal(signal.SIGHUP)
    time.sleep(1.1)
    require(saving.poll() is None, f"a signal just after the first: {saving.returncode}")
    saving.send_signal(signal.SIGINT)
    saving.communicate(timeout=10)
    require(saving.returncode == -signal.SIGINT, f"a second signal: {saving.returncode}")
    require(exports.target.read_bytes() == OLD, "a second signal: another file")

    exports.reset()  # removes what SIGKILL would have left, too

    # A reader that does not read: the first signal ends the program nevertheless.
    pipe = exports.folder / "pipe"
    os.mkfifo(pipe)
    for target in (pipe, "-", "/dev/stdout"):
        reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
        writer = os.open(pipe, os.O_WRONLY)
        side_file = ["--meta"] if target == pipe else []
        blocked = subprocess.Popen([*exports.start, "--export", str(target), *side_file],
                                   env=exports.environment(NAMED), stdout=writer, stderr=subprocess.PIPE, text=True)
        capacity = fcntl.fcntl(reader, fcntl.F_GETPIPE_SZ)
        wait_until(lambda: waiting_bytes(reader) == capacity, f"{target} is full")
        require(blocked.poll() is None, f"{target}: {len(exports.whole)} bytes do not fill a pipe")
        blocked.send_signal(signal.SIGTERM)
        try:
            _, errors = blocked.communicate(timeout=10)
        except subprocess.TimeoutExpired:
            blocked.kill()
            sys.exit(f"{target}: SIGTERM did not end an export that waits for a reader")
        require(blocked.returncode == 128 + signal.SIGTERM and "a part" in errors and errors.count("\n") == 1,
                f"{target}: {blocked.returncode}, {errors}")
        require(sorted(os.listdir(exports.folder)) == ["a.csv", "pipe"], f"{target}: {os.listdir(exports.folder)}")
        os.close(writer)
        os.close(reader)


def window_signalled(exports):
    """The window ends without a question, and a picture that is not saved yet never is."""
    picture = exports.folder / "window.png"
    for number in END_SIGNALS:
        for command in (exports.start, [*exports.start, "--screenshot", str(picture)]):
            exports.reset(old=b"")
            env = {**exports.env, "QT_QPA_PLATFORM": "offscreen"}
            process = subprocess.Popen(command, env=env, stderr=subprocess.PIPE, text=True)
            waits_for(process, number)
            process.send_signal(number)
            _, errors = process.communicate(timeout=20)
            context = f"{command[5:]}, {number!r}: {process.returncode}, {errors}"
            if process.returncode == 0 and picture.exists():
                continue  # it was faster
            require(process.returncode == 128 + number, context)
            require(not os.listdir(exports.folder), f"{context}, {os.listdir(exports.folder)}")


def full_disk(exports):
    for room in (0, 8192, len(exports.whole) - 1):
        def as_a_full_disk():
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

        exports.reset()
        for what in (exports.command, [*exports.start, "--export", "/dev/stdout"],
                     [*exports.start, "--export", "-"]):
            with open(exports.folder.parent / "redirected", "wb") as output:
                full = subprocess.run(what, env=exports.env, stdout=output, stderr=subprocess.PIPE, text=True,
                                      preexec_fn=as_a_full_disk)
            context = f"room for {room} bytes in {what[-1]}: {full.returncode}, {full.stderr}"
            require(full.returncode == NOT_WRITTEN, context)
            require(full.stderr.endswith(f": {os.strerror(errno.EFBIG)}.\n"), context)
            require(full.stderr.count("\n") == 1, context)
            require(exports.target.read_bytes() == OLD, f"{context}: the old file has changed")
            require(os.listdir(exports.folder) == ["a.csv"], f"{context}: {os.listdir(exports.folder)}")


def other_file_systems(exports):
    """Whatever a file system says to what it cannot do, the file is written; an error at the end keeps the old one."""
    refusals = [f"tmpfile={number}" for number in (errno.ENOENT, errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP,
                                                   errno.EISDIR, errno.EPERM)]
    for faults in [*refusals, f"linkat={errno.ENOENT}", f"linkat={errno.EPERM}", f"fsync={errno.EINVAL}"]:
        exports.reset()
        done = exports.run([*exports.command, "--meta"], faults)
        context = f"{faults}: {done.returncode}, {done.stderr}, {os.listdir(exports.folder)}"
        require(done.returncode == 0, context)
        require(exports.target.read_bytes() == exports.whole and exports.side_file.exists(), context)
        require(len(os.listdir(exports.folder)) == 2, context)
    for number in (errno.EIO, errno.EDQUOT):
        for faults in (f"fsync={number}", f"{NAMED} fsync={number}"):
            exports.reset()
            failed = exports.run([*exports.command, "--meta"], faults)
            context = f"{faults}: {failed.returncode}, {failed.stderr}, {os.listdir(exports.folder)}"
            require(failed.returncode == NOT_WRITTEN, context)
            require(failed.stderr.endswith(f"a.csv could not be written: {os.strerror(number)}.\n"), context)
            require(os.listdir(exports.folder) == ["a.csv"] and exports.target.read_bytes() == OLD, context)


def main():
    program, demo, faults = sys.argv[1:]
    server = subprocess.Popen([demo, "--port", "0", "--connections", "1000", "--latency", "40"],
                              stdout=subprocess.PIPE, text=True)
    try:
        tenant = dict(server.stdout.readline().strip().split("=", 1) for _ in range(3))
        with tempfile.TemporaryDirectory() as name:
            exports = Exports(program, tenant, Path(name), faults)
            killed(exports)
            signalled(exports)
            signalled_otherwise(exports)
            window_signalled(exports)
            full_disk(exports)
            other_file_systems(exports)
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    main()
