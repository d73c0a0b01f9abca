/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* In memory are the sums that a review needs; the writer has what is not in the file yet. Whoever
 * presses Send never waits for it. A power cut before it is written loses a count, not a message.
 *
 * Nobody waits for the keyring: until the file is open, what is learned is gathered all the same,
 * and then added to what the file knows. */

#include "config.h"
#include "heed-history-private.h"

#include "heed-history-mirror.h"
#include "heed-history-opener.h"
#include "heed-history-problem.h"
#include "heed-history-writer.h"

struct _HeedHistory
{
  GObject parent_instance;

  HeedHistoryState state;
  HeedHistoryWorker *worker; /* (owned) */
  HeedHistoryWriter *writer; /* (owned) */
  HeedHistoryOpener *opener; /* (owned) */
  HeedHistoryMirror *mirror; /* (owned) */
  gboolean write_failed;     /* the last one, which the problem is about */
  char *problem;             /* (owned) (nullable) */
  GTask *opening;            /* (owned) (nullable): who waits for the file to open */
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

static void
heed_history_written_cb (HeedHistory *self, const GError *error)
{
  if (error != NULL)
    {
      g_warning ("The history could not be written: %s", error->message);
      heed_history_set_problem (self, heed_history_problem_of_writing ());
    }
  else if (self->write_failed)
    heed_history_set_problem (self, NULL);
  self->write_failed = error != NULL;
}

void
heed_history_flush_async (HeedHistory *self,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_return_if_fail (HEED_IS_HISTORY (self));
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, heed_history_flush_async);
  heed_history_writer_flush (self->writer, task);
}

gboolean
heed_history_flush_finish (HeedHistory *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* What is in the file, and on top of it what is not there yet. */
static void
heed_history_take_over (HeedHistory *self, HeedHistoryContent *content)
{
  g_autoptr (GList) lessons = heed_history_writer_get_lessons (self->writer);
  g_autoptr (GList) trusts = heed_history_writer_get_trusts (self->writer);

  heed_history_mirror_fill (self->mirror, content, lessons, trusts);
}

static void
heed_history_opening_ends (HeedHistory *self, const GError *error)
{
  g_autoptr (GTask) opening = g_steal_pointer (&self->opening);

  heed_history_writer_set_access (self->writer, error != NULL ? HEED_HISTORY_ACCESS_NONE
                                                              : HEED_HISTORY_ACCESS_OPEN);
  if (opening == NULL)
    return;
  if (error != NULL)
    g_task_return_error (opening, g_error_copy (error));
  else
    g_task_return_boolean (opening, TRUE);
}

static void
heed_history_failed_cb (HeedHistory *self, const char *problem, const GError *error)
{
  if (g_strcmp0 (self->problem, problem) != 0)
    g_warning ("The history stays in memory: %s", error->message);
  heed_history_set_problem (self, problem);
  heed_history_set_state (self, HEED_HISTORY_MEMORY);
  heed_history_opening_ends (self, error);
}

static void
heed_history_opened_cb (HeedHistory *self, HeedHistoryContent *content)
{
  g_autofree char *problem = heed_history_problem_of_content (content);

  heed_history_take_over (self, content);
  heed_history_set_state (self, HEED_HISTORY_READY);
  heed_history_set_problem (self, problem);
  heed_history_opening_ends (self, NULL);
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
  heed_history_writer_set_access (self->writer, HEED_HISTORY_ACCESS_PENDING);
  heed_history_opener_start (self->opener);
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
  if (count == 0 || !heed_history_mirror_has_room (self->mirror, mailbox))
    return;
  g_autoptr (HeedCorrespondent) lesson =
      heed_correspondent_new (heed_mailbox_get_address (mailbox), heed_mailbox_get_name (mailbox),
                              count, first, last, days);
  HeedSends sends = heed_correspondent_get_sends (lesson);
  heed_history_mirror_add (self->mirror, mailbox, &sends);
  heed_history_writer_learn (self->writer, lesson);
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
  count -= MIN (count, heed_history_mirror_get_count (self->mirror, mailbox));
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

gboolean
heed_history_trust (HeedHistory *self, HeedTrust *trust)
{
  g_return_val_if_fail (HEED_IS_HISTORY (self), FALSE);
  if (!heed_history_mirror_set_trust (self->mirror, trust))
    return FALSE;
  heed_history_writer_trust (self->writer, trust);
  return TRUE;
}

GPtrArray *
heed_history_list_trusts (HeedHistory *self)
{
  g_return_val_if_fail (HEED_IS_HISTORY (self), NULL);
  return heed_history_mirror_list_trusts (self->mirror);
}

gboolean
heed_history_has_trust (HeedHistory *self, const char *subject)
{
  g_return_val_if_fail (HEED_IS_HISTORY (self), FALSE);
  return heed_history_mirror_has_trust (self->mirror, subject);
}

void
heed_history_remember (HeedHistory *self, HeedPastDecision *decision)
{
  g_return_if_fail (HEED_IS_HISTORY (self));
  heed_history_writer_remember (self->writer, decision);
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
  heed_history_writer_hold (self->writer);
}

void
heed_history_release (HeedHistory *self, HeedHistoryContent *content)
{
  if (content != NULL)
    heed_history_take_over (self, content);
  heed_history_writer_release (self->writer);
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
  if (self->state == HEED_HISTORY_READY)
    return "ready";
  return self->state == HEED_HISTORY_MEMORY ? "memory" : "opening";
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
  return heed_history_mirror_get_size (self->mirror);
}

HeedKnownDomains *
heed_history_get_known_domains (HeedHistory *self)
{
  g_return_val_if_fail (HEED_IS_HISTORY (self), NULL);
  return heed_history_mirror_get_known_domains (self->mirror);
}

GPtrArray *
heed_history_get_keys (HeedHistory *self)
{
  g_return_val_if_fail (HEED_IS_HISTORY (self), NULL);
  return heed_history_opener_get_keys (self->opener);
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
  self->writer = heed_history_writer_new (self->worker, G_OBJECT (self));
  self->opener = heed_history_opener_new (self->worker, G_OBJECT (self));
  g_signal_connect_object (self->writer, "written", G_CALLBACK (heed_history_written_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->opener, "opened", G_CALLBACK (heed_history_opened_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->opener, "failed", G_CALLBACK (heed_history_failed_cb), self,
                           G_CONNECT_SWAPPED);
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

  heed_history_opener_stop (self->opener);
  g_object_unref (self->opener);
  g_object_unref (self->writer);
  /* Every job holds the history, so none is left. */
  heed_history_worker_free (self->worker);
  heed_history_mirror_free (self->mirror);
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
  self->mirror = heed_history_mirror_new ();
}
