#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT

# Installs what is missing, builds, and opens Vestibule on its built-in demo tenant. Options are passed to the
# program: ./packaging/run.sh --domain acme.eu.auth0.com
set -eu
project=$(cd "$(dirname "$0")/.." && pwd)

# In a subshell: relative paths among the options are relative to the folder where the script was started.
(
    cd "$project"
    ./packaging/install-dependencies.sh
    cmake --preset release -DBUILD_TESTING=OFF >/dev/null
    cmake --build --preset release --target vestibule vestibule-demo-tenant
)

vestibule=$project/build/release/bin/vestibule
if [ $# -gt 0 ]; then
    exec "$vestibule" "$@"
fi
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname)" != Linux ]; then
    exec "$vestibule" --demo
fi

echo "There is no display, so no window can be opened. Here is the same without one:"
"$vestibule" --demo --export "$project/build/demo-connections.csv"
"$vestibule" --demo --screenshot "$project/build/demo-window.png"
echo "The connections are in build/demo-connections.csv, a picture of the window is build/demo-window.png."
