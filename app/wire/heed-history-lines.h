/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Records of the history as text: JSON Lines, which is also what is exported, and address books as
 * vCard and CSV. As values they are `(ssuxxub)`, `(xsssasas)` and `(ssx)`, as the control interface
 * has them. */

/** heed_history_lines_format_correspondent: Returns: (transfer full): one line, without its end */
char *heed_history_lines_format_correspondent (GVariant *correspondent);

/** heed_history_lines_format_decision: Returns: (transfer full): one line, without its end */
char *heed_history_lines_format_decision (GVariant *decision);

/** heed_history_lines_format_trust: Returns: (transfer full): one line, without its end */
char *heed_history_lines_format_trust (GVariant *trust);

/**
 * heed_history_lines_read:
 * @text: (array length=length): JSON Lines, vCards or CSV, in UTF-8; the first line tells which
 * @length: bytes of @text
 * @now: seconds since 1970, for those who say no time
 * @correspondents: (out) (transfer full): an `a(ssuxxub)`
 * @decisions: (out) (transfer full): an `a(xsssasas)`
 * @trusts: (out) (transfer full): an `a(ssx)`
 * @error: return location for an error
 *
 * Of a vCard, every EMAIL is taken, and FN or, where there is none, N. CSV is as spreadsheets and
 * address books write it: the first line names the columns; every column with `mail` in its name
 * holds addresses, one with `name` the name, `count` how often. What has no address is passed over.
 * Who says no days has as many as messages. A number in JSON that cannot be, such as more days than
 * messages, is an error.
 *
 * Returns: whether it could be read; %FALSE with %HEED_ERROR_INVALID_ARGUMENT and the line
 */
gboolean heed_history_lines_read (const char *text,
                                  gsize length,
                                  gint64 now,
                                  GVariant **correspondents,
                                  GVariant **decisions,
                                  GVariant **trusts,
                                  GError **error);

G_END_DECLS
