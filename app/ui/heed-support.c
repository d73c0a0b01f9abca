/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-support.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "heed-shown-text.h"

struct _HeedSupport
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkWidget *blocked;
  GtkLabel *text;
  GtkLinkButton *link;
};

G_DEFINE_FINAL_TYPE (HeedSupport, heed_support, GTK_TYPE_WIDGET)

/* Whoever cannot send has to know whom to ask, even where the policy forgot to say. */
static char *
dup_text (const HeedPolicy *policy, gboolean blocked)
{
  const char *organisation = heed_policy_get_organisation_name (policy);
  g_autofree char *name = NULL;

  if (heed_policy_get_support_text (policy) != NULL)
    return heed_shown_text_sentence (heed_policy_get_support_text (policy));
  if (!blocked || heed_policy_get_support_link (policy) != NULL)
    return NULL;
  if (organisation == NULL)
    return g_strdup (_ ("Ask whoever looks after the computers of your organisation."));
  name = heed_shown_text_isolate (organisation);
  /* Translators: %s is the name of an organisation. */
  return g_strdup_printf (_ ("Ask whoever looks after the computers of %s."), name);
}

static void
heed_support_set_link (HeedSupport *self, const char *link)
{
  gtk_widget_set_visible (GTK_WIDGET (self->link), link != NULL);
  if (link == NULL)
    return;
  gtk_link_button_set_uri (self->link, link);
  /* What stands after https:// or mailto: is what a person knows it by. */
  gtk_button_set_label (GTK_BUTTON (self->link),
                        link + strcspn (link, ":") + strspn (strchr (link, ':'), ":/"));
}

void
heed_support_set (HeedSupport *self, const HeedPolicy *policy, gboolean blocked)
{
  const char *link = heed_policy_get_support_link (policy);
  g_autofree char *text = dup_text (policy, blocked);

  gtk_widget_set_visible (self->blocked, blocked);
  gtk_label_set_text (self->text, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->text), text != NULL);
  heed_support_set_link (self, link);
  gtk_widget_set_visible (GTK_WIDGET (self), blocked || text != NULL || link != NULL);
}

static void
heed_support_dispose (GObject *object)
{
  g_clear_pointer (&HEED_SUPPORT (object)->content, gtk_widget_unparent);
  G_OBJECT_CLASS (heed_support_parent_class)->dispose (object);
}

static void
heed_support_class_init (HeedSupportClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_support_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/heed/ui/heed-support.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedSupport, content);
  gtk_widget_class_bind_template_child (widget_class, HeedSupport, blocked);
  gtk_widget_class_bind_template_child (widget_class, HeedSupport, text);
  gtk_widget_class_bind_template_child (widget_class, HeedSupport, link);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
heed_support_init (HeedSupport *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
