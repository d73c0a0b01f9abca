/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* That it has been seen is an empty file in the folder of the history. If it cannot be written, the
 * pages are shown again. */

#include "config.h"
#include "heed-welcome-page.h"

#include <glib/gi18n-lib.h>

struct _HeedWelcomePage
{
  AdwBin parent_instance;

  AdwCarousel *carousel;
  AdwStatusPage *first;
  GtkLabel *next_label;
  guint page; /* in view, or about to be */
};

enum
{
  SIGNAL_DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HeedWelcomePage, heed_welcome_page, ADW_TYPE_BIN)

static char *
get_mark (void)
{
  return g_build_filename (g_get_user_data_dir (), "heed", "welcomed", NULL);
}

gboolean
heed_welcome_page_was_seen (void)
{
  g_autofree char *mark = get_mark ();

  return g_file_test (mark, G_FILE_TEST_EXISTS);
}

/* Why a thread: making folders has no form that does not block, and a window is open. */
static void
mark_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autofree char *mark = get_mark ();
  g_autofree char *folder = g_path_get_dirname (mark);
  g_autoptr (GError) error = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0 || !g_file_set_contents (mark, "", 0, &error))
    g_debug ("The welcome will be shown again");
  g_task_return_boolean (task, TRUE);
}

static void
heed_welcome_page_done_cb (HeedWelcomePage *self)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_source_tag (task, heed_welcome_page_done_cb);
  g_task_run_in_thread (task, mark_in_thread);
  g_signal_emit (self, signals[SIGNAL_DONE], 0);
}

/* Only the page in view is there for the keyboard and for assistive technology. */
static void
heed_welcome_page_turn (HeedWelcomePage *self, guint page)
{
  guint n = adw_carousel_get_n_pages (self->carousel);

  self->page = page;
  gtk_label_set_text_with_mnemonic (self->next_label, page + 1 < n ? _ ("_Next") : _ ("_Start"));
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *child = adw_carousel_get_nth_page (self->carousel, i);

      gtk_widget_set_can_focus (child, i == page);
      gtk_accessible_update_state (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_STATE_HIDDEN, i != page,
                                   -1);
    }
}

static void
heed_welcome_page_next_cb (HeedWelcomePage *self)
{
  guint next = self->page + 1;

  if (next >= adw_carousel_get_n_pages (self->carousel))
    {
      heed_welcome_page_done_cb (self);
      return;
    }
  heed_welcome_page_turn (self, next);
  adw_carousel_scroll_to (self->carousel, adw_carousel_get_nth_page (self->carousel, next), TRUE);
}

static void
heed_welcome_page_class_init (HeedWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/heed/ui/heed-welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedWelcomePage, carousel);
  gtk_widget_class_bind_template_child (widget_class, HeedWelcomePage, first);
  gtk_widget_class_bind_template_child (widget_class, HeedWelcomePage, next_label);
  gtk_widget_class_bind_template_callback (widget_class, heed_welcome_page_done_cb);
  gtk_widget_class_bind_template_callback (widget_class, heed_welcome_page_next_cb);
}

static void
heed_welcome_page_init (HeedWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_status_page_set_icon_name (self->first, HEED_APPLICATION_ID);
  heed_welcome_page_turn (self, 0);
}
