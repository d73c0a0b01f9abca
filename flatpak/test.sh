#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Builds the Flatpak, installs it and tests it in its real sandbox: sh flatpak/test.sh [SUITE]
#
# The runtime is a stand-in made of the packages of a Debian SUITE (bookworm), so that nothing from outside of Debian
# is needed. All is done in a folder of its own, as an unprivileged user: root becomes "games", whom every Debian
# knows. Not below /var/cache or /var/tmp, which a sandbox has of its own. The runtime, the archives and
# flatpak-builder's cache are kept there for the next run.

set -eu
cd "$(dirname "$0")/.."
suite=${1:-bookworm}
begin=${HEED_FLATPAK_BEGIN:-$(date +%s)}
account=games
app=io.github.heedmail.Heed

[ -n "${HEED_FLATPAK_INSIDE:-}" ] || sh app/packages.sh build run display thunderbird flatpak

as_account() # PHASE
{
    setpriv --reuid="$account" --regid="$account" --clear-groups --inh-caps=-all --bounding-set=-all -- \
        env -i PATH=/usr/bin:/bin:/usr/sbin:/sbin LANG=C.UTF-8 HEED_FLATPAK_INSIDE="$place" HEED_FLATPAK_BEGIN="$begin" \
        HEED_FLATPAK_PHASE="$1" HEED_DEBIAN_MIRROR="${HEED_DEBIAN_MIRROR:-http://deb.debian.org/debian}" \
        sh "$place/source/flatpak/test.sh" "$suite"
}

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
    # What only an administrator can have made: a policy, dropped into the system's installation or installed there.
    rm -rf "$place/system" "$place/managed-system" "$place/signed-system" "$place/source"
    for installation in system managed-system signed-system; do
        mkdir "$place/$installation"
        ostree init --repo="$place/$installation/repo" --mode=bare-user-only
    done
    policy=$place/managed-system/extension/$app.Policy/$(flatpak --default-arch)/stable/policy.d
    install -d "$policy"
    install -m 644 flatpak/policy-example/10-example.json "$policy"
    install -d -o "$account" -g "$account" -m 700 "$place/source"
    tar --exclude=./build* --exclude=./.git --exclude=__pycache__ -cf - . | tar -C "$place/source" --no-same-owner -xf -
    chown -R "$account:$account" "$place/source"
    as_account build
    if [ "$suite" = bookworm ]; then
        FLATPAK_SYSTEM_DIR=$place/signed-system FLATPAK_CONFIG_DIR=$place/signed-system/etc \
            FLATPAK_SYSTEM_HELPER_ON_SESSION=1 HOME=$place/signed-system \
            sh flatpak/tests/install-policy.sh "$place/work/policies" "$place/work/key.gpg"
    fi
    as_account check
    exit
fi

place=${HEED_FLATPAK_INSIDE:-${XDG_CACHE_HOME:-$HOME/.cache}/heed-flatpak}
work=$place/work
source=$PWD
mkdir -p "$work/tmp"
if ! bwrap --unshare-all --ro-bind / / true 2>"$work/bwrap.log"; then
    echo "skipped: bubblewrap cannot make a sandbox on this machine: $(cat "$work/bwrap.log")"
    exit 77
fi

export TMPDIR="$work/tmp" HOME="$work/home" XDG_RUNTIME_DIR="$place/run" GNUPGHOME="$work/gnupg"
export FLATPAK_USER_DIR="$work/$suite/installation" FLATPAK_SYSTEM_DIR="$place/system" FLATPAK_CONFIG_DIR="$work/etc"
# flatpak's own variable for its tests: without a system bus it could not ask for parental controls.
export FLATPAK_SYSTEM_HELPER_ON_SESSION=1
unset DBUS_SESSION_BUS_ADDRESS DISPLAY WAYLAND_DISPLAY XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME XDG_STATE_HOME
mkdir -p "$HOME" "$FLATPAK_USER_DIR" "$FLATPAK_CONFIG_DIR" "$XDG_RUNTIME_DIR" "$work/results"
chmod 700 "$XDG_RUNTIME_DIR"
if [ ! -d "$FLATPAK_SYSTEM_DIR/repo" ]; then
    mkdir -p "$FLATPAK_SYSTEM_DIR"
    ostree init --repo="$FLATPAK_SYSTEM_DIR/repo" --mode=bare-user-only
fi
# The number of the version before, to be upgraded from, which is the same program otherwise: there is no older one.
before=0.0.9
version=$(sed -n "s/^  version: '\(.*\)',$/\1/p" "$source/meson.build")
export HEED_FLATPAK_VERSIONS="$before $version"

say() # WHAT
{
    echo "$1, $(($(date +%s) - begin)) s after the start"
}

# A runtime is kept for as long as its recipe is the same, and a month at most, since Debian mends its packages.
make_runtime()
{
    recipe="$(sha256sum <"$source/flatpak/standin/runtime.sh" | cut -c1-16) $(date +%Y-%m)"
    if [ "$(cat "$work/$suite/recipe" 2>/dev/null)" != "$recipe" ]; then
        sh "$source/flatpak/standin/runtime.sh" "$suite" org.gnome.Platform org.gnome.Sdk 50
        echo "$recipe" >"$work/$suite/recipe"
    fi
    say "the runtime is there"
}

build() # REPOSITORY STATE FOLDER MANIFEST [OPTION...]
{
    repository=$1 state=$2 folder=$3 manifest=$4
    shift 4
    flatpak-builder --user --force-clean --disable-rofiles-fuse --extra-sources="$work/seed" --default-branch=stable \
        --state-dir="$state" --repo="$repository" "$@" "$folder" "$manifest" >"$folder.log" 2>&1 ||
        { tail -40 "$folder.log"; return 1; }
}

make_manifest() # SOURCE OUTPUT
{
    /usr/bin/python3 "$source/flatpak/standin/manifest.py" "$source/flatpak/$app.yaml" "$work/seed" "$1" "$2"
}

# The ccache is for these builds only: the one that they are compared with has none.
build_app()
{
    rm -rf "$work/repository" "$work/before"
    make_manifest "$source" "$work/manifest.json"
    if [ "$suite" = bookworm ]; then
        cp -r "$source" "$work/before"
        sed -i "s/^  version: '$version',$/  version: '$before',/" "$work/before/meson.build"
        make_manifest "$work/before" "$work/before.json" >/dev/null
        build "$work/repository" "$work/$suite/state" "$work/build-before" "$work/before.json" --ccache
        say "the version before is built"
    fi
    build "$work/repository" "$work/$suite/state" "$work/build" "$work/manifest.json" --ccache
    # What a run left that was ended.
    rm -rf "$FLATPAK_USER_DIR/extension"
    flatpak --user uninstall --noninteractive "$app" >/dev/null 2>&1 || true
    flatpak --user remote-add --if-not-exists --no-gpg-verify heed "$work/repository"
    flatpak --user install --noninteractive heed "$app" >/dev/null
    say "the app is built and installed"
}

# As IT would: a key, and a repository with nothing in it but the policy.
build_policy()
{
    rm -rf "$GNUPGHOME" "$work/policies" "$work/key.gpg"
    mkdir -m 700 "$GNUPGHOME"
    gpg --quiet --batch --passphrase '' --quick-generate-key 'IT <it@army.mil>' ed25519 sign never 2>"$work/gpg.log"
    key=$(gpg --list-keys --with-colons 2>>"$work/gpg.log" | sed -n 's/^fpr:*\([0-9A-F]*\):$/\1/p')
    gpg --export "$key" >"$work/key.gpg"
    build "$work/policies" "$work/$suite/state" "$work/build-policy" "$source/flatpak/policy-example/$app.Policy.yaml" \
        --gpg-sign="$key" --gpg-homedir="$GNUPGHOME"
    gpgconf --kill all
    say "the policy is built and signed"
}

# From nothing once more, to compare. Not while the tests run, which end every sandbox of this name.
compare_builds()
{
    rm -rf "$work/again" "$work/again.state"
    build "$work/again" "$work/again.state" "$work/build-again" "$work/manifest.json" || return 1
    say "the second build is done"
    for repository in repository again; do
        ostree ls --repo="$work/$repository" -C -R "app/$app/$(flatpak --default-arch)/stable" \
            >"$work/results/$repository.tree"
    done
    if ! cmp "$work/results/repository.tree" "$work/results/again.tree"; then
        diff "$work/results/repository.tree" "$work/results/again.tree" | head -20
        return 1
    fi
    echo "two builds from nothing: the same $(wc -l <"$work/results/again.tree") files and folders"
}

if [ "${HEED_FLATPAK_PHASE:-build}" = build ]; then
    rm -rf "$work/results/"*
    make_runtime
    sh flatpak/standin/sources.sh "$work/seed"
    # Where nothing of the sources lies about: flatpak-builder takes the folder for its own.
    cd "$work"
    build_app
    [ "$suite" != bookworm ] || build_policy
fi
if [ "${HEED_FLATPAK_PHASE:-check}" = check ]; then
    cd "$work"
    status=0
    /usr/bin/python3 "$source/flatpak/tests/run.py" "$work" "$suite" || status=$?
    say "the tests are done"
    [ "$suite" != bookworm ] || compare_builds || status=1
    exit "$status"
fi
