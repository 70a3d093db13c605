#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT
"""Installs the build into a temporary folder and checks that every expected file is there and no other, and that
the files agree with each other on names, ids and versions.

    installedfiles.py CMAKE BUILD_FOLDER APPLICATION_ID VERSION SOURCE_FOLDER
"""

import configparser
import gzip
import os
import struct
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ICON_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)


def install(cmake, build, prefix, *options):
    subprocess.run([cmake, "--install", build, "--prefix", prefix, *options], check=True,
                   stdout=subprocess.DEVNULL, env={**os.environ, "DESTDIR": ""})


def files_below(folder):
    return {path.relative_to(folder).as_posix() for path in Path(folder).rglob("*") if path.is_file()}


def expected_files(app):
    icons = {f"share/icons/hicolor/{size}x{size}/apps/{app}.png" for size in ICON_SIZES}
    return icons | {
        "bin/vestibule",
        "bin/vestibule-demo-tenant",
        f"share/applications/{app}.desktop",
        f"share/metainfo/{app}.metainfo.xml",
        f"share/mime/packages/{app}.xml",
        f"share/icons/hicolor/scalable/apps/{app}.svg",
        "share/man/man1/vestibule.1.gz",
        "share/man/man1/vestibule-demo-tenant.1.gz",
        "share/bash-completion/completions/vestibule",
        "share/zsh/site-functions/_vestibule",
        "share/fish/vendor_completions.d/vestibule.fish",
        "share/doc/vestibule/LICENSE",
        "share/doc/vestibule/LICENSE.lucide",
    }


DEBIAN_FILES = {
    "share/doc/vestibule/copyright",
    "share/doc/vestibule/changelog.Debian.gz",
    "share/lintian/overrides/vestibule",
    "share/zsh/vendor-completions/_vestibule",
}


def png_size(path):
    head = path.read_bytes()[:24]
    return struct.unpack(">II", head[16:24]) if head.startswith(b"\x89PNG\r\n\x1a\n") else None


def check_icons(prefix, app):
    for size in ICON_SIZES:
        found = png_size(prefix / f"share/icons/hicolor/{size}x{size}/apps/{app}.png")
        if found != (size, size):
            yield f"the icon of {size} pixels has the size {found}"


def check_desktop_file(prefix, app):
    entries = configparser.RawConfigParser()
    entries.optionxform = str
    entries.read(prefix / f"share/applications/{app}.desktop", encoding="utf-8")
    for section in entries.sections():
        program = entries[section]["Exec"].split()[0]
        if not os.access(prefix / "bin" / program, os.X_OK):
            yield f"the desktop file starts {program}, which is not installed"
    icon = entries["Desktop Entry"]["Icon"]
    if not (prefix / f"share/icons/hicolor/scalable/apps/{icon}.svg").is_file():
        yield f"the desktop file names the icon {icon}, which is not installed"


def check_file_type(prefix, app):
    types = ElementTree.parse(prefix / f"share/mime/packages/{app}.xml").getroot()
    name = types.find("{*}mime-type").get("type")
    desktop = (prefix / f"share/applications/{app}.desktop").read_text()
    if f"\nMimeType={name};\n" not in desktop:
        yield f"the desktop file does not open {name}"
    if f"<mediatype>{name}</mediatype>" not in (prefix / f"share/metainfo/{app}.metainfo.xml").read_text():
        yield f"the metainfo does not name {name}"


def check_metainfo(prefix, app, version):
    root = ElementTree.parse(prefix / f"share/metainfo/{app}.metainfo.xml").getroot()
    if root.findtext("id") != app:
        yield f"the metainfo has the id {root.findtext('id')}"
    launchable = root.findtext("launchable")
    if not (prefix / "share/applications" / launchable).is_file():
        yield f"the metainfo names {launchable}, which is not installed"
    for binary in root.iter("binary"):
        if not (prefix / "bin" / binary.text).is_file():
            yield f"the metainfo names the program {binary.text}, which is not installed"
    newest = root.find("releases/release").get("version")
    if newest != version:
        yield f"the metainfo's newest release is {newest}, not {version}"


def check_manuals(prefix):
    for program in ("vestibule", "vestibule-demo-tenant"):
        manual = gzip.decompress((prefix / f"share/man/man1/{program}.1.gz").read_bytes()).decode()
        if f".Dt {program.upper()} 1" not in manual:
            yield f"the manual of {program} has the title of another program"


def check_flatpak(source, app):
    manifest = source / f"packaging/flatpak/{app}.yml"
    if f"\nid: {app}\n" not in manifest.read_text():
        yield f"{manifest.name} has another id"


def check_debian(cmake, build, prefix, version):
    install(cmake, build, prefix, "--component", "debian_program")
    for file in sorted(files_below(prefix) ^ DEBIAN_FILES):
        yield f"installed for Debian but not listed, or the other way round: {file}"
    changelog = gzip.decompress((prefix / "share/doc/vestibule/changelog.Debian.gz").read_bytes())
    if not changelog.decode().startswith(f"vestibule ({version}-"):
        yield "the first entry of Debian's changelog has another version"


def main():
    cmake, build, app, version, source = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        prefix = Path(folder) / "everything"
        install(cmake, build, prefix)
        found, expected = files_below(prefix), expected_files(app)
        wrong = [f"not installed: {file}" for file in sorted(expected - found)]
        wrong += [f"installed, but not listed in installedfiles.py: {file}" for file in sorted(found - expected)]
        if not wrong:
            wrong += check_icons(prefix, app)
            wrong += check_desktop_file(prefix, app)
            wrong += check_file_type(prefix, app)
            wrong += check_metainfo(prefix, app, version)
            wrong += check_manuals(prefix)
        wrong += check_flatpak(Path(source), app)
        wrong += check_debian(cmake, build, Path(folder) / "debian", version)
    sys.exit("\n".join(wrong) or 0)


if __name__ == "__main__":
    main()
