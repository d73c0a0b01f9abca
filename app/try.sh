#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Shows Heed at work, in a private place: sh app/try.sh [--thunderbird]
#
# Without a word: somebody who knows army.mil writes to army.ml; the window, then the verdict.
# --thunderbird: a real Thunderbird with a throwaway profile, the add-on and a mail server on loopback.
#
# Installs what is missing and builds. Uses a session bus, a history and a policy of its own, in a folder that is
# deleted at the end. Without a display it uses a virtual one, saves a picture and answers "Don’t send" itself.

set -eu
cd "$(dirname "$0")/.."

sets="build run"
case "${1:-}" in
    "") ;;
    --thunderbird) sets="$sets thunderbird" ;;
    --help) sed -n '5,11s/^# \{0,1\}//p' app/try.sh; exit 0 ;;
    *) echo "try.sh: there is no “$1”; “sh app/try.sh --help” says what there is." >&2; exit 2 ;;
esac
if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    sets="$sets display"
fi

# shellcheck disable=SC2086 # a list of words
sh app/packages.sh $sets

if [ ! -f build/build.ninja ]; then
    meson setup build >/dev/null
fi
[ -x build/app/ui/heed ] || echo "Building Heed. This takes a minute or two."
meson compile -C build >build/compile.log || { cat build/compile.log; exit 1; }
exec /usr/bin/python3 -B tests/clients/trial.py build "$@"
