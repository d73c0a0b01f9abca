/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-history-query.h"

#include <string.h>

struct _HeedHistoryQuery
{
  char *address; /* (owned) (nullable) */
  char *domain;  /* (owned) (nullable): in ASCII */
  char *text;    /* (owned) (nullable): case folded */
  gint64 before; /* 0 for any */
};

G_DEFINE_BOXED_TYPE (HeedHistoryQuery,
                     heed_history_query,
                     heed_history_query_ref,
                     heed_history_query_unref)

HeedHistoryQuery *
heed_history_query_new (const HeedMailbox *mailbox,
                        const HeedDomain *domain,
                        const char *text,
                        gint64 before)
{
  HeedHistoryQuery *self = g_atomic_rc_box_new0 (HeedHistoryQuery);

  self->address = mailbox != NULL ? g_strdup (heed_mailbox_get_address (mailbox)) : NULL;
  self->domain = domain != NULL ? g_strdup (heed_domain_get_ascii (domain)) : NULL;
  self->text = text != NULL ? g_utf8_casefold (text, -1) : NULL;
  self->before = before;
  return self;
}

HeedHistoryQuery *
heed_history_query_ref (HeedHistoryQuery *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
heed_history_query_clear (gpointer data)
{
  HeedHistoryQuery *self = data;

  g_free (self->address);
  g_free (self->domain);
  g_free (self->text);
}

void
heed_history_query_unref (HeedHistoryQuery *self)
{
  g_atomic_rc_box_release_full (self, heed_history_query_clear);
}

gboolean
heed_history_query_is_everything (const HeedHistoryQuery *self)
{
  return self->address == NULL && self->domain == NULL && self->text == NULL && self->before == 0;
}

static gboolean
contains (const char *where, const char *folded)
{
  g_autofree char *where_folded = g_utf8_casefold (where, -1);

  return strstr (where_folded, folded) != NULL;
}

static gboolean
fits_address (const HeedHistoryQuery *self, const char *address)
{
  const char *at = strrchr (address, '@');

  return (self->address == NULL || g_str_equal (self->address, address)) &&
         (self->domain == NULL || (at != NULL && g_str_equal (self->domain, at + 1)));
}

gboolean
heed_history_query_fits_correspondent (const HeedHistoryQuery *self,
                                       const HeedCorrespondent *correspondent)
{
  const char *address = heed_correspondent_get_address (correspondent);
  const char *name = heed_correspondent_get_name (correspondent);

  if (self->before != 0 && heed_correspondent_get_last (correspondent) >= self->before)
    return FALSE;
  if (self->text != NULL && !contains (address, self->text) &&
      (name == NULL || !contains (name, self->text)))
    return FALSE;
  return fits_address (self, address);
}

static gboolean
names_cb (const char *address, gconstpointer user_data)
{
  const HeedHistoryQuery *self = user_data;

  return fits_address (self, address) && (self->text == NULL || contains (address, self->text));
}

gboolean
heed_history_query_fits_decision (const HeedHistoryQuery *self, const HeedPastDecision *decision)
{
  const char *const *recipients = heed_past_decision_get_recipients (decision);
  HeedPastRequest *request = heed_past_decision_get_request (decision);
  gboolean any = self->address == NULL && self->domain == NULL && self->text == NULL;

  if (self->before != 0 && heed_past_decision_get_time (decision) / G_USEC_PER_SEC >= self->before)
    return FALSE;
  for (gsize i = 0; !any && recipients[i] != NULL; i++)
    any = names_cb (recipients[i], self);
  return any || (request != NULL && heed_past_request_names (request, names_cb, self));
}

/* A trusted domain belongs to the domain, not to each of its people. */
gboolean
heed_history_query_fits_trust (const HeedHistoryQuery *self, const HeedTrust *trust)
{
  const char *subject = heed_trust_get_subject (trust);
  const char *at = strrchr (subject, '@');
  g_autofree char *address = self->address != NULL ? g_utf8_strdown (self->address, -1) : NULL;

  if (self->before != 0 && heed_trust_get_time (trust) >= self->before)
    return FALSE;
  if (self->text != NULL && !contains (subject, self->text) &&
      !contains (heed_trust_get_reason (trust), self->text))
    return FALSE;
  if (address != NULL && !g_str_equal (address, subject))
    return FALSE;
  return self->domain == NULL || g_str_equal (self->domain, at != NULL ? at + 1 : subject);
}
