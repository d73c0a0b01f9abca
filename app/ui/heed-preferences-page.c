/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-preferences-page.h"

#include <glib/gi18n-lib.h>

#include "heed-preferences.h"
#include "heed-shown-text.h"
#include "heed-toast.h"

struct _HeedPreferencesPage
{
  AdwBin parent_instance;

  AdwComboRow *prompt;
  AdwComboRow *danger_confirmation;
  AdwActionRow *countdown_row;
  GtkSpinButton *countdown;
  AdwActionRow *first_contact_row;
  GtkSwitch *first_contact;
  AdwActionRow *mixed_organisations_row;
  GtkSwitch *mixed_organisations;
  AdwActionRow *new_in_thread_row;
  GtkSwitch *new_in_thread;
  AdwActionRow *many_exposed_row;
  GtkSpinButton *many_exposed;

  HeedPolicyWatch *watch;       /* (owned) (nullable) until it is set */
  HeedPreferences *preferences; /* (owned) */
  GHashTable *subtitles;        /* (owned) (element-type GtkWidget utf8): of the rows, unlocked */
  gboolean updating;            /* the widgets change to what is in force */
};

G_DEFINE_FINAL_TYPE (HeedPreferencesPage, heed_preferences_page, ADW_TYPE_BIN)

/* What the person does. Each key of the policy is named here and in update() once. */

static void
heed_preferences_page_set (HeedPreferencesPage *self, const char *key, GVariant *value)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (value);

  if (!self->updating && self->watch != NULL)
    heed_preferences_set (self->preferences, key, owned);
}

static void
heed_preferences_page_prompt_cb (HeedPreferencesPage *self)
{
  guint selected = adw_combo_row_get_selected (self->prompt);

  if (selected < HEED_N_PROMPT_WHENS)
    heed_preferences_page_set (self, "prompt",
                               g_variant_new_string (
                                   heed_prompt_when_get_name ((HeedPromptWhen)selected)));
}

static void
heed_preferences_page_danger_confirmation_cb (HeedPreferencesPage *self)
{
  guint selected = adw_combo_row_get_selected (self->danger_confirmation);

  if (selected < HEED_N_DANGER_CONFIRMATIONS)
    heed_preferences_page_set (self, "danger-confirmation",
                               g_variant_new_string (heed_danger_confirmation_get_name (
                                   (HeedDangerConfirmation)selected)));
}

static void
heed_preferences_page_countdown_cb (HeedPreferencesPage *self)
{
  heed_preferences_page_set (self, "countdown",
                             g_variant_new_uint32 (
                                 (guint)gtk_spin_button_get_value_as_int (self->countdown)));
}

static void
heed_preferences_page_many_exposed_cb (HeedPreferencesPage *self)
{
  heed_preferences_page_set (self, "many-exposed",
                             g_variant_new_uint32 (
                                 (guint)gtk_spin_button_get_value_as_int (self->many_exposed)));
}

static void
heed_preferences_page_first_contact_cb (HeedPreferencesPage *self)
{
  heed_preferences_page_set (self, "first-contact",
                             g_variant_new_boolean (gtk_switch_get_active (self->first_contact)));
}

static void
heed_preferences_page_mixed_organisations_cb (HeedPreferencesPage *self)
{
  heed_preferences_page_set (self, "mixed-organisations",
                             g_variant_new_boolean (
                                 gtk_switch_get_active (self->mixed_organisations)));
}

static void
heed_preferences_page_new_in_thread_cb (HeedPreferencesPage *self)
{
  heed_preferences_page_set (self, "new-in-thread",
                             g_variant_new_boolean (gtk_switch_get_active (self->new_in_thread)));
}

/* What is in force */

/* Returns: (transfer full): who set a key that the person cannot change */
static char *
describe_lock (const HeedPolicy *policy, const char *file)
{
  const char *organisation = heed_policy_get_organisation_name (policy);
  g_autofree char *shown = heed_shown_text_isolate (organisation != NULL ? organisation : file);

  /* Translators: %s is the name of an organisation, or of a file. */
  return g_strdup_printf (_ ("Locked by %s"), shown);
}

static void
heed_preferences_page_update_row (HeedPreferencesPage *self, const char *key, GtkWidget *row)
{
  HeedPolicy *policy = heed_policy_watch_get_policy (self->watch);
  const char *lock =
      heed_policy_reading_get_lock (heed_policy_watch_get_reading (self->watch), key);
  GtkWidget *control = adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row));
  const char *subtitle = g_hash_table_lookup (self->subtitles, row);

  if (subtitle == NULL)
    {
      subtitle = g_strdup (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)));
      g_hash_table_insert (self->subtitles, row, (char *)subtitle);
    }
  gtk_widget_set_sensitive (row, lock == NULL);
  /* Assistive technology is told of each widget by itself. */
  if (control != NULL)
    gtk_widget_set_sensitive (control, lock == NULL);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row),
                                lock != NULL ? "changes-prevent-symbolic" : NULL);
  if (lock != NULL)
    {
      g_autofree char *text = describe_lock (policy, lock);
      /* The subtitle of a row is markup. */
      g_autofree char *markup = g_markup_escape_text (text, -1);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), markup);
    }
  else
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
}

static gboolean
is_pointed_out (const HeedPolicy *policy, HeedFindingKind kind)
{
  HeedSeverity severity = HEED_SEVERITY_NOTICE;

  return !heed_policy_get_kind_severity (policy, kind, &severity) ||
         severity != HEED_SEVERITY_CLEAR;
}

static void
heed_preferences_page_update (HeedPreferencesPage *self)
{
  HeedPolicy *policy = heed_policy_watch_get_policy (self->watch);
  const struct
  {
    const char *key;
    gpointer row;
  } rows[] = {
    { "prompt", self->prompt },
    { "danger-confirmation", self->danger_confirmation },
    { "countdown", self->countdown_row },
    { "first-contact", self->first_contact_row },
    { "mixed-organisations", self->mixed_organisations_row },
    { "new-in-thread", self->new_in_thread_row },
    { "many-exposed", self->many_exposed_row },
  };

  self->updating = TRUE;
  adw_combo_row_set_selected (self->prompt, heed_policy_get_prompt (policy));
  adw_combo_row_set_selected (self->danger_confirmation,
                              heed_policy_get_danger_confirmation (policy));
  gtk_spin_button_set_value (self->countdown, heed_policy_get_countdown (policy));
  gtk_spin_button_set_value (self->many_exposed, heed_policy_get_many_exposed_limit (policy));
  gtk_switch_set_active (self->first_contact, is_pointed_out (policy, HEED_FINDING_FIRST_CONTACT));
  gtk_switch_set_active (self->mixed_organisations,
                         is_pointed_out (policy, HEED_FINDING_MIXED_ORGANISATIONS));
  gtk_switch_set_active (self->new_in_thread, is_pointed_out (policy, HEED_FINDING_NEW_IN_THREAD));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    heed_preferences_page_update_row (self, rows[i].key, rows[i].row);
  self->updating = FALSE;
}

static void
heed_preferences_page_saved_cb (HeedPreferencesPage *self, const GError *error)
{
  if (error != NULL)
    heed_toast_show (GTK_WIDGET (self), error->message);
  heed_policy_watch_refresh (self->watch);
}

static void
heed_preferences_page_finalize (GObject *object)
{
  HeedPreferencesPage *self = HEED_PREFERENCES_PAGE (object);

  g_clear_object (&self->watch);
  g_object_unref (self->preferences);
  g_hash_table_unref (self->subtitles);
  G_OBJECT_CLASS (heed_preferences_page_parent_class)->finalize (object);
}

static void
heed_preferences_page_bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, HeedPreferencesPage, prompt);
  gtk_widget_class_bind_template_child (widget_class, HeedPreferencesPage, danger_confirmation);
  gtk_widget_class_bind_template_child (widget_class, HeedPreferencesPage, countdown_row);
  gtk_widget_class_bind_template_child (widget_class, HeedPreferencesPage, countdown);
  gtk_widget_class_bind_template_child (widget_class, HeedPreferencesPage, first_contact_row);
  gtk_widget_class_bind_template_child (widget_class, HeedPreferencesPage, first_contact);
  gtk_widget_class_bind_template_child (widget_class, HeedPreferencesPage, mixed_organisations_row);
  gtk_widget_class_bind_template_child (widget_class, HeedPreferencesPage, mixed_organisations);
  gtk_widget_class_bind_template_child (widget_class, HeedPreferencesPage, new_in_thread_row);
  gtk_widget_class_bind_template_child (widget_class, HeedPreferencesPage, new_in_thread);
  gtk_widget_class_bind_template_child (widget_class, HeedPreferencesPage, many_exposed_row);
  gtk_widget_class_bind_template_child (widget_class, HeedPreferencesPage, many_exposed);
}

static void
heed_preferences_page_class_init (HeedPreferencesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = heed_preferences_page_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/heed/ui/heed-preferences-page.ui");
  heed_preferences_page_bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, heed_preferences_page_prompt_cb);
  gtk_widget_class_bind_template_callback (widget_class,
                                           heed_preferences_page_danger_confirmation_cb);
  gtk_widget_class_bind_template_callback (widget_class, heed_preferences_page_countdown_cb);
  gtk_widget_class_bind_template_callback (widget_class, heed_preferences_page_many_exposed_cb);
  gtk_widget_class_bind_template_callback (widget_class, heed_preferences_page_first_contact_cb);
  gtk_widget_class_bind_template_callback (widget_class,
                                           heed_preferences_page_mixed_organisations_cb);
  gtk_widget_class_bind_template_callback (widget_class, heed_preferences_page_new_in_thread_cb);
}

static void
heed_preferences_page_init (HeedPreferencesPage *self)
{
  g_autofree char *folder = heed_preferences_get_default_folder ();

  self->preferences = heed_preferences_new (folder);
  self->subtitles = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_signal_connect_object (self->preferences, "saved", G_CALLBACK (heed_preferences_page_saved_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
heed_preferences_page_set_watch (HeedPreferencesPage *self, HeedPolicyWatch *watch)
{
  g_return_if_fail (HEED_IS_PREFERENCES_PAGE (self) && self->watch == NULL);
  self->watch = g_object_ref (watch);
  g_signal_connect_object (watch, "notify::policy", G_CALLBACK (heed_preferences_page_update), self,
                           G_CONNECT_SWAPPED);
  heed_preferences_page_update (self);
}
