#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT

# Installs what is missing, builds the release preset, and makes the Debian packages and the tarball in
# build/packages. Checks them with lintian, if it is installed.
set -eu
cd "$(dirname "$0")/.."
folder=build/packages

./packaging/install-dependencies.sh dpkg-dev file
cmake --preset release -DBUILD_TESTING=OFF >/dev/null
cmake --build --preset release
rm -rf "$folder"
if ! log=$(cpack --config build/release/CPackConfig.cmake -G "DEB;TGZ" -B "$folder" 2>&1); then
    echo "$log" >&2
    exit 1
fi
rm -rf "$folder/_CPack_Packages"

if command -v lintian >/dev/null 2>&1; then
    as_root=""
    [ "$(id -u)" -ne 0 ] || as_root=--allow-root
    lintian $as_root --fail-on error,warning "$folder"/*.deb
fi
for package in "$folder"/*; do
    echo "$package"
done
