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

/** heed_lookalike_is_disguised: @text: a domain in Unicode. Returns: whether all letters of a label
 * are of another script and look Latin, below a suffix in ASCII (section 4 there: whole-script
 * confusable) */
gboolean heed_lookalike_is_disguised (const char *text);

/** heed_lookalike_has_own_look: @text: a domain in Unicode, or the first @length bytes of one.
 * Returns: whether heed_lookalike_fold() does more to it than heed_lookalike_fold_letter() to each
 * letter */
gboolean heed_lookalike_has_own_look (const char *text, gsize length);

/** heed_lookalike_fold_letter: Returns: the ASCII letter that stands for all that look like
 * @letter */
static inline char
heed_lookalike_fold_letter (char letter)
{
  switch (letter)
    {
    case '0':
      return 'o';
    case '1':
    case 'i':
    case '|':
      return 'l';
    default:
      return letter;
    }
}

G_END_DECLS
