#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT
"""Checks that other programs read exported files with the values that the tenant sent: Python's csv, and Miller and
LibreOffice Calc if they are installed. The names are hostile: markup, control characters, formulas, bidirectional
marks, 4,000 characters.

    readers.py VESTIBULE VESTIBULE_DEMO_TENANT
"""

import csv
import io
import itertools
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

CONNECTIONS = 237
# {"alg":"RS256"}.{"scope":"read:organization_connections"}, and no signature
TOKEN = "eyJhbGciOiJSUzI1NiJ9.eyJzY29wZSI6InJlYWQ6b3JnYW5pemF0aW9uX2Nvbm5lY3Rpb25zIn0.AA"
SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t"}
# OWASP, "CSV Injection"; a byte order mark is invisible, and must not hide one of them.
FORMULA = re.compile("^\ufeff*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def text(value):
    """The text of a value in CSV."""
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else value


def cells(row, header):
    nested = row.get("connection") or {}
    by_name = {**row, "connection_name": nested.get("name"),
               "connection_strategy": nested.get("strategy")}
    return [text(by_name.get(name)) for name in header]


def require(holds, what):
    if not holds:
        sys.exit(what)


class Exporter:
    def __init__(self, program, tenant, folder):
        self.arguments = [program, "--domain", tenant["domain"], "--organization",
                          tenant["organization"], "--quiet"]
        self.env = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": folder,
                    "XDG_CONFIG_HOME": folder, "AUTH0_API_TOKEN": tenant["token"]}

    def export(self, *options):
        return subprocess.run([*self.arguments, "--export", "-", *options], env=self.env, check=True,
                              stdout=subprocess.PIPE).stdout


def check_python(exporter, rows):
    """Compares every cell, for every separator, with and without byte order mark and guard."""
    guarded = 0
    for (word, separator), bom, guard in itertools.product(
            SEPARATORS.items(), (False, True), (True, False)):
        options = ["--separator", word] + ["--bom"] * bom + ["--no-formula-guard"] * (not guard)
        content = exporter.export(*options)
        require(content.startswith(b"\xef\xbb\xbf") == bom, f"{options}: byte order mark")
        stream = io.StringIO(content.decode("utf-8-sig" if bom else "utf-8"), newline="")
        header, *records = csv.reader(stream, delimiter=separator, strict=True)
        require(len(records) == len(rows), f"{options}: {len(records)} records")
        for record, row in zip(records, rows):
            expected = cells(row, header)
            if guard:
                guarded += sum(bool(FORMULA.match(cell)) for cell in expected)
                expected = ["'" + cell if FORMULA.match(cell) else cell for cell in expected]
            require(record == expected, f"{options}: {record} is not {expected}")
    require(guarded > 0, "no name was a formula, so the check proves nothing")


def check_ndjson(exporter, rows):
    lines = exporter.export("--format", "ndjson").decode().split("\n")
    require(lines.pop() == "", "NDJSON: no line break at the end")
    require([json.loads(line) for line in lines] == rows, "NDJSON: not the rows that were sent")


def check_miller(exporter, rows):
    if not shutil.which("mlr"):
        return print("Miller is not installed")
    content = exporter.export("--no-formula-guard")
    read = subprocess.run(["mlr", "--icsv", "--ojson", "-S", "cat"], input=content, check=True,
                          stdout=subprocess.PIPE).stdout
    records = json.loads(read, strict=False)  # Miller does not escape control characters
    require(len(records) == len(rows), f"Miller: {len(records)} records")
    for record, row in zip(records, rows):
        expected = [cell.replace("\r\n", "\n") for cell in cells(row, record)]  # as Miller reads them
        require(list(map(str, record.values())) == expected,
                f"Miller: {list(record.values())} is not {expected}")


def check_libreoffice(exporter, rows, folder):
    office = shutil.which("soffice")
    if not office:
        return print("LibreOffice is not installed")
    formulas = {}
    for name, options in {"guarded": ["--bom"], "plain": ["--no-formula-guard"]}.items():
        (folder / f"{name}.csv").write_bytes(exporter.export(*options))
        subprocess.run(
            [office, "--headless", f"-env:UserInstallation=file://{folder}/office",
             "--infilter=CSV:44,34,76,1", "--convert-to", "fods:OpenDocument Spreadsheet Flat XML", "--outdir", folder,
             folder / f"{name}.csv"],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)
        sheet = (folder / f"{name}.fods").read_text()
        formulas[name] = sheet.count("table:formula=")
        ids = {row["connection_id"] for row in rows}
        require(all(f">{each}<" in sheet for each in ids), f"LibreOffice, {name}: rows are missing")
    require(formulas["guarded"] == 0, f"LibreOffice: {formulas['guarded']} formulas")
    require(formulas["plain"] > 0, "LibreOffice found no formula without the guard, so the check proves nothing")


def main():
    program, demo = sys.argv[1:]
    server = subprocess.Popen(
        [demo, "--port", "0", "--connections", str(CONNECTIONS), "--fault", "hostile-names"],
        stdout=subprocess.PIPE, text=True)
    try:
        tenant = dict(server.stdout.readline().strip().split("=", 1) for _ in range(3))
        with tempfile.TemporaryDirectory() as folder:
            exporter = Exporter(program, tenant, folder)
            rows = json.loads(exporter.export("--format", "json"))["connections"]
            require(len(rows) == CONNECTIONS, f"JSON: {len(rows)} rows")
            check_python(exporter, rows)
            check_ndjson(exporter, rows)
            check_miller(exporter, rows)
            check_libreoffice(exporter, rows, Path(folder))
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    main()
