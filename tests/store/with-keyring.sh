#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT

# with-keyring.sh FOLDER PROGRAM...: runs PROGRAM on a new session bus with an unlocked keyring.
# All its files are in FOLDER, which is deleted before and after, so the user's own keyring is never touched.
# Exits with 77 and a reason if this system has no keyring to test with.
set -eu
folder=$1
shift

for program in dbus-run-session gnome-keyring-daemon; do
    if ! command -v "$program" >/dev/null 2>&1; then
        echo "skipped: this system has no $program"
        exit 77
    fi
done

rm -rf "$folder"
mkdir -p "$folder/data" "$folder/config" "$folder/cache"
# The path of a socket has at most 107 bytes; one in the build tree could be longer.
runtime=$(mktemp -d)
clean() {
    rm -rf "$folder" "$runtime"
}
trap clean EXIT
trap 'exit 143' TERM INT HUP

export HOME="$folder" XDG_DATA_HOME="$folder/data" XDG_CONFIG_HOME="$folder/config"
export XDG_CACHE_HOME="$folder/cache" XDG_RUNTIME_DIR="$runtime" TMPDIR="$runtime"
unset DBUS_SESSION_BUS_ADDRESS DISPLAY WAYLAND_DISPLAY GNOME_KEYRING_CONTROL

# The daemon stays in the foreground, so that it ends with this session. The bus reports every program that it starts,
# which is not needed here.
# shellcheck disable=SC2016 # the inner shell expands it
timeout 100 dbus-run-session -- sh -c '
    exec 2>&1
    printf "%s" "not a secret" | gnome-keyring-daemon --foreground --unlock --components=secrets >"$HOME/daemon.log" 2>&1 &
    daemon=$!
    tries=0
    until dbus-send --session --print-reply --dest=org.freedesktop.DBus / \
        org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets 2>/dev/null | grep -q "boolean true"; do
        tries=$((tries + 1))
        if [ "$tries" -gt 100 ]; then
            cat "$HOME/daemon.log"
            echo "the keyring did not start"
            exit 1
        fi
        sleep 0.1
    done
    result=0
    "$@" || result=$?
    kill "$daemon" 2>/dev/null || true
    exit "$result"
' sh "$@" 2>"$folder/bus.log"
