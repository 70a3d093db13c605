#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT

# Installs what is missing, builds, and opens Vestibule on its built-in demo tenant. Options are passed
# on to the program: ./packaging/run.sh --domain acme.eu.auth0.com
set -eu
cd "$(dirname "$0")/.."

./packaging/install-dependencies.sh
cmake --preset release -DBUILD_TESTING=OFF >/dev/null
cmake --build --preset release --target vestibule vestibule-demo-tenant

vestibule=build/release/bin/vestibule
[ $# -gt 0 ] || set -- --demo
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname)" != Linux ]; then
    exec "$vestibule" "$@"
fi

case " $* " in
*" --export"* | *" --screenshot"* | *" --help "* | *" --version "*) exec "$vestibule" "$@" ;;
esac
echo "There is no display, so no window can be opened. Here is the same without one:"
"$vestibule" "$@" --export build/demo-connections.csv
"$vestibule" "$@" --screenshot build/demo-window.png
echo "The connections are in build/demo-connections.csv, a picture of the window is build/demo-window.png."
