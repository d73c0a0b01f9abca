/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-decision-item.h"

#include <glib/gi18n-lib.h>

#include "heed-mail-program.h"
#include "heed-shown-text.h"

struct _HeedDecisionItem
{
  GObject parent_instance;

  HeedPastDecision *decision; /* (owned) */
};

G_DEFINE_FINAL_TYPE (HeedDecisionItem, heed_decision_item, G_TYPE_OBJECT)

static void
heed_decision_item_finalize (GObject *object)
{
  heed_past_decision_unref (HEED_DECISION_ITEM (object)->decision);
  G_OBJECT_CLASS (heed_decision_item_parent_class)->finalize (object);
}

static void
heed_decision_item_class_init (HeedDecisionItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = heed_decision_item_finalize;
}

static void
heed_decision_item_init (HeedDecisionItem *self)
{
}

HeedDecisionItem *
heed_decision_item_new (HeedPastDecision *decision)
{
  HeedDecisionItem *self = g_object_new (HEED_TYPE_DECISION_ITEM, NULL);

  self->decision = heed_past_decision_ref (decision);
  return self;
}

char *
heed_decision_item_make_recipients (HeedDecisionItem *self)
{
  const char *const *recipients = heed_past_decision_get_recipients (self->decision);
  guint n = g_strv_length ((GStrv)recipients);
  g_autofree char *first = heed_shown_text_isolate (n > 0 ? recipients[0] : "");

  if (n < 2)
    return g_steal_pointer (&first);
  return g_strdup_printf (
      /* Translators: %s is an address, %u how many more there are. */
      ngettext ("%s and %u other", "%s and %u others", n - 1), first, n - 1);
}

const char *
heed_decision_item_get_outcome (HeedDecisionItem *self)
{
  switch (heed_past_decision_get_reason (self->decision))
    {
    case HEED_REASON_CONFIRMED:
      return _ ("You sent it anyway.");
    case HEED_REASON_CORRECTED:
      return _ ("You sent it corrected.");
    case HEED_REASON_DECLINED:
      return _ ("You did not send it.");
    case HEED_REASON_BLOCKED:
      return _ ("Your organisation’s policy blocked it.");
    case HEED_REASON_TIMEOUT:
      return _ ("Nobody answered in time, so it was not sent.");
    case HEED_REASON_WITHDRAWN:
      return _ ("The mail program took the question back.");
    case HEED_REASON_OBSERVED:
      return _ ("It was sent; the policy only observes.");
    case HEED_REASON_CLEAR:
    default:
      return _ ("It was sent; nothing was to be asked.");
    }
}

char *
heed_decision_item_make_occasion (HeedDecisionItem *self)
{
  const char *client = heed_past_decision_get_client (self->decision);
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (
      heed_past_decision_get_time (self->decision) / G_USEC_PER_SEC);
  g_autofree char *date = time != NULL ? g_date_time_format (time, "%x, %X") : g_strdup ("?");
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;

  if (client == NULL || *client == '\0')
    return g_steal_pointer (&date);
  name = heed_mail_program_make_client_name (client);
  shown = heed_shown_text_isolate (name);
  /* Translators: the first %s is a date with a time, the second the name of a mail program. */
  return g_strdup_printf (_ ("%s, %s"), date, shown);
}
