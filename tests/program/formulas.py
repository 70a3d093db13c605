#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT
"""Checks that no cell of an exported CSV file is a formula, whatever names a tenant has: in every column with text,
for every character that OWASP lists, plain and full-width, alone, after invisible characters, and after a separator of
another reader, with every separator.
The files are read by Python's csv, and by LibreOffice Calc if it is installed.

    formulas.py VESTIBULE
"""

import csv
import io
import itertools
import json
import shutil
import subprocess
import sys
import tempfile
import threading
import urllib.parse
import xml.etree.ElementTree as ElementTree
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

sys.dont_write_bytecode = True
from readers import SEPARATORS, TOKEN, Exporter, require  # noqa: E402

SKIPPED = 77  # the exit status
OPENERS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"  # OWASP, "CSV Injection"
INVISIBLE = ["", "\ufeff", "\ufeff\ufeff", "\0", "\0\0", "\ufeff\0"]
FORMULAS = [before + opener + "1+1" for before in INVISIBLE for opener in OPENERS]
HARMLESS = ['"=1+1', "'=1+1", " =1+1", "a=1+1", "\ufeffa=1", "1+1"]
# A reader that splits at these, too, would begin a cell at the formula.
SPLIT = [f"a{separator}=1+1" for separator in SEPARATORS.values()]
COLUMNS = ["connection_name", "organization_connection_name", "connection_strategy",
           "organization_access_level", "organization_member_access_level", "connection_id"]
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"


def make_row(number, column, value):
    cells = {name: f"{name} {number}" for name in COLUMNS}
    cells[column] = f"{value}+{number}" if column == "connection_id" else value  # must be unique
    return cells


ROWS = [make_row(number, column, value) for number, (column, value) in
        enumerate(itertools.product(COLUMNS, FORMULAS + HARMLESS + SPLIT))]


class Tenant(BaseHTTPRequestHandler):
    """Sends ROWS, page by page."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        query = urllib.parse.parse_qs(urllib.parse.urlsplit(self.path).query)
        size = int(query["per_page"][0])
        start = int(query["page"][0]) * size
        body = json.dumps({"start": start, "limit": size, "total": len(ROWS), "connections": [
            {**{name: row[name] for name in COLUMNS if not name.startswith("connection_")},
             "connection_id": row["connection_id"],
             "connection": {"name": row["connection_name"], "strategy": row["connection_strategy"]}}
            for row in ROWS[start:start + size]]}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def is_formula(cell):
    return cell.lstrip("\ufeff\0").startswith(tuple(OPENERS))


def check_python(exporter):
    for (word, separator), bom in itertools.product(SEPARATORS.items(), ([], ["--bom"])):
        content = exporter.export("--separator", word, *bom).decode("utf-8-sig" if bom else "utf-8")
        header, *records = csv.reader(io.StringIO(content, newline=""), delimiter=separator, strict=True)
        require(len(records) == len(ROWS), f"{word}: {len(records)} records")
        for record, row in zip(records, ROWS):
            got = dict(zip(header, record))
            for name in COLUMNS:
                expected = "'" * is_formula(row[name]) + row[name]
                require(got[name] == expected, f"{word}, {name}: {got[name]!r} is not {expected!r}")


def columns_with_formulas(sheet):
    """The names of the columns of a Flat XML spreadsheet that contain formulas, and the number of rows."""
    rows = [[cell for cell in row.iter(f"{TABLE}table-cell")
             for _ in range(min(int(cell.get(f"{TABLE}number-columns-repeated", 1)), len(COLUMNS)))]
            for row in ElementTree.parse(sheet).iter(f"{TABLE}table-row")]
    header = ["".join(cell.itertext()).strip() for cell in rows[0]]
    return {name for row in rows for name, cell in zip(header, row)
            if cell.get(f"{TABLE}formula")}, len(rows) - 1


def check_other_separators(exporter):
    """With the separator of another reader, every quoted cell is still one cell, and so no formula."""
    for word, other in itertools.product(SEPARATORS, SEPARATORS.values()):
        content = exporter.export("--separator", word, "--columns", "connection_name").decode()
        cells = [cell for record in csv.reader(io.StringIO(content, newline=""), delimiter=other, strict=True)
                 for cell in record]
        found = [cell for cell in cells if is_formula(cell)]
        require(not found, f"{word}, read with {other!r}: formulas {found[:3]}")


def check_libreoffice(exporter, office, folder):
    variants = {"guarded": [], "marked": ["--bom"], "plain": ["--no-formula-guard"]}
    for word, separator in SEPARATORS.items():
        for name, options in variants.items():
            (folder / f"{name}.csv").write_bytes(
                exporter.export("--separator", word, "--columns", ",".join(COLUMNS), *options))
        subprocess.run(
            [office, "--headless", f"-env:UserInstallation=file://{folder}/office",
             # It splits at all three by default; the last number is the encoding's of the file.
             f"--infilter=CSV:{ord(separator)}/{'/'.join(str(ord(other)) for other in SEPARATORS.values())},34,76,1",
             "--convert-to",
             "fods:OpenDocument Spreadsheet Flat XML", "--outdir", folder,
             *(folder / f"{name}.csv" for name in variants)],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)
        for name in variants:
            found, count = columns_with_formulas(folder / f"{name}.fods")
            require(count == len(ROWS), f"LibreOffice, {word}, {name}: {count} rows")
            expected = set(COLUMNS) if name == "plain" else set()  # without any, the check would prove nothing
            require(found == expected, f"LibreOffice, {word}, {name}: formulas in {sorted(found)}")


def main():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Tenant)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    tenant = {"domain": f"http://127.0.0.1:{server.server_port}", "organization": "org_1", "token": TOKEN}
    with tempfile.TemporaryDirectory() as folder:
        exporter = Exporter(sys.argv[1], tenant, folder)
        check_python(exporter)
        check_other_separators(exporter)
        office = shutil.which("soffice")
        if not office:
            print("LibreOffice is not installed")
            sys.exit(SKIPPED)
        check_libreoffice(exporter, office, Path(folder))


if __name__ == "__main__":
    main()
