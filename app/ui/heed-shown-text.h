/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Characters of a name, an address or a subject that a window shows; the rest is cut off. */
#define HEED_SHOWN_TEXT_CHARACTERS 320

/**
 * heed_shown_text_escape:
 * @outside: text that somebody else chose, UTF-8
 *
 * Makes text safe to be read: what is invisible, changes the direction or breaks the line is
 * written as its code point (`[U+202E]`), piles of combining marks are cut, and so is what exceeds
 * %HEED_SHOWN_TEXT_CHARACTERS.
 *
 * Returns: (transfer full): the text
 */
char *heed_shown_text_escape (const char *outside);

/**
 * heed_shown_text_isolate:
 * @outside: text that somebody else chose, UTF-8
 *
 * Returns: (transfer full): the same as heed_shown_text_escape(), within bidi isolates, so that its
 * direction changes nothing around it
 */
char *heed_shown_text_isolate (const char *outside);

/**
 * heed_shown_text_sentence:
 * @sentence: a translated sentence that may hold outside text
 *
 * The same for a whole sentence of ours: it may be longer, and isolates in it stay.
 *
 * Returns: (transfer full): the sentence
 */
char *heed_shown_text_sentence (const char *sentence);

/**
 * heed_shown_text_lines:
 * @lines: translated sentences that may hold outside text, with line feeds between them
 *
 * Returns: (transfer full): each line as heed_shown_text_sentence(), the line feeds as they are
 */
char *heed_shown_text_lines (const char *lines);

/**
 * heed_shown_text_reason:
 * @heading: what a finding says in short, without a full stop; may be empty
 * @text: what it says then, a whole sentence
 *
 * Returns: (transfer full): both, one after the other, as heed_shown_text_sentence()
 */
char *heed_shown_text_reason (const char *heading, const char *text);

/**
 * heed_shown_text_speak:
 * @shown: text made by the functions above
 *
 * Returns: (transfer full): the same without isolates, as the name of a control for assistive
 * technology
 */
char *heed_shown_text_speak (const char *shown);

G_END_DECLS
