/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-history-task.h"

#include <glib/gi18n-lib.h>

#include "heed-history-export.h"
#include "heed-history-import.h"
#include "heed-progress-window.h"
#include "heed-toast.h"

typedef struct
{
  GtkWidget *widget;          /* (owned) */
  HeedHistory *history;       /* (owned) (nullable) */
  GPtrArray *correspondents;  /* (owned) (nullable) (element-type HeedCorrespondent) */
  GPtrArray *decisions;       /* (owned) (nullable) (element-type HeedPastDecision) */
  GtkFileChooserNative *file; /* (owned) (nullable) while it is asked for */
  GCancellable *cancellable;  /* (owned) */
  HeedProgressWindow *window; /* (nullable) while it works */
} Work;

static Work *
work_new (GtkWidget *widget)
{
  Work *self = g_new0 (Work, 1);

  self->widget = g_object_ref (widget);
  self->cancellable = g_cancellable_new ();
  return self;
}

static void
work_free (Work *self)
{
  g_object_unref (self->widget);
  g_clear_object (&self->history);
  g_clear_pointer (&self->correspondents, g_ptr_array_unref);
  g_clear_pointer (&self->decisions, g_ptr_array_unref);
  g_clear_object (&self->file);
  g_object_unref (self->cancellable);
  g_free (self);
}

static void
work_begin (Work *self, const char *heading)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (self->widget));

  self->window = heed_progress_window_new (parent, heading, self->cancellable);
}

static void
work_progress_cb (guint done, guint total, gpointer user_data)
{
  Work *self = user_data;

  heed_progress_window_report (self->window, done, total);
}

/* @success: (nullable): what to say where there is no error */
static void
work_end (Work *self, const char *success, const GError *error)
{
  heed_progress_window_end (self->window);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    heed_toast_show (self->widget, _ ("Stopped"));
  else
    heed_toast_show (self->widget, error != NULL ? error->message : success);
  gtk_widget_activate_action (self->widget, "history.refresh", NULL);
  work_free (self);
}

static void
forgotten_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  guint correspondents;
  guint decisions;

  heed_archive_erase_finish (HEED_HISTORY (source), result, &correspondents, &decisions, &error);
  work_end (user_data, _ ("Forgotten"), error);
}

void
heed_history_task_forget (GtkWidget *widget, HeedHistory *history, HeedHistoryQuery *query)
{
  Work *work = work_new (widget);

  work_begin (work, _ ("Forgetting…"));
  heed_archive_erase_async (history, query, work_progress_cb, work, work->cancellable, forgotten_cb,
                            work);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  heed_history_export_finish (result, &error);
  work_end (user_data, _ ("Exported"), error);
}

static void
export_response_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  Work *work = user_data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file == NULL)
    {
      work_free (work);
      return;
    }
  work_begin (work, _ ("Exporting…"));
  heed_history_export_async (file, work->correspondents, work->decisions, work_progress_cb, work,
                             work->cancellable, exported_cb, work);
}

void
heed_history_task_export (GtkWidget *widget, GPtrArray *correspondents, GPtrArray *decisions)
{
  Work *work = work_new (widget);

  work->correspondents = g_ptr_array_ref (correspondents);
  work->decisions = g_ptr_array_ref (decisions);
  work->file = gtk_file_chooser_native_new (_ ("Export the History"),
                                            GTK_WINDOW (gtk_widget_get_root (widget)),
                                            GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (work->file), "heed.jsonl");
  g_signal_connect (work->file, "response", G_CALLBACK (export_response_cb), work);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (work->file));
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *success = NULL;
  guint taken = 0;
  guint total = 0;

  if (heed_history_import_finish (HEED_HISTORY (source), result, &taken, &total, &error))
    success = g_strdup_printf (
        /* Translators: two numbers of records. */
        ngettext ("Imported %'u of %'u record", "Imported %'u of %'u records", total), taken,
        total);
  work_end (user_data, success, error);
}

static void
import_response_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  Work *work = user_data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file == NULL)
    {
      work_free (work);
      return;
    }
  work_begin (work, _ ("Importing…"));
  heed_history_import_async (work->history, file, work_progress_cb, work, work->cancellable,
                             imported_cb, work);
}

void
heed_history_task_import (GtkWidget *widget, HeedHistory *history)
{
  Work *work = work_new (widget);

  work->history = g_object_ref (history);
  work->file = gtk_file_chooser_native_new (_ ("Import an Export, vCards or CSV"),
                                            GTK_WINDOW (gtk_widget_get_root (widget)),
                                            GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Import"), NULL);
  g_signal_connect (work->file, "response", G_CALLBACK (import_response_cb), work);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (work->file));
}
