/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Why a thread: a disk takes its time, and this process paints windows. One thread, since records
 * are a chain. A verdict is on its way before its record is begun. What comes while the thread
 * waits for the disk is written together afterwards. */

#include "config.h"
#include "heed-audit.h"

#include "heed-audit-writer.h"

struct _HeedAudit
{
  GObject parent_instance;

  HeedHistory *history;    /* (owned) */
  HeedAuditWriter *writer; /* (owned): touched on the thread only */
  GThreadPool *thread;     /* (owned): one thread */
  GAsyncQueue *inbox;      /* (owned) (element-type HeedAuditRecord): for the thread */
  gboolean is_due;         /* the thread is going to look there */
  GPtrArray *keys;         /* (owned) (nullable): what the writer has been given */
  GQueue waiting;          /* (element-type HeedAuditRecord) (owned): for the keyring */
  char *problem;           /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (HeedAudit, heed_audit, G_TYPE_OBJECT)

/* What the thread does one after the other. */
typedef struct _Errand Errand;
typedef void (*Work) (HeedAuditWriter *writer, Errand *errand);

struct _Errand
{
  HeedAudit *audit; /* (owned) */
  Work work;
  GPtrArray *keys; /* (owned) (nullable) (element-type HeedKey) */
  gint64 since;
  GTask *task;      /* (owned) (nullable): who waits */
  GVariant *answer; /* (owned) (nullable) */
  char *problem;    /* (owned) (nullable): after it */
};

/* On the thread: whatever it does, it does after what came before. */
static void
write_all (HeedAuditWriter *writer, GAsyncQueue *inbox)
{
  g_autoptr (GPtrArray) records =
      g_ptr_array_new_with_free_func ((GDestroyNotify)heed_audit_record_unref);
  HeedAuditRecord *record;

  while ((record = g_async_queue_try_pop (inbox)) != NULL)
    g_ptr_array_add (records, record);
  if (records->len > 0)
    heed_audit_writer_write (writer, records);
}

static void
write_work (HeedAuditWriter *writer, Errand *errand)
{
  write_all (writer, errand->audit->inbox);
}

static void heed_audit_look (HeedAudit *self);

static gboolean
done_cb (gpointer user_data)
{
  Errand *errand = user_data;
  HeedAudit *self = errand->audit;

  g_free (self->problem);
  self->problem = g_steal_pointer (&errand->problem);
  if (errand->task != NULL)
    g_task_return_pointer (errand->task, g_steal_pointer (&errand->answer),
                           (GDestroyNotify)g_variant_unref);
  g_clear_object (&errand->task);
  if (errand->work == write_work)
    {
      self->is_due = FALSE;
      heed_audit_look (self);
    }
  g_clear_pointer (&errand->keys, g_ptr_array_unref);
  g_object_unref (self);
  g_free (errand);
  return G_SOURCE_REMOVE;
}

static void
work_cb (gpointer data, gpointer user_data)
{
  Errand *errand = data;
  HeedAuditWriter *writer = user_data;

  errand->work (writer, errand);
  errand->problem = heed_audit_writer_make_problem (writer);
  g_idle_add (done_cb, errand);
}

static Errand *
heed_audit_make_errand (HeedAudit *self, Work work)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->audit = g_object_ref (self);
  errand->work = work;
  return errand;
}

static void
heed_audit_push (HeedAudit *self, Errand *errand)
{
  g_thread_pool_push (self->thread, errand, NULL);
}

static void
set_keys_work (HeedAuditWriter *writer, Errand *errand)
{
  heed_audit_writer_set_keys (writer, errand->keys);
}

static void
flush_work (HeedAuditWriter *writer, Errand *errand)
{
  write_all (writer, errand->audit->inbox);
  heed_audit_writer_retry (writer);
}

static void
list_work (HeedAuditWriter *writer, Errand *errand)
{
  guint n_bad = 0;

  write_all (writer, errand->audit->inbox);
  g_auto (GStrv) lines = heed_audit_writer_list (writer, errand->since, &n_bad);

  errand->answer = g_variant_ref_sink (g_variant_new ("(^asu)", lines, n_bad));
}

static void
check_work (HeedAuditWriter *writer, Errand *errand)
{
  write_all (writer, errand->audit->inbox);
  errand->answer = heed_audit_writer_check (writer);
}

/* Keys that the history found since. */
static void
heed_audit_take_keys (HeedAudit *self)
{
  GPtrArray *keys = heed_history_get_keys (self->history);

  if (keys == NULL || keys == self->keys)
    return;
  g_clear_pointer (&self->keys, g_ptr_array_unref);
  self->keys = g_ptr_array_ref (keys);
  Errand *errand = heed_audit_make_errand (self, set_keys_work);
  errand->keys = g_ptr_array_ref (keys);
  heed_audit_push (self, errand);
}

static void
heed_audit_look (HeedAudit *self)
{
  if (self->is_due || g_async_queue_length (self->inbox) == 0)
    return;
  self->is_due = TRUE;
  heed_audit_push (self, heed_audit_make_errand (self, write_work));
}

static void
heed_audit_release (HeedAudit *self)
{
  HeedAuditRecord *record;

  heed_audit_take_keys (self);
  while ((record = g_queue_pop_head (&self->waiting)) != NULL)
    g_async_queue_push (self->inbox, record);
  heed_audit_look (self);
}

static void
heed_audit_release_unless_opening (HeedAudit *self)
{
  if (heed_history_get_state (self->history) != HEED_HISTORY_OPENING)
    heed_audit_release (self);
}

void
heed_audit_add (HeedAudit *self, HeedAuditRecord *record)
{
  g_return_if_fail (HEED_IS_AUDIT (self));
  if (!heed_audit_record_goes_to_file (record) && !heed_audit_record_goes_to_journal (record))
    return;
  g_queue_push_tail (&self->waiting, heed_audit_record_ref (record));
  heed_audit_release_unless_opening (self);
}

void
heed_audit_stop_waiting (HeedAudit *self)
{
  g_return_if_fail (HEED_IS_AUDIT (self));
  heed_audit_release (self);
}

const char *
heed_audit_get_problem (HeedAudit *self)
{
  g_return_val_if_fail (HEED_IS_AUDIT (self), NULL);
  return self->problem;
}

static Errand *
heed_audit_make_task (
    HeedAudit *self, Work work, GAsyncReadyCallback callback, gpointer user_data, gpointer tag)
{
  Errand *errand;

  heed_audit_release_unless_opening (self);
  errand = heed_audit_make_errand (self, work);
  errand->task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (errand->task, tag);
  return errand;
}

void
heed_audit_flush_async (HeedAudit *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (HEED_IS_AUDIT (self));
  heed_audit_push (self, heed_audit_make_task (self, flush_work, callback, user_data,
                                               heed_audit_flush_async));
}

void
heed_audit_flush_finish (HeedAudit *self, GAsyncResult *result)
{
  g_return_if_fail (g_task_is_valid (result, self));
  g_task_propagate_pointer (G_TASK (result), NULL);
}

void
heed_audit_list_async (HeedAudit *self,
                       gint64 since,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  Errand *errand;

  g_return_if_fail (HEED_IS_AUDIT (self));
  errand = heed_audit_make_task (self, list_work, callback, user_data, heed_audit_list_async);
  errand->since = since;
  heed_audit_push (self, errand);
}

GVariant *
heed_audit_list_finish (HeedAudit *self, GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

void
heed_audit_check_async (HeedAudit *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (HEED_IS_AUDIT (self));
  heed_audit_push (self, heed_audit_make_task (self, check_work, callback, user_data,
                                               heed_audit_check_async));
}

GVariant *
heed_audit_check_finish (HeedAudit *self, GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

static void
heed_audit_finalize (GObject *object)
{
  HeedAudit *self = HEED_AUDIT (object);

  /* Every errand holds the audit, so none is left. */
  g_thread_pool_free (self->thread, FALSE, TRUE);
  heed_audit_writer_free (self->writer);
  g_async_queue_unref (self->inbox);
  g_clear_pointer (&self->keys, g_ptr_array_unref);
  g_queue_clear_full (&self->waiting, (GDestroyNotify)heed_audit_record_unref);
  g_object_unref (self->history);
  g_free (self->problem);
  G_OBJECT_CLASS (heed_audit_parent_class)->finalize (object);
}

static void
heed_audit_class_init (HeedAuditClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = heed_audit_finalize;
}

static void
heed_audit_init (HeedAudit *self)
{
  g_queue_init (&self->waiting);
  self->inbox = g_async_queue_new_full ((GDestroyNotify)heed_audit_record_unref);
}

HeedAudit *
heed_audit_new (HeedHistory *history, const char *folder, const char *journal)
{
  HeedAudit *self = g_object_new (HEED_TYPE_AUDIT, NULL);

  self->history = g_object_ref (history);
  self->writer = heed_audit_writer_new (folder, journal);
  self->thread = g_thread_pool_new (work_cb, self->writer, 1, FALSE, NULL);
  g_signal_connect_object (history, "notify::state", G_CALLBACK (heed_audit_release_unless_opening),
                           self, G_CONNECT_SWAPPED);
  return self;
}
