/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A program that installs a policy touches several files in a row, and an editor several times the
 * same one. So the first change starts a short wait, and only then the folders are read, as a
 * whole; what changes while they are read is read again after that. The wait is not prolonged by
 * more changes: an endless row of them cannot keep a policy from taking effect. */

#include "config.h"
#include "heed-policy-watch.h"

#include "heed-policy-folder.h"
#include "heed-policy-reading.h"

/* Milliseconds between the first change and the reading. */
#define SETTLE 250

struct _HeedPolicyWatch
{
  GObject parent_instance;

  GPtrArray *folders;        /* (owned) (element-type HeedPolicyFolder) */
  GPtrArray *monitors;       /* (owned) (element-type GFileMonitor) */
  HeedPolicy *policy;        /* (owned) */
  HeedPolicyReading *last;   /* (owned): where the policy comes from */
  char *problem;             /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) */
  guint settle_id;
  gboolean reading;
  gboolean changed; /* while it was read */
};

enum
{
  PROP_POLICY = 1,
  PROP_PROBLEM,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (HeedPolicyWatch, heed_policy_watch, G_TYPE_OBJECT)

static void heed_policy_watch_schedule (HeedPolicyWatch *self);

static char *
describe (const HeedPolicyReading *reading)
{
  GPtrArray *problems = heed_policy_reading_get_problems (reading);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                            ((const GError *)problems->pdata[i])->message);
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static void
log_notes (const HeedPolicyReading *reading)
{
  GPtrArray *notes = heed_policy_reading_get_notes (reading);

  for (guint i = 0; i < notes->len; i++)
    g_message ("%s", (const char *)notes->pdata[i]);
}

/* Only a reading without a fault takes the place of a policy that is there. A fault of the person's
 * own counts for nothing: else it would keep out what an administrator changes. */
static void
heed_policy_watch_take (HeedPolicyWatch *self, HeedPolicyReading *reading)
{
  g_autofree char *problem = describe (reading);

  if (problem != NULL)
    g_warning ("The policy has a fault: %s", problem);
  log_notes (reading);
  if (problem == NULL || self->policy == NULL || heed_policy_reading_is_own_fault (reading))
    {
      g_clear_pointer (&self->policy, heed_policy_unref);
      self->policy = heed_policy_ref (heed_policy_reading_get_policy (reading));
      g_clear_pointer (&self->last, heed_policy_reading_unref);
      self->last = heed_policy_reading_ref (reading);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_POLICY]);
    }
  if (g_strcmp0 (problem, self->problem) == 0)
    return;
  g_free (self->problem);
  self->problem = g_steal_pointer (&problem);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PROBLEM]);
}

static void
heed_policy_watch_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HeedPolicyWatch *self = HEED_POLICY_WATCH (source);
  g_autoptr (HeedPolicyReading) reading = g_task_propagate_pointer (G_TASK (result), NULL);

  self->reading = FALSE;
  if (reading == NULL)
    return;
  heed_policy_watch_take (self, reading);
  if (self->changed)
    heed_policy_watch_schedule (self);
}

/* Reading files has no form that does not block, here as in GIO itself; a window that is open must
 * not wait for a folder on a slow file system. All that the thread touches is its own, or never
 * changes. */
static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, heed_policy_reading_new (data),
                         (GDestroyNotify)heed_policy_reading_unref);
}

static gboolean
heed_policy_watch_settled_cb (gpointer data)
{
  HeedPolicyWatch *self = data;
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, heed_policy_watch_read_cb, NULL);

  self->settle_id = 0;
  self->changed = FALSE;
  self->reading = TRUE;
  g_task_set_source_tag (task, heed_policy_watch_settled_cb);
  g_task_set_task_data (task, g_ptr_array_ref (self->folders), (GDestroyNotify)g_ptr_array_unref);
  g_task_run_in_thread (task, read_in_thread);
  return G_SOURCE_REMOVE;
}

static void
heed_policy_watch_schedule (HeedPolicyWatch *self)
{
  if (self->reading)
    self->changed = TRUE;
  else if (self->settle_id == 0 && !g_cancellable_is_cancelled (self->cancellable))
    self->settle_id = g_timeout_add (SETTLE, heed_policy_watch_settled_cb, self);
}

static void
heed_policy_watch_add_monitor (HeedPolicyWatch *self, const HeedPolicyFolder *folder)
{
  g_autoptr (GFile) file = g_file_new_for_path (heed_policy_folder_get_path (folder));
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileMonitor) monitor =
      g_file_monitor_directory (file, G_FILE_MONITOR_NONE, NULL, &error);

  if (monitor == NULL)
    {
      g_warning ("Changes of the policy are not seen: %s", error->message);
      return;
    }
  g_signal_connect_object (monitor, "changed", G_CALLBACK (heed_policy_watch_schedule), self,
                           G_CONNECT_SWAPPED);
  g_ptr_array_add (self->monitors, g_steal_pointer (&monitor));
}

static void
heed_policy_watch_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HeedPolicyWatch *self = HEED_POLICY_WATCH (object);

  switch (id)
    {
    case PROP_POLICY:
      g_value_set_boxed (value, self->policy);
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, self->problem);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
heed_policy_watch_dispose (GObject *object)
{
  HeedPolicyWatch *self = HEED_POLICY_WATCH (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_ptr_array_set_size (self->monitors, 0);
  G_OBJECT_CLASS (heed_policy_watch_parent_class)->dispose (object);
}

static void
heed_policy_watch_finalize (GObject *object)
{
  HeedPolicyWatch *self = HEED_POLICY_WATCH (object);

  g_ptr_array_unref (self->folders);
  g_ptr_array_unref (self->monitors);
  g_clear_pointer (&self->policy, heed_policy_unref);
  g_clear_pointer (&self->last, heed_policy_reading_unref);
  g_free (self->problem);
  g_object_unref (self->cancellable);
  G_OBJECT_CLASS (heed_policy_watch_parent_class)->finalize (object);
}

static void
heed_policy_watch_class_init (HeedPolicyWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = heed_policy_watch_get_property;
  object_class->dispose = heed_policy_watch_dispose;
  object_class->finalize = heed_policy_watch_finalize;
  props[PROP_POLICY] = g_param_spec_boxed ("policy", NULL, NULL, HEED_TYPE_POLICY, flags);
  props[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
heed_policy_watch_init (HeedPolicyWatch *self)
{
  self->monitors = g_ptr_array_new_with_free_func (g_object_unref);
  self->cancellable = g_cancellable_new ();
}

/* Watches before it reads, so that no change falls between. */
HeedPolicyWatch *
heed_policy_watch_new (GPtrArray *folders)
{
  HeedPolicyWatch *self = g_object_new (HEED_TYPE_POLICY_WATCH, NULL);
  g_autoptr (HeedPolicyReading) reading = NULL;

  self->folders = g_ptr_array_ref (folders);
  for (guint i = 0; i < folders->len; i++)
    heed_policy_watch_add_monitor (self, folders->pdata[i]);
  reading = heed_policy_reading_new (folders);
  heed_policy_watch_take (self, reading);
  return self;
}

HeedPolicy *
heed_policy_watch_get_policy (HeedPolicyWatch *self)
{
  g_return_val_if_fail (HEED_IS_POLICY_WATCH (self), NULL);
  return self->policy;
}

const char *
heed_policy_watch_get_problem (HeedPolicyWatch *self)
{
  g_return_val_if_fail (HEED_IS_POLICY_WATCH (self), NULL);
  return self->problem;
}

HeedPolicyReading *
heed_policy_watch_get_reading (HeedPolicyWatch *self)
{
  g_return_val_if_fail (HEED_IS_POLICY_WATCH (self), NULL);
  return self->last;
}

void
heed_policy_watch_refresh (HeedPolicyWatch *self)
{
  g_return_if_fail (HEED_IS_POLICY_WATCH (self));
  heed_policy_watch_schedule (self);
}
