#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What IT does on each machine, as root, for a policy in IT's own signed repository, as the guide has it:
# sh install-policy.sh REPOSITORY KEY

set -eu
repository=$1 key=$2
flatpak remote-add --system --gpg-import="$key" policies "$repository"
flatpak install --system --noninteractive policies runtime/io.github.heedmail.Heed.Policy//stable >/dev/null
