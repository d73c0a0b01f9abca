/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One line: first, last, hash, key (`-` for none), and the hash of all that. */

#include "config.h"
#include "heed-audit-head.h"

#include <string.h>

#define NO_KEY "-"

/* What the first record has before it. */
#define NO_HASH "0000000000000000000000000000000000000000000000000000000000000000"

enum
{
  FIRST,
  LAST,
  HASH,
  KEY,
  SEAL,
  N_WORDS,
};

HeedAuditHead *
heed_audit_head_new (void)
{
  HeedAuditHead *self = g_new0 (HeedAuditHead, 1);

  self->first = 1;
  self->hash = g_strdup (NO_HASH);
  return self;
}

HeedAuditHead *
heed_audit_head_copy (const HeedAuditHead *self)
{
  HeedAuditHead *copy = g_new0 (HeedAuditHead, 1);

  copy->first = self->first;
  copy->last = self->last;
  copy->hash = g_strdup (self->hash);
  copy->key = g_strdup (self->key);
  return copy;
}

void
heed_audit_head_free (HeedAuditHead *self)
{
  g_free (self->hash);
  g_free (self->key);
  g_free (self);
}

char *
heed_audit_head_format (const HeedAuditHead *self, const HeedAuditKey *key)
{
  g_autofree char *content =
      g_strdup_printf ("%" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT " %s %s", self->first, self->last,
                       self->hash, key != NULL ? heed_audit_key_get_id (key) : NO_KEY);
  g_autofree char *seal = heed_audit_key_hash (key, HEED_AUDIT_USE_HEAD, content, strlen (content));

  return g_strdup_printf ("%s %s\n", content, seal);
}

HeedAuditHead *
heed_audit_head_parse (const char *text, GPtrArray *keys, HeedAuditProof *proof)
{
  g_autofree char *line = g_strchomp (g_strdup (text));
  g_auto (GStrv) words = g_strsplit (line, " ", N_WORDS + 1);
  g_autoptr (HeedAuditHead) self = g_new0 (HeedAuditHead, 1);

  if (g_strv_length (words) != N_WORDS ||
      !g_ascii_string_to_unsigned (words[FIRST], 10, 1, G_MAXINT64, &self->first, NULL) ||
      !g_ascii_string_to_unsigned (words[LAST], 10, 0, G_MAXINT64, &self->last, NULL) ||
      strspn (words[HASH], "0123456789abcdef") != strlen (NO_HASH) ||
      strlen (words[HASH]) != strlen (NO_HASH))
    return NULL;
  self->hash = g_strdup (words[HASH]);
  self->key = g_str_equal (words[KEY], NO_KEY) ? NULL : g_strdup (words[KEY]);
  *proof = heed_audit_key_prove (keys, self->key, HEED_AUDIT_USE_HEAD, line,
                                 (gsize)(strrchr (line, ' ') - line), words[SEAL]);
  return g_steal_pointer (&self);
}
