#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Builds the Flatpak, installs it and tests it in its real sandbox: sh flatpak/test.sh [SUITE]
#
# The runtime is a stand-in made of the packages of a Debian SUITE (bookworm), so that nothing from outside of Debian
# is needed. All is done in a folder of its own, as an unprivileged user: root becomes "games", whom every Debian
# knows. Not below /var/cache or /var/tmp, which a sandbox has of its own. The runtime, the archives and flatpak-builder's cache are kept there for the next run.

set -eu
cd "$(dirname "$0")/.."
suite=${1:-bookworm}
begin=$(date +%s)
account=games

[ -n "${HEED_FLATPAK_INSIDE:-}" ] || sh app/packages.sh build run display thunderbird flatpak

if [ "$(id -u)" -eq 0 ]; then
    place=${HEED_FLATPAK_PLACE:-/var/lib/heed-flatpak}
    mkdir -p "$place"
    if [ "$(stat -c %u "$place")" -ne 0 ]; then
        echo "$place belongs to somebody else; set HEED_FLATPAK_PLACE to another folder."
        exit 1
    fi
    chmod 755 "$place"
    for folder in work source run; do
        install -d -o "$account" -g "$account" -m 700 "$place/$folder"
    done
    # What only an administrator can have made: a policy, dropped into the system's installation.
    rm -rf "$place/system" "$place/managed-system" "$place/source"
    for installation in system managed-system; do
        mkdir "$place/$installation"
        ostree init --repo="$place/$installation/repo" --mode=bare-user-only
    done
    policy=$place/managed-system/extension/io.github.heedmail.Heed.Policy/$(flatpak --default-arch)/stable/policy.d
    install -d "$policy"
    install -m 644 flatpak/policy-example/10-example.json "$policy"
    install -d -o "$account" -g "$account" -m 700 "$place/source"
    tar --exclude=./build* --exclude=./.git --exclude=__pycache__ -cf - . | tar -C "$place/source" --no-same-owner -xf -
    chown -R "$account:$account" "$place/source"
    exec setpriv --reuid="$account" --regid="$account" --clear-groups --inh-caps=-all --bounding-set=-all -- \
        env -i PATH=/usr/bin:/bin:/usr/sbin:/sbin LANG=C.UTF-8 HEED_FLATPAK_INSIDE="$place" \
        HEED_DEBIAN_MIRROR="${HEED_DEBIAN_MIRROR:-http://deb.debian.org/debian}" sh "$place/source/flatpak/test.sh" "$suite"
fi

place=${HEED_FLATPAK_INSIDE:-${XDG_CACHE_HOME:-$HOME/.cache}/heed-flatpak}
work=$place/work
source=$PWD
mkdir -p "$work/tmp"
if ! bwrap --unshare-all --ro-bind / / true 2>"$work/bwrap.log"; then
    echo "skipped: bubblewrap cannot make a sandbox on this machine: $(cat "$work/bwrap.log")"
    exit 77
fi

export TMPDIR="$work/tmp" HOME="$work/home" XDG_RUNTIME_DIR="$place/run"
export FLATPAK_USER_DIR="$work/$suite/installation" FLATPAK_SYSTEM_DIR="$place/system" FLATPAK_CONFIG_DIR="$work/etc"
# flatpak's own variable for its tests: without a system bus it could not ask for parental controls.
export FLATPAK_SYSTEM_HELPER_ON_SESSION=1
unset DBUS_SESSION_BUS_ADDRESS DISPLAY WAYLAND_DISPLAY XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME XDG_STATE_HOME
mkdir -p "$HOME" "$FLATPAK_USER_DIR" "$FLATPAK_CONFIG_DIR" "$XDG_RUNTIME_DIR" "$work/results"
chmod 700 "$XDG_RUNTIME_DIR"
rm -rf "$work/results/"*
if [ ! -d "$FLATPAK_SYSTEM_DIR/repo" ]; then
    mkdir -p "$FLATPAK_SYSTEM_DIR"
    ostree init --repo="$FLATPAK_SYSTEM_DIR/repo" --mode=bare-user-only
fi

say() # WHAT
{
    echo "$1, $(($(date +%s) - begin)) s after the start"
}

# A runtime is kept for as long as its recipe is the same, and a month at most, since Debian mends its packages.
recipe="$(sha256sum <flatpak/standin/runtime.sh | cut -c1-16) $(date +%Y-%m)"
if [ "$(cat "$work/$suite/recipe" 2>/dev/null)" != "$recipe" ]; then
    sh flatpak/standin/runtime.sh "$suite" org.gnome.Platform org.gnome.Sdk 50
    echo "$recipe" >"$work/$suite/recipe"
fi

say "the runtime is there"
sh flatpak/standin/sources.sh "$work/seed"
cd "$work"
/usr/bin/python3 "$source/flatpak/standin/manifest.py" "$source/flatpak/io.github.heedmail.Heed.yaml" "$work/seed" \
    "$source" "$work/manifest.json"

build() # REPOSITORY STATE FOLDER
{
    flatpak-builder --user --force-clean --disable-rofiles-fuse --extra-sources="$work/seed" --default-branch=stable \
        --state-dir="$2" --repo="$1" "$3" "$work/manifest.json" >"$3.log" 2>&1 || { tail -40 "$3.log"; return 1; }
}

rm -rf "$work/repository" "$work/again" "$work/again.state"
build "$work/repository" "$work/$suite/state" "$work/build"
say "the app is built"
status=0
/usr/bin/python3 "$source/flatpak/tests/run.py" "$work" "$suite" || status=$?
if [ "$suite" = bookworm ]; then
    say "the tests are done"
    # From nothing once more, to compare. Not meanwhile: the tests end every sandbox of this name.
    build "$work/again" "$work/again.state" "$work/build-again"
    say "the second build is done"
    reference=app/io.github.heedmail.Heed/$(flatpak --default-arch)/stable
    for repository in repository again; do
        ostree ls --repo="$work/$repository" -C -R "$reference" >"$work/results/$repository.tree"
    done
    if cmp "$work/results/repository.tree" "$work/results/again.tree"; then
        echo "two builds from nothing: the same $(wc -l <"$work/results/again.tree") files and folders"
    else
        diff "$work/results/repository.tree" "$work/results/again.tree" | head -20
        status=1
    fi
fi
exit "$status"
