/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-teachers.h"

#include "heed-bus-error.h"
#include "heed-learning.h"

struct _HeedTeachers
{
  GObject parent_instance;

  HeedRequestQueue *queue; /* (owned) */
  HeedLessons *lessons;    /* (owned) */
  GHashTable *agreed;      /* (owned) (element-type utf8): unique names */
};

G_DEFINE_FINAL_TYPE (HeedTeachers, heed_teachers, G_TYPE_OBJECT)

static void
heed_teachers_agreed_cb (HeedLearning *learning, gpointer user_data)
{
  HeedTeachers *self = user_data;

  g_hash_table_add (self->agreed, g_strdup (heed_learning_get_sender (learning)));
}

static void
heed_teachers_learned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GDBusMethodInvocation *invocation = user_data;
  guint learned = heed_lessons_add_mailboxes_finish (HEED_LESSONS (source), result);

  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(u)", learned));
}

void
heed_teachers_listen (HeedTeachers *self,
                      GDBusMethodInvocation *invocation,
                      GVariant *mailboxes,
                      GVariant *options_variant)
{
  const char *sender = g_dbus_method_invocation_get_sender (invocation);
  g_autoptr (HeedRequestOptions) options = NULL;
  g_autoptr (HeedLearning) learning = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (HEED_IS_TEACHERS (self));
  options = heed_request_options_new (options_variant, &error);
  if (options != NULL &&
      heed_request_queue_check_id (self->queue, sender, options->cancellation_id, &error))
    learning = heed_learning_new (sender, mailboxes, options_variant, self->lessons, &error);
  if (learning == NULL)
    {
      heed_bus_error_return (invocation, error);
    }
  else if (g_variant_n_children (mailboxes) == 0)
    {
      g_dbus_method_invocation_return_value (invocation, g_variant_new ("(u)", 0));
    }
  else if (g_hash_table_contains (self->agreed, sender))
    {
      heed_lessons_add_mailboxes_async (self->lessons, mailboxes,
                                        heed_learning_get_times (learning),
                                        heed_teachers_learned_cb, invocation);
    }
  else
    {
      g_signal_connect_object (learning, "agreed", G_CALLBACK (heed_teachers_agreed_cb), self, 0);
      heed_request_queue_add (self->queue, HEED_QUESTION (learning), invocation, options);
    }
}

static void
heed_teachers_finalize (GObject *object)
{
  HeedTeachers *self = HEED_TEACHERS (object);

  g_object_unref (self->queue);
  g_object_unref (self->lessons);
  g_hash_table_unref (self->agreed);
  G_OBJECT_CLASS (heed_teachers_parent_class)->finalize (object);
}

static void
heed_teachers_class_init (HeedTeachersClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = heed_teachers_finalize;
}

static void
heed_teachers_init (HeedTeachers *self)
{
  self->agreed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

HeedTeachers *
heed_teachers_new (HeedRequestQueue *queue, HeedLessons *lessons)
{
  HeedTeachers *self = g_object_new (HEED_TYPE_TEACHERS, NULL);

  self->queue = g_object_ref (queue);
  self->lessons = g_object_ref (lessons);
  return self;
}
