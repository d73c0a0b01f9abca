/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-learning.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "heed-error.h"
#include "heed-limits.h"
#include "heed-option.h"

struct _HeedLearning
{
  HeedQuestion parent_instance;

  char *sender;         /* (owned): whose connection asks */
  char *client;         /* (owned) (nullable) */
  GVariant *mailboxes;  /* (owned) */
  GVariant *times;      /* (owned) (nullable) */
  HeedLessons *lessons; /* (owned) */
};

enum
{
  SIGNAL_AGREED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HeedLearning, heed_learning, HEED_TYPE_QUESTION)

static void
heed_learning_learned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  HeedQuestion *question = g_task_get_source_object (task);
  guint learned = heed_lessons_add_mailboxes_finish (HEED_LESSONS (source), result);

  heed_question_answer (question, g_variant_new ("(u)", learned));
  g_task_return_boolean (task, TRUE);
}

static void
heed_learning_asked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  HeedLearning *self = g_task_get_source_object (task);
  HeedQuestion *question = HEED_QUESTION (self);
  g_autoptr (GError) error = NULL;
  gboolean agreed = heed_prompter_confirm_learning_finish (HEED_PROMPTER (source), result, &error);

  if (!agreed)
    {
      if (error == NULL)
        g_set_error_literal (&error, HEED_ERROR, HEED_ERROR_NOT_ALLOWED,
                             _ ("You did not want Heed to learn these people."));
      heed_question_fail (question, error);
    }
  else if (heed_question_get_n_requests (question) > 0)
    {
      g_signal_emit (self, signals[SIGNAL_AGREED], 0);
      heed_lessons_add_mailboxes_async (self->lessons, self->mailboxes, self->times,
                                        heed_learning_learned_cb, g_steal_pointer (&task));
      return;
    }
  g_task_return_boolean (task, TRUE);
}

static void
heed_learning_ask_async (HeedQuestion *question,
                         HeedPrompter *prompter,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  HeedLearning *self = HEED_LEARNING (question);
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, heed_learning_ask_async);
  heed_prompter_confirm_learning_async (prompter, self->client,
                                        (guint)g_variant_n_children (self->mailboxes), cancellable,
                                        heed_learning_asked_cb, task);
}

static void
heed_learning_ask_finish (HeedQuestion *question, GAsyncResult *result)
{
  g_task_propagate_boolean (G_TASK (result), NULL);
}

static void
heed_learning_answer_withdrawn (HeedQuestion *question, HeedRequest *request, HeedReason reason)
{
  g_autoptr (GError) error =
      g_error_new_literal (HEED_ERROR, HEED_ERROR_NOT_ALLOWED,
                           _ ("The question was taken back before you answered it."));

  heed_request_fail (request, error);
}

static void
heed_learning_finalize (GObject *object)
{
  HeedLearning *self = HEED_LEARNING (object);

  g_free (self->sender);
  g_free (self->client);
  g_variant_unref (self->mailboxes);
  g_clear_pointer (&self->times, g_variant_unref);
  g_object_unref (self->lessons);
  G_OBJECT_CLASS (heed_learning_parent_class)->finalize (object);
}

static void
heed_learning_class_init (HeedLearningClass *klass)
{
  HeedQuestionClass *question_class = HEED_QUESTION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = heed_learning_finalize;
  question_class->ask_async = heed_learning_ask_async;
  question_class->ask_finish = heed_learning_ask_finish;
  question_class->answer_withdrawn = heed_learning_answer_withdrawn;

  /**
   * HeedLearning::agreed:
   *
   * The person lets this connection teach Heed.
   */
  signals[SIGNAL_AGREED] = g_signal_new ("agreed", HEED_TYPE_LEARNING, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);
}

static void
heed_learning_init (HeedLearning *self)
{
}

static gboolean
heed_learning_check_mailboxes (GVariant *mailboxes, GError **error)
{
  GVariantIter iter;
  const char *mailbox;

  g_variant_iter_init (&iter, mailboxes);
  if (g_variant_iter_n_children (&iter) > HEED_LIMIT_LEARN)
    {
      g_set_error (error, HEED_ERROR, HEED_ERROR_LIMIT_EXCEEDED,
                   /* Translators: %d is 100000. */
                   _ ("Heed can learn at most %d people at once."), HEED_LIMIT_LEARN);
      return FALSE;
    }
  for (guint i = 0; g_variant_iter_next (&iter, "(&su)", &mailbox, NULL); i++)
    {
      if (strlen (mailbox) <= HEED_LIMIT_MAILBOX_BYTES)
        continue;
      g_set_error (
          error, HEED_ERROR, HEED_ERROR_LIMIT_EXCEEDED,
          /* Translators: %u says which of the people to be learned, from 1; %d is 65536. */
          _ ("Mailbox %u: A mailbox can have at most %d bytes."), i + 1, HEED_LIMIT_MAILBOX_BYTES);
      return FALSE;
    }
  return TRUE;
}

static gboolean
heed_learning_read_times (GVariant *mailboxes, GVariant *options, GVariant **times, GError **error)
{
  gsize n = g_variant_n_children (mailboxes);

  if (!heed_option_lookup (options, "times", G_VARIANT_TYPE ("a(ttu)"), times, error))
    return FALSE;
  if (*times == NULL || g_variant_n_children (*times) == n)
    return TRUE;
  g_set_error (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT,
               "Option “times” has %" G_GSIZE_FORMAT " entries, and there are %" G_GSIZE_FORMAT
               " mailboxes",
               g_variant_n_children (*times), n);
  return FALSE;
}

HeedLearning *
heed_learning_new (const char *sender,
                   GVariant *mailboxes,
                   GVariant *options,
                   HeedLessons *lessons,
                   GError **error)
{
  g_autofree char *client = NULL;
  g_autoptr (GVariant) times = NULL;

  if (!heed_learning_check_mailboxes (mailboxes, error) ||
      !heed_learning_read_times (mailboxes, options, &times, error) ||
      !heed_option_lookup_string (options, "client", &client, error))
    return NULL;

  HeedLearning *self = g_object_new (HEED_TYPE_LEARNING, NULL);
  self->sender = g_strdup (sender);
  self->client = g_steal_pointer (&client);
  self->mailboxes = g_variant_ref (mailboxes);
  self->times = g_steal_pointer (&times);
  self->lessons = g_object_ref (lessons);
  return self;
}

GVariant *
heed_learning_get_times (HeedLearning *self)
{
  g_return_val_if_fail (HEED_IS_LEARNING (self), NULL);
  return self->times;
}

const char *
heed_learning_get_sender (HeedLearning *self)
{
  g_return_val_if_fail (HEED_IS_LEARNING (self), NULL);
  return self->sender;
}
