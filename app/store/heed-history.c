/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* In memory are the sums that a review needs, and what is not in the file yet. That is gathered for
 * COMMIT_DELAY, so that a hundred messages cost one commit; whoever presses Send never waits for
 * it. A power cut in that half second loses a count, not a message. The worker adds it to the rows.
 *
 * Nobody waits for the keyring: until the file is open, what is learned is gathered all the same,
 * and then added to what the file knows. */

#include "config.h"
#include "heed-history-private.h"

#include "heed-error.h"
#include "heed-history-problem.h"
#include "heed-key-search.h"
#include "heed-limits.h"

/* Milliseconds in which changes are gathered for one commit. */
#define COMMIT_DELAY 500

struct _HeedHistory
{
  GObject parent_instance;

  HeedHistoryState state;
  HeedHistoryWorker *worker;   /* (owned) */
  HeedKnownDomains *known;     /* (owned) */
  guint size;                  /* correspondents */
  HeedHistoryBatch *unwritten; /* (owned) */
  GPtrArray *waiting;          /* (owned) (element-type GTask): flushes */
  guint holds;                 /* how often the file is rewritten by somebody else right now */
  gboolean write_failed;       /* the last one, which the problem is about */
  guint commit_id;             /* 0 when no commit is due */
  char *problem;               /* (owned) (nullable) */
  HeedKeySearch *search;       /* (owned) (nullable): until the file is open */
  GTask *opening;              /* (owned) (nullable): who waits for the file to open */
  GPtrArray *keys; /* (owned) (nullable) (element-type HeedKey): what the keyring gave last */
};

enum
{
  PROP_PROBLEM = 1,
  PROP_STATE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HeedHistory, heed_history, G_TYPE_OBJECT)

static void
heed_history_set_problem (HeedHistory *self, const char *problem)
{
  if (g_strcmp0 (self->problem, problem) == 0)
    return;
  g_free (self->problem);
  self->problem = g_strdup (problem);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

static void
heed_history_set_state (HeedHistory *self, HeedHistoryState state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

/* Writing */

typedef struct
{
  HeedHistory *history;    /* (owned) */
  GTask *task;             /* (owned) (nullable): who waits */
  HeedHistoryBatch *batch; /* (owned) */
  GError *error;           /* (owned) (nullable) */
} Commit;

static void
commit_free (Commit *self)
{
  g_object_unref (self->history);
  g_clear_object (&self->task);
  heed_history_batch_free (self->batch);
  g_clear_error (&self->error);
  g_free (self);
}

static void
commit_work (HeedHistoryFile *file, gpointer job)
{
  Commit *commit = job;

  heed_history_file_write (file, commit->batch, &commit->error);
}

/* What could not be written is due again. */
static void
commit_done (gpointer job)
{
  Commit *commit = job;
  HeedHistory *self = commit->history;

  if (commit->error != NULL)
    {
      g_warning ("The history could not be written: %s", commit->error->message);
      heed_history_batch_add_earlier (self->unwritten, commit->batch);
      heed_history_set_problem (self, heed_history_problem_of_writing ());
      self->write_failed = TRUE;
    }
  else if (self->write_failed && !heed_history_batch_is_empty (commit->batch))
    {
      heed_history_set_problem (self, NULL);
      self->write_failed = FALSE;
    }
  if (commit->task != NULL && commit->error != NULL)
    g_task_return_error (commit->task, g_steal_pointer (&commit->error));
  else if (commit->task != NULL)
    g_task_return_boolean (commit->task, TRUE);
  commit_free (commit);
}

/* Takes @task over. */
static void
heed_history_commit (HeedHistory *self, GTask *task)
{
  Commit *commit = g_new0 (Commit, 1);

  g_clear_handle_id (&self->commit_id, g_source_remove);
  commit->history = g_object_ref (self);
  commit->task = task;
  commit->batch = g_steal_pointer (&self->unwritten);
  self->unwritten = heed_history_batch_new ();
  heed_history_worker_push (self->worker, commit_work, commit_done, commit);
}

static void
heed_history_commit_cb (gpointer user_data)
{
  HeedHistory *self = user_data;

  self->commit_id = 0;
  heed_history_commit (self, NULL);
}

static void
heed_history_commit_soon (HeedHistory *self)
{
  if (self->state == HEED_HISTORY_READY && self->holds == 0 && self->commit_id == 0)
    self->commit_id = g_timeout_add_once (COMMIT_DELAY, heed_history_commit_cb, self);
}

void
heed_history_flush_async (HeedHistory *self,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task;

  g_return_if_fail (HEED_IS_HISTORY (self));
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, heed_history_flush_async);
  if (self->state == HEED_HISTORY_OPENING || self->holds > 0)
    {
      g_ptr_array_add (self->waiting, task);
      return;
    }
  if (self->state == HEED_HISTORY_READY)
    {
      heed_history_commit (self, task);
      return;
    }
  g_task_return_new_error (task, HEED_ERROR, HEED_ERROR_FAILED,
                           "The history has no file to be written to");
  g_object_unref (task);
}

gboolean
heed_history_flush_finish (HeedHistory *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Goes on writing, and lets those go on who wait for it. */
static void
heed_history_resume (HeedHistory *self)
{
  g_autoptr (GPtrArray) waiting = g_steal_pointer (&self->waiting);

  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < waiting->len; i++)
    {
      GTask *task = waiting->pdata[i];

      if (self->state == HEED_HISTORY_READY)
        heed_history_commit (self, g_object_ref (task));
      else
        g_task_return_new_error (task, HEED_ERROR, HEED_ERROR_FAILED,
                                 "The history has no file to be written to");
    }
  if (!heed_history_batch_is_empty (self->unwritten))
    heed_history_commit_soon (self);
}

/* Opening */

typedef struct
{
  HeedHistory *history;        /* (owned) */
  GPtrArray *keys;             /* (owned) (element-type HeedKey) */
  HeedHistoryContent *content; /* (owned) (nullable) */
  GError *error;               /* (owned) (nullable) */
} Opening;

static void
opening_free (Opening *self)
{
  g_object_unref (self->history);
  g_ptr_array_unref (self->keys);
  g_clear_pointer (&self->content, heed_history_content_free);
  g_clear_error (&self->error);
  g_free (self);
}

static void
opening_work (HeedHistoryFile *file, gpointer job)
{
  Opening *opening = job;

  opening->content = heed_history_file_open (file, opening->keys, &opening->error);
}

/* What is in the file, and on top of it what is not there yet. */
static void
heed_history_take_over (HeedHistory *self, HeedHistoryContent *content)
{
  g_autoptr (GList) lessons = heed_history_batch_get_lessons (self->unwritten);

  heed_known_domains_unref (self->known);
  self->known = heed_known_domains_ref (content->known);
  self->size = content->n_correspondents;
  for (GList *item = lessons; item != NULL; item = item->next)
    {
      g_autoptr (HeedMailbox) mailbox = heed_correspondent_make_mailbox (item->data);
      HeedSends sends = heed_correspondent_get_sends (item->data);

      if (heed_known_domains_get_mailbox_count (self->known, mailbox) == 0)
        self->size++;
      heed_known_domains_add_sends (self->known, mailbox, &sends);
    }
}

static void
heed_history_opening_ends (HeedHistory *self, const GError *error)
{
  g_autoptr (GTask) opening = g_steal_pointer (&self->opening);

  heed_history_resume (self);
  if (opening == NULL)
    return;
  if (error != NULL)
    g_task_return_error (opening, g_error_copy (error));
  else
    g_task_return_boolean (opening, TRUE);
}

static void
heed_history_fall_back (HeedHistory *self, const char *problem, const GError *error)
{
  if (g_strcmp0 (self->problem, problem) != 0)
    g_warning ("The history stays in memory: %s", error->message);
  heed_history_set_problem (self, problem);
  heed_history_set_state (self, HEED_HISTORY_MEMORY);
  heed_history_opening_ends (self, error);
}

static void
opening_done (gpointer job)
{
  Opening *opening = job;
  HeedHistory *self = opening->history;

  if (self->search == NULL)
    g_debug ("The history was given up meanwhile");
  else if (opening->content == NULL)
    {
      heed_history_fall_back (self, heed_history_problem_of_opening (), opening->error);
      heed_key_search_try_later (self->search);
    }
  else
    {
      g_autofree char *problem = heed_history_problem_of_content (opening->content);

      heed_key_search_stop (self->search);
      g_clear_object (&self->search);
      heed_history_take_over (self, opening->content);
      heed_history_set_state (self, HEED_HISTORY_READY);
      heed_history_set_problem (self, problem);
      heed_history_opening_ends (self, NULL);
    }
  opening_free (opening);
}

static void
heed_history_found_cb (HeedHistory *self, GPtrArray *keys)
{
  Opening *opening = g_new0 (Opening, 1);

  g_clear_pointer (&self->keys, g_ptr_array_unref);
  self->keys = g_ptr_array_ref (keys);
  opening->history = g_object_ref (self);
  opening->keys = g_ptr_array_ref (keys);
  heed_history_worker_push (self->worker, opening_work, opening_done, opening);
}

static void
heed_history_failed_cb (HeedHistory *self, const GError *error)
{
  heed_history_fall_back (self, heed_history_problem_of_search (error), error);
}

void
heed_history_open_async (HeedHistory *self,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_return_if_fail (HEED_IS_HISTORY (self) && self->state == HEED_HISTORY_CLOSED);
  self->opening = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (self->opening, heed_history_open_async);
  heed_history_set_state (self, HEED_HISTORY_OPENING);
  self->search = heed_key_search_new ();
  g_signal_connect_object (self->search, "found", G_CALLBACK (heed_history_found_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "failed", G_CALLBACK (heed_history_failed_cb), self,
                           G_CONNECT_SWAPPED);
  heed_key_search_start (self->search);
}

gboolean
heed_history_open_finish (HeedHistory *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Learning */

static void
heed_history_add_lesson (
    HeedHistory *self, HeedMailbox *mailbox, guint count, gint64 first, gint64 last, guint days)
{
  gboolean is_new = heed_known_domains_get_mailbox_count (self->known, mailbox) == 0;

  if (count == 0 || (is_new && self->size >= HEED_LIMIT_CORRESPONDENTS))
    return;
  g_autoptr (HeedCorrespondent) lesson =
      heed_correspondent_new (heed_mailbox_get_address (mailbox), heed_mailbox_get_name (mailbox),
                              count, first, last, days);
  HeedSends sends = heed_correspondent_get_sends (lesson);
  self->size += is_new ? 1 : 0;
  heed_history_batch_add_lesson (self->unwritten, lesson);
  heed_known_domains_add_sends (self->known, mailbox, &sends);
  heed_history_commit_soon (self);
}

void
heed_history_learn_mailbox (HeedHistory *self, HeedMailbox *mailbox, guint count)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  g_return_if_fail (HEED_IS_HISTORY (self));
  heed_history_add_lesson (self, mailbox, count, now, now, count);
}

/* A clock that was wrong when a message was sent makes nobody a correspondent of the future. */
void
heed_history_learn_earlier (
    HeedHistory *self, HeedMailbox *mailbox, guint count, gint64 first, gint64 last, guint days)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  g_return_if_fail (HEED_IS_HISTORY (self));
  guint known = heed_known_domains_get_mailbox_count (self->known, mailbox);
  count -= MIN (count, known);
  last = CLAMP (last, 0, now);
  heed_history_add_lesson (self, mailbox, count, CLAMP (first, 0, last), last,
                           CLAMP (days, 1, MAX (count, 1)));
}

void
heed_history_learn (HeedHistory *self, HeedMessage *message)
{
  GPtrArray *recipients = heed_message_get_recipients (message);
  g_autoptr (GHashTable) counted = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_if_fail (HEED_IS_HISTORY (self));
  for (guint i = 0; i < recipients->len; i++)
    {
      HeedMailbox *mailbox = heed_recipient_get_mailbox (recipients->pdata[i]);

      if (g_hash_table_add (counted, (char *)heed_mailbox_get_address (mailbox)))
        heed_history_learn_mailbox (self, mailbox, 1);
    }
}

void
heed_history_remember (HeedHistory *self, HeedPastDecision *decision)
{
  g_return_if_fail (HEED_IS_HISTORY (self));
  heed_history_batch_add_decision (self->unwritten, decision);
  heed_history_commit_soon (self);
}

/* For the archive */

HeedHistoryWorker *
heed_history_get_worker (HeedHistory *self)
{
  return self->worker;
}

void
heed_history_hold (HeedHistory *self)
{
  if (self->holds == 0)
    heed_history_commit (self, NULL);
  self->holds++;
}

void
heed_history_release (HeedHistory *self, HeedHistoryContent *content)
{
  if (content != NULL)
    heed_history_take_over (self, content);
  self->holds--;
  if (self->holds == 0)
    heed_history_resume (self);
}

/* The object */

HeedHistoryState
heed_history_get_state (HeedHistory *self)
{
  g_return_val_if_fail (HEED_IS_HISTORY (self), HEED_HISTORY_CLOSED);
  return self->state;
}

const char *
heed_history_get_state_name (HeedHistory *self)
{
  g_return_val_if_fail (HEED_IS_HISTORY (self), NULL);
  switch (self->state)
    {
    case HEED_HISTORY_READY:
      return "ready";
    case HEED_HISTORY_MEMORY:
      return "memory";
    case HEED_HISTORY_CLOSED:
    case HEED_HISTORY_OPENING:
    default:
      return "opening";
    }
}

const char *
heed_history_get_problem (HeedHistory *self)
{
  g_return_val_if_fail (HEED_IS_HISTORY (self), NULL);
  return self->problem;
}

guint
heed_history_get_size (HeedHistory *self)
{
  g_return_val_if_fail (HEED_IS_HISTORY (self), 0);
  return self->size;
}

HeedKnownDomains *
heed_history_get_known_domains (HeedHistory *self)
{
  g_return_val_if_fail (HEED_IS_HISTORY (self), NULL);
  return self->known;
}

GPtrArray *
heed_history_get_keys (HeedHistory *self)
{
  g_return_val_if_fail (HEED_IS_HISTORY (self), NULL);
  return self->keys;
}

char *
heed_history_get_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "heed", "history.db", NULL);
}

HeedHistory *
heed_history_new (const char *path)
{
  HeedHistory *self = g_object_new (HEED_TYPE_HISTORY, NULL);

  self->worker = heed_history_worker_new (path);
  return self;
}

static void
heed_history_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_PROBLEM:
      g_value_set_string (value, HEED_HISTORY (object)->problem);
      break;
    case PROP_STATE:
      g_value_set_string (value, heed_history_get_state_name (HEED_HISTORY (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
heed_history_finalize (GObject *object)
{
  HeedHistory *self = HEED_HISTORY (object);

  g_clear_handle_id (&self->commit_id, g_source_remove);
  if (self->search != NULL)
    heed_key_search_stop (self->search);
  g_clear_object (&self->search);
  /* Every job holds the history, so none is left. */
  heed_history_worker_free (self->worker);
  heed_known_domains_unref (self->known);
  heed_history_batch_free (self->unwritten);
  g_ptr_array_unref (self->waiting);
  g_clear_pointer (&self->keys, g_ptr_array_unref);
  g_free (self->problem);
  G_OBJECT_CLASS (heed_history_parent_class)->finalize (object);
}

static void
heed_history_class_init (HeedHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = heed_history_get_property;
  object_class->finalize = heed_history_finalize;

  /**
   * HeedHistory:problem:
   *
   * Why the file is not used, or was begun anew, in a sentence for the person.
   */
  properties[PROP_PROBLEM] =
      g_param_spec_string ("problem", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * HeedHistory:state:
   *
   * What heed_history_get_state_name() gives.
   */
  properties[PROP_STATE] = g_param_spec_string ("state", NULL, NULL, "opening",
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
heed_history_init (HeedHistory *self)
{
  self->known = heed_known_domains_new ();
  self->unwritten = heed_history_batch_new ();
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
}
