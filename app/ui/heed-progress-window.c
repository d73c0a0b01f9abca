/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-progress-window.h"

#include <glib/gi18n-lib.h>

/* Milliseconds before the window opens. */
#define MOMENT 200

struct _HeedProgressWindow
{
  AdwWindow parent_instance;

  GtkLabel *heading;
  GtkProgressBar *bar;
  GtkWidget *cancel;
  GCancellable *cancellable; /* (owned) */
  guint moment_id;
};

G_DEFINE_FINAL_TYPE (HeedProgressWindow, heed_progress_window, ADW_TYPE_WINDOW)

static void
heed_progress_window_moment_cb (gpointer data)
{
  HeedProgressWindow *self = data;

  self->moment_id = 0;
  gtk_window_present (GTK_WINDOW (self));
}

/* It stays until the work has ended, which a cancelled one does soon. */
static gboolean
heed_progress_window_close_cb (HeedProgressWindow *self)
{
  gtk_widget_set_sensitive (self->cancel, FALSE);
  g_cancellable_cancel (self->cancellable);
  return TRUE;
}

static void
heed_progress_window_dispose (GObject *object)
{
  HeedProgressWindow *self = HEED_PROGRESS_WINDOW (object);

  g_clear_handle_id (&self->moment_id, g_source_remove);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (heed_progress_window_parent_class)->dispose (object);
}

static void
heed_progress_window_class_init (HeedProgressWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_progress_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/heed/ui/heed-progress-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedProgressWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, HeedProgressWindow, bar);
  gtk_widget_class_bind_template_child (widget_class, HeedProgressWindow, cancel);
  gtk_widget_class_bind_template_callback (widget_class, heed_progress_window_close_cb);
}

static void
heed_progress_window_init (HeedProgressWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

HeedProgressWindow *
heed_progress_window_new (GtkWindow *parent, const char *heading, GCancellable *cancellable)
{
  HeedProgressWindow *self =
      g_object_new (HEED_TYPE_PROGRESS_WINDOW, "transient-for", parent, "title", heading, NULL);

  gtk_label_set_text (self->heading, heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  heading, -1);
  self->cancellable = g_object_ref (cancellable);
  self->moment_id = g_timeout_add_once (MOMENT, heed_progress_window_moment_cb, self);
  return self;
}

void
heed_progress_window_report (HeedProgressWindow *self, guint done, guint total)
{
  g_autofree char *text = NULL;

  g_return_if_fail (HEED_IS_PROGRESS_WINDOW (self));
  if (total == 0)
    {
      gtk_progress_bar_pulse (self->bar);
      return;
    }
  /* Translators: how much is done: two numbers, as in 500 of 2,000. */
  text = g_strdup_printf (_ ("%'u of %'u"), done, total);
  gtk_progress_bar_set_fraction (self->bar, done / (double)total);
  gtk_progress_bar_set_text (self->bar, text);
}

void
heed_progress_window_end (HeedProgressWindow *self)
{
  g_return_if_fail (HEED_IS_PROGRESS_WINDOW (self));
  gtk_window_destroy (GTK_WINDOW (self));
}
