/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-history-opener.h"

#include "heed-history-problem.h"
#include "heed-key-search.h"

struct _HeedHistoryOpener
{
  GObject parent_instance;

  HeedHistoryWorker *worker;
  GObject *owner;
  HeedKeySearch *search; /* (owned) (nullable): until the file is open, or it was stopped */
  GPtrArray *keys;       /* (owned) (nullable) (element-type HeedKey) */
};

enum
{
  SIGNAL_OPENED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HeedHistoryOpener, heed_history_opener, G_TYPE_OBJECT)

typedef struct
{
  HeedHistoryOpener *opener;   /* (owned) */
  GObject *owner;              /* (owned) */
  GPtrArray *keys;             /* (owned) (element-type HeedKey) */
  HeedHistoryContent *content; /* (owned) (nullable) */
  GError *error;               /* (owned) (nullable) */
} Opening;

static void
opening_free (Opening *self)
{
  g_object_unref (self->opener);
  g_ptr_array_unref (self->keys);
  g_clear_pointer (&self->content, heed_history_content_free);
  g_clear_error (&self->error);
  /* Last, since it may be the last one to have the worker. */
  g_object_unref (self->owner);
  g_free (self);
}

static void
opening_work (HeedHistoryFile *file, gpointer job)
{
  Opening *opening = job;

  opening->content = heed_history_file_open (file, opening->keys, &opening->error);
}

static void
opening_done (gpointer job)
{
  Opening *opening = job;
  HeedHistoryOpener *self = opening->opener;

  if (self->search == NULL)
    g_debug ("The history was given up meanwhile");
  else if (opening->content == NULL)
    {
      g_signal_emit (self, signals[SIGNAL_FAILED], 0, heed_history_problem_of_opening (),
                     opening->error);
      heed_key_search_try_later (self->search);
    }
  else
    {
      heed_history_opener_stop (self);
      g_signal_emit (self, signals[SIGNAL_OPENED], 0, opening->content);
    }
  opening_free (opening);
}

static void
heed_history_opener_found_cb (HeedHistoryOpener *self, GPtrArray *keys)
{
  Opening *opening = g_new0 (Opening, 1);

  g_clear_pointer (&self->keys, g_ptr_array_unref);
  self->keys = g_ptr_array_ref (keys);
  opening->opener = g_object_ref (self);
  opening->owner = g_object_ref (self->owner);
  opening->keys = g_ptr_array_ref (keys);
  heed_history_worker_push (self->worker, opening_work, opening_done, opening);
}

static void
heed_history_opener_failed_cb (HeedHistoryOpener *self, const GError *error)
{
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, heed_history_problem_of_search (error), error);
}

void
heed_history_opener_start (HeedHistoryOpener *self)
{
  g_return_if_fail (HEED_IS_HISTORY_OPENER (self) && self->search == NULL);
  self->search = heed_key_search_new ();
  g_signal_connect_object (self->search, "found", G_CALLBACK (heed_history_opener_found_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "failed", G_CALLBACK (heed_history_opener_failed_cb), self,
                           G_CONNECT_SWAPPED);
  heed_key_search_start (self->search);
}

void
heed_history_opener_stop (HeedHistoryOpener *self)
{
  g_return_if_fail (HEED_IS_HISTORY_OPENER (self));
  if (self->search != NULL)
    heed_key_search_stop (self->search);
  g_clear_object (&self->search);
}

GPtrArray *
heed_history_opener_get_keys (HeedHistoryOpener *self)
{
  g_return_val_if_fail (HEED_IS_HISTORY_OPENER (self), NULL);
  return self->keys;
}

static void
heed_history_opener_finalize (GObject *object)
{
  HeedHistoryOpener *self = HEED_HISTORY_OPENER (object);

  heed_history_opener_stop (self);
  g_clear_pointer (&self->keys, g_ptr_array_unref);
  G_OBJECT_CLASS (heed_history_opener_parent_class)->finalize (object);
}

static void
heed_history_opener_class_init (HeedHistoryOpenerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = heed_history_opener_finalize;

  /**
   * HeedHistoryOpener::opened:
   * @content: a #HeedHistoryContent, what is in the file
   */
  signals[SIGNAL_OPENED] = g_signal_new ("opened", HEED_TYPE_HISTORY_OPENER, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  /**
   * HeedHistoryOpener::failed:
   * @problem: why, in a sentence for the person
   * @error: a #GError
   */
  signals[SIGNAL_FAILED] =
      g_signal_new ("failed", HEED_TYPE_HISTORY_OPENER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_ERROR);
}

static void
heed_history_opener_init (HeedHistoryOpener *self)
{
}

HeedHistoryOpener *
heed_history_opener_new (HeedHistoryWorker *worker, GObject *owner)
{
  HeedHistoryOpener *self = g_object_new (HEED_TYPE_HISTORY_OPENER, NULL);

  self->worker = worker;
  self->owner = owner;
  return self;
}
