/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heedctl-reviewer.h"

#include <glib/gi18n.h>

#include "heed-error.h"
#include "heed-reviewer.h"
#include "heed-verdict-variant.h"
#include "heedctl-service.h"

/* Seconds in which the service answers what needs no person and no disk. */
#define ANSWER_SECONDS 25

struct _HeedctlReviewer
{
  GDBusConnection *connection; /* (owned) (nullable): to the service */
  HeedPolicy *policy;          /* (owned) (nullable): without a service */
  HeedKnownDomains *known;     /* (owned) (nullable): the same */
};

HeedctlReviewer *
heedctl_reviewer_new (HeedPolicy *policy, HeedKnownDomains *known)
{
  HeedctlReviewer *self = g_new0 (HeedctlReviewer, 1);

  self->policy = heed_policy_ref (policy);
  self->known = heed_known_domains_ref (known);
  return self;
}

/* The control interface belongs to one version. */
static gboolean
is_of_this_version (GDBusConnection *connection, GError **error)
{
  g_autoptr (GVariant) answer =
      heedctl_service_call_within (connection, "Status", NULL, ANSWER_SECONDS, error);
  g_autoptr (GVariant) status = NULL;
  const char *version = "";

  if (answer == NULL)
    return FALSE;
  status = g_variant_get_child_value (answer, 0);
  g_variant_lookup (status, "version", "&s", &version);
  if (g_str_equal (version, HEED_VERSION))
    return TRUE;
  g_set_error (error, HEED_ERROR, HEED_ERROR_FAILED,
               /* Translators: two version numbers. */
               _ ("the service has version %s, and this is version %s."), version, HEED_VERSION);
  return FALSE;
}

HeedctlReviewer *
heedctl_reviewer_new_for_service (GError **error)
{
  g_autoptr (GDBusConnection) connection = heedctl_service_connect (error);
  HeedctlReviewer *self;

  if (connection == NULL || !is_of_this_version (connection, error))
    return NULL;
  self = g_new0 (HeedctlReviewer, 1);
  self->connection = g_steal_pointer (&connection);
  return self;
}

void
heedctl_reviewer_free (HeedctlReviewer *self)
{
  g_clear_object (&self->connection);
  g_clear_pointer (&self->policy, heed_policy_unref);
  g_clear_pointer (&self->known, heed_known_domains_unref);
  g_free (self);
}

static GVariant *
ask_service (HeedctlReviewer *self, HeedMessage *message, GVariant *recipients, GError **error)
{
  HeedMailbox *sender = heed_message_get_sender (message);
  g_auto (GVariantDict) options = G_VARIANT_DICT_INIT (NULL);
  g_autoptr (GVariant) answer = NULL;

  if (sender != NULL)
    {
      g_autofree char *text = heed_mailbox_to_string (sender);

      g_variant_dict_insert (&options, "sender", "s", text);
    }
  answer = heedctl_service_call_within (self->connection, "Review",
                                        g_variant_new ("(@a(ss)@a{sv})", recipients,
                                                       g_variant_dict_end (&options)),
                                        ANSWER_SECONDS, error);
  return answer != NULL ? g_variant_get_child_value (answer, 0) : NULL;
}

GVariant *
heedctl_reviewer_review (HeedctlReviewer *self,
                         HeedMessage *message,
                         GVariant *recipients,
                         GError **error)
{
  g_autoptr (HeedReview) review = NULL;

  if (self->connection != NULL)
    return ask_service (self, message, recipients, error);
  review = heed_reviewer_review (message, self->policy, self->known);
  return g_variant_ref_sink (heed_verdict_variant_findings_with_headings (review));
}
