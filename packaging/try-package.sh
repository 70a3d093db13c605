#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Vestibule authors
# SPDX-License-Identifier: MIT

# Tries the packages and the tarball in build/packages, which package.sh makes, in a minimal system of this machine's
# Debian release: installs the packages with their dependencies alone, runs them as the user nobody, runs the tarball's
# programs, purges the packages, and looks for files that are left. Needs root and the mirror that apt uses.
set -eu
cd "$(dirname "$0")/.."

fail() {
    echo "try-package.sh: $1" >&2
    exit 1
}

[ "$(id -u)" -eq 0 ] || fail "please run as root"
ls build/packages/*.deb >/dev/null 2>&1 || fail "there is no package; please run packaging/package.sh"
./packaging/install-dependencies.sh debootstrap

# shellcheck source=/dev/null
release=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
# shellcheck disable=SC2016 # apt-get replaces the variables
sources=$(apt-get indextargets --format 'deb $(REPO_URI) $(RELEASE) $(COMPONENT)' \
    'Created-By: Packages' 'Origin: Debian' | grep -E " $release(-updates|-security)? main$" | sort -u)
mirror=$(echo "$sources" | sed -n "s/^deb \(.*\) $release main$/\1/p" | head -n 1)
[ -n "$mirror" ] || fail "apt knows no mirror of Debian's release '$release' here"

folder=$(mktemp -d)
root=$folder/root
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' INT TERM

in_root() {
    env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
        http_proxy="${http_proxy:-}" https_proxy="${https_proxy:-}" chroot "$root" "$@"
}
as_nobody() {
    env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/tmp/nobody LC_ALL=C.UTF-8 chroot --userspec=nobody:nogroup "$root" "$@"
}
quietly() {
    "$@" >"$folder/log" 2>&1 || { cat "$folder/log" >&2; fail "failed: $*"; }
}

echo "Making a minimal system of $release"
quietly debootstrap --variant=minbase "$release" "$root" "$mirror"
echo "$sources" >"$root/etc/apt/sources.list"
cp build/packages/*.deb "$root/tmp"
packages=$(for file in build/packages/*.deb; do dpkg-deb --field "$file" Package; done)
# shellcheck disable=SC2086 # a list of words is wanted
set -- $packages

echo "Installing: $*"
quietly in_root apt-get update
quietly in_root sh -c 'apt-get install --yes --no-install-recommends /tmp/*.deb'
in_root dpkg --listfiles "$@" | grep '^/.' | sort -u >"$folder/files"
for package in "$@"; do
    quietly in_root dpkg --verify "$package"
    [ ! -s "$folder/log" ] || fail "dpkg says that files of $package differ"
done

echo "Running as nobody"
as_nobody mkdir /tmp/nobody
as_nobody vestibule --version
as_nobody vestibule-demo-tenant --version
rows=$(as_nobody vestibule --demo --quiet --export - | tail -n +2 | wc -l)
[ "$rows" -eq 10 ] || fail "the demo export has $rows rows instead of 10"
echo "The demo export has $rows rows"
as_nobody vestibule --demo --screenshot /tmp/nobody/window.png
head -c 4 "$root/tmp/nobody/window.png" | grep -q PNG || fail "the picture of the window is no PNG"
cp "$root/tmp/nobody/window.png" build/packages-window.png
echo "The picture of the window is build/packages-window.png"

echo "Running the tarball's programs"
mkdir "$root/tmp/elsewhere"
tar --extract --gzip --strip-components=1 --directory "$root/tmp/elsewhere" --file build/packages/*.tar.gz
as_nobody /tmp/elsewhere/bin/vestibule --version
rows=$(as_nobody /tmp/elsewhere/bin/vestibule --demo --quiet --export - | tail -n +2 | wc -l)
[ "$rows" -eq 10 ] || fail "the demo export of the tarball has $rows rows instead of 10"

echo "Purging"
quietly in_root apt-get purge --yes --auto-remove "$@"
for package in "$@"; do
    ! in_root dpkg-query --show "$package" >/dev/null 2>&1 || fail "dpkg still knows $package"
done
left=""
while read -r file; do
    if [ -e "$root$file" ] && ! in_root dpkg-query --search "$file" >/dev/null 2>&1; then
        left="$left $file"
    fi
done <"$folder/files"
left="$left$(find "$root" -xdev -path "$root/tmp" -prune -o -iname '*vestibule*' -printf ' /%P')"
[ -z "$left" ] || fail "left behind:$left"
echo "Nothing is left"
