/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One window at a time, since two at once teach people to click them away, and the person decides
 * about one message. Processes take turns: the next question is that of the process that was served
 * longest ago, a newcomer counting as served just before the one whose window is open; among equals
 * the first to ask. So a process with 64 questions delays another by the window that is open, not
 * by 64, and one that comes back under ever new names does not starve those who wait.
 *
 * Turns and limits are a process's and not a connection's, since connections cost nothing. The bus
 * says in a moment which process a connection is of; until then a question has its place and turn,
 * and can be withdrawn, but is neither counted among the 256 nor asked.
 *
 * The limits are small (HEED_LIMIT_PENDING), so the queue is one array that is walked; no index can
 * get out of step with it.
 */

#include "config.h"
#include "heed-request-queue.h"

#include <glib/gi18n-lib.h>

#include "heed-callers.h"
#include "heed-error.h"
#include "heed-limits.h"

struct _HeedRequestQueue
{
  GObject parent_instance;

  HeedPrompter *prompter; /* (owned) */
  GPtrArray *questions; /* (owned) (element-type HeedQuestion): by age, the asked one among them */
  HeedQuestion *asked;  /* (owned) (nullable): the one with the prompter, abandoned or not */
  HeedCallers *callers; /* (owned): those with a question */
};

enum
{
  SIGNAL_EMPTIED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HeedRequestQueue, heed_request_queue, G_TYPE_OBJECT)

static void heed_request_queue_ask_next (HeedRequestQueue *self);

static HeedCaller *
heed_request_queue_get_caller (HeedRequestQueue *self, HeedQuestion *question)
{
  return heed_callers_get (self->callers, heed_question_get_sender (question));
}

/* Requests that wait, of one process or, for NULL, of all those that are known. */
static guint
heed_request_queue_count (HeedRequestQueue *self, const char *process)
{
  guint count = 0;

  for (guint i = 0; i < self->questions->len; i++)
    {
      HeedQuestion *question = self->questions->pdata[i];
      HeedCaller *caller = heed_request_queue_get_caller (self, question);

      if (process == NULL ? heed_caller_is_known (caller)
                          : g_str_equal (heed_caller_get_process (caller), process))
        count += heed_question_get_n_requests (question);
    }
  return count;
}

static gboolean
heed_request_queue_has_question_of (HeedRequestQueue *self, const char *sender)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      if (g_str_equal (heed_question_get_sender (self->questions->pdata[i]), sender))
        return TRUE;
    }
  return FALSE;
}

/* A question that nobody waits for is forgotten, and its caller with the last of them. */
static void
heed_request_queue_forget (HeedRequestQueue *self, HeedQuestion *question)
{
  g_autofree char *sender = g_strdup (heed_question_get_sender (question));

  g_signal_handlers_disconnect_by_data (question, self);
  if (g_ptr_array_remove (self->questions, question) &&
      !heed_request_queue_has_question_of (self, sender))
    heed_callers_forget (self->callers, sender);
}

static void
heed_request_queue_emit_if_empty (HeedRequestQueue *self)
{
  if (heed_request_queue_is_empty (self))
    g_signal_emit (self, signals[SIGNAL_EMPTIED], 0);
}

static void
heed_request_queue_abandoned_cb (HeedQuestion *question, gpointer user_data)
{
  HeedRequestQueue *self = user_data;

  heed_request_queue_forget (self, question);
  heed_request_queue_emit_if_empty (self);
}

static void
heed_request_queue_asked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedRequestQueue) self = user_data;
  g_autoptr (HeedQuestion) question = g_steal_pointer (&self->asked);

  heed_question_ask_finish (question, result);
  /* All are answered by now; a mistake of ours must not let a mail program wait for ever. */
  heed_question_fail (question, NULL);
  heed_request_queue_forget (self, question);
  heed_request_queue_ask_next (self);
  heed_request_queue_emit_if_empty (self);
}

static HeedQuestion *
heed_request_queue_choose (HeedRequestQueue *self, HeedCaller **caller)
{
  HeedQuestion *chosen = NULL;

  for (guint i = 0; i < self->questions->len; i++)
    {
      HeedQuestion *question = self->questions->pdata[i];
      HeedCaller *its = heed_request_queue_get_caller (self, question);

      if (chosen != NULL && heed_caller_get_turn (its) >= heed_caller_get_turn (*caller))
        continue;
      chosen = question;
      *caller = its;
    }
  return chosen;
}

static void
heed_request_queue_ask_next (HeedRequestQueue *self)
{
  HeedCaller *caller = NULL;

  if (self->asked != NULL)
    return;
  HeedQuestion *question = heed_request_queue_choose (self, &caller);
  if (question == NULL || !heed_caller_is_known (caller))
    return;
  self->asked = g_object_ref (question);
  heed_callers_serve (self->callers, caller);
  heed_question_ask_async (question, self->prompter, heed_request_queue_asked_cb,
                           g_object_ref (self));
}

/* Where all places are taken, the process with most of them gives one up for one with fewer: a
 * program that asks much takes itself out before it takes out others.
 *
 * Returns: (nullable): the last question of that process; NULL if none has more than @newcomer */
static HeedQuestion *
heed_request_queue_find_greatest (HeedRequestQueue *self, const char *newcomer)
{
  HeedQuestion *last_of_greatest = NULL;
  guint greatest = heed_request_queue_count (self, newcomer);

  for (guint i = self->questions->len; i > 0; i--)
    {
      HeedQuestion *question = self->questions->pdata[i - 1];
      HeedCaller *caller = heed_request_queue_get_caller (self, question);
      guint count = heed_request_queue_count (self, heed_caller_get_process (caller));

      if (count <= greatest || heed_question_get_n_requests (question) == 0)
        continue;
      greatest = count;
      last_of_greatest = question;
    }
  return last_of_greatest;
}

/* To be called when @question has one more request, or when the process that asks it has become
 * known. Returns: whether the requests of @question stay */
static gboolean
heed_request_queue_keep_limits (HeedRequestQueue *self, HeedQuestion *question)
{
  HeedCaller *caller = heed_request_queue_get_caller (self, question);
  const char *process = heed_caller_get_process (caller);
  g_autoptr (GError) error = NULL;

  if (heed_request_queue_count (self, process) > HEED_LIMIT_PENDING_PER_CALLER)
    {
      error = g_error_new (HEED_ERROR, HEED_ERROR_LIMIT_EXCEEDED,
                           /* Translators: %d is 64. */
                           _ ("This program waits for %d answers already, and no more can wait."),
                           HEED_LIMIT_PENDING_PER_CALLER);
      heed_question_refuse_last (question, error);
      return FALSE;
    }
  if (!heed_caller_is_known (caller) || heed_request_queue_count (self, NULL) <= HEED_LIMIT_PENDING)
    return TRUE;
  HeedQuestion *other = heed_request_queue_find_greatest (self, process);
  error = g_error_new (HEED_ERROR, HEED_ERROR_LIMIT_EXCEEDED,
                       /* Translators: %d is 256. */
                       _ ("%d questions wait for you already, and no more can wait."),
                       HEED_LIMIT_PENDING);
  heed_question_refuse_last (other != NULL ? other : question, error);
  return other != NULL;
}

static void
heed_request_queue_known_cb (const char *sender, gpointer user_data)
{
  g_autoptr (HeedRequestQueue) self = g_object_ref (user_data);
  g_autofree char *kept = g_strdup (sender);

  heed_callers_join (self->callers, heed_callers_get (self->callers, kept));
  for (guint i = self->questions->len; i > 0; i--)
    {
      g_autoptr (HeedQuestion) question = g_object_ref (self->questions->pdata[i - 1]);

      if (!g_str_equal (heed_question_get_sender (question), kept))
        continue;
      while (heed_question_get_n_requests (question) > 0 &&
             !heed_request_queue_keep_limits (self, question))
        ;
    }
  heed_request_queue_ask_next (self);
}

static void
heed_request_queue_vanished_cb (const char *sender, gpointer user_data)
{
  HeedRequestQueue *self = user_data;
  g_autofree char *kept = g_strdup (sender);

  g_debug ("%s left the bus", kept);
  heed_request_queue_withdraw (self, kept, NULL);
}

void
heed_request_queue_add (HeedRequestQueue *self,
                        HeedQuestion *question,
                        GDBusMethodInvocation *invocation,
                        const HeedRequestOptions *options)
{
  const char *sender = g_dbus_method_invocation_get_sender (invocation);
  GDBusConnection *connection = g_dbus_method_invocation_get_connection (invocation);
  gboolean joins = g_ptr_array_find (self->questions, question, NULL);

  heed_callers_watch (self->callers, connection, sender);
  heed_question_add_request (question, heed_request_new (invocation, options->cancellation_id),
                             options->timeout);
  if (!joins)
    {
      g_ptr_array_add (self->questions, g_object_ref (question));
      g_signal_connect (question, "abandoned", G_CALLBACK (heed_request_queue_abandoned_cb), self);
    }
  if (!heed_request_queue_keep_limits (self, question))
    return;
  if (!joins)
    heed_request_queue_ask_next (self);
  else if (self->asked == question)
    heed_prompter_present (self->prompter, options->activation_token);
}

gboolean
heed_request_queue_check_id (HeedRequestQueue *self,
                             const char *sender,
                             const char *cancellation_id,
                             GError **error)
{
  if (cancellation_id == NULL)
    return TRUE;
  for (guint i = 0; i < self->questions->len; i++)
    {
      HeedQuestion *question = self->questions->pdata[i];

      if (!g_str_equal (heed_question_get_sender (question), sender) ||
          !heed_question_has_request (question, cancellation_id))
        continue;
      g_set_error_literal (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT,
                           "Option cancellation-id: a request of this name waits already");
      return FALSE;
    }
  return TRUE;
}

HeedConfirmation *
heed_request_queue_find_confirmation (HeedRequestQueue *self,
                                      const char *sender,
                                      const char *message_token)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      HeedQuestion *question = self->questions->pdata[i];

      /* One without requests is answered, and only its window still has to go. */
      if (HEED_IS_CONFIRMATION (question) && heed_question_get_n_requests (question) > 0 &&
          g_str_equal (heed_question_get_sender (question), sender) &&
          heed_confirmation_is_for (HEED_CONFIRMATION (question), message_token))
        return HEED_CONFIRMATION (question);
    }
  return NULL;
}

gboolean
heed_request_queue_withdraw (HeedRequestQueue *self,
                             const char *sender,
                             const char *cancellation_id)
{
  gboolean found = FALSE;

  for (guint i = self->questions->len; i > 0; i--)
    {
      HeedQuestion *question = self->questions->pdata[i - 1];

      if (g_str_equal (heed_question_get_sender (question), sender))
        found |= heed_question_withdraw (question, cancellation_id);
    }
  return found;
}

void
heed_request_queue_withdraw_all (HeedRequestQueue *self)
{
  while (self->questions->len > 0)
    heed_question_withdraw (self->questions->pdata[self->questions->len - 1], NULL);
}

gboolean
heed_request_queue_is_empty (HeedRequestQueue *self)
{
  return self->asked == NULL && self->questions->len == 0;
}

static void
heed_request_queue_finalize (GObject *object)
{
  HeedRequestQueue *self = HEED_REQUEST_QUEUE (object);

  g_ptr_array_unref (self->questions);
  heed_callers_free (self->callers);
  g_object_unref (self->prompter);
  G_OBJECT_CLASS (heed_request_queue_parent_class)->finalize (object);
}

static void
heed_request_queue_class_init (HeedRequestQueueClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = heed_request_queue_finalize;

  /**
   * HeedRequestQueue::emptied:
   *
   * Nothing waits any more, and no window is open.
   */
  signals[SIGNAL_EMPTIED] = g_signal_new ("emptied", HEED_TYPE_REQUEST_QUEUE, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
heed_request_queue_init (HeedRequestQueue *self)
{
  self->questions = g_ptr_array_new_with_free_func (g_object_unref);
  self->callers =
      heed_callers_new (heed_request_queue_known_cb, heed_request_queue_vanished_cb, self);
}

HeedRequestQueue *
heed_request_queue_new (HeedPrompter *prompter)
{
  HeedRequestQueue *self = g_object_new (HEED_TYPE_REQUEST_QUEUE, NULL);

  self->prompter = g_object_ref (prompter);
  return self;
}
