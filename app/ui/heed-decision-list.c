/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-decision-list.h"

#include "heed-decision-item.h"
#include "heed-history-figures.h"

struct _HeedDecisionList
{
  GObject parent_instance;

  GPtrArray *decisions; /* (owned) (element-type HeedPastDecision): newest first */
};

static void heed_decision_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HeedDecisionList,
                               heed_decision_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      heed_decision_list_model_init))

static GType
heed_decision_list_get_item_type (GListModel *model)
{
  return HEED_TYPE_DECISION_ITEM;
}

static guint
heed_decision_list_get_n_items (GListModel *model)
{
  return HEED_DECISION_LIST (model)->decisions->len;
}

static gpointer
heed_decision_list_get_item (GListModel *model, guint position)
{
  HeedDecisionList *self = HEED_DECISION_LIST (model);

  if (position >= self->decisions->len)
    return NULL;
  return heed_decision_item_new (self->decisions->pdata[position]);
}

static void
heed_decision_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = heed_decision_list_get_item_type;
  iface->get_n_items = heed_decision_list_get_n_items;
  iface->get_item = heed_decision_list_get_item;
}

static void
heed_decision_list_finalize (GObject *object)
{
  g_ptr_array_unref (HEED_DECISION_LIST (object)->decisions);
  G_OBJECT_CLASS (heed_decision_list_parent_class)->finalize (object);
}

static void
heed_decision_list_class_init (HeedDecisionListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = heed_decision_list_finalize;
}

static void
heed_decision_list_init (HeedDecisionList *self)
{
  self->decisions = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_past_decision_unref);
}

HeedDecisionList *
heed_decision_list_new (void)
{
  return g_object_new (HEED_TYPE_DECISION_LIST, NULL);
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  gint64 one = heed_past_decision_get_time (*(const HeedPastDecision *const *)a);
  gint64 other = heed_past_decision_get_time (*(const HeedPastDecision *const *)b);

  return one > other ? -1 : one < other;
}

void
heed_decision_list_fill (HeedDecisionList *self, GPtrArray *decisions, gboolean only_asked)
{
  guint before = self->decisions->len;

  g_return_if_fail (HEED_IS_DECISION_LIST (self));
  g_ptr_array_set_size (self->decisions, 0);
  for (guint i = 0; i < decisions->len; i++)
    {
      HeedPastDecision *one = decisions->pdata[i];

      if (!only_asked || heed_history_figures_is_asked (heed_past_decision_get_reason (one)))
        g_ptr_array_add (self->decisions, heed_past_decision_ref (one));
    }
  g_ptr_array_sort (self->decisions, compare_newest_first);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->decisions->len);
}
