/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-history-batch.h"

#include "heed-limits.h"

struct _HeedHistoryBatch
{
  GHashTable *lessons; /* (owned) (element-type utf8 HeedCorrespondent): by their own address */
  GQueue decisions;    /* (element-type HeedPastDecision) (owned) */
  GHashTable *trusts;  /* (owned) (element-type utf8 HeedTrust): by their own subject */
};

HeedHistoryBatch *
heed_history_batch_new (void)
{
  HeedHistoryBatch *self = g_new0 (HeedHistoryBatch, 1);

  self->lessons = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                         (GDestroyNotify)heed_correspondent_unref);
  self->trusts =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)heed_trust_unref);
  g_queue_init (&self->decisions);
  return self;
}

void
heed_history_batch_free (HeedHistoryBatch *self)
{
  g_hash_table_unref (self->lessons);
  g_hash_table_unref (self->trusts);
  g_queue_clear_full (&self->decisions, (GDestroyNotify)heed_past_decision_unref);
  g_free (self);
}

static void
put (HeedHistoryBatch *self, HeedCorrespondent *lesson)
{
  g_hash_table_replace (self->lessons, (char *)heed_correspondent_get_address (lesson), lesson);
}

static HeedCorrespondent *
look_up (HeedHistoryBatch *self, const HeedCorrespondent *lesson)
{
  return g_hash_table_lookup (self->lessons, heed_correspondent_get_address (lesson));
}

void
heed_history_batch_add_lesson (HeedHistoryBatch *self, HeedCorrespondent *lesson)
{
  const HeedCorrespondent *before = look_up (self, lesson);

  put (self, before != NULL ? heed_correspondent_merge (before, lesson)
                            : heed_correspondent_ref (lesson));
}

static void
limit_decisions (HeedHistoryBatch *self)
{
  while (g_queue_get_length (&self->decisions) > HEED_LIMIT_UNWRITTEN_DECISIONS)
    heed_past_decision_unref (g_queue_pop_head (&self->decisions));
}

void
heed_history_batch_add_decision (HeedHistoryBatch *self, HeedPastDecision *decision)
{
  g_queue_push_tail (&self->decisions, heed_past_decision_ref (decision));
  limit_decisions (self);
}

void
heed_history_batch_add_trust (HeedHistoryBatch *self, HeedTrust *trust)
{
  g_hash_table_replace (self->trusts, (char *)heed_trust_get_subject (trust),
                        heed_trust_ref (trust));
}

void
heed_history_batch_add_earlier (HeedHistoryBatch *self, HeedHistoryBatch *earlier)
{
  GHashTableIter iter;
  gpointer lesson;
  gpointer trust;

  g_hash_table_iter_init (&iter, earlier->lessons);
  while (g_hash_table_iter_next (&iter, NULL, &lesson))
    {
      const HeedCorrespondent *later = look_up (self, lesson);

      put (self, later != NULL ? heed_correspondent_merge (lesson, later)
                               : heed_correspondent_ref (lesson));
    }
  g_hash_table_iter_init (&iter, earlier->trusts);
  while (g_hash_table_iter_next (&iter, NULL, &trust))
    {
      if (!g_hash_table_contains (self->trusts, heed_trust_get_subject (trust)))
        heed_history_batch_add_trust (self, trust);
    }
  for (GList *item = earlier->decisions.tail; item != NULL; item = item->prev)
    g_queue_push_head (&self->decisions, heed_past_decision_ref (item->data));
  limit_decisions (self);
}

gboolean
heed_history_batch_is_empty (const HeedHistoryBatch *self)
{
  return g_hash_table_size (self->lessons) == 0 && self->decisions.length == 0 &&
         g_hash_table_size (self->trusts) == 0;
}

GList *
heed_history_batch_get_lessons (const HeedHistoryBatch *self)
{
  return g_hash_table_get_values (self->lessons);
}

GList *
heed_history_batch_get_decisions (const HeedHistoryBatch *self)
{
  return self->decisions.head;
}

GList *
heed_history_batch_get_trusts (const HeedHistoryBatch *self)
{
  return g_hash_table_get_values (self->trusts);
}
