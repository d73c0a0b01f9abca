#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Builds Heed and runs every test against the real parts: sh tests/run.sh [SUITE...]
#
# Installs what is missing with apt. Pictures of every window that the tests saw are left in build/tests/pictures.

set -eu
cd "$(dirname "$0")/.."

sh app/packages.sh build run display thunderbird test

if [ ! -x tests/node_modules/.bin/web-ext ]; then
    echo "Installing what the tests need from npm"
    npm install --prefix tests --no-package-lock --no-audit --no-fund --loglevel error
fi

if [ ! -f build/build.ninja ]; then
    meson setup build -Dwerror=true
fi
meson compile -C build

suites=""
for suite in "$@"; do
    suites="$suites --suite $suite"
done
status=0
# shellcheck disable=SC2086 # a list of words
meson test -C build --print-errorlogs $suites || status=$?

python3 tests/summary.py build/meson-logs/testlog.json
exit $status
