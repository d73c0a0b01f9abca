#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Fetches the archives that the manifest names and that Debian ships byte for byte, as Debian's source packages:
# sh sources.sh FOLDER
#
# FOLDER is then what flatpak-builder takes as --extra-sources; flatpak-builder compares the checksums.

set -eu

folder=$1
mirror=${HEED_DEBIAN_MIRROR:-http://deb.debian.org/debian}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

apt()
{
    apt-get -qq -o Dir::Etc::sourcelist="$work/sources.list" -o Dir::Etc::sourceparts=/dev/null \
        -o Dir::State::lists="$work/lists" -o Dir::Cache="$work/cache" "$@"
}

keep() # ARCHIVE NAME-IN-THE-MANIFEST
{
    sum=$(sha256sum "$work/$1" | cut -d' ' -f1)
    mkdir -p "$folder/downloads/$sum"
    cp "$work/$1" "$folder/downloads/$sum/$2"
}

[ ! -e "$folder/complete" ] || exit 0
echo "deb-src $mirror bookworm main" >"$work/sources.list"
mkdir -p "$work/lists/partial" "$work/cache/archives/partial"
apt update
(cd "$work" && apt source --download-only json-c libsodium)
keep json-c_0.16.orig.tar.gz json-c-0.16-20220414.tar.gz
keep libsodium_1.0.18.orig.tar.gz 1.0.18.tar.gz
touch "$folder/complete"
