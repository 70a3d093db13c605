#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT

# Installs a tool for one of the slow proofs unless it is there: tests/proofs/install.sh PACKAGE
# The package must contain a program of the same name.
set -eu

if command -v "$1" >/dev/null 2>&1; then
    exit 0
fi
if ! command -v apt-get >/dev/null 2>&1; then
    echo "install.sh: this system has no apt-get; please install: $1" >&2
    exit 1
fi
as_root=""
[ "$(id -u)" -eq 0 ] || as_root=sudo
echo "Installing: $1"
# Set here, because sudo drops exported variables; a question of debconf would wait for an answer, invisibly.
as_root="$as_root env DEBIAN_FRONTEND=noninteractive"
$as_root apt-get update -qq
$as_root apt-get install -y -qq --no-install-recommends "$1" >/dev/null
