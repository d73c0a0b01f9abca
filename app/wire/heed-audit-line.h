/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Characters of a hash in a line: 256 bits in hexadecimal. */
#define HEED_AUDIT_LINE_HASH_CHARACTERS 64

/**
 * HeedAuditLine:
 * @number: its place in the chain, from 1
 * @time: when, in microseconds since 1970
 * @is_gap: whether the writer could not tell what stood before it
 * @key: (owned) (nullable): which key its hash is made with; %NULL for none
 * @previous: (owned): the hash of the record before it
 * @hash: (owned): its own hash
 * @body_length: bytes of the line that its own hash covers
 *
 * What the chain needs to know of one record of the audit file.
 */
typedef struct
{
  guint64 number;
  gint64 time;
  gboolean is_gap;
  char *key;
  char *previous;
  char *hash;
  gsize body_length;
} HeedAuditLine;

/** heed_audit_line_format_body: @members: an `a{sv}`. Returns: (transfer full): a record but for
 * its own hash, in the order of @members */
char *heed_audit_line_format_body (GVariant *members);

/** heed_audit_line_format: Returns: (transfer full): the whole line, without its end */
char *heed_audit_line_format (const char *body, const char *hash);

/**
 * heed_audit_line_parse:
 * @text: (array length=length): a line, without its end
 * @length: bytes of @text
 *
 * Returns: (transfer full) (nullable): what it says; %NULL when it is no record
 */
HeedAuditLine *heed_audit_line_parse (const char *text, gsize length);
void heed_audit_line_free (HeedAuditLine *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedAuditLine, heed_audit_line_free)

G_END_DECLS
