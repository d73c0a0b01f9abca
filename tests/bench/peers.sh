#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Compares heedctl with other programs that find misspelled domains: sh tests/bench/peers.sh [BUILD]
#
# Installs them first, from Debian and, into BUILD/peers, from npm. They are no part of Heed and of its tests.

set -eu
cd "$(dirname "$0")/../.."
build=${1:-build}

sh app/packages.sh build test peers
[ -f "$build/build.ninja" ] || meson setup "$build" >/dev/null
meson compile -C "$build" heedctl >/dev/null
npm install --silent --no-audit --no-fund --prefix "$build/peers" mailcheck@1.1.1 fastest-levenshtein@1.0.16
cp tests/bench/*.mjs "$build/peers"
exec /usr/bin/python3 tests/bench/bench_peers.py "$build"
