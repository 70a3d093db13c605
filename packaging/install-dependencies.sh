#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT

# Installs the packages that building and running Vestibule needs on Debian 12 or newer, with --tests those of its tests
# as well, and those given as further arguments. Asks no questions, and does nothing when all of them are installed.
set -eu

tests=""
if [ "${1:-}" = --tests ]; then
    shift
    tests="gnome-keyring dbus-daemon desktop-file-utils appstream python3 python3-h2 miller"
fi

packages="
    g++ cmake ninja-build pkg-config
    qt6-base-dev qt6-base-dev-tools qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
    libqt6sql6-sqlite qt6-svg-dev libgl-dev libssl-dev nlohmann-json3-dev
    qtkeychain-qt6-dev libsecret-1-0
    qt6-translations-l10n fonts-dejavu-core
    $tests
    $*
"

missing=""
for package in $packages; do
    if ! dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed; then
        missing="$missing $package"
    fi
done
[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null 2>&1; then
    echo "install-dependencies.sh: this system has no apt-get; please install:$missing" >&2
    exit 1
fi
as_root=""
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null 2>&1; then
        echo "install-dependencies.sh: please run as root: apt-get install$missing" >&2
        exit 1
    fi
    as_root=sudo
fi

echo "Installing:$missing"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# Set here, because sudo drops exported variables; a question of debconf would wait for an answer, invisibly.
as_root="$as_root env DEBIAN_FRONTEND=noninteractive"
# shellcheck disable=SC2086 # lists of words are wanted
if ! { $as_root apt-get update -qq && $as_root apt-get install -y -qq --no-install-recommends $missing; } >"$log" 2>&1; then
    cat "$log" >&2
    echo "install-dependencies.sh: apt-get could not install what is missing" >&2
    exit 1
fi
