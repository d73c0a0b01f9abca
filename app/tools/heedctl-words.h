/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * heedctl_words_new_context:
 * @usage: (nullable): what stands behind the options, translated
 * @summary: what the command does, translated
 * @status: (nullable): what its exit status says, translated
 * @entries: its options, for gettext
 *
 * A help text of 80 columns. Text options are to be of the type %G_OPTION_ARG_FILENAME, so that
 * GLib does not convert them from the locale, in which scripts run as “C” and type UTF-8.
 *
 * Returns: (transfer full): reads the words of a command
 */
GOptionContext *heedctl_words_new_context (const char *usage,
                                           const char *summary,
                                           const char *status,
                                           const GOptionEntry *entries);

/**
 * heedctl_words_to_utf8:
 * @word: (inout) (nullable): what was typed
 * @error: return location for an error
 *
 * UTF-8 stays as it is; what is not is read in the encoding of the locale.
 *
 * Returns: whether it is UTF-8 now; %FALSE with %HEED_ERROR_INVALID_ARGUMENT
 */
gboolean heedctl_words_to_utf8 (char **word, GError **error);

/** heedctl_words_all_to_utf8: the same for all of @words (nullable) */
gboolean heedctl_words_all_to_utf8 (char **words, GError **error);

/** heedctl_words_ask: Returns: (transfer full) (nullable): what the person answers to @question;
 * %NULL where standard input is no terminal, or ends */
char *heedctl_words_ask (const char *question);

/** heedctl_words_read_format: reads the option --format, which is “text” (or %NULL) or “json” */
gboolean heedctl_words_read_format (const char *format, gboolean *as_json, GError **error);

/**
 * heedctl_words_read_number:
 * @option: the name of an option, with its dashes
 * @word: (nullable): what was typed after it, in UTF-8
 * @number: (inout): the number; left as it is without a @word
 *
 * Returns: %FALSE with %HEED_ERROR_INVALID_ARGUMENT if it is no whole number from 0 on
 */
gboolean
heedctl_words_read_number (const char *option, const char *word, int *number, GError **error);

/** heedctl_words_refuse: Sets %HEED_ERROR_INVALID_ARGUMENT: @word, in UTF-8, is no word of the
 * command that runs */
void heedctl_words_refuse (const char *word, GError **error);

G_END_DECLS
