/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-policy.h"

G_BEGIN_DECLS

/**
 * heed_policy_folders_get_default:
 *
 * Returns: (transfer full) (array zero-terminated=1): the folders that policy is read from, weakest
 * first: those of the environment variable `HEED_POLICY_PATH` (separated by colons, for tests and
 * trials; they cannot loosen what follows), `<datadir>/heed/policy.d`, `<sysconfdir>/heed/policy.d`
 */
char **heed_policy_folders_get_default (void);

/**
 * heed_policy_folders_read:
 * @folders: (array zero-terminated=1): folders, weakest first; one that does not exist is skipped
 * @problems: (out) (transfer full) (element-type utf8): all that is wrong, each with its file;
 * a file with anything wrong is left out; empty when all is well
 *
 * Reads `*.json` of every folder in the order of their names; later ones win key by key.
 *
 * Returns: (transfer full): the policy
 */
HeedPolicy *heed_policy_folders_read (const char *const *folders, GPtrArray **problems);

G_END_DECLS
