/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Everybody is kept in memory, the sums are made there, and whole rows go to the file. What changes
 * is gathered for COMMIT_DELAY, so that a hundred messages cost one commit; whoever presses Send
 * never waits for it. A power cut in that half second loses a count, not a message.
 *
 * The thread: a commit waits for the disk, which takes from 1 ms to seconds (a laptop's disk that
 * wakes up), and this process paints windows. One thread, so that commits stay in order, and so
 * that the SQLite handle has one user. It gets a job, and gives the job back through the main loop;
 * no object of the main thread is touched there. The domains of a freshly read file are parsed
 * there too, and handed over whole.
 *
 * The key comes from the keyring, which may be locked, absent or slow. Nobody waits for it: until
 * the file is open, what is learned is kept, and learned again on top of the file. After PATIENCE
 * without an answer the person is told, and the answer is taken whenever it comes. */

#include "config.h"
#include "heed-history.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "heed-correspondent.h"
#include "heed-error.h"
#include "heed-history-file.h"
#include "heed-keyring.h"
#include "heed-limits.h"

/* Milliseconds in which changes are gathered for one commit. */
#define COMMIT_DELAY 500

/* Milliseconds in which a keyring should answer. */
#define PATIENCE 5000

/* Seconds after which the keyring is asked again, at first and at most. Not every keyring signals
 * all that changes, and another process that has the file signals nothing. */
#define FIRST_RETRY 1
#define LAST_RETRY 60

typedef struct _HeedHistoryJob HeedHistoryJob;

/* What the worker does. Everything in it belongs to the side that has it. */
struct _HeedHistoryJob
{
  HeedHistory *history;                                     /* (owned): for @done only */
  HeedHistoryFile *file;                                    /* for @work only */
  void (*work) (HeedHistoryJob *self);                      /* on the worker thread */
  void (*done) (HeedHistory *history, HeedHistoryJob *job); /* on the main thread */
  GTask *task;                                              /* (owned) (nullable): who waits */
  GPtrArray *batch;        /* (owned) (nullable) (element-type HeedCorrespondent) */
  GPtrArray *keys;         /* (owned) (nullable) (element-type HeedKey): for opening */
  HeedKnownDomains *known; /* (owned) (nullable): made by opening */
  char *set_aside;         /* (owned) (nullable): made by opening */
  GError *error;           /* (owned) (nullable) */
};

/* What is learned before the file is read, to be learned again on top of it. */
typedef struct
{
  HeedMailbox *mailbox; /* (owned) */
  guint count;
} HeedEarlyMailbox;

struct _HeedHistory
{
  GObject parent_instance;

  HeedHistoryState state;
  HeedHistoryFile *file;      /* (owned): touched on the worker thread only, while jobs are there */
  GThreadPool *worker;        /* (owned): one thread */
  HeedKnownDomains *known;    /* (owned) */
  GHashTable *correspondents; /* (owned) (element-type utf8 HeedCorrespondent): by address */
  GHashTable *changed;        /* (owned) (element-type utf8 HeedCorrespondent): not in the file */
  GHashTable *early;          /* (owned) (element-type utf8 HeedEarlyMailbox): by address */
  GPtrArray *early_flushes;   /* (owned) (element-type GTask) */
  gboolean write_failed;      /* the last one, which the problem is about */
  guint commit_id;            /* 0 when no commit is due */
  char *problem;              /* (owned) (nullable) */
  HeedKeyring *keyring;       /* (owned) (nullable): until the file is open */
  GTask *opening;             /* (owned) (nullable): who waits for the file to open */
  guint patience_id;          /* 0 when the keyring has answered, or was given up */
  guint retry_id;             /* 0 when none is due */
  guint retry;                /* seconds until the next one */
  gboolean seeking;           /* the keyring or the file is asked */
  gboolean seek_again;        /* the keyring changed meanwhile */
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
heed_early_mailbox_free (gpointer data)
{
  HeedEarlyMailbox *self = data;

  heed_mailbox_unref (self->mailbox);
  g_free (self);
}

/* Correspondents are keyed by their own address. */
static GHashTable *
heed_history_new_table (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                (GDestroyNotify)heed_correspondent_unref);
}

static void
heed_history_put (GHashTable *table, HeedCorrespondent *correspondent)
{
  g_hash_table_replace (table, (char *)heed_correspondent_get_address (correspondent),
                        heed_correspondent_ref (correspondent));
}

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

static void
heed_history_job_free (HeedHistoryJob *self)
{
  g_clear_object (&self->task);
  g_clear_pointer (&self->batch, g_ptr_array_unref);
  g_clear_pointer (&self->keys, g_ptr_array_unref);
  g_clear_pointer (&self->known, heed_known_domains_unref);
  g_free (self->set_aside);
  g_clear_error (&self->error);
  g_object_unref (self->history);
  g_free (self);
}

static gboolean
heed_history_job_done_cb (gpointer user_data)
{
  HeedHistoryJob *self = user_data;

  self->done (self->history, self);
  return G_SOURCE_REMOVE;
}

static void
heed_history_work (gpointer data, gpointer user_data)
{
  HeedHistoryJob *job = data;

  job->work (job);
  g_idle_add_full (G_PRIORITY_DEFAULT, heed_history_job_done_cb, job,
                   (GDestroyNotify)heed_history_job_free);
}

static void
heed_history_push (HeedHistory *self, HeedHistoryJob *job)
{
  job->history = g_object_ref (self);
  job->file = self->file;
  g_thread_pool_push (self->worker, job, NULL);
}

/* Writing */

static void
heed_history_write_work (HeedHistoryJob *job)
{
  heed_history_file_write (job->file, job->batch, &job->error);
}

/* What could not be written is due again, unless it has changed since. */
static void
heed_history_restore (HeedHistory *self, GPtrArray *batch)
{
  for (guint i = 0; i < batch->len; i++)
    {
      HeedCorrespondent *one = batch->pdata[i];

      if (!g_hash_table_contains (self->changed, heed_correspondent_get_address (one)))
        heed_history_put (self->changed, one);
    }
}

static void
heed_history_write_done (HeedHistory *self, HeedHistoryJob *job)
{
  if (job->error != NULL)
    {
      g_warning ("The history could not be written: %s", job->error->message);
      heed_history_restore (self, job->batch);
      if (self->state == HEED_HISTORY_READY)
        heed_history_set_problem (self, _ ("Heed cannot write its file of people you write to. It "
                                           "will try again."));
      self->write_failed = TRUE;
    }
  else if (self->write_failed && job->batch->len > 0)
    {
      heed_history_set_problem (self, NULL);
      self->write_failed = FALSE;
    }
  if (job->task == NULL)
    return;
  if (job->error != NULL)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else
    g_task_return_boolean (job->task, TRUE);
}

static void
heed_history_commit (HeedHistory *self, GTask *task)
{
  HeedHistoryJob *job = g_new0 (HeedHistoryJob, 1);
  GHashTableIter iter;
  gpointer one;

  g_clear_handle_id (&self->commit_id, g_source_remove);
  job->work = heed_history_write_work;
  job->done = heed_history_write_done;
  job->task = task;
  job->batch = g_ptr_array_new_full (g_hash_table_size (self->changed),
                                     (GDestroyNotify)heed_correspondent_unref);
  g_hash_table_iter_init (&iter, self->changed);
  while (g_hash_table_iter_next (&iter, NULL, &one))
    g_ptr_array_add (job->batch, heed_correspondent_ref (one));
  g_hash_table_remove_all (self->changed);
  heed_history_push (self, job);
}

static void
heed_history_commit_cb (gpointer user_data)
{
  HeedHistory *self = user_data;

  self->commit_id = 0;
  heed_history_commit (self, NULL);
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
  if (self->state == HEED_HISTORY_OPENING)
    g_ptr_array_add (self->early_flushes, task);
  else
    heed_history_commit (self, task);
}

gboolean
heed_history_flush_finish (HeedHistory *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Opening */

/* The domains of many mailboxes are few; each is normalised once. */
static HeedDomain *
heed_history_get_domain (GHashTable *domains, const char *ascii)
{
  HeedDomain *domain = g_hash_table_lookup (domains, ascii);

  if (domain != NULL)
    return domain;
  domain = heed_domain_new (ascii, NULL);
  if (domain != NULL)
    g_hash_table_insert (domains, (char *)heed_domain_get_typed (domain), domain);
  return domain;
}

static void
heed_history_open_work (HeedHistoryJob *job)
{
  job->batch = heed_history_file_open (job->file, job->keys, &job->set_aside, &job->error);
  if (job->batch == NULL)
    return;
  job->known = heed_known_domains_new ();

  g_autoptr (GHashTable) domains =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)heed_domain_unref);
  for (guint i = 0; i < job->batch->len; i++)
    {
      const HeedCorrespondent *one = job->batch->pdata[i];
      const char *address = heed_correspondent_get_address (one);
      const char *at = strrchr (address, '@');
      HeedDomain *domain = heed_history_get_domain (domains, at + 1);

      if (domain == NULL)
        continue;
      g_autofree char *local = g_strndup (address, at - address);
      g_autoptr (HeedMailbox) mailbox = heed_mailbox_new_from_parts (NULL, local, domain);
      heed_known_domains_add_mailbox (job->known, mailbox, heed_correspondent_get_count (one));
    }
}

static void
heed_history_take_over (HeedHistory *self, HeedHistoryJob *job)
{
  g_hash_table_remove_all (self->correspondents);
  for (guint i = 0; i < job->batch->len; i++)
    heed_history_put (self->correspondents, job->batch->pdata[i]);
  heed_known_domains_unref (self->known);
  self->known = g_steal_pointer (&job->known);
  heed_history_set_state (self, HEED_HISTORY_READY);

  GHashTableIter iter;
  gpointer value;
  g_hash_table_iter_init (&iter, self->early);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const HeedEarlyMailbox *early = value;

      heed_history_learn_mailbox (self, early->mailbox, early->count);
    }
  g_hash_table_remove_all (self->early);
}

/* Whoever waits for the file waits no more. */
static void
heed_history_settle (HeedHistory *self, const GError *error)
{
  g_autoptr (GTask) opening = g_steal_pointer (&self->opening);

  for (guint i = 0; i < self->early_flushes->len; i++)
    heed_history_commit (self, g_object_ref (self->early_flushes->pdata[i]));
  g_ptr_array_set_size (self->early_flushes, 0);
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
  g_clear_handle_id (&self->patience_id, g_source_remove);
  if (g_strcmp0 (self->problem, problem) != 0)
    g_warning ("The history stays in memory: %s", error->message);
  heed_history_set_state (self, HEED_HISTORY_MEMORY);
  heed_history_set_problem (self, problem);
  heed_history_settle (self, error);
}

static void heed_history_seek (HeedHistory *self);

static void
heed_history_retry_cb (gpointer user_data)
{
  HeedHistory *self = user_data;

  self->retry_id = 0;
  heed_history_seek (self);
}

static void
heed_history_seek_failed (HeedHistory *self, const char *problem, const GError *error)
{
  self->seeking = FALSE;
  heed_history_fall_back (self, problem, error);
  if (self->seek_again)
    {
      heed_history_seek (self);
      return;
    }
  self->retry_id = g_timeout_add_once (self->retry * 1000, heed_history_retry_cb, self);
  self->retry = MIN (self->retry * 2, LAST_RETRY);
}

static void
heed_history_open_done (HeedHistory *self, HeedHistoryJob *job)
{
  g_autofree char *problem = NULL;

  if (job->error != NULL)
    {
      heed_history_seek_failed (self,
                                _ ("Heed cannot use its file of people you write to. It remembers "
                                   "them only until it ends."),
                                job->error);
      return;
    }
  g_clear_handle_id (&self->patience_id, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->keyring, self);
  self->seeking = FALSE;
  heed_history_take_over (self, job);
  if (job->set_aside != NULL)
    problem = g_strdup_printf (/* Translators: %s is the name of a file. */
                               _ ("The file of people you write to was damaged, or its key is no "
                                  "longer in the keyring. It was kept as %s."),
                               job->set_aside);
  heed_history_set_problem (self, problem);
  heed_history_settle (self, NULL);
}

static void
heed_history_open_with (HeedHistory *self, GPtrArray *keys)
{
  HeedHistoryJob *job = g_new0 (HeedHistoryJob, 1);

  job->work = heed_history_open_work;
  job->done = heed_history_open_done;
  job->keys = keys;
  heed_history_push (self, job);
}

static void
heed_history_keyring_failed (HeedHistory *self, const GError *error)
{
  gboolean locked = g_error_matches (error, HEED_ERROR, HEED_ERROR_NOT_ALLOWED);

  heed_history_seek_failed (
      self,
      locked ? _ ("Your keyring is locked. Until you unlock it, Heed remembers the people you "
                  "write to only until it ends.")
             : _ ("There is no keyring that works. Heed remembers the people you write to only "
                  "until it ends."),
      error);
}

static void
heed_history_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedHistory) self = user_data;
  g_autoptr (GError) error = NULL;
  HeedKey *key = heed_keyring_make_finish (HEED_KEYRING (source), result, &error);

  if (key == NULL)
    {
      heed_history_keyring_failed (self, error);
      return;
    }
  GPtrArray *keys = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_key_unref);
  g_ptr_array_add (keys, key);
  heed_history_open_with (self, keys);
}

static void
heed_history_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedHistory) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) keys = heed_keyring_look_up_finish (HEED_KEYRING (source), result, &error);

  if (keys == NULL)
    heed_history_keyring_failed (self, error);
  else if (keys->len > 0)
    heed_history_open_with (self, g_steal_pointer (&keys));
  else
    heed_keyring_make_async (self->keyring, NULL, heed_history_made_cb, g_object_ref (self));
}

static void
heed_history_seek (HeedHistory *self)
{
  g_clear_handle_id (&self->retry_id, g_source_remove);
  self->seeking = TRUE;
  self->seek_again = FALSE;
  heed_keyring_look_up_async (self->keyring, NULL, heed_history_found_cb, g_object_ref (self));
}

static void
heed_history_keyring_changed_cb (HeedHistory *self)
{
  if (self->seeking)
    self->seek_again = TRUE;
  else if (self->state == HEED_HISTORY_MEMORY)
    {
      self->retry = FIRST_RETRY;
      heed_history_seek (self);
    }
}

static void
heed_history_patience_cb (gpointer user_data)
{
  HeedHistory *self = user_data;
  g_autoptr (GError) error =
      g_error_new_literal (HEED_ERROR, HEED_ERROR_FAILED, "The keyring has not answered yet");

  self->patience_id = 0;
  heed_history_fall_back (self,
                          _ ("Your keyring does not answer. Until it does, Heed remembers the "
                             "people you write to only until it ends."),
                          error);
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
  self->keyring = heed_keyring_new ();
  g_signal_connect_object (self->keyring, "changed", G_CALLBACK (heed_history_keyring_changed_cb),
                           self, G_CONNECT_SWAPPED);
  self->patience_id = g_timeout_add_once (PATIENCE, heed_history_patience_cb, self);
  heed_history_seek (self);
}

gboolean
heed_history_open_finish (HeedHistory *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Learning */

static void
heed_history_mark_changed (HeedHistory *self, HeedCorrespondent *correspondent)
{
  if (self->state != HEED_HISTORY_READY)
    return;
  heed_history_put (self->changed, correspondent);
  if (self->commit_id == 0)
    self->commit_id = g_timeout_add_once (COMMIT_DELAY, heed_history_commit_cb, self);
}

/* To be learned on top of the file when it opens. */
static void
heed_history_keep_early (HeedHistory *self, HeedMailbox *mailbox, guint count)
{
  HeedEarlyMailbox *before = g_hash_table_lookup (self->early, heed_mailbox_get_address (mailbox));
  HeedEarlyMailbox *early = g_new0 (HeedEarlyMailbox, 1);

  early->mailbox = heed_mailbox_ref (mailbox);
  early->count = count;
  if (before != NULL)
    early->count = count > G_MAXUINT - before->count ? G_MAXUINT : before->count + count;
  g_hash_table_replace (self->early, (char *)heed_mailbox_get_address (mailbox), early);
}

void
heed_history_learn_mailbox (HeedHistory *self, HeedMailbox *mailbox, guint count)
{
  const char *address = heed_mailbox_get_address (mailbox);
  const char *name = heed_mailbox_get_name (mailbox);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  g_return_if_fail (HEED_IS_HISTORY (self));
  const HeedCorrespondent *before = g_hash_table_lookup (self->correspondents, address);
  if (count == 0 ||
      (before == NULL && g_hash_table_size (self->correspondents) >= HEED_LIMIT_CORRESPONDENTS))
    return;
  if (self->state != HEED_HISTORY_READY)
    heed_history_keep_early (self, mailbox, count);
  g_autoptr (HeedCorrespondent) after =
      before != NULL ? heed_correspondent_with (before, name, count, now)
                     : heed_correspondent_new (address, name, count, now, now, 1);
  heed_history_put (self->correspondents, after);
  heed_known_domains_add_mailbox (self->known, mailbox, count);
  heed_history_mark_changed (self, after);
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

HeedKnownDomains *
heed_history_get_known_domains (HeedHistory *self)
{
  g_return_val_if_fail (HEED_IS_HISTORY (self), NULL);
  return self->known;
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

  self->file = heed_history_file_new (path);
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
  /* Every job holds the history, so none is left, and nothing is waited for. */
  g_thread_pool_free (self->worker, FALSE, TRUE);
  heed_history_file_free (self->file);
  heed_known_domains_unref (self->known);
  g_hash_table_unref (self->correspondents);
  g_hash_table_unref (self->changed);
  g_hash_table_unref (self->early);
  g_clear_handle_id (&self->patience_id, g_source_remove);
  g_clear_handle_id (&self->retry_id, g_source_remove);
  g_clear_object (&self->keyring);
  g_ptr_array_unref (self->early_flushes);
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
  self->worker = g_thread_pool_new (heed_history_work, NULL, 1, FALSE, NULL);
  self->known = heed_known_domains_new ();
  self->correspondents = heed_history_new_table ();
  self->changed = heed_history_new_table ();
  self->retry = FIRST_RETRY;
  self->early = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, heed_early_mailbox_free);
  self->early_flushes = g_ptr_array_new_with_free_func (g_object_unref);
}
