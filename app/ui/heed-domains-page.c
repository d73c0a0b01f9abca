/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-domains-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "heed-archive.h"
#include "heed-choice-window.h"
#include "heed-domain-counts.h"
#include "heed-history-task.h"
#include "heed-mnemonic-button.h"
#include "heed-shown-text.h"

/* Rows of a group; a search finds the others. */
#define MOST_ROWS 100

struct _HeedDomainsPage
{
  AdwBin parent_instance;

  GtkSearchEntry *search;
  AdwPreferencesGroup *own_group;
  AdwPreferencesGroup *protected_group;
  AdwPreferencesGroup *trusted_group;
  AdwPreferencesGroup *known_group;
  GtkLabel *nothing;

  HeedHistory *history;      /* (owned) (nullable) until it is set */
  HeedPolicyWatch *watch;    /* (owned) (nullable) until it is set */
  GPtrArray *counts;         /* (owned) (element-type HeedDomainCount) */
  GHashTable *rows;          /* (owned) (element-type GtkWidget AdwPreferencesGroup) */
  char *forgotten;           /* (owned) (nullable): the domain that was asked about last */
  GCancellable *cancellable; /* (owned) (nullable) of the listing that is under way */
};

G_DEFINE_FINAL_TYPE (HeedDomainsPage, heed_domains_page, ADW_TYPE_BIN)

static void heed_domains_page_show (HeedDomainsPage *self);

static gboolean
heed_domains_page_is_wanted (HeedDomainsPage *self, const char *domain)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autofree char *wanted = g_utf8_casefold (text, -1);
  g_autofree char *folded = g_utf8_casefold (domain, -1);

  return strstr (folded, wanted) != NULL;
}

static GtkWidget *
heed_domains_page_add_row (HeedDomainsPage *self,
                           AdwPreferencesGroup *group,
                           const char *title,
                           const char *subtitle)
{
  g_autofree char *shown = heed_shown_text_escape (title);
  GtkWidget *row = adw_action_row_new ();

  g_object_set (row, "use-markup", FALSE, "title", shown, "title-lines", 2, NULL);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (group, row);
  g_hash_table_insert (self->rows, row, group);
  return row;
}

static void
add_lock (GtkWidget *row)
{
  GtkWidget *lock = gtk_image_new_from_icon_name ("changes-prevent-symbolic");

  gtk_accessible_update_property (GTK_ACCESSIBLE (lock), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Set by the policy"), -1);
  gtk_widget_set_tooltip_text (lock, _ ("Set by the policy"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), lock);
}

static char *
make_name (const HeedDomainPattern *pattern)
{
  const HeedDomain *domain = heed_domain_pattern_get_domain (pattern);

  return g_strconcat (heed_domain_pattern_is_wildcard (pattern) ? "*." : "",
                      heed_domain_get_unicode (domain), NULL);
}

static void
heed_domains_page_show_patterns (HeedDomainsPage *self,
                                 AdwPreferencesGroup *group,
                                 GPtrArray *patterns)
{
  guint n = 0;

  for (guint i = 0; i < patterns->len && n < MOST_ROWS; i++)
    {
      const HeedDomainPattern *pattern = patterns->pdata[i];
      const HeedDomain *domain = heed_domain_pattern_get_domain (pattern);
      g_autofree char *name = make_name (pattern);
      const char *message =
          heed_policy_get_protected_message (heed_policy_watch_get_policy (self->watch), domain);
      g_autofree char *shown = message != NULL ? heed_shown_text_sentence (message) : NULL;
      gboolean is_plain =
          g_str_equal (heed_domain_get_unicode (domain), heed_domain_get_ascii (domain));

      if (!heed_domains_page_is_wanted (self, name))
        continue;
      /* The A-labels of an international domain tell it from one that looks the same. */
      if (shown == NULL && !is_plain)
        shown = g_strdup (heed_domain_get_ascii (domain));
      add_lock (heed_domains_page_add_row (self, group, name, shown));
      n++;
    }
  gtk_widget_set_visible (GTK_WIDGET (group), n > 0);
}

static void
heed_domains_page_forget_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedDomainsPage) self = user_data;
  g_autoptr (HeedDomain) domain = heed_domain_new (self->forgotten, NULL);
  g_autoptr (HeedHistoryQuery) query = heed_history_query_new (NULL, domain, NULL, 0);

  if (heed_choice_window_run_finish (HEED_CHOICE_WINDOW (source), result) && domain != NULL)
    heed_history_task_forget (GTK_WIDGET (self), self->history, query);
}

static void
heed_domains_page_ask_forget (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HeedDomainsPage *self = HEED_DOMAINS_PAGE (widget);
  g_autofree char *domain = g_variant_dup_string (parameter, NULL);
  g_autofree char *shown = heed_shown_text_isolate (domain);
  /* Translators: %s is a domain. */
  g_autofree char *heading = g_strdup_printf (_ ("Forget %s?"), shown);
  HeedChoiceWindow *window =
      heed_choice_window_new (GTK_WINDOW (gtk_widget_get_root (widget)), heading,
                              _ ("Everybody there and every decision about them goes, and nothing "
                                 "of it stays on the disk."),
                              _ ("_Forget"));

  g_free (self->forgotten);
  self->forgotten = g_steal_pointer (&domain);
  heed_choice_window_set_destructive (window);
  heed_choice_window_run_async (window, heed_domains_page_forget_cb, g_object_ref (self));
}

static void
add_button (GtkWidget *row, const char *label, const char *action, const char *target)
{
  GtkWidget *button = heed_mnemonic_button_new (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
heed_domains_page_add_trust (HeedDomainsPage *self, const HeedTrust *trust)
{
  const char *subject = heed_trust_get_subject (trust);
  gboolean is_domain = strchr (subject, '@') == NULL;
  g_autoptr (HeedDomain) domain = is_domain ? heed_domain_new (subject, NULL) : NULL;
  const char *name = domain != NULL ? heed_domain_get_unicode (domain) : subject;
  g_autofree char *reason = heed_shown_text_escape (heed_trust_get_reason (trust));

  if (heed_domains_page_is_wanted (self, name))
    add_button (heed_domains_page_add_row (self, self->trusted_group, name, reason), _ ("Undo"),
                "domains.distrust", subject);
}

/* Below those that the policy trusts. */
static void
heed_domains_page_show_trusts (HeedDomainsPage *self)
{
  g_autoptr (GPtrArray) trusts = heed_history_list_trusts (self->history);

  for (guint i = 0; i < trusts->len; i++)
    heed_domains_page_add_trust (self, trusts->pdata[i]);
  if (trusts->len > 0)
    gtk_widget_set_visible (GTK_WIDGET (self->trusted_group), TRUE);
}

static void
heed_domains_page_distrust (GtkWidget *widget, const char *action, GVariant *subject)
{
  HeedDomainsPage *self = HEED_DOMAINS_PAGE (widget);
  g_autoptr (HeedTrust) withdrawn =
      heed_trust_new_withdrawn (g_variant_get_string (subject, NULL), NULL);

  if (withdrawn != NULL)
    heed_history_trust (self->history, withdrawn);
  heed_domains_page_show (self);
}

static void
heed_domains_page_add_known (HeedDomainsPage *self, const HeedDomainCount *count)
{
  g_autoptr (HeedDomain) domain = heed_domain_new (count->domain, NULL);
  const char *name = domain != NULL ? heed_domain_get_unicode (domain) : count->domain;
  g_autofree char *messages = g_strdup_printf (
      /* Translators: %'u is a number. */
      ngettext ("%'u message", "%'u messages", (gulong)count->count), (guint)count->count);
  GtkWidget *row = heed_domains_page_add_row (self, self->known_group, name, messages);

  add_button (row, _ ("Forget…"), "domains.forget", count->domain);
}

static void
heed_domains_page_show_known (HeedDomainsPage *self)
{
  guint shown = 0;
  guint more = 0;

  for (guint i = 0; i < self->counts->len; i++)
    {
      const HeedDomainCount *count = self->counts->pdata[i];

      if (!heed_domains_page_is_wanted (self, count->domain))
        continue;
      if (shown < MOST_ROWS)
        {
          heed_domains_page_add_known (self, count);
          shown++;
        }
      else
        more++;
    }
  if (more > 0)
    {
      g_autofree char *text = g_strdup_printf (
          /* Translators: %'u is a number of domains. */
          ngettext ("%'u more; search for it", "%'u more; search for them", more), more);

      heed_domains_page_add_row (self, self->known_group, text, NULL);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->known_group), shown > 0);
}

static void
heed_domains_page_show (HeedDomainsPage *self)
{
  HeedPolicy *policy = heed_policy_watch_get_policy (self->watch);
  GHashTableIter iter;
  gpointer row;
  gpointer group;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &row, &group))
    adw_preferences_group_remove (group, row);
  g_hash_table_remove_all (self->rows);
  heed_domains_page_show_patterns (self, self->own_group,
                                   heed_policy_get_organisation_domains (policy));
  heed_domains_page_show_patterns (self, self->protected_group,
                                   heed_policy_get_protected_domains (policy));
  heed_domains_page_show_patterns (self, self->trusted_group,
                                   heed_policy_get_trusted_domains (policy));
  heed_domains_page_show_trusts (self);
  heed_domains_page_show_known (self);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), g_hash_table_size (self->rows) == 0);
}

static void
heed_domains_page_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HeedDomainsPage *self = user_data;
  g_autoptr (GPtrArray) correspondents = NULL;
  g_autoptr (GPtrArray) decisions = NULL;
  g_autoptr (GError) error = NULL;
  gboolean listed =
      heed_archive_list_finish (HEED_HISTORY (source), result, &correspondents, &decisions, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_pointer (&self->counts, g_ptr_array_unref);
  self->counts = listed ? heed_domain_count_list (correspondents) : g_ptr_array_new ();
  heed_domains_page_show (self);
}

static void
heed_domains_page_refresh (HeedDomainsPage *self)
{
  g_autoptr (HeedHistoryQuery) everybody = heed_history_query_new (NULL, NULL, NULL, 0);

  if (self->history == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  heed_archive_list_async (self->history, everybody, self->cancellable, heed_domains_page_listed_cb,
                           self);
}

static void
heed_domains_page_refresh_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  heed_domains_page_refresh (HEED_DOMAINS_PAGE (widget));
}

static void
heed_domains_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (heed_domains_page_parent_class)->map (widget);
  heed_domains_page_refresh (HEED_DOMAINS_PAGE (widget));
}

static void
heed_domains_page_dispose (GObject *object)
{
  HeedDomainsPage *self = HEED_DOMAINS_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (heed_domains_page_parent_class)->dispose (object);
}

static void
heed_domains_page_finalize (GObject *object)
{
  HeedDomainsPage *self = HEED_DOMAINS_PAGE (object);

  g_clear_object (&self->history);
  g_clear_object (&self->watch);
  g_ptr_array_unref (self->counts);
  g_hash_table_unref (self->rows);
  g_free (self->forgotten);
  G_OBJECT_CLASS (heed_domains_page_parent_class)->finalize (object);
}

static void
heed_domains_page_class_init (HeedDomainsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = heed_domains_page_dispose;
  object_class->finalize = heed_domains_page_finalize;
  widget_class->map = heed_domains_page_map;
  gtk_widget_class_set_template_from_resource (widget_class, "/heed/ui/heed-domains-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedDomainsPage, search);
  gtk_widget_class_bind_template_child (widget_class, HeedDomainsPage, own_group);
  gtk_widget_class_bind_template_child (widget_class, HeedDomainsPage, protected_group);
  gtk_widget_class_bind_template_child (widget_class, HeedDomainsPage, trusted_group);
  gtk_widget_class_bind_template_child (widget_class, HeedDomainsPage, known_group);
  gtk_widget_class_bind_template_child (widget_class, HeedDomainsPage, nothing);
  gtk_widget_class_bind_template_callback (widget_class, heed_domains_page_show);
  gtk_widget_class_install_action (widget_class, "domains.forget", "s",
                                   heed_domains_page_ask_forget);
  gtk_widget_class_install_action (widget_class, "domains.distrust", "s",
                                   heed_domains_page_distrust);
  gtk_widget_class_install_action (widget_class, "history.refresh", NULL,
                                   heed_domains_page_refresh_action);
}

static void
heed_domains_page_init (HeedDomainsPage *self)
{
  self->counts = g_ptr_array_new ();
  self->rows = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
heed_domains_page_set_sources (HeedDomainsPage *self, HeedHistory *history, HeedPolicyWatch *watch)
{
  g_return_if_fail (HEED_IS_DOMAINS_PAGE (self) && self->history == NULL);
  self->history = g_object_ref (history);
  self->watch = g_object_ref (watch);
  g_signal_connect_object (history, "notify::state", G_CALLBACK (heed_domains_page_refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (watch, "notify::policy", G_CALLBACK (heed_domains_page_refresh), self,
                           G_CONNECT_SWAPPED);
}
