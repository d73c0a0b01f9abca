/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-history-mirror.h"

#include "heed-limits.h"

#include <string.h>

struct _HeedHistoryMirror
{
  HeedKnownDomains *known; /* (owned) */
  GHashTable *trusts;      /* (owned) (element-type utf8 HeedTrust): by their own subject */
  guint size;              /* correspondents */
};

HeedHistoryMirror *
heed_history_mirror_new (void)
{
  HeedHistoryMirror *self = g_new0 (HeedHistoryMirror, 1);

  self->known = heed_known_domains_new ();
  self->trusts =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)heed_trust_unref);
  return self;
}

void
heed_history_mirror_free (HeedHistoryMirror *self)
{
  heed_known_domains_unref (self->known);
  g_hash_table_unref (self->trusts);
  g_free (self);
}

static void
apply_trust (HeedHistoryMirror *self, HeedTrust *trust)
{
  const char *subject = heed_trust_get_subject (trust);

  heed_known_domains_set_trusted (self->known, subject, !heed_trust_is_withdrawn (trust));
  if (heed_trust_is_withdrawn (trust))
    g_hash_table_remove (self->trusts, subject);
  else
    g_hash_table_replace (self->trusts, (char *)subject, heed_trust_ref (trust));
}

void
heed_history_mirror_fill (HeedHistoryMirror *self,
                          HeedHistoryContent *content,
                          GList *lessons,
                          GList *trusts)
{
  heed_known_domains_unref (self->known);
  self->known = heed_known_domains_ref (content->known);
  self->size = content->n_correspondents;
  for (GList *item = lessons; item != NULL; item = item->next)
    {
      g_autoptr (HeedMailbox) mailbox = heed_correspondent_make_mailbox (item->data);
      HeedSends sends = heed_correspondent_get_sends (item->data);

      heed_history_mirror_add (self, mailbox, &sends);
    }
  g_hash_table_remove_all (self->trusts);
  for (guint i = 0; i < content->trusts->len; i++)
    apply_trust (self, content->trusts->pdata[i]);
  for (GList *item = trusts; item != NULL; item = item->next)
    apply_trust (self, item->data);
}

guint
heed_history_mirror_get_count (const HeedHistoryMirror *self, const HeedMailbox *mailbox)
{
  return heed_known_domains_get_mailbox_count (self->known, mailbox);
}

gboolean
heed_history_mirror_has_room (const HeedHistoryMirror *self, const HeedMailbox *mailbox)
{
  return self->size < HEED_LIMIT_CORRESPONDENTS ||
         heed_history_mirror_get_count (self, mailbox) > 0;
}

void
heed_history_mirror_add (HeedHistoryMirror *self,
                         const HeedMailbox *mailbox,
                         const HeedSends *sends)
{
  self->size += heed_history_mirror_get_count (self, mailbox) == 0;
  heed_known_domains_add_sends (self->known, mailbox, sends);
}

gboolean
heed_history_mirror_set_trust (HeedHistoryMirror *self, HeedTrust *trust)
{
  const char *subject = heed_trust_get_subject (trust);

  if (heed_trust_is_withdrawn (trust) ? !g_hash_table_contains (self->trusts, subject)
                                      : g_hash_table_size (self->trusts) >= HEED_LIMIT_TRUSTS)
    return FALSE;
  apply_trust (self, trust);
  return TRUE;
}

static int
compare_subjects (gconstpointer a, gconstpointer b)
{
  return strcmp (heed_trust_get_subject (*(HeedTrust *const *)a),
                 heed_trust_get_subject (*(HeedTrust *const *)b));
}

GPtrArray *
heed_history_mirror_list_trusts (const HeedHistoryMirror *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_trust_unref);
  GHashTableIter iter;
  gpointer trust;

  g_hash_table_iter_init (&iter, self->trusts);
  while (g_hash_table_iter_next (&iter, NULL, &trust))
    g_ptr_array_add (list, heed_trust_ref (trust));
  g_ptr_array_sort (list, compare_subjects);
  return list;
}

gboolean
heed_history_mirror_has_trust (const HeedHistoryMirror *self, const char *subject)
{
  return g_hash_table_contains (self->trusts, subject);
}

guint
heed_history_mirror_get_size (const HeedHistoryMirror *self)
{
  return self->size;
}

HeedKnownDomains *
heed_history_mirror_get_known_domains (const HeedHistoryMirror *self)
{
  return self->known;
}
