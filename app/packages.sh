#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Makes sure that what Heed needs on this machine is here: sh app/packages.sh SET...
#
#   build        compiler, build tools and libraries
#   run          what a desktop has anyway: session bus, accessibility bus, icons, fonts
#   display      an X server without a screen, for a machine that has none
#   thunderbird  the real mail program
#   flatpak      what builds and runs the Flatpak
#   test         what only the tests use
#   peers        what only tests/bench/peers.sh uses

set -eu

build="gcc meson ninja-build pkg-config gettext libgtk-4-dev libgtk-4-bin libadwaita-1-dev libglib2.0-dev
  libglib2.0-bin libgmime-3.0-dev libicu-dev libjson-c-dev libpsl-dev libsecret-1-dev
  libsodium-dev libsqlite3-dev"
run="dbus at-spi2-core adwaita-icon-theme fonts-cantarell fonts-dejavu-core iso-codes librsvg2-common
  python3 python3-gi python3-pyatspi"
display="xvfb xauth x11-utils imagemagick"
thunderbird="thunderbird"
flatpak="ansible-core appstream appstream-util bubblewrap ca-certificates dbus elfutils flatpak flatpak-builder gpg
  gpg-agent gnome-keyring libglib2.0-bin libsecret-tools mmdebstrap ostree procps util-linux xdg-desktop-portal xdotool"
test="appstream clang clang-format debhelper desktop-file-utils dpkg-dev evolution-data-server fish
  gnome-keyring libclang-rt-14-dev libxml2-utils lintian mandoc openbox procps python3-jsonschema python3-xlib
  systemd util-linux weston xclip xdotool zsh"
peers="dnstwist"
# Node.js often comes from elsewhere, under a package name of its own.
command -v npm >/dev/null || test="$test nodejs npm"
# Debian 13 and later have rapidfuzz; before, this is the fastest that they have.
if apt-cache show python3-rapidfuzz >/dev/null 2>&1; then
    peers="$peers python3-rapidfuzz"
else
    peers="$peers python3-levenshtein"
fi

wanted=""
for set in "$@"; do
    eval "wanted=\"\$wanted \$$set\""
done

if ! command -v dpkg-query >/dev/null; then
    echo "This system has no Debian packages. Heed needs what these Debian packages hold; please install them"
    echo "under the names that your system uses, then run this again:"
    echo "$wanted" | tr -s ' \n' '\n\n' | sed '/^$/d; s/^/    /'
    echo "To go on as things are, set HEED_SKIP_PACKAGES=1."
    [ -n "${HEED_SKIP_PACKAGES:-}" ]
    exit
fi

missing=""
for package in $wanted; do
    state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$state" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

as_root=""
if [ "$(id -u)" -ne 0 ]; then
    echo "These packages are missing:$missing"
    if ! command -v sudo >/dev/null; then
        echo "Please install them as root, then run this again:"
        echo "    apt-get install --no-install-recommends$missing"
        exit 1
    fi
    echo "Installing them needs root rights."
    as_root=sudo
fi
echo "Installing:$missing"
$as_root apt-get update -qq
# shellcheck disable=SC2086 # a list of words
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
