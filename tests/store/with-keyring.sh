#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT

# with-keyring.sh FOLDER PROGRAM...: runs PROGRAM on a session bus of its own with an unlocked keyring in it.
# Everything lies in FOLDER, which is emptied before and after; a person's own keyring is out of reach.
# Ends with 77 and a reason when this system has no keyring to test with.
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
# A socket's path has at most 107 bytes; that of a build tree may be longer.
runtime=$(mktemp -d)
clean() {
    rm -rf "$folder" "$runtime"
}
trap clean EXIT
trap 'exit 143' TERM INT HUP

export HOME="$folder" XDG_DATA_HOME="$folder/data" XDG_CONFIG_HOME="$folder/config"
export XDG_CACHE_HOME="$folder/cache" XDG_RUNTIME_DIR="$runtime" TMPDIR="$runtime"
unset DBUS_SESSION_BUS_ADDRESS DISPLAY WAYLAND_DISPLAY GNOME_KEYRING_CONTROL

# The daemon stays in this session, so that it ends with it; the bus tells of every
# program that it starts, which is noise here.
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
