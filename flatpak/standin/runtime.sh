#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Makes a stand-in for org.gnome.Platform and org.gnome.Sdk out of a Debian suite and installs both for the user:
# sh runtime.sh SUITE ID-OF-PLATFORM ID-OF-SDK BRANCH
#
# Debian's packages are unpacked, never configured: no root rights, no chroot. What their scripts would have made
# (caches, locale) is made here in a sandbox. Needs FLATPAK_USER_DIR; the repository is made beside it.

set -eu

suite=$1 platform=$2 sdk=$3 branch=$4
mirror=${HEED_DEBIAN_MIRROR:-http://deb.debian.org/debian}
repository=$(dirname "$FLATPAK_USER_DIR")/runtime
arch=$(flatpak --default-arch)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

platform_packages="base-files bash coreutils sed grep findutils gzip tar mawk libc-bin ca-certificates tzdata util-linux
  libgtk-4-1 libadwaita-1-0 libsecret-1-0 libsqlite3-0 libpsl5 libidn2-0 libgmime-3.0-0 libglib2.0-bin
  adwaita-icon-theme hicolor-icon-theme fonts-cantarell fonts-dejavu-core shared-mime-info fontconfig
  librsvg2-common iso-codes procps"
sdk_packages="gcc ccache libc6-dev binutils make pkg-config meson ninja-build cmake autoconf automake libtool gettext
  desktop-file-utils appstream appstream-util python3 patch diffutils xz-utils bzip2 file gtk-update-icon-cache
  libgtk-4-dev libgtk-4-bin libadwaita-1-dev libsecret-1-dev libpsl-dev libidn2-dev libicu-dev libsqlite3-dev libgmime-3.0-dev"

# What a program with a window never needs, and is large.
useless="share/doc share/man share/info share/lintian share/bug share/gtk-doc share/locale
  lib/systemd lib/udev lib/*-linux-gnu/dri lib/*-linux-gnu/libLLVM* lib/*-linux-gnu/gallium*
  lib/*-linux-gnu/libgallium* lib/*-linux-gnu/libvulkan_* lib/python3/dist-packages/mesonbuild/__pycache__"

unpack() # FOLDER PACKAGE...
{
    folder=$1
    shift
    mmdebstrap --quiet --mode=chrootless --variant=extract --include="$(echo "$@" | tr -s ' \n' ',')" \
        "$suite" "$folder" "$mirror" >"$folder.log" 2>&1 || { cat "$folder.log"; return 1; }
    # Older suites still have packages with files in /bin and /lib.
    for name in bin sbin lib lib64; do
        if [ -d "$folder/$name" ] && [ ! -L "$folder/$name" ]; then
            cp -al "$folder/$name/." "$folder/usr/$name/"
        fi
    done
    for name in $useless; do
        # shellcheck disable=SC2086 # a pattern
        rm -rf "$folder/usr/"$name
    done
}

# Runs the commands on standard input with the folder as /usr.
inside() # FOLDER
{
    bwrap --unshare-all --bind "$1" /usr --symlink usr/bin /bin --symlink usr/sbin /sbin --symlink usr/lib /lib \
        --symlink usr/lib64 /lib64 --ro-bind "$1/etc" /etc --proc /proc --dev /dev --tmpfs /tmp \
        --setenv PATH /usr/bin:/usr/sbin -- /usr/bin/bash -eu -s
}

finish() # FOLDER
{
    files=$1
    ln -sfn bash "$files/bin/sh"
    [ -e "$files/bin/awk" ] || ln -s mawk "$files/bin/awk"
    # Debian's alternatives.
    [ ! -e "$files/bin/gcc" ] || ln -sfn gcc "$files/bin/cc"
    for program in "$files"/bin/automake-* "$files"/bin/aclocal-*; do
        [ ! -e "$program" ] || ln -sfn "${program##*/}" "${program%-*}"
    done
    [ -e "$files/bin/ldconfig" ] || ln -s ../sbin/ldconfig "$files/bin/ldconfig"
    mkdir -p "$files/etc/ssl/certs" "$files/share/runtime/locale" "$files/lib/$arch-linux-gnu/GL"
    cp /etc/ssl/certs/ca-certificates.crt "$files/etc/ssl/certs/"
    cp -r "$files/lib/locale/C.utf8" "$files/lib/locale/en_US.utf8"
    printf 'passwd: files\ngroup: files\nhosts: files dns\n' >"$files/etc/nsswitch.conf"
    # Empty, so that flatpak writes its own, with /app/lib.
    : >"$files/etc/ld.so.conf"
    rm -f "$files/etc/passwd" "$files/etc/group" "$files/etc/resolv.conf" "$files/etc/hosts" "$files/etc/localtime" \
        "$files/etc/machine-id"
    chmod -R u+rwX,go+rX,go-w "$files"
    inside "$files" <<-'CACHES'
		libraries=/usr/lib/$(uname -m)-linux-gnu
		$libraries/glib-2.0/glib-compile-schemas /usr/share/glib-2.0/schemas
		mkdir -p $libraries/gio/modules
		$libraries/glib-2.0/gio-querymodules $libraries/gio/modules
		if [ -x $libraries/gdk-pixbuf-2.0/gdk-pixbuf-query-loaders ]; then
		    $libraries/gdk-pixbuf-2.0/gdk-pixbuf-query-loaders --update-cache
		fi
		update-mime-database /usr/share/mime
	CACHES
}

commit() # KIND ID
{
    kind=$1 id=$2
    mkdir "$work/$kind"
    mv "$work/$kind.root/usr" "$work/$kind/files"
    mv "$work/$kind.root/etc" "$work/$kind/files/etc"
    rm -rf "$work/$kind.root"
    finish "$work/$kind/files"
    cat >"$work/$kind/metadata" <<-METADATA
		[Runtime]
		name=$id
		runtime=$platform/$arch/$branch
		sdk=$sdk/$arch/$branch

		[Environment]
		XDG_DATA_DIRS=/app/share:/usr/share:/usr/share/runtime/share:/run/host/user-share:/run/host/share
	METADATA
    flatpak build-export --runtime --files=files --disable-sandbox --no-update-summary --disable-fsync --arch="$arch" \
        "$repository" "$work/$kind" "$branch" >/dev/null
    echo "stand-in for $id from Debian $suite: $(du -sm "$work/$kind/files" | cut -f1) MB"
    rm -rf "${work:?}/$kind"
}

rm -rf "$repository"
ostree init --repo="$repository" --mode=bare-user-only
# shellcheck disable=SC2086 # lists of words
unpack "$work/platform.root" $platform_packages &
other=$!
# shellcheck disable=SC2086
unpack "$work/sdk.root" $platform_packages $sdk_packages
wait "$other"
commit platform "$platform"
commit sdk "$sdk"
flatpak build-update-repo --no-update-appstream "$repository" >/dev/null
# Its files are linked, not copied: the folder lies beside the installation.
flatpak remote-add --user --no-gpg-verify --if-not-exists standin "$repository"
flatpak install --user --noninteractive --reinstall standin "$platform//$branch" "$sdk//$branch" >/dev/null
