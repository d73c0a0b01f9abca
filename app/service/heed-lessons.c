/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-lessons.h"

#include "heed-limits.h"

/* Mailboxes learned between two looks at the main loop: well under a frame. */
#define SLICE 200

typedef struct
{
  HeedMessage *message; /* (owned) (nullable): learned at once */
  GTask *task;          /* (owned) (nullable): for mailboxes, who waits */
  GVariant *mailboxes;  /* (owned) (nullable) */
  GVariant *times;      /* (owned) (nullable) */
  gsize position;       /* the next of the mailboxes */
  guint n_learned;
} HeedLesson;

struct _HeedLessons
{
  GObject parent_instance;

  HeedHistory *history; /* (owned) */
  GQueue lessons;       /* (element-type HeedLesson) (owned) */
  guint source_id;      /* 0 when there is nothing to do */
};

enum
{
  SIGNAL_EMPTIED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HeedLessons, heed_lessons, G_TYPE_OBJECT)

static void
heed_lesson_free (HeedLesson *self)
{
  g_clear_pointer (&self->message, heed_message_unref);
  g_clear_object (&self->task);
  g_clear_pointer (&self->mailboxes, g_variant_unref);
  g_clear_pointer (&self->times, g_variant_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedLesson, heed_lesson_free)

static void
heed_lesson_learn (HeedLesson *self, HeedHistory *history, HeedMailbox *mailbox, guint count)
{
  guint64 first;
  guint64 last;
  guint days;

  self->n_learned++;
  if (self->times == NULL)
    {
      heed_history_learn_mailbox (history, mailbox, count);
      return;
    }
  g_variant_get_child (self->times, self->position, "(ttu)", &first, &last, &days);
  heed_history_learn_earlier (history, mailbox, count, (gint64)MIN (first, G_MAXINT64),
                              (gint64)MIN (last, G_MAXINT64), days);
}

/* Returns: whether the lesson is over */
static gboolean
heed_lesson_take_slice (HeedLesson *self, HeedHistory *history)
{
  if (self->message != NULL)
    {
      heed_history_learn (history, self->message);
      return TRUE;
    }

  gsize n = g_variant_n_children (self->mailboxes);
  gsize end = MIN (n, self->position + SLICE);

  for (; self->position < end; self->position++)
    {
      const char *text;
      guint count;

      g_variant_get_child (self->mailboxes, self->position, "(&su)", &text, &count);
      if (count == 0)
        continue;
      g_autoptr (HeedMailbox) mailbox = heed_mailbox_new (text, NULL);
      if (mailbox != NULL)
        heed_lesson_learn (self, history, mailbox, count);
    }
  return end == n;
}

static void
heed_lessons_take_slice (HeedLessons *self)
{
  HeedLesson *first = g_queue_peek_head (&self->lessons);

  if (!heed_lesson_take_slice (first, self->history))
    return;
  g_autoptr (HeedLesson) lesson = g_queue_pop_head (&self->lessons);
  if (lesson->task != NULL)
    g_task_return_int (lesson->task, lesson->n_learned);
  if (g_queue_is_empty (&self->lessons))
    {
      g_clear_handle_id (&self->source_id, g_source_remove);
      g_signal_emit (self, signals[SIGNAL_EMPTIED], 0);
    }
}

static gboolean
heed_lessons_idle_cb (gpointer user_data)
{
  HeedLessons *self = user_data;

  heed_lessons_take_slice (self);
  return G_SOURCE_CONTINUE;
}

static void
heed_lessons_add (HeedLessons *self, HeedLesson *lesson)
{
  g_queue_push_tail (&self->lessons, lesson);
  /* While callers keep the main loop busy, learning keeps up with them. */
  if (g_queue_get_length (&self->lessons) > HEED_LIMIT_LESSONS)
    heed_lessons_take_slice (self);
  if (self->source_id == 0)
    self->source_id = g_idle_add_full (G_PRIORITY_LOW, heed_lessons_idle_cb, self, NULL);
}

static void
heed_lessons_finalize (GObject *object)
{
  HeedLessons *self = HEED_LESSONS (object);

  g_clear_handle_id (&self->source_id, g_source_remove);
  g_queue_clear_full (&self->lessons, (GDestroyNotify)heed_lesson_free);
  g_object_unref (self->history);
  G_OBJECT_CLASS (heed_lessons_parent_class)->finalize (object);
}

static void
heed_lessons_class_init (HeedLessonsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = heed_lessons_finalize;

  /**
   * HeedLessons::emptied:
   *
   * Nothing is left to learn.
   */
  signals[SIGNAL_EMPTIED] = g_signal_new ("emptied", HEED_TYPE_LESSONS, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
heed_lessons_init (HeedLessons *self)
{
  g_queue_init (&self->lessons);
}

HeedLessons *
heed_lessons_new (HeedHistory *history)
{
  HeedLessons *self = g_object_new (HEED_TYPE_LESSONS, NULL);

  self->history = g_object_ref (history);
  return self;
}

void
heed_lessons_add_message (HeedLessons *self, HeedMessage *message)
{
  HeedLesson *lesson = g_new0 (HeedLesson, 1);

  lesson->message = heed_message_ref (message);
  heed_lessons_add (self, lesson);
}

void
heed_lessons_add_mailboxes_async (HeedLessons *self,
                                  GVariant *mailboxes,
                                  GVariant *times,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  HeedLesson *lesson = g_new0 (HeedLesson, 1);

  lesson->task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (lesson->task, heed_lessons_add_mailboxes_async);
  lesson->mailboxes = g_variant_ref_sink (mailboxes);
  lesson->times = times != NULL ? g_variant_ref_sink (times) : NULL;
  heed_lessons_add (self, lesson);
}

guint
heed_lessons_add_mailboxes_finish (HeedLessons *self, GAsyncResult *result)
{
  return (guint)g_task_propagate_int (G_TASK (result), NULL);
}

void
heed_lessons_take_all (HeedLessons *self)
{
  while (!g_queue_is_empty (&self->lessons))
    heed_lessons_take_slice (self);
}

gboolean
heed_lessons_is_empty (HeedLessons *self)
{
  return g_queue_is_empty (&self->lessons);
}
