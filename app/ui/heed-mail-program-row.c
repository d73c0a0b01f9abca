/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-mail-program-row.h"

#include <glib/gi18n-lib.h>

#include "heed-choice-window.h"
#include "heed-mnemonic-button.h"
#include "heed-shown-text.h"
#include "heed-toast.h"

#define ADD_ON_PATH HEED_DATADIR "/heed/shims/heed-thunderbird.xpi"

struct _HeedMailProgramRow
{
  AdwActionRow parent_instance;

  HeedConnection connection;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HeedMailProgramRow, heed_mail_program_row, ADW_TYPE_ACTION_ROW)

static const char *
get_state (HeedConnection connection)
{
  switch (connection)
    {
    case HEED_CONNECTION_READY:
      return _ ("Connected: it asks before it sends.");
    case HEED_CONNECTION_OUTDATED:
      return _ ("Connected, by an add-on that is older than this Heed.");
    case HEED_CONNECTION_DISABLED:
      return _ ("Its Heed add-on is switched off.");
    case HEED_CONNECTION_MISSING:
      return _ ("Its Heed add-on is not installed.");
    case HEED_CONNECTION_UNREACHABLE:
      return _ ("Its Heed add-on cannot start Heed yet.");
    case HEED_CONNECTION_SANDBOXED:
      return _ ("It runs in a sandbox, from which it cannot start Heed.");
    case HEED_CONNECTION_NO_SHIM:
      return _ ("There is no Heed add-on for it.");
    case HEED_CONNECTION_UNKNOWN:
    default:
      return _ ("Heed cannot see from its sandbox whether it is connected.");
    }
}

/* Returns: (nullable): what the button says; %NULL where nothing is left to do */
static const char *
get_action (HeedConnection connection)
{
  switch (connection)
    {
    case HEED_CONNECTION_MISSING:
      return _ ("_Install…");
    case HEED_CONNECTION_OUTDATED:
      return _ ("_Update…");
    case HEED_CONNECTION_DISABLED:
      return _ ("_Switch on…");
    case HEED_CONNECTION_UNREACHABLE:
      return _ ("_Connect");
    case HEED_CONNECTION_SANDBOXED:
    case HEED_CONNECTION_NO_SHIM:
    case HEED_CONNECTION_UNKNOWN:
      return _ ("_Why?");
    case HEED_CONNECTION_READY:
    default:
      return NULL;
    }
}

static const char *
get_explanation (HeedConnection connection)
{
  switch (connection)
    {
    case HEED_CONNECTION_MISSING:
    case HEED_CONNECTION_OUTDATED:
      return _ ("In Thunderbird, open Tools › Add-ons and Themes. In the menu of the gear, choose "
                "Install Add-on From File…, and there this file:");
    case HEED_CONNECTION_DISABLED:
      return _ ("In Thunderbird, open Tools › Add-ons and Themes, choose Extensions, and turn the "
                "switch beside Heed on.");
    case HEED_CONNECTION_SANDBOXED:
      return _ ("A Thunderbird that comes as a Flatpak or a Snap cannot start programs outside. "
                "The one that your distribution packages can.");
    case HEED_CONNECTION_NO_SHIM:
      return _ ("A program has to ask before it sends. Heed cannot look into one that does not, so "
                "mail that you send with it is not checked.");
    case HEED_CONNECTION_UNKNOWN:
    default:
      return _ ("Heed runs as a Flatpak and cannot look into other programs. Once the program has "
                "asked, it is shown here as connected. To let Thunderbird start Heed, run this "
                "once in a terminal:");
    }
}

/* Returns: (nullable): what stands below the explanation, to be copied */
static const char *
get_quotation (HeedConnection connection)
{
  switch (connection)
    {
    case HEED_CONNECTION_MISSING:
    case HEED_CONNECTION_OUTDATED:
      return ADD_ON_PATH;
    case HEED_CONNECTION_UNKNOWN:
      return "flatpak run --filesystem=~/.mozilla/native-messaging-hosts:create "
             "--command=heed-connect " HEED_APPLICATION_ID;
    case HEED_CONNECTION_READY:
    case HEED_CONNECTION_DISABLED:
    case HEED_CONNECTION_UNREACHABLE:
    case HEED_CONNECTION_SANDBOXED:
    case HEED_CONNECTION_NO_SHIM:
    default:
      return NULL;
    }
}

static void
heed_mail_program_row_explained_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedMailProgramRow) self = user_data;

  if (!heed_choice_window_run_finish (HEED_CHOICE_WINDOW (source), result))
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          get_quotation (self->connection));
  heed_toast_show (GTK_WIDGET (self), _ ("Copied"));
}

static void
heed_mail_program_row_explain (HeedMailProgramRow *self)
{
  const char *quotation = get_quotation (self->connection);
  g_autofree char *text =
      g_strdup_printf ("%s%s%s", get_explanation (self->connection),
                       quotation != NULL ? "\n\n" : "", quotation != NULL ? quotation : "");
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  HeedChoiceWindow *window =
      heed_choice_window_new (parent, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)),
                              text, quotation != NULL ? _ ("C_opy") : NULL);

  heed_choice_window_run_async (window, heed_mail_program_row_explained_cb, g_object_ref (self));
}

static void
heed_mail_program_row_connected_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedMailProgramRow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (heed_mail_program_connect_finish (result, &error))
    heed_toast_show (GTK_WIDGET (self), _ ("Connected. Restart Thunderbird if it is running."));
  else
    heed_toast_show (GTK_WIDGET (self), error->message);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
heed_mail_program_row_clicked_cb (HeedMailProgramRow *self)
{
  if (self->connection == HEED_CONNECTION_UNREACHABLE)
    heed_mail_program_connect_async (heed_mail_program_row_connected_cb, g_object_ref (self));
  else
    heed_mail_program_row_explain (self);
}

static void
heed_mail_program_row_add_button (HeedMailProgramRow *self, const char *label)
{
  GtkWidget *button = heed_mnemonic_button_new (label);
  const char *name = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (heed_mail_program_row_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
}

static void
heed_mail_program_row_class_init (HeedMailProgramRowClass *klass)
{
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
heed_mail_program_row_init (HeedMailProgramRow *self)
{
}

/* What has asked is connected, whatever could be seen of it. */
static HeedConnection
judge (HeedConnection seen, gboolean asked)
{
  if (asked && (seen == HEED_CONNECTION_UNKNOWN || seen == HEED_CONNECTION_NO_SHIM))
    return HEED_CONNECTION_READY;
  return seen;
}

HeedMailProgramRow *
heed_mail_program_row_new (const HeedMailProgram *program, GDateTime *asked)
{
  g_autofree char *name = heed_shown_text_escape (program->name);
  HeedMailProgramRow *self = g_object_new (HEED_TYPE_MAIL_PROGRAM_ROW, "use-markup", FALSE, "title",
                                           name, "subtitle-lines", 3, NULL);
  GtkWidget *icon = gtk_image_new_from_icon_name ("mail-send-symbolic");
  g_autofree char *date = asked != NULL ? g_date_time_format (asked, "%x") : NULL;
  g_autofree char *when = date != NULL ? /* Translators: %s is a date. */
                              g_strdup_printf (_ ("It asked last on %s."), date)
                                       : g_strdup (_ ("It has not asked yet."));
  g_autofree char *subtitle = NULL;
  const char *action;

  self->connection = judge (program->connection, asked != NULL);
  subtitle = g_strdup_printf ("%s\n%s", get_state (self->connection), when);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  if (program->icon != NULL)
    gtk_image_set_from_gicon (GTK_IMAGE (icon), program->icon);
  gtk_image_set_icon_size (GTK_IMAGE (icon), GTK_ICON_SIZE_LARGE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), icon);
  action = get_action (self->connection);
  if (action != NULL)
    heed_mail_program_row_add_button (self, action);
  return self;
}
