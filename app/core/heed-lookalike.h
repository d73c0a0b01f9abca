/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * heed_lookalike_fold:
 * @text: a domain, or a part of one, in Unicode and lower case
 *
 * Gives the same for texts that look the same at a glance: marks are dropped, letters that are
 * confusable become one, whatever their script, and so do rn and m, vv and w, cl and d, 1 and l, 0
 * and o.
 *
 * Returns: (transfer full): the skeleton, in ASCII where the text looks like ASCII
 */
char *heed_lookalike_fold (const char *text);

/** heed_lookalike_is_mixed: @text: a domain in Unicode. Returns: whether a label mixes scripts in a
 * way that no language does (Unicode Technical Standard 39, section 5.2: not highly restrictive) */
gboolean heed_lookalike_is_mixed (const char *text);

/** heed_lookalike_fold_letter: Returns: the ASCII letter that stands for all that look like
 * @letter */
char heed_lookalike_fold_letter (char letter);

G_END_DECLS
